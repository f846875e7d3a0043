# Tandembildung für einen ganzen Durchgang: was die Koordination liest, als private Antwort, und zwei Beiträge in ihrem Kanal.

match-title = { $programme }: vorgeschlagene Tandems
match-summary =
    { $pairs ->
        [0] Kein Tandem ist vorgeschlagen.
        [one] Ein Tandem ist vorgeschlagen.
       *[other] { $pairs } Tandems sind vorgeschlagen.
    } Noch ohne Platz: Mentees { $mentees }, Mentor:innen { $mentors }. Wer berät, steht zuerst.
match-empty = Ein Tandem braucht eine Person mit freiem Platz, die berät, und eine, die jemanden sucht, und zwischen beiden darf nichts stehen.
match-not-proven = So viele könnten einander gegenseitig beraten, dass die Suche an einem Punkt endet; vielleicht gibt es einen etwas besseren Plan.
match-row = **{ $number }.** { $mentor } mit { $mentee }: { $why }
match-page = Seite { $page } von { $pages }. Das siehst nur du, und gefragt ist noch niemand.
match-back-button = Zurück
match-next-button = Weiter
match-left-button = Ohne Platz
match-weights-button = Was zählt
match-held-button = Festgehalten und gesperrt
match-again-button = Neu vorschlagen
match-ask-button = Alle fragen…
match-plan-button = Der Plan

## Warum zwei zusammenpassen

match-reason-held = von der Koordination festgehalten
match-reason-topics =
    { $count ->
        [one] ein gemeinsames Thema: { $topics }
       *[other] gemeinsame Themen: { $topics }
    }
match-reason-languages = beide sprechen { $languages }
match-reason-departments = verschiedene Abteilungen
match-reason-organisations = verschiedene Organisationen
match-reason-hours = etwa gleich viel Zeit
match-reason-none = passt im Ganzen am besten
match-language-en = Englisch
match-language-de = Deutsch
match-language-de-x-formal = Deutsch

## Wer noch keinen Platz hat

match-left-title = Noch ohne Platz
match-left-text = Sobald alle gefragt sind, lesen diese Personen unter *Mein Platz*, dass es noch keinen Platz gibt. Wer später dazukommt, ist beim nächsten Vorschlag dabei; was gefragt oder offen ist, bleibt, wie es ist.
match-left-mentees = Mentees
match-left-mentors = Mentorinnen und Mentoren
match-left-nobody = niemand

## Was zählt

match-weights-title = Was zählt
match-weights = Zuerst so viele Tandems wie möglich. Unter allen Plänen mit so vielen die meisten Punkte:
match-weight = **{ $points }** { $what }
match-weight-topic = für jedes Thema, das die eine Seite anbietet und die andere sucht, bis zu drei
match-weight-language = für eine Sprache, die beide sprechen
match-weight-mentees-favourite = wenn die oder der Mentee die andere Person als Favorit genannt hat
match-weight-mentors-favourite = wenn umgekehrt die Person, die berät, die oder den Mentee als Favorit genannt hat
match-weight-department = für verschiedene Abteilungen
match-weight-organisation = für verschiedene Organisationen
match-weight-hours = für etwa gleich viel Zeit im Monat
match-weight-further = für jedes weitere Tandem derselben beratenden Person
match-weights-never = Nie vorgeschlagen: Personen aus einer Berichtslinie, Personen, die schon ein Tandem waren oder deren Vorschlag nicht zustande kam, und wer gesperrt ist. Zwei Menschen bilden nur in einer Richtung ein Tandem.
match-weights-private = Was Menschen für sich behalten, etwa Favoriten und mit wem sie lieber kein Tandem bilden, geht in den Plan ein und wird niemandem gezeigt. Deshalb stehen bei keinem Tandem Punkte. Dieselben Menschen bekommen denselben Plan, wie auch immer sie heißen.

## Festgehalten, gesperrt, getauscht

match-held-row = { $one } mit { $other }
match-barred-row = nie { $one } und { $other }
match-held-title = Festgehalten und gesperrt
match-held-none = Niemand ist festgehalten oder gesperrt. `/koordination tandembildung festhalten` hält ein Paar fest, `/koordination tandembildung sperren` sperrt eines.
match-locked = { $one } und { $other } bleiben zusammen. Gefragt werden beide wie alle anderen.
match-locked-before = { $one } und { $other } sind schon festgehalten.
match-barred = { $one } und { $other } werden einander nicht vorgeschlagen, in keiner Richtung.
match-barred-before = { $one } und { $other } sind schon gesperrt.
match-swapped = Im Plan getauscht und festgehalten:
match-released = Erledigt: Über diese beiden entscheidet wieder der Vorschlag.
match-again-next = Alles andere rechnet *Neu vorschlagen* neu aus.
match-unlock-button = { $number } loslassen
match-unbar-button = { $number } entsperren
match-let-go-button = Loslassen
match-lift-button = Entsperren

## Alle fragen

match-ready =
    { $pairs ->
        [one] Ein Paar würde gefragt und hätte Zeit
       *[other] { $pairs } Paare würden gefragt und hätten Zeit
    } bis { $deadline }. Unter *Mein Platz* lesen beide, wer vorgeschlagen ist, dazu die Wünsche des Gegenübers, und sagen ohne Grund Ja oder Nein. Danach erscheinen die Ergebnisse für alle zugleich, und die Tandems öffnen sich; keine Antwort zählt als Nein, und wer wie geantwortet hat, wird niemandem gezeigt. { $left ->
        [0] Alle haben einen Platz.
        [one] Eine Person hat noch keinen Platz.
       *[other] { $left } Personen haben noch keinen Platz.
    }
match-ask-now-button = Jetzt fragen
match-asked =
    { $pairs ->
        [one] Ein Paar wird jetzt gefragt und hat Zeit
       *[other] { $pairs } Paare werden jetzt gefragt und haben Zeit
    } bis { $deadline }. Im Kanal mit der Einladung steht, dass etwas wartet, aber nicht, für wen. `/koordination programm stand` zeigt, wie es steht.
match-opening-now =
    { $tandems ->
        [one] Ein Tandem öffnet sich jetzt.
       *[other] { $tandems } Tandems öffnen sich jetzt.
    }

## Im Kanal der Koordination

match-opening = Tandems dieser Runde: { $there } von { $all } sind offen.
match-opened =
    { $all ->
        [one] Das Tandem dieser Runde ist offen.
       *[other] Alle { $all } Tandems dieser Runde sind offen.
    }
match-lacks-room =
    { $tandems ->
        [one] Ein Tandem ist bereit,
       *[other] { $tandems } Tandems sind bereit,
    } und auf diesem Server ist Platz für { $room }. Geöffnet ist keines. Sobald für alle Platz ist, öffnet sie `/koordination tandembildung bestätigen`; es hilft, Kanäle zu löschen, oder ein zweiter Server.

## Neue Tandems

match-change-title = { $programme }: neue Tandems?
match-change-ask =
    { $tandems ->
        [one] Im einen offenen Tandem frage ich beide getrennt, ob sie zusammenbleiben möchten; zum Antworten haben sie { $days } Tage.
       *[other] In jedem der { $tandems } offenen Tandems frage ich beide getrennt, ob sie zusammenbleiben möchten; zum Antworten haben sie { $days } Tage.
    } Möchten es beide, ändert sich nichts. Jedes andere Tandem verabschiede ich mit einem Dankeschön, und beide nehmen an der nächsten Tandembildung teil: `/koordination tandembildung vorschlagen`. Einzelne Antworten zeige ich niemandem.
match-change-button =
    { $tandems ->
        [one] Das Tandem fragen
       *[other] { $tandems } Tandems fragen
    }
match-changed =
    { $tandems ->
        [one] Ein Tandem wird gefragt.
       *[other] { $tandems } Tandems werden gefragt.
    } In etwa { $days } Tagen steht fest, wer zusammenbleibt; wer gerade pausiert, wird nach der Pause gefragt. Für alle anderen findet `/koordination tandembildung vorschlagen` danach neue Tandems.
