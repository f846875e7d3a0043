//! The guiding questions of a programme, on its schedule.

use chrono::{DateTime, Utc};

use crate::app::{jobs, questions};
use crate::domain::ids::ProgrammeId;
use crate::store::{Conn, Result};

/// The job's name; its subject is a programme.
pub const NAME: &str = jobs::QUESTIONS;

/// Asks every open tandem its next question.
///
/// # Errors
/// Those of the database.
pub async fn run(
    conn: &mut Conn,
    now: DateTime<Utc>,
    due_at: DateTime<Utc>,
    subject: i64,
) -> Result<Option<DateTime<Utc>>> {
    questions::ask_all(conn, ProgrammeId(subject), due_at, now).await
}
