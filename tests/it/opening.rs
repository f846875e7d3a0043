//! Many tandems open at once, and the process is killed again and again while they do: after the last restart there are
//! exactly as many tandems and rooms as there were acceptances, each room once, and nothing is left over.
//!
//! `cargo test` opens a few; `TANDEM_OPEN=400 TANDEM_OPEN_KILLS=60 cargo test --test it opening -- --nocapture` opens 400 and
//! prints its figures.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use chrono::{DateTime, Duration, Utc};
use serde_json::json;
use sqlx::{Connection as _, Row as _};
use tandem::sandbox::Sandbox;
use tandem::sandbox::people::Newcomer;

use crate::company::connection;
use crate::kill::Killing;
use crate::play::{self, House, beginning};

fn setting(name: &str, default: u64) -> u64 {
    std::env::var(name).ok().and_then(|value| value.parse().ok()).unwrap_or(default)
}

/// So many pairs of one round have accepted until its deadline.
pub async fn accepted(sandbox: &Sandbox, database: &Path, tandems: u64, deadline: DateTime<Utc>) {
    let guild = sandbox.guild_id();
    let mut sql = format!(
        "INSERT INTO match_round (id, programme_id, state, deadline) VALUES (1, 1, 'asking', {0});
         INSERT INTO job (name, subject, due_at) VALUES ('round-deadline', 1, {0});",
        deadline.timestamp_millis()
    );
    for number in 0..tandems {
        let two = ["mentor", "mentee"].map(|role| {
            let name = format!("{role}-{number}");
            let person = sandbox.add_person(Newcomer {
                name,
                display_name: None,
                locale: "de".to_owned(),
                bot: false,
            });
            sandbox.add_member(guild, person);
            let _ = write!(
                sql,
                "INSERT INTO person (guild_id, user_id) VALUES ({guild}, {person});
                 INSERT INTO enrolment (programme_id, person_id, role, state)
                 VALUES (1, last_insert_rowid(), '{role}', 'approved');"
            );
            format!("(SELECT id FROM person WHERE user_id = {person})")
        });
        let _ = write!(
            sql,
            "INSERT INTO proposal (programme_id, round_id, mentor_id, mentee_id, deadline, state, mentor_answer, mentee_answer)
             VALUES (1, 1, {}, {}, {}, 'open', 1, 1);",
            two[0],
            two[1],
            deadline.timestamp_millis()
        );
    }
    run(database, &sql).await;
}

async fn run(database: &Path, sql: &str) {
    let mut conn = connection(database).await;
    sqlx::raw_sql(sqlx::AssertSqlSafe(format!("BEGIN; {sql} COMMIT;"))).execute(&mut conn).await.unwrap();
    conn.close().await.unwrap();
}

/// What the bot believes: the room of each tandem.
async fn rooms(database: &Path) -> Vec<u64> {
    let mut conn = connection(database).await;
    let rows =
        sqlx::query("SELECT state, channel_id FROM tandem ORDER BY id").fetch_all(&mut conn).await.unwrap();
    let left: i64 = sqlx::query_scalar("SELECT count(*) FROM outbox").fetch_one(&mut conn).await.unwrap();
    let waiting: i64 =
        sqlx::query_scalar("SELECT count(*) FROM proposal WHERE to_open = 1 OR state <> 'accepted'")
            .fetch_one(&mut conn)
            .await
            .unwrap();
    conn.close().await.unwrap();
    assert_eq!((left, waiting), (0, 0), "something is left over");
    let room = |row: &sqlx::sqlite::SqliteRow| {
        assert_eq!(row.get::<&str, _>("state"), "open");
        row.get::<Option<i64>, _>("channel_id").expect("a room").cast_unsigned()
    };
    rows.iter().map(room).collect()
}

/// What stands at Discord: rooms below categories of ours, and the categories.
fn standing(house: &Killing) -> (BTreeSet<u64>, BTreeSet<u64>) {
    let world = house.sandbox().world();
    let categories: BTreeSet<u64> =
        world.channels.values().filter(|one| one.kind == 4).map(|one| one.id).collect();
    let inside = |parent: Option<u64>| parent.is_some_and(|parent| categories.contains(&parent));
    let rooms =
        world.channels.values().filter(|one| one.kind == 0 && inside(one.parent)).map(|one| one.id).collect();
    (rooms, categories)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_again_and_again_while_many_tandems_open_each_of_them_opens_once() {
    let (tandems, kills) = (setting("TANDEM_OPEN", 24), setting("TANDEM_OPEN_KILLS", 8));
    let begun = std::time::Instant::now();
    let mut house = Killing::begin(None).await;
    play::founded(&mut house, json!({ "quiet": "keine", "questions": "0 12 5 * *" })).await;
    let (rooms_before, categories_before) = standing(&house);
    house.cut_down().await;
    let deadline = beginning() + Duration::hours(1);
    accepted(house.sandbox(), &house.database, tandems, deadline).await;
    house.revive().await;
    // Opening a tandem takes about six requests; the kills are spread over all of them.
    let (mut rng, each) = (fastrand::Rng::with_seed(tandems), (tandems * 6 / (kills + 1)).max(2));
    let (until, mut killed) = (deadline + Duration::hours(6), 0);
    while killed < kills && house.cut_down_after(rng.u64(1..=each), until).await {
        killed += 1;
        house.revive().await;
    }
    assert!(killed >= kills.min(4), "{killed} kills");
    house.until(until).await;
    let (all, categories) = standing(&house);
    let ours = rooms(&house.database).await;
    assert_eq!(ours.len() as u64, tandems);
    assert_eq!(
        ours.iter().copied().collect::<BTreeSet<_>>(),
        &all - &rooms_before,
        "an orphan, or a room twice"
    );
    assert_eq!((&categories - &categories_before).len() as u64, tandems.div_ceil(50));
    let world = house.sandbox().world();
    for room in &ours {
        let channel = &world.channels[room];
        let posts = channel.messages.values().filter(|message| message.kind == 0).count();
        assert_eq!(posts, 1, "one welcome in {}", channel.name);
        assert_eq!(channel.overwrites.len(), 4, "everybody, the bot and the two");
    }
    let office = world.channels.values().find(|one| one.name == "koordination").unwrap();
    let cards = office.messages.values().filter(|message| message.content.contains("dieser Runde"));
    let cards: Vec<_> = cards.map(|message| message.content.clone()).collect();
    assert_eq!(cards, [format!("Alle {tandems} Tandems dieser Runde sind offen.")]);
    let traffic = house.sandbox().traffic();
    println!(
        "{tandems} tandems opened, {killed} kills on the way, {} requests, {} answered with 429, {:.0} s",
        traffic.requests,
        traffic.rate_limited,
        begun.elapsed().as_secs_f64()
    );
    assert!(traffic.max_in_any_second <= 50);
}
