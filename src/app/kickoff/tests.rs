use chrono::Duration;

use super::*;
use crate::app::effect::Effect;
use crate::app::testing::{COORDINATORS, DIGEST, LOBBY, MENTEE, MENTOR, World};
use crate::domain::ids::{GuildId, UserId};
use crate::store::posts;

async fn posted(world: &mut World) -> Vec<(PostKind, Option<crate::domain::ids::ChannelId>, DateTime<Utc>)> {
    let mut kinds = Vec::new();
    for (_, effect, due) in world.outbox().await {
        if let Effect::Post { post } = effect {
            let post = posts::post_get(&mut world.conn, post).await.unwrap();
            kinds.push((post.kind, post.channel, due));
        }
    }
    kinds
}

async fn try_set(world: &mut World, moment: &str, place: &str) -> Decision<ProgrammeId> {
    let (call, programme) = (world.call(MENTOR, LOBBY), world.programme.id);
    let done = set(&mut world.conn, &call, &[COORDINATORS], programme, (moment, place)).await.unwrap();
    world.programme = programmes::programme_get(&mut world.conn, programme).await.unwrap();
    done
}

#[tokio::test]
async fn a_kick_off_is_told_once_and_again_with_a_higher_sequence_when_it_moves() {
    let mut world = World::empty().await;
    try_set(&mut world, "2027-01-12 14:30", "Canteen").await.unwrap();
    let uid_before = uid(&mut world.conn, world.programme.id).await.unwrap();
    let kickoff = world.programme.kickoff.clone().unwrap();
    assert_eq!((kickoff.at.to_rfc3339().as_str(), kickoff.sequence), ("2027-01-12T13:30:00+00:00", 0));
    assert_eq!(posted(&mut world).await.len(), 1);
    let again = written(&world.programme, &kickoff);
    try_set(&mut world, &again, "Canteen").await.unwrap();
    assert_eq!(posted(&mut world).await.len(), 1, "nothing has changed");
    world.outbox_clear().await;
    world.pass(Duration::hours(1));
    try_set(&mut world, "2027-01-13 9:00", "Hall 2").await.unwrap();
    let moved = world.programme.kickoff.clone().unwrap();
    assert_eq!((moved.sequence, moved.changed_at), (1, world.now()));
    let told = posted(&mut world).await;
    assert_eq!(
        told.iter().map(|(kind, channel, _)| (*kind, *channel)).collect::<Vec<_>>(),
        [(PostKind::Kickoff, Some(LOBBY))]
    );
    assert_eq!(uid(&mut world.conn, world.programme.id).await.unwrap(), uid_before);
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
    assert_eq!(posted(&mut world).await, [(PostKind::Kickoff, Some(LOBBY), morning)]);
    let stored = world.dump().await;
    assert_eq!(stored.matches("kind='kickoff'").count(), 1, "{stored}");
}

#[tokio::test]
async fn the_kick_off_of_a_draft_is_told_when_the_programme_opens() {
    let mut world = World::empty().await;
    world.programme_set("phase", "draft").await;
    try_set(&mut world, "2027-01-12 14:30", "").await.unwrap();
    assert!(posted(&mut world).await.is_empty());
    let (draft, now) = (world.programme.clone(), world.now());
    crate::app::programme::phase::enter(&mut world.conn, &draft, Phase::Enrolling, now).await.unwrap();
    let kinds: Vec<_> = posted(&mut world).await.into_iter().map(|(kind, ..)| kind).collect();
    assert_eq!(kinds, [PostKind::ProgrammeCard, PostKind::Kickoff]);
}

async fn try_ask(world: &mut World, who: UserId, words: &str) -> Decision<()> {
    let (call, programme) = (world.call(who, LOBBY), world.programme.id);
    ask(&mut world.conn, &call, programme, words).await.unwrap()
}

#[tokio::test]
async fn questions_reach_the_coordinators_as_one_post_on_the_next_morning_and_without_a_name() {
    let mut world = World::new().await;
    try_ask(&mut world, MENTEE, "Will my boss read this?").await.unwrap();
    world.pass(Duration::hours(2));
    try_ask(&mut world, MENTOR, "Is it on working time?").await.unwrap();
    let told = posted(&mut world).await;
    let morning: DateTime<Utc> = "2027-01-05T08:00:00Z".parse().unwrap();
    assert_eq!(told, [(PostKind::ConcernsWait, Some(DIGEST), morning)]);
    let (call, programme) = (world.call(MENTOR, DIGEST), world.programme.id);
    let early = concerns(&mut world.conn, &call, &[COORDINATORS], programme, None).await.unwrap().unwrap();
    assert!(early.1.is_empty(), "the hour would tell whose it is");
    let (known, now) = (world.programme.clone(), world.now());
    assert_eq!(concerns_told(&mut world.conn, &known, now).await.unwrap(), 0);
    world.clock.set(morning);
    let (call, now) = (world.call(MENTOR, DIGEST), world.now());
    assert_eq!(concerns_told(&mut world.conn, &known, now).await.unwrap(), 2);
    let (day, read) =
        concerns(&mut world.conn, &call, &[COORDINATORS], programme, None).await.unwrap().unwrap();
    assert_eq!(read, ["Is it on working time?", "Will my boss read this?"], "sorted by their words");
    assert_eq!(
        concerns(&mut world.conn, &call, &[], programme, None).await.unwrap(),
        Err(Refusal::NeedsCoordinator)
    );
    let foreign = Call { guild: GuildId(9), ..call.clone() };
    assert_eq!(ask(&mut world.conn, &foreign, programme, "Hm?").await.unwrap(), Err(Refusal::NotSetUp));
    // One came after the list was opened, and its morning as well before all are taken up.
    try_ask(&mut world, MENTEE, "Who pays the train?").await.unwrap();
    world.pass(Duration::days(1));
    let call = world.call(MENTOR, DIGEST);
    taken_up(&mut world.conn, &call, &[COORDINATORS], programme, day).await.unwrap().unwrap();
    let dump = world.dump().await;
    assert!(!dump.contains("working time"), "what was taken up is erased");
    assert!(dump.contains("the train"), "nobody has read it");
    let tomorrow = day + Duration::days(9);
    taken_up(&mut world.conn, &call, &[COORDINATORS], programme, tomorrow).await.unwrap().unwrap();
    assert!(!world.dump().await.contains("the train"));
}

/// Two runs that differ only in who asks leave the same file behind (P1).
#[tokio::test]
async fn who_asked_is_nowhere() {
    let mut dumps = Vec::new();
    for who in [MENTOR, MENTEE, UserId(4_711)] {
        let mut world = World::new().await;
        try_ask(&mut world, who, "May I bring my dog?").await.unwrap();
        dumps.push(world.dump().await);
    }
    assert!(dumps.windows(2).all(|pair| pair[0] == pair[1]));
    assert!(dumps[0].contains("my dog"));
}
