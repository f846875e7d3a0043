//! Erases a programme when its deletion period is over: first its rooms go, then everything but anonymous totals.

use chrono::{DateTime, Utc};

use crate::app::{erasing, jobs};
use crate::domain::ids::ProgrammeId;
use crate::store::{Conn, Result};

/// The name of its rows.
pub const NAME: &str = jobs::ERASE_PROGRAMME;

/// Takes the next step; due again as long as something is left to wait for.
///
/// # Errors
/// Those of the database.
pub async fn run(
    conn: &mut Conn,
    now: DateTime<Utc>,
    _due_at: DateTime<Utc>,
    subject: i64,
) -> Result<Option<DateTime<Utc>>> {
    erasing::programme(conn, ProgrammeId(subject), now).await
}
