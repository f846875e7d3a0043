# Nur was mit Sie anders lautet; alles Übrige steht in der Datei unter de.
task-note-label = Eine Notiz, wenn Sie mögen
task-worked-note-placeholder = Was hat geholfen? Das sehen Sie beide im Kanal.
task-stuck-note-placeholder = An welcher Stelle? Das sehen Sie beide im Kanal.
task-report-stuck = { $giver }, bei { $person } hakt Aufgabe { $number } noch. Ein gutes Thema für Ihr nächstes Treffen.
task-assigned-due = Aufgabe { $number } für { $person } steht gleich im Kanal, mit Termin am { $due }. Am Tag davor erinnere ich Sie beide.
task-worked-noted = Aufgabe { $number } ist als „hat geklappt“ vermerkt. { $giver } liest es im Kanal. Wenn sich etwas ändert, melden Sie es einfach neu.
task-stuck-noted = Aufgabe { $number } ist als „hakt noch“ vermerkt. { $giver } liest es im Kanal, und beim nächsten Treffen können Sie gemeinsam darauf schauen.
task-undone = Ihre Meldung ist zurückgenommen; Aufgabe { $number } ist wieder offen.
task-choose = Mehrere Aufgaben sind offen. Welche meinen Sie?
