# Der Wochenüberblick: genaue Angaben zum Programm, Entscheidungen und Summen abgeschlossener Zeiträume, ohne Anrede.
digest-title = Wochenüberblick: { $programme }
digest-facts-field = So steht das Programm
digest-facts-tandems = Tandems: { $open } offen · { $begun } begonnen · { $ended } beendet
digest-facts-people = Personen: { $enrolled } dabei · { $waiting } mit Vorschlag · { $free } frei
digest-inside-field = In den Tandems, { $from } bis { $to }
digest-inside-waiting-field = In den Tandems
digest-inside-waiting = Die ersten Zahlen kommen, wenn ein Zeitraum abgeschlossen ist, am { $when }.
digest-inside-small = Zahlen aus den Tandems werden erst ab { $needed } Tandems gezeigt; bei weniger ließen sie auf Einzelne schließen. Deshalb stehen hier Stand und Entscheidungen; die Erklärung kommt nur dieses eine Mal.
digest-figure = { $label }: { $value }
digest-figure-before = { $label }: { $value } (davor: { $before })
digest-before-hidden = nicht gezeigt
digest-figure-meetings-held = Treffen, die stattfanden
digest-figure-meetings-planned = Treffen, die geplant sind
digest-figure-tasks-given = Aufgaben gegeben
digest-figure-tasks-worked = Aufgaben, die geklappt haben
digest-figure-tasks-stuck = Aufgaben, bei denen es noch hakt
digest-figure-questions = Impulsfragen, über die gesprochen wurde
digest-figure-support = Bitten um Unterstützung
digest-figure-reach = Gefragt, ob noch Zeit ist
digest-figure-mood = Stimmung
digest-mood = { $value } von 5
digest-too-few-tandems = wird erst ab { $needed } Tandems gezeigt
digest-too-few-people = wird erst ab { $needed } Personen gezeigt
digest-too-uniform = zu wenig oder zu einheitlich, um gezeigt zu werden
digest-decisions-field = Was zu entscheiden ist
digest-decisions-none = Im Augenblick nichts.
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
digest-decision-remarks = { $count } Anmerkungen ohne Namen sind weitergegeben. Mit dem Ende des nächsten Zeitraums lösche ich sie.
digest-decision-undelivered =
    { $count ->
        [one] Eine Nachricht ließ sich nicht zustellen.
       *[other] { $count } Nachrichten ließen sich nicht zustellen.
    }
digest-decision-questions = Impulsfragen: { $left } sind noch übrig, und es kommen mehr Runden. `/koordination fragenkatalog hinzufügen` nimmt eigene auf.
digest-decision-support =
    { $count ->
        [one] Eine Bitte um Unterstützung wartet.
       *[other] { $count } Bitten um Unterstützung warten.
    }
digest-free-button = Wer frei ist
digest-free-title = Frei für ein Tandem
digest-practices-button = Was auf Freigabe wartet
digest-remarks-button = Anmerkungen lesen
digest-remarks-title = Anmerkungen, ohne bestimmte Reihenfolge
digest-remarks = Diese Anmerkungen sind zum Weitergeben da, ohne Namen und ohne Zeitangabe. Mit dem Ende des nächsten Zeitraums verschwinden sie wieder.
digest-remarks-gone = Diese Anmerkungen hatten ihre Zeit und sind gelöscht.
digest-undelivered-row = { $count } × { $cause }
digest-cause-permission = Im Kanal fehlt mir eine Berechtigung; `/einrichten` nennt sie.
digest-cause-channel-gone = Den Kanal gibt es nicht mehr.
digest-cause-no-room = Auf dem Server ist kein Platz für einen weiteren Kanal.
digest-cause-refused = Discord hat die Nachricht nicht angenommen; der Grund steht im Protokoll.
digest-list-empty = Das ist inzwischen geschehen.
