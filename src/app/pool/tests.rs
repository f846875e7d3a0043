use chrono::Duration;

use super::*;
use crate::app::questions::ask_all;
use crate::app::testing::{COORDINATORS, LOBBY, MENTOR, ROOM, World};
use crate::domain::ids::GuildId;
use crate::domain::question::own_number;

async fn try_add(world: &mut World, en: &str, de: &str) -> Decision<Changed> {
    let (call, programme) = (world.call(MENTOR, LOBBY), world.programme.id);
    add(&mut world.conn, &call, &[COORDINATORS], programme, (en, de)).await.unwrap()
}

async fn try_remove(world: &mut World, number: i64) -> Decision<Changed> {
    let call = world.call(MENTOR, LOBBY);
    remove(&mut world.conn, &call, &[COORDINATORS], None, number).await.unwrap()
}

#[tokio::test]
async fn a_question_of_a_programmes_own_comes_in_both_languages_and_goes_again() {
    let mut world = World::new().await;
    for (en, de) in [("", "Was nun?"), ("What now?", " "), ("x", &*"x".repeat(301))] {
        assert_eq!(try_add(&mut world, en, de).await, Err(Refusal::TextLength { max: OWN_MAX }));
    }
    let added =
        try_add(&mut world, "What does our web shop lack?", "Was fehlt unserem Webshop?").await.unwrap();
    assert_eq!(added.number, own_number(1));
    let stored = questions::own_question_get(&mut world.conn, added.number).await.unwrap().unwrap();
    assert_eq!(stored.de, "Was fehlt unserem Webshop?");
    try_remove(&mut world, added.number).await.unwrap();
    try_remove(&mut world, 1).await.unwrap();
    for gone in [added.number, 1, 14, 9_999] {
        assert_eq!(try_remove(&mut world, gone).await, Err(Refusal::NoSuchQuestion { number: gone }));
    }
    let call = world.call(MENTOR, LOBBY);
    let shown = pool(&mut world.conn, &call, &[COORDINATORS], None).await.unwrap().unwrap();
    assert!(shown.own.is_empty() && !shown.pool.contains(&1));
    assert!(!shown.pool.contains(&14), "a question about the day at work is not for this template");
    assert_eq!(pool(&mut world.conn, &call, &[], None).await.unwrap().err(), Some(Refusal::NeedsCoordinator));
    let foreign = Call { guild: GuildId(9), ..call };
    assert_eq!(
        pool(&mut world.conn, &foreign, &[COORDINATORS], None).await.unwrap().err(),
        Some(Refusal::NotSetUp)
    );
}

#[tokio::test]
async fn own_questions_are_asked_in_their_programme_alone() {
    let mut world = World::new().await;
    let added = try_add(&mut world, "What now?", "Was nun?").await.unwrap();
    let mut second = world.programme.clone();
    second.name = "2027".into();
    let second = programmes::programme_add(&mut world.conn, &second).await.unwrap().unwrap();
    assert!(questions::question_choice(&mut world.conn, second).await.unwrap().own.is_empty());
    let (programme, mut at) = (world.programme.id, world.now());
    for _ in 0..60 {
        at += Duration::days(1);
        ask_all(&mut world.conn, programme, at, at).await.unwrap();
    }
    let tandem = world.tandem_in(ROOM).await.id;
    let asked = questions::asked_of(&mut world.conn, tandem).await.unwrap();
    assert_eq!(asked.iter().filter(|one| one.question == added.number).count(), 1);
}

#[tokio::test]
async fn coordinators_are_told_once_before_the_pool_runs_dry() {
    let mut world = World::new().await;
    let now = world.now();
    let monthly = world.programme.clone();
    assert_eq!(runs_dry(&mut world.conn, &monthly, now).await.unwrap(), None, "it lasts");
    world.programme_set("question_schedule", "0 9 * * *").await;
    let programme = world.programme.clone();
    let all = Choice::default().count("six");
    let mut at = now;
    for _ in 0..all - DRY_WITHIN - 1 {
        at += Duration::days(1);
        ask_all(&mut world.conn, programme.id, at, at).await.unwrap();
    }
    assert_eq!(runs_dry(&mut world.conn, &programme, at).await.unwrap(), None, "not yet");
    at += Duration::days(1);
    ask_all(&mut world.conn, programme.id, at, at).await.unwrap();
    assert_eq!(runs_dry(&mut world.conn, &programme, at).await.unwrap(), Some(DRY_WITHIN));
    assert_eq!(runs_dry(&mut world.conn, &programme, at).await.unwrap(), None, "once");
}
