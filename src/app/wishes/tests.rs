use super::*;
use crate::app::effect::Effect;
use crate::app::testing::{LOBBY, MENTEE, MENTOR, ROOM, World};
use crate::domain::ids::{ChannelId, UserId};

async fn writes(world: &mut World, user: UserId, side: Side, words: &[(Wish, &str)]) -> Decision<bool> {
    let (call, programme) = (world.call(user, LOBBY), world.programme.id);
    let words: Vec<(Wish, String)> = words.iter().map(|(wish, words)| (*wish, (*words).to_owned())).collect();
    write(&mut world.conn, &call, programme, side, &words).await.unwrap().map(|written| written.shown)
}

async fn effects(world: &mut World) -> Vec<Effect> {
    world.outbox().await.into_iter().map(|(_, effect, _)| effect).collect()
}

#[tokio::test]
async fn wishes_written_down_before_the_tandem_opens_belong_into_its_welcome() {
    let mut world = World::empty().await;
    let programme = world.programme.id;
    let person = world.person(MENTEE).await.id;
    programmes::enrolment_approve(&mut world.conn, programme, person, Role::Mentee).await.unwrap();
    let words = [(Wish::Digital, "Video calls"), (Wish::Questions, " ")];
    assert_eq!(writes(&mut world, MENTEE, Side::Mentee, &words).await, Ok(false));
    let id = world.tandem(MENTOR, MENTEE, ROOM).await;
    let tandem = tandems::tandem_get(&mut world.conn, id).await.unwrap();
    let shown = in_welcome(&mut world.conn, &tandem, Side::Mentee).await.unwrap();
    assert_eq!(shown, [(Wish::Digital, "Video calls".to_owned())]);
    assert!(in_welcome(&mut world.conn, &tandem, Side::Mentor).await.unwrap().is_empty());
    // From here on it is the welcome that follows.
    posts::post_add(&mut world.conn, PostKind::Welcome, Some(id), id.0, None).await.unwrap();
    assert_eq!(writes(&mut world, MENTEE, Side::Mentee, &[(Wish::Matters, "Calm")]).await, Ok(true));
    assert!(matches!(effects(&mut world).await[..], [Effect::Edit { .. }]));
}

#[tokio::test]
async fn wishes_written_down_later_are_one_post_that_follows_every_change() {
    let mut world = World::new().await;
    let id = world.tandem_in(ROOM).await.id;
    posts::post_add(&mut world.conn, PostKind::Welcome, Some(id), id.0, None).await.unwrap();
    assert_eq!(writes(&mut world, MENTOR, Side::Mentor, &[]).await, Ok(false), "nothing to show");
    assert!(effects(&mut world).await.is_empty());
    assert_eq!(writes(&mut world, MENTOR, Side::Mentor, &[(Wish::Learn, "How you decide")]).await, Ok(true));
    assert_eq!(writes(&mut world, MENTOR, Side::Mentor, &[(Wish::Learn, "How you lead")]).await, Ok(true));
    assert!(matches!(effects(&mut world).await[..], [Effect::Post { .. }, Effect::Edit { .. }]));
    let tandem = world.tandem_in(ROOM).await;
    assert!(in_welcome(&mut world.conn, &tandem, Side::Mentor).await.unwrap().is_empty(), "not twice");
    assert_eq!(writes(&mut world, MENTOR, Side::Mentor, &[]).await, Ok(false));
    assert!(!world.dump().await.contains("How you"), "what is cleared is gone");
}

#[tokio::test]
async fn a_mentor_of_two_is_read_by_both_and_by_nobody_elses_partner() {
    let mut world = World::new().await;
    let second = world.tandem(MENTOR, UserId(9), ChannelId(77)).await;
    world.tandem(UserId(10), UserId(11), ChannelId(78)).await;
    writes(&mut world, MENTOR, Side::Mentor, &[(Wish::Learn, "How you decide")]).await.unwrap();
    let lanes: Vec<String> = world.outbox().await.into_iter().map(|(lane, ..)| lane).collect();
    assert_eq!(lanes, ["room:1".to_owned(), format!("room:{second}")]);
}

#[tokio::test]
async fn only_ones_own_side_in_ones_own_programme_can_be_written() {
    let mut world = World::new().await;
    let before = world.dump().await;
    let some = [(Wish::Digital, "x")];
    assert_eq!(writes(&mut world, MENTOR, Side::Mentee, &some).await, Err(Refusal::NothingWaits));
    assert_eq!(writes(&mut world, UserId(9), Side::Mentee, &some).await, Err(Refusal::NotEnrolled));
    let long = "x".repeat(WISH_MAX + 1);
    let long = writes(&mut world, MENTEE, Side::Mentee, &[(Wish::Digital, long.as_str())]).await;
    assert_eq!(long, Err(Refusal::TextLength { max: WISH_MAX }));
    assert_eq!(world.dump().await, before);
}
