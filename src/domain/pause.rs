//! A tandem's pause: until which day it may last. It belongs to the tandem, not to one of the two (D15).

use chrono::{DateTime, Duration, NaiveDate, Utc};
use chrono_tz::Tz;

use super::ids::{PauseId, TandemId};
use super::refusal::Refusal;
use super::zone;

/// The longest pause (decision: a parental leave or a long journey; whoever needs more sets another one).
pub const LONGEST: Duration = Duration::weeks(12);

/// A pause. Who set it is deliberately absent: no field could hold it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pause {
    /// Our number for it.
    pub id: PauseId,
    /// Whose.
    pub tandem: TandemId,
    /// When it began.
    pub from: DateTime<Utc>,
    /// When it ends, or ended.
    pub until: DateTime<Utc>,
    /// Whether it was ended before its day.
    pub ended_early: bool,
}

impl Pause {
    /// The local day on which the bot speaks up again.
    #[must_use]
    pub fn day(&self, zone: Tz) -> NaiveDate {
        zone::to_local(self.until, zone).date()
    }
}

/// The moment at which a pause until that day ends: when the day begins, so that the day itself is an ordinary one.
/// `ends_on` is the programme's last day.
///
/// # Errors
/// [`Refusal::PauseTooShort`] for today and before, [`Refusal::PauseTooLong`] beyond [`LONGEST`] or the programme's end.
pub fn until(
    day: NaiveDate,
    ends_on: NaiveDate,
    zone: Tz,
    now: DateTime<Utc>,
) -> Result<DateTime<Utc>, Refusal> {
    let today = zone::to_local(now, zone).date();
    if day <= today {
        return Err(Refusal::PauseTooShort);
    }
    // A programme that is closing may be past its last day; its tandems pause like all others.
    let ends = if ends_on > today { ends_on } else { today + LONGEST };
    if day > ends.min(today + LONGEST) {
        return Err(Refusal::PauseTooLong { weeks: LONGEST.num_weeks() });
    }
    Ok(zone::start_of_day(day, zone))
}

/// The days offered for a choice: so many weeks from now, as far as they are allowed.
#[must_use]
pub fn offered(ends_on: NaiveDate, zone: Tz, now: DateTime<Utc>) -> Vec<NaiveDate> {
    let today = zone::to_local(now, zone).date();
    let days = [1, 2, 4].map(|weeks| today + Duration::weeks(weeks));
    days.into_iter().filter(|day| until(*day, ends_on, zone, now).is_ok()).collect()
}

/// How much of the time from `from` to `to` lies outside of these pauses.
#[must_use]
pub fn time_outside(pauses: &[Pause], from: DateTime<Utc>, to: DateTime<Utc>) -> Duration {
    let inside =
        pauses.iter().map(|pause| (pause.until.min(to) - pause.from.max(from)).max(Duration::zero()));
    (to - from) - inside.sum::<Duration>()
}

/// The moment at which so much time has gone by since `from`, pauses left out.
#[must_use]
pub fn after(pauses: &[Pause], from: DateTime<Utc>, span: Duration) -> DateTime<Utc> {
    let mut ordered: Vec<&Pause> = pauses.iter().filter(|pause| pause.until > from).collect();
    ordered.sort_by_key(|pause| pause.from);
    ordered.iter().fold(from + span, |end, pause| {
        if pause.from < end { end + (pause.until - pause.from.max(from)) } else { end }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const BERLIN: Tz = Tz::Europe__Berlin;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn pause(from: &str, until: &str) -> Pause {
        let ended_early = false;
        Pause { id: PauseId(1), tandem: TandemId(1), from: at(from), until: at(until), ended_early }
    }

    #[test]
    fn a_pause_lasts_from_tomorrow_to_twelve_weeks_or_the_end_of_the_programme() {
        let last = day("2027-05-24");
        let now = at("2027-01-10T22:30:00Z");
        let ask = |text| until(day(text), last, BERLIN, now);
        assert_eq!(ask("2027-01-10"), Err(Refusal::PauseTooShort));
        assert_eq!(ask("2027-01-11"), Ok(at("2027-01-10T23:00:00Z")), "the day begins in Berlin");
        assert_eq!(ask("2027-04-04"), Ok(at("2027-04-03T22:00:00Z")), "after the clock was put forward");
        assert_eq!(ask("2027-04-05"), Err(Refusal::PauseTooLong { weeks: 12 }));
        let late = at("2027-05-10T08:00:00Z");
        assert_eq!(until(day("2027-05-24"), last, BERLIN, late), Ok(at("2027-05-23T22:00:00Z")));
        assert_eq!(until(day("2027-05-25"), last, BERLIN, late), Err(Refusal::PauseTooLong { weeks: 12 }));
        assert_eq!(offered(last, BERLIN, late), [day("2027-05-17"), day("2027-05-24")]);
        let after_its_end = at("2027-06-01T08:00:00Z");
        assert_eq!(offered(last, BERLIN, after_its_end).len(), 3);
    }

    #[test]
    fn time_is_counted_outside_of_pauses() {
        let pauses = [
            pause("2027-01-10T00:00:00Z", "2027-01-12T00:00:00Z"),
            pause("2027-01-14T00:00:00Z", "2027-01-15T00:00:00Z"),
        ];
        let (from, days) = (at("2027-01-09T00:00:00Z"), Duration::days);
        assert_eq!(time_outside(&pauses, from, at("2027-01-11T00:00:00Z")), days(1));
        assert_eq!(time_outside(&pauses, from, at("2027-01-20T00:00:00Z")), days(8));
        for (span, end) in [(1, "2027-01-10"), (2, "2027-01-13"), (3, "2027-01-14"), (4, "2027-01-16")] {
            let end = at(&format!("{end}T00:00:00Z"));
            assert_eq!(after(&pauses, from, days(span)), end, "{span} days");
            assert_eq!(time_outside(&pauses, from, end), days(span), "{span} days");
        }
        assert_eq!(after(&pauses, at("2027-01-11T00:00:00Z"), days(1)), at("2027-01-13T00:00:00Z"));
    }
}
