//! Meetings through their use cases.

use chrono::Duration;

use super::change::{Changed, cancel, shift};
use super::confirm::{Confirmed, confirm};
use super::plan::plan;
use super::*;
use crate::app::effect::Effect;
use crate::app::marks::{Change, marked, marks_reread};
use crate::app::testing::{LOBBY, MENTEE, MENTOR, ROOM, World};
use crate::domain::ids::{ChannelId, MessageId, OfferId, PostId, UserId};
use crate::domain::marks::WORKED;
use crate::scheduler;
use crate::store::tandems;

fn at(when: &str) -> Draft {
    Draft { when: Some(when.into()), ..Draft::default() }
}

async fn planned(world: &mut World, user: UserId, when: &str) -> Decision<MeetingId> {
    let call = world.call(user, ROOM);
    plan(&mut world.conn, &call, None, at(when)).await.unwrap()
}

async fn moved(world: &mut World, user: UserId, draft: Draft) -> Decision<Changed> {
    let call = world.call(user, ROOM);
    shift(&mut world.conn, &call, None, draft).await.unwrap()
}

async fn confirmed(world: &mut World, user: UserId, id: MeetingId) -> Decision<Confirmed> {
    let call = world.call(user, ROOM);
    confirm(&mut world.conn, &call, id).await.unwrap()
}

async fn stored(world: &mut World, id: MeetingId) -> Meeting {
    meetings::meeting_get(&mut world.conn, id).await.unwrap()
}

/// The kinds of posts that wait, oldest first, with when they are due.
async fn waiting(world: &mut World) -> Vec<(PostKind, DateTime<Utc>)> {
    let mut kinds = Vec::new();
    for (_, effect, due_at) in world.outbox().await {
        if let Effect::Post { post } = effect {
            kinds.push((posts::post_get(&mut world.conn, post).await.unwrap().kind, due_at));
        }
    }
    kinds
}

async fn kinds(world: &mut World) -> Vec<PostKind> {
    waiting(world).await.into_iter().map(|(kind, _)| kind).collect()
}

/// Turns the clock and runs what is due, moment by moment.
async fn pass_until(world: &mut World, until: &str) {
    let until: DateTime<Utc> = until.parse().unwrap();
    while let Some(due) = crate::store::jobs::job_first(&mut world.conn).await.unwrap().map(|job| job.due_at)
        && due <= until
    {
        let ahead = due - world.now();
        world.pass(ahead.max(Duration::zero()));
        let now = world.now();
        while scheduler::tick(&mut world.conn, now).await.unwrap() {}
    }
    let ahead = until - world.now();
    world.pass(ahead);
}

/// Takes the newest card as posted, as a message.
async fn card(world: &mut World, id: MeetingId, message: u64) -> PostId {
    let card = card_of(&mut world.conn, id).await.unwrap().unwrap().id;
    posts::post_bind(&mut world.conn, card, ROOM, MessageId(message)).await.unwrap();
    card
}

async fn react(world: &mut World, user: UserId, message: u64, change: Change) {
    let now = world.now();
    marked(&mut world.conn, MessageId(message), user, WORKED, change, now).await.unwrap();
}

#[tokio::test]
async fn who_plans_has_confirmed_and_the_other_confirms_by_button_once() {
    let mut world = World::new().await;
    let id = planned(&mut world, MENTOR, "Thursday 2pm").await.unwrap();
    let meeting = stored(&mut world, id).await;
    assert_eq!(meeting.starts_at.to_rfc3339(), "2027-01-07T13:00:00+00:00");
    assert!(meeting.mentor_ok && !meeting.mentee_ok && !meeting.filed);
    assert_eq!(kinds(&mut world).await, [PostKind::MeetingCard]);
    assert_eq!(confirmed(&mut world, MENTOR, id).await, Ok(Confirmed::Waits(id)));
    assert_eq!(confirmed(&mut world, MENTEE, id).await, Ok(Confirmed::Noted(id)));
    assert_eq!(confirmed(&mut world, MENTEE, id).await, Ok(Confirmed::Already(id)));
    assert!(stored(&mut world, id).await.is_confirmed());
    assert_eq!(kinds(&mut world).await, [PostKind::MeetingCard, PostKind::MeetingConfirmed]);
}

#[tokio::test]
async fn a_check_mark_confirms_and_only_what_it_confirmed_goes_with_it() {
    let mut world = World::new().await;
    let id = planned(&mut world, MENTOR, "Thursday 2pm").await.unwrap();
    card(&mut world, id, 900).await;
    // Whoever planned it takes nothing back by playing with a reaction.
    react(&mut world, MENTOR, 900, Change::Added).await;
    react(&mut world, MENTOR, 900, Change::Removed).await;
    assert!(stored(&mut world, id).await.mentor_ok);
    react(&mut world, MENTEE, 900, Change::Added).await;
    assert!(stored(&mut world, id).await.is_confirmed());
    react(&mut world, MENTEE, 900, Change::Removed).await;
    assert!(!stored(&mut world, id).await.mentee_ok);
    react(&mut world, MENTEE, 900, Change::Added).await;
    // Said once; afterwards the post follows.
    let told = kinds(&mut world).await.into_iter().filter(|kind| *kind == PostKind::MeetingConfirmed);
    assert_eq!(told.count(), 1);
    // By button it stays, whatever becomes of the reaction.
    react(&mut world, MENTEE, 900, Change::Removed).await;
    confirmed(&mut world, MENTEE, id).await.unwrap();
    react(&mut world, MENTEE, 900, Change::Added).await;
    react(&mut world, MENTEE, 900, Change::Removed).await;
    assert!(stored(&mut world, id).await.is_confirmed());
}

#[tokio::test]
async fn a_check_mark_made_while_the_bot_was_away_confirms_and_one_on_an_old_card_does_not() {
    let mut world = World::new().await;
    let id = planned(&mut world, MENTOR, "Thursday 2pm").await.unwrap();
    let first = card(&mut world, id, 900).await;
    moved(&mut world, MENTOR, at("Friday 10:00")).await.unwrap();
    let second = card(&mut world, id, 901).await;
    let (now, found) = (world.now(), [(WORKED.to_owned(), vec![MENTEE])]);
    marks_reread(&mut world.conn, first, &found, now).await.unwrap();
    assert!(!stored(&mut world, id).await.mentee_ok);
    marks_reread(&mut world.conn, second, &found, now).await.unwrap();
    assert!(stored(&mut world, id).await.mentee_ok);
    let read = crate::app::marks::marks_to_read(&mut world.conn, now).await.unwrap();
    assert_eq!(read.len(), 2);
    world.pass(Duration::days(5));
    let now = world.now();
    assert!(crate::app::marks::marks_to_read(&mut world.conn, now).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_moved_meeting_is_at_once_at_its_new_time_and_unconfirmed_by_the_other() {
    let mut world = World::new().await;
    let id = planned(&mut world, MENTOR, "Thursday 2pm").await.unwrap();
    confirmed(&mut world, MENTEE, id).await.unwrap();
    world.outbox_clear().await;
    world.pass(Duration::hours(1));
    assert_eq!(moved(&mut world, MENTEE, at("Thursday 14:00")).await, Ok(Changed::Unchanged(id)));
    assert_eq!(moved(&mut world, MENTEE, at("Friday 10:00")).await, Ok(Changed::Moved(id)));
    let meeting = stored(&mut world, id).await;
    assert_eq!(meeting.starts_at.to_rfc3339(), "2027-01-08T09:00:00+00:00");
    assert!(!meeting.mentor_ok && meeting.mentee_ok && meeting.sequence == 1);
    assert_eq!(meeting.changed_at, world.now());
    assert_eq!(kinds(&mut world).await, [PostKind::MeetingMoved]);
    confirmed(&mut world, MENTOR, id).await.unwrap();
    assert_eq!(kinds(&mut world).await, [PostKind::MeetingMoved, PostKind::MeetingConfirmed]);
    // The file of the move called it tentative.
    assert_eq!(stored(&mut world, id).await.sequence, 2);
}

#[tokio::test]
async fn either_of_the_two_cancels_and_a_cancelled_or_begun_meeting_stays_as_it_is() {
    let mut world = World::new().await;
    let id = planned(&mut world, MENTOR, "Thursday 2pm").await.unwrap();
    let call = world.call(MENTEE, ROOM);
    let done = cancel(&mut world.conn, &call, None).await.unwrap();
    assert_eq!(done, Ok(Changed::Cancelled(id)));
    assert_eq!(kinds(&mut world).await, [PostKind::MeetingCard, PostKind::MeetingCancelled]);
    assert!(!stored(&mut world, id).await.filed, "nobody has the entry in a calendar");
    assert_eq!(confirmed(&mut world, MENTEE, id).await, Err(Refusal::MeetingCancelled));
    assert_eq!(moved(&mut world, MENTOR, at("Friday 10:00")).await, Err(Refusal::NoMeeting));
    let begun = planned(&mut world, MENTOR, "tomorrow 9:00").await.unwrap();
    world.pass(Duration::days(1));
    assert_eq!(confirmed(&mut world, MENTEE, begun).await, Err(Refusal::MeetingBegun));
    assert_eq!(confirmed(&mut world, MENTEE, MeetingId(99)).await, Err(Refusal::WhichMeeting));
}

#[tokio::test]
async fn of_several_meetings_the_one_meant_has_to_be_named() {
    let mut world = World::new().await;
    let first = planned(&mut world, MENTOR, "Thursday 2pm").await.unwrap();
    let second = planned(&mut world, MENTEE, "1.2.2027 10:00").await.unwrap();
    assert_eq!(moved(&mut world, MENTOR, at("Friday 10:00")).await, Err(Refusal::WhichMeeting));
    let call = world.call(MENTOR, ROOM);
    let done = shift(&mut world.conn, &call, Some(second), at("2.2.2027 10:00")).await.unwrap();
    assert_eq!(done, Ok(Changed::Moved(second)));
    let (_, all) = ahead(&mut world.conn, &call, None).await.unwrap().unwrap();
    assert_eq!(all.iter().map(|one| one.id).collect::<Vec<_>>(), [first, second]);
    assert_eq!(next(&mut world.conn, all[0].tandem, call.now).await.unwrap().unwrap().id, first);
}

#[tokio::test]
async fn two_meetings_of_a_tandem_may_touch_and_not_overlap() {
    let mut world = World::new().await;
    planned(&mut world, MENTOR, "Thursday 2pm").await.unwrap();
    assert_eq!(planned(&mut world, MENTEE, "Thursday 14:30").await, Err(Refusal::MeetingOverlaps));
    let second = planned(&mut world, MENTEE, "Thursday 15:00").await.unwrap();
    let call = world.call(MENTEE, ROOM);
    let longer = Draft { minutes: Some(90), when: Some("Thursday 13:45".into()), ..Draft::default() };
    let done = shift(&mut world.conn, &call, Some(second), longer).await.unwrap();
    assert_eq!(done, Err(Refusal::MeetingOverlaps));
    // Its own old time is no obstacle.
    let done = shift(&mut world.conn, &call, Some(second), at("Thursday 15:30")).await.unwrap();
    assert_eq!(done, Ok(Changed::Moved(second)));
}

#[tokio::test]
async fn a_refusal_for_another_tandem_s_sake_tells_the_same_to_both_and_names_nobody() {
    let mut world = World::new().await;
    let (other, room) = (UserId(9), ChannelId(77));
    world.tandem(MENTOR, other, room).await;
    let call = world.call(other, room);
    plan(&mut world.conn, &call, None, at("Thursday 2pm")).await.unwrap().unwrap();
    assert_eq!(planned(&mut world, MENTEE, "Thursday 14:30").await, Err(Refusal::TimeTaken));
    assert_eq!(planned(&mut world, MENTOR, "Thursday 14:30").await, Err(Refusal::TimeTaken));
    assert!(planned(&mut world, MENTEE, "Thursday 15:00").await.is_ok());
}

#[tokio::test]
async fn what_is_typed_wrongly_is_refused_with_its_reason_and_changes_nothing() {
    let mut world = World::new().await;
    let before = world.dump().await;
    for (when, refusal) in [
        ("3/12 14:30", Refusal::AmbiguousDate),
        ("soon", Refusal::BadMoment),
        ("", Refusal::BadMoment),
        ("Thursday", Refusal::MissingTime),
        ("14:30", Refusal::BadMoment),
        ("today 8:00", Refusal::PastMoment),
        ("3.12.2062 9:00", Refusal::FarDate),
        ("31.2. 9:00", Refusal::NoSuchDay),
        ("28.3.2027 2:30", Refusal::OddTime),
        ("31.10.2027 2:30", Refusal::OddTime),
    ] {
        assert_eq!(planned(&mut world, MENTOR, when).await, Err(refusal), "{when}");
    }
    let call = world.call(MENTOR, ROOM);
    for (draft, refusal) in [
        (
            Draft { place: Some("x".repeat(PLACE_MAX + 1)), ..at("Friday 9:00") },
            Refusal::TextLength { max: PLACE_MAX },
        ),
        (Draft { minutes: Some(5), ..at("Friday 9:00") }, Refusal::MeetingLength { least: 15, most: 720 }),
        (Draft { minutes: Some(-60), ..at("Friday 9:00") }, Refusal::MeetingLength { least: 15, most: 720 }),
    ] {
        assert_eq!(plan(&mut world.conn, &call, None, draft).await.unwrap(), Err(refusal));
    }
    assert_eq!(world.dump().await, before);
}

#[tokio::test]
async fn only_the_two_of_an_open_tandem_in_a_programme_at_work_plan() {
    let mut world = World::new().await;
    assert_eq!(planned(&mut world, UserId(77), "Friday 9:00").await, Err(Refusal::NotYourRoom));
    let call = world.call(UserId(77), LOBBY);
    let nobody = plan(&mut world.conn, &call, None, at("Friday 9:00")).await.unwrap();
    assert_eq!(nobody, Err(Refusal::NoTandem));
    world.programme_set("phase", "closed").await;
    assert_eq!(planned(&mut world, MENTOR, "Friday 9:00").await, Err(Refusal::WrongPhase));
    world.programme_set("phase", "running").await;
    let tandem = world.tandem_in(ROOM).await.id;
    let now = world.now();
    tandems::tandem_end(&mut world.conn, tandem, now).await.unwrap();
    assert_eq!(planned(&mut world, MENTOR, "Friday 9:00").await, Err(Refusal::TandemEnded));
}

#[tokio::test]
async fn a_meeting_is_brought_up_an_hour_before_and_not_when_it_was_cancelled_or_moved() {
    let mut world = World::new().await;
    let soon = |all: Vec<(PostKind, DateTime<Utc>)>| {
        all.into_iter()
            .filter(|(kind, _)| *kind == PostKind::MeetingSoon)
            .map(|(_, at)| at)
            .collect::<Vec<_>>()
    };
    planned(&mut world, MENTOR, "Thursday 2pm").await.unwrap();
    moved(&mut world, MENTOR, at("Friday 2pm")).await.unwrap();
    pass_until(&mut world, "2027-01-07T20:00:00Z").await;
    assert!(soon(waiting(&mut world).await).is_empty());
    pass_until(&mut world, "2027-01-08T12:00:00Z").await;
    assert_eq!(soon(waiting(&mut world).await), ["2027-01-08T12:00:00Z".parse::<DateTime<Utc>>().unwrap()]);
    world.outbox_clear().await;
    planned(&mut world, MENTOR, "Monday 2pm").await.unwrap();
    pass_until(&mut world, "2027-01-08T13:30:00Z").await;
    let call = world.call(MENTEE, ROOM);
    cancel(&mut world.conn, &call, None).await.unwrap().unwrap();
    pass_until(&mut world, "2027-01-11T14:00:00Z").await;
    assert!(soon(waiting(&mut world).await).is_empty());
}

#[tokio::test]
async fn early_in_the_morning_the_last_reminder_comes_the_evening_before_and_never_after_the_beginning() {
    let mut world = World::new().await;
    // Quiet from 19:00 to 7:30; an hour before lies in it.
    let id = planned(&mut world, MENTOR, "Thursday 8:00").await.unwrap();
    let job = crate::store::jobs::job_at(&mut world.conn, "meeting-soon", id.0).await.unwrap();
    assert_eq!(job, "2027-01-06T17:59:00Z".parse().ok());
    // The bot was away over night and comes back before the meeting: in the quiet hours it waits for their end.
    let night: DateTime<Utc> = "2027-01-07T04:00:00Z".parse().unwrap();
    let ahead = night - world.now();
    world.pass(ahead);
    let again = soon::remind(&mut world.conn, id, night).await.unwrap();
    assert_eq!(again, "2027-01-07T06:30:00Z".parse().ok());
    let late: DateTime<Utc> = "2027-01-07T07:00:00Z".parse().unwrap();
    assert_eq!(soon::remind(&mut world.conn, id, late).await.unwrap(), None);
    assert!(!kinds(&mut world).await.contains(&PostKind::MeetingSoon));
    assert_eq!(soon::remind(&mut world.conn, id, again.unwrap()).await.unwrap(), None);
    assert!(kinds(&mut world).await.contains(&PostKind::MeetingSoon));
}

/// A tandem whose dates are due: nothing was planned since it opened on 4 January; the rhythm is 23 days.
async fn proposed_to(world: &mut World) -> Option<OfferId> {
    let (tandem, programme, now) = (world.tandem_in(ROOM).await.id, world.programme.clone(), world.now());
    offer::reschedule(&mut world.conn, &programme, tandem, now).await.unwrap();
    pass_until(world, "2027-01-25T12:00:00Z").await;
    let mut found = None;
    for (_, effect, _) in world.outbox().await {
        if let Effect::Post { post } = effect {
            let post = posts::post_get(&mut world.conn, post).await.unwrap();
            found = found.or((post.kind == PostKind::MeetingDates).then_some(OfferId(post.subject)));
        }
    }
    found
}

#[tokio::test]
async fn three_dates_are_proposed_once_when_nothing_was_planned_in_time() {
    let mut world = World::new().await;
    let offer = proposed_to(&mut world).await.unwrap();
    let dates = meetings::offer_find(&mut world.conn, offer).await.unwrap().unwrap().dates;
    let shown = dates.map(|at| at.format("%a %m-%d %H:%M").to_string());
    assert_eq!(shown, ["Mon 01-25 09:00", "Wed 01-27 13:00", "Fri 01-29 15:00"]);
    let posted = waiting(&mut world).await;
    assert_eq!(posted, [(PostKind::MeetingDates, "2027-01-20T09:00:00Z".parse().unwrap())]);
    let (tandem, now) = (world.tandem_in(ROOM).await.id, world.now());
    assert_eq!(offer::propose(&mut world.conn, tandem, now).await.unwrap(), None);
    assert_eq!(kinds(&mut world).await.len(), 1, "the same gap");
}

#[tokio::test]
async fn nothing_is_proposed_to_who_has_planned_has_ended_or_has_met_often_enough() {
    let mut world = World::new().await;
    planned(&mut world, MENTOR, "3.2.2027 14:00").await.unwrap();
    world.outbox_clear().await;
    assert_eq!(proposed_to(&mut world).await, None);
    // A week before the next one is due, counted from that meeting.
    pass_until(&mut world, "2027-02-20T12:00:00Z").await;
    assert!(kinds(&mut world).await.contains(&PostKind::MeetingDates));
    let mut world = World::new().await;
    world.programme_set("meetings", "1").await;
    planned(&mut world, MENTOR, "Thursday 14:00").await.unwrap();
    pass_until(&mut world, "2027-05-20T12:00:00Z").await;
    assert!(!kinds(&mut world).await.contains(&PostKind::MeetingDates));
    let mut world = World::new().await;
    let (tandem, now) = (world.tandem_in(ROOM).await.id, world.now());
    tandems::tandem_end(&mut world.conn, tandem, now).await.unwrap();
    assert_eq!(proposed_to(&mut world).await, None);
}

#[tokio::test]
async fn a_date_that_was_taken_is_planned_at_once_and_a_stale_one_refuses() {
    let mut world = World::new().await;
    let offer = proposed_to(&mut world).await.unwrap();
    world.outbox_clear().await;
    let call = world.call(MENTEE, ROOM);
    let first = offer::take(&mut world.conn, &call, offer, 0).await.unwrap();
    assert_eq!(first, Err(Refusal::PastMoment), "it is Monday noon by now");
    let id = offer::take(&mut world.conn, &call, offer, 1).await.unwrap().unwrap();
    let meeting = stored(&mut world, id).await;
    assert!(meeting.mentee_ok && !meeting.mentor_ok);
    assert_eq!(kinds(&mut world).await, [PostKind::MeetingCard]);
    let call = world.call(MENTOR, ROOM);
    let third = offer::take(&mut world.conn, &call, offer, 2).await.unwrap();
    assert_eq!(third, Err(Refusal::MeetingPlanned));
    let none = offer::take(&mut world.conn, &call, OfferId(99), 0).await.unwrap();
    assert_eq!(none, Err(Refusal::NothingWaits));
    let elsewhere = ChannelId(78);
    world.tandem(UserId(8), UserId(9), elsewhere).await;
    let call = world.call(UserId(8), elsewhere);
    let foreign = offer::take(&mut world.conn, &call, offer, 2).await.unwrap();
    assert_eq!(foreign, Err(Refusal::NotYourRoom));
}

#[tokio::test]
async fn a_calendar_knows_a_meeting_by_the_same_id_for_ever_and_by_another_one_elsewhere() {
    let mut world = World::new().await;
    let first = uid(&mut world.conn, MeetingId(1)).await.unwrap();
    assert_eq!(uid(&mut world.conn, MeetingId(1)).await.unwrap(), first);
    assert_ne!(uid(&mut world.conn, MeetingId(2)).await.unwrap(), first);
    assert_eq!(first.len(), 32);
}
