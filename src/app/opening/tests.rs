use super::*;
use crate::app::effect::room_lane;
use crate::app::testing::{GUILD, MENTEE, MENTOR, World};
use crate::domain::ids::{ProposalId, UserId};
use crate::domain::proposal::ProposalState;
use crate::store::jobs::{Job, job_due};

async fn opened(world: &mut World, mentor: UserId, mentee: UserId) -> TandemId {
    let proposal = Proposal {
        id: ProposalId(i64::try_from(mentor.0).unwrap()),
        programme: world.programme.id,
        mentor: world.person(mentor).await.id,
        mentee: world.person(mentee).await.id,
        round: None,
        deadline: world.now(),
        state: ProposalState::Accepted,
        mentor_answer: None,
        mentee_answer: None,
    };
    let now = world.now();
    open(&mut world.conn, &proposal, now).await.unwrap()
}

#[tokio::test]
async fn the_first_room_needs_a_category_and_the_welcome_waits_for_the_room() {
    let mut world = World::empty().await;
    let tandem = opened(&mut world, MENTOR, MENTEE).await;
    let outbox = world.outbox().await;
    let (lanes, effects): (Vec<_>, Vec<_>) =
        outbox.into_iter().map(|(lane, effect, _)| (lane, effect)).unzip();
    assert_eq!(lanes[..2], [building_lane(GUILD), building_lane(GUILD)]);
    assert!(lanes[2..].iter().all(|lane| *lane == room_lane(tandem)));
    assert!(matches!(
        effects[..],
        [
            Effect::CategoryCreate { .. },
            Effect::RoomCreate { .. },
            Effect::Post { .. },
            Effect::Pin { .. },
            Effect::Seed { .. }
        ]
    ));
    let now = world.now();
    let ready = outbox::outbox_ready(&mut world.conn, now).await.unwrap();
    assert_eq!(ready.len(), 1, "one thing after the other: {ready:?}");
    assert!(room_row(&mut world.conn, tandem).await.unwrap().is_some());
}

#[tokio::test]
async fn a_category_takes_fifty_rooms_and_the_next_one_begins_a_new_one() {
    let mut world = World::empty().await;
    for number in 0..51 {
        opened(&mut world, UserId(5_000 + number), UserId(6_000 + number)).await;
    }
    let categories = tandems::categories_of(&mut world.conn, GUILD).await.unwrap();
    assert_eq!(categories.iter().map(|one| one.rooms).collect::<Vec<_>>(), [50, 1]);
    let built = world.outbox().await.into_iter().filter(|row| matches!(row.1, Effect::CategoryCreate { .. }));
    assert_eq!(built.count(), 2);
}

#[tokio::test]
async fn a_deleted_category_of_ours_is_made_anew_and_others_are_left_alone() {
    let mut world = World::empty().await;
    opened(&mut world, MENTOR, MENTEE).await;
    let category = tandems::categories_of(&mut world.conn, GUILD).await.unwrap()[0].id;
    tandems::category_bind(&mut world.conn, category, ChannelId(77)).await.unwrap();
    let (before, now) = (world.outbox().await.len(), world.now());
    category_gone(&mut world.conn, GUILD, ChannelId(78), now).await.unwrap();
    assert_eq!(world.outbox().await.len(), before);
    category_gone(&mut world.conn, GUILD, ChannelId(77), now).await.unwrap();
    let last = world.outbox().await.pop().unwrap();
    assert_eq!((last.0, last.1), (building_lane(GUILD), Effect::CategoryCreate { category }));
    assert_eq!(tandems::category_get(&mut world.conn, category).await.unwrap().channel, None);
}

#[tokio::test]
async fn the_first_tandem_sets_the_programme_running_and_its_jobs_in_place() {
    let mut world = World::empty().await;
    let id = world.programme.id;
    programmes::programme_phase_set(&mut world.conn, id, Phase::Draft).await.unwrap();
    opened(&mut world, MENTOR, MENTEE).await;
    assert_eq!(programmes::programme_get(&mut world.conn, id).await.unwrap().phase, Phase::Running);
    let far = world.now() + chrono::Duration::days(60);
    let mut due = Vec::new();
    while let Some(Job { name, subject, due_at }) = job_due(&mut world.conn, far).await.unwrap() {
        crate::store::jobs::job_drop(&mut world.conn, &name, subject).await.unwrap();
        due.push((name, due_at.to_rfc3339()));
    }
    assert_eq!(
        due,
        [
            (jobs::DIGEST.to_owned(), "2027-01-11T07:30:00+00:00".to_owned()),
            (jobs::HALF_WAY.to_owned(), "2027-01-15T08:00:00+00:00".to_owned()),
            (jobs::MEETING_OFFER.to_owned(), "2027-01-20T09:00:00+00:00".to_owned()),
            (jobs::RELEASE.to_owned(), "2027-01-31T23:00:00+00:00".to_owned()),
            (jobs::QUESTIONS.to_owned(), "2027-02-01T08:00:00+00:00".to_owned()),
            (jobs::QUIET.to_owned(), "2027-02-03T09:00:00+00:00".to_owned()),
        ]
    );
}

#[tokio::test]
async fn a_second_tandem_leaves_the_programmes_jobs_as_they_are() {
    let mut world = World::empty().await;
    opened(&mut world, MENTOR, MENTEE).await;
    let rows = |dump: String| {
        let of_programme = |line: &&str| {
            let of_a_tandem = [jobs::MEETING_OFFER, jobs::QUIET, jobs::HALF_WAY];
            line.starts_with("job:") && !of_a_tandem.iter().any(|name| line.contains(name))
        };
        // Whatever the order in which they were last put there.
        dump.lines().filter(of_programme).map(String::from).collect::<std::collections::BTreeSet<_>>()
    };
    let before = rows(world.dump().await);
    world.pass(chrono::Duration::days(9));
    opened(&mut world, UserId(5_000), UserId(6_000)).await;
    assert_eq!(rows(world.dump().await), before);
}

#[test]
fn a_welcome_stands_in_both_languages_only_where_the_two_have_none_in_common() {
    let speaks =
        |language| Person { id: crate::domain::ids::PersonId(1), guild: GUILD, user: MENTOR, language };
    let (en, de) = (Some(Language::En), Some(Language::De));
    for (programme, formal, mentor, mentee, expected) in [
        (Language::DeFormal, true, None, None, (Language::DeFormal, None)),
        (Language::DeFormal, true, de, None, (Language::DeFormal, None)),
        (Language::De, false, en, en, (Language::En, None)),
        (Language::DeFormal, true, en, de, (Language::DeFormal, Some(Language::En))),
        (Language::DeFormal, true, None, en, (Language::DeFormal, Some(Language::En))),
        (Language::En, false, de, None, (Language::En, Some(Language::De))),
        (Language::En, true, de, de, (Language::DeFormal, None)),
    ] {
        assert_eq!(languages(programme, formal, &speaks(mentor), &speaks(mentee)), expected);
    }
}
