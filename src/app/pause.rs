//! A tandem pauses until a day: the bot brings up nothing by itself, what the two do is answered as ever, only without
//! a sound. The pause is the tandem's: who set it is nowhere (D15). It ends by itself or before its day, and then one
//! message sums up what came due meanwhile.

use chrono::{DateTime, Utc};

use super::effect::{NewPost, Place, post_plan_new, post_queue, room_lane};
use super::scope::{self, Seat};
use super::{Call, Decision, follow, guard, jobs, silence};
use crate::domain::ids::{AskedId, PauseId, TandemId};
use crate::domain::pause::{self, Pause};
use crate::domain::post::PostKind;
use crate::domain::programme::Programme;
use crate::domain::refusal::Refusal;
use crate::domain::when;
use crate::store::jobs::{job_drop, job_set};
use crate::store::{Conn, Result, pauses, posts, programmes, questions, tandems};

/// Which tandem a request means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// That of the room, else the only one, else the one chosen by an option (D8).
    Here,
    /// The one a button belongs to.
    Of(TandemId),
}

/// How a tandem stands, for one of its two.
#[derive(Debug, Clone)]
pub struct Stand {
    /// Who asks, and where.
    pub seat: Seat,
    /// The pause that is on.
    pub pause: Option<Pause>,
    /// When it is asked.
    pub now: DateTime<Utc>,
}

/// Until when a tandem pauses at that moment; `None` when it does not.
///
/// # Errors
/// Those of the database.
pub async fn paused(conn: &mut Conn, tandem: TandemId, at: DateTime<Utc>) -> Result<Option<DateTime<Utc>>> {
    let pause = pauses::pause_open(conn, tandem).await?;
    Ok(pause.map(|pause| pause.until).filter(|until| at < *until))
}

/// The seat of whoever asks, in a live tandem at work.
async fn seat(conn: &mut Conn, call: &Call, which: Which) -> Result<Decision<Seat>> {
    let seat = match which {
        Which::Here => scope::seat(conn, call, None).await?,
        Which::Of(tandem) => guard::seat_in(conn, call, tandem).await?,
    };
    Ok(seat.and_then(|seat| {
        if seat.tandem.is_live() { seat.at_work().map(|()| seat) } else { Err(Refusal::TandemEnded) }
    }))
}

/// How the tandem stands.
///
/// # Errors
/// Those of the database.
pub async fn look(conn: &mut Conn, call: &Call, which: Which) -> Result<Decision<Stand>> {
    let seat = match seat(conn, call, which).await? {
        Ok(seat) => seat,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let pause = pauses::pause_open(conn, seat.tandem.id).await?.filter(|pause| call.now < pause.until);
    Ok(Ok(Stand { seat, pause, now: call.now }))
}

/// Pauses the tandem until a day as people write it, or gives the pause that is on another end. To be run without a
/// trace of who asked; the same once more changes nothing.
///
/// # Errors
/// Those of the database.
pub async fn set(conn: &mut Conn, call: &Call, which: Which, until: &str) -> Result<Decision<Stand>> {
    let seat = match seat(conn, call, which).await? {
        Ok(seat) => seat,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let (tandem, programme) = (seat.tandem.id, &seat.programme);
    let until = match understood(until, programme, call.now) {
        Ok(until) => until,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let before = pauses::pause_open(conn, tandem).await?;
    let id = match before {
        Some(pause) if pause.until == until => {
            return Ok(Ok(Stand { seat, pause: before, now: call.now }));
        }
        Some(pause) => {
            silence::shift(conn, tandem, until - pause.until).await?;
            pauses::pause_move(conn, pause.id, until).await?;
            pause.id
        }
        None => {
            silence::shift(conn, tandem, until - call.now).await?;
            pauses::pause_add(conn, tandem, call.now, until).await?
        }
    };
    for (post, expires_at) in pauses::planned_take_back(conn, &room_lane(tandem), until).await? {
        let post = posts::post_get(conn, post).await?;
        if post.kind == PostKind::PauseOver {
            // The summary of the pause before was still to come: this one's has it all.
            pauses::held_move(conn, PauseId(post.subject), id).await?;
            posts::post_drop(conn, post.id).await?;
        } else {
            pauses::held_add(conn, post.id, id, expires_at).await?;
        }
    }
    job_set(conn, jobs::PAUSE_END, tandem.0, until).await?;
    post_queue(conn, &post(programme, tandem, PostKind::PauseSet, id.0, call.now)).await?;
    let pause = pauses::pause_find(conn, id).await?;
    Ok(Ok(Stand { seat, pause, now: call.now }))
}

/// Reads until when, as a moment.
///
/// # Errors
/// Why it cannot be.
pub fn understood(until: &str, programme: &Programme, now: DateTime<Utc>) -> Decision<DateTime<Utc>> {
    let day = when::read(until, now, programme.zone)?.day(programme.zone);
    pause::until(day, programme.ends_on, programme.zone, now)
}

const fn post(
    programme: &Programme,
    tandem: TandemId,
    kind: PostKind,
    subject: i64,
    due_at: DateTime<Utc>,
) -> NewPost<'static> {
    NewPost {
        programme: programme.id,
        place: Place::Room(tandem),
        kind,
        subject,
        due_at,
        expires_at: None,
        seeds: &[],
        pinned: false,
    }
}

/// Ends the pause before its day. To be run without a trace of who asked; without a pause it changes nothing.
///
/// # Errors
/// Those of the database.
pub async fn end_early(conn: &mut Conn, call: &Call, which: Which) -> Result<Decision<Stand>> {
    let seat = match seat(conn, call, which).await? {
        Ok(seat) => seat,
        Err(refusal) => return Ok(Err(refusal)),
    };
    if let Some(pause) = pauses::pause_open(conn, seat.tandem.id).await? {
        close(conn, &pause, call.now, true).await?;
        let (quiet, zone) = (seat.programme.quiet(), seat.programme.zone);
        let due_at = PostKind::PauseOver.policy().send_at(call.now, &quiet, zone);
        let over = post(&seat.programme, pause.tandem, PostKind::PauseOver, pause.id.0, due_at);
        // Planned, so that the next pause, if it is set before this is sent, takes it over.
        post_plan_new(conn, &over).await?;
        follow::reschedule(conn, &seat.programme, pause.tandem, call.now).await?;
    }
    Ok(Ok(Stand { seat, pause: None, now: call.now }))
}

/// Ends a pause whose day has come, and tells when to look again if it has been given another day.
///
/// # Errors
/// Those of the database.
pub async fn end_due(conn: &mut Conn, tandem: TandemId, now: DateTime<Utc>) -> Result<Option<DateTime<Utc>>> {
    let Some(pause) = pauses::pause_open(conn, tandem).await? else { return Ok(None) };
    if now < pause.until {
        return Ok(Some(pause.until));
    }
    let programme = tandems::tandem_get(conn, tandem).await?.programme;
    let programme = programmes::programme_get(conn, programme).await?;
    close(conn, &pause, now, false).await?;
    let due_at = PostKind::PauseOver.policy().send_at(now, &programme.quiet(), programme.zone);
    post_plan_new(conn, &post(&programme, tandem, PostKind::PauseOver, pause.id.0, due_at)).await?;
    Ok(None)
}

/// The pause is over. Of the questions that came due the latest is told; the others go back to those that were not asked.
async fn close(conn: &mut Conn, pause: &Pause, now: DateTime<Utc>, early: bool) -> Result<()> {
    silence::shift(conn, pause.tandem, now.min(pause.until) - pause.until).await?;
    pauses::pause_end(conn, pause.id, now, early).await?;
    job_drop(conn, jobs::PAUSE_END, pause.tandem.0).await?;
    let held = pauses::held_of(conn, pause.id).await?;
    let asked: Vec<_> = held.iter().filter(|held| held.post.kind == PostKind::Question).collect();
    if let Some((_, others)) = asked.split_last() {
        for other in others {
            posts::post_drop(conn, other.post.id).await?;
            questions::asked_drop(conn, AskedId(other.post.subject)).await?;
        }
    }
    Ok(())
}

/// The summary has been posted: what it was made from goes.
///
/// # Errors
/// Those of the database.
pub async fn told(conn: &mut Conn, post: &posts::Post) -> Result<()> {
    if post.kind == PostKind::PauseOver {
        pauses::held_forget(conn, PauseId(post.subject)).await?;
    }
    Ok(())
}

/// The tandem has ended: its pause as well, and there is nothing to sum up.
pub(super) async fn forget(conn: &mut Conn, tandem: TandemId, now: DateTime<Utc>) -> Result<()> {
    for pause in pauses::pauses_of(conn, tandem).await? {
        pauses::held_forget(conn, pause.id).await?;
    }
    if let Some(pause) = pauses::pause_open(conn, tandem).await? {
        pauses::pause_end(conn, pause.id, now, false).await?;
    }
    job_drop(conn, jobs::PAUSE_END, tandem.0).await
}

#[cfg(test)]
#[path = "pause/tests.rs"]
mod tests;
