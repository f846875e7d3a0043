use super::*;
use crate::app::matching::hold;
use crate::app::matching::testing::{
    CARLA, asked, carla, cohort, mentee, mentor, proposals_in, proposed, say,
};
use crate::app::proposals::Answered;
use crate::app::testing::{COORDINATORS, LOBBY, World};
use crate::app::{facts, place};
use crate::domain::ids::{ChannelId, UserId};
use crate::domain::post::PostKind;
use crate::domain::wish::Wish;
use crate::store::jobs::job_at;
use crate::store::{posts, programmes, tandems, wishes};

async fn get_ready(world: &mut World, until: Option<&str>, used: u32) -> Decision<Confirmed> {
    let call = carla(world);
    ready(&mut world.conn, &call, &[COORDINATORS], None, until, used).await.unwrap()
}

async fn ask_all(world: &mut World, round: RoundId, used: u32) -> Decision<Confirmed> {
    let call = carla(world);
    ask(&mut world.conn, &call, &[COORDINATORS], round, used).await.unwrap()
}

#[tokio::test]
async fn everybody_in_the_plan_finds_the_proposal_with_the_wishes_and_the_channel_hears_of_it_once() {
    let mut world = cohort(3, 4).await;
    world.programme_set("phase", "enrolling").await;
    let writer = world.person(mentee(1)).await.id;
    let programme = world.programme.id;
    wishes::wish_set(&mut world.conn, programme, writer, Wish::Digital, Some("Calendars")).await.unwrap();
    let call = carla(&mut world);
    hold::lock(&mut world.conn, &call, &[COORDINATORS], None, [mentor(1), mentee(1)]).await.unwrap().unwrap();
    let round = asked(&mut world).await;
    assert_eq!(proposals_in(&mut world, round).await.len(), 3);
    let deadline = job_at(&mut world.conn, jobs::ROUND_DEADLINE, round.0).await.unwrap().unwrap();
    assert_eq!(deadline, world.now() + ANSWER_WITHIN);
    let mut waiting = 0;
    for (_, effect, _) in world.outbox().await {
        if let crate::app::effect::Effect::Post { post } = effect {
            let kind = posts::post_get(&mut world.conn, post).await.unwrap().kind;
            waiting += usize::from(kind == PostKind::SomethingWaits);
        }
    }
    assert_eq!(waiting, 1);
    let programme = programmes::programme_get(&mut world.conn, programme).await.unwrap();
    assert_eq!(programme.phase, Phase::Pairing);
    let call = world.call(mentor(1), LOBBY);
    let place = place::place(&mut world.conn, &call).await.unwrap().unwrap();
    assert_eq!(place.proposals[0].partner, mentee(1));
    assert_eq!(place.proposals[0].wishes, [(Wish::Digital, "Calendars".to_owned())]);
    let facts = facts::facts(&mut world.conn, world.programme.id).await.unwrap();
    assert_eq!((facts.waiting, facts.free), (6, 1));
}

#[tokio::test]
async fn whoever_came_out_of_a_tandem_since_the_last_round_was_not_among_those_asked() {
    let mut world = cohort(1, 2).await;
    asked(&mut world).await;
    world.pass(ANSWER_WITHIN);
    let tandem = world.tandem(mentor(7), mentee(7), ChannelId(1_700)).await;
    world.pass(chrono::Duration::days(30));
    let now = world.now();
    tandems::tandem_end(&mut world.conn, tandem, now).await.unwrap();
    tandems::tandem_next_settle(&mut world.conn, tandem).await.unwrap();
    let call = world.call(mentee(7), LOBBY);
    let place = place::place(&mut world.conn, &call).await.unwrap().unwrap();
    assert!(place.no_place.is_empty());
    let person = world.person(mentee(7)).await.id;
    assert!(facts::free(&mut world.conn, world.programme.id).await.unwrap().contains(&person));
}

#[tokio::test]
async fn whoever_has_no_place_reads_so_once_everybody_is_asked_and_not_before() {
    let mut world = cohort(1, 2).await;
    let mut seen = Vec::new();
    for asks in [false, true] {
        if asks {
            asked(&mut world).await;
        }
        for number in [1, 2] {
            let call = world.call(mentee(number), LOBBY);
            let place = place::place(&mut world.conn, &call).await.unwrap().unwrap();
            seen.push((place.proposals.len(), place.no_place.len()));
        }
    }
    assert_eq!(seen[..2], [(0, 0), (0, 0)]);
    assert_eq!(seen[2..].iter().filter(|one| **one == (0, 1)).count(), 1, "{seen:?}");
    assert_eq!(seen[2..].iter().filter(|one| **one == (1, 0)).count(), 1, "{seen:?}");
}

#[tokio::test]
async fn two_who_said_yes_see_no_result_before_the_deadline() {
    let mut world = cohort(1, 1).await;
    asked(&mut world).await;
    for user in [mentor(1), mentee(1)] {
        let answered = say(&mut world, user, true).await;
        assert!(matches!(answered, Answered::Noted { yes: true, in_round: true, .. }), "{answered:?}");
    }
    let dump = world.dump().await;
    assert!(!dump.contains("\ntandem: id="), "{dump}");
}

#[tokio::test]
async fn each_reason_against_asking_changes_nothing() {
    let mut world = cohort(2, 2).await;
    assert_eq!(get_ready(&mut world, None, 9).await, Err(Refusal::NoPlan));
    let round = proposed(&mut world).await.round;
    let before = world.dump().await;
    for (until, used, refusal) in [
        (Some("tomorrow 9:00"), 9, Refusal::AnswerTime { days: 28 }),
        (Some("2027-03-01"), 9, Refusal::AnswerTime { days: 28 }),
        (Some("soonish"), 9, Refusal::BadDate),
        (None, 479, Refusal::NoRoom { room: 0 }),
        (None, 478, Refusal::NoRoom { room: 1 }),
    ] {
        assert_eq!(get_ready(&mut world, until, used).await, Err(refusal.clone()), "{until:?} {used}");
        assert_eq!(world.dump().await, before, "{refusal:?}");
    }
    assert_eq!(ask_all(&mut world, round, 9).await, Err(Refusal::NoPlan), "until when has not been said");
    let Ok(Confirmed::Ready { deadline, .. }) = get_ready(&mut world, Some("2027-01-08"), 9).await else {
        panic!()
    };
    assert_eq!(deadline.to_rfc3339(), "2027-01-08T17:00:00+00:00", "a day ends at six in the evening");
    let call = world.call(CARLA, LOBBY);
    assert_eq!(ask(&mut world.conn, &call, &[], round, 9).await.unwrap(), Err(Refusal::NeedsCoordinator));
    assert_eq!(ask_all(&mut world, round, 478).await, Err(Refusal::NoRoom { room: 1 }));
    assert_eq!(ask_all(&mut world, RoundId(99), 9).await, Err(Refusal::NoPlan));
    assert!(ask_all(&mut world, round, 9).await.is_ok());
    assert_eq!(ask_all(&mut world, round, 9).await, Err(Refusal::NoPlan), "nobody is asked twice");
}

#[tokio::test]
async fn a_plan_that_no_longer_stands_is_not_asked() {
    let mut world = cohort(2, 2).await;
    let round = proposed(&mut world).await.round;
    get_ready(&mut world, None, 9).await.unwrap();
    let gone = world.person(mentee(1)).await.id;
    programmes::enrolment_available_set(&mut world.conn, world.programme.id, gone, false).await.unwrap();
    assert_eq!(ask_all(&mut world, round, 9).await, Err(Refusal::PlanOutdated));
    proposed(&mut world).await;
    assert!(matches!(ask_all(&mut world, round, 9).await, Ok(Confirmed::Asked { pairs: 1, .. })));
}

#[tokio::test]
async fn at_480_channels_in_use_forty_pairs_are_refused_with_the_room_that_is_left() {
    let mut world = cohort(40, 40).await;
    let round = proposed(&mut world).await.round;
    assert!(matches!(
        get_ready(&mut world, None, 100).await,
        Ok(Confirmed::Ready { pairs: 40, left: 0, .. })
    ));
    let before = world.dump().await;
    assert_eq!(ask_all(&mut world, round, 480).await, Err(Refusal::NoRoom { room: 0 }));
    assert_eq!(get_ready(&mut world, None, 450).await, Err(Refusal::NoRoom { room: 29 }));
    assert_eq!(world.dump().await, before);
    assert!(world.outbox().await.is_empty());
}

#[tokio::test]
async fn late_joiners_are_placed_and_what_is_asked_stays_as_it_is() {
    let mut world = cohort(2, 1).await;
    let first = asked(&mut world).await;
    let before = proposals_in(&mut world, first).await;
    crate::app::matching::testing::enrol(&mut world, mentee(2), crate::domain::programme::Role::Mentee).await;
    let second = asked(&mut world).await;
    assert_ne!(first, second);
    assert_eq!(proposals_in(&mut world, first).await, before);
    let late = proposals_in(&mut world, second).await;
    assert_eq!(late.len(), 1);
    assert_ne!(late[0].mentor, before[0].mentor);
    assert_eq!(world.user(late[0].mentee).await, UserId(4_002));
}
