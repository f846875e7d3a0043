# `/help`: what can be done here and now, by role, place and phase. Only lines that apply are shown.
help-title = What you can do here and now
help-stranger = I run mentoring programmes on this server. You are not taking part in one yet; the coordinators can tell you more.
help-not-set-up = I am not set up on this server yet. Somebody with the permission Manage Server can do that with `/setup`.
help-in-other-tandem = This channel belongs to another tandem, and here I can help only its two people. Your own commands belong in your own channel.
# $channels (list)
help-your-channels = Tasks, meetings and reports belong in the tandem's own channel: { $channels }.
help-waiting = Something is waiting for you; `/my` shows it.
help-tandem-ended = This tandem has ended. You can still read here, and the button *How shall it go on?* has the next steps.
# $until (Discord time)
help-paused = This tandem is paused until { $until }. Until then I bring nothing up by myself; all commands work as usual.
# $start (date)
help-programme-not-begun = The programme begins on { $start }. Until then there is nothing you need to do.
help-programme-closed = The programme has closed. `/privacy notice` says what is still stored and for how long.
help-task-assign = `/task assign` gives a small task for next time.
help-task-change = `/task edit` and `/task cancel` change or withdraw a task you gave.
help-task-list = `/task list` shows the tasks of this tandem.
help-ideas = `/task ideas` shows ideas for small tasks, ready to be given.
help-topics = `/topic pick` chooses what the next meeting is about, `/topic propose` puts something down for its agenda, and `/topic list` shows both.
help-question = `/question next` brings the next guiding question now.
help-report = `/worked` and `/stuck` report how a task went; the buttons and reactions on its card do the same.
help-session = `/session plan`, `move`, `cancel` and `next` are about your meetings; the buttons on their cards do the same.
help-feedback = `/feedback` asks how it is going, from 1 to 5; nobody sees who gave which number.
help-pause = `/pause` pauses the tandem until a day of your choice; nothing shows who chose it.
help-practice = `/practice share` offers a tip or insight to the programme; it is published only if you both agree.
help-support = `/support` asks the coach or the coordinators for a talk; it says first who will read it.
help-reach = No answer from your partner? The button *This tandem…* asks gently, and a new tandem is possible.
help-leave = `/leave` or the button *This tandem…* ends the tandem; no reason is needed.
help-join = `/join` is how you enrol in a programme, step by step; it goes on where you stopped.
help-my = `/my` shows your entries and what is waiting, and changes your language.
help-privacy = `/privacy notice` says what is stored, why, and who sees it; `/privacy export` gives you a copy of your data, `/privacy delete` deletes it, and `/privacy room` shows who can read a tandem's channel.
help-coordinators-field = For coordinators
help-coordinators = `/coordination programme create`, `open`, `edit`, `status` and `close` take a programme from its draft to its end.
help-people = `/coordination people list` shows who has enrolled and who is waiting; `approve` and `decline` answer them, `exclude` keeps two people apart, and `invite` takes a list.
help-meetup = `/coordination meetup plan`, `start` and `stop` are for the short rounds in which everybody gets to know each other.
help-match = `/coordination match propose` works out tandems for everybody; `lock`, `swap` and `forbid` change the plan, `confirm` asks everybody, `pair` joins two people by hand, and `change` starts new partners.
help-content = `/coordination announce` tells everybody something; `/coordination questions list`, `add` and `remove` are about the guiding questions and your own ideas for tasks.
help-results = `/coordination results digest` shows the last weekly digest again, `report` the evaluation, `export` the same figures as a table.
help-coach = Calls for support are behind the button in the coach's channel; only those with this role can read them.
help-setup = `/setup` chooses roles and channels and checks my permissions.
# $contact
help-contact = Questions about the programme: { $contact }
