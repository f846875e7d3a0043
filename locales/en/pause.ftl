# A tandem's pause: the private question, what stands in the channel, and the summary afterwards. Nothing says who set it.
# $partner
pause-question = Until when would you like your tandem to pause? Until then I bring nothing up by myself; what the two of you do still appears in the channel, without a notification. Only you see this question. The channel says how long the pause lasts, not who chose it, and that is not stored either; as there are only two of you, { $partner } can guess.
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
pause-standing = Your tandem is paused until { $until }; from that day on I am back. Either of you can end the pause or choose another day. The channel does not say who did.
# $until (date)
pause-noted = Noted: your tandem is paused until { $until }; from that day on I am back. The channel will say so in a moment, but not who chose it.
pause-ended = Your tandem is no longer paused. What came up in the meantime will be in the channel soon.
# $until (date)
pause-post-set = This tandem is paused until { $until }. Until then I bring nothing up by myself; what you do still appears here, without a notification. Afterwards I sum up once what came up. The button *This tandem…* ends the pause at any time.
# $mentor, $mentee
pause-post-over = { $mentor }, { $mentee }, the pause is over.
# $count, $tasks (list of numbers)
pause-post-tasks =
    { $count ->
        [one] Due in the meantime and still open: task { $tasks }.
       *[other] Due in the meantime and still open: tasks { $tasks }.
    }
pause-post-question-title = A guiding question has been waiting for you both
pause-post-reach = Is there still time for the tandem? One press is enough.
# $when
pause-post-met = Still open is whether the meeting on { $when } took place.
pause-post-ideas = `/task ideas` has ideas for a small task.
pause-post-dates = The next meeting has no date yet.
# $until (Discord time)
pause-post-stay = Still open is whether you stay together; the button asks each of you privately until { $until }.
pause-post-nothing = Nothing has been left waiting; you can go on from where you stopped.
