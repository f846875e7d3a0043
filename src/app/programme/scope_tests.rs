//! Several programmes on one server and several servers in one process: nothing of one is reached from the other, by name,
//! by number, or by a button that somebody kept.

use crate::app::announce;
use crate::app::programme::{self, Stop, edit};
use crate::app::testing::{COORDINATORS, LOBBY, MENTEE, MENTOR, ROOM, World};
use crate::app::{Call, briefing, concerns, guard, occasions, pool};
use crate::domain::announcement::Target;
use crate::domain::ids::{ChannelId, GuildId, ProgrammeId, RoleId};
use crate::domain::programme::{OccasionKind, Programme, Step};
use crate::domain::refusal::Refusal;
use crate::store::people::{self, Server};
use crate::store::{programmes, questions, tandems};

const OTHER: GuildId = GuildId(9_000);
const THEIR_ROLE: RoleId = RoleId(9_001);

/// A second server with a programme of the same name, and somebody who coordinates there alone.
async fn two_servers() -> (World, ProgrammeId, Call) {
    let mut world = World::new().await;
    let server = Server {
        guild: OTHER,
        coordinator_role: Some(THEIR_ROLE),
        ..people::server_get(&mut world.conn, world.programme.guild).await.unwrap().unwrap()
    };
    people::server_set(&mut world.conn, &server).await.unwrap();
    let theirs = Programme { guild: OTHER, ..world.programme.clone() };
    let theirs = programmes::programme_add(&mut world.conn, &theirs).await.unwrap().unwrap();
    let call = Call { guild: OTHER, ..world.call(MENTOR, ChannelId(9_002)) };
    (world, theirs, call)
}

#[tokio::test]
async fn coordinators_of_one_server_reach_nothing_of_another_by_name_number_or_button() {
    let (mut world, theirs, call) = two_servers().await;
    let ours = world.programme.id;
    let named = programme::status(&mut world.conn, &call, &[THEIR_ROLE], Some("Pilot"), 0).await.unwrap();
    let named = named.unwrap();
    assert_eq!((named.programme.id, named.facts.enrolled, named.facts.open), (theirs, 0, 0));
    let number = ours.to_string();
    let by_number = programme::status(&mut world.conn, &call, &[THEIR_ROLE], Some(&number), 0).await.unwrap();
    assert_eq!(by_number.err(), Some(Refusal::ProgrammeUnknown { input: number.clone() }));
    let before = world.dump().await;
    let (conn, roles) = (&mut world.conn, &[THEIR_ROLE][..]);
    let none = Some(Refusal::NoProgramme);
    assert_eq!(programme::open(conn, &call, roles, ours).await.unwrap().err(), none);
    assert_eq!(programme::stop(conn, &call, roles, ours, Stop::Closed).await.unwrap().err(), none);
    assert_eq!(guard::coordinated_for(conn, &call, roles, ours, Step::Edit).await.unwrap().err(), none);
    let change = edit::Change::Switched(edit::Switch::Tasks);
    assert_eq!(edit::edit(conn, &call, roles, ours, change).await.unwrap().err(), none);
    assert_eq!(
        occasions::set(conn, &call, roles, (ours, OccasionKind::ClosingEvent), ("12.1. 14:30", ""))
            .await
            .unwrap()
            .err(),
        none
    );
    assert_eq!(concerns::ask(conn, &call, ours, "Hm?").await.unwrap().err(), none);
    assert_eq!(concerns::concerns(conn, &call, roles, ours, None).await.unwrap().err(), none);
    assert_eq!(pool::add(conn, &call, roles, ours, ("a", "b")).await.unwrap().err(), none);
    assert_eq!(briefing::mine(conn, &call, ours).await.unwrap().err(), Some(Refusal::NotEnrolled));
    let unknown = Some(Refusal::ProgrammeUnknown { input: number.clone() });
    assert_eq!(
        programme::ahead(conn, &call, roles, Some(&number), Step::Close).await.unwrap().err(),
        unknown
    );
    assert_eq!(pool::remove(conn, &call, roles, Some(&number), 1).await.unwrap().err(), unknown);
    assert_eq!(announce::place(conn, &call, roles, Some(&number), Target::All).await.unwrap().err(), unknown);
    assert_eq!(world.dump().await, before, "refused, and nothing has changed");
    let elsewhere = Call { guild: world.programme.guild, ..call };
    let role = programme::status(&mut world.conn, &elsewhere, &[THEIR_ROLE], None, 0).await.unwrap();
    assert_eq!(role.err(), Some(Refusal::NeedsCoordinator), "their role is nothing here");
}

#[tokio::test]
async fn closing_one_programme_of_a_server_leaves_the_other_as_it_is() {
    let mut world = World::new().await;
    let other = Programme { name: "2027".into(), ..world.programme.clone() };
    let other = programmes::programme_add(&mut world.conn, &other).await.unwrap().unwrap();
    let kept = world.tandem_in(ROOM).await.id;
    world.programme = programmes::programme_get(&mut world.conn, other).await.unwrap();
    let second = world.tandem(MENTEE, MENTOR, ChannelId(1_030)).await;
    let call = world.call(MENTOR, LOBBY);
    programme::stop(&mut world.conn, &call, &[COORDINATORS], other, Stop::Closed).await.unwrap().unwrap();
    assert!(!tandems::tandem_get(&mut world.conn, second).await.unwrap().is_live());
    assert!(tandems::tandem_get(&mut world.conn, kept).await.unwrap().is_live());
    let first = programmes::programmes_of(&mut world.conn, world.programme.guild).await.unwrap().remove(0);
    assert_eq!(first.closed_on, None);
    let choice = questions::question_choice(&mut world.conn, first.id).await.unwrap();
    assert!(choice.own.is_empty() && choice.off.is_empty());
}
