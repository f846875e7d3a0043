use super::*;
use crate::app::leaving;
use crate::app::testing::{LOBBY, MENTEE, MENTOR, ROOM, World};
use crate::domain::ids::UserId;

async fn tick(world: &mut World, who: UserId) {
    let call = world.call(who, LOBBY);
    choose(&mut world.conn, &call, true).await.unwrap().unwrap();
}

async fn leave(world: &mut World) {
    let tandem = world.tandem_in(ROOM).await.id;
    let call = world.call(MENTEE, ROOM);
    leaving::end(&mut world.conn, &call, tandem).await.unwrap().unwrap();
}

/// The direct messages that wait: to whom, and when.
async fn waiting(world: &mut World) -> Vec<(PersonId, DateTime<Utc>)> {
    let mut found = Vec::new();
    for (lane, effect, due_at) in world.outbox().await {
        if lane == LANE && matches!(effect, Effect::Post { .. }) {
            found.push((addressee(&mut world.conn, &effect).await.unwrap().unwrap(), due_at));
        }
    }
    found
}

#[tokio::test]
async fn only_those_who_ticked_it_are_pointed_at_what_waits() {
    let mut world = World::new().await;
    tick(&mut world, MENTOR).await;
    leave(&mut world).await;
    let mentor = world.person(MENTOR).await.id;
    assert_eq!(waiting(&mut world).await, [(mentor, world.now())]);
}

#[tokio::test]
async fn direct_messages_keep_ten_minutes_between_them_and_go_in_the_order_of_numbers() {
    let mut world = World::new().await;
    let (first, second) = (world.person(MENTOR).await.id, world.person(MENTEE).await.id);
    let earlier = world.now() - Duration::minutes(4);
    people::direct_sent(&mut world.conn, earlier).await.unwrap();
    for who in [MENTEE, MENTOR] {
        tick(&mut world, who).await;
    }
    leave(&mut world).await;
    let now = world.now();
    let expected = [(first, now + Duration::minutes(6)), (second, now + Duration::minutes(16))];
    assert_eq!(waiting(&mut world).await, expected);
    let programme = world.programme.clone();
    point_both(&mut world.conn, &programme, [second, first], now).await.unwrap();
    assert_eq!(waiting(&mut world).await, expected, "two things that wait are one sentence");
}

#[tokio::test]
async fn a_direct_message_waits_for_the_morning() {
    let mut world = World::new().await;
    world.pass(Duration::hours(13));
    tick(&mut world, MENTOR).await;
    leave(&mut world).await;
    let due = waiting(&mut world).await[0].1;
    assert_eq!(due, "2027-01-05T06:30:00Z".parse::<DateTime<Utc>>().unwrap());
}

#[tokio::test]
async fn whoever_cannot_be_reached_is_switched_off_and_the_sentence_taken_back() {
    let mut world = World::new().await;
    tick(&mut world, MENTOR).await;
    leave(&mut world).await;
    let mentor = world.person(MENTOR).await;
    let now = world.now();
    assert!(still_points(&mut world.conn, mentor.id, now).await.unwrap());
    closed(&mut world.conn, mentor.id).await.unwrap();
    assert_eq!(waiting(&mut world).await, []);
    assert!(!still_points(&mut world.conn, mentor.id, now).await.unwrap());
    let programme = world.programme.clone();
    point(&mut world.conn, &programme, mentor.id, now).await.unwrap();
    assert_eq!(waiting(&mut world).await, [], "it is never tried again by itself");
    let call = world.call(MENTOR, LOBBY);
    assert_eq!(place::place(&mut world.conn, &call).await.unwrap().unwrap().direct, Some(Direct::Closed));
}

#[tokio::test]
async fn a_tick_that_is_taken_away_and_an_answer_that_came_first_make_the_sentence_pointless() {
    let mut world = World::new().await;
    for who in [MENTOR, MENTEE] {
        tick(&mut world, who).await;
    }
    leave(&mut world).await;
    let (mentor, mentee) = (world.person(MENTOR).await.id, world.person(MENTEE).await.id);
    let call = world.call(MENTOR, LOBBY);
    choose(&mut world.conn, &call, false).await.unwrap().unwrap();
    assert_eq!(waiting(&mut world).await.len(), 1);
    let tandem = world.tandem_in(ROOM).await.id;
    let call = world.call(MENTEE, ROOM);
    leaving::say_next(&mut world.conn, &call, tandem, true).await.unwrap().unwrap();
    let now = world.now();
    for person in [mentor, mentee] {
        assert!(!still_points(&mut world.conn, person, now).await.unwrap());
    }
}
