# Speed networking: invitation, rounds and favourites. Posts speak to everybody at once, private replies to one person.

# $programme (name)
meetup-title = { $programme }: speed networking
meetup-lobby-channel = Speed networking
# $number (from 1)
meetup-room-channel = Room { $number }

## In the programme's channel

meetup-invite = Eight short rounds, always two of you: four and a half minutes to talk, half a minute to change rooms. After 40 minutes you will have met up to eight people.
# $when (a moment), $relative (how far away it is)
meetup-invite-one = It begins { $when } ({ $relative }).
# $when (several moments)
meetup-invite-several = There are several groups: { $when }. Which one is yours stands under *My place*.
meetup-invite-how-field = How it goes
meetup-invite-how = Shortly before, everybody who takes part finds the voice channel *Speed networking* in their list of channels; it begins there. For each round you get a room of your own and a question to start with. Whoever comes later joins from the next round on.
meetup-invite-readers-field = Who notices what
meetup-invite-readers = The voice channel can be seen by those invited and by the coordinators, each room only by the two who talk in it. The server's owner and its administrators could join; you would see them. Afterwards I ask everybody privately with whom they would like to form a tandem; nobody sees the answers.
meetup-invite-off = The speed networking does not take place.
meetup-invite-over = This speed networking is over. Whoever took part can say under *My place* with whom they would like to form a tandem.

## In the voice channel and its rooms

# $when (a moment)
meetup-lobby = Welcome. The first round begins { $when }. Then your room appears in the list of channels; whoever is still here a quarter of a minute later is taken there.
# $round (from 1), $rounds (how many)
meetup-round = Round { $round } of { $rounds }. Your room is in the list of channels now, with a question to start with. If you see no room, you have a break this round and stay here.
# $one, $other (two people), $channel (this room), $round (from 1), $rounds (how many)
meetup-room = { $one } and { $other }, here in { $channel } the two of you talk in round { $round } of { $rounds }.
meetup-room-question-field = In case you need a way to start
# $one, $other (two people)
meetup-bell = 🔔 { $one } and { $other }: half a minute left, then it goes on.
# $one, $other (two people)
meetup-bell-last = 🔔 { $one } and { $other }: half a minute left, then the last round ends.
meetup-over = Those were all the rounds. In two minutes this channel and the rooms disappear. With whom would you like to form a tandem? The question is waiting under *My place*, and nobody sees the answer.
meetup-over-stopped = The speed networking ends here. In two minutes this channel and the rooms disappear. With whom would you like to form a tandem? The question is waiting under *My place*, and nobody sees the answer.
meetup-over-early = The speed networking has ended. In two minutes this channel and the rooms disappear.

## My place

# $programme (name), $when (a moment)
meetup-place-ahead = Speed networking in { $programme }: your group begins { $when }. Shortly before, the voice channel *Speed networking* appears in your list of channels.
# $programme (name)
meetup-place-opening = Speed networking in { $programme }: the voice channel is being made and will soon be in your list of channels.
# $programme (name), $channel (the voice channel)
meetup-place-lobby = Speed networking in { $programme }: { $channel } is open, do come in.
# $programme (name), $round (from 1), $rounds (how many), $channel (the room)
meetup-place-room = Speed networking in { $programme }, round { $round } of { $rounds }: your room is { $channel }.
# $programme (name)
favourites-title = { $programme }: with whom would you like to form a tandem?
# $max (how many)
favourites-entry = You can name up to { $max } of the people you met. Your answer counts when tandems are proposed; it is shown to nobody, not even to the coordinators.
favourites-answered = Your answer is noted. You can change it as long as the question stands here.
favourites-button = Name favourites
favourites-change-button = Change favourites
favourites-ask = These are the people you met. The menu shows their numbers, because I store no names.
# $number (from 1), $person (a mention)
favourites-line = **{ $number }.** { $person }
# $number (from 1), $person (a mention)
favourites-line-named = **{ $number }.** { $person } (named)
# $number (from 1)
favourites-choice = Number { $number }
# $max (how many)
favourites-placeholder = Choose up to { $max }
favourites-none-button = Name nobody
favourites-kept = Who met whom is deleted 14 days after the speed networking. Until then you can change your answer. Only you see this.
favourites-noted = Noted. You can change it for as long as the question is under *My place*.
favourites-noted-none = Noted: you name nobody. You can change it for as long as the question is under *My place*.

## What coordinators read

# $when (a moment), $people (how many)
meetup-plan-sitting = { $when }: { $people } people
# $mentors, $mentees, $both (how many)
meetup-plan-people = Taking part: mentors { $mentors }, mentees { $mentees }, both { $both }.
# $mentors, $mentees (each a number or a range), $meetings (how many)
meetup-plan-meets = Meetings if everybody comes: { $mentors } for each mentee, { $mentees } for each mentor, { $meetings } in all.
meetup-plan-best = No plan has more.
# $bound (how many)
meetup-plan-bound = No plan could have more than { $bound }.
# $rooms (how many)
meetup-plan-rooms =
    { $rooms ->
        [one] One voice channel to arrive in and one room are made for it; after each group they go again.
       *[other] One voice channel to arrive in and { $rooms } rooms are made for it; after each group they go again.
    }
meetup-plan-absent-field = Mentors who do not take part
# $count (how many)
meetup-plan-more = and { $count } more
# $channel (the programme's channel)
meetup-plan-not-invited = Nobody has been invited yet: *Invite* writes a post in { $channel }. On the day itself, `/coordination meetup start` opens the voice channel.
# $channel (the programme's channel)
meetup-plan-invited = The invitation stands in { $channel } and says the time that applies now. On the day itself, `/coordination meetup start` opens the voice channel.
meetup-out-placeholder = Mentors who do not take part
meetup-in-placeholder = Mentors who take part after all
meetup-all-out-button = Leave all mentors out
meetup-invite-button = Invite
meetup-invite-again-button = Invite anew
# $channel (the programme's channel)
meetup-invited = The invitation will be in { $channel } in a moment.
# $when (a moment)
meetup-started = The voice channel and the rooms are being made. The first round begins { $when }; until then everybody can arrive.
# $number (from 1), $here, $people (how many)
meetup-stand-group = Group { $number }: { $here } of { $people } people are here.
# $left (how many groups, this one included)
meetup-stand-last =
    { $left ->
        [one] This is the last group.
       *[other] With this one, { $left } groups are left; they follow by themselves.
    }
# $rooms (how many), $channel (the voice channel)
meetup-stand-rooms = Rooms that are ready: { $rooms }. People arrive in { $channel }.
meetup-stand-no-lobby = The voice channel to arrive in is being made.
# $when (a moment)
meetup-stand-open = The first round begins { $when }.
# $round (from 1), $rounds (how many)
meetup-stand-round = Round { $round } of { $rounds } is under way.
meetup-stand-none = No speed networking is on at the moment.
meetup-begin-button = Begin now
meetup-look-button = Look again
meetup-stop-ask-live = End the speed networking now? The rooms disappear in two minutes, later groups are called off, and whoever met somebody is asked for favourites.
meetup-stop-ask-planned = Call the planned speed networking off? If people were invited, the invitation will say that it does not take place.
meetup-stop-live-button = End it
meetup-stop-planned-button = Call it off
meetup-stopped = Done: no speed networking is under way any more, and none is planned.

## Commands

cmd-coordination-meetup-name = meetup
cmd-coordination-meetup-desc = Getting to know each other in short rounds
cmd-coordination-meetup-plan-name = plan
cmd-coordination-meetup-plan-desc = Say when, look at the plan, and invite
opt-coordination-meetup-plan-when-name = when
opt-coordination-meetup-plan-when-desc = Day and time, such as 3 December 14:00; without it the time stays
opt-coordination-meetup-plan-programme-name = programme
opt-coordination-meetup-plan-programme-desc = Which programme, if there are several
cmd-coordination-meetup-start-name = start
cmd-coordination-meetup-start-desc = Open the voice channel and the rooms, or see how it goes
opt-coordination-meetup-start-programme-name = programme
opt-coordination-meetup-start-programme-desc = Which programme, if there are several
cmd-coordination-meetup-stop-name = stop
cmd-coordination-meetup-stop-desc = End the speed networking, or call it off
opt-coordination-meetup-stop-programme-name = programme
opt-coordination-meetup-stop-programme-desc = Which programme, if there are several
