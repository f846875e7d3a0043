# Meetings: the card in the channel, what follows a change, the last reminder, proposed dates, and the private replies.

## A moment

# A moment in full words, in suggestions and on buttons. $weekday, $date (day, month and year), $time
meeting-moment = { $weekday }, { $date }, { $time }

## The card

meeting-title = Meeting
# $mentor, $mentee
meeting-card = { $mentor } and { $mentee }, a meeting for the two of you:
# $mentor, $mentee
meeting-moved = { $mentor } and { $mentee }, the meeting has changed. The file brings your calendar up to date.
meeting-card-old = This meeting has changed; its new card is further down.
meeting-when-field = When
meeting-length-field = How long
# $minutes
meeting-length = { $minutes } minutes
meeting-place-field = Where
meeting-state-field = State
# $person (the one who has yet to say)
meeting-state-waits = one of you has confirmed; { $person } can do so here
meeting-state-confirmed = confirmed by both
meeting-state-cancelled = cancelled
meeting-card-reactions = ✅ I will be there · or use the buttons
meeting-confirm-button = Confirm
meeting-move-button = Another time
meeting-cancel-button = Cancel it
meeting-plan-button = Plan a meeting

## Posts in the channel

# $mentor, $mentee, $when
meeting-confirmed = { $mentor } and { $mentee }, you have both confirmed the meeting on { $when }. The file puts it into your calendar.
# $mentor, $mentee, $when. The post that said "confirmed", after the mark was taken away again
meeting-unconfirmed = { $mentor } and { $mentee }, the meeting on { $when } is waiting for a confirmation again; you can give it on the card.
# $mentor, $mentee, $when
meeting-cancelled = { $mentor } and { $mentee }, the meeting on { $when } will not take place.
# Follows it when a calendar file was given out before
meeting-cancelled-file = The file takes it out of your calendar as well.
# $mentor, $mentee, $when (time of day), $relative
meeting-soon = { $mentor } and { $mentee }, your meeting begins at { $when } ({ $relative }).
# Below the agenda and the reminder, as long as not both have confirmed
meeting-still-unconfirmed = You have not both confirmed this date yet. One press is enough; `/session move` finds another one.
# $when
meeting-card-gone = The card of your meeting on { $when } was deleted here. The date still stands, and these buttons work.
# $mentor, $mentee. Three dates follow, one a line
meeting-dates = { $mentor } and { $mentee }, how about one of these dates for your next meeting?
meeting-dates-other-button = Another time

## The calendar file

# Below the goodbye of a tandem that had confirmed meetings ahead
meeting-goodbye = Planned meetings will not take place; the file takes them out of your calendar.
meeting-file-name = meeting.ics
meeting-file-description = Calendar file of the meeting
# Names nobody and no programme: calendars are read by others
meeting-calendar-summary = Meeting

## Forms

meeting-plan-modal-title = Plan a meeting
meeting-move-modal-title = Another time
meeting-when-label = Day and time
meeting-when-placeholder = 3 Dec 14:30, Thursday 2pm, next week Tuesday 10:00
meeting-place-label = Place, or the link to a call
meeting-place-placeholder = Both of you see it in the channel

## Private replies

# $when, $person (the one who has yet to confirm)
meeting-planned = Planned for { $when }. The card will be in the channel in a moment; { $person } can confirm there.
# $when, $person (the one who has yet to confirm)
meeting-moved-noted = The meeting is now on { $when }. A new card will be in the channel in a moment; { $person } can confirm there.
# $when
meeting-unchanged = The meeting stays on { $when }, as it was. The options when, place and minutes change it.
# $when
meeting-cancelled-noted = The meeting on { $when } is cancelled; the channel says so in a moment.
# $when
meeting-confirm-noted = You have confirmed the meeting on { $when }. You will both see it in the channel, with a file for the calendar.
# $when
meeting-confirmed-already = You have both confirmed the meeting on { $when } already. Nothing has changed.
# $when, $person
meeting-confirm-waits = By proposing it you have already confirmed the meeting on { $when }; { $person } can confirm on the card.
# $when
meeting-cancel-ask = Cancel the meeting on { $when }? You will both see in the channel that it does not take place.
meeting-cancel-confirm-button = Cancel it
meeting-none = No meeting is planned. `/session plan` or the button plans one.
meeting-next-title = Your next meeting
meeting-later-field = After that
