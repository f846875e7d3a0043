//! The reminder an hour before a meeting. It goes out before the quiet hours where they reach into that hour, and not at
//! all once the meeting has begun, was moved or cancelled.

use chrono::{DateTime, Utc};

use crate::app::effect::post_plan;
use crate::app::jobs::MEETING_SOON;
use crate::domain::ids::MeetingId;
use crate::domain::meeting::Meeting;
use crate::domain::post::{HOUR_BEFORE, PostKind};
use crate::domain::programme::Programme;
use crate::domain::quiet::{self, Decision};
use crate::store::{Conn, Result, jobs, meetings, programmes, tandems};

/// When a meeting is brought up for the last time.
fn moment(programme: &Programme, meeting: &Meeting) -> DateTime<Utc> {
    let policy = PostKind::MeetingSoon.policy();
    policy.send_at(meeting.starts_at - HOUR_BEFORE, &programme.quiet(), programme.zone)
}

/// Puts the meeting's reminder in its place; one that was planned later than that has none.
///
/// # Errors
/// Those of the database.
pub(super) async fn reschedule(
    conn: &mut Conn,
    programme: &Programme,
    meeting: &Meeting,
    now: DateTime<Utc>,
) -> Result<()> {
    let at = moment(programme, meeting);
    if meeting.is_ahead(now) && at > now {
        jobs::job_set(conn, MEETING_SOON, meeting.id.0, at).await
    } else {
        jobs::job_drop(conn, MEETING_SOON, meeting.id.0).await
    }
}

/// Brings a meeting up. Coming late is better than not at all, until it begins; after a downtime that ended at night, the
/// morning is early enough.
///
/// # Errors
/// Those of the database.
pub async fn remind(conn: &mut Conn, id: MeetingId, now: DateTime<Utc>) -> Result<Option<DateTime<Utc>>> {
    let Some(meeting) = meetings::meeting_find(conn, id).await? else { return Ok(None) };
    let tandem = tandems::tandem_get(conn, meeting.tandem).await?;
    let programme = programmes::programme_get(conn, tandem.programme).await?;
    if !meeting.is_ahead(now) || !tandem.is_live() || !programme.phase.works() {
        return Ok(None);
    }
    let (kind, at) = (PostKind::MeetingSoon, meeting.starts_at - HOUR_BEFORE);
    match quiet::due(now, at, &kind.policy(), &programme.quiet(), programme.zone) {
        Decision::Wait { until } => Ok(Some(until).filter(|until| *until < meeting.starts_at)),
        Decision::Drop => Ok(None),
        Decision::Send | Decision::Fold => {
            post_plan(conn, &programme, tandem.id, kind, id.0, at, &[]).await?;
            Ok(None)
        }
    }
}
