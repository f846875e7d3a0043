//! Confirming: by button or by ✅ on the newest card. Once both have, the room is told once for each time, with the
//! calendar file.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{card_edit, card_of, of_button};
use crate::app::effect::{edit_queue, post_plan};
use crate::app::{Call, Decision};
use crate::domain::ids::{MeetingId, PostId};
use crate::domain::meeting::Meeting;
use crate::domain::post::PostKind;
use crate::domain::programme::Programme;
use crate::domain::tandem::Side;
use crate::store::{Conn, Result, meetings, posts};

/// What became of a confirmation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Confirmed {
    /// It counts, and now both have confirmed.
    Noted(MeetingId),
    /// It stood like that; the other one has confirmed, too.
    Already(MeetingId),
    /// It stood like that; the other one has yet to say.
    Waits(MeetingId),
}

/// Confirms the meeting of a card.
///
/// # Errors
/// Those of the database.
pub async fn confirm(conn: &mut Conn, call: &Call, id: MeetingId) -> Result<Decision<Confirmed>> {
    let (seat, meeting) = match of_button(conn, call, id).await? {
        Ok(found) => found,
        Err(refusal) => return Ok(Err(refusal)),
    };
    if meeting.is_confirmed() {
        return Ok(Ok(Confirmed::Already(id)));
    }
    if meeting.confirmed_by(seat.side) {
        return Ok(Ok(Confirmed::Waits(id)));
    }
    save(conn, &seat.programme, meeting, seat.side, false, call.now).await?;
    Ok(Ok(Confirmed::Noted(id)))
}

/// A ✅ of one of the two came or went on a card. Only the newest card's counts, only while the meeting is ahead, and a
/// vanished one undoes only a confirmation that was given by it (D5).
pub(in crate::app) async fn marked(
    conn: &mut Conn,
    programme: &Programme,
    (card, id): (PostId, MeetingId),
    side: Side,
    stands: bool,
    now: DateTime<Utc>,
) -> Result<()> {
    let Some(mut meeting) = meetings::meeting_find(conn, id).await? else { return Ok(()) };
    if !meeting.is_ahead(now) || card_of(conn, id).await?.is_none_or(|newest| newest.id != card) {
        return Ok(());
    }
    match (stands, meeting.confirmed_by(side)) {
        (true, false) => save(conn, programme, meeting, side, true, now).await,
        (false, true) if meeting.by_mark == Some(side) => {
            meeting.say(side, false);
            (meeting.by_mark, meeting.changed_at) = (None, now);
            meetings::meeting_set(conn, &meeting).await?;
            card_edit(conn, programme, &meeting, now).await?;
            told_edit(conn, programme, &meeting, now).await?;
            Ok(())
        }
        _ => Ok(()),
    }
}

async fn save(
    conn: &mut Conn,
    programme: &Programme,
    mut meeting: Meeting,
    side: Side,
    by_mark: bool,
    now: DateTime<Utc>,
) -> Result<()> {
    // Confirmed, taken back and confirmed again: what was said about this time is brought up to date.
    let told = told_edit(conn, programme, &meeting, now).await?;
    meeting.say(side, true);
    meeting.by_mark = by_mark.then_some(side);
    // A file has called this time tentative: another status is another number (RFC 5546, 2.1.4).
    meeting.sequence += u32::from(meeting.filed && !told);
    (meeting.filed, meeting.changed_at) = (true, now);
    meetings::meeting_set(conn, &meeting).await?;
    card_edit(conn, programme, &meeting, now).await?;
    if !told {
        let kind = PostKind::MeetingConfirmed;
        post_plan(conn, programme, meeting.tandem, kind, meeting.id.0, now, &[]).await?;
    }
    Ok(())
}

/// Queues an edit of the post that told of the confirmation of the present time; `false` when there is none.
async fn told_edit(
    conn: &mut Conn,
    programme: &Programme,
    meeting: &Meeting,
    now: DateTime<Utc>,
) -> Result<bool> {
    let card = card_of(conn, meeting.id).await?;
    let told = posts::post_about(conn, PostKind::MeetingConfirmed, meeting.id.0).await?;
    match (told, card) {
        (Some(told), Some(card)) if told.id > card.id => {
            edit_queue(conn, programme.id, meeting.tandem, told.id, now).await?;
            Ok(true)
        }
        _ => Ok(false),
    }
}
