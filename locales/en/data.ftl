# /privacy export, delete and room.
erase-title = Really delete everything?
erase-question = This is about everything I have stored about you on this server: your enrolment, wishes, tasks and notes, answers, ratings and reactions. It happens at once and cannot be undone.
erase-tandems-field = Your tandems
# $open (number of open tandems)
erase-tandems = { $open ->
    [0] None is open. Whoever was in a tandem with you keeps their own tasks, without your words.
    [one] Your tandem ends. Your partner reads a goodbye without a reason and without your name, and keeps their own tasks, without your words.
   *[other] Your { $open } tandems end. Each partner reads a goodbye without a reason and without your name, and keeps their own tasks, without your words.
}
erase-posts-field = My posts
erase-posts = What I posted in your channels, and any post of mine that names or quotes you, will be deleted. Tips and insights from your tandems are withdrawn. You will no longer see those channels.
erase-stays-field = What remains
erase-stays = Sums and totals that have been published; they say nothing about you. What you wrote in a channel yourself stays with Discord until the channel is deleted. A copy made before an update of the database is deleted after 7 days. That something was deleted stays on record for 35 days as a checksum, so that no backup brings it back.
erase-after-field = Afterwards
erase-after = You can join again at any time. To see what is stored before you decide: `/privacy export`.
erase-yes-button = Yes, delete everything
erase-no-button = No, keep it
erase-done = Deleted. For this server, my database holds nothing about you any more. Thank you for taking part. If you come back, we start afresh.
erase-kept = Everything stays as it is.
export-message = This is everything I have stored about you on this server: as a page to read and as a file (JSON) for programs. Only you see this. Download the files soon; this message disappears when you reload Discord.
readers-title = Who can read this channel
readers-intro = Only the two of you and I are meant to read here. This is what I have just worked out from the server's permissions:
readers-owner-field = Owner of the server
# $person (mention)
readers-owner = { $person } can see every channel. Discord allows nothing else.
readers-owner-among = The server belongs to one of you two.
readers-admins-field = With administrator rights
# $roles (list of roles)
readers-admins = Whoever has one of these roles can see every channel: { $roles }. I cannot change that; whoever manages the server can.
readers-admins-none = No role has administrator rights.
readers-bots-field = Other bots
# $bots (list)
readers-bots = { $bots } can read here as well.
readers-strays-field = Let in besides
# $people (list of people and roles)
readers-strays = { $people }. I did not set this up; the button below restores the channel.
readers-could-field = Could let themselves in
# $roles (list of roles)
readers-could = Whoever has one of these roles may manage channels or roles and could give themselves access: { $roles }. If that happens, it shows here.
readers-closed = Nobody else can read here.
readers-repair-button = Restore the channel
readers-repairing = I am restoring the permissions of the channel. In a minute `/privacy room` shows whether it worked.
readers-unknown = Discord has not shown me this channel yet. Please try again in a minute.
export-page = All data as a page to read
export-json = All data as JSON
export-head = Stored data
export-intro = This page shows everything that is stored on this server about the person who asked, with what it is for, who sees it and how long it is kept. Of the partner it has only what both could see.
# $count (programmes), $programmes (list of their names)
export-programmes =
    { $count ->
        [one] Programme: { $programmes }
       *[other] Programmes: { $programmes }
    }
# $zones (names of time zones)
export-zones = All times are in the zone { $zones }.
export-programme = Programme
# $day, $time
export-moment = { $day }, { $time }
# $item (a statement or question), $answer
export-answer = { $item }: { $answer }
# In place of a text that was left empty
export-empty = (empty)
export-end = What people wrote in a channel is not stored and is therefore not in here. It is with Discord.
export-left-head = What is not listed
export-left-number = Numbers that connect rows; they say nothing by themselves:
export-left-sealed = What cannot be read back (checksums), or exists as a file anyway:
export-left-bookkeeping = The bot's bookkeeping about its own posts and steps:
export-column-user-id = Discord id
export-column-guild-id = Server
export-column-language = Language
export-column-direct = Direct messages
export-column-direct-channel = Channel of direct messages
export-column-document = Document
export-column-version = Version
export-column-given-on = Agreed on
export-column-role = Role
export-column-state = State
export-column-available = Free for a new tandem
export-column-mentor-id = Mentor
export-column-mentee-id = Mentee
export-column-deadline = Until
export-column-mentor-answer = Own answer
export-column-mentee-answer = Own answer
export-column-name = Name
export-column-also = Second language
export-column-channel-id = Channel
export-column-opened-at = Began
export-column-ended-at = Ended
export-column-mentor-next = New tandem wanted
export-column-mentee-next = New tandem wanted
export-column-number = Number
export-column-giver-id = By
export-column-doer-id = For
export-column-text = Text
export-column-due-on = By when
export-column-link = Link
export-column-note = Note
export-column-given-at = Given
export-column-said-at = Last reported
export-column-stuck-times = How often it got stuck
export-column-question = Guiding question
export-column-asked-at = Asked
export-column-passed-on = Passed on
export-column-value = Number given
export-column-starts-at = Time
export-column-minutes = Minutes
export-column-place = Place
export-column-mentor-ok = Confirmed by the mentor
export-column-mentee-ok = Confirmed by the mentee
export-column-cancelled = Cancelled
export-column-planned-at = Planned
export-column-held-at = Reported as held
export-column-first = First date
export-column-second = Second date
export-column-third = Third date
export-column-code = Topic
export-column-words = Words
export-column-author-id = By
export-column-done = Done
export-column-what = What
export-column-from-at = From
export-column-until-at = Until
export-column-ended-early = Ended early
export-column-reader = Who reads it
export-column-taken = Taken care of
export-column-kind = Kind
export-column-named = With names
export-column-remark = Remark of the coordinators
export-column-passed-in = Passed on in period
export-column-emoji = Reaction
export-column-department = Department
export-column-organisation = Organisation
export-column-german = Speaks German
export-column-english = Speaks English
export-column-since = In the company since
export-column-hours = Hours a month
export-column-capacity = Tandems at a time
export-column-line = Code of the reporting line
export-column-topic = Topic
export-column-answers = Entries begun
export-column-until = Kept until
export-column-side = Side
export-column-learned = What the two learned from each other
export-column-worked = What went well
export-column-changes = What changes or stays
export-column-moment = When
export-column-rank = Place on the list of favourites
export-column-mentor-stays = Wish to stay together
export-column-mentee-stays = Wish to stay together
export-column-breaks = Breaks during speed networking
export-column-round = Round
export-column-one-id = In the talk
export-column-other-id = In the talk
export-column-met = Took place
export-value-self = oneself
export-value-partner = partner
export-value-mentor = mentor
export-value-mentee = mentee
export-value-both = both
export-value-open = open
export-value-worked = worked
export-value-stuck = stuck
export-value-ended = ended
export-value-hidden = ended, channel closed
export-value-gone = ended, channel deleted
export-value-opening = being opened
export-value-approved = approved
export-value-waiting = waiting
export-value-accepted = came about
export-value-lapsed = did not come about
export-value-on = on
export-value-off = off
export-value-closed = not delivered
export-value-notice = data notice
export-value-agreement = confidentiality agreement
export-value-tip = tip
export-value-insight = insight
export-value-coach = coach
export-value-coordinator = coordinators
export-value-named = with names
export-value-unnamed = without names
export-value-no = no
export-value-cancelled = taken back
export-value-released = released
export-value-withdrawn = withdrawn
export-value-proposed = proposed
export-value-yes = yes
export-value-digital = where to become more digital
export-value-matters = what matters most
export-value-questions = questions brought along
export-value-learn = what to learn from the partner
export-value-mentor-expects = expectations
export-value-mentee-expects = expectations
export-value-half = half-way
export-value-end = at the end
export-value-dropped = did not come about
export-value-returned = returned with a remark
export-value-ready = waiting to be released
export-value-de = German
export-value-en = English
export-value-de-x-formal = German, formal
