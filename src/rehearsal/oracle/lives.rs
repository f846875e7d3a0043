//! How long a tandem lives, by the oracle's own reckoning: until one of its two ends it, until one has left the server,
//! until the time for new partners where not both wish to stay, and at the latest until the programme closes.

use chrono::{DateTime, Duration, NaiveTime, Utc};

use super::care::next_night;
use super::pauses::pauses;
use super::{Clockwork, Deed, Done, Kind, Place, Post};

/// The hour at which it is asked whether the two stay together.
const MORNING: NaiveTime = NaiveTime::from_hms_opt(9, 0, 0).expect("nine o'clock");
/// So long both have to answer.
const ANSWERED_WITHIN: Duration = Duration::days(7);
/// A tandem that is newer is not asked.
const NEW: Duration = Duration::days(14);
/// With less time than that left nobody is asked.
const WORTH_IT: Duration = Duration::days(28);

/// How a tandem ended.
pub(super) struct Ending {
    /// When.
    pub(super) at: DateTime<Utc>,
    /// What its two read.
    pub(super) goodbye: Kind,
}

/// Whether its two stay together.
pub(super) struct Question {
    /// When they are asked: then it waits under *My place*.
    pub(super) asked: DateTime<Utc>,
    /// When the post about it comes.
    pub(super) posted: DateTime<Utc>,
    /// Until when they answer.
    pub(super) deadline: DateTime<Utc>,
    /// Whether both wish to.
    pub(super) both: bool,
}

fn moment(deeds: &[&Done], wanted: &Deed) -> Option<DateTime<Utc>> {
    deeds.iter().find(|done| done.deed == *wanted).map(|done| done.at)
}

/// The end of a tandem before `until`, if it has one.
pub(super) fn ending(clockwork: &Clockwork, deeds: &[&Done], until: DateTime<Utc>) -> Option<Ending> {
    let parted = question(clockwork, deeds, until).filter(|one| !one.both);
    let parted = parted.map(|one| Ending { at: one.deadline, goodbye: Kind::NewPartners });
    let first = [by_deed(clockwork, deeds), parted].into_iter().flatten().min_by_key(|ending| ending.at);
    first.filter(|ending| ending.at < until)
}

/// The end that somebody brings about, or the programme.
fn by_deed(clockwork: &Clockwork, deeds: &[&Done]) -> Option<Ending> {
    let opened = moment(deeds, &Deed::Opened)?;
    let goodbye = |at| Ending { at, goodbye: Kind::Goodbye };
    let left = moment(deeds, &Deed::LeftServer).map(next_night);
    let left = left.map(|at| Ending { at, goodbye: Kind::PartnerGone });
    // Whoever is still together when the programme closes reads the goodbye then.
    let over = Some(clockwork.closes()).filter(|at| opened < *at).map(goodbye);
    let ended = moment(deeds, &Deed::Ended).map(goodbye);
    [left, ended, over].into_iter().flatten().min_by_key(|ending| ending.at)
}

/// The question to a tandem that has been at work for a while when its time has come, or when a coordinator starts new partners; after a pause, if it pauses then.
pub(super) fn question(clockwork: &Clockwork, deeds: &[&Done], until: DateTime<Utc>) -> Option<Question> {
    let opened = moment(deeds, &Deed::Opened)?;
    let closes = by_deed(clockwork, deeds).map_or(until, |ending| ending.at);
    let set = clockwork.rotation.map(|weeks| {
        let day = clockwork.first_day + Duration::weeks(weeks);
        clockwork.awake(clockwork.at(day, MORNING))
    });
    let due = set.into_iter().chain(moment(deeds, &Deed::PartnersChanged)).min()?;
    let worth_it = |at: DateTime<Utc>| at + WORTH_IT <= clockwork.at(clockwork.last_day, MORNING);
    let mut asked = due;
    for pause in pauses(clockwork, deeds, closes) {
        if pause.is_on(asked) {
            asked = pause.until;
        }
    }
    if opened + NEW > due || asked >= closes || asked >= until || !worth_it(due) || !worth_it(asked) {
        return None;
    }
    let posted = clockwork.awake(asked);
    let deadline = posted + ANSWERED_WITHIN;
    let mut said = [false; 2];
    for done in deeds.iter().filter(|done| done.at < deadline) {
        if let Deed::Stays { side, stays } = done.deed {
            said[side] = stays;
        }
    }
    Some(Question { asked, posted, deadline, both: said == [true; 2] })
}

/// When it begins to wait under *My place*, in each tandem that is asked.
pub(super) fn asked(clockwork: &Clockwork, deeds: &[Done], until: DateTime<Utc>) -> Vec<DateTime<Utc>> {
    let tandems: std::collections::BTreeSet<usize> = deeds.iter().filter_map(|done| done.tandem).collect();
    let own = |tandem| deeds.iter().filter(move |done| done.tandem == Some(tandem)).collect::<Vec<_>>();
    let all = tandems.into_iter().filter_map(|tandem| question(clockwork, &own(tandem), until));
    all.map(|question| question.asked).collect()
}

/// The question in the room, and that both stay.
pub(super) fn stay_posts(
    clockwork: &Clockwork,
    place: Place,
    deeds: &[&Done],
    until: DateTime<Utc>,
) -> Vec<Post> {
    let Some(question) = question(clockwork, deeds, until) else { return Vec::new() };
    let closes = by_deed(clockwork, deeds).map_or(until, |ending| ending.at);
    let stayed = question.both && question.deadline < closes;
    let posts = [
        (Kind::StayAsk, question.posted, question.posted < closes),
        (Kind::Stayed, clockwork.awake(question.deadline), stayed),
    ];
    posts.into_iter().filter(|one| one.2).map(|(kind, at, _)| Post { place, kind, at }).collect()
}
