use chrono::Duration;

use super::*;
use crate::app::testing::{COORDINATORS, DIGEST, LOBBY, MENTEE, MENTOR, World};
use crate::domain::ids::{GuildId, UserId};

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
    let told = world.posted().await;
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
