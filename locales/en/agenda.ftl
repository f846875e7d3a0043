# Around a meeting: the agenda a day before, whether the two met, and what is open half-way to the next one.

agenda-title = Agenda
# $mentor, $mentee, $when, $relative (Discord times)
agenda-reminder = { $mentor }, { $mentee }, your next meeting: { $when }, { $relative }.
# $place
agenda-place = Where: { $place }
agenda-topic-field = Topic
agenda-topic-open = Still open: `/topic pick` chooses one.
agenda-tasks-field = Tasks since last time
agenda-points-field = Put down by you
agenda-left-field = Left over from last time
agenda-question-field = Guiding question
# $number, $state, $text
agenda-task = { $number } · { $state }: { $text }
# $line (a task), $note
agenda-task-note = { $line } (note: { $note })
# $count (lines that did not fit)
agenda-more =
    { $count ->
        [one] and one more
       *[other] and { $count } more
    }

## Afterwards

# $mentor, $mentee, $when (Discord time)
met-question = { $mentor }, { $mentee }, did you meet on { $when }? A yes from one of you is enough, and both answers are fine. *How was it?* asks each of you in private.
met-yes-button = We met
met-no-button = Not this time
met-rate-button = How was it?
met-noted = Noted: you have met.
met-not-noted = Noted. When it suits you both, simply plan it anew.
met-plan-button = Plan another date

## In between

# $mentor, $mentee, $topic
idea-invitation = { $mentor }, would a small task for { $mentee } fit until next time? Here are three ideas ({ $topic }). One press gives it, and with `/task edit` it becomes your own.
# $mentor, $mentee
idea-invitation-open = { $mentor }, would a small task for { $mentee } fit until next time? Here are three ideas. One press gives it, and with `/task edit` it becomes your own.
half-way-title = Half-way to your next meeting
half-way-text = This is still open. If one of them does not fit any more, whoever gave it can change or withdraw it.
