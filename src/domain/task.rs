//! A small task between two meetings. Nobody fails: it *worked*, or it is *stuck* and stands on the next agenda.

use chrono::{DateTime, NaiveDate, Utc};

use super::ids::{PersonId, TandemId, TaskId};
use super::programme::codes;

/// The longest text of a task, in characters: a card's description with room for the rest (Discord allows 4,096).
pub const TEXT_MAX: usize = 1_000;
/// The longest note, in characters: an embed field (Discord allows 1,024).
pub const NOTE_MAX: usize = 1_000;
/// The longest link, in characters (Discord's own limit for a link button).
pub const LINK_MAX: usize = 512;
/// Open tasks a tandem may have at once: what a select menu shows (Discord: 25 options).
pub const OPEN_MAX: usize = 25;

codes! {
    /// How it went.
    TaskState {
        /// Nothing said yet.
        Open = "open",
        /// It worked.
        Worked = "worked",
        /// It is stuck.
        Stuck = "stuck",
        /// Taken back by whoever gave it.
        Cancelled = "cancelled",
    }
}

/// What the one it is for says; the last word counts and can be taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Report {
    /// ✅
    Worked,
    /// 🧩
    Stuck,
    /// The word is taken back.
    Open,
}

impl Report {
    /// The state it leads to.
    #[must_use]
    pub const fn state(self) -> TaskState {
        match self {
            Self::Worked => TaskState::Worked,
            Self::Stuck => TaskState::Stuck,
            Self::Open => TaskState::Open,
        }
    }
}

/// A task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// Our number for it.
    pub id: TaskId,
    /// Its tandem.
    pub tandem: TandemId,
    /// Its number within the tandem, from 1: what people say.
    pub number: i64,
    /// Who gave it.
    pub giver: PersonId,
    /// Whom it is for.
    pub doer: PersonId,
    /// What to do, 1 to [`TEXT_MAX`] characters.
    pub text: String,
    /// Until when, in the programme's zone.
    pub due_on: Option<NaiveDate>,
    /// Where to read on.
    pub link: Option<String>,
    /// How it went.
    pub state: TaskState,
    /// Whether the last word was said by a reaction.
    pub by_mark: bool,
    /// What the one it is for adds.
    pub note: Option<String>,
    /// When it was given.
    pub given_at: DateTime<Utc>,
}
