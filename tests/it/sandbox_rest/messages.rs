//! Messages: lengths, embeds, files, nonces, pins, lists, edits and deletions.

use chrono::TimeDelta;
use reqwest::Method;
use serde_json::{Value, json};
use tandem::sandbox::{people::Deed, permissions as bits};

use super::World;

fn path(channel: u64) -> String {
    format!("/channels/{channel}/messages")
}

#[tokio::test]
async fn texts_and_embeds_have_discords_lengths() {
    let world = World::start().await;
    let messages = path(world.fresh());
    for right in [
        json!({"content": "ä".repeat(2_000)}),
        json!({"embeds": [{"title": "t".repeat(256), "description": "d".repeat(4_096)}]}),
        json!({"embeds": vec![json!({"description": "d".repeat(600)}); 10]}),
        json!({"embeds": [{"fields": vec![json!({"name": "n", "value": "v", "inline": true}); 25]}]}),
        json!({"content": "quiet", "flags": 4096, "nonce": 7, "tts": false}),
    ] {
        let answer = world.post(&messages, right).await;
        assert_eq!(answer.status, 200, "{answer:?}");
    }
    for (wrong, field, code) in [
        (json!({"content": "x".repeat(2_001)}), "content", "BASE_TYPE_MAX_LENGTH"),
        (json!({"content": 1}), "content", "STRING_TYPE_CONVERT"),
        (json!({"embeds": [{"title": "t".repeat(257)}]}), "embeds.0.title", "BASE_TYPE_MAX_LENGTH"),
        (
            json!({"embeds": [{"description": "d".repeat(4_097)}]}),
            "embeds.0.description",
            "BASE_TYPE_MAX_LENGTH",
        ),
        (
            json!({"embeds": vec![json!({"description": "d".repeat(3_001)}); 2]}),
            "embeds.1",
            "MAX_EMBED_SIZE_EXCEEDED",
        ),
        (json!({"embeds": vec![json!({"title": "t"}); 11]}), "embeds", "BASE_TYPE_BAD_LENGTH"),
        (json!({"embeds": [{}]}), "embeds.0", "BASE_TYPE_REQUIRED"),
        (
            json!({"embeds": [{"fields": vec![json!({"name": "n", "value": "v"}); 26]}]}),
            "embeds.0.fields",
            "BASE_TYPE_BAD_LENGTH",
        ),
        (
            json!({"embeds": [{"fields": [{"name": "", "value": "v"}]}]}),
            "embeds.0.fields.0.name",
            "BASE_TYPE_REQUIRED",
        ),
        (
            json!({"embeds": [{"footer": {"text": "f".repeat(2_049)}}]}),
            "embeds.0.footer.text",
            "BASE_TYPE_MAX_LENGTH",
        ),
        (
            json!({"embeds": [{"image": {"url": "javascript:x"}}]}),
            "embeds.0.image.url",
            "URL_TYPE_INVALID_SCHEME",
        ),
        (
            json!({"embeds": [{"title": "t", "timestamp": "yesterday"}]}),
            "embeds.0.timestamp",
            "DATE_TIME_TYPE_PARSE",
        ),
        (json!({"content": "x", "nonce": "n".repeat(26)}), "nonce", "BASE_TYPE_MAX_LENGTH"),
        (
            json!({"content": "x", "allowed_mentions": {"parse": ["all"]}}),
            "allowed_mentions.parse.0",
            "BASE_TYPE_CHOICES",
        ),
        (
            json!({"content": "x", "message_reference": {"message_id": "1"}}),
            "message_reference",
            "MESSAGE_REFERENCE_UNKNOWN_MESSAGE",
        ),
    ] {
        let answer = world.post(&messages, wrong).await;
        assert_eq!(answer.code(), (400, 50035), "{answer:?}");
        assert_eq!(answer.wrong(field), code, "{answer:?}");
    }
    for empty in [json!({}), json!({"content": ""}), json!({"content": " \n "}), json!({"embeds": []})] {
        assert_eq!(world.post(&messages, empty).await.code(), (400, 50006));
    }
}

#[tokio::test]
async fn an_enforced_nonce_gives_the_earlier_message_back() {
    let world = World::start().await;
    let messages = path(world.fresh());
    let body = |text: &str| json!({"content": text, "nonce": "row-17", "enforce_nonce": true});
    let first = world.post(&messages, body("one")).await;
    assert_eq!(first.body["nonce"], "row-17");
    let again = world.post(&messages, body("two")).await;
    assert_eq!((again.id(), again.body["content"].as_str()), (first.id(), Some("one")));
    let other = world.post(&messages, json!({"content": "other", "nonce": "row-17"})).await;
    assert_ne!(other.id(), first.id());
    world.pass(TimeDelta::minutes(4));
    let late = world.post(&messages, body("late")).await;
    assert_ne!(late.id(), first.id());
}

#[tokio::test]
async fn a_nonce_of_a_deleted_message_is_10008_and_a_window_of_zero_remembers_nothing() {
    let world = World::start().await;
    let messages = path(world.fresh());
    let body = json!({"content": "one", "nonce": "n", "enforce_nonce": true});
    let first = world.post(&messages, body.clone()).await.id();
    assert_eq!(world.delete(&format!("{messages}/{first}")).await.status, 204);
    assert_eq!(world.post(&messages, body.clone()).await.code(), (404, 10008));
    world.sandbox.change_settings(|settings| settings.nonce_window = 0);
    let second = world.post(&messages, body.clone()).await.id();
    assert_ne!(world.post(&messages, body).await.id(), second);
}

#[tokio::test]
async fn files_arrive_by_multipart_and_are_served_back() {
    let world = World::start().await;
    let messages = path(world.fresh());
    let body = json!({
        "content": "A picture",
        "attachments": [{"id": 0, "filename": "digest.png", "description": "Two bars"}],
        "embeds": [{"title": "t", "image": {"url": "attachment://digest.png"}}],
    });
    let picture = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x04\0\0\0\x03rest";
    let sent = world.upload(Method::POST, &messages, &body, &[("digest.png", picture)]).await;
    let file = &sent.body["attachments"][0];
    assert_eq!(
        (&file["description"], &file["width"], &file["height"]),
        (&json!("Two bars"), &json!(4), &json!(3))
    );
    assert_eq!(sent.body["embeds"][0]["image"]["url"], file["url"]);
    let back = reqwest::get(file["url"].as_str().unwrap()).await.unwrap();
    assert_eq!(back.headers()["content-type"], "image/png");
    assert_eq!(back.bytes().await.unwrap().as_ref(), picture);
    let id = sent.id();
    let more = world.upload(Method::PATCH, &format!("{messages}/{id}"), &json!({}), &[("b.txt", b"b")]).await;
    assert_eq!(more.body["attachments"].as_array().unwrap().len(), 2);
    let fewer = world.patch(&format!("{messages}/{id}"), json!({"attachments": [{"id": file["id"]}]})).await;
    assert_eq!(fewer.body["attachments"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn too_many_and_too_large_files_are_refused() {
    let world = World::start().await;
    let messages = path(world.fresh());
    let many: Vec<(&str, &[u8])> = vec![("a.txt", b"a"); 11];
    assert_eq!(world.upload(Method::POST, &messages, &json!({}), &many).await.code(), (400, 30015));
    world.sandbox.change_settings(|settings| settings.max_file_bytes = 3);
    let large = world.upload(Method::POST, &messages, &json!({}), &[("a.txt", b"abcd")]).await;
    assert_eq!(large.code(), (413, 40005));
    let lost = json!({"content": "x", "attachments": [{"id": 5}]});
    assert_eq!(world.post(&messages, lost).await.wrong("attachments.0.id"), "ATTACHMENT_NOT_FOUND");
}

#[tokio::test]
async fn lists_go_before_after_and_around_newest_first() {
    let world = World::start().await;
    let channel = world.fresh();
    let mut ids = Vec::new();
    for text in ["0", "1", "2", "3", "4", "5"] {
        ids.push(world.say(channel, text).await);
    }
    let read = async |query: String| {
        let list = world.get(&format!("{}?{query}", path(channel))).await.body;
        let texts =
            list.as_array().unwrap().iter().map(|message| message["content"].as_str().unwrap().to_owned());
        texts.collect::<String>()
    };
    assert_eq!(read("limit=100".to_owned()).await, "543210");
    assert_eq!(read("limit=2".to_owned()).await, "54");
    assert_eq!(read(format!("limit=2&before={}", ids[3])).await, "21");
    assert_eq!(read(format!("limit=2&after={}", ids[1])).await, "32");
    assert_eq!(read(format!("limit=3&around={}", ids[3])).await, "432");
    assert_eq!(world.get(&format!("{}?limit=101", path(channel))).await.code(), (400, 50035));
}

#[tokio::test]
async fn only_the_author_edits_and_bulk_deletion_has_its_bounds() {
    let world = World::start().await;
    let channel = world.fresh();
    let (own, messages) = (world.say(channel, "own").await, path(channel));
    let deed = Deed::Write { channel, content: "theirs".to_owned() };
    let theirs = world.sandbox.act(world.person("vera"), deed).unwrap().message.unwrap();
    assert_eq!(
        world.patch(&format!("{messages}/{theirs}"), json!({"content": "x"})).await.code(),
        (403, 50005)
    );
    let edited = world.patch(&format!("{messages}/{own}"), json!({"content": "better"})).await;
    assert!(edited.body["edited_timestamp"].is_string());
    assert_eq!(world.patch(&format!("{messages}/{own}"), json!({"content": ""})).await.code(), (400, 50006));
    assert_eq!(world.patch(&format!("{messages}/1"), json!({"content": "x"})).await.code(), (404, 10008));
    let bulk = format!("{messages}/bulk-delete");
    assert_eq!(world.post(&bulk, json!({"messages": [own.to_string()]})).await.code(), (400, 50016));
    let both = json!({"messages": [own.to_string(), theirs.to_string()]});
    world.pass(TimeDelta::days(15));
    assert_eq!(world.post(&bulk, both.clone()).await.code(), (400, 50034));
    world.sandbox.clock.set(super::nine());
    assert_eq!(world.post(&bulk, both).await.status, 204);
    assert_eq!(world.get(&messages).await.body, json!([]));
}

#[tokio::test]
async fn pins_need_their_own_permission_and_have_a_limit() {
    let world = World::start().await;
    let channel = world.fresh();
    let (first, second) = (world.say(channel, "first").await, world.say(channel, "second").await);
    let pins = format!("{}/pins", path(channel));
    assert_eq!(world.put(&format!("{pins}/{first}"), Value::Null).await.status, 204);
    world.pass(TimeDelta::seconds(1));
    assert_eq!(world.put(&format!("/channels/{channel}/pins/{second}"), Value::Null).await.status, 204);
    let list = world.get(&pins).await.body;
    assert_eq!(list["items"][0]["message"]["content"], "second");
    assert_eq!(list["has_more"], false);
    let notices = world.get(&path(channel)).await.body;
    assert_eq!(notices[0]["type"], 6);
    assert_eq!(world.delete(&format!("{pins}/{second}")).await.status, 204);
    assert_eq!(world.get(&format!("/channels/{channel}/pins")).await.body.as_array().unwrap().len(), 1);
    world.sandbox.change_settings(|settings| settings.max_pins = 1);
    assert_eq!(world.put(&format!("{pins}/{second}"), Value::Null).await.code(), (400, 30003));
    assert_eq!(world.put(&format!("{pins}/1"), Value::Null).await.code(), (404, 10008));
    world.bot_may(bits::ALL & !bits::ADMINISTRATOR & !bits::PIN_MESSAGES);
    assert_eq!(world.put(&format!("{pins}/{second}"), Value::Null).await.code(), (403, 50013));
}

#[tokio::test]
async fn mentions_ping_only_whom_they_may() {
    let world = World::start().await;
    let (messages, vera) = (path(world.fresh()), world.person("vera"));
    let text = format!("<@{vera}> and @everyone");
    let denied =
        world.post(&messages, json!({"content": text, "allowed_mentions": {"parse": []}})).await.body;
    assert_eq!((&denied["mentions"], &denied["mention_everyone"]), (&json!([]), &json!(false)));
    let one = json!({"content": text, "allowed_mentions": {"users": [vera.to_string()]}});
    let one = world.post(&messages, one).await.body;
    assert_eq!(
        (&one["mentions"][0]["id"], &one["mention_everyone"]),
        (&json!(vera.to_string()), &json!(false))
    );
    let all = world.post(&messages, json!({"content": text})).await.body;
    assert_eq!(all["mention_everyone"], true);
    let reply = json!({"content": "yes", "message_reference": {"message_id": one["id"]}});
    assert_eq!(world.post(&messages, reply).await.body["referenced_message"]["content"], text);
}

#[tokio::test]
async fn direct_messages_reach_only_those_who_take_them() {
    let world = World::start().await;
    let vera = world.person("vera");
    let open = json!({"recipient_id": vera.to_string()});
    let direct = world.post("/users/@me/channels", open.clone()).await;
    assert_eq!(direct.body["type"], 1);
    assert_eq!(world.post("/users/@me/channels", open).await.id(), direct.id());
    let messages = path(direct.id());
    assert_eq!(world.post(&messages, json!({"content": "Hello"})).await.status, 200);
    world.sandbox.act(vera, Deed::CloseDirectMessages).unwrap();
    assert_eq!(world.post(&messages, json!({"content": "Hello"})).await.code(), (403, 50007));
    world.sandbox.act(vera, Deed::LeaveServer { guild: world.guild() }).unwrap();
    assert_eq!(world.post(&messages, json!({"content": "Hello"})).await.code(), (403, 50278));
    let nobody = world.post("/users/@me/channels", json!({"recipient_id": "1"})).await;
    assert_eq!(nobody.code(), (400, 50035));
}
