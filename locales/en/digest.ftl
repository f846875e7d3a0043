# The weekly digest: exact facts, decisions, and sums over closed periods. It addresses nobody.
# $day (on which it was made), $programme
digest-title = Weekly digest of { $day }: { $programme }
# $enrolled, $points (lines that need a decision)
digest-headline-ahead =
    { $enrolled ->
        [0] Nobody has enrolled yet
        [one] One person has enrolled, and no tandem has begun
       *[other] { $enrolled } people have enrolled, and no tandem has begun
    }{ $points ->
        [0] ; nothing is waiting.
        [one] ; one thing is waiting.
       *[other] ; { $points } things are waiting.
    }
# $open, $points
digest-headline-at-work =
    { $open ->
        [one] One tandem is at work
       *[other] { $open } tandems are at work
    }{ $points ->
        [0] ; nothing is waiting.
        [one] ; one thing is waiting.
       *[other] ; { $points } things are waiting.
    }
# $begun, $points
digest-headline-over =
    { $begun ->
        [one] The one tandem there was has ended
       *[other] All { $begun } tandems have ended
    }{ $points ->
        [0] ; nothing is waiting.
        [one] ; one thing is waiting.
       *[other] ; { $points } things are waiting.
    }
digest-facts-field = How the programme stands
# $open, $begun, $ended
digest-facts-tandems = Tandems: { $open } open · { $begun } begun · { $ended } ended
# $enrolled, $waiting (a proposal without a result), $free
digest-facts-people = People: { $enrolled } enrolled · { $waiting } with a proposal · { $free } free
# $from, $to (days)
digest-inside-field = Inside the tandems, { $from } to { $to }
digest-inside-waiting-field = Inside the tandems
# $when (day)
digest-inside-waiting = The first figures come when a period has closed, on { $when }.
# $needed
digest-inside-small = Figures from inside tandems appear only from { $needed } tandems on; with fewer they would point to individuals. So this digest has facts and decisions, and says why only this once.
# $label, $value
digest-figure = { $label }: { $value }
# $label, $value, $before (values of up to three periods before, the most recent first)
digest-figure-before = { $label }: { $value } (before: { $before })
# In place of the value of a period before that is not shown
digest-before-hidden = not shown
digest-figure-meetings-held = Meetings held
digest-figure-meetings-planned = Meetings planned
digest-figure-tasks-given = Tasks given
digest-figure-tasks-worked = Tasks that worked
digest-figure-tasks-stuck = Tasks that got stuck
digest-figure-questions = Guiding questions talked about
digest-figure-support = Calls for support
digest-figure-reach = Follow-ups on unreachable partners
digest-figure-mood = Mood
# The picture's second line. $from, $to (days), $before (how many periods stand beside the last one)
digest-picture-period =
    { $before ->
        [0] { $from } to { $to }
        [one] { $from } to { $to }, beside the period before
       *[other] { $from } to { $to }, beside the periods before
    }
# $sign (in place of a figure)
digest-picture-sign = { $sign } not shown
# $label (mood)
digest-picture-mood = { $label } (1: stuck, 5: very well)
# The picture's name, without date and ending: small letters and hyphens
digest-file = weekly-digest
# $labels (names of figures)
digest-hidden-uniform = Too few or too uniform to show: { $labels }
# $labels (the sum over all guiding questions)
digest-hidden-singly = Shown question by question, and therefore not as a sum: { $labels }
# $needed, $labels
digest-hidden-tandems = Not shown, because fewer than { $needed } tandems were open for at least half of the period: { $labels }
# $needed, $labels
digest-hidden-people = Not shown, because fewer than { $needed } people were in a tandem that was open for at least half of the period: { $labels }
# $needed
digest-too-few-tandems = not shown, because fewer than { $needed } tandems counted
# $needed
digest-too-few-people = not shown, because fewer than { $needed } people counted
digest-too-uniform = too few or too uniform to show
digest-shown-singly = shown question by question, and therefore not as a sum
digest-decisions-field = What is waiting
digest-decisions-none = Nothing at the moment.
# $count
digest-decision-approvals =
    { $count ->
        [one] One person is waiting to be admitted.
       *[other] { $count } people are waiting to be admitted.
    }
# $count
digest-decision-free =
    { $count ->
        [one] One person is free for a tandem.
       *[other] { $count } people are free for a tandem.
    }
# $count
digest-decision-practices =
    { $count ->
        [one] One tip or insight is waiting to be released.
       *[other] { $count } tips and insights are waiting to be released.
    }
# $count
digest-decision-remarks = { $count } remarks without names were passed on. I delete them at the end of the next period.
# $count
digest-decision-undelivered =
    { $count ->
        [one] One message could not be delivered.
       *[other] { $count } messages could not be delivered.
    }
# $left
digest-decision-questions = Guiding questions: { $left } are left, and more rounds than that are still to come. `/coordination questions add` takes your own.
# $count
digest-decision-support =
    { $count ->
        [one] One call for support is waiting.
       *[other] { $count } calls for support are waiting.
    }
digest-free-button = Who is free
digest-free-hint = Only coordinators get this list, and only whoever presses the button sees it.
digest-approvals-button = Who waits to be admitted
digest-approvals-title = Waiting to be admitted
digest-approvals-hint = Only coordinators get this list, and only whoever presses the button sees it.
digest-undelivered-button = What was not delivered
digest-undelivered-title = Not delivered, and why
digest-undelivered-hint = What a missing permission or a lack of space held back is sent once more automatically; anything else would come too late by now.
# $programme
digest-none-yet = There has been no weekly digest of { $programme } yet.
digest-free-title = Free for a tandem
digest-practices-button = What waits for release
digest-remarks-button = Read the remarks
digest-remarks-title = Remarks, in no particular order
digest-remarks = People in the programme gave these remarks to be passed on to you, without names and without a date. They are deleted at the end of the next period.
digest-remarks-gone = These remarks have been deleted; their time was over.
# $count, $cause
digest-undelivered-row = { $count } × { $cause }
digest-cause-permission = I lack a permission in the channel; `/setup` names it.
digest-cause-channel-gone = The channel no longer exists.
digest-cause-no-room = The server has no room for another channel.
digest-cause-refused = Discord did not accept the message; the log has the reason.
digest-list-empty = This list is empty now.
