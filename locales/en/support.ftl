# Support, a quiet room, a partner who cannot be reached, a task that is stuck again. No text blames anybody.

## Support: private, to whoever asks

support-question = What would help you? You write it in your own words, and read them once more before they are sent.
# $role
support-readers-coach = Your name and your words are read only by people with the role { $role }. Without that role, neither your partner nor the coordinators can read them.
# $role
support-readers-coordinator = Your name and your words are read by whoever has the role { $role }, and by nobody else: not your partner.
support-write-button = Write it
support-modal-title = Support
support-text-label = What is it about?
support-text-placeholder = For example: I would like to talk about how we can begin
support-confirm = This is what will be sent, word for word.
support-words-title = Your words
support-send-button = Send it
support-change-button = Change it
# $role
support-sent = Sent to { $role }. `/support` shows when somebody has taken it up, and lets you take it back. Once it is closed, your words and your name are erased.
# $role
support-open = Your call for support is with { $role }.
# $role
support-taken = Somebody with the role { $role } is taking care of your call.
support-not-sent = You have one call at a time, so your new words have not been sent. You can take this call back, or write again once it is closed.
support-back-button = Take it back
support-back = Taken back; your words and your name are erased.

## Support: for its readers

# $count, $programme: in a channel, without names
support-waits =
    { $count ->
        [one] One call for support is waiting in { $programme }. The button shows it in a private reply.
       *[other] { $count } calls for support are waiting in { $programme }. The button shows them in a private reply.
    }
support-list-button = Calls for support
# $count
support-list =
    { $count ->
        [one] One call for support is open. Only you see this.
       *[other] { $count } calls for support are open. Only you see this.
    }
support-list-empty = No call for support is open.
support-from-field = From
# $person, $when (date)
support-from = { $person }, { $when }
support-take-button = I take care of it
support-close-button = Closed: erase it
# $number: of a call, where there are several
support-number-title = Call { $number }
# $label, $number: of the call the button is about
support-numbered-button = { $label } ({ $number })

## A task that is stuck again, in the channel

# $number
stuck-again-coach = Task { $number } is stuck for the second time, which happens with the best of tasks. If you like, the coach helps. Settle it between you: whoever presses the button sees first what would be sent, and sends it in their own name.
# $number
stuck-again-coordinator = Task { $number } is stuck for the second time, which happens with the best of tasks. If you like, the coordinators help. Settle it between you: whoever presses the button sees first what would be sent, and sends it in their own name.
stuck-again-button = Ask for help
# $number: the words that are proposed
stuck-again-words = One of our tasks (number { $number }) is stuck for the second time. I would be glad of a hint.

## A quiet room

# $mentor, $mentee
quiet-post = { $mentor }, { $mentee }, it has been quiet here for a while, and that is fine: not every month is alike. Would you like to plan a meeting, or would a pause suit you better right now? Nobody outside this channel learns of this.
quiet-plan-button = Plan a meeting
quiet-pause-button = Pause

## A partner who cannot be reached

# $partner
reach-explained = No answer from { $partner }? That can have many reasons. This is what will happen: in your channel I ask you both whether there is still time for the tandem; it does not say that you asked. If no answer comes within 7 days (pauses do not count), you will find the offer of a new tandem under *My place*. Until this is resolved I store a key by which I recognise you, and then erase it. The coordinators see at most a sum over many tandems; a name only if you pass yours on, with the button for support, which says first who reads it. Only you see this message; as there are only two of you, { $partner } can guess.
reach-ask-button = Ask in the channel
# $when (date)
reach-asked = The question is in your channel. If no answer comes, you will find the offer of a new tandem from { $when } on under *My place* and here. If things have settled, one press is enough, and I erase that you asked. If you want somebody to know that it is you, the button for support passes your name on and says first who reads it.
reach-done-button = It has settled
reach-done = All right. Nothing is stored about it any more.
reach-offer = No answer has come, which can have many reasons. If you like, this tandem ends with the same goodbye for you both, and you can have a new one. You can also keep waiting: an answer is welcome at any time and ends this offer. If you want somebody to know that it is you, the button for support passes your name on and says first who reads it.
reach-take-button = End this tandem
reach-here = Good to hear from you. All it takes now is a line in the channel about when it suits you.
# $mentor, $mentee
reach-post = { $mentor }, { $mentee }, is there still time for the tandem? One press is enough. If it does not suit you at the moment, there is a pause behind *This tandem…*.
reach-here-button = I'm here
reach-waiting = It asks whether there is still time for the tandem. One press is enough; if it does not suit you at the moment, there is a pause behind *This tandem…*. Only you see this.
