//! What somebody began and did not finish is deleted (D11), and announcements that were not sent.

use chrono::{DateTime, Utc};

use crate::app::{announce, jobs};
use crate::store::{Conn, Result, drafts};

/// The job's name; its subject is 0.
pub const NAME: &str = jobs::DRAFTS;

/// Deletes drafts that have had their time.
///
/// # Errors
/// Those of the database.
pub async fn run(
    conn: &mut Conn,
    now: DateTime<Utc>,
    _due_at: DateTime<Utc>,
    _subject: i64,
) -> Result<Option<DateTime<Utc>>> {
    let next = [drafts::drafts_forget(conn, now).await?, announce::forget(conn, now).await?];
    Ok(next.into_iter().flatten().min())
}
