use super::*;
use crate::app::effect::Effect;
use crate::app::testing::{MENTEE, MENTOR, ROOM, World};
use crate::app::{leaving, questions, tasks};
use crate::domain::ids::{ChannelId, UserId};
use crate::domain::tandem::Tandem;
use crate::domain::task::{Task, TaskState};
use crate::{scheduler, store};
use chrono::Duration;

const HERE: Which = Which::Here;

async fn pause(world: &mut World, who: UserId, until: &str) -> Decision<Stand> {
    let call = world.call(who, ROOM);
    set(&mut world.conn, &call, HERE, until).await.unwrap()
}

/// What waits to be posted, oldest first.
async fn waiting(world: &mut World) -> Vec<PostKind> {
    let mut kinds = Vec::new();
    for (_, effect, _) in world.outbox().await {
        if let Effect::Post { post } = effect {
            kinds.push(posts::post_get(&mut world.conn, post).await.unwrap().kind);
        }
    }
    kinds
}

/// Lets time pass and runs what comes due meanwhile.
async fn live(world: &mut World, days: i64) {
    for day in 0..=days {
        world.pass(Duration::days(i64::from(day > 0)));
        let now = world.now();
        while scheduler::tick(&mut world.conn, now).await.unwrap() {}
    }
}

/// A task that is due in so many days.
async fn due_in(world: &mut World, tandem: &Tandem, days: i64) {
    let id = world.task(tandem, TaskState::Open).await;
    let task = store::tasks::task_get(&mut world.conn, id).await.unwrap();
    let due_on = Some((world.now() + Duration::days(days)).date_naive());
    store::tasks::task_set(&mut world.conn, &Task { due_on, ..task }, None).await.unwrap();
    let (programme, now) = (world.programme.clone(), world.now());
    tasks::remind::reschedule(&mut world.conn, &programme, tandem.id, now).await.unwrap();
}

async fn ask(world: &mut World) {
    let (programme, now) = (world.programme.id, world.now());
    questions::ask_all(&mut world.conn, programme, now, now).await.unwrap();
}

#[tokio::test]
async fn a_paused_tandem_is_left_in_peace_until_one_message_sums_up_what_came_due() {
    let mut world = World::new().await;
    let tandem = world.tandem_in(ROOM).await;
    due_in(&mut world, &tandem, 3).await;
    let stand = pause(&mut world, MENTOR, "2027-01-18").await.unwrap();
    assert_eq!(stand.pause.unwrap().until, "2027-01-17T23:00:00Z".parse::<DateTime<Utc>>().unwrap());
    world.pass(Duration::hours(1));
    ask(&mut world).await;
    live(&mut world, 12).await;
    assert_eq!(waiting(&mut world).await, [PostKind::PauseSet]);
    world.outbox_clear().await;
    world.clock.set("2027-01-17T23:00:00Z".parse().unwrap());
    live(&mut world, 0).await;
    assert_eq!(waiting(&mut world).await, [PostKind::PauseOver]);
    let due_at = world.outbox().await[0].2;
    assert_eq!(due_at, "2027-01-18T06:30:00Z".parse::<DateTime<Utc>>().unwrap(), "after the quiet hours");
    let paused = paused(&mut world.conn, tandem.id, due_at).await.unwrap();
    assert_eq!(paused, None);
    let held = pauses::held_of(&mut world.conn, PauseId(1)).await.unwrap();
    let kinds: Vec<PostKind> = held.iter().map(|held| held.post.kind).collect();
    assert_eq!(kinds, [PostKind::Question, PostKind::TaskReminder, PostKind::TaskDue]);
}

#[tokio::test]
async fn what_had_been_planned_for_the_morning_is_taken_back_when_the_pause_is_set_at_night() {
    let mut world = World::new().await;
    world.pass(Duration::hours(14));
    ask(&mut world).await;
    assert_eq!(waiting(&mut world).await, [PostKind::Question]);
    pause(&mut world, MENTEE, "friday").await.unwrap();
    assert_eq!(waiting(&mut world).await, [PostKind::PauseSet]);
    assert_eq!(world.outbox().await.len(), 1, "the reactions under it are taken back as well");
    let held = pauses::held_of(&mut world.conn, PauseId(1)).await.unwrap();
    assert_eq!(held.len(), 1);
}

#[tokio::test]
async fn what_is_due_after_the_pause_is_not_held_back() {
    let mut world = World::new().await;
    pause(&mut world, MENTEE, "tomorrow").await.unwrap();
    world.outbox_clear().await;
    world.pass(Duration::hours(12));
    ask(&mut world).await;
    assert_eq!(waiting(&mut world).await, [PostKind::Question], "it is evening, and for tomorrow");
}

#[tokio::test]
async fn what_the_two_do_during_a_pause_is_posted_all_the_same() {
    let mut world = World::new().await;
    pause(&mut world, MENTEE, "2027-01-18").await.unwrap();
    let call = world.call(MENTOR, ROOM);
    let draft = tasks::assign::Draft { text: "Pair the headset".into(), ..Default::default() };
    tasks::assign::assign(&mut world.conn, &call, None, draft).await.unwrap().unwrap();
    let call = world.call(MENTEE, ROOM);
    let stuck = crate::domain::task::Report::Stuck;
    tasks::report::report(&mut world.conn, &call, None, None, stuck, None).await.unwrap().unwrap();
    assert_eq!(waiting(&mut world).await, [PostKind::PauseSet, PostKind::TaskCard, PostKind::TaskStuck]);
}

#[tokio::test]
async fn a_pause_can_be_given_another_day_or_ended_by_either_and_the_same_once_more_changes_nothing() {
    let mut world = World::new().await;
    pause(&mut world, MENTEE, "2027-01-18").await.unwrap();
    let before = world.dump().await;
    pause(&mut world, MENTOR, "18 January").await.unwrap();
    assert_eq!(world.dump().await, before);
    let moved = pause(&mut world, MENTOR, "2027-01-25").await.unwrap().pause.unwrap();
    assert_eq!(moved.day(world.programme.zone).to_string(), "2027-01-25");
    live(&mut world, 15).await;
    assert!(!waiting(&mut world).await.contains(&PostKind::PauseOver), "the first day has gone by");
    for _ in 0..2 {
        let call = world.call(MENTEE, ROOM);
        end_early(&mut world.conn, &call, HERE).await.unwrap().unwrap();
    }
    let over = waiting(&mut world).await.iter().filter(|kind| **kind == PostKind::PauseOver).count();
    assert_eq!(over, 1);
    world.outbox_clear().await;
    live(&mut world, 8).await;
    assert!(waiting(&mut world).await.is_empty(), "its day has no meaning any more");
}

#[tokio::test]
async fn who_paused_and_who_ended_the_pause_is_nowhere() {
    let mut dumps = Vec::new();
    for (one, other) in [(MENTOR, MENTEE), (MENTEE, MENTOR)] {
        let mut world = World::new().await;
        for (who, ends) in [(one, false), (other, true), (other, false)] {
            let call = world.call(who, ROOM);
            let case = call.clone();
            let acted = world.app.act_untraced(&call, move |conn| {
                Box::pin(async move {
                    if ends {
                        end_early(conn, &case, HERE).await
                    } else {
                        set(conn, &case, HERE, "2027-01-18").await
                    }
                })
            });
            acted.await.unwrap();
        }
        dumps.push(world.dump().await);
    }
    assert_eq!(dumps[0], dumps[1]);
    assert!(dumps[0].contains("pause: id=2"));
}

#[tokio::test]
async fn of_several_questions_the_latest_is_told_and_the_others_can_be_asked_again() {
    let mut world = World::new().await;
    let tandem = world.tandem_in(ROOM).await.id;
    pause(&mut world, MENTEE, "2027-01-18").await.unwrap();
    for _ in 0..3 {
        world.pass(Duration::days(1));
        ask(&mut world).await;
    }
    let asked = crate::store::questions::asked_of(&mut world.conn, tandem).await.unwrap();
    assert_eq!(asked.len(), 3);
    live(&mut world, 12).await;
    assert_eq!(crate::store::questions::asked_of(&mut world.conn, tandem).await.unwrap(), asked[2..]);
}

#[tokio::test]
async fn after_days_away_the_pause_ends_once_and_a_new_one_takes_the_summary_over() {
    let mut world = World::new().await;
    pause(&mut world, MENTEE, "2027-01-06").await.unwrap();
    world.pass(Duration::hours(1));
    ask(&mut world).await;
    world.outbox_clear().await;
    // Away until the third evening: the summary waits for the morning.
    world.pass(Duration::hours(58));
    let now = world.now();
    while scheduler::tick(&mut world.conn, now).await.unwrap() {}
    assert_eq!(waiting(&mut world).await, [PostKind::PauseOver]);
    assert!(!scheduler::tick(&mut world.conn, now).await.unwrap());
    pause(&mut world, MENTOR, "2027-01-18").await.unwrap();
    assert_eq!(waiting(&mut world).await, [PostKind::PauseSet]);
    assert_eq!(pauses::held_of(&mut world.conn, PauseId(2)).await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_tandem_that_ends_during_a_pause_says_goodbye_and_nothing_else() {
    let mut world = World::new().await;
    let tandem = world.tandem_in(ROOM).await;
    due_in(&mut world, &tandem, 3).await;
    pause(&mut world, MENTEE, "2027-01-18").await.unwrap();
    live(&mut world, 5).await;
    let call = world.call(MENTOR, ROOM);
    leaving::end(&mut world.conn, &call, tandem.id).await.unwrap().unwrap();
    live(&mut world, 20).await;
    assert_eq!(waiting(&mut world).await, [PostKind::Goodbye]);
    assert!(!world.dump().await.contains("held_post:"));
}

#[tokio::test]
async fn what_was_summed_up_is_not_kept() {
    let mut world = World::new().await;
    pause(&mut world, MENTEE, "2027-01-18").await.unwrap();
    ask(&mut world).await;
    let call = world.call(MENTEE, ROOM);
    end_early(&mut world.conn, &call, HERE).await.unwrap().unwrap();
    let over = posts::post_about(&mut world.conn, PostKind::PauseOver, 1).await.unwrap().unwrap();
    told(&mut world.conn, &over).await.unwrap();
    let dump = world.dump().await;
    assert!(!dump.contains("held_post:") && !dump.contains("kind='question'"), "{dump}");
}

#[tokio::test]
async fn a_pause_of_another_tandem_holds_nothing_back_here() {
    let mut world = World::new().await;
    world.tandem(UserId(3_001), UserId(3_002), ChannelId(1_020)).await;
    pause(&mut world, MENTEE, "2027-01-18").await.unwrap();
    ask(&mut world).await;
    assert_eq!(waiting(&mut world).await, [PostKind::PauseSet, PostKind::Question]);
    let call = world.call(UserId(3_001), ROOM);
    let refused = set(&mut world.conn, &call, HERE, "2027-01-18").await.unwrap();
    assert_eq!(refused.err(), Some(Refusal::NotYourRoom));
}
