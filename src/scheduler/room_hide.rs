//! Seven days after an ending the room goes out of both people's sight (D2).

use chrono::{DateTime, Utc};

use crate::app::{jobs, leaving};
use crate::domain::ids::TandemId;
use crate::store::{Conn, Result};

/// The name of its rows.
pub const NAME: &str = jobs::ROOM_HIDE;

/// Hides the room of one tandem.
///
/// # Errors
/// Those of the database.
pub async fn run(
    conn: &mut Conn,
    now: DateTime<Utc>,
    _due_at: DateTime<Utc>,
    subject: i64,
) -> Result<Option<DateTime<Utc>>> {
    leaving::hide(conn, TandemId(subject), now).await?;
    Ok(None)
}
