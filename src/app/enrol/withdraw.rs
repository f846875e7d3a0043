//! Leaving a programme: possible whenever nobody else depends on it. What somebody said about themselves goes at once.

use chrono::{DateTime, Utc};

use super::{Standing, standing};
use crate::app::{Call, Decision, lounge};
use crate::domain::ids::{PersonId, ProgrammeId};
use crate::domain::refusal::Refusal;
use crate::store::{Conn, Result, enrolments, erasing, lounges, people, proposals, sittings, tandems};

/// Whether whoever asks may leave a programme now. Not while in a tandem, which is ended by itself, and not while a
/// proposal has no result or waits to open: to vanish before the deadline would be an answer that others see (P10).
///
/// # Errors
/// Those of the database.
pub async fn may_leave(conn: &mut Conn, call: &Call, programme: ProgrammeId) -> Result<Decision<Standing>> {
    let standing = match standing(conn, call, programme).await? {
        Ok(standing) => standing,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let (Some(person), Some(_)) = (standing.person, standing.enrolled) else {
        return Ok(Err(Refusal::NotEnrolled));
    };
    let live = tandems::tandems_of(conn, person).await?;
    if live.iter().any(|one| one.programme == programme && one.is_live()) {
        return Ok(Err(Refusal::StillInTandem));
    }
    let pending = proposals::proposals_pending(conn, programme).await?;
    if pending.iter().any(|one| one.side_of(person).is_some()) {
        return Ok(Err(Refusal::ProposalWaits));
    }
    Ok(Ok(standing))
}

/// Leaves a programme: the enrolment goes with all that hangs on it, and whoever is in nothing else is not known any more.
///
/// # Errors
/// Those of the database.
pub async fn leave_programme(
    conn: &mut Conn,
    call: &Call,
    programme: ProgrammeId,
) -> Result<Decision<ProgrammeId>> {
    let standing = match may_leave(conn, call, programme).await? {
        Ok(standing) => standing,
        Err(refusal) => return Ok(Err(refusal)),
    };
    if let Some(person) = standing.person {
        forget(conn, programme, person, call.now).await?;
    }
    Ok(Ok(programme))
}

/// Deletes an enrolment with what they said and were asked in the programme, and the person if nothing else is known about them.
pub(in crate::app) async fn forget(
    conn: &mut Conn,
    programme: ProgrammeId,
    person: PersonId,
    now: DateTime<Utc>,
) -> Result<()> {
    let in_lounge = lounges::lounge_members(conn, programme).await?.contains(&person);
    sittings::person_forget(conn, programme, person).await?;
    erasing::part_wipe(conn, programme, person).await?;
    enrolments::enrolment_drop(conn, programme, person).await?;
    if in_lounge {
        lounge::forgotten(conn, &[programme], person, now).await?;
    }
    people::person_drop_unused(conn, person).await?;
    Ok(())
}
