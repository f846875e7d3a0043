# Treffen: die Karte im Kanal, was auf eine Änderung folgt, die letzte Erinnerung, Terminvorschläge und die privaten Antworten.

## Ein Zeitpunkt

meeting-moment = { $weekday }, { $date }, { $time }

## Die Karte

meeting-title = Treffen
meeting-card = { $mentor } und { $mentee }, ein Treffen für euch beide:
meeting-moved = { $mentor } und { $mentee }, das Treffen hat sich geändert. Mit der Datei zieht der Kalender nach.
meeting-card-old = Dieses Treffen hat sich geändert; die neue Karte steht weiter unten.
meeting-when-field = Wann
meeting-length-field = Wie lange
meeting-length = { $minutes } Minuten
meeting-place-field = Wo
meeting-state-field = Stand
meeting-state-waits = eine Seite hat bestätigt; { $person } kann es hier tun
meeting-state-confirmed = von beiden bestätigt
meeting-state-cancelled = abgesagt
meeting-card-reactions = ✅ passt mir · oder über die Knöpfe
meeting-confirm-button = Bestätigen
meeting-move-button = Andere Zeit
meeting-cancel-button = Absagen
meeting-plan-button = Treffen planen

## Beiträge im Kanal

meeting-confirmed = { $mentor } und { $mentee }, das Treffen am { $when } habt ihr beide bestätigt. Mit der Datei kommt es in den Kalender.
meeting-unconfirmed = { $mentor } und { $mentee }, das Treffen am { $when } ist noch nicht wieder von beiden bestätigt; das geht auf der Karte.
meeting-cancelled = { $mentor } und { $mentee }, das Treffen am { $when } findet nicht statt.
meeting-cancelled-file = Mit der Datei verschwindet es auch aus dem Kalender.
meeting-soon = { $mentor } und { $mentee }, euer Treffen beginnt um { $when } ({ $relative }).
# Steht unter der Agenda und der Erinnerung, solange nicht beide bestätigt haben
meeting-still-unconfirmed = Dieser Termin ist noch nicht von beiden bestätigt. Ein Knopfdruck genügt; mit `/treffen verschieben` findet sich ein anderer.
# $when
meeting-card-gone = Die Karte zu eurem Treffen am { $when } wurde hier gelöscht. Der Termin steht weiterhin, und diese Knöpfe gelten.
meeting-dates = { $mentor } und { $mentee }, wie wäre es mit einem dieser Termine für euer nächstes Treffen?
meeting-dates-other-button = Andere Zeit

## Die Kalenderdatei

meeting-goodbye = Geplante Treffen finden nicht statt; die Datei nimmt sie aus dem Kalender.
meeting-file-name = treffen.ics
meeting-file-description = Kalenderdatei des Treffens
meeting-calendar-summary = Treffen

## Formulare

meeting-plan-modal-title = Treffen planen
meeting-move-modal-title = Andere Zeit
meeting-when-label = Tag und Uhrzeit
meeting-when-placeholder = 3.12. 14:30, Donnerstag 14 Uhr, nächste Woche Dienstag 10:00
meeting-place-label = Ort oder Link zum Gespräch
meeting-place-placeholder = Das seht ihr beide im Kanal

## Private Antworten

meeting-planned = Vorgeschlagen: { $when }. Die Karte steht gleich im Kanal, dort kann { $person } bestätigen.
meeting-moved-noted = Das Treffen ist jetzt am { $when }. Die neue Karte steht gleich im Kanal, dort kann { $person } bestätigen.
meeting-unchanged = Das Treffen bleibt am { $when }, wie es war. Mit den Angaben wann, ort und minuten lässt es sich ändern.
meeting-cancelled-noted = Das Treffen am { $when } ist abgesagt; gleich steht es auch im Kanal.
meeting-confirm-noted = Du hast das Treffen am { $when } bestätigt. Ihr lest es beide im Kanal, mit einer Datei für den Kalender.
meeting-confirmed-already = Das Treffen am { $when } ist von euch beiden bestätigt. Geändert hat sich nichts.
meeting-confirm-waits = Mit deinem Vorschlag hast du das Treffen am { $when } schon bestätigt; { $person } kann es auf der Karte tun.
meeting-cancel-ask = Soll das Treffen am { $when } ausfallen? Ihr lest dann beide im Kanal, dass es nicht stattfindet.
meeting-cancel-confirm-button = Absagen
meeting-none = Es ist kein Treffen geplant. Mit `/treffen planen` oder über den Knopf geht das gleich.
meeting-next-title = Euer nächstes Treffen
meeting-later-field = Danach
