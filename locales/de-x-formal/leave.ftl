# Nur was mit Sie anders lautet; alles Übrige steht in der Datei unter de.
leave-confirm = Möchten Sie das Tandem mit { $partner } beenden? Sie brauchen keinen Grund, und wer es beendet hat, erfährt niemand; zu zweit kann { $partner } es sich denken. Sie lesen beide denselben Abschied. Der Kanal bleibt 7 Tage lesbar und wird dann geschlossen.
leave-stayed = In Ordnung, Ihr Tandem bleibt offen. Dass Sie hier nachgesehen haben, erfährt niemand.
leave-done = Das Tandem ist beendet. Der Abschied steht gleich im Kanal, für Sie beide derselbe.
leave-goodbye = { $people }, dieses Tandem ist beendet. Danke für die Zeit und die Offenheit, die Sie einander geschenkt haben. Was hier gesagt wurde, bleibt unter Ihnen. Lesen können Sie den Kanal noch bis zum { $until }, dann wird er geschlossen. Der Knopf unten fragt Sie beide getrennt, wie es weitergehen soll.
leave-goodbye-unnamed = Dieses Tandem ist beendet. Danke für die Zeit und die Offenheit. Was hier gesagt wurde, bleibt unter Ihnen. Lesen lässt sich der Kanal noch bis zum { $until }, dann wird er geschlossen. Der Knopf unten fragt vertraulich, wie es weitergehen soll.
leave-goodbye-unnamed-last = Dieses Tandem ist beendet. Danke für die Zeit und die Offenheit. Was hier gesagt wurde, bleibt unter Ihnen. Lesen lässt sich der Kanal noch bis zum { $until }, dann wird er geschlossen.
leave-goes-on = Wie soll es für Sie weitergehen? Diese Frage sehen nur Sie. Die Koordination erfährt, ob Sie für ein neues Tandem frei sind, sonst nichts, und erst wenn Sie beide geantwortet haben oder 14 Tage vorbei sind.
leave-answer-new = Bisher haben Sie geantwortet: ein neues Tandem.
leave-answer-not-now = Bisher haben Sie geantwortet: kein neues Tandem.
leave-new-noted = Vermerkt: Sie möchten ein neues Tandem. Bei der nächsten Tandembildung sind Sie dabei.
leave-break-noted = Vermerkt: eine Pause. Wenn Sie weitermachen möchten, ändern Sie das über denselben Knopf oder mit `/meine-angaben`.
leave-stop-noted = Vermerkt: Sie hören hier auf. Danke, dass Sie dabei waren. Falls Sie es sich anders überlegen, ändern Sie das über denselben Knopf oder mit `/meine-angaben`.
leave-goodbye-last = { $people }, dieses Tandem ist beendet. Danke für die Zeit und die Offenheit, die Sie einander geschenkt haben. Was hier gesagt wurde, bleibt unter Ihnen. Lesen können Sie den Kanal noch bis { $until }, dann wird er geschlossen.
leave-programme-over = { $people }, das Programm ist zu Ende, und damit auch dieses Tandem. Danke für die Zeit und die Offenheit, die Sie einander geschenkt haben. Was hier gesagt wurde, bleibt unter Ihnen; und um im Gespräch zu bleiben, braucht es kein Programm. Lesen können Sie den Kanal noch bis { $until }, dann wird er geschlossen.
leave-new-partners = { $people }, es ist Zeit für neue Tandems, und damit ist dieses beendet. Danke für die Zeit und die Offenheit, die Sie einander geschenkt haben. Was hier gesagt wurde, bleibt unter Ihnen. An der nächsten Tandembildung nehmen Sie beide teil; wer das nicht möchte, sagt es vertraulich über den Knopf unten. Lesen können Sie den Kanal noch bis { $until }, dann wird er geschlossen.
