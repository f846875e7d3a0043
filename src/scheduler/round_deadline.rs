//! The deadline of a round of pairing: the results appear for everybody at once, and all answers go (P10).

use chrono::{DateTime, Utc};

use crate::app::jobs;
use crate::app::matching::round;
use crate::domain::ids::RoundId;
use crate::store::{Conn, Result};

/// The name of its rows.
pub const NAME: &str = jobs::ROUND_DEADLINE;

/// Settles one round.
///
/// # Errors
/// Those of the database.
pub async fn run(
    conn: &mut Conn,
    now: DateTime<Utc>,
    _due_at: DateTime<Utc>,
    subject: i64,
) -> Result<Option<DateTime<Utc>>> {
    round::settle(conn, RoundId(subject), now).await?;
    Ok(None)
}
