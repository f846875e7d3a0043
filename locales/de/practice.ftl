# Praxistipps und Erkenntnisse, die ein Tandem teilt: Karte im Raum, private Frage, Liste der Koordination.
practice-tip-title = Praxistipp
practice-insight-title = Erkenntnis
practice-link-field = Link
practice-remark-field = Anmerkung der Koordination

## Die Karte im Raum

practice-card-proposed = Das könnte auch anderen im Programm nützen. Wenn ihr beide zustimmt, geht es an die Koordination und erscheint nach ihrer Freigabe in { $channel }. Sonst bleibt es hier.
practice-card-dropped = Hier stand ein Vorschlag zum Veröffentlichen. Er bleibt unter euch.
practice-card-ready = Ihr habt beide zugestimmt. Als Nächstes liest es die Koordination und gibt es frei oder mit einer Anmerkung zurück.
practice-card-returned = Die Koordination hat das mit einer Anmerkung zurückgegeben. Mit `/praxistipp teilen` lässt sich eine neue Fassung vorschlagen.
practice-card-released = Das steht jetzt in { $channel }.
practice-card-withdrawn = Das wurde zurückgezogen, und die Veröffentlichung ist gelöscht.
practice-ask-button = Zustimmen oder nicht
practice-withdraw-button = Zurückziehen
practice-news-released = Was ihr geteilt habt, steht jetzt in { $channel }. Über die Karte hier lässt es sich jederzeit zurückziehen.
practice-news-returned = Die Koordination hat zurückgegeben, was ihr geteilt habt, mit dieser Anmerkung: { $remark }

## Veröffentlicht

practice-from = Aus dem Tandem von { $authors }
practice-from-a-tandem = Aus einem Tandem des Programms

## Die private Frage

practice-question = Darf das in { $channel } veröffentlicht werden und, ohne Namen, in der Auswertung des Programms stehen? Vorher liest es die Koordination. Eure Namen stehen nur darunter, wenn ihr beide das sagt; sonst erfährt auch die Koordination von mir nicht, von wem es ist. Deine Antwort wird niemandem gezeigt. Am { $deadline } steht fest, ob es weitergeht oder unter euch bleibt; zu zweit kann man sich die andere Antwort denken.
practice-named-button = Ja, mit unseren Namen
practice-unnamed-button = Ja, ohne Namen
practice-no-button = Nein, es bleibt hier
practice-noted-named = Vermerkt: ja, mit euren Namen, wenn ihr beide das sagt.
practice-noted-unnamed = Vermerkt: ja, ohne Namen.
practice-noted-no = Vermerkt: Es bleibt unter euch.
practice-noted-until = Ändern kannst du das bis { $deadline }.
practice-agreed-named = Ihr habt beide Ja gesagt, mit euren Namen. Als Nächstes liest es die Koordination.
practice-agreed-unnamed = Ihr habt beide Ja gesagt, ohne Namen. Als Nächstes liest es die Koordination; von wem es ist, erfährt sie von mir nicht.

## Das Eigene

practice-mine-button = Was wir geteilt haben
practice-mine-empty = Aus deinen Tandems ist nichts geteilt, was sich zurückziehen ließe.
practice-mine = Das ist aus deinen Tandems geteilt. Wer von euch beiden es möchte, zieht es jederzeit zurück.
practice-mine-placeholder = Eines auswählen
practice-mine-option = { $state } · { $text }
practice-state-ready = bei der Koordination
practice-state-returned = zurückgegeben
practice-state-released = veröffentlicht
practice-withdraw-ask = Wenn du das zurückziehst, lösche ich den Text hier und die Veröffentlichung. Wer von euch beiden es war, erfährt niemand.
practice-withdrawn-noted = Das ist zurückgezogen. Falls es veröffentlicht war, verschwindet der Beitrag gleich.

## Für die Koordination

practice-review = Das wartet auf die Freigabe. So sieht die Veröffentlichung aus.
practice-review-from-field = Von
practice-review-unnamed = Ein Tandem, das ohne Namen bleiben möchte. Von wem es ist, sage ich nicht.
practice-review-page = { $page } von { $pages }
practice-release-button = Freigeben
practice-return-button = Mit Anmerkung zurückgeben
practice-next-button = Weiter
practice-released-noted = Das ist freigegeben und steht gleich im Kanal.
practice-returned-noted = Das ist zurückgegeben. Die beiden lesen die Anmerkung in ihrem Kanal.
practice-return-title = Mit Anmerkung zurückgeben
practice-return-label = Anmerkung
practice-return-placeholder = Was müsste anders sein? Die beiden lesen das.
