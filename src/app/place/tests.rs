use super::*;
use crate::app::leaving;
use crate::app::testing::{GUILD, LOBBY, MENTEE, MENTOR, ROOM, World};
use crate::domain::ids::GuildId;
use crate::domain::programme::Phase;

async fn of(world: &mut World, user: UserId) -> Place {
    let call = world.call(user, LOBBY);
    place(&mut world.conn, &call).await.unwrap().unwrap()
}

async fn propose(world: &mut World, mentor: UserId, mentee: UserId) -> ProposalId {
    let (mentor, mentee) = (world.person(mentor).await.id, world.person(mentee).await.id);
    let deadline = world.now() + Duration::days(7);
    let programme = world.programme.id;
    proposals::proposal_add(&mut world.conn, programme, mentor, mentee, deadline).await.unwrap().unwrap()
}

#[tokio::test]
async fn a_stranger_finds_nothing_and_nothing_is_stored_about_them() {
    let mut world = World::new().await;
    let before = world.dump().await;
    assert_eq!(of(&mut world, UserId(9)).await, Place::default());
    let call = world.call(UserId(9), LOBBY);
    let said = language(&mut world.conn, &call, Some(Language::De)).await.unwrap();
    assert_eq!(said, Err(Refusal::NotEnrolled));
    assert_eq!(world.dump().await, before);
    let mut elsewhere = world.call(MENTOR, LOBBY);
    elsewhere.guild = GuildId(9);
    assert_eq!(place(&mut world.conn, &elsewhere).await.unwrap(), Err(Refusal::NotSetUp));
}

#[tokio::test]
async fn both_find_their_tandem_and_looking_leaves_no_trace() {
    let mut world = World::new().await;
    let before = world.dump().await;
    let (mine, theirs) = (of(&mut world, MENTOR).await, of(&mut world, MENTEE).await);
    assert_eq!((mine.tandems[0].side, mine.tandems[0].partner), (Side::Mentor, MENTEE));
    assert_eq!((theirs.tandems[0].side, theirs.tandems[0].partner), (Side::Mentee, MENTOR));
    assert!(mine.goes_on.is_empty() && mine.proposals.is_empty() && mine.not_formed.is_empty());
    assert_eq!(world.dump().await, before);
}

#[tokio::test]
async fn a_proposal_waits_until_its_deadline_and_then_both_read_that_it_came_to_nothing() {
    let mut world = World::new().await;
    let tandem = world.tandem_in(ROOM).await.id;
    let call = world.call(MENTOR, ROOM);
    leaving::end(&mut world.conn, &call, tandem).await.unwrap().unwrap();
    let id = propose(&mut world, MENTOR, MENTEE).await;
    for user in [MENTOR, MENTEE] {
        let place = of(&mut world, user).await;
        assert_eq!((place.proposals[0].id, place.not_formed.len()), (id, 0));
    }
    world.pass(Duration::days(7));
    for user in [MENTOR, MENTEE] {
        let place = of(&mut world, user).await;
        assert_eq!((place.proposals.len(), place.not_formed.len()), (0, 1), "even before the job has run");
    }
}

#[tokio::test]
async fn after_an_ending_each_finds_the_question_with_their_own_answer_alone() {
    let mut world = World::new().await;
    let tandem = world.tandem_in(ROOM).await.id;
    let call = world.call(MENTOR, ROOM);
    leaving::end(&mut world.conn, &call, tandem).await.unwrap().unwrap();
    leaving::say_next(&mut world.conn, &call, tandem, true).await.unwrap().unwrap();
    assert_eq!(of(&mut world, MENTOR).await.goes_on[0].answer, Some(true));
    assert_eq!(of(&mut world, MENTEE).await.goes_on[0].answer, None);
    leaving::settle(&mut world.conn, tandem).await.unwrap();
    assert_eq!(of(&mut world, MENTEE).await.goes_on[0].answer, Some(false), "silence is not available");
    let programme = world.programme.id;
    programmes::programme_phase_set(&mut world.conn, programme, Phase::Closing).await.unwrap();
    assert!(of(&mut world, MENTEE).await.goes_on.is_empty(), "nothing goes on in a programme that closes");
}

#[tokio::test]
async fn a_language_is_stored_without_a_form_of_address_and_can_follow_discord_again() {
    let mut world = World::new().await;
    let call = world.call(MENTOR, LOBBY);
    for (chosen, stored) in [
        (Some(Language::DeFormal), Some(Language::De)),
        (Some(Language::En), Some(Language::En)),
        (None, None),
    ] {
        language(&mut world.conn, &call, chosen).await.unwrap().unwrap();
        let me = people::person_find(&mut world.conn, GUILD, MENTOR).await.unwrap().unwrap();
        assert_eq!(me.language, stored);
    }
}

#[tokio::test]
async fn what_begins_to_wait_after_the_post_of_the_day_is_told_on_the_next_morning_once() {
    let mut world = World::empty().await;
    let programme = world.programme.clone();
    let mut told = Vec::new();
    // Monday 10:00, 10:08, 14:00, 15:00 and 22:00 in Berlin; Tuesday 8:00, 11:00; Wednesday 6:00; Thursday 10:00.
    for moment in [
        "04T09:00", "04T09:08", "04T13:00", "04T14:00", "04T21:00", "05T07:00", "05T10:00", "06T05:00",
        "07T09:00",
    ] {
        world.clock.set(format!("2027-01-{moment}:00Z").parse().unwrap());
        let now = world.now();
        announce(&mut world.conn, &programme, now).await.unwrap();
        for (.., due_at) in world.outbox().await {
            told.push(due_at.format("%d. %H:%M").to_string());
        }
        world.outbox_clear().await;
    }
    assert_eq!(told, ["04. 09:00", "05. 08:00", "06. 08:00", "07. 09:00"]);
    assert_eq!(world.dump().await.matches("something-waits@").count(), 1, "only the latest is noted");
}

#[tokio::test]
async fn from_the_closing_on_whoever_had_no_tandem_finds_that_none_came_about() {
    let mut world = World::new().await;
    let (alone, programme) = (UserId(7), world.programme.id);
    let person = world.person(alone).await.id;
    programmes::enrolment_approve(&mut world.conn, programme, person, Role::Mentee).await.unwrap();
    for (phase, told) in [(Phase::Running, 0), (Phase::Closing, 1), (Phase::Closed, 1), (Phase::Erased, 0)] {
        programmes::programme_phase_set(&mut world.conn, programme, phase).await.unwrap();
        assert_eq!(of(&mut world, alone).await.without.len(), told, "{phase:?}");
        assert!(of(&mut world, MENTOR).await.without.is_empty(), "in a tandem");
    }
    programmes::programme_phase_set(&mut world.conn, programme, Phase::Closing).await.unwrap();
    let (tandem, now) = (world.tandem_in(ROOM).await.id, world.now());
    tandems::tandem_end(&mut world.conn, tandem, now).await.unwrap();
    assert!(of(&mut world, MENTOR).await.without.is_empty(), "one came about");
}
