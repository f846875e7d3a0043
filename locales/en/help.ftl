# `/help`: what can be done here and now, by role, place and phase. Only lines that apply are shown.
help-title = What you can do here and now
help-stranger = I run mentoring programmes on this server. You are not taking part in one yet; the coordinators can tell you more.
help-not-set-up = I am not set up on this server yet. Somebody with the permission Manage Server can do that with `/setup`.
help-in-other-tandem = This is the room of another tandem. Here I can help only its two people; your own commands work in your own channel.
# $channels (list)
help-your-channels = Your tandem has its own room: { $channels }. Tasks and reports work there.
help-waiting = Something is waiting for you; `/my` shows it.
help-tandem-ended = This tandem has ended. You can still read here, and the button *How shall it go on?* has the next steps.
# $until (Discord time)
help-paused = This tandem pauses until { $until }. Until then I bring up nothing by myself; all commands work.
# $start (date)
help-programme-not-begun = The programme begins on { $start }. Until then there is nothing you need to do.
help-programme-closed = The programme has closed. `/privacy notice` says what is still stored and for how long.
help-task-assign = `/task assign` gives a small task until next time.
help-task-change = `/task edit` and `/task cancel` change or withdraw a task you gave.
help-task-list = `/task list` shows the tasks of this tandem.
help-ideas = `/task ideas` has ideas for small tasks, ready to be given.
help-topics = `/topic pick` chooses what the next meeting is about, `/topic propose` puts something down for its agenda, and `/topic list` shows both.
help-question = `/question next` brings the next guiding question now.
help-report = `/worked` and `/stuck` report on a task, as do the buttons and marks on its card.
help-session = `/session plan`, `move`, `cancel` and `next` are about your meetings; the buttons on their cards do the same.
help-feedback = `/feedback` takes a number from 1 to 5 about how it is going; nobody sees it as yours.
help-pause = `/pause` silences me for your tandem until a day; it does not show who chose it.
help-practice = `/practice share` offers a tip or insight to the programme; it is published only if you both agree.
help-support = `/support` asks the coach or the coordinators for a talk; who will read it is shown first.
help-reach = Your partner does not answer? The button *This tandem…* asks gently, and a new tandem is possible.
help-leave = `/leave`, or the button *This tandem…*, ends the tandem without a reason.
help-my = `/my` shows your entries and what is waiting, and changes your language.
help-privacy = `/privacy notice` says what is stored, why, and who sees it.
help-coordinators-field = For coordinators
help-coordinators = `/coordination programme create` creates a programme, `/coordination programme status` says how one stands, `/coordination match pair` joins two people.
help-setup = `/setup` chooses roles and channels and checks my permissions.
# $contact
help-contact = Questions about the programme: { $contact }
