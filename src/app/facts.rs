//! Programme facts (P6): exact, because the coordinator acts on them, and from outside of tandems alone. Whoever comes
//! out of an ended tandem is not counted as free before both have entered the next round together (P3).

use std::collections::BTreeSet;

use super::{Call, Decision, guard};
pub use crate::domain::digest::Facts;
use crate::domain::ids::{PersonId, ProgrammeId, RoleId, UserId};
use crate::store::{Conn, Result, people, programmes, proposals, tandems};

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

/// Who has a proposal without a result, or a tandem that is about to open.
async fn waiting(conn: &mut Conn, programme: ProgrammeId) -> Result<BTreeSet<PersonId>> {
    let mut open = proposals::proposals_open(conn, programme).await?;
    open.extend(proposals::proposals_to_open(conn, programme).await?);
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
        .filter(|one| one.takes_partner() && !busy.contains(&one.person))
        .map(|one| one.person)
        .collect())
}

/// Who waits to be admitted, by their number.
///
/// # Errors
/// Those of the database.
pub async fn unapproved(conn: &mut Conn, programme: ProgrammeId) -> Result<Vec<PersonId>> {
    let enrolments = programmes::enrolments_of(conn, programme).await?;
    Ok(enrolments.iter().filter(|one| !one.approved).map(|one| one.person).collect())
}

/// Of whom a list under a digest is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Listed {
    /// Who is free for a tandem.
    Free,
    /// Who waits to be admitted.
    Unapproved,
}

/// Who is on a list, by their accounts, for a coordinator who presses the button under a digest.
///
/// # Errors
/// Those of the database.
pub async fn named(
    conn: &mut Conn,
    call: &Call,
    roles: &[RoleId],
    programme: ProgrammeId,
    listed: Listed,
) -> Result<Decision<Vec<UserId>>> {
    if let Err(refusal) = guard::coordinated(conn, call, roles, programme).await? {
        return Ok(Err(refusal));
    }
    let people = match listed {
        Listed::Free => free(conn, programme).await?,
        Listed::Unapproved => unapproved(conn, programme).await?,
    };
    let mut named = Vec::new();
    for person in people {
        named.push(people::person_get(conn, person).await?.user);
    }
    Ok(Ok(named))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::testing::{COORDINATORS, DIGEST, MENTEE, MENTOR, ROOM, World};
    use crate::domain::ids::GuildId;
    use crate::domain::programme::Role;
    use crate::domain::refusal::Refusal;
    use crate::store::enrolments;

    #[tokio::test]
    async fn who_is_free_and_who_waits_to_be_admitted_are_two_lists() {
        let mut world = World::empty().await;
        let programme = world.programme.id;
        for (user, approved) in [(21, true), (22, false), (23, false)] {
            let person = world.person(UserId(user)).await.id;
            enrolments::enrolment_add(&mut world.conn, programme, person, Role::Mentor, approved)
                .await
                .unwrap();
        }
        let call = world.call(UserId(1), DIGEST);
        for (listed, expected) in [(Listed::Free, vec![21]), (Listed::Unapproved, vec![22, 23])] {
            let shown = named(&mut world.conn, &call, &[COORDINATORS], programme, listed).await.unwrap();
            assert_eq!(shown, Ok(expected.into_iter().map(UserId).collect()), "{listed:?}");
        }
    }

    #[tokio::test]
    async fn who_is_free_is_named_to_coordinators_of_that_server_alone() {
        let mut world = World::new().await;
        let (tandem, now) = (world.tandem_in(ROOM).await.id, world.now());
        tandems::tandem_end(&mut world.conn, tandem, now).await.unwrap();
        let call = world.call(UserId(1), DIGEST);
        let programme = world.programme.id;
        let ask = async |world: &mut World, call: &Call, roles: &[RoleId], programme| {
            named(&mut world.conn, call, roles, programme, Listed::Free).await.unwrap()
        };
        assert_eq!(ask(&mut world, &call, &[COORDINATORS], programme).await, Ok(vec![]));
        tandems::tandem_next_settle(&mut world.conn, tandem).await.unwrap();
        assert_eq!(ask(&mut world, &call, &[COORDINATORS], programme).await, Ok(vec![MENTOR, MENTEE]));
        assert_eq!(ask(&mut world, &call, &[], programme).await, Err(Refusal::NeedsCoordinator));
        let elsewhere = ask(&mut world, &call, &[COORDINATORS], ProgrammeId(99)).await;
        assert_eq!(elsewhere, Err(Refusal::NoProgramme));
        let foreign = Call { guild: GuildId(9), ..call };
        assert_eq!(ask(&mut world, &foreign, &[COORDINATORS], programme).await, Err(Refusal::NotSetUp));
    }
}
