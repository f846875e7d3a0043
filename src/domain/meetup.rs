//! Getting to know each other in eight short rounds: who meets whom, for how long, and in how many sittings. All of it is
//! worked out from who is there; [docs/meetup.md](../../docs/meetup.md) says what is promised and how it is proven.

mod cover;
pub mod plan;
pub mod sittings;
mod spread;

use chrono::{DateTime, Duration, Utc};

use super::ids::{PersonId, PostId, ProgrammeId, SittingId};
use super::programme::codes;

/// Rounds in a sitting (PRODUCT.md: in 40 minutes each mentee meets 8 mentors).
pub const ROUNDS: usize = LAST_ROUND as usize;
/// The last of them, as they are counted.
pub const LAST_ROUND: u32 = 8;
/// So long two people talk (RULES.md, D13).
pub const TALK: Duration = Duration::seconds(270);
/// After the links are there, people have so long to walk over by themselves before they are moved: half of the half
/// minute that a change takes.
pub const WALK: Duration = Duration::seconds(15);
/// A round's clock starts when everybody is in their room, or after that long (RULES.md, D13).
pub const CHANGE_MOST: Duration = Duration::seconds(60);
/// So long before the end of a talk it rings.
pub const BELL: Duration = Duration::seconds(30);
/// The lobby and the rooms are made so long before a sitting begins.
pub const OPENS_BEFORE: Duration = Duration::minutes(5);
/// From the beginning of a sitting to that of the next: eight rounds whose changes all take as long as they may, the rooms
/// of the first gone, and those of the next made.
pub const SITTING_EVERY: Duration = Duration::minutes(55);
/// After the last round the rooms stay open for a goodbye.
pub const GOODBYE: Duration = Duration::minutes(2);
/// Where nobody can meet anybody yet, it is looked again after that long.
pub const LOOK_AGAIN: Duration = Duration::seconds(30);
/// So long a sitting waits for people before it is over.
pub const WAITS_FOR: Duration = Duration::minutes(15);
/// Who met whom is kept so long, for the favourites, and not a day longer.
pub const MET_KEPT: Duration = Duration::days(14);
/// Favourites that one person can name.
pub const FAVOURITES: usize = 3;
/// People in one sitting. Discord takes 100 overwrites in one request; everybody, the bot and the coordinators are three of
/// them.
pub const PEOPLE_MAX: usize = 96;
/// Sittings of one meetup: eleven hours, which is a day.
pub const SITTINGS_MAX: usize = 12;

/// After a late start people have so long to come, and the rooms to be made.
pub const GATHER: Duration = Duration::minutes(2);
/// Questions of the pool that two people who meet for the first time can talk about for a few minutes, in the order of the
/// rounds; a programme that leaves some of them out goes on with the next.
pub const OPENERS: [i64; 11] = [1, 2, 5, 16, 3, 15, 6, 10, 9, 12, 4];

codes! {
    /// How far a sitting has come.
    SittingState {
        /// It lies ahead.
        Planned = "planned",
        /// Lobby and rooms are there, or are being made.
        Open = "open",
        /// A round begins: everybody is told their room, and walks over.
        Walking = "walking",
        /// Whoever has not walked over is moved.
        Moving = "moving",
        /// People talk.
        Talking = "talking",
        /// It has rung.
        Ringing = "ringing",
        /// It is over.
        Over = "over",
    }
}

impl SittingState {
    /// Whether it goes on: its lobby is there.
    #[must_use]
    pub const fn is_live(self) -> bool {
        !matches!(self, Self::Planned | Self::Over)
    }

    /// Whether two people are on their way to each other, or talk.
    #[must_use]
    pub const fn in_round(self) -> bool {
        matches!(self, Self::Walking | Self::Moving | Self::Talking | Self::Ringing)
    }
}

/// People who meet within the same forty minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sitting {
    /// Our number for it.
    pub id: SittingId,
    /// Its programme.
    pub programme: ProgrammeId,
    /// Which one of the meetup it is, from 1.
    pub number: u32,
    /// When its first round begins.
    pub starts_at: DateTime<Utc>,
    /// How far it has come.
    pub state: SittingState,
    /// Which round it is in, from 1; 0 before the first.
    pub round: u32,
    /// The invitation in the programme's channel, once there is one.
    pub invite: Option<PostId>,
}

/// Somebody who takes part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Guest {
    /// Who.
    pub person: PersonId,
    /// Whether mentees can meet them as a mentor.
    pub mentors: bool,
    /// Whether they look for a mentor.
    pub mentees: bool,
    /// Rounds they have sat out so far. Who comes later starts with as many as whoever of their side sat out most, so that
    /// the next break is not theirs.
    pub breaks: u32,
}

impl Guest {
    /// Somebody who has sat out no round.
    #[must_use]
    pub const fn new(person: PersonId, mentors: bool, mentees: bool) -> Self {
        Self { person, mentors, mentees, breaks: 0 }
    }

    /// Whether two people have something to meet for: one of them mentors, the other one looks for a mentor.
    #[must_use]
    pub fn suits(&self, other: &Self) -> bool {
        self.person != other.person && ((self.mentors && other.mentees) || (self.mentees && other.mentors))
    }
}
