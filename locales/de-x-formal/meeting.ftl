# Nur was mit Sie anders lautet; alles Übrige steht in der Datei unter de.
meeting-card = { $mentor } und { $mentee }, ein Treffen für Sie beide:
meeting-confirmed = { $mentor } und { $mentee }, das Treffen am { $when } haben Sie beide bestätigt. Mit der Datei kommt es in den Kalender.
meeting-soon = { $mentor } und { $mentee }, Ihr Treffen beginnt um { $when } ({ $relative }).
meeting-card-gone = Die Karte zu Ihrem Treffen am { $when } wurde hier gelöscht. Der Termin steht weiterhin, und diese Knöpfe gelten.
meeting-dates = { $mentor } und { $mentee }, wie wäre es mit einem dieser Termine für Ihr nächstes Treffen?
meeting-place-placeholder = Das sehen Sie beide im Kanal
meeting-confirm-noted = Sie haben das Treffen am { $when } bestätigt. Sie lesen es beide im Kanal, mit einer Datei für den Kalender.
meeting-confirmed-already = Das Treffen am { $when } haben Sie beide bestätigt. Geändert hat sich nichts.
meeting-confirm-waits = Mit Ihrem Vorschlag haben Sie das Treffen am { $when } schon bestätigt; { $person } kann es auf der Karte tun.
meeting-cancel-ask = Soll das Treffen am { $when } ausfallen? Sie lesen dann beide im Kanal, dass es nicht stattfindet.
meeting-next-title = Ihr nächstes Treffen
