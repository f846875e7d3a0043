# `/meine-angaben`: eigene Angaben, Sprache und was gerade wartet.
my-title = Dein Platz
my-language-field = Sprache der privaten Antworten
my-language-en = Englisch
my-language-de = Deutsch
my-language-changed = Vermerkt: Private Antworten bekommst du ab jetzt auf { $language }. Beiträge in einem Tandem bleiben in der Sprache des Tandems.
my-tandems-field = Deine Tandems
my-tandem-as-mentor = { $channel }: Mentor:in von { $partner } in { $programme }
my-tandem-as-mentee = { $channel }: Mentee von { $partner } in { $programme }
my-waiting-field = Wartet auf dich
my-waiting-proposal = Ein vorgeschlagenes Tandem in { $programme }
my-waiting-goes-on = Wie es in { $programme } weitergehen soll
my-waiting-not-formed = In { $programme }: was aus einem Vorschlag geworden ist
my-waiting-practice = Ein Praxistipp oder eine Erkenntnis in { $programme }: zustimmen oder nicht
my-waiting-reach = Das Angebot eines neuen Tandems in { $programme }
my-waiting-missed = Eine Frage in eurem Kanal, { $programme }
my-waiting-briefing = Die Einführung in { $programme }: vor der Tandembildung lesen
my-waiting-stay = Zusammenbleiben oder ein neues Tandem, in { $programme }
my-waiting-survey = Ein paar kurze Fragen in { $programme }
my-open-button = Ansehen
# $name (of the room): opens *This tandem…*
my-tandem-button = { $name }…
my-direct-field = Direktnachrichten
my-direct-off = Nicht angehakt. Was auf dich wartet, steht hier und unter *Mein Platz*.
my-direct-on = Angehakt: Wenn etwas auf dich wartet, sagt dir ein Satz als Direktnachricht, wo. Was es ist, steht dort nie.
my-direct-closed = Direktnachrichten sind hier ausgeschaltet, weil Discord meine nicht zu dir durchlässt. Was auf dich wartet, steht immer unter *Mein Platz*. Wenn du Direktnachrichten von diesem Server erlaubst, kannst du sie in `/meine-angaben` wieder anhaken.
my-direct-on-button = Per Direktnachricht Bescheid geben
my-direct-off-button = Keine Direktnachrichten
