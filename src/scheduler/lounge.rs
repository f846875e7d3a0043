//! The mentors' lounge, looked after once a day.

use chrono::{DateTime, Utc};

use crate::app::{jobs, lounge};
use crate::domain::ids::ProgrammeId;
use crate::store::{Conn, Result};

/// The job's name; its subject is a programme.
pub const NAME: &str = jobs::LOUNGE;

/// Brings the lounge into step, and once a month gives it something to talk about.
///
/// # Errors
/// Those of the database.
pub async fn run(
    conn: &mut Conn,
    now: DateTime<Utc>,
    _due_at: DateTime<Utc>,
    subject: i64,
) -> Result<Option<DateTime<Utc>>> {
    lounge::look_after(conn, ProgrammeId(subject), now).await
}
