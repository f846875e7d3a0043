# Slash commands as Discord shows them in its menus. German has no form of address here (rule D7), so that there is one
# German for du and Sie. Ids: cmd-<path>-name, cmd-<path>-desc, opt-<path>-<option>-name, opt-<path>-<option>-desc,
# choice-<option>-<value>. Names: at most 32 characters, lower case; descriptions and choices: at most 100.

## Tandem

cmd-task-name = task
cmd-task-desc = Small tasks between two meetings
cmd-task-assign-name = assign
cmd-task-assign-desc = Give a small task until next time
opt-task-assign-text-name = text
opt-task-assign-text-desc = What to try, in one or two sentences
opt-task-assign-due-name = due
opt-task-assign-due-desc = By when, for example 3 Dec, 2026-12-03 or Friday
opt-task-assign-link-name = link
opt-task-assign-link-desc = A web address that helps with it
cmd-task-list-name = list
cmd-task-list-desc = The tasks of this tandem
cmd-task-edit-name = edit
cmd-task-edit-desc = Change the text, date or link of a task
opt-task-edit-task-name = task
opt-task-edit-task-desc = Number of the task
opt-task-edit-text-name = text
opt-task-edit-text-desc = The new wording
opt-task-edit-due-name = due
opt-task-edit-due-desc = The new date; - for none
opt-task-edit-link-name = link
opt-task-edit-link-desc = The new web address; - for none
cmd-task-cancel-name = cancel
cmd-task-cancel-desc = Withdraw a task
opt-task-cancel-task-name = task
opt-task-cancel-task-desc = Number of the task
cmd-task-ideas-name = ideas
cmd-task-ideas-desc = Ideas for small tasks, ready to be given
opt-task-ideas-topic-name = topic
opt-task-ideas-topic-desc = For which topic; without it the one at hand
cmd-topic-name = topic
cmd-topic-desc = What the meetings are about
cmd-topic-pick-name = pick
cmd-topic-pick-desc = Choose the topic of a meeting
opt-topic-pick-topic-name = topic
opt-topic-pick-topic-desc = One of the suggestions, or other words
opt-topic-pick-meeting-name = meeting
opt-topic-pick-meeting-desc = For which meeting; without it the next one
cmd-topic-propose-name = propose
cmd-topic-propose-desc = Put something down for the next agenda
opt-topic-propose-text-name = text
opt-topic-propose-text-desc = As short as it comes to mind
cmd-topic-list-name = list
cmd-topic-list-desc = The topics, and what is down for the next agenda
cmd-question-name = question
cmd-question-desc = Guiding questions
cmd-question-next-name = next
cmd-question-next-desc = Have the next guiding question now
cmd-worked-name = worked
cmd-worked-desc = Report that a task worked
opt-worked-task-name = task
opt-worked-task-desc = Number of the task, if several are open
opt-worked-note-name = note
opt-worked-note-desc = A note for the other person in the tandem
cmd-stuck-name = stuck
cmd-stuck-desc = Report where a task is stuck
opt-stuck-task-name = task
opt-stuck-task-desc = Number of the task, if several are open
opt-stuck-note-name = note
opt-stuck-note-desc = Where it is stuck, for the other person in the tandem

## Everybody

cmd-feedback-name = feedback
cmd-feedback-desc = Say how it is going, from 1 to 5
opt-feedback-tandem-name = tandem
opt-feedback-tandem-desc = Which tandem, if there are several
cmd-pause-name = pause
cmd-pause-desc = Pause this tandem until a day, or end the pause
opt-pause-until-name = until
opt-pause-until-desc = Until which day, like 3 Dec, 2026-12-03 or Friday
opt-pause-tandem-name = tandem
opt-pause-tandem-desc = Which tandem, if there are several
cmd-leave-name = leave
cmd-leave-desc = End this tandem, without giving a reason
cmd-my-name = my
cmd-my-desc = Own entries, language and what is waiting
opt-my-language-name = language
opt-my-language-desc = Language of the private replies
cmd-help-name = help
cmd-help-desc = What can be done here and now
cmd-privacy-name = privacy
cmd-privacy-desc = Stored data and who can see it
cmd-privacy-notice-name = notice
cmd-privacy-notice-desc = The data notice: what is stored, why, and who sees it

## Setting up

cmd-setup-name = setup
cmd-setup-desc = Choose roles, channels and language; check permissions
opt-setup-coordinators-name = coordinators
opt-setup-coordinators-desc = Role of the coordinators
opt-setup-digest-name = digest
opt-setup-digest-desc = Private channel for the weekly digest
opt-setup-coach-name = coach
opt-setup-coach-desc = Role of the coach, if there is one
opt-setup-language-name = language
opt-setup-language-desc = Language of the posts outside programmes

## Coordinators

cmd-coordination-name = coordination
cmd-coordination-desc = Programmes, people and pairs, for coordinators
cmd-coordination-programme-name = programme
cmd-coordination-programme-desc = The life of a programme
cmd-coordination-programme-create-name = create
cmd-coordination-programme-create-desc = Create a programme from a template
opt-coordination-programme-create-name-name = name
opt-coordination-programme-create-name-desc = Name of the programme
opt-coordination-programme-create-template-name = template
opt-coordination-programme-create-template-desc = Length, meetings and what is special
opt-coordination-programme-create-start-name = start
opt-coordination-programme-create-start-desc = First day, for example 7 Jan 2027 or 2027-01-07
opt-coordination-programme-create-end-name = end
opt-coordination-programme-create-end-desc = Last day; without it the template decides
opt-coordination-programme-create-language-name = language
opt-coordination-programme-create-language-desc = Language of the programme
opt-coordination-programme-create-address-name = address
opt-coordination-programme-create-address-desc = Form of address in German
opt-coordination-programme-create-zone-name = zone
opt-coordination-programme-create-zone-desc = Time zone, for example Europe/Berlin
opt-coordination-programme-create-questions-name = questions
opt-coordination-programme-create-questions-desc = When guiding questions come, for example first Monday 9:00
opt-coordination-programme-create-digest-name = digest
opt-coordination-programme-create-digest-desc = When the digest comes, for example every Monday 8:30
opt-coordination-programme-create-k-name = k
opt-coordination-programme-create-k-desc = How many tandems a figure needs before it is shown, 5 or more
opt-coordination-programme-create-quiet-name = quiet
opt-coordination-programme-create-quiet-desc = Hours without posts, for example 18:00-8:00
opt-coordination-programme-create-deletion-name = deletion
opt-coordination-programme-create-deletion-desc = Days after the end until personal data are deleted
opt-coordination-programme-create-sponsor-name = sponsor
opt-coordination-programme-create-sponsor-desc = Who supports the programme
opt-coordination-programme-create-contact-name = contact
opt-coordination-programme-create-contact-desc = Whom people can ask
opt-coordination-programme-create-topics-name = topics
opt-coordination-programme-create-topics-desc = Own topics beside the twelve, with semicolons between them
opt-coordination-programme-create-tasks-name = tasks
opt-coordination-programme-create-tasks-desc = Who may give tasks
opt-coordination-programme-create-card-name = card
opt-coordination-programme-create-card-desc = Channel for the programme's card; without it this one
opt-coordination-programme-create-digests-name = digests
opt-coordination-programme-create-digests-desc = Private channel for the digest; without it the one of the server
cmd-coordination-programme-status-name = status
cmd-coordination-programme-status-desc = How a programme stands
opt-coordination-programme-status-programme-name = programme
opt-coordination-programme-status-programme-desc = Which programme, if there are several
cmd-coordination-match-name = match
cmd-coordination-match-desc = Who becomes a tandem
cmd-coordination-match-pair-name = pair
cmd-coordination-match-pair-desc = Join two people by hand
opt-coordination-match-pair-mentor-name = mentor
opt-coordination-match-pair-mentor-desc = Who advises
opt-coordination-match-pair-mentee-name = mentee
opt-coordination-match-pair-mentee-desc = Who is advised
opt-coordination-match-pair-programme-name = programme
opt-coordination-match-pair-programme-desc = Which programme, if there are several

## Choices

choice-template-shadow = A whole day at work, then a follow-up every 4 weeks
choice-template-six = 6 meetings in 3 to 6 months
choice-topic-meeting-next = The next meeting
choice-topic-meeting-last = The last meeting, to put it right
choice-language-en = English
choice-language-de = German
choice-setup-language-en = English
choice-setup-language-de = German with du
choice-setup-language-de-x-formal = German with Sie
choice-address-du = du
choice-address-sie = Sie
choice-tasks-mentor = Only mentors give tasks
choice-tasks-both = Both give tasks
