//! What the next meeting is about: the topic, which can change until it begins and be put right after it, and what either
//! of the two puts down at any time.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::effect::{NewPost, Place, post_queue};
use super::scope::{self, Seat};
use super::{Call, Decision};
use crate::domain::ids::{MeetingId, PointId, TandemId};
use crate::domain::meeting::{self, Meeting};
use crate::domain::post::PostKind;
use crate::domain::refusal::Refusal;
use crate::domain::task;
use crate::domain::topic::{OWN_MAX, POINT_MAX, POINTS_MAX, Point, Theme, Topic};
use crate::store::{Conn, Result, meetings, topics};

/// Which meeting a topic is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum For {
    /// The coming one.
    Next,
    /// The one that was, to put its topic right.
    Last,
}

/// A topic was picked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picked {
    /// The tandem.
    pub tandem: TandemId,
    /// For which meeting.
    pub meeting: For,
    /// The meeting before that one, under which the topic is kept.
    pub after: Option<MeetingId>,
    /// Whether that changed anything.
    pub changed: bool,
}

/// The meeting that came before another one, if any did.
fn before(all: &[Meeting], meeting: &Meeting) -> Option<MeetingId> {
    let earlier = all.iter().filter(|one| !one.cancelled && one.starts_at < meeting.starts_at);
    earlier.max_by_key(|one| (one.starts_at, one.id)).map(|one| one.id)
}

/// The topic of a meeting; `None` while it is open.
///
/// # Errors
/// Those of the database.
pub async fn of_meeting(conn: &mut Conn, meeting: &Meeting) -> Result<Option<Theme>> {
    let all = meetings::meetings_of(conn, meeting.tandem).await?;
    topics::topic_get(conn, meeting.tandem, before(&all, meeting)).await
}

/// The topic of the coming meeting, planned or not; `None` while it is open.
///
/// # Errors
/// Those of the database.
pub async fn coming(conn: &mut Conn, tandem: TandemId, now: DateTime<Utc>) -> Result<Option<Theme>> {
    let all = meetings::meetings_of(conn, tandem).await?;
    topics::topic_get(conn, tandem, meeting::last(&all, now).map(|last| last.id)).await
}

/// The topic at hand, for ideas: the coming meeting's, else the last one's.
///
/// # Errors
/// Those of the database.
pub async fn at_hand(conn: &mut Conn, tandem: TandemId, now: DateTime<Utc>) -> Result<Option<Theme>> {
    let all = meetings::meetings_of(conn, tandem).await?;
    match (coming(conn, tandem, now).await?, meeting::last(&all, now)) {
        (None, Some(last)) => topics::topic_get(conn, tandem, before(&all, last)).await,
        (found, _) => Ok(found),
    }
}

/// A meeting did not take place: its topic is the next one's, unless that has one of its own.
///
/// # Errors
/// Those of the database.
pub(super) async fn keep_for_next(conn: &mut Conn, meeting: &Meeting) -> Result<()> {
    if topics::topic_get(conn, meeting.tandem, Some(meeting.id)).await?.is_some() {
        return Ok(());
    }
    match of_meeting(conn, meeting).await? {
        Some(theme) => topics::topic_set(conn, meeting.tandem, Some(meeting.id), &theme).await,
        None => Ok(()),
    }
}

/// The topic that somebody typed: the code of one of the catalogue, else their own words.
///
/// # Errors
/// [`Refusal::TextLength`].
pub fn theme(written: &str) -> Decision<Theme> {
    match Topic::of(written.trim()) {
        Some(topic) => Ok(Theme::Catalogue(topic)),
        None => task::text(written, OWN_MAX).map(Theme::Own),
    }
}

async fn seat(conn: &mut Conn, call: &Call, chosen: Option<TandemId>) -> Result<Decision<Seat>> {
    Ok(scope::seat(conn, call, chosen).await?.and_then(|seat| seat.at_work().map(|()| seat)))
}

async fn post(conn: &mut Conn, seat: &Seat, kind: PostKind, subject: i64, now: DateTime<Utc>) -> Result<()> {
    let new = NewPost {
        programme: seat.programme.id,
        place: Place::Room(seat.tandem.id),
        kind,
        subject,
        due_at: now,
        expires_at: None,
        seeds: &[],
        pinned: false,
    };
    post_queue(conn, &new).await?;
    Ok(())
}

/// Picks the topic of the coming meeting, or puts that of the last one right. Both read it in the room. A topic of the catalogue
/// that the template does not offer is one in one's own `words`.
///
/// # Errors
/// Those of the database.
pub async fn pick(
    conn: &mut Conn,
    call: &Call,
    (theme, words): (Theme, &str),
    meeting: For,
) -> Result<Decision<Picked>> {
    let seat = match seat(conn, call, None).await? {
        Ok(seat) => seat,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let theme = theme.among(seat.programme.template.topics(), words);
    let tandem = seat.tandem.id;
    let all = meetings::meetings_of(conn, tandem).await?;
    let after = match (meeting, meeting::last(&all, call.now)) {
        (For::Next, last) => last.map(|last| last.id),
        (For::Last, Some(last)) => before(&all, last),
        (For::Last, None) => return Ok(Err(Refusal::NoMeetingYet)),
    };
    let changed = topics::topic_get(conn, tandem, after).await?.as_ref() != Some(&theme);
    if changed {
        topics::topic_set(conn, tandem, after, &theme).await?;
        let kind = if meeting == For::Next { PostKind::TopicNext } else { PostKind::TopicLast };
        post(conn, &seat, kind, after.map_or(0, |after| after.0), call.now).await?;
    }
    Ok(Ok(Picked { tandem, meeting, after, changed }))
}

/// Topics to choose from in one's tandem: those of the catalogue that the template offers, and the programme's own; `None` on refusal (D9).
///
/// # Errors
/// Those of the database.
pub async fn own_to_pick(conn: &mut Conn, call: &Call) -> Result<Option<(&'static [Topic], Vec<String>)>> {
    match seat(conn, call, None).await? {
        Ok(seat) => {
            let own = topics::programme_topics(conn, seat.programme.id).await?;
            Ok(Some((seat.programme.template.topics(), own)))
        }
        Err(_) => Ok(None),
    }
}

/// Puts something down for the next agenda. Both read it in the room.
///
/// # Errors
/// Those of the database.
pub async fn propose(
    conn: &mut Conn,
    call: &Call,
    chosen: Option<TandemId>,
    words: &str,
) -> Result<Decision<PointId>> {
    let seat = match seat(conn, call, chosen).await? {
        Ok(seat) => seat,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let words = match task::text(words, POINT_MAX) {
        Ok(words) => words,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let tandem = seat.tandem.id;
    if topics::points_open(conn, tandem).await?.len() >= POINTS_MAX {
        return Ok(Err(Refusal::TooManyPoints { max: POINTS_MAX }));
    }
    let all = meetings::meetings_of(conn, tandem).await?;
    let after = meeting::last(&all, call.now).map(|last| last.id);
    let new = Point { id: PointId(0), tandem, author: seat.me.id, words, after };
    let point = topics::point_add(conn, &new).await?;
    post(conn, &seat, PostKind::Point, point.0, call.now).await?;
    Ok(Ok(point))
}

/// What a tandem talks about, for its two people.
#[derive(Debug, Clone)]
pub struct Listed {
    /// Who asks.
    pub seat: Seat,
    /// The coming meeting's topic.
    pub next: Option<Theme>,
    /// The last meeting's topic.
    pub last: Option<Theme>,
    /// What is down for the next agenda.
    pub points: Vec<Point>,
    /// The programme's own topics.
    pub own: Vec<String>,
}

/// The topics of a tandem, and what is down for its next agenda.
///
/// # Errors
/// Those of the database.
pub async fn list(conn: &mut Conn, call: &Call, chosen: Option<TandemId>) -> Result<Decision<Listed>> {
    let seat = match seat(conn, call, chosen).await? {
        Ok(seat) => seat,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let tandem = seat.tandem.id;
    let all = meetings::meetings_of(conn, tandem).await?;
    let last = match meeting::last(&all, call.now) {
        Some(last) => topics::topic_get(conn, tandem, before(&all, last)).await?,
        None => None,
    };
    let next = coming(conn, tandem, call.now).await?;
    let points = topics::points_open(conn, tandem).await?;
    let own = topics::programme_topics(conn, seat.programme.id).await?;
    Ok(Ok(Listed { seat, next, last, points, own }))
}

/// Takes something off the agenda.
///
/// # Errors
/// Those of the database.
pub async fn done(conn: &mut Conn, call: &Call, point: PointId) -> Result<Decision<()>> {
    let Some(point) = topics::point_find(conn, point).await? else { return Ok(Err(Refusal::NothingWaits)) };
    let seat = match seat(conn, call, Some(point.tandem)).await? {
        Ok(seat) => seat,
        Err(refusal) => return Ok(Err(refusal)),
    };
    if seat.tandem.id != point.tandem || !topics::point_done(conn, point.id).await? {
        return Ok(Err(Refusal::NothingWaits));
    }
    Ok(Ok(()))
}

#[cfg(test)]
mod tests;
