# Nur was mit Sie anders lautet; alles Übrige steht in der Datei unter de.
programme-card-place = *Mitmachen* fragt Sie Schritt für Schritt ein paar Dinge; das sehen nur Sie. Was später auf Sie wartet, steht unter *Mein Platz*.
programme-card-place-later = Was auf Sie wartet, steht unter *Mein Platz*.
