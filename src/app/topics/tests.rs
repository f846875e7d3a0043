use super::*;
use crate::app::testing::{MENTEE, MENTOR, ROOM, World};
use crate::domain::ids::UserId;
use crate::domain::tandem::Side;
use chrono::Duration;

fn ai() -> Theme {
    Theme::Catalogue(Topic::Ai)
}

async fn meets(world: &mut World, days: i64) -> MeetingId {
    let (tandem, now) = (world.tandem_in(ROOM).await.id, world.now());
    let at = now + Duration::days(days);
    let new = Meeting::planned(tandem, Side::Mentor, at, 60, String::new(), now);
    meetings::meeting_add(&mut world.conn, &new).await.unwrap()
}

async fn picks(world: &mut World, theme: Theme, meeting: For) -> Decision<bool> {
    let call = world.call(MENTEE, ROOM);
    pick(&mut world.conn, &call, (theme, "typed"), meeting).await.unwrap().map(|picked| picked.changed)
}

async fn shown(world: &mut World) -> (Option<Theme>, Option<Theme>) {
    let call = world.call(MENTOR, ROOM);
    let listed = list(&mut world.conn, &call, None).await.unwrap().unwrap();
    (listed.next, listed.last)
}

#[tokio::test]
async fn a_topic_can_change_until_the_meeting_and_be_put_right_after_it() {
    let mut world = World::new().await;
    assert_eq!(picks(&mut world, ai(), For::Last).await, Err(Refusal::NoMeetingYet));
    assert_eq!(picks(&mut world, ai(), For::Next).await, Ok(true), "before anything is planned");
    meets(&mut world, 7).await;
    let other = Theme::Own("Our shop".into());
    assert_eq!(picks(&mut world, other.clone(), For::Next).await, Ok(true));
    assert_eq!(picks(&mut world, other.clone(), For::Next).await, Ok(false), "as it was");
    assert_eq!(shown(&mut world).await, (Some(other.clone()), None));
    world.pass(Duration::days(8));
    assert_eq!(shown(&mut world).await, (None, Some(other.clone())), "the next one's is open");
    assert_eq!(picks(&mut world, ai(), For::Last).await, Ok(true));
    assert_eq!(picks(&mut world, other.clone(), For::Next).await, Ok(true));
    assert_eq!(shown(&mut world).await, (Some(other), Some(ai())));
}

#[tokio::test]
async fn a_meeting_that_was_moved_or_did_not_take_place_keeps_its_topic() {
    let mut world = World::new().await;
    let id = meets(&mut world, 7).await;
    picks(&mut world, ai(), For::Next).await.unwrap();
    let mut meeting = meetings::meeting_get(&mut world.conn, id).await.unwrap();
    let now = world.now();
    meeting.move_to(Side::Mentee, now + Duration::days(9), now);
    meetings::meeting_set(&mut world.conn, &meeting).await.unwrap();
    assert_eq!(of_meeting(&mut world.conn, &meeting).await.unwrap(), Some(ai()));
    world.pass(Duration::days(10));
    assert_eq!(shown(&mut world).await.0, None);
    for _ in 0..2 {
        keep_for_next(&mut world.conn, &meeting).await.unwrap();
        assert_eq!(shown(&mut world).await.0, Some(ai()), "it is the coming meeting's now");
    }
}

#[tokio::test]
async fn a_free_question_of_either_is_kept_until_it_is_done() {
    let mut world = World::new().await;
    let call = world.call(MENTEE, ROOM);
    let point =
        propose(&mut world.conn, &call, None, "  How do I pair the headset? ").await.unwrap().unwrap();
    let call = world.call(MENTOR, ROOM);
    propose(&mut world.conn, &call, None, "Passwords").await.unwrap().unwrap();
    let words = |listed: Listed| listed.points.into_iter().map(|point| point.words).collect::<Vec<_>>();
    let listed = list(&mut world.conn, &call, None).await.unwrap().unwrap();
    assert_eq!(words(listed), ["How do I pair the headset?", "Passwords"]);
    assert_eq!(done(&mut world.conn, &call, point).await.unwrap(), Ok(()), "either takes it off");
    assert_eq!(done(&mut world.conn, &call, point).await.unwrap(), Err(Refusal::NothingWaits));
    let listed = list(&mut world.conn, &call, None).await.unwrap().unwrap();
    assert_eq!(words(listed), ["Passwords"]);
}

#[tokio::test]
async fn what_does_not_fit_or_is_not_ones_own_changes_nothing() {
    let mut world = World::new().await;
    let call = world.call(MENTEE, ROOM);
    let point = propose(&mut world.conn, &call, None, "x").await.unwrap().unwrap();
    for _ in 1..POINTS_MAX {
        propose(&mut world.conn, &call, None, "x").await.unwrap().unwrap();
    }
    let before = world.dump().await;
    let over = propose(&mut world.conn, &call, None, "x").await.unwrap();
    assert_eq!(over, Err(Refusal::TooManyPoints { max: POINTS_MAX }));
    let long = "x".repeat(POINT_MAX + 1);
    let long = propose(&mut world.conn, &call, None, &long).await.unwrap();
    assert_eq!(long, Err(Refusal::TextLength { max: POINT_MAX }));
    assert_eq!(theme(&"x".repeat(OWN_MAX + 1)), Err(Refusal::TextLength { max: OWN_MAX }));
    let stranger = world.call(UserId(9), ROOM);
    assert_eq!(done(&mut world.conn, &stranger, point).await.unwrap(), Err(Refusal::NotYourRoom));
    assert_eq!(own_to_pick(&mut world.conn, &stranger).await.unwrap(), None);
    assert_eq!(world.dump().await, before);
}

#[tokio::test]
async fn a_programme_has_topics_of_its_own_beside_the_catalogue() {
    let mut world = World::new().await;
    for words in ["Our web shop", "Our web shop", "The new intranet"] {
        topics::programme_topic_add(&mut world.conn, world.programme.id, words).await.unwrap();
    }
    let call = world.call(MENTEE, ROOM);
    let own = own_to_pick(&mut world.conn, &call).await.unwrap();
    assert_eq!(own.map(|(_, own)| own), Some(vec!["Our web shop".to_owned(), "The new intranet".to_owned()]));
}
