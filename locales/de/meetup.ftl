# Kennenlernen: Einladung, Runden und Favoriten. Beiträge sprechen alle zugleich an, private Antworten eine Person.

meetup-title = { $programme }: Kennenlernen
meetup-lobby-channel = Kennenlernen
meetup-room-channel = Raum { $number }

## Was im Kanal des Programms steht

meetup-invite = Acht kurze Runden, immer zu zweit: viereinhalb Minuten Gespräch, eine halbe Minute zum Wechseln. Nach 40 Minuten habt ihr bis zu acht Menschen kennengelernt.
meetup-invite-one = Es beginnt { $when } ({ $relative }).
meetup-invite-several = Es gibt mehrere Gruppen: { $when }. Welche eure ist, steht unter *Mein Platz*.
meetup-invite-how-field = So läuft es ab
meetup-invite-how = Kurz vorher erscheint für alle, die dabei sind, der Sprachkanal *Kennenlernen* in der Kanalliste; dort beginnt es. Für jede Runde bekommt ihr einen eigenen Raum und eine Frage zum Einstieg. Wer später kommt, ist ab der nächsten Runde dabei.
meetup-invite-readers-field = Wer was mitbekommt
meetup-invite-readers = Den Sprachkanal sehen die Eingeladenen und die Koordination, jeden Raum nur die beiden, die darin sprechen. Wem der Server gehört oder wer ihn administriert, könnte dazukommen; das würdet ihr sehen. Danach frage ich alle privat, mit wem sie gern ein Tandem bilden würden; die Antworten sieht niemand.
meetup-invite-off = Das Kennenlernen findet nicht statt.
meetup-invite-over = Dieses Kennenlernen ist vorbei. Wer dabei war, kann unter *Mein Platz* sagen, mit wem ein Tandem schön wäre.

## Was im Sprachkanal und in den Räumen steht

meetup-lobby = Willkommen. Die erste Runde beginnt { $when }. Dann erscheint euer Raum in der Kanalliste; wer nach einer Viertelminute noch hier ist, wird hinübergebracht.
meetup-round = Runde { $round } von { $rounds }. Euer Raum steht jetzt in der Kanalliste, mit einer Frage zum Einstieg. Wer keinen Raum sieht, hat eine Runde Pause und bleibt hier.
meetup-room = { $one } und { $other }, hier in { $channel } sprecht ihr zwei in Runde { $round } von { $rounds } miteinander.
meetup-room-question-field = Falls euch der Einstieg fehlt
meetup-bell = 🔔 { $one } und { $other }: noch eine halbe Minute, dann geht es weiter.
meetup-bell-last = 🔔 { $one } und { $other }: noch eine halbe Minute, dann endet die letzte Runde.
meetup-over = Das waren alle Runden. In zwei Minuten verschwinden dieser Kanal und die Räume. Mit wem würdet ihr gern ein Tandem bilden? Die Frage wartet unter *Mein Platz*, und die Antwort sieht niemand.
meetup-over-stopped = Das Kennenlernen endet hier. In zwei Minuten verschwinden dieser Kanal und die Räume. Mit wem würdet ihr gern ein Tandem bilden? Die Frage wartet unter *Mein Platz*, und die Antwort sieht niemand.
meetup-over-early = Das Kennenlernen ist zu Ende. In zwei Minuten verschwinden dieser Kanal und die Räume.

## Mein Platz

meetup-place-ahead = Kennenlernen in { $programme }: deine Gruppe beginnt { $when }. Kurz vorher erscheint der Sprachkanal *Kennenlernen* in deiner Kanalliste.
meetup-place-opening = Kennenlernen in { $programme }: Der Sprachkanal entsteht gerade und erscheint gleich in deiner Kanalliste.
meetup-place-lobby = Kennenlernen in { $programme }: { $channel } ist offen, komm gern dazu.
meetup-place-room = Kennenlernen in { $programme }, Runde { $round } von { $rounds }: Dein Raum ist { $channel }.
favourites-title = { $programme }: Mit wem würdest du gern ein Tandem bilden?
favourites-entry = Du kannst bis zu { $max } der Menschen nennen, die du kennengelernt hast. Deine Antwort geht in die Tandembildung ein; gezeigt wird sie niemandem, auch der Koordination nicht.
favourites-answered = Deine Antwort ist notiert. Ändern lässt sie sich, solange die Frage hier steht.
favourites-button = Favoriten nennen
favourites-change-button = Favoriten ändern
favourites-ask = Diese Menschen hast du kennengelernt. In der Auswahl stehen ihre Nummern, weil ich keine Namen speichere.
favourites-line = **{ $number }.** { $person }
favourites-line-named = **{ $number }.** { $person } (genannt)
favourites-choice = Nummer { $number }
favourites-placeholder = Bis zu { $max } auswählen
favourites-none-button = Niemanden nennen
favourites-kept = Wer wen getroffen hat, wird 14 Tage nach dem Kennenlernen gelöscht. So lange lässt sich die Antwort ändern. Das siehst nur du.
favourites-noted = Notiert. Ändern lässt es sich, solange die Frage unter *Mein Platz* steht.
favourites-noted-none = Notiert: Du nennst niemanden. Ändern lässt es sich, solange die Frage unter *Mein Platz* steht.

## Was die Koordination liest

meetup-plan-sitting = { $when }: { $people } Personen
meetup-plan-people = Dabei: Mentorinnen und Mentoren { $mentors }, Mentees { $mentees }, beides { $both }.
meetup-plan-meets = Begegnungen, wenn alle kommen: je Mentee { $mentors }, je Mentorin oder Mentor { $mentees }, zusammen { $meetings }.
meetup-plan-best = Mehr gehen nicht.
meetup-plan-bound = In keinem Plan wären es mehr als { $bound }.
meetup-plan-rooms =
    { $rooms ->
        [one] Dafür entstehen ein Sprachkanal zum Ankommen und ein Raum; nach jeder Gruppe verschwinden sie wieder.
       *[other] Dafür entstehen ein Sprachkanal zum Ankommen und { $rooms } Räume; nach jeder Gruppe verschwinden sie wieder.
    }
meetup-plan-absent-field = Beraten, aber nicht dabei
meetup-plan-more = und { $count } weitere
meetup-plan-not-invited = Eingeladen ist noch niemand: *Einladen* schreibt einen Beitrag in { $channel }. Am Tag selbst öffnet `/koordination kennenlernen beginnen` den Sprachkanal.
meetup-plan-invited = Die Einladung steht in { $channel } und nennt die Zeit, die jetzt gilt. Am Tag selbst öffnet `/koordination kennenlernen beginnen` den Sprachkanal.
meetup-out-placeholder = Wer berät, aber nicht dabei ist
meetup-in-placeholder = Wer doch dabei ist
meetup-all-out-button = Alle, die beraten, herausnehmen
meetup-invite-button = Einladen
meetup-invite-again-button = Neu einladen
meetup-invited = Die Einladung steht gleich in { $channel }.
meetup-started = Der Sprachkanal und die Räume entstehen. Die erste Runde beginnt { $when }; bis dahin können alle ankommen.
meetup-stand-group = Gruppe { $number }: { $here } von { $people } Personen sind da.
meetup-stand-last =
    { $left ->
        [one] Das ist die letzte Gruppe.
       *[other] Mit dieser sind es noch { $left } Gruppen; sie folgen von selbst.
    }
meetup-stand-rooms = Räume, die bereitstehen: { $rooms }. Angekommen wird in { $channel }.
meetup-stand-no-lobby = Der Sprachkanal zum Ankommen entsteht gerade.
meetup-stand-open = Die erste Runde beginnt { $when }.
meetup-stand-round = Es läuft Runde { $round } von { $rounds }.
meetup-stand-none = Gerade läuft kein Kennenlernen.
meetup-begin-button = Jetzt beginnen
meetup-look-button = Aktualisieren
meetup-stop-ask-live = Das laufende Kennenlernen beenden? Die Räume verschwinden in zwei Minuten, Gruppen danach entfallen, und wer sich getroffen hat, wird nach Favoriten gefragt.
meetup-stop-ask-planned = Das geplante Kennenlernen absagen? War schon eingeladen, steht in der Einladung dann, dass es nicht stattfindet.
meetup-stop-live-button = Beenden
meetup-stop-planned-button = Absagen
meetup-stopped = Erledigt: Ein Kennenlernen läuft nicht mehr, und keines ist geplant.

## Befehle

cmd-coordination-meetup-name = kennenlernen
cmd-coordination-meetup-desc = Einander in kurzen Runden kennenlernen
cmd-coordination-meetup-plan-name = planen
cmd-coordination-meetup-plan-desc = Zeit festlegen, den Plan ansehen und einladen
opt-coordination-meetup-plan-when-name = wann
opt-coordination-meetup-plan-when-desc = Tag und Uhrzeit, zum Beispiel 3.12. 14:00; ohne Angabe bleibt die Zeit
opt-coordination-meetup-plan-programme-name = programm
opt-coordination-meetup-plan-programme-desc = Welches Programm, falls es mehrere gibt
cmd-coordination-meetup-start-name = beginnen
cmd-coordination-meetup-start-desc = Sprachkanal und Räume öffnen oder den Stand ansehen
opt-coordination-meetup-start-programme-name = programm
opt-coordination-meetup-start-programme-desc = Welches Programm, falls es mehrere gibt
cmd-coordination-meetup-stop-name = beenden
cmd-coordination-meetup-stop-desc = Das Kennenlernen beenden oder absagen
opt-coordination-meetup-stop-programme-name = programm
opt-coordination-meetup-stop-programme-desc = Welches Programm, falls es mehrere gibt
