# Die Einführung: Karten, die man nacheinander liest, als private Antwort.
briefing-button = Einführung
briefing-back-button = Zurück
briefing-next-button = Weiter
briefing-done-button = Gelesen
briefing-footer-mentor = Einführung für Mentorinnen und Mentoren, Karte { $number } von { $of }. Das siehst nur du.
briefing-footer-mentee = Einführung für Mentees, Karte { $number } von { $of }. Das siehst nur du.
briefing-done = Danke, das war alles. Die Karten bleiben hier: Mit `/meine-angaben` kommst du jederzeit wieder hin. Wer sie noch nicht gelesen hat, zeige ich der Koordination nie; zu Beginn der Tandembildung bekommt sie eine einzige Zahl, und auch die nur, wenn sie auf niemanden schließen lässt.
briefing-other-mentor = Weiter zur Einführung für Mentorinnen und Mentoren
briefing-other-mentee = Weiter zur Einführung für Mentees

## Für Mentorinnen und Mentoren

briefing-mentor-equal-title = Zwei Menschen an einem Tisch
briefing-mentor-equal-text = In diesem Tandem kennst du dich in der Sache aus, was auch immer im Organigramm steht. Dein Gegenüber hat sich entschieden, von dir zu lernen; deshalb seid ihr beide hier.

    Klärt am Anfang, wie ihr miteinander reden wollt. Sag „ich“, wenn du aus deiner Erfahrung erzählst: „Ich mache das so“ klingt anders als „Da muss man“. Und sag es, wenn du etwas nicht weißt. Gemeinsam nachzusehen ist oft das Beste an der ganzen Stunde.
briefing-mentor-questions-title = Erst fragen, dann erklären
briefing-mentor-questions-text = Es hilft die Erklärung, die passt. Frag also zuerst, und frag offen:

    • Wie machst du das heute?
    • Was nervt dich daran am meisten?
    • Was wäre anders, wenn es gut liefe?
    • Was hast du schon versucht?

    Dann warte. Fünf Sekunden Stille fühlen sich lang an und lohnen sich meistens. Ein „Warum“ klingt leicht nach Vorwurf; „Wie kommt es“ oder „Wozu“ sind freundlicher.
briefing-mentor-watching-title = Machen lassen und zusehen
briefing-mentor-watching-text = Wer lernt, hat die Maus in der Hand. Schau in Ruhe zu, auch wo du schneller wärst, und notiere, was dir auffällt, statt zu unterbrechen.

    Danach beginnst du mit dem, was geklappt hat. Dann eine Sache für das nächste Mal, nicht zehn. „Mir ist aufgefallen, dass …“ lässt deinem Gegenüber die Entscheidung; „Du machst immer …“ nimmt sie weg. Und übernimm nie „nur ganz kurz“: Sonst hast am Ende du etwas gelernt und dein Gegenüber nicht.
briefing-mentor-day-title = Ein Tag am Arbeitsplatz
briefing-mentor-day-text = Du verbringst einen ganzen Tag am Arbeitsplatz deines Gegenübers. Klärt vorher zweierlei: was du sehen darfst, und wann du hinausgehst.

    An diesem Tag bist du zu Gast. Achte auf Momente, in denen ein Werkzeug Zeit oder Ärger sparen könnte, und notiere sie mit Uhrzeit. Über die Arbeit selbst urteilst du nicht, und bevor du von Dritten erzählst, fragst du. Abends eine halbe Stunde zu zweit: Was habt ihr gesehen, und welche zwei oder drei kleinen Dinge lohnen den Anfang?
briefing-mentor-fields-title = Drei Felder, und ihr wählt gemeinsam
briefing-mentor-fields-text = Drei Felder stehen zur Wahl: mobile Geräte, soziale Medien, vernetzte Produkte. Du musst in keinem davon alles wissen. Es zählt, dass du selbstverständlich damit umgehst und zeigen kannst, wie.

    Wählt für den Anfang ein Feld, und zwar nach dem, was dein Gegenüber in drei Monaten können möchte. Bring dein eigenes Gerät und eigene Beispiele mit. Wo deine Berufsschule oder deine Abteilung etwas anders macht, ist auch das erzählenswert.
briefing-mentor-task-title = Eine kleine Aufgabe bis zum nächsten Mal
briefing-mentor-task-text = Was eine Woche lang niemand benutzt, ist vergessen. Gib deshalb nach jedem Treffen etwas Kleines mit:

    • Es dauert höchstens eine Stunde, besser eine halbe, und passt in einen normalen Arbeitstag.
    • Es geht um etwas, das ohnehin zu tun ist.
    • Es ist klar, wann es geschafft ist.

    „Verschick die Agenda für Donnerstag als Link“ ist besser als „Schau dir mal die Cloud an“. `/aufgabe geben` hält es hier fest, und der Bot hat Ideen zu jedem Thema. *Hakt noch* ist eine gute Antwort: Dann wisst ihr, worüber ihr als Nächstes redet.
briefing-mentor-private-title = Privat bleibt privat
briefing-mentor-private-text = Wo es um soziale Medien oder private Geräte geht, zieht zuerst eine Grenze: Es geht um das, was dein Gegenüber beruflich zeigen möchte.

    • Niemand muss ein privates Profil öffnen, sich vernetzen oder etwas veröffentlichen.
    • Private Konten und Fotos bleiben draußen, auch deine.
    • Wo es im Unternehmen Regeln gibt (für Geräte, Daten, Bilder von anderen), gelten sie auch hier. Im Zweifel fragt ihr vorher bei der Ansprechperson nach.

    Zeig es an deinem eigenen Konto oder an einem erfundenen Beispiel.
briefing-mentor-confidential-title = Was hier gesagt wird, bleibt hier
briefing-mentor-confidential-text = Dein Gegenüber zeigt dir, was noch nicht klappt. Das ist ein Vertrauensvorschuss, und er trägt nur, wenn nichts davon weitergeht: nicht ins Team, nicht an deine Führungskraft, auch nicht als lustige Geschichte ohne Namen.

    Die Koordination sieht, dass es das Tandem gibt, und Summen über viele Tandems; was ihr schreibt und welche Zahlen ihr gebt, sieht sie nicht. Kommt etwas zur Sprache, das du nicht für dich behalten kannst, weil jemand zu Schaden kommt, dann sag das offen, und holt euch gemeinsam Hilfe.
briefing-mentor-help-title = Wenn es hakt
briefing-mentor-help-text = Ein abgesagtes Treffen ist kein Urteil. Schlag einen neuen Termin vor; um den Rest kümmert sich `/treffen planen`, und `/pause` lässt euer Tandem eine Weile in Ruhe.

    Du bist damit nicht allein: `/unterstützung` bittet um ein Gespräch und sagt zuerst, wer es liest. Und wenn ihr nicht zueinander passt, beendet jede Seite das Tandem mit zwei Klicks und ohne Grund. Wer es war, sage ich niemandem; zu zweit kann man es sich denken. Ein beendetes Tandem ist beendet, mehr nicht.

## Für Mentees

briefing-mentee-expect-title = Was dich erwartet
briefing-mentee-expect-text = Alle paar Wochen triffst du jemanden, der in der digitalen Welt zu Hause ist und sich eine Stunde Zeit für dich nimmt. Dazwischen gibt es eine kleine Aufgabe und ab und zu eine Frage zum Nachdenken. Wie viel Zeit das braucht, steht auf der Einladung.

    Worum es geht, bestimmst du: Du wählst die Themen und bringst die Fragen aus deinem Alltag mit. Dein Gegenüber ist nicht da, um deinen Rechner zu reparieren, sondern damit du es selbst kannst.
briefing-mentee-not-knowing-title = Nichtwissen ist der Sinn der Sache
briefing-mentee-not-knowing-text = Du bist nicht hier, weil dir etwas fehlt, und Noten gibt es keine. Du bist hier, weil du etwas wissen willst, und das zeigt sich erst, wenn du sagst, was du nicht verstehst.

    Also unterbrich. „Bitte langsamer“, „Was heißt dieses Wort?“ und „Noch einmal, und jetzt mache ich“ sind die drei nützlichsten Sätze der nächsten Monate. Fragen, die du im Team nicht stellen würdest, gehören hierher.
briefing-mentee-day-title = Ein Tag mit Besuch
briefing-mentee-day-text = Dein Gegenüber verbringt einen ganzen Tag an deinem Arbeitsplatz. Nimm einen gewöhnlichen Tag, keinen Vorführtag: mit Mails, Anrufen, zwei Besprechungen und dem, was dich ärgert.

    Sag vorher den Menschen, die du an dem Tag triffst, wer dabei ist und warum, und kläre, wann dein Besuch draußen wartet. Abends sprecht ihr eine halbe Stunde darüber, was ihr gesehen habt. Viele wundern sich, wie klein die Dinge sind, die sofort helfen.
briefing-mentee-fields-title = Eines von drei Feldern
briefing-mentee-fields-text = Auszubildende beraten dich in einem von drei Feldern: mobile Geräte, soziale Medien, vernetzte Produkte. Nimm das, in dem du in drei Monaten etwas können möchtest, das heute noch nicht geht.

    Dein Gegenüber lernt selbst noch, und im eigenen Fach weißt du mehr. Sag das, und gib davon ab: Bei den meisten geht der Austausch nach dem zweiten Treffen in beide Richtungen.
briefing-mentee-topics-title = Bring deinen Alltag mit
briefing-mentee-topics-text = Das beste Thema ist das, was dich letzte Woche genervt hat. Schreib es auf, wenn es passiert; `/thema vorschlagen` setzt es in deinen Worten auf die nächste Agenda.

    Deine Wünsche (wo möchte ich digitaler werden, was ist mir am wichtigsten, welche Fragen bringe ich mit) helfen deinem Gegenüber bei der Vorbereitung. Unter *Mein Platz* änderst du sie jederzeit.
briefing-mentee-task-title = Kleine Aufgaben, und *hakt noch* ist in Ordnung
briefing-mentee-task-text = Nach einem Treffen gibt es vielleicht eine kleine Aufgabe: höchstens eine Stunde, für etwas, das ohnehin zu tun ist. Danach sagst du *hat geklappt* oder *hakt noch*.

    Die Meldung *hakt noch* ist keine schlechte Nachricht. Nur dein Gegenüber liest sie, und sie steht auf der nächsten Agenda; die Koordination sieht höchstens eine Summe über viele Tandems. Passt die Aufgabe nicht in deine Woche, sag es; dann wird sie kleiner.
briefing-mentee-confidential-title = Was hier gesagt wird, bleibt hier
briefing-mentee-confidential-text = Ihr sagt einander Vertraulichkeit zu, und sie gilt in beide Richtungen: Auch dein Gegenüber erzählt dir Dinge, die nicht auf den Flur gehören.

    Deine Führungskraft bekommt keinen Bericht, die Koordination keine Inhalte; sie sieht, dass es das Tandem gibt, und Summen über viele Tandems. Wer den Server verwaltet, könnte jeden Kanal öffnen; verhindern lässt sich das bei Discord nicht. `/tandem-beenden` beendet das Tandem ohne Grund; wer es war, sage ich niemandem, auch wenn man es sich zu zweit denken kann.
