use super::*;
use crate::app::testing::{LOBBY, MENTEE, MENTOR, ROOM, World};
use crate::app::{leaving, proposals};
use crate::discord::components::place as my_place;
use crate::discord::testing::{Desk, text};
use crate::domain::ids::UserId;
use crate::store::proposals::proposal_add;

const THIRD: UserId = UserId(2_003);

async fn place_of(world: &mut World, user: UserId) -> Place {
    let call = world.call(user, LOBBY);
    place::place(&mut world.conn, &call).await.unwrap().unwrap()
}

#[tokio::test]
async fn my_and_my_place_list_the_same_pending_things() {
    let mut world = World::new().await;
    let (tandem, deadline) = (world.tandem_in(ROOM).await, world.now() + chrono::Duration::days(7));
    let same = async |world: &mut World, expected: usize| {
        let place = place_of(world, MENTOR).await;
        let listed = waiting(&place, Language::En).len();
        let shown = my_place::view(&place, Language::En);
        assert_eq!(listed, expected, "{place:?}");
        assert_eq!(shown.embeds.len() + place.not_formed.len(), expected, "{}", text(&shown));
        assert_eq!(text(&view(&place, Language::En)).contains("[Look at it my-place]"), expected > 0);
    };
    same(&mut world, 0).await;
    let call = world.call(MENTOR, ROOM);
    leaving::end(&mut world.conn, &call, tandem.id).await.unwrap().unwrap();
    same(&mut world, 1).await;
    let third = world.person(THIRD).await.id;
    let proposal = proposal_add(&mut world.conn, world.programme.id, tandem.mentor, third, deadline).await;
    same(&mut world, 2).await;
    let answered = proposals::answer(&mut world.conn, &call, proposal.unwrap().unwrap(), true).await.unwrap();
    answered.unwrap();
    same(&mut world, 2).await;
    world.pass(chrono::Duration::days(8));
    same(&mut world, 2).await;
    let place = place_of(&mut world, MENTOR).await;
    assert_eq!(place.not_formed.len(), 1, "a proposal that came to nothing is told in both places");
}

#[tokio::test]
async fn direct_messages_are_off_until_ticked_and_strangers_are_refused() {
    let mut desk = Desk::new().await;
    let shown = desk.command(MENTEE, LOBBY, "my", &[]).await;
    assert!(shown.contains("Direct messages: Not ticked."), "{shown}");
    let shown = desk.press(MENTEE, LOBBY, Button::DirectOn, &[], None).await;
    assert!(shown.contains("Ticked: when something is waiting"), "{shown}");
    let shown = desk.press(MENTEE, LOBBY, Button::DirectOff, &[], None).await;
    assert!(shown.contains("Direct messages: Not ticked."), "{shown}");
    let before = desk.world.dump().await;
    let refused = desk.press(UserId(9), LOBBY, Button::DirectOn, &[], None).await;
    assert!(refused.contains("not taking part"), "{refused}");
    let rows = |dump: &str| dump.lines().filter(|line| line.starts_with("person:")).count();
    assert_eq!(rows(&desk.world.dump().await), rows(&before));
}
