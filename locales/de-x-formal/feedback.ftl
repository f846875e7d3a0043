# Nur was mit Sie anders lautet; alles Übrige steht in der Datei unter de.
feedback-readers = Ihre Zahl sieht niemand, weder Ihr Gegenüber noch die Koordination. Sie geht in einen Mittelwert über einen Zeitraum ein; den sieht die Koordination in halben Stufen und erst, wenn mindestens { $k } Personen geantwortet haben.
feedback-noted = Ihre { $value } ist vermerkt. Wenn sich etwas ändert, antworten Sie einfach neu; in einem Zeitraum zählt Ihre letzte Zahl.
feedback-support = Falls ein Gespräch hilft: { $contact } ist dafür da, und was Sie erzählen, entscheiden Sie.
feedback-remark-readers = Ihre Anmerkung liest nur die Koordination. Ich gebe sie am Ende eines Zeitraums weiter, ohne Ihren Namen, ohne das Tandem und ohne Zeitangabe, in einer Liste mit den Anmerkungen anderer und erst, wenn Anmerkungen von mindestens { $people } Personen da sind; sonst wartet sie auf den nächsten Zeitraum, und mit dem letzten des Programms lösche ich sie ungelesen. Einen Zeitraum nach dem Weitergeben lösche ich die Anmerkung. Nur ihre Worte selbst können noch zeigen, von wem sie ist.
feedback-remark-title = Eine Anmerkung ohne Ihren Namen
feedback-remark-label = Ihre Anmerkung an die Koordination
feedback-remark-preview = Die Koordination liest diese Worte am Ende des Zeitraums, in einer Liste mit den Anmerkungen anderer, sobald Anmerkungen von { $people } Personen da sind. Gespeichert wird erst, wenn Sie den Knopf drücken.
feedback-remark-noted = Ihre Anmerkung ist vermerkt und wird ohne Ihren Namen weitergegeben.
