//! The phase of a programme that comes by itself: its first day, its last one, and the end of its closing.

use chrono::{DateTime, Utc};

use crate::app::{jobs, programme::phase};
use crate::domain::ids::ProgrammeId;
use crate::store::{Conn, Result};

/// The job's name; its subject is a programme.
pub const NAME: &str = jobs::PHASE;

/// Begins what is due, and tells when the next phase comes.
///
/// # Errors
/// Those of the database.
pub async fn run(
    conn: &mut Conn,
    now: DateTime<Utc>,
    _due_at: DateTime<Utc>,
    subject: i64,
) -> Result<Option<DateTime<Utc>>> {
    phase::advance(conn, ProgrammeId(subject), now).await
}
