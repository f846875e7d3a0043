# The evaluation of a programme: for coordinators, to be passed on, without any form of address.
# $programme
report-title = Evaluation: { $programme }
# $programme
report-message-title = **Evaluation: { $programme }**
report-message-file = Only you see this. The attached page has all figures with their tables; it can be passed on and printed.
report-page-description = The whole evaluation as one page, with charts and tables
# Names of files, without their ending: small letters and hyphens
report-file = evaluation
# $programme
report-export = The figures of the evaluation of { $programme } as a table, one figure per line. Only you see this.
report-export-description = The figures of the evaluation as a table (CSV)
# $from, $to (days)
report-period = { $from } to { $to }
report-as-table = As a table

## How it stood

report-standing-head = Who took part
report-participation = People and tandems
# $mentors, $mentees, $begun, $ended
report-standing = { $mentors } mentors · { $mentees } mentees · tandems: { $begun } begun, { $ended } ended
report-group-mentors = Mentors
report-group-mentees = Mentees
report-group-all = Mentors and mentees
report-begun = Tandems begun
report-ended = Tandems ended
report-briefed = Had read the briefing when pairing began
# $needed
report-small = Figures from inside tandems appear only from { $needed } tandems on; with fewer they would point to individuals.
report-decisions = What needs a decision:

## What follows

report-changes-head = What to change next time
report-changes = Each sentence follows from figures shown here, and from nothing else.
report-advice-none = Nothing in the figures shown asks for a change.
report-advice-unknown = Nothing can be said about this: so far no figure is large and varied enough to be shown.
# $count
report-advice-more =
    { $count ->
        [one] One more sentence stands on the page.
       *[other] { $count } more sentences stand on the page.
    }
# $group, $need, $count
report-advice-need = { $group }: what would be needed most for a next time: { $need } (named { $count } times).
# $group, $statement, $advice
report-advice-little = { $group } agree only a little: “{ $statement }” { $advice }
# $group, $statement
report-advice-fell = { $group } agreed less at the end than half-way: “{ $statement }” It is worth asking why.
# $group
report-advice-again = { $group }: at most half of those whose answers are shown here would definitely take part again. What it would take is under “Taking part again”.
report-advice-briefing = Fewer than half had read the briefing when pairing began: draw attention to it earlier next time, or make it a condition.
report-advice-tasks = Tasks get stuck at least as often as they work: suggest smaller ones that take a quarter of an hour.
# $number, $question
report-advice-question = At least as many tandems said “nothing for us” to guiding question { $number } as talked about it. It can be removed from the pool: “{ $question }”
report-advice-item-time = Agree on protected time with managers before the start, or plan fewer meetings.
report-advice-item-open = Say more about confidentiality in the briefing, and that not knowing is the very reason for it.
report-advice-item-use = Bring the topics closer to daily work, and ask about wishes earlier.
report-advice-item-learn = Say at the kick-off that both learn from each other, and ask about it later.
report-advice-item-tasks = Collect ideas for small tasks that suit the topics of this programme.
report-advice-item-prepared = Extend the mentors’ briefing, and go through it together before the start.
report-advice-item-talk = Remove questions that led nowhere, and add some of the programme’s own.
report-advice-item-day = Prepare the day at the workplace more closely: what there is to see, and what to work on afterwards.
report-advice-item-more = Consider whom the programme is for before it grows.
report-advice-item-fields = Choose the fields again, together with the departments.
report-advice-item-recommend = Before the next round, talk with some of them about what was missing.
report-advice-item-lasted = Agree at the end on what each of the two goes on with, and bring it up again some weeks later.

## Inside the tandems

report-inside-head = Inside the tandems
# $sign (in place of a figure)
report-inside = A dash ({ $sign }), or a line across several periods, means that the figure is not shown; the table says why.
report-inside-none = No period has closed yet.
# $shown, $all (numbers of periods)
report-all-periods = overall ({ $shown } of { $all } periods)
# $label, $value, $shown, $all (numbers of periods)
report-total = { $label }: { $value } ({ $shown } of { $all } periods)
# $shown, $all (numbers of periods), below a sum in a picture
report-of-periods = from { $shown } of { $all } periods
report-picture-periods = By period, each named after its first day
report-picture-totals = All periods together, as far as their figures are shown

## Surveys

report-statements-head = What mentors and mentees say
# $k, $many (four times as many)
report-statements = Shown is what at least { $k } people said; where fewer than { $many } were asked, there is a mean in half steps instead.
report-statements-none = No survey with figures that can be shown has closed yet.
report-again-head = Taking part again
report-again-hidden = Where “Yes” is not shown, there is no sentence about it under “What to change next time”: few people may have chosen it, or its number is hidden so that the other answers point to nobody.
# The two questions of a survey as headings, addressing nobody
report-item-again = Take part again?
report-item-need = What would be needed most for it
# $needed
report-too-few-asked = not shown, because fewer than { $needed } people were asked
report-lasted-head = What has lasted
report-when-interim = half-way
report-when-final = at the end
report-when-follow-4 = four weeks later
report-when-follow-12 = twelve weeks later
report-mean = Mean from 1 to 5
report-mean-or-counts = Answers
report-hidden = not shown
report-rest = not shown, or no answer
# The same in an alternative text
report-rest-short = rest
report-steps = 1 means “I do not agree at all”, 5 means “I fully agree”.
report-asked = people asked

## Guiding questions and topics

report-questions-head = Guiding questions
report-questions = How many tandems talked about each question
# $count
report-questions-none =
    { $count ->
        [one] One question was asked; its figures were too small or too uniform to show.
       *[other] { $count } questions were asked; their figures were too small or too uniform to show.
    }
# $count
report-questions-hidden =
    { $count ->
        [one] The figures of one more question were too small or too uniform.
       *[other] The figures of { $count } more questions were too small or too uniform.
    }
report-talked = talked about it
report-nothing = nothing for us
report-topics-head = Topics
report-topics = How many tandems picked each topic
report-topics-none = No topic was picked by enough tandems and left out by enough others.
report-topic-other = A topic of their own

## Good practices

report-practices-head = Good practices and insights
report-practices = Both agreed to their being published, and the coordinators released them.

## How these figures came about

report-about-head = How these figures came about
# $k, $needed
report-about = People and tandems are counted exactly. Everything else is a sum or a mean to which at least { $k } tandems or people contributed, and from which nothing about individuals can be worked out, not even by subtracting other figures; there are sums over tandems from { $needed } tandems on. A tandem counts in a period if it was open for at least half of it. What was “too few or too uniform” stays hidden, later as well. Each figure was written once and never recalculated.

## The table

report-csv-programme = Programme
report-csv-chapter = Part
report-csv-part = Subject
report-csv-who = Who
report-csv-when = When
report-csv-what = What
report-csv-value = Value
report-csv-reason = Why not shown
