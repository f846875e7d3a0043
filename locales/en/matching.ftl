# Pairing a whole cohort: what coordinators read, in private replies, and two posts in their own channel.

# $programme
match-title = { $programme }: proposed tandems
# $pairs, $mentees, $mentors (people without a place so far)
match-summary =
    { $pairs ->
        [0] No tandem is proposed.
        [one] One tandem is proposed.
       *[other] { $pairs } tandems are proposed.
    } Without a place so far: mentees { $mentees }, mentors { $mentors }. The mentor stands first.
match-empty = A tandem needs a mentor with a free place and a mentee who looks for one, and nothing may stand between the two.
match-not-proven = So many people could be each other's mentor that I stopped looking at some point; a plan a little better than this one may exist.
# $number, $mentor, $mentee, $why (reasons, with dots between them)
match-row = **{ $number }.** { $mentor } with { $mentee }: { $why }
# $page, $pages
match-page = Page { $page } of { $pages }. Only you see this, and nobody has been asked about it.
match-back-button = Back
match-next-button = Next
match-left-button = Without a place
match-weights-button = What counts
match-held-button = Held and barred
match-again-button = Propose again
match-ask-button = Ask everybody…
match-plan-button = The plan

## Why two go together

match-reason-held = held by the coordinators
# $count, $topics
match-reason-topics =
    { $count ->
        [one] a shared topic: { $topics }
       *[other] shared topics: { $topics }
    }
# $languages
match-reason-languages = both speak { $languages }
match-reason-departments = different departments
match-reason-organisations = different organisations
match-reason-hours = about the same amount of time
match-reason-none = fits best among all plans
match-language-en = English
match-language-de = German
match-language-de-x-formal = German

## Who has no place yet

match-left-title = Without a place so far
match-left-text = Once everybody has been asked, each of them reads under *My place* that there is no place yet. Whoever comes later is part of the next proposal; what has been asked or has opened stays as it is.
match-left-mentees = Mentees
match-left-mentors = Mentors
match-left-nobody = nobody

## What counts

match-weights-title = What counts
match-weights = First, as many tandems as possible. Among all plans with so many, the most points:
# $points (with its sign), $what
match-weight = **{ $points }** { $what }
match-weight-topic = for each topic that the mentor offers and the mentee wants, up to three
match-weight-language = for a language that both speak
match-weight-mentees-favourite = where the mentee named the mentor as a favourite
match-weight-mentors-favourite = where the mentor named the mentee as a favourite
match-weight-department = for different departments
match-weight-organisation = for different organisations
match-weight-hours = for about the same amount of time a month
match-weight-further = for each further tandem of the same mentor
match-weights-never = Never proposed: people in one reporting line, people who have been a tandem before or whose proposal did not come about, and whoever you bar. Two people are joined in one direction only.
match-weights-private = What people keep to themselves, such as favourites and whom they would rather not be paired with, goes into the plan and is shown to nobody. So no pair has its points beside it. The same people get the same plan, whatever they are called.

## Held, barred, swapped

# $one, $other
match-held-row = { $one } with { $other }
# $one, $other
match-barred-row = never { $one } and { $other }
match-held-title = Held and barred
match-held-none = Nobody is held or barred. `/coordination match lock` holds a pair, `/coordination match forbid` bars one.
# $one (mentor), $other (mentee)
match-locked = { $one } and { $other } are held together. They are asked like everybody else.
# $one, $other
match-locked-before = { $one } and { $other } are held together already.
# $one, $other
match-barred = { $one } and { $other } are not proposed to each other, whichever way round.
# $one, $other
match-barred-before = { $one } and { $other } are barred already.
match-swapped = Swapped in the plan, and held:
match-released = Done: proposing decides about these two again.
match-again-next = Everything else is worked out anew with *Propose again*.
# $number
match-unlock-button = Release { $number }
# $number
match-unbar-button = Unbar { $number }
match-let-go-button = Release the pair
match-lift-button = Unbar the pair

## Asking everybody

# $pairs, $left (people without a place), $deadline (Discord time)
match-ready =
    { $pairs ->
        [one] One pair would be asked and could answer
       *[other] { $pairs } pairs would be asked and could answer
    } until { $deadline }. Under *My place* each of the two reads who is proposed, with the other's wishes, and says yes or no without a reason. At that moment the results appear for everybody, and the tandems open; no answer counts as no, and nobody is shown who answered what. { $left ->
        [0] Everybody has a place.
        [one] One person has no place yet.
       *[other] { $left } people have no place yet.
    }
match-ask-now-button = Ask them now
# $pairs, $deadline (Discord time)
match-asked =
    { $pairs ->
        [one] One pair is being asked and can answer
       *[other] { $pairs } pairs are being asked and can answer
    } until { $deadline }. The channel with the programme's card says that something is waiting, but not for whom. `/coordination programme status` shows how it stands.
# $tandems
match-opening-now =
    { $tandems ->
        [one] One tandem opens now.
       *[other] { $tandems } tandems open now.
    }

## In the coordinators' channel

# $there, $all
match-opening = Tandems of this round: { $there } of { $all } are open.
# $all
match-opened =
    { $all ->
        [one] The tandem of this round is open.
       *[other] All { $all } tandems of this round are open.
    }
# $tandems, $room
match-lacks-room =
    { $tandems ->
        [one] One tandem is ready to open,
       *[other] { $tandems } tandems are ready to open,
    } and this server has room for { $room }. None has been opened. When there is room for all, `/coordination match confirm` opens them; deleting channels helps, or a second server.

## New partners

# $programme
match-change-title = { $programme }: new partners?
# $tandems, $days: until when people answer
match-change-ask =
    { $tandems ->
        [one] I ask both people of the one open tandem privately whether they want to stay together; they have { $days } days to answer.
       *[other] In each of the { $tandems } open tandems I ask both people privately whether they want to stay together; they have { $days } days to answer.
    } Where both do, nothing changes. Every other tandem ends with thanks, and both people take part in the next pairing: `/coordination match propose`. Single answers are shown to nobody.
# $tandems
match-change-button =
    { $tandems ->
        [one] Ask the tandem
       *[other] Ask { $tandems } tandems
    }
# $tandems, $days
match-changed =
    { $tandems ->
        [one] One tandem is being asked.
       *[other] { $tandems } tandems are being asked.
    } In about { $days } days it will be clear who stays together; paused tandems are asked after their pause. `/coordination match propose` then finds new partners for everybody else.
