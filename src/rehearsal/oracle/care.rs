//! When a tandem is quiet, and when a task is stuck again, by the oracle's own reckoning.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Duration, NaiveDate, NaiveTime, Utc};

use super::around::length;
use super::pauses::Pause;
use super::{Clockwork, Deed, Done, Kind, Place, Post, lives};

/// The nudges of a room: one for each silence of a rhythm and seven days, pauses left out.
pub(super) fn nudges(
    clockwork: &Clockwork,
    place: Place,
    deeds: &[&Done],
    (opened, closes): (DateTime<Utc>, DateTime<Utc>),
    pauses: &[Pause],
) -> Vec<Post> {
    let rhythm =
        Duration::days(((clockwork.last_day - clockwork.first_day).num_days() / clockwork.meetings).max(1));
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
                ends.insert(meeting, starts + length(deeds, meeting));
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

/// Whose card was deleted gets its buttons once more when it would have changed, as long as something is to come of it.
pub(super) fn cards_gone(place: Place, deeds: &[&Done]) -> Vec<Post> {
    let (mut deleted, mut found) = (BTreeSet::new(), Vec::new());
    for done in deeds {
        let (number, pending) = match done.deed {
            Deed::CardDeleted { number } => {
                deleted.insert(number);
                continue;
            }
            Deed::Moved { number, .. } => (number, true),
            Deed::Withdrawn { number } => (number, false),
            Deed::Reported { number, worked } => (number, worked != Some(true)),
            _ => continue,
        };
        if deleted.remove(&number) && pending {
            found.push(Post { place, kind: Kind::CardGone(number), at: done.at });
        }
    }
    found
}

/// When the bot looks who is still there: at two o'clock, universal time.
pub(super) fn next_night(at: DateTime<Utc>) -> DateTime<Utc> {
    let two = at.date_naive().and_time(NaiveTime::MIN).and_utc() + Duration::hours(2);
    if two > at { two } else { two + Duration::days(1) }
}

/// The tandems in which a new one is offered, with the moment: seven days after the question, where no answer came and
/// the tandem has not ended. Nobody pauses one in between.
pub(super) fn offers(clockwork: &Clockwork, deeds: &[Done]) -> BTreeMap<usize, DateTime<Utc>> {
    let mut offers = BTreeMap::new();
    for done in deeds.iter().filter(|done| done.deed == Deed::CantReach) {
        let Some(tandem) = done.tandem else { continue };
        let at = clockwork.awake(done.at) + Duration::days(7);
        let own: Vec<&Done> = deeds.iter().filter(|other| other.tandem == Some(tandem)).collect();
        let reached = |other: &&&Done| other.deed == Deed::Reached && other.at > done.at && other.at < at;
        let settled = own.iter().any(|other| reached(&other)) || lives::ending(clockwork, &own, at).is_some();
        if !settled {
            offers.insert(tandem, at);
        }
    }
    offers
}

/// Direct messages to those who ticked them: one sentence whenever something waits for them; what comes while one waits for
/// the morning is in it. `met` tells whom speed networking left with a question, `later` when it is asked what has lasted.
pub(super) fn pointers(
    clockwork: &Clockwork,
    deeds: &[Done],
    met: &[(DateTime<Utc>, u64)],
    later: &[DateTime<Utc>],
) -> Vec<Post> {
    let mut found = Vec::new();
    for done in deeds {
        let Deed::Ticked { person, open: true } = done.deed else { continue };
        let mut waits: Vec<DateTime<Utc>> = deeds
            .iter()
            .filter(|other| other.deed == Deed::WaitsFor { person })
            .map(|other| other.at)
            .chain(met.iter().filter(|(_, who)| *who == person).map(|(at, _)| *at))
            .collect();
        let mut stayed = false;
        for seat in deeds {
            let (Some(tandem), Deed::Seated { side, person: who }) = (seat.tandem, &seat.deed) else {
                continue;
            };
            if *who == person {
                let own: Vec<&Done> = deeds.iter().filter(|other| other.tandem == Some(tandem)).collect();
                waits.extend(in_tandem(clockwork, &own, *side));
                stayed |= lives::ending(clockwork, &own, clockwork.ends()).is_none();
            }
        }
        waits.extend(later.iter().filter(|_| stayed));
        waits.retain(|at| *at > done.at);
        waits.sort();
        let mut said = None;
        for at in waits {
            if said.is_none_or(|said| said <= at) {
                let at = clockwork.awake(at);
                said = Some(at);
                found.push(Post { place: Place::Direct(person), kind: Kind::Pointer, at });
            }
        }
    }
    found
}

/// When something waits for one of a tandem's two.
fn in_tandem(clockwork: &Clockwork, deeds: &[&Done], side: usize) -> Vec<DateTime<Utc>> {
    let owned: Vec<Done> = deeds.iter().map(|done| (*done).clone()).collect();
    let mut waits: Vec<DateTime<Utc>> = offers(clockwork, &owned).into_values().collect();
    waits.extend(deeds.iter().filter_map(|done| match done.deed {
        Deed::Ended => Some(done.at),
        Deed::LeftServer => Some(next_night(done.at)),
        Deed::Shared { by } if by != side => Some(done.at),
        _ => None,
    }));
    // Whoever gets a new partner is asked nothing more.
    waits.extend(lives::question(clockwork, deeds, DateTime::<Utc>::MAX_UTC).map(|one| one.asked));
    waits
}

/// Whether at this moment a task is open that is due on that day.
pub(super) fn is_due(deeds: &[&Done], day: NaiveDate, at: DateTime<Utc>) -> bool {
    let mut tasks: BTreeMap<u32, (Option<NaiveDate>, bool)> = BTreeMap::new();
    for done in deeds.iter().filter(|done| done.at < at) {
        match done.deed {
            Deed::Assigned { number, due, .. } => drop(tasks.insert(number, (due, true))),
            Deed::Moved { number, due } => tasks.entry(number).or_default().0 = due,
            Deed::Withdrawn { number } => tasks.entry(number).or_default().1 = false,
            Deed::Reported { number, worked } => tasks.entry(number).or_default().1 = worked.is_none(),
            _ => {}
        }
    }
    tasks.values().any(|(due, open)| *open && *due == Some(day))
}

/// Whether somebody asked for this very question.
pub(super) fn passed_on(deeds: &[&Done], one: &Post) -> bool {
    one.kind == Kind::Question && deeds.iter().any(|done| done.deed == Deed::PassedOn && done.at == one.at)
}
