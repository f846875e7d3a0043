//! What the random people's checks know of each kind of post. A kind that is not named here is held to what its timing
//! says; whoever knows better names it.

use tandem::domain::post::PostKind;
use tandem::domain::quiet::Timing;

/// How often a kind may come for what it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Times {
    /// Once.
    Once,
    /// Again when somebody has done something: no more often than people did.
    WithDeeds,
    /// Again after so many hours.
    After(i64),
}

/// What is to hold for a kind of post.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Nature {
    pub times: Times,
    /// Whether the bot brings it up by itself: never in a pause, never in quiet hours.
    pub by_itself: bool,
    /// Our own marks under it.
    pub marks: &'static [&'static str],
    /// Whether a room at work that has it planned has to show it.
    pub stays: bool,
}

/// What is to hold for a kind of post.
pub const fn nature(kind: PostKind) -> Nature {
    use Times::{After, Once, WithDeeds};
    const QUESTION: &[&str] = &["💡", "🤷", "⏭️"];
    let answer = Nature { times: WithDeeds, by_itself: false, marks: &[], stays: false };
    let once = Nature { times: Once, ..answer };
    let own = Nature { times: Once, by_itself: true, ..answer };
    match kind {
        PostKind::TaskCard => Nature { marks: &["✅", "🧩"], stays: true, ..once },
        PostKind::MeetingCard => Nature { marks: &["✅"], stays: true, ..once },
        PostKind::Question => Nature { marks: QUESTION, ..own },
        PostKind::Welcome | PostKind::Point | PostKind::PracticeCard => Nature { stays: true, ..once },
        PostKind::CardGone
        | PostKind::Agreed
        | PostKind::Wishes
        | PostKind::Goodbye
        | PostKind::NewPartners
        | PostKind::PartnerGone
        | PostKind::TaskStuckAgain
        | PostKind::MeetingCancelled
        | PostKind::Practice
        | PostKind::Digest => once,
        PostKind::MeetingMoved => Nature { marks: &["✅"], ..answer },
        PostKind::TaskStuck
        | PostKind::TaskWorked
        // A coordinator gives a programme another channel.
        | PostKind::ProgrammeCard
        | PostKind::MarksDisagree
        | PostKind::MeetingConfirmed
        | PostKind::TopicNext
        | PostKind::TopicLast
        | PostKind::PauseSet
        | PostKind::PracticeNews
        | PostKind::SomethingWaits
        | PostKind::Pointer => answer,
        PostKind::QuestionsOut
        | PostKind::TaskReminder
        | PostKind::TaskDue
        | PostKind::MeetingDates
        | PostKind::PauseOver
        | PostKind::DidYouMeet
        | PostKind::Survey
        | PostKind::LookBack
        | PostKind::LastMeeting
        | PostKind::Ideas => own,
        // A meeting that was moved has them for its new time.
        PostKind::Agenda | PostKind::MeetingSoon | PostKind::ReachAsk => Nature { times: WithDeeds, ..own },
        PostKind::HalfWay | PostKind::SupportWaits => Nature { times: After(12), ..own },
        PostKind::QuietNudge | PostKind::StayAsk | PostKind::Stayed => Nature { times: After(7 * 24), ..own },
        other => match other.policy().timing {
            Timing::Now => answer,
            Timing::Earlier | Timing::NextMorning => Nature { times: After(12), ..own },
        },
    }
}

/// The kind of that name in the bot's file.
pub fn kind(code: &str) -> PostKind {
    PostKind::of(code).unwrap_or_else(|| panic!("a kind of post that nobody knows: {code}"))
}
