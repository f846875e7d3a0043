//! Programme facts (P6): exact, because the coordinator acts on them, and from outside of tandems alone. Whoever comes
//! out of an ended tandem is not counted as free before both have entered the next round together (P3).

use std::collections::BTreeSet;

use crate::domain::ids::{PersonId, ProgrammeId};
use crate::store::{Conn, Result, programmes, proposals, tandems};

/// How a programme stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
pub struct Facts {
    /// People who take part.
    pub enrolled: usize,
    /// Those of them who were admitted.
    pub approved: usize,
    /// People with a proposal that has no result yet.
    pub waiting: usize,
    /// People who are free for a tandem.
    pub free: usize,
    /// Tandems at work.
    pub open: usize,
    /// Tandems ever begun.
    pub begun: usize,
    /// Tandems that have ended.
    pub ended: usize,
}

/// The facts of a programme.
///
/// # Errors
/// Those of the database.
pub async fn facts(conn: &mut Conn, programme: ProgrammeId) -> Result<Facts> {
    let enrolments = programmes::enrolments_of(conn, programme).await?;
    let tandems = tandems::tandems_in(conn, programme).await?;
    let open = tandems.iter().filter(|tandem| tandem.is_live()).count();
    Ok(Facts {
        enrolled: enrolments.len(),
        approved: enrolments.iter().filter(|one| one.approved).count(),
        waiting: waiting(conn, programme).await?.len(),
        free: free(conn, programme).await?.len(),
        open,
        begun: tandems.len(),
        ended: tandems.len() - open,
    })
}

/// Who has a proposal without a result.
async fn waiting(conn: &mut Conn, programme: ProgrammeId) -> Result<BTreeSet<PersonId>> {
    let open = proposals::proposals_open(conn, programme).await?;
    Ok(open.iter().flat_map(|proposal| [proposal.mentor, proposal.mentee]).collect())
}

/// Who is free for a tandem: admitted, available, in no tandem, without a proposal, and not just out of a tandem whose
/// two have not both answered yet. By their number, so that the order tells nothing.
///
/// # Errors
/// Those of the database.
pub async fn free(conn: &mut Conn, programme: ProgrammeId) -> Result<Vec<PersonId>> {
    let mut busy = waiting(conn, programme).await?;
    for tandem in tandems::tandems_in(conn, programme).await? {
        if tandem.is_live() || !tandems::tandem_next_get(conn, tandem.id).await?.2 {
            busy.extend([tandem.mentor, tandem.mentee]);
        }
    }
    let enrolments = programmes::enrolments_of(conn, programme).await?;
    Ok(enrolments
        .iter()
        .filter(|one| one.approved && one.available && !busy.contains(&one.person))
        .map(|one| one.person)
        .collect())
}
