//! The middle of a programme: interim questions and look-backs.

use chrono::{DateTime, Utc};

use crate::app::{jobs, surveys};
use crate::domain::ids::ProgrammeId;
use crate::store::{Conn, Result};

/// The job's name; its subject is a programme.
pub const NAME: &str = jobs::MIDDLE;

/// Opens the questions and invites the pairs.
///
/// # Errors
/// Those of the database.
pub async fn run(
    conn: &mut Conn,
    now: DateTime<Utc>,
    _due_at: DateTime<Utc>,
    subject: i64,
) -> Result<Option<DateTime<Utc>>> {
    surveys::middle(conn, ProgrammeId(subject), now).await
}
