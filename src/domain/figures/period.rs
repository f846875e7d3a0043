//! The fixed, disjoint periods over which inside figures are summed.
//!
//! Length, first day and zone are chosen when a programme starts and stored; changing the programme's zone, dates or size
//! later must not move them, or two overlapping periods could be subtracted. A period begins and ends at local midnight
//! from Monday to Monday, so that Monday's digest finds it closed, and no instant is in two or in none of them, summer
//! time or not.

use chrono::{DateTime, Datelike, Days, NaiveDate, Utc};
use chrono_tz::Tz;

use crate::domain::zone;

/// Below this many tandems a week is too short for figures (rule P7).
pub const TANDEMS_FOR_WEEKS: usize = 20;

/// How long the periods of a programme are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Length {
    /// One week, from 20 tandems on.
    Week,
    /// Four weeks.
    FourWeeks,
}

impl Length {
    /// The length for a programme that starts with so many tandems. It stays when the number changes.
    #[must_use]
    pub fn for_tandems(tandems: usize) -> Self {
        if tandems < TANDEMS_FOR_WEEKS { Self::FourWeeks } else { Self::Week }
    }

    /// The length of so many weeks, as it is stored; there are only 1 and 4.
    #[must_use]
    pub fn of_weeks(weeks: u32) -> Option<Self> {
        [Self::Week, Self::FourWeeks].into_iter().find(|length| length.weeks() == weeks)
    }

    /// In weeks, to be stored.
    #[must_use]
    pub fn weeks(self) -> u32 {
        self.days() / 7
    }

    /// In days.
    #[must_use]
    pub fn days(self) -> u32 {
        match self {
            Self::Week => 7,
            Self::FourWeeks => 28,
        }
    }
}

/// All periods of a programme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grid {
    first_day: NaiveDate,
    length: Length,
    zone: Tz,
}

/// One period: from its first instant up to, and without, its last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// Counted from 0 at the programme's start.
    pub index: u32,
    /// The first local day.
    pub first_day: NaiveDate,
    /// The last local day.
    pub last_day: NaiveDate,
    /// The first instant.
    pub from: DateTime<Utc>,
    /// The first instant after it: when it closes.
    pub until: DateTime<Utc>,
}

impl Grid {
    /// The periods of a programme that starts on this local day; the first begins on that week's Monday.
    #[must_use]
    pub fn starting(start: NaiveDate, length: Length, zone: Tz) -> Self {
        let since_monday = u64::from(start.weekday().num_days_from_monday());
        Self { first_day: start.checked_sub_days(Days::new(since_monday)).unwrap_or(start), length, zone }
    }

    /// The first Monday; [`Grid::starting`] with it gives the same grid back.
    #[must_use]
    pub fn first_day(&self) -> NaiveDate {
        self.first_day
    }

    /// The zone in which its days begin.
    #[must_use]
    pub fn zone(&self) -> Tz {
        self.zone
    }

    /// The length of every period.
    #[must_use]
    pub fn length(&self) -> Length {
        self.length
    }

    /// The period of this index.
    #[must_use]
    pub fn period(&self, index: u32) -> Period {
        let day = |index: u64| {
            let days = index * u64::from(self.length.days());
            self.first_day.checked_add_days(Days::new(days)).unwrap_or(NaiveDate::MAX)
        };
        let (first, next) = (day(u64::from(index)), day(u64::from(index) + 1));
        Period {
            index,
            first_day: first,
            last_day: next.pred_opt().unwrap_or(next),
            from: zone::start_of_day(first, self.zone),
            until: zone::start_of_day(next, self.zone),
        }
    }

    /// How many periods have closed by `now`: the next to be released is the one of this index, once it has.
    #[must_use]
    pub fn closed_by(&self, now: DateTime<Utc>) -> u32 {
        let days = (zone::to_local(now, self.zone).date() - self.first_day).num_days();
        let mut closed = u32::try_from(days / i64::from(self.length.days())).unwrap_or(0).saturating_sub(1);
        // The division is right but for days without a midnight; the bounds decide.
        while self.period(closed).until <= now {
            closed += 1;
        }
        closed
    }

    /// The last closed period, which is what "now" means for inside figures; `None` before the first has closed.
    #[must_use]
    pub fn last_closed(&self, now: DateTime<Utc>) -> Option<Period> {
        self.closed_by(now).checked_sub(1).map(|index| self.period(index))
    }
}

impl Period {
    /// Whether a deed belongs here.
    #[must_use]
    pub fn contains(&self, at: DateTime<Utc>) -> bool {
        self.from <= at && at < self.until
    }

    /// Whether a tandem counts in this period: it was open for at least half of it. Others stay out with all they did,
    /// because everybody knows that a tandem of two days has done next to nothing.
    #[must_use]
    pub fn counts(&self, opened: DateTime<Utc>, ended: Option<DateTime<Utc>>) -> bool {
        let open = ended.unwrap_or(self.until).min(self.until) - opened.max(self.from);
        open * 2 >= self.until - self.from
    }
}

#[cfg(test)]
mod tests {
    use chrono::Duration;

    use super::*;

    const BERLIN: Tz = Tz::Europe__Berlin;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn periods_are_disjoint_without_gaps_and_run_from_monday_to_monday() {
        for zone in [BERLIN, Tz::Asia__Beirut, Tz::America__Santiago, Tz::UTC] {
            for length in [Length::Week, Length::FourWeeks] {
                let grid = Grid::starting(day("2026-09-03"), length, zone);
                assert_eq!(grid.period(0).first_day, day("2026-08-31"));
                for index in 0..60 {
                    let (this, next) = (grid.period(index), grid.period(index + 1));
                    assert_eq!(this.until, next.from);
                    assert!(!this.contains(next.from) && next.contains(next.from));
                    assert_eq!(this.first_day.weekday(), chrono::Weekday::Mon);
                    assert_eq!(zone::to_local(this.until - Duration::seconds(1), zone).date(), this.last_day);
                }
            }
        }
    }

    #[test]
    fn a_period_over_the_change_of_clocks_is_an_hour_shorter_or_longer() {
        let hours = |start: &str| {
            let period = Grid::starting(day(start), Length::Week, BERLIN).period(0);
            (period.until - period.from).num_hours()
        };
        assert_eq!((hours("2027-03-22"), hours("2027-10-25"), hours("2027-06-07")), (167, 169, 168));
    }

    #[test]
    fn a_period_closes_at_its_last_midnight_and_not_before() {
        for zone in [BERLIN, Tz::Asia__Beirut, Tz::Pacific__Kiritimati] {
            let grid = Grid::starting(day("2026-02-02"), Length::Week, zone);
            for index in 0..60 {
                let period = grid.period(index);
                assert_eq!(grid.closed_by(period.until - Duration::milliseconds(1)), index);
                assert_eq!(grid.closed_by(period.until), index + 1);
                assert_eq!(grid.last_closed(period.until), Some(period));
            }
            assert_eq!(grid.last_closed(grid.period(0).from - Duration::days(400)), None);
        }
    }

    #[test]
    fn small_programmes_have_periods_of_four_weeks() {
        assert_eq!(Length::for_tandems(19), Length::FourWeeks);
        assert_eq!(Length::for_tandems(20), Length::Week);
        assert_eq!([1, 4, 2].map(Length::of_weeks), [Some(Length::Week), Some(Length::FourWeeks), None]);
    }

    #[test]
    fn a_tandem_counts_where_it_was_open_for_half_of_the_period() {
        let period = Grid::starting(day("2026-06-01"), Length::FourWeeks, BERLIN).period(1);
        let after = |days| period.from + Duration::days(days);
        assert!(period.counts(after(-20), None));
        assert!(period.counts(after(14), None));
        assert!(!period.counts(after(15), None));
        assert!(period.counts(after(-20), Some(after(14))));
        assert!(!period.counts(after(-20), Some(after(13))));
        assert!(!period.counts(after(-20), Some(after(-3))));
        assert!(!period.counts(after(40), None));
    }
}
