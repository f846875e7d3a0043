# Was die Koordination an einem Programm ändert und was sie allen mitteilt.

## Ein Programm ändern, Schritt für Schritt und nicht öffentlich

edit-title = { $programme }: Einstellungen
edit-saved = Gespeichert. Was davon abhängt, ist angepasst.
edit-choose = Was soll sich ändern?
edit-switch = Was soll umgestellt werden?
edit-group-words = Name, Ziel, Schirmherrschaft, Einladung
edit-group-time = Tage, Treffen, Stunden, Zeitzone
edit-group-rhythm = Impulsfragen, Wochenüberblick, Ruhezeiten
edit-group-figures = Zahlen und Löschfrist
edit-group-people = Zulassung, Zahl der Tandems, Tandemwechsel
edit-group-topics = Eigene Themen
edit-group-kickoff = Auftakt
edit-group-closing-event = Abschlussfeier
edit-switch-language = Sprache: { $language }
edit-switch-tasks-on = Aufgaben: auch Mentees geben welche
edit-switch-tasks-off = Aufgaben: nur Mentorinnen und Mentoren geben sie
edit-switch-approval-on = Zulassung: alle durch die Koordination
edit-switch-approval-off = Zulassung: sofort, wenn die Regeln erfüllt sind
edit-switch-favourites-on = Kennenlernen: auch Mentorinnen und Mentoren nennen Favoriten
edit-switch-favourites-off = Kennenlernen: nur Mentees nennen Favoriten
edit-switch-briefing-on = Einführung: Pflicht vor der Tandembildung
edit-switch-briefing-off = Einführung: ein Angebot
edit-switch-lounge-on = Mentorentreff: einen öffnen
edit-switch-lounge-off = Mentorentreff: keiner
edit-switch-role-off = Zulassung: keine Rolle mehr nötig
edit-switch-practices-off = Praxistipps: kein eigener Kanal
edit-aim-field = Ziel
edit-admission-field = Zulassung
edit-least-months = Mindestens { $months } Monate im Unternehmen
edit-most-months = Höchstens { $months } Monate im Unternehmen
edit-role = Rolle: { $role }
edit-approval = Die Koordination lässt zu.
edit-at-once = Wer die Regeln erfüllt, ist sofort dabei; über die anderen entscheidet die Koordination.
edit-limits-field = Besonderheiten
edit-most-tandems = Höchstens { $max } Tandems
edit-rotation = Neue Tandems nach { $weeks } Wochen, außer beide möchten bleiben
edit-rotation-too-late = Gefragt wird dann niemand, denn bis zum letzten Tag bleiben weniger als { $days } Tage; eine frühere Woche oder ein späterer letzter Tag ändert das.
edit-deletion-one-later = Personenbezogene Daten werden so bald nach dem Ende gelöscht, dass die Frage nach 12 Wochen entfällt.
edit-deletion-none-later = Personenbezogene Daten werden so bald nach dem Ende gelöscht, dass die Fragen nach 4 und 12 Wochen entfallen.
edit-briefing = Vor der Tandembildung steht die Einführung.
edit-favourites = Auch Mentorinnen und Mentoren nennen Favoriten.
edit-lounge = Es gibt einen Mentorentreff.
edit-kickoff-field = Auftakt
edit-closing-event-field = Abschlussfeier
edit-topics-field = Eigene Themen
edit-name-label = Name
edit-name-placeholder = So heißt das Programm
edit-aim-label = Ziel
edit-aim-placeholder = Wozu ist es da? Zwei Sätze für die Einladung
edit-sponsor-label = Schirmherrschaft
edit-sponsor-placeholder = Wer das Programm trägt und warum es wichtig ist, in eigenen Worten
edit-contact-label = Ansprechperson
edit-contact-placeholder = Wer Fragen beantwortet und wie man sie erreicht
edit-invite-label = Adresse für Einladungen (QR-Code)
edit-invite-placeholder = https://…, ein Weg auf diesen Server; leer: Link zur Karte
edit-start-label = Erster Tag
edit-start-placeholder = zum Beispiel 7.1.2027
edit-end-label = Letzter Tag
edit-end-placeholder = zum Beispiel 30.6.2027
edit-meetings-label = Zahl der Treffen
edit-meetings-placeholder = 1 bis 52
edit-hours-label = Stunden im Monat, für beide jeweils
edit-hours-placeholder = 1 bis 40
edit-zone-label = Zeitzone
edit-zone-placeholder = zum Beispiel Europe/Berlin
edit-questions-label = Impulsfragen
edit-questions-placeholder = zum Beispiel erster Montag 9:00, oder Cron
edit-digest-label = Wochenüberblick
edit-digest-placeholder = zum Beispiel jeden Montag 8:30, oder Cron
edit-quiet-label = Ruhezeiten
edit-quiet-placeholder = zum Beispiel 19:00-7:30
edit-k-label = Mindestzahl für Zahlen (steigt nur)
edit-k-placeholder = 5 oder mehr
edit-deletion-label = Löschfrist in Tagen
edit-deletion-placeholder = 1 bis 365 Tage nach dem Abschluss
edit-least-months-label = Mindestens so viele Monate im Unternehmen
edit-least-months-placeholder = leer: keine solche Regel
edit-most-months-label = Höchstens so viele Monate im Unternehmen
edit-most-months-placeholder = leer: keine solche Regel
edit-most-tandems-label = Höchstens so viele Tandems
edit-most-tandems-placeholder = leer: so viele, wie passen
edit-rotation-label = Neue Tandems nach so vielen Wochen
edit-rotation-placeholder = leer: die Tandems bleiben zusammen
edit-topics-label = Themen neben den zwölf
edit-topics-placeholder = durch Semikolons getrennt
edit-when-label = Tag und Uhrzeit (geleert: abgesagt)
edit-when-placeholder = zum Beispiel 12.1.2027 14:30
edit-place-label = Ort
edit-place-placeholder = ein Raum oder ein Link

## Der Stand

status-now-draft = Nur die Koordination sieht es. `/koordination programm öffnen` veröffentlicht die Einladung.
status-now-enrolling = Mitmachen, Einführung und Kennenlernen sind möglich.
status-now-pairing = Die Tandems werden gebildet; dazukommen geht noch.
status-now-kickoff = Tandems können sich schon treffen; was nach Plan kommt, wartet auf den ersten Tag.
status-now-running = Die Tandems laufen; dazukommen geht noch.
status-now-closing = Letzte Treffen, Rückblick und Auswertung. Neue Tandems entstehen nicht mehr.
status-now-closed = Neues beginnt hier nicht mehr. Die Fragen danach, was geblieben ist, und die Löschungen kommen nach Plan; die Ergebnisse bleiben lesbar.
status-now-erased = Geblieben sind Summen ohne Personenbezug.
status-people-over = { $enrolled } waren dabei
status-people-kept = { $mentors } als Mentor:in · { $mentees } als Mentee
status-briefed-field = Einführung
status-briefed = Zu Beginn der Tandembildung hatten { $count } Personen sie gelesen.
status-briefed-hidden = Wie viele sie zu Beginn der Tandembildung gelesen hatten, wird nicht gezeigt: Die Zahl könnte auf einzelne Personen schließen lassen.
status-briefed-later = Wie viele sie gelesen haben, wird einmal gezählt: zu Beginn der Tandembildung.
status-concerns =
    { $count ->
        [one] Eine Frage oder ein Bedenken wartet.
       *[other] { $count } Fragen und Bedenken warten.
    }

## Mitteilungen

announce-preview = So wird es in { $channel } stehen. Noch ist nichts gesendet.
announce-preview-file = So wird es in { $channel } stehen, mit der Datei darunter. Noch ist nichts gesendet.
announce-send-button = Senden
announce-sent = Gesendet. Gleich steht es in { $channel }.
announce-file = Datei einer Mitteilung

## Auftakt und Abschlussfeier

occasion-title-kickoff = Auftakt: { $programme }
occasion-title-closing-event = Abschlussfeier: { $programme }
occasion-post-kickoff = Gemeinsam geht es los: { $when } ({ $relative }). Die Kalenderdatei hängt an.
occasion-post-closing-event = Zum Abschluss kommen alle noch einmal zusammen: { $when } ({ $relative }). Zeit, zurückzublicken, Danke zu sagen und zu hören, was andere mitnehmen. Die Kalenderdatei hängt an.
occasion-moved-kickoff = Neues zum Auftakt: { $when } ({ $relative }). Mit der Datei im Anhang stimmt der Kalender wieder.
occasion-moved-closing-event = Neues zur Abschlussfeier: { $when } ({ $relative }). Mit der Datei im Anhang stimmt der Kalender wieder.
occasion-off-kickoff = Der Auftakt ({ $when }) fällt aus. Die Datei im Anhang nimmt den Eintrag aus dem Kalender.
occasion-off-closing-event = Die Abschlussfeier ({ $when }) fällt aus. Die Datei im Anhang nimmt den Eintrag aus dem Kalender.
occasion-place-field = Wo
occasion-file-kickoff = auftakt.ics
occasion-file-closing-event = abschlussfeier.ics
occasion-calendar-kickoff = Kalenderdatei für den Auftakt
occasion-calendar-closing-event = Kalenderdatei für die Abschlussfeier
kickoff-concern-note = Vorher eine Frage oder ein Bedenken? Der Knopf gibt es ohne Namen weiter.
kickoff-concern-button = Frage oder Bedenken

## Ein Programm ist abgeschlossen

closed-title = { $programme } ist abgeschlossen
closed-post =
    Alle Tandems sind verabschiedet. Ihre Kanäle bleiben bis { $hidden } lesbar und werden am { $gone } gelöscht, personenbezogene Daten am { $erased }.
    Die Auswertung ist fertig: `/koordination ergebnisse auswertung`, für eine Tabelle `/koordination ergebnisse export`.
closed-asked-later = Am { $days } frage ich alle, deren Tandem bis zuletzt offen war, was geblieben ist.

## Fragen und Bedenken ohne Namen

concern-readers = Was du schreibst, liest die Koordination, zusammen mit dem, was andere schreiben, und ohne Reihenfolge. Dein Name geht nicht mit und wird nicht gespeichert; dir allein antworten kann sie deshalb nicht, die Antwort kommt beim Auftakt oder in einer Mitteilung. Sie erfährt es erst morgen früh, damit die Uhrzeit nichts verrät. Nur deine eigenen Worte könnten zeigen, von wem es ist.
concern-write-button = Aufschreiben
concern-title = Frage oder Bedenken
concern-label = Deine Worte, ohne Namen weitergegeben
concern-placeholder = Was sollte gesagt sein, bevor es losgeht?
concern-noted = Weitergegeben, ohne deinen Namen. Von wem es ist, steht nirgends.
concern-waits =
    { $count ->
        [one] { $programme }: Eine Frage oder ein Bedenken ohne Namen wartet.
       *[other] { $programme }: { $count } Fragen und Bedenken ohne Namen warten.
    }
concern-list-button = Anzeigen
concern-list-title = Fragen und Bedenken
concern-list = Das siehst nur du. Von wem sie sind, steht nirgends; sortiert sind sie nach dem Alphabet.
concern-none = Hier wartet nichts mehr.
concern-done-button = Alle aufgegriffen, löschen
concern-done = Gelöscht. Was inzwischen gekommen ist, wird am Morgen danach gemeldet.

## Impulsfragen eines Programms

questions-add-intro = Eine eigene Frage braucht ihre Worte auf Deutsch und auf Englisch: Jedes Tandem liest sie in seiner Sprache.
questions-add-title = Eine eigene Frage
questions-add-german = Auf Deutsch
questions-add-english = Auf Englisch
questions-add-placeholder = Eine offene Frage, wie man sie an einem Tisch stellen würde
questions-added = Hinzugefügt als Nummer { $number }. Sie wird gestellt wie die übrigen, in der Sprache des Tandems.
questions-removed = Nummer { $number } wird nicht mehr gestellt. Tandems, die sie schon hatten, sehen sie weiterhin.
questions-list-title = { $programme }: Impulsfragen
questions-list-footer = { $own } eigene, { $pool } mitgebrachte. Für { $rounds } kommende Runden sind { $left } übrig. Das siehst nur du.
questions-list-button = Fragen
questions-add-button = Frage hinzufügen

## Eigene Ideen eines Programms für Aufgaben

own-idea-add-intro = Eine eigene Idee braucht ihre Worte auf Deutsch und auf Englisch: Jedes Tandem liest sie in seiner Sprache. Gedacht für: { $topic }.
own-idea-every-topic = alle Themen
own-idea-add-modal-title = Eine eigene Idee
own-idea-add-placeholder = Höchstens eine Stunde und im Infinitiv: Ein Diagramm von Hand zeichnen und mitbringen
own-idea-add-button = Idee hinzufügen
own-idea-added = Hinzugefügt als Nummer { $number }. Sie steht vor den Ideen, die der Bot mitbringt, in der Sprache des Tandems.
own-idea-removed = Nummer { $number } wird nicht mehr vorgeschlagen. Aufgaben, die daraus geworden sind, bleiben.
own-ideas-title = { $programme }: eigene Ideen für Aufgaben
own-idea-row = **{ $number }** ({ $topic }) { $text }
own-ideas-none = Noch keine eigene Idee. Vorgeschlagen werden die, die der Bot mitbringt.
own-ideas-footer = { $own } eigene, dazu { $each } mitgebrachte je Thema. Das siehst nur du.

## Der Mentorentreff

lounge-channel-name = mentorentreff
lounge-title = Gesprächsstoff
lounge-impulse-1 = Was hilft dir, still zu sein und zuzusehen?
lounge-impulse-2 = Welche kleine Aufgabe kam gut an? Schreib sie hierher, andere freuen sich darüber.
lounge-impulse-3 = Wie fangt ihr ein Treffen an, wenn ihr beide direkt aus dem vorigen Termin kommt?
lounge-impulse-4 = Was hast du im letzten Monat von deinem Gegenüber gelernt, womit du nicht gerechnet hattest?
lounge-impulse-5 = Welche Frage hat neulich etwas aufgeschlossen? Schreib sie Wort für Wort auf.
lounge-impulse-6 = Was machst du, wenn dein Gegenüber sagt: Mach du das doch schnell?
lounge-impulse-7 = Wo musstet ihr selbst nachsehen, und wie war das?
lounge-impulse-8 = Wie gehst du damit um, wenn ein Treffen zum zweiten Mal abgesagt wird?
lounge-impulse-9 = Welches Werkzeug empfiehlst du nicht mehr, und warum?
lounge-impulse-10 = Wie sprichst du über Fehler, ohne dass es nach Schule klingt?
lounge-impulse-11 = Was hat sich an deiner eigenen Arbeit verändert, seit du sie jemandem erklärst?
lounge-impulse-12 = Was würdest du jemandem sagen, der nächste Woche Mentorin oder Mentor wird?
