# Nur was mit Sie anders lautet; alles Übrige steht in der Datei unter de.
topic-next-post = Das Thema Ihres nächsten Treffens: { $topic }. Bis dahin lässt es sich ändern.
topic-last-post = Das Thema Ihres letzten Treffens: { $topic }.
topic-point-post = Für Ihre nächste Agenda: { $text }
topic-proposed = Vermerkt. Sie lesen es beide im Kanal, und es steht auf der nächsten Agenda.
topic-propose-modal-title = Für Ihre nächste Agenda
topic-propose-placeholder = Wie kopple ich das Headset? Das sehen Sie beide im Kanal.
