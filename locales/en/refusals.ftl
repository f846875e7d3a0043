# Refusals: one sentence that says what is wrong and what to do. Nothing has changed after any of them.

## Place and person

refusal-not-in-server = I can do this only on your team's server, so please use the command there.
refusal-not-set-up = Tandem is not set up on this server yet; somebody with the permission Manage Server can do that with `/setup`.
refusal-tandem-channel-only = This works only in the channel of your tandem, so please use the command there.
refusal-not-your-tandem = This channel belongs to another tandem; please use the command in the channel of your own.
refusal-not-your-button = This button is meant for somebody else; `/help` shows what you can do here.
refusal-not-taking-part = You are not taking part in a programme on this server; the coordinator knows how to join one.
refusal-no-tandem = You have no open tandem at the moment; `/my` shows what is waiting for you.
refusal-choose-tandem = You have several tandems; please choose one in the option tandem, or use the command in its channel.
refusal-leave-elsewhere = So that no wrong tandem ends, please use `/leave` in the channel of the tandem you mean.
refusal-coordinators-only = This command is for the coordinators; `/help` shows what you can do.
refusal-manage-server-only = Setting up needs the permission Manage Server; please ask somebody who has it.

## Time and phase

refusal-programme-not-running = The programme is not running at the moment; this becomes possible once it has begun.
refusal-programme-closed = The programme has closed, so this is no longer possible; the coordinator answers questions about it.
refusal-tandem-ended = This tandem has ended, so its channel can only be read; the button *How shall it go on?* has the next steps.
refusal-too-late = Discord delivered this too late, so nothing was changed; please do it once more.
# The database cannot be written: full, locked or read-only
refusal-not-saved = I cannot save anything at the moment, so nothing was changed; please try again in a while.

## Tasks

# $number
refusal-task-unknown = There is no task { $number } in this tandem; `/task list` shows the ones there are.
# $input
refusal-task-number = “{ $input }” is not a task number; `/task list` shows the numbers.
refusal-task-none-open = No task is open for you at the moment; `/task list` shows all of them.
# $number, $person
refusal-task-for-other = Task { $number } is meant for { $person }, who reports on it; you can write about it in the channel.
# $number, $person
refusal-task-given-by-other = Task { $number } comes from { $person }, who can change or withdraw it; say in the channel what would help you.
refusal-task-mentors-give = In this programme the mentors give the tasks; you can propose one in the channel.
# $number
refusal-task-cancelled = Task { $number } has been withdrawn; `/task list` shows the open ones.
# $number
refusal-task-worked = Task { $number } has worked and stays as it is; `/task assign` gives a new one.
refusal-task-for-outsider = A task is for somebody in this tandem; please choose one of the two.

## Values

refusal-text-empty = The text is empty; one short sentence is enough.
# $length, $limit (characters)
refusal-text-long = The text has { $length } characters and { $limit } fit; please shorten it.
# $input
refusal-link = “{ $input }” is not a web address I can show; it has to begin with https:// or http://.
# $input
refusal-date-unreadable = I cannot read “{ $input }” as a date; please write it like 3 Dec, 2026-12-03 or Friday.
# $date
refusal-date-past = { $date } is in the past; please choose a day from today on.
# $date, $end (last day of the programme)
refusal-date-after-end = { $date } is after the end of the programme; please choose a day up to { $end }.
# $input
refusal-schedule-unreadable = I cannot read “{ $input }” as a schedule; write it like “first Monday 9:00”, “every Monday 8:30” or as a cron expression with five fields.
# $input
refusal-schedule-never = “{ $input }” never comes round; please choose days that exist.
# $input, $hours (least distance)
refusal-schedule-often = “{ $input }” comes round too often; leave at least { $hours } hours between two dates.
# $input
refusal-zone = There is no time zone “{ $input }”; please write it like Europe/Berlin.
# $input
refusal-quiet-hours = I cannot read “{ $input }” as quiet hours; please write them like 18:00-8:00.
# $input, $least
refusal-threshold = Figures are shown from { $least } tandems on at the lowest; { $input } would give single people away, so please choose { $least } or more.
# $input, $least, $most (days)
refusal-deletion-period = The deletion period is between { $least } and { $most } days; { $input } is outside of that.
# $date
refusal-start-past = The programme cannot begin on { $date }, which is in the past; please choose a day from today on.
# $least, $most (weeks): length of the programme against its template
refusal-length = With this template a programme lasts { $least } to { $most } weeks; please move its beginning or its end.
refusal-rating = Feedback is a number from 1 to 5; please choose one of them.

## Programmes and pairs

# $input
refusal-programme-unknown = There is no programme “{ $input }” on this server; `/coordination programme status` offers the ones there are.
refusal-programme-none = There is no programme on this server yet; `/coordination programme create` makes one.
refusal-programme-choose = There are several programmes; please choose one in the option programme.
# $name
refusal-programme-name-taken = There is a programme called “{ $name }” already; please choose another name.
refusal-pair-same-person = A tandem is two people; please choose two different ones.
# $person
refusal-pair-bot = { $person } is a bot and cannot be in a tandem; please choose a person.
# $person
refusal-pair-not-member = { $person } is not on this server; please invite them first.
# $mentor, $mentee
refusal-pair-exists = { $mentor } and { $mentee } are a tandem already; please choose other people.
# $mentor, $mentee
refusal-pair-proposed = { $mentor } and { $mentee } are proposed to each other already; please wait for their answers.
# $mentor, $mentee
refusal-pair-other-way = { $mentee } is already the mentor of { $mentor }, and two people are joined in one direction only; please choose other people.
# $count (tandems that still fit)
refusal-room =
    { $count ->
        [0] This server has no room for another tandem; please use a second server.
        [one] This server has room for one more tandem; please split the programme or use a second server.
       *[other] This server has room for { $count } more tandems; please split the programme or use a second server.
    }
# $permissions (list of names as Discord writes them)
refusal-permissions = I lack these permissions: { $permissions }. Somebody who manages the server can grant them; `/setup` checks again.
refusal-channel-gone = The channel of this tandem no longer exists at Discord; the coordinator can join the two of you anew.
refusal-proposal-over = This proposal is over; `/my` shows what is waiting for you.
refusal-partner-gone = The other person in this tandem is not on the server at the moment, so this has to wait; `/leave` ends the tandem whenever you like.

## Setting up

# $channel
refusal-setup-channel-open = Everybody can see { $channel }; please choose a channel that only the coordinators can open.
# $channel
refusal-setup-channel-closed = I cannot see { $channel } or write there; please give me access or choose another channel.
# $channel
refusal-setup-channel-kind = { $channel } is not a text channel; please choose one.
refusal-setup-role-everyone = A role for coordinators or coaches cannot be everybody; please choose a role that only they have.
refusal-setup-incomplete = I still need the role of the coordinators and a channel for the digest; please give both once.
