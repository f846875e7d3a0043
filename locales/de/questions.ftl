# Der Vorrat an Impulsfragen. Jede spricht beide zugleich an; Vorlage und Abschnitt stehen in src/domain/question.rs.

## Am Anfang

question-001 = Welche App öffnet ihr morgens jeweils als Erstes, und was würde euch fehlen, wenn es sie morgen nicht mehr gäbe?
question-002 = Wann habt ihr zuletzt etwas Digitales gelernt, indem ihr jemandem über die Schulter geschaut habt? Was genau war da zu sehen?
question-003 = Welche Frage zur Technik tragt ihr mit euch herum, weil sie euch zu klein vorkam, um sie zu stellen? Hier ist der Ort dafür.
question-004 = Zeigt einander, wie ihr im Blick behaltet, was zu tun ist: Liste, Kalender, Zettel, Gedächtnis. Was würdet ihr gern übernehmen?
question-005 = Welches Gerät habt ihr als erstes aufgeschraubt, eingerichtet oder wieder zum Laufen gebracht? Was habt ihr dabei gelernt?
question-006 = Woran merkt ihr in einer Videokonferenz, dass jemand nicht mehr zuhört? Und was tut ihr dann?
question-007 = Nehmt eine Schlagzeile von heute und prüft sie gemeinsam. Wo schaut ihr zuerst nach, und wann seid ihr zufrieden?
question-008 = Welche digitale Arbeit gebt ihr heute an andere ab, die ihr am Ende dieses Tandems gern selbst erledigen würdet?
question-009 = Welche ungeschriebenen Regeln gelten in euren Besprechungen für das Telefon? Wer hat sie gemacht, und wem nützen sie?
question-010 = Jemand benutzt einen Fachbegriff, und alle nicken. Mit welchem Satz lässt sich trotzdem nachfragen?
question-011 = Sucht im Netz nach eurem eigenen Namen und vergleicht dann: Was würde eine neue Kundin über euch erfahren, und was fehlt?
question-012 = Welches Programm ist in eurer Abteilung im Einsatz, obwohl niemand es mag? Was müsste geschehen, damit es verschwindet?
question-013 = Öffnet nebeneinander die Einstellungen eurer Telefone. Welche drei habt ihr jeweils absichtlich geändert, und warum?
question-014 = Jemand schaut euch zum ersten Mal einen Arbeitstag lang zu. Was bleibt unbemerkt, wenn ihr nicht darauf hinweist?
question-015 = Welche Gewohnheit verteidigt ihr gegen jedes neue Werkzeug? Was hat sie für sich?
question-016 = Wer im Unternehmen kann etwas Digitales, das ihr auch gern könntet? Was hat euch bisher davon abgehalten zu fragen?
question-017 = Wie lernt ihr ein neues Programm: lesen, fragen, ausprobieren, zuschauen? Was folgt daraus für die Aufgaben in diesem Tandem?

## In der Mitte

question-018 = Lasst einen KI-Assistenten eine Mail entwerfen, die ihr ohnehin schreiben müsst. Was würdet ihr unterschreiben, und welcher Satz verrät die Maschine?
question-019 = Welche Entscheidung fällt in eurem Bereich nach Gefühl, obwohl es Zahlen dazu gibt? Wo liegen sie, und wer käme an sie heran?
question-020 = Über welchen Fehler konntet ihr bei der Arbeit zuletzt offen sprechen? Was hat das möglich gemacht?
question-021 = Nehmt eine Arbeit, die in einem Monat fertig sein soll. Wie sähe eine Fassung aus, die übermorgen jemand ausprobieren kann?
question-022 = Welche Gruppe oder welches Netzwerk im Netz gibt euch etwas für die Arbeit? Und was gebt ihr hinein?
question-023 = Was würdet ihr niemals öffentlich schreiben? Erzählt einander, wie ihr zu dieser Grenze gekommen seid.
question-024 = Welches eurer Produkte oder Angebote sammelt Daten, die niemand ansieht? Was könnten Kundinnen und Kunden damit anfangen?
question-025 = Wo habt ihr in letzter Zeit eine Maschine gefragt statt eine Kollegin oder einen Kollegen? Was war gewonnen, was ging verloren?
question-026 = Tauscht für eine halbe Stunde die Rollen: Wer bisher erklärt hat, fragt jetzt. Welches Thema nehmt ihr euch vor?
question-027 = Welche eurer Besprechungen könnte ein Dokument sein? Und welches Dokument wäre besser ein Gespräch gewesen?
question-028 = Wo hat es zuletzt gehakt? Geht zurück zu genau dem Schritt, an dem es geschah, und probiert ihn noch einmal gemeinsam.
question-029 = Was würdet ihr einen KI-Assistenten bei der Arbeit nie fragen? Ist der Grund technisch, rechtlich oder Geschmackssache?
question-030 = Wer bleibt in eurem Team außen vor, wenn alles digital läuft? Was würde diese Menschen zurückholen?
question-031 = Welche Zahl auf einem Bildschirm seht ihr euch jeden Tag an? Was würdet ihr anders machen, wenn sich herausstellte, dass sie falsch ist?
question-032 = Ihr müsst jemandem im Team etwas Unangenehmes sagen: Chat, Mail, Sprachnachricht, Anruf oder der Gang ins Büro? Vertretet verschiedene Antworten.
question-033 = Was habt ihr vergangene Woche nachgeschlagen? Welcher Antwort habt ihr sofort vertraut, und weshalb?
question-034 = Was habt ihr noch nicht ausprobiert, weil ihr auf eine Erlaubnis wartet? Wer könnte sie geben, und braucht es überhaupt eine?
question-035 = Welches Konto in einem sozialen Netzwerk zeigt euer Unternehmen so, wie ihr es kennt? Was macht es anders als das offizielle?
question-036 = Welche Maschine oder welches Gerät in eurer Umgebung sollte selbst melden können, was ihm fehlt? Schreibt die erste Nachricht auf.
question-037 = Blickt auf den gemeinsamen Arbeitstag zurück: Welcher Schritt hat am längsten gedauert, und wer hat je gefragt, warum?
question-038 = In welchen Momenten des Arbeitstags steht ein Werkzeug im Weg? Sucht euch einen aus und findet das Kleinste, was helfen würde.
question-039 = Was habt ihr in diesen Gesprächen über das eigene Unternehmen erfahren, das in keinem Handbuch steht?
question-040 = Welche Erfahrung, die mit Computern nichts zu tun hat, hilft euch, neue Technik zu beurteilen?
question-041 = Einen ganzen Tag lang fällt das Netz aus. Was geht weiter, was steht still, und was wird womöglich sogar besser?
question-042 = Welches neue Werkzeug wurde bei euch gut eingeführt? Wer wurde wann gefragt, und was fiel dafür weg?
question-043 = Wann habt ihr zuletzt wegen etwas, das ihr im Netz gelesen habt, eure Meinung geändert? Was hat euch überzeugt?
question-044 = Euer Team bekommt vier Stunden im Monat zum Ausprobieren. Wofür würdet ihr die ersten vier nutzen?
question-045 = Welche Benachrichtigungen könntet ihr heute ausschalten, ohne dass es jemandem auffällt? Tut es, und erzählt beim nächsten Treffen, was geschah.

## Gegen Ende

question-046 = Was tut ihr heute, ohne darüber nachzudenken, das vor ein paar Wochen noch eine Aufgabe war?
question-047 = Welche eurer Aufgaben würdet ihr an ein anderes Tandem weitergeben, und wie würdet ihr sie heute formulieren?
question-048 = Was habt ihr am Anfang voneinander erwartet, und was kam anders?
question-049 = Wem könntet ihr im nächsten Monat etwas zeigen, das ihr hier ausprobiert habt? Legt euch auf eine Person und einen Tag fest.
question-050 = Welche eurer Fragen sind noch offen? Wer außer euch beiden könnte etwas dazu wissen?
question-051 = Was sollten die Menschen wissen, die im Unternehmen über Werkzeuge entscheiden? Findet einen Satz, den ihr beide unterschreiben würdet.
question-052 = Was hat sich daran geändert, wie ihr um Hilfe bittet oder wie ihr sie gebt?
question-053 = Wenn ihr euch auch nach dem Programm viermal im Jahr träfet: wozu?
question-054 = Blättert durch die Monate zurück: Welches Gespräch hatte Folgen außerhalb dieses Kanals?
question-055 = Welches Thema habt ihr nur gestreift? Was wäre ein erster Schritt, den ihr jeweils allein gehen könnt?
question-056 = Was wisst ihr jetzt über die Arbeit der anderen Seite, das euch die eigene anders sehen lässt?
