//! Commands: registered in bulk with their translations, kept by name, and held to Discord's sizes.

use serde_json::{Value, json};

use super::World;

fn command(name: &str) -> Value {
    json!({"type": 1, "name": name, "description": "Does something"})
}

#[tokio::test]
async fn a_bulk_registration_keeps_ids_by_name_and_drops_the_rest() {
    let world = World::start().await;
    let path = format!("/applications/{}/guilds/{}/commands", world.bot(), world.guild());
    let mut task = command("task");
    task["name_localizations"] = json!({"de": "aufgabe"});
    task["description_localizations"] = json!({"de": "Tut etwas", "en-US": "Does something"});
    task["default_member_permissions"] = json!("32");
    let first = world.put(&path, json!([task, command("help")])).await.body;
    assert_eq!(first[0]["name_localizations"]["de"], "aufgabe");
    assert_eq!(first[0]["default_member_permissions"], "32");
    let second = world.put(&path, json!([command("my"), task])).await.body;
    assert_eq!(second[1]["id"], first[0]["id"]);
    assert_eq!(second[1]["version"], first[0]["version"]);
    let plain = world.get(&path).await.body;
    assert_eq!(plain.as_array().unwrap().len(), 2);
    assert!(plain.as_array().unwrap().iter().all(|command| command.get("name_localizations").is_none()));
    let full = world.get(&format!("{path}?with_localizations=true")).await.body;
    assert!(full.as_array().unwrap().iter().any(|command| command["name_localizations"]["de"] == "aufgabe"));
    assert_eq!(world.get(&format!("/applications/{}/commands", world.bot())).await.body, json!([]));
}

#[tokio::test]
async fn single_commands_are_made_changed_and_deleted() {
    let world = World::start().await;
    let path = format!("/applications/{}/commands", world.bot());
    let made = world.post(&path, command("global")).await;
    assert_eq!((made.status, &made.body["integration_types"]), (201, &json!([0])));
    assert_eq!(world.post(&path, command("global")).await.status, 200);
    let own = format!("{path}/{}", made.id());
    assert_eq!(world.patch(&own, json!({"description": "Other"})).await.body["description"], "Other");
    assert_eq!(world.delete(&own).await.status, 204);
    assert_eq!(world.get(&own).await.code(), (404, 10063));
    assert_eq!(world.get("/applications/1/commands").await.code(), (403, 20012));
    let elsewhere = format!("/applications/{}/guilds/1/commands", world.bot());
    assert_eq!(world.put(&elsewhere, json!([])).await.code(), (403, 50001));
}

#[tokio::test]
async fn what_is_wrong_with_a_command_is_named() {
    let world = World::start().await;
    let path = format!("/applications/{}/guilds/{}/commands", world.bot(), world.guild());
    let with = |key: &str, value: Value| {
        let mut made = command("task");
        made[key] = value;
        made
    };
    let option = |more: Value| {
        let mut option = json!({"type": 3, "name": "text", "description": "A text"});
        for (key, value) in more.as_object().unwrap() {
            option[key] = value.clone();
        }
        option
    };
    let many: Vec<Value> = (0..26).map(|index| option(json!({"name": format!("o{index}")}))).collect();
    let required_late = json!([option(json!({})), option(json!({"name": "due", "required": true}))]);
    let choices: Vec<Value> =
        (0..26).map(|index| json!({"name": "n", "value": format!("{index}")})).collect();
    for (body, field, code) in [
        (with("name", json!("Task")), "0.name", "APPLICATION_COMMAND_INVALID_NAME"),
        (with("name", json!("a task")), "0.name", "APPLICATION_COMMAND_INVALID_NAME"),
        (with("name", json!("t".repeat(33))), "0.name", "BASE_TYPE_BAD_LENGTH"),
        (with("description", json!("")), "0.description", "BASE_TYPE_REQUIRED"),
        (with("description", json!("d".repeat(101))), "0.description", "BASE_TYPE_BAD_LENGTH"),
        (with("name_localizations", json!({"xx": "task"})), "0.name_localizations.xx", "ENUM_TYPE_COERCE"),
        (
            with("name_localizations", json!({"de": "Aufgabe"})),
            "0.name_localizations.de",
            "APPLICATION_COMMAND_INVALID_NAME",
        ),
        (with("options", json!(many)), "0.options", "BASE_TYPE_BAD_LENGTH"),
        (with("options", required_late), "0.options.1", "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID"),
        (
            with("options", json!([option(json!({})), option(json!({}))])),
            "0.options.1",
            "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS",
        ),
        (
            with("options", json!([option(json!({"choices": choices}))])),
            "0.options.0.choices",
            "BASE_TYPE_BAD_LENGTH",
        ),
        (
            with("options", json!([option(json!({"choices": [{"name": "n", "value": 1}]}))])),
            "0.options.0.choices.0.value",
            "APPLICATION_COMMAND_CHOICE_TYPE_INVALID",
        ),
        (
            with("options", json!([option(json!({"max_length": 6001}))])),
            "0.options.0.max_length",
            "NUMBER_TYPE_MAX",
        ),
        (with("options", json!([option(json!({"type": 99}))])), "0.options.0.type", "BASE_TYPE_CHOICES"),
        (
            with(
                "options",
                json!([{"type": 2, "name": "g", "description": "d", "options": [option(json!({}))]}]),
            ),
            "0.options.0.options.0.type",
            "BASE_TYPE_CHOICES",
        ),
    ] {
        let answer = world.put(&path, json!([body])).await;
        assert_eq!(answer.code(), (400, 50035), "{answer:?}");
        assert_eq!(answer.wrong(field), code, "{answer:?}");
    }
    let twice = world.put(&path, json!([command("task"), command("task")])).await;
    assert_eq!(twice.wrong("1.name"), "APPLICATION_COMMANDS_DUPLICATE_NAME");
    let crowd: Vec<Value> = (0..101).map(|index| command(&format!("c{index}"))).collect();
    assert_eq!(world.put(&path, json!(crowd)).await.wrong(""), "BASE_TYPE_MAX_LENGTH");
}

#[tokio::test]
async fn a_command_has_8000_characters_in_its_longest_language() {
    let world = World::start().await;
    let path = format!("/applications/{}/guilds/{}/commands", world.bot(), world.guild());
    // 25 subcommands with three options each: 4 + 100 + 25 × (3 + d + 3 × (2 + 100)) characters.
    let tree = |description: usize, german: usize| {
        let option =
            |index: usize| json!({"type": 3, "name": format!("o{index}"), "description": "x".repeat(100)});
        let sub = |index: usize| {
            json!({
                "type": 1, "name": format!("s{index:02}"), "description": "x".repeat(description),
                "description_localizations": {"de": "y".repeat(german)}, "options": [option(0), option(1), option(2)],
            })
        };
        let subs: Vec<Value> = (0..25).map(sub).collect();
        json!([{"type": 1, "name": "task", "description": "x".repeat(100), "options": subs}])
    };
    assert_eq!(world.put(&path, tree(6, 6)).await.status, 200);
    assert_eq!(world.put(&path, tree(6, 7)).await.wrong("0"), "APPLICATION_COMMAND_TOO_LARGE");
}

#[tokio::test]
async fn two_hundred_new_commands_a_day_are_enough() {
    let world = World::start().await;
    world.sandbox.change_settings(|settings| settings.max_command_creations = 2);
    let path = format!("/applications/{}/guilds/{}/commands", world.bot(), world.guild());
    assert_eq!(world.put(&path, json!([command("a"), command("b")])).await.status, 200);
    assert_eq!(world.put(&path, json!([command("b"), command("a")])).await.status, 200);
    assert_eq!(world.put(&path, json!([command("c")])).await.code(), (400, 30034));
    world.pass(chrono::TimeDelta::days(1));
    assert_eq!(world.put(&path, json!([command("c")])).await.status, 200);
}
