//! A tandem: a mentor and a mentee, their room, and how it ends.

use chrono::{DateTime, Duration, Utc};

use super::ids::{CategoryId, ChannelId, PersonId, ProgrammeId, TandemId};
use super::language::Language;
use super::programme::codes;

/// A tandem newer than this has nothing to look back on yet, and is not asked whether it goes on.
pub const OLD_ENOUGH: Duration = Duration::days(14);
/// The room stays readable that long after the ending (PRODUCT.md, "Leaving").
pub const READABLE_AFTER_END: Duration = Duration::days(7);
/// A hidden room is deleted that much later, so that a slip can still be mended by an administrator.
pub const DELETED_AFTER_HIDING: Duration = Duration::days(7);
/// Whoever has not said how it shall go on by then is taken as not available (P3).
pub const NEXT_ANSWER_WITHIN: Duration = Duration::days(14);

codes! {
    /// Which of the two somebody is.
    Side {
        /// The one who coaches.
        Mentor = "mentor",
        /// The one who is coached.
        Mentee = "mentee",
    }
}

impl Side {
    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Mentor => Self::Mentee,
            Self::Mentee => Self::Mentor,
        }
    }

    /// What is this side's of two things.
    #[must_use]
    pub const fn pick<T: Copy>(self, mentor: T, mentee: T) -> T {
        match self {
            Self::Mentor => mentor,
            Self::Mentee => mentee,
        }
    }

    /// The side on which `person` is, when these two are the mentor and the mentee.
    #[must_use]
    pub fn taken_by(person: PersonId, mentor: PersonId, mentee: PersonId) -> Option<Self> {
        Self::ALL.iter().copied().find(|side| side.pick(mentor, mentee) == person)
    }
}

codes! {
    /// Where a tandem stands.
    TandemState {
        /// Its room is being made.
        Opening = "opening",
        /// At work.
        Open = "open",
        /// Ended; its room can still be read.
        Ended = "ended",
        /// Its room is out of sight.
        Hidden = "hidden",
        /// Its room is deleted.
        Gone = "gone",
    }
}

/// A tandem. Who ended it is deliberately absent: no field could hold it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tandem {
    /// Our number for it.
    pub id: TandemId,
    /// Its programme.
    pub programme: ProgrammeId,
    /// The one who coaches.
    pub mentor: PersonId,
    /// The one who is coached.
    pub mentee: PersonId,
    /// The category its room stands in.
    pub category: CategoryId,
    /// The room's name: a neutral pair of words.
    pub name: String,
    /// The language of posts in the room.
    pub language: Language,
    /// The second language of the welcome, where the two have none in common as their first.
    pub also: Option<Language>,
    /// Where it stands.
    pub state: TandemState,
    /// The room; `None` until Discord has confirmed it.
    pub channel: Option<ChannelId>,
    /// When the two were joined.
    pub opened_at: DateTime<Utc>,
    /// When it ended.
    pub ended_at: Option<DateTime<Utc>>,
}

impl Tandem {
    /// The person on that side.
    #[must_use]
    pub const fn person(&self, side: Side) -> PersonId {
        side.pick(self.mentor, self.mentee)
    }

    /// Which side somebody is on.
    #[must_use]
    pub fn side_of(&self, person: PersonId) -> Option<Side> {
        Side::taken_by(person, self.mentor, self.mentee)
    }

    /// Whether the two are at work.
    #[must_use]
    pub const fn is_live(&self) -> bool {
        matches!(self.state, TandemState::Opening | TandemState::Open)
    }

    /// Whether the two have been together for a while.
    #[must_use]
    pub fn is_old_enough(&self, now: DateTime<Utc>) -> bool {
        self.opened_at + OLD_ENOUGH <= now
    }
}
