use super::*;
use crate::app::effect::Effect;
use crate::app::pause as pauses_of;
use crate::app::testing::{LOBBY, MENTEE, MENTOR, ROOM, World};
use crate::scheduler;
use crate::store::{self, posts};
use chrono::Duration;

const T: TandemId = TandemId(1);

/// Uses that change something, as the buttons run them.
#[derive(Clone, Copy)]
enum Press {
    Ask,
    Here,
    Done,
}

async fn press(world: &mut World, who: UserId, what: Press) {
    let call = world.call(who, ROOM);
    let case = call.clone();
    let acted = world.app.act_untraced(&call, move |conn| {
        Box::pin(async move {
            Ok(match what {
                Press::Ask => ask(conn, &case, T).await?.map(drop),
                Press::Here => here(conn, &case, T).await?,
                Press::Done => withdraw(conn, &case, T).await?,
            })
        })
    });
    acted.await.unwrap();
}

async fn live(world: &mut World, days: i64) {
    for _ in 0..days {
        world.pass(Duration::days(1));
        let now = world.now();
        while scheduler::tick(&mut world.conn, now).await.unwrap() {}
    }
}

async fn waiting(world: &mut World) -> Vec<PostKind> {
    let mut kinds = Vec::new();
    for (_, effect, _) in world.outbox().await {
        if let Effect::Post { post } = effect {
            kinds.push(posts::post_get(&mut world.conn, post).await.unwrap().kind);
        }
    }
    kinds
}

async fn of(world: &mut World, who: UserId) -> Reach {
    standing(&mut world.conn, T, who).await.unwrap()
}

/// What `/my` and *My place* hold for somebody.
async fn offered(world: &mut World, who: UserId) -> bool {
    let call = world.call(who, LOBBY);
    !place::place(&mut world.conn, &call).await.unwrap().unwrap().offers.is_empty()
}

#[tokio::test]
async fn the_room_is_asked_and_after_seven_days_the_asker_alone_finds_the_offer() {
    let mut world = World::new().await;
    press(&mut world, MENTEE, Press::Ask).await;
    press(&mut world, MENTEE, Press::Ask).await;
    assert_eq!(waiting(&mut world).await, [PostKind::ReachAsk], "asking twice is asking once");
    assert_eq!(of(&mut world, MENTEE).await, Reach::Asked(world.now() + Duration::days(7)));
    live(&mut world, 6).await;
    assert!(!offered(&mut world, MENTEE).await);
    live(&mut world, 1).await;
    assert!(offered(&mut world, MENTEE).await && !offered(&mut world, MENTOR).await);
    assert_eq!(waiting(&mut world).await, [PostKind::ReachAsk, PostKind::SomethingWaits]);
    let call = world.call(MENTOR, ROOM);
    assert_eq!(take(&mut world.conn, &call, T).await.unwrap().err(), Some(Refusal::NothingWaits));
    let call = world.call(MENTEE, ROOM);
    take(&mut world.conn, &call, T).await.unwrap().unwrap();
    assert!(calls::reach_open(&mut world.conn, T).await.unwrap().is_none());
    assert!(!world.tandem_in(ROOM).await.is_live());
}

#[tokio::test]
async fn an_answer_ends_it_however_late_and_the_askers_own_press_changes_nothing() {
    for days in [1, 12] {
        let mut world = World::new().await;
        press(&mut world, MENTEE, Press::Ask).await;
        live(&mut world, days).await;
        let before = world.dump().await;
        press(&mut world, MENTEE, Press::Here).await;
        let after = world.dump().await;
        let own = |dump: &str| {
            dump.lines()
                .filter(|line| !line.contains("seen_") && !line.contains("'tidy'"))
                .collect::<String>()
        };
        assert_eq!(own(&before), own(&after));
        press(&mut world, MENTOR, Press::Here).await;
        assert_eq!(of(&mut world, MENTEE).await, Reach::Free);
        live(&mut world, 20).await;
        assert!(!offered(&mut world, MENTEE).await, "answered after {days} days");
    }
}

#[tokio::test]
async fn who_cannot_reach_as_well_is_the_answer() {
    let mut world = World::new().await;
    press(&mut world, MENTEE, Press::Ask).await;
    assert_eq!(of(&mut world, MENTOR).await, Reach::Answered);
    press(&mut world, MENTOR, Press::Ask).await;
    assert_eq!((of(&mut world, MENTOR).await, of(&mut world, MENTEE).await), (Reach::Free, Reach::Free));
}

#[tokio::test]
async fn the_seven_days_stand_still_during_a_pause_and_nobody_is_asked_then() {
    let mut world = World::new().await;
    press(&mut world, MENTEE, Press::Ask).await;
    live(&mut world, 3).await;
    let call = world.call(MENTOR, ROOM);
    pauses_of::set(&mut world.conn, &call, pauses_of::Which::Of(T), "in 2 weeks").await.unwrap().unwrap();
    live(&mut world, 17).await;
    assert!(!offered(&mut world, MENTEE).await);
    live(&mut world, 2).await;
    assert!(offered(&mut world, MENTEE).await);
    press(&mut world, MENTEE, Press::Done).await;
    let call = world.call(MENTOR, ROOM);
    pauses_of::set(&mut world.conn, &call, pauses_of::Which::Of(T), "in 2 weeks").await.unwrap().unwrap();
    let call = world.call(MENTEE, ROOM);
    assert_eq!(ask(&mut world.conn, &call, T).await.unwrap().err(), Some(Refusal::Pausing));
}

/// A life in which one of the two asks; until it is resolved, or further.
async fn a_life(mentor_asks: bool, resolved: bool) -> String {
    let mut world = World::new().await;
    let (asks, other) = if mentor_asks { (MENTOR, MENTEE) } else { (MENTEE, MENTOR) };
    press(&mut world, asks, Press::Ask).await;
    live(&mut world, 8).await;
    if resolved {
        press(&mut world, other, Press::Here).await;
        live(&mut world, 3).await;
    }
    world.dump().await
}

#[tokio::test]
async fn two_lives_that_differ_in_who_asked_differ_in_one_column_until_it_is_resolved_and_then_in_nothing() {
    let (one, other) = (a_life(true, true).await, a_life(false, true).await);
    assert_eq!(one, other);
    let (one, other) = (a_life(true, false).await, a_life(false, false).await);
    let differ: Vec<(&str, &str)> = one.lines().zip(other.lines()).filter(|(a, b)| a != b).collect();
    assert_eq!(differ.len(), 1, "{differ:?}");
    let without = |line: &str| line.split(" asker=").next().unwrap_or_default().to_owned();
    assert!(differ[0].0.starts_with("reach_call:") && differ[0].0 != differ[0].1);
    assert_eq!(without(differ[0].0), without(differ[0].1));
}

#[tokio::test]
async fn who_asked_is_gone_from_the_file_once_it_is_resolved() {
    let mut world = World::new().await;
    press(&mut world, MENTEE, Press::Ask).await;
    let asker = calls::reach_open(&mut world.conn, T).await.unwrap().unwrap().asker;
    let holds = async |world: &mut World| {
        store::exec_for_test(&mut world.conn, "PRAGMA wal_checkpoint(TRUNCATE)").await.unwrap();
        world.file_holds(&asker)
    };
    assert!(holds(&mut world).await, "the search finds what is stored");
    press(&mut world, MENTOR, Press::Here).await;
    assert!(!holds(&mut world).await);
}
