//! Seven days after the question in a room, pauses left out, whoever could not reach their partner is offered a new tandem.

use chrono::{DateTime, Utc};

use crate::app::{jobs, reach};
use crate::domain::ids::TandemId;
use crate::store::{Conn, Result};

/// The name of its rows.
pub const NAME: &str = jobs::REACH_OFFER;

/// Does it for one tandem.
///
/// # Errors
/// Those of the database.
pub async fn run(
    conn: &mut Conn,
    now: DateTime<Utc>,
    _due_at: DateTime<Utc>,
    subject: i64,
) -> Result<Option<DateTime<Utc>>> {
    reach::offer_due(conn, TandemId(subject), now).await
}
