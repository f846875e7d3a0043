# Nur was mit Sie anders lautet; alles Übrige steht in der Datei unter de.
help-stranger = Ich begleite auf diesem Server Mentoring-Programme. Sie nehmen noch an keinem teil; die Koordination kann Ihnen mehr sagen.
help-in-other-tandem = Dieser Kanal gehört zu einem anderen Tandem, und hier kann ich nur den beiden helfen. Ihre Befehle gehören in Ihren eigenen Kanal.
help-waiting = Auf Sie wartet etwas; `/meine-angaben` zeigt es.
help-task-change = `/aufgabe ändern` und `/aufgabe zurückziehen` gelten für Aufgaben, die Sie gegeben haben.
help-my = `/meine-angaben` zeigt Ihre Angaben und was wartet, und ändert die Sprache.
help-session = `/treffen planen`, `verschieben`, `absagen` und `nächstes` sind für Ihre Treffen da; die Knöpfe an den Karten tun dasselbe.
