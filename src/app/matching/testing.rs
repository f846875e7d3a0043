//! A cohort to pair: mentors and mentees who are enrolled and nothing else.

use super::propose::{self, Kept};
use crate::app::testing::{COORDINATORS, LOBBY, World};
use crate::app::{Call, place};
use crate::domain::ids::{PersonId, RoundId, UserId};
use crate::domain::programme::Role;
use crate::domain::proposal::Proposal;
use crate::store::{programmes, proposals};

/// The account of a coordinator.
pub const CARLA: UserId = UserId(1);

/// The account of a mentor, by number.
pub fn mentor(number: u64) -> UserId {
    UserId(3_000 + number)
}

/// The account of a mentee, by number.
pub fn mentee(number: u64) -> UserId {
    UserId(4_000 + number)
}

/// Enrols somebody.
pub async fn enrol(world: &mut World, user: UserId, role: Role) -> PersonId {
    let person = world.person(user).await.id;
    programmes::enrolment_approve(&mut world.conn, world.programme.id, person, role).await.unwrap();
    person
}

/// A world with so many mentors and mentees, numbered from 1.
pub async fn cohort(mentors: u64, mentees: u64) -> World {
    let mut world = World::empty().await;
    for number in 1..=mentors {
        enrol(&mut world, mentor(number), Role::Mentor).await;
    }
    for number in 1..=mentees {
        enrol(&mut world, mentee(number), Role::Mentee).await;
    }
    world
}

/// A coordinator's request.
pub fn carla(world: &mut World) -> Call {
    world.call(CARLA, LOBBY)
}

/// Proposes, as the command does.
pub async fn proposed(world: &mut World) -> Kept {
    let call = carla(world);
    let (programme, pool) =
        propose::input(&mut world.conn, &call, &[COORDINATORS], None).await.unwrap().unwrap();
    propose::keep(&mut world.conn, &call, &[COORDINATORS], programme, &pool.plan()).await.unwrap().unwrap()
}

/// Proposes and asks everybody.
pub async fn asked(world: &mut World) -> RoundId {
    let round = proposed(world).await.round;
    let call = carla(world);
    super::ask::ready(&mut world.conn, &call, &[COORDINATORS], None, None, 9).await.unwrap().unwrap();
    super::ask::ask(&mut world.conn, &call, &[COORDINATORS], round, 9).await.unwrap().unwrap();
    round
}

/// The proposals of a round.
pub async fn proposals_in(world: &mut World, round: RoundId) -> Vec<Proposal> {
    let mut all = proposals::proposals_in(&mut world.conn, world.programme.id).await.unwrap();
    all.retain(|proposal| proposal.round == Some(round));
    all
}

/// Answers for an account.
pub async fn say(world: &mut World, user: UserId, yes: bool) -> crate::app::proposals::Answered {
    let call = world.call(user, LOBBY);
    let place = place::place(&mut world.conn, &call).await.unwrap().unwrap();
    let proposal = place.proposals.last().unwrap().id;
    crate::app::proposals::answer(&mut world.conn, &call, proposal, yes).await.unwrap().unwrap()
}
