use chrono::Duration;

use super::*;
use crate::app::testing::{COORDINATORS, LOBBY, MENTEE, MENTOR, World};
use crate::app::{pairing, place};
use crate::domain::ids::UserId;
use crate::domain::person::Document;

async fn proposed(world: &mut World) -> ProposalId {
    let call = world.call(UserId(1), LOBBY);
    let person = |user| pairing::Candidate { user, bot: false, member: true };
    let wanted =
        pairing::Wanted { programme: None, mentor: person(MENTOR), mentee: person(MENTEE), used_channels: 9 };
    pairing::pair(&mut world.conn, &call, &[COORDINATORS], wanted).await.unwrap().unwrap().proposal
}

async fn say(world: &mut World, user: UserId, proposal: ProposalId, yes: bool) -> Decision<Answered> {
    let call = world.call(user, LOBBY);
    answer(&mut world.conn, &call, proposal, yes).await.unwrap()
}

async fn deadline(world: &mut World, proposal: ProposalId) {
    world.pass(Duration::days(7));
    lapse(&mut world.conn, proposal).await.unwrap();
}

#[tokio::test]
async fn two_acceptances_open_the_tandem_and_note_what_both_agreed_to() {
    let mut world = World::empty().await;
    let proposal = proposed(&mut world).await;
    let mentor = world.person(MENTOR).await.id;
    assert!(matches!(say(&mut world, MENTOR, proposal, true).await, Ok(Answered::Noted { yes: true, .. })));
    assert!(!people::consent_has(&mut world.conn, mentor, Document::Notice).await.unwrap());
    let opened = say(&mut world, MENTEE, proposal, true).await;
    assert!(matches!(opened, Ok(Answered::Opened { .. })));
    assert_eq!(say(&mut world, MENTEE, proposal, true).await, opened, "pressing again says the same");
    for user in [MENTOR, MENTEE] {
        let person = world.person(user).await.id;
        for document in Document::ALL {
            assert!(people::consent_has(&mut world.conn, person, document).await.unwrap());
        }
    }
    let stored = proposals::proposal_get(&mut world.conn, proposal).await.unwrap().unwrap();
    assert_eq!((stored.state, stored.mentor_answer), (ProposalState::Accepted, None));
}

#[tokio::test]
async fn who_declined_is_nowhere_after_the_deadline() {
    let mut dumps = Vec::new();
    for decliner in [MENTOR, MENTEE] {
        let mut world = World::empty().await;
        let proposal = proposed(&mut world).await;
        for user in [MENTOR, MENTEE] {
            say(&mut world, user, proposal, user != decliner).await.unwrap();
        }
        deadline(&mut world, proposal).await;
        dumps.push(world.dump().await);
    }
    assert_eq!(dumps[0], dumps[1]);
    assert!(dumps[0].contains("state='lapsed'"));
}

#[tokio::test]
async fn silence_and_a_no_look_the_same_after_the_deadline() {
    let mut dumps = Vec::new();
    for declines in [true, false] {
        let mut world = World::empty().await;
        let proposal = proposed(&mut world).await;
        if declines {
            say(&mut world, MENTEE, proposal, false).await.unwrap();
        }
        deadline(&mut world, proposal).await;
        dumps.push(world.dump().await);
    }
    assert_eq!(dumps[0], dumps[1]);
}

#[tokio::test]
async fn before_the_deadline_the_other_one_sees_no_answer() {
    let mut views = Vec::new();
    for declines in [true, false] {
        let mut world = World::empty().await;
        let proposal = proposed(&mut world).await;
        if declines {
            say(&mut world, MENTEE, proposal, false).await.unwrap();
        }
        let call = world.call(MENTOR, LOBBY);
        views.push(place::place(&mut world.conn, &call).await.unwrap().unwrap());
    }
    assert_eq!(views[0], views[1]);
}

#[tokio::test]
async fn the_last_word_before_the_deadline_counts_and_none_after_it() {
    let mut world = World::empty().await;
    let proposal = proposed(&mut world).await;
    say(&mut world, MENTOR, proposal, true).await.unwrap();
    say(&mut world, MENTEE, proposal, false).await.unwrap();
    assert!(matches!(say(&mut world, MENTEE, proposal, true).await, Ok(Answered::Opened { .. })));

    let mut world = World::empty().await;
    let proposal = proposed(&mut world).await;
    say(&mut world, MENTOR, proposal, true).await.unwrap();
    world.pass(Duration::days(7));
    assert_eq!(say(&mut world, MENTEE, proposal, true).await, Err(Refusal::NothingWaits));
}

#[tokio::test]
async fn a_stranger_learns_nothing_about_a_proposal() {
    let mut world = World::empty().await;
    let proposal = proposed(&mut world).await;
    assert_eq!(say(&mut world, UserId(9), proposal, true).await, Err(Refusal::NothingWaits));
    assert_eq!(say(&mut world, MENTOR, ProposalId(99), true).await, Err(Refusal::NothingWaits));
}
