//! What a coordinator announces, to whom.

use chrono::{DateTime, Duration, Utc};

use super::ids::{AnnouncementId, ProgrammeId};
use super::programme::codes;

codes! {
    /// Who reads an announcement.
    Target {
        /// Everybody in the channel of the programme's card.
        All = "all",
        /// The mentors' lounge.
        Lounge = "lounge",
    }
}

/// The longest announcement, in characters (a message holds 2,000, and signs that lose their power take two).
pub const WORDS_MAX: usize = 1_500;
/// A draft that is not sent goes after that long.
pub const DRAFT_FOR: Duration = Duration::days(1);

/// An announcement, or the draft of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Announcement {
    /// Our number for it.
    pub id: AnnouncementId,
    /// In which programme.
    pub programme: ProgrammeId,
    /// To whom.
    pub target: Target,
    /// In the coordinator's words.
    pub words: String,
    /// Where to read on.
    pub link: Option<String>,
    /// The name of its file, if it has one.
    pub file_name: Option<String>,
    /// Whether it was sent.
    pub sent: bool,
    /// When the draft was written.
    pub drafted_at: DateTime<Utc>,
}
