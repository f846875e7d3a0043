# Nur was mit Sie anders lautet; alles Übrige steht in der Datei unter de.
report-message-file = Das sehen nur Sie. Die angehängte Seite enthält alle Zahlen mit Tabellen und lässt sich weitergeben und drucken.
report-export = Die Zahlen der Auswertung von { $programme } als Tabelle, je Zahl eine Zeile. Das sehen nur Sie.
