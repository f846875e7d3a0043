use chrono::Duration;

use super::*;
use crate::app::effect::Effect;
use crate::app::testing::{COORDINATORS, DIGEST, LOBBY, MENTOR, World};
use crate::domain::ids::MessageId;
use crate::domain::programme::Phase;
use crate::store::{posts, programmes};

async fn try_set_one(
    world: &mut World,
    which: OccasionKind,
    moment: &str,
    place: &str,
) -> Decision<ProgrammeId> {
    let (call, programme) = (world.call(MENTOR, LOBBY), (world.programme.id, which));
    let done = set(&mut world.conn, &call, &[COORDINATORS], programme, (moment, place)).await.unwrap();
    let programme = world.programme.id;
    world.programme = programmes::programme_get(&mut world.conn, programme).await.unwrap();
    done
}

async fn try_set(world: &mut World, moment: &str, place: &str) -> Decision<ProgrammeId> {
    try_set_one(world, OccasionKind::Kickoff, moment, place).await
}

#[tokio::test]
async fn a_kick_off_is_told_once_and_again_with_a_higher_sequence_when_it_moves() {
    let mut world = World::empty().await;
    try_set(&mut world, "2027-01-12 14:30", "Canteen").await.unwrap();
    let uid_before = uid(&mut world.conn, world.programme.id, OccasionKind::Kickoff).await.unwrap();
    let kickoff = world.programme.kickoff.clone().unwrap();
    assert_eq!((kickoff.at.to_rfc3339().as_str(), kickoff.sequence), ("2027-01-12T13:30:00+00:00", 0));
    assert_eq!(world.posted().await.len(), 1);
    let again = written(&world.programme, &kickoff);
    try_set(&mut world, &again, "Canteen").await.unwrap();
    assert_eq!(world.posted().await.len(), 1, "nothing has changed");
    world.outbox_clear().await;
    world.pass(Duration::hours(1));
    try_set(&mut world, "2027-01-13 9:00", "Hall 2").await.unwrap();
    let moved = world.programme.kickoff.clone().unwrap();
    assert_eq!((moved.sequence, moved.changed_at), (1, world.now()));
    let told = world.posted().await;
    assert_eq!(
        told.iter().map(|(kind, channel, _)| (*kind, *channel)).collect::<Vec<_>>(),
        [(PostKind::Kickoff, Some(LOBBY))]
    );
    assert_eq!(uid(&mut world.conn, world.programme.id, OccasionKind::Kickoff).await.unwrap(), uid_before);
    for (moment, refusal) in [
        ("2027-01-03 9:00", Refusal::PastMoment),
        ("2027-01-13", Refusal::MissingTime),
        ("soon", Refusal::BadMoment),
        ("2027-03-28 2:30", Refusal::OddTime),
    ] {
        assert_eq!(try_set(&mut world, moment, "").await, Err(refusal));
    }
    assert_eq!(
        try_set(&mut world, "2027-01-14 9:00", &"x".repeat(101)).await,
        Err(Refusal::TextLength { max: 100 })
    );
}

#[tokio::test]
async fn a_kick_off_that_is_put_right_before_anybody_was_told_of_it_is_told_once() {
    let mut world = World::empty().await;
    world.clock.set("2027-01-04T20:00:00Z".parse().unwrap());
    try_set(&mut world, "2027-01-12 14:30", "Canteen").await.unwrap();
    world.pass(Duration::minutes(5));
    try_set(&mut world, "2027-01-12 15:30", "Canteen").await.unwrap();
    let morning = "2027-01-05T06:30:00Z".parse().unwrap();
    assert_eq!(world.posted().await, [(PostKind::Kickoff, Some(LOBBY), morning)]);
    let stored = world.dump().await;
    assert_eq!(stored.matches("kind='kickoff'").count(), 1, "{stored}");
}

#[tokio::test]
async fn the_kick_off_of_a_draft_is_told_when_the_programme_opens() {
    let mut world = World::empty().await;
    world.programme_set("phase", "draft").await;
    try_set(&mut world, "2027-01-12 14:30", "").await.unwrap();
    assert!(world.posted().await.is_empty());
    let (draft, now) = (world.programme.clone(), world.now());
    crate::app::programme::phase::enter(&mut world.conn, &draft, Phase::Enrolling, now).await.unwrap();
    let kinds: Vec<_> = world.posted().await.into_iter().map(|(kind, ..)| kind).collect();
    assert_eq!(kinds, [PostKind::ProgrammeCard, PostKind::Kickoff]);
}

/// Everything that waits has been made.
async fn deliver(world: &mut World) {
    for (_, effect, _) in world.outbox().await {
        if let Effect::Post { post } = effect {
            let message = MessageId(900 + u64::try_from(post.0).unwrap());
            posts::post_bind(&mut world.conn, post, LOBBY, message).await.unwrap();
        }
    }
    world.outbox_clear().await;
}

#[tokio::test]
async fn what_is_called_off_is_told_to_those_who_were_told_of_it_and_may_be_set_anew() {
    let mut world = World::empty().await;
    try_set(&mut world, "", "").await.unwrap();
    assert_eq!(world.programme.kickoff, None, "nothing was set");
    assert_eq!(try_set(&mut world, "", "Canteen").await, Err(Refusal::BadMoment));
    try_set(&mut world, "2027-01-12 14:30", "Canteen").await.unwrap();
    deliver(&mut world).await;
    world.pass(Duration::hours(1));
    try_set(&mut world, " ", "Canteen").await.unwrap();
    let off = world.programme.kickoff.clone().unwrap();
    assert_eq!((off.cancelled, off.sequence, off.changed_at), (true, 1, world.now()));
    assert_eq!((off.at.to_rfc3339().as_str(), off.place.as_str()), ("2027-01-12T13:30:00+00:00", "Canteen"));
    assert_eq!(world.posted().await.len(), 1);
    deliver(&mut world).await;
    try_set(&mut world, "", "").await.unwrap();
    assert_eq!(world.programme.kickoff, Some(off), "it is called off once");
    assert!(world.posted().await.is_empty());
    try_set(&mut world, "2027-01-12 14:30", "Canteen").await.unwrap();
    let again = world.programme.kickoff.clone().unwrap();
    assert_eq!((again.cancelled, again.sequence), (false, 2));
    assert_eq!(world.posted().await.len(), 1);
}

#[tokio::test]
async fn what_changes_at_the_last_moment_does_not_wait_for_the_morning() {
    let mut world = World::empty().await;
    world.clock.set("2027-01-11T20:00:00Z".parse().unwrap());
    try_set(&mut world, "2027-01-12 7:15", "Canteen").await.unwrap();
    let evening = "2027-01-11T20:00:00Z".parse().unwrap();
    assert_eq!(world.posted().await, [(PostKind::Kickoff, Some(LOBBY), evening)]);
    deliver(&mut world).await;
    world.pass(Duration::hours(1));
    let now = world.now();
    try_set(&mut world, "2027-01-14 9:00", "Canteen").await.unwrap();
    assert_eq!(world.posted().await, [(PostKind::Kickoff, Some(LOBBY), now)], "some would come tomorrow");
    deliver(&mut world).await;
    try_set(&mut world, "", "").await.unwrap();
    let morning = "2027-01-12T06:30:00Z".parse().unwrap();
    assert_eq!(world.posted().await, [(PostKind::Kickoff, Some(LOBBY), morning)], "there is time");
}

#[tokio::test]
async fn the_closing_event_is_told_when_tandems_are_at_work_and_the_kick_off_does_not_change_it() {
    let mut world = World::empty().await;
    world.programme_set("phase", "enrolling").await;
    let closing = OccasionKind::ClosingEvent;
    try_set_one(&mut world, closing, "2027-05-27 15:00", "Hall B").await.unwrap();
    assert!(world.posted().await.is_empty(), "nobody who is about to begin reads of the end");
    try_set(&mut world, "2027-01-12 14:30", "Canteen").await.unwrap();
    world.outbox_clear().await;
    let (enrolling, now) = (world.programme.clone(), world.now());
    crate::app::programme::phase::enter(&mut world.conn, &enrolling, Phase::Running, now).await.unwrap();
    let kinds: Vec<_> = world.posted().await.into_iter().map(|(kind, channel, _)| (kind, channel)).collect();
    assert_eq!(kinds, [(PostKind::ClosingEvent, Some(LOBBY))]);
    let (both, ours) = (world.programme.clone(), world.programme.id);
    assert_ne!(both.kickoff, both.closing_event);
    let uids = [OccasionKind::Kickoff, closing].map(|which| (ours, which));
    let first = uid(&mut world.conn, uids[0].0, uids[0].1).await.unwrap();
    assert_ne!(first, uid(&mut world.conn, uids[1].0, uids[1].1).await.unwrap());
}

#[tokio::test]
async fn coordinators_read_that_a_programme_is_closed_until_it_is_erased() {
    let mut world = World::empty().await;
    let (running, now) = (world.programme.clone(), world.now());
    crate::app::programme::phase::enter(&mut world.conn, &running, Phase::Closed, now).await.unwrap();
    assert_eq!(world.posted().await, [(PostKind::ProgrammeClosed, Some(DIGEST), now)]);
}
