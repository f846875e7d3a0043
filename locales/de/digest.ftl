# Der Wochenüberblick: genaue Angaben zum Programm, Entscheidungen und Summen abgeschlossener Zeiträume, ohne Anrede.
digest-title = Wochenüberblick vom { $day }: { $programme }
digest-headline-ahead =
    { $enrolled ->
        [0] Noch ist niemand angemeldet
        [one] Eine Person ist angemeldet, noch kein Tandem hat begonnen
       *[other] { $enrolled } Personen sind angemeldet, noch kein Tandem hat begonnen
    }{ $points ->
        [0] ; nichts steht an.
        [one] ; ein Punkt steht an.
       *[other] ; { $points } Punkte stehen an.
    }
digest-headline-at-work =
    { $open ->
        [one] Ein Tandem läuft
       *[other] { $open } Tandems laufen
    }{ $points ->
        [0] ; nichts steht an.
        [one] ; ein Punkt steht an.
       *[other] ; { $points } Punkte stehen an.
    }
digest-headline-over =
    { $begun ->
        [one] Das einzige Tandem ist beendet
       *[other] Alle { $begun } Tandems sind beendet
    }{ $points ->
        [0] ; nichts steht an.
        [one] ; ein Punkt steht an.
       *[other] ; { $points } Punkte stehen an.
    }
digest-facts-field = So steht das Programm
digest-facts-tandems = Tandems: { $open } offen · { $begun } begonnen · { $ended } beendet
digest-facts-people = Personen: { $enrolled } angemeldet · { $waiting } mit Vorschlag · { $free } frei
digest-inside-field = In den Tandems, { $from } bis { $to }
digest-inside-waiting-field = In den Tandems
digest-inside-waiting = Die ersten Zahlen kommen, wenn ein Zeitraum abgeschlossen ist, am { $when }.
digest-inside-small = Zahlen aus den Tandems werden erst ab { $needed } Tandems gezeigt; bei weniger ließen sie auf Einzelne schließen. Deshalb stehen hier Stand und Entscheidungen; die Erklärung kommt nur dieses eine Mal.
digest-figure = { $label }: { $value }
digest-figure-before = { $label }: { $value } (davor: { $before })
digest-before-hidden = nicht gezeigt
digest-figure-meetings-held = Treffen
digest-figure-meetings-planned = Geplante Treffen
digest-figure-tasks-given = Neue Aufgaben
digest-figure-tasks-worked = Aufgaben, die geklappt haben
digest-figure-tasks-stuck = Aufgaben, die haken
digest-figure-questions = Impulsfragen besprochen
digest-figure-support = Bitten um Unterstützung
digest-figure-reach = Nachfragen bei nicht erreichbaren Gegenübern
digest-figure-mood = Stimmung
digest-picture-period =
    { $before ->
        [0] { $from } bis { $to }
        [one] { $from } bis { $to }, daneben der Zeitraum davor
       *[other] { $from } bis { $to }, daneben die Zeiträume davor
    }
digest-picture-sign = { $sign } nicht gezeigt
digest-picture-mood = { $label } (1: hakt sehr, 5: sehr gut)
digest-file = wochenueberblick
digest-hidden-uniform = Zu wenig oder zu einheitlich, um gezeigt zu werden: { $labels }
digest-hidden-singly = Wird für jede Frage einzeln gezeigt, deshalb nicht als Summe: { $labels }
digest-hidden-tandems = Nicht gezeigt, weil weniger als { $needed } Tandems mindestens den halben Zeitraum offen waren: { $labels }
digest-hidden-people = Nicht gezeigt, weil weniger als { $needed } Personen in einem Tandem waren, das mindestens den halben Zeitraum offen war: { $labels }
digest-too-few-tandems = nicht gezeigt, weil weniger als { $needed } Tandems mitzählten
digest-too-few-people = nicht gezeigt, weil weniger als { $needed } Personen mitzählten
digest-too-uniform = zu wenig oder zu einheitlich, um gezeigt zu werden
digest-shown-singly = für jede Frage einzeln gezeigt, deshalb nicht als Summe
digest-decisions-field = Was ansteht
digest-decisions-none = Im Augenblick nichts.
digest-decision-approvals =
    { $count ->
        [one] Eine Person wartet auf die Zulassung.
       *[other] { $count } Personen warten auf die Zulassung.
    }
digest-decision-free =
    { $count ->
        [one] Eine Person ist frei für ein Tandem.
       *[other] { $count } Personen sind frei für ein Tandem.
    }
digest-decision-practices =
    { $count ->
        [one] Ein Praxistipp oder eine Erkenntnis wartet auf Freigabe.
       *[other] { $count } Praxistipps und Erkenntnisse warten auf Freigabe.
    }
digest-decision-remarks = { $count } Anmerkungen ohne Namen sind weitergegeben. Am Ende des nächsten Zeitraums lösche ich sie.
digest-decision-undelivered =
    { $count ->
        [one] Eine Nachricht ließ sich nicht zustellen.
       *[other] { $count } Nachrichten ließen sich nicht zustellen.
    }
digest-decision-questions = Impulsfragen: Es sind noch { $left } übrig, und es kommen mehr Runden. `/koordination fragenkatalog hinzufügen` nimmt eigene auf.
digest-decision-support =
    { $count ->
        [one] Eine Bitte um Unterstützung wartet.
       *[other] { $count } Bitten um Unterstützung warten.
    }
digest-free-button = Wer frei ist
digest-free-hint = Diese Liste bekommt nur die Koordination, und es sieht sie nur, wer auf den Knopf drückt.
digest-approvals-button = Wer auf Zulassung wartet
digest-approvals-title = Warten auf die Zulassung
digest-approvals-hint = Diese Liste bekommt nur die Koordination, und es sieht sie nur, wer auf den Knopf drückt.
digest-undelivered-button = Was nicht ankam
digest-undelivered-title = Nicht zugestellt, und warum
digest-undelivered-hint = Wo eine Berechtigung oder der Platz fehlte, geht die Nachricht von selbst noch einmal hinaus; alles andere käme inzwischen zu spät.
digest-none-yet = Für { $programme } gab es noch keinen Wochenüberblick.
digest-free-title = Frei für ein Tandem
digest-practices-button = Was auf Freigabe wartet
digest-remarks-button = Anmerkungen lesen
digest-remarks-title = Anmerkungen, ohne bestimmte Reihenfolge
digest-remarks = Das haben Menschen aus dem Programm der Koordination ohne Namen mitgeteilt; wann, steht nicht dabei. Am Ende des nächsten Zeitraums lösche ich es.
digest-remarks-gone = Die Zeit für diese Anmerkungen ist vorbei; sie sind gelöscht.
digest-undelivered-row = { $count } × { $cause }
digest-cause-permission = Im Kanal fehlt mir eine Berechtigung; `/einrichten` nennt sie.
digest-cause-channel-gone = Den Kanal gibt es nicht mehr.
digest-cause-no-room = Auf dem Server ist kein Platz für einen weiteren Kanal.
digest-cause-refused = Discord hat die Nachricht nicht angenommen; der Grund steht im Protokoll.
digest-list-empty = Diese Liste ist jetzt leer.
