//! Reactions made while the bot was dead, which are read again by the process after it (D5), and what they mean for a
//! request whose answer was lost before (D4).

use std::collections::BTreeMap;

use chrono::Duration;
use serde_json::json;
use tandem::sandbox::faults::{self, Action, Fault, Release};
use tandem::sandbox::people::Deed;
use tandem::sandbox::view::MessageView;

use super::Killing;
use crate::play::{self, House as _};

const CALLBACK: &str = "/interactions/{interaction_id}/{interaction_token}/callback";
const REACTIONS: &str = "/channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}";

/// Ulrich has a task; its card.
async fn with_a_task() -> (Killing, MessageView) {
    let mut house = Killing::begin(None).await;
    play::founded(&mut house, json!({})).await;
    play::paired(&mut house).await;
    let card = play::assigned(&mut house, "Read one chapter.").await;
    (house, card)
}

fn reacting(on: &MessageView, emoji: &str) -> Deed {
    Deed::React { channel: on.channel, message: on.id, emoji: emoji.to_owned() }
}

/// What the card says now.
fn shown(house: &Killing, card: &MessageView) -> Vec<serde_json::Value> {
    let all = house.read(house.person("vera"), card.channel);
    all.into_iter().find(|one| one.id == card.id).unwrap().embeds
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_said_otherwise_by_a_reaction_while_the_bot_was_dead_acts_anew_by_the_same_command() {
    let (mut house, card) = with_a_task().await;
    let ulrich = house.person("ulrich");
    house.sandbox.faults.lay(Fault::on("POST", CALLBACK, Action::Fail { status: 500 }));
    let guild = Some(house.sandbox.guild_id());
    let (channel, name) = (card.channel, "worked".to_owned());
    let worked = Deed::Command { guild, channel, name, options: BTreeMap::default(), locale: None };
    house.sandbox.act(ulrich, worked.clone()).unwrap();
    house.settle().await;
    let done = shown(&house, &card);
    assert_ne!(done, card.embeds, "it was noted, although the answer was lost");
    house.cut_down().await;
    house.sandbox.act(ulrich, reacting(&card, "🧩")).unwrap();
    house.revive().await;
    // In its first second a process leaves room for what the one before it sent.
    let soon = house.sandbox.clock.now() + Duration::seconds(5);
    house.until(soon).await;
    assert_ne!(shown(&house, &card), done, "stuck, says the reaction that was read again");
    house.act(ulrich, worked).await;
    house.an_hour().await;
    assert_eq!(shown(&house, &card), done, "the last word counts, and is not taken for the one before");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_is_killed_while_reading_reactions_again_reads_them_in_the_next_life_and_tells_once() {
    let (mut house, card) = with_a_task().await;
    let (vera, ulrich) = (house.person("vera"), house.person("ulrich"));
    let before = house.read(vera, card.channel).len();
    house.cut_down().await;
    house.sandbox.act(ulrich, reacting(&card, "🧩")).unwrap();
    let held = Action::Hold { point: faults::Point::Effect };
    house.sandbox.faults.lay(Fault::on("GET", REACTIONS, held).about(card.id));
    let mut changed = house.sandbox.changed();
    house.revive().await;
    while house.sandbox.faults.held().is_empty() {
        play::patiently("the card is read", changed.changed()).await.unwrap();
    }
    house.cut_down().await;
    house.sandbox.faults.release_all(Release::Forget);
    assert_eq!(shown(&house, &card), card.embeds);
    house.revive().await;
    house.an_hour().await;
    assert_ne!(shown(&house, &card), card.embeds, "stuck");
    assert_eq!(house.read(vera, card.channel).len(), before + 1, "and Vera is told once");
}
