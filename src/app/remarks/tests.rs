use super::*;
use crate::app::digest;
use crate::app::testing::{COORDINATORS, DIGEST, World};
use crate::domain::ids::{ChannelId, UserId};
use chrono::Duration;

async fn say(world: &mut World, n: u64, text: &str) -> Decision<Noted> {
    let room = ChannelId(7_000 + n);
    let tandem = world.tandem_in(room).await.id;
    let call = world.call(UserId(5_000 + n), room);
    give(&mut world.conn, &call, tandem, text).await.unwrap()
}

/// What a coordinator reads when the next period has closed.
async fn next_period(world: &mut World) -> Vec<String> {
    world.pass(Duration::weeks(4));
    let (programme, now) = (world.programme.id, world.now());
    digest::release_due(&mut world.conn, programme, now).await.unwrap();
    let call = world.call(UserId(1), DIGEST);
    passed_on(&mut world.conn, &call, &[COORDINATORS], programme).await.unwrap().unwrap()
}

#[tokio::test]
async fn remarks_wait_until_three_people_gave_one_and_are_gone_with_the_next_period() {
    let (mut world, _) = World::cohort(4).await;
    say(&mut world, 0, "More time").await.unwrap();
    say(&mut world, 0, "Less mail").await.unwrap();
    say(&mut world, 1, "A room to meet").await.unwrap();
    assert_eq!(next_period(&mut world).await, Vec::<String>::new(), "two people are too few");
    say(&mut world, 2, "More time").await.unwrap();
    let mut passed = next_period(&mut world).await;
    passed.sort();
    assert_eq!(passed, ["A room to meet", "Less mail", "More time", "More time"]);
    let dump = world.dump().await;
    let rows: Vec<_> = dump.lines().filter(|line| line.starts_with("remark:")).collect();
    assert!(rows.iter().all(|row| row.contains("person_id=NULL")), "whose they are is forgotten: {rows:?}");
    assert_eq!(next_period(&mut world).await, Vec::<String>::new());
    assert!(!world.dump().await.contains("More time"), "and then the words go as well");
}

#[tokio::test]
async fn the_order_of_remarks_comes_from_their_words_alone() {
    let mut orders = Vec::new();
    for order in [[0, 1, 2], [2, 0, 1]] {
        let (mut world, _) = World::cohort(3).await;
        for n in order {
            say(&mut world, n, ["Zebra", "Apple", "Mango"][usize::try_from(n).unwrap()]).await.unwrap();
            world.pass(Duration::hours(5));
        }
        orders.push(next_period(&mut world).await);
    }
    assert_eq!(orders[0], orders[1]);
    assert_eq!(orders[0].len(), 3);
}

#[tokio::test]
async fn a_remark_is_somebodys_own_short_and_not_one_of_many() {
    let (mut world, _) = World::cohort(2).await;
    let before = world.dump().await;
    let too_long = "x".repeat(TEXT_MAX + 1);
    assert_eq!(say(&mut world, 0, &too_long).await, Err(Refusal::TextLength { max: TEXT_MAX }));
    let (room, tandem) = (ChannelId(7_000), world.tandem_in(ChannelId(7_000)).await.id);
    let stranger = world.call(UserId(9), room);
    let refused = give(&mut world.conn, &stranger, tandem, "x").await.unwrap();
    assert_eq!(refused, Err(Refusal::NotYourRoom));
    assert_eq!(world.dump().await, before);
    for n in 0..WAITING_MAX {
        say(&mut world, 0, &format!("{n}")).await.unwrap();
    }
    assert_eq!(say(&mut world, 0, "more").await, Err(Refusal::RemarksWait { max: WAITING_MAX }));
    say(&mut world, 1, "0").await.unwrap();
    say(&mut world, 1, "0").await.unwrap();
    let dump = world.dump().await;
    let rows = dump.lines().filter(|line| line.starts_with("remark:")).count();
    assert_eq!(rows, WAITING_MAX + 1, "repeated, it waits once");
}

#[tokio::test]
async fn what_was_passed_on_is_read_by_coordinators_of_that_server_alone() {
    let (mut world, _) = World::cohort(1).await;
    let call = world.call(UserId(1), DIGEST);
    let programme = world.programme.id;
    let refused = passed_on(&mut world.conn, &call, &[], programme).await.unwrap();
    assert_eq!(refused, Err(Refusal::NeedsCoordinator));
    let elsewhere = passed_on(&mut world.conn, &call, &[COORDINATORS], ProgrammeId(99)).await.unwrap();
    assert_eq!(elsewhere, Err(Refusal::NoProgramme));
}
