# Die Auswertung eines Programms: für die Koordination, zum Weitergeben, ohne Anrede.
report-title = Auswertung: { $programme }
report-message-title = **Auswertung: { $programme }**
report-message-file = Das siehst nur du. Die angehängte Seite enthält alle Zahlen mit Tabellen und lässt sich weitergeben und drucken.
report-page-description = Die ganze Auswertung als eine Seite, mit Diagrammen und Tabellen
report-file = auswertung
report-export = Die Zahlen der Auswertung von { $programme } als Tabelle, je Zahl eine Zeile. Das siehst nur du.
report-export-description = Die Zahlen der Auswertung als Tabelle (CSV)
report-period = { $from } bis { $to }
report-as-table = Als Tabelle

## Stand

report-standing-head = Wer dabei war
report-participation = Personen und Tandems
report-standing = { $mentors } Mentor:innen · { $mentees } Mentees · Tandems: { $begun } begonnen, { $ended } beendet
report-group-mentors = Mentor:innen
report-group-mentees = Mentees
report-group-all = Mentor:innen und Mentees
report-begun = Tandems begonnen
report-ended = Tandems beendet
report-briefed = Einführung gelesen, bevor die Tandems gebildet wurden
report-small = Zahlen aus den Tandems gibt es erst ab { $needed } Tandems; bei weniger ließen sie auf Einzelne schließen.
report-decisions = Was zu entscheiden ist:

## Was sich ergibt

report-changes-head = Was beim nächsten Mal anders werden kann
report-changes = Jeder Satz folgt aus Zahlen, die hier gezeigt sind, und aus sonst nichts.
report-advice-none = Aus den gezeigten Zahlen ergibt sich nichts, was anders werden müsste.
report-advice-unknown = Dazu lässt sich nichts sagen: Bisher sind keine Zahlen groß und unterschiedlich genug, um gezeigt zu werden.
report-advice-more =
    { $count ->
        [one] Ein weiterer Satz steht auf der Seite.
       *[other] { $count } weitere Sätze stehen auf der Seite.
    }
report-advice-need = { $group }: Was für ein nächstes Mal am häufigsten gebraucht würde: { $need } ({ $count } Nennungen).
report-advice-little = { $group } stimmen nur wenig zu: „{ $statement }“ { $advice }
report-advice-fell = { $group } stimmten am Ende weniger zu als in der Mitte: „{ $statement }“ Es lohnt, nach dem Grund zu fragen.
report-advice-again = { $group }: Höchstens die Hälfte derer, deren Antwort hier steht, würde sicher noch einmal mitmachen. Was dafür gebraucht würde, steht unter „Noch einmal?“.
report-advice-briefing = Weniger als die Hälfte hatte die Einführung gelesen, als die Tandems gebildet wurden: beim nächsten Mal früher darauf hinweisen oder sie zur Bedingung machen.
report-advice-tasks = Aufgaben haken mindestens so oft, wie sie klappen: kleinere vorschlagen, die in einer Viertelstunde zu schaffen sind.
report-advice-question = Zur Impulsfrage { $number } sagten mindestens so viele Tandems „nichts für uns“, wie darüber sprachen. Sie lässt sich aus dem Fragenkatalog nehmen: „{ $question }“
report-advice-item-time = Vor dem Start mit den Vorgesetzten feste Zeiten vereinbaren oder weniger Treffen vorsehen.
report-advice-item-open = In der Einführung mehr über Vertraulichkeit sagen und darüber, dass Nichtwissen der Anlass ist.
report-advice-item-use = Die Themen näher an die tägliche Arbeit legen und früher nach Wünschen fragen.
report-advice-item-learn = Beim Auftakt sagen, dass beide voneinander lernen, und später danach fragen.
report-advice-item-tasks = Ideen für kleine Aufgaben sammeln, die zu den Themen dieses Programms passen.
report-advice-item-prepared = Die Einführung für Mentor:innen erweitern und vor dem Start gemeinsam durchgehen.
report-advice-item-talk = Fragen, die nichts auslösten, aus dem Fragenkatalog nehmen und eigene hinzufügen.
report-advice-item-day = Den Tag am Arbeitsplatz genauer vorbereiten: was zu sehen sein soll und woran danach gearbeitet wird.
report-advice-item-more = Überlegen, für wen das Programm gedacht ist, bevor es größer wird.
report-advice-item-fields = Die Themenfelder gemeinsam mit den Abteilungen neu wählen.
report-advice-item-recommend = Vor der nächsten Runde mit einigen darüber sprechen, was gefehlt hat.
report-advice-item-lasted = Am Ende vereinbaren, womit beide weitermachen, und nach einigen Wochen daran erinnern.

## In den Tandems

report-inside-head = In den Tandems
report-inside = Ein Strich ({ $sign }) oder eine Linie über mehrere Zeiträume heißt: Die Zahl wird nicht gezeigt; warum, steht in der Tabelle.
report-inside-none = Noch ist kein Zeitraum abgeschlossen.
report-all-periods = insgesamt (aus { $shown } von { $all } Zeiträumen)
report-total = { $label }: { $value } (aus { $shown } von { $all } Zeiträumen)
report-of-periods = aus { $shown } von { $all } Zeiträumen
report-picture-periods = Zeiträume, jeweils nach ihrem ersten Tag benannt
report-picture-totals = Alle Zeiträume zusammen, soweit ihre Zahlen gezeigt sind

## Befragungen

report-statements-head = Was Mentor:innen und Mentees sagen
report-statements = Gezeigt wird, was mindestens { $k } Personen sagten; wo weniger als { $many } gefragt waren, steht stattdessen ein Mittelwert in halben Schritten.
report-statements-none = Noch ist keine Befragung abgeschlossen, deren Zahlen sich zeigen lassen.
report-again-head = Noch einmal?
report-again-hidden = Wo „Ja“ nicht gezeigt ist, steht dazu kein Satz unter „Was beim nächsten Mal anders werden kann“: Es können wenige gewesen sein, oder die Zahl fehlt, damit die übrigen Antworten auf niemanden schließen lassen.
report-item-again = Noch einmal mitmachen?
report-item-need = Was dafür vor allem gebraucht würde
report-too-few-asked = nicht gezeigt, weil weniger als { $needed } Personen gefragt waren
report-lasted-head = Was geblieben ist
report-when-interim = in der Mitte
report-when-final = am Ende
report-when-follow-4 = vier Wochen danach
report-when-follow-12 = zwölf Wochen danach
report-mean = Mittelwert von 1 bis 5
report-mean-or-counts = Antworten
report-hidden = nicht gezeigt
report-rest = nicht gezeigt oder ohne Antwort
report-rest-short = übrige
report-steps = 1 heißt „stimme gar nicht zu“, 5 heißt „stimme voll zu“.
report-asked = gefragte Personen

## Impulsfragen und Themen

report-questions-head = Impulsfragen
report-questions = Wie viele Tandems über welche Frage sprachen
report-questions-none =
    { $count ->
        [one] Eine Frage wurde gestellt; ihre Zahlen waren zu klein oder zu einheitlich, um gezeigt zu werden.
       *[other] { $count } Fragen wurden gestellt; ihre Zahlen waren zu klein oder zu einheitlich, um gezeigt zu werden.
    }
report-questions-hidden =
    { $count ->
        [one] Bei einer weiteren Frage waren die Zahlen zu klein oder zu einheitlich.
       *[other] Bei { $count } weiteren Fragen waren die Zahlen zu klein oder zu einheitlich.
    }
report-talked = haben darüber gesprochen
report-nothing = nichts für uns
report-topics-head = Themen
report-topics = Wie viele Tandems sich welches Thema vornahmen
report-topics-none = Kein Thema haben genügend Tandems gewählt und zugleich genügend andere nicht gewählt.
report-topic-other = Eigenes Thema

## Praxistipps

report-practices-head = Praxistipps und Erkenntnisse
report-practices = Beide haben der Veröffentlichung zugestimmt, die Koordination hat sie freigegeben.

## Wie die Zahlen zustande kommen

report-about-head = Wie diese Zahlen zustande kommen
report-about = Personen und Tandems sind genau gezählt. Alles andere sind Summen und Mittelwerte, an denen mindestens { $k } Tandems oder Personen beteiligt sind und die auch dann nicht auf Einzelne schließen lassen, wenn andere Zahlen davon abgezogen werden; Summen über Tandems gibt es ab { $needed } Tandems. Ein Tandem zählt in einem Zeitraum mit, wenn es mindestens die Hälfte davon offen war. Was „zu wenig oder zu einheitlich“ war, bleibt ungezeigt, auch später. Jede Zahl wurde einmal geschrieben und danach nicht neu berechnet.

## Die Tabelle

report-csv-programme = Programm
report-csv-chapter = Teil
report-csv-part = Angabe
report-csv-who = Wer
report-csv-when = Wann
report-csv-what = Was
report-csv-value = Wert
report-csv-reason = Warum nicht gezeigt
