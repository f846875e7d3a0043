//! Reactions: distinct ones are limited, unknown ones refused, and joining one needs less than adding it.

use serde_json::{Value, json};
use tandem::sandbox::{people::Deed, permissions as bits};

use super::World;

/// An emoji as it stands in a path.
fn encoded(emoji: &str) -> String {
    emoji.bytes().fold(String::new(), |path, byte| path + &format!("%{byte:02X}"))
}

#[tokio::test]
async fn reactions_are_added_listed_and_taken_away() {
    let world = World::start().await;
    let channel = world.fresh();
    let message = world.say(channel, "Which?").await;
    let base = format!("/channels/{channel}/messages/{message}/reactions");
    let tick = format!("{base}/{}", encoded("✅"));
    for emoji in ["✅", "🔁", "⏭️"] {
        assert_eq!(world.put(&format!("{base}/{}/@me", encoded(emoji)), Value::Null).await.status, 204);
    }
    let vera = world.person("vera");
    world.sandbox.act(vera, Deed::React { channel, message, emoji: "✅".to_owned() }).unwrap();
    let who = world.get(&format!("{tick}?limit=100")).await.body;
    let ids: Vec<_> = who.as_array().unwrap().iter().map(|user| user["id"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), 2);
    assert_eq!(world.get(&format!("{tick}?limit=1&after={}", ids[0])).await.body[0]["id"], ids[1]);
    let seen = world.get(&format!("/channels/{channel}/messages/{message}")).await.body;
    let order: Vec<_> =
        seen["reactions"].as_array().unwrap().iter().map(|one| one["emoji"]["name"].clone()).collect();
    assert_eq!(order, [json!("✅"), json!("🔁"), json!("⏭️")]);
    assert_eq!((&seen["reactions"][0]["count"], &seen["reactions"][0]["me"]), (&json!(2), &json!(true)));
    assert_eq!(world.delete(&format!("{tick}/{vera}")).await.status, 204);
    assert_eq!(world.delete(&format!("{tick}/@me")).await.status, 204);
    assert_eq!(world.delete(&format!("{base}/{}", encoded("🔁"))).await.status, 204);
    let left = world.get(&format!("/channels/{channel}/messages/{message}")).await.body;
    assert_eq!(left["reactions"].as_array().unwrap().len(), 1);
    assert_eq!(world.delete(&base).await.status, 204);
}

#[tokio::test]
async fn the_twenty_first_emoji_is_too_many_and_a_word_is_no_emoji() {
    let world = World::start().await;
    let channel = world.fresh();
    let message = world.say(channel, "All of them").await;
    let base = format!("/channels/{channel}/messages/{message}/reactions");
    for index in 0..20u32 {
        let emoji = char::from_u32(0x1f600 + index).unwrap().to_string();
        assert_eq!(world.put(&format!("{base}/{}/@me", encoded(&emoji)), Value::Null).await.status, 204);
    }
    let one_more = world.put(&format!("{base}/{}/@me", encoded("🆘")), Value::Null).await;
    assert_eq!(one_more.code(), (400, 30010));
    for wrong in ["ok", "%3Atick%3A1", "tick%3A1"] {
        assert_eq!(
            world.put(&format!("{base}/{wrong}/@me"), Value::Null).await.code(),
            (400, 10014),
            "{wrong}"
        );
    }
    let nowhere = format!("/channels/{channel}/messages/1/reactions/{}/@me", encoded("✅"));
    assert_eq!(world.put(&nowhere, Value::Null).await.code(), (404, 10008));
}

#[tokio::test]
async fn joining_a_reaction_needs_no_right_to_add_one() {
    let world = World::start().await;
    let channel = world.fresh();
    let message = world.say(channel, "Which?").await;
    let base = format!("/channels/{channel}/messages/{message}/reactions");
    world
        .sandbox
        .act(world.person("vera"), Deed::React { channel, message, emoji: "✅".to_owned() })
        .unwrap();
    world.bot_may(bits::VIEW_CHANNEL | bits::READ_MESSAGE_HISTORY);
    assert_eq!(world.put(&format!("{base}/{}/@me", encoded("✅")), Value::Null).await.status, 204);
    assert_eq!(world.put(&format!("{base}/{}/@me", encoded("🔁")), Value::Null).await.code(), (403, 50013));
    let other = format!("{base}/{}/{}", encoded("✅"), world.person("vera"));
    assert_eq!(world.delete(&other).await.code(), (403, 50013));
    world.bot_may(bits::VIEW_CHANNEL);
    assert_eq!(world.put(&format!("{base}/{}/@me", encoded("✅")), Value::Null).await.code(), (403, 50013));
}
