use super::*;
use crate::app::effect::Effect;
use crate::app::testing::{MENTEE, MENTOR, ROOM, World};
use crate::domain::ids::UserId;
use crate::domain::tandem::Side;
use crate::domain::task::TaskState;
use crate::scheduler;
use crate::store::posts;

/// A world in which the two meet in eight days, on 12 January at 14:00 in Berlin.
async fn planned() -> (World, MeetingId) {
    let mut world = World::new().await;
    let (tandem, now) = (world.tandem_in(ROOM).await.id, world.now());
    let at = "2027-01-12T13:00:00Z".parse().unwrap();
    let new = Meeting::planned(tandem, Side::Mentor, at, 60, String::new(), now);
    let id = meetings::meeting_add(&mut world.conn, &new).await.unwrap();
    set(&mut world).await;
    (world, id)
}

async fn set(world: &mut World) {
    let (tandem, programme, now) = (world.tandem_in(ROOM).await.id, world.programme.clone(), world.now());
    reschedule(&mut world.conn, &programme, tandem, now).await.unwrap();
}

/// Turns the clock to a moment, runs what is due then, and names what was posted since the last time, with its due time.
async fn until(world: &mut World, moment: &str) -> Vec<String> {
    let now: DateTime<Utc> = moment.parse().unwrap();
    world.clock.set(now);
    while scheduler::tick(&mut world.conn, now).await.unwrap() {}
    let mut seen = Vec::new();
    for (_, effect, due_at) in world.outbox().await {
        if let Effect::Post { post } = effect {
            let kind = posts::post_get(&mut world.conn, post).await.unwrap().kind;
            seen.push(format!("{} {}", kind.code(), due_at.format("%d.%m. %H:%M")));
        }
    }
    world.outbox_clear().await;
    seen
}

async fn says(world: &mut World, user: UserId, id: MeetingId, yes: bool) -> Decision<Met> {
    let call = world.call(user, ROOM);
    met(&mut world.conn, &call, id, yes).await.unwrap()
}

#[tokio::test]
async fn a_meeting_is_prepared_asked_about_and_followed_by_ideas_and_a_look_half_way() {
    let (mut world, id) = planned().await;
    let tandem = world.tandem_in(ROOM).await;
    assert!(until(&mut world, "2027-01-11T12:59:00Z").await.is_empty());
    assert_eq!(until(&mut world, "2027-01-11T13:00:00Z").await, ["agenda 11.01. 13:00"]);
    assert_eq!(until(&mut world, "2027-01-12T16:00:00Z").await, ["did-you-meet 12.01. 16:00"]);
    says(&mut world, MENTEE, id, true).await.unwrap();
    says(&mut world, MENTOR, id, true).await.unwrap();
    assert_eq!(until(&mut world, "2027-01-13T08:00:00Z").await, ["ideas 13.01. 08:00"]);
    world.task(&tandem, TaskState::Open).await;
    // The programme's 140 days and six meetings make a rhythm of 23 days.
    assert_eq!(until(&mut world, "2027-01-24T08:00:00Z").await, ["half-way 24.01. 08:00"]);
    assert!(until(&mut world, "2027-02-20T08:00:00Z").await.is_empty(), "each comes once");
}

#[tokio::test]
async fn what_runs_twice_brings_nothing_up_twice() {
    let (mut world, id) = planned().await;
    let tandem = world.tandem_in(ROOM).await;
    world.task(&tandem, TaskState::Stuck).await;
    for moment in ["2027-01-11T13:00:00Z", "2027-01-12T16:00:00Z", "2027-01-24T08:00:00Z"] {
        let now = moment.parse().unwrap();
        world.clock.set(now);
        for _ in 0..2 {
            agenda(&mut world.conn, id, now).await.unwrap();
            did_you_meet(&mut world.conn, id, now).await.unwrap();
            half_way(&mut world.conn, tandem.id, now).await.unwrap();
            ideas(&mut world.conn, id, now).await.unwrap();
        }
    }
    assert_eq!(
        world.outbox().await.len(),
        5,
        "an agenda, a question, ideas, and what is open, before and after"
    );
}

#[tokio::test]
async fn after_three_days_away_each_comes_once_if_it_is_still_of_use() {
    let (mut world, _) = planned().await;
    let seen = until(&mut world, "2027-01-15T10:00:00Z").await;
    assert_eq!(seen, ["did-you-meet 15.01. 10:00"], "the agenda has had its time");
    let (mut world, _) = planned().await;
    assert!(until(&mut world, "2027-01-30T10:00:00Z").await.is_empty());
}

#[tokio::test]
async fn a_moved_meeting_gets_its_agenda_anew_and_a_cancelled_one_nothing() {
    let (mut world, id) = planned().await;
    assert_eq!(until(&mut world, "2027-01-11T13:00:00Z").await.len(), 1);
    let mut meeting = meetings::meeting_get(&mut world.conn, id).await.unwrap();
    let now = world.now();
    meeting.move_to(Side::Mentee, "2027-01-19T13:00:00Z".parse().unwrap(), now);
    meetings::meeting_set(&mut world.conn, &meeting).await.unwrap();
    set(&mut world).await;
    assert!(until(&mut world, "2027-01-13T13:00:00Z").await.is_empty());
    assert_eq!(until(&mut world, "2027-01-18T13:00:00Z").await, ["agenda 18.01. 13:00"]);
    meeting.cancel(world.now());
    meetings::meeting_set(&mut world.conn, &meeting).await.unwrap();
    set(&mut world).await;
    assert!(until(&mut world, "2027-01-25T13:00:00Z").await.is_empty());
}

#[tokio::test]
async fn a_pause_that_ends_before_the_meeting_puts_the_agenda_off_and_asks_nothing_meanwhile() {
    let (mut world, _) = planned().await;
    let call = world.call(MENTOR, ROOM);
    pause::set(&mut world.conn, &call, pause::Which::Here, "2027-01-12").await.unwrap().unwrap();
    world.outbox_clear().await;
    assert!(until(&mut world, "2027-01-11T20:00:00Z").await.is_empty());
    let after = until(&mut world, "2027-01-12T06:30:00Z").await;
    assert_eq!(after, ["pause-over 12.01. 06:30", "agenda 11.01. 13:00"]);
    let (mut world, _) = planned().await;
    let call = world.call(MENTOR, ROOM);
    pause::set(&mut world.conn, &call, pause::Which::Here, "2027-01-12").await.unwrap().unwrap();
    until(&mut world, "2027-01-11T14:00:00Z").await;
    let call = world.call(MENTEE, ROOM);
    pause::end_early(&mut world.conn, &call, pause::Which::Here).await.unwrap().unwrap();
    world.outbox_clear().await;
    assert_eq!(until(&mut world, "2027-01-11T14:00:00Z").await, ["agenda 11.01. 13:00"]);
}

#[tokio::test]
async fn one_yes_is_a_meeting_a_no_leaves_it_and_silence_is_unknown() {
    let (mut world, id) = planned().await;
    let tandem = world.tandem_in(ROOM).await.id;
    assert_eq!(says(&mut world, MENTOR, id, true).await, Err(Refusal::NothingWaits), "it is still ahead");
    until(&mut world, "2027-01-12T16:00:00Z").await;
    let held = |meeting: Meeting| meeting.held_at.is_some();
    assert!(!held(meetings::meeting_get(&mut world.conn, id).await.unwrap()));
    assert_eq!(says(&mut world, MENTOR, id, false).await, Ok(Met::NotThisTime { tandem }));
    assert_eq!(says(&mut world, MENTEE, id, true).await, Ok(Met::Held { tandem }), "one yes is enough");
    assert_eq!(says(&mut world, MENTOR, id, false).await, Ok(Met::Held { tandem }));
    assert!(held(meetings::meeting_get(&mut world.conn, id).await.unwrap()));
    assert_eq!(says(&mut world, UserId(9), id, true).await, Err(Refusal::NotYourRoom));
}

#[tokio::test]
async fn whoever_says_not_this_time_is_not_followed_by_ideas() {
    let (mut world, id) = planned().await;
    until(&mut world, "2027-01-12T16:00:00Z").await;
    says(&mut world, MENTOR, id, false).await.unwrap();
    assert!(until(&mut world, "2027-02-12T16:00:00Z").await.is_empty());
}

#[tokio::test]
async fn a_task_given_since_the_meeting_spares_the_invitation_and_nothing_open_the_look_half_way() {
    let (mut world, id) = planned().await;
    let tandem = world.tandem_in(ROOM).await;
    until(&mut world, "2027-01-12T16:00:00Z").await;
    says(&mut world, MENTOR, id, true).await.unwrap();
    world.task(&tandem, TaskState::Worked).await;
    assert!(until(&mut world, "2027-01-24T08:00:00Z").await.is_empty());
}

#[tokio::test]
async fn a_late_meeting_is_asked_about_in_the_morning_and_an_ended_tandem_not_at_all() {
    let (mut world, id) = planned().await;
    let mut meeting = meetings::meeting_get(&mut world.conn, id).await.unwrap();
    let now = world.now();
    meeting.move_to(Side::Mentee, "2027-01-12T17:00:00Z".parse().unwrap(), now);
    meetings::meeting_set(&mut world.conn, &meeting).await.unwrap();
    set(&mut world).await;
    until(&mut world, "2027-01-11T18:00:00Z").await;
    assert_eq!(until(&mut world, "2027-01-12T20:00:00Z").await, ["did-you-meet 13.01. 06:30"]);
    says(&mut world, MENTOR, id, true).await.unwrap();
    let tandem = world.tandem_in(ROOM).await.id;
    let now = world.now();
    tandems::tandem_end(&mut world.conn, tandem, now).await.unwrap();
    assert!(until(&mut world, "2027-02-12T20:00:00Z").await.is_empty());
}

#[tokio::test]
async fn what_is_open_is_shown_half_way_to_the_first_meeting_and_once() {
    let (mut world, _) = planned().await;
    let tandem = world.tandem_in(ROOM).await;
    world.task(&tandem, TaskState::Open).await;
    // From the beginning on 4 January to the meeting on the 12th.
    assert_eq!(until(&mut world, "2027-01-08T08:00:00Z").await, ["half-way 08.01. 08:00"]);
    set(&mut world).await;
    assert_eq!(until(&mut world, "2027-01-11T13:00:00Z").await, ["agenda 11.01. 13:00"]);
}

#[tokio::test]
async fn half_way_waits_for_the_morning_when_a_meeting_is_planned_late() {
    let (mut world, id) = planned().await;
    let tandem = world.tandem_in(ROOM).await;
    until(&mut world, "2027-01-12T16:00:00Z").await;
    says(&mut world, MENTOR, id, true).await.unwrap();
    world.task(&tandem, TaskState::Open).await;
    until(&mut world, "2027-01-22T10:00:00Z").await;
    let now = world.now();
    let starts_at = "2027-01-29T13:00:00Z".parse().unwrap();
    let next = Meeting::planned(tandem.id, Side::Mentor, starts_at, 60, String::new(), now);
    meetings::meeting_add(&mut world.conn, &next).await.unwrap();
    set(&mut world).await;
    assert!(until(&mut world, "2027-01-22T10:01:00Z").await.is_empty(), "not beside its card");
    assert_eq!(until(&mut world, "2027-01-23T08:00:00Z").await, ["half-way 23.01. 08:00"]);
}

#[tokio::test]
async fn after_the_last_meeting_nobody_is_invited_to_leave_a_task() {
    let (mut world, id) = planned().await;
    crate::store::exec_for_test(&mut world.conn, "UPDATE programme SET meetings = 1").await.unwrap();
    until(&mut world, "2027-01-12T16:00:00Z").await;
    says(&mut world, MENTEE, id, true).await.unwrap();
    assert!(until(&mut world, "2027-01-14T08:00:00Z").await.is_empty());
}
