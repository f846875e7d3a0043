# Die ersten Beiträge im Kanal eines Tandems, sein Menü und der Beitrag mit der Impulsfrage.
welcome-title = Willkommen in eurem Tandem
welcome-people = { $mentor } (Mentor:in) und { $mentee } (Mentee), das ist euer Kanal in { $programme }.
welcome-room-field = Wer hier mitlesen kann
welcome-room = Ihr beide und ich. Die Koordination ist nicht in diesem Kanal, und was ihr schreibt, werte ich nicht aus. Eines solltet ihr wissen: Wem der Server gehört und wer Administrationsrechte hat, kann jeden Kanal sehen; Discord bietet keinen Weg, das zu verhindern.
welcome-first-field = Für das erste Treffen
welcome-first = Bringt beide etwas mit: eine App, eine Gewohnheit oder ein Gerät, das euch den Tag erleichtert, und etwas, das euch regelmäßig ärgert. Zeigt es einander. Zehn Minuten für jede Seite genügen.
welcome-first-shadow = Plant den ganzen Tag am Arbeitsplatz der oder des Mentee: einen Tag wie jeden anderen, von der ersten Nachricht bis zur letzten. Klärt vorher, wer davon weiß, bei welchen Gesprächen ihr zu zweit sein könnt und wo nur zugeschaut wird. Am Ende genügt eine halbe Stunde für je drei Notizen: was überrascht hat, was leichter ginge, was ihr zuerst ausprobiert. Für den ganzen Tag gebt bei `/treffen planen` die `minuten` an, zum Beispiel 480.
welcome-agreement-field = Eure Absprache
welcome-agreement =
    • Was erwarten wir voneinander, und was nicht?
    • Was hier gesagt wird, bleibt hier, auch nach dem Ende.
    • Wir treffen uns etwa alle { $rhythm } Tage. Wer nicht kann, sagt rechtzeitig Bescheid.
    • Fragen jeder Art sind willkommen, in beide Richtungen.
    • Jede Seite kann das Tandem jederzeit beenden, ohne Grund und ohne dass jemand danach fragt.
    Wenn das für euch beide passt, bestätigt es mit ✅.
welcome-leave-field = Wie das Tandem endet
welcome-leave = Über den Knopf *Dieses Tandem…*, mit zwei Klicks. Wer gedrückt hat, sage ich niemandem; zu zweit kann man es sich allerdings denken.

## Dieses Tandem…

welcome-menu-button = Dieses Tandem…
welcome-menu = Was möchtest du tun? Das siehst nur du.
welcome-menu-tasks-button = Aufgaben
welcome-menu-feedback-button = Rückmeldung geben
welcome-menu-privacy-button = Datenschutzhinweis
welcome-menu-pause-button = Pause
welcome-menu-support-button = Unterstützung
welcome-menu-reach-button = Ich erreiche mein Gegenüber nicht
welcome-menu-leave-button = Dieses Tandem beenden

## Die Impulsfrage

prompt-title = Eine Impulsfrage für euch beide
prompt-reactions = 💡 darüber haben wir gesprochen · 🤷 nichts für uns · ⏭️ bitte eine andere
prompt-next = Die nächste Impulsfrage steht gleich im Kanal.
prompt-none-left = Das war die letzte Frage aus dem Vorrat. Ab hier führen eure eigenen Fragen weiter.
