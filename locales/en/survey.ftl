# Short surveys, the joint look-back, the last meeting, new partners. Every question says first who will see the answers.

## Surveys

survey-title-interim = Interim questions
survey-title-final = Closing questions
survey-title-follow-4 = What has lasted?
survey-title-follow-12 = What has lasted?
# $title, $programme
survey-heading = { $programme }: { $title }
# $count (questions), $until (Discord time)
survey-entry =
    { $count ->
        [one] One short question, until { $until }.
       *[other] { $count } short questions, about a minute, until { $until }.
    }
# $count, $until (Discord time): everything was answered
survey-entry-done = Answered, thank you. Until { $until } you can look at your answers and change them.
survey-begin-button = Answer
survey-go-on-button = Go on
survey-again-button = My answers
survey-back-button = Back
# $number, $count
survey-number = Question { $number } of { $count }
# $k (people)
survey-readers-mentors = Nobody sees what you answer, neither your partner nor the coordinators. When the questions close, the coordinators get counts and means over all mentors, and only those to which at least { $k } people contributed; then I delete every single answer. Until then you can change yours.
# $k (people)
survey-readers-mentees = Nobody sees what you answer, neither your partner nor the coordinators. When the questions close, the coordinators get counts and means over all mentees, and only those to which at least { $k } people contributed; then I delete every single answer. Until then you can change yours.
# $k (people)
survey-readers-all = Nobody sees what you answer, neither your partner nor the coordinators. When the questions close, the coordinators get counts and means over everybody who takes part, and only those to which at least { $k } people contributed; then I delete every single answer. Until then you can change yours.
# $until (Discord time)
survey-until = You can change them until { $until }.
survey-thanks = Thank you. These are your answers; only you see them.
survey-talk = Would a talk about how it is going help you? The button says first who reads your request.
survey-talk-button = Ask for a talk
survey-change-button = Change my answers

## Statements and questions

survey-item-time = The time we have for our tandem is enough.
survey-item-open = In our tandem I can say openly what I do not know or see differently.
survey-item-use = I use what I take from our meetings in my work.
survey-item-learn = I learn something from my partner as well.
survey-item-tasks = The small tasks between the meetings help me move forward.
survey-item-prepared = I feel well prepared for what I do as a mentor.
survey-item-talk = The guiding questions get us into good conversations.
survey-item-day = The day at the workplace showed us what is worth working on.
survey-item-more = This programme should be open to more people.
survey-item-fields = The fields on offer fit what is needed in everyday work.
survey-item-recommend = I would recommend this programme to colleagues.
survey-item-again = Would you take part again?
survey-item-need = What would you need most for it?
survey-item-lasted = What I learned in the tandem still helps me at work.

## Options

survey-agree-1-button = I do not agree at all
survey-agree-2-button = I tend to disagree
survey-agree-3-button = Partly
survey-agree-4-button = I tend to agree
survey-agree-5-button = I fully agree
survey-again-1-button = Yes
survey-again-2-button = Perhaps
survey-again-3-button = No
survey-need-1-button = Time set aside for it
survey-need-2-button = Backing from my manager
survey-need-3-button = A partner with other topics
survey-need-4-button = More support on the way
survey-need-5-button = Fewer or shorter meetings
survey-need-6-button = Nothing more

## In the channel

# $mentor, $mentee, $until (Discord time)
survey-post-interim = { $mentor }, { $mentee }, a few short questions are waiting for each of you: how is it going so far, and is there enough time for it? They take about a minute and are open until { $until }. Only you see your answers, and nothing here shows whether you have answered.
# $mentor, $mentee, $until (Discord time)
survey-post-final = { $mentor }, { $mentee }, a few short questions ask each of you how it was and what the next programme needs. They take about a minute and are open until { $until }. Only you see your answers, and nothing here shows whether you have answered.

## Look-back

look-back-title = Looking back together
look-back-worked = What worked well
look-back-learned = What we learned from each other
look-back-changes = What we change from now on
look-back-keeps = What we take with us
look-back-placeholder = The two of you read this in your channel.
look-back-button = Write the look-back
# $mentor, $mentee
look-back-post-half = { $mentor }, { $mentee }, the programme is half-way through. Three lines to look back on it together: what worked well, what you learned from each other in both directions, what you want to change from now on. Either of you can write and change them; you both read them here, and I show them to nobody else.
# $mentor, $mentee: instead of the one before where partners change soon
look-back-post-change = { $mentor }, { $mentee }, a chapter is coming to its end. Three lines to look back on it together: what worked well, what you learned from each other in both directions, what you take with you. Either of you can write and change them; you both read them here, and I show them to nobody else.
# $mentor, $mentee
look-back-post-end = { $mentor }, { $mentee }, the programme is coming to its close. Three lines to look back on it together: what worked well, what you learned from each other in both directions, what you take with you. Either of you can write and change them; you both read them here, and I show them to nobody else.
look-back-talk = Would a talk about how it is going help? The button answers only whoever presses it, and says first who reads the request.
look-back-noted = Noted. You both read it in your channel in a moment.
look-back-cleared = Noted: nothing is written there at the moment.

## The last meeting

# $mentor, $mentee, $until (date)
last-meeting-post = { $mentor }, { $mentee }, the programme's last day is { $until }. Good topics for a last meeting: what has come of the things you started, what each of you will carry on with, and what you would still like to ask each other.

## New partners

# $mentor, $mentee, $until (Discord time)
stay-ask-post = { $mentor }, { $mentee }, in this programme it is time for new partners, unless you both want to stay in this tandem. The button asks each of you privately until { $until }. If you both want to, you stay; in every other case this tandem ends with thanks, and you both take part in the next round.
stay-ask-button = Stay together?
# $partner, $deadline (Discord time)
stay-question = Would you like to stay in a tandem with { $partner }, or have a new partner? Only you see this question. If you both want to stay, your tandem goes on. In every other case, and also if somebody does not answer, it ends with thanks on { $deadline }, and you both take part in the next round. I show your answer to nobody and delete it then; if you want to stay and the tandem ends, you can work out what { $partner } wanted, and the other way round.
stay-yes-button = Stay together
stay-new-button = A new partner
stay-entry = Stay together or a new partner: each of you is asked privately.
stay-noted-yes = So far you have answered: stay together.
stay-noted-new = So far you have answered: a new partner.
# $mentor, $mentee
stay-both-post = { $mentor }, { $mentee }, you stay together, as you both wanted. Your tandem goes on as before.
