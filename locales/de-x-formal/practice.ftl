# Nur was mit Sie anders lautet; alles Übrige steht in der Datei unter de.
practice-card-proposed = Das könnte auch anderen im Programm nützen. Wenn Sie beide zustimmen, geht es an die Koordination und erscheint nach ihrer Freigabe in { $channel }. Sonst bleibt es hier.
practice-card-dropped = Hier stand ein Vorschlag zum Veröffentlichen. Er bleibt unter Ihnen.
practice-card-ready = Sie haben beide zugestimmt. Als Nächstes liest es die Koordination und gibt es frei oder mit einer Anmerkung zurück.
practice-news-released = Was Sie geteilt haben, steht jetzt in { $channel }. Über die Karte hier lässt es sich jederzeit zurückziehen.
practice-news-returned = Die Koordination hat zurückgegeben, was Sie geteilt haben, mit dieser Anmerkung: { $remark }
practice-question = Darf das in { $channel } veröffentlicht werden und, ohne Namen, in der Auswertung des Programms stehen? Vorher liest es die Koordination. Die Namen stehen nur darunter, wenn Sie beide das sagen; sonst erfährt auch die Koordination von mir nicht, von wem es ist. Ihre Antwort wird niemandem gezeigt. Am { $deadline } steht fest, ob es weitergeht oder unter Ihnen bleibt; zu zweit kann man sich die andere Antwort denken.
practice-noted-named = Vermerkt: ja, mit Namen, wenn Sie beide das sagen.
practice-noted-no = Vermerkt: Es bleibt unter Ihnen.
practice-noted-until = Ändern können Sie das bis { $deadline }.
practice-agreed-named = Sie haben beide Ja gesagt, mit Namen. Als Nächstes liest es die Koordination.
practice-agreed-unnamed = Sie haben beide Ja gesagt, ohne Namen. Als Nächstes liest es die Koordination; von wem es ist, erfährt sie von mir nicht.
practice-mine-empty = Aus Ihren Tandems ist nichts geteilt, was sich zurückziehen ließe.
practice-mine = Das ist aus Ihren Tandems geteilt. Wer von Ihnen beiden es möchte, zieht es jederzeit zurück.
practice-withdraw-ask = Wenn Sie das zurückziehen, lösche ich den Text hier und die Veröffentlichung. Wer von Ihnen beiden es war, erfährt niemand.
