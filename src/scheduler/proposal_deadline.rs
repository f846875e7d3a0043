//! The deadline of a proposal: the answers go, only the pair's result stays (P10).

use chrono::{DateTime, Utc};

use crate::app::{jobs, proposals};
use crate::domain::ids::ProposalId;
use crate::store::{Conn, Result};

/// The name of its rows.
pub const NAME: &str = jobs::PROPOSAL_DEADLINE;

/// Erases the answers of one proposal.
///
/// # Errors
/// Those of the database.
pub async fn run(
    conn: &mut Conn,
    _now: DateTime<Utc>,
    _due_at: DateTime<Utc>,
    subject: i64,
) -> Result<Option<DateTime<Utc>>> {
    proposals::lapse(conn, ProposalId(subject)).await?;
    Ok(None)
}
