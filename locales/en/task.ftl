# Tasks: the card in the channel, reports, reminders and the private replies.

## The card

# $number
task-title = Task { $number }
task-card-for-field = For
task-card-due-field = By
task-card-link-field = Link
task-card-state-field = State
task-state-open = open
task-state-worked = worked
task-state-stuck = stuck
task-state-cancelled = withdrawn
task-card-note-field = Note
task-card-reactions = ✅ worked · 🧩 stuck · or press a button
task-worked-button = Worked
task-stuck-button = Stuck
task-undo-button = Take it back
task-note-button = Add a note
# $number
task-worked-modal-title = Task { $number } worked
# $number
task-stuck-modal-title = Task { $number } is stuck
task-note-label = A note, if you like
task-worked-note-placeholder = What helped? The two of you see this in the channel.
task-stuck-note-placeholder = Where exactly? The two of you see this in the channel.

## Posts in the channel

# $person (for whom the task is), $giver, $number
task-report-worked = { $giver }, task { $number } has worked for { $person }.
# $person, $giver, $number
task-report-stuck = { $giver }, { $person } is stuck on task { $number }. A good subject for your next meeting.
# $note (below one of the two lines above)
task-report-note = Note: { $note }
# $person, $giver, $number
task-report-undone = { $giver }, task { $number } is open again for { $person }.
# $person, $giver, $number, $text, $due (Discord time)
task-reminder-tomorrow =
    { $person }, there is time for task { $number } until { $due }: { $text }
    If it does not suit you right now, { $giver } can move the date with `/task edit`.
# $person, $giver, $tasks (list of numbers), $due (Discord time): in place of several on the same day
task-reminder-tomorrow-several =
    { $person }, there is time for tasks { $tasks } until { $due }.
    If something does not suit you right now, { $giver } can move the date with `/task edit`.
# $person, $giver, $number, $text
task-reminder-today =
    { $person }, how did it go with task { $number }? { $text }
    One press is enough, either is fine. { $giver } reads it here.
# $person, $giver, $tasks (list of numbers): in place of several reminders at once
task-reminder-several = { $person }, how did it go with tasks { $tasks }? One press is enough, either is fine. { $giver } reads it here.
# $person, $giver, $number
task-two-marks = { $person }, task { $number } carries both marks now. Which one counts? { $giver } can see it here as well.
# $number
task-card-gone = The card of task { $number } was deleted here. The buttons below still report on it, and `/task list` has the task.

## Private replies

# $number, $person
task-assigned = Task { $number } for { $person } will be in the channel in a moment.
# $number, $person, $due (Discord time)
task-assigned-due = Task { $number } for { $person } will be in the channel in a moment. I will remind you both the day before { $due }.
# $number
task-edited = Task { $number } is changed; the card follows in a moment.
# $number
task-unchanged = Task { $number } reads just as before. With the options text, due and link you can change it.
# $number
task-cancelled = Task { $number } is withdrawn. Its card stays and says so.
# $number, $giver
task-worked-noted = Task { $number } is noted as worked. { $giver } reads it in the channel. If something changes, simply report again.
# $number, $giver
task-stuck-noted = Task { $number } is noted as stuck. { $giver } reads it in the channel, and you can look at it together next time.
# $number
task-undone = Your report has been taken back; task { $number } is open again.
# $number, $giver
task-note-noted = Your note on task { $number } is noted. { $giver } reads it in the channel.
# $number, $state
task-noted-already = Task { $number } is already marked “{ $state }”. Nothing has changed.
task-choose = Several tasks are open. Which one do you mean?
task-choose-placeholder = Choose a task
# $number, $text (cut to fit 100 characters): menus and autocompletion
task-choice-option = { $number } · { $text }
task-list-title = Tasks of this tandem
task-list-empty = There are no tasks here yet. `/task assign` gives the first one.
# $number, $state, $person, $text
task-list-row = { $number } · { $state } · for { $person }: { $text }
# $number, $state, $person, $text, $due (Discord time)
task-list-row-due = { $number } · { $state } · for { $person }, by { $due }: { $text }
# $count (tasks that did not fit)
task-list-more =
    { $count ->
        [one] One earlier task is not shown here; its card is in the channel.
       *[other] { $count } earlier tasks are not shown here; their cards are in the channel.
    }
