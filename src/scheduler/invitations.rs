//! Invitations that nobody followed are deleted, and the word that there was no place (P18).

use chrono::{DateTime, Utc};

use crate::app::jobs;
use crate::store::{Conn, Result, invitations};

/// The job's name; its subject is 0.
pub const NAME: &str = jobs::INVITATIONS;

/// Deletes those that have had their time.
///
/// # Errors
/// Those of the database.
pub async fn run(
    conn: &mut Conn,
    now: DateTime<Utc>,
    _due_at: DateTime<Utc>,
    _subject: i64,
) -> Result<Option<DateTime<Utc>>> {
    invitations::invitations_forget(conn, now).await
}
