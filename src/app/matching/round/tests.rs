use super::*;
use crate::app::enrol;
use crate::app::matching::ask::{Confirmed, ready};
use crate::app::matching::testing::{asked, carla, cohort, mentee, mentor, proposals_in, proposed, say};
use crate::app::programme::phase;
use crate::app::testing::{COORDINATORS, DIGEST, GUILD, LOBBY, World};
use crate::app::{Acted, pairing};
use crate::domain::programme::{Phase, Role};
use crate::domain::proposal::ProposalState;
use crate::domain::refusal::Refusal;
use crate::domain::tandem::TandemState;
use crate::store::tandems;

async fn deadline(world: &mut World, round: RoundId) {
    world.pass(Duration::days(7));
    let now = world.now();
    settle(&mut world.conn, round, now).await.unwrap();
}

async fn count(world: &mut World, round: RoundId, used: u32) {
    let now = world.now();
    counted(&mut world.conn, round, used, now).await.unwrap();
}

async fn open_all(world: &mut World, round: RoundId) -> u32 {
    let (now, mut runs) = (world.now(), 1);
    while open(&mut world.conn, round, now).await.unwrap().is_some() {
        runs += 1;
    }
    runs
}

/// One pair is asked; one of the two declines, or nobody answers at all.
async fn a_round(decliner: Option<crate::domain::ids::UserId>) -> World {
    let mut world = cohort(1, 1).await;
    let round = asked(&mut world).await;
    if let Some(decliner) = decliner {
        for user in [mentor(1), mentee(1)] {
            say(&mut world, user, user != decliner).await;
        }
    }
    deadline(&mut world, round).await;
    world
}

#[tokio::test]
async fn who_declined_in_a_round_is_nowhere_after_the_deadline_and_silence_looks_the_same() {
    let mut dumps = Vec::new();
    for decliner in [Some(mentor(1)), Some(mentee(1)), None] {
        dumps.push(a_round(decliner).await.dump().await);
    }
    assert_eq!(dumps[0], dumps[1]);
    assert_eq!(dumps[0], dumps[2]);
    assert!(dumps[0].contains("state='lapsed'"), "{}", dumps[0]);
}

#[tokio::test]
async fn results_that_leave_an_answer_behind_are_found() {
    // What a careless deadline would do: note the result and keep the answers.
    let mut dumps = Vec::new();
    for decliner in [mentor(1), mentee(1)] {
        let mut world = cohort(1, 1).await;
        asked(&mut world).await;
        for user in [mentor(1), mentee(1)] {
            say(&mut world, user, user != decliner).await;
        }
        world.pass(Duration::days(7));
        dumps.push(world.dump().await);
    }
    assert_ne!(dumps[0], dumps[1], "the comparison sees answers");
}

#[tokio::test]
async fn results_appear_for_all_pairs_in_one_moment_and_only_pairs_that_both_accepted_open() {
    let mut world = cohort(3, 3).await;
    let round = asked(&mut world).await;
    let all = proposals_in(&mut world, round).await;
    for proposal in &all {
        let (one, other) = (world.user(proposal.mentor).await, world.user(proposal.mentee).await);
        say(&mut world, one, true).await;
        if proposal.id != all[0].id {
            say(&mut world, other, proposal.id == all[1].id).await;
        }
    }
    deadline(&mut world, round).await;
    let states: Vec<_> = proposals_in(&mut world, round).await.into_iter().map(|one| one.state).collect();
    assert_eq!(states, [ProposalState::Lapsed, ProposalState::Accepted, ProposalState::Lapsed]);
    count(&mut world, round, 9).await;
    open_all(&mut world, round).await;
    let tandems = tandems::tandems_in(&mut world.conn, world.programme.id).await.unwrap();
    assert_eq!(tandems.len(), 1);
    assert_eq!((tandems[0].mentor, tandems[0].mentee), (all[1].mentor, all[1].mentee));
    // A pair that did not come about is not proposed once more.
    let again = proposed(&mut world).await.round;
    let pairs = rounds::pairs_of(&mut world.conn, again).await.unwrap();
    assert_eq!(pairs.len(), 2);
    assert!(pairs.iter().all(|pair| (pair.mentor, pair.mentee) != (all[0].mentor, all[0].mentee)));
}

#[tokio::test]
async fn an_accepted_pair_reads_that_its_channel_is_about_to_open_and_counts_as_waiting() {
    let mut world = cohort(1, 1).await;
    let round = asked(&mut world).await;
    for user in [mentor(1), mentee(1)] {
        say(&mut world, user, true).await;
    }
    deadline(&mut world, round).await;
    let call = world.call(mentor(1), LOBBY);
    let place = crate::app::place::place(&mut world.conn, &call).await.unwrap().unwrap();
    assert_eq!((place.opening.len(), place.not_formed.len(), place.no_place.len()), (1, 0, 0));
    let facts = crate::app::facts::facts(&mut world.conn, world.programme.id).await.unwrap();
    assert_eq!((facts.waiting, facts.free), (2, 0));
}

#[tokio::test]
async fn forty_five_tandems_open_some_at_a_time_each_once_in_categories_of_fifty() {
    let mut world = cohort(45, 45).await;
    let round = asked(&mut world).await;
    for number in 1..=45 {
        say(&mut world, mentor(number), true).await;
        say(&mut world, mentee(number), true).await;
    }
    deadline(&mut world, round).await;
    // Counting twice opens once.
    count(&mut world, round, 9).await;
    count(&mut world, round, 9).await;
    assert_eq!(open_all(&mut world, round).await, 3);
    assert_eq!(open_all(&mut world, round).await, 1, "and nothing more");
    let tandems = tandems::tandems_in(&mut world.conn, world.programme.id).await.unwrap();
    assert_eq!(tandems.len(), 45);
    assert!(tandems.iter().all(|tandem| tandem.state == TandemState::Opening));
    let categories = tandems::categories_of(&mut world.conn, GUILD).await.unwrap();
    assert_eq!(categories.iter().map(|one| one.rooms).collect::<Vec<_>>(), [45]);
    let round = rounds::round_find(&mut world.conn, round).await.unwrap().unwrap();
    assert_eq!(round.state, RoundState::Done);
    let programme = programmes::programme_get(&mut world.conn, world.programme.id).await.unwrap();
    assert_eq!(
        programme.periods.unwrap().length().weeks(),
        1,
        "periods are laid down for all 45, not for the first"
    );
}

#[tokio::test]
async fn without_room_for_all_nothing_opens_and_confirming_again_opens_what_waits() {
    let mut world = cohort(3, 3).await;
    let round = asked(&mut world).await;
    for number in 1..=3 {
        say(&mut world, mentor(number), true).await;
        say(&mut world, mentee(number), true).await;
    }
    deadline(&mut world, round).await;
    world.outbox_clear().await;
    count(&mut world, round, 478).await;
    assert!(job_at(&mut world.conn, jobs::ROUND_OPEN, round.0).await.unwrap().is_none());
    assert!(tandems::tandems_in(&mut world.conn, world.programme.id).await.unwrap().is_empty());
    let outbox = world.outbox().await;
    assert!(
        matches!(&outbox[..], [(lane, Effect::Post { .. }, _)] if *lane == channel_lane(DIGEST)),
        "{outbox:?}"
    );
    let call = carla(&mut world);
    let again = ready(&mut world.conn, &call, &[COORDINATORS], None, None, 477).await.unwrap();
    assert_eq!(again, Err(Refusal::NoRoom { room: 2 }));
    let again = ready(&mut world.conn, &call, &[COORDINATORS], None, None, 400).await.unwrap();
    assert_eq!(again, Ok(Confirmed::Opening { tandems: 3 }));
    open_all(&mut world, round).await;
    assert_eq!(tandems::tandems_in(&mut world.conn, world.programme.id).await.unwrap().len(), 3);
}

#[tokio::test]
async fn a_round_in_which_nobody_accepted_is_over_without_counting_anything() {
    let mut world = a_round(None).await;
    let effects: Vec<_> = world.outbox().await.into_iter().map(|(_, effect, _)| effect).collect();
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::RoomCount { .. })), "{effects:?}");
    assert!(world.dump().await.contains("state='done'"));
}

/// A pair that both accepted, and whose programme begins to close then; `settled`: after the deadline, before anything opened.
async fn closing(settled: bool) -> (World, RoundId) {
    let mut world = cohort(1, 1).await;
    let round = asked(&mut world).await;
    say(&mut world, mentor(1), true).await;
    say(&mut world, mentee(1), true).await;
    if settled {
        deadline(&mut world, round).await;
    }
    let (programme, now) = (world.programme.clone(), world.now());
    phase::enter(&mut world.conn, &programme, Phase::Closing, now).await.unwrap();
    (world, round)
}

#[tokio::test]
async fn once_a_programme_is_closing_nothing_opens_any_more_and_no_answer_is_left() {
    for settled in [false, true] {
        let (mut world, round) = closing(settled).await;
        if !settled {
            deadline(&mut world, round).await;
        }
        count(&mut world, round, 9).await;
        open_all(&mut world, round).await;
        let programme = world.programme.id;
        assert!(tandems::tandems_in(&mut world.conn, programme).await.unwrap().is_empty(), "{settled}");
        let proposal = proposals_in(&mut world, round).await.remove(0);
        assert_eq!(proposal.state, ProposalState::Lapsed);
        assert_eq!((proposal.mentor_answer, proposal.mentee_answer), (None, None));
        let state = rounds::round_find(&mut world.conn, round).await.unwrap().unwrap().state;
        assert_eq!(state, RoundState::Done);
        assert_eq!(job_at(&mut world.conn, jobs::ROUND_DEADLINE, round.0).await.unwrap(), None);
    }
}

#[tokio::test]
async fn while_their_tandem_waits_to_open_the_two_are_joined_and_stay_in_the_programme() {
    let mut world = cohort(1, 1).await;
    let round = asked(&mut world).await;
    say(&mut world, mentor(1), true).await;
    say(&mut world, mentee(1), true).await;
    deadline(&mut world, round).await;
    let (call, programme) = (world.call(mentee(1), LOBBY), world.programme.id);
    let leaves = enrol::may_leave(&mut world.conn, &call, programme).await.unwrap();
    assert_eq!(leaves.unwrap_err(), Refusal::ProposalWaits);
    let turns = enrol::change(&mut world.conn, &call, programme, enrol::Change::Role(Role::Mentor)).await;
    assert_eq!(turns.unwrap(), Err(Refusal::RoleTaken));
    let candidate = |user| pairing::Candidate { user, bot: false, member: true };
    let (one, other) = (candidate(mentor(1)), candidate(mentee(1)));
    let wanted = pairing::Wanted { programme: None, mentor: one, mentee: other, used_channels: 9 };
    let call = carla(&mut world);
    let paired = pairing::pair(&mut world.conn, &call, &[COORDINATORS], wanted).await.unwrap();
    assert_eq!(paired, Err(Refusal::AlreadyPaired));
}

#[tokio::test]
async fn coordinators_who_try_again_without_room_are_refused_and_nothing_is_posted_anew() {
    let mut world = cohort(1, 1).await;
    let round = asked(&mut world).await;
    say(&mut world, mentor(1), true).await;
    say(&mut world, mentee(1), true).await;
    deadline(&mut world, round).await;
    count(&mut world, round, 500).await;
    // A refused request leaves its own id behind, and that it is to be forgotten.
    let stored = |dump: String| {
        let own =
            |line: &&str| !line.starts_with("seen_interaction") && !line.starts_with("job: name='tidy'");
        dump.lines().filter(own).collect::<Vec<_>>().join("\n")
    };
    let before = stored(world.dump().await);
    let call = carla(&mut world);
    let asks = call.clone();
    let tried = world.app.act(&call, move |conn| {
        Box::pin(async move { ready(conn, &asks, &[COORDINATORS], None, None, 499).await })
    });
    let refused = tried.await.unwrap();
    let Acted::Decided { decision: Err(Refusal::NoRoom { .. }), .. } = refused else { panic!("{refused:?}") };
    assert_eq!(stored(world.dump().await), before);
}
