//! Fourteen days after an ending silence counts as *not available*, and both enter the next round together (P3).

use chrono::{DateTime, Utc};

use crate::app::{jobs, leaving};
use crate::domain::ids::TandemId;
use crate::store::{Conn, Result};

/// The name of its rows.
pub const NAME: &str = jobs::NEXT_SETTLE;

/// Settles one ended tandem.
///
/// # Errors
/// Those of the database.
pub async fn run(
    conn: &mut Conn,
    _now: DateTime<Utc>,
    _due_at: DateTime<Utc>,
    subject: i64,
) -> Result<Option<DateTime<Utc>>> {
    leaving::settle(conn, TandemId(subject)).await?;
    Ok(None)
}
