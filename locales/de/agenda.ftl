# Rund um ein Treffen: die Agenda am Tag davor, ob es stattfand, und was auf halbem Weg zum nächsten offen ist.

agenda-title = Agenda
agenda-reminder = { $mentor }, { $mentee }, euer nächstes Treffen: { $when }, { $relative }.
agenda-place = Wo: { $place }
agenda-topic-field = Thema
agenda-topic-open = Noch offen: `/thema wählen` legt eines fest.
agenda-tasks-field = Aufgaben seit dem letzten Mal
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

met-question = { $mentor }, { $mentee }, habt ihr euch am { $when } getroffen? Ein Ja von einer Seite genügt, und beide Antworten sind in Ordnung. *Wie war es?* fragt jede Seite für sich.
met-yes-button = Wir haben uns getroffen
met-no-button = Diesmal nicht
met-rate-button = Wie war es?
met-noted = Vermerkt: Ihr habt euch getroffen.
met-not-noted = Vermerkt. Wenn es für beide passt, plant es einfach neu.
met-plan-button = Neuen Termin planen

## Dazwischen

idea-invitation = { $mentor }, passt eine kleine Aufgabe für { $mentee } bis zum nächsten Mal? Hier sind drei Ideen ({ $topic }). Ein Druck gibt sie, und mit `/aufgabe ändern` wird sie zur eigenen.
idea-invitation-open = { $mentor }, passt eine kleine Aufgabe für { $mentee } bis zum nächsten Mal? Hier sind drei Ideen. Ein Druck gibt sie, und mit `/aufgabe ändern` wird sie zur eigenen.
half-way-title = Auf halbem Weg zu eurem nächsten Treffen
half-way-text = Das ist noch offen. Passt etwas davon nicht mehr, kann es ändern oder zurückziehen, wer es gegeben hat.
