//! A tip or insight waits for its two until its deadline; then it stays in the tandem, and all answers are erased (P10).

use chrono::{DateTime, Utc};

use crate::app::{jobs, practices};
use crate::domain::ids::PracticeId;
use crate::store::{Conn, Result};

/// The name of its rows.
pub const NAME: &str = jobs::PRACTICE_DEADLINE;

/// Lets it lapse, unless both have agreed.
///
/// # Errors
/// Those of the database.
pub async fn run(
    conn: &mut Conn,
    now: DateTime<Utc>,
    _due_at: DateTime<Utc>,
    subject: i64,
) -> Result<Option<DateTime<Utc>>> {
    practices::lapse(conn, PracticeId(subject), now).await?;
    Ok(None)
}
