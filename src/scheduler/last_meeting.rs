//! The word before the end that a last meeting is due.

use chrono::{DateTime, Utc};

use crate::app::{jobs, surveys};
use crate::domain::ids::ProgrammeId;
use crate::store::{Conn, Result};

/// The job's name; its subject is a programme.
pub const NAME: &str = jobs::LAST_MEETING;

/// Brings it up in every room, once.
///
/// # Errors
/// Those of the database.
pub async fn run(
    conn: &mut Conn,
    now: DateTime<Utc>,
    _due_at: DateTime<Utc>,
    subject: i64,
) -> Result<Option<DateTime<Utc>>> {
    surveys::last_meeting(conn, ProgrammeId(subject), now).await
}
