# Nur was mit Sie anders lautet; alles Übrige steht in der Datei unter de.
general-incident = Bei mir ist etwas schiefgegangen, geändert wurde nichts. Versuchen Sie es bitte noch einmal; passiert es wieder, hilft der Koordination diese Nummer: { $number }
general-mentions-muted = Erwähnungen in Ihrem Text benachrichtigen niemanden.
