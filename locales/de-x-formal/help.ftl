# Nur was mit Sie anders lautet; alles Übrige steht in der Datei unter de.
help-stranger = Ich begleite auf diesem Server Mentoring-Programme. Sie nehmen noch an keinem teil; die Koordination kann Ihnen mehr sagen.
help-in-other-tandem = Das ist der Raum eines anderen Tandems. Hier kann ich nur den beiden helfen; Ihre Befehle gehören in Ihren eigenen Kanal.
help-your-channels = Ihr Tandem hat seinen eigenen Raum: { $channels }. Aufgaben und Meldungen gehören dorthin.
help-waiting = Auf Sie wartet etwas; `/meine-angaben` zeigt es.
help-task-change = `/aufgabe ändern` und `/aufgabe zurückziehen` gelten für Aufgaben, die Sie gegeben haben.
help-pause = `/pause` lässt mich in Ihrem Tandem bis zu einem Tag schweigen; wer das gewählt hat, steht nirgends.
help-my = `/meine-angaben` zeigt Ihre Angaben und was wartet, und ändert die Sprache.
help-session = `/treffen planen`, `verschieben`, `absagen` und `nächstes` sind für Ihre Treffen da; die Knöpfe an den Karten tun dasselbe.
