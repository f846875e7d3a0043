//! What is delivered late or twice, and answers that do not arrive (D4).

use chrono::Duration;
use serde_json::json;
use tandem::sandbox::faults::{Action, Fault};
use tandem::sandbox::gateway::EventTwist;
use tandem::sandbox::people::Deed;
use tandem::sandbox::state::Settings;
use tandem::sandbox::view::Answer;

use crate::play::stage::OnStage;
use crate::play::{self, House as _, patiently};

const CALLBACK: &str = "/interactions/{interaction_id}/{interaction_token}/callback";

/// A stage on which Vera and Ulrich have a room.
async fn paired() -> (OnStage, u64, u64, u64) {
    let mut house = OnStage::open(Settings::default()).await;
    play::founded(&mut house, json!({})).await;
    play::paired(&mut house).await;
    let (vera, ulrich) = (house.person("vera"), house.person("ulrich"));
    let room = house.room(vera).expect("a room");
    (house, vera, ulrich, room)
}

fn running(house: &OnStage, channel: u64, name: &str, options: serde_json::Value) -> Deed {
    let options = serde_json::from_value(options).unwrap();
    let guild = Some(house.stage.sandbox.guild_id());
    Deed::Command { guild, channel, name: name.to_owned(), options, locale: None }
}

fn assigning(house: &OnStage, room: u64) -> Deed {
    running(house, room, "task assign", json!({ "text": "Read one chapter." }))
}

fn cards(house: &OnStage, person: u64, room: u64) -> usize {
    let all = house.read(person, room);
    all.iter().filter(|one| one.reactions.iter().any(|reaction| reaction.emoji == "🧩")).count()
}

#[tokio::test]
async fn a_request_that_is_delivered_late_changes_nothing() {
    let (mut house, vera, _, room) = paired().await;
    let mut changed = house.stage.sandbox.changed();
    house.stage.sandbox.hub.set_accepting(false);
    house.stage.sandbox.hub.drop_connections();
    while house.stage.sandbox.traffic().connected > 0 {
        patiently("the connection is cut", changed.changed()).await.unwrap();
    }
    let done = house.stage.sandbox.act(vera, assigning(&house, room)).unwrap();
    let later = house.stage.sandbox.clock.now() + Duration::milliseconds(2_501);
    house.turn(later);
    house.stage.sandbox.hub.set_accepting(true);
    house.an_hour().await;
    assert_eq!(house.stage.sandbox.interaction(done.id()).unwrap().state, Answer::Failed);
    assert_eq!(cards(&house, vera, room), 0);
    house.act(vera, assigning(&house, room)).await;
    house.an_hour().await;
    assert_eq!(cards(&house, vera, room), 1);
    house.end().await;
}

#[tokio::test]
async fn what_is_pressed_or_sent_while_the_connection_is_lost_comes_too_late_by_resume_and_a_reaction_does_not()
 {
    let (mut house, vera, ulrich, room) = paired().await;
    let card = play::assigned(&mut house, "Read one chapter.").await;
    let next = house.command(vera, room, "session next", json!({})).await;
    let custom_id = next.button("Treffen planen").unwrap().to_owned();
    let opens = Deed::Press { channel: next.channel, message: next.id, custom_id };
    let form = house.act(vera, opens).await.unwrap();
    assert!(form.modal.is_some());
    let state =
        |house: &OnStage| house.read(vera, room).into_iter().find(|one| one.id == card.id).unwrap().embeds;
    let session = |house: &OnStage| house.stage.sandbox.hub.sessions().last().map(|one| one.id.clone());
    let before = session(&house);
    let mut changed = house.stage.sandbox.changed();
    house.stage.sandbox.hub.set_accepting(false);
    house.stage.sandbox.hub.drop_connections();
    while house.stage.sandbox.traffic().connected > 0 {
        patiently("the connection is cut", changed.changed()).await.unwrap();
    }
    let custom_id = card.button("Hat geklappt").unwrap().to_owned();
    let presses = Deed::Press { channel: room, message: card.id, custom_id };
    let fields = [("when".to_owned(), "10.2. 14:00".to_owned()), ("place".to_owned(), String::new())];
    let sends = Deed::Submit { interaction: form.id, fields: fields.into_iter().collect() };
    let late = [
        house.stage.sandbox.act(ulrich, presses).unwrap().id(),
        house.stage.sandbox.act(vera, sends).unwrap().id(),
    ];
    let later = house.stage.sandbox.clock.now() + Duration::milliseconds(2_501);
    house.turn(later);
    house.stage.sandbox.hub.set_accepting(true);
    house.an_hour().await;
    assert_eq!(session(&house), before, "it was resumed");
    for id in late {
        assert_eq!(house.stage.sandbox.interaction(id).unwrap().state, Answer::Failed);
    }
    assert_eq!(state(&house), card.embeds, "nothing was reported");
    let texts = house.read(vera, room);
    assert!(!texts.iter().any(|one| one.button("Bestätigen").is_some()), "no meeting was planned");

    house.stage.sandbox.hub.set_accepting(false);
    house.stage.sandbox.hub.drop_connections();
    while house.stage.sandbox.traffic().connected > 0 {
        patiently("the connection is cut", changed.changed()).await.unwrap();
    }
    let marks = Deed::React { channel: room, message: card.id, emoji: "✅".to_owned() };
    house.stage.sandbox.act(ulrich, marks).unwrap();
    let later = house.stage.sandbox.clock.now() + Duration::minutes(5);
    house.turn(later);
    house.stage.sandbox.hub.set_accepting(true);
    house.an_hour().await;
    assert_eq!(session(&house), before, "it was resumed once more");
    assert_ne!(state(&house), card.embeds, "a reaction stands, however late it is heard of");
    house.end().await;
}

#[tokio::test]
async fn whoever_asks_is_answered_before_what_follows_is_sent_however_slowly_discord_takes_the_answer() {
    let (mut house, vera, _, room) = paired().await;
    house.stage.sandbox.faults.lay(Fault::on("POST", CALLBACK, Action::Slow { seconds: 1.0 }));
    let before = house.stage.sandbox.record.requests().len();
    house.act(vera, assigning(&house, room)).await;
    house.an_hour().await;
    let asked = house.stage.sandbox.record.requests();
    let posts: Vec<_> = asked[before..].iter().map(|asked| asked.template.as_str()).collect();
    assert_eq!(posts[..2], [CALLBACK, "/channels/{channel_id}/messages"], "{posts:?}");
    house.end().await;
}

#[tokio::test]
async fn a_request_that_is_delivered_twice_acts_once() {
    let (mut house, vera, _, room) = paired().await;
    house.stage.sandbox.hub.twist("INTERACTION_CREATE".to_owned(), EventTwist::Repeat, 1);
    house.act(vera, assigning(&house, room)).await;
    house.an_hour().await;
    assert_eq!(cards(&house, vera, room), 1);
    house.end().await;
}

#[tokio::test]
async fn whoever_repeats_a_request_whose_answer_was_lost_gets_the_first_outcome() {
    for action in [Action::Fail { status: 500 }, Action::LoseResponse] {
        let (mut house, vera, _, room) = paired().await;
        house.stage.sandbox.faults.lay(Fault::on("POST", CALLBACK, action.clone()));
        let first = house.stage.act(vera, assigning(&house, room)).await.unwrap().unwrap();
        let arrived = action == Action::LoseResponse;
        assert_eq!(first.state == Answer::Answered, arrived, "{first:?}");
        let again = house.stage.act(vera, assigning(&house, room)).await.unwrap().unwrap();
        let said = again.reply.unwrap().content;
        assert!(said.starts_with("Aufgabe 1 "), "{said}");
        house.an_hour().await;
        assert_eq!(cards(&house, vera, room), 1);
        // Now that the answer has arrived, the same words are a new task.
        house.act(vera, assigning(&house, room)).await;
        house.an_hour().await;
        assert_eq!(cards(&house, vera, room), 2);
        house.end().await;
    }
}

#[tokio::test]
async fn whoever_took_a_report_back_by_a_reaction_reports_anew() {
    let (mut house, vera, ulrich, room) = paired().await;
    let card = play::assigned(&mut house, "Read one chapter.").await;
    let state =
        |house: &OnStage| house.read(vera, room).into_iter().find(|one| one.id == card.id).unwrap().embeds;
    let open = state(&house);
    house.stage.sandbox.faults.lay(Fault::on("POST", CALLBACK, Action::Fail { status: 500 }));
    let worked = running(&house, room, "worked", json!({}));
    house.stage.act(ulrich, worked.clone()).await.unwrap();
    let done = state(&house);
    assert_ne!(done, open, "it was noted, although the answer was lost");
    house.react(ulrich, &card, "🧩").await;
    assert_ne!(state(&house), done, "stuck, says the reaction");
    house.act(ulrich, worked).await;
    assert_eq!(state(&house), done, "the last word counts");
    house.an_hour().await;
    house.end().await;
}
