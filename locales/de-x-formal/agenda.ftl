# Nur was mit Sie anders lautet; alles Übrige steht in der Datei unter de.
agenda-reminder = { $mentor }, { $mentee }, Ihr nächstes Treffen: { $when } ({ $relative }).
agenda-points-field = Von Ihnen notiert
met-question = { $mentor }, { $mentee }, haben Sie sich am { $when } getroffen? Ein Ja von einer Seite genügt, und beide Antworten sind in Ordnung. Wer was antwortet, zeige ich niemandem; die Koordination sieht nur Summen über mehrere Tandems. Unter *Wie war es?* antwortet jede Seite für sich.
met-noted = Vermerkt: Sie haben sich getroffen.
met-not-noted = In Ordnung. Wenn Sie mögen, planen Sie gleich einen neuen Termin.
