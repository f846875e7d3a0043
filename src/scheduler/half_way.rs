//! What is still open half-way to the next meeting.

use chrono::{DateTime, Utc};

use crate::app::{follow, jobs};
use crate::domain::ids::TandemId;
use crate::store::{Conn, Result};

/// The job's name; its subject is a tandem.
pub const NAME: &str = jobs::HALF_WAY;

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
    follow::half_way(conn, TandemId(subject), now).await
}
