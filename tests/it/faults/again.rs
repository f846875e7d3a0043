//! What could not be looked up after a gap is looked up later, with longer and longer pauses, and not only after the next
//! restart (D5). And what is heard while something is looked up is the newer word.

use chrono::Duration;
use serde_json::{Value, json};
use tandem::sandbox::faults::{self, Action, Fault, Release};
use tandem::sandbox::people::Deed;
use tandem::sandbox::state::Settings;
use tandem::sandbox::view::MessageView;

use crate::play::stage::OnStage;
use crate::play::{self, House as _, patiently};

const REACTIONS: &str = "/channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}";
const CHANNEL: &str = "/channels/{channel_id}";
const COMMANDS: &str = "/applications/{application_id}/guilds/{guild_id}/commands";

/// A stage on which Ulrich has a task, and its card.
async fn with_a_task() -> (OnStage, MessageView) {
    let mut house = OnStage::open(Settings::default()).await;
    play::founded(&mut house, json!({})).await;
    play::paired(&mut house).await;
    let card = play::assigned(&mut house, "Read one chapter.").await;
    (house, card)
}

fn reacting(on: &MessageView, emoji: &str) -> Deed {
    Deed::React { channel: on.channel, message: on.id, emoji: emoji.to_owned() }
}

/// What the card says now.
fn shown(house: &OnStage, card: &MessageView) -> Vec<Value> {
    let all = house.read(house.person("vera"), card.channel);
    all.into_iter().find(|one| one.id == card.id).unwrap().embeds
}

/// How often the bot has asked for something.
fn asked(house: &OnStage, method: &str, template: &str) -> usize {
    let all = house.stage.sandbox.record.requests();
    all.iter().filter(|one| one.method == method && one.template == template).count()
}

/// The next so many requests fail.
fn failing(house: &OnStage, method: &str, template: &str, times: u32) {
    let fault = Fault::on(method, template, Action::Fail { status: 503 });
    house.stage.sandbox.faults.lay(Fault { times, ..fault });
}

async fn pass(house: &mut OnStage, time: Duration) {
    let until = house.stage.sandbox.clock.now() + time;
    house.until(until).await;
}

#[tokio::test]
async fn reactions_that_could_not_be_read_after_a_restart_are_read_again_after_longer_and_longer_pauses() {
    let (mut house, card) = with_a_task().await;
    house.stage.stop().await;
    house.stage.sandbox.act(house.person("ulrich"), reacting(&card, "✅")).unwrap();
    // Each of the two posts, the welcome and the card, fails at the restart and three times more.
    failing(&house, "GET", REACTIONS, 8);
    let before = asked(&house, "GET", REACTIONS);
    house.stage.boot().await.unwrap();
    assert_eq!(asked(&house, "GET", REACTIONS) - before, 2, "once each, and no more for now");
    for (seconds, tries) in [(29, 2), (2, 4), (58, 4), (2, 6), (118, 6), (2, 8)] {
        pass(&mut house, Duration::seconds(seconds)).await;
        assert_eq!(asked(&house, "GET", REACTIONS) - before, tries, "{seconds}");
    }
    assert_eq!(shown(&house, &card), card.embeds, "nothing was taken in that was not read");
    pass(&mut house, Duration::seconds(250)).await;
    assert_ne!(shown(&house, &card), card.embeds, "the card says that it worked");
    let after = asked(&house, "GET", REACTIONS);
    pass(&mut house, Duration::hours(3)).await;
    assert_eq!(asked(&house, "GET", REACTIONS), after, "what was read is not read again");
    house.end().await;
}

#[tokio::test]
async fn a_post_that_is_of_no_use_any_more_is_not_tried_again() {
    let (mut house, card) = with_a_task().await;
    house.stage.stop().await;
    failing(&house, "GET", REACTIONS, 2);
    house.stage.boot().await.unwrap();
    let ulrich = house.person("ulrich");
    let menu = house.find(ulrich, card.channel, "Dieses Tandem…");
    let menu = house.press(ulrich, &menu, "Dieses Tandem…").await;
    let ask = house.press(ulrich, &menu, "Dieses Tandem beenden").await;
    house.press(ulrich, &ask, "Ja, dieses Tandem beenden").await;
    let before = asked(&house, "GET", REACTIONS);
    house.an_hour().await;
    assert_eq!(asked(&house, "GET", REACTIONS), before, "the tandem has ended");
    house.end().await;
}

#[tokio::test]
async fn a_reaction_made_while_the_reactions_are_read_is_the_newer_word() {
    let (mut house, card) = with_a_task().await;
    let ulrich = house.person("ulrich");
    let mut changed = house.stage.sandbox.changed();
    // The answer about ✅ is on hold: it says that nobody has put it there.
    let held = Action::Hold { point: faults::Point::Effect };
    house.stage.sandbox.faults.lay(Fault::on("GET", REACTIONS, held).about(card.id));
    house.stage.sandbox.hub.invalidate(false);
    while house.stage.sandbox.faults.held().is_empty() {
        patiently("the card is read", changed.changed()).await.unwrap();
    }
    house.stage.sandbox.act(ulrich, reacting(&card, "✅")).unwrap();
    while shown(&house, &card) == card.embeds {
        patiently("the reaction is heard", changed.changed()).await.unwrap();
    }
    let worked = shown(&house, &card);
    house.stage.sandbox.faults.release_all(Release::Go);
    house.settle().await;
    assert_eq!(shown(&house, &card), worked, "what was read before does not undo it");
    house.an_hour().await;
    assert_eq!(shown(&house, &card), worked);
    house.end().await;
}

#[tokio::test]
async fn commands_that_could_not_be_registered_are_registered_later() {
    let (mut house, _) = with_a_task().await;
    house.stage.stop().await;
    failing(&house, "PUT", COMMANDS, 2);
    let before = asked(&house, "PUT", COMMANDS);
    house.stage.boot().await.unwrap();
    // In its first second a process leaves room for what the one before it sent.
    pass(&mut house, Duration::seconds(5)).await;
    assert_eq!(asked(&house, "PUT", COMMANDS) - before, 1);
    house.an_hour().await;
    assert_eq!(asked(&house, "PUT", COMMANDS) - before, 3, "until it has succeeded");
    house.end().await;
}

#[tokio::test]
async fn a_channel_that_went_while_the_bot_was_away_is_noticed_although_the_first_look_fails() {
    let (mut house, card) = with_a_task().await;
    let ulrich = house.person("ulrich");
    house.stage.stop().await;
    {
        let sandbox = &house.stage.sandbox;
        let now = sandbox.clock.now();
        sandbox.world().delete_channel(&sandbox.hub, now, card.channel);
    }
    failing(&house, "GET", CHANNEL, 1);
    failing(&house, "GET", REACTIONS, 9);
    house.stage.boot().await.unwrap();
    pass(&mut house, Duration::seconds(45)).await;
    let lobby = house.channel("mentoring");
    let my = house.command(ulrich, lobby, "my", json!({})).await;
    let place = house.press(ulrich, &my, "Ansehen").await;
    assert!(place.button("Ein neues Tandem").is_some(), "{place:?}");
    house.end().await;
}
