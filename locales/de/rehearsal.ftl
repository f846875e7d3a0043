# Was das Protokoll einer Probe um die Beiträge herum sagt. In Discord liest das niemand.
rehearsal-title = Probe: { $programme }
rehearsal-about = Jeder Kanal, wie seine Leute ihn sehen, der Zeit nach. Die Personen sind simuliert; was Tandem sagt, sagt es echten Menschen genauso.
rehearsal-only = das sieht nur { $person }
rehearsal-edited = bearbeitet
rehearsal-pinned = angepinnt
rehearsal-silent = ohne Ton
rehearsal-form = Formular
rehearsal-presses = drückt { $text }
rehearsal-chooses = wählt { $text }
rehearsal-sends = schickt das Formular ab: { $text }
rehearsal-comes = kommt in den Sprachkanal
rehearsal-goes = verlässt den Sprachkanal
rehearsal-files = Dateien: { $files }
rehearsal-description = { $file } in Worten: { $text }
rehearsal-not-sent = Discord schickt das nicht ab: Der Text ist zu lang.
rehearsal-in-minutes =
    { $count ->
        [one] in einer Minute
       *[other] in { $count } Minuten
    }
rehearsal-in-hours =
    { $count ->
        [one] in einer Stunde
       *[other] in { $count } Stunden
    }
rehearsal-in-days =
    { $count ->
        [one] in einem Tag
       *[other] in { $count } Tagen
    }
