# Aufgaben: die Karte im Kanal, Meldungen, Erinnerungen und die privaten Antworten.

## Die Karte

task-title = Aufgabe { $number }
task-card-for-field = Für
task-card-due-field = Bis
task-card-link-field = Link
task-card-state-field = Stand
task-state-open = offen
task-state-worked = hat geklappt
task-state-stuck = hakt noch
task-state-cancelled = zurückgezogen
task-card-note-field = Notiz
task-card-reactions = ✅ hat geklappt · 🧩 hakt noch · oder über die Knöpfe
task-worked-button = Hat geklappt
task-stuck-button = Hakt noch
task-undo-button = Zurücknehmen
task-note-button = Notiz dazu
task-worked-modal-title = Aufgabe { $number } hat geklappt
task-stuck-modal-title = Aufgabe { $number } hakt noch
task-note-label = Eine Notiz, wenn du magst
task-worked-note-placeholder = Was hat geholfen? Das seht ihr beide im Kanal.
task-stuck-note-placeholder = An welcher Stelle? Das seht ihr beide im Kanal.

## Beiträge im Kanal

task-report-worked = { $giver }, Aufgabe { $number } hat bei { $person } geklappt.
task-report-stuck = { $giver }, bei { $person } hakt Aufgabe { $number } noch. Ein gutes Thema für euer nächstes Treffen.
task-report-note = Notiz: { $note }
task-report-undone = { $giver }, Aufgabe { $number } ist bei { $person } wieder offen.
task-reminder-tomorrow =
    { $person }, für Aufgabe { $number } ist Zeit bis zum { $due }: { $text }
    Falls es gerade nicht passt, kann { $giver } mit `/aufgabe ändern` den Termin verschieben.
task-reminder-tomorrow-several =
    { $person }, für die Aufgaben { $tasks } ist Zeit bis zum { $due }.
    Falls etwas gerade nicht passt, kann { $giver } mit `/aufgabe ändern` den Termin verschieben.
task-reminder-today =
    { $person }, wie ging es mit Aufgabe { $number }? { $text }
    Ein Knopfdruck genügt, beides ist in Ordnung. { $giver } liest es hier.
task-reminder-several = { $person }, wie ging es mit den Aufgaben { $tasks }? Ein Knopfdruck genügt, beides ist in Ordnung. { $giver } liest es hier.
task-two-marks = { $person }, bei Aufgabe { $number } stehen jetzt beide Zeichen. Welches gilt? { $giver } liest die Antwort hier auch.
task-card-gone = Die Karte von Aufgabe { $number } wurde hier gelöscht. Die Knöpfe unten melden weiterhin, wie es damit geht, und `/aufgabe liste` zeigt die Aufgabe.

## Private Antworten

task-assigned = Aufgabe { $number } für { $person } steht gleich im Kanal.
task-assigned-due = Aufgabe { $number } für { $person } steht gleich im Kanal, mit Termin am { $due }. Am Tag davor erinnere ich euch beide.
task-edited = Aufgabe { $number } ist geändert, die Karte zieht gleich nach.
task-unchanged = Aufgabe { $number } bleibt, wie sie war. Mit den Angaben text, bis und link lässt sie sich ändern.
task-cancelled = Aufgabe { $number } ist zurückgezogen. Die Karte bleibt stehen und sagt das auch.
task-worked-noted = Aufgabe { $number } ist als „hat geklappt“ vermerkt. { $giver } liest es im Kanal. Wenn sich etwas ändert, melde es einfach neu.
task-stuck-noted = Aufgabe { $number } ist als „hakt noch“ vermerkt. { $giver } liest es im Kanal, und beim nächsten Treffen könnt ihr gemeinsam darauf schauen.
task-undone = Deine Meldung ist zurückgenommen; Aufgabe { $number } ist wieder offen.
task-note-noted = Die Notiz zu Aufgabe { $number } ist vermerkt. { $giver } liest sie im Kanal.
task-noted-already = Aufgabe { $number } steht schon auf „{ $state }“. Geändert hat sich nichts.
task-choose = Mehrere Aufgaben sind offen. Welche meinst du?
task-choose-placeholder = Aufgabe auswählen
task-choice-option = { $number } · { $text }
task-list-title = Aufgaben dieses Tandems
task-list-empty = Hier gibt es noch keine Aufgaben. `/aufgabe geben` legt die erste an.
task-list-row = { $number } · { $state } · für { $person }: { $text }
task-list-row-due = { $number } · { $state } · für { $person }, bis { $due }: { $text }
task-list-more =
    { $count ->
        [one] Eine frühere Aufgabe steht hier nicht; ihre Karte ist im Kanal.
       *[other] { $count } frühere Aufgaben stehen hier nicht; ihre Karten sind im Kanal.
    }
