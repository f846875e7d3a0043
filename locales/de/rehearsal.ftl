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
rehearsal-files = Dateien: { $files }
rehearsal-not-sent = Discord schickt das nicht ab: Der Text ist zu lang.
