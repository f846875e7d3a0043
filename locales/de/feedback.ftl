# Rückmeldung von 1 bis 5, mit dem Satz, wer sie sieht.
feedback-question = Wie läuft es im Tandem mit { $partner }?
feedback-readers = Deine Zahl sieht niemand, weder dein Gegenüber noch die Koordination. Sie geht in einen Mittelwert über einen Zeitraum ein; den sieht die Koordination in halben Stufen und erst ab { $k } Personen.
feedback-1-button = 1 · es hakt sehr
feedback-2-button = 2 · es hakt etwas
feedback-3-button = 3 · teils, teils
feedback-4-button = 4 · gut
feedback-5-button = 5 · sehr gut
feedback-noted = Deine { $value } ist vermerkt. Wenn sich etwas ändert, antworte einfach neu; in einem Zeitraum zählt deine letzte Zahl.
feedback-support = Falls ein Gespräch hilft: { $contact } ist dafür da, und was du erzählst, entscheidest du.
