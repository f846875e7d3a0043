//! A programme is opened, and it is closed: both with one private question before, which says what will happen.

use chrono::{DateTime, Utc};

use super::{edit, phase};
use crate::app::{Call, Decision, guard};
use crate::domain::ids::{ProgrammeId, RoleId};
use crate::domain::programme::{Phase, Programme, Step};
use crate::domain::refusal::Refusal;
use crate::domain::zone;
use crate::store::{Conn, Result, programmes, proposals, tandems};

/// What opening or closing a programme will mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ahead {
    /// The programme.
    pub programme: Programme,
    /// Tandems that are still open.
    pub tandems: usize,
    /// Proposals without a result.
    pub proposals: usize,
    /// When its next phase comes by itself.
    pub next: Option<(Phase, DateTime<Utc>)>,
}

/// How a coordinator brings a programme to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// The closing begins: last meetings, look-back, evaluation.
    Closing,
    /// It is closed.
    Closed,
}

/// What will happen when the programme is opened (`step`: [`Step::Open`]) or closed ([`Step::Close`]). Nothing is
/// changed.
///
/// # Errors
/// Those of the database.
pub async fn ahead(
    conn: &mut Conn,
    call: &Call,
    roles: &[RoleId],
    chosen: Option<&str>,
    step: Step,
) -> Result<Decision<Ahead>> {
    let programme = match guard::coordinated_for(conn, call, roles, chosen, step).await? {
        Ok(programme) => programme,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let live = tandems::tandems_in(conn, programme.id).await?.iter().filter(|one| one.is_live()).count();
    let proposals = proposals::proposals_open(conn, programme.id).await?.len();
    let comes = programme.phase.comes(programme.starts_on, programme.ends_on);
    let next = comes.map(|(phase, _)| phase).zip(phase::due(&programme));
    Ok(Ok(Ahead { programme, tandems: live, proposals, next }))
}

/// Opens a draft: its card is posted, and people can take part.
///
/// # Errors
/// Those of the database.
pub async fn open(
    conn: &mut Conn,
    call: &Call,
    roles: &[RoleId],
    programme: ProgrammeId,
) -> Result<Decision<Programme>> {
    let programme = match guard::coordinated_for(conn, call, roles, programme, Step::Open).await? {
        Ok(programme) => programme,
        Err(refusal) => return Ok(Err(refusal)),
    };
    phase::enter(conn, &programme, Phase::Enrolling, call.now).await?;
    Ok(Ok(programmes::programme_get(conn, programme.id).await?))
}

/// Begins the closing of a programme before its last day, or closes it.
///
/// # Errors
/// Those of the database.
pub async fn stop(
    conn: &mut Conn,
    call: &Call,
    roles: &[RoleId],
    programme: ProgrammeId,
    stop: Stop,
) -> Result<Decision<Programme>> {
    let mut programme = match guard::coordinated_for(conn, call, roles, programme, Step::Close).await? {
        Ok(programme) => programme,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let phase = match stop {
        Stop::Closing if programme.phase.allows(Step::Evaluate) => return Ok(Err(Refusal::WrongPhase)),
        Stop::Closing => {
            // The end is now: whatever counts from it, counts from today.
            let today = zone::to_local(call.now, programme.zone).date();
            programme.ends_on = programme.ends_on.min(today.max(programme.starts_on));
            programmes::programme_set(conn, &programme).await?;
            edit::schedules(conn, &programme, call.now).await?;
            Phase::Closing
        }
        Stop::Closed => Phase::Closed,
    };
    phase::enter(conn, &programme, phase, call.now).await?;
    Ok(Ok(programmes::programme_get(conn, programme.id).await?))
}

#[cfg(test)]
#[path = "open/tests.rs"]
mod tests;
