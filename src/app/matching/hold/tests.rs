use super::*;
use crate::app::matching::round::{counted, open};
use crate::app::matching::testing::{asked, carla, cohort, enrol, mentee, mentor, proposed, say};
use crate::app::rotation;
use crate::app::testing::{COORDINATORS, World};
use crate::domain::profile::Profile;
use crate::domain::programme::Role;
use crate::domain::proposal::ANSWER_WITHIN;
use crate::store::{look_backs, profiles, programmes, tandems};

#[derive(Debug, Clone, Copy)]
enum Deed {
    Lock,
    Bar,
    Swap,
}

async fn deed(world: &mut World, deed: Deed, one: UserId, other: UserId) -> Decision<Held> {
    let call = carla(world);
    let (conn, roles, two) = (&mut world.conn, &[COORDINATORS], [one, other]);
    match deed {
        Deed::Lock => lock(conn, &call, roles, None, two).await,
        Deed::Bar => bar(conn, &call, roles, None, two).await,
        Deed::Swap => swap(conn, &call, roles, None, two).await,
    }
    .unwrap()
}

async fn plan(world: &mut World) -> Vec<[u64; 2]> {
    let round = proposed(world).await.round;
    let mut named = Vec::new();
    for pair in rounds::pairs_of(&mut world.conn, round).await.unwrap() {
        named.push([world.user(pair.mentor).await.0, world.user(pair.mentee).await.0]);
    }
    named.sort_unstable();
    named
}

#[tokio::test]
async fn a_held_pair_stays_together_and_a_barred_one_apart_whatever_is_proposed_again() {
    let mut world = cohort(3, 3).await;
    for (one, other) in [(1, 3), (2, 1)] {
        assert!(matches!(
            deed(&mut world, Deed::Lock, mentor(one), mentee(other)).await,
            Ok(Held::Locked { before: false, .. })
        ));
    }
    assert_eq!(plan(&mut world).await, [[3_001, 4_003], [3_002, 4_001], [3_003, 4_002]]);
    deed(&mut world, Deed::Bar, mentee(2), mentor(3)).await.unwrap();
    let without = plan(&mut world).await;
    assert_eq!(without, [[3_001, 4_003], [3_002, 4_001]], "two are held, so the third pair has no place");
    // The last word counts: the mentee is held with somebody else now.
    deed(&mut world, Deed::Lock, mentor(3), mentee(3)).await.unwrap();
    assert_eq!(plan(&mut world).await, [[3_001, 4_002], [3_002, 4_001], [3_003, 4_003]]);
    // Barring a held pair lets it go.
    deed(&mut world, Deed::Bar, mentor(3), mentee(3)).await.unwrap();
    assert!(plan(&mut world).await.iter().all(|pair| *pair != [3_003, 4_003]));
}

#[tokio::test]
async fn the_same_command_again_says_so_and_its_button_lets_go() {
    let mut world = cohort(2, 2).await;
    deed(&mut world, Deed::Lock, mentor(1), mentee(2)).await.unwrap();
    let Ok(Held::Locked { lock, before: true, .. }) =
        deed(&mut world, Deed::Lock, mentor(1), mentee(2)).await
    else {
        panic!("held before")
    };
    let call = carla(&mut world);
    assert_eq!(unlock(&mut world.conn, &call, &[], lock).await.unwrap(), Err(Refusal::NeedsCoordinator));
    assert!(unlock(&mut world.conn, &call, &[COORDINATORS], lock).await.unwrap().is_ok());
    let again = unlock(&mut world.conn, &call, &[COORDINATORS], lock).await.unwrap();
    assert_eq!(again, Err(Refusal::NothingWaits));
    deed(&mut world, Deed::Bar, mentor(1), mentee(2)).await.unwrap();
    let Ok(Held::Barred { bar, before: true, .. }) = deed(&mut world, Deed::Bar, mentee(2), mentor(1)).await
    else {
        panic!("barred before, the other way round")
    };
    assert!(unbar(&mut world.conn, &call, &[COORDINATORS], bar).await.unwrap().is_ok());
    assert!(deed(&mut world, Deed::Lock, mentor(1), mentee(2)).await.is_ok());
}

#[tokio::test]
async fn each_reason_against_holding_barring_or_swapping_changes_nothing() {
    let mut world = cohort(3, 4).await;
    let both = enrol(&mut world, UserId(5_000), Role::Both).await;
    let away = world.person(mentee(4)).await.id;
    programmes::enrolment_available_set(&mut world.conn, world.programme.id, away, false).await.unwrap();
    deed(&mut world, Deed::Bar, mentor(1), mentee(1)).await.unwrap();
    deed(&mut world, Deed::Lock, mentor(2), mentee(2)).await.unwrap();
    deed(&mut world, Deed::Lock, UserId(5_000), mentee(3)).await.unwrap();
    assert_eq!(world.user(both).await, UserId(5_000));
    let before = world.dump().await;
    for (what, one, other, refusal) in [
        (Deed::Lock, mentor(1), mentor(1), Refusal::SamePerson),
        (Deed::Lock, mentor(1), mentee(1), Refusal::PairBarred),
        (Deed::Lock, mentee(1), mentee(2), Refusal::NoFreeMentor),
        (Deed::Lock, mentor(1), mentor(3), Refusal::NoFreeMentee),
        (Deed::Lock, mentor(1), mentee(4), Refusal::NoFreeMentee),
        (Deed::Lock, mentor(2), mentee(3), Refusal::MentorFull),
        (Deed::Lock, UserId(9), mentee(3), Refusal::NoFreeMentor),
        (Deed::Bar, mentor(1), mentor(1), Refusal::SamePerson),
        (Deed::Bar, mentor(1), UserId(9), Refusal::NotInProgramme),
        (Deed::Swap, mentee(1), mentee(1), Refusal::SamePerson),
        (Deed::Swap, mentee(1), mentee(2), Refusal::NoPlan),
    ] {
        assert_eq!(deed(&mut world, what, one, other).await, Err(refusal), "{what:?} {one} {other}");
        assert_eq!(world.dump().await, before, "{what:?} {one} {other}");
    }
    let call = carla(&mut world);
    let two = [mentor(1), mentee(2)];
    assert_eq!(lock(&mut world.conn, &call, &[], None, two).await.unwrap(), Err(Refusal::NeedsCoordinator));
    world.programme_set("phase", "closing").await;
    assert_eq!(deed(&mut world, Deed::Lock, mentor(1), mentee(2)).await, Err(Refusal::WrongPhase));
}

#[tokio::test]
async fn two_people_of_the_plan_exchange_their_partners_and_stay_so() {
    let mut world = cohort(3, 4).await;
    let before = plan(&mut world).await;
    assert_eq!(before.len(), 3);
    let [one, two] = [before[0], before[1]].map(|pair| UserId(pair[1]));
    let Ok(Held::Swapped { pairs, .. }) = deed(&mut world, Deed::Swap, one, two).await else { panic!() };
    assert_eq!(pairs, [[UserId(before[0][0]), two], [UserId(before[1][0]), one]]);
    let swapped = plan(&mut world).await;
    assert!(
        swapped.contains(&[before[0][0], two.0]) && swapped.contains(&[before[1][0], one.0]),
        "{swapped:?}"
    );
    // Mentors can exchange as well; what was held gives way.
    let (first, second) = (UserId(swapped[0][0]), UserId(swapped[1][0]));
    deed(&mut world, Deed::Swap, first, second).await.unwrap();
    assert_eq!(plan(&mut world).await, before);
    // Somebody without a place takes somebody's place.
    let placed: Vec<u64> = before.iter().map(|pair| pair[1]).collect();
    let left = (1..=4).map(mentee).find(|user| !placed.contains(&user.0)).unwrap();
    deed(&mut world, Deed::Swap, left, one).await.unwrap();
    let now = plan(&mut world).await;
    assert!(now.iter().any(|pair| pair[1] == left.0));
    assert_eq!(deed(&mut world, Deed::Swap, first, one).await, Err(Refusal::SwapUnclear), "two sides");
    deed(&mut world, Deed::Bar, UserId(now[0][0]), UserId(now[1][1])).await.unwrap();
    let barred = deed(&mut world, Deed::Swap, UserId(now[0][1]), UserId(now[1][1])).await;
    assert_eq!(barred, Err(Refusal::PairBarred));
}

#[tokio::test]
async fn whoever_has_been_asked_is_joined_in_one_direction_for_as_long() {
    let mut world = cohort(0, 0).await;
    for user in [mentor(1), mentor(2)] {
        enrol(&mut world, user, Role::Both).await;
    }
    let pairs = plan(&mut world).await;
    assert_eq!(pairs.len(), 1, "two people are paired in one direction only");
    asked(&mut world).await;
    let [one, other] = pairs[0].map(UserId);
    assert_eq!(deed(&mut world, Deed::Lock, one, other).await, Err(Refusal::AlreadyPaired));
    assert_eq!(deed(&mut world, Deed::Lock, other, one).await, Err(Refusal::OtherDirection));
    assert!(plan(&mut world).await.is_empty());
}

#[tokio::test]
async fn whoever_is_kept_apart_is_not_held_together_any_more() {
    let mut world = cohort(2, 2).await;
    deed(&mut world, Deed::Lock, mentor(1), mentee(2)).await.unwrap();
    let (one, other) = (world.person(mentor(1)).await.id, world.person(mentee(2)).await.id);
    let programme = world.programme.id;
    keep_apart(&mut world.conn, programme, [other, one]).await.unwrap();
    assert_eq!(rounds::locks_in(&mut world.conn, programme).await.unwrap(), []);
    assert_eq!(plan(&mut world).await, [[3_001, 4_001], [3_002, 4_002]]);
}

#[tokio::test]
async fn two_of_one_reporting_line_are_not_held_together() {
    let mut world = cohort(1, 1).await;
    let programme = world.programme.id;
    for (user, line) in [(mentor(1), "A1"), (mentee(1), " a1")] {
        let (person, profile) =
            (world.person(user).await.id, Profile { line: line.into(), ..Profile::default() });
        profiles::profile_set(&mut world.conn, programme, person, &profile).await.unwrap();
    }
    let before = world.dump().await;
    assert_eq!(deed(&mut world, Deed::Lock, mentor(1), mentee(1)).await, Err(Refusal::PairInLine));
    assert_eq!(world.dump().await, before);
}

/// A pair is held and asked, the other one with it, and everybody says so; then the deadline passes.
async fn held_and_asked(yes: bool) -> World {
    let mut world = cohort(2, 2).await;
    deed(&mut world, Deed::Lock, mentor(1), mentee(2)).await.unwrap();
    assert_eq!(plan(&mut world).await, [[3_001, 4_002], [3_002, 4_001]]);
    let round = asked(&mut world).await;
    for user in [mentor(1), mentee(1), mentor(2), mentee(2)] {
        say(&mut world, user, yes).await;
    }
    world.pass(ANSWER_WITHIN);
    let now = world.now();
    while crate::scheduler::tick(&mut world.conn, now).await.unwrap() {}
    if yes {
        counted(&mut world.conn, round, 9, now).await.unwrap();
        while open(&mut world.conn, round, now).await.unwrap().is_some() {}
    }
    world
}

#[tokio::test]
async fn a_held_pair_that_declines_is_not_proposed_again_unless_it_is_held_once_more() {
    let mut world = held_and_asked(false).await;
    assert_eq!(plan(&mut world).await, [[3_001, 4_001], [3_002, 4_002]]);
    deed(&mut world, Deed::Lock, mentor(1), mentee(2)).await.unwrap();
    assert_eq!(plan(&mut world).await, [[3_001, 4_002]], "on purpose");
}

#[tokio::test]
async fn a_held_pair_that_new_partners_have_parted_is_not_proposed_again() {
    let mut world = held_and_asked(true).await;
    let (programme, now) = (world.programme.id, world.now());
    let all = tandems::tandems_in(&mut world.conn, programme).await.unwrap();
    assert_eq!(all.len(), 2);
    for tandem in &all {
        look_backs::stay_add(&mut world.conn, tandem.id, now).await.unwrap();
        rotation::settle_due(&mut world.conn, tandem.id, now).await.unwrap();
    }
    assert_eq!(plan(&mut world).await, [[3_001, 4_001], [3_002, 4_002]]);
}
