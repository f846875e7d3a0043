# Nur was mit Sie anders lautet; alles Übrige steht in der Datei unter de.
my-title = Ihr Platz
my-language-changed = Vermerkt: Private Antworten bekommen Sie ab jetzt auf { $language }. Beiträge in einem Tandem bleiben in der Sprache des Tandems.
my-tandems-field = Ihre Tandems
my-waiting-field = Wartet auf Sie
my-waiting-missed = Eine Frage in Ihrem Kanal, { $programme }
my-direct-off = Nicht angehakt. Was auf Sie wartet, steht hier und unter *Mein Platz*.
my-direct-on = Angehakt: Wenn etwas auf Sie wartet, sagt Ihnen ein Satz als Direktnachricht, wo. Was es ist, steht dort nie.
my-direct-closed = Direktnachrichten sind hier ausgeschaltet, weil Discord meine nicht zu Ihnen durchlässt. Was auf Sie wartet, steht immer unter *Mein Platz*. Wenn Sie Direktnachrichten von diesem Server erlauben, können Sie sie in `/meine-angaben` wieder anhaken.
