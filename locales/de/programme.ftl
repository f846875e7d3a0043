# Was die Koordination über Programme und Tandems liest, immer als private Antwort.
programme-created-title = { $programme } ist angelegt
programme-status-title = { $programme }: der Stand
programme-phase-field = Phase
programme-phase-draft = Entwurf
programme-phase-enrolling = Anmeldung
programme-phase-pairing = Tandembildung
programme-phase-running = Läuft
programme-phase-closing = Abschluss
programme-phase-closed = Abgeschlossen
programme-period-field = Zeitraum
programme-period = { $start } bis { $end }, { $meetings } Treffen, etwa alle { $rhythm } Tage
programme-language-field = Sprache
programme-language-en = Englisch
programme-language-de = Deutsch mit du
programme-language-de-x-formal = Deutsch mit Sie
programme-zone-field = Zeitzone
programme-questions-field = Impulsfragen
programme-digest-field = Wochenüberblick
programme-next-dates = Die nächsten: { $first }, { $second }, { $third }
programme-next-date = Als Nächstes: { $first }
programme-no-more-dates = Kein weiterer Termin vor dem Ende des Programms.
programme-privacy-field = Zahlen und Löschung
programme-privacy = Zahlen aus den Tandems werden erst ab { $k } Tandems gezeigt. Personenbezogene Daten werden { $days } Tage nach dem Ende gelöscht.
programme-quiet-field = Ruhezeiten
programme-sponsor-field = Schirmherrschaft
programme-contact-field = Ansprechperson
programme-tasks-field = Aufgaben
programme-tasks-mentor = Mentorinnen und Mentoren geben Aufgaben.
programme-tasks-both = Beide geben Aufgaben.
programme-next-step = Als Nächstes bringt `/koordination tandembildung von-hand` zwei Personen zusammen.
programme-tandems-field = Tandems
programme-tandems = { $open } offen · { $begun } begonnen · { $ended } beendet
programme-people-field = Personen
programme-people = { $enrolled } dabei · { $waiting } mit Vorschlag · { $free } frei
programme-free-field = Frei für ein Tandem
programme-room-field = Platz auf diesem Server
programme-undelivered-field = Nicht zugestellt
programme-undelivered-none = Alles ist zugestellt.
programme-pair-proposed = { $mentor } und { $mentee } finden den Vorschlag jetzt unter *Mein Platz*. Der Kanal öffnet sich, wenn beide Ja gesagt haben; bis { $deadline } steht das Ergebnis fest. Wer wie geantwortet hat, wird niemandem gezeigt.

## Die Karte des Programms, für alle im Kanal

programme-card-title = { $programme }
programme-card = Zwei Menschen lernen voneinander: { $meetings } Treffen vom { $start } bis zum { $end }, je etwa eine Stunde, und dazwischen kleine Aufgaben.
programme-card-readers-field = Wer was sieht
programme-card-readers = Was in einem Tandem geschieht, bleibt dort. Die Koordination sieht, wer teilnimmt, und Summen ab { $k } Tandems.
programme-card-place = Unter *Mein Platz* steht, was auf dich wartet. Das siehst nur du.
