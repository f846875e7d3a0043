# Nur was mit Sie anders lautet; alles Übrige steht in der Datei unter de.
support-question = Was würde Ihnen helfen? Sie schreiben es in Ihren Worten und lesen sie noch einmal, bevor sie gesendet werden.
support-readers-coach = Ihren Namen und Ihre Worte liest nur, wer die Rolle { $role } hat. Ohne diese Rolle lesen sie weder Ihr Gegenüber noch die Koordination.
support-readers-coordinator = Ihren Namen und Ihre Worte liest nur, wer die Rolle { $role } hat, Ihr Gegenüber nicht.
support-words-title = Ihre Worte
support-sent = Gesendet an { $role }. Sobald sich jemand darum kümmert, steht es unter `/unterstützung`; dort lässt sich die Bitte auch zurücknehmen. Ist sie erledigt, lösche ich Ihre Worte und Ihren Namen.
support-open = Ihre Bitte liegt bei { $role }.
support-taken = Jemand mit der Rolle { $role } kümmert sich um Ihre Bitte.
support-not-sent = Es läuft immer nur eine Bitte; Ihre neuen Worte wurden nicht gesendet. Sie können diese Bitte zurückziehen oder wieder schreiben, sobald sie erledigt ist.
support-back = Zurückgenommen; Ihre Worte und Ihr Name sind gelöscht.
support-list =
    { $count ->
        [one] Eine Bitte um Unterstützung ist offen. Das sehen nur Sie.
       *[other] { $count } Bitten um Unterstützung sind offen. Das sehen nur Sie.
    }
stuck-again-coach = Aufgabe { $number } hakt zum zweiten Mal; das kommt bei den besten Aufgaben vor. Wenn Sie mögen, hilft der Coach. Sprechen Sie sich kurz ab: Wer den Knopf drückt, sieht zuerst, was gesendet würde, und sendet es im eigenen Namen.
stuck-again-coordinator = Aufgabe { $number } hakt zum zweiten Mal; das kommt bei den besten Aufgaben vor. Wenn Sie mögen, hilft die Koordination. Sprechen Sie sich kurz ab: Wer den Knopf drückt, sieht zuerst, was gesendet würde, und sendet es im eigenen Namen.
quiet-post = { $mentor }, { $mentee }, hier ist es seit einer Weile ruhig, und das ist in Ordnung: Nicht jeder Monat ist wie der andere. Möchten Sie ein Treffen planen, oder tut gerade eine Pause gut? Außerhalb dieses Kanals erfährt davon niemand.
reach-explained = Keine Antwort von { $partner }? Das kann viele Gründe haben. So geht es weiter: Im Kanal frage ich Sie beide, ob noch Zeit für das Tandem ist; dass die Frage von Ihnen kommt, steht dort nicht. Kommt in 7 Tagen keine Antwort (Pausen zählen nicht mit), finden Sie unter *Mein Platz* das Angebot eines neuen Tandems. Bis das geklärt ist, speichere ich einen Schlüssel, an dem ich Sie wiedererkenne; dann lösche ich ihn. Die Koordination sieht höchstens eine Summe über viele Tandems; einen Namen nur, wenn Sie Ihren weitergeben, über den Knopf für Unterstützung, der vorher sagt, wer ihn liest. Diese Nachricht sehen nur Sie; zu zweit kann { $partner } es sich denken.
reach-asked = Die Frage steht in Ihrem Kanal. Kommt keine Antwort, finden Sie ab { $when } unter *Mein Platz* und hier das Angebot eines neuen Tandems. Hat es sich geklärt, genügt ein Knopfdruck, und ich lösche, dass Sie gefragt haben. Soll jemand wissen, dass Sie es sind, gibt der Knopf für Unterstützung Ihren Namen weiter und sagt vorher, wer ihn liest.
reach-offer = Es ist keine Antwort gekommen; das kann viele Gründe haben. Wenn Sie mögen, endet dieses Tandem mit demselben Abschied für Sie beide, und Sie können ein neues bekommen. Sie können auch weiter warten: Eine Antwort ist jederzeit willkommen und beendet dieses Angebot. Soll jemand wissen, dass Sie es sind, gibt der Knopf für Unterstützung Ihren Namen weiter und sagt vorher, wer ihn liest.
reach-here = Gut, dass Sie da sind. Jetzt genügt eine Zeile im Kanal, wann es Ihnen passt.
reach-waiting = Dort steht die Frage, ob noch Zeit für das Tandem ist. Ein Knopfdruck genügt; passt es gerade nicht, gibt es unter *Dieses Tandem…* eine Pause. Das sehen nur Sie.
