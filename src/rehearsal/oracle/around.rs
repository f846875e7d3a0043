//! What follows from a meeting by itself, by the oracle's own reckoning: its agenda, whether the two met, ideas for a task,
//! and once half-way to the next one what is still open.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Duration, NaiveTime, Utc};

use super::pauses::Pause;
use super::{Clockwork, Deed, Done, Kind, Place, Post};

/// So long do the people of a rehearsal meet, and so long when they plan the whole day.
pub(super) const LENGTH: Duration = Duration::hours(1);
const WHOLE_DAY: Duration = Duration::hours(8);
/// The hour of the morning at which something comes on another day.
const MORNING: NaiveTime = NaiveTime::from_hms_opt(9, 0, 0).expect("nine o'clock");

/// A tandem, as far as its meetings go.
struct Life<'a> {
    clockwork: &'a Clockwork,
    deeds: &'a [&'a Done],
    opened: DateTime<Utc>,
    closes: DateTime<Utc>,
    pauses: &'a [Pause],
    /// Between two meetings.
    rhythm: Duration,
}

/// Everything that follows from meetings in a room.
pub(super) fn posts(
    clockwork: &Clockwork,
    place: Place,
    deeds: &[&Done],
    (opened, closes): (DateTime<Utc>, DateTime<Utc>),
    pauses: &[Pause],
) -> Vec<Post> {
    let days = (clockwork.last_day - clockwork.first_day).num_days() / clockwork.meetings;
    let rhythm = Duration::days(days.max(1));
    let life = Life { clockwork, deeds, opened, closes, pauses, rhythm };
    let found = [life.agendas(), life.questions(), life.ideas(), life.half_ways()];
    let posts = found.into_iter().flatten().filter(|(_, at)| *at < closes);
    posts.map(|(kind, at)| Post { place, kind, at }).collect()
}

/// How long a meeting of a tandem takes.
pub(super) fn length(deeds: &[&Done], meeting: u32) -> Duration {
    let whole = deeds.iter().any(|done| done.deed == Deed::WholeDay(meeting));
    if whole { WHOLE_DAY } else { LENGTH }
}

type Found = Vec<(Kind, DateTime<Utc>)>;

impl Life<'_> {
    /// The meetings that stand at a moment, by their number, with their beginnings.
    fn standing(&self, at: DateTime<Utc>) -> BTreeMap<u32, DateTime<Utc>> {
        let mut all = BTreeMap::new();
        for done in self.deeds.iter().filter(|done| done.at <= at) {
            match done.deed {
                Deed::MeetingPlanned { meeting, starts } | Deed::MeetingMoved { meeting, starts } => {
                    all.insert(meeting, starts);
                }
                Deed::MeetingCancelled { meeting } => drop(all.remove(&meeting)),
                _ => {}
            }
        }
        all
    }

    /// The moments at which something about the meetings changes, from the opening to the end.
    fn changes(&self) -> Vec<DateTime<Utc>> {
        let about = |done: &&&Done| {
            matches!(
                done.deed,
                Deed::MeetingPlanned { .. }
                    | Deed::MeetingMoved { .. }
                    | Deed::MeetingCancelled { .. }
                    | Deed::Met { .. }
            )
        };
        let mut all = vec![self.opened];
        all.extend(self.deeds.iter().filter(about).map(|done| done.at));
        all.push(self.closes);
        all
    }

    /// How long a meeting takes.
    fn length(&self, meeting: u32) -> Duration {
        length(self.deeds, meeting)
    }

    fn paused(&self, at: DateTime<Utc>) -> Option<&Pause> {
        self.pauses.iter().find(|pause| pause.is_on(at))
    }

    fn agendas(&self) -> Found {
        let (mut found, mut told) = (Found::new(), BTreeSet::new());
        for stretch in self.changes().windows(2) {
            let (from, until) = (stretch[0], stretch[1]);
            for (meeting, starts) in self.standing(from) {
                let mut at = self.clockwork.before_sleep(starts - Duration::hours(24));
                if at < from {
                    at = self.clockwork.awake(from);
                }
                while let Some(pause) = self.paused(at) {
                    at = self.clockwork.awake(pause.until);
                }
                let fits = at + Duration::minutes(90) <= starts && at >= from && at < until;
                if fits && told.insert((meeting, starts)) {
                    found.push((Kind::Agenda, at));
                }
            }
        }
        found
    }

    /// The first yes to each meeting.
    fn met(&self) -> BTreeMap<u32, DateTime<Utc>> {
        let mut first = BTreeMap::new();
        for done in self.deeds {
            if let Deed::Met { meeting } = done.deed {
                first.entry(meeting).or_insert(done.at);
            }
        }
        first
    }

    fn questions(&self) -> Found {
        let (met, mut found, mut asked) = (self.met(), Found::new(), BTreeSet::new());
        for moment in self.changes() {
            for (meeting, starts) in self.standing(moment) {
                let ask = starts + self.length(meeting) + Duration::hours(2);
                let stands = self.standing(ask).get(&meeting) == Some(&starts);
                let said = met.get(&meeting).is_some_and(|at| *at < ask);
                let at = self.clockwork.awake(ask);
                if stands && !said && self.paused(at).is_none() && asked.insert((meeting, starts)) {
                    found.push((Kind::DidYouMeet, at));
                }
            }
        }
        found
    }

    fn ideas(&self) -> Found {
        let mut found = Found::new();
        for (meeting, said) in self.met() {
            let Some(starts) = self.standing(said).get(&meeting).copied() else { continue };
            let mut day = self.clockwork.day(starts + self.length(meeting));
            let at = loop {
                day = day.succ_opt().unwrap_or(day);
                let at = self.clockwork.at(day, MORNING);
                if at > said {
                    break self.clockwork.awake(at);
                }
            };
            let given = self.deeds.iter().any(|done| {
                matches!(done.deed, Deed::Assigned { by: 0, .. }) && done.at >= starts && done.at < at
            });
            if !given && !self.was_last(at) && self.paused(at).is_none() {
                found.push((Kind::Ideas, at));
            }
        }
        found
    }

    /// Whether a tandem has met for the last time: nothing is ahead, and all meetings have been held or too little is left.
    fn was_last(&self, at: DateTime<Utc>) -> bool {
        let standing = self.standing(at);
        let met = self.met();
        let held = met.iter().filter(|(meeting, said)| **said <= at && standing.contains_key(meeting));
        let held = i64::try_from(held.count()).unwrap_or(i64::MAX);
        let ahead = standing.values().any(|starts| *starts > at);
        !ahead && (held >= self.clockwork.meetings || at + Duration::days(7) > self.clockwork.ends())
    }

    fn half_ways(&self) -> Found {
        let mut moments = self.changes();
        for moment in self.changes() {
            for (meeting, starts) in self.standing(moment) {
                // One that was moved or called off since is nothing to count from.
                let over = starts + self.length(meeting) + Duration::hours(2);
                moments.extend((self.standing(over).get(&meeting) == Some(&starts)).then_some(over));
            }
        }
        moments.retain(|at| (self.opened..=self.closes).contains(at));
        moments.sort();
        moments.dedup();
        let (mut found, mut told) = (Found::new(), BTreeSet::new());
        for stretch in moments.windows(2) {
            let (from, until) = (stretch[0], stretch[1]);
            let standing = self.standing(from);
            let began = self.opened.max(self.clockwork.at(self.clockwork.first_day, NaiveTime::MIN));
            let last_met =
                standing.iter().filter(|(_, starts)| **starts <= from).max_by_key(|(_, starts)| **starts);
            let before = last_met.map(|(_, starts)| *starts);
            // Before the first meeting it is counted from the beginning.
            let last = before.unwrap_or(began);
            let over = last_met.map_or(began, |(meeting, starts)| *starts + self.length(*meeting));
            let next = standing.values().filter(|starts| **starts > from).min().copied();
            let end = next.unwrap_or(last + self.rhythm);
            let middle = self.clockwork.at(self.clockwork.day(last + (end - last) / 2), MORNING);
            if middle <= over || middle + Duration::days(2) > end {
                continue;
            }
            // Planned late: on the next morning, and not beside the meeting's card.
            let ran = if middle > from { middle } else { self.next_morning(from) };
            if ran >= until || ran >= middle + Duration::days(7) || ran + Duration::days(2) > end {
                continue;
            }
            // Where nothing seems to follow, nobody looks; a meeting that is planned later changes that.
            if self.was_last(ran) {
                continue;
            }
            let at = self.clockwork.awake(ran);
            let posted = self.pending(ran) && self.pending(at) && self.paused(at).is_none();
            // After a meeting it is looked at once, before the first one until something was shown.
            if (before.is_some() || self.pending(ran)) && !told.insert(before) {
                continue;
            }
            if posted {
                found.push((Kind::HalfWay, at));
            }
        }
        found
    }

    /// Nine o'clock on the next day.
    fn next_morning(&self, from: DateTime<Utc>) -> DateTime<Utc> {
        let day = self.clockwork.day(from);
        self.clockwork.at(day.succ_opt().unwrap_or(day), MORNING)
    }

    /// Whether a task waits for a word, or is stuck.
    fn pending(&self, at: DateTime<Utc>) -> bool {
        let mut open = BTreeMap::new();
        for done in self.deeds.iter().filter(|done| done.at < at) {
            match done.deed {
                Deed::Assigned { number, .. } => drop(open.insert(number, true)),
                Deed::Withdrawn { number } => drop(open.insert(number, false)),
                Deed::Reported { number, worked } => drop(open.insert(number, worked != Some(true))),
                _ => {}
            }
        }
        open.values().any(|open| *open)
    }
}
