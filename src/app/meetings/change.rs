//! Moving and cancelling. A moved meeting is at once at its new time and waits for the other one's confirmation; its old
//! card stays and says so.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Draft, card_edit, card_of, follow, meant, minutes, moment, of_meeting, place, seat, time_free};
use crate::app::effect::{edit_queue, post_plan};
use crate::app::jobs::{MEETING_OFFER, MEETING_SOON};
use crate::app::scope::Seat;
use crate::app::{Call, Decision};
use crate::domain::ids::{MeetingId, TandemId};
use crate::domain::marks::ON_MEETING;
use crate::domain::meeting::Meeting;
use crate::domain::post::PostKind;
use crate::store::{Conn, Result, jobs, meetings};

/// What became of a meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Changed {
    /// It has another time, place or length.
    Moved(MeetingId),
    /// It is as before.
    Unchanged(MeetingId),
    /// It does not take place.
    Cancelled(MeetingId),
}

/// Moves a meeting to another time or place.
///
/// # Errors
/// Those of the database.
pub async fn shift(
    conn: &mut Conn,
    call: &Call,
    which: Option<MeetingId>,
    draft: Draft,
) -> Result<Decision<Changed>> {
    let (seat, old) = match mine(conn, call, which).await? {
        Ok(found) => found,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let new = match changed(&seat, &old, &draft, call.now) {
        Ok(new) => new,
        Err(refusal) => return Ok(Err(refusal)),
    };
    if (new.starts_at, new.minutes, &new.place) == (old.starts_at, old.minutes, &old.place) {
        return Ok(Ok(Changed::Unchanged(old.id)));
    }
    if let Err(refusal) = time_free(conn, &seat.tandem, &new).await? {
        return Ok(Err(refusal));
    }
    let before = card_of(conn, old.id).await?;
    meetings::meeting_set(conn, &new).await?;
    let (tandem, kind) = (seat.tandem.id, PostKind::MeetingMoved);
    post_plan(conn, &seat.programme, tandem, kind, new.id.0, call.now, ON_MEETING).await?;
    if let Some(before) = before {
        edit_queue(conn, seat.programme.id, tandem, before.id, call.now).await?;
    }
    follow(conn, &seat.programme, &new, call.now).await?;
    Ok(Ok(Changed::Moved(new.id)))
}

fn changed(seat: &Seat, old: &Meeting, draft: &Draft, now: DateTime<Utc>) -> Decision<Meeting> {
    let mut new = old.clone();
    let at = draft.when.as_deref().map_or(Ok(old.starts_at), |when| moment(when, &seat.programme, now))?;
    if let Some(written) = &draft.place {
        new.place = place(written)?;
    }
    if let Some(given) = draft.minutes {
        new.minutes = minutes(given)?;
    }
    new.move_to(seat.side, at, now);
    // Whoever has put the earlier time into a calendar needs the file; everybody else may have it.
    new.filed = true;
    Ok(new)
}

async fn mine(conn: &mut Conn, call: &Call, which: Option<MeetingId>) -> Result<Decision<(Seat, Meeting)>> {
    let tandem = of_meeting(conn, which).await?;
    let seat = match seat(conn, call, tandem).await? {
        Ok(seat) => seat,
        Err(refusal) => return Ok(Err(refusal)),
    };
    Ok(match meant(conn, &seat, which, call.now).await? {
        Ok(meeting) => Ok((seat, meeting)),
        Err(refusal) => Err(refusal),
    })
}

/// The tandem has ended: what is ahead does not take place. The goodbye has the file for calendars.
///
/// # Errors
/// Those of the database.
pub(in crate::app) async fn cancel_all(conn: &mut Conn, tandem: TandemId, now: DateTime<Utc>) -> Result<()> {
    for mut meeting in meetings::meetings_of(conn, tandem).await? {
        if meeting.is_ahead(now) {
            meeting.cancel(now);
            meetings::meeting_set(conn, &meeting).await?;
            jobs::job_drop(conn, MEETING_SOON, meeting.id.0).await?;
        }
    }
    jobs::job_drop(conn, MEETING_OFFER, tandem.0).await
}

/// Cancels a meeting: either of the two may.
///
/// # Errors
/// Those of the database.
pub async fn cancel(conn: &mut Conn, call: &Call, which: Option<MeetingId>) -> Result<Decision<Changed>> {
    let (seat, mut meeting) = match mine(conn, call, which).await? {
        Ok(found) => found,
        Err(refusal) => return Ok(Err(refusal)),
    };
    meeting.cancel(call.now);
    meetings::meeting_set(conn, &meeting).await?;
    let (tandem, kind) = (seat.tandem.id, PostKind::MeetingCancelled);
    post_plan(conn, &seat.programme, tandem, kind, meeting.id.0, call.now, &[]).await?;
    card_edit(conn, &seat.programme, &meeting, call.now).await?;
    follow(conn, &seat.programme, &meeting, call.now).await?;
    Ok(Ok(Changed::Cancelled(meeting.id)))
}
