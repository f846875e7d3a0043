//! A hidden room is deleted later, so that a slip could still be mended.

use chrono::{DateTime, Utc};

use crate::app::{jobs, leaving};
use crate::domain::ids::TandemId;
use crate::store::{Conn, Result};

/// The name of its rows.
pub const NAME: &str = jobs::ROOM_DELETE;

/// Deletes the room of one tandem.
///
/// # Errors
/// Those of the database.
pub async fn run(
    conn: &mut Conn,
    now: DateTime<Utc>,
    _due_at: DateTime<Utc>,
    subject: i64,
) -> Result<Option<DateTime<Utc>>> {
    leaving::delete(conn, TandemId(subject), now).await?;
    Ok(None)
}
