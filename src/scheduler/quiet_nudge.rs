//! A tandem that has gone quiet is nudged in its own room, at most once per silence.

use chrono::{DateTime, Utc};

use crate::app::{jobs, silence};
use crate::domain::ids::TandemId;
use crate::store::{Conn, Result};

/// The name of its rows.
pub const NAME: &str = jobs::QUIET;

/// Does it for one tandem.
///
/// # Errors
/// Those of the database.
pub async fn run(
    conn: &mut Conn,
    now: DateTime<Utc>,
    _due_at: DateTime<Utc>,
    subject: i64,
) -> Result<Option<DateTime<Utc>>> {
    silence::nudge(conn, TandemId(subject), now).await
}
