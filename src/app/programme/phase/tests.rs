use chrono::Duration;

use super::*;
use crate::app::effect::Effect;
use crate::app::testing::{LOBBY, ROOM, World};
use crate::domain::tandem::TandemState;
use crate::scheduler::tick;
use crate::store::jobs::job_at;
use crate::store::posts;

async fn stored(world: &mut World) -> Programme {
    programmes::programme_get(&mut world.conn, world.programme.id).await.unwrap()
}

async fn posted(world: &mut World) -> Vec<PostKind> {
    let mut kinds = Vec::new();
    for (_, effect, _) in world.outbox().await {
        if let Effect::Post { post } = effect {
            kinds.push(posts::post_get(&mut world.conn, post).await.unwrap().kind);
        }
    }
    kinds
}

/// Runs what is due up to now.
async fn run_due(world: &mut World) {
    let now = world.now();
    while tick(&mut world.conn, now).await.unwrap() {}
}

#[tokio::test]
async fn a_draft_that_is_opened_posts_its_card_once_and_never_goes_back() {
    let mut world = World::empty().await;
    world.programme_set("phase", "draft").await;
    let (draft, now) = (world.programme.clone(), world.now());
    assert!(enter(&mut world.conn, &draft, Phase::Enrolling, now).await.unwrap());
    assert!(!enter(&mut world.conn, &draft, Phase::Enrolling, now).await.unwrap());
    assert!(enter(&mut world.conn, &draft, Phase::Running, now).await.unwrap());
    assert!(!enter(&mut world.conn, &draft, Phase::Pairing, now).await.unwrap(), "it never goes back");
    assert_eq!(stored(&mut world).await.phase, Phase::Running);
    assert_eq!(posted(&mut world).await, [PostKind::ProgrammeCard]);
    let card = posts::post_about(&mut world.conn, PostKind::ProgrammeCard, draft.id.0).await.unwrap();
    assert_eq!(card.unwrap().channel, Some(LOBBY));
}

#[tokio::test]
async fn running_closing_and_closed_begin_by_themselves_on_their_mornings() {
    let mut world = World::new().await;
    world.programme_set("phase", "kickoff").await;
    world.programme_set("starts_on", "2027-01-11").await;
    let (programme, now) = (world.programme.clone(), world.now());
    reschedule(&mut world.conn, &programme, now).await.unwrap();
    let due = async |world: &mut World| {
        let due = job_at(&mut world.conn, jobs::PHASE, programme.id.0).await.unwrap();
        due.map(|at| zone::to_local(at, programme.zone).to_string())
    };
    assert_eq!(due(&mut world).await.as_deref(), Some("2027-01-11 09:00:00"));
    world.pass(Duration::days(7));
    run_due(&mut world).await;
    assert_eq!(stored(&mut world).await.phase, Phase::Running);
    assert_eq!(due(&mut world).await.as_deref(), Some("2027-05-24 09:00:00"), "summer time, and still nine");
    world.clock.set("2027-05-24T07:00:00Z".parse().unwrap());
    run_due(&mut world).await;
    assert_eq!(stored(&mut world).await.phase, Phase::Closing);
    assert_eq!(world.tandem_in(ROOM).await.state, TandemState::Open, "there is time for a last meeting");
    assert_eq!(due(&mut world).await.as_deref(), Some("2027-06-07 09:00:00"));
    world.clock.set("2027-06-07T07:00:00Z".parse().unwrap());
    run_due(&mut world).await;
    let closed = stored(&mut world).await;
    assert_eq!(
        (closed.phase, closed.closed_on.map(|day| day.to_string())),
        (Phase::Closed, Some("2027-06-07".into()))
    );
    assert_eq!(world.tandem_in(ROOM).await.state, TandemState::Ended);
}

#[tokio::test]
async fn after_months_away_every_phase_that_was_missed_begins_in_its_order_and_only_once() {
    let mut world = World::new().await;
    let (programme, now) = (world.programme.clone(), world.now());
    reschedule(&mut world.conn, &programme, now).await.unwrap();
    world.pass(Duration::days(300));
    run_due(&mut world).await;
    assert_eq!(stored(&mut world).await.phase, Phase::Closed);
    let goodbyes = posted(&mut world).await;
    assert_eq!(goodbyes.iter().filter(|kind| **kind == PostKind::Goodbye).count(), 1);
    let (before, now) = (world.dump().await, world.now());
    assert_eq!(advance(&mut world.conn, programme.id, now).await.unwrap(), None);
    assert_eq!(world.dump().await, before, "running it twice changes nothing");
}

#[tokio::test]
async fn a_closed_programme_says_goodbye_to_every_tandem_alike_and_asks_nothing_more() {
    let (mut world, tandems) = World::cohort(3).await;
    world.outbox_clear().await;
    let (programme, now) = (world.programme.clone(), world.now());
    enter(&mut world.conn, &programme, Phase::Closed, now).await.unwrap();
    let mut kinds = posted(&mut world).await;
    assert_eq!(kinds.pop(), Some(PostKind::ProgrammeClosed), "coordinators read of it last");
    assert_eq!(kinds, [PostKind::Goodbye; 3]);
    let mut rooms = world.outbox().await;
    rooms.pop();
    let closes = rooms.iter().filter(|(_, effect, _)| matches!(effect, Effect::RoomClose { .. })).count();
    assert_eq!((closes, rooms.len()), (3, 6), "one goodbye and one request for each room");
    for tandem in tandems {
        let hides = job_at(&mut world.conn, jobs::ROOM_HIDE, tandem.0).await.unwrap();
        assert_eq!(hides, Some(now + crate::domain::tandem::READABLE_AFTER_END));
    }
    assert_eq!(job_at(&mut world.conn, jobs::QUESTIONS, programme.id.0).await.unwrap(), None);
    assert_eq!(job_at(&mut world.conn, jobs::PHASE, programme.id.0).await.unwrap(), None);
}

#[tokio::test]
async fn the_standing_jobs_give_programmes_of_an_older_file_their_next_phase() {
    let mut world = World::empty().await;
    let (id, now) = (world.programme.id.0, world.now());
    assert_eq!(job_at(&mut world.conn, jobs::PHASE, id).await.unwrap(), None);
    jobs::always(&mut world.conn, now).await.unwrap();
    assert_eq!(job_at(&mut world.conn, jobs::PHASE, id).await.unwrap(), due(&world.programme));
}

#[tokio::test]
async fn when_nobody_can_take_part_any_more_the_card_shows_it_once() {
    let mut world = World::empty().await;
    world.programme_set("phase", "draft").await;
    let (draft, now) = (world.programme.clone(), world.now());
    enter(&mut world.conn, &draft, Phase::Enrolling, now).await.unwrap();
    world.outbox_clear().await;
    let edits = async |world: &mut World| {
        let rows = world.outbox().await;
        rows.iter().filter(|(_, effect, _)| matches!(effect, Effect::Edit { .. })).count()
    };
    enter(&mut world.conn, &draft, Phase::Running, now).await.unwrap();
    assert_eq!(edits(&mut world).await, 0, "late joiners are welcome");
    enter(&mut world.conn, &draft, Phase::Closing, now).await.unwrap();
    assert_eq!(edits(&mut world).await, 1);
    world.outbox_clear().await;
    enter(&mut world.conn, &draft, Phase::Closed, now).await.unwrap();
    assert_eq!(edits(&mut world).await, 0);
}
