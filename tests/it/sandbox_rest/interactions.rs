//! Answers to interactions: in three seconds, once, private or not, and what may follow for fifteen minutes.

use std::collections::BTreeMap;

use chrono::TimeDelta;
use serde_json::{Value, json};
use tandem::sandbox::people::Deed;

use super::World;

fn private(content: &str) -> Value {
    json!({"type": 4, "data": {"content": content, "flags": 64}})
}

#[tokio::test]
async fn a_private_answer_is_a_message_that_the_channel_does_not_know() {
    let world = World::start().await;
    let interaction = world.run("ask").await;
    let path = format!("/interactions/{}/{}/callback?with_response=true", interaction.0, interaction.1);
    let answered = world.post(&path, private("Only for you")).await;
    assert_eq!(answered.body["interaction"]["response_message_ephemeral"], true);
    let message = &answered.body["resource"]["message"];
    assert_eq!((&message["content"], &message["flags"]), (&json!("Only for you"), &json!(64)));
    let channel = world.channel("allgemein");
    assert_eq!(world.get(&format!("/channels/{channel}/messages")).await.body, json!([]));
    let id = message["id"].as_str().unwrap();
    assert_eq!(world.get(&format!("/channels/{channel}/messages/{id}")).await.code(), (404, 10008));
    assert_eq!(world.sandbox.record.counts().public_responses, 0);
}

#[tokio::test]
async fn public_answers_are_taken_and_counted() {
    let world = World::start().await;
    let interaction = world.run("ask").await;
    assert_eq!(
        world.answer(&interaction, json!({"type": 4, "data": {"content": "For all"}})).await.status,
        204
    );
    let more = format!("/webhooks/{}/{}", world.bot(), interaction.1);
    assert_eq!(world.post(&more, json!({"content": "And more"})).await.status, 200);
    assert_eq!(world.sandbox.record.counts().public_responses, 2);
}

#[tokio::test]
async fn the_first_answer_comes_within_three_seconds_and_once() {
    let world = World::start().await;
    let late = world.run("ask").await;
    world.pass(TimeDelta::milliseconds(3_001));
    assert_eq!(world.answer(&late, private("x")).await.code(), (404, 10062));
    let on_time = world.run("ask").await;
    world.pass(TimeDelta::milliseconds(3_000));
    assert_eq!(world.answer(&on_time, private("x")).await.status, 204);
    assert_eq!(world.answer(&on_time, private("x")).await.code(), (400, 40060));
    assert_eq!(world.answer(&(on_time.0, "wrong".to_owned()), private("x")).await.code(), (404, 10062));
    assert_eq!(world.answer(&(1, on_time.1), private("x")).await.code(), (404, 10062));
}

#[tokio::test]
async fn a_deferred_answer_is_filled_in_and_stays_as_private_as_it_began() {
    let world = World::start().await;
    let interaction = world.run("ask").await;
    let original = format!("/webhooks/{}/{}/messages/@original", world.bot(), interaction.1);
    assert_eq!(world.get(&original).await.code(), (404, 10015));
    assert_eq!(world.answer(&interaction, json!({"type": 5, "data": {"flags": 64}})).await.status, 204);
    assert_eq!(world.get(&original).await.body["flags"], 64 | 128);
    let filled = world.patch(&original, json!({"content": "Here it is"})).await;
    assert_eq!((&filled.body["content"], &filled.body["flags"]), (&json!("Here it is"), &json!(64)));
    assert_eq!(filled.body["edited_timestamp"], Value::Null);
    let follow = world
        .post(
            &format!("/webhooks/{}/{}", world.bot(), interaction.1),
            json!({"content": "More", "flags": 64}),
        )
        .await;
    let own = format!("/webhooks/{}/{}/messages/{}", world.bot(), interaction.1, follow.id());
    assert_eq!(world.patch(&own, json!({"content": "Much more"})).await.body["content"], "Much more");
    assert_eq!(world.get(&own).await.status, 200);
    assert_eq!(world.delete(&own).await.status, 204);
    assert_eq!(world.get(&own).await.code(), (404, 10008));
    assert_eq!(world.delete(&original).await.status, 204);
    world.pass(TimeDelta::minutes(15) + TimeDelta::seconds(1));
    assert_eq!(world.patch(&original, json!({"content": "x"})).await.code(), (401, 50027));
    assert_eq!(
        world.patch("/webhooks/1/x/messages/@original", json!({"content": "x"})).await.code(),
        (404, 10015)
    );
}

#[tokio::test]
async fn a_press_can_change_its_message_or_be_acknowledged_in_silence() {
    let world = World::start().await;
    let channel = world.fresh();
    let row =
        json!([{"type": 1, "components": [{"type": 2, "style": 1, "label": "Press", "custom_id": "b"}]}]);
    let body = json!({"content": "A card", "components": row});
    let message = world.post(&format!("/channels/{channel}/messages"), body).await.id();
    let press = || {
        let deed = Deed::Press { channel, message, custom_id: "b".to_owned() };
        world.done(&world.sandbox.act(world.person("vera"), deed).unwrap())
    };
    let changed = press();
    assert_eq!(
        world
            .answer(&changed, json!({"type": 7, "data": {"content": "Pressed", "components": []}}))
            .await
            .status,
        204
    );
    let now = world.get(&format!("/channels/{channel}/messages/{message}")).await.body;
    assert_eq!((&now["content"], &now["components"]), (&json!("Pressed"), &json!([])));
    world.patch(&format!("/channels/{channel}/messages/{message}"), json!({"components": row})).await;
    let silent = press();
    assert_eq!(world.answer(&silent, json!({"type": 6})).await.status, 204);
    let original = format!("/webhooks/{}/{}/messages/@original", world.bot(), silent.1);
    assert_eq!(world.patch(&original, json!({"content": "Later"})).await.body["id"], message.to_string());
    assert_eq!(world.sandbox.record.counts().public_responses, 0);
}

#[tokio::test]
async fn each_kind_of_interaction_takes_its_own_kinds_of_answer() {
    let world = World::start().await;
    let command = world.run("ask").await;
    for kind in [1, 6, 7, 8, 99] {
        let wrong =
            world.answer(&command, json!({"type": kind, "data": {"content": "x", "choices": []}})).await;
        assert_eq!(wrong.wrong("type"), "BASE_TYPE_CHOICES", "{kind}");
    }
    assert_eq!(world.answer(&command, json!({"type": 4, "data": {}})).await.code(), (400, 50006));
    assert_eq!(
        world
            .answer(&command, json!({"type": 4, "data": {"content": "x".repeat(2001)}}))
            .await
            .wrong("data.content"),
        "BASE_TYPE_MAX_LENGTH"
    );
    let form =
        json!({"type": 1, "components": [{"type": 4, "custom_id": "i", "style": 1, "label": "What?"}]});
    let form = json!({"type": 9, "data": {"title": "t", "custom_id": "f", "components": [form]}});
    assert_eq!(world.answer(&command, form.clone()).await.status, 204);
    let fields = BTreeMap::from([("i".to_owned(), "Typed".to_owned())]);
    let sent =
        world.sandbox.act(world.person("vera"), Deed::Submit { interaction: command.0, fields }).unwrap();
    let sent = world.done(&sent);
    assert_eq!(world.answer(&sent, form).await.wrong("type"), "BASE_TYPE_CHOICES");
    assert_eq!(world.answer(&sent, private("Thanks")).await.status, 204);
}

#[tokio::test]
async fn at_most_25_suggestions_of_the_right_type() {
    let world = World::start().await;
    world.run("ask").await;
    let typing = || {
        let deed = Deed::Autocomplete {
            guild: Some(world.guild()),
            channel: world.channel("allgemein"),
            name: "ask".to_owned(),
            options: BTreeMap::from([("text".to_owned(), json!("a"))]),
            focused: "text".to_owned(),
            locale: None,
        };
        world.done(&world.sandbox.act(world.person("vera"), deed).unwrap())
    };
    let choices = |count: usize| -> Value {
        let list: Vec<Value> =
            (0..count).map(|index| json!({"name": format!("n{index}"), "value": "v"})).collect();
        json!({"type": 8, "data": {"choices": list}})
    };
    let first = typing();
    assert_eq!(world.answer(&first, choices(26)).await.wrong("data.choices"), "BASE_TYPE_BAD_LENGTH");
    let wrong = json!({"type": 8, "data": {"choices": [{"name": "n", "value": 7}]}});
    assert_eq!(
        world.answer(&first, wrong).await.wrong("data.choices.0.value"),
        "APPLICATION_COMMAND_CHOICE_TYPE_INVALID"
    );
    assert_eq!(world.answer(&first, choices(25)).await.status, 204);
}
