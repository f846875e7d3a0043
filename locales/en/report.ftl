# The evaluation of a programme: for coordinators, to be passed on, without any form of address.
# $programme
report-title = Evaluation: { $programme }
# $programme
report-message-title = **Evaluation: { $programme }**
report-message-file = Only you see this. The page attached has all figures with their tables; it can be passed on and printed.
report-page-description = The whole evaluation as one page, with charts and tables
# Names of files, without their ending: small letters and hyphens
report-file = evaluation
# $programme
report-export = The figures of the evaluation of { $programme } as a table, one line each. Only you see this.
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
report-small = There are figures from inside tandems from { $needed } tandems on; with fewer they would point to single people.
report-decisions = What needs a decision:

## What follows

report-changes-head = What to change next time
report-changes = Each sentence follows from figures that are shown here, and from nothing else.
report-advice-none = Nothing in the figures shown asks for a change.
report-advice-unknown = Nothing can be said about that: so far no figure is large and varied enough to be shown.
# $count
report-advice-more =
    { $count ->
        [one] One more sentence stands on the page.
       *[other] { $count } more sentences stand on the page.
    }
# $group, $need, $count
report-advice-need = { $group }: what would be needed most to take part again is this: { $need } (named { $count } times).
# $group, $statement, $advice
report-advice-little = { $group } hardly agree: “{ $statement }” { $advice }
# $group, $statement
report-advice-fell = { $group } agreed less at the end than in the middle: “{ $statement }” It is worth asking why.
# $group
report-advice-again = { $group }: not even half of those whose answer stands here would surely take part again. What would be needed for it stands under “Once more?”.
report-advice-briefing = Fewer than half had read the briefing when pairing began: point to it earlier next time, or make it a condition.
report-advice-tasks = Tasks get stuck at least as often as they work: suggest smaller ones that take a quarter of an hour.
# $number, $question
report-advice-question = Guiding question { $number } says nothing to at least as many tandems as talked about it. It can be taken out of the pool: “{ $question }”
report-advice-item-time = Agree on fixed time with superiors before the start, or plan fewer meetings.
report-advice-item-open = Say more about confidentiality in the briefing, and that not knowing is the point.
report-advice-item-use = Bring the topics closer to daily work, and ask for wishes earlier.
report-advice-item-learn = Say at the kick-off that both learn from each other, and ask about it.
report-advice-item-tasks = Collect ideas for small tasks that suit the topics of this programme.
report-advice-item-prepared = Extend the mentors’ briefing, and go through it together before the start.
report-advice-item-talk = Take out questions that said nothing, and add some of the programme’s own.
report-advice-item-day = Prepare the day at work more closely: what there is to see, and what is worked on afterwards.
report-advice-item-more = Consider whom the programme is for before it grows.
report-advice-item-fields = Choose the fields anew together with the departments.
report-advice-item-recommend = Talk with some of them before the next round about what was missing.

## Inside the tandems

report-inside-head = Inside the tandems
# $sign (in place of a figure)
report-inside = { $sign } means that the figure of that period was too small or too uniform to show.
report-inside-none = No period has closed yet.
# $shown, $all (numbers of periods)
report-all-periods = together (out of { $shown } of { $all } periods)
# $label, $value, $shown, $all (numbers of periods)
report-total = { $label }: { $value } (out of { $shown } of { $all } periods)
report-picture-periods = Periods, each named by its first day
report-picture-totals = All periods together, as far as they are shown

## Surveys

report-statements-head = What mentors and mentees say
# $k, $many (four times as many)
report-statements = What at least { $k } people said is shown; where fewer than { $many } were asked there is a mean in half steps.
report-statements-none = No survey whose figures could be shown has closed yet.
report-again-head = Once more?
report-lasted-head = What has lasted
report-when-interim = in the middle
report-when-final = at the end
report-when-follow-4 = four weeks later
report-when-follow-12 = twelve weeks later
report-mean = Mean from 1 to 5
report-mean-or-counts = Answers
report-hidden = not shown
report-rest = not shown or no answer
# The same in an alternative text
report-rest-short = rest
report-steps = 1 means “I do not agree at all”, 5 means “I fully agree”.
report-asked = asked

## Guiding questions and topics

report-questions-head = Guiding questions
report-questions = How many tandems talked about them
# $count
report-questions-hidden =
    { $count ->
        [one] The figures of one more question were too small or too uniform.
       *[other] The figures of { $count } more questions were too small or too uniform.
    }
report-talked = talked about it
report-nothing = nothing for us
report-topics-head = Topics
report-topics = How many tandems picked a topic
report-topics-none = No topic was picked by enough tandems and not picked by enough others.
report-topic-other = A topic of their own

## Good practices

report-practices-head = Good practices and insights
report-practices = Both agreed to their being published, and the coordinators released them.

## How these figures came about

report-about-head = How these figures came about
# $k, $needed
report-about = People and tandems are counted exactly. Everything else is a sum or a mean to which at least { $k } tandems or people contributed, and which cannot be subtracted from another figure so that single ones are left; there are sums over tandems from { $needed } tandems on. What was “too few or too uniform” is not shown, then or later. Each figure was written once and not computed again.

## The table

report-csv-programme = Programme
report-csv-chapter = Part
report-csv-part = About
report-csv-who = Who
report-csv-when = When
report-csv-what = What
report-csv-value = Value
report-csv-reason = Why not shown
