//! When something recurs: a cron expression of five fields, read on the wall clock of a zone.
//!
//! The crate `cron` knows nothing of summer time that we could use: with a zone it skips 02:30 on the spring night and
//! fires twice in autumn. So it is only asked about wall-clock times, and this file maps them to instants:
//!
//! * a schedule with a fixed hour runs once for each time on the wall: in the spring gap when the clock jumps, in the
//!   autumn fold at the first of the two;
//! * a schedule of every hour (`*` in the hour field) runs by the true passing of time: nothing for the hour that does
//!   not exist, both runs of the hour that exists twice, in their order.
//!
//! Weekdays are given by name alone, because Sunday is 0, 1 or 7 depending on whom one asks.

mod entry;

use std::str::FromStr;

use chrono::{DateTime, Duration, LocalResult, NaiveDateTime, NaiveTime, TimeZone, Utc, Weekday};
use chrono_tz::Tz;

use crate::domain::zone;

/// A recurring time, without a zone; the zone is handed in with every question.
#[derive(Debug, Clone)]
pub struct Schedule {
    cron: String,
    inner: cron::Schedule,
}

impl PartialEq for Schedule {
    fn eq(&self, other: &Self) -> bool {
        self.cron == other.cron
    }
}

impl Eq for Schedule {}

/// Why a schedule was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ScheduleError {
    /// Nothing was given.
    Empty,
    /// A cron expression has five fields; seconds and years are not among them.
    FieldCount {
        /// How many fields there were.
        fields: usize,
    },
    /// The weekday field holds a digit.
    NumericWeekday,
    /// A cron expression with a field that cannot be read.
    Malformed,
    /// No day in any year fits (30 February).
    NeverFires,
    /// A word that is neither a day nor a time; the first such word, as it was read.
    UnknownWord(String),
    /// No time of day.
    MissingTime,
    /// A time that no clock shows.
    ImpossibleTime,
    /// Neither a weekday nor "every day".
    MissingDay,
    /// Every other week, which cron cannot say. "Every second Monday" is refused as this too, because it means two things.
    EveryOther,
    /// The last weekday of a month, which cron cannot say.
    LastOfMonth,
    /// A day that not every month has (the 31st, a fifth Monday).
    NotInEveryMonth,
    /// Words that do not go together ("first Monday, every Tuesday").
    Contradictory,
}

/// A schedule seen as a person would say it, for a view to put into words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SpokenSchedule {
    /// Every day at a time.
    Daily {
        /// Local time.
        time: NaiveTime,
    },
    /// Monday to Friday at a time.
    Workdays {
        /// Local time.
        time: NaiveTime,
    },
    /// Every week on one or several days.
    Weekly {
        /// From Monday on, at least one.
        weekdays: Vec<Weekday>,
        /// Local time.
        time: NaiveTime,
    },
    /// The first to fourth such weekday of every month.
    MonthlyNth {
        /// 1 to 4.
        nth: u8,
        /// The day.
        weekday: Weekday,
        /// Local time.
        time: NaiveTime,
    },
    /// The same date in every month.
    MonthlyDay {
        /// 1 to 28.
        day: u8,
        /// Local time.
        time: NaiveTime,
    },
    /// Anything else: the expression itself.
    Cron(String),
}

impl Schedule {
    /// Reads what a person typed: words in German or English ("first Monday 9:00", "jeden Montag 8:30"), or cron.
    ///
    /// # Errors
    /// The reason why it was refused.
    pub fn parse(text: &str) -> Result<Self, ScheduleError> {
        let fields: Vec<&str> = text.split_whitespace().collect();
        let Some(first) = fields.first() else { return Err(ScheduleError::Empty) };
        let numeric = |field: &&str| field.bytes().all(|b| b.is_ascii_digit() || b"*/,-?".contains(&b));
        if text.contains('*')
            || first.starts_with('@')
            || fields.len() > 1 && fields.iter().take(2).all(numeric)
        {
            return Self::from_cron(text);
        }
        Self::from_cron(&entry::to_cron(text)?)
    }

    /// Reads a cron expression: minute, hour, day of month, month, weekday by name. Day and weekday must both fit, so
    /// that `0 9 1-7 * Mon` is the first Monday.
    ///
    /// # Errors
    /// The reason why it was refused.
    pub fn from_cron(expression: &str) -> Result<Self, ScheduleError> {
        let fields: Vec<&str> = expression.split_whitespace().collect();
        let [minute, hour, day, month, weekdays] = fields[..] else {
            return Err(match fields.len() {
                0 => ScheduleError::Empty,
                fields => ScheduleError::FieldCount { fields },
            });
        };
        let cron = format!("{minute} {hour} {day} {month} {}", entry::weekday_field(weekdays)?);
        let inner = cron::Schedule::from_str(&format!("0 {cron}")).map_err(|_| ScheduleError::Malformed)?;
        let dawn = DateTime::<Utc>::UNIX_EPOCH;
        if inner.after(&dawn).next().is_none() {
            return Err(ScheduleError::NeverFires);
        }
        Ok(Self { cron, inner })
    }

    /// The expression as it is stored: five fields, single spaces, weekdays as Mon to Sun.
    #[must_use]
    pub fn as_cron(&self) -> &str {
        &self.cron
    }

    /// The schedule as a person would say it.
    #[must_use]
    pub fn spoken(&self) -> SpokenSchedule {
        entry::spoken(&self.cron)
    }

    /// Whether it runs at most once a day. What posts to people should; a rehearsal of every minute should not.
    #[must_use]
    pub fn is_at_most_daily(&self) -> bool {
        let mut fields = self.cron.split(' ');
        fields.by_ref().take(2).all(|field| field.parse::<u8>().is_ok())
    }

    /// The first run strictly after `now`; `None` only where the calendar of the crate ends (2100).
    #[must_use]
    pub fn next_after(&self, now: DateTime<Utc>, zone: Tz) -> Option<DateTime<Utc>> {
        if self.cron.split(' ').nth(1) == Some("*") {
            self.next_by_clock(now, zone)
        } else {
            self.next_on_wall(now, zone)
        }
    }

    /// The next three runs after `now`, fewer only at the end of the calendar.
    #[must_use]
    pub fn next_three(&self, now: DateTime<Utc>, zone: Tz) -> Vec<DateTime<Utc>> {
        std::iter::successors(self.next_after(now, zone), |last| self.next_after(*last, zone))
            .take(3)
            .collect()
    }

    fn walls_after(&self, local: NaiveDateTime) -> impl Iterator<Item = NaiveDateTime> + '_ {
        self.inner.after_owned(local.and_utc()).map(|wall| wall.naive_utc())
    }

    /// Fixed hours. [`zone::to_utc`] never goes backwards as the wall clock goes on, so that the first wall time whose
    /// instant is still to come is the answer; the loop only skips times of a fold or gap that have had their run.
    fn next_on_wall(&self, now: DateTime<Utc>, zone: Tz) -> Option<DateTime<Utc>> {
        self.walls_after(zone::to_local(now, zone)).map(|wall| zone::to_utc(wall, zone)).find(|at| *at > now)
    }

    /// Every hour. Looks from three hours back, which is longer than any fold, at both instants of each wall time, until
    /// the first instant of a later wall time can no longer come earlier.
    fn next_by_clock(&self, now: DateTime<Utc>, zone: Tz) -> Option<DateTime<Utc>> {
        let mut best: Option<DateTime<Utc>> = None;
        for wall in self.walls_after(zone::to_local(now, zone) - Duration::hours(3)) {
            if best.is_some_and(|best| zone::to_utc(wall, zone) >= best) {
                break;
            }
            let instants = match zone.from_local_datetime(&wall) {
                LocalResult::None => [None, None],
                LocalResult::Single(at) => [Some(at), None],
                LocalResult::Ambiguous(first, second) => [Some(first), Some(second)],
            };
            for at in instants.into_iter().flatten().map(|at| at.with_timezone(&Utc)).filter(|at| *at > now) {
                best = Some(best.map_or(at, |best| best.min(at)));
            }
        }
        best
    }
}

#[cfg(test)]
#[path = "schedule/tests.rs"]
mod tests;
