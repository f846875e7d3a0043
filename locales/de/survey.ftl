# Kurzbefragungen, gemeinsamer Rückblick, letztes Treffen, neue Tandems. Vor jeder Frage steht, wer die Antworten sieht.

## Kurzbefragungen

survey-title-interim = Zwischenbilanz
survey-title-final = Abschlussfragen
survey-title-follow-4 = Was ist geblieben?
survey-title-follow-12 = Was ist geblieben?
survey-heading = { $programme }: { $title }
survey-entry =
    { $count ->
        [one] Eine kurze Frage, bis { $until }.
       *[other] { $count } kurze Fragen, etwa eine Minute, bis { $until }.
    }
survey-entry-done = Beantwortet, danke. Bis { $until } lassen sich die Antworten ansehen und ändern.
survey-begin-button = Antworten
survey-go-on-button = Weiter
survey-again-button = Meine Antworten
survey-back-button = Zurück
survey-number = Frage { $number } von { $count }
survey-readers-mentors = Was du antwortest, sieht niemand, weder dein Gegenüber noch die Koordination. Wenn die Befragung endet, bekommt die Koordination Anzahlen und Mittelwerte über alle Mentor:innen, und nur solche, zu denen mindestens { $k } Personen beigetragen haben; danach lösche ich jede einzelne Antwort. Bis dahin kannst du deine ändern.
survey-readers-mentees = Was du antwortest, sieht niemand, weder dein Gegenüber noch die Koordination. Wenn die Befragung endet, bekommt die Koordination Anzahlen und Mittelwerte über alle Mentees, und nur solche, zu denen mindestens { $k } Personen beigetragen haben; danach lösche ich jede einzelne Antwort. Bis dahin kannst du deine ändern.
survey-readers-all = Was du antwortest, sieht niemand, weder dein Gegenüber noch die Koordination. Wenn die Befragung endet, bekommt die Koordination Anzahlen und Mittelwerte über alle, die teilnehmen, und nur solche, zu denen mindestens { $k } Personen beigetragen haben; danach lösche ich jede einzelne Antwort. Bis dahin kannst du deine ändern.
survey-until = Ändern kannst du sie bis { $until }.
survey-thanks = Danke. Das sind deine Antworten; nur du siehst sie.
survey-talk = Hilft dir ein Gespräch darüber, wie es läuft? Der Knopf zeigt zuerst, wer deine Bitte liest.
survey-talk-button = Um ein Gespräch bitten
survey-change-button = Antworten ändern

## Aussagen und Fragen

survey-item-time = Die Zeit, die wir für unser Tandem haben, reicht aus.
survey-item-open = In unserem Tandem kann ich offen sagen, was ich nicht weiß oder anders sehe.
survey-item-use = Was ich aus unseren Treffen mitnehme, nutze ich bei der Arbeit.
survey-item-learn = Auch ich lerne von meinem Gegenüber etwas.
survey-item-tasks = Die kleinen Aufgaben zwischen den Treffen bringen mich weiter.
survey-item-prepared = Auf das, was ich als Mentor:in tue, fühle ich mich gut vorbereitet.
survey-item-talk = Die Impulsfragen bringen uns gut ins Gespräch.
survey-item-day = Der Tag am Arbeitsplatz hat uns gezeigt, woran es sich zu arbeiten lohnt.
survey-item-more = Dieses Programm sollte mehr Menschen offenstehen.
survey-item-fields = Die Themenfelder passen zu dem, was im Arbeitsalltag gebraucht wird.
survey-item-recommend = Ich würde dieses Programm weiterempfehlen.
survey-item-again = Würdest du noch einmal mitmachen?
survey-item-need = Was würdest du dafür vor allem brauchen?
survey-item-lasted = Was ich im Tandem gelernt habe, hilft mir noch heute bei der Arbeit.

## Antworten

survey-agree-1-button = stimme gar nicht zu
survey-agree-2-button = stimme eher nicht zu
survey-agree-3-button = teils, teils
survey-agree-4-button = stimme eher zu
survey-agree-5-button = stimme voll zu
survey-again-1-button = Ja
survey-again-2-button = Vielleicht
survey-again-3-button = Nein
survey-need-1-button = Zeit, die dafür frei ist
survey-need-2-button = Rückhalt von oben
survey-need-3-button = Ein Gegenüber mit anderen Themen
survey-need-4-button = Mehr Unterstützung unterwegs
survey-need-5-button = Weniger oder kürzere Treffen
survey-need-6-button = Nichts weiter

## Im Kanal

survey-post-interim = { $mentor }, { $mentee }, auf euch beide warten ein paar kurze Fragen: Wie läuft es bisher, und reicht die Zeit dafür? Sie dauern etwa eine Minute und sind bis { $until } offen. Was jemand antwortet, sieht niemand sonst, und ob jemand geantwortet hat, zeigt sich hier nicht.
survey-post-final = { $mentor }, { $mentee }, auf euch beide warten ein paar kurze Fragen: Wie war es, und was braucht das nächste Programm? Sie dauern etwa eine Minute und sind bis { $until } offen. Was jemand antwortet, sieht niemand sonst, und ob jemand geantwortet hat, zeigt sich hier nicht.

## Rückblick

look-back-title = Gemeinsamer Rückblick
look-back-worked = Was gut ging
look-back-learned = Was wir voneinander gelernt haben
look-back-changes = Was wir ab jetzt anders machen
look-back-keeps = Was wir mitnehmen
look-back-placeholder = Das lest ihr beide in eurem Kanal.
look-back-button = Rückblick schreiben
look-back-post-half = { $mentor }, { $mentee }, die Hälfte der Zeit ist um. Drei Zeilen für einen gemeinsamen Rückblick: was gut ging, was ihr voneinander gelernt habt, in beide Richtungen, und was ihr ab jetzt anders macht. Schreiben und ändern könnt ihr beide; ihr lest es hier, und ich zeige es sonst niemandem.
look-back-post-change = { $mentor }, { $mentee }, ein Abschnitt geht zu Ende. Drei Zeilen für einen gemeinsamen Rückblick: was gut ging, was ihr voneinander gelernt habt, in beide Richtungen, und was ihr mitnehmt. Schreiben und ändern könnt ihr beide; ihr lest es hier, und ich zeige es sonst niemandem.
look-back-post-end = { $mentor }, { $mentee }, das Programm geht zu Ende. Drei Zeilen für einen gemeinsamen Rückblick: was gut ging, was ihr voneinander gelernt habt, in beide Richtungen, und was ihr mitnehmt. Schreiben und ändern könnt ihr beide; ihr lest es hier, und ich zeige es sonst niemandem.
look-back-talk = Würde euch ein Gespräch darüber helfen, wie es läuft? Der Knopf antwortet nur der Person, die ihn drückt, und sagt zuerst, wer die Bitte liest.
look-back-noted = Vermerkt. Ihr lest es beide gleich in eurem Kanal.
look-back-cleared = Vermerkt: Dort steht im Moment nichts.

## Das letzte Treffen

last-meeting-post = { $mentor }, { $mentee }, das Programm endet am { $until }. Für ein letztes Treffen lohnen drei Fragen: Was ist aus dem geworden, was ihr begonnen habt? Womit macht ihr jeweils weiter? Was möchtet ihr einander noch fragen?

## Neue Tandems

stay-ask-post = { $mentor }, { $mentee }, in diesem Programm ist jetzt Zeit für neue Tandems, außer ihr möchtet beide zusammenbleiben. Der Knopf fragt euch beide getrennt, bis { $until }. Wenn ihr es beide möchtet, bleibt ihr zusammen; sonst verabschiede ich dieses Tandem mit einem Dankeschön, und ihr nehmt beide an der nächsten Tandembildung teil.
stay-ask-button = Zusammenbleiben?
stay-question = Möchtest du mit { $partner } zusammenbleiben, oder möchtest du ein neues Tandem? Diese Frage siehst nur du. Wenn ihr beide zusammenbleiben möchtet, geht euer Tandem weiter. In jedem anderen Fall, auch ohne Antwort, verabschiede ich es am { $deadline } mit einem Dankeschön, und ihr nehmt beide an der nächsten Tandembildung teil. Deine Antwort zeige ich niemandem und lösche sie dann; möchtest du bleiben und das Tandem endet, kannst du dir denken, was { $partner } wollte, und umgekehrt.
stay-yes-button = Zusammenbleiben
stay-new-button = Ein neues Tandem
stay-entry = Zusammenbleiben oder ein neues Tandem: Ihr werdet beide getrennt gefragt.
stay-noted-yes = Bisher hast du geantwortet: zusammenbleiben.
stay-noted-new = Bisher hast du geantwortet: ein neues Tandem.
stay-both-post = { $mentor }, { $mentee }, ihr bleibt zusammen, wie ihr es beide wolltet. Euer Tandem geht weiter wie bisher.
