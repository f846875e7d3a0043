//! Rate limits: the headers of a bucket, the bodies of 429, and the limits that no header tells of.

use chrono::TimeDelta;
use reqwest::Method;
use serde_json::{Value, json};
use tandem::sandbox::state::{Settings, settings::Window};

use super::World;

#[tokio::test]
async fn a_bucket_tells_its_standing_and_then_429() {
    let world = World::with(Settings::default()).await;
    let channel = world.fresh();
    let path = format!("/channels/{channel}/messages");
    let mut last = None;
    for left in (0..5).rev() {
        let answer = world.post(&path, json!({"content": "x"})).await;
        assert_eq!(answer.headers["x-ratelimit-limit"], "5");
        assert_eq!(answer.headers["x-ratelimit-remaining"], left.to_string());
        assert_eq!(answer.headers["x-ratelimit-reset-after"], "5.000");
        let reset = (super::nine() + TimeDelta::seconds(5)).timestamp();
        assert_eq!(answer.headers["x-ratelimit-reset"], format!("{reset}.000"));
        last = Some(answer.headers["x-ratelimit-bucket"].clone());
    }
    world.pass(TimeDelta::milliseconds(500));
    let refused = world.post(&path, json!({"content": "x"})).await;
    assert_eq!(refused.status, 429);
    assert_eq!(
        refused.body,
        json!({"message": "You are being rate limited.", "retry_after": 4.5, "global": false})
    );
    assert_eq!(refused.headers["x-ratelimit-scope"], "user");
    assert_eq!(refused.headers["retry-after"], "5");
    assert_eq!(Some(&refused.headers["x-ratelimit-bucket"]), last.as_ref());
    let elsewhere =
        world.post(&format!("/channels/{}/messages", world.fresh()), json!({"content": "x"})).await;
    assert_eq!(elsewhere.status, 200);
    world.pass(TimeDelta::milliseconds(4_500));
    assert_eq!(world.post(&path, json!({"content": "x"})).await.status, 200);
    assert_eq!(world.sandbox.record.counts().rate_limited, 1);
}

#[tokio::test]
async fn fifty_requests_a_second_are_enough_but_interactions_do_not_count() {
    let settings =
        Settings { other_routes: Window { limit: 1_000, milliseconds: 1_000 }, ..Settings::default() };
    let world = World::with(settings).await;
    let interaction = world.run("ask").await;
    for _ in 0..49 {
        assert_eq!(world.get("/users/@me").await.status, 200);
    }
    let refused = world.get("/users/@me").await;
    assert_eq!((refused.status, &refused.body["global"]), (429, &json!(true)));
    assert_eq!(refused.headers["x-ratelimit-global"], "true");
    assert_eq!(refused.headers["x-ratelimit-scope"], "global");
    let body = json!({"type": 4, "data": {"content": "x", "flags": 64}});
    assert_eq!(world.answer(&interaction, body).await.status, 204);
    assert_eq!(world.sandbox.record.counts().max_in_any_second, 51);
    world.pass(TimeDelta::seconds(1));
    assert_eq!(world.get("/users/@me").await.status, 200);
}

#[tokio::test]
async fn writing_reactions_shares_one_bucket_per_channel() {
    let world = World::with(Settings::default()).await;
    let channel = world.fresh();
    let message = world.say(channel, "x").await;
    let path = format!("/channels/{channel}/messages/{message}/reactions/%E2%9C%85/@me");
    let added = world.put(&path, Value::Null).await;
    assert_eq!((added.status, &*added.headers["x-ratelimit-limit"]), (204, "1"));
    assert_eq!(world.delete(&path).await.status, 429);
    world.pass(TimeDelta::milliseconds(250));
    assert_eq!(world.delete(&path).await.status, 204);
}

#[tokio::test]
async fn a_third_rename_in_ten_minutes_is_refused_without_a_word_in_the_headers() {
    let world = World::start().await;
    let channel = world.fresh();
    let path = format!("/channels/{channel}");
    for name in ["one", "two"] {
        assert_eq!(world.patch(&path, json!({"name": name})).await.status, 200);
    }
    world.pass(TimeDelta::minutes(4));
    let refused = world.patch(&path, json!({"topic": "three"})).await;
    assert_eq!((refused.status, refused.body["retry_after"].as_f64()), (429, Some(360.0)));
    assert!(!refused.headers.contains_key("x-ratelimit-remaining"));
    assert_eq!(world.patch(&path, json!({"nsfw": true})).await.status, 200);
    assert_eq!(world.patch(&path, json!({"name": "two"})).await.status, 200);
    world.pass(TimeDelta::minutes(6));
    assert_eq!(world.patch(&path, json!({"name": "three"})).await.status, 200);
}

#[tokio::test]
async fn edits_of_old_messages_and_new_direct_messages_are_limited_out_of_sight() {
    let world = World::start().await;
    let channel = world.fresh();
    let message = world.say(channel, "x").await;
    let path = format!("/channels/{channel}/messages/{message}");
    world.pass(TimeDelta::minutes(61));
    for text in ["a", "b", "c"] {
        assert_eq!(world.ask(Method::PATCH, &path, json!({"content": text})).await.status, 200);
    }
    let refused = world.patch(&path, json!({"content": "d"})).await;
    assert_eq!(refused.code(), (429, 30046));
    world.sandbox.change_settings(|settings| settings.new_direct_messages.limit = 2);
    let open = async |name: &str| {
        world.post("/users/@me/channels", json!({"recipient_id": world.person(name).to_string()})).await
    };
    for name in ["vera", "ulrich", "vera"] {
        assert_eq!(open(name).await.status, 200);
    }
    assert_eq!(open("amira").await.code(), (403, 40003));
    assert_eq!(open("ulrich").await.status, 200);
}
