//! On the day that was said a tandem's pause ends by itself, and one message sums up what came due meanwhile (D15).

use chrono::{DateTime, Utc};

use crate::app::{jobs, pause};
use crate::domain::ids::TandemId;
use crate::store::{Conn, Result};

/// The name of its rows.
pub const NAME: &str = jobs::PAUSE_END;

/// Ends the pause of one tandem.
///
/// # Errors
/// Those of the database.
pub async fn run(
    conn: &mut Conn,
    now: DateTime<Utc>,
    _due_at: DateTime<Utc>,
    subject: i64,
) -> Result<Option<DateTime<Utc>>> {
    pause::end_due(conn, TandemId(subject), now).await
}
