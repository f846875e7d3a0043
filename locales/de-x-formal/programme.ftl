# Nur was mit Sie anders lautet; alles Übrige steht in der Datei unter de.
programme-card-place = Unter *Mein Platz* steht, was auf Sie wartet. Das sehen nur Sie.
