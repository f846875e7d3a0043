//! The kinds of messages the bot posts, and what each declares about time (D14). A new kind is added here first: the
//! compiler then asks for its text and its timing.

use chrono::{Datelike as _, Duration, NaiveDate};

use super::programme::codes;
use super::quiet::{Late, Policy, Timing};

codes! {
    /// A kind of post.
    PostKind {
        /// Opens the room; pinned, with *This tandem…*.
        Welcome = "welcome",
        /// A guiding question with its three reactions.
        Question = "question",
        /// The card of a task.
        TaskCard = "task-card",
        /// A guiding question was wanted and the set has run out; said once in a tandem.
        QuestionsOut = "questions-out",
        /// The card of a task was deleted: how to go on without it, said once.
        CardGone = "card-gone",
        /// A task is stuck: tells the giver, and calls the two.
        TaskStuck = "task-stuck",
        /// A task worked: tells the giver, and calls the two.
        TaskWorked = "task-worked",
        /// A day before tasks are due; the subject is that day (a [`DaySpan`]).
        TaskReminder = "task-reminder",
        /// The question on the day itself; the subject is that day, with days that were missed before it.
        TaskDue = "task-due",
        /// The card of a meeting that was planned; the subject is the meeting.
        MeetingCard = "meeting-card",
        /// A meeting has another time or place: its new card, with the calendar file.
        MeetingMoved = "meeting-moved",
        /// Both have confirmed a meeting; with the calendar file.
        MeetingConfirmed = "meeting-confirmed",
        /// A meeting does not take place; with the calendar file that removes it.
        MeetingCancelled = "meeting-cancelled",
        /// The card of a meeting ahead was deleted: its buttons once more; the subject is the meeting.
        MeetingCardGone = "meeting-card-gone",
        /// An hour before a meeting.
        MeetingSoon = "meeting-soon",
        /// Three dates, because nothing was planned in time; the subject is the offer.
        MeetingDates = "meeting-dates",
        /// Two new marks on one card: which one counts?
        MarksDisagree = "marks-disagree",
        /// Both have confirmed the agreement in the welcome.
        Agreed = "agreed",
        /// What one of the two wishes for, where it is not in the welcome; the subject says whose in which tandem.
        Wishes = "wishes",
        /// The topic of the coming meeting; the subject is the meeting before it, 0 where it is the first.
        TopicNext = "topic-next",
        /// The topic of the last meeting was put right; the subject is as above.
        TopicLast = "topic-last",
        /// Something for the next agenda.
        Point = "point",
        /// The agenda of a meeting and the reminder of it, a day before; the subject is the meeting.
        Agenda = "agenda",
        /// Did the two meet? The subject is the meeting.
        DidYouMeet = "did-you-meet",
        /// Invites the mentor to leave a task, with ideas; the subject is the meeting that was.
        Ideas = "ideas",
        /// What is still open half-way to the next meeting; the subject is the tandem.
        HalfWay = "half-way",
        /// Short questions wait for both, behind a button; the subject is the survey.
        Survey = "survey",
        /// The joint look-back in three lines; the subject says whose and which.
        LookBack = "look-back",
        /// The programme ends soon: what the last meeting is good for. The subject is the tandem.
        LastMeeting = "last-meeting",
        /// Stay together, or new partners? The subject is the tandem.
        StayAsk = "stay-ask",
        /// Both stay together; the subject is the tandem.
        Stayed = "stayed",
        /// The tandem has ended with thanks, and both get new partners.
        NewPartners = "new-partners",
        /// The tandem has ended; with *How shall it go on?*.
        Goodbye = "goodbye",
        /// The tandem pauses; the subject is the pause.
        PauseSet = "pause-set",
        /// The tandem has gone quiet; the subject is the tandem.
        QuietNudge = "quiet-nudge",
        /// Is there still time for the tandem? The subject is the tandem.
        ReachAsk = "reach-ask",
        /// A task is stuck for the second time: help is offered, once.
        TaskStuckAgain = "task-stuck-again",
        /// Calls for support wait for their reader; the subject is the programme.
        SupportWaits = "support-waits",
        /// The pause is over: what came due meanwhile, in one message; the subject is the pause.
        PauseOver = "pause-over",
        /// One of the two is no longer on the server.
        PartnerGone = "partner-gone",
        /// The programme's card with *My place*.
        ProgrammeCard = "programme-card",
        /// Something new waits for some under *My place*.
        SomethingWaits = "something-waits",
        /// The card of a tip or insight in its room.
        PracticeCard = "practice-card",
        /// In its room: a coordinator has released or returned it.
        PracticeNews = "practice-news",
        /// A tip or insight, published.
        Practice = "practice",
        /// In the coordinators' channel: how many tandems of a round are open by now; the subject is the round.
        OpeningCard = "opening-card",
        /// In the coordinators' channel: the tandems of a round are ready, and there is no room for all of them.
        OpeningLacksRoom = "opening-lacks-room",
        /// To one person, by direct message: something waits under *My place*. The subject is the person.
        Pointer = "pointer",
        /// What a coordinator announces; the subject is the announcement.
        Announcement = "announcement",
        /// Something to talk about in the mentors' lounge; the subject is programme and number (a page).
        LoungeImpulse = "lounge-impulse",
        /// When and where the kick-off is, with the calendar file; the subject is the programme.
        Kickoff = "kickoff",
        /// When and where the closing event is, with the calendar file; the subject is the programme.
        ClosingEvent = "closing-event",
        /// In the coordinators' channel: the programme is closed, and what comes now; the subject is the programme.
        ProgrammeClosed = "programme-closed",
        /// Questions or concerns without a name wait for the coordinators; the subject is the programme.
        ConcernsWait = "concerns-wait",
        /// When people get to know each other, and how; the subject is the programme.
        MeetupInvite = "meetup-invite",
        /// The first post in the lobby of a sitting; the subject is the sitting and a round, as in all that follow.
        MeetupLobby = "meetup-lobby",
        /// In the lobby: a round begins.
        MeetupRound = "meetup-round",
        /// In a room: who talks there in this round, and a question to begin with; the subject is the room and the round.
        MeetupRoom = "meetup-room",
        /// In a room: half a minute is left.
        MeetupBell = "meetup-bell",
        /// In the lobby: the sitting is over.
        MeetupOver = "meetup-over",
        /// The coordinators' digest.
        Digest = "digest",
    }
}

/// A reminder is worth sending until the end of its day, which begins at 9:00 for it.
const THAT_DAY: Duration = Duration::hours(15);

/// What is planned a day ahead is worth sending for that day.
const DAY: Duration = Duration::hours(24);
/// What has a time of its own that is longer.
const WEEK: Duration = Duration::days(7);
/// What follows a meeting is worth sending for some days.
const DAYS_AFTER: Duration = Duration::days(5);
/// How long before a meeting its last reminder comes; with the beginning it is of no use any more.
pub const HOUR_BEFORE: Duration = Duration::hours(1);
/// Proposed dates lie at least three days ahead; two days later the first one is too near.
const DATES_WORTH: Duration = Duration::days(2);

impl PostKind {
    /// What this kind declares about time (D14). Answers to what somebody just did come at once, an ending as well;
    /// what the bot brings up by itself waits for the morning.
    #[must_use]
    pub const fn policy(self) -> Policy {
        let at_once = Policy { timing: Timing::Now, worth_for: None, late: Late::Send };
        match self {
            Self::Welcome
            | Self::TaskCard
            | Self::CardGone
            | Self::PracticeCard
            | Self::Practice
            | Self::TaskStuck
            | Self::TaskWorked
            | Self::MarksDisagree
            | Self::Agreed
            | Self::Wishes
            | Self::TopicNext
            | Self::TopicLast
            | Self::Point
            | Self::MeetingCard
            | Self::MeetingMoved
            | Self::MeetingConfirmed
            | Self::MeetingCancelled
            | Self::MeetingCardGone
            | Self::Goodbye
            | Self::NewPartners
            | Self::PartnerGone
            | Self::PauseSet
            | Self::TaskStuckAgain
            | Self::OpeningCard
            | Self::OpeningLacksRoom
            | Self::Announcement
            | Self::MeetupInvite
            | Self::MeetupLobby
            | Self::MeetupRound
            | Self::MeetupRoom
            | Self::MeetupBell
            | Self::MeetupOver
            | Self::ProgrammeCard => at_once,
            Self::Question
            | Self::QuestionsOut
            | Self::PauseOver
            | Self::SomethingWaits
            | Self::PracticeNews
            | Self::Pointer
            | Self::QuietNudge
            | Self::ReachAsk
            | Self::SupportWaits
            | Self::Kickoff
            | Self::ClosingEvent
            | Self::ProgrammeClosed
            | Self::LoungeImpulse
            | Self::ConcernsWait
            | Self::LookBack
            | Self::Stayed
            | Self::Digest => Policy { timing: Timing::NextMorning, worth_for: None, late: Late::Send },
            // Of use until the meeting begins.
            Self::Agenda => Policy { timing: Timing::Earlier, worth_for: Some(DAY), late: Late::Drop },
            Self::DidYouMeet | Self::Ideas | Self::HalfWay => {
                Policy { timing: Timing::NextMorning, worth_for: Some(DAYS_AFTER), late: Late::Drop }
            }
            // Those who are asked find it under *My place* as long as it is open.
            Self::Survey | Self::LastMeeting | Self::StayAsk => {
                Policy { timing: Timing::NextMorning, worth_for: Some(WEEK), late: Late::Drop }
            }
            // Early in the morning the hour before lies in quiet hours: then the evening before.
            Self::MeetingSoon => {
                Policy { timing: Timing::Earlier, worth_for: Some(HOUR_BEFORE), late: Late::Drop }
            }
            Self::MeetingDates => {
                Policy { timing: Timing::NextMorning, worth_for: Some(DATES_WORTH), late: Late::Drop }
            }
            Self::TaskReminder => {
                Policy { timing: Timing::NextMorning, worth_for: Some(THAT_DAY), late: Late::Drop }
            }
            Self::TaskDue => {
                Policy { timing: Timing::NextMorning, worth_for: Some(THAT_DAY), late: Late::Fold }
            }
        }
    }
}

/// The days that a reminder is about, as the subject of its post.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DaySpan {
    /// First day.
    pub from: NaiveDate,
    /// Last day; later than the first only where days were missed.
    pub to: NaiveDate,
}

/// Room for the day's number (days since the year 1) of every year up to 27,000.
const DAYS: i64 = 10_000_000;

impl DaySpan {
    /// One number for both days.
    #[must_use]
    pub fn subject(self) -> i64 {
        i64::from(self.from.num_days_from_ce()) * DAYS + i64::from(self.to.num_days_from_ce())
    }

    /// The days that a number stands for.
    #[must_use]
    pub fn of(subject: i64) -> Option<Self> {
        let day = |number: i64| NaiveDate::from_num_days_from_ce_opt(i32::try_from(number).ok()?);
        Some(Self { from: day(subject.div_euclid(DAYS))?, to: day(subject.rem_euclid(DAYS))? })
    }

    /// Whether it is about that day.
    #[must_use]
    pub fn holds(self, day: NaiveDate) -> bool {
        (self.from..=self.to).contains(&day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_survive_being_a_subject() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let span = DaySpan { from: day("2027-02-26"), to: day("2027-03-01") };
        assert_eq!(DaySpan::of(span.subject()), Some(span));
        assert!(span.holds(day("2027-02-28")) && !span.holds(day("2027-03-02")));
        assert_eq!(DaySpan::of(i64::MAX), None);
    }

    #[test]
    fn an_ending_and_answers_to_a_deed_come_at_once_and_reminders_wait_for_the_morning() {
        for kind in PostKind::ALL {
            let timing = kind.policy().timing;
            let by_itself = matches!(
                kind,
                PostKind::Question
                    | PostKind::QuestionsOut
                    | PostKind::PauseOver
                    | PostKind::QuietNudge
                    | PostKind::ReachAsk
                    | PostKind::SupportWaits
                    | PostKind::Kickoff
                    | PostKind::ClosingEvent
                    | PostKind::ProgrammeClosed
                    | PostKind::LoungeImpulse
                    | PostKind::ConcernsWait
                    | PostKind::TaskReminder
                    | PostKind::TaskDue
                    | PostKind::SomethingWaits
                    | PostKind::DidYouMeet
                    | PostKind::Ideas
                    | PostKind::HalfWay
                    | PostKind::MeetingDates
                    | PostKind::Survey
                    | PostKind::LookBack
                    | PostKind::LastMeeting
                    | PostKind::StayAsk
                    | PostKind::Stayed
                    | PostKind::PracticeNews
                    | PostKind::Pointer
                    | PostKind::Digest
            );
            let before = matches!(kind, PostKind::Agenda | PostKind::MeetingSoon);
            assert_eq!(timing == Timing::NextMorning, by_itself, "{kind:?}");
            assert_eq!(timing == Timing::Earlier, before, "{kind:?}");
        }
        assert_eq!(PostKind::Goodbye.policy().late, Late::Send);
    }
}
