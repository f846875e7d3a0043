//! The mentors' own channel, by the oracle's own reckoning: on the second Tuesday of each month something to talk about,
//! from a week after the first day on and as long as the programme is not closed.

use chrono::{Datelike as _, Duration, NaiveTime, Weekday};

use super::{Clockwork, Deed, Done, Kind, Place, Post};

/// The hour at which it comes.
const HOUR: NaiveTime = NaiveTime::from_hms_opt(10, 0, 0).expect("ten o'clock");

/// What comes by itself.
pub(super) fn impulses(clockwork: &Clockwork, deeds: &[Done]) -> Vec<Post> {
    let Some(wanted) = deeds.iter().find(|done| done.deed == Deed::LoungeWanted) else { return Vec::new() };
    let closes = clockwork.closes();
    let days = clockwork.day(wanted.at).iter_days().take_while(|day| *day <= clockwork.day(closes));
    let begun = clockwork.first_day + Duration::days(7);
    let second = days
        .filter(|day| *day >= begun)
        .filter(|day| day.weekday() == Weekday::Tue && (8..=14).contains(&day.day()));
    let moments = second.map(|day| clockwork.at(day, HOUR)).filter(|at| *at > wanted.at && *at < closes);
    let post = |at| Post { place: Place::Lounge, kind: Kind::Impulse, at: clockwork.awake(at) };
    moments.map(post).collect()
}
