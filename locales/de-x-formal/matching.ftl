# Nur was mit Sie anders lautet; alles Übrige steht in der Datei unter de.
match-page = Seite { $page } von { $pages }. Das sehen nur Sie, und gefragt ist noch niemand.
