//! The invitation to look back together.

use chrono::{DateTime, Utc};

use crate::app::{jobs, look_backs};
use crate::domain::ids::LookBackId;
use crate::store::{Conn, Result};

/// The job's name; its subject is a look-back.
pub const NAME: &str = jobs::LOOK_BACK;

/// Brings it up, once and not during a pause.
///
/// # Errors
/// Those of the database.
pub async fn run(
    conn: &mut Conn,
    now: DateTime<Utc>,
    _due_at: DateTime<Utc>,
    subject: i64,
) -> Result<Option<DateTime<Utc>>> {
    look_backs::bring_up(conn, LookBackId(subject), now).await
}
