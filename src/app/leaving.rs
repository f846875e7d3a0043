//! A tandem ends. Whoever ends it, the same happens to both, in the same order: who it was is nowhere, neither in a row
//! nor in the order of rows (P1). There is no reason, no question, and one goodbye for the pair.

use chrono::{DateTime, Utc};

use super::effect::{Effect, NewPost, Place, effect_add, post_queue_after, room_lane};
use super::meetings::change::cancel_all;
use super::{
    Call, Decision, direct, guard, jobs, look_backs, opening, pause, place, practices, reach, rotation,
};
use crate::domain::ids::{ChannelId, TandemId};
use crate::domain::post::PostKind;
use crate::domain::refusal::Refusal;
use crate::domain::tandem::{
    DELETED_AFTER_HIDING, NEXT_ANSWER_WITHIN, READABLE_AFTER_END, Side, Tandem, TandemState,
};
use crate::store::jobs::{job_drop, job_set};
use crate::store::outbox::outbox_lane_drop;
use crate::store::{Conn, Result, people, programmes, tandems};

/// How a tandem ends: this decides what is posted, never who is told what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ending {
    /// One of the two ended it.
    Goodbye,
    /// One of the two is no longer on the server.
    PartnerGone,
    /// The time for new partners has come, and not both wished to stay.
    NewPartners,
    /// Somebody deleted the room: there is no place for a goodbye.
    RoomGone,
}

/// Ends a tandem for one of its two. To be run without a trace of who asked; ending it twice is ending it once.
///
/// # Errors
/// Those of the database.
pub async fn end(conn: &mut Conn, call: &Call, tandem: TandemId) -> Result<Decision<()>> {
    let seat = match guard::seat_in(conn, call, tandem).await? {
        Ok(seat) => seat,
        Err(refusal) => return Ok(Err(refusal)),
    };
    conclude(conn, &seat.tandem, Ending::Goodbye, call.now).await?;
    Ok(Ok(()))
}

/// What every ending does: what was still to be posted is dropped, both read the goodbye, the room becomes read-only
/// and later goes, and both are asked how it shall go on.
pub(super) async fn conclude(
    conn: &mut Conn,
    tandem: &Tandem,
    how: Ending,
    now: DateTime<Utc>,
) -> Result<()> {
    if !tandems::tandem_end(conn, tandem.id, now).await? {
        return Ok(());
    }
    outbox_lane_drop(conn, &room_lane(tandem.id)).await?;
    job_drop(conn, jobs::TASK_REMINDERS, tandem.id.0).await?;
    job_drop(conn, jobs::QUIET, tandem.id.0).await?;
    pause::forget(conn, tandem.id, now).await?;
    cancel_all(conn, tandem.id, now).await?;
    reach::resolve(conn, tandem.id).await?;
    rotation::forget(conn, tandem.id).await?;
    look_backs::forget(conn, tandem.id).await?;
    job_set(conn, jobs::NEXT_SETTLE, tandem.id.0, now + NEXT_ANSWER_WITHIN).await?;
    let programme = programmes::programme_get(conn, tandem.programme).await?;
    practices::ended(conn, tandem).await?;
    // Nothing new waits under *My place* once nobody is paired any more, and whoever gets a new partner is asked nothing.
    if programme.phase.pairs() && !matches!(how, Ending::NewPartners) {
        direct::point_both(conn, &programme, [tandem.mentor, tandem.mentee], now).await?;
    }
    let kind = match how {
        Ending::Goodbye => PostKind::Goodbye,
        Ending::PartnerGone => PostKind::PartnerGone,
        Ending::NewPartners => PostKind::NewPartners,
        Ending::RoomGone => {
            tandems::tandem_state_set(conn, tandem.id, TandemState::Gone).await?;
            return place::announce(conn, &programme, now).await;
        }
    };
    let goodbye = NewPost {
        programme: tandem.programme,
        place: Place::Room(tandem.id),
        kind,
        subject: tandem.id.0,
        due_at: now,
        expires_at: None,
        seeds: &[],
        pinned: false,
    };
    let room = opening::room_row(conn, tandem.id).await?;
    post_queue_after(conn, &goodbye, room).await?;
    room_effect(conn, tandem, Effect::RoomClose { tandem: tandem.id }, now).await?;
    job_set(conn, jobs::ROOM_HIDE, tandem.id.0, now + READABLE_AFTER_END).await
}

async fn room_effect(conn: &mut Conn, tandem: &Tandem, effect: Effect, now: DateTime<Utc>) -> Result<()> {
    let room = opening::room_row(conn, tandem.id).await?;
    effect_add(conn, room_lane(tandem.id), tandem.programme, &effect, now, None, room).await?;
    Ok(())
}

/// The room of an ended tandem goes out of sight, and later altogether.
///
/// # Errors
/// Those of the database.
pub async fn hide(conn: &mut Conn, tandem: TandemId, now: DateTime<Utc>) -> Result<()> {
    let tandem = tandems::tandem_get(conn, tandem).await?;
    if tandem.state != TandemState::Ended {
        return Ok(());
    }
    room_effect(conn, &tandem, Effect::RoomHide { tandem: tandem.id }, now).await?;
    job_set(conn, jobs::ROOM_DELETE, tandem.id.0, now + DELETED_AFTER_HIDING).await
}

/// The room of an ended tandem is deleted.
///
/// # Errors
/// Those of the database.
pub async fn delete(conn: &mut Conn, tandem: TandemId, now: DateTime<Utc>) -> Result<()> {
    let tandem = tandems::tandem_get(conn, tandem).await?;
    if matches!(tandem.state, TandemState::Ended | TandemState::Hidden) {
        room_effect(conn, &tandem, Effect::RoomDelete { tandem: tandem.id }, now).await?;
    }
    Ok(())
}

/// A channel was deleted at Discord. Was it a room of ours, its tandem ends without a goodbye, and both find the
/// question of how it shall go on under *My place* (decision: a room is not made anew, because whoever deleted it
/// meant something by it, and what was said there is gone).
///
/// # Errors
/// Those of the database.
pub async fn channel_gone(conn: &mut Conn, channel: ChannelId, now: DateTime<Utc>) -> Result<()> {
    let Some(tandem) = tandems::tandem_of_channel(conn, channel).await? else { return Ok(()) };
    if tandem.is_live() {
        return conclude(conn, &tandem, Ending::RoomGone, now).await;
    }
    outbox_lane_drop(conn, &room_lane(tandem.id)).await?;
    job_drop(conn, jobs::ROOM_HIDE, tandem.id.0).await?;
    job_drop(conn, jobs::ROOM_DELETE, tandem.id.0).await?;
    tandems::tandem_state_set(conn, tandem.id, TandemState::Gone).await
}

/// Answers *How shall it go on?*: a new tandem, or not now. Until both have answered (or 14 days have passed) the
/// answer shows nowhere; it carries no time (P3). To be run without a trace of who asked.
///
/// # Errors
/// Those of the database.
pub async fn say_next(
    conn: &mut Conn,
    call: &Call,
    tandem: TandemId,
    new_tandem: bool,
) -> Result<Decision<()>> {
    let seat = match guard::seat_in(conn, call, tandem).await? {
        Ok(seat) if !seat.tandem.is_live() && seat.programme.phase.pairs() => seat,
        Ok(_) => return Ok(Err(Refusal::NothingWaits)),
        Err(refusal) => return Ok(Err(refusal)),
    };
    // Whoever answers is there, even if a night had not found them.
    people::person_gone_set(conn, seat.me.id, false).await?;
    let (_, _, settled) = tandems::tandem_next_get(conn, tandem).await?;
    if settled {
        programmes::enrolment_available_set(conn, seat.programme.id, seat.me.id, new_tandem).await?;
        return Ok(Ok(()));
    }
    tandems::tandem_next_set(conn, tandem, seat.side, new_tandem).await?;
    if let (Some(_), Some(_), _) = tandems::tandem_next_get(conn, tandem).await? {
        settle(conn, tandem).await?;
    }
    Ok(Ok(()))
}

/// Both enter the next round together: what each said becomes *available* or *not available*, and silence is the latter
/// (P3).
///
/// # Errors
/// Those of the database.
pub async fn settle(conn: &mut Conn, tandem: TandemId) -> Result<()> {
    let (mentor, mentee, settled) = tandems::tandem_next_get(conn, tandem).await?;
    if settled {
        return Ok(());
    }
    let tandem = tandems::tandem_get(conn, tandem).await?;
    for (side, answer) in [(Side::Mentor, mentor), (Side::Mentee, mentee)] {
        let person = tandem.person(side);
        programmes::enrolment_available_set(conn, tandem.programme, person, answer == Some(true)).await?;
    }
    tandems::tandem_next_settle(conn, tandem.id).await?;
    job_drop(conn, jobs::NEXT_SETTLE, tandem.id.0).await
}

#[cfg(test)]
#[path = "leaving/tests.rs"]
mod tests;
