use super::*;
use crate::app::testing::{COORDINATORS, LOBBY, MENTOR, World};
use crate::domain::ids::GuildId;

#[tokio::test]
async fn a_draft_is_opened_once_by_coordinators_of_its_server_alone() {
    let mut world = World::empty().await;
    world.programme_set("phase", "draft").await;
    let (id, call) = (world.programme.id, world.call(MENTOR, LOBBY));
    let before = world.dump().await;
    let asked = ahead(&mut world.conn, &call, &[COORDINATORS], None, Step::Open).await.unwrap().unwrap();
    assert_eq!((asked.programme.id, asked.next), (id, None));
    assert_eq!(open(&mut world.conn, &call, &[], id).await.unwrap(), Err(Refusal::NeedsCoordinator));
    let foreign = Call { guild: GuildId(9), ..call.clone() };
    assert_eq!(open(&mut world.conn, &foreign, &[COORDINATORS], id).await.unwrap(), Err(Refusal::NotSetUp));
    let unknown = open(&mut world.conn, &call, &[COORDINATORS], ProgrammeId(77)).await.unwrap();
    assert_eq!(unknown, Err(Refusal::NoProgramme));
    assert_eq!(world.dump().await, before, "asking and being refused change nothing");
    let opened = open(&mut world.conn, &call, &[COORDINATORS], id).await.unwrap().unwrap();
    assert_eq!(opened.phase, Phase::Enrolling);
    let again = open(&mut world.conn, &call, &[COORDINATORS], id).await.unwrap();
    assert_eq!(again, Err(Refusal::ProgrammeOpen));
}

#[tokio::test]
async fn a_closing_that_begins_early_makes_today_the_last_day_and_then_it_closes() {
    let mut world = World::new().await;
    let (id, call) = (world.programme.id, world.call(MENTOR, LOBBY));
    let roles = [COORDINATORS];
    let asked = ahead(&mut world.conn, &call, &roles, None, Step::Close).await.unwrap().unwrap();
    assert_eq!((asked.tandems, asked.next.map(|(phase, _)| phase)), (1, Some(Phase::Closing)));
    let closing = stop(&mut world.conn, &call, &roles, id, Stop::Closing).await.unwrap().unwrap();
    assert_eq!((closing.phase, closing.ends_on.to_string().as_str()), (Phase::Closing, "2027-01-04"));
    assert_eq!(phase::due(&closing).unwrap().to_rfc3339(), "2027-01-18T08:00:00+00:00");
    let twice = stop(&mut world.conn, &call, &roles, id, Stop::Closing).await.unwrap();
    assert_eq!(twice, Err(Refusal::WrongPhase));
    let closed = stop(&mut world.conn, &call, &roles, id, Stop::Closed).await.unwrap().unwrap();
    assert_eq!(closed.phase, Phase::Closed);
    let over = stop(&mut world.conn, &call, &roles, id, Stop::Closed).await.unwrap();
    assert_eq!(over, Err(Refusal::ProgrammeOver));
}
