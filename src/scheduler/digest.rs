//! The coordinators' digest of a programme, on its schedule.

use chrono::{DateTime, Utc};

use crate::app::{digest, jobs};
use crate::domain::ids::ProgrammeId;
use crate::store::{Conn, Result};

/// The job's name; its subject is a programme.
pub const NAME: &str = jobs::DIGEST;

/// Makes the digest and queues its post.
///
/// # Errors
/// Those of the database.
pub async fn run(
    conn: &mut Conn,
    now: DateTime<Utc>,
    _due_at: DateTime<Utc>,
    subject: i64,
) -> Result<Option<DateTime<Utc>>> {
    digest::make(conn, ProgrammeId(subject), now).await
}
