use super::*;
use crate::app::testing::{COORDINATORS, LOBBY, MENTEE, MENTOR, ROOM, World};
use crate::app::{leaving, pause};
use crate::domain::ids::{ChannelId, UserId};
use crate::domain::tandem::{Tandem, TandemState};
use crate::scheduler;
use crate::store::posts;

async fn tick_all(world: &mut World) {
    let now = world.now();
    while scheduler::tick(&mut world.conn, now).await.unwrap() {}
}

/// A world whose one tandem is being asked.
async fn asking() -> (World, Tandem) {
    let mut world = World::new().await;
    world.pass(Duration::days(30));
    let (programme, now) = (world.programme.clone(), world.now());
    assert_eq!(start(&mut world.conn, &programme, now).await.unwrap(), 1);
    tick_all(&mut world).await;
    let tandem = world.tandem_in(ROOM).await;
    (world, tandem)
}

async fn says(world: &mut World, who: UserId, tandem: &Tandem, stays: bool) -> Decision<Asked> {
    let call = world.call(who, ROOM);
    say(&mut world.conn, &call, tandem.id, stays).await.unwrap()
}

async fn state(world: &mut World, tandem: &Tandem) -> TandemState {
    tandems::tandem_get(&mut world.conn, tandem.id).await.unwrap().state
}

/// The two say so (or nothing), and the deadline passes. What is stored then, with the row counts of what was asked.
async fn settled(mentor: Option<bool>, mentee: Option<bool>) -> (World, Tandem) {
    let (mut world, tandem) = asking().await;
    // Always in the same order: what differs is who wished what.
    for (who, answer) in [(MENTEE, mentee), (MENTOR, mentor)] {
        if let Some(stays) = answer {
            says(&mut world, who, &tandem, stays).await.unwrap();
        }
    }
    world.pass(ANSWER_WITHIN + Duration::hours(1));
    tick_all(&mut world).await;
    (world, tandem)
}

#[tokio::test]
async fn only_if_both_wish_to_do_they_stay_together() {
    for (mentor, mentee) in [
        (Some(true), Some(false)),
        (Some(false), Some(true)),
        (Some(true), None),
        (None, Some(true)),
        (None, None),
        (Some(false), Some(false)),
    ] {
        let (mut world, tandem) = settled(mentor, mentee).await;
        assert_eq!(state(&mut world, &tandem).await, TandemState::Ended, "{mentor:?} {mentee:?}");
        let goodbye = posts::post_about(&mut world.conn, PostKind::NewPartners, tandem.id.0).await.unwrap();
        assert!(goodbye.is_some(), "it ends with thanks");
        let programme = world.programme.id;
        let all = programmes::enrolments_of(&mut world.conn, programme).await.unwrap();
        assert!(all.iter().all(|one| one.available), "both enter the next round");
        assert!(tandems::tandem_next_get(&mut world.conn, tandem.id).await.unwrap().2);
    }
    let (mut world, tandem) = settled(Some(true), Some(true)).await;
    assert_eq!(state(&mut world, &tandem).await, TandemState::Open);
    assert!(posts::post_about(&mut world.conn, PostKind::Stayed, tandem.id.0).await.unwrap().is_some());
}

/// Everything stored after one wished for a new partner; with a column that says who, if planted.
async fn traces(mentor_wishes: bool, planted: bool) -> String {
    let (mut world, _) = settled(Some(!mentor_wishes), Some(mentor_wishes)).await;
    if planted {
        let who = if mentor_wishes { "mentor_id" } else { "mentee_id" };
        let sql = "ALTER TABLE tandem ADD COLUMN wished_by INTEGER";
        crate::store::exec_for_test(&mut world.conn, sql).await.unwrap();
        let sql = format!("UPDATE tandem SET wished_by = {who} WHERE ended_at IS NOT NULL");
        crate::store::exec_for_test(&mut world.conn, &sql).await.unwrap();
    }
    world.dump().await
}

#[tokio::test]
async fn who_wished_for_a_new_partner_is_nowhere_once_it_is_settled() {
    assert_eq!(traces(true, false).await, traces(false, false).await);
    assert_ne!(traces(true, true).await, traces(false, true).await, "a planted column is found");
    let silent = settled(None, Some(true)).await.0.dump().await;
    assert_eq!(traces(true, false).await, silent, "no answer looks like a wish for a new partner");
}

#[tokio::test]
async fn an_answer_can_be_changed_and_nobody_is_shown_the_other_ones() {
    let (mut world, tandem) = asking().await;
    says(&mut world, MENTOR, &tandem, false).await.unwrap();
    let call = world.call(MENTEE, ROOM);
    assert_eq!(look(&mut world.conn, &call, tandem.id).await.unwrap().unwrap().answer, None);
    says(&mut world, MENTOR, &tandem, true).await.unwrap();
    says(&mut world, MENTEE, &tandem, true).await.unwrap();
    assert_eq!(says(&mut world, UserId(9), &tandem, true).await.unwrap_err(), Refusal::NotYourRoom);
    world.pass(ANSWER_WITHIN);
    assert_eq!(
        says(&mut world, MENTEE, &tandem, false).await.unwrap_err(),
        Refusal::NothingWaits,
        "too late"
    );
    tick_all(&mut world).await;
    assert_eq!(state(&mut world, &tandem).await, TandemState::Open);
}

#[tokio::test]
async fn a_pause_is_waited_for_and_nobody_is_asked_twice_or_at_the_end() {
    let mut world = World::new().await;
    world.pass(Duration::days(30));
    let call = world.call(MENTEE, ROOM);
    pause::set(&mut world.conn, &call, pause::Which::Here, "in 10 days").await.unwrap().unwrap();
    let (programme, now) = (world.programme.clone(), world.now());
    start(&mut world.conn, &programme, now).await.unwrap();
    tick_all(&mut world).await;
    let tandem = world.tandem_in(ROOM).await;
    assert_eq!(store::stay_find(&mut world.conn, tandem.id).await.unwrap(), None);
    world.pass(Duration::days(11));
    tick_all(&mut world).await;
    assert!(store::stay_find(&mut world.conn, tandem.id).await.unwrap().is_some());
    let now = world.now();
    assert_eq!(start(&mut world.conn, &programme, now).await.unwrap(), 0, "asked already");
    world.clock.set("2027-05-10T08:00:00Z".parse().unwrap());
    let now = world.now();
    assert_eq!(start(&mut world.conn, &programme, now).await.unwrap(), 0, "two weeks before the end");
}

#[tokio::test]
async fn a_coordinator_starts_new_partners_at_any_time_while_enough_of_it_is_left() {
    let mut world = World::new().await;
    let (programme, roles) = (world.programme.id, [COORDINATORS]);
    world.programme_set("phase", "pairing").await;
    let call = world.call(UserId(1), LOBBY);
    let early = change(&mut world.conn, &call, &roles, programme).await.unwrap();
    assert_eq!(early.unwrap_err(), Refusal::WrongPhase, "before its first day");
    world.programme_set("phase", "running").await;
    world.pass(Duration::days(30));
    let call = world.call(UserId(1), LOBBY);
    let (_, seen) = ahead(&mut world.conn, &call, &roles, None).await.unwrap().unwrap();
    assert_eq!(seen, Change { programme, tandems: 1 });
    let tandem = world.tandem_in(ROOM).await;
    tick_all(&mut world).await;
    assert_eq!(store::stay_find(&mut world.conn, tandem.id).await.unwrap(), None, "looking changes nothing");
    let stranger = change(&mut world.conn, &call, &[], programme).await.unwrap();
    assert_eq!(stranger.unwrap_err(), Refusal::NeedsCoordinator);
    assert_eq!(change(&mut world.conn, &call, &roles, programme).await.unwrap(), Ok(seen));
    tick_all(&mut world).await;
    assert!(store::stay_find(&mut world.conn, tandem.id).await.unwrap().is_some(), "asked");
    let again = change(&mut world.conn, &call, &roles, programme).await.unwrap();
    assert_eq!(again.unwrap_err(), Refusal::NobodyToAsk);
    world.clock.set("2027-05-10T08:00:00Z".parse().unwrap());
    let call = world.call(UserId(1), LOBBY);
    let late = change(&mut world.conn, &call, &roles, programme).await.unwrap();
    assert_eq!(late.unwrap_err(), Refusal::TooLateToChange { days: 28 });
}

#[tokio::test]
async fn a_tandem_that_ends_meanwhile_is_settled_by_its_ending() {
    let (mut world, tandem) = asking().await;
    says(&mut world, MENTOR, &tandem, false).await.unwrap();
    let now = world.now();
    leaving::conclude(&mut world.conn, &tandem, Ending::Goodbye, now).await.unwrap();
    assert!(!world.dump().await.contains("stay_question:"));
    world.pass(ANSWER_WITHIN);
    tick_all(&mut world).await;
    let thanks = posts::post_about(&mut world.conn, PostKind::NewPartners, tandem.id.0).await.unwrap();
    assert_eq!(thanks, None, "one goodbye is enough");
}

#[tokio::test]
async fn a_programme_that_wants_new_partners_asks_after_its_weeks_and_others_do_not() {
    let (mut world, _) = World::cohort(3).await;
    assert_eq!(asks_at(&world.programme), None);
    world.programme_set("rotation_weeks", "12").await;
    let at = asks_at(&world.programme).unwrap();
    assert_eq!(at.to_rfc3339(), "2027-03-29T07:00:00+00:00", "nine o'clock, in summer time by now");
    let (programme, now) = (world.programme.clone(), world.now());
    plan(&mut world.conn, &programme, now).await.unwrap();
    world.clock.set(at);
    tick_all(&mut world).await;
    assert_eq!(world.dump().await.matches("stay_question:").count(), 3);
    // Three days away: the same, once.
    world.pass(Duration::days(3));
    tick_all(&mut world).await;
    assert_eq!(world.dump().await.matches("stay_question:").count(), 3);
}

#[tokio::test]
async fn a_tandem_that_ends_is_not_told_in_the_same_minute_what_is_still_open() {
    let mut world = World::new().await;
    let (tandem, now) = (world.tandem_in(ROOM).await.id, world.now());
    for name in [names::HALF_WAY, names::QUIET, names::STAY_SETTLE] {
        jobs::job_set(&mut world.conn, name, tandem.0, now).await.unwrap();
    }
    jobs::job_set(&mut world.conn, names::DIGEST, world.programme.id.0, now - Duration::minutes(1))
        .await
        .unwrap();
    let first = jobs::job_first(&mut world.conn).await.unwrap().unwrap();
    assert_eq!(first.name, names::DIGEST, "what has been due longest");
    jobs::job_drop(&mut world.conn, names::DIGEST, world.programme.id.0).await.unwrap();
    let first = jobs::job_first(&mut world.conn).await.unwrap().unwrap();
    assert_eq!(first.name, names::STAY_SETTLE);
}

#[tokio::test]
async fn a_pause_after_the_question_leaves_the_two_their_time_to_answer() {
    let (mut world, tandem) = asking().await;
    let asked = store::stay_find(&mut world.conn, tandem.id).await.unwrap().unwrap();
    let call = world.call(MENTEE, ROOM);
    pause::set(&mut world.conn, &call, pause::Which::Here, "in 21 days").await.unwrap().unwrap();
    world.pass(ANSWER_WITHIN + Duration::days(1));
    tick_all(&mut world).await;
    assert_eq!(state(&mut world, &tandem).await, TandemState::Open, "silence in a pause is no answer");
    world.pass(Duration::days(14));
    tick_all(&mut world).await;
    assert!(says(&mut world, MENTOR, &tandem, true).await.is_ok(), "after the pause there is time left");
    let open = store::stay_find(&mut world.conn, tandem.id).await.unwrap().unwrap();
    assert!(open.deadline > asked.deadline + Duration::days(19), "{open:?}");
    world.pass(ANSWER_WITHIN);
    tick_all(&mut world).await;
    assert_eq!(state(&mut world, &tandem).await, TandemState::Ended);
}

#[tokio::test]
async fn a_pause_that_ends_early_gives_back_what_it_took() {
    let (mut world, tandem) = asking().await;
    let asked = store::stay_find(&mut world.conn, tandem.id).await.unwrap().unwrap();
    let call = world.call(MENTEE, ROOM);
    pause::set(&mut world.conn, &call, pause::Which::Here, "in 21 days").await.unwrap().unwrap();
    world.pass(Duration::days(2));
    let call = world.call(MENTOR, ROOM);
    pause::end_early(&mut world.conn, &call, pause::Which::Here).await.unwrap().unwrap();
    let open = store::stay_find(&mut world.conn, tandem.id).await.unwrap().unwrap();
    assert_eq!(open.deadline - asked.deadline, Duration::days(2));
}

#[tokio::test]
async fn nobody_is_parted_for_a_new_partner_once_the_programme_is_closing() {
    let (mut world, tandem) = asking().await;
    world.programme_set("phase", "closing").await;
    world.pass(ANSWER_WITHIN + Duration::hours(1));
    tick_all(&mut world).await;
    assert_eq!(state(&mut world, &tandem).await, TandemState::Open);
    assert_eq!(store::stay_find(&mut world.conn, tandem.id).await.unwrap(), None, "and nothing is asked");
}

#[tokio::test]
async fn whoever_said_not_now_before_is_not_made_free_by_a_change_of_partners() {
    let (mut world, tandem) = asking().await;
    let programme = world.programme.id;
    programmes::enrolment_available_set(&mut world.conn, programme, tandem.mentor, false).await.unwrap();
    world.pass(ANSWER_WITHIN + Duration::hours(1));
    tick_all(&mut world).await;
    let all = programmes::enrolments_of(&mut world.conn, programme).await.unwrap();
    let free: Vec<_> = all.iter().filter(|one| one.available).map(|one| one.person).collect();
    assert_eq!(free, [tandem.mentee]);
}

#[tokio::test]
async fn after_a_change_by_hand_nobody_is_asked_once_more_at_the_set_time() {
    let mut world = World::new().await;
    world.programme_set("rotation_weeks", "8").await;
    let (programme, now) = (world.programme.clone(), world.now());
    plan(&mut world.conn, &programme, now).await.unwrap();
    world.pass(Duration::days(30));
    let call = world.call(UserId(1), LOBBY);
    change(&mut world.conn, &call, &[COORDINATORS], programme.id).await.unwrap().unwrap();
    assert_eq!(jobs::job_at(&mut world.conn, names::ROTATION, programme.id.0).await.unwrap(), None);
}

#[tokio::test]
async fn a_tandem_that_has_only_just_begun_is_not_asked_and_goes_on() {
    let mut world = World::new().await;
    world.pass(Duration::days(30));
    let young = world.tandem(UserId(7_001), UserId(7_002), ChannelId(7_003)).await;
    world.pass(OLD_ENOUGH - Duration::hours(1));
    let (programme, now) = (world.programme.clone(), world.now());
    assert_eq!(start(&mut world.conn, &programme, now).await.unwrap(), 1);
    tick_all(&mut world).await;
    assert_eq!(store::stay_find(&mut world.conn, young).await.unwrap(), None);
    world.pass(ANSWER_WITHIN + Duration::hours(1));
    tick_all(&mut world).await;
    let young = tandems::tandem_get(&mut world.conn, young).await.unwrap();
    assert_eq!(young.state, TandemState::Open);
    let old = world.tandem_in(ROOM).await;
    assert_eq!(old.state, TandemState::Ended, "silence ends what was asked");
}

#[tokio::test]
async fn a_coordinator_reads_that_tandems_are_too_young_for_new_partners() {
    let mut world = World::new().await;
    let begun = world.now();
    for (hours, refusal) in [(-1, Some(Refusal::TandemsTooYoung { days: 14 })), (1, None)] {
        world.clock.set(begun + OLD_ENOUGH + Duration::hours(hours));
        let call = world.call(UserId(1), LOBBY);
        let ahead = ahead(&mut world.conn, &call, &[COORDINATORS], None).await.unwrap();
        assert_eq!(ahead.err(), refusal);
    }
}
