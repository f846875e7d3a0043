//! Dates for a meeting, where none was planned in time.

use chrono::{DateTime, Utc};

use crate::app::jobs;
use crate::app::meetings::offer;
use crate::domain::ids::TandemId;
use crate::store::{Conn, Result};

/// The job's name; its subject is a tandem.
pub const NAME: &str = jobs::MEETING_OFFER;

/// Proposes three dates, unless something is planned.
///
/// # Errors
/// Those of the database.
pub async fn run(
    conn: &mut Conn,
    now: DateTime<Utc>,
    _due_at: DateTime<Utc>,
    subject: i64,
) -> Result<Option<DateTime<Utc>>> {
    offer::propose(conn, TandemId(subject), now).await
}
