# Worte, die an vielen Stellen stehen.
general-text-missing = Hier fehlen die passenden Worte. Die Koordination kann das weitergeben.
general-incident = Bei mir ist etwas schiefgegangen, geändert wurde nichts. Versuche es bitte noch einmal; passiert es wieder, hilft der Koordination diese Nummer: { $number }
general-button-outdated = Dieser Knopf gehört zu etwas, das vorbei ist. /hilfe zeigt, was hier und jetzt möglich ist.
general-mentions-muted = Erwähnungen in deinem Text benachrichtigen niemanden.
general-none = keine Angabe
# Name of a category of rooms. $number
room-category = Tandems { $number }
