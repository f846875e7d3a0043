//! Who may ask for what, beside a seat in a tandem: coordinators, and the programme or tandem that a request names.
//! Visibility in Discord's menus is not permission (D6): every coordinators' command begins here.

use super::scope::Seat;
use super::{Call, Decision};
use crate::domain::ids::{ProgrammeId, RoleId, TandemId};
use crate::domain::programme::{Programme, Step};
use crate::domain::refusal::Refusal;
use crate::store::people::Server;
use crate::store::{Conn, Result, people, programmes, tandems};

/// The server, if whoever asks coordinates there; `roles` are those Discord says they have.
///
/// # Errors
/// Those of the database.
pub async fn coordinator(conn: &mut Conn, call: &Call, roles: &[RoleId]) -> Result<Decision<Server>> {
    let Some(server) = people::server_get(conn, call.guild).await? else {
        return Ok(Err(Refusal::NotSetUp));
    };
    Ok(match server.coordinator_role {
        None => Err(Refusal::NotSetUp),
        Some(role) if roles.contains(&role) => Ok(server),
        Some(_) => Err(Refusal::NeedsCoordinator),
    })
}

/// The programme of this server that `chosen` names, by number or name; without a choice, the only one.
///
/// # Errors
/// Those of the database.
pub async fn programme(conn: &mut Conn, call: &Call, chosen: Option<&str>) -> Result<Decision<Programme>> {
    let mut all = programmes::programmes_of(conn, call.guild).await?;
    if all.is_empty() {
        return Ok(Err(Refusal::NoProgramme));
    }
    let Some(chosen) = chosen.map(str::trim) else {
        return Ok(if all.len() == 1 { Ok(all.remove(0)) } else { Err(Refusal::WhichProgramme) });
    };
    let number = chosen.parse().ok().map(ProgrammeId);
    let found = all
        .iter()
        .position(|one| one.name.eq_ignore_ascii_case(chosen))
        .or_else(|| all.iter().position(|one| Some(one.id) == number));
    Ok(match found {
        Some(index) => Ok(all.remove(index)),
        None => Err(Refusal::ProgrammeUnknown { input: chosen.chars().take(80).collect() }),
    })
}

/// Which programme a coordinator means.
#[derive(Debug, Clone, Copy)]
pub enum Which<'a> {
    /// The one that a command names, by its name or number; without a choice, the only one.
    Named(Option<&'a str>),
    /// The one whose number a button carries.
    Number(ProgrammeId),
}

impl<'a> From<Option<&'a str>> for Which<'a> {
    fn from(chosen: Option<&'a str>) -> Self {
        Self::Named(chosen)
    }
}

impl From<ProgrammeId> for Which<'_> {
    fn from(programme: ProgrammeId) -> Self {
        Self::Number(programme)
    }
}

/// The programme that is meant, if whoever asks coordinates on its server.
///
/// # Errors
/// Those of the database.
pub async fn coordinated(
    conn: &mut Conn,
    call: &Call,
    roles: &[RoleId],
    which: impl Into<Which<'_>>,
) -> Result<Decision<Programme>> {
    let which = which.into();
    if let Err(refusal) = coordinator(conn, call, roles).await? {
        return Ok(Err(refusal));
    }
    match which {
        Which::Named(chosen) => programme(conn, call, chosen).await,
        Which::Number(number) => {
            let mut all = programmes::programmes_of(conn, call.guild).await?.into_iter();
            Ok(all.find(|one| one.id == number).ok_or(Refusal::NoProgramme))
        }
    }
}

/// The same, if `step` belongs into the programme's phase.
///
/// # Errors
/// Those of the database.
pub async fn coordinated_for(
    conn: &mut Conn,
    call: &Call,
    roles: &[RoleId],
    which: impl Into<Which<'_>>,
    step: Step,
) -> Result<Decision<Programme>> {
    let found = coordinated(conn, call, roles, which).await?;
    Ok(found.and_then(|programme| match programme.phase {
        phase if phase.allows(step) => Ok(programme),
        phase if phase.is_over() => Err(Refusal::ProgrammeOver),
        _ if step == Step::Open => Err(Refusal::ProgrammeOpen),
        _ => Err(Refusal::WrongPhase),
    }))
}

/// The tandem that a button names, if whoever presses is one of its two; ended ones included.
///
/// # Errors
/// Those of the database.
pub async fn seat_in(conn: &mut Conn, call: &Call, tandem: TandemId) -> Result<Decision<Seat>> {
    let Some(tandem) = tandems::tandem_find(conn, tandem).await? else {
        return Ok(Err(Refusal::NoTandem));
    };
    let programme = programmes::programme_get(conn, tandem.programme).await?;
    let me = people::person_find(conn, call.guild, call.user).await?;
    Ok(match me.and_then(|me| Some((me, tandem.side_of(me.id)?))) {
        Some((me, side)) if programme.guild == call.guild => Ok(Seat { me, side, tandem, programme }),
        _ => Err(Refusal::NotYourRoom),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::testing::{COORDINATORS, GUILD, LOBBY, MENTOR, ROOM, World};
    use crate::domain::ids::{GuildId, UserId};

    #[tokio::test]
    async fn only_the_coordinators_role_coordinates() {
        let mut world = World::empty().await;
        let mut call = world.call(MENTOR, LOBBY);
        let ask = async |world: &mut World, call: &Call, roles: &[RoleId]| {
            coordinator(&mut world.conn, call, roles).await.unwrap().map(|server| server.guild)
        };
        assert_eq!(ask(&mut world, &call, &[COORDINATORS]).await, Ok(GUILD));
        assert_eq!(ask(&mut world, &call, &[RoleId(9)]).await, Err(Refusal::NeedsCoordinator));
        call.guild = GuildId(9);
        assert_eq!(ask(&mut world, &call, &[COORDINATORS]).await, Err(Refusal::NotSetUp));
    }

    #[tokio::test]
    async fn a_programme_is_found_by_name_or_number_and_never_guessed() {
        let mut world = World::empty().await;
        let call = world.call(MENTOR, LOBBY);
        let mut second = world.programme.clone();
        second.name = "2027".into();
        second.id = programmes::programme_add(&mut world.conn, &second).await.unwrap().unwrap();
        let ask = async |world: &mut World, chosen| {
            programme(&mut world.conn, &call, chosen).await.unwrap().map(|programme| programme.id)
        };
        assert_eq!(ask(&mut world, None).await, Err(Refusal::WhichProgramme));
        assert_eq!(ask(&mut world, Some(" pilot ")).await, Ok(world.programme.id));
        assert_eq!(ask(&mut world, Some("2027")).await, Ok(second.id));
        assert_eq!(ask(&mut world, Some("1")).await, Ok(world.programme.id));
        assert_eq!(ask(&mut world, Some("x")).await, Err(Refusal::ProgrammeUnknown { input: "x".into() }));
    }

    #[tokio::test]
    async fn a_button_of_a_tandem_works_for_its_two_alone() {
        let mut world = World::new().await;
        let tandem = world.tandem_in(ROOM).await.id;
        let own = world.call(MENTOR, ROOM);
        assert!(seat_in(&mut world.conn, &own, tandem).await.unwrap().is_ok());
        let stranger = world.call(UserId(77), ROOM);
        assert_eq!(
            seat_in(&mut world.conn, &stranger, tandem).await.unwrap().err(),
            Some(Refusal::NotYourRoom)
        );
        let mut elsewhere = own.clone();
        elsewhere.guild = GuildId(9);
        assert_eq!(
            seat_in(&mut world.conn, &elsewhere, tandem).await.unwrap().err(),
            Some(Refusal::NotYourRoom)
        );
        assert_eq!(
            seat_in(&mut world.conn, &own, TandemId(99)).await.unwrap().err(),
            Some(Refusal::NoTandem)
        );
    }
}
