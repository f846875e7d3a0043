# What a rehearsal's transcript says around the posts. No participant reads it in Discord.
# $programme
rehearsal-title = Rehearsal: { $programme }
rehearsal-about = Every channel as its people see it, in the order of time. The people are simulated; every word of Tandem is what it would say to real ones.
# $person
rehearsal-only = only { $person } sees this
rehearsal-edited = edited
rehearsal-pinned = pinned
rehearsal-silent = without a sound
rehearsal-form = Form
# $text
rehearsal-presses = presses { $text }
# $text
rehearsal-chooses = chooses { $text }
# $text
rehearsal-sends = sends the form: { $text }
rehearsal-comes = joins the voice channel
rehearsal-goes = leaves the voice channel
# $files
rehearsal-files = Files: { $files }
# $file, $text (what a picture says in words)
rehearsal-description = { $file } in words: { $text }
rehearsal-not-sent = Discord does not send this: the text is too long.
# $count
rehearsal-in-minutes =
    { $count ->
        [one] in a minute
       *[other] in { $count } minutes
    }
# $count
rehearsal-in-hours =
    { $count ->
        [one] in an hour
       *[other] in { $count } hours
    }
# $count
rehearsal-in-days =
    { $count ->
        [one] in a day
       *[other] in { $count } days
    }
