# Das Ende eines Tandems: die private Rückfrage, ein Abschied für beide, und wie es weitergeht.
leave-confirm = Möchtest du das Tandem mit { $partner } beenden? Du brauchst keinen Grund, und wer es beendet hat, erfährt niemand; zu zweit kann { $partner } es sich denken. Ihr lest beide denselben Abschied. Der Kanal bleibt 7 Tage lesbar und wird dann geschlossen.
leave-confirm-button = Ja, dieses Tandem beenden
leave-stay-button = Nein, offen lassen
leave-stayed = In Ordnung, euer Tandem bleibt offen. Dass du hier nachgesehen hast, erfährt niemand.
leave-done = Das Tandem ist beendet. Der Abschied steht gleich im Kanal, für euch beide derselbe.
leave-goodbye = { $mentor }, { $mentee }, dieses Tandem ist beendet. Danke für die Zeit und die Offenheit, die ihr einander geschenkt habt. Was hier gesagt wurde, bleibt unter euch. Lesen könnt ihr den Kanal noch bis { $until }, dann wird er geschlossen. Der Knopf unten fragt euch beide getrennt, wie es weitergehen soll.
leave-partner-gone = { $mentor }, { $mentee }, dieses Tandem ist beendet, weil nicht mehr alle daraus auf diesem Server sind. Danke für die Zeit und die Offenheit. Lesen lässt sich der Kanal noch bis { $until }, dann wird er geschlossen. Der Knopf unten fragt vertraulich, wie es weitergehen soll.
leave-goes-on-button = Wie soll es weitergehen?
leave-goes-on = Wie soll es für dich weitergehen? Diese Frage siehst nur du. Die Koordination erfährt, ob du für ein neues Tandem frei bist, sonst nichts, und erst wenn ihr beide geantwortet habt oder 14 Tage vorbei sind.
leave-answer-new = Bisher hast du geantwortet: ein neues Tandem.
leave-answer-not-now = Bisher hast du geantwortet: gerade nicht.
leave-new-button = Ein neues Tandem
leave-break-button = Erst einmal eine Pause
leave-stop-button = Hier aufhören
leave-new-noted = Vermerkt: Du möchtest ein neues Tandem. Bei der nächsten Tandembildung bist du dabei.
leave-break-noted = Vermerkt: eine Pause. Wenn du weitermachen möchtest, änderst du das über denselben Knopf oder mit `/meine-angaben`.
leave-stop-noted = Vermerkt: Du hörst hier auf. Danke, dass du dabei warst. Falls du es dir anders überlegst, änderst du das über denselben Knopf oder mit `/meine-angaben`.
