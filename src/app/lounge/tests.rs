use super::*;
use crate::app::programme::phase;
use crate::app::setup::{Choices, setup};
use crate::app::testing::{MENTEE, MENTOR, World};
use crate::domain::ids::{ChannelId, RoleId, UserId};
use crate::domain::programme::Phase;
use crate::store::jobs::job_at;

const LOUNGE: ChannelId = ChannelId(1_200);

async fn kinds(world: &mut World) -> Vec<&'static str> {
    world.outbox().await.iter().map(|(_, effect, _)| effect.kind()).collect()
}

async fn with_lounge() -> World {
    let mut world = World::new().await;
    world.programme_set("lounge", "1").await;
    let (programme, now) = (world.programme.clone(), world.now());
    keep(&mut world.conn, &programme, now).await.unwrap();
    world
}

async fn bound(world: &mut World) {
    world.outbox_clear().await;
    lounges::lounge_bind(&mut world.conn, world.programme.id, Some(LOUNGE)).await.unwrap();
    world.programme = programmes::programme_get(&mut world.conn, world.programme.id).await.unwrap();
}

#[tokio::test]
async fn a_lounge_is_made_once_and_lets_in_mentors_alone() {
    let mut world = with_lounge().await;
    let (programme, now) = (world.programme.clone(), world.now());
    keep(&mut world.conn, &programme, now).await.unwrap();
    assert_eq!(kinds(&mut world).await, ["lounge_create", "lounge_member"]);
    let mentor = world.person(MENTOR).await.id;
    assert_eq!(lounges::lounge_members(&mut world.conn, programme.id).await.unwrap(), [mentor]);
}

#[tokio::test]
async fn whoever_becomes_a_mentor_is_let_in_and_whoever_is_none_any_more_is_not() {
    let mut world = with_lounge().await;
    bound(&mut world).await;
    world.tandem(MENTEE, UserId(4_001), ChannelId(1_040)).await;
    let mentor = world.person(MENTOR).await.id;
    crate::store::exec_for_test(&mut world.conn, "DELETE FROM enrolment WHERE person_id = 1").await.unwrap();
    assert_eq!(mentor.0, 1);
    let (programme, now) = (world.programme.clone(), world.now());
    keep(&mut world.conn, &programme, now).await.unwrap();
    assert_eq!(kinds(&mut world).await, ["lounge_member"; 2]);
    let mentee = world.person(MENTEE).await.id;
    assert_eq!(lounges::lounge_members(&mut world.conn, programme.id).await.unwrap(), [mentee]);
}

#[tokio::test]
async fn on_the_second_tuesday_of_a_month_there_is_one_impulse() {
    let mut world = with_lounge().await;
    bound(&mut world).await;
    let programme = world.programme.id;
    // The programme begins on the 4th.
    for (day, posts) in [
        ("2027-01-05", 0),
        ("2027-01-12", 1),
        ("2027-01-13", 1),
        ("2027-02-08", 1),
        // Away on the Tuesday.
        ("2027-02-12", 2),
        ("2027-02-15", 2),
        // Away for the week.
        ("2027-03-16", 2),
    ] {
        world.clock.set(format!("{day}T09:00:00Z").parse().unwrap());
        for _ in 0..2 {
            let now = world.now();
            let next = look_after(&mut world.conn, programme, now).await.unwrap().unwrap();
            assert_eq!(next - now, Duration::days(1));
        }
        assert_eq!(kinds(&mut world).await.len(), posts, "{day}");
    }
}

#[tokio::test]
async fn the_lounge_of_a_closed_programme_can_be_read_for_a_week_and_then_goes() {
    let mut world = with_lounge().await;
    bound(&mut world).await;
    let (programme, now) = (world.programme.clone(), world.now());
    phase::enter(&mut world.conn, &programme, Phase::Closed, now).await.unwrap();
    assert!(kinds(&mut world).await.contains(&"lounge_close"));
    let due = job_at(&mut world.conn, jobs::LOUNGE, programme.id.0).await.unwrap();
    assert_eq!(due, Some(now + READABLE_AFTER_END));
    world.outbox_clear().await;
    let later = now + READABLE_AFTER_END;
    assert_eq!(look_after(&mut world.conn, programme.id, later).await.unwrap(), None);
    assert_eq!(kinds(&mut world).await, ["lounge_delete"]);
}

#[tokio::test]
async fn a_lounge_that_somebody_deleted_is_made_anew_with_everybody_in_it_while_it_is_wanted() {
    let mut world = with_lounge().await;
    bound(&mut world).await;
    let now = world.now();
    channel_gone(&mut world.conn, ChannelId(77), now).await.unwrap();
    assert!(kinds(&mut world).await.is_empty(), "another channel");
    channel_gone(&mut world.conn, LOUNGE, now).await.unwrap();
    channel_gone(&mut world.conn, LOUNGE, now).await.unwrap();
    assert_eq!(kinds(&mut world).await, ["lounge_create", "lounge_member"]);
    bound(&mut world).await;
    world.programme_set("lounge", "0").await;
    channel_gone(&mut world.conn, LOUNGE, now).await.unwrap();
    assert!(kinds(&mut world).await.is_empty(), "nobody wants it any more");
    let programme = programmes::programme_get(&mut world.conn, world.programme.id).await.unwrap();
    assert_eq!(programme.lounge_channel, None);
}

#[tokio::test]
async fn whoever_is_forgotten_is_in_no_lounge_any_more_and_their_account_goes_out_of_the_channel() {
    let mut world = with_lounge().await;
    bound(&mut world).await;
    let (mentor, now) = (world.person(MENTOR).await.id, world.now());
    let lounges = forget(&mut world.conn, mentor).await.unwrap();
    forgotten(&mut world.conn, &lounges, mentor, now).await.unwrap();
    assert_eq!(kinds(&mut world).await, ["lounge_member"]);
    assert!(lounges::lounge_members(&mut world.conn, world.programme.id).await.unwrap().is_empty());
}

#[tokio::test]
async fn impulses_follow_the_months_of_the_programme_and_wait_until_there_is_something_to_tell() {
    let mut world = with_lounge().await;
    bound(&mut world).await;
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    for (at, which) in [("2027-01-12", 1), ("2027-02-09", 2), ("2027-12-14", 12), ("2028-01-11", 1)] {
        assert_eq!(number(&world.programme, day(at)), which, "{at}");
    }
    let id = world.programme.id;
    for (phase, starts) in [("kickoff", "2027-01-04"), ("running", "2027-01-06")] {
        world.programme_set("phase", phase).await;
        world.programme_set("starts_on", starts).await;
        world.clock.set("2027-01-12T09:00:00Z".parse().unwrap());
        let now = world.now();
        look_after(&mut world.conn, id, now).await.unwrap();
        assert!(kinds(&mut world).await.is_empty(), "{phase} {starts}");
    }
}

async fn switched(world: &mut World, on: bool) {
    world.programme_set("lounge", if on { "1" } else { "0" }).await;
    world.outbox_clear().await;
    let (programme, now) = (world.programme.clone(), world.now());
    keep(&mut world.conn, &programme, now).await.unwrap();
}

#[tokio::test]
async fn a_lounge_that_is_wanted_again_within_its_last_week_opens_again_and_stays() {
    let mut world = with_lounge().await;
    bound(&mut world).await;
    for _ in 0..2 {
        switched(&mut world, false).await;
        assert_eq!(kinds(&mut world).await, ["lounge_close"], "the second time as well");
        world.pass(Duration::days(2));
        switched(&mut world, true).await;
        assert_eq!(kinds(&mut world).await, ["lounge_close"], "written anew, open");
        let due = job_at(&mut world.conn, jobs::LOUNGE, world.programme.id.0).await.unwrap();
        assert_eq!(due, Some(next(&world.programme, world.now())), "not the day on which it was to go");
    }
    world.pass(READABLE_AFTER_END);
    let now = world.now();
    world.outbox_clear().await;
    look_after(&mut world.conn, world.programme.id, now).await.unwrap();
    assert!(!kinds(&mut world).await.contains(&"lounge_delete"));
}

#[tokio::test]
async fn a_lounge_that_is_wanted_again_after_it_went_lets_everybody_in_once_more_and_closes_again() {
    let mut world = with_lounge().await;
    bound(&mut world).await;
    switched(&mut world, false).await;
    world.pass(READABLE_AFTER_END);
    let (id, now) = (world.programme.id, world.now());
    look_after(&mut world.conn, id, now).await.unwrap();
    gone(&mut world.conn, id, now).await.unwrap();
    assert!(lounges::lounge_members(&mut world.conn, id).await.unwrap().is_empty());
    switched(&mut world, true).await;
    assert_eq!(kinds(&mut world).await, ["lounge_create", "lounge_member"]);
    bound(&mut world).await;
    switched(&mut world, false).await;
    assert_eq!(kinds(&mut world).await, ["lounge_close"]);
    // Wanted again while its deletion is on its way: a new one is made.
    world.programme_set("lounge", "1").await;
    world.outbox_clear().await;
    gone(&mut world.conn, id, now).await.unwrap();
    assert_eq!(kinds(&mut world).await, ["lounge_create", "lounge_member"]);
}

#[tokio::test]
async fn whoever_is_noted_in_a_lounge_that_is_no_more_is_let_into_the_new_one() {
    let mut world = with_lounge().await;
    bound(&mut world).await;
    // As older versions left it behind.
    lounges::lounge_bind(&mut world.conn, world.programme.id, None).await.unwrap();
    switched(&mut world, true).await;
    assert_eq!(kinds(&mut world).await, ["lounge_create", "lounge_member"]);
}

#[tokio::test]
async fn another_coach_is_let_into_every_lounge_of_the_server_and_the_one_before_is_not() {
    let mut world = with_lounge().await;
    bound(&mut world).await;
    let call = world.call(MENTOR, crate::app::testing::LOBBY);
    for role in [RoleId(70), RoleId(70), RoleId(71)] {
        let coach = Choices { manages_server: true, coach_role: Some(role), ..Choices::default() };
        setup(&mut world.conn, &call, coach).await.unwrap().unwrap();
    }
    let programme = world.programme.id;
    let roles = world.outbox().await.into_iter().map(|(_, effect, _)| effect).collect::<Vec<_>>();
    let expected = [70, 70, 71].map(|role| Effect::LoungeCoach { programme, role: RoleId(role) });
    assert_eq!(roles, expected, "the first, and the change");
}
