# Was die Koordination über Personen liest: die Liste, einzelne Entscheidungen, Einladungen per Liste, das Bild des Links.
people-title = { $programme }: Personen
people-counts = { $waiting } warten auf eine Entscheidung · { $approved } dabei · { $invited } eingeladen
people-none = Noch hat sich niemand angemeldet.
people-line-waiting = { $number }. { $person } · { $role } · wartet
people-line-approved = { $number }. { $person } · { $role } · dabei
people-choice = Nr. { $number }: { $role }
people-approve-placeholder = Zulassen …
people-decline-placeholder = Kein Platz für …
people-back-button = Zurück
people-on-button = Weiter
people-page = Seite { $page } von { $pages }
people-approved-one = { $person } ist jetzt dabei und liest das unter *Mein Platz*.
people-declined-one = { $person } liest unter *Mein Platz*, dass diesmal kein Platz frei ist. Die Angaben sind gelöscht, ein Grund wird nicht gespeichert.
people-approved =
    { $count ->
        [one] Eine Person ist jetzt dabei und liest das unter *Mein Platz*.
       *[other] { $count } Personen sind jetzt dabei und lesen das unter *Mein Platz*.
    }
people-declined =
    { $count ->
        [one] Eine Person liest unter *Mein Platz*, dass diesmal kein Platz frei ist. Die Angaben sind gelöscht, ein Grund wird nicht gespeichert.
       *[other] { $count } Personen lesen unter *Mein Platz*, dass diesmal kein Platz frei ist. Die Angaben sind gelöscht, ein Grund wird nicht gespeichert.
    }
people-excluded = { $person } und { $other } werden einander nicht vorgeschlagen. Die Koordination sieht das bei der Tandembildung; die beiden erfahren es nicht.

## Einladungen per Liste

invite-reading = Ich lese { $count } Zeilen für { $programme } und suche die Personen auf diesem Server. Bei vielen dauert das eine Weile; was aus jeder Zeile geworden ist, steht dann hier. Bis dahin ist nichts gespeichert.
invite-progress = { $done } von { $count } Zeilen sind nachgesehen. Gespeichert ist noch nichts.
invite-done = Eingeladen: { $invited }. Zugelassen, weil die Anmeldung schon da war: { $admitted }. Schon dabei: { $taking }. Ausgelassen: { $skipped }. In der Datei steht zu jeder Zeile, was daraus geworden ist. Einladungen werden nach 14 Tagen gelöscht.
invite-draft = Das Programm ist noch ein Entwurf; davon erfährt noch niemand. Auf die Einladungen weise ich hin, wenn es geöffnet wird, und ab dann laufen ihre 14 Tage.
invite-file-name = einladungen.csv
invite-file-description = Eine Tabelle, die zu jeder Zeile der Liste sagt, was daraus geworden ist
invite-column-line = Zeile
invite-column-person = Person
invite-column-result = Ergebnis
invite-row-invited = eingeladen
invite-row-renewed = war schon eingeladen; in der Einladung steht jetzt, was in der Liste steht
invite-row-admitted = hatte sich angemeldet und ist jetzt dabei
invite-row-takes-part = ist schon dabei; nichts geändert
invite-row-nobody = ausgelassen: Niemand mit dieser ID oder diesem Namen ist auf dem Server
invite-row-several = ausgelassen: So heißen mehrere; bitte die ID angeben
invite-row-bot = ausgelassen: Ein Bot kann nicht mitmachen
invite-row-no-person = ausgelassen: Die Zeile nennt niemanden
invite-row-person-too-long = ausgelassen: Die Person ist länger, als ein Name sein kann
invite-row-role = ausgelassen: Als Rolle geht Mentor, Mentee oder beides
invite-row-language = ausgelassen: Als Sprache geht de oder en
invite-row-too-long = ausgelassen: Abteilung, Organisation oder Berichtslinie ist zu lang
invite-row-twice = ausgelassen: Dieselbe Person steht weiter oben

## Das Bild des Links

people-qr-button = QR-Code
people-qr = Für Folien und Aushänge: Das Bild führt zu { $address }
people-qr-card = Wer auf diesem Server ist, kommt damit zur Einladung. Für alle anderen lässt sich in den Einstellungen des Programms eine Einladung auf den Server eintragen.
people-qr-file-name = qr-code.png
people-qr-description = QR-Code, der zu { $address } führt
