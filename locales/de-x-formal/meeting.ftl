# Nur was mit Sie anders lautet; alles Übrige steht in der Datei unter de.
meeting-confirmed = { $mentor } und { $mentee }, das Treffen am { $when } haben Sie beide bestätigt. Mit der Datei kommt es in den Kalender.
meeting-soon = { $mentor } und { $mentee }, Ihr Treffen beginnt um { $when }, also { $relative }.
meeting-dates = { $mentor } und { $mentee }, wie wäre es mit einem dieser Termine für Ihr nächstes Treffen?
meeting-place-placeholder = Das sehen Sie beide im Kanal
meeting-confirm-noted = Sie haben { $when } bestätigt. Im Kanal lesen Sie es beide, mit einer Datei für den Kalender.
meeting-confirmed-already = Das Treffen am { $when } haben Sie beide bestätigt. Geändert hat sich nichts.
meeting-confirm-waits = Mit Ihrem Vorschlag haben Sie { $when } schon bestätigt; { $person } kann es auf der Karte tun.
meeting-cancel-ask = Soll das Treffen am { $when } ausfallen? Im Kanal lesen Sie dann beide, dass es nicht stattfindet.
meeting-next-title = Ihr nächstes Treffen
