//! A mentoring programme: its template, its phase and its settings.

use chrono::{Duration, NaiveDate, NaiveTime};
use chrono_tz::Tz;

use super::figures::period::Grid;
use super::figures::{Guard, K};
use super::ids::{ChannelId, GuildId, ProgrammeId};
use super::language::Language;
use super::quiet::QuietHours;

macro_rules! codes {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $code:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$vdoc])* $variant,)* }

        impl $name {
            /// All of them, in their natural order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The stored name.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)* }
            }

            /// The one with this stored name.
            #[must_use]
            pub fn of(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.code() == code)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(self.code())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let code = <String as serde::Deserialize>::deserialize(from)?;
                Self::of(&code).ok_or_else(|| serde::de::Error::unknown_variant(&code, &[]))
            }
        }
    };
}
pub(crate) use codes;

codes! {
    /// What a programme is made from.
    Template {
        /// Six meetings in three to six months; topics chosen from meeting to meeting.
        Six = "six",
        /// One whole day at the mentee's work, then a follow-up every four weeks.
        Shadow = "shadow",
    }
}

impl Template {
    /// How many meetings it has (PRODUCT.md, "A programme's life").
    #[must_use]
    pub const fn meetings(self) -> u32 {
        match self {
            Self::Six => 6,
            // The day, and a follow-up every four weeks for half a year.
            Self::Shadow => 7,
        }
    }

    /// How long it runs unless somebody says otherwise, in weeks.
    #[must_use]
    pub const fn weeks(self) -> u32 {
        match self {
            Self::Six => 20,
            Self::Shadow => 28,
        }
    }
}

codes! {
    /// Where a programme stands.
    Phase {
        /// Being prepared.
        Draft = "draft",
        /// People can take part.
        Enrolling = "enrolling",
        /// Pairs are being found.
        Pairing = "pairing",
        /// Pairs are found, the start is ahead.
        Kickoff = "kickoff",
        /// Tandems are at work.
        Running = "running",
        /// The last meetings and the evaluation.
        Closing = "closing",
        /// Read-only.
        Closed = "closed",
        /// Only anonymous totals are left.
        Erased = "erased",
    }
}

impl Phase {
    /// Whether its tandems are at work: tasks, questions, feedback.
    #[must_use]
    pub const fn works(self) -> bool {
        matches!(self, Self::Running | Self::Closing)
    }

    /// Whether two people may be joined.
    #[must_use]
    pub const fn pairs(self) -> bool {
        matches!(self, Self::Draft | Self::Enrolling | Self::Pairing | Self::Kickoff | Self::Running)
    }
}

codes! {
    /// What somebody takes part as.
    Role {
        /// Coaches.
        Mentor = "mentor",
        /// Is coached.
        Mentee = "mentee",
        /// Mentor in one tandem, mentee in another.
        Both = "both",
    }
}

/// A programme's settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Programme {
    /// Our number for it.
    pub id: ProgrammeId,
    /// Where it runs.
    pub guild: GuildId,
    /// What people call it, 1 to 80 characters.
    pub name: String,
    /// What it was made from.
    pub template: Template,
    /// Where it stands.
    pub phase: Phase,
    /// Its language and form of address.
    pub language: Language,
    /// The zone its days and hours are counted in.
    pub zone: Tz,
    /// First day.
    pub starts_on: NaiveDate,
    /// Last day.
    pub ends_on: NaiveDate,
    /// How many meetings each tandem is to have.
    pub meetings: u32,
    /// When guiding questions come: a five-field cron expression in `zone`.
    pub question_schedule: String,
    /// When the digest comes: a five-field cron expression in `zone`.
    pub digest_schedule: String,
    /// Quiet hours begin, local time.
    pub quiet_from: NaiveTime,
    /// Quiet hours end, local time; may lie on the next morning.
    pub quiet_to: NaiveTime,
    /// Figures from inside tandems need at least that many contributors (never below 5).
    pub k: u32,
    /// The periods of its figures; `None` until the first tandem opens.
    pub periods: Option<Grid>,
    /// Personal data go that many days after closing.
    pub deletion_days: u32,
    /// Whether mentees may give tasks too.
    pub mentee_assigns: bool,
    /// Why the programme matters, in somebody's words; may be empty.
    pub sponsor: String,
    /// Whom to ask; may be empty.
    pub contact: String,
    /// Where the programme's card with *My place* stands.
    pub card_channel: ChannelId,
    /// Where the digest comes.
    pub digest_channel: ChannelId,
    /// Where released practices are published; without it beside the card.
    pub practice_channel: Option<ChannelId>,
}

impl Programme {
    /// The hours in which it leaves people in peace.
    #[must_use]
    pub const fn quiet(&self) -> QuietHours {
        QuietHours { from: self.quiet_from, to: self.quiet_to, weekends: false }
    }

    /// From how many tandems on figures are shown: more than *k*, so that *k* stay unknown to insiders as well.
    #[must_use]
    pub fn figures_from(&self) -> usize {
        Guard::new(K::new(self.k).unwrap_or(K::LEAST)).needed()
    }

    /// How long it is from one meeting to the next.
    #[must_use]
    pub fn rhythm(&self) -> Duration {
        Duration::days(self.rhythm_days())
    }

    /// Days between two meetings: the length divided by the meetings.
    #[must_use]
    pub fn rhythm_days(&self) -> i64 {
        ((self.ends_on - self.starts_on).num_days() / i64::from(self.meetings.max(1))).max(1)
    }
}
