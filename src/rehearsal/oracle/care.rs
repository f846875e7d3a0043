//! When a tandem is quiet, and when a task is stuck again, by the oracle's own reckoning.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Duration, NaiveTime, Utc};

use super::pauses::Pause;
use super::{Clockwork, Deed, Done, Kind, Place, Post};

/// How many meetings a tandem is to have: its rhythm is the programme's length divided by them.
const MEETINGS: i64 = 6;

/// The nudges of a room: one for each silence of a rhythm and seven days, pauses left out.
pub(super) fn nudges(
    clockwork: &Clockwork,
    place: Place,
    deeds: &[&Done],
    (opened, closes): (DateTime<Utc>, DateTime<Utc>),
    pauses: &[Pause],
) -> Vec<Post> {
    let rhythm = Duration::days(((clockwork.last_day - clockwork.first_day).num_days() / MEETINGS).max(1));
    let mut touched = vec![opened.max(clockwork.at(clockwork.first_day, NaiveTime::MIN))];
    touched.extend(deeds.iter().filter(|done| is_touch(&done.deed)).map(|done| done.at));
    touched.sort();
    let mut found = Vec::new();
    for (index, at) in touched.iter().enumerate() {
        let next = touched.get(index + 1).copied().unwrap_or(closes).min(closes);
        let stood = standing(deeds, *at).map_or(*at, |ends| ends.max(*at));
        let due = after(pauses, stood, rhythm + Duration::days(7));
        let said = clockwork.awake(due);
        if said < next && clockwork.day(due) <= clockwork.last_day {
            found.push(Post { place, kind: Kind::Nudge, at: said });
        }
    }
    found
}

const fn is_touch(deed: &Deed) -> bool {
    matches!(
        deed,
        Deed::Assigned { .. }
            | Deed::Moved { .. }
            | Deed::Withdrawn { .. }
            | Deed::Reported { .. }
            | Deed::MeetingPlanned { .. }
            | Deed::MeetingMoved { .. }
            | Deed::MeetingCancelled { .. }
    )
}

/// When the last meeting ends that stands after the deeds up to a moment.
fn standing(deeds: &[&Done], at: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let mut ends: BTreeMap<u32, DateTime<Utc>> = BTreeMap::new();
    for done in deeds.iter().filter(|done| done.at <= at) {
        match done.deed {
            Deed::MeetingPlanned { meeting, starts } | Deed::MeetingMoved { meeting, starts } => {
                ends.insert(meeting, starts + Duration::hours(1));
            }
            Deed::MeetingCancelled { meeting } => drop(ends.remove(&meeting)),
            _ => {}
        }
    }
    ends.into_values().max()
}

/// The moment at which so much time has gone by, pauses left out.
fn after(pauses: &[Pause], from: DateTime<Utc>, span: Duration) -> DateTime<Utc> {
    let mut end = from + span;
    for pause in pauses.iter().filter(|pause| pause.until > from) {
        if pause.from < end {
            end += pause.until - pause.from.max(from);
        }
    }
    end
}

/// Help is offered when a task is stuck for the second time; a word taken back does not count.
pub(super) fn stuck_again(place: Place, deeds: &[&Done]) -> Vec<Post> {
    let mut tasks: BTreeMap<u32, (Option<bool>, u32)> = BTreeMap::new();
    let mut offered = BTreeSet::new();
    let mut found = Vec::new();
    for done in deeds {
        let Deed::Reported { number, worked } = done.deed else { continue };
        let (said, times) = tasks.entry(number).or_default();
        match (*said, worked) {
            (Some(false), None) => *times = times.saturating_sub(1),
            (Some(true) | None, Some(false)) => {
                *times += 1;
                if *times >= 2 && offered.insert(number) {
                    found.push(Post { place, kind: Kind::StuckAgain(number), at: done.at });
                }
            }
            _ => {}
        }
        *said = worked;
    }
    found
}
