# Nur was mit Sie anders lautet; alles Übrige steht in der Datei unter de.
feedback-readers = Ihre Zahl sieht niemand, weder Ihr Gegenüber noch die Koordination. Sie geht in einen Mittelwert über einen Zeitraum ein; den sieht die Koordination in halben Stufen und erst ab { $k } Personen.
feedback-noted = Ihre { $value } ist vermerkt. Wenn sich etwas ändert, antworten Sie einfach neu; in einem Zeitraum zählt Ihre letzte Zahl.
feedback-support = Falls ein Gespräch hilft: { $contact } ist dafür da, und was Sie erzählen, entscheiden Sie.
