# Enrolling: the private pages of the dialogue, the summary, and what somebody reads afterwards.

# $programme, $number, $count (steps)
join-step-title = { $programme } · step { $number } of { $count }
join-readers-field = Who sees the answer
join-draft-kept = What you have answered is kept as a draft for 7 days. /join goes on from here. Only you see this.
join-skip-button = Go on
join-discard-button = Stop and delete
join-discarded = Deleted: of what you had begun nothing is stored. `/join` begins anew at any time.

## Notice and agreement

join-consent-title = Notice and agreement
join-consent-question = Before I ask anything, please read the data notice and the confidentiality agreement. I store which version you agreed to and on which day.
join-agree-button = I have read it and I agree
# $day (date), $version
join-agreed-on = Agreed on { $day }, version { $version }

## The steps

join-role-title = Mentor or mentee
join-role-question = How would you like to take part? Mentors bring what they know from everyday digital life; mentees bring questions and their own experience. You can also do both, in two tandems.
join-role-readers = The coordinators, and the person proposed as your partner.
join-role-placeholder = I would like to take part as …
join-role-mentor = Mentor
join-role-mentee = Mentee
join-role-both = Mentor and mentee

join-topics-title = Topics
# $max
join-topics-question = In which topics would you like to learn something, or show something to somebody else? Choose up to { $max }. Shared topics count when tandems are formed.
join-topics-readers = The coordinators, as the reason for a proposed tandem.
join-topics-placeholder = Choose topics

join-wishes-title = Wishes
join-wishes-question = What do you wish for? You can write it down now or later, or leave it out.
join-wishes-readers = Your partner: with a proposed tandem, and in your channel. I show it to nobody else.

join-about-title = Work and time
join-about-question = Where do you work, how long have you been with the company, and how much time do you have? Whatever you leave empty is not taken into account.
join-about-readers = The coordinators. Your department and your organisation can be named as the reason for a proposed tandem.
join-about-button = Fill in
join-department-label = Department
join-department-placeholder = for example Purchasing
join-organisation-label = Organisation, where it matters
join-organisation-placeholder = if people from several take part
join-since-label = With the company: how long, or since when
join-since-placeholder = for example 18 months or 03/2024
join-hours-label = Hours a month you have for it
# $most
join-hours-placeholder = 1 to { $most }
join-capacity-label = Tandems you would take as a mentor
# $most
join-capacity-placeholder = 1 to { $most }
# $month (03/2024)
join-since-line = with the company since { $month }
# $hours (a month)
join-hours-line =
    { $hours ->
        [one] one hour a month
       *[other] { $hours } hours a month
    }
# $tandems
join-capacity-line =
    { $tandems ->
        [one] one tandem as a mentor
       *[other] up to { $tandems } tandems as a mentor
    }

join-languages-title = Languages
join-languages-question = In which languages can you work together?
join-languages-readers = The coordinators, and the person proposed as your partner.
join-languages-placeholder = Choose languages

join-rather-not-title = Rather not with
# $max
join-rather-not-question = Is there anybody you would rather not be paired with? You can name up to { $max } people, or nobody. No reason is needed.
join-rather-not-readers = Nobody. It counts when tandems are formed, stands in no list and in no explanation, and only you find it here. If a coordinator joins or holds two people by hand, I do not look at it; then you can decline as always.
join-rather-not-placeholder = Choose people

## Summary, and afterwards

# $programme
join-summary-title = { $programme }: your entries
join-summary = Is this right? As soon as you confirm, the coordinators see that you would like to take part. You can change everything later.
join-taking-part = You are taking part. Everything here can be changed; a new role is looked at when tandems are formed next.
join-waiting = Your enrolment is with the coordinators. As soon as they have decided, you will find the answer under *My place*.
join-edit-placeholder = Change something
join-confirm-button = Take part
join-notice-button = Data notice
join-leave-button = Leave the programme
join-mine-button = My entries
# $programme
join-done-approved = You are taking part in { $programme }. When a partner is proposed for you, you will find the proposal under *My place*.
# $programme
join-done-waiting = Your enrolment in { $programme } is with the coordinators. As soon as they have decided, you will find the answer under *My place*.
# $programme
join-leave-question = Would you like to leave { $programme }? What you said for it is deleted at once. The coordinators see that you no longer take part; nobody is told why. You can enrol again later.
join-leave-confirm-button = Leave and delete
join-left = You no longer take part, and what you said is deleted.

## Under *My place*

# $programme
join-place-draft = You have begun to enrol in { $programme }; `/join` goes on from there.
# $programme
join-place-invited = You are invited to { $programme }; `/join` begins, or the button on its card.
# $programme
join-place-waiting = Your enrolment in { $programme } is with the coordinators.
# $programme
join-place-approved = You are taking part in { $programme }. When a partner is proposed for you, you will find the proposal here.
# $programme
join-place-turned-down = We have no place for you in { $programme } this time. The coordinators will gladly tell you more; your entries have been deleted.
# $programme
join-button = Take part in { $programme }
