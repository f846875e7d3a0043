# Nur was mit Sie anders lautet; alles Übrige steht in der Datei unter de.
setup-permissions-missing = Noch fehlen mir: { $permissions }. Vergeben können Sie sie in den Servereinstellungen unter „Rollen“, oder Sie laden mich mit diesem Link noch einmal ein: { $link }
