# Rund um ein Treffen: die Agenda am Tag davor, ob es stattfand, und was auf halbem Weg zum nächsten offen ist.

agenda-title = Agenda
agenda-reminder = { $mentor }, { $mentee }, euer nächstes Treffen: { $when } ({ $relative }).
agenda-place = Wo: { $place }
agenda-topic-field = Thema
agenda-topic-open = Noch offen: `/thema wählen` legt eines fest.
agenda-tasks-field = Aufgaben seit dem letzten Mal
agenda-tasks-first-field = Aufgaben bisher
agenda-points-field = Von euch notiert
agenda-left-field = Übrig vom letzten Mal
agenda-question-field = Impulsfrage
agenda-task = { $number } · { $state }: { $text }
agenda-task-note = { $line } (Notiz: { $note })
agenda-more =
    { $count ->
        [one] und eine weitere Zeile
       *[other] und { $count } weitere Zeilen
    }

## Danach

met-question = { $mentor }, { $mentee }, habt ihr euch am { $when } getroffen? Ein Ja von einer Seite genügt, und beide Antworten sind in Ordnung. Wer was antwortet, zeige ich niemandem; die Koordination sieht nur Summen über mehrere Tandems. Unter *Wie war es?* antwortet jede Seite für sich.
met-yes-button = Wir haben uns getroffen
met-no-button = Diesmal nicht
met-rate-button = Wie war es?
met-noted = Vermerkt: Ihr habt euch getroffen.
met-not-noted = In Ordnung. Wenn ihr mögt, plant gleich einen neuen Termin.
met-plan-button = Neuen Termin planen

## Dazwischen

idea-invitation = { $mentor }, wie wäre es mit einer kleinen Aufgabe für { $mentee } bis zum nächsten Mal? Hier sind drei Ideen (Thema: { $topic }). Ein Knopfdruck macht eine davon zur Aufgabe; mit `/aufgabe ändern` lässt sie sich in eigene Worte fassen.
idea-invitation-open = { $mentor }, wie wäre es mit einer kleinen Aufgabe für { $mentee } bis zum nächsten Mal? Hier sind drei Ideen. Ein Knopfdruck macht eine davon zur Aufgabe; mit `/aufgabe ändern` lässt sie sich in eigene Worte fassen.
half-way-title = Bis zum nächsten Treffen noch offen
half-way-text = Was nicht mehr passt, kann ändern oder zurückziehen, wer es gegeben hat.
