//! Meetings by the oracle's own reckoning: what each deed posts, the reminder an hour before, and the dates that have to be
//! proposed where nothing was planned in time.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Datelike as _, Duration, NaiveTime, Utc, Weekday};

use super::pauses::Pause;
use super::{Clockwork, Deed, Done, Kind, Place, Post};

/// The last hour that is proposed on a day, unless the two met later on theirs.
const LATEST: NaiveTime = NaiveTime::from_hms_opt(16, 0, 0).expect("four o'clock");

/// What is known of the meetings between two deeds about them.
#[derive(Clone)]
struct Stretch {
    from: DateTime<Utc>,
    until: DateTime<Utc>,
    /// When the meetings begin that stand, by their number.
    standing: BTreeMap<u32, DateTime<Utc>>,
    /// When one was cancelled last.
    cancelled: Option<DateTime<Utc>>,
}

fn stretches(deeds: &[&Done], opened: DateTime<Utc>, closes: DateTime<Utc>) -> Vec<Stretch> {
    let mut all = vec![Stretch { from: opened, until: closes, standing: BTreeMap::new(), cancelled: None }];
    for done in deeds {
        let Stretch { mut standing, mut cancelled, .. } = all[all.len() - 1].clone();
        match done.deed {
            Deed::MeetingPlanned { meeting, starts } | Deed::MeetingMoved { meeting, starts } => {
                standing.insert(meeting, starts);
            }
            Deed::MeetingCancelled { meeting } => {
                standing.remove(&meeting);
                cancelled = Some(done.at);
            }
            _ => continue,
        }
        if let Some(last) = all.last_mut() {
            last.until = done.at;
        }
        all.push(Stretch { from: done.at, until: closes, standing, cancelled });
    }
    all
}

/// Everything about meetings that has to stand in a room.
pub(super) fn posts(
    clockwork: &Clockwork,
    place: Place,
    deeds: &[&Done],
    (opened, closes): (DateTime<Utc>, DateTime<Utc>),
    pauses: &[Pause],
) -> Vec<Post> {
    let post = |kind, at| Post { place, kind, at };
    let mut posts = Vec::new();
    for done in deeds {
        let kind = match done.deed {
            Deed::MeetingPlanned { .. } => Kind::MeetingCard,
            Deed::MeetingMoved { .. } => Kind::MeetingMoved,
            Deed::MeetingConfirmed { .. } => Kind::MeetingConfirmed,
            Deed::MeetingCancelled { .. } => Kind::MeetingCancelled,
            _ => continue,
        };
        posts.push(post(kind, done.at));
    }
    let (mut reminded, mut proposed) = (BTreeSet::new(), BTreeSet::new());
    for one in stretches(deeds, opened, closes) {
        for (meeting, starts) in &one.standing {
            let at = clockwork.before_sleep(*starts - Duration::hours(1));
            if at > one.from && at < one.until && reminded.insert((*meeting, *starts)) {
                posts.push(post(Kind::MeetingSoon, at));
            }
        }
        posts.extend(
            proposal(clockwork, &one, opened, pauses, &mut proposed)
                .map(|at| post(Kind::MeetingDates, clockwork.awake(at))),
        );
    }
    posts
}

/// When dates are proposed in a stretch, if they are.
fn proposal(
    clockwork: &Clockwork,
    stretch: &Stretch,
    opened: DateTime<Utc>,
    pauses: &[Pause],
    proposed: &mut BTreeSet<DateTime<Utc>>,
) -> Option<DateTime<Utc>> {
    let rhythm =
        Duration::days(((clockwork.last_day - clockwork.first_day).num_days() / clockwork.meetings).max(1));
    let begins = clockwork.at(clockwork.first_day, NaiveTime::MIN);
    let since = stretch.standing.values().max().copied().unwrap_or(opened.max(begins));
    let due = since + (rhythm - Duration::days(7)).max(Duration::days(3));
    let mut at = due.max(stretch.from + Duration::days(1));
    while pauses.iter().any(|pause| pause.is_on(at)) {
        at += Duration::days(1);
    }
    let enough = stretch.standing.len() >= usize::try_from(clockwork.meetings).unwrap_or_default();
    let from = (at + Duration::days(3)).max(since + rhythm - Duration::days(3));
    let latest = latest(clockwork, stretch, at);
    let fits = at < stretch.until && !enough && three_days_from(clockwork, from, latest);
    let gap = stretch.cancelled.map_or(since, |cancelled| cancelled.max(since));
    (fits && proposed.insert(gap)).then_some(at)
}

/// The last time that is proposed on a day: that of their last meeting where it is a late one that ends in time.
fn latest(clockwork: &Clockwork, stretch: &Stretch, now: DateTime<Utc>) -> NaiveTime {
    let last = stretch.standing.values().filter(|starts| **starts <= now).max();
    let awake = |at: &DateTime<Utc>| clockwork.awake(*at) == *at;
    let usual = last.filter(|at| awake(at) && awake(&(**at + Duration::minutes(59))));
    usual.map_or(LATEST, |at| at.with_timezone(&clockwork.zone).time().max(LATEST))
}

/// Whether three working days, every other day, are left from a moment on.
fn three_days_from(clockwork: &Clockwork, from: DateTime<Utc>, latest: NaiveTime) -> bool {
    let (mut day, mut found) = (clockwork.day(from), 0);
    while day <= clockwork.last_day && found < 3 {
        let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        if !weekend && clockwork.at(day, latest) >= from {
            found += 1;
            day += Duration::days(1);
        }
        day += Duration::days(1);
    }
    found == 3
}
