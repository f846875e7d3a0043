# Refusals: one sentence that says what is wrong and what to do. Nothing has changed after any of them.

## Place and person

refusal-not-set-up = Tandem is not set up on this server yet; somebody with the permission Manage Server can do that with `/setup`.
refusal-not-your-room = This channel belongs to another tandem; please use the command in the channel of your own.
refusal-not-enrolled = You are not taking part in a programme on this server; the coordinator knows how to join one.
refusal-no-tandem = You have no open tandem at the moment; `/my` shows what is waiting for you.
refusal-which-tandem = You have several tandems; please choose one in the option tandem, or use the command in its channel.
refusal-leave-elsewhere = To be sure the right tandem ends, please use `/leave` in the channel of the tandem you mean.
refusal-needs-coordinator = This command is for the coordinators; `/help` shows what you can do.
refusal-needs-manage-server = Setting up needs the permission Manage Server; please ask somebody who has it.

## Time and phase

refusal-wrong-phase = This does not fit the phase the programme is in; `/help` shows what can be done now.
refusal-tandem-ended = This tandem has ended, so its channel can only be read; the button *How shall it go on?* has the next steps.
refusal-too-late = Discord delivered this too late, so nothing was changed; please do it once more.
# The database cannot be written: full, locked or read-only
refusal-not-saved = I cannot save anything at the moment, so nothing was changed; please try again in a while.

## Tasks

# $number
refusal-no-such-task = There is no task { $number } in this tandem; `/task list` shows the ones there are.
refusal-task-number = That is not the number of a task; `/task list` shows the numbers.
refusal-no-open-task = No task is open for you at the moment; `/task list` shows all of them.
refusal-not-your-task = This task is your partner's to report on; you can write about it in the channel.
refusal-not-your-task-to-change = Only the one who gave a task can change or withdraw it; say in the channel what would help you.
refusal-mentees-do-not-assign = In this programme the mentors give the tasks; you can propose one in the channel.
refusal-task-cancelled = This task has been withdrawn; `/task list` shows the open ones.
# $max (open tasks at once)
refusal-too-many-tasks = { $max } tasks are open, and that is as many as fit; please withdraw one or wait for a report.
refusal-task-worked = This task has worked and stays as it is; `/task assign` gives a new one.

## Topics and ideas

# $number
refusal-idea-given = This idea is already open as task { $number }; `/task edit` changes it.
refusal-idea-gone = This idea has been taken out meanwhile; `/task ideas` shows the others.
# $max (things on one agenda)
refusal-too-many-points = There are { $max } points on your next agenda, and that is as many as fit; in `/topic list` you can take off what is done.
# $max
refusal-too-many-topics = A programme can have { $max } topics of its own beside the twelve; please leave some out.
refusal-no-meeting-yet = There has been no meeting yet whose topic could be put right; please pick one for the next meeting.
refusal-no-question-left = The set of guiding questions has run out; from here on your own questions lead.

## Meetings

refusal-bad-moment = I cannot read that as a day and a time; please write it like 3 Dec 14:30, Thursday 2pm or next week Tuesday 10:00.
refusal-past-moment = That moment has passed; please choose one that is still to come.
refusal-missing-time = The day is clear, but the time is missing; please write both, like Thursday 2pm.
refusal-odd-time = In that night the clocks change, so this time does not exist or comes twice; please choose one before 2:00 or from 3:00 on.
# $least, $most (minutes)
refusal-meeting-length = A meeting takes between { $least } and { $most } minutes; please choose a length in between.
refusal-meeting-overlaps = The two of you already have a meeting at that time; `/session next` shows what is planned.
refusal-time-taken = That time does not suit one of you two; please choose another.
refusal-no-meeting = No meeting is planned; `/session plan` plans one.
refusal-which-meeting = This could mean several meetings; please choose one in the option meeting.
refusal-meeting-begun = This meeting has begun or is over, so it stays as it is; `/session plan` plans the next one.
refusal-meeting-cancelled = This meeting has already been cancelled; `/session plan` plans a new one.
refusal-meeting-planned = A meeting has been planned in the meantime; `/session next` shows it, and `/session move` gives it another time.
# $max (meetings ahead)
refusal-too-many-meetings = { $max } meetings are planned, and that is as many as fit; please cancel one first.

## Values

# $max (characters)
refusal-text-length = The text has to have at least one and at most { $max } characters; please change its length.
refusal-bad-link = That is not a web address I can show; it has to begin with https:// or http://.
refusal-bad-date = I cannot read that as a date; please write it like 3 Dec, 2026-12-03 or Friday.
refusal-ambiguous-date = That date can be read as two different days; please write the month as a word, like 3 Dec, or as 2026-12-03.
refusal-no-such-day = The calendar has no such day; please look at it once more.
refusal-past-date = That day is in the past; please choose one from today on.
refusal-far-date = That day is more than two years away; please choose an earlier one.
refusal-pausing = Your tandem is paused, so nobody has to answer now; `/pause` can end the pause.
refusal-support-asked = You already have an open call for support; `/support` shows it.
refusal-needs-reader = Calls for support are read only by the role that was named to whoever asked; `/help` shows what you can do.
refusal-pause-too-short = A pause begins at once; please choose a day from tomorrow on.
# $weeks
refusal-pause-too-long = A pause lasts { $weeks } weeks at most and ends with the programme; please choose an earlier day.
refusal-bad-schedule = I cannot read that as a schedule; write it like “first Monday 9:00”, “every Monday 8:30” or as a cron expression with five fields.
refusal-schedule-too-often = That schedule comes round several times a day, which would be too much for people; please choose one time a day.
refusal-never-due = That schedule never comes round; please choose days that exist.
refusal-bad-zone = There is no such time zone; please write it like Europe/Berlin.
refusal-bad-quiet-hours = I cannot read that as quiet hours; please write them like 18:00-8:00.
refusal-small-k = Figures from fewer than 5 tandems could give individuals away; please choose 5 or more.
refusal-end-before-start = The programme would end before it begins; please move its beginning or its end.

## Programmes and pairs

# $input
refusal-programme-unknown = There is no programme “{ $input }” on this server; `/coordination programme status` offers the ones there are.
refusal-no-programme = There is no programme on this server yet; `/coordination programme create` makes one.
refusal-which-programme = There are several programmes; please choose one in the option programme.
refusal-name-taken = A programme of that name is already on this server; please choose another name.
# $max
refusal-programme-full = This programme takes at most { $max } tandems, and it has them; `/coordination programme edit` raises the number.
refusal-programme-open = This programme has been opened already; `/coordination programme status` says how it stands.
refusal-programme-over = This programme is closed, and nothing about it changes any more; `/coordination programme create` begins a new one from it.
# $days
refusal-too-late-to-change = New partners need { $days } days until the programme's last day, and there are fewer left; `/coordination programme edit` moves the last day.
refusal-nobody-to-ask = There is no tandem to ask now: none is open, or all have their question already; `/coordination programme status` shows how things stand.
# $days
refusal-tandems-too-young = There is no tandem to ask yet: those that have not had the question are less than { $days } days old; a little later it can be done.
refusal-no-lounge = This programme has no mentors' lounge; `/coordination programme edit` opens one.
# $max
refusal-too-many-questions = This programme has { $max } questions of its own, and that is as many as fit; `/coordination questions remove` takes one out.
# $max
refusal-too-many-ideas = This programme has { $max } ideas of its own, and that is as many as fit; `/coordination questions remove` takes one out.
refusal-no-such-topic = This programme has no such topic; please choose one of those suggested, or none for an idea that suits them all.
# $number
refusal-no-such-question = Nothing of number { $number } is asked or suggested in this programme; `/coordination questions list` shows the numbers.
refusal-concerns-full = So many questions and concerns wait that no more fit at the moment; the contact person is there for you.
# $k
refusal-lower-k = The least number for figures only rises, so that nothing hidden comes to light; it is { $k } now.
# $least, $most
refusal-number-range = I need a whole number from { $least } to { $most } here.
refusal-months-swapped = The least number of months is higher than the highest; please check both.
refusal-same-person = A tandem is two people; please choose two different ones.
refusal-bots-stay-out = A bot cannot be in a tandem; please choose a person.
refusal-person-gone = That person is not on this server at the moment; please invite them first.
refusal-already-paired = The two are already a tandem, or proposed to each other; please choose other people.
refusal-other-direction = The two are already joined the other way round, and two people are joined in one direction only; please choose other people.
refusal-pair-barred = The coordinators bar this pair; `/coordination match propose` lists what is barred behind *Held and barred*, with the button that lifts it.
refusal-pair-in-line = The two are in one reporting line, and such pairs are never made; please choose other people.
refusal-no-free-mentor = Whoever is to advise has no free place as a mentor in this programme at the moment; please choose somebody else.
refusal-no-free-mentee = Whoever is to be advised does not look for a mentor in this programme at the moment; please choose somebody else.
refusal-mentor-full = All places of this mentor are held already; behind *Held and barred* in `/coordination match propose` you can let one go.
refusal-not-in-programme = One of the two is not in this programme; please choose people who take part.
refusal-no-plan = No plan is there that nobody has been asked about; `/coordination match propose` makes one.
refusal-swap-unclear = These two cannot exchange partners in the plan: it takes two on the same side, one pair each, or one who still looks for a partner; please choose others.
refusal-plan-outdated = Something has changed since this plan was made; please propose again with `/coordination match propose`.
# $days
refusal-answer-time = People need at least a day to answer, and have { $days } days at most; please choose a time in between.
# $room (tandems that still fit)
refusal-no-room =
    { $room ->
        [0] This server has no room for another tandem; please use a second server.
        [one] This server has room for one more tandem; please split the programme or use a second server.
       *[other] This server has room for { $room } more tandems; please split the programme or use a second server.
    }
refusal-bot-lacks-permission = I lack permissions that this needs; `/setup` names them, and somebody who manages the server can grant them.
refusal-nothing-waits = Nothing is waiting for an answer here any more; `/my` shows what is.
refusal-not-met-yet = Sharing begins with your first meeting; `/session plan` plans one.
# $max (mebibytes)
refusal-file-too-large = The file is larger than the { $max } MB that Discord takes from me; a smaller one or a link does the same.
refusal-file-runs = I do not pass on files that a computer would run; a link to them does the same.
refusal-file-not-there = I could not fetch the file from Discord, so nothing was shared; please attach it once more.
# $max
refusal-practices-wait = { $max } tips and insights of this tandem are waiting for you both, and that is as many as fit; please answer one of them first.
# $max
refusal-remarks-wait = { $max } of your remarks are waiting to be passed on, and that is as many as fit; there is room again when the period has ended.

## Setting up

refusal-open-channel = Everybody can see that channel; please choose one that only the coordinators can open.
refusal-setup-role-everyone = A role for coordinators or coaches cannot be everybody; please choose a role that only they have.
refusal-setup-incomplete = I still need the role of the coordinators and a channel for the digest; please give both once.

## Taking part

refusal-nothing-chosen = Nothing of that can be chosen here; please pick at least one from the menu.
# $max
refusal-too-many-chosen = That is more than fits; please choose { $max } at most.
refusal-bad-tenure = I cannot read that as a time in the company; please write it like 18 months, 2 years or 03/2024.
# $max (hours a month)
refusal-bad-hours = That is not a number of hours a month; please write one from 1 to { $max }.
# $max (tandems)
refusal-bad-capacity = That is not a number of tandems; please write one from 1 to { $max }.
refusal-nothing-stored = Nothing is stored about you on this server.
refusal-agree-first = Data notice and confidentiality agreement come first; `/join` shows both.
refusal-not-finished = Something is still missing, or the draft has been deleted; `/join` shows what.
refusal-role-taken = Your tandem, or a proposal, needs the role you would give up; both roles at once are possible.
refusal-still-in-tandem = You are in a tandem of this programme; it is ended first, by `/leave` in its channel, and needs no reason either.
refusal-proposal-waits = A proposed tandem is still open; you can decline it under *My place* or, once it has begun, end it in its channel, and leave the programme after that.
refusal-takes-part-already = That person already takes part, so there is nothing to decide; `/coordination people list` shows everybody.
refusal-not-waiting = That person is not waiting for a decision; `/coordination people list` shows who is.
refusal-person-not-enrolled = That person has not enrolled in this programme; `/coordination people list` shows who has.

## Lists

# $max (rows)
refusal-list-too-long = The list is larger than the { $max } rows I take at once; please split it.
refusal-list-unreadable = I cannot read that as a table; please save it as CSV, with a first row that names the columns.
refusal-list-without-people = None of the columns names people; please call one of them person, with an id or a name in it.
refusal-list-too-slow = I could not look everybody up in time, so nobody has been invited; please send the list in smaller parts.
refusal-look-up-failed = Discord does not tell me at the moment who is on this server, so nobody has been invited; please try again later.

## Speed networking

refusal-meetup-runs = A speed networking is on; `/coordination meetup stop` ends it, and then the next one can be planned.
refusal-meetup-unplanned = No speed networking has been planned yet; `/coordination meetup plan` with the option `when` says when it begins.
refusal-meetup-none = No speed networking is on, and none is planned; `/coordination meetup plan` changes that.
refusal-meetup-nobody = Speed networking needs mentors with a free place and people who look for a mentor, and both in each group; `/coordination people list` shows who takes part.
# $rooms (how many fit), $people (how many could meet in them)
refusal-meetup-no-room =
    { $rooms ->
        [0] This server has no room for a voice channel and a room; it works once a few channels are free.
       *[other] This server has room for { $rooms } rooms, in which only { $people } people would find a place even in groups one after another; more free channels help, or fewer mentors.
    }
refusal-meetup-may-not = For this I lack “Connect”, “Move Members” or “Manage Channels”; `/setup` names what is missing, and somebody who manages the server can grant it.
