# Befehle, wie Discord sie in seinen Menüs zeigt. Ohne jede Anrede, damit es für du und Sie dasselbe Deutsch gibt.
# Die Namen stehen in derselben Reihenfolge wie in der englischen Datei. Namen: höchstens 32 Zeichen, klein geschrieben;
# Beschreibungen und Auswahlen: höchstens 100.

## Im Tandem

cmd-task-name = aufgabe
cmd-task-desc = Kleine Aufgaben bis zum nächsten Mal
cmd-task-assign-name = geben
cmd-task-assign-desc = Eine kleine Aufgabe bis zum nächsten Mal geben
opt-task-assign-text-name = text
opt-task-assign-text-desc = Was es auszuprobieren gilt, in ein, zwei Sätzen
opt-task-assign-due-name = bis
opt-task-assign-due-desc = Bis wann, zum Beispiel 3.12., 2026-12-03 oder Freitag
opt-task-assign-link-name = link
opt-task-assign-link-desc = Eine Internetadresse, die dabei hilft
cmd-task-list-name = liste
cmd-task-list-desc = Die Aufgaben dieses Tandems
cmd-task-edit-name = ändern
cmd-task-edit-desc = Text, Termin oder Link einer Aufgabe ändern
opt-task-edit-task-name = aufgabe
opt-task-edit-task-desc = Nummer der Aufgabe
opt-task-edit-text-name = text
opt-task-edit-text-desc = Der neue Wortlaut
opt-task-edit-due-name = bis
opt-task-edit-due-desc = Der neue Termin; - für keinen
opt-task-edit-link-name = link
opt-task-edit-link-desc = Die neue Internetadresse; - für keine
cmd-task-cancel-name = zurückziehen
cmd-task-cancel-desc = Eine Aufgabe zurückziehen
opt-task-cancel-task-name = aufgabe
opt-task-cancel-task-desc = Nummer der Aufgabe
cmd-task-ideas-name = ideen
cmd-task-ideas-desc = Ideen für kleine Aufgaben, fertig zum Geben
opt-task-ideas-topic-name = thema
opt-task-ideas-topic-desc = Zu welchem Thema; ohne Angabe zum gerade gewählten
cmd-topic-name = thema
cmd-topic-desc = Worum es bei den Treffen geht
cmd-topic-pick-name = wählen
cmd-topic-pick-desc = Das Thema eines Treffens wählen
opt-topic-pick-topic-name = thema
opt-topic-pick-topic-desc = Einer der Vorschläge oder andere Worte
opt-topic-pick-meeting-name = treffen
opt-topic-pick-meeting-desc = Für welches Treffen; ohne Angabe für das nächste
cmd-topic-propose-name = vorschlagen
cmd-topic-propose-desc = Etwas für die nächste Agenda notieren
opt-topic-propose-text-name = text
opt-topic-propose-text-desc = So kurz, wie es einfällt
cmd-topic-list-name = liste
cmd-topic-list-desc = Die Themen, und was auf der nächsten Agenda steht
cmd-question-name = impulsfrage
cmd-question-desc = Impulsfragen
cmd-question-next-name = nächste
cmd-question-next-desc = Die nächste Impulsfrage gleich bekommen
cmd-worked-name = geklappt
cmd-worked-desc = Melden, dass eine Aufgabe geklappt hat
opt-worked-task-name = aufgabe
opt-worked-task-desc = Nummer der Aufgabe, falls mehrere offen sind
opt-worked-note-name = notiz
opt-worked-note-desc = Eine Notiz für die andere Person im Tandem
cmd-stuck-name = hakt-noch
cmd-stuck-desc = Melden, wo eine Aufgabe noch hakt
opt-stuck-task-name = aufgabe
opt-stuck-task-desc = Nummer der Aufgabe, falls mehrere offen sind
opt-stuck-note-name = notiz
opt-stuck-note-desc = Wo es hakt, für die andere Person im Tandem

## Für alle

cmd-feedback-name = rückmeldung
cmd-feedback-desc = Sagen, wie es läuft, von 1 bis 5
opt-feedback-tandem-name = tandem
opt-feedback-tandem-desc = Welches Tandem, falls es mehrere gibt
cmd-pause-name = pause
cmd-pause-desc = Dieses Tandem bis zu einem Tag pausieren lassen oder die Pause beenden
opt-pause-until-name = bis
opt-pause-until-desc = Bis zu welchem Tag, zum Beispiel 3.12., 2026-12-03 oder Freitag
opt-pause-tandem-name = tandem
opt-pause-tandem-desc = Welches Tandem, falls es mehrere gibt
cmd-leave-name = tandem-beenden
cmd-leave-desc = Dieses Tandem beenden, ohne Angabe von Gründen
cmd-my-name = meine-angaben
cmd-my-desc = Eigene Angaben, Sprache und was gerade wartet
opt-my-language-name = sprache
opt-my-language-desc = Sprache der privaten Antworten
cmd-help-name = hilfe
cmd-help-desc = Was hier und jetzt möglich ist
cmd-privacy-name = datenschutz
cmd-privacy-desc = Gespeicherte Daten und wer sie sieht
cmd-privacy-notice-name = hinweis
cmd-privacy-notice-desc = Der Datenschutzhinweis: was gespeichert wird, wozu und wer es sieht

## Einrichten

cmd-setup-name = einrichten
cmd-setup-desc = Rollen, Kanäle und Sprache wählen, Berechtigungen prüfen
opt-setup-coordinators-name = koordination
opt-setup-coordinators-desc = Rolle der Koordination
opt-setup-digest-name = wochenüberblick
opt-setup-digest-desc = Nicht öffentlicher Kanal für den Wochenüberblick
opt-setup-coach-name = coach
opt-setup-coach-desc = Rolle des Coachs, falls es einen gibt
opt-setup-language-name = sprache
opt-setup-language-desc = Sprache der Beiträge außerhalb von Programmen

## Für die Koordination

cmd-coordination-name = koordination
cmd-coordination-desc = Programme, Personen und Tandems, für die Koordination
cmd-coordination-programme-name = programm
cmd-coordination-programme-desc = Ein Programm von Anfang bis Ende
cmd-coordination-programme-create-name = anlegen
cmd-coordination-programme-create-desc = Ein Programm aus einer Vorlage anlegen
opt-coordination-programme-create-name-name = name
opt-coordination-programme-create-name-desc = Name des Programms
opt-coordination-programme-create-template-name = vorlage
opt-coordination-programme-create-template-desc = Dauer, Treffen und Besonderheiten
opt-coordination-programme-create-start-name = beginn
opt-coordination-programme-create-start-desc = Erster Tag, zum Beispiel 7.1.2027 oder 2027-01-07
opt-coordination-programme-create-end-name = ende
opt-coordination-programme-create-end-desc = Letzter Tag; ohne Angabe nach der Vorlage
opt-coordination-programme-create-language-name = sprache
opt-coordination-programme-create-language-desc = Sprache des Programms
opt-coordination-programme-create-address-name = anrede
opt-coordination-programme-create-address-desc = Anrede in deutschen Texten
opt-coordination-programme-create-zone-name = zeitzone
opt-coordination-programme-create-zone-desc = Zeitzone, zum Beispiel Europe/Berlin
opt-coordination-programme-create-questions-name = impulsfragen
opt-coordination-programme-create-questions-desc = Wann Impulsfragen kommen, zum Beispiel: erster Montag 9:00
opt-coordination-programme-create-digest-name = wochenüberblick
opt-coordination-programme-create-digest-desc = Wann der Wochenüberblick kommt, zum Beispiel: jeden Montag 8:30
opt-coordination-programme-create-k-name = mindestzahl
opt-coordination-programme-create-k-desc = Ab wie vielen Tandems eine Zahl gezeigt wird, 5 oder mehr
opt-coordination-programme-create-quiet-name = ruhezeiten
opt-coordination-programme-create-quiet-desc = Stunden ohne Beiträge, zum Beispiel 18:00-8:00
opt-coordination-programme-create-deletion-name = löschfrist
opt-coordination-programme-create-deletion-desc = Tage nach dem Ende, bis personenbezogene Daten gelöscht werden
opt-coordination-programme-create-sponsor-name = schirmherrschaft
opt-coordination-programme-create-sponsor-desc = Wer die Schirmherrschaft hat
opt-coordination-programme-create-contact-name = ansprechperson
opt-coordination-programme-create-contact-desc = Wer Fragen beantwortet
opt-coordination-programme-create-topics-name = themen
opt-coordination-programme-create-topics-desc = Eigene Themen neben den zwölf, mit Semikolon getrennt
opt-coordination-programme-create-tasks-name = aufgaben
opt-coordination-programme-create-tasks-desc = Wer Aufgaben geben kann
opt-coordination-programme-create-card-name = karte
opt-coordination-programme-create-card-desc = Kanal für die Karte des Programms; ohne Angabe dieser
opt-coordination-programme-create-digests-name = überblick-kanal
opt-coordination-programme-create-digests-desc = Nicht öffentlicher Kanal für den Wochenüberblick; sonst der des Servers
cmd-coordination-programme-status-name = stand
cmd-coordination-programme-status-desc = Wie es um ein Programm steht
opt-coordination-programme-status-programme-name = programm
opt-coordination-programme-status-programme-desc = Welches Programm, falls es mehrere gibt
cmd-coordination-match-name = tandembildung
cmd-coordination-match-desc = Wer ein Tandem wird
cmd-coordination-match-pair-name = von-hand
cmd-coordination-match-pair-desc = Zwei Personen von Hand zusammenbringen
opt-coordination-match-pair-mentor-name = mentor-in
opt-coordination-match-pair-mentor-desc = Wer berät
opt-coordination-match-pair-mentee-name = mentee
opt-coordination-match-pair-mentee-desc = Wer beraten wird
opt-coordination-match-pair-programme-name = programm
opt-coordination-match-pair-programme-desc = Welches Programm, falls es mehrere gibt

## Auswahlen

choice-template-shadow = Ein ganzer Arbeitstag, dann alle 4 Wochen ein Treffen
choice-template-six = 6 Treffen in 3 bis 6 Monaten
choice-topic-meeting-next = Das nächste Treffen
choice-topic-meeting-last = Das letzte Treffen, zum Berichtigen
choice-language-en = Englisch
choice-language-de = Deutsch
choice-setup-language-en = Englisch
choice-setup-language-de = Deutsch mit du
choice-setup-language-de-x-formal = Deutsch mit Sie
choice-address-du = du
choice-address-sie = Sie
choice-tasks-mentor = Nur Mentorinnen und Mentoren geben Aufgaben
choice-tasks-both = Beide geben Aufgaben
