# Nur was mit Sie anders lautet; alles Übrige steht in der Datei unter de.
proposal-title = Ein Tandem für Sie in { $programme }
proposal-pointer = In { $channel } wartet unter *Mein Platz* etwas auf Sie; `/meine-angaben` zeigt es dort auch und stellt diese Nachrichten ab.
proposal-as-mentor = Sie sind als Mentor:in für { $partner } vorgeschlagen. Wer berät, bringt eigene Erfahrung aus dem digitalen Alltag mit; alles wissen muss niemand. Bitte antworten Sie bis { $deadline }.
proposal-as-mentee = { $partner } ist als Mentor:in für Sie vorgeschlagen. Sie bringen Fragen und eigene Erfahrung mit; etwas nicht zu wissen ist der Anfang. Bitte antworten Sie bis { $deadline }.
proposal-effort = { $meetings } Treffen zwischen dem { $start } und dem { $end }, je etwa eine Stunde; wann und wo, machen Sie beide aus. Dazwischen gibt es kleine Aufgaben.
proposal-data = Ich speichere Discord-IDs statt Namen, Ihre Rolle, Ihre Antworten, Ihre Wünsche, Treffen mit ihren Themen, Aufgaben mit ihren Notizen und Rückmeldungen von 1 bis 5. Ihr Gegenüber sieht davon Wünsche, Treffen, Themen, Aufgaben und Notizen. Die Koordination sieht, wer teilnimmt, und Summen über mehrere Tandems, nie einzelne Einträge. { $days } Tage nach dem Ende des Programms lösche ich das. Alles Weitere steht unter `/datenschutz hinweis`.
proposal-answer-notice = Ja heißt: Ich habe den Datenschutzhinweis gelesen und gebe die Vertraulichkeitszusage. Ein Nein braucht keinen Grund. Ihre Antwort wird niemandem gezeigt; Sie beide erfahren nur, ob das Tandem zustande kommt. Wer Ja gesagt hat und kein Tandem bekommt, kann sich die andere Antwort denken.
proposal-accepted = Ihr Ja ist vermerkt. Wenn beide Ja gesagt haben, öffnet sich ein gemeinsamer Kanal; sonst erfahren Sie es hier bis { $deadline }.
proposal-answer-agreed = Ein Nein braucht keinen Grund. Ihre Antwort wird niemandem gezeigt; Sie beide erfahren nur, ob das Tandem zustande kommt. Wer Ja gesagt hat und kein Tandem bekommt, kann sich die andere Antwort denken. Datenschutzhinweis und Vertraulichkeitszusage gelten so, wie Sie ihnen zugestimmt haben.
proposal-declined = Ihr Nein ist vermerkt, und das ist in Ordnung. Am { $deadline } lesen Sie beide dasselbe: dass dieses Tandem nicht zustande kommt. Danach lösche ich beide Antworten.
proposal-opened = Beide haben Ja gesagt. Ihr Kanal ist { $channel }.
proposal-opening = Beide haben Ja gesagt. Ihr Kanal öffnet sich gleich.
proposal-not-formed = Das vorgeschlagene Tandem kommt nicht zustande. Sie sind frei für ein anderes, und die Koordination kann das sehen.
proposal-nothing-waiting = Gerade wartet nichts auf Sie.
proposal-accepted-round = Ihr Ja ist vermerkt. Die Ergebnisse erscheinen hier für alle am { $deadline }; wenn beide Ja gesagt haben, öffnet sich dann ein gemeinsamer Kanal.
proposal-wishes-field = Was sich Ihr Gegenüber wünscht
proposal-no-place = Für Sie gibt es noch keinen Platz in einem Tandem. Sobald es einen gibt, wartet er hier auf Sie.
