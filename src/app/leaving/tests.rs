use chrono::Duration;

use super::*;
use crate::app::effect::room_lane;
use crate::app::facts::{facts, free};
use crate::app::testing::{LOBBY, MENTEE, MENTOR, ROOM, World};
use crate::app::{Acted, App};
use crate::domain::ids::UserId;
use crate::store::exec_for_test;
use crate::store::jobs::job_due;
use crate::store::outbox::{NewRow, outbox_add};
use crate::store::replies::replies_forget;

async fn leave(app: &App, call: Call, tandem: TandemId) -> Decision<()> {
    let asked = call.clone();
    let acted = app.act_untraced(&call, move |conn| Box::pin(async move { end(conn, &asked, tandem).await }));
    match acted.await.unwrap() {
        Acted::Decided { decision, debt } => {
            assert_eq!(debt, None, "a reply that is owed would tell who left");
            decision
        }
        Acted::Repeated => panic!("each request has its own id"),
    }
}

/// The whole database after one of the two has left, with everything that follows: the room goes, the question is
/// answered by the mentee alone, the rest is silence.
async fn aftermath(leaver: UserId) -> String {
    let mut world = World::new().await;
    let tandem = world.tandem_in(ROOM).await.id;
    world.tandem(UserId(3_001), UserId(3_002), crate::domain::ids::ChannelId(1_020)).await;
    let call = world.call(leaver, ROOM);
    leave(&world.app, call, tandem).await.unwrap();
    let mut dumps = world.dump().await;
    let call = world.call(MENTEE, ROOM);
    say_next(&mut world.conn, &call, tandem, true).await.unwrap().unwrap();
    run_jobs(&mut world, Duration::days(30)).await;
    dumps.push_str(&world.dump().await);
    dumps
}

/// Runs this file's jobs in the order in which they are due, for a while.
async fn run_jobs(world: &mut World, time: Duration) {
    let end = world.now() + time;
    while let Some(job) = job_due(&mut world.conn, end).await.unwrap() {
        world.clock.set(job.due_at);
        job_drop(&mut world.conn, &job.name, job.subject).await.unwrap();
        let (conn, at) = (&mut world.conn, job.due_at);
        let tandem = TandemId(job.subject);
        match job.name.as_str() {
            jobs::ROOM_HIDE => hide(conn, tandem, at).await,
            jobs::ROOM_DELETE => delete(conn, tandem, at).await,
            jobs::NEXT_SETTLE => settle(conn, tandem).await,
            jobs::TIDY => replies_forget(conn, at).await.map(drop),
            other => panic!("{other} has no business here"),
        }
        .unwrap();
    }
    world.clock.set(end);
}

#[tokio::test]
async fn who_left_is_nowhere_in_the_database_at_no_time() {
    let (by_mentor, by_mentee) = (aftermath(MENTOR).await, aftermath(MENTEE).await);
    assert_eq!(by_mentor, by_mentee);
    assert!(by_mentor.contains("state='ended'"));
}

#[tokio::test]
async fn both_get_one_goodbye_and_the_room_closes_after_it() {
    let mut world = World::new().await;
    let tandem = world.tandem_in(ROOM).await.id;
    let call = world.call(MENTEE, ROOM);
    assert_eq!(end(&mut world.conn, &call, tandem).await.unwrap(), Ok(()));
    assert_eq!(end(&mut world.conn, &call, tandem).await.unwrap(), Ok(()), "twice is once");
    let outbox = world.outbox().await;
    assert!(outbox.iter().all(|(lane, _, due)| *lane == room_lane(tandem) && *due == call.now));
    let effects: Vec<_> = outbox.into_iter().map(|(_, effect, _)| effect).collect();
    assert!(matches!(effects[..], [Effect::Post { .. }, Effect::RoomClose { .. }]), "{effects:?}");
}

#[tokio::test]
async fn what_was_still_to_be_posted_is_dropped() {
    let mut world = World::new().await;
    let tandem = world.tandem_in(ROOM).await;
    let effect = serde_json::to_string(&Effect::Post { post: crate::domain::ids::PostId(99) }).unwrap();
    let later = world.now() + Duration::days(3);
    let row = NewRow { lane: room_lane(tandem.id), effect, due_at: later, ..NewRow::default() };
    outbox_add(&mut world.conn, &row).await.unwrap();
    let now = world.now();
    conclude(&mut world.conn, &tandem, Ending::Goodbye, now).await.unwrap();
    assert!(world.outbox().await.iter().all(|(_, _, due)| *due == now));
}

#[tokio::test]
async fn nobody_but_the_two_can_end_a_tandem() {
    let mut world = World::new().await;
    let tandem = world.tandem_in(ROOM).await;
    let stranger = world.call(UserId(9), ROOM);
    assert_eq!(end(&mut world.conn, &stranger, tandem.id).await.unwrap(), Err(Refusal::NotYourRoom));
    assert_eq!(world.tandem_in(ROOM).await, tandem);
}

#[tokio::test]
async fn the_room_goes_out_of_sight_after_a_week_and_is_deleted_after_two() {
    let mut world = World::new().await;
    let tandem = world.tandem_in(ROOM).await.id;
    let call = world.call(MENTOR, ROOM);
    end(&mut world.conn, &call, tandem).await.unwrap().unwrap();
    run_jobs(&mut world, Duration::days(20)).await;
    let dues: Vec<_> =
        world.outbox().await.into_iter().skip(2).map(|(_, effect, due)| (effect, due)).collect();
    assert_eq!(
        dues,
        [
            (Effect::RoomHide { tandem }, call.now + Duration::days(7)),
            (Effect::RoomDelete { tandem }, call.now + Duration::days(14)),
        ]
    );
}

#[tokio::test]
async fn both_enter_the_next_round_together_once_both_have_answered() {
    let mut world = World::new().await;
    let tandem = world.tandem_in(ROOM).await;
    let programme = world.programme.id;
    let call = world.call(MENTOR, ROOM);
    assert_eq!(
        say_next(&mut world.conn, &call, tandem.id, true).await.unwrap(),
        Err(Refusal::NothingWaits),
        "the tandem is at work"
    );
    end(&mut world.conn, &call, tandem.id).await.unwrap().unwrap();
    assert_eq!(free(&mut world.conn, programme).await.unwrap(), [], "right after the ending nobody is free");
    say_next(&mut world.conn, &call, tandem.id, true).await.unwrap().unwrap();
    assert_eq!(free(&mut world.conn, programme).await.unwrap(), [], "one answer shows nowhere");
    let other = world.call(MENTEE, ROOM);
    say_next(&mut world.conn, &other, tandem.id, true).await.unwrap().unwrap();
    assert_eq!(free(&mut world.conn, programme).await.unwrap(), [tandem.mentor, tandem.mentee]);
    assert_eq!(tandems::tandem_next_get(&mut world.conn, tandem.id).await.unwrap(), (None, None, true));
    say_next(&mut world.conn, &other, tandem.id, false).await.unwrap().unwrap();
    assert_eq!(free(&mut world.conn, programme).await.unwrap(), [tandem.mentor], "a mind may change later");
}

/// The database 15 days after an ending. The mentor wants a new tandem; the mentee says *stop* after so many days, or nothing.
async fn after_an_ending(stops: Option<i64>, planted: &str) -> String {
    let mut world = World::new().await;
    exec_for_test(&mut world.conn, planted).await.unwrap();
    let tandem = world.tandem_in(ROOM).await;
    let call = world.call(MENTOR, ROOM);
    leave(&world.app, call, tandem.id).await.unwrap();
    goes_on(&mut world, MENTOR, tandem.id, true).await;
    let days = stops.unwrap_or(0);
    run_jobs(&mut world, Duration::days(days)).await;
    if stops.is_some() {
        goes_on(&mut world, MENTEE, tandem.id, false).await;
    }
    run_jobs(&mut world, Duration::days(15 - days)).await;
    assert_eq!(free(&mut world.conn, world.programme.id).await.unwrap(), [tandem.mentor]);
    world.dump().await
}

/// Says how it shall go on, through the door.
async fn goes_on(world: &mut World, who: UserId, tandem: TandemId, new: bool) {
    let (call, asked) = (world.call(who, ROOM), world.call(who, ROOM));
    let said = world
        .app
        .act_untraced(&asked, move |conn| Box::pin(async move { say_next(conn, &call, tandem, new).await }));
    assert!(matches!(said.await.unwrap(), Acted::Decided { decision: Ok(()), debt: None }));
}

#[tokio::test]
async fn silence_stop_and_break_are_one_state_after_fourteen_days() {
    let silence = after_an_ending(None, "SELECT 1").await;
    for day in [0, 9] {
        assert_eq!(after_an_ending(Some(day), "SELECT 1").await, silence, "stop on day {day}");
    }
}

#[tokio::test]
async fn a_planted_column_that_tells_a_stop_from_silence_is_found() {
    let planted = "ALTER TABLE tandem ADD COLUMN answers INTEGER NOT NULL DEFAULT 0;
        CREATE TRIGGER tells AFTER UPDATE OF mentee_next ON tandem WHEN new.mentee_next IS NOT NULL
        BEGIN UPDATE tandem SET answers = answers + 1 WHERE id = new.id; END;";
    let (silence, stop) = (after_an_ending(None, planted).await, after_an_ending(Some(0), planted).await);
    assert!(silence.contains("answers=0") && stop.contains("answers=1"));
    let differ = silence.lines().zip(stop.lines()).filter(|(one, other)| one != other);
    assert_eq!(differ.count(), 1, "the one row that tells");
}

#[tokio::test]
async fn a_deleted_room_ends_its_tandem_and_both_find_the_question_behind_my_place() {
    let mut world = World::new().await;
    let tandem = world.tandem_in(ROOM).await;
    let now = world.now();
    channel_gone(&mut world.conn, ROOM, now).await.unwrap();
    channel_gone(&mut world.conn, ROOM, now).await.unwrap();
    channel_gone(&mut world.conn, LOBBY, now).await.unwrap();
    let after = world.tandem_in(ROOM).await;
    assert_eq!((after.state, after.ended_at), (TandemState::Gone, Some(now)));
    let lanes: Vec<_> = world.outbox().await.into_iter().map(|(lane, _, _)| lane).collect();
    assert_eq!(lanes, [crate::app::effect::channel_lane(LOBBY)], "nothing goes to a room that is gone");
    let call = world.call(MENTEE, LOBBY);
    let place = place::place(&mut world.conn, &call).await.unwrap().unwrap();
    assert_eq!(place.goes_on.len(), 1);
    assert_eq!(facts(&mut world.conn, tandem.programme).await.unwrap().ended, 1);
}

#[tokio::test]
async fn our_own_deletion_of_a_room_ends_nothing_twice() {
    let mut world = World::new().await;
    let tandem = world.tandem_in(ROOM).await.id;
    let call = world.call(MENTOR, ROOM);
    end(&mut world.conn, &call, tandem).await.unwrap().unwrap();
    run_jobs(&mut world, Duration::days(20)).await;
    let now = world.now();
    channel_gone(&mut world.conn, ROOM, now).await.unwrap();
    assert_eq!(world.tandem_in(ROOM).await.state, TandemState::Gone);
    assert!(world.outbox().await.is_empty());
}
