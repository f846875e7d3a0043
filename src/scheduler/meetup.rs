//! The steps of a sitting of speed networking: it opens, its rounds begin and end, and in the end everything of it goes.

use chrono::{DateTime, Utc};

use crate::app::jobs;
use crate::app::meetup::rounds;
use crate::domain::ids::SittingId;
use crate::store::{Conn, Result};

/// The name of its rows.
pub const NAME: &str = jobs::MEETUP;

/// Does what is due in one sitting. After days away that is one step, and the next follows from now on.
///
/// # Errors
/// Those of the database.
pub async fn run(
    conn: &mut Conn,
    now: DateTime<Utc>,
    _due_at: DateTime<Utc>,
    subject: i64,
) -> Result<Option<DateTime<Utc>>> {
    rounds::turn(conn, SittingId(subject), now).await
}
