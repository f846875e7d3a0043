//! The briefing: who may read which, that somebody has read it, and the one count of it that coordinators get.

use super::{Call, Decision};
use crate::domain::figures::{Guard, K};
use crate::domain::ids::{PersonId, ProgrammeId};
use crate::domain::programme::{Programme, Role};
use crate::domain::refusal::Refusal;
use crate::domain::tandem::Side;
use crate::domain::wish::sides;
use crate::store::{Conn, Result, briefings, people, programmes};

/// One's own briefing in a programme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mine {
    /// The programme.
    pub programme: Programme,
    /// Who asks.
    pub person: PersonId,
    /// As what they take part.
    pub role: Role,
    /// The sides whose briefing they have read.
    pub read: Vec<Side>,
}

impl Mine {
    /// The side whose briefing is still to be read.
    #[must_use]
    pub fn unread(&self) -> Option<Side> {
        sides(self.role).iter().copied().find(|side| !self.read.contains(side))
    }
}

/// The briefing of whoever asks, in a programme they take part in and that is not over.
///
/// # Errors
/// Those of the database.
pub async fn mine(conn: &mut Conn, call: &Call, programme: ProgrammeId) -> Result<Decision<Mine>> {
    let known =
        programmes::programmes_of(conn, call.guild).await?.into_iter().find(|one| one.id == programme);
    let me = people::person_find(conn, call.guild, call.user).await?;
    let (Some(programme), Some(me)) = (known, me) else { return Ok(Err(Refusal::NotEnrolled)) };
    if programme.phase.is_over() {
        return Ok(Err(Refusal::WrongPhase));
    }
    let all = programmes::enrolments_of(conn, programme.id).await?;
    let Some(role) = all.iter().find(|one| one.person == me.id).map(|one| one.role) else {
        return Ok(Err(Refusal::NotEnrolled));
    };
    let read = briefings::briefings_of(conn, programme.id, me.id).await?;
    Ok(Ok(Mine { programme, person: me.id, role, read }))
}

/// Whoever asks has read the briefing of a side to its last card. To be run without a trace: once more is harmless.
///
/// # Errors
/// Those of the database.
pub async fn done(
    conn: &mut Conn,
    call: &Call,
    programme: ProgrammeId,
    side: Side,
) -> Result<Decision<Mine>> {
    let mut mine = match mine(conn, call, programme).await? {
        Ok(mine) if sides(mine.role).contains(&side) => mine,
        Ok(_) => return Ok(Err(Refusal::NothingWaits)),
        Err(refusal) => return Ok(Err(refusal)),
    };
    briefings::briefing_add(conn, programme, mine.person, side).await?;
    mine.read = briefings::briefings_of(conn, programme, mine.person).await?;
    Ok(Ok(mine))
}

/// Pairing begins: how many of those who take part have read their briefing is written down once, if the suppression
/// function lets it pass (P6, P7). It is the only count of it that there is; who read it is shown to nobody.
///
/// # Errors
/// Those of the database.
pub async fn release(conn: &mut Conn, programme: &Programme) -> Result<()> {
    let briefed = briefings::briefed_in(conn, programme.id).await?;
    let enrolled = programmes::enrolments_of(conn, programme.id).await?;
    let values: Vec<u32> = enrolled
        .iter()
        .filter(|one| one.approved)
        .map(|one| u32::from(briefed.contains(&one.person)))
        .collect();
    let guard = Guard::new(K::new(programme.k).unwrap_or(K::LEAST));
    let readers = guard.lets_pass(&values).then(|| values.iter().sum());
    briefings::briefing_release_add(conn, programme.id, readers).await?;
    Ok(())
}

#[cfg(test)]
#[path = "briefing/tests.rs"]
mod tests;
