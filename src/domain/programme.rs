//! A mentoring programme and its settings.

use chrono::{DateTime, Duration, NaiveDate, NaiveTime, Utc};
use chrono_tz::Tz;

use super::figures::period::Grid;
use super::figures::{Guard, K};
use super::ids::{ChannelId, GuildId, ProgrammeId, RoleId};
use super::language::Language;
pub use super::phase::{Phase, Step};
use super::quiet::QuietHours;
use super::schedule::Schedule;
pub use super::template::Template;

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
            fn serialize<S: serde::Serializer>(&self, to: S) -> std::result::Result<S::Ok, S::Error> {
                to.serialize_str(self.code())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> std::result::Result<Self, D::Error> {
                let code = <String as serde::Deserialize>::deserialize(from)?;
                Self::of(&code).ok_or_else(|| serde::de::Error::unknown_variant(&code, &[]))
            }
        }
    };
}
pub(crate) use codes;

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

/// Who is admitted. Whoever meets every rule is admitted at once, unless a coordinator is to approve all the same;
/// where there is no rule, or one is not met, a coordinator approves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Admission {
    /// At least so many months in the company.
    pub least_months: Option<u32>,
    /// At most so many months in the company.
    pub most_months: Option<u32>,
    /// A role at Discord.
    pub role: Option<RoleId>,
    /// Whether a coordinator approves those as well who meet the rules.
    pub approval: bool,
}

impl Admission {
    /// Whether there is any rule.
    #[must_use]
    pub const fn has_rules(&self) -> bool {
        self.least_months.is_some() || self.most_months.is_some() || self.role.is_some()
    }
}

codes! {
    /// What brings everybody of a programme together.
    OccasionKind {
        /// Opens it.
        Kickoff = "kickoff",
        /// Ends it.
        ClosingEvent = "closing-event",
    }
}

impl OccasionKind {
    /// The step that tells people of it.
    #[must_use]
    pub const fn step(self) -> Step {
        match self {
            Self::Kickoff => Step::Kickoff,
            Self::ClosingEvent => Step::ClosingEvent,
        }
    }
}

/// When and where everybody of a programme comes together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occasion {
    /// When it begins.
    pub at: DateTime<Utc>,
    /// Where; may be empty.
    pub place: String,
    /// How often it was changed: the calendar file's SEQUENCE.
    pub sequence: u32,
    /// When it was set, changed or called off last: the calendar file's stamp.
    pub changed_at: DateTime<Utc>,
    /// Whether it was called off.
    pub cancelled: bool,
}

impl Occasion {
    /// Whether it is still to come.
    #[must_use]
    pub fn is_ahead(&self, now: DateTime<Utc>) -> bool {
        !self.cancelled && now < self.at
    }
}

/// A programme's settings.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a choice of its own, which a coordinator makes")]
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
    /// What it is for, in the coordinator's words; may be empty.
    pub aim: String,
    /// About how many hours a month it takes.
    pub hours: u32,
    /// Who is admitted.
    pub admission: Admission,
    /// Whether mentors name favourites after speed networking, too.
    pub mentor_favourites: bool,
    /// Whether the briefing has to be read before somebody is paired.
    pub briefing_required: bool,
    /// New partners after so many weeks, unless both wish to stay.
    pub rotation_weeks: Option<u32>,
    /// At most so many tandems.
    pub most_tandems: Option<u32>,
    /// Whether the mentors get a channel of their own.
    pub lounge: bool,
    /// That channel, once it is there.
    pub lounge_channel: Option<ChannelId>,
    /// When and where it is opened for everybody.
    pub kickoff: Option<Occasion>,
    /// When and where it ends for everybody.
    pub closing_event: Option<Occasion>,
    /// An address by which people get onto the server (D12); may be empty.
    pub invite: String,
    /// The day on which it was closed, in its zone: the deletion period counts from there.
    pub closed_on: Option<NaiveDate>,
}

/// Digests come then unless somebody says otherwise (PRODUCT.md).
const DIGESTS: &str = "30 8 * * Mon";
/// The zone unless somebody says otherwise (PRODUCT.md).
const ZONE: Tz = Tz::Europe__Berlin;
/// Personal data go that many days after closing unless somebody says otherwise (decision: a quarter for the follow-ups
/// after 4 and 12 weeks).
const DELETION_DAYS: u32 = 90;
/// Figures from inside tandems need at least that many contributors (PRODUCT.md, promise 3).
pub const LEAST_K: u32 = 5;

impl Programme {
    /// One of the two that bring everybody together.
    #[must_use]
    pub const fn occasion(&self, which: OccasionKind) -> Option<&Occasion> {
        match which {
            OccasionKind::Kickoff => self.kickoff.as_ref(),
            OccasionKind::ClosingEvent => self.closing_event.as_ref(),
        }
    }

    /// A draft with what its template brings, from a first day on. Its name is still empty.
    #[must_use]
    pub fn draft(
        guild: GuildId,
        template: Template,
        starts_on: NaiveDate,
        card_channel: ChannelId,
        digest_channel: ChannelId,
    ) -> Self {
        let design = template.design();
        let cron = |spoken| Schedule::parse(spoken).map(|it| it.as_cron().to_owned()).unwrap_or_default();
        let at = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default();
        Self {
            id: ProgrammeId(0),
            guild,
            name: String::new(),
            template,
            phase: Phase::Draft,
            language: Language::En,
            zone: ZONE,
            starts_on,
            ends_on: starts_on + Duration::weeks(i64::from(design.weeks)),
            meetings: design.meetings,
            question_schedule: cron(design.questions),
            digest_schedule: cron(DIGESTS),
            // Decision: after work until people are at their desks.
            quiet_from: at(19, 0),
            quiet_to: at(7, 30),
            k: LEAST_K,
            periods: None,
            deletion_days: DELETION_DAYS,
            mentee_assigns: false,
            sponsor: String::new(),
            contact: String::new(),
            card_channel,
            digest_channel,
            practice_channel: None,
            aim: String::new(),
            hours: design.hours,
            admission: Admission { least_months: None, most_months: None, role: None, approval: true },
            mentor_favourites: false,
            briefing_required: design.briefing_required,
            rotation_weeks: design.rotation_weeks,
            most_tandems: design.most_tandems,
            lounge: false,
            lounge_channel: None,
            kickoff: None,
            closing_event: None,
            invite: String::new(),
            closed_on: None,
        }
    }

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

    /// Whether the mentors have, or are to have, a channel of their own now.
    #[must_use]
    pub const fn has_lounge(&self) -> bool {
        self.lounge && self.phase.allows(Step::Lounge)
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
