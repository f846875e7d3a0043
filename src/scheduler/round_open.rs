//! Opens the tandems of a round, some at a time, until all are open.

use chrono::{DateTime, Utc};

use crate::app::jobs;
use crate::app::matching::round;
use crate::domain::ids::RoundId;
use crate::store::{Conn, Result};

/// The name of its rows.
pub const NAME: &str = jobs::ROUND_OPEN;

/// Opens the next ones of one round.
///
/// # Errors
/// Those of the database.
pub async fn run(
    conn: &mut Conn,
    now: DateTime<Utc>,
    _due_at: DateTime<Utc>,
    subject: i64,
) -> Result<Option<DateTime<Utc>>> {
    round::open(conn, RoundId(subject), now).await
}
