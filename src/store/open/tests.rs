use super::*;
use crate::domain::ids::{ChannelId, TandemId};
use crate::store::{Conn, meetings, programmes, tandems, tasks};

/// The migrations that a file of that version had.
fn until(version: i64) -> sqlx::migrate::Migrator {
    let mut migrator = sqlx::migrate!();
    migrator.migrations.to_mut().retain(|one| one.version <= version);
    migrator
}

/// A tandem at work in the ninth version: a task, a meeting ahead, a post, a number, a row of the outbox.
const LIFE: &str = "
    INSERT INTO installation (only_row, secret) VALUES (1, zeroblob(32));
    INSERT INTO server (guild_id, coordinator_role, digest_channel, language) VALUES (11, 12, 13, 'de');
    INSERT INTO person (id, guild_id, user_id, language) VALUES (1, 11, 101, NULL), (2, 11, 102, 'en');
    INSERT INTO consent (person_id, document, version) VALUES (1, 'notice', 1), (2, 'agreement', 1);
    INSERT INTO programme (id, guild_id, name, template, phase, language, zone, starts_on, ends_on, meetings,
        question_schedule, digest_schedule, quiet_from, quiet_to, k, deletion_days, mentee_assigns, card_channel,
        digest_channel)
        VALUES (1, 11, 'Pilot', 'six', 'running', 'de', 'Europe/Berlin', '2027-01-04', '2027-05-23', 6,
        '0 9 * * Mon', '30 8 * * Mon', '19:00', '07:30', 5, 90, 0, 14, 13);
    INSERT INTO enrolment (programme_id, person_id, role, state) VALUES (1, 1, 'mentor', 'approved'),
        (1, 2, 'mentee', 'approved');
    INSERT INTO category (id, guild_id, number, channel_id) VALUES (1, 11, 1, 15);
    INSERT INTO tandem (id, programme_id, mentor_id, mentee_id, category_id, name, language, state, channel_id,
        opened_at) VALUES (1, 1, 1, 2, 1, 'birke-anker', 'de', 'open', 16, 1798700000000);
    INSERT INTO post (id, kind, tandem_id, subject, message_id) VALUES (1, 'task-card', 1, 1, 17);
    INSERT INTO task (tandem_id, number, giver_id, doer_id, text, due_on, state, given_at)
        VALUES (1, 1, 1, 2, 'Kopfhörer koppeln', '2027-01-20', 'open', 1798800000000);
    INSERT INTO rating (programme_id, person_id, value, given_at) VALUES (1, 2, 4, 1798800000000);
    INSERT INTO outbox (lane, programme_id, effect, due_at) VALUES ('room:1', 1, '{\"edit\":{\"post\":1}}', 1798800000000);
    INSERT INTO meeting (tandem_id, starts_at, minutes, place, mentor_ok, mentee_ok, planned_at, changed_at)
        VALUES (1, 1800000000000, 60, 'Raum 4', 1, 0, 1798800000000, 1798800000000);
";

/// What came into the same life by the twenty-first version: what people say of themselves, a round of pairing, a pause, a
/// survey, a briefing.
const LATER: &str = "
    INSERT INTO profile (enrolment_id, department, german) VALUES (1, 'Vertrieb', 1), (2, 'Einkauf', 1);
    INSERT INTO profile_topic (enrolment_id, topic) VALUES (1, 'devices');
    INSERT INTO rather_not (enrolment_id, user_id) VALUES (2, 103);
    INSERT INTO favourite (programme_id, person_id, favourite_id, rank) VALUES (1, 2, 1, 1);
    INSERT INTO match_round (id, programme_id, state, deadline) VALUES (1, 1, 'done', 1798700000000);
    INSERT INTO pause (tandem_id, from_at, until_at) VALUES (1, 1798800000000, 1798900000000);
    INSERT INTO briefing (enrolment_id, side) VALUES (1, 'mentor');
    INSERT INTO survey (id, programme_id, kind, state, apart, opens_at, closes_at)
        VALUES (1, 1, 'interim', 'open', 0, 1798800000000, 1799900000000);
    INSERT INTO survey_sheet (survey_id, person_id, side, answers) VALUES (1, 2, 'mentee', '{\"1\":2}');
";

/// A file of that version, with a life in it.
async fn old(file: &Path, version: i64, lives: &[&'static str]) {
    let mut conn = options(file).create_if_missing(true).connect().await.unwrap();
    until(version).run_direct(None, &mut conn, false).await.unwrap();
    for life in lives {
        sqlx::raw_sql(*life).execute(&mut conn).await.unwrap();
    }
    conn.close().await.unwrap();
}

async fn rows(conn: &mut Conn, table: &str) -> i64 {
    let sql = sqlx::AssertSqlSafe(format!("SELECT count(*) FROM {table}"));
    sqlx::query_scalar(sql).fetch_one(conn).await.unwrap()
}

#[tokio::test]
async fn a_file_of_the_twenty_first_version_keeps_what_people_entered_through_every_migration_since() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("tandem.db");
    old(&file, 21, &[LIFE, LATER]).await;
    drop(open(&file, Durability::Process, &Stations::default(), Vec::new()).await.unwrap());
    let mut conn = open_for_test(&file).await.unwrap();
    let kept = [
        ("profile", 2),
        ("profile_topic", 1),
        ("rather_not", 1),
        ("favourite", 1),
        ("match_round", 1),
        ("pause", 1),
        ("briefing", 1),
        ("survey", 1),
        ("survey_sheet", 1),
        ("tandem", 1),
        ("meeting", 1),
    ];
    for (table, count) in kept {
        assert_eq!(rows(&mut conn, table).await, count, "{table}");
    }
    let wrong: Vec<i64> =
        sqlx::query_scalar("SELECT rowid FROM pragma_foreign_key_check").fetch_all(&mut conn).await.unwrap();
    assert!(wrong.is_empty());
}

#[tokio::test]
async fn a_file_of_the_ninth_version_keeps_its_life_through_every_migration_since() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("tandem.db");
    old(&file, 9, &[LIFE]).await;

    drop(open(&file, Durability::Process, &Stations::default(), Vec::new()).await.unwrap());
    let mut conn = open_for_test(&file).await.unwrap();
    assert_eq!(
        newest_migration(&mut conn).await.unwrap(),
        MIGRATOR.iter().map(|one| one.version).max().unwrap()
    );
    let tandem = tandems::tandem_of_channel(&mut conn, ChannelId(16)).await.unwrap().unwrap();
    assert!(tandem.is_live() && tandem.id == TandemId(1));
    let programme = programmes::programme_of(&mut conn, tandem.id).await.unwrap();
    assert_eq!((programme.name.as_str(), programme.meetings), ("Pilot", 6));
    assert_eq!(tasks::tasks_of(&mut conn, tandem.id).await.unwrap()[0].text, "Kopfhörer koppeln");
    assert_eq!(meetings::meetings_of(&mut conn, tandem.id).await.unwrap()[0].place, "Raum 4");
    for (table, count) in
        [("person", 2), ("consent", 2), ("enrolment", 2), ("rating", 1), ("post", 1), ("outbox", 1)]
    {
        assert_eq!(rows(&mut conn, table).await, count, "{table}");
    }
    let wrong: Vec<i64> =
        sqlx::query_scalar("SELECT rowid FROM pragma_foreign_key_check").fetch_all(&mut conn).await.unwrap();
    assert!(wrong.is_empty());

    // The copy made before is the file as it was.
    let copy = beside(&file, "before-9");
    let mut before = options(&copy).connect().await.unwrap();
    assert_eq!(newest_migration(&mut before).await.unwrap(), 9);
    let text: String = sqlx::query_scalar("SELECT text FROM task").fetch_one(&mut before).await.unwrap();
    assert_eq!(text, "Kopfhörer koppeln");
}
