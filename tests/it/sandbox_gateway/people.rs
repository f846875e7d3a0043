//! Simulated people are refused what Discord's client would refuse, and see what it would show.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use tandem::sandbox::{
    Sandbox,
    people::{Deed, Refusal},
    permissions::{SEND_MESSAGES, VIEW_CHANNEL},
    state::Overwrite,
    view::Answer,
};

use super::{bot::Bot, channel, person, start, start_held, texts};

fn command(sandbox: &Sandbox, name: &str, options: Value) -> Deed {
    Deed::Command {
        guild: Some(sandbox.guild_id()),
        channel: channel(sandbox, "mentoring"),
        name: name.to_owned(),
        options: serde_json::from_value(options).unwrap(),
        locale: None,
    }
}

#[tokio::test]
async fn a_command_is_refused_where_the_client_would_not_send_it() {
    let sandbox = start().await;
    let _bot = Bot::start(&sandbox).await;
    let vera = person(&sandbox, "vera");
    let ulrich = person(&sandbox, "ulrich").to_string();
    let cases: [(&str, Value, &str); 9] = [
        ("nothing", json!({}), "the command \"nothing\" is not registered here"),
        ("who", json!({}), "\"who\" is not a whole command; it goes on with a subcommand"),
        ("who was", json!({}), "the command \"who was\" is not registered here"),
        ("wer ist", json!({ "person": ulrich }), "the command \"wer\" is not registered here"),
        ("who is", json!({}), "the option \"person\" must be filled in"),
        (
            "who is",
            json!({ "person": "42" }),
            "the option \"person\" does not take this value: there is nothing of that id",
        ),
        (
            "who is",
            json!({ "person": ulrich, "count": 9 }),
            "the option \"count\" does not take this value: the number is out of range",
        ),
        ("who is", json!({ "person": ulrich, "mood": 9 }), "the command has no option \"mood\""),
        ("admin", json!({}), "the command \"admin\" is hidden from this person"),
    ];
    for (name, options, reason) in cases {
        let refusal = sandbox.act(vera, command(&sandbox, name, options)).unwrap_err();
        assert_eq!(refusal.to_string(), reason);
    }
    let owner = person(&sandbox, "henrike");
    sandbox.act(owner, command(&sandbox, "admin", json!({}))).unwrap();
}

#[tokio::test]
async fn a_hidden_channel_is_hidden_from_sight_and_from_deeds() {
    let sandbox = start().await;
    let (vera, carla, place) =
        (person(&sandbox, "vera"), person(&sandbox, "carla"), channel(&sandbox, "koordination"));
    sandbox.act(carla, Deed::Write { channel: place, content: "quietly".to_owned() }).unwrap();
    let names = |who: u64| sandbox.channels_of(who).into_iter().map(|seen| seen.name).collect::<Vec<_>>();
    assert_eq!(names(vera), ["Allgemein", "allgemein", "mentoring", "Treffpunkt"]);
    assert_eq!(names(carla).last().map(String::as_str), Some("koordination"));
    assert!(sandbox.view(vera, place).is_empty());
    assert_eq!(texts(&sandbox.view(carla, place)), ["quietly"]);
    assert_eq!(texts(&sandbox.view(person(&sandbox, "henrike"), place)), ["quietly"], "the owner sees all");
    let refusal = sandbox.act(vera, Deed::Write { channel: place, content: "hi".to_owned() });
    assert_eq!(refusal, Err(Refusal::NoSuchChannel));
}

#[tokio::test]
async fn who_may_only_read_cannot_write_but_joins_a_reaction() {
    let sandbox = start().await;
    let (vera, carla, place) =
        (person(&sandbox, "vera"), person(&sandbox, "carla"), channel(&sandbox, "mentoring"));
    let first = sandbox.act(carla, Deed::Write { channel: place, content: "Read this".to_owned() }).unwrap();
    let guild = sandbox.guild_id();
    let read_only = Overwrite { id: guild, kind: 0, allow: 0, deny: SEND_MESSAGES | 1 << 6 };
    sandbox.change_channel(place, |channel| channel.overwrites.push(read_only));
    let refused = sandbox.act(vera, Deed::Write { channel: place, content: "hi".to_owned() });
    assert_eq!(refused, Err(Refusal::Lacks("SEND_MESSAGES")));
    let message = first.message.unwrap();
    let react = || Deed::React { channel: place, message, emoji: "👍".to_owned() };
    assert_eq!(sandbox.act(vera, react()), Err(Refusal::Lacks("ADD_REACTIONS")));
    sandbox.act(person(&sandbox, "henrike"), react()).unwrap();
    sandbox.act(vera, react()).unwrap();
    assert_eq!(sandbox.view(vera, place)[0].reactions[0].users.len(), 2);
    let delete = Deed::DeleteMessage { channel: place, message };
    assert_eq!(sandbox.act(vera, delete.clone()), Err(Refusal::Lacks("MANAGE_MESSAGES")));
    sandbox.act(carla, delete).unwrap();
    assert!(sandbox.view(vera, place).is_empty());
}

#[tokio::test]
async fn people_come_and_go_in_voice_and_in_the_server() {
    let sandbox = start().await;
    let (vera, guild) = (person(&sandbox, "vera"), sandbox.guild_id());
    let voice = channel(&sandbox, "Treffpunkt");
    assert!(sandbox.act(vera, Deed::LeaveVoice { guild }).is_err());
    sandbox.act(vera, Deed::JoinVoice { channel: voice }).unwrap();
    assert_eq!(sandbox.world().guilds[&guild].voice[&vera].channel, voice);
    sandbox.act(vera, Deed::LeaveServer { guild }).unwrap();
    assert!(sandbox.channels_of(vera).is_empty());
    assert!(sandbox.world().guilds[&guild].voice.is_empty());
    sandbox.act(vera, Deed::JoinServer { guild }).unwrap();
    assert!(!sandbox.channels_of(vera).is_empty());
    assert!(sandbox.act(person(&sandbox, "henrike"), Deed::LeaveServer { guild }).is_err());
    sandbox.act(vera, Deed::CloseDirectMessages).unwrap();
    assert!(!sandbox.world().users[&vera].takes_direct_messages);
}

#[tokio::test]
async fn an_interaction_that_nobody_answers_has_failed_after_three_seconds() {
    let sandbox = start_held().await;
    let _bot = Bot::start(&sandbox).await;
    sandbox.hub.drop_connections();
    sandbox.hub.set_accepting(false);
    let ulrich = person(&sandbox, "ulrich").to_string();
    let done =
        sandbox.act(person(&sandbox, "vera"), command(&sandbox, "who is", json!({ "person": ulrich })));
    let id = done.unwrap().id();
    let later = |seconds| sandbox.clock.now() + chrono::TimeDelta::seconds(seconds);
    sandbox.turn(later(3));
    assert_eq!(sandbox.interaction(id).unwrap().state, Answer::Waiting);
    sandbox.turn(later(1));
    assert_eq!(sandbox.interaction(id).unwrap().state, Answer::Failed);
}

#[tokio::test]
async fn a_form_is_sent_only_by_whom_it_was_opened_for() {
    let sandbox = start().await;
    let vera = person(&sandbox, "vera");
    let submit = Deed::Submit { interaction: 1, fields: BTreeMap::new() };
    assert_eq!(sandbox.act(vera, submit), Err(Refusal::NoForm));
    assert_eq!(sandbox.act(1, Deed::OpenDirectMessages), Err(Refusal::NoSuchPerson));
}

#[tokio::test]
async fn equal_clocks_make_equal_worlds() {
    let (one, two) = (start_held().await, start_held().await);
    assert_eq!(one.guild_id(), two.guild_id());
    assert_eq!(one.token(), two.token());
    let names = |sandbox: &Sandbox| {
        let state = sandbox.world();
        state.channels.values().map(|channel| (channel.id, channel.name.clone())).collect::<Vec<_>>()
    };
    assert_eq!(names(&one), names(&two));
    let hidden = channel(&one, "koordination");
    assert!(one.channel(hidden).unwrap().overwrites.iter().any(|over| over.deny & VIEW_CHANNEL != 0));
}
