//! What coordinators may learn about the inside of tandems: the one suppression function, and what is released.
//!
//! # What is promised
//! Nobody outside a tandem learns what that tandem did, and nobody learns what one person answered — not even somebody
//! who owns every report of every programme, knows the exact programme facts, who is paired with whom and since when,
//! has read this file, and is in league with two contributors who tell what they did (rule P9). Formally: among all
//! worlds that fit what that attacker sees, the contribution of any third contributor takes at least two values; and
//! whether it did anything at all stays open, too. `attacker.rs` searches all worlds of small programmes for a breach.
//!
//! # Why it holds
//! **Everything released is symmetric.** The input has no ids and no order: a release depends on the multiset of rows
//! alone, and so does each decision to withhold. Swap the rows of two contributors whom the attacker does not control,
//! and he sees the same. So a contribution can only be known if all those others are alike. [`Guard::lets_pass`] hence
//! asks that *after taking away any two contributors the others still differ*, whatever values may be likely.
//!
//! **Publishing tells something, too:** that at least *k* contributed. Two insiders who did nothing would learn that
//! all others did something, were there not three more than *k* present. So tandem figures begin at `k + 3` tandems, and
//! the mood at `2k` people; both follow from programme facts alone ([`Withheld::TooFewThere`]).
//!
//! **Withholding tells something, too.** "All did the same" and "hardly anybody did anything" must not be told apart,
//! or the reason would be the figure: both are [`Withheld::TooFewOrTooAlike`]. But another figure may rule out one of the
//! two (who reports on tasks has been given some). So the values must differ after taking away *three*: then even those
//! who know that a figure is withheld as too alike cannot name the one who deviates.
//!
//! **Somebody with several tandems** is one insider who knows several rows. What is taken away are hence not two rows but
//! as many as two people can know ([`rows_of_two`], [`Guard::knowing`]): a number that follows from who is paired with
//! whom, so that the symmetry stays, and thresholds grow with it. Where they know many, so many others have to be there
//! that one more of them could be like all the insiders': else that a sum is shown would tell that none of them is.
//!
//! **A sum that counts heads is a yes-or-no question.** Where all who contributed did so equally (each met once), the
//! complement is readable from the sum; then it has to reach *k* as well.
//!
//! **Differences between cells.** Tasks given less tasks worked are tasks that did not work. Both are shown only if
//! that remainder passes the same test, counted over the whole life of the tandem, because the sums of all periods can
//! be subtracted as well ([`TandemRow::unfinished`], [`TandemRow::open`]); stuck is shown with worked or not at all.
//! Meetings held and meetings ahead bound each other in no way. Both reactions to a question are shown only if their sum
//! passes, because the remainder are those who said nothing. And where the reactions to single questions are shown, the
//! count over all questions is not, because the rest of it would be the questions that are withheld.
//!
//! **Differences between periods.** Periods are disjoint and their bounds fixed when the programme starts, so no deed is
//! in two figures. Somebody who joins or leaves changes later periods only, and a tandem that was there for less than
//! half of a period stays out of it altogether ([`period::Period::counts`]), since its row would be known to be nearly empty.
//! What was withheld is never released later, and totals are sums of what was released.
//!
//! **Differences between programmes.** A row belongs to one programme, even where people are in several.
//!
//! # What it does not do
//! It does not stop likelihoods: a mean of 4.5 says that most are content, and who believes that nobody does more than
//! so much in a period can sometimes rule out a value. It does not help against a coordinator who fills a programme with
//! invented participants. It makes figures rare in small programmes; that is the price, and
//! there it is the right one. It is an anonymity measure, not a legal exit.

use serde::{Deserialize, Serialize};

pub mod period;
mod release;
mod suppress;
pub mod survey;
pub mod topics;

pub use release::{PeriodInput, PersonRow, QuestionRows, Reaction, TandemRow, release, total};
pub use suppress::{Guard, K, rows_of_two};

/// A cell of the release table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Cell {
    /// Meetings that became known to have taken place in the period (one yes is enough).
    MeetingsHeld,
    /// Meetings that stood ahead, after the period, when it closed.
    MeetingsPlanned,
    /// Tasks given in the period.
    TasksGiven,
    /// Tasks whose last word, spoken in the period, was "worked".
    TasksWorked,
    /// Tasks whose last word, spoken in the period, was "stuck".
    TasksStuck,
    /// How often a guiding question was talked about.
    QuestionsTalked,
    /// Calls for support in the period.
    SupportCalls,
    /// How often somebody could not reach their partner in the period.
    CantReach,
    /// The mean of all 1–5 answers of the period.
    Mood,
    /// Tandems that talked about one guiding question (its number in the pool).
    QuestionTalked(i64),
    /// Tandems to which one guiding question said nothing.
    QuestionNothing(i64),
}

/// The cells that every period has, in the order in which they are shown.
const PLAIN: [(Cell, &str); 9] = [
    (Cell::MeetingsHeld, "meetings-held"),
    (Cell::MeetingsPlanned, "meetings-planned"),
    (Cell::TasksGiven, "tasks-given"),
    (Cell::TasksWorked, "tasks-worked"),
    (Cell::TasksStuck, "tasks-stuck"),
    (Cell::QuestionsTalked, "questions-talked"),
    (Cell::SupportCalls, "support-calls"),
    (Cell::CantReach, "cant-reach"),
    (Cell::Mood, "mood"),
];

impl Cell {
    /// The stored name, stable: "tasks-given", "question-talked:7".
    #[must_use]
    pub fn key(self) -> String {
        match self {
            Self::QuestionTalked(question) => format!("question-talked:{question}"),
            Self::QuestionNothing(question) => format!("question-nothing:{question}"),
            plain => PLAIN.iter().find(|(cell, _)| *cell == plain).map_or("", |(_, key)| key).into(),
        }
    }

    /// The cell of a stored name; `None` for a name that [`Cell::key`] never gives.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        if let Some((cell, _)) = PLAIN.iter().find(|(_, name)| *name == key) {
            return Some(*cell);
        }
        match key.split_once(':')? {
            ("question-talked", question) => question.parse().ok().map(Self::QuestionTalked),
            ("question-nothing", question) => question.parse().ok().map(Self::QuestionNothing),
            _ => None,
        }
    }

    /// Whether two cells stand on one scale in pictures, so that their columns can be compared: all that is counted in tasks.
    #[must_use]
    pub fn compares_with(self, other: Self) -> bool {
        let tasks = |cell| matches!(cell, Self::TasksGiven | Self::TasksWorked | Self::TasksStuck);
        self == other || (tasks(self) && tasks(other))
    }

    /// Whether the contributors are people (ratings) and not tandems.
    #[must_use]
    pub fn counts_people(self) -> bool {
        self == Self::Mood
    }
}

impl From<Cell> for String {
    fn from(cell: Cell) -> Self {
        cell.key()
    }
}

impl TryFrom<String> for Cell {
    type Error = String;

    fn try_from(key: String) -> Result<Self, String> {
        Self::from_key(&key).ok_or(key)
    }
}

/// A mean of 1–5 answers in half steps: 3 is 1.5, 9 is 4.5.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct HalfSteps(u8);

impl HalfSteps {
    /// The lowest mean that is shown (1.5); what lies below says that nearly all answered alike.
    pub const LOWEST: Self = Self(3);
    /// The highest mean that is shown (4.5).
    pub const HIGHEST: Self = Self(9);

    /// From a stored count of half steps; `None` outside 1.5 to 4.5.
    #[must_use]
    pub fn new(half_steps: u8) -> Option<Self> {
        (Self::LOWEST.0..=Self::HIGHEST.0).contains(&half_steps).then_some(Self(half_steps))
    }

    /// The mean of `count` answers, rounded to the nearest half (ties up); `None` without answers or outside 1.5 to 4.5.
    #[must_use]
    pub fn of(sum: u32, count: u32) -> Option<Self> {
        let rounded = (4 * u64::from(sum) + u64::from(count)).checked_div(2 * u64::from(count))?;
        u8::try_from(rounded).ok().and_then(Self::new)
    }

    /// The count of half steps, for storing.
    #[must_use]
    pub fn count(self) -> u8 {
        self.0
    }

    /// The mean itself, for a view to write as the language does.
    #[must_use]
    pub fn value(self) -> f64 {
        f64::from(self.0) / 2.0
    }
}

impl From<HalfSteps> for u8 {
    fn from(mean: HalfSteps) -> Self {
        mean.0
    }
}

impl TryFrom<u8> for HalfSteps {
    type Error = u8;

    fn try_from(half_steps: u8) -> Result<Self, u8> {
        Self::new(half_steps).ok_or(half_steps)
    }
}

/// What became of a cell. This, and nothing else about the inside, is stored and shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Released {
    /// A sum over the tandems.
    Sum(u32),
    /// A mean over the answers of people.
    Mean(HalfSteps),
    /// Not shown, now or ever.
    Withheld(Withheld),
}

impl Released {
    /// Whether there is something to show.
    #[must_use]
    pub fn is_shown(self) -> bool {
        !matches!(self, Self::Withheld(_))
    }
}

/// Why a cell is not shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Withheld {
    /// Too few tandems (or people) were there in the period, whatever they did. Follows from programme facts.
    TooFewThere {
        /// How many it would take.
        needed: u32,
    },
    /// Too few contributed, or they did so too much alike, or another figure would give it away. Deliberately one value.
    TooFewOrTooAlike,
    /// The figures of single questions are shown in its place, so that their rest cannot be read off. Follows from those.
    ShownSingly,
}

/// One line of the release table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReleasedCell {
    /// Which cell.
    pub cell: Cell,
    /// What is shown of it.
    pub released: Released,
}

#[cfg(test)]
#[path = "figures/attacker.rs"]
mod attacker;
#[cfg(test)]
#[path = "figures/tests.rs"]
mod tests;
