//! Dates and times as people type them, in German and English, seen from where and when they type them.
//!
//! Without a year a date is the next one of its name, unless it went by within the last three months: then it is more
//! likely a slip, and is refused as past. A weekday is the next one after today, with "next" before it or not. Nothing
//! is guessed: `3/12` means two days and is refused with both. A local time in the spring gap means the moment the
//! clock jumps, one in the autumn fold its first run ([`zone::to_utc`]).

mod entry;

use chrono::{DateTime, Datelike, Days, Duration, NaiveDate, NaiveTime, Utc, Weekday};
use chrono_tz::Tz;

use crate::domain::zone;
pub(crate) use entry::month;

/// How far ahead a date may lie, in days: two years. Beyond that it is a slip of the keyboard.
pub const FARTHEST_DAYS: i64 = 731;

/// A yearless date that went by at most so many days ago is past and not next year's.
const RECENT_DAYS: i64 = 92;

/// What was meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// A local day, no time given.
    Day(NaiveDate),
    /// A moment.
    Moment(DateTime<Utc>),
}

impl When {
    /// The local day on which it lies.
    #[must_use]
    pub fn day(&self, zone: Tz) -> NaiveDate {
        match self {
            Self::Day(day) => *day,
            Self::Moment(at) => zone::to_local(*at, zone).date(),
        }
    }

    /// The moment, with this local time where only a day was given.
    #[must_use]
    pub fn moment_or_at(&self, time: NaiveTime, zone: Tz) -> DateTime<Utc> {
        match self {
            Self::Day(day) => zone::to_utc(day.and_time(time), zone),
            Self::Moment(at) => *at,
        }
    }
}

/// Why a date was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WhenError {
    /// Nothing was given.
    Empty,
    /// `3/12`: two days, depending on where one grew up.
    TwoReadings {
        /// As in London and Berlin.
        day_first: NaiveDate,
        /// As in New York.
        month_first: NaiveDate,
    },
    /// No calendar has it (31 February).
    NoSuchDay,
    /// No clock shows it (25:00).
    ImpossibleTime,
    /// It has gone by.
    Past,
    /// It lies more than [`FARTHEST_DAYS`] ahead.
    TooFar,
    /// A time, or a week, without a day.
    MissingDay,
    /// A day without a time, where a moment was asked for.
    MissingTime,
    /// A time that one of the two odd nights leaves out or shows twice, where a moment was asked for.
    OddTime,
    /// More than one day or time ("Monday Tuesday").
    Contradictory,
    /// The date does not fall on the weekday that was given with it.
    OtherWeekday {
        /// The date as it was given.
        date: NaiveDate,
        /// The day on which it falls.
        falls_on: Weekday,
    },
    /// A word that is no part of a date; the first such word, as it was read.
    UnknownWord(String),
}

/// Reads a date, or a date and a time.
///
/// # Errors
/// The reason why it was refused.
pub fn read(text: &str, now: DateTime<Utc>, zone: Tz) -> Result<When, WhenError> {
    let heard = entry::hear(text)?;
    let today = zone::to_local(now, zone).date();
    let when = match (heard.after, heard.time) {
        (Some(after), None) if heard.names_no_day() => When::Moment(now + after),
        (Some(_), _) => return Err(WhenError::Contradictory),
        (None, time) => {
            let day = day_meant(&heard, today)?;
            time.map_or(When::Day(day), |time| When::Moment(zone::to_utc(day.and_time(time), zone)))
        }
    };
    let past = match when {
        When::Day(day) => day < today,
        When::Moment(at) => at <= now,
    };
    if past {
        return Err(WhenError::Past);
    }
    if (when.day(zone) - today).num_days() > FARTHEST_DAYS {
        return Err(WhenError::TooFar);
    }
    Ok(when)
}

/// Reads a moment: a day and a time. The two odd nights are not settled silently here, because two people are to come at
/// the same time.
///
/// # Errors
/// The reason why it was refused.
pub fn read_moment(text: &str, now: DateTime<Utc>, zone: Tz) -> Result<DateTime<Utc>, WhenError> {
    let at = match read(text, now, zone)? {
        When::Day(_) => return Err(WhenError::MissingTime),
        When::Moment(at) => at,
    };
    match time_in(text) {
        Some(time) if zone::is_odd(when_said(at, time, zone), zone) => Err(WhenError::OddTime),
        _ => Ok(at),
    }
}

/// The local time that was said, on the day that was meant; they differ where the clock jumps over it.
fn when_said(at: DateTime<Utc>, time: NaiveTime, zone: Tz) -> chrono::NaiveDateTime {
    zone::to_local(at, zone).date().and_time(time)
}

/// The time of day in a text, whatever else is wrong with it.
#[must_use]
pub fn time_in(text: &str) -> Option<NaiveTime> {
    entry::hear(text).ok()?.time
}

/// A date as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Written {
    /// All three parts.
    Full { year: i32, month: u32, day: u32 },
    /// No year.
    Yearless { month: u32, day: u32 },
    /// Two numbers and a slash, perhaps a year.
    Slashed { first: u32, second: u32, year: Option<i32> },
    /// Days from today.
    InDays(u64),
    /// Months from today.
    InMonths(u32),
}

/// Which week was named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Week {
    This,
    Next,
}

/// The parts that were understood.
#[derive(Debug, Default)]
struct Heard {
    date: Option<Written>,
    weekday: Option<Weekday>,
    week: Option<Week>,
    time: Option<NaiveTime>,
    after: Option<Duration>,
}

impl Heard {
    fn names_no_day(&self) -> bool {
        self.date.is_none() && self.weekday.is_none() && self.week.is_none()
    }
}

fn day_meant(heard: &Heard, today: NaiveDate) -> Result<NaiveDate, WhenError> {
    match (heard.date, heard.weekday, heard.week) {
        (None, None, _) => Err(WhenError::MissingDay),
        (Some(_), _, Some(_)) => Err(WhenError::Contradictory),
        (Some(written), weekday, None) => {
            let date = date_meant(written, today)?;
            match weekday {
                Some(weekday) if weekday != date.weekday() => {
                    Err(WhenError::OtherWeekday { date, falls_on: date.weekday() })
                }
                _ => Ok(date),
            }
        }
        (None, Some(weekday), None) => {
            let ahead = 1 + days_between(today.weekday().succ(), weekday);
            add_days(today, ahead)
        }
        (None, Some(weekday), Some(week)) => {
            let monday = today - Days::new(days_between(Weekday::Mon, today.weekday()));
            let weeks = if week == Week::Next { 7 } else { 0 };
            add_days(monday, weeks + days_between(Weekday::Mon, weekday))
        }
    }
}

/// Days from one weekday forward to another: 0 to 6.
fn days_between(from: Weekday, to: Weekday) -> u64 {
    u64::from(to.days_since(from))
}

fn add_days(day: NaiveDate, days: u64) -> Result<NaiveDate, WhenError> {
    day.checked_add_days(Days::new(days)).ok_or(WhenError::TooFar)
}

fn date_meant(written: Written, today: NaiveDate) -> Result<NaiveDate, WhenError> {
    match written {
        Written::Full { year, month, day } => {
            NaiveDate::from_ymd_opt(year, month, day).ok_or(WhenError::NoSuchDay)
        }
        Written::Yearless { month, day } => next_of_its_name(month, day, today),
        Written::Slashed { first, second, year } => {
            let reading = |month, day| match year {
                Some(year) => NaiveDate::from_ymd_opt(year, month, day),
                None => upcoming(month, day, today),
            };
            match (reading(second, first), reading(first, second)) {
                (Some(day_first), Some(month_first)) if day_first != month_first => {
                    Err(WhenError::TwoReadings { day_first, month_first })
                }
                (Some(date), _) | (None, Some(date)) if year.is_some() => Ok(date),
                (Some(_), _) => next_of_its_name(second, first, today),
                (None, Some(_)) => next_of_its_name(first, second, today),
                (None, None) => Err(WhenError::NoSuchDay),
            }
        }
        Written::InDays(days) => add_days(today, days),
        Written::InMonths(months) => {
            today.checked_add_months(chrono::Months::new(months)).ok_or(WhenError::TooFar)
        }
    }
}

/// The first day of this name from today on, this year or next.
fn upcoming(month: u32, day: u32, today: NaiveDate) -> Option<NaiveDate> {
    (today.year()..=today.year() + 1)
        .filter_map(|year| NaiveDate::from_ymd_opt(year, month, day))
        .find(|date| *date >= today)
}

fn next_of_its_name(month: u32, day: u32, today: NaiveDate) -> Result<NaiveDate, WhenError> {
    let went_by = (today.year() - 1..=today.year())
        .filter_map(|year| NaiveDate::from_ymd_opt(year, month, day))
        .any(|date| (1..=RECENT_DAYS).contains(&(today - date).num_days()));
    if went_by {
        return Err(WhenError::Past);
    }
    upcoming(month, day, today).ok_or(WhenError::NoSuchDay)
}

#[cfg(test)]
#[path = "when/tests.rs"]
mod tests;
