# Rückmeldung von 1 bis 5, mit dem Satz, wer sie sieht.
feedback-question = Wie läuft es im Tandem mit { $partner }?
# $partner, $when
feedback-meeting-question = Wie war das Treffen mit { $partner } am { $when }?
feedback-readers = Deine Zahl sieht niemand, weder dein Gegenüber noch die Koordination. Sie geht in einen Mittelwert über einen Zeitraum ein; den sieht die Koordination in halben Stufen und erst, wenn mindestens { $k } Personen geantwortet haben.
feedback-1-button = 1 · es hakt sehr
feedback-2-button = 2 · es hakt etwas
feedback-3-button = 3 · teils, teils
feedback-4-button = 4 · gut
feedback-5-button = 5 · sehr gut
feedback-meeting-1-button = 1 · nicht hilfreich
feedback-meeting-2-button = 2 · wenig hilfreich
feedback-meeting-3-button = 3 · teils, teils
feedback-meeting-4-button = 4 · hilfreich
feedback-meeting-5-button = 5 · sehr hilfreich
feedback-noted = Deine { $value } ist vermerkt. Wenn sich etwas ändert, antworte einfach neu; in einem Zeitraum zählt deine letzte Zahl.
feedback-support = Falls ein Gespräch hilft: { $contact } ist dafür da, und was du erzählst, entscheidest du.
feedback-remark-button = Eine Anmerkung ohne meinen Namen weitergeben
# $people (least number of people)
feedback-remark-readers = Deine Anmerkung liest nur die Koordination. Ich gebe sie am Ende eines Zeitraums weiter, ohne deinen Namen, ohne das Tandem und ohne Zeitangabe, in einer Liste mit den Anmerkungen anderer und erst, wenn Anmerkungen von mindestens { $people } Personen da sind; sonst wartet sie auf den nächsten Zeitraum, und mit dem letzten des Programms lösche ich sie ungelesen. Einen Zeitraum nach dem Weitergeben lösche ich die Anmerkung. Nur ihre Worte selbst können noch zeigen, von wem sie ist.
feedback-remark-write-button = Schreiben
feedback-remark-title = Eine Anmerkung ohne deinen Namen
feedback-remark-label = Deine Anmerkung an die Koordination
feedback-remark-placeholder = Was sollte die Koordination wissen? Nur sie liest es, in einer Liste mit Anmerkungen anderer.
feedback-remark-preview-title = Diese Worte werden weitergegeben
# $people (least number of people)
feedback-remark-preview = Die Koordination liest diese Worte am Ende des Zeitraums, in einer Liste mit den Anmerkungen anderer, sobald Anmerkungen von { $people } Personen da sind. Gespeichert wird erst, wenn du den Knopf drückst.
feedback-remark-send-button = Weitergeben
feedback-remark-noted = Deine Anmerkung ist vermerkt und wird ohne deinen Namen weitergegeben.
