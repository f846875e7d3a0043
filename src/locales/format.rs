//! Numbers, dates and lists as each language writes them. Months, weekdays and the order of the parts stand in
//! `formats.ftl`; times in posts are Discord's own markup, which every reader sees in their own zone.

use std::fmt::Write as _;

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike, Utc};
use fluent_bundle::FluentValue;

use super::{Language, say};

/// Writes the numbers handed to messages as German does; everything else is left to Fluent.
pub(super) fn with_decimal_comma<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(number.as_string().replace('.', ",")),
        _ => None,
    }
}

/// A number with a fixed count of decimals: `1.5`, in German `1,5`.
#[must_use]
pub fn number(language: Language, value: f64, decimals: usize) -> String {
    let text = format!("{value:.decimals$}");
    if language.is_german() { text.replace('.', ",") } else { text }
}

/// A calendar day with its year: `3 December 2026`, `3. Dezember 2026`.
#[must_use]
pub fn date(language: Language, day: NaiveDate) -> String {
    say(language, "format-date")
        .with("day", day.day())
        .with("month", month(language, day))
        .with("year", day.year().to_string())
        .text()
}

/// A calendar day in as few letters as it takes, without its year: `3 Dec`, `3.12.`
#[must_use]
pub fn day_short(language: Language, day: NaiveDate) -> String {
    let name = month(language, day);
    let short = if language.is_german() { day.month().to_string() } else { name.chars().take(3).collect() };
    say(language, "format-day-short").with("day", day.day().to_string()).with("month", short).text()
}

/// A local day and time without the year: `3 December, 2:30 pm`, `3. Dezember, 14:30 Uhr`.
#[must_use]
pub fn date_time(language: Language, at: NaiveDateTime) -> String {
    say(language, "format-date-time")
        .with("day", at.day())
        .with("month", month(language, at.date()))
        .with("time", time_of_day(language, at.time()))
        .text()
}

/// A local time of day: `2:30 pm`, `14:30 Uhr`.
#[must_use]
pub fn time_of_day(language: Language, time: NaiveTime) -> String {
    let minute = format!("{:02}", time.minute());
    let (afternoon, hour) = time.hour12();
    let hour = if language.is_german() { time.hour() } else { hour };
    say(language, "format-time")
        .with("hour", hour)
        .with("minute", minute)
        .with("half", if afternoon { "pm" } else { "am" })
        .text()
}

/// The name of the weekday: `Monday`, `Montag`.
#[must_use]
pub fn weekday(language: Language, day: NaiveDate) -> String {
    say(language, "format-weekday").with("weekday", day.weekday().number_from_monday()).text()
}

fn month(language: Language, day: NaiveDate) -> String {
    say(language, "format-month").with("month", day.month()).text()
}

/// A list in a sentence: `a`, `a and b`, `a, b and c`.
#[must_use]
pub fn list<S: AsRef<str>>(language: Language, items: &[S]) -> String {
    let Some((last, first)) = items.split_last() else { return String::new() };
    if first.is_empty() {
        return last.as_ref().to_owned();
    }
    let mut head = String::new();
    for item in first {
        let comma = if head.is_empty() { "" } else { ", " };
        let _ = write!(head, "{comma}{}", item.as_ref());
    }
    say(language, "format-list").with("head", head).with("last", last.as_ref()).text()
}

/// How Discord writes a [`discord_time`] for each reader.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum TimeStyle {
    /// Weekday, day, month, year and time.
    Full,
    /// Day, month, year and time.
    DateTime,
    /// Day, month and year.
    Date,
    /// Hours and minutes.
    Time,
    /// "in three days"
    Relative,
}

/// A moment in Discord's markup (`<t:1775000000:F>`): every reader sees it in their own zone and language.
#[must_use]
pub fn discord_time(at: DateTime<Utc>, style: TimeStyle) -> String {
    let style = match style {
        TimeStyle::Full => 'F',
        TimeStyle::DateTime => 'f',
        TimeStyle::Date => 'D',
        TimeStyle::Time => 't',
        TimeStyle::Relative => 'R',
    };
    format!("<t:{}:{style}>", at.timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(day: u32, hour: u32, minute: u32) -> NaiveDateTime {
        NaiveDate::from_ymd_opt(2026, 12, day).unwrap().and_hms_opt(hour, minute, 0).unwrap()
    }

    #[test]
    fn dates_and_times_are_written_as_the_language_writes_them() {
        assert_eq!(date_time(Language::De, at(3, 14, 30)), "3. Dezember, 14:30 Uhr");
        assert_eq!(date_time(Language::En, at(3, 14, 30)), "3 December, 2:30 pm");
        assert_eq!(date(Language::DeFormal, at(24, 0, 0).date()), "24. Dezember 2026");
        assert_eq!(date(Language::En, at(24, 0, 0).date()), "24 December 2026");
        assert_eq!(weekday(Language::De, at(3, 0, 0).date()), "Donnerstag");
        assert_eq!(weekday(Language::En, at(3, 0, 0).date()), "Thursday");
    }

    #[test]
    fn midnight_noon_and_full_hours_read_well_in_english() {
        assert_eq!(time_of_day(Language::En, at(1, 0, 5).time()), "12:05 am");
        assert_eq!(time_of_day(Language::En, at(1, 12, 0).time()), "12:00 pm");
        assert_eq!(time_of_day(Language::De, at(1, 9, 0).time()), "9:00 Uhr");
    }

    #[test]
    fn every_month_and_weekday_has_a_name_of_its_own() {
        for language in Language::ALL {
            let months: std::collections::BTreeSet<_> = (1..=12)
                .map(|number| month(language, NaiveDate::from_ymd_opt(2026, number, 1).unwrap()))
                .collect();
            let days: std::collections::BTreeSet<_> =
                (1..=7).map(|day| weekday(language, at(day, 0, 0).date())).collect();
            assert_eq!((months.len(), days.len()), (12, 7), "{language:?}");
        }
    }

    #[test]
    fn a_list_takes_the_word_and_before_its_last_item() {
        assert_eq!(list(Language::De, &["a"]), "a");
        assert_eq!(list(Language::De, &["a", "b"]), "a und b");
        assert_eq!(list(Language::En, &["a", "b", "c"]), "a, b and c");
        assert_eq!(list::<&str>(Language::En, &[]), "");
    }

    #[test]
    fn german_numbers_have_a_comma() {
        assert_eq!(number(Language::De, 1.5, 1), "1,5");
        assert_eq!(number(Language::En, 1.5, 1), "1.5");
        assert_eq!(say(Language::De, "task-title").with("number", 1.5).text(), "Aufgabe 1,5");
    }

    #[test]
    fn moments_in_posts_are_discord_markup() {
        let at = DateTime::from_timestamp(1_775_000_000, 0).unwrap();
        assert_eq!(discord_time(at, TimeStyle::Full), "<t:1775000000:F>");
    }
}
