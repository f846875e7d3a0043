//! The reminders of a tandem's tasks.

use chrono::{DateTime, Utc};

use crate::app::jobs;
use crate::app::tasks::remind;
use crate::domain::ids::TandemId;
use crate::store::{Conn, Result};

/// The job's name; its subject is a tandem.
pub const NAME: &str = jobs::TASK_REMINDERS;

/// Brings up what is due tomorrow or today.
///
/// # Errors
/// Those of the database.
pub async fn run(
    conn: &mut Conn,
    now: DateTime<Utc>,
    due_at: DateTime<Utc>,
    subject: i64,
) -> Result<Option<DateTime<Utc>>> {
    remind::remind(conn, TandemId(subject), due_at, now).await
}
