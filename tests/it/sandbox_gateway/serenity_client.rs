//! An unmodified serenity client lives in the local Discord: commands, buttons, forms, reactions, lost connections.

use std::{collections::BTreeMap, sync::atomic::Ordering};

use serde_json::json;
use tandem::sandbox::{
    Sandbox,
    gateway::EventTwist,
    people::{Deed, Done},
    view::{Answer, InteractionView},
};

use super::{
    bot::{Bot, Noticed},
    channel, person, start, texts, until,
};

fn who_is(sandbox: &Sandbox, locale: Option<&str>) -> Deed {
    Deed::Command {
        guild: Some(sandbox.guild_id()),
        channel: channel(sandbox, "mentoring"),
        name: "who is".to_owned(),
        options: BTreeMap::from([("person".to_owned(), json!(person(sandbox, "ulrich").to_string()))]),
        locale: locale.map(str::to_owned),
    }
}

async fn answered(sandbox: &Sandbox, done: Done) -> InteractionView {
    let ready = |view: &InteractionView| view.state == Answer::Answered;
    until(sandbox, "an answer", || sandbox.interaction(done.id()).filter(ready)).await
}

#[tokio::test]
async fn a_private_reply_is_seen_by_the_one_who_asked_and_by_nobody_else() {
    let sandbox = start().await;
    let _bot = Bot::start(&sandbox).await;
    let (vera, place) = (person(&sandbox, "vera"), channel(&sandbox, "mentoring"));
    let done = sandbox.act(vera, who_is(&sandbox, Some("en-GB"))).unwrap();
    let view = answered(&sandbox, done).await;
    assert!(view.private);
    assert_eq!(view.reply.unwrap().content, "en-GB de ulrich");
    assert_eq!(texts(&sandbox.view(vera, place)), ["en-GB de ulrich"]);
    assert!(sandbox.view(person(&sandbox, "ulrich"), place).is_empty());
    assert!(sandbox.view(person(&sandbox, "carla"), place).is_empty());
    assert_eq!(sandbox.traffic().public_responses, 0);
}

#[tokio::test]
async fn a_button_changes_its_message_and_a_form_brings_text_back() {
    let sandbox = start().await;
    let _bot = Bot::start(&sandbox).await;
    let (vera, place) = (person(&sandbox, "vera"), channel(&sandbox, "mentoring"));
    let done = sandbox.act(vera, who_is(&sandbox, None)).unwrap();
    let reply = answered(&sandbox, done).await.reply.unwrap();
    assert_eq!(reply.custom_ids(), ["press", "form", "grey"]);
    assert_eq!(reply.button("Form"), Some("form"));
    let message = reply.id;
    let press = |custom_id: &str| Deed::Press { channel: place, message, custom_id: custom_id.to_owned() };

    let opened = answered(&sandbox, sandbox.act(vera, press("form")).unwrap()).await;
    let form = opened.modal.unwrap();
    assert_eq!((form.title.as_str(), form.fields[0].label.as_str()), ("A form", "What?"));
    let fields = BTreeMap::from([("what".to_owned(), "tea".to_owned())]);
    let sent = sandbox.act(vera, Deed::Submit { interaction: opened.id, fields }).unwrap();
    assert_eq!(answered(&sandbox, sent).await.reply.unwrap().content, "got: tea");

    answered(&sandbox, sandbox.act(vera, press("press")).unwrap()).await;
    assert_eq!(texts(&sandbox.view(vera, place)), ["pressed", "got: tea"]);
    assert!(sandbox.act(vera, press("form")).is_err(), "the buttons are gone");
}

#[tokio::test]
async fn a_deferred_answer_comes_later_and_a_follow_up_after_it() {
    let sandbox = start().await;
    let _bot = Bot::start(&sandbox).await;
    let (vera, place) = (person(&sandbox, "vera"), channel(&sandbox, "mentoring"));
    let slow = Deed::Command {
        guild: Some(sandbox.guild_id()),
        channel: place,
        name: "slow".to_owned(),
        options: BTreeMap::new(),
        locale: None,
    };
    let id = sandbox.act(vera, slow).unwrap().id();
    let view = until(&sandbox, "the follow-up", || {
        sandbox.interaction(id).filter(|view| !view.followups.is_empty())
    });
    let view = view.await;
    let reply = view.reply.unwrap();
    assert_eq!((reply.content.as_str(), reply.private, reply.thinking), ("at last", true, false));
    assert_eq!(texts(&sandbox.view(vera, place)), ["at last", "and more"]);
    assert!(sandbox.view(person(&sandbox, "ulrich"), place).is_empty());
}

#[tokio::test]
async fn suggestions_come_while_an_option_is_typed() {
    let sandbox = start().await;
    let mut bot = Bot::start(&sandbox).await;
    let typing = Deed::Autocomplete {
        guild: Some(sandbox.guild_id()),
        channel: channel(&sandbox, "mentoring"),
        name: "who is".to_owned(),
        options: BTreeMap::from([("task".to_owned(), json!("hea"))]),
        focused: "task".to_owned(),
        locale: None,
    };
    let done = sandbox.act(person(&sandbox, "vera"), typing).unwrap();
    assert_eq!(bot.next().await, Noticed::Typed("hea".to_owned()));
    let choices = answered(&sandbox, done).await.choices.unwrap();
    assert_eq!(
        (choices[0]["name"].as_str(), choices[0]["value"].as_str()),
        (Some("Pair the headset"), Some("7"))
    );
}

#[tokio::test]
async fn reactions_reach_the_bot_and_so_does_their_end() {
    let sandbox = start().await;
    let mut bot = Bot::start(&sandbox).await;
    let (vera, place) = (person(&sandbox, "vera"), channel(&sandbox, "mentoring"));
    let written = sandbox.act(vera, Deed::Write { channel: place, content: "Worked?".to_owned() }).unwrap();
    let message = written.message.unwrap();
    let emoji = "✅".to_owned();
    sandbox.act(vera, Deed::React { channel: place, message, emoji: emoji.clone() }).unwrap();
    assert_eq!(bot.next().await, Noticed::Reaction { user: vera, emoji: emoji.clone() });
    sandbox.act(vera, Deed::Unreact { channel: place, message, emoji }).unwrap();
    assert_eq!(bot.next().await, Noticed::Unreaction { user: vera });
    assert!(sandbox.view(vera, place)[0].reactions.is_empty());
}

#[tokio::test]
async fn a_press_while_the_connection_is_cut_is_replayed_to_the_client() {
    let sandbox = start().await;
    let mut bot = Bot::start(&sandbox).await;
    sandbox.hub.set_accepting(false);
    sandbox.hub.drop_connections();
    until(&sandbox, "the cut", || (sandbox.traffic().connected == 0).then_some(())).await;
    let done = sandbox.act(person(&sandbox, "vera"), who_is(&sandbox, None)).unwrap();
    assert_eq!(sandbox.interaction(done.id()).unwrap().state, Answer::Waiting);
    sandbox.hub.set_accepting(true);
    assert_eq!(bot.next().await, Noticed::Resumed);
    let view = answered(&sandbox, done).await;
    assert_eq!(view.reply.unwrap().content, "de de ulrich");
    assert_eq!(bot.readies.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn a_reconnect_request_is_followed_by_a_resume() {
    let sandbox = start().await;
    let mut bot = Bot::start(&sandbox).await;
    sandbox.hub.request_reconnect();
    assert_eq!(bot.next().await, Noticed::Resumed);
    let done = sandbox.act(person(&sandbox, "vera"), who_is(&sandbox, None)).unwrap();
    answered(&sandbox, done).await;
}

#[tokio::test]
async fn an_invalid_session_is_followed_by_a_new_login() {
    let sandbox = start().await;
    let mut bot = Bot::start(&sandbox).await;
    sandbox.hub.invalidate(false);
    assert_eq!(bot.next().await, Noticed::Ready);
    assert_eq!(bot.next().await, Noticed::Server { members: 1 });
    let done = sandbox.act(person(&sandbox, "vera"), who_is(&sandbox, None)).unwrap();
    answered(&sandbox, done).await;
}

#[tokio::test]
async fn a_doubled_event_reaches_the_client_twice() {
    let sandbox = start().await;
    let mut bot = Bot::start(&sandbox).await;
    let (vera, place) = (person(&sandbox, "vera"), channel(&sandbox, "mentoring"));
    let written = sandbox.act(vera, Deed::Write { channel: place, content: "Worked?".to_owned() }).unwrap();
    sandbox.hub.twist("MESSAGE_REACTION_ADD".to_owned(), EventTwist::Repeat, 1);
    let emoji = "🧱".to_owned();
    let message = written.message.unwrap();
    sandbox.act(vera, Deed::React { channel: place, message, emoji: emoji.clone() }).unwrap();
    let reaction = Noticed::Reaction { user: vera, emoji };
    assert_eq!([bot.next().await, bot.next().await], [reaction.clone(), reaction]);
}
