//! What an erased programme leaves on the job list, which is nothing, and a restored backup in which it was alive.

use super::tests::{CANARY, HIS, VERA, lived_in};
use super::*;
use crate::app::testing::World;
use crate::domain::ids::ChannelId;
use crate::scheduler::{restore, tick};
use crate::store::jobs::{SUBJECTS, Subject, job_at};
use crate::store::{backup, exec_for_test};

/// Puts every job of the programme on the list, due then, about everything that it can be about; how many there are.
async fn all_jobs(world: &mut World, due_at: DateTime<Utc>) -> usize {
    exec_for_test(&mut world.conn, "DELETE FROM job").await.unwrap();
    let at = due_at.timestamp_millis();
    for (name, subject) in SUBJECTS {
        let subjects = match subject {
            Subject::Nothing => continue,
            Subject::Programme => "SELECT 1 AS id".to_owned(),
            Subject::LookBack => {
                "SELECT id * 2 AS id FROM tandem UNION SELECT id * 2 + 1 FROM tandem".to_owned()
            }
            Subject::Row(table) => format!("SELECT id FROM \"{table}\""),
        };
        let count = listed(world).await.len();
        let sql =
            format!("INSERT INTO job (name, subject, due_at) SELECT '{name}', id, {at} FROM ({subjects})");
        exec_for_test(&mut world.conn, &sql).await.unwrap();
        assert!(listed(world).await.len() > count, "{name}: there is nothing that it could be about");
    }
    listed(world).await.len()
}

async fn listed(world: &mut World) -> Vec<String> {
    let dump = world.dump().await;
    dump.lines().filter(|line| line.starts_with("job: ")).map(ToOwned::to_owned).collect()
}

/// Erases the programme, whose rooms nobody deletes any more.
async fn erased(world: &mut World) {
    let id = world.programme.id;
    programmes::programme_phase_set(&mut world.conn, id, Phase::Erased).await.unwrap();
    let over = over(&world.programme) + ROOMS_WITHIN;
    assert_eq!(programme(&mut world.conn, id, over).await.unwrap(), None);
}

#[tokio::test]
async fn no_job_about_an_erased_programme_or_anything_in_it_is_left_and_those_of_others_are() {
    let (mut world, ..) = lived_in().await;
    let now = world.now();
    let all = all_jobs(&mut world, now).await;
    assert!(all > 40, "{all}");
    // Another programme's, and the installation's own.
    for (name, subject) in
        [(jobs::QUESTIONS, 2), (jobs::STAY_ASK, 77), (jobs::LOOK_BACK, 154), (jobs::TIDY, 0)]
    {
        job_set(&mut world.conn, name, subject, now).await.unwrap();
    }
    erased(&mut world).await;
    let left: Vec<String> = listed(&mut world)
        .await
        .into_iter()
        .map(|line| line.split(" due_at").next().unwrap_or_default().to_owned())
        .collect();
    let expected = [("look-back", 154), ("questions", 2), ("scour", 0), ("stay-ask", 77), ("tidy", 0)]
        .map(|(name, subject)| format!("job: name='{name}' subject={subject}"));
    let sorted: BTreeSet<_> = left.iter().cloned().collect();
    assert_eq!(sorted, expected.into_iter().collect(), "{left:#?}");
}

#[tokio::test]
async fn a_lounge_that_still_stands_when_its_programme_is_erased_goes_all_the_same() {
    let (mut world, ..) = lived_in().await;
    world.programme_set("lounge_channel", "1130000000000000088").await;
    assert_eq!(world.programme.lounge_channel, Some(ChannelId(1_130_000_000_000_000_088)));
    erased(&mut world).await;
    assert!(job_at(&mut world.conn, jobs::LOUNGE, world.programme.id.0).await.unwrap().is_some());
    let now = over(&world.programme) + ROOMS_WITHIN;
    job_drop(&mut world.conn, jobs::SCOUR, 0).await.unwrap();
    while tick(&mut world.conn, now).await.unwrap() {}
    let outbox: Vec<_> = world.outbox().await.into_iter().map(|(_, effect, _)| effect).collect();
    assert_eq!(outbox, [Effect::LoungeDelete { programme: world.programme.id }]);
}

#[tokio::test]
async fn a_backup_from_before_a_programme_was_erased_makes_up_for_it_whatever_was_due_in_it() {
    let (mut world, ..) = lived_in().await;
    let now = world.now();
    all_jobs(&mut world, now + Duration::hours(1)).await;
    let database = ledger::path_of(&mut world.conn).await.unwrap();
    let copy = database.with_file_name("backup.db");
    backup::backup(&database, &copy, now, |_| ()).await.unwrap();
    erased(&mut world).await;
    world.app.store.close().await;
    let incoming = backup::Incoming::bring(&copy, &database).await.unwrap();
    let mut conn = incoming.conn().await.unwrap();
    let before = crate::store::dump_for_test(&mut conn).await.unwrap();
    assert!(before.contains(CANARY) && before.contains("job: name='look-back'"), "the backup holds it");
    let later = over(&world.programme) + ROOMS_WITHIN + Duration::days(1);
    let settled = restore::settle(&mut conn, later).await.unwrap();
    assert_eq!(settled.erasures, 1);
    job_drop(&mut conn, jobs::SCOUR, 0).await.unwrap();
    for days in [0, 40, 400] {
        while tick(&mut conn, later + Duration::days(days)).await.unwrap() {}
    }
    let dump = crate::store::dump_for_test(&mut conn).await.unwrap();
    for trace in [CANARY, HIS, &VERA.to_string(), "person: ", "tandem: ", "enrolment: ", "job: ", "outbox: "]
    {
        assert!(!dump.contains(trace), "{trace} in {dump}");
    }
    for total in ["phase='erased'", "fact='mentors' value=2", "fact='begun' value=2", "fact='ended' value=2"]
    {
        assert!(dump.contains(total), "{total} in {dump}");
    }
    assert_eq!(make_up(&mut conn, later).await.unwrap(), 0, "once is enough");
}
