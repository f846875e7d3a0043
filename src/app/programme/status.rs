//! How a programme stands: exact facts and who is free, for coordinators alone, in a private reply. Nothing from inside
//! tandems is read here (P6, P16).

use chrono::{DateTime, Utc};

use super::phase;
use crate::app::facts::{Facts, facts, free};
use crate::app::{Call, Decision, concerns, guard, pairing, results};
use crate::domain::ids::{RoleId, UserId};
use crate::domain::programme::{Phase, Programme};
use crate::domain::report::Participation;
use crate::store::{Conn, Result, briefings, outbox, people, practices, proposals};

/// A proposal that has no result yet. Who has answered what is deliberately absent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pending {
    /// Who would coach.
    pub mentor: UserId,
    /// Who would be coached.
    pub mentee: UserId,
    /// When the result is known at the latest.
    pub deadline: DateTime<Utc>,
}

/// How a programme stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Status {
    /// The programme.
    pub programme: Programme,
    /// The exact facts.
    pub facts: Facts,
    /// Of an erased programme: who took part, as it was kept.
    pub kept: Option<Participation>,
    /// Who is free for a tandem; nobody once it is over.
    pub free: Vec<UserId>,
    /// Proposals without a result.
    pub pending: Vec<Pending>,
    /// How many more tandems the server holds.
    pub room: u32,
    /// What could not be delivered: cause and count.
    pub undelivered: Vec<(String, i64)>,
    /// How many had read their briefing when pairing began: not known yet, not shown, or so many.
    pub briefed: Option<Option<u32>>,
    /// When its next phase comes by itself.
    pub next: Option<(Phase, DateTime<Utc>)>,
    /// How many questions and concerns wait that coordinators have been told of.
    pub concerns: usize,
    /// How many tips and insights wait to be released.
    pub practices: usize,
}

/// How a programme stands. `used_channels` counts the server's channels, categories included.
///
/// # Errors
/// Those of the database.
pub async fn status(
    conn: &mut Conn,
    call: &Call,
    roles: &[RoleId],
    chosen: Option<&str>,
    used_channels: u32,
) -> Result<Decision<Status>> {
    let programme = match guard::coordinated(conn, call, roles, chosen).await? {
        Ok(programme) => programme,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let mut names = Vec::new();
    if !programme.phase.is_over() {
        for person in free(conn, programme.id).await? {
            names.push(people::person_get(conn, person).await?.user);
        }
    }
    let mut facts = facts(conn, programme.id).await?;
    let mut kept = None;
    if programme.phase == Phase::Erased {
        let took_part = results::participation(conn, &programme).await?;
        (facts.begun, facts.ended) = (took_part.begun, took_part.ended);
        kept = Some(took_part);
    }
    let mut pending = Vec::new();
    for proposal in proposals::proposals_open(conn, programme.id).await? {
        pending.push(Pending {
            mentor: people::person_get(conn, proposal.mentor).await?.user,
            mentee: people::person_get(conn, proposal.mentee).await?.user,
            deadline: proposal.deadline,
        });
    }
    Ok(Ok(Status {
        facts,
        kept,
        free: names,
        pending,
        room: pairing::room_left(conn, call.guild, used_channels).await?,
        undelivered: outbox::outbox_undeliverable(conn, programme.id).await?,
        briefed: briefings::briefing_release_get(conn, programme.id).await?,
        concerns: concerns::concerns_told(conn, &programme, call.now).await?,
        next: programme
            .phase
            .comes(programme.starts_on, programme.ends_on)
            .map(|(phase, _)| phase)
            .zip(phase::due(&programme)),
        practices: practices::practices_ready(conn, programme.id).await?.len(),
        programme,
    }))
}

#[cfg(test)]
#[path = "status/tests.rs"]
mod tests;
