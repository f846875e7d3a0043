# The first posts in a tandem's channel, its menu, and the guiding-question post.
welcome-title = Welcome to your tandem
# $mentor, $mentee, $programme
welcome-people = { $mentor } (mentor) and { $mentee } (mentee), this is your channel in { $programme }.
welcome-room-field = Who can read here
welcome-room = You two and I. No coordinator is in this channel, and I do not evaluate what you write. One thing you should know: the owner of this server and members with administrator rights can see every channel; Discord gives no way to prevent that.
welcome-first-field = For your first meeting
welcome-first = Each of you brings two things: one app, habit or device that makes your day easier, and one that regularly annoys you. Show them to each other; ten minutes each is enough.
welcome-first-shadow = Plan the whole day at the mentee's work: a day like any other, from the first message to the last. Settle beforehand who is told, which conversations are open to both, and where the mentor only watches. At the end take half an hour for three notes each: what was surprising, what could go more easily, what to try first. For the whole day, give `minutes` with `/session plan`, for example 480.
welcome-agreement-field = Your agreement
# $rhythm (days between two meetings)
welcome-agreement =
    • What do we expect from each other, and what do we not?
    • What is said here stays here, even after the end.
    • We meet about every { $rhythm } days. Whoever cannot come says so in good time.
    • Questions of any kind are welcome, in both directions.
    • Either of us can end the tandem at any time, without a reason and without anybody asking for one.
    If this suits you both, confirm it with ✅.
welcome-leave-field = How to end it
welcome-leave = With the button *This tandem…* below, in two clicks. I tell nobody who pressed it, though with two people the other can guess.

## This tandem…

welcome-menu-button = This tandem…
welcome-menu = What would you like to do? Only you see this.
welcome-menu-tasks-button = Tasks
welcome-menu-feedback-button = Give feedback
welcome-menu-privacy-button = Data notice
welcome-menu-pause-button = Pause
welcome-menu-support-button = Support
welcome-menu-reach-button = I can't reach my partner
welcome-menu-leave-button = End this tandem

## The guiding question

prompt-title = A question for you both
prompt-reactions = 💡 we talked about it · 🤷 nothing for us · ⏭️ another one, please
prompt-next = The next question will be in the channel in a moment.
prompt-none-left = That was the last question of the set. From here on your own questions lead.
