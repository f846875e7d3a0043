use super::*;
use crate::app::programme::phase;
use crate::app::testing::{LOBBY, MENTEE, MENTOR, World};
use crate::domain::ids::{ChannelId, GuildId, UserId};
use crate::domain::programme::Phase;

async fn read(world: &mut World, who: UserId, side: Side) -> Decision<Mine> {
    let (call, programme) = (world.call(who, LOBBY), world.programme.id);
    done(&mut world.conn, &call, programme, side).await.unwrap()
}

#[tokio::test]
async fn each_reads_the_briefing_of_their_side_and_nobody_that_of_another_programme() {
    let mut world = World::new().await;
    let mine = read(&mut world, MENTOR, Side::Mentor).await.unwrap();
    assert_eq!((mine.read.as_slice(), mine.unread()), ([Side::Mentor].as_slice(), None));
    assert_eq!(read(&mut world, MENTOR, Side::Mentee).await.err(), Some(Refusal::NothingWaits));
    assert_eq!(read(&mut world, UserId(77), Side::Mentor).await.err(), Some(Refusal::NotEnrolled));
    let mentor = world.person(MENTOR).await.id;
    assert_eq!(briefings::briefed_in(&mut world.conn, world.programme.id).await.unwrap(), [mentor]);
    let mut second = world.programme.clone();
    second.name = "2027".into();
    let second = programmes::programme_add(&mut world.conn, &second).await.unwrap().unwrap();
    assert_eq!(briefings::briefed_in(&mut world.conn, second).await.unwrap(), []);
    let call = world.call(MENTOR, LOBBY);
    assert_eq!(mine_of(&mut world, &call, second).await, Some(Refusal::NotEnrolled));
    let foreign = Call { guild: GuildId(9), ..call };
    let own = world.programme.id;
    assert_eq!(mine_of(&mut world, &foreign, own).await, Some(Refusal::NotEnrolled));
}

async fn mine_of(world: &mut World, call: &Call, programme: ProgrammeId) -> Option<Refusal> {
    mine(&mut world.conn, call, programme).await.unwrap().err()
}

#[tokio::test]
async fn somebody_in_both_roles_is_briefed_after_both() {
    let mut world = World::new().await;
    world.tandem(MENTEE, UserId(4_001), ChannelId(1_040)).await;
    assert_eq!(read(&mut world, MENTEE, Side::Mentee).await.unwrap().unread(), Some(Side::Mentor));
    let programme = world.programme.id;
    assert_eq!(briefings::briefed_in(&mut world.conn, programme).await.unwrap(), []);
    assert_eq!(read(&mut world, MENTEE, Side::Mentor).await.unwrap().unread(), None);
    assert_eq!(briefings::briefed_in(&mut world.conn, programme).await.unwrap().len(), 1);
}

/// A programme with so many tandems of which so many people have read their briefing when pairing begins.
async fn released(tandems: u64, readers: u64) -> Option<u32> {
    let (mut world, _) = World::cohort(tandems).await;
    for n in 0..readers {
        let (who, side) = match n % 2 {
            0 => (UserId(5_000 + n / 2), Side::Mentor),
            _ => (UserId(6_000 + n / 2), Side::Mentee),
        };
        read(&mut world, who, side).await.unwrap();
    }
    world.programme_set("phase", "enrolling").await;
    let (programme, now) = (world.programme.clone(), world.now());
    phase::enter(&mut world.conn, &programme, Phase::Pairing, now).await.unwrap();
    briefings::briefing_release_get(&mut world.conn, programme.id).await.unwrap().unwrap()
}

#[tokio::test]
async fn coordinators_get_one_count_of_it_and_only_where_figure_and_complement_are_large_enough() {
    assert_eq!(released(8, 9).await, Some(9));
    assert_eq!(released(8, 4).await, None, "below k");
    assert_eq!(released(8, 12).await, None, "the complement is below k");
    assert_eq!(released(8, 16).await, None, "all of them");
    assert_eq!(released(3, 5).await, None, "too few are there");
}

#[tokio::test]
async fn the_count_is_written_once_and_whoever_reads_later_does_not_change_it() {
    let (mut world, _) = World::cohort(8).await;
    let programme = world.programme.clone();
    for n in 0..4 {
        read(&mut world, UserId(5_000 + n), Side::Mentor).await.unwrap();
    }
    release(&mut world.conn, &programme).await.unwrap();
    for n in 0..4 {
        read(&mut world, UserId(6_000 + n), Side::Mentee).await.unwrap();
        release(&mut world.conn, &programme).await.unwrap();
    }
    let shown = briefings::briefing_release_get(&mut world.conn, programme.id).await.unwrap();
    assert_eq!(shown, Some(None), "a difference of two counts would be one person");
}
