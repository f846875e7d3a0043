# Nur was mit Sie anders lautet; alles Übrige steht in der Datei unter de.
erase-question = Es geht um alles, was ich auf diesem Server über Sie gespeichert habe: Ihre Teilnahme, Wünsche, Aufgaben und Notizen, Antworten, Rückmeldungen und Reaktionen. Es geschieht sofort und lässt sich nicht zurücknehmen.
erase-tandems-field = Ihre Tandems
erase-tandems = { $open ->
    [0] Offen ist keines. Wer mit Ihnen in einem Tandem war, behält die eigenen Aufgaben, ohne Ihre Worte.
    [one] Ihr Tandem endet. Ihr Gegenüber liest einen Abschied ohne Grund und ohne Ihren Namen und behält die eigenen Aufgaben, ohne Ihre Worte.
   *[other] Ihre { $open } Tandems enden. Ihr Gegenüber liest jeweils einen Abschied ohne Grund und ohne Ihren Namen und behält die eigenen Aufgaben, ohne Ihre Worte.
}
erase-posts = Was ich in Ihren Kanälen geschrieben habe, lösche ich, und ebenso jeden Beitrag von mir, der Sie nennt oder zitiert. Praxistipps und Erkenntnisse Ihrer Tandems ziehe ich zurück. Diese Kanäle sehen Sie danach nicht mehr.
erase-stays = Summen und Gesamtzahlen, die schon veröffentlicht sind; sie sagen nichts über Sie. Was Sie selbst in einem Kanal geschrieben haben, liegt bei Discord, bis der Kanal gelöscht wird. Eine Kopie, die vor einer Umstellung der Datenbank entstand, wird nach 7 Tagen gelöscht. Dass gelöscht wurde, bleibt 35 Tage lang als Prüfsumme vermerkt, damit keine Sicherung etwas zurückbringt.
erase-after = Sie können jederzeit neu mitmachen. Möchten Sie vorher sehen, was gespeichert ist: `/datenschutz auskunft`.
erase-done = Gelöscht. Zu diesem Server steht in meiner Datenbank nichts mehr über Sie. Danke, dass Sie dabei waren. Wenn Sie wiederkommen, fangen wir neu an.
export-message = Das ist alles, was ich auf diesem Server über Sie gespeichert habe: als Seite zum Lesen und als Datei (JSON) für Programme. Das sehen nur Sie. Laden Sie die Dateien bald herunter; diese Nachricht verschwindet, sobald Sie Discord neu laden.
readers-intro = Lesen sollen hier nur Sie beide und ich. Das habe ich eben aus den Berechtigungen des Servers errechnet:
readers-owner-among = Der Server gehört einer oder einem von Ihnen.
readers-unknown = Discord hat mir diesen Kanal noch nicht gezeigt. Bitte versuchen Sie es in einer Minute noch einmal.
