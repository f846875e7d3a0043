# Unterstützung, ein stiller Kanal, ein Gegenüber, das nicht erreichbar ist, eine Aufgabe, die wieder hakt. Kein Text gibt jemandem die Schuld.

## Unterstützung: vertraulich, für die Person, die fragt

support-question = Was würde dir helfen? Du schreibst es in deinen Worten und liest sie noch einmal, bevor sie gesendet werden.
support-readers-coach = Deinen Namen und deine Worte liest nur, wer die Rolle { $role } hat. Ohne diese Rolle lesen sie weder dein Gegenüber noch die Koordination.
support-readers-coordinator = Deinen Namen und deine Worte liest nur, wer die Rolle { $role } hat, dein Gegenüber nicht.
support-write-button = Schreiben
support-modal-title = Unterstützung
support-text-label = Worum geht es?
support-text-placeholder = Zum Beispiel: Ich möchte darüber sprechen, wie wir anfangen können
support-confirm = So wird es gesendet, Wort für Wort.
support-words-title = Deine Worte
support-send-button = Senden
support-change-button = Ändern
support-sent = Gesendet an { $role }. Sobald sich jemand darum kümmert, steht es unter `/unterstützung`; dort lässt sich die Bitte auch zurücknehmen. Ist sie erledigt, lösche ich deine Worte und deinen Namen.
support-open = Deine Bitte liegt bei { $role }.
support-taken = Jemand mit der Rolle { $role } kümmert sich um deine Bitte.
support-not-sent = Es läuft immer nur eine Bitte; deine neuen Worte wurden nicht gesendet. Du kannst diese Bitte zurückziehen oder wieder schreiben, sobald sie erledigt ist.
support-back-button = Zurücknehmen
support-back = Zurückgenommen; deine Worte und dein Name sind gelöscht.

## Unterstützung: für die, die sie lesen

support-waits =
    { $count ->
        [one] In { $programme } wartet eine Bitte um Unterstützung. Der Knopf zeigt sie vertraulich.
       *[other] In { $programme } warten { $count } Bitten um Unterstützung. Der Knopf zeigt sie vertraulich.
    }
support-list-button = Bitten um Unterstützung
support-list =
    { $count ->
        [one] Eine Bitte um Unterstützung ist offen. Das siehst nur du.
       *[other] { $count } Bitten um Unterstützung sind offen. Das siehst nur du.
    }
support-list-empty = Keine Bitte um Unterstützung ist offen.
support-from-field = Von
support-from = { $person }, { $when }
support-take-button = Ich kümmere mich darum
support-close-button = Erledigt: löschen
support-number-title = Bitte { $number }
support-numbered-button = { $label } ({ $number })

## Eine Aufgabe, die wieder hakt, im Kanal

stuck-again-coach = Aufgabe { $number } hakt zum zweiten Mal; das kommt bei den besten Aufgaben vor. Wenn ihr mögt, hilft der Coach. Sprecht euch kurz ab: Wer den Knopf drückt, sieht zuerst, was gesendet würde, und sendet es im eigenen Namen.
stuck-again-coordinator = Aufgabe { $number } hakt zum zweiten Mal; das kommt bei den besten Aufgaben vor. Wenn ihr mögt, hilft die Koordination. Sprecht euch kurz ab: Wer den Knopf drückt, sieht zuerst, was gesendet würde, und sendet es im eigenen Namen.
stuck-again-button = Um Hilfe bitten
stuck-again-words = Eine unserer Aufgaben (Nummer { $number }) hakt zum zweiten Mal. Über einen Hinweis würde ich mich freuen.

## Ein stiller Kanal

quiet-post = { $mentor }, { $mentee }, hier ist es seit einer Weile ruhig, und das ist in Ordnung: Nicht jeder Monat ist wie der andere. Möchtet ihr ein Treffen planen, oder tut gerade eine Pause gut? Außerhalb dieses Kanals erfährt davon niemand.
quiet-plan-button = Treffen planen
quiet-pause-button = Pause

## Ein Gegenüber, das nicht erreichbar ist

reach-explained = Keine Antwort von { $partner }? Das kann viele Gründe haben. So geht es weiter: Im Kanal frage ich euch beide, ob noch Zeit für das Tandem ist; dass die Frage von dir kommt, steht dort nicht. Kommt in 7 Tagen keine Antwort (Pausen zählen nicht mit), findest du unter *Mein Platz* das Angebot eines neuen Tandems. Bis das geklärt ist, speichere ich einen Schlüssel, an dem ich dich wiedererkenne; dann lösche ich ihn. Die Koordination sieht höchstens eine Summe über viele Tandems; einen Namen nur, wenn du deinen weitergibst, über den Knopf für Unterstützung, der vorher sagt, wer ihn liest. Diese Nachricht siehst nur du; zu zweit kann { $partner } es sich denken.
reach-ask-button = Im Kanal fragen
reach-asked = Die Frage steht in eurem Kanal. Kommt keine Antwort, findest du ab { $when } unter *Mein Platz* und hier das Angebot eines neuen Tandems. Hat es sich geklärt, genügt ein Knopfdruck, und ich lösche, dass du gefragt hast. Soll jemand wissen, dass du es bist, gibt der Knopf für Unterstützung deinen Namen weiter und sagt vorher, wer ihn liest.
reach-done-button = Es hat sich geklärt
reach-done = In Ordnung. Darüber ist nichts mehr gespeichert.
reach-offer = Es ist keine Antwort gekommen; das kann viele Gründe haben. Wenn du magst, endet dieses Tandem mit demselben Abschied für euch beide, und du kannst ein neues bekommen. Du kannst auch weiter warten: Eine Antwort ist jederzeit willkommen und beendet dieses Angebot. Soll jemand wissen, dass du es bist, gibt der Knopf für Unterstützung deinen Namen weiter und sagt vorher, wer ihn liest.
reach-take-button = Dieses Tandem beenden
reach-here = Gut, dass du da bist. Jetzt genügt eine Zeile im Kanal, wann es dir passt.
reach-post = { $mentor }, { $mentee }, ist noch Zeit für das Tandem? Ein Knopfdruck genügt. Passt es gerade nicht, gibt es unter *Dieses Tandem…* eine Pause.
reach-here-button = Ich bin da
reach-waiting = Dort steht die Frage, ob noch Zeit für das Tandem ist. Ein Knopfdruck genügt; passt es gerade nicht, gibt es unter *Dieses Tandem…* eine Pause. Das siehst nur du.
