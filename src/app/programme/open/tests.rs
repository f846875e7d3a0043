use super::*;
use crate::app::testing::{COORDINATORS, LOBBY, MENTOR, ROOM, World};
use crate::app::{jobs, questions};
use crate::domain::ids::GuildId;
use crate::store::jobs::job_at;
use crate::store::questions::asked_of;

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

#[tokio::test]
async fn after_an_early_closing_no_question_comes_and_a_start_that_lies_ahead_stays_before_the_end() {
    let mut world = World::new().await;
    let (id, call) = (world.programme.id, world.call(MENTOR, LOBBY));
    let (programme, now) = (world.programme.clone(), world.now());
    jobs::programme_begin(&mut world.conn, &programme, now).await.unwrap();
    let due = job_at(&mut world.conn, jobs::QUESTIONS, id.0).await.unwrap().unwrap();
    stop(&mut world.conn, &call, &[COORDINATORS], id, Stop::Closing).await.unwrap().unwrap();
    assert_eq!(job_at(&mut world.conn, jobs::QUESTIONS, id.0).await.unwrap(), None);
    questions::ask_all(&mut world.conn, id, due, due).await.unwrap();
    let tandem = world.tandem_in(ROOM).await.id;
    assert_eq!(asked_of(&mut world.conn, tandem).await.unwrap(), []);

    let mut world = World::new().await;
    world.programme_set("phase", "kickoff").await;
    world.programme_set("starts_on", "2027-02-01").await;
    let call = world.call(MENTOR, LOBBY);
    let id = world.programme.id;
    let closing = stop(&mut world.conn, &call, &[COORDINATORS], id, Stop::Closing).await.unwrap().unwrap();
    assert_eq!(closing.ends_on, closing.starts_on);
}
