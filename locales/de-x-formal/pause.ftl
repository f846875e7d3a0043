# Nur was mit Sie anders lautet; alles Übrige steht in der Datei unter de.
pause-question = Bis wann soll Ihr Tandem pausieren? Bis dahin schreibe ich nichts von mir aus; was Sie selbst tun, steht weiter im Kanal, ohne Benachrichtigung. Diese Frage sehen nur Sie. Im Kanal steht, bis wann die Pause geht, nicht, wer sie gewählt hat; das wird auch nicht gespeichert. Zu zweit kann { $partner } es sich denken.
pause-standing = Ihr Tandem pausiert bis zum { $until }; ab diesem Tag bin ich wieder da. Sie können beide die Pause beenden oder einen anderen Tag wählen. Wer das tut, steht nicht im Kanal.
pause-noted = Vermerkt: Ihr Tandem pausiert bis zum { $until }; ab diesem Tag bin ich wieder da. Das steht gleich im Kanal, nicht aber, wer es gewählt hat.
pause-ended = Ihr Tandem pausiert nicht mehr. Was inzwischen dran war, steht bald im Kanal.
pause-post-set = Dieses Tandem pausiert bis zum { $until }. Bis dahin schreibe ich nichts von mir aus; was Sie selbst tun, steht weiter hier, ohne Benachrichtigung. Danach fasse ich einmal zusammen, was dran war. Der Knopf *Dieses Tandem…* beendet die Pause jederzeit.
pause-post-question-title = Eine Impulsfrage hat auf Sie gewartet
pause-post-stay = Offen ist noch, ob Sie zusammenbleiben; der Knopf fragt Sie beide getrennt, bis { $until }.
pause-post-nothing = Liegen geblieben ist nichts; Sie können weitermachen, wo Sie aufgehört haben.
