//! The control interface as a script in another language uses it.

use futures::{SinkExt as _, StreamExt as _};
use reqwest::Method;
use serde_json::{Value, json};
use tandem::sandbox::Sandbox;
use tokio_tungstenite::{connect_async, tungstenite::Message};

use super::{raw::Raw, start, start_held, until};

async fn call(sandbox: &Sandbox, method: Method, path: &str, body: Value) -> (u16, Value) {
    let request = reqwest::Client::new().request(method, format!("{}{path}", sandbox.control()));
    let request = if body.is_null() { request } else { request.json(&body) };
    let answer = request.send().await.unwrap();
    (answer.status().as_u16(), answer.json().await.unwrap())
}

async fn get(sandbox: &Sandbox, path: &str) -> Value {
    let (status, body) = call(sandbox, Method::GET, path, Value::Null).await;
    assert_eq!(status, 200, "{path}: {body}");
    body
}

async fn send(sandbox: &Sandbox, method: Method, path: &str, body: Value) -> Value {
    let (status, body) = call(sandbox, method, path, body).await;
    assert_eq!(status, 200, "{path}: {body}");
    body
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

#[tokio::test]
async fn the_ready_line_names_everything_a_script_needs() {
    let sandbox = start().await;
    let line = sandbox.ready_line();
    assert!(!line.contains('\n'));
    let ready: Value = serde_json::from_str(&line).unwrap();
    assert!(text(&ready["api"]).ends_with("/api/v10"));
    assert!(text(&ready["gateway"]).starts_with("ws://127.0.0.1:"));
    assert!(text(&ready["control"]).ends_with("/control"));
    assert_eq!(ready["token"], sandbox.token());
    assert_eq!(ready["application_id"], sandbox.application_id().to_string());
    assert_eq!(ready["servers"][0]["id"], ready["guild_id"]);
    assert!(ready["people"].as_array().unwrap().iter().any(|person| person["name"] == "vera"));
}

#[tokio::test]
async fn a_script_builds_a_server_and_acts_in_it() {
    let sandbox = start().await;
    let owner = send(&sandbox, Method::POST, "/people", json!({ "name": "olga", "locale": "de" })).await;
    let friend = send(&sandbox, Method::POST, "/people", json!({ "name": "finn" })).await;
    let server = json!({ "name": "Werkstatt", "owner": owner["id"] });
    let server = send(&sandbox, Method::POST, "/servers", server).await;
    let server = format!("/servers/{}", text(&server["id"]));
    let friend_there = format!("{server}/members/{}", text(&friend["id"]));
    send(&sandbox, Method::PUT, &friend_there, Value::Null).await;
    let role = send(&sandbox, Method::POST, &format!("{server}/roles"), json!({ "name": "Lotse" })).await;
    let given = format!("{friend_there}/roles/{}", text(&role["id"]));
    send(&sandbox, Method::PUT, &given, Value::Null).await;
    let guild = server.trim_start_matches("/servers/");
    let overwrites = json!([
        { "id": guild, "type": 0, "deny": "1024" },
        { "id": role["id"], "type": 0, "allow": "1024" },
    ]);
    let new = json!({ "name": "geheim", "type": 0, "permission_overwrites": overwrites });
    let made = send(&sandbox, Method::POST, &format!("{server}/channels"), new).await;
    let place = text(&made["id"]);

    let act = format!("/people/{}/act", text(&friend["id"]));
    let write = json!({ "do": "write", "channel": place, "content": "Moin" });
    send(&sandbox, Method::POST, &act, write.clone()).await;
    let seen = get(&sandbox, &format!("/people/{}/channels/{place}/messages", text(&friend["id"]))).await;
    assert_eq!((&seen[0]["content"], &seen[0]["author"]), (&json!("Moin"), &friend["id"]));

    send(&sandbox, Method::DELETE, &given, Value::Null).await;
    let (status, refused) = call(&sandbox, Method::POST, &act, write).await;
    assert_eq!((status, text(&refused["error"])), (409, "this person sees no such channel"));
    send(&sandbox, Method::DELETE, &format!("/channels/{place}"), Value::Null).await;
    let (status, _) = call(&sandbox, Method::GET, &format!("/channels/{place}"), Value::Null).await;
    assert_eq!(status, 404);
}

#[tokio::test]
async fn settings_faults_and_gateway_are_in_reach() {
    let sandbox = start().await;
    send(&sandbox, Method::PATCH, "/settings", json!({ "nonce_window": 0 })).await;
    assert_eq!(get(&sandbox, "/settings").await["nonce_window"], 0);
    let (status, _) = call(&sandbox, Method::PATCH, "/settings", json!({ "typo": 0 })).await;
    assert_eq!(status, 400);
    let fault = json!({ "method": "GET", "route": "/users/@me", "do": "hold", "point": "effect" });
    send(&sandbox, Method::POST, "/faults", fault).await;
    let asked = reqwest::Client::new()
        .get(format!("{}/users/@me", sandbox.api()))
        .header("authorization", format!("Bot {}", sandbox.token()));
    let asked = tokio::spawn(asked.send());
    until(&sandbox, "the hold", || sandbox.faults.held().pop()).await;
    let holds = get(&sandbox, "/holds").await;
    assert_eq!((&holds[0]["point"], &holds[0]["route"]), (&json!("effect"), &json!("/users/@me")));
    let hold = format!("/holds/{}", holds[0]["id"]);
    send(&sandbox, Method::POST, &hold, json!({ "how": "go" })).await;
    assert_eq!(asked.await.unwrap().unwrap().status(), 200);

    let (mut raw, _) = Raw::login(&sandbox, 0).await;
    let struck = send(&sandbox, Method::POST, "/gateway", json!({ "do": "drop" })).await;
    assert_eq!(struck["connections"], 1);
    assert_eq!(raw.close_code().await, None);
    assert_eq!(get(&sandbox, "/traffic").await["by_route"]["GET /users/@me"], 1);
    let changes = get(&sandbox, "/changes").await;
    assert!(changes["count"].as_u64().unwrap() > 0);
    let (status, _) = call(&sandbox, Method::GET, "/nowhere", Value::Null).await;
    assert_eq!(status, 404);
}

#[tokio::test]
async fn a_follower_hears_every_turn_and_says_when_it_is_idle() {
    let sandbox = start_held().await;
    let address = format!("{}/clock/follow", sandbox.control().replacen("http", "ws", 1));
    let (mut follower, _) = connect_async(address).await.unwrap();
    let (_raw, _) = Raw::login(&sandbox, 0).await;
    let told = follower.next().await.unwrap().unwrap().into_text().unwrap();
    let told: Value = serde_json::from_str(&told).unwrap();
    assert_eq!(told["now"], "2026-03-02T09:00:00Z");
    let report = |idle: bool, now: &str, events: u64| {
        let wake = "2026-03-02T10:00:00Z";
        Message::text(json!({ "now": now, "idle": idle, "wake": wake, "events": events }).to_string())
    };
    follower.send(report(true, "2026-03-02T09:00:00Z", 0)).await.unwrap();
    until(&sandbox, "a report", || sandbox.followers()[0].report.clone()).await;
    assert!(!sandbox.is_settled(), "READY is not dealt with");
    follower.send(report(true, "2026-03-02T09:00:00Z", 1)).await.unwrap();
    until(&sandbox, "all is settled", || sandbox.is_settled().then_some(())).await;
    assert_eq!(sandbox.next_wake(), Some("2026-03-02T10:00:00Z".parse().unwrap()));

    let turned = send(&sandbox, Method::POST, "/clock", json!({ "advance_seconds": 3600 })).await;
    assert_eq!((&turned["now"], &turned["settled"]), (&json!("2026-03-02T10:00:00Z"), &json!(false)));
    let told = follower.next().await.unwrap().unwrap().into_text().unwrap();
    assert!(told.contains("2026-03-02T10:00:00Z"), "{told}");
    follower.send(report(true, "2026-03-02T10:00:00Z", 1)).await.unwrap();
    until(&sandbox, "all is settled again", || sandbox.is_settled().then_some(())).await;
    drop(follower);
    until(&sandbox, "the follower is gone", || (!sandbox.followers()[0].connected).then_some(())).await;
    assert_eq!(sandbox.next_wake(), None);
}

#[tokio::test]
async fn a_sandbox_that_ends_lets_everybody_go() {
    let sandbox = start_held().await;
    let address = format!("{}/clock/follow", sandbox.control().replacen("http", "ws", 1));
    let (mut follower, _) = connect_async(address).await.unwrap();
    let (mut raw, _) = Raw::login(&sandbox, 0).await;
    follower.next().await.unwrap().unwrap();
    sandbox.sandbox.shutdown().await;
    assert_eq!(raw.close_code().await, None);
    assert!(follower.next().await.is_none_or(|frame| frame.is_err()));
}

#[tokio::test]
async fn an_address_means_the_same_with_its_at_sign_escaped() {
    let sandbox = start().await;
    let ask = async |name: &str| {
        let url = format!("{}/webhooks/{}/nothing/messages/{name}", sandbox.api(), sandbox.application_id());
        let answer = reqwest::get(url).await.unwrap();
        (answer.status().as_u16(), answer.json::<Value>().await.unwrap())
    };
    assert_eq!(ask("%40original").await, ask("@original").await);
    assert_eq!(ask("@original").await.0, 404);
}
