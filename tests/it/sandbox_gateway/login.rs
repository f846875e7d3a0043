//! Logging in, and being refused.

use futures::StreamExt as _;
use serde_json::{Value, json};
use tandem::sandbox::{
    Options, Sandbox,
    gateway::intents::{
        DIRECT_MESSAGES, GUILD_MEMBERS, GUILD_MESSAGE_REACTIONS, GUILD_MESSAGES, GUILD_PRESENCES, GUILDS,
        MESSAGE_CONTENT,
    },
    people::Deed,
};

use super::{channel, person, raw::Raw, start, start_with};

#[tokio::test]
async fn a_client_that_identifies_gets_ready_and_its_server_with_hardly_a_member() {
    let sandbox = start().await;
    let mut raw = Raw::connect(&sandbox).await;
    let hello = raw.receive().await;
    assert_eq!(hello["op"], 10);
    assert!(hello["d"]["heartbeat_interval"].as_u64().unwrap() > 10_000);
    // serenity writes `since` as a structure, which Discord does not mind.
    let presence =
        json!({ "presence": { "since": { "secs_since_epoch": 1, "nanos_since_epoch": 2 }, "afk": false } });
    raw.identify(&sandbox, GUILDS, &presence).await;
    let ready = raw.event("READY").await;
    assert_eq!(ready["v"], 10);
    assert_eq!(ready["user"]["id"], sandbox.application_id().to_string());
    assert_eq!(ready["application"]["id"], sandbox.application_id().to_string());
    assert_eq!(ready["resume_gateway_url"], sandbox.gateway());
    assert_eq!(ready["guilds"], json!([{ "id": sandbox.guild_id().to_string(), "unavailable": true }]));
    let guild = raw.event("GUILD_CREATE").await;
    assert_eq!(guild["name"], "Nordlicht GmbH");
    assert_eq!(guild["member_count"], 11);
    let members = guild["members"].as_array().unwrap();
    assert_eq!(members.len(), 1);
    assert_eq!(members[0]["user"]["id"], sandbox.application_id().to_string());
}

#[tokio::test]
async fn only_people_in_voice_are_told_besides_the_bot() {
    let sandbox = start().await;
    let vera = person(&sandbox, "vera");
    sandbox.act(vera, Deed::JoinVoice { channel: channel(&sandbox, "Treffpunkt") }).unwrap();
    let (mut raw, _) = Raw::login(&sandbox, GUILDS).await;
    let guild = raw.event("GUILD_CREATE").await;
    let ids: Vec<_> =
        guild["members"].as_array().unwrap().iter().map(|member| &member["user"]["id"]).collect();
    assert_eq!(ids.len(), 2);
    assert!(ids.contains(&&json!(vera.to_string())));
}

#[tokio::test]
async fn heartbeats_are_acknowledged_and_can_be_asked_for() {
    let sandbox = start().await;
    let (mut raw, _) = Raw::login(&sandbox, 0).await;
    raw.send(1, &json!(1)).await;
    assert_eq!(raw.receive().await["op"], 11);
    assert_eq!(sandbox.hub.request_heartbeat(), 1);
    assert_eq!(raw.receive().await["op"], 1);
}

#[tokio::test]
async fn events_that_were_not_asked_for_are_not_sent() {
    let sandbox = start().await;
    let (vera, place) = (person(&sandbox, "vera"), channel(&sandbox, "mentoring"));
    let (mut raw, _) = Raw::login(&sandbox, GUILD_MESSAGE_REACTIONS).await;
    let written = sandbox.act(vera, Deed::Write { channel: place, content: "hello".to_owned() }).unwrap();
    let message = written.message.unwrap();
    sandbox.act(vera, Deed::React { channel: place, message, emoji: "👍".to_owned() }).unwrap();
    let reaction = raw.event("MESSAGE_REACTION_ADD").await;
    assert_eq!(reaction["emoji"]["name"], "👍");
    assert_eq!(reaction["member"]["user"]["id"], vera.to_string());
    assert_eq!(sandbox.traffic().dispatched, 2);
}

#[tokio::test]
async fn the_content_of_other_peoples_messages_needs_the_privileged_intent() {
    let mut options = Options::default();
    options.settings.privileged_intents = MESSAGE_CONTENT;
    let sandbox = start_with(options).await;
    let (vera, place) = (person(&sandbox, "vera"), channel(&sandbox, "mentoring"));
    let (mut without, _) = Raw::login(&sandbox, GUILD_MESSAGES).await;
    let (mut with, _) = Raw::login(&sandbox, GUILD_MESSAGES | MESSAGE_CONTENT).await;
    let bot = sandbox.application_id();
    for content in ["a secret".to_owned(), format!("<@{bot}> help")] {
        sandbox.act(vera, Deed::Write { channel: place, content: content.clone() }).unwrap();
        assert_eq!(with.event("MESSAGE_CREATE").await["content"], content);
    }
    assert_eq!(without.event("MESSAGE_CREATE").await["content"], "");
    assert_eq!(without.event("MESSAGE_CREATE").await["content"], format!("<@{bot}> help"));
}

#[tokio::test]
async fn every_wrong_login_is_closed_with_its_own_code() {
    let sandbox = start().await;
    let token = sandbox.token();
    let cases: [(Value, u16); 7] = [
        (json!({ "token": "wrong", "intents": GUILDS }), 4004),
        (json!({ "token": token, "intents": GUILDS | GUILD_MEMBERS }), 4014),
        (json!({ "token": token, "intents": GUILD_PRESENCES }), 4014),
        (json!({ "token": token, "intents": MESSAGE_CONTENT }), 4014),
        (json!({ "token": token, "intents": 1 << 17 }), 4013),
        (json!({ "token": token, "intents": GUILDS, "shard": [2, 2] }), 4010),
        (json!({ "token": token }), 4002),
    ];
    for (data, code) in cases {
        let mut raw = Raw::connect(&sandbox).await;
        raw.send(2, &data).await;
        assert_eq!(raw.close_code().await, Some(code), "{data}");
    }
    let mut old = Raw::connect_with(&sandbox, "v=9").await;
    assert_eq!(old.close_code().await, Some(4012));
}

#[tokio::test]
async fn what_a_client_may_not_send_closes_the_connection() {
    let sandbox = start().await;
    let cases = [
        (json!({ "op": 3, "d": {} }).to_string(), 4003),
        (json!({ "op": 99, "d": {} }).to_string(), 4001),
        ("no json".to_owned(), 4002),
        (json!({ "op": 1, "d": "x".repeat(4096) }).to_string(), 4002),
    ];
    for (text, code) in cases {
        let mut raw = Raw::connect(&sandbox).await;
        raw.send_text(text.clone()).await;
        assert_eq!(raw.close_code().await, Some(code), "{text:.40}");
    }
    let (mut raw, _) = Raw::login(&sandbox, 0).await;
    raw.identify(&sandbox, 0, &json!({})).await;
    assert_eq!(raw.close_code().await, Some(4005));
    let (mut hasty, _) = Raw::login(&sandbox, 0).await;
    for _ in 0..120 {
        hasty.send(1, &Value::Null).await;
    }
    assert_eq!(hasty.close_code().await, Some(4008));
}

#[tokio::test]
async fn payloads_come_compressed_whole_when_identify_asks_for_it() {
    let sandbox = start().await;
    let mut raw = Raw::connect(&sandbox).await;
    raw.receive().await;
    raw.identify(&sandbox, GUILDS, &json!({ "compress": true })).await;
    raw.event("READY").await;
    assert_eq!(raw.event("GUILD_CREATE").await["name"], "Nordlicht GmbH");
    assert_eq!(raw.binary, 2);
}

#[tokio::test]
async fn a_stream_of_zlib_has_one_memory_from_hello_on() {
    let sandbox = start().await;
    let (vera, place) = (person(&sandbox, "vera"), channel(&sandbox, "mentoring"));
    let mut raw = Raw::connect_with(&sandbox, "v=10&encoding=json&compress=zlib-stream").await;
    assert_eq!(raw.receive().await["op"], 10);
    raw.identify(&sandbox, GUILDS | GUILD_MESSAGES, &json!({})).await;
    raw.event("READY").await;
    raw.event("GUILD_CREATE").await;
    for _ in 0..20 {
        sandbox.act(vera, Deed::Write { channel: place, content: "x".repeat(500) }).unwrap();
        raw.event("MESSAGE_CREATE").await;
    }
    raw.send(1, &Value::Null).await;
    assert_eq!(raw.receive().await["op"], 11);
    assert_eq!(raw.binary, 24);
}

#[tokio::test]
async fn each_shard_gets_its_own_servers_and_the_first_gets_direct_messages() {
    let sandbox = start().await;
    let vera = person(&sandbox, "vera");
    let own = (sandbox.guild_id() >> 22) % 2;
    let mut shards = Vec::new();
    for shard in 0..2 {
        let mut raw = Raw::connect(&sandbox).await;
        raw.receive().await;
        raw.identify(&sandbox, GUILDS | GUILD_MESSAGES | DIRECT_MESSAGES, &json!({ "shard": [shard, 2] }))
            .await;
        let ready = raw.event("READY").await;
        assert_eq!(ready["guilds"].as_array().unwrap().len(), usize::from(shard == own));
        if shard == own {
            raw.event("GUILD_CREATE").await;
        }
        shards.push(raw);
    }
    let write = |channel, content: &str| {
        sandbox.act(vera, Deed::Write { channel, content: content.to_owned() }).unwrap();
    };
    write(channel(&sandbox, "mentoring"), "in the server");
    assert!(shards[usize::from(own == 1)].event("MESSAGE_CREATE").await["guild_id"].is_string());
    write(sandbox.direct_channel(vera), "to the bot");
    assert_eq!(shards[0].event("MESSAGE_CREATE").await["content"], "to the bot");
}

#[tokio::test]
async fn a_stream_of_zstd_is_understood_by_whoever_insists_on_it() {
    let sandbox = start().await;
    let address = format!("{}?v=10&encoding=json&compress=zstd-stream", sandbox.gateway());
    let (mut socket, _) = tokio_tungstenite::connect_async(address).await.unwrap();
    let hello = socket.next().await.unwrap().unwrap().into_data();
    assert_eq!(&hello[..6], [0x28, 0xB5, 0x2F, 0xFD, 0, 80]);
    let size = (usize::from(hello[6]) | usize::from(hello[7]) << 8) >> 3;
    let payload: Value = serde_json::from_slice(&hello[9..]).unwrap();
    assert_eq!((size, &payload["op"]), (hello.len() - 9, &json!(10)));
}

#[tokio::test]
async fn the_list_of_all_members_needs_the_privileged_intent_and_a_search_does_not() {
    let mut options = Options::default();
    options.settings.privileged_intents = GUILD_MEMBERS;
    let sandbox = start_with(options).await;
    let guild = sandbox.guild_id().to_string();
    let (mut without, _) = Raw::login(&sandbox, 0).await;
    without.send(8, &json!({ "guild_id": guild, "query": "", "limit": 0 })).await;
    without.send(8, &json!({ "guild_id": guild, "query": "ver", "limit": 5, "nonce": "n" })).await;
    let chunk = without.event("GUILD_MEMBERS_CHUNK").await;
    assert_eq!(chunk["nonce"], "n");
    assert_eq!(chunk["members"][0]["user"]["username"], "vera");
    let (mut with, _) = Raw::login(&sandbox, GUILD_MEMBERS).await;
    with.send(8, &json!({ "guild_id": guild, "query": "", "limit": 0 })).await;
    assert_eq!(with.event("GUILD_MEMBERS_CHUNK").await["members"].as_array().unwrap().len(), 11);
}

#[tokio::test]
async fn it_listens_on_loopback_alone() {
    let listen = "0.0.0.0:0".parse().unwrap();
    let refused = Sandbox::start(Options { listen, ..Options::default() }).await.err().unwrap();
    assert!(refused.to_string().contains("loopback"), "{refused}");
}
