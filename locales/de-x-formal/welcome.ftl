# Nur was mit Sie anders lautet; alles Übrige steht in der Datei unter de.
welcome-title = Willkommen in Ihrem Tandem
welcome-people = { $mentor } (Mentor:in) und { $mentee } (Mentee), das ist Ihr Kanal in { $programme }.
welcome-room = Sie beide und ich. Die Koordination ist nicht in diesem Kanal, und was Sie schreiben, werte ich nicht aus. Eines sollten Sie wissen: Wem der Server gehört und wer Administrationsrechte hat, kann jeden Kanal sehen; Discord bietet keinen Weg, das zu verhindern.
welcome-first = Bringen Sie beide etwas mit: eine App, eine Gewohnheit oder ein Gerät, das Ihnen den Tag erleichtert, und etwas, das Sie regelmäßig ärgert. Zeigen Sie es einander. Zehn Minuten für jede Seite genügen.
welcome-first-shadow = Planen Sie den ganzen Tag am Arbeitsplatz der oder des Mentee: einen Tag wie jeden anderen, von der ersten Nachricht bis zur letzten. Klären Sie vorher, wer davon weiß, bei welchen Gesprächen Sie zu zweit sein können und wo nur zugeschaut wird. Am Ende genügt eine halbe Stunde für je drei Notizen: was überrascht hat, was leichter ginge, was Sie zuerst ausprobieren. Für den ganzen Tag geben Sie bei `/treffen planen` die `minuten` an, zum Beispiel 480.
welcome-agreement-field = Ihre Absprache
welcome-agreement =
    • Was erwarten wir voneinander, und was nicht?
    • Was hier gesagt wird, bleibt hier, auch nach dem Ende.
    • Wir treffen uns etwa alle { $rhythm } Tage. Wer nicht kann, sagt rechtzeitig Bescheid.
    • Fragen jeder Art sind willkommen, in beide Richtungen.
    • Jede Seite kann das Tandem jederzeit beenden, ohne Grund und ohne dass jemand danach fragt.
    Wenn das für Sie beide passt, bestätigen Sie es mit ✅.
welcome-menu = Was möchten Sie tun? Das sehen nur Sie.
prompt-title = Eine Impulsfrage für Sie beide
prompt-none-left = Das war die letzte Frage aus dem Vorrat. Ab hier führen Ihre eigenen Fragen weiter.
