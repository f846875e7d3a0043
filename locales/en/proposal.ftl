# A proposed partner: the post that something waits, the private proposal with both notices, and the answers.
# Posted in the programme's channel, at most once a day; it names nobody
proposal-waiting = Something new is waiting for some of you under *My place*. Whoever presses the button sees only what is theirs, and nobody else sees it.
# $channel: by direct message, to those who ticked it; it never says what
proposal-pointer = Something is waiting for you under *My place* in { $channel }; `/my` there shows it and lets you turn these messages off.
proposal-my-place-button = My place
# $programme
proposal-title = A tandem for you in { $programme }
# $partner, $deadline (Discord time)
proposal-as-mentor = You are proposed as the mentor of { $partner }. Mentors bring what they know from everyday digital life; nobody has to know everything. Please answer by { $deadline }.
# $partner, $deadline (Discord time)
proposal-as-mentee = { $partner } is proposed as your mentor. You bring questions and your own experience; not knowing something is where it starts. Please answer by { $deadline }.
# $rhythm (days), $start, $end (dates)
proposal-effort = A meeting of about an hour every { $rhythm } days or so, from { $start } to { $end }; when and where is up to the two of you. In between there are small tasks.
# $rhythm (days), $start, $end (dates)
proposal-effort-shadow = First one whole day at the mentee's work, then a meeting of about an hour every { $rhythm } days or so, from { $start } to { $end }; when and where is up to the two of you. In between there are small tasks.
# $weeks
proposal-rotation = { $weeks } weeks after the start the programme asks you both whether you would like to stay in this tandem or have new partners.
proposal-data-field = Data notice
# $days (deletion period)
proposal-data = I store Discord ids instead of names, your role, your answers, your wishes, meetings with their topics, tasks with their notes, and feedback from 1 to 5. Of these, your partner sees wishes, meetings, topics, tasks and notes. The coordinators see who takes part, and sums over several tandems; never single entries. { $days } days after the programme has closed I delete it. `/privacy notice` has everything.
proposal-confidentiality-field = Confidentiality agreement
proposal-confidentiality = What is said and shown in the tandem stays in the tandem. I do not pass it on, neither to colleagues nor to managers, and this holds after the tandem has ended. What both of us want to share we decide together.
proposal-answer-notice = Yes means: I have read the data notice and accept the confidentiality agreement. A no needs no reason. Nobody is shown your answer; you both learn only whether the tandem goes ahead. If you say yes and it does not, you can guess the other answer, and the other way round.
# For those who did both when they enrolled
proposal-answer-agreed = A no needs no reason. Nobody is shown your answer; you both learn only whether the tandem goes ahead. If you say yes and it does not, you can guess the other answer, and the other way round. The data notice and the confidentiality agreement apply as you agreed to them.
proposal-accept-button = Yes, I agree and take part
proposal-accept-again-button = Yes, I take part
proposal-decline-button = No, not this time
# $number, $title: where there are several
proposal-numbered-title = { $number } · { $title }
# $number
proposal-accept-numbered-button = Yes to { $number }
# $number
proposal-decline-numbered-button = No to { $number }
# $partner, $said (what has become of it)
proposal-about = About the tandem with { $partner }: { $said }
# $deadline (Discord time)
proposal-accepted = Your yes is noted. When both have said yes, a channel opens that you two share; otherwise you find out here by { $deadline }.
# $deadline (Discord time)
proposal-declined = Your no is noted, and that is all right. On { $deadline } both of you read the same: that this tandem will not go ahead. After that I erase both answers.
# $channel
proposal-opened = Both have said yes. Your channel is { $channel }.
# Both have said yes, and the channel is on its way
proposal-opening = Both have said yes. Your channel opens in a moment.
proposal-not-formed = The proposed tandem will not go ahead. You are free for another one, and the coordinators can see that.
# $deadline (Discord time): the answer to a proposal of a round
proposal-accepted-round = Your yes is noted. The results appear here for everybody on { $deadline }; when both of you have said yes, a channel opens then that you two share.
proposal-wishes-field = What your partner is hoping for
# $programme
proposal-came-to-nothing = The tandem that was proposed to you in { $programme } will not go ahead, and you are not enrolled there. If you would like to take part, enrol with `/join`.
proposal-no-place = There is no place in a tandem for you yet. As soon as there is one, it waits for you here.
# $programme: nobody is paired there any more, and whoever reads this was in no tandem
proposal-none-came = No new tandems are formed in { $programme } any more, and none came about for you. Thank you for having been with us; `/privacy export` shows what is stored.
proposal-nothing-waiting = Nothing is waiting for you at the moment.
