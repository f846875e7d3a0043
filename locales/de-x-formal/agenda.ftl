# Nur was mit Sie anders lautet; alles Übrige steht in der Datei unter de.
agenda-reminder = { $mentor }, { $mentee }, Ihr nächstes Treffen: { $when }, { $relative }.
agenda-points-field = Von Ihnen notiert
met-question = { $mentor }, { $mentee }, haben Sie sich am { $when } getroffen? Ein Ja von einer Seite genügt, und beide Antworten sind in Ordnung. *Wie war es?* fragt jede Seite für sich.
met-noted = Vermerkt: Sie haben sich getroffen.
met-not-noted = Vermerkt. Wenn es für beide passt, planen Sie es einfach neu.
half-way-title = Auf halbem Weg zu Ihrem nächsten Treffen
