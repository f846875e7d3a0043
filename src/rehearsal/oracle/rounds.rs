//! What comes in every room at the same time, by the oracle's own reckoning: in the middle the look-back and the interim
//! questions, before the end the word of a last meeting, at the end a look-back and questions once more.

use std::collections::BTreeSet;

use chrono::{DateTime, Duration, NaiveTime, Utc};

use super::pauses::pauses;
use super::{Clockwork, Deed, Done, Kind, Place, Post, lives::ending};

/// The hour at which it comes.
const MORNING: NaiveTime = NaiveTime::from_hms_opt(9, 0, 0).expect("nine o'clock");
/// A tandem that is newer in the middle has nothing to look back on.
const NEW: Duration = Duration::days(14);
/// Questions are open that long.
const OPEN: Duration = Duration::days(14);
/// In so many weeks after the closing it is asked what has lasted, if answers are taken for some days at least.
const LATER: [i64; 2] = [4, 12];
const WORTH_IT: Duration = Duration::days(3);
/// So many people have to be asked.
const PEOPLE: usize = 10;
/// So long before the last day the last meeting is brought up.
const BEFORE_END: Duration = Duration::days(21);

/// A tandem by its deeds.
struct Life<'a> {
    place: Place,
    opened: DateTime<Utc>,
    closes: DateTime<Utc>,
    deeds: Vec<&'a Done>,
}

/// Everything of that kind in all rooms.
pub(super) fn posts(clockwork: &Clockwork, deeds: &[Done], until: DateTime<Utc>) -> Vec<Post> {
    let lives: Vec<Life<'_>> = lives(clockwork, deeds, until);
    let Some(first) = lives.iter().map(|life| life.opened).min() else { return Vec::new() };
    let days = (clockwork.last_day - clockwork.first_day).num_days() / 2;
    let middle = clockwork.awake(clockwork.at(clockwork.first_day + Duration::days(days), MORNING));
    let last = clockwork.awake(clockwork.at(clockwork.last_day - BEFORE_END, MORNING));
    let mut posts = Vec::new();
    // What has passed when the first tandem opens is left out.
    if middle > first {
        let there: Vec<&Life<'_>> =
            lives.iter().filter(|life| life.opened + NEW <= middle && middle < life.closes).collect();
        let asked = people(&there) >= PEOPLE;
        for life in there {
            posts.extend(look_back(clockwork, life, middle, asked));
        }
    }
    let end = clockwork.awake(clockwork.at(clockwork.last_day, MORNING));
    if end > first {
        let there: Vec<&Life<'_>> =
            lives.iter().filter(|life| life.opened <= end && end < life.closes).collect();
        let asked = people(&there) >= PEOPLE;
        for life in there {
            posts.extend(look_back(clockwork, life, end, asked));
        }
    }
    for life in lives.iter().filter(|life| last > first && life.opened <= last && last < life.closes) {
        let paused = pauses(clockwork, &life.deeds, life.closes).iter().any(|pause| pause.is_on(last));
        posts.extend((!paused).then_some(Post { place: life.place, kind: Kind::LastMeeting, at: last }));
    }
    posts
}

/// When it is asked later what has lasted: under *My place*, of which the programme's channel tells.
pub(super) fn asked_later(clockwork: &Clockwork, deeds: &[Done], until: DateTime<Utc>) -> Vec<DateTime<Utc>> {
    let end = clockwork.awake(clockwork.at(clockwork.last_day, MORNING));
    let closed = clockwork.closes();
    let lives = lives(clockwork, deeds, until);
    let there: Vec<_> = lives.iter().filter(|life| life.opened <= end && end < life.closes).collect();
    if people(&there) < PEOPLE || until <= closed {
        return Vec::new();
    }
    let erased = closed + Duration::days(clockwork.deletion - 1);
    let days = LATER.map(|weeks| clockwork.day(closed) + Duration::weeks(weeks));
    let opens = days.map(|day| clockwork.at(day, MORNING));
    opens.into_iter().filter(|at| (*at + OPEN).min(erased) >= *at + WORTH_IT).collect()
}

/// How many people are in these tandems, each counted once.
fn people(lives: &[&Life<'_>]) -> usize {
    let (mut known, mut others) = (BTreeSet::new(), 0);
    for life in lives {
        let two = life.deeds.iter().find_map(|done| match done.deed {
            Deed::Are(two) => Some(two),
            _ => None,
        });
        match two {
            Some(two) => known.extend(two),
            None => others += 2,
        }
    }
    known.len() + others
}

fn lives<'a>(clockwork: &Clockwork, deeds: &'a [Done], until: DateTime<Utc>) -> Vec<Life<'a>> {
    let tandems: BTreeSet<usize> = deeds.iter().filter_map(|done| done.tandem).collect();
    let life = |tandem: usize| {
        let own: Vec<&Done> = deeds.iter().filter(|done| done.tandem == Some(tandem)).collect();
        let moment = |wanted: &Deed| own.iter().find(|done| done.deed == *wanted).map(|done| done.at);
        let opened = moment(&Deed::Opened)?;
        let closes = ending(clockwork, &own, until).map_or(until, |ending| ending.at);
        Some(Life { place: Place::Room(tandem), opened, closes, deeds: own })
    };
    tandems.into_iter().filter_map(life).collect()
}

/// A look-back and the questions with it; after a pause, if there is one.
fn look_back(clockwork: &Clockwork, life: &Life<'_>, due: DateTime<Utc>, asked: bool) -> Vec<Post> {
    let mut moment = due;
    for pause in pauses(clockwork, &life.deeds, life.closes) {
        if pause.is_on(moment) {
            moment = pause.until;
        }
    }
    let at = clockwork.awake(moment);
    let questions = asked && moment < due + OPEN && at < due + OPEN;
    [(Kind::LookBack, true), (Kind::Survey, questions)]
        .into_iter()
        .filter(|(_, comes)| *comes && at < life.closes)
        .map(|(kind, _)| Post { place: life.place, kind, at })
        .collect()
}
