//! The database cannot be written for a while: its disk is full, or another program has locked it. Whoever asks is told
//! so, and what was promised before is kept afterwards.

use chrono::Duration;
use serde_json::json;
use sqlx::{Connection as _, Executor as _};
use tandem::sandbox::state::Settings;
use tandem::store;

use crate::play::stage::OnStage;
use crate::play::{self, House as _};

const NOT_SAVED: &str = "nichts speichern";

async fn paired() -> (OnStage, u64, u64) {
    let mut house = OnStage::open(Settings::default()).await;
    play::founded(&mut house, json!({})).await;
    play::paired(&mut house).await;
    let vera = house.person("vera");
    let room = house.room(vera).expect("a room");
    (house, vera, room)
}

/// Runs a statement on the connection that writes.
async fn writing(house: &OnStage, sql: &'static str) {
    let store = &house.stage.service.as_ref().expect("a bot").bot.app.store;
    let run = store.write(move |conn| {
        Box::pin(async move {
            conn.execute(sql).await?;
            Ok(())
        })
    });
    run.await.unwrap();
}

fn cards(house: &OnStage, person: u64, room: u64) -> usize {
    let all = house.read(person, room);
    all.iter().filter(|one| one.reactions.iter().any(|reaction| reaction.emoji == "🧩")).count()
}

#[tokio::test]
async fn on_a_full_disk_nothing_is_half_done_and_nothing_is_lost() {
    let (mut house, vera, room) = paired().await;
    // SQLite takes no number below the pages there are: from here on the file cannot grow.
    writing(&house, "PRAGMA max_page_count = 1").await;
    let (mut saved, mut refused) = (0, 0);
    for number in 0..40 {
        let text = format!("{number} {}", "Read one chapter and write down what surprised you. ".repeat(15));
        let said = house.command(vera, room, "task assign", json!({ "text": text })).await.content;
        if said.contains(NOT_SAVED) {
            refused += 1;
        } else {
            saved += 1;
        }
        let later = house.stage.sandbox.clock.now() + Duration::minutes(20);
        house.jump(later).await;
        if refused == 3 {
            break;
        }
    }
    assert_eq!(refused, 3, "the disk was never full; {saved} were saved");
    writing(&house, "PRAGMA max_page_count = 1000000").await;
    house.an_hour().await;
    assert_eq!(cards(&house, vera, room), saved, "what was promised stands there, and nothing else");
    house.command(vera, room, "task assign", json!({ "text": "Read one chapter." })).await;
    house.an_hour().await;
    assert_eq!(cards(&house, vera, room), saved + 1);
    house.end().await;
}

#[tokio::test]
async fn a_reaction_made_while_the_database_is_locked_is_read_again_and_taken_in() {
    let (mut house, vera, _) = paired().await;
    let card = play::assigned(&mut house, "Read one chapter.").await;
    let address = format!("sqlite://{}", house.stage.database.display());
    let mut browser = sqlx::SqliteConnection::connect(&address).await.unwrap();
    browser.execute("BEGIN IMMEDIATE").await.unwrap();
    let ulrich = house.person("ulrich");
    house.react(ulrich, &card, "✅").await;
    let states = "SELECT state FROM task";
    let state: String = sqlx::query_scalar(states).fetch_one(&mut browser).await.unwrap();
    assert_eq!(state, "open", "it could not be stored");
    browser.execute("ROLLBACK").await.unwrap();
    house.an_hour().await;
    let state: String = sqlx::query_scalar(states).fetch_one(&mut browser).await.unwrap();
    assert_eq!(state, "worked");
    let told = house.read(vera, card.channel);
    assert!(told.iter().any(|one| one.content.contains("Aufgabe 1")), "{told:#?}");
    house.end().await;
}

#[tokio::test]
async fn a_database_that_another_program_has_locked_is_waited_for_and_then_told() {
    let (mut house, vera, room) = paired().await;
    let address = format!("sqlite://{}", house.stage.database.display());
    let mut browser = sqlx::SqliteConnection::connect(&address).await.unwrap();
    browser.execute("BEGIN IMMEDIATE").await.unwrap();
    let said = house.command(vera, room, "task assign", json!({ "text": "Read one chapter." })).await;
    assert!(said.content.contains(NOT_SAVED), "{}", said.content);
    browser.execute("ROLLBACK").await.unwrap();
    house.command(vera, room, "task assign", json!({ "text": "Read one chapter." })).await;
    house.an_hour().await;
    assert_eq!(cards(&house, vera, room), 1);
    house.end().await;
}

#[tokio::test]
async fn a_file_that_may_only_be_read_is_told_from_other_faults() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("tandem.db");
    let stations = tandem::clock::Stations::default();
    store::open(&file, store::Durability::Machine, &stations, Vec::new()).await.unwrap().close().await;
    let mut bytes = std::fs::read(&file).unwrap();
    // A write version that SQLite does not know (https://sqlite.org/fileformat.html, 1.3.3): it may be read only, by
    // root as well.
    bytes[18] = 3;
    std::fs::write(&file, bytes).unwrap();
    let opened = store::open(&file, store::Durability::Machine, &stations, Vec::new()).await;
    let why = match opened {
        Ok(store) => {
            let write = store.write(|conn| {
                Box::pin(async move {
                    conn.execute("DELETE FROM job").await?;
                    Ok(())
                })
            });
            write.await
        }
        Err(error) => Err(error),
    };
    assert!(matches!(why, Err(store::Error::ReadOnly)), "{why:?}");
}
