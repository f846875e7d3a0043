//! The agenda of a meeting, a day before it.

use chrono::{DateTime, Utc};

use crate::app::{follow, jobs};
use crate::domain::ids::MeetingId;
use crate::store::{Conn, Result};

/// The job's name; its subject is a meeting.
pub const NAME: &str = jobs::AGENDA;

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
    follow::agenda(conn, MeetingId(subject), now).await
}
