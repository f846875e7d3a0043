//! Planning a meeting: whoever plans it has confirmed, the other one is asked by its card.

use chrono::{DateTime, Utc};

use super::{Draft, follow, minutes, moment, place, seat, time_free};
use crate::app::effect::post_plan;
use crate::app::scope::Seat;
use crate::app::{Call, Decision};
use crate::domain::ids::{MeetingId, TandemId};
use crate::domain::marks::ON_MEETING;
use crate::domain::meeting::{AHEAD_MAX, MINUTES, Meeting};
use crate::domain::post::PostKind;
use crate::domain::refusal::Refusal;
use crate::store::{Conn, Result, meetings};

/// Plans a meeting and posts its card.
///
/// # Errors
/// Those of the database.
pub async fn plan(
    conn: &mut Conn,
    call: &Call,
    chosen: Option<TandemId>,
    draft: Draft,
) -> Result<Decision<MeetingId>> {
    let seat = match seat(conn, call, chosen).await? {
        Ok(seat) => seat,
        Err(refusal) => return Ok(Err(refusal)),
    };
    match drafted(&seat, &draft, call.now) {
        Ok(new) => save(conn, &seat, new, call.now).await,
        Err(refusal) => Ok(Err(refusal)),
    }
}

fn drafted(seat: &Seat, draft: &Draft, now: DateTime<Utc>) -> Decision<Meeting> {
    let at = moment(draft.when.as_deref().unwrap_or_default(), &seat.programme, now)?;
    let place = place(draft.place.as_deref().unwrap_or_default())?;
    let minutes = draft.minutes.map_or(Ok(MINUTES), minutes)?;
    Ok(Meeting::planned(seat.tandem.id, seat.side, at, minutes, place, now))
}

/// Stores a meeting as the asker's proposal, if both have the time.
pub(super) async fn save(
    conn: &mut Conn,
    seat: &Seat,
    mut new: Meeting,
    now: DateTime<Utc>,
) -> Result<Decision<MeetingId>> {
    if let Err(refusal) = time_free(conn, &seat.tandem, &new).await? {
        return Ok(Err(refusal));
    }
    let all = meetings::meetings_of(conn, seat.tandem.id).await?;
    if all.iter().filter(|one| one.is_ahead(now)).count() >= AHEAD_MAX {
        return Ok(Err(Refusal::TooManyMeetings { max: AHEAD_MAX }));
    }
    new.id = meetings::meeting_add(conn, &new).await?;
    let (tandem, kind) = (seat.tandem.id, PostKind::MeetingCard);
    post_plan(conn, &seat.programme, tandem, kind, new.id.0, now, ON_MEETING).await?;
    follow(conn, &seat.programme, &new, now).await?;
    Ok(Ok(new.id))
}
