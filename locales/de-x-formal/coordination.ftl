# Nur was mit Sie anders lautet; alles Übrige steht in der Datei unter de.
concern-readers = Was Sie schreiben, liest die Koordination, zusammen mit dem, was andere schreiben, und ohne Reihenfolge. Ihr Name geht nicht mit und wird nicht gespeichert; Ihnen allein antworten kann sie deshalb nicht, die Antwort kommt beim Auftakt oder in einer Mitteilung. Sie erfährt es erst morgen früh, damit die Uhrzeit nichts verrät. Nur Ihre eigenen Worte könnten zeigen, von wem es ist.
concern-label = Ihre Worte, ohne Namen weitergegeben
concern-noted = Weitergegeben, ohne Ihren Namen. Von wem es ist, steht nirgends.
concern-list = Das sehen nur Sie. Von wem sie sind, steht nirgends; sortiert sind sie nach dem Alphabet.
questions-list-footer = { $own } eigene, { $pool } mitgebrachte. Für { $rounds } kommende Runden sind { $left } übrig. Das sehen nur Sie.
lounge-impulse-1 = Was hilft Ihnen, still zu sein und zuzusehen?
lounge-impulse-2 = Welche kleine Aufgabe kam gut an? Schreiben Sie sie hierher, andere freuen sich darüber.
lounge-impulse-3 = Wie fangen Sie ein Treffen an, wenn Sie beide direkt aus dem vorigen Termin kommen?
lounge-impulse-4 = Was haben Sie im letzten Monat von Ihrem Gegenüber gelernt, womit Sie nicht gerechnet hatten?
lounge-impulse-5 = Welche Frage hat neulich etwas aufgeschlossen? Schreiben Sie sie Wort für Wort auf.
lounge-impulse-6 = Was machen Sie, wenn Ihr Gegenüber sagt: Machen Sie das doch schnell?
lounge-impulse-7 = Wo mussten Sie selbst nachsehen, und wie war das?
lounge-impulse-8 = Wie gehen Sie damit um, wenn ein Treffen zum zweiten Mal abgesagt wird?
lounge-impulse-9 = Welches Werkzeug empfehlen Sie nicht mehr, und warum?
lounge-impulse-10 = Wie sprechen Sie über Fehler, ohne dass es nach Schule klingt?
lounge-impulse-11 = Was hat sich an Ihrer eigenen Arbeit verändert, seit Sie sie jemandem erklären?
lounge-impulse-12 = Was würden Sie jemandem sagen, der nächste Woche Mentorin oder Mentor wird?
