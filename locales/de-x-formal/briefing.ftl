# Nur was mit Sie anders lautet; alles Übrige steht in der Datei unter de.
briefing-footer-mentor = Einführung für Mentorinnen und Mentoren, Karte { $number } von { $of }. Das sehen nur Sie.
briefing-footer-mentee = Einführung für Mentees, Karte { $number } von { $of }. Das sehen nur Sie.
briefing-done = Danke, das war alles. Die Karten bleiben hier: Mit `/meine-angaben` kommen Sie jederzeit wieder hin. Wer sie noch nicht gelesen hat, zeige ich der Koordination nie; zu Beginn der Tandembildung bekommt sie eine einzige Zahl, und auch die nur, wenn sie auf niemanden schließen lässt.
briefing-mentor-equal-text = In diesem Tandem kennen Sie sich in der Sache aus, was auch immer im Organigramm steht. Ihr Gegenüber hat sich entschieden, von Ihnen zu lernen; deshalb sind Sie beide hier.

    Klären Sie am Anfang, wie Sie miteinander reden wollen. Sagen Sie „ich“, wenn Sie aus Ihrer Erfahrung erzählen: „Ich mache das so“ klingt anders als „Da muss man“. Und sagen Sie es, wenn Sie etwas nicht wissen. Gemeinsam nachzusehen ist oft das Beste an der ganzen Stunde.
briefing-mentor-questions-text = Es hilft die Erklärung, die passt. Fragen Sie also zuerst, und fragen Sie offen:

    • Wie machen Sie das heute?
    • Was stört Sie daran am meisten?
    • Was wäre anders, wenn es gut liefe?
    • Was haben Sie schon versucht?

    Dann warten Sie. Fünf Sekunden Stille fühlen sich lang an und lohnen sich meistens. Ein „Warum“ klingt leicht nach Vorwurf; „Wie kommt es“ oder „Wozu“ sind freundlicher.
briefing-mentor-watching-text = Wer lernt, hat die Maus in der Hand. Schauen Sie in Ruhe zu, auch wo Sie schneller wären, und notieren Sie, was Ihnen auffällt, statt zu unterbrechen.

    Danach beginnen Sie mit dem, was geklappt hat. Dann eine Sache für das nächste Mal, nicht zehn. „Mir ist aufgefallen, dass …“ lässt Ihrem Gegenüber die Entscheidung; „Sie machen immer …“ nimmt sie weg. Und übernehmen Sie nie „nur ganz kurz“: Sonst haben am Ende Sie etwas gelernt und Ihr Gegenüber nicht.
briefing-mentor-day-text = Sie verbringen einen ganzen Tag am Arbeitsplatz Ihres Gegenübers. Klären Sie vorher zweierlei: was Sie sehen dürfen, und wann Sie hinausgehen.

    An diesem Tag sind Sie zu Gast. Achten Sie auf Momente, in denen ein Werkzeug Zeit oder Ärger sparen könnte, und notieren Sie sie mit Uhrzeit. Über die Arbeit selbst urteilen Sie nicht, und bevor Sie von Dritten erzählen, fragen Sie. Abends eine halbe Stunde zu zweit: Was haben Sie beide gesehen, und welche zwei oder drei kleinen Dinge lohnen den Anfang?
briefing-mentor-fields-title = Drei Felder, und Sie wählen gemeinsam
briefing-mentor-fields-text = Drei Felder stehen zur Wahl: mobile Geräte, soziale Medien, vernetzte Produkte. Sie müssen in keinem davon alles wissen. Es zählt, dass Sie selbstverständlich damit umgehen und zeigen können, wie.

    Wählen Sie zu zweit für den Anfang ein Feld, und zwar nach dem, was Ihr Gegenüber in drei Monaten können möchte. Bringen Sie Ihr eigenes Gerät und eigene Beispiele mit. Wo Ihre Berufsschule oder Ihre Abteilung etwas anders macht, ist auch das erzählenswert.
briefing-mentor-task-text = Was eine Woche lang niemand benutzt, ist vergessen. Geben Sie deshalb nach jedem Treffen etwas Kleines mit:

    • Es dauert höchstens eine Stunde, besser eine halbe, und passt in einen normalen Arbeitstag.
    • Es geht um etwas, das ohnehin zu tun ist.
    • Es ist klar, wann es geschafft ist.

    „Verschicken Sie die Agenda für Donnerstag als Link“ ist besser als „Schauen Sie sich mal die Cloud an“. `/aufgabe geben` hält es hier fest, und der Bot hat Ideen zu jedem Thema. *Hakt noch* ist eine gute Antwort: Dann wissen Sie beide, worüber Sie als Nächstes reden.
briefing-mentor-private-text = Wo es um soziale Medien oder private Geräte geht, ziehen Sie zuerst eine Grenze: Es geht um das, was Ihr Gegenüber beruflich zeigen möchte.

    • Niemand muss ein privates Profil öffnen, sich vernetzen oder etwas veröffentlichen.
    • Private Konten und Fotos bleiben draußen, auch Ihre.
    • Wo es im Unternehmen Regeln gibt (für Geräte, Daten, Bilder von anderen), gelten sie auch hier. Im Zweifel fragen Sie vorher die Ansprechperson.

    Zeigen Sie es an Ihrem eigenen Konto oder an einem erfundenen Beispiel.
briefing-mentor-confidential-text = Ihr Gegenüber zeigt Ihnen, was noch nicht klappt. Das ist ein Vertrauensvorschuss, und er trägt nur, wenn nichts davon weitergeht: nicht ins Team, nicht an Ihre Führungskraft, auch nicht als lustige Geschichte ohne Namen.

    Die Koordination sieht, dass es das Tandem gibt, und Summen über viele Tandems; was Sie schreiben und welche Zahlen Sie geben, sieht sie nicht. Kommt etwas zur Sprache, das Sie nicht für sich behalten können, weil jemand zu Schaden kommt, dann sagen Sie das offen, und holen Sie sich gemeinsam Hilfe.
briefing-mentor-help-text = Ein abgesagtes Treffen ist kein Urteil. Schlagen Sie einen neuen Termin vor; um den Rest kümmert sich `/treffen planen`, und `/pause` lässt Ihr Tandem eine Weile in Ruhe.

    Sie sind damit nicht allein: `/unterstützung` bittet um ein Gespräch und sagt zuerst, wer es liest. Und wenn Sie beide nicht zueinander passen, beendet jede Seite das Tandem mit zwei Klicks und ohne Grund. Wer es war, sage ich niemandem; zu zweit kann man es sich denken. Ein beendetes Tandem ist beendet, mehr nicht.
briefing-mentee-expect-title = Was Sie erwartet
briefing-mentee-expect-text = Alle paar Wochen treffen Sie jemanden, der in der digitalen Welt zu Hause ist und sich eine Stunde Zeit für Sie nimmt. Dazwischen gibt es eine kleine Aufgabe und ab und zu eine Frage zum Nachdenken. Wie viel Zeit das braucht, steht auf der Einladung.

    Worum es geht, bestimmen Sie: Sie wählen die Themen und bringen die Fragen aus Ihrem Alltag mit. Ihr Gegenüber ist nicht da, um Ihren Rechner zu reparieren, sondern damit Sie es selbst können.
briefing-mentee-not-knowing-text = Sie sind nicht hier, weil Ihnen etwas fehlt, und Noten gibt es keine. Sie sind hier, weil Sie etwas wissen wollen, und das zeigt sich erst, wenn Sie sagen, was Sie nicht verstehen.

    Also unterbrechen Sie. „Bitte langsamer“, „Was heißt dieses Wort?“ und „Noch einmal, und jetzt mache ich“ sind die drei nützlichsten Sätze der nächsten Monate. Fragen, die Sie im Team nicht stellen würden, gehören hierher.
briefing-mentee-day-text = Ihr Gegenüber verbringt einen ganzen Tag an Ihrem Arbeitsplatz. Nehmen Sie einen gewöhnlichen Tag, keinen Vorführtag: mit Mails, Anrufen, zwei Besprechungen und dem, was Sie ärgert.

    Sagen Sie vorher den Menschen, die Sie an dem Tag treffen, wer dabei ist und warum, und klären Sie, wann Ihr Besuch draußen wartet. Abends sprechen Sie beide eine halbe Stunde darüber, was Sie gesehen haben. Viele wundern sich, wie klein die Dinge sind, die sofort helfen.
briefing-mentee-fields-text = Auszubildende beraten Sie in einem von drei Feldern: mobile Geräte, soziale Medien, vernetzte Produkte. Nehmen Sie das, in dem Sie in drei Monaten etwas können möchten, das heute noch nicht geht.

    Ihr Gegenüber lernt selbst noch, und im eigenen Fach wissen Sie mehr. Sagen Sie das, und geben Sie davon ab: Bei den meisten geht der Austausch nach dem zweiten Treffen in beide Richtungen.
briefing-mentee-topics-title = Bringen Sie Ihren Alltag mit
briefing-mentee-topics-text = Das beste Thema ist das, was Sie letzte Woche gestört hat. Schreiben Sie es auf, wenn es passiert; `/thema vorschlagen` setzt es in Ihren Worten auf die nächste Agenda.

    Ihre Wünsche (wo möchte ich digitaler werden, was ist mir am wichtigsten, welche Fragen bringe ich mit) helfen Ihrem Gegenüber bei der Vorbereitung. Unter *Mein Platz* ändern Sie sie jederzeit.
briefing-mentee-task-text = Nach einem Treffen gibt es vielleicht eine kleine Aufgabe: höchstens eine Stunde, für etwas, das ohnehin zu tun ist. Danach sagen Sie *hat geklappt* oder *hakt noch*.

    Die Meldung *hakt noch* ist keine schlechte Nachricht. Nur Ihr Gegenüber liest sie, und sie steht auf der nächsten Agenda; die Koordination sieht höchstens eine Summe über viele Tandems. Passt die Aufgabe nicht in Ihre Woche, sagen Sie es; dann wird sie kleiner.
briefing-mentee-confidential-text = Sie sagen einander Vertraulichkeit zu, und sie gilt in beide Richtungen: Auch Ihr Gegenüber erzählt Ihnen Dinge, die nicht auf den Flur gehören.

    Ihre Führungskraft bekommt keinen Bericht, die Koordination keine Inhalte; sie sieht, dass es das Tandem gibt, und Summen über viele Tandems. Wer den Server verwaltet, könnte jeden Kanal öffnen; verhindern lässt sich das bei Discord nicht. `/tandem-beenden` beendet das Tandem ohne Grund; wer es war, sage ich niemandem, auch wenn man es sich zu zweit denken kann.
