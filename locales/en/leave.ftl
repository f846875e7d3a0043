# The end of a tandem: the private confirmation, one goodbye for both, and how it goes on.
# $partner
leave-confirm = Do you want to end the tandem with { $partner }? You need no reason, and nobody is told who ended it; as there are only two of you, { $partner } can guess. You both read the same goodbye here. The channel can still be read for 7 days; then it closes.
leave-confirm-button = Yes, end this tandem
leave-stay-button = No, leave it open
leave-stayed = All right, your tandem stays open. Nobody learns that you looked in here.
leave-done = The tandem has ended. The goodbye will be in the channel in a moment, the same for you both.
# $people, $until (Discord time)
leave-goodbye = { $people }, this tandem has come to its end. Thank you for the time and the openness you gave each other. What was said here stays between you. You can read this channel until { $until }; then it closes. The button below asks each of you privately what you would like to do next.
# $until (Discord time): instead of the goodbye where one of the two had everything deleted
leave-goodbye-unnamed = This tandem has come to its end. Thank you for the time and the openness. What was said here stays between you. You can read this channel until { $until }; then it closes. The button below asks privately what comes next.
# $until (Discord time): the same once no new tandems are formed any more
leave-goodbye-unnamed-last = This tandem has come to its end. Thank you for the time and the openness. What was said here stays between you. You can read this channel until { $until }; then it closes.
# $people, $until (Discord time): instead of the goodbye when one has left the server
leave-partner-gone = { $people }, this tandem has come to its end because one of you is no longer on this server. Thank you for the time and the openness. You can read this channel until { $until }; then it closes. The button below asks privately what comes next.
# $people, $until (Discord time): the two above once no new tandems are formed any more
leave-goodbye-last = { $people }, this tandem has come to its end. Thank you for the time and the openness you gave each other. What was said here stays between you. You can read this channel until { $until }; then it closes.
# $people, $until (Discord time)
leave-partner-gone-last = { $people }, this tandem has come to its end because one of you is no longer on this server. Thank you for the time and the openness. You can read this channel until { $until }; then it closes.
# $people, $until (Discord time): the programme is closed, and every tandem reads this
leave-programme-over = { $people }, the programme is over, and this tandem with it. Thank you for the time and the openness you gave each other. What was said here stays between you, and nobody needs a programme to go on talking. You can read this channel until { $until }; then it closes.
# $people, $until (Discord time): instead of the goodbye when new partners are due
leave-new-partners = { $people }, the time for new partners has come, and so this tandem has come to its end. Thank you for the time and the openness you gave each other. What was said here stays between you. You both take part in the next round of pairing; if you would rather not, the button below takes your answer privately. You can read this channel until { $until }; then it closes.
leave-goes-on-button = How shall it go on?
leave-goes-on = What would you like to do next? Only you see this question. The coordinators learn whether you are free for a new tandem, nothing else, and not before you both have answered or 14 days have passed.
leave-goes-on-free = You are in for the next round of pairing, and the coordinators see that. If you would like something else, say so here; only you see this question.
leave-goes-on-not-free = As things stand you are not in for the next round of pairing, and the coordinators see that. If you would like something else, say so here; only you see this question.
# What the asker has answered so far, below the question
leave-answer-new = So far you have answered: a new tandem.
leave-answer-no-tandem = As things stand: no new tandem for now.
leave-new-button = A new tandem
leave-break-button = A break for now
leave-stop-button = Stop here
leave-new-noted = Noted: you would like a new tandem. In the next round of pairing you are among those who are free.
leave-break-noted = Noted: a break. When you would like to go on, the same button or `/my` changes it.
leave-stop-noted = Noted: you stop here. Thank you for taking part. If you change your mind, the same button or `/my` changes it.
