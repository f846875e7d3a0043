//! The reminder an hour before a meeting.

use chrono::{DateTime, Utc};

use crate::app::jobs;
use crate::app::meetings::soon;
use crate::domain::ids::MeetingId;
use crate::store::{Conn, Result};

/// The job's name; its subject is a meeting.
pub const NAME: &str = jobs::MEETING_SOON;

/// Brings the meeting up, unless it was moved or cancelled.
///
/// # Errors
/// Those of the database.
pub async fn run(
    conn: &mut Conn,
    now: DateTime<Utc>,
    _due_at: DateTime<Utc>,
    subject: i64,
) -> Result<Option<DateTime<Utc>>> {
    soon::remind(conn, MeetingId(subject), now).await
}
