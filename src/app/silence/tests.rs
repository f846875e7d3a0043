use super::*;
use crate::app::effect::Effect;
use crate::app::testing::{MENTEE, MENTOR, ROOM, World};
use crate::app::{pause, tasks};
use crate::domain::meeting::Meeting;
use crate::domain::tandem::Side;
use crate::scheduler;
use crate::store::posts;

/// A tandem that has just begun; its programme's rhythm is 23 days.
async fn begun() -> (World, TandemId) {
    let mut world = World::new().await;
    let (tandem, programme, now) = (world.tandem_in(ROOM).await.id, world.programme.clone(), world.now());
    touched(&mut world.conn, &programme, tandem, now).await.unwrap();
    (world, tandem)
}

async fn live(world: &mut World, days: i64) {
    for _ in 0..days {
        world.pass(Duration::days(1));
        let now = world.now();
        while scheduler::tick(&mut world.conn, now).await.unwrap() {}
    }
}

async fn nudges(world: &mut World) -> usize {
    let mut count = 0;
    for (_, effect, _) in world.outbox().await {
        if let Effect::Post { post } = effect {
            let kind = posts::post_get(&mut world.conn, post).await.unwrap().kind;
            count += usize::from(kind == PostKind::QuietNudge);
        }
    }
    count
}

async fn assign(world: &mut World) {
    let call = world.call(MENTOR, ROOM);
    let draft = tasks::assign::Draft { text: "Pair the headset".into(), ..Default::default() };
    tasks::assign::assign(&mut world.conn, &call, None, draft).await.unwrap().unwrap();
}

#[tokio::test]
async fn a_quiet_tandem_is_nudged_once_per_silence_after_a_rhythm_and_a_week() {
    let (mut world, _) = begun().await;
    live(&mut world, 29).await;
    assert_eq!(nudges(&mut world).await, 0);
    live(&mut world, 1).await;
    assert_eq!(nudges(&mut world).await, 1);
    live(&mut world, 40).await;
    assert_eq!(nudges(&mut world).await, 1, "once is enough");
    assign(&mut world).await;
    live(&mut world, 30).await;
    assert_eq!(nudges(&mut world).await, 2, "another silence");
}

#[tokio::test]
async fn a_task_given_reported_edited_or_withdrawn_is_no_silence() {
    let (mut world, _) = begun().await;
    for step in 0..4 {
        live(&mut world, 25).await;
        let call = world.call(if step == 1 { MENTEE } else { MENTOR }, ROOM);
        let which = tasks::Which::Number(1);
        match step {
            0 => assign(&mut world).await,
            1 => {
                let said = crate::domain::task::Report::Stuck;
                tasks::report::report(&mut world.conn, &call, None, Some(which), said, None)
                    .await
                    .unwrap()
                    .unwrap();
            }
            2 => {
                let change = tasks::change::Change { text: Some("Share it".into()), ..Default::default() };
                tasks::change::edit(&mut world.conn, &call, which, change).await.unwrap().unwrap();
            }
            _ => {
                tasks::change::cancel(&mut world.conn, &call, which).await.unwrap().unwrap();
            }
        }
    }
    assert_eq!(nudges(&mut world).await, 0);
}

#[tokio::test]
async fn a_meeting_that_stands_is_no_silence_and_pauses_do_not_count() {
    let (mut world, tandem) = begun().await;
    let (now, starts) = (world.now(), world.now() + Duration::days(20));
    let meeting = Meeting::planned(tandem, Side::Mentor, starts, 60, String::new(), now);
    meetings::meeting_add(&mut world.conn, &meeting).await.unwrap();
    live(&mut world, 10).await;
    let call = world.call(MENTEE, ROOM);
    pause::set(&mut world.conn, &call, pause::Which::Of(tandem), "in 3 weeks").await.unwrap().unwrap();
    live(&mut world, 50).await;
    assert_eq!(nudges(&mut world).await, 0, "day 20, then 30 days, and what was left of the pause then");
    live(&mut world, 1).await;
    assert_eq!(nudges(&mut world).await, 1);
}

#[tokio::test]
async fn whoever_does_something_before_the_morning_is_not_nudged_any_more() {
    let (mut world, tandem) = begun().await;
    live(&mut world, 30).await;
    assert!(still(&mut world.conn, tandem).await.unwrap());
    assign(&mut world).await;
    assert!(!still(&mut world.conn, tandem).await.unwrap());
}
