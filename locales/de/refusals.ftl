# Absagen: ein Satz, der sagt, woran es liegt und was weiterhilft. Geändert hat sich danach nichts.

## Ort und Person

refusal-not-set-up = Tandem ist auf diesem Server noch nicht eingerichtet; wer den Server verwalten darf, kann das mit `/einrichten` tun.
refusal-not-your-room = Dieser Kanal gehört zu einem anderen Tandem; bitte gib den Befehl im Kanal deines eigenen ein.
refusal-not-enrolled = Du nimmst auf diesem Server an keinem Programm teil; die Koordination weiß, wie du dazukommst.
refusal-no-tandem = Du hast gerade kein offenes Tandem; `/meine-angaben` zeigt, was auf dich wartet.
refusal-which-tandem = Du hast mehrere Tandems; bitte wähle eines unter tandem aus oder gib den Befehl in seinem Kanal ein.
refusal-leave-elsewhere = Damit nicht das falsche Tandem endet, gib `/tandem-beenden` bitte im Kanal des Tandems ein, das du meinst.
refusal-needs-coordinator = Dieser Befehl ist für die Koordination da; `/hilfe` zeigt, was hier möglich ist.
refusal-needs-manage-server = Zum Einrichten ist die Berechtigung „Server verwalten“ nötig; bitte frag jemanden, der sie hat.

## Zeit und Phase

refusal-wrong-phase = Das passt nicht zur Phase, in der das Programm gerade ist; `/hilfe` zeigt, was jetzt möglich ist.
refusal-tandem-ended = Dieses Tandem ist beendet, der Kanal lässt sich noch lesen; der Knopf *Wie soll es weitergehen?* zeigt die nächsten Schritte.
refusal-too-late = Discord hat das zu spät zugestellt, geändert hat sich nichts; bitte mach es noch einmal.
refusal-not-saved = Ich kann gerade nichts speichern, geändert hat sich nichts; bitte versuche es in einer Weile wieder.

## Aufgaben

refusal-no-such-task = Eine Aufgabe { $number } gibt es in diesem Tandem nicht; `/aufgabe liste` zeigt, welche es gibt.
refusal-task-number = Das ist keine Nummer einer Aufgabe; `/aufgabe liste` zeigt die Nummern.
refusal-no-open-task = Für dich ist gerade keine Aufgabe offen; `/aufgabe liste` zeigt alle.
refusal-not-your-task = Diese Aufgabe ist für dein Gegenüber, und die Meldung kommt von dort; im Kanal kannst du gern etwas dazu schreiben.
refusal-not-your-task-to-change = Ändern oder zurückziehen lässt sich eine Aufgabe nur von der Person, die sie gegeben hat; schreib im Kanal, was dir helfen würde.
refusal-mentees-do-not-assign = In diesem Programm geben die Mentorinnen und Mentoren die Aufgaben; vorschlagen kannst du im Kanal jederzeit eine.
refusal-task-cancelled = Diese Aufgabe ist zurückgezogen; `/aufgabe liste` zeigt die offenen.
refusal-too-many-tasks = { $max } Aufgaben sind offen, mehr passen nicht; bitte zieh eine zurück oder warte eine Meldung ab.
refusal-task-worked = Diese Aufgabe hat geklappt und bleibt, wie sie ist; `/aufgabe geben` legt eine neue an.

## Themen und Ideen

refusal-idea-given = Diese Idee ist schon als Aufgabe { $number } offen; `/aufgabe ändern` ändert sie.
refusal-idea-gone = Diese Idee gibt es inzwischen nicht mehr; `/aufgabe ideen` zeigt die übrigen.
refusal-too-many-points = Auf der nächsten Agenda stehen { $max } Punkte, mehr passen nicht; unter `/thema liste` lässt sich abwählen, was erledigt ist.
refusal-too-many-topics = Neben den zwölf Themen sind { $max } eigene möglich; bitte einige weglassen.
refusal-no-meeting-yet = Bisher gab es kein Treffen, dessen Thema sich berichtigen ließe; bitte eines für das nächste Treffen wählen.
refusal-no-question-left = Der Vorrat an Impulsfragen ist aufgebraucht; ab hier führen eigene Fragen weiter.

## Treffen

refusal-bad-moment = Das kann ich nicht als Tag und Uhrzeit lesen; mögliche Schreibweisen sind 3.12. 14:30, Donnerstag 14 Uhr oder nächste Woche Dienstag 10:00.
refusal-past-moment = Dieser Zeitpunkt ist vorbei; möglich ist einer, der noch kommt.
refusal-missing-time = Der Tag ist klar, die Uhrzeit fehlt; beides zusammen sieht zum Beispiel so aus: Donnerstag 14 Uhr.
refusal-odd-time = In dieser Nacht werden die Uhren umgestellt, und diese Uhrzeit gibt es dann nicht oder doppelt; eindeutig ist eine vor 2:00 oder ab 3:00 Uhr.
refusal-meeting-length = Ein Treffen dauert zwischen { $least } und { $most } Minuten; bitte wähle eine Dauer dazwischen.
refusal-meeting-overlaps = Zu dieser Zeit habt ihr beide schon ein Treffen miteinander; `/treffen nächstes` zeigt, was geplant ist.
refusal-time-taken = Diese Zeit passt für eine oder einen von euch beiden nicht; bitte wähle eine andere.
refusal-no-meeting = Es ist kein Treffen geplant; `/treffen planen` legt eines an.
refusal-which-meeting = Mehrere Treffen kommen infrage; bitte wähle eines unter treffen aus.
refusal-meeting-begun = Dieses Treffen hat begonnen oder ist vorbei und bleibt, wie es ist; `/treffen planen` legt das nächste an.
refusal-meeting-cancelled = Dieses Treffen ist schon abgesagt; `/treffen planen` legt ein neues an.
refusal-meeting-planned = Inzwischen ist ein Treffen geplant; `/treffen nächstes` zeigt es, und `/treffen verschieben` ändert die Zeit.
refusal-too-many-meetings = { $max } Treffen sind geplant, mehr passen nicht; bitte sag zuerst eines ab.

## Angaben

refusal-text-length = Der Text braucht mindestens ein Zeichen und fasst höchstens { $max }; bitte pass die Länge an.
refusal-bad-link = Das ist keine Internetadresse, die ich zeigen kann; sie beginnt mit https:// oder http://.
refusal-bad-date = Das kann ich nicht als Datum lesen; mögliche Schreibweisen sind 3.12., 2026-12-03 oder Freitag.
refusal-ambiguous-date = Das Datum lässt sich als zwei verschiedene Tage lesen; eindeutig ist der Monat als Wort, etwa 3. Dezember, oder 2026-12-03.
refusal-no-such-day = Diesen Tag gibt es im Kalender nicht; bitte sieh ihn dir noch einmal an.
refusal-past-date = Dieser Tag liegt in der Vergangenheit; möglich sind Tage ab heute.
refusal-far-date = Dieser Tag liegt mehr als zwei Jahre voraus; möglich ist ein früherer.
refusal-pausing = Euer Tandem pausiert, und niemand muss jetzt antworten; `/pause` kann die Pause beenden.
refusal-support-asked = Von dir ist schon eine Bitte um Unterstützung offen; `/unterstützung` zeigt sie.
refusal-needs-reader = Bitten um Unterstützung liest nur, wer die beim Fragen genannte Rolle hat; `/hilfe` zeigt, was hier möglich ist.
refusal-pause-too-short = Eine Pause beginnt sofort; möglich sind Tage ab morgen.
refusal-pause-too-long = Eine Pause dauert höchstens { $weeks } Wochen und endet mit dem Programm; möglich ist ein früherer Tag.
refusal-bad-schedule = Das kann ich nicht als Zeitplan lesen; mögliche Schreibweisen sind „erster Montag 9:00“, „jeden Montag 8:30“ oder ein Cron-Ausdruck mit fünf Feldern.
refusal-schedule-too-often = Dieser Zeitplan kommt mehrmals am Tag vor, das wäre für alle zu viel; eine Uhrzeit am Tag genügt.
refusal-never-due = Dieser Zeitplan tritt nie ein; möglich sind nur Tage, die es gibt.
refusal-bad-zone = Diese Zeitzone gibt es nicht; die Schreibweise ist zum Beispiel Europe/Berlin.
refusal-bad-quiet-hours = Das kann ich nicht als Ruhezeiten lesen; die Schreibweise ist zum Beispiel 18:00-8:00.
refusal-small-k = Zahlen aus weniger als 5 Tandems ließen auf Einzelne schließen; möglich sind 5 oder mehr.
refusal-end-before-start = Das Programm würde enden, bevor es beginnt; bitte verschieb den Beginn oder das Ende.

## Programme und Tandems

refusal-programme-unknown = Ein Programm „{ $input }“ gibt es auf diesem Server nicht; `/koordination programm stand` bietet die vorhandenen an.
refusal-no-programme = Auf diesem Server gibt es noch kein Programm; `/koordination programm anlegen` richtet eines ein.
refusal-which-programme = Es gibt mehrere Programme; bitte wähle eines unter programm aus.
refusal-name-taken = Ein Programm mit diesem Namen gibt es auf dem Server schon; bitte wähle einen anderen.
refusal-programme-full = In dieses Programm passen höchstens { $max } Tandems, und so viele sind es schon; `/koordination programm ändern` erhöht die Zahl.
refusal-programme-open = Dieses Programm ist schon geöffnet; `/koordination programm stand` zeigt, wie es steht.
refusal-programme-over = Dieses Programm ist abgeschlossen, daran ändert sich nichts mehr; `/koordination programm anlegen` beginnt ein neues nach seinem Vorbild.
refusal-too-late-to-change = Für neue Tandems braucht es bis zum letzten Tag des Programms noch { $days } Tage, und so viele sind es nicht mehr; `/koordination programm ändern` verschiebt ihn.
refusal-nobody-to-ask = Gerade ist kein Tandem zu fragen: Es ist keines offen, oder alle haben die Frage schon; `/koordination programm stand` zeigt, wie es steht.
refusal-tandems-too-young = Noch ist kein Tandem zu fragen: Wer die Frage nicht schon hat, ist noch keine { $days } Tage zusammen; etwas später geht es.
refusal-no-lounge = Dieses Programm hat keinen Mentorentreff; `/koordination programm ändern` öffnet einen.
refusal-too-many-questions = Dieses Programm hat { $max } eigene Fragen, mehr passen nicht; `/koordination fragenkatalog entfernen` nimmt eine heraus.
refusal-too-many-ideas = Dieses Programm hat { $max } eigene Ideen, mehr passen nicht; `/koordination fragenkatalog entfernen` nimmt eine heraus.
refusal-no-such-topic = Dieses Thema hat das Programm nicht; bitte eines aus den Vorschlägen wählen oder keines, wenn die Idee zu allen passt.
refusal-no-such-question = Unter der Nummer { $number } gibt es in diesem Programm weder Frage noch Idee; `/koordination fragenkatalog liste` zeigt die Nummern.
refusal-concerns-full = Es warten schon so viele Fragen und Bedenken, dass gerade keine mehr passen; die Ansprechperson ist für dich da.
refusal-lower-k = Die Mindestzahl für Zahlen aus den Tandems steigt nur, damit nichts Verborgenes sichtbar wird; sie liegt jetzt bei { $k }.
refusal-number-range = Hier passt eine ganze Zahl von { $least } bis { $most }.
refusal-months-swapped = Die Mindestzahl der Monate liegt über der Höchstzahl; bitte prüfe beide.
refusal-same-person = Ein Tandem besteht aus zwei Personen; bitte wähle zwei verschiedene.
refusal-bots-stay-out = Ein Bot kann in keinem Tandem sein; bitte wähle eine Person.
refusal-person-gone = Diese Person ist gerade nicht auf dem Server; bitte lade sie zuerst ein.
refusal-already-paired = Die beiden sind schon ein Tandem oder einander vorgeschlagen; bitte wähle andere Personen.
refusal-other-direction = Die beiden sind schon in umgekehrter Richtung verbunden, und mehr als eine Richtung gibt es zu zweit nicht; bitte wähle andere Personen.
refusal-pair-barred = Dieses Paar hat die Koordination gesperrt; `/koordination tandembildung vorschlagen` zeigt unter *Festgehalten und gesperrt*, wie es sich entsperren lässt.
refusal-pair-in-line = Die beiden gehören zu einer Berichtslinie, und solche Tandems gibt es nie; bitte wähle andere Personen.
refusal-no-free-mentor = Wer beraten soll, hat in diesem Programm gerade keinen freien Platz dafür; bitte wähle jemand anderen.
refusal-no-free-mentee = Wer beraten werden soll, sucht in diesem Programm gerade niemanden; bitte wähle jemand anderen.
refusal-mentor-full = Alle Plätze dieser Person sind schon festgehalten; `/koordination tandembildung vorschlagen` zeigt unter *Festgehalten und gesperrt*, wie sich einer loslassen lässt.
refusal-not-in-programme = Eine der beiden Personen ist nicht in diesem Programm; bitte wähle zwei, die teilnehmen.
refusal-no-plan = Es gibt keinen Plan, zu dem noch niemand gefragt ist; `/koordination tandembildung vorschlagen` macht einen.
refusal-swap-unclear = Diese beiden können im Plan nicht tauschen: Nötig sind zwei auf derselben Seite mit je einem Tandem, oder eine Person, die noch keines hat; bitte wähle andere.
refusal-plan-outdated = Seit diesem Plan hat sich etwas geändert; bitte mach mit `/koordination tandembildung vorschlagen` einen neuen.
refusal-answer-time = Zum Antworten braucht es mindestens einen Tag, und mehr als { $days } Tage sind es nicht; bitte wähle eine Zeit dazwischen.
refusal-no-room =
    { $room ->
        [0] Auf diesem Server ist kein Platz mehr für ein weiteres Tandem; ein zweiter Server hilft.
        [one] Auf diesem Server ist noch Platz für ein Tandem; ein geteiltes Programm oder ein zweiter Server hilft.
       *[other] Auf diesem Server ist noch Platz für { $room } Tandems; ein geteiltes Programm oder ein zweiter Server hilft.
    }
refusal-bot-lacks-permission = Dafür fehlen mir Berechtigungen; `/einrichten` nennt sie, und wer den Server verwaltet, kann sie vergeben.
refusal-nothing-waits = Hier wartet nichts mehr auf eine Antwort; `/meine-angaben` zeigt, was auf dich wartet.
refusal-not-met-yet = Teilen lässt sich etwas ab dem ersten Treffen; `/treffen planen` legt eines an.
refusal-practices-wait = Auf euch beide warten schon { $max } Praxistipps oder Erkenntnisse, mehr passen nicht; bitte beantwortet zuerst eine der Fragen dazu.
refusal-remarks-wait = Von dir warten { $max } Anmerkungen, mehr passen nicht; nach dem Ende des Zeitraums ist wieder Platz.
refusal-file-too-large = Die Datei ist größer als die { $max } MB, die Discord von mir annimmt; eine kleinere oder ein Link tut es auch.
refusal-file-runs = Dateien, die ein Computer ausführen würde, gebe ich nicht weiter; ein Link darauf tut es auch.
refusal-file-not-there = Ich konnte die Datei bei Discord nicht abholen, geteilt wurde nichts; bitte noch einmal anhängen.

## Einrichten

refusal-open-channel = Diesen Kanal können alle sehen; nötig ist einer, den nur die Koordination öffnen kann.
refusal-setup-role-everyone = Eine Rolle für Koordination oder Coach kann nicht alle umfassen; nötig ist eine Rolle, die nur diese Personen haben.
refusal-setup-incomplete = Noch fehlen die Rolle der Koordination und ein Kanal für den Wochenüberblick; bitte gib beides einmal an.

## Mitmachen

refusal-nothing-chosen = Davon ist hier nichts wählbar; bitte wähle mindestens einen Punkt im Menü.
refusal-too-many-chosen = Das sind mehr, als Platz haben; bitte wähle höchstens { $max }.
refusal-bad-tenure = Das kann ich nicht als Zeit im Unternehmen lesen; mögliche Schreibweisen sind 18 Monate, 2 Jahre oder 03/2024.
refusal-bad-hours = Das ist keine Zahl von Stunden im Monat; möglich ist 1 bis { $max }.
refusal-bad-capacity = Das ist keine Zahl von Tandems; möglich ist 1 bis { $max }.
refusal-nothing-stored = Über dich ist auf diesem Server nichts gespeichert.
refusal-agree-first = Zuerst kommen Datenschutzhinweis und Vertraulichkeitszusage; `/mitmachen` zeigt beides.
refusal-not-finished = Es fehlt noch etwas, oder der Entwurf ist gelöscht; `/mitmachen` zeigt, was.
refusal-role-taken = Dein Tandem oder ein Vorschlag braucht die Rolle, die du abgeben würdest; beide Rollen zugleich sind möglich.
refusal-still-in-tandem = Du bist in einem Tandem dieses Programms; das wird zuerst beendet, mit `/tandem-beenden` in seinem Kanal, und auch dafür braucht es keinen Grund.
refusal-proposal-waits = Ein vorgeschlagenes Tandem ist noch offen; ablehnen kannst du es unter *Mein Platz*, ein begonnenes beendest du in seinem Kanal, und danach kannst du aus dem Programm gehen.
refusal-takes-part-already = Diese Person ist schon dabei, zu entscheiden ist nichts; `/koordination personen liste` zeigt alle.
refusal-not-waiting = Diese Person wartet auf keine Entscheidung; `/koordination personen liste` zeigt, wer wartet.
refusal-person-not-enrolled = Diese Person hat sich für dieses Programm nicht angemeldet; `/koordination personen liste` zeigt alle.

## Listen

refusal-list-too-long = Die Liste ist größer als die { $max } Zeilen, die ich auf einmal nehme; bitte teile sie auf.
refusal-list-unreadable = Das kann ich nicht als Tabelle lesen; nötig ist eine CSV-Datei, deren erste Zeile die Spalten benennt.
refusal-list-without-people = Keine Spalte nennt Personen; nötig ist eine mit der Überschrift Person, darin eine ID oder ein Name.
refusal-list-too-slow = Ich konnte nicht alle rechtzeitig nachsehen, eingeladen ist niemand; in kleineren Teilen geht es.
refusal-look-up-failed = Discord sagt mir gerade nicht, wer auf diesem Server ist, eingeladen ist niemand; bitte versuch es später wieder.

## Kennenlernen

refusal-meetup-runs = Gerade läuft ein Kennenlernen; `/koordination kennenlernen beenden` beendet es, danach lässt sich das nächste planen.
refusal-meetup-unplanned = Ein Kennenlernen ist noch nicht geplant; `/koordination kennenlernen planen` mit der Option `wann` legt fest, wann es beginnt.
refusal-meetup-none = Gerade läuft kein Kennenlernen, und keines ist geplant; `/koordination kennenlernen planen` ändert das.
refusal-meetup-nobody = Zum Kennenlernen braucht es Personen mit freiem Platz, die beraten, und solche, die jemanden suchen, und in jeder Gruppe beides; `/koordination personen liste` zeigt, wer dabei ist.
refusal-meetup-no-room =
    { $rooms ->
        [0] Auf diesem Server ist kein Platz für einen Sprachkanal und einen Raum; wenn ein paar Kanäle frei werden, geht es.
       *[other] Auf diesem Server ist Platz für { $rooms } Räume, in denen auch in mehreren Gruppen nacheinander nur { $people } Personen Platz hätten; mehr freie Kanäle helfen, oder weniger Personen, die beraten.
    }
refusal-meetup-may-not = Dafür fehlt mir „Verbinden“, „Mitglieder verschieben“ oder „Kanäle verwalten“; `/einrichten` nennt, was fehlt, und wer den Server verwaltet, kann es vergeben.
