//! Once a night the bot looks whether those who take part are still on the server: departures are silent without a
//! privileged intent (D18).

use chrono::{DateTime, Utc};

use crate::app::{jobs, members};
use crate::store::{Conn, Result};

/// The name of its row.
pub const NAME: &str = jobs::MEMBERS;

/// Asks about everybody whose absence would matter.
///
/// # Errors
/// Those of the database.
pub async fn run(
    conn: &mut Conn,
    now: DateTime<Utc>,
    _due_at: DateTime<Utc>,
    _subject: i64,
) -> Result<Option<DateTime<Utc>>> {
    members::ask_all(conn, now).await?;
    Ok(Some(jobs::next_night(now)))
}
