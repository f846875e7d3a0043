//! A whole sitting, as it is lived.

use super::*;
use crate::domain::meetup::{LAST_ROUND, TALK};

#[tokio::test]
async fn nine_and_nine_live_eight_rounds_within_forty_minutes_each_with_somebody_new_and_another_question() {
    let mut world = cohort(9, 9).await;
    let sitting = started(&mut world).await;
    for n in 1..=9 {
        comes(&mut world, sitting, mentor(n), true).await;
        comes(&mut world, sitting, mentee(n), true).await;
    }
    let (mut asked, mut began) = (BTreeSet::new(), None);
    // So long everybody takes to walk over.
    let walk = Duration::seconds(5);
    for round in 1..=LAST_ROUND {
        step(&mut world, sitting).await;
        assert_eq!(state(&mut world, sitting).await, Some((SittingState::Walking, round)));
        began.get_or_insert(world.now());
        let now = sittings::sitting_find(&mut world.conn, sitting).await.unwrap().unwrap();
        asked.insert(rounds::question(&mut world.conn, &now).await.unwrap().unwrap());
        discord(&mut world).await;
        world.pass(walk);
        let now = world.now();
        let rooms = sittings::encounters_of(&mut world.conn, sitting).await.unwrap();
        for one in rooms.iter().filter(|one| one.round == round) {
            for person in one.pair {
                let user = world.user(person).await;
                voice::heard(&mut world.conn, GUILD, user, Some(channel(one.space)), now).await.unwrap();
            }
        }
        assert_eq!(state(&mut world, sitting).await, Some((SittingState::Talking, round)));
        step(&mut world, sitting).await;
        assert_eq!(state(&mut world, sitting).await, Some((SittingState::Ringing, round)));
    }
    step(&mut world, sitting).await;
    assert_eq!(
        state(&mut world, sitting).await,
        Some((SittingState::Over, LAST_ROUND)),
        "the eighth is the last"
    );
    let took = world.now() - began.unwrap();
    assert_eq!(took, (TALK + walk) * 8);
    assert!(took <= Duration::minutes(40), "{took}");
    let pairs = met(&mut world).await;
    assert_eq!(
        (pairs.len(), pairs.iter().collect::<BTreeSet<_>>().len()),
        (72, 72),
        "nobody twice, nobody idle"
    );
    assert_eq!(asked.len(), 8, "{asked:?}");
}
