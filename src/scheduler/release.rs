//! The figures of a period are released when it closes, whatever the schedule of the digest is (P7).

use chrono::{DateTime, Utc};

use crate::app::{digest, jobs};
use crate::domain::ids::ProgrammeId;
use crate::store::{Conn, Result};

/// The job's name; its subject is a programme.
pub const NAME: &str = jobs::RELEASE;

/// Releases what has closed.
///
/// # Errors
/// Those of the database.
pub async fn run(
    conn: &mut Conn,
    now: DateTime<Utc>,
    _due_at: DateTime<Utc>,
    subject: i64,
) -> Result<Option<DateTime<Utc>>> {
    digest::release_due(conn, ProgrammeId(subject), now).await
}
