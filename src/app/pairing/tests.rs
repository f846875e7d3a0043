use super::*;
use crate::app::effect::{Effect, channel_lane};
use crate::app::facts::facts;
use crate::app::testing::{COORDINATORS, GUILD, LOBBY, MENTEE, MENTOR, ROOM, World};
use crate::domain::profile::Profile;
use crate::domain::programme::Phase;
use crate::store::invitations::Invitation;

const OTHER: UserId = UserId(2_003);
const THIRD: UserId = UserId(2_004);

fn person(user: UserId) -> Candidate {
    Candidate { user, bot: false, member: true }
}

async fn try_pair(world: &mut World, mentor: Candidate, mentee: Candidate, used: u32) -> Decision<Proposed> {
    let call = world.call(UserId(1), LOBBY);
    let wanted = Wanted { programme: None, mentor, mentee, used_channels: used };
    pair(&mut world.conn, &call, &[COORDINATORS], wanted).await.unwrap()
}

#[tokio::test]
async fn each_reason_against_a_pair_changes_nothing() {
    let mut world = World::new().await;
    try_pair(&mut world, person(OTHER), person(THIRD), 9).await.unwrap();
    let before = world.dump().await;
    let bot = Candidate { bot: true, ..person(OTHER) };
    let gone = Candidate { member: false, ..person(OTHER) };
    for (mentor, mentee, used, refusal) in [
        (person(OTHER), person(OTHER), 9, Refusal::SamePerson),
        (person(MENTOR), bot, 9, Refusal::BotsStayOut),
        (person(MENTOR), gone, 9, Refusal::PersonGone),
        (person(MENTOR), person(MENTEE), 9, Refusal::AlreadyPaired),
        (person(MENTEE), person(MENTOR), 9, Refusal::OtherDirection),
        (person(OTHER), person(THIRD), 9, Refusal::AlreadyPaired),
        (person(THIRD), person(OTHER), 9, Refusal::OtherDirection),
        (person(MENTOR), person(OTHER), 480, Refusal::NoRoom { room: 0 }),
    ] {
        assert_eq!(try_pair(&mut world, mentor, mentee, used).await, Err(refusal));
        assert_eq!(world.dump().await, before);
    }
    let call = world.call(UserId(1), LOBBY);
    let wanted = Wanted { programme: None, mentor: person(OTHER), mentee: person(MENTOR), used_channels: 9 };
    assert_eq!(pair(&mut world.conn, &call, &[], wanted).await.unwrap(), Err(Refusal::NeedsCoordinator));
    programmes::programme_phase_set(&mut world.conn, world.programme.id, Phase::Closing).await.unwrap();
    assert_eq!(try_pair(&mut world, person(OTHER), person(MENTOR), 9).await, Err(Refusal::WrongPhase));
}

#[tokio::test]
async fn a_proposal_enrols_both_and_the_channel_hears_once_a_day_that_something_waits() {
    let mut world = World::empty().await;
    let done = try_pair(&mut world, person(MENTOR), person(MENTEE), 9).await.unwrap();
    assert_eq!(done.deadline, world.now() + ANSWER_WITHIN);
    try_pair(&mut world, person(OTHER), person(THIRD), 9).await.unwrap();
    let outbox = world.outbox().await;
    assert!(matches!(&outbox[..], [(lane, Effect::Post { .. }, _)] if *lane == channel_lane(LOBBY)));
    world.pass(chrono::Duration::days(1));
    try_pair(&mut world, person(OTHER), person(MENTEE), 9).await.unwrap();
    assert_eq!(world.outbox().await.len(), 2);
    let facts = facts(&mut world.conn, world.programme.id).await.unwrap();
    assert_eq!((facts.enrolled, facts.approved, facts.waiting, facts.free), (4, 4, 4, 0));
}

#[tokio::test]
async fn at_night_the_channel_hears_of_it_in_the_morning() {
    let mut world = World::empty().await;
    world.clock.set("2027-01-04T21:00:00Z".parse().unwrap());
    try_pair(&mut world, person(MENTOR), person(MENTEE), 9).await.unwrap();
    let due = world.outbox().await[0].2;
    assert_eq!(due.to_rfc3339(), "2027-01-05T06:30:00+00:00");
}

#[tokio::test]
async fn what_somebody_answered_after_an_ending_is_not_consulted() {
    let mut world = World::new().await;
    let tandem = world.tandem_in(ROOM).await;
    let call = world.call(MENTEE, ROOM);
    crate::app::leaving::end(&mut world.conn, &call, tandem.id).await.unwrap().unwrap();
    crate::app::leaving::say_next(&mut world.conn, &call, tandem.id, false).await.unwrap().unwrap();
    assert!(try_pair(&mut world, person(OTHER), person(MENTEE), 9).await.is_ok());
    assert!(try_pair(&mut world, person(MENTOR), person(MENTEE), 9).await.is_ok(), "once more, by hand");
}

#[tokio::test]
async fn rooms_that_are_on_their_way_count_as_taken() {
    let mut world = World::empty().await;
    assert_eq!(room_left(&mut world.conn, GUILD, 478).await.unwrap(), 1);
    assert!(try_pair(&mut world, person(MENTOR), person(MENTEE), 478).await.is_ok());
    assert_eq!(
        try_pair(&mut world, person(OTHER), person(THIRD), 478).await,
        Err(Refusal::NoRoom { room: 0 })
    );
}

#[tokio::test]
async fn a_programme_with_a_limit_counts_tandems_that_are_about_to_open() {
    let mut world = World::empty().await;
    world.programme_set("most_tandems", "1").await;
    try_pair(&mut world, person(MENTOR), person(MENTEE), 9).await.unwrap();
    let full = Err(Refusal::ProgrammeFull { max: 1 });
    assert_eq!(try_pair(&mut world, person(OTHER), person(THIRD), 9).await, full);
    let accepted = "UPDATE proposal SET state = 'accepted', to_open = 1";
    crate::store::exec_for_test(&mut world.conn, accepted).await.unwrap();
    assert_eq!(try_pair(&mut world, person(OTHER), person(THIRD), 9).await, full);
}

#[tokio::test]
async fn two_whom_coordinators_keep_apart_are_not_joined_by_hand() {
    let mut world = World::empty().await;
    let (one, other) = (world.person(OTHER).await.id, world.person(THIRD).await.id);
    let programme = world.programme.id;
    rounds::bar_set(&mut world.conn, programme, [one, other]).await.unwrap();
    let before = world.dump().await;
    for (mentor, mentee) in [(OTHER, THIRD), (THIRD, OTHER)] {
        let refused = try_pair(&mut world, person(mentor), person(mentee), 9).await;
        assert_eq!(refused, Err(Refusal::PairBarred));
    }
    assert_eq!(world.dump().await, before);
}

async fn answers(world: &mut World, who: UserId, proposal: ProposalId, yes: bool) {
    let call = world.call(who, LOBBY);
    crate::app::proposals::answer(&mut world.conn, &call, proposal, yes).await.unwrap().unwrap();
}

async fn in_lounge(world: &mut World) -> Vec<PersonId> {
    world.programme_set("lounge", "1").await;
    let (programme, now) = (world.programme.clone(), world.now());
    crate::app::lounge::keep(&mut world.conn, &programme, now).await.unwrap();
    crate::store::lounges::lounge_members(&mut world.conn, programme.id).await.unwrap()
}

async fn deadline(world: &mut World, proposal: &Proposed) {
    world.clock.set(proposal.deadline);
    let now = world.now();
    while crate::scheduler::tick(&mut world.conn, now).await.unwrap() {}
}

#[tokio::test]
async fn an_enrolment_that_came_with_a_pair_by_hand_goes_at_its_deadline_whatever_the_two_said() {
    let mut left = Vec::new();
    for said in [[None, None], [Some(true), None], [Some(false), Some(true)]] {
        let mut world = World::empty().await;
        let done = try_pair(&mut world, person(OTHER), person(THIRD), 9).await.unwrap();
        assert!(in_lounge(&mut world).await.is_empty(), "nobody has agreed to anything yet");
        for (who, said) in [OTHER, THIRD].into_iter().zip(said) {
            if let Some(yes) = said {
                answers(&mut world, who, done.proposal, yes).await;
            }
        }
        deadline(&mut world, &done).await;
        assert!(programmes::enrolments_of(&mut world.conn, done.programme).await.unwrap().is_empty());
        let call = world.call(OTHER, LOBBY);
        let place = place::place(&mut world.conn, &call).await.unwrap().unwrap();
        assert_eq!((place.came_to_nothing.len(), place.not_formed.len()), (1, 0));
        left.push(world.dump().await);
        world.pass(chrono::Duration::days(14));
        let call = world.call(OTHER, LOBBY);
        let place = place::place(&mut world.conn, &call).await.unwrap().unwrap();
        assert!(place.came_to_nothing.is_empty());
    }
    assert!(left.windows(2).all(|two| two[0] == two[1]), "what was said shows nowhere (P10)");
}

#[tokio::test]
async fn a_pair_by_hand_that_is_formed_lets_the_mentor_into_the_lounge_and_one_that_is_not_changes_nobody() {
    let role = async |world: &mut World, user| {
        let person = world.person(user).await.id;
        let all = programmes::enrolments_of(&mut world.conn, world.programme.id).await.unwrap();
        all.iter().find(|one| one.person == person).map(|one| one.role)
    };
    for accepted in [false, true] {
        let mut world = World::new().await;
        let mentor = world.person(MENTOR).await.id;
        let mentee = world.person(MENTEE).await.id;
        let done = try_pair(&mut world, person(MENTEE), person(OTHER), 9).await.unwrap();
        assert_eq!(role(&mut world, MENTEE).await, Some(Role::Mentee));
        assert_eq!(in_lounge(&mut world).await, [mentor]);
        for who in [MENTEE, OTHER] {
            answers(&mut world, who, done.proposal, accepted).await;
        }
        let members = crate::store::lounges::lounge_members(&mut world.conn, done.programme).await.unwrap();
        if accepted {
            assert_eq!(members, [mentor, mentee]);
            assert_eq!(role(&mut world, MENTEE).await, Some(Role::Both));
            assert_eq!(role(&mut world, OTHER).await, Some(Role::Mentee));
        } else {
            deadline(&mut world, &done).await;
            assert_eq!(members, [mentor]);
            assert_eq!(role(&mut world, MENTEE).await, Some(Role::Mentee), "who took part before stays");
            assert_eq!(role(&mut world, OTHER).await, None);
        }
    }
}

#[tokio::test]
async fn whoever_says_something_about_themselves_in_the_meantime_takes_part_by_themselves() {
    let mut world = World::empty().await;
    let done = try_pair(&mut world, person(OTHER), person(THIRD), 9).await.unwrap();
    let call = world.call(OTHER, LOBBY);
    let topics = crate::app::enrol::Change::Topics(vec!["ai".into()]);
    crate::app::enrol::change(&mut world.conn, &call, done.programme, topics).await.unwrap().unwrap();
    deadline(&mut world, &done).await;
    let other = world.person(OTHER).await.id;
    let left = programmes::enrolments_of(&mut world.conn, done.programme).await.unwrap();
    assert_eq!(left.iter().map(|one| one.person).collect::<Vec<_>>(), [other]);
}

#[tokio::test]
async fn two_of_one_reporting_line_are_not_joined_by_hand_enrolled_or_only_invited() {
    for enrolled in [true, false] {
        let mut world = World::empty().await;
        let (programme, now) = (world.programme.id, world.now());
        for (user, line) in [(OTHER, "A1"), (THIRD, "a1 "), (MENTOR, "")] {
            if enrolled {
                let person = world.person(user).await.id;
                programmes::enrolment_approve(&mut world.conn, programme, person, Role::Both).await.unwrap();
                let profile = Profile { line: line.into(), ..Profile::default() };
                profiles::profile_set(&mut world.conn, programme, person, &profile).await.unwrap();
            } else {
                let invited = Invitation { line: line.into(), ..Invitation::default() };
                invitations::invitation_set(&mut world.conn, programme, user, &invited, now).await.unwrap();
            }
        }
        let before = world.dump().await;
        for (mentor, mentee) in [(OTHER, THIRD), (THIRD, OTHER)] {
            let refused = try_pair(&mut world, person(mentor), person(mentee), 9).await;
            assert_eq!(refused, Err(Refusal::PairInLine), "{enrolled}");
        }
        assert_eq!(world.dump().await, before);
        assert!(try_pair(&mut world, person(OTHER), person(MENTOR), 9).await.is_ok());
    }
}

#[tokio::test]
async fn a_held_pair_that_is_joined_by_hand_is_held_no_longer() {
    let mut world = World::empty().await;
    let (one, other) = (world.person(OTHER).await.id, world.person(THIRD).await.id);
    let programme = world.programme.id;
    let held = crate::domain::matching::plan::Pair { mentor: other, mentee: one };
    rounds::lock_set(&mut world.conn, programme, held).await.unwrap();
    try_pair(&mut world, person(OTHER), person(THIRD), 9).await.unwrap();
    assert_eq!(rounds::locks_in(&mut world.conn, programme).await.unwrap(), []);
}
