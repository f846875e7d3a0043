//! Short surveys: who is asked what, in which order, and when. Few statements on one five-step scale, partly the same in
//! the middle and at the end, so that the two can be compared. The words lie in `locales/*/survey.ftl`; numbers and codes
//! here are all that is stored.

use std::collections::BTreeMap;

use chrono::{DateTime, Duration, NaiveDate, NaiveTime, Utc};
use chrono_tz::Tz;

use super::figures::survey::people_needed;
use super::figures::{Guard, K};
use super::ids::{StepId, SurveyId};
use super::programme::codes;
use super::tandem::Side;
use super::zone;

codes! {
    /// A survey of a programme; each comes once.
    SurveyKind {
        /// In the middle.
        Interim = "interim",
        /// At the end.
        Final = "final",
        /// Four weeks after the end: what has lasted?
        FollowFour = "follow-4",
        /// Twelve weeks after the end: what has lasted?
        FollowTwelve = "follow-12",
    }
}

impl SurveyKind {
    /// Whether it is asked when the programme is over: not in rooms, which are gone, but under *My place* alone.
    #[must_use]
    pub const fn follows_up(self) -> bool {
        matches!(self, Self::FollowFour | Self::FollowTwelve)
    }

    /// How long after the programme's end it comes; `None` for one that comes within it.
    #[must_use]
    pub const fn after_end(self) -> Option<Duration> {
        match self {
            Self::Interim | Self::Final => None,
            Self::FollowFour => Some(Duration::weeks(4)),
            Self::FollowTwelve => Some(Duration::weeks(12)),
        }
    }

    /// How long it is open (decision: two weeks have a free quarter of an hour in them; the final survey is counted before
    /// the tandems close, 14 days after the programme's last day).
    #[must_use]
    pub const fn open_for(self) -> Duration {
        match self {
            Self::Final => Duration::days(13),
            Self::Interim | Self::FollowFour | Self::FollowTwelve => Duration::days(14),
        }
    }
}

/// What an item is answered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Scale {
    /// Five steps, from "I do not agree at all" (1) to "I fully agree" (5).
    Agree,
    /// Once more? Yes, perhaps, no.
    Again,
    /// What would be needed for it most of all: one of six.
    Need,
}

impl Scale {
    /// How many options there are; answers are numbered from 1.
    #[must_use]
    pub const fn options(self) -> u8 {
        match self {
            Self::Agree => 5,
            Self::Again => 3,
            Self::Need => 6,
        }
    }

    /// Its part of the names of its options' texts.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Agree => "agree",
            Self::Again => "again",
            Self::Need => "need",
        }
    }
}

/// A statement or question of the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Item {
    /// Its number, from 1 to 99, never given to another one.
    pub number: i64,
    /// Its part of the name of its text.
    pub code: &'static str,
    /// What it is answered by.
    pub scale: Scale,
    /// Whom it is for.
    pub sides: &'static [Side],
    /// In which surveys it stands.
    pub surveys: &'static [SurveyKind],
    /// The stored codes of the templates it suits.
    pub templates: &'static [&'static str],
}

/// Whose answers are summed up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Group {
    /// Mentors alone.
    Mentors,
    /// Mentees alone.
    Mentees,
    /// Everybody, where each side alone has too few.
    All,
}

impl Group {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 3] = [Self::Mentors, Self::Mentees, Self::All];

    /// The stored name.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Mentors => "mentors",
            Self::Mentees => "mentees",
            Self::All => "all",
        }
    }

    /// The one with this stored name.
    #[must_use]
    pub fn of(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }

    /// Whether somebody on that side belongs to it.
    #[must_use]
    pub const fn has(self, side: Side) -> bool {
        match self {
            Self::Mentors => matches!(side, Side::Mentor),
            Self::Mentees => matches!(side, Side::Mentee),
            Self::All => true,
        }
    }
}

/// How a survey is asked. Follows from the number of people alone, and is fixed when it opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asking {
    /// Mentors and mentees apart.
    Apart,
    /// Everybody together, and only what is asked of both: each side alone could never be shown.
    Together,
    /// Nobody is asked: nothing could ever be shown (P18).
    Nobody,
}

impl Asking {
    /// How so many people are asked under a programme's *k*.
    #[must_use]
    pub fn of(mentors: usize, mentees: usize, k: K) -> Self {
        let needed = people_needed(Guard::new(k));
        if mentors.min(mentees) >= needed {
            Self::Apart
        } else if mentors + mentees >= needed {
            Self::Together
        } else {
            Self::Nobody
        }
    }

    /// The groups whose answers are summed up.
    #[must_use]
    pub const fn groups(self) -> &'static [Group] {
        match self {
            Self::Apart => &[Group::Mentors, Group::Mentees],
            Self::Together => &[Group::All],
            Self::Nobody => &[],
        }
    }

    /// The group in which somebody on that side is counted.
    #[must_use]
    pub fn group(self, side: Side) -> Option<Group> {
        self.groups().iter().copied().find(|group| group.has(side))
    }
}

/// The items of a survey for a group, in their order.
#[must_use]
pub fn items(template: &str, kind: SurveyKind, group: Group) -> Vec<Item> {
    let suits = |item: &&Item| {
        let sides = Side::ALL.iter().filter(|side| group.has(**side)).all(|side| item.sides.contains(side));
        sides && item.surveys.contains(&kind) && item.templates.contains(&template)
    };
    CATALOGUE.iter().filter(suits).copied().collect()
}

/// The item of a number.
#[must_use]
pub fn item(number: i64) -> Option<Item> {
    CATALOGUE.iter().find(|item| item.number == number).copied()
}

/// Every item there is.
#[must_use]
pub const fn catalogue() -> &'static [Item] {
    CATALOGUE
}

/// What somebody answered, by the items' numbers; options are numbered from 1.
pub type Answers = BTreeMap<i64, u8>;

/// An answer to be, as the id of a button: a survey, an item, and an option (0: only look at the item).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// The survey.
    pub survey: SurveyId,
    /// The item's number.
    pub item: i64,
    /// The option.
    pub option: u8,
}

const ITEMS: i64 = 100;
const OPTIONS: i64 = 10;

impl Step {
    /// One number for all three.
    #[must_use]
    pub fn id(self) -> StepId {
        StepId((self.survey.0 * ITEMS + self.item) * OPTIONS + i64::from(self.option))
    }

    /// What a number stands for.
    #[must_use]
    pub fn of(id: StepId) -> Self {
        let (rest, option) = (id.0.div_euclid(OPTIONS), id.0.rem_euclid(OPTIONS));
        Self {
            survey: SurveyId(rest.div_euclid(ITEMS)),
            item: rest.rem_euclid(ITEMS),
            option: u8::try_from(option).unwrap_or_default(),
        }
    }
}

/// The local hour at which something comes on its day.
const MORNING: NaiveTime = NaiveTime::from_hms_opt(9, 0, 0).expect("nine o'clock");
/// So long before the programme's last day the two are reminded of their last meeting (decision: three weeks find a date).
pub const LAST_MEETING_BEFORE: Duration = Duration::days(21);

/// Nine o'clock on a day of the programme.
#[must_use]
pub fn morning(day: NaiveDate, zone: Tz) -> DateTime<Utc> {
    zone::to_utc(day.and_time(MORNING), zone)
}

/// The morning in the middle of a programme.
#[must_use]
pub fn half_time(starts_on: NaiveDate, ends_on: NaiveDate, zone: Tz) -> DateTime<Utc> {
    morning(starts_on + Duration::days((ends_on - starts_on).num_days() / 2), zone)
}

/// When a survey that follows up is open, if there is time for it before personal data are erased.
#[must_use]
pub fn follow_up(
    kind: SurveyKind,
    closed_at: DateTime<Utc>,
    deletion_days: u32,
    zone: Tz,
) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
    let opens = morning(zone::to_local(closed_at + kind.after_end()?, zone).date(), zone);
    let erased = closed_at + Duration::days(i64::from(deletion_days)) - Duration::days(1);
    let closes = (opens + kind.open_for()).min(erased);
    (closes >= opens + Duration::days(3)).then_some((opens, closes))
}

const ALL: &[&str] = &["six", "year", "shadow", "pilot", "apprentice"];
const BOTH: &[Side] = &[Side::Mentor, Side::Mentee];
const MENTOR: &[Side] = &[Side::Mentor];
const MENTEE: &[Side] = &[Side::Mentee];
const MIDDLE_AND_END: &[SurveyKind] = &[SurveyKind::Interim, SurveyKind::Final];
const MIDDLE: &[SurveyKind] = &[SurveyKind::Interim];
const END: &[SurveyKind] = &[SurveyKind::Final];
const LATER: &[SurveyKind] = &[SurveyKind::FollowFour, SurveyKind::FollowTwelve];

const fn agree(
    number: i64,
    code: &'static str,
    sides: &'static [Side],
    surveys: &'static [SurveyKind],
    templates: &'static [&'static str],
) -> Item {
    Item { number, code, scale: Scale::Agree, sides, surveys, templates }
}

const CATALOGUE: &[Item] = &[
    agree(1, "time", BOTH, MIDDLE_AND_END, ALL),
    agree(2, "open", BOTH, MIDDLE_AND_END, ALL),
    agree(3, "use", MENTEE, MIDDLE_AND_END, ALL),
    agree(4, "learn", MENTOR, MIDDLE_AND_END, ALL),
    agree(5, "tasks", MENTEE, MIDDLE, ALL),
    agree(6, "prepared", MENTOR, MIDDLE, ALL),
    agree(11, "talk", BOTH, MIDDLE_AND_END, &["year"]),
    agree(12, "day", BOTH, MIDDLE, &["shadow"]),
    agree(13, "more", BOTH, END, &["pilot"]),
    agree(14, "fields", BOTH, END, &["apprentice"]),
    agree(7, "recommend", BOTH, END, ALL),
    Item { number: 8, code: "again", scale: Scale::Again, sides: BOTH, surveys: END, templates: ALL },
    Item { number: 9, code: "need", scale: Scale::Need, sides: BOTH, surveys: END, templates: ALL },
    agree(10, "lasted", BOTH, LATER, ALL),
];

#[cfg(test)]
#[path = "survey/tests.rs"]
mod tests;
