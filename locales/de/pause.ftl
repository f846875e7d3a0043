# Die Pause eines Tandems: die private Frage, was im Kanal steht, und die Zusammenfassung danach. Nirgends steht, wer sie gesetzt hat.
pause-question = Bis wann soll euer Tandem pausieren? Bis dahin schreibe ich nichts von mir aus; was ihr selbst tut, steht weiter im Kanal, ohne Benachrichtigung. Diese Frage siehst nur du. Im Kanal steht, bis wann die Pause geht, nicht, wer sie gewählt hat; das wird auch nicht gespeichert. Zu zweit kann { $partner } es sich denken.
pause-1-week-button = 1 Woche
pause-2-weeks-button = 2 Wochen
pause-4-weeks-button = 4 Wochen
pause-date-button = Anderer Tag…
pause-end-button = Pause jetzt beenden
pause-modal-title = Pause bis zu einem anderen Tag
pause-date-label = Bis wann?
pause-date-placeholder = Zum Beispiel 3.12., 2026-12-03 oder Freitag
pause-day-option = { $weekday }, { $date }
pause-standing = Euer Tandem pausiert bis zum { $until }; ab diesem Tag bin ich wieder da. Ihr könnt beide die Pause beenden oder einen anderen Tag wählen. Wer das tut, steht nicht im Kanal.
pause-noted = Vermerkt: Euer Tandem pausiert bis zum { $until }; ab diesem Tag bin ich wieder da. Das steht gleich im Kanal, nicht aber, wer es gewählt hat.
pause-ended = Euer Tandem pausiert nicht mehr. Was inzwischen dran war, steht bald im Kanal.
pause-post-set = Dieses Tandem pausiert bis zum { $until }. Bis dahin schreibe ich nichts von mir aus; was ihr selbst tut, steht weiter hier, ohne Benachrichtigung. Danach fasse ich einmal zusammen, was dran war. Der Knopf *Dieses Tandem…* beendet die Pause jederzeit.
pause-post-over = { $mentor }, { $mentee }, die Pause ist zu Ende.
pause-post-tasks =
    { $count ->
        [one] Inzwischen fällig und noch offen: Aufgabe { $tasks }.
       *[other] Inzwischen fällig und noch offen: die Aufgaben { $tasks }.
    }
pause-post-question-title = Eine Impulsfrage hat auf euch gewartet
pause-post-reach = Ist noch Zeit für das Tandem? Ein Knopfdruck genügt.
# $when
pause-post-met = Offen ist noch, ob das Treffen am { $when } stattgefunden hat.
pause-post-ideas = Ideen für eine kleine Aufgabe zeigt `/aufgabe ideen`.
pause-post-dates = Für das nächste Treffen gibt es noch keinen Termin.
pause-post-stay = Offen ist noch, ob ihr zusammenbleibt; der Knopf fragt euch beide getrennt, bis { $until }.
pause-post-nothing = Liegen geblieben ist nichts; ihr könnt weitermachen, wo ihr aufgehört habt.
