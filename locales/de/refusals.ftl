# Absagen: ein Satz, der sagt, woran es liegt und was weiterhilft. Geändert hat sich danach nichts.

## Ort und Person

refusal-not-in-server = Das geht nur auf dem Server deines Teams, bitte gib den Befehl dort ein.
refusal-not-set-up = Tandem ist auf diesem Server noch nicht eingerichtet; wer den Server verwalten darf, kann das mit `/einrichten` tun.
refusal-tandem-channel-only = Das geht nur im Kanal deines Tandems, bitte gib den Befehl dort ein.
refusal-not-your-tandem = Dieser Kanal gehört zu einem anderen Tandem; bitte gib den Befehl im Kanal deines eigenen ein.
refusal-not-your-button = Dieser Knopf ist für jemand anderen gedacht; `/hilfe` zeigt, was hier möglich ist.
refusal-not-taking-part = Du nimmst auf diesem Server an keinem Programm teil; die Koordination weiß, wie du dazukommst.
refusal-no-tandem = Du hast gerade kein offenes Tandem; `/meine-angaben` zeigt, was auf dich wartet.
refusal-choose-tandem = Du hast mehrere Tandems; bitte wähle eines unter tandem aus oder gib den Befehl in seinem Kanal ein.
refusal-leave-elsewhere = Damit nicht das falsche Tandem endet, gib `/tandem-beenden` bitte im Kanal des Tandems ein, das du meinst.
refusal-coordinators-only = Dieser Befehl gehört der Koordination; `/hilfe` zeigt, was hier möglich ist.
refusal-manage-server-only = Zum Einrichten ist die Berechtigung „Server verwalten“ nötig; bitte frag jemanden, der sie hat.

## Zeit und Phase

refusal-programme-not-running = Das Programm läuft gerade nicht; das wird möglich, sobald es begonnen hat.
refusal-programme-closed = Das Programm ist abgeschlossen, deshalb geht das nicht mehr; Fragen dazu beantwortet die Koordination.
refusal-tandem-ended = Dieses Tandem ist beendet, der Kanal ist nur noch zum Lesen da; der Knopf *Wie soll es weitergehen?* zeigt die nächsten Schritte.
refusal-too-late = Discord hat das zu spät zugestellt, geändert hat sich nichts; bitte mach es noch einmal.
refusal-not-saved = Ich kann gerade nichts speichern, geändert hat sich nichts; bitte versuch es in einer Weile wieder.

## Aufgaben

refusal-task-unknown = Eine Aufgabe { $number } gibt es in diesem Tandem nicht; `/aufgabe liste` zeigt, welche es gibt.
refusal-task-number = „{ $input }“ ist keine Aufgabennummer; `/aufgabe liste` zeigt die Nummern.
refusal-task-none-open = Für dich ist gerade keine Aufgabe offen; `/aufgabe liste` zeigt alle.
refusal-task-for-other = Aufgabe { $number } ist für { $person }, und die Meldung kommt von dort; im Kanal kannst du gern etwas dazu schreiben.
refusal-task-given-by-other = Aufgabe { $number } kommt von { $person } und lässt sich nur von dort ändern; schreib im Kanal, was dir helfen würde.
refusal-task-mentors-give = In diesem Programm geben die Mentorinnen und Mentoren die Aufgaben; vorschlagen kannst du im Kanal jederzeit eine.
refusal-task-cancelled = Aufgabe { $number } ist zurückgezogen; `/aufgabe liste` zeigt die offenen.
refusal-task-worked = Aufgabe { $number } hat geklappt und bleibt, wie sie ist; `/aufgabe geben` legt eine neue an.
refusal-task-for-outsider = Eine Aufgabe ist für jemanden aus diesem Tandem; zur Wahl stehen nur die beiden.

## Angaben

refusal-text-empty = Der Text ist leer; ein kurzer Satz genügt.
refusal-text-long = Der Text hat { $length } Zeichen, { $limit } passen; bitte kürz ihn etwas.
refusal-link = „{ $input }“ ist keine Internetadresse, die ich zeigen kann; sie beginnt mit https:// oder http://.
refusal-date-unreadable = „{ $input }“ kann ich nicht als Datum lesen; mögliche Schreibweisen sind 3.12., 2026-12-03 oder Freitag.
refusal-date-past = Der { $date } liegt in der Vergangenheit; bitte wähl einen Tag ab heute.
refusal-date-after-end = Der { $date } liegt nach dem Ende des Programms; möglich sind Tage bis zum { $end }.
refusal-schedule-unreadable = „{ $input }“ kann ich nicht als Zeitplan lesen; mögliche Schreibweisen sind „erster Montag 9:00“, „jeden Montag 8:30“ oder ein Cron-Ausdruck mit fünf Feldern.
refusal-schedule-never = „{ $input }“ tritt nie ein; bitte wähl Tage, die es gibt.
refusal-schedule-often = „{ $input }“ kommt zu häufig; zwischen zwei Terminen liegen mindestens { $hours } Stunden.
refusal-zone = Eine Zeitzone „{ $input }“ gibt es nicht; die Schreibweise ist zum Beispiel Europe/Berlin.
refusal-quiet-hours = „{ $input }“ kann ich nicht als Ruhezeiten lesen; die Schreibweise ist zum Beispiel 18:00-8:00.
refusal-threshold = Zahlen werden frühestens ab { $least } Tandems gezeigt; { $input } ließe auf Einzelne schließen, möglich sind { $least } oder mehr.
refusal-deletion-period = Die Löschfrist liegt zwischen { $least } und { $most } Tagen; { $input } liegt außerhalb.
refusal-start-past = Am { $date } kann das Programm nicht beginnen, der Tag ist vorbei; möglich sind Tage ab heute.
refusal-length = Mit dieser Vorlage dauert ein Programm { $least } bis { $most } Wochen; bitte verschieb den Beginn oder das Ende.
refusal-rating = Eine Rückmeldung ist eine Zahl von 1 bis 5; bitte wähl eine davon.

## Programme und Tandems

refusal-programme-unknown = Ein Programm „{ $input }“ gibt es auf diesem Server nicht; `/koordination programm stand` bietet die vorhandenen an.
refusal-programme-none = Auf diesem Server gibt es noch kein Programm; `/koordination programm anlegen` richtet eines ein.
refusal-programme-choose = Es gibt mehrere Programme; bitte wähl eines unter programm aus.
refusal-programme-name-taken = Ein Programm namens „{ $name }“ gibt es schon; bitte wähl einen anderen Namen.
refusal-pair-same-person = Ein Tandem besteht aus zwei Personen; bitte wähl zwei verschiedene.
refusal-pair-bot = { $person } ist ein Bot und kann in keinem Tandem sein; bitte wähl eine Person.
refusal-pair-not-member = { $person } ist nicht auf diesem Server; bitte lad die Person zuerst ein.
refusal-pair-exists = { $mentor } und { $mentee } sind schon ein Tandem; bitte wähl andere Personen.
refusal-pair-proposed = { $mentor } und { $mentee } sind einander schon vorgeschlagen; bitte wart die Antworten ab.
refusal-pair-other-way = { $mentee } berät bereits { $mentor }, und zwei Personen bilden nur in einer Richtung ein Tandem; bitte wähl andere Personen.
refusal-room =
    { $count ->
        [0] Auf diesem Server ist kein Platz mehr für ein weiteres Tandem; ein zweiter Server hilft.
        [one] Auf diesem Server ist noch Platz für ein Tandem; ein geteiltes Programm oder ein zweiter Server hilft.
       *[other] Auf diesem Server ist noch Platz für { $count } Tandems; ein geteiltes Programm oder ein zweiter Server hilft.
    }
refusal-permissions = Mir fehlen diese Berechtigungen: { $permissions }. Wer den Server verwaltet, kann sie vergeben; `/einrichten` prüft noch einmal.
refusal-channel-gone = Den Kanal dieses Tandems gibt es bei Discord nicht mehr; die Koordination kann euch beide neu zusammenbringen.
refusal-proposal-over = Dieser Vorschlag gilt nicht mehr; `/meine-angaben` zeigt, was auf dich wartet.
refusal-partner-gone = Die andere Person in diesem Tandem ist gerade nicht auf dem Server, deshalb muss das warten; `/tandem-beenden` beendet das Tandem, wann immer du möchtest.

## Einrichten

refusal-setup-channel-open = { $channel } können alle sehen; nötig ist ein Kanal, den nur die Koordination öffnen kann.
refusal-setup-channel-closed = In { $channel } kann ich nicht lesen oder schreiben; bitte gib mir dort Zugang oder wähl einen anderen Kanal.
refusal-setup-channel-kind = { $channel } ist kein Textkanal; nötig ist ein Textkanal.
refusal-setup-role-everyone = Eine Rolle für Koordination oder Coach kann nicht alle umfassen; nötig ist eine Rolle, die nur diese Personen haben.
refusal-setup-incomplete = Noch fehlen die Rolle der Koordination und ein Kanal für den Wochenüberblick; bitte gib beides einmal an.
