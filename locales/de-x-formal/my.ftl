# Nur was mit Sie anders lautet; alles Übrige steht in der Datei unter de.
my-title = Ihr Platz
my-language-changed = Vermerkt: Private Antworten bekommen Sie ab jetzt auf { $language }. Beiträge in einem Tandem bleiben in der Sprache des Tandems.
my-tandems-field = Ihre Tandems
my-waiting-field = Wartet auf Sie
