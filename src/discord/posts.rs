//! How each kind of post looks. Posts are rendered when they are sent, from what is stored then, in the tandem's or
//! programme's language; a post that no longer makes sense renders to nothing and is dropped.

pub(in crate::discord) mod agenda;
pub mod announcement;
pub mod calendar;
mod care;
pub mod digest;
pub mod meetings;
mod meetup;
pub mod occasions;
mod opening;
mod pause;
pub mod practices;
mod programme;
pub mod questions;
mod room;
pub mod rounds;
pub mod tasks;
mod topics;

pub use care::here_button;

use super::view::View;
use crate::domain::ids::UserId;
use crate::domain::post::PostKind;
use crate::store::posts::Post;
use crate::store::{Conn, Result};

/// A post as it will be sent.
#[derive(Debug, Clone)]
pub struct Rendered {
    /// What it shows.
    pub view: View,
    /// Whom it notifies: both of a tandem, or nobody (D16).
    pub mentions: Vec<UserId>,
    /// Whether it makes no sound.
    pub silent: bool,
}

impl Rendered {
    /// A post that notifies nobody.
    #[must_use]
    pub fn quiet(view: View) -> Self {
        Self { view, mentions: Vec::new(), silent: false }
    }
}

/// Renders a post from what is stored now; `None` when it no longer makes sense.
///
/// # Errors
/// Those of the database.
pub async fn render(conn: &mut Conn, post: &Post) -> Result<Option<Rendered>> {
    match post.kind {
        PostKind::Welcome | PostKind::Goodbye | PostKind::NewPartners | PostKind::PartnerGone => {
            room::render(conn, post).await
        }
        PostKind::Survey
        | PostKind::LookBack
        | PostKind::LastMeeting
        | PostKind::StayAsk
        | PostKind::Stayed => rounds::render(conn, post).await,
        PostKind::QuietNudge | PostKind::ReachAsk | PostKind::TaskStuckAgain | PostKind::SupportWaits => {
            care::render(conn, post).await
        }
        PostKind::PauseSet | PostKind::PauseOver => pause::render(conn, post).await,
        PostKind::Agreed | PostKind::Wishes => room::render_later(conn, post).await,
        PostKind::ProgrammeCard | PostKind::SomethingWaits | PostKind::Pointer => {
            programme::render(conn, post).await
        }
        PostKind::Question | PostKind::QuestionsOut => questions::render(conn, post).await,
        PostKind::TaskCard
        | PostKind::CardGone
        | PostKind::TaskStuck
        | PostKind::TaskWorked
        | PostKind::TaskReminder
        | PostKind::TaskDue
        | PostKind::MarksDisagree => tasks::render(conn, post).await,
        PostKind::TopicNext | PostKind::TopicLast | PostKind::Point => topics::render(conn, post).await,
        PostKind::Agenda | PostKind::DidYouMeet | PostKind::Ideas | PostKind::HalfWay => {
            agenda::render(conn, post).await
        }
        PostKind::MeetingCard
        | PostKind::MeetingMoved
        | PostKind::MeetingConfirmed
        | PostKind::MeetingCancelled
        | PostKind::MeetingSoon
        | PostKind::MeetingCardGone
        | PostKind::MeetingDates => meetings::render(conn, post).await,
        PostKind::PracticeCard | PostKind::PracticeNews | PostKind::Practice => {
            practices::render(conn, post).await
        }
        PostKind::OpeningCard | PostKind::OpeningLacksRoom => opening::render(conn, post).await,
        PostKind::Announcement | PostKind::LoungeImpulse | PostKind::ConcernsWait => {
            announcement::render(conn, post).await
        }
        PostKind::Kickoff | PostKind::ClosingEvent | PostKind::ProgrammeClosed => {
            occasions::render(conn, post).await
        }
        PostKind::MeetupInvite
        | PostKind::MeetupLobby
        | PostKind::MeetupRound
        | PostKind::MeetupRoom
        | PostKind::MeetupBell
        | PostKind::MeetupOver => meetup::render(conn, post).await,
        PostKind::Digest => digest::render(conn, post).await,
    }
}
