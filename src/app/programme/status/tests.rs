use super::*;
use crate::app::leaving;
use crate::app::testing::{COORDINATORS, LOBBY, MENTEE, MENTOR, ROOM, World};
use crate::domain::ids::ChannelId;
use crate::domain::refusal::Refusal;

async fn stand(world: &mut World, roles: &[RoleId]) -> Decision<Status> {
    let call = world.call(UserId(1), LOBBY);
    status(&mut world.conn, &call, roles, None, 30).await.unwrap()
}

#[tokio::test]
async fn the_facts_are_exact_and_an_ending_is_a_count() {
    let mut world = World::new().await;
    world.tandem(UserId(3_001), UserId(3_002), ChannelId(1_020)).await;
    let tandem = world.tandem_in(ROOM).await.id;
    let call = world.call(MENTOR, ROOM);
    leaving::end(&mut world.conn, &call, tandem).await.unwrap().unwrap();
    let now = stand(&mut world, &[COORDINATORS]).await.unwrap();
    let expected = Facts { enrolled: 4, approved: 4, waiting: 0, free: 0, open: 1, begun: 2, ended: 1 };
    assert_eq!((now.facts, now.free), (expected, vec![]));
    for user in [MENTEE, MENTOR] {
        let call = world.call(user, ROOM);
        leaving::say_next(&mut world.conn, &call, tandem, true).await.unwrap().unwrap();
    }
    let later = stand(&mut world, &[COORDINATORS]).await.unwrap();
    assert_eq!(later.free, [MENTOR, MENTEE], "in the order of their numbers, whoever answered first");
}

#[tokio::test]
async fn only_coordinators_see_how_a_programme_stands() {
    let mut world = World::new().await;
    assert_eq!(stand(&mut world, &[]).await, Err(Refusal::NeedsCoordinator));
}
