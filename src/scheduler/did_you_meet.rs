//! Whether a meeting took place, two hours after its end.

use chrono::{DateTime, Utc};

use crate::app::{follow, jobs};
use crate::domain::ids::MeetingId;
use crate::store::{Conn, Result};

/// The job's name; its subject is a meeting.
pub const NAME: &str = jobs::DID_YOU_MEET;

/// Brings it up, once.
///
/// # Errors
/// Those of the database.
pub async fn run(
    conn: &mut Conn,
    now: DateTime<Utc>,
    _due_at: DateTime<Utc>,
    subject: i64,
) -> Result<Option<DateTime<Utc>>> {
    follow::did_you_meet(conn, MeetingId(subject), now).await
}
