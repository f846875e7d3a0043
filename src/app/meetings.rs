//! Meetings: planned by one and confirmed by both, moved, cancelled, brought up an hour before, and proposed where none
//! was planned in time. A meeting's newest card in the room is its face; each new time gets a card of its own, so that a
//! confirmation is never taken for one of another time.

pub mod change;
pub mod confirm;
pub mod offer;
pub mod plan;
pub mod soon;

use chrono::{DateTime, Utc};

use super::effect::edit_queue;
use super::scope::{self, Seat};
use super::{Call, Decision, silence};
use crate::domain::ids::{MeetingId, PersonId, TandemId};
use crate::domain::meeting::{self, MINUTES_RANGE, Meeting, PLACE_MAX};
use crate::domain::post::PostKind;
use crate::domain::programme::Programme;
use crate::domain::refusal::Refusal;
use crate::domain::tandem::Tandem;
use crate::domain::when;
use crate::store::posts::{self, Post};
use crate::store::{Conn, Result, meetings, replies};

/// When, where and how long, as somebody typed it; what is left out stays as it is.
#[derive(Debug, Clone, Default)]
pub struct Draft {
    /// Day and time, in words.
    pub when: Option<String>,
    /// A place, or the link of a call.
    pub place: Option<String>,
    /// How long it takes.
    pub minutes: Option<i64>,
}

/// The tandem of the meeting that a button or an option names.
async fn of_meeting(conn: &mut Conn, which: Option<MeetingId>) -> Result<Option<TandemId>> {
    Ok(match which {
        Some(id) => meetings::meeting_find(conn, id).await?.map(|meeting| meeting.tandem),
        None => None,
    })
}

/// The seat of whoever asks, in a programme at work.
async fn seat(conn: &mut Conn, call: &Call, chosen: Option<TandemId>) -> Result<Decision<Seat>> {
    Ok(scope::seat(conn, call, chosen).await?.and_then(|seat| seat.at_work().map(|()| seat)))
}

fn moment(written: &str, programme: &Programme, now: DateTime<Utc>) -> Decision<DateTime<Utc>> {
    when::read_moment(written, now, programme.zone).map_err(Refusal::of_moment)
}

fn place(written: &str) -> Decision<String> {
    let place = written.split_whitespace().collect::<Vec<_>>().join(" ");
    let fits = place.chars().count() <= PLACE_MAX;
    if fits { Ok(place) } else { Err(Refusal::TextLength { max: PLACE_MAX }) }
}

fn minutes(given: i64) -> Decision<u32> {
    let (least, most) = MINUTES_RANGE;
    u32::try_from(given)
        .ok()
        .filter(|minutes| (least..=most).contains(minutes))
        .ok_or(Refusal::MeetingLength { least, most })
}

/// Whether both have the time of `wanted`. Where another tandem takes it, nothing tells whose it is.
async fn time_free(conn: &mut Conn, tandem: &Tandem, wanted: &Meeting) -> Result<Decision<()>> {
    let two: [PersonId; 2] = [tandem.mentor, tandem.mentee];
    let taken = meetings::meetings_between(conn, two, wanted.starts_at, wanted.ends_at()).await?;
    let others: Vec<&Meeting> = taken.iter().filter(|one| one.id != wanted.id).collect();
    Ok(match others.iter().any(|one| one.tandem == tandem.id) {
        true => Err(Refusal::MeetingOverlaps),
        false if others.is_empty() => Ok(()),
        false => Err(Refusal::TimeTaken),
    })
}

/// The meeting ahead that is meant: the one named, else the only one.
async fn meant(
    conn: &mut Conn,
    seat: &Seat,
    which: Option<MeetingId>,
    now: DateTime<Utc>,
) -> Result<Decision<Meeting>> {
    let all = meetings::meetings_of(conn, seat.tandem.id).await?;
    if let Some(id) = which {
        return Ok(match all.into_iter().find(|one| one.id == id) {
            None => Err(Refusal::WhichMeeting),
            Some(one) if one.cancelled => Err(Refusal::MeetingCancelled),
            Some(one) if one.starts_at <= now => Err(Refusal::MeetingBegun),
            Some(one) => Ok(one),
        });
    }
    let mut ahead: Vec<Meeting> = all.into_iter().filter(|one| one.is_ahead(now)).collect();
    Ok(match (ahead.pop(), ahead.is_empty()) {
        (None, _) => Err(Refusal::NoMeeting),
        (Some(one), true) => Ok(one),
        (Some(_), false) => Err(Refusal::WhichMeeting),
    })
}

/// The meetings ahead of the tandem that a request is about, the next one first.
///
/// # Errors
/// Those of the database.
pub async fn ahead(
    conn: &mut Conn,
    call: &Call,
    chosen: Option<TandemId>,
) -> Result<Decision<(Seat, Vec<Meeting>)>> {
    let seat = match seat(conn, call, chosen).await? {
        Ok(seat) => seat,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let mut all = meetings::meetings_of(conn, seat.tandem.id).await?;
    all.retain(|one| one.is_ahead(call.now));
    Ok(Ok((seat, all)))
}

/// The meeting that a button names, for one of its two, as long as it is ahead.
///
/// # Errors
/// Those of the database.
pub async fn of_button(conn: &mut Conn, call: &Call, id: MeetingId) -> Result<Decision<(Seat, Meeting)>> {
    let tandem = of_meeting(conn, Some(id)).await?;
    let seat = match seat(conn, call, tandem).await? {
        Ok(seat) => seat,
        Err(refusal) => return Ok(Err(refusal)),
    };
    Ok(match meant(conn, &seat, Some(id), call.now).await? {
        Ok(meeting) => Ok((seat, meeting)),
        Err(refusal) => Err(refusal),
    })
}

/// The newest card of a meeting: that of its present time.
///
/// # Errors
/// Those of the database.
pub async fn card_of(conn: &mut Conn, id: MeetingId) -> Result<Option<Post>> {
    let first = posts::post_about(conn, PostKind::MeetingCard, id.0).await?;
    let moved = posts::post_about(conn, PostKind::MeetingMoved, id.0).await?;
    Ok(moved.or(first))
}

/// Brings the newest card up to date.
async fn card_edit(conn: &mut Conn, programme: &Programme, of: &Meeting, now: DateTime<Utc>) -> Result<()> {
    match card_of(conn, of.id).await? {
        Some(card) => edit_queue(conn, programme.id, of.tandem, card.id, now).await,
        None => Ok(()),
    }
}

/// What every change of a meeting brings with it: when it and what is around it are brought up, and when dates are proposed
/// next.
async fn follow(conn: &mut Conn, programme: &Programme, of: &Meeting, now: DateTime<Utc>) -> Result<()> {
    soon::reschedule(conn, programme, of, now).await?;
    silence::touched(conn, programme, of.tandem, now).await?;
    super::follow::reschedule(conn, programme, of.tandem, now).await?;
    offer::reschedule(conn, programme, of.tandem, now).await
}

/// The next meeting of a tandem.
///
/// # Errors
/// Those of the database.
pub async fn next(conn: &mut Conn, tandem: TandemId, now: DateTime<Utc>) -> Result<Option<Meeting>> {
    Ok(meeting::next(&meetings::meetings_of(conn, tandem).await?, now).cloned())
}

/// By which calendars know a meeting, whatever becomes of it: it tells nothing, and no other installation has it.
///
/// # Errors
/// Those of the database.
pub async fn uid(conn: &mut Conn, id: MeetingId) -> Result<String> {
    let secret = replies::installation_secret(conn).await?;
    let hash = super::keyed(&secret, &[b"meeting", &id.0.to_le_bytes()]);
    let half: [u8; 16] = std::array::from_fn(|at| hash.get(at).copied().unwrap_or_default());
    Ok(format!("{:032x}", u128::from_be_bytes(half)))
}

/// The meetings that an ending has cancelled and that may stand in a calendar, with their ids there.
///
/// # Errors
/// Those of the database.
pub async fn ended_with(conn: &mut Conn, tandem: &Tandem) -> Result<Vec<(Meeting, String)>> {
    let mut all = Vec::new();
    for meeting in meetings::meetings_of(conn, tandem.id).await? {
        if meeting.cancelled && meeting.filed && Some(meeting.changed_at) == tandem.ended_at {
            let uid = uid(conn, meeting.id).await?;
            all.push((meeting, uid));
        }
    }
    Ok(all)
}

#[cfg(test)]
mod tests;
