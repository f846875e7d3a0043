# Was die Koordination über Programme und Tandems liest, immer als private Antwort.
programme-created-title = { $programme } ist angelegt
programme-status-title = { $programme }: der Stand
programme-phase-field = Phase
programme-phase-draft = Entwurf
programme-phase-enrolling = Anmeldung
programme-phase-pairing = Tandembildung
programme-phase-kickoff = Auftakt
programme-phase-running = Läuft
programme-phase-closing = Abschluss
programme-phase-closed = Abgeschlossen
programme-phase-erased = Gelöscht
programme-period-field = Zeitraum
programme-period = { $start } bis { $end }, { $meetings } Treffen, etwa alle { $rhythm } Tage
programme-language-field = Sprache
programme-language-en = Englisch
programme-language-de = Deutsch mit du
programme-language-de-x-formal = Deutsch mit Sie
programme-zone-field = Zeitzone
programme-questions-field = Impulsfragen
programme-digest-field = Wochenüberblick
programme-next-dates = Die nächsten: { $first }; { $second }; { $third }
programme-next-date = Als Nächstes: { $first }
programme-no-more-dates = Kein weiterer Termin vor dem Ende des Programms.
programme-privacy-field = Zahlen und Löschung
programme-privacy = Zahlen aus den Tandems werden gezeigt, wenn es mindestens { $k } Tandems gibt (mehr, wenn jemand in mehreren ist) und mindestens { $least } davon beigetragen haben. Personenbezogene Daten werden { $days } Tage nach dem Abschluss gelöscht.
programme-quiet-field = Ruhezeiten
programme-quiet = { $from } bis { $to }
programme-sponsor-field = Schirmherrschaft
programme-contact-field = Ansprechperson
programme-practices-field = Praxistipps und Erkenntnisse
programme-tasks-field = Aufgaben
programme-tasks-mentor = Mentorinnen und Mentoren geben Aufgaben.
programme-tasks-both = Beide geben Aufgaben.
programme-meets-first = In dieser Vorlage lernen sich alle kennen, bevor Tandems entstehen: `/koordination kennenlernen planen`, sobald genug dabei sind.
programme-next-step = Es ist ein Entwurf, den nur die Koordination sieht. `/koordination programm öffnen` veröffentlicht die Einladung; ändern lässt sich jeder Wert vorher und nachher.
programme-tandems-field = Tandems
programme-tandems = { $open } offen · { $begun } begonnen · { $ended } beendet
programme-people-field = Personen
programme-people = { $enrolled } dabei · { $waiting } mit Vorschlag · { $free } frei
programme-free-field = Frei für ein Tandem
programme-room-field = Platz auf diesem Server
programme-undelivered-field = Nicht zugestellt
programme-undelivered-none = Alles ist zugestellt.
programme-pair-proposed = { $mentor } und { $mentee } finden den Vorschlag jetzt unter *Mein Platz*. Der Kanal öffnet sich, wenn beide Ja gesagt haben; bis { $deadline } steht das Ergebnis fest. Wer wie geantwortet hat, wird niemandem gezeigt.
programme-pending = { $mentor } und { $mentee }, bis { $deadline }
programme-pending-field = Warten auf Antworten
programme-more = und { $count } weitere

## Die Karte des Programms, für alle im Kanal

programme-card-title = { $programme }
programme-card =
    { $hours ->
        [one] Zwei Menschen lernen voneinander: { $meetings } Treffen vom { $start } bis zum { $end }, dazwischen kleine Aufgaben. Das braucht etwa eine Stunde im Monat.
       *[other] Zwei Menschen lernen voneinander: { $meetings } Treffen vom { $start } bis zum { $end }, dazwischen kleine Aufgaben. Das braucht etwa { $hours } Stunden im Monat.
    }
programme-card-join-button = Mitmachen
programme-card-readers-field = Wer was sieht

## Öffnen und abschließen, jeweils mit einer Rückfrage

programme-open-title = { $programme } öffnen?
programme-open-ask = Die Einladung erscheint sofort in { $channel }, für alle, die dort lesen, mit den Knöpfen *Mitmachen* und *Mein Platz*. Das Programm läuft vom { $start } bis zum { $end }. Zum Entwurf wird es nicht wieder; alles andere lässt sich auch danach ändern.
programme-open-missing = Noch leer
programme-open-no-aim = Das Ziel: wozu das Programm da ist.
programme-open-no-sponsor = Die Worte der Schirmherrschaft: warum es wichtig ist.
programme-open-no-contact = Die Ansprechperson: wer Fragen beantwortet.
programme-open-button = Einladung veröffentlichen
programme-not-yet-button = Noch nicht
programme-nothing-changed = Es bleibt, wie es ist.
programme-opened = { $programme } ist offen. Die Einladung steht gleich in { $channel }.
programme-close-title = { $programme } zum Ende bringen?
programme-close-begin = *Abschluss einleiten*: Heute wird der letzte Tag. Die Tandems können sich noch { $days } Tage lang treffen und zurückblicken, die Fragen zur Auswertung werden gestellt, danach schließt das Programm von selbst. Neue Tandems entstehen nicht mehr.
programme-close-now =
    { $tandems ->
        [0] *Jetzt schließen*: Kein Tandem ist offen. Personenbezogene Daten werden in { $days } Tagen gelöscht.
        [one] *Jetzt schließen*: Das eine offene Tandem liest einen Abschied, der niemanden nennt; sein Kanal bleibt { $readable } Tage lesbar und wird dann gelöscht. Personenbezogene Daten werden in { $days } Tagen gelöscht.
       *[other] *Jetzt schließen*: Die { $tandems } offenen Tandems lesen einen Abschied, der niemanden nennt; ihre Kanäle bleiben { $readable } Tage lesbar und werden dann gelöscht. Personenbezogene Daten werden in { $days } Tagen gelöscht.
    }
programme-close-skips = Wer *Jetzt schließen* wählt, überspringt den Abschluss: Der letzte Rückblick und die Abschlussfragen entfallen.
programme-close-proposals =
    { $count ->
        [one] Ein Vorschlag hat noch kein Ergebnis; daraus wird nichts mehr.
       *[other] { $count } Vorschläge haben noch kein Ergebnis; daraus wird nichts mehr.
    }
programme-close-by-itself = Am { $at } folgt von selbst die Phase *{ $phase }*.
programme-closing-button = Abschluss einleiten
programme-close-button = Jetzt schließen
programme-closing = Der Abschluss von { $programme } hat begonnen; am { $at } schließt das Programm von selbst.
programme-closed = { $programme } ist abgeschlossen. Offene Tandems bekommen jetzt ihren Abschied; personenbezogene Daten werden in { $days } Tagen gelöscht.
# $k
programme-card-readers = Was in einem Tandem geschieht, bleibt dort. Die Koordination sieht, wer teilnimmt und was jemand über Arbeit und Themen angibt, und Summen, zu denen mindestens { $k } Tandems oder Personen beigetragen haben. Mit wem jemand lieber kein Tandem bildet, sieht niemand.
programme-card-place = *Mitmachen* fragt dich Schritt für Schritt ein paar Dinge; das siehst nur du. Was später auf dich wartet, steht unter *Mein Platz*.
programme-card-place-later = Was auf dich wartet, steht unter *Mein Platz*.
programme-card-rotation = Nach { $weeks } Wochen gibt es neue Tandems; wer zu zweit zusammenbleiben möchte, macht weiter.
