# What coordinators read about programmes and pairs; all of it in private replies.
# $programme
programme-created-title = { $programme } is created
# $programme
programme-status-title = { $programme }: how it stands
programme-phase-field = Phase
programme-phase-draft = Draft
programme-phase-enrolling = Enrolling
programme-phase-pairing = Pairing
programme-phase-kickoff = Kick-off
programme-phase-running = Running
programme-phase-closing = Closing
programme-phase-closed = Closed
programme-phase-erased = Erased
programme-period-field = Period
# $start, $end (dates), $meetings, $rhythm (days between two meetings)
programme-period = { $start } to { $end }, { $meetings } meetings, about every { $rhythm } days
programme-language-field = Language
programme-language-en = English
programme-language-de = German with du
programme-language-de-x-formal = German with Sie
programme-zone-field = Time zone
programme-questions-field = Guiding questions
programme-digest-field = Weekly digest
# $first, $second, $third (Discord times)
programme-next-dates = Next: { $first }; { $second }; { $third }
# $first: when only one is left before the end
programme-next-date = Next: { $first }
programme-no-more-dates = No further date before the end of the programme.
programme-privacy-field = Figures and deletion
# $k (least number of tandems), $least (how many of them have to contribute), $days (deletion period)
programme-privacy = Figures from inside tandems are shown when there are at least { $k } tandems (more where people are in several) and at least { $least } of them contributed. Personal data are deleted { $days } days after the programme has closed.
programme-quiet-field = Quiet hours
# $from, $to (local times)
programme-quiet = { $from } to { $to }
programme-sponsor-field = Sponsor
programme-contact-field = Contact person
programme-practices-field = Tips and insights
programme-tasks-field = Tasks
programme-tasks-mentor = Mentors give tasks.
programme-tasks-both = Both give tasks.
programme-meets-first = In this template everybody gets to know each other before tandems are formed: `/coordination meetup plan`, once enough people take part.
programme-next-step = It is a draft that only coordinators see. `/coordination programme open` posts the invitation; until then and afterwards, every value can be changed.
programme-tandems-field = Tandems
# $open, $begun, $ended
programme-tandems = { $open } open · { $begun } begun · { $ended } ended
programme-people-field = People
# $enrolled, $waiting, $free
programme-people = { $enrolled } taking part · { $waiting } with a proposal · { $free } free
programme-free-field = Free for a tandem
programme-room-field = Room on this server
programme-undelivered-field = Not delivered
programme-undelivered-none = Everything has been delivered.
# $mentor, $mentee, $deadline (Discord time)
programme-pair-proposed = { $mentor } and { $mentee } now find the proposal under *My place*. The channel opens when both have said yes; by { $deadline } you see the result here. Who answered what is shown to nobody.
# $mentor, $mentee, $deadline (Discord time): one line for each proposal without a result
programme-pending = { $mentor } and { $mentee }, until { $deadline }
programme-pending-field = Waiting for answers
# $count (people or pairs that did not fit)
programme-more = and { $count } more

## The programme's card, for everybody in its channel

# $programme
programme-card-title = { $programme }
# $start, $end (dates), $meetings, $hours (a month)
programme-card =
    { $hours ->
        [one] Two people learn from each other: { $meetings } meetings between { $start } and { $end }, and small tasks in between. In all it takes about an hour a month.
       *[other] Two people learn from each other: { $meetings } meetings between { $start } and { $end }, and small tasks in between. In all it takes about { $hours } hours a month.
    }
programme-card-join-button = Take part
programme-card-readers-field = Who sees what
# $k

## Opening and closing, asked privately before it happens

# $programme
programme-open-title = Open { $programme }?
# $channel, $start, $end (dates)
programme-open-ask = The invitation will be posted in { $channel } at once, for everybody who reads there, with *Take part* and *My place* below it. The programme runs from { $start } to { $end }. It cannot become a draft again; everything else can still be changed.
programme-open-missing = Still empty
programme-open-no-aim = The aim: what the programme is for.
programme-open-no-sponsor = The sponsor's words: why it matters.
programme-open-no-contact = The contact person: whom to ask.
programme-open-button = Post the invitation
programme-not-yet-button = Not yet
programme-nothing-changed = Nothing has changed.
# $programme, $channel
programme-opened = { $programme } is open. The invitation will appear in { $channel } in a moment.
# $programme
programme-close-title = Bring { $programme } to its end?
# $days
programme-close-begin = *Begin the closing*: today becomes the last day. Tandems can still meet and look back for { $days } days, everybody gets the evaluation questions, and then the programme closes by itself. No new tandems are formed.
# $tandems, $readable (days), $days (deletion period)
programme-close-now =
    { $tandems ->
        [0] *Close now*: no tandem is open. Personal data are deleted { $days } days from today.
        [one] *Close now*: the one open tandem reads a goodbye that names nobody, its channel can be read for { $readable } more days and then goes. Personal data are deleted { $days } days from today.
       *[other] *Close now*: the { $tandems } open tandems read a goodbye that names nobody, their channels can be read for { $readable } more days and then go. Personal data are deleted { $days } days from today.
    }
programme-close-skips = *Close now* skips the closing: the last look-back and the closing questions fall away.
# $count
programme-close-proposals =
    { $count ->
        [one] One proposal has no result yet; nothing will come of it.
       *[other] { $count } proposals have no result yet; nothing will come of them.
    }
# $phase, $at (Discord time)
programme-close-by-itself = *{ $phase }* follows by itself on { $at }.
programme-closing-button = Begin the closing
programme-close-button = Close now
# $programme, $at (Discord time)
programme-closing = The closing of { $programme } has begun; on { $at } it closes by itself.
# $programme, $days
programme-closed = { $programme } is closed. Tandems that were open are sent their goodbye now; personal data are deleted in { $days } days.
# $k
programme-card-readers = What happens in a tandem stays there. The coordinators see who takes part and what they say about their work and topics, and sums to which at least { $k } tandems or people contributed. Nobody sees whom somebody would rather not be paired with.
programme-card-place = *Take part* asks you a few things, step by step; only you see it. What is waiting for you later is under *My place*.
programme-card-place-later = What is waiting for you is under *My place*.
# $weeks
programme-card-rotation = After { $weeks } weeks new tandems are formed; two who both want to stay together go on.
