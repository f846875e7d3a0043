//! The deadline of a proposal: the answers go, only the pair's result stays (P10), and an enrolment that came with a pair that
//! was not formed goes as well.

use chrono::{DateTime, Utc};

use crate::app::{jobs, pairing, proposals};
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
    now: DateTime<Utc>,
    _due_at: DateTime<Utc>,
    subject: i64,
) -> Result<Option<DateTime<Utc>>> {
    proposals::lapse(conn, ProposalId(subject)).await?;
    pairing::over(conn, ProposalId(subject), now).await?;
    Ok(None)
}
