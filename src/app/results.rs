//! What coordinators ask to see of a programme's results. All of it is made of released cells and programme facts; nothing
//! is computed from what happened inside tandems when somebody asks (P7).

use super::{Call, Decision, guard};
use crate::domain::digest::Digest;
use crate::domain::ids::{DigestId, RoleId};
use crate::domain::programme::Programme;
use crate::domain::refusal::Refusal;
use crate::store::{Conn, Result, programmes, releases};

/// A digest of a programme.
#[derive(Debug)]
pub struct Shown {
    /// The programme.
    pub programme: Programme,
    /// Its digest and the number of it; `None` before the first one.
    pub digest: Option<(DigestId, Digest)>,
}

/// A programme's last digest as it was made.
///
/// # Errors
/// Those of the database.
pub async fn last_digest(
    conn: &mut Conn,
    call: &Call,
    roles: &[RoleId],
    chosen: Option<&str>,
) -> Result<Decision<Shown>> {
    let programme = match coordinated(conn, call, roles, chosen).await? {
        Ok(programme) => programme,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let digest = releases::digest_last(conn, programme.id).await?;
    Ok(Ok(Shown { programme, digest }))
}

/// The digest under which a button was pressed, as it was made.
///
/// # Errors
/// Those of the database.
pub async fn digest_of(
    conn: &mut Conn,
    call: &Call,
    roles: &[RoleId],
    id: DigestId,
) -> Result<Decision<Shown>> {
    if let Err(refusal) = guard::coordinator(conn, call, roles).await? {
        return Ok(Err(refusal));
    }
    let Some((programme, digest)) = releases::digest_find(conn, id).await? else {
        return Ok(Err(Refusal::NoProgramme));
    };
    let programme = programmes::programme_get(conn, programme).await?;
    if programme.guild != call.guild {
        return Ok(Err(Refusal::NoProgramme));
    }
    Ok(Ok(Shown { programme, digest: Some((id, digest)) }))
}

async fn coordinated(
    conn: &mut Conn,
    call: &Call,
    roles: &[RoleId],
    chosen: Option<&str>,
) -> Result<Decision<Programme>> {
    if let Err(refusal) = guard::coordinator(conn, call, roles).await? {
        return Ok(Err(refusal));
    }
    guard::programme(conn, call, chosen).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::digest::make;
    use crate::app::testing::{COORDINATORS, DIGEST, World};
    use crate::domain::ids::{GuildId, UserId};

    #[tokio::test]
    async fn coordinators_get_the_last_digest_again_and_nobody_else_does() {
        let (mut world, _) = World::cohort(3).await;
        let call = world.call(UserId(1), DIGEST);
        let ask = async |world: &mut World, call: &Call, roles: &[RoleId]| {
            last_digest(&mut world.conn, call, roles, None).await.unwrap().map(|shown| shown.digest)
        };
        assert_eq!(ask(&mut world, &call, &[COORDINATORS]).await, Ok(None));
        let (programme, now) = (world.programme.id, world.now());
        make(&mut world.conn, programme, now).await.unwrap();
        make(&mut world.conn, programme, now).await.unwrap();
        let (id, last) = ask(&mut world, &call, &[COORDINATORS]).await.unwrap().unwrap();
        assert_eq!((id.0, last.facts.open), (2, 3));
        assert_eq!(ask(&mut world, &call, &[]).await, Err(Refusal::NeedsCoordinator));
        let by_button = digest_of(&mut world.conn, &call, &[COORDINATORS], id).await.unwrap();
        assert_eq!(by_button.unwrap().digest, Some((id, last)));
        let gone = digest_of(&mut world.conn, &call, &[COORDINATORS], DigestId(99)).await.unwrap();
        assert_eq!(gone.err(), Some(Refusal::NoProgramme));
        let foreign = Call { guild: GuildId(9), ..call };
        assert_eq!(ask(&mut world, &foreign, &[COORDINATORS]).await, Err(Refusal::NotSetUp));
    }
}
