//! Which dates the bot proposes when nothing was planned in time: on working days, outside of quiet hours, where neither
//! has a meeting, at times that are good for talking, and near the day on which the programme's rhythm wants one.

use chrono::{DateTime, Datelike as _, Duration, NaiveDate, NaiveDateTime, NaiveTime, Utc, Weekday};
use chrono_tz::Tz;

use super::meeting::MINUTES;
use super::quiet::QuietHours;
use super::when::{self, WhenError};
use super::zone;

/// So long before a meeting is due, dates are proposed.
const AHEAD: Duration = Duration::days(7);
/// But not so soon after the last one.
const AFTER_LAST: Duration = Duration::days(3);
/// The earliest date lies so far ahead, so that both can arrange for it.
const NOTICE: Duration = Duration::days(3);
/// Whoever has just cancelled or moved is not answered with dates at once.
pub const NOT_AT_ONCE: Duration = Duration::days(1);
/// How far ahead dates are looked for.
pub const SEARCHED: Duration = Duration::days(28);
/// Local hours that are proposed, in turn.
const HOURS: [u32; 3] = [10, 14, 16];
/// Local hours that are suggested for a day without a time.
const HOURS_OF_A_DAY: [u32; 5] = [9, 10, 14, 16, 17];
/// So many moments are suggested where nothing was understood.
const LIKELY: usize = 5;

/// What the dates have to fit into.
#[derive(Debug, Clone, Copy)]
pub struct Surroundings {
    /// The zone in which hours are counted.
    pub zone: Tz,
    /// The hours in which people are left in peace.
    pub quiet: QuietHours,
    /// The programme's last day.
    pub last_day: NaiveDate,
    /// When the two met last: that time of day seems to suit them.
    pub usual: Option<DateTime<Utc>>,
}

/// When dates are proposed if nothing was planned since `since`.
#[must_use]
pub fn due(since: DateTime<Utc>, rhythm: Duration) -> DateTime<Utc> {
    since + (rhythm - AHEAD).max(AFTER_LAST)
}

/// From when on dates are looked for: a little before the day that the rhythm wants, with notice.
#[must_use]
pub fn earliest(since: DateTime<Utc>, rhythm: Duration, now: DateTime<Utc>) -> DateTime<Utc> {
    (now + NOTICE).max(since + rhythm - NOTICE)
}

/// Three dates from `from` on, on three days; `None` where not so many fit before the programme ends. `taken` is the time
/// that either of the two has given to a meeting.
#[must_use]
pub fn dates(
    from: DateTime<Utc>,
    around: &Surroundings,
    taken: &[(DateTime<Utc>, DateTime<Utc>)],
) -> Option<[DateTime<Utc>; 3]> {
    let mut found: Vec<DateTime<Utc>> = Vec::new();
    let mut day = zone::to_local(from, around.zone).date();
    let end = day + SEARCHED;
    while day < end && day <= around.last_day && found.len() < 3 {
        if let Some(at) = times(around, found.len())
            .map(|time| (time, day.and_time(time)))
            .filter(|(_, local)| !zone::is_odd(*local, around.zone))
            .map(|(_, local)| zone::to_utc(local, around.zone))
            .find(|at| *at >= from && fits(*at, around, taken))
        {
            found.push(at);
            // Two days on: whoever is away on one day is often away on the next.
            day += Duration::days(1);
        }
        day += Duration::days(1);
    }
    found.try_into().ok()
}

/// Moments that what was typed so far may mean, for somebody who is typing one: the one that was understood; where a time
/// is missing, a few of that day; where a date means two days, both; and for nonsense a few that suit most people.
#[must_use]
pub fn understood(
    typed: &str,
    now: DateTime<Utc>,
    around: &Surroundings,
    taken: &[(DateTime<Utc>, DateTime<Utc>)],
) -> Vec<DateTime<Utc>> {
    let ahead = |local: NaiveDateTime| {
        let at = zone::to_utc(local, around.zone);
        (at > now && !zone::is_odd(local, around.zone)).then_some(at)
    };
    let hours = HOURS_OF_A_DAY.iter().filter_map(|hour| NaiveTime::from_hms_opt(*hour, 0, 0));
    let hours: Vec<NaiveTime> = match when::time_in(typed) {
        Some(time) => vec![time],
        None => hours.collect(),
    };
    let on = |day: NaiveDate| hours.iter().filter_map(move |time| ahead(day.and_time(*time)));
    let found: Vec<DateTime<Utc>> = match when::read_moment(typed, now, around.zone) {
        Ok(at) => return vec![at],
        Err(WhenError::MissingTime) => {
            let day = when::read(typed, now, around.zone).map(|when| when.day(around.zone));
            day.into_iter().flat_map(on).collect()
        }
        Err(WhenError::TwoReadings { day_first, month_first }) => {
            [day_first, month_first].into_iter().flat_map(on).collect()
        }
        Err(_) => Vec::new(),
    };
    if found.is_empty() { likely(now, around, taken) } else { found }
}

/// A few moments of the coming days that fit.
fn likely(
    now: DateTime<Utc>,
    around: &Surroundings,
    taken: &[(DateTime<Utc>, DateTime<Utc>)],
) -> Vec<DateTime<Utc>> {
    let today = zone::to_local(now, around.zone).date();
    let days = (1..=SEARCHED.num_days()).map(|days| today + Duration::days(days));
    let moments = days.enumerate().filter_map(|(index, day)| {
        let locals = times(around, index).map(|time| day.and_time(time));
        let mut moments = locals
            .filter(|local| !zone::is_odd(*local, around.zone))
            .map(|local| zone::to_utc(local, around.zone));
        moments.find(|at| fits(*at, around, taken))
    });
    moments.take(LIKELY).collect()
}

/// The times of day to try for the date of that index: the usual one first, then another one for each date.
fn times(around: &Surroundings, index: usize) -> impl Iterator<Item = NaiveTime> {
    let usual = around.usual.map(|at| zone::to_local(at, around.zone).time());
    let hours = (0..HOURS.len())
        .filter_map(move |turn| NaiveTime::from_hms_opt(HOURS[(index + turn) % HOURS.len()], 0, 0));
    usual.into_iter().chain(hours)
}

fn fits(at: DateTime<Utc>, around: &Surroundings, taken: &[(DateTime<Utc>, DateTime<Utc>)]) -> bool {
    let ends = at + Duration::minutes(MINUTES.into());
    let quiet = |moment| around.quiet.is_quiet(moment, around.zone);
    let weekend = matches!(zone::to_local(at, around.zone).date().weekday(), Weekday::Sat | Weekday::Sun);
    let free = taken.iter().all(|(from, until)| ends <= *from || *until <= at);
    !weekend && !quiet(at) && !quiet(ends - Duration::minutes(1)) && free
}

#[cfg(test)]
mod tests {
    use super::*;

    const BERLIN: Tz = Tz::Europe__Berlin;

    fn berlin(text: &str) -> DateTime<Utc> {
        zone::to_utc(NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap(), BERLIN)
    }

    fn around() -> Surroundings {
        let at = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap();
        Surroundings {
            zone: BERLIN,
            quiet: QuietHours { from: at(19), to: at(8), weekends: false },
            last_day: "2027-05-24".parse().unwrap(),
            usual: None,
        }
    }

    fn shown(dates: Option<[DateTime<Utc>; 3]>) -> Vec<String> {
        let show = |at| zone::to_local(at, BERLIN).format("%a %m-%d %H:%M").to_string();
        dates.map(|dates| dates.map(show).to_vec()).unwrap_or_default()
    }

    #[test]
    fn dates_are_due_a_week_before_the_rhythm_and_never_right_after_a_meeting() {
        let last = berlin("2027-03-01 14:00");
        assert_eq!(due(last, Duration::days(23)), berlin("2027-03-17 14:00"));
        assert_eq!(due(last, Duration::days(7)), berlin("2027-03-04 14:00"));
        let now = berlin("2027-03-17 14:00");
        assert_eq!(earliest(last, Duration::days(23), now), berlin("2027-03-21 14:00"));
        assert_eq!(earliest(last, Duration::days(7), now), berlin("2027-03-20 14:00"));
    }

    #[test]
    fn three_dates_stand_on_three_working_days_at_different_hours() {
        let dates = dates(berlin("2027-03-05 12:00"), &around(), &[]);
        assert_eq!(shown(dates), ["Fri 03-05 14:00", "Mon 03-08 14:00", "Wed 03-10 16:00"]);
    }

    #[test]
    fn the_time_of_the_last_meeting_comes_first_unless_it_is_quiet_then() {
        let usual = |text| Surroundings { usual: Some(berlin(text)), ..around() };
        let from = berlin("2027-03-08 00:00");
        assert_eq!(
            shown(dates(from, &usual("2027-02-08 15:30"), &[])),
            ["Mon 03-08 15:30", "Wed 03-10 15:30", "Fri 03-12 15:30"]
        );
        // Ends in quiet hours.
        assert_eq!(
            shown(dates(from, &usual("2027-02-08 18:30"), &[])),
            ["Mon 03-08 10:00", "Wed 03-10 14:00", "Fri 03-12 16:00"]
        );
    }

    #[test]
    fn time_that_either_has_given_to_a_meeting_is_left_alone() {
        let taken = [
            (berlin("2027-03-08 09:30"), berlin("2027-03-08 10:30")),
            (berlin("2027-03-10 08:00"), berlin("2027-03-10 18:00")),
        ];
        assert_eq!(
            shown(dates(berlin("2027-03-08 00:00"), &around(), &taken)),
            ["Mon 03-08 14:00", "Thu 03-11 14:00", "Mon 03-15 16:00"]
        );
    }

    #[test]
    fn ten_is_ten_on_both_sides_of_the_odd_nights_and_none_lies_after_the_end() {
        let spring = dates(berlin("2027-03-26 00:00"), &around(), &[]).unwrap();
        assert_eq!(shown(Some(spring)), ["Fri 03-26 10:00", "Mon 03-29 14:00", "Wed 03-31 16:00"]);
        assert_eq!(dates(berlin("2027-05-20 00:00"), &around(), &[]), None);
    }

    #[test]
    fn no_date_is_ever_quiet_taken_or_on_a_weekend() {
        let mut rng = fastrand::Rng::with_seed(3);
        for _ in 0..2000 {
            let hour = |rng: &mut fastrand::Rng| NaiveTime::from_hms_opt(rng.u32(0..24), 0, 0).unwrap();
            let around = Surroundings {
                quiet: QuietHours { from: hour(&mut rng), to: hour(&mut rng), weekends: rng.bool() },
                usual: rng.bool().then(|| berlin("2027-01-04 00:00") + Duration::minutes(rng.i64(0..9000))),
                ..around()
            };
            let from = berlin("2027-01-04 00:00") + Duration::minutes(rng.i64(0..140_000));
            let begins = from + Duration::hours(rng.i64(0..90));
            let taken = [(begins, begins + Duration::hours(rng.i64(1..40)))];
            for at in dates(from, &around, &taken).into_iter().flatten() {
                assert!(at >= from && fits(at, &around, &taken));
            }
        }
    }

    #[test]
    fn what_was_understood_is_suggested_and_for_nonsense_moments_that_fit() {
        let now = berlin("2027-03-05 12:00");
        let taken = [(berlin("2027-03-08 13:30"), berlin("2027-03-08 14:30"))];
        let suggested = |typed: &str| {
            let show = |at| zone::to_local(at, BERLIN).format("%a %m-%d %H:%M").to_string();
            understood(typed, now, &around(), &taken).into_iter().map(show).collect::<Vec<_>>()
        };
        assert_eq!(suggested("Donnerstag 14 Uhr"), ["Thu 03-11 14:00"]);
        assert_eq!(suggested("next week Tuesday 10:00"), ["Tue 03-09 10:00"]);
        let day =
            ["Thu 03-11 09:00", "Thu 03-11 10:00", "Thu 03-11 14:00", "Thu 03-11 16:00", "Thu 03-11 17:00"];
        assert_eq!(suggested("Thursday"), day);
        assert_eq!(suggested("today"), ["Fri 03-05 14:00", "Fri 03-05 16:00", "Fri 03-05 17:00"]);
        assert_eq!(suggested("4/5 14:30"), ["Tue 05-04 14:30", "Mon 04-05 14:30"]);
        let likely =
            ["Mon 03-08 16:00", "Tue 03-09 10:00", "Wed 03-10 14:00", "Thu 03-11 16:00", "Fri 03-12 10:00"];
        for nonsense in ["", "soon", "31.2.", "14:30", "yesterday", "28.3. 2:30"] {
            assert_eq!(suggested(nonsense), likely, "{nonsense}");
        }
    }
}
