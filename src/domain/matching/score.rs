//! What makes a pair, in points: one table of weights, which is shown to coordinators and stands in `docs/matching.md`. What
//! may be said about a pair (its reasons) comes from what the two entered for everybody who runs the programme; favourites
//! count and are never a reason, because they were asked for in private. What closes a pair is never a reason either.

use std::collections::BTreeSet;

use crate::domain::ids::PersonId;
use crate::domain::language::Language;
use crate::domain::programme::codes;

/// So many shared topics count.
pub const TOPICS_MOST: usize = 3;
/// Hours a month that lie so close together count as alike.
pub const HOURS_APART: u32 = 1;

codes! {
    /// What counts.
    Weight {
        /// A topic that the mentor offers and the mentee wants; up to [`TOPICS_MOST`] of them.
        Topic = "topic",
        /// A language that both speak.
        Language = "language",
        /// The mentee named the mentor as a favourite.
        MenteesFavourite = "mentees-favourite",
        /// The mentor named the mentee as a favourite.
        MentorsFavourite = "mentors-favourite",
        /// Two departments.
        Department = "department",
        /// Two organisations.
        Organisation = "organisation",
        /// About as much time a month.
        Hours = "hours",
        /// A further tandem of a mentor who has one already.
        Further = "further",
    }
}

impl Weight {
    /// How many points it brings, or takes off (decision: languages before everything, because without one there is no
    /// talk; three topics weigh as much as a language; a favourite weighs two topics; the rest breaks ties).
    #[must_use]
    pub const fn points(self) -> i64 {
        match self {
            Self::Topic => 10,
            Self::Language => 30,
            Self::MenteesFavourite => 20,
            Self::MentorsFavourite => 12,
            Self::Department => 8,
            Self::Organisation => 5,
            Self::Hours => 4,
            Self::Further => -6,
        }
    }
}

/// What somebody entered that counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Who.
    pub person: PersonId,
    /// Topics that a mentor offers, or a mentee wants.
    pub topics: BTreeSet<String>,
    /// Languages, without their form of address.
    pub languages: BTreeSet<Language>,
    /// Their department; may be empty.
    pub department: String,
    /// Their organisation; may be empty.
    pub organisation: String,
    /// Their reporting line; may be empty.
    pub line: String,
    /// Hours a month.
    pub hours: Option<u32>,
}

/// Why two go together, as it may be said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// Topics that one offers and the other wants, at most [`TOPICS_MOST`].
    Topics(Vec<String>),
    /// Languages that both speak.
    Languages(Vec<Language>),
    /// They work in two departments.
    Departments,
    /// They come from two organisations.
    Organisations,
    /// They have about as much time.
    Hours,
}

impl Reason {
    /// How many points it brings.
    #[must_use]
    pub fn points(&self) -> i64 {
        match self {
            Self::Topics(topics) => i64::try_from(topics.len()).unwrap_or_default() * Weight::Topic.points(),
            Self::Languages(_) => Weight::Language.points(),
            Self::Departments => Weight::Department.points(),
            Self::Organisations => Weight::Organisation.points(),
            Self::Hours => Weight::Hours.points(),
        }
    }
}

/// Why a mentor and a mentee go together.
#[must_use]
pub fn reasons(mentor: &Candidate, mentee: &Candidate) -> Vec<Reason> {
    let topics: Vec<String> = mentor.topics.intersection(&mentee.topics).take(TOPICS_MOST).cloned().collect();
    let languages: Vec<Language> = mentor.languages.intersection(&mentee.languages).copied().collect();
    [
        (!topics.is_empty()).then_some(Reason::Topics(topics)),
        (!languages.is_empty()).then_some(Reason::Languages(languages)),
        differ(&mentor.department, &mentee.department).then_some(Reason::Departments),
        differ(&mentor.organisation, &mentee.organisation).then_some(Reason::Organisations),
        near(mentor.hours, mentee.hours).then_some(Reason::Hours),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Whether both are known, and two.
fn differ(one: &str, other: &str) -> bool {
    !one.trim().is_empty() && !other.trim().is_empty() && !same(one, other)
}

fn near(one: Option<u32>, other: Option<u32>) -> bool {
    one.zip(other).is_some_and(|(one, other)| one.abs_diff(other) <= HOURS_APART)
}

/// Whether two names of a department, an organisation or a line mean the same: case and spaces at the ends do not count.
fn same(one: &str, other: &str) -> bool {
    one.trim().chars().flat_map(char::to_lowercase).eq(other.trim().chars().flat_map(char::to_lowercase))
}

/// Whether two people are in one reporting line.
#[must_use]
pub fn one_line(one: &Candidate, other: &Candidate) -> bool {
    same_line(&one.line, &other.line)
}

/// Whether two codes name one reporting line.
#[must_use]
pub fn same_line(one: &str, other: &str) -> bool {
    !one.trim().is_empty() && same(one, other)
}

/// The points of a pair: those of its reasons, and those of favourites. `favours` says who of the two named the other: the
/// mentee the mentor, the mentor the mentee. It is asked of every two people, so it makes no list of reasons.
#[must_use]
pub fn points(mentor: &Candidate, mentee: &Candidate, favours: (bool, bool)) -> i64 {
    let topics = mentor.topics.intersection(&mentee.topics).take(TOPICS_MOST).count();
    let (by_mentee, by_mentor) = favours;
    [
        (Weight::Language, !mentor.languages.is_disjoint(&mentee.languages)),
        (Weight::Department, differ(&mentor.department, &mentee.department)),
        (Weight::Organisation, differ(&mentor.organisation, &mentee.organisation)),
        (Weight::Hours, near(mentor.hours, mentee.hours)),
        (Weight::MenteesFavourite, by_mentee),
        (Weight::MentorsFavourite, by_mentor),
    ]
    .iter()
    .filter(|(_, holds)| *holds)
    .map(|(weight, _)| weight.points())
    .chain([i64::try_from(topics).unwrap_or_default() * Weight::Topic.points()])
    .sum()
}

#[cfg(test)]
#[path = "score/tests.rs"]
mod tests;
