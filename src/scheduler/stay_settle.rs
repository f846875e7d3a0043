//! Whether a pair stays together is settled.

use chrono::{DateTime, Utc};

use crate::app::{jobs, rotation};
use crate::domain::ids::TandemId;
use crate::store::{Conn, Result};

/// The job's name; its subject is a tandem.
pub const NAME: &str = jobs::STAY_SETTLE;

/// Settles it and erases what each said.
///
/// # Errors
/// Those of the database.
pub async fn run(
    conn: &mut Conn,
    now: DateTime<Utc>,
    _due_at: DateTime<Utc>,
    subject: i64,
) -> Result<Option<DateTime<Utc>>> {
    rotation::settle_due(conn, TandemId(subject), now).await
}
