# Themen eines Tandems, die Fragen, die beide notieren, und was dazu gesagt wird.

topic-name-collaboration = Zusammenarbeit und Kommunikation
topic-name-sources = Quellen im Netz
topic-name-ai = Künstliche Intelligenz
topic-name-big-data = Big Data
topic-name-agile = Agile Organisation
topic-name-reputation = Digitale Reputation
topic-name-networking = Digitale Vernetzung
topic-name-leadership = Digital Business Leadership
topic-name-mistakes = Fehlerkultur
topic-name-devices = Mobile Geräte
topic-name-social-media = Soziale Medien
topic-name-products = Vernetzte Produkte

## Beiträge im Kanal

topic-next-post = Das Thema eures nächsten Treffens: { $topic }. Bis dahin lässt es sich ändern.
topic-last-post = Das Thema eures letzten Treffens: { $topic }.
topic-point-post = Für eure nächste Agenda: { $text }

## Private Antworten

topic-picked-next = Das Thema des nächsten Treffens ist { $topic }. Gleich steht es auch im Kanal.
topic-picked-last = Das Thema des letzten Treffens ist { $topic }. Gleich steht es auch im Kanal.
topic-picked-already = Das Thema ist schon { $topic }. Geändert hat sich nichts.
topic-proposed = Vermerkt. Ihr lest es beide im Kanal, und es steht auf der nächsten Agenda.
topic-list-title = Themen dieses Tandems
topic-list-next-field = Nächstes Treffen
topic-list-last-field = Letztes Treffen
topic-list-open = Noch offen: `/thema wählen` legt eines fest.
topic-list-points-field = Für die nächste Agenda
topic-list-no-points = Bisher nichts. `/thema vorschlagen` notiert etwas, so kurz, wie es einfällt.
topic-list-point = • { $text }
topic-list-catalogue-field = Zur Auswahl
topic-done-placeholder = Ist etwas davon erledigt? Hier auswählen
topic-done = Das steht nicht mehr auf der Agenda. Der Beitrag im Kanal bleibt.
topic-menu-propose-button = Etwas für die Agenda
topic-menu-list-button = Themen
topic-propose-modal-title = Für eure nächste Agenda
topic-propose-label = Worum geht es?
topic-propose-placeholder = Wie kopple ich das Headset? Das seht ihr beide im Kanal.
