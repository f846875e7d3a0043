use chrono::Duration;

use super::*;
use crate::app::effect::Effect;
use crate::app::testing::{MENTEE, MENTOR, ROOM, World};
use crate::app::{leaving, pause};
use crate::domain::ids::UserId;
use crate::scheduler;

async fn tick_all(world: &mut World) {
    let now = world.now();
    while scheduler::tick(&mut world.conn, now).await.unwrap() {}
}

/// A world at half-time, with the look-back of its one tandem brought up.
async fn brought_up(paused: bool) -> (World, LookBackId) {
    let mut world = World::new().await;
    let id = LookBack::id(world.tandem_in(ROOM).await.id, Moment::Half);
    world.clock.set("2027-03-15T08:00:00Z".parse().unwrap());
    if paused {
        let call = world.call(MENTEE, ROOM);
        pause::set(&mut world.conn, &call, pause::Which::Here, "in 10 days").await.unwrap().unwrap();
    }
    let (tandem, now) = (world.tandem_in(ROOM).await, world.now());
    begin(&mut world.conn, &[tandem], Moment::Half, now).await.unwrap();
    tick_all(&mut world).await;
    (world, id)
}

async fn writes(world: &mut World, who: UserId, id: LookBackId, lines: [&str; 3]) -> Decision<Written> {
    let call = world.call(who, ROOM);
    write(&mut world.conn, &call, id, lines.map(str::to_owned)).await.unwrap()
}

async fn post(world: &mut World, id: LookBackId) -> Option<posts::Post> {
    posts::post_about(&mut world.conn, PostKind::LookBack, id.0).await.unwrap()
}

#[tokio::test]
async fn either_of_the_two_writes_and_the_post_follows() {
    let (mut world, id) = brought_up(false).await;
    let post = post(&mut world, id).await.unwrap();
    for (who, lines) in
        [(MENTEE, ["The tasks", "", ""]), (MENTOR, ["The tasks", "How you lead", " More time "])]
    {
        assert!(writes(&mut world, who, id, lines).await.unwrap().some);
        assert!(world.outbox().await.iter().any(|(_, effect, _)| *effect == Effect::Edit { post: post.id }));
    }
    let call = world.call(MENTEE, ROOM);
    let mine = mine(&mut world.conn, &call, id).await.unwrap().unwrap();
    assert_eq!(mine.look_back.lines, ["The tasks", "How you lead", "More time"]);
    assert!(!writes(&mut world, MENTEE, id, ["", " ", ""]).await.unwrap().some);
}

#[tokio::test]
async fn nobody_else_and_nothing_too_long_is_taken() {
    let (mut world, id) = brought_up(false).await;
    let long = "x".repeat(LINE_MAX + 1);
    let refused = writes(&mut world, MENTEE, id, [&long, "", ""]).await.unwrap_err();
    assert_eq!(refused, Refusal::TextLength { max: LINE_MAX });
    assert_eq!(writes(&mut world, UserId(9), id, ["a", "b", "c"]).await.unwrap_err(), Refusal::NotYourRoom);
    let end = LookBack::id(LookBack::of(id).0, Moment::End);
    assert_eq!(writes(&mut world, MENTEE, end, ["a", "b", "c"]).await.unwrap_err(), Refusal::NothingWaits);
}

#[tokio::test]
async fn a_tandem_that_pauses_is_invited_after_its_pause_and_once() {
    let (mut world, id) = brought_up(true).await;
    assert_eq!(post(&mut world, id).await, None);
    world.pass(Duration::days(11));
    tick_all(&mut world).await;
    let found = post(&mut world, id).await.unwrap();
    let now = world.now();
    bring_up(&mut world.conn, id, now).await.unwrap();
    assert_eq!(post(&mut world, id).await.unwrap().id, found.id);
}

#[tokio::test]
async fn a_tandem_that_ended_is_not_invited() {
    let (mut world, id) = brought_up(true).await;
    let tandem = world.tandem_in(ROOM).await;
    let now = world.now();
    leaving::conclude(&mut world.conn, &tandem, leaving::Ending::Goodbye, now).await.unwrap();
    world.pass(Duration::days(11));
    tick_all(&mut world).await;
    assert_eq!(post(&mut world, id).await, None);
}
