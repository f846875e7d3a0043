//! Once an hour the bot forgets what it keeps for an hour: interaction ids and owed replies (P4).

use chrono::{DateTime, Utc};

use crate::app::jobs;
use crate::store::replies::replies_forget;
use crate::store::{Conn, Result};

/// The name of its rows.
pub const NAME: &str = jobs::TIDY;

/// Forgets what has had its time.
///
/// # Errors
/// Those of the database.
pub async fn run(
    conn: &mut Conn,
    now: DateTime<Utc>,
    _due_at: DateTime<Utc>,
    _subject: i64,
) -> Result<Option<DateTime<Utc>>> {
    let some_left = replies_forget(conn, now).await?;
    // The next interaction puts the row back: a bot that nobody talks to writes nothing.
    Ok(some_left.then(|| now + jobs::TIDY_EVERY))
}
