# Around a meeting: the agenda a day before, whether the two met, and what is open half-way to the next one.

agenda-title = Agenda
# $mentor, $mentee, $when, $relative (Discord times)
agenda-reminder = { $mentor }, { $mentee }, your next meeting: { $when } ({ $relative }).
# $place
agenda-place = Where: { $place }
agenda-topic-field = Topic
agenda-topic-open = Not chosen yet: `/topic pick` chooses one.
agenda-tasks-field = Tasks since last time
agenda-tasks-first-field = Tasks so far
agenda-points-field = Noted by you two
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
met-question = { $mentor }, { $mentee }, did you meet on { $when }? A yes from one of you is enough, and both answers are fine. I show nobody who answers what; the coordinators see only sums over several tandems. *How was it?* asks each of you privately.
met-yes-button = We met
met-no-button = Not this time
met-rate-button = How was it?
met-noted = Noted: you met.
met-not-noted = That is fine. If you like, plan another date right away.
met-plan-button = Plan another date

## In between

# $mentor, $mentee, $topic
idea-invitation = { $mentor }, how about a small task for { $mentee } before next time? Here are three ideas (topic: { $topic }). One press makes one of them a task; `/task edit` puts it into your own words.
# $mentor, $mentee
idea-invitation-open = { $mentor }, how about a small task for { $mentee } before next time? Here are three ideas. One press makes one of them a task; `/task edit` puts it into your own words.
half-way-title = Still open before you next meet
half-way-text = If something no longer fits, whoever gave it can change or withdraw it.
