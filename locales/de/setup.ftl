# Einrichten: was `/einrichten` antwortet, und die Berechtigungen, wie Discord sie nennt.
setup-title = Tandem auf diesem Server
setup-coordinators = Koordination: { $role }
setup-coach = Coach: { $role }; in { $channel } steht, wie viele Bitten um Unterstützung warten, und lesen kann sie nur diese Rolle.
setup-coach-no-channel = Coach: { $role }; ohne einen Kanal für den Coach gehen Bitten um Unterstützung an die Koordination.
setup-coach-none = Coach: keine Rolle; wer Unterstützung möchte, erreicht die Koordination.
setup-digest = Wochenüberblick: { $channel }
setup-digest-gone = Den Kanal für den Wochenüberblick gibt es nicht mehr. Bitte mit der Option `wochenüberblick` einen anderen wählen; Programme, die dorthin berichtet haben, ziehen mit um.
setup-role-gone = Eine hier gewählte Rolle gibt es nicht mehr; was daran hängt, kann niemand nutzen. Bitte eine andere wählen.
setup-language = Sprache außerhalb von Programmen: { $language }
setup-permissions-complete = Ich habe alle Berechtigungen, die ich brauche.
setup-permissions-missing = Noch fehlen mir: { $permissions }. Vergeben kannst du sie in den Servereinstellungen unter „Rollen“, oder du lädst mich mit diesem Link noch einmal ein: { $link }
setup-administrators = Gut zu wissen und weiterzusagen: Wem der Server gehört und wer Administrationsrechte hat, kann jeden Kanal sehen, auch die der Tandems. Discord bietet keinen Weg, das zu verhindern.
setup-room =
    { $count ->
        [one] Hier ist noch Platz für ein Tandem.
       *[other] Hier ist noch Platz für { $count } Tandems.
    }
setup-next = Als Nächstes legt die Koordination mit `/koordination programm anlegen` ein Programm an.

## Berechtigungen, wie Discord sie nennt

permission-view-channel = Kanäle ansehen
permission-send-messages = Nachrichten senden
permission-embed-links = Links einbetten
permission-attach-files = Dateien anhängen
permission-read-message-history = Nachrichtenverlauf anzeigen
permission-add-reactions = Reaktionen hinzufügen
permission-manage-messages = Nachrichten verwalten
permission-pin-messages = Nachrichten anpinnen
permission-manage-channels = Kanäle verwalten
permission-manage-roles = Rollen verwalten
permission-connect = Verbinden
permission-use-application-commands = Anwendungsbefehle verwenden
permission-move-members = Mitglieder verschieben
