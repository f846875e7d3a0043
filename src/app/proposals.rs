//! The private answer to a proposed partner. Two acceptances open the tandem of a pair joined by hand at once (decision: it
//! has nobody to wait for); in a round of pairing every result appears at the deadline. Anything else shows to nobody before
//! it, and then only that it came to nothing.

use chrono::{DateTime, Utc};

use super::{Call, Decision, jobs, opening};
use crate::domain::ids::{ProposalId, TandemId};
use crate::domain::proposal::{Proposal, ProposalState};
use crate::domain::refusal::Refusal;
use crate::domain::tandem::Side;
use crate::store::jobs::job_drop;
use crate::store::{Conn, Result, people, programmes, proposals, tandems};

/// What became of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answered {
    /// It is noted, and can be changed until the deadline.
    Noted {
        /// Accepted or declined.
        yes: bool,
        /// When the pair's result is known at the latest.
        deadline: DateTime<Utc>,
        /// Whether it is known at that moment and no earlier.
        in_round: bool,
    },
    /// Both have accepted.
    Opened {
        /// Their tandem; its room may still be on its way.
        tandem: TandemId,
    },
}

/// Answers a proposal. To be run without a trace of who asked; harmless when repeated. A yes includes data notice and
/// confidentiality agreement.
///
/// # Errors
/// Those of the database.
pub async fn answer(
    conn: &mut Conn,
    call: &Call,
    proposal: ProposalId,
    yes: bool,
) -> Result<Decision<Answered>> {
    let Some((proposal, side)) = own(conn, call, proposal).await? else {
        return Ok(Err(Refusal::NothingWaits));
    };
    if proposal.state == ProposalState::Accepted {
        let mut both = tandems::tandems_of(conn, proposal.mentor).await?;
        both.retain(|one| {
            (one.programme, one.mentee) == (proposal.programme, proposal.mentee) && one.is_live()
        });
        let opened = both.pop().map(|one| Answered::Opened { tandem: one.id });
        return Ok(opened.ok_or(Refusal::NothingWaits));
    }
    if proposal.state == ProposalState::Lapsed || call.now >= proposal.deadline {
        return Ok(Err(Refusal::NothingWaits));
    }
    proposals::proposal_answer_set(conn, proposal.id, side, yes).await?;
    let in_round = proposal.round.is_some();
    if in_round || !yes || proposal.answer(side.other()) != Some(true) {
        return Ok(Ok(Answered::Noted { yes, deadline: proposal.deadline, in_round }));
    }
    proposals::proposal_close(conn, proposal.id, ProposalState::Accepted).await?;
    job_drop(conn, jobs::PROPOSAL_DEADLINE, proposal.id.0).await?;
    let tandem = opening::open(conn, &proposal, call.now).await?;
    Ok(Ok(Answered::Opened { tandem }))
}

/// A proposal that whoever asks is part of, in a programme that still joins people.
async fn own(conn: &mut Conn, call: &Call, id: ProposalId) -> Result<Option<(Proposal, Side)>> {
    let Some(proposal) = proposals::proposal_get(conn, id).await? else { return Ok(None) };
    let programme = programmes::programme_get(conn, proposal.programme).await?;
    let me = people::person_find(conn, call.guild, call.user).await?;
    let side = me.and_then(|me| proposal.side_of(me.id));
    let here = programme.guild == call.guild && programme.phase.pairs();
    Ok(side.filter(|_| here).map(|side| (proposal, side)))
}

/// The deadline of a proposal has come: both answers are erased, and only the pair's result stays (P10).
///
/// # Errors
/// Those of the database.
pub async fn lapse(conn: &mut Conn, proposal: ProposalId) -> Result<()> {
    proposals::proposal_close(conn, proposal, ProposalState::Lapsed).await?;
    Ok(())
}

#[cfg(test)]
#[path = "proposals/tests.rs"]
mod tests;
