//! *I can't reach my partner*: the room is asked gently whether there is still time, naming nobody as the asker. Seven
//! days later, pauses left out, the asker alone finds the offer of a new tandem. A late answer is welcome and ends it.
//! Who asked is kept as a keyed hash in one column, and erased the moment it is resolved, however that happens (P1).

use chrono::{DateTime, Utc};

use super::effect::{NewPost, Place, post_plan_new};
use super::pause::paused;
use super::scope::Seat;
use super::{Call, Decision, direct, guard, jobs, keyed, leaving, place};
use crate::domain::calls::ANSWER_WITHIN;
use crate::domain::ids::{TandemId, UserId};
use crate::domain::pause;
use crate::domain::post::PostKind;
use crate::domain::refusal::Refusal;
use crate::store::jobs::{job_at, job_drop, job_set};
use crate::store::{Conn, Result, calls, pauses, programmes, replies, tandems};

/// How it stands, for one of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Nobody asked.
    Free,
    /// Whoever looks has asked; a new tandem is offered from then on.
    Asked(DateTime<Utc>),
    /// Whoever looks has asked, no answer came, and a new tandem is offered.
    Offered,
    /// The other one asked: whoever looks is the answer.
    Answered,
}

/// A seat, and how it stands.
#[derive(Debug, Clone)]
pub struct Stand {
    /// Who looks, and where.
    pub seat: Seat,
    /// How it stands for them.
    pub reach: Reach,
}

/// By which the one who asked is known again: a keyed hash.
async fn asker(conn: &mut Conn, tandem: TandemId, user: UserId) -> Result<Vec<u8>> {
    let secret = replies::installation_secret(conn).await?;
    Ok(keyed(&secret, &[b"reach", &tandem.0.to_le_bytes(), &user.0.to_le_bytes()]))
}

async fn seat(conn: &mut Conn, call: &Call, tandem: TandemId) -> Result<Decision<Seat>> {
    Ok(guard::seat_in(conn, call, tandem).await?.and_then(|seat| {
        if seat.tandem.is_live() { seat.at_work().map(|()| seat) } else { Err(Refusal::TandemEnded) }
    }))
}

/// How it stands for a person of a tandem.
///
/// # Errors
/// Those of the database.
pub async fn standing(conn: &mut Conn, tandem: TandemId, user: UserId) -> Result<Reach> {
    let Some(open) = calls::reach_open(conn, tandem).await? else { return Ok(Reach::Free) };
    if open.asker != asker(conn, tandem, user).await? {
        return Ok(Reach::Answered);
    }
    Ok(match job_at(conn, jobs::REACH_OFFER, tandem.0).await? {
        Some(offered_at) if !open.offered => Reach::Asked(offered_at),
        _ => Reach::Offered,
    })
}

/// Whether the offer has been made to the one who asked.
///
/// # Errors
/// Those of the database.
pub async fn is_offered(conn: &mut Conn, tandem: TandemId) -> Result<bool> {
    Ok(calls::reach_open(conn, tandem).await?.is_some_and(|open| open.offered))
}

/// How it stands for whoever asks.
///
/// # Errors
/// Those of the database.
pub async fn look(conn: &mut Conn, call: &Call, tandem: TandemId) -> Result<Decision<Stand>> {
    let seat = match seat(conn, call, tandem).await? {
        Ok(seat) => seat,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let reach = standing(conn, tandem, call.user).await?;
    if reach == Reach::Free && paused(conn, tandem, call.now).await?.is_some() {
        return Ok(Err(Refusal::Pausing));
    }
    Ok(Ok(Stand { seat, reach }))
}

/// Asks the room. Had the other one asked, this is the answer. To be run without a trace of who asked; asking twice is
/// asking once.
///
/// # Errors
/// Those of the database.
pub async fn ask(conn: &mut Conn, call: &Call, tandem: TandemId) -> Result<Decision<Stand>> {
    let stand = match look(conn, call, tandem).await? {
        Ok(stand) => stand,
        Err(refusal) => return Ok(Err(refusal)),
    };
    match stand.reach {
        Reach::Free => {}
        Reach::Asked(_) | Reach::Offered => return Ok(Ok(stand)),
        Reach::Answered => {
            resolve(conn, tandem).await?;
            return Ok(Ok(stand));
        }
    }
    let asker = asker(conn, tandem, call.user).await?;
    calls::reach_add(conn, tandem, &asker, call.now).await?;
    let programme = &stand.seat.programme;
    let send_at = PostKind::ReachAsk.policy().send_at(call.now, &programme.quiet(), programme.zone);
    let post = NewPost {
        programme: programme.id,
        place: Place::Room(tandem),
        kind: PostKind::ReachAsk,
        subject: tandem.0,
        due_at: send_at,
        expires_at: None,
        seeds: &[],
        pinned: false,
    };
    post_plan_new(conn, &post).await?;
    let pauses = pauses::pauses_of(conn, tandem).await?;
    let offered_at = pause::after(&pauses, send_at, ANSWER_WITHIN);
    job_set(conn, jobs::REACH_OFFER, tandem.0, offered_at).await?;
    Ok(Ok(Stand { reach: Reach::Asked(offered_at), ..stand }))
}

/// Somebody says that they are there. From the one who asked this changes nothing; both read the same. To be run
/// without a trace of who asked.
///
/// # Errors
/// Those of the database.
pub async fn here(conn: &mut Conn, call: &Call, tandem: TandemId) -> Result<Decision<()>> {
    if let Err(refusal) = seat(conn, call, tandem).await? {
        return Ok(Err(refusal));
    }
    if standing(conn, tandem, call.user).await? == Reach::Answered {
        resolve(conn, tandem).await?;
    }
    Ok(Ok(()))
}

/// Whoever asked needs no answer any more. To be run without a trace of who asked.
///
/// # Errors
/// Those of the database.
pub async fn withdraw(conn: &mut Conn, call: &Call, tandem: TandemId) -> Result<Decision<()>> {
    if let Err(refusal) = seat(conn, call, tandem).await? {
        return Ok(Err(refusal));
    }
    if matches!(standing(conn, tandem, call.user).await?, Reach::Asked(_) | Reach::Offered) {
        resolve(conn, tandem).await?;
    }
    Ok(Ok(()))
}

/// Whoever was offered a new tandem takes it: this one ends as every tandem ends. To be run without a trace of who asked.
///
/// # Errors
/// Those of the database.
pub async fn take(conn: &mut Conn, call: &Call, tandem: TandemId) -> Result<Decision<Seat>> {
    let seat = match seat(conn, call, tandem).await? {
        Ok(seat) => seat,
        Err(refusal) => return Ok(Err(refusal)),
    };
    if standing(conn, tandem, call.user).await? != Reach::Offered {
        return Ok(Err(Refusal::NothingWaits));
    }
    Ok(leaving::end(conn, call, tandem).await?.map(|()| seat))
}

/// The days have passed: whoever asked finds the offer under *My place* and *This tandem…*.
///
/// # Errors
/// Those of the database.
pub async fn offer_due(
    conn: &mut Conn,
    tandem: TandemId,
    now: DateTime<Utc>,
) -> Result<Option<DateTime<Utc>>> {
    let tandem = tandems::tandem_get(conn, tandem).await?;
    if !tandem.is_live() {
        resolve(conn, tandem.id).await?;
        return Ok(None);
    }
    if let Some(until) = paused(conn, tandem.id, now).await? {
        return Ok(Some(until));
    }
    if calls::reach_open(conn, tandem.id).await?.is_some() {
        calls::reach_offer(conn, tandem.id).await?;
        let programme = programmes::programme_get(conn, tandem.programme).await?;
        place::announce(conn, &programme, now).await?;
        // Behind *My place* waits the offer for the one and the question for the other: both are pointed there, so
        // that a message does not tell who asked.
        direct::point_both(conn, &programme, [tandem.mentor, tandem.mentee], now).await?;
    }
    Ok(None)
}

/// It is resolved: who asked is erased.
///
/// # Errors
/// Those of the database.
pub(super) async fn resolve(conn: &mut Conn, tandem: TandemId) -> Result<()> {
    calls::reach_resolve(conn, tandem).await?;
    job_drop(conn, jobs::REACH_OFFER, tandem.0).await
}

#[cfg(test)]
#[path = "reach/tests.rs"]
mod tests;
