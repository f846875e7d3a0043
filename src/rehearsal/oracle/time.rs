//! The oracle's own reckoning of time: days on a calendar and hours on a wall, without cron and without the bot's
//! schedules.

use chrono::{DateTime, Datelike as _, Duration, NaiveDate, NaiveTime, TimeZone as _, Utc, Weekday};
use chrono_tz::Tz;

/// When a programme does what.
#[derive(Debug, Clone)]
pub struct Clockwork {
    /// The zone of everything below.
    pub zone: Tz,
    /// The first day.
    pub first_day: NaiveDate,
    /// The last day.
    pub last_day: NaiveDate,
    /// How many meetings a tandem is to have: its rhythm is the length divided by them.
    pub meetings: i64,
    /// From when to when people are left in peace; equal: never.
    pub quiet: (NaiveTime, NaiveTime),
    /// When guiding questions come.
    pub questions: Rhythm,
    /// When digests come.
    pub digests: Rhythm,
    /// After how many weeks new partners come, where they do.
    pub rotation: Option<i64>,
    /// Days from closing until personal data go.
    pub deletion: i64,
}

/// Days that recur, and the time on them. What is not said fits every day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rhythm {
    /// The time on the wall.
    pub time: NaiveTime,
    /// Only these weekdays; none named: each.
    pub weekdays: Vec<Weekday>,
    /// Only the first, second … of its month.
    pub nth: Option<u8>,
    /// Only this day of the month.
    pub day: Option<u8>,
}

impl Rhythm {
    fn falls_on(&self, day: NaiveDate) -> bool {
        (self.weekdays.is_empty() || self.weekdays.contains(&day.weekday()))
            && self.nth.is_none_or(|nth| day.day0() / 7 + 1 == u32::from(nth))
            && self.day.is_none_or(|number| day.day() == u32::from(number))
    }

    /// Every moment after `from` and before `until`.
    #[must_use]
    pub fn between(
        &self,
        from: DateTime<Utc>,
        until: DateTime<Utc>,
        clockwork: &Clockwork,
    ) -> Vec<DateTime<Utc>> {
        let first = clockwork.day(from);
        let days = first.iter_days().take_while(|day| *day <= clockwork.day(until));
        days.filter(|day| self.falls_on(*day))
            .map(|day| clockwork.at(day, self.time))
            .filter(|at| *at > from && *at < until)
            .collect()
    }
}

impl Clockwork {
    /// The day on the calendar.
    #[must_use]
    pub fn day(&self, at: DateTime<Utc>) -> NaiveDate {
        at.with_timezone(&self.zone).date_naive()
    }

    /// The moment of a time on the wall; one that the spring night leaves out is when the clock jumps, one that the
    /// autumn night has twice is its first.
    #[must_use]
    pub fn at(&self, day: NaiveDate, time: NaiveTime) -> DateTime<Utc> {
        let steps = (0..=180).map(|minutes| day.and_time(time) + Duration::minutes(minutes));
        let mut found = steps.filter_map(|wall| self.zone.from_local_datetime(&wall).earliest());
        found.next().map_or_else(|| day.and_time(time).and_utc(), |at| at.to_utc())
    }

    /// The first moment from `at` on at which people may be disturbed.
    #[must_use]
    pub fn awake(&self, at: DateTime<Utc>) -> DateTime<Utc> {
        let (from, to) = self.quiet;
        let (day, time) = (self.day(at), at.with_timezone(&self.zone).time());
        let morning = |day: NaiveDate| self.at(day, to);
        match (from > to, time >= from, time < to) {
            (true, true, _) => morning(day.succ_opt().unwrap_or(day)),
            (true, _, true) | (false, true, true) => morning(day),
            _ => at,
        }
    }

    /// The last minute before people want to be left in peace, if `at` lies in that time.
    #[must_use]
    pub fn before_sleep(&self, at: DateTime<Utc>) -> DateTime<Utc> {
        let (from, _) = self.quiet;
        if self.awake(at) == at {
            return at;
        }
        let (day, time) = (self.day(at), at.with_timezone(&self.zone).time());
        let evening = if time >= from { day } else { day.pred_opt().unwrap_or(day) };
        self.at(evening, from) - Duration::minutes(1)
    }

    /// Just before the first day, so that its first moment counts.
    #[must_use]
    pub fn begins(&self) -> DateTime<Utc> {
        self.at(self.first_day, NaiveTime::MIN) - Duration::seconds(1)
    }

    /// The morning on which the programme closes by itself.
    #[must_use]
    pub fn closes(&self) -> DateTime<Utc> {
        let day = self.last_day + Duration::days(14);
        self.at(day, NaiveTime::from_hms_opt(9, 0, 0).unwrap_or_default())
    }

    /// The end of the last day.
    #[must_use]
    pub fn ends(&self) -> DateTime<Utc> {
        self.at(self.last_day.succ_opt().unwrap_or(self.last_day), NaiveTime::MIN)
    }
}
