# Ein vorgeschlagenes Tandem: der Hinweis, dass etwas wartet, der private Vorschlag mit beiden Texten, die Antworten.
proposal-waiting = Auf einige wartet unter *Mein Platz* etwas Neues. Wer den Knopf drückt, sieht nur das Eigene, und sonst sieht es niemand.
# $channel: by direct message, to those who ticked it; it never says what
proposal-pointer = In { $channel } wartet unter *Mein Platz* etwas auf dich; auch `/meine-angaben` zeigt es dort, und dort lassen sich diese Nachrichten abstellen.
proposal-my-place-button = Mein Platz
proposal-title = Ein Tandem für dich in { $programme }
proposal-as-mentor = Du bist als Mentor:in für { $partner } vorgeschlagen. Wer berät, bringt eigene Erfahrung aus dem digitalen Alltag mit; alles wissen muss niemand. Bitte antworte bis { $deadline }.
proposal-as-mentee = { $partner } ist als Mentor:in für dich vorgeschlagen. Du bringst Fragen und eigene Erfahrung mit; etwas nicht zu wissen ist der Anfang. Bitte antworte bis { $deadline }.
proposal-effort = Etwa alle { $rhythm } Tage ein Treffen von einer Stunde, vom { $start } bis zum { $end }; wann und wo, macht ihr beide aus. Dazwischen gibt es kleine Aufgaben.
proposal-effort-shadow = Zuerst ein ganzer Tag am Arbeitsplatz der Person, die als Mentee dabei ist, danach etwa alle { $rhythm } Tage ein Treffen von einer Stunde, vom { $start } bis zum { $end }; wann und wo, macht ihr beide aus. Dazwischen gibt es kleine Aufgaben.
proposal-rotation = { $weeks } Wochen nach dem Start fragt das Programm euch beide, ob ihr zusammenbleiben oder neue Tandems möchtet.
proposal-data-field = Datenschutzhinweis
proposal-data = Ich speichere Discord-IDs statt Namen, deine Rolle, deine Antworten, deine Wünsche, Treffen mit ihren Themen, Aufgaben mit ihren Notizen und Rückmeldungen von 1 bis 5. Dein Gegenüber sieht davon Wünsche, Treffen, Themen, Aufgaben und Notizen. Die Koordination sieht, wer teilnimmt, und Summen über mehrere Tandems, nie einzelne Einträge. { $days } Tage nach dem Abschluss des Programms lösche ich das. Alles Weitere steht unter `/datenschutz hinweis`.
proposal-confidentiality-field = Vertraulichkeitszusage
proposal-confidentiality = Was im Tandem gesagt und gezeigt wird, bleibt im Tandem. Ich gebe es nicht weiter, weder an Kolleginnen und Kollegen noch an Vorgesetzte, und das gilt auch, wenn das Tandem beendet ist. Was wir beide teilen möchten, entscheiden wir gemeinsam.
proposal-answer-notice = Ja heißt: Ich habe den Datenschutzhinweis gelesen und gebe die Vertraulichkeitszusage. Ein Nein braucht keinen Grund. Deine Antwort wird niemandem gezeigt; ihr beide erfahrt nur, ob das Tandem zustande kommt. Wer Ja gesagt hat und kein Tandem bekommt, kann sich die andere Antwort denken.
# Für alle, die beides schon beim Anmelden getan haben
proposal-answer-agreed = Ein Nein braucht keinen Grund. Deine Antwort wird niemandem gezeigt; ihr beide erfahrt nur, ob das Tandem zustande kommt. Wer Ja gesagt hat und kein Tandem bekommt, kann sich die andere Antwort denken. Datenschutzhinweis und Vertraulichkeitszusage gelten so, wie du ihnen zugestimmt hast.
proposal-accept-button = Ja, ich stimme zu und bin dabei
proposal-accept-again-button = Ja, ich bin dabei
proposal-decline-button = Nein, diesmal nicht
proposal-numbered-title = { $number } · { $title }
proposal-accept-numbered-button = Ja zu { $number }
proposal-decline-numbered-button = Nein zu { $number }
proposal-about = Zum Tandem mit { $partner }: { $said }
proposal-accepted = Dein Ja ist vermerkt. Wenn beide Ja gesagt haben, öffnet sich ein gemeinsamer Kanal; sonst erfährst du es hier bis { $deadline }.
proposal-declined = Dein Nein ist vermerkt, und das ist in Ordnung. Am { $deadline } lest ihr beide dasselbe: dass dieses Tandem nicht zustande kommt. Danach lösche ich beide Antworten.
proposal-opened = Beide haben Ja gesagt. Euer Kanal ist { $channel }.
proposal-opening = Beide haben Ja gesagt. Euer Kanal öffnet sich gleich.
proposal-not-formed = Das vorgeschlagene Tandem kommt nicht zustande. Du bist frei für ein anderes, und die Koordination kann das sehen.
proposal-accepted-round = Dein Ja ist vermerkt. Die Ergebnisse erscheinen hier für alle am { $deadline }; wenn beide Ja gesagt haben, öffnet sich dann ein gemeinsamer Kanal.
proposal-wishes-field = Was sich dein Gegenüber wünscht
proposal-came-to-nothing = Das Tandem, das dir in { $programme } vorgeschlagen wurde, kommt nicht zustande, und angemeldet bist du dort nicht. Wenn du mitmachen möchtest, melde dich mit `/mitmachen` an.
proposal-no-place = Für dich gibt es noch keinen Platz in einem Tandem. Sobald es einen gibt, wartet er hier auf dich.
proposal-none-came = In { $programme } entstehen keine neuen Tandems mehr, und für dich hat sich keines ergeben. Danke, dass du dabei warst; was gespeichert ist, zeigt `/datenschutz auskunft`.
proposal-nothing-waiting = Gerade wartet nichts auf dich.
