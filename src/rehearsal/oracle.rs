//! The oracle: it is told the programme and what people did, works out by itself which posts have to stand where, and
//! compares that with what does stand in the local Discord (C10). It shares no rule with the bot and names none of its
//! rooms: a slip in the bot's schedules, outbox or texts cannot make the oracle wrong in the same way.

mod around;
mod care;
mod kinds;
mod lives;
mod lounge;
mod meetings;
mod meetups;
mod pauses;
mod reading;
mod rounds;
mod time;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Duration, NaiveTime, Utc};

pub use kinds::{Deed, Done, Kind, Place, Post};
use pauses::pauses;
pub use reading::{Pair, read};
pub use time::{Clockwork, Rhythm};

/// What is missing, and what is there without a reason.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    /// Expected and not there.
    pub lost: Vec<Post>,
    /// There once more than expected, or not expected at all.
    pub doubled: Vec<Post>,
}

/// A post may come that much later than its moment: rooms open one after another, and requests have to queue.
const LATE: Duration = Duration::minutes(30);
/// What begins to wait so shortly after a post is told by it.
const CLOSELY: Duration = Duration::minutes(10);
/// The local hour at which tasks are brought up, and what waits since the post of the day before.
const MORNING: NaiveTime = NaiveTime::from_hms_opt(9, 0, 0).expect("nine o'clock");

/// Holds what was seen by `until` against what had to be there.
#[must_use]
pub fn audit(clockwork: &Clockwork, deeds: &[Done], seen: &[Post], until: DateTime<Utc>) -> Verdict {
    let mut open: BTreeMap<(Place, Kind), Vec<DateTime<Utc>>> = BTreeMap::new();
    for post in seen {
        open.entry((post.place, post.kind.clone())).or_default().push(post.at);
    }
    for times in open.values_mut() {
        times.sort();
    }
    // Where the set of questions ran out, none can be missing.
    let out: BTreeSet<Place> =
        seen.iter().filter(|post| post.kind == Kind::QuestionsOut).map(|post| post.place).collect();
    let mut verdict = Verdict::default();
    for post in expected(clockwork, deeds, until) {
        let times = open.entry((post.place, post.kind.clone())).or_default();
        let window = post.at - Duration::seconds(1)..=post.at + LATE;
        match times.iter().position(|at| window.contains(at)) {
            Some(index) => drop(times.remove(index)),
            None if post.kind == Kind::Question && out.contains(&post.place) => {}
            None => verdict.lost.push(post),
        }
    }
    for ((place, kind), times) in open {
        let excused = usize::from(kind == Kind::QuestionsOut);
        verdict.doubled.extend(times.into_iter().skip(excused).map(|at| Post {
            place,
            kind: kind.clone(),
            at,
        }));
    }
    verdict
}

/// Every post that has to be there, in the order of time.
#[must_use]
pub fn expected(clockwork: &Clockwork, deeds: &[Done], until: DateTime<Utc>) -> Vec<Post> {
    let mut posts = Vec::new();
    let mut add = |place, kind, at| posts.push(Post { place, kind, at });
    let (mut concerns_on, mut calls_on, mut occasions_on) =
        (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for done in deeds {
        match done.deed {
            Deed::AskedSupport => {
                let at = clockwork.awake(done.at);
                // What waits for the morning is told once then.
                if at == done.at || calls_on.insert(at) {
                    add(Place::Desk, Kind::SupportWaits, at);
                }
            }
            Deed::Announced => add(Place::Lobby, Kind::Announcement, done.at),
            Deed::AnnouncedToMentors => add(Place::Lounge, Kind::Announcement, done.at),
            Deed::LackedRoom => add(Place::Office, Kind::LacksRoom, done.at),
            Deed::KickoffSet | Deed::ClosingEventSet => {
                let kickoff = done.deed == Deed::KickoffSet;
                let at = clockwork.awake(done.at);
                if at == done.at || occasions_on.insert((kickoff, at)) {
                    add(Place::Lobby, if kickoff { Kind::Kickoff } else { Kind::ClosingEvent }, at);
                }
            }
            Deed::AskedConcern => {
                let day = clockwork.day(done.at).succ_opt().unwrap_or_default();
                let at = clockwork.awake(clockwork.at(day, MORNING));
                if concerns_on.insert(day) {
                    add(Place::Office, Kind::ConcernsWait, at);
                }
            }
            Deed::Created => add(Place::Lobby, Kind::ProgrammeCard, done.at),
            Deed::RoundEnded { opens: true } => add(Place::Office, Kind::Opening, done.at),
            Deed::Published => add(Place::Lobby, Kind::Practice, done.at),
            Deed::MeetupInvited => add(Place::Lobby, Kind::MeetupInvite, done.at),
            _ => {}
        }
    }
    let mut waits: Vec<_> = deeds.iter().filter(|done| announces(&done.deed)).map(|done| done.at).collect();
    let sittings = meetups::sittings(deeds);
    waits.extend(sittings.asked.iter().map(|(at, _)| at));
    waits.extend(care::offers(clockwork, deeds).into_values());
    waits.extend(lives::asked(clockwork, deeds, until));
    let later = rounds::asked_later(clockwork, deeds, until);
    waits.extend(&later);
    waits.sort();
    for at in told(clockwork, &waits) {
        add(Place::Lobby, Kind::SomethingWaits, at);
    }
    // From the programme's opening on; whoever was paired in a draft has opened it.
    if let Some(first) = deeds.iter().find(|done| matches!(done.deed, Deed::Created | Deed::Opened)) {
        for at in clockwork.digests.between(first.at, until.min(clockwork.closes()), clockwork) {
            add(Place::Office, Kind::Digest, clockwork.awake(at));
        }
        add(Place::Office, Kind::ProgrammeClosed, clockwork.awake(clockwork.closes()));
    }
    let tandems: BTreeSet<usize> = deeds.iter().filter_map(|done| done.tandem).collect();
    for tandem in tandems {
        let own: Vec<&Done> = deeds.iter().filter(|done| done.tandem == Some(tandem)).collect();
        posts.extend(in_room(clockwork, Place::Room(tandem), &own, until));
    }
    posts.extend(care::pointers(clockwork, deeds, &sittings.asked, &later));
    posts.extend(sittings.posts);
    posts.extend(rounds::posts(clockwork, deeds, until));
    posts.extend(lounge::impulses(clockwork, deeds));
    posts.retain(|post| post.at < until);
    posts.sort_by_key(|post| post.at);
    posts
}

fn in_room(clockwork: &Clockwork, place: Place, deeds: &[&Done], until: DateTime<Utc>) -> Vec<Post> {
    let moment = |wanted: &Deed| deeds.iter().find(|done| done.deed == *wanted).map(|done| done.at);
    let Some(opened) = moment(&Deed::Opened) else { return Vec::new() };
    let ending = lives::ending(clockwork, deeds, until);
    let post = |kind, at| Post { place, kind, at };
    let mut posts = vec![post(Kind::Welcome, opened)];
    let closes = ending.as_ref().map_or(until, |ending| ending.at).min(until);
    posts.extend(ending.map(|ending| post(ending.goodbye, ending.at)));
    posts.extend(lives::stay_posts(clockwork, place, deeds, until));
    let begins = opened.max(clockwork.begins());
    for at in clockwork.questions.between(begins, closes.min(clockwork.ends()), clockwork) {
        posts.push(post(Kind::Question, clockwork.awake(at)));
    }
    let mut states: BTreeMap<u32, Option<bool>> = BTreeMap::new();
    for done in deeds {
        match done.deed {
            Deed::Assigned { number, .. } => posts.push(post(Kind::TaskCard(number), done.at)),
            Deed::PassedOn => posts.push(post(Kind::Question, done.at)),
            Deed::CantReach => posts.push(post(Kind::StillTime, clockwork.awake(done.at))),
            Deed::Paused { .. } => posts.push(post(Kind::PauseSet, done.at)),
            Deed::Agreed => posts.push(post(Kind::Agreed, done.at)),
            Deed::Wished => posts.push(post(Kind::Wishes, done.at)),
            Deed::TopicPicked => posts.push(post(Kind::Topic, done.at)),
            Deed::PutDown => posts.push(post(Kind::Point, done.at)),
            Deed::Shared { .. } => posts.push(post(Kind::PracticeCard, done.at)),
            Deed::Reviewed => posts.push(post(Kind::PracticeNews, clockwork.awake(done.at))),
            Deed::Reported { number, worked } => {
                let before = states.insert(number, worked).flatten();
                // The giver is told of each new outcome; a word taken back only changes that line.
                if worked.is_some() && before != worked {
                    posts.push(post(Kind::Report(number), done.at));
                }
            }
            _ => {}
        }
    }
    let mut day = clockwork.day(opened);
    while day <= clockwork.day(closes) {
        for (kind, due) in [(Kind::Tomorrow, day.succ_opt()), (Kind::Today, Some(day))] {
            let at = clockwork.awake(clockwork.at(day, MORNING));
            if at > opened && at < closes && due.is_some_and(|due| care::is_due(deeds, due, at)) {
                posts.push(post(kind, at));
            }
        }
        let Some(next) = day.succ_opt() else { break };
        day = next;
    }
    let pauses = pauses(clockwork, deeds, closes);
    posts.extend(meetings::posts(clockwork, place, deeds, (opened, closes), &pauses));
    posts.extend(around::posts(clockwork, place, deeds, (opened, closes), &pauses));
    posts.extend(care::nudges(clockwork, place, deeds, (opened, closes), &pauses));
    posts.extend(care::stuck_again(place, deeds));
    posts.extend(care::cards_gone(place, deeds));
    let held = |one: &Post| pauses.iter().any(|pause| pause.holds(one));
    posts.retain(|one| !(held(one) && one.kind.comes_by_itself() && !care::passed_on(deeds, one)));
    let over = pauses.iter().filter_map(|pause| pause.summed_up);
    posts.extend(over.filter(|at| *at < closes).map(|at| post(Kind::PauseOver, at)));
    posts
}

/// Whether the card's channel is told that something waits for some.
const fn announces(deed: &Deed) -> bool {
    matches!(deed, Deed::Proposed | Deed::RoundEnded { .. } | Deed::Decided)
}

/// When the card's channel is told of what begins to wait at these moments: once a day, and of what comes after that day's
/// post on the next morning. What follows closely needs no post of its own.
fn told(clockwork: &Clockwork, waits: &[DateTime<Utc>]) -> Vec<DateTime<Utc>> {
    let mut told: Vec<DateTime<Utc>> = Vec::new();
    for wait in waits {
        let today = clockwork.awake(*wait);
        let at = match told.last() {
            Some(last) if *wait <= *last + CLOSELY => continue,
            Some(last) if clockwork.day(*last) == clockwork.day(today) => {
                let tomorrow = clockwork.day(today).succ_opt().unwrap_or_default();
                clockwork.awake(clockwork.at(tomorrow, MORNING))
            }
            _ => today,
        };
        told.push(at);
    }
    told
}

#[cfg(test)]
mod tests;
