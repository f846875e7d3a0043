//! The time for new partners, where a programme has one.

use chrono::{DateTime, Utc};

use crate::app::{jobs, rotation};
use crate::domain::ids::ProgrammeId;
use crate::store::{Conn, Result};

/// The job's name; its subject is a programme.
pub const NAME: &str = jobs::ROTATION;

/// Has all tandems asked.
///
/// # Errors
/// Those of the database.
pub async fn run(
    conn: &mut Conn,
    now: DateTime<Utc>,
    _due_at: DateTime<Utc>,
    subject: i64,
) -> Result<Option<DateTime<Utc>>> {
    rotation::due(conn, ProgrammeId(subject), now).await
}
