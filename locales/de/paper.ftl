# Der Datenschutzbericht (tandem privacy-report): für Betriebsrat, Datenschutzbeauftragte und Betrieb. Ohne Anrede.
paper-report-head = Datenschutzbericht
# $version (des Programms), $database (Datei), $schema (Nummer)
paper-report-intro = Tandem { $version }, Datenbank `{ $database }`, Schema { $schema }. Dieser Bericht ist aus der laufenden Konfiguration und aus der Datenbank selbst erstellt. Er nennt keine Personen.
paper-report-api = Discord wird unter `{ $api }` angesprochen.
paper-report-programmes = Server und Programme
# $guild (Discord-ID)
paper-report-server = Server { $guild }
paper-report-none = keine Angabe
paper-report-coordinators = Rolle der Koordination
paper-report-coaches = Rolle der Coaches
paper-report-coach-channel = Kanal der Coaches
paper-report-phase = Phase
paper-report-span = Laufzeit
paper-report-span-value = { $from } bis { $until }
paper-report-k = Schwelle für Summen
# $k (Schwelle), $needed (so viele müssen es sein)
paper-report-k-value = { $k } (gezeigt wird eine Summe erst ab { $needed } Beteiligten, damit auch zwei Eingeweihte auf niemanden schließen können)
paper-report-deletion = Löschfrist
# $days
paper-report-deletion-value = { $days } Tage nach dem Abschluss des Programms
paper-report-quiet = Ruhezeiten
paper-report-quiet-value = { $from } bis { $to } ({ $zone })
paper-report-card = Kanal der Einladung
paper-report-digest = Kanal der Wochenüberblicke
paper-report-practices = Kanal der Praxistipps
paper-report-contact = Ansprechperson
paper-report-stored = Was gespeichert wird
paper-report-stored-text = Jede Spalte der Datenbank steht hier unter der Art von Daten, die sie enthält. Außer den Genannten kann alles lesen, wer den Bot betreibt und seine Datei öffnen darf.
paper-report-personal = Daten über Personen
paper-report-other = Daten, die sich auf keine Person beziehen
paper-report-why = Wozu
paper-report-who = Wer es sieht
paper-report-long = Wie lange
paper-report-columns = Spalten
paper-report-unknown = Diese Spalten sind nicht im Verzeichnis; sie gehören nicht zu dieser Fassung des Programms:
paper-report-copies = Kopien und Sicherungen
# $days (so alt darf eine Sicherung sein), $good (so viele gute Tage)
paper-report-copies-text = Vor einer Umstellung der Datenbank legt der Bot eine Kopie an; sie wird nach { $good } Tagen gelöscht, an denen er fehlerfrei lief. Eine Sicherung (`tandem backup`) darf höchstens { $days } Tage alt sein, wenn sie zurückgespielt wird: So lange merkt sich der Bot außerhalb der Datenbank, was gelöscht wurde, als Prüfsumme, und löscht es aus der zurückgespielten Datei, bevor er sich verbindet. Sicherungen, die an anderer Stelle liegen, kennt dieser Bericht nicht. Neben der Datenbank liegen:
paper-report-copies-none = keine weiteren Dateien
paper-report-copy-migration = Kopie vor einer Umstellung
paper-report-copy-replaced = die Datei, die durch eine Sicherung ersetzt wurde; mit Löschtag
paper-report-copy-erasures = Löschungen als Prüfsummen, ohne Namen und IDs
paper-report-copy-leftover = Rest eines unterbrochenen Zurückspielens; wird in der nächsten Nacht gelöscht
paper-report-copy-working = Arbeitsdatei der Datenbank
paper-report-copy-unknown = nicht vom Bot angelegt; wer den Bot betreibt, prüft und löscht sie
paper-report-erasing = Wie gelöscht wird
paper-report-erasing-text = Auf Wunsch (`/datenschutz löschen`) sofort, sonst mit Ablauf der Löschfrist von selbst. Gelöschtes wird in der Datei überschrieben, die Datei danach neu geschrieben und das Protokoll der Datenbank geleert; das wird wiederholt, bis es gelungen ist. Summen, die bereits veröffentlicht sind, bleiben stehen.
paper-report-not-done = Was nicht geschieht
paper-report-not-done-text = Kein Lesen oder Speichern dessen, was im Kanal geschrieben wird. Keine Namen. Kein Vermerk, wer ein Tandem beendet, einen Vorschlag abgelehnt oder eine Pause gesetzt hat. Kein Vermerk, wann jemand zuletzt da war. Keine Ranglisten, Punkte oder Aktivitätsprofile. Keine Nachrichten an Vorgesetzte. Keine Leistungs- oder Verhaltenskontrolle. Im Protokoll des Betriebs stehen weder Texte noch Namen noch Antworten.
paper-report-discord = Was bei Discord liegt
paper-report-discord-text = Beiträge und private Antworten laufen über Discord und liegen dort nach dessen Bedingungen. Der Kanal eines beendeten Tandems wird nach 7 Tagen geschlossen und nach weiteren 7 Tagen gelöscht. Wem der Server gehört und wer Administrationsrechte hat, kann jeden Kanal sehen; `/datenschutz lesezugriff` und `tandem check` nennen, wer das ist.
paper-report-disk = Was ein Datenträger behält
paper-report-disk-text = Moderne Datenträger (SSD) verteilen Schreibvorgänge und können alte Inhalte an Stellen behalten, die kein Programm erreicht. Dagegen hilft nur ein verschlüsselter Datenträger. Er wird empfohlen.
paper-report-rights = Rechte der Beteiligten
paper-report-rights-text = Auskunft: `/datenschutz auskunft` gibt alles aus, was über eine Person gespeichert ist. Löschen: `/datenschutz löschen`. Berichtigen: die Angaben unter *Mein Platz*. Der Betriebsrat kann diesen Bericht jederzeit verlangen.
