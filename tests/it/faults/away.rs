//! What happens while the bot is away: reactions are read again (D5), overdue jobs run once each, and nobody else can have
//! its database meanwhile (C11). And how a test's world ends (C12).

use std::sync::Arc;

use chrono::Duration;
use serde_json::json;
use tandem::clock::Stations;
use tandem::discord::connect::{Address, Token};
use tandem::discord::sender::Unwatched;
use tandem::discord::service::{Plan, Service, StartError};
use tandem::sandbox::faults::{Action, Fault};
use tandem::sandbox::people::Deed;
use tandem::sandbox::state::Settings;
use tandem::sandbox::view::MessageView;
use tandem::store;

use crate::play::stage::OnStage;
use crate::play::{self, House as _, beginning};

async fn paired(options: serde_json::Value) -> OnStage {
    let mut house = OnStage::open(Settings::default()).await;
    play::founded(&mut house, options).await;
    play::paired(&mut house).await;
    house
}

fn reacting(on: &MessageView, emoji: &str) -> Deed {
    Deed::React { channel: on.channel, message: on.id, emoji: emoji.to_owned() }
}

#[tokio::test]
async fn reactions_made_while_the_bot_was_away_are_taken_in() {
    let mut house = paired(json!({})).await;
    let ulrich = house.person("ulrich");
    let card = play::assigned(&mut house, "Read one chapter.").await;
    let texts = |house: &OnStage| house.read(ulrich, card.channel).len();
    let before = texts(&house);
    house.stage.stop().await;
    house.stage.sandbox.act(ulrich, reacting(&card, "✅")).unwrap();
    // The giver's own mark says nothing.
    house.stage.sandbox.act(house.person("vera"), reacting(&card, "🧩")).unwrap();
    house.stage.boot().await.unwrap();
    house.an_hour().await;
    let shown = house.read(ulrich, card.channel).into_iter().find(|one| one.id == card.id).unwrap();
    assert_ne!(shown.embeds, card.embeds, "the card says that it worked");
    assert_eq!(texts(&house), before + 1, "and the giver reads it once");
    house.stage.stop().await;
    house.stage.boot().await.unwrap();
    house.an_hour().await;
    assert_eq!(texts(&house), before + 1, "nothing is said again");
    house.end().await;
}

#[tokio::test]
async fn two_marks_made_while_the_bot_was_away_are_asked_about_once() {
    let mut house = paired(json!({})).await;
    let ulrich = house.person("ulrich");
    let card = play::assigned(&mut house, "Read one chapter.").await;
    house.stage.stop().await;
    for emoji in ["✅", "🧩"] {
        house.stage.sandbox.act(ulrich, reacting(&card, emoji)).unwrap();
    }
    for _ in 0..2 {
        house.stage.boot().await.unwrap();
        house.an_hour().await;
        let asked = house.read(ulrich, card.channel);
        let asked = asked.iter().filter(|one| one.content.contains("stehen jetzt beide Zeichen")).count();
        assert_eq!(asked, 1);
        house.stage.stop().await;
    }
    house.stage.boot().await.unwrap();
    house.end().await;
}

#[tokio::test]
async fn after_three_days_away_each_overdue_job_runs_once() {
    let mut house = paired(json!({ "questions": "every day 9:00", "digest": "every day 8:30" })).await;
    let (ulrich, carla) = (house.person("ulrich"), house.person("carla"));
    let (room, digest) = (house.room(ulrich).unwrap(), house.channel("koordination"));
    let questions = |house: &OnStage| {
        let all = house.read(ulrich, room);
        all.iter().filter(|one| one.reactions.iter().any(|reaction| reaction.emoji == "💡")).count()
    };
    house.jump(beginning() + Duration::days(1)).await;
    house.an_hour().await;
    assert_eq!(questions(&house), 1);
    let digests = house.read(carla, digest).len();
    house.stage.stop().await;
    house.turn(beginning() + Duration::days(4));
    house.stage.boot().await.unwrap();
    house.an_hour().await;
    assert_eq!(questions(&house), 2, "one question for three days");
    assert_eq!(house.read(carla, digest).len(), digests + 1, "one digest for three days");
    house.jump(beginning() + Duration::days(5)).await;
    house.an_hour().await;
    assert_eq!(questions(&house), 3, "and then it goes on as before");
    assert_eq!(house.read(carla, digest).len(), digests + 2, "with its digest");
    house.end().await;
}

#[tokio::test]
async fn what_was_due_while_the_bot_was_away_waits_for_the_morning_when_it_returns_at_night() {
    let mut house = paired(json!({ "questions": "every day 9:00", "quiet": "19:00-7:30" })).await;
    let ulrich = house.person("ulrich");
    let room = house.room(ulrich).unwrap();
    let questions = |house: &OnStage| {
        let all = house.read(ulrich, room);
        all.iter().filter(|one| one.reactions.iter().any(|reaction| reaction.emoji == "💡")).count()
    };
    assert_eq!(questions(&house), 0);
    house.stage.stop().await;
    let night = beginning() + Duration::days(2) + Duration::hours(17);
    house.turn(night);
    house.stage.boot().await.unwrap();
    house.an_hour().await;
    assert_eq!(questions(&house), 0, "at four in the morning nobody is asked");
    house.until(night + Duration::minutes(4 * 60 + 25)).await;
    assert_eq!(questions(&house), 0);
    house.until(night + Duration::minutes(4 * 60 + 35)).await;
    assert_eq!(questions(&house), 1, "but when the quiet hours are over");
    house.end().await;
}

#[tokio::test]
async fn a_second_bot_on_the_same_database_does_not_begin() {
    let house = OnStage::open(Settings::default()).await;
    let plan = Plan {
        database: &house.stage.database,
        durability: tandem::store::Durability::Machine,
        token: &Token::new(house.stage.sandbox.token()),
        address: &Address::named(&house.stage.sandbox.api()),
        clock: Arc::new(house.stage.clock.clone()),
        secret: None,
        stations: Stations::default(),
        events: Arc::default(),
        lanes: 1,
        checkpoints: Arc::new(Unwatched),
    };
    let refused = Service::start(plan).await.err();
    assert!(matches!(refused, Some(StartError::Store(store::Error::InUse))), "{refused:?}");
    house.end().await;
}

#[tokio::test]
async fn a_world_that_ends_fails_on_what_is_due_and_on_nothing_else() {
    let mut house = paired(json!({})).await;
    let vera = house.person("vera");
    let room = house.room(vera).unwrap();
    house.command(vera, room, "task assign", json!({ "text": "Read.", "due": "2027-01-15" })).await;
    house.an_hour().await;
    assert!(house.next_wake().is_some(), "something is still to come");
    assert_eq!(house.overdue().await, Vec::<String>::new(), "and that is nobody's loss");
    let fails = Fault::on("POST", "/channels/{channel_id}/messages", Action::Fail { status: 500 });
    house.stage.sandbox.faults.lay(fails);
    house.command(vera, room, "task assign", json!({ "text": "Write." })).await;
    house.stage.stop().await;
    let later = house.stage.sandbox.clock.now() + Duration::seconds(31);
    house.turn(later);
    assert_eq!(house.overdue().await.len(), 1, "what is due and not made is told");
    house.stage.boot().await.unwrap();
    house.an_hour().await;
    house.end().await;
}
