//! Components of messages and forms: rows, buttons, selects and inputs within Discord's bounds.

use serde_json::{Value, json};

use super::World;

fn button(id: &str) -> Value {
    json!({"type": 2, "style": 1, "label": "Press", "custom_id": id})
}

#[expect(clippy::needless_pass_by_value, reason = "it is always called with a literal")]
fn row(components: Value) -> Value {
    json!({"type": 1, "components": components})
}

fn options(count: usize) -> Vec<Value> {
    (0..count).map(|index| json!({"label": format!("l{index}"), "value": format!("v{index}")})).collect()
}

fn select(more: &Value) -> Value {
    let mut select = json!({"type": 3, "custom_id": "s", "options": options(3)});
    for (key, value) in more.as_object().unwrap() {
        select[key] = value.clone();
    }
    row(json!([select]))
}

#[tokio::test]
async fn rows_buttons_and_selects_within_bounds_are_taken() {
    let world = World::start().await;
    let messages = format!("/channels/{}/messages", world.fresh());
    let five: Vec<Value> = (0..5).map(|index| button(&format!("b{index}"))).collect();
    let rows: Vec<Value> = (0..5).map(|index| row(json!([button(&format!("r{index}"))]))).collect();
    for components in [
        json!([row(json!(five))]),
        json!(rows),
        json!([select(&json!({"min_values": 0, "max_values": 3, "placeholder": "p".repeat(150)}))]),
        json!([row(json!([{"type": 5, "custom_id": "u", "max_values": 25}]))]),
        json!([row(json!([{"type": 2, "style": 5, "label": "Open", "url": "https://example.org/"}]))]),
        json!([row(json!([{"type": 2, "style": 2, "emoji": {"name": "✅"}, "custom_id": "e"}]))]),
    ] {
        let answer = world.post(&messages, json!({"content": "x", "components": components})).await;
        assert_eq!(answer.status, 200, "{answer:?}");
        assert_eq!(answer.body["components"], components);
    }
}

#[tokio::test]
async fn components_beyond_the_bounds_are_named() {
    let world = World::start().await;
    let messages = format!("/channels/{}/messages", world.fresh());
    let rows = |count: usize| -> Vec<Value> {
        (0..count).map(|index| row(json!([button(&format!("r{index}"))]))).collect()
    };
    let six: Vec<Value> = (0..6).map(|index| button(&format!("b{index}"))).collect();
    let first = "components.0.components.0";
    for (components, field, code) in [
        (json!(rows(6)), "components".to_owned(), "BASE_TYPE_BAD_LENGTH"),
        (json!([row(json!(six))]), "components.0.components".to_owned(), "BASE_TYPE_BAD_LENGTH"),
        (json!([row(json!([]))]), "components.0.components".to_owned(), "BASE_TYPE_BAD_LENGTH"),
        (json!([button("b")]), "components.0.type".to_owned(), "BASE_TYPE_CHOICES"),
        (
            json!([row(json!([button("b")])), row(json!([button("b")]))]),
            "components.1.components.0.custom_id".to_owned(),
            "COMPONENT_CUSTOM_ID_DUPLICATED",
        ),
        (
            json!([row(json!([button(&"x".repeat(101))]))]),
            format!("{first}.custom_id"),
            "BASE_TYPE_BAD_LENGTH",
        ),
        (
            json!([row(json!([{"type": 2, "style": 1, "label": "x"}]))]),
            format!("{first}.custom_id"),
            "BASE_TYPE_REQUIRED",
        ),
        (
            json!([row(json!([{"type": 2, "style": 9, "label": "x", "custom_id": "x"}]))]),
            format!("{first}.style"),
            "BASE_TYPE_CHOICES",
        ),
        (
            json!([row(json!([{"type": 2, "style": 1, "label": "x".repeat(81), "custom_id": "x"}]))]),
            format!("{first}.label"),
            "BASE_TYPE_MAX_LENGTH",
        ),
        (
            json!([row(json!([{"type": 2, "style": 5, "label": "x"}]))]),
            format!("{first}.url"),
            "BASE_TYPE_REQUIRED",
        ),
        (
            json!([row(json!([{"type": 2, "style": 1, "custom_id": "x", "emoji": {"name": "ok"}}]))]),
            format!("{first}.emoji.name"),
            "COMPONENT_INVALID_EMOJI",
        ),
        (
            json!([row(json!([button("b"), {"type": 3, "custom_id": "s", "options": options(1)}]))]),
            "components.0.components".to_owned(),
            "COMPONENT_LAYOUT_WIDTH_EXCEEDED",
        ),
        (
            json!([select(&json!({"options": options(26)}))]),
            format!("{first}.options"),
            "BASE_TYPE_BAD_LENGTH",
        ),
        (json!([select(&json!({"options": []}))]), format!("{first}.options"), "BASE_TYPE_BAD_LENGTH"),
        (json!([select(&json!({"max_values": 4}))]), format!("{first}.options"), "BASE_TYPE_BAD_LENGTH"),
        (json!([select(&json!({"max_values": 26}))]), format!("{first}.max_values"), "NUMBER_TYPE_MAX"),
        (
            json!([select(&json!({"min_values": 3, "max_values": 2}))]),
            format!("{first}.min_values"),
            "SELECT_COMPONENT_MIN_VALUES_EXCEEDS_MAX",
        ),
        (
            json!([select(&json!({"placeholder": "p".repeat(151)}))]),
            format!("{first}.placeholder"),
            "BASE_TYPE_MAX_LENGTH",
        ),
        (
            json!([select(
                &json!({"options": [{"label": "a", "value": "v"}, {"label": "b", "value": "v"}]})
            )]),
            format!("{first}.options.1.value"),
            "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
        ),
        (
            json!([select(&json!({"options": [{"label": "x".repeat(101), "value": "v"}]}))]),
            format!("{first}.options.0.label"),
            "BASE_TYPE_BAD_LENGTH",
        ),
    ] {
        let answer = world.post(&messages, json!({"content": "x", "components": components})).await;
        assert_eq!(answer.code(), (400, 50035), "{answer:?}");
        assert_eq!(answer.wrong(&field), code, "{answer:?}");
    }
}

#[tokio::test]
async fn components_of_the_second_version_exclude_text_and_embeds() {
    let world = World::start().await;
    let messages = format!("/channels/{}/messages", world.fresh());
    let text = json!({"type": 10, "content": "Hello"});
    let right = json!({"flags": 1 << 15, "components": [{"type": 17, "components": [text, row(json!([button("b")]))]}]});
    assert_eq!(world.post(&messages, right).await.status, 200);
    let mixed = json!({"flags": 1 << 15, "content": "x", "components": [text]});
    assert_eq!(
        world.post(&messages, mixed).await.wrong("content"),
        "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"
    );
    let many = json!({"flags": 1 << 15, "components": [{"type": 17, "components": vec![text.clone(); 40]}]});
    assert_eq!(world.post(&messages, many).await.wrong("components"), "BASE_TYPE_BAD_LENGTH");
    let unflagged = json!({"components": [text]});
    assert_eq!(world.post(&messages, unflagged).await.wrong("components.0.type"), "BASE_TYPE_CHOICES");
}

fn input(more: &Value) -> Value {
    let mut input = json!({"type": 4, "custom_id": "i", "style": 1, "label": "What?"});
    for (key, value) in more.as_object().unwrap() {
        input[key] = value.clone();
    }
    row(json!([input]))
}

#[tokio::test]
async fn forms_have_one_to_five_inputs_within_bounds() {
    let world = World::start().await;
    let form = |title: &str, components: Value| json!({"type": 9, "data": {"title": title, "custom_id": "f", "components": components}});
    let inputs = |count: usize| -> Value {
        (0..count).map(|index| input(&json!({"custom_id": format!("i{index}")}))).collect()
    };
    let first = "data.components.0.components.0";
    for (body, field, code) in [
        (form("", inputs(1)), "data.title".to_owned(), "BASE_TYPE_REQUIRED"),
        (form(&"t".repeat(46), inputs(1)), "data.title".to_owned(), "BASE_TYPE_BAD_LENGTH"),
        (form("t", inputs(0)), "data.components".to_owned(), "BASE_TYPE_BAD_LENGTH"),
        (form("t", inputs(6)), "data.components".to_owned(), "BASE_TYPE_BAD_LENGTH"),
        (
            form("t", json!([input(&json!({"label": "l".repeat(46)}))])),
            format!("{first}.label"),
            "BASE_TYPE_BAD_LENGTH",
        ),
        (form("t", json!([input(&json!({"style": 3}))])), format!("{first}.style"), "BASE_TYPE_CHOICES"),
        (
            form("t", json!([input(&json!({"max_length": 4001}))])),
            format!("{first}.max_length"),
            "NUMBER_TYPE_MAX",
        ),
        (
            form("t", json!([input(&json!({"max_length": 3, "value": "four"}))])),
            format!("{first}.value"),
            "BASE_TYPE_MAX_LENGTH",
        ),
        (
            form("t", json!([input(&json!({})), input(&json!({}))])),
            "data.components.1.components.0.custom_id".to_owned(),
            "COMPONENT_CUSTOM_ID_DUPLICATED",
        ),
    ] {
        let interaction = world.run("ask").await;
        let answer = world.answer(&interaction, body).await;
        assert_eq!(answer.code(), (400, 50035), "{answer:?}");
        assert_eq!(answer.wrong(&field), code, "{answer:?}");
    }
    let interaction = world.run("ask").await;
    assert_eq!(world.answer(&interaction, form("t", inputs(5))).await.status, 204);
}
