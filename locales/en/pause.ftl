# A tandem's pause: the private question, what stands in the channel, and the summary afterwards. Nothing says who set it.
# $partner
pause-question = Until when shall your tandem pause? Until then I bring up nothing by myself; what you two do yourselves still stands in the channel, without a notification. Only you see this question. The channel says until when the pause lasts, not who chose it, and that is not stored either; with two people { $partner } can guess.
pause-1-week-button = 1 week
pause-2-weeks-button = 2 weeks
pause-4-weeks-button = 4 weeks
pause-date-button = Another day…
pause-end-button = End the pause now
pause-modal-title = Pause until another day
pause-date-label = Until when?
pause-date-placeholder = For example 3 Dec, 2026-12-03 or Friday
# $weekday, $date: what was understood, as a suggestion
pause-day-option = { $weekday }, { $date }
# $until (date)
pause-standing = Your tandem pauses until { $until }; on that day I speak up again. Either of you can end the pause or choose another day. The channel does not say who did.
# $until (date)
pause-noted = Noted: your tandem pauses until { $until }; on that day I speak up again. The channel says so in a moment, not who chose it.
pause-ended = Your tandem does not pause any more. What came up meanwhile stands in the channel soon.
# $until (date)
pause-post-set = This tandem pauses until { $until }. Until then I bring up nothing by myself; what you do still stands here, without a notification. Afterwards I sum up once what came up. The button *This tandem…* ends the pause at any time.
# $mentor, $mentee
pause-post-over = { $mentor }, { $mentee }, the pause is over.
# $count, $tasks (list of numbers)
pause-post-tasks =
    { $count ->
        [one] Came due meanwhile and still open: task { $tasks }.
       *[other] Came due meanwhile and still open: tasks { $tasks }.
    }
pause-post-question-title = A question is waiting for you both
pause-post-reach = Is there still time for the tandem? One press is enough.
pause-post-nothing = Nothing was left lying; you can go on from where you stopped.
