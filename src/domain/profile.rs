//! What somebody says about themselves for one programme: what pairing reads, and what they can change at any time.

use std::collections::BTreeSet;

use chrono::{Datelike as _, NaiveDate};
use serde::{Deserialize, Serialize};

use super::language::Language;
use super::topic::{Theme, Topic};

/// The longest name of a department or organisation, in characters (decision: it stands in one line of a list).
pub const NAME_MAX: usize = 60;
/// So many topics are chosen at most (decision: somebody who wishes for everything tells pairing nothing).
pub const TOPICS_MAX: usize = 6;
/// The most hours a month that somebody can have for it (decision: a week's work).
pub const HOURS_MAX: u32 = 40;
/// The most tandems a mentor takes at a time (decision: with monthly meetings more than this is a job of its own).
pub const CAPACITY_MAX: u32 = 5;
/// So many people somebody can name as those they would rather not be paired with (Discord: 25 in one menu).
pub const RATHER_NOT_MAX: usize = 10;

/// What somebody says about themselves in a programme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// Where they work; may be empty.
    pub department: String,
    /// For whom they work, where people come from several organisations; may be empty.
    pub organisation: String,
    /// Codes of the catalogue, or the programme's own words.
    pub topics: BTreeSet<String>,
    /// The languages they speak: English, German, or both; the form of address plays no part.
    pub languages: BTreeSet<Language>,
    /// The first day of the month in which they joined the company.
    pub since: Option<NaiveDate>,
    /// Hours a month they have for it.
    pub hours: Option<u32>,
    /// How many tandems they take as a mentor, 1 to [`CAPACITY_MAX`].
    pub capacity: u32,
    /// An optional code out of the invitation list: people of one reporting line are not paired.
    pub line: String,
}

impl Default for Profile {
    fn default() -> Self {
        Self {
            department: String::new(),
            organisation: String::new(),
            topics: BTreeSet::new(),
            languages: BTreeSet::new(),
            since: None,
            hours: None,
            capacity: 1,
            line: String::new(),
        }
    }
}

impl Profile {
    /// Full months in the company on `today`; `None` where they have not said since when.
    #[must_use]
    pub fn months(&self, today: NaiveDate) -> Option<u32> {
        self.since.map(|since| months_between(since, today))
    }

    /// The topics, as the catalogue or the programme knows them.
    #[must_use]
    pub fn themes(&self) -> Vec<Theme> {
        self.topics.iter().map(|topic| theme(topic)).collect()
    }
}

/// What a stored topic stands for: a code of the catalogue, or the programme's own words.
#[must_use]
pub fn theme(stored: &str) -> Theme {
    Topic::of(stored).map_or_else(|| Theme::Own(stored.to_owned()), Theme::Catalogue)
}

/// Months from one month to another; none when it lies ahead.
#[must_use]
pub fn months_between(since: NaiveDate, today: NaiveDate) -> u32 {
    let number = |day: NaiveDate| i64::from(day.year()) * 12 + i64::from(day.month0());
    u32::try_from(number(today) - number(since)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn months_in_the_company_are_counted_by_calendar_months_and_never_below_none() {
        for (since, today, months) in [
            ("2026-01-01", "2026-01-31", 0),
            ("2025-12-01", "2026-01-01", 1),
            ("2024-07-01", "2026-01-15", 18),
            ("2026-03-01", "2026-01-15", 0),
        ] {
            let profile = Profile { since: Some(day(since)), ..Profile::default() };
            assert_eq!(profile.months(day(today)), Some(months), "{since}");
        }
        assert_eq!(Profile::default().months(day("2026-01-01")), None);
    }

    #[test]
    fn a_stored_topic_is_one_of_the_catalogue_or_the_programmes_own_words() {
        assert_eq!(theme("ai"), Theme::Catalogue(Topic::Ai));
        assert_eq!(theme("Weaving looms"), Theme::Own("Weaving looms".into()));
    }
}
