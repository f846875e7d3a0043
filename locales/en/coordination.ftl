# What coordinators change about a programme, and what they bring to everybody.

## Changing a programme, one private step after another

# $programme
edit-title = { $programme }: settings
edit-saved = Saved. Whatever depends on it has been updated.
edit-choose = What would you like to change?
edit-switch = Which setting would you like to switch?
edit-group-words = Name, aim, sponsor, contact, invitation
edit-group-time = Days, meetings, hours, time zone
edit-group-rhythm = Guiding questions, digest, quiet hours
edit-group-figures = Figures and deletion
edit-group-people = Admission, number of tandems, new partners
edit-group-topics = Own topics
edit-group-kickoff = Kick-off
edit-group-closing-event = Closing event
# $language
edit-switch-language = Language: { $language }
edit-switch-tasks-on = Tasks: let mentees give some, too
edit-switch-tasks-off = Tasks: let only mentors give them
edit-switch-approval-on = Admission: coordinators approve everybody
edit-switch-approval-off = Admission: whoever meets the rules is admitted at once
edit-switch-favourites-on = Speed networking: let mentors name favourites, too
edit-switch-favourites-off = Speed networking: let only mentees name favourites
edit-switch-briefing-on = Briefing: required before pairing
edit-switch-briefing-off = Briefing: offered, not required
edit-switch-lounge-on = Mentors' lounge: open one
edit-switch-lounge-off = Mentors' lounge: none
edit-switch-role-off = Admission: no role needed any more
edit-switch-practices-off = Practices: no channel of their own
edit-aim-field = Aim
edit-admission-field = Admission
# $months
edit-least-months = At least { $months } months in the company
# $months
edit-most-months = At most { $months } months in the company
# $role
edit-role = Role: { $role }
edit-approval = Coordinators approve.
edit-at-once = Whoever meets the rules is admitted at once; coordinators approve the others.
edit-limits-field = Special features
# $max
edit-most-tandems = At most { $max } tandems
# $weeks
edit-rotation = New partners after { $weeks } weeks, unless both wish to stay
# $days: how many days new partners need until the last day
edit-rotation-too-late = Nobody is asked then, because fewer than { $days } days would be left until the last day; an earlier week or a later last day changes that.
edit-deletion-one-later = Personal data are deleted so soon after the end that the question after 12 weeks falls away.
edit-deletion-none-later = Personal data are deleted so soon after the end that the questions after 4 and 12 weeks fall away.
edit-briefing = The briefing is read before somebody is paired.
edit-favourites = Mentors name favourites, too.
edit-lounge = Mentors have a lounge.
edit-kickoff-field = Kick-off
edit-closing-event-field = Closing event
edit-topics-field = Own topics
edit-name-label = Name
edit-name-placeholder = What people call the programme
edit-aim-label = Aim
edit-aim-placeholder = What is it for? In two sentences, for the invitation
edit-sponsor-label = Sponsor
edit-sponsor-placeholder = Who supports it, and why it matters, in their words
edit-contact-label = Contact person
edit-contact-placeholder = Whom people can ask, and how
edit-invite-label = Address for invitations (QR code)
edit-invite-placeholder = https://…, a way onto this server; empty: link to the card
edit-start-label = First day
edit-start-placeholder = for example 7 Jan 2027
edit-end-label = Last day
edit-end-placeholder = for example 30 June 2027
edit-meetings-label = Number of meetings
edit-meetings-placeholder = 1 to 52
edit-hours-label = Hours a month, for each of the two
edit-hours-placeholder = 1 to 40
edit-zone-label = Time zone
edit-zone-placeholder = for example Europe/Berlin
edit-questions-label = Guiding questions
edit-questions-placeholder = for example first Monday 9:00, or cron
edit-digest-label = Digest
edit-digest-placeholder = for example every Monday 8:30, or cron
edit-quiet-label = Quiet hours
edit-quiet-placeholder = for example 19:00-7:30
edit-k-label = Least number for figures (only rises)
edit-k-placeholder = 5 or more
edit-deletion-label = Deletion period in days
edit-deletion-placeholder = 1 to 365 days after closing
edit-least-months-label = At least so many months in the company
edit-least-months-placeholder = empty: no such rule
edit-most-months-label = At most so many months in the company
edit-most-months-placeholder = empty: no such rule
edit-most-tandems-label = At most so many tandems
edit-most-tandems-placeholder = empty: as many as fit
edit-rotation-label = New partners after so many weeks
edit-rotation-placeholder = empty: tandems stay together
edit-topics-label = Topics beside the twelve
edit-topics-placeholder = with semicolons between them
edit-when-label = Day and time (emptied: called off)
edit-when-placeholder = for example 12 Jan 2027 14:30
edit-place-label = Place
edit-place-placeholder = a room, or a link

## How it stands

status-now-draft = Only coordinators see it. `/coordination programme open` posts the invitation.
status-now-enrolling = People can take part, read their briefing and get to know each other.
status-now-pairing = Pairs are being found; people can still join.
status-now-kickoff = Tandems can already meet; what comes on schedule waits for the first day.
status-now-running = Tandems are at work; late joiners are welcome.
status-now-closing = Last meetings, look-back and evaluation. No new tandems are formed.
status-now-closed = Nothing new begins in it; questions about what has lasted and deletions come as planned, and results can still be read.
status-now-erased = Only anonymous totals are left.
# $enrolled
status-people-over = { $enrolled } took part
# $mentors, $mentees: of an erased programme; who was both counts twice
status-people-kept = { $mentors } as mentors · { $mentees } as mentees
status-briefed-field = Briefing
# $count
status-briefed = When pairing began, { $count } people had read it.
status-briefed-hidden = How many had read it when pairing began is not shown, because the number could point to single people.
status-briefed-later = How many have read it is counted once, when pairing begins.
# $count
status-concerns =
    { $count ->
        [one] One question or concern is waiting.
       *[other] { $count } questions and concerns are waiting.
    }

## Announcements

# $channel
announce-preview = This is how it will appear in { $channel }. Nothing has been sent yet.
# $channel
announce-preview-file = This is how it will appear in { $channel }, with the file below it. Nothing has been sent yet.
announce-send-button = Send
# $channel
announce-sent = Sent. It will appear in { $channel } in a moment.
announce-file = File of an announcement

## Kick-off and closing event

# $programme
occasion-title-kickoff = Kick-off: { $programme }
# $programme
occasion-title-closing-event = Closing event: { $programme }
# $when, $relative (Discord times)
occasion-post-kickoff = We begin together on { $when } ({ $relative }). The calendar file is attached.
# $when, $relative (Discord times)
occasion-post-closing-event = We round off the programme together on { $when } ({ $relative }): time to look back, to say thank you, and to hear what others are taking away. The calendar file is attached.
# $when, $relative (Discord times)
occasion-moved-kickoff = The kick-off has changed: it is on { $when } ({ $relative }). The attached file brings your calendar up to date.
# $when, $relative (Discord times)
occasion-moved-closing-event = The closing event has changed: it is on { $when } ({ $relative }). The attached file brings your calendar up to date.
# $when (a Discord time)
occasion-off-kickoff = The kick-off on { $when } does not take place. The attached file removes the entry from your calendar.
# $when (a Discord time)
occasion-off-closing-event = The closing event on { $when } does not take place. The attached file removes the entry from your calendar.
occasion-place-field = Where
occasion-file-kickoff = kick-off.ics
occasion-file-closing-event = closing-event.ics
occasion-calendar-kickoff = Calendar file of the kick-off
occasion-calendar-closing-event = Calendar file of the closing event
kickoff-concern-note = A question or a concern before it? The button passes it on without your name.
kickoff-concern-button = Question or concern

## A programme is closed

# $programme
closed-title = { $programme } is closed
# $hidden, $gone (dates), $erased (a Discord time)
closed-post =
    Every tandem has been sent its goodbye. Their channels can be read until { $hidden } and are deleted on { $gone }; personal data are deleted on { $erased }.
    The evaluation is ready: `/coordination results report`, and `/coordination results export` for a spreadsheet.
# $days (dates)
closed-asked-later = On { $days } I ask everybody whose tandem was open until the end what has lasted.

## Questions and concerns without a name

concern-readers = The coordinators read what you write, together with what others write and in no order. Your name does not go with it and is not stored; they cannot answer you alone, so the answer comes at the kick-off or in an announcement. They are told tomorrow morning, so that the time gives nothing away. Only your words could give you away.
concern-write-button = Write it down
concern-title = Question or concern
concern-label = Your words, passed on without a name
concern-placeholder = What should be said before we begin?
concern-noted = Passed on, without your name. Nothing records who wrote it.
# $count, $programme
concern-waits =
    { $count ->
        [one] { $programme }: one question or concern without a name is waiting for you.
       *[other] { $programme }: { $count } questions and concerns without a name are waiting for you.
    }
concern-list-button = Show them
concern-list-title = Questions and concerns
concern-list = Only you see this. Nothing records who wrote them; they are in alphabetical order.
concern-none = Nothing waits here any more.
concern-done-button = All taken up, erase them
concern-done = Erased. Anything that has come in since will be announced on the morning after.

## Guiding questions of a programme

questions-add-intro = A question of your own needs its words in English and in German: each tandem reads it in its language.
questions-add-title = A question of your own
questions-add-german = In German
questions-add-english = In English
questions-add-placeholder = One open question, as you would ask it at a table
# $number
questions-added = Added as number { $number }. It is asked like those of the pool, in the tandem's language.
# $number
questions-removed = Number { $number } is not asked any more. Tandems that had it already still see it.
# $programme
questions-list-title = { $programme }: guiding questions
# $own, $pool, $left (no round has taken them yet), $rounds (still to come)
questions-list-footer = { $own } of your own, { $pool } of the pool. For { $rounds } rounds to come, { $left } are left. Only you see this.
questions-list-button = Questions
questions-add-button = Add a question

## Ideas for tasks of a programme's own

# $topic (or own-idea-every-topic)
own-idea-add-intro = An idea of your own needs its words in English and in German: each tandem reads it in its language. Meant for: { $topic }.
own-idea-every-topic = every topic
own-idea-add-modal-title = An idea of your own
own-idea-add-placeholder = An hour at most, as it would be handed over: Draw a chart by hand and bring it along
own-idea-add-button = Add an idea
# $number
own-idea-added = Added as number { $number }. It comes before the ideas the bot brings, in the tandem's language.
# $number
own-idea-removed = Number { $number } is not suggested any more. Tasks that came of it stay.
# $programme
own-ideas-title = { $programme }: own ideas for tasks
# $number, $topic (or own-idea-every-topic), $text
own-idea-row = **{ $number }** ({ $topic }) { $text }
own-ideas-none = No idea of your own yet. Those the bot brings are suggested.
# $own, $each (that the bot brings for each topic)
own-ideas-footer = { $own } of your own, beside { $each } for each topic that the bot brings. Only you see this.

## The mentors' lounge

lounge-channel-name = mentors-lounge
lounge-title = Something to talk about
lounge-impulse-1 = What helps you to keep quiet and watch?
lounge-impulse-2 = Which small task went down well? Copy it here, others will be glad of it.
lounge-impulse-3 = How do you begin a meeting when both of you come straight from the previous one?
lounge-impulse-4 = What did you learn from your mentee last month that you had not expected?
lounge-impulse-5 = Which question opened something up recently? Write it down word for word.
lounge-impulse-6 = What do you do when your partner says: just do it for me?
lounge-impulse-7 = Where did you have to look something up yourselves, and how was that?
lounge-impulse-8 = How do you deal with a meeting that was cancelled for the second time?
lounge-impulse-9 = Which tool have you stopped recommending, and why?
lounge-impulse-10 = How do you talk about mistakes without it sounding like school?
lounge-impulse-11 = What has changed in your own work since you began to explain it to somebody?
lounge-impulse-12 = What would you tell somebody who becomes a mentor next week?
