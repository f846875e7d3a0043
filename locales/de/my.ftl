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
my-open-button = Ansehen
