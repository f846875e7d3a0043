//! Losing the connection and getting it back, with nothing lost and nothing doubled unless it was asked for.

use serde_json::{Value, json};
use tandem::sandbox::{
    Sandbox,
    gateway::{EventTwist, intents::GUILD_MESSAGES},
    people::Deed,
};
use tokio_tungstenite::connect_async;

use super::{channel, person, raw::Raw, start, until};

fn write(sandbox: &Sandbox, content: &str) {
    let place = channel(sandbox, "mentoring");
    sandbox
        .act(person(sandbox, "vera"), Deed::Write { channel: place, content: content.to_owned() })
        .unwrap();
}

async fn reconnect(sandbox: &Sandbox, session: &Value, sequence: u64) -> Raw {
    let mut raw = Raw::connect(sandbox).await;
    assert_eq!(raw.receive().await["op"], 10);
    raw.resume(sandbox, session, sequence).await;
    raw
}

#[tokio::test]
async fn what_happened_while_the_connection_was_gone_is_replayed() {
    let sandbox = start().await;
    let (mut raw, ready) = Raw::login(&sandbox, GUILD_MESSAGES).await;
    write(&sandbox, "before");
    raw.event("MESSAGE_CREATE").await;
    let sequence = raw.sequence;
    assert_eq!(sandbox.hub.drop_connections(), 1);
    assert_eq!(raw.close_code().await, None);
    until(&sandbox, "the socket is gone", || (sandbox.traffic().connected == 0).then_some(())).await;
    write(&sandbox, "meanwhile");
    let mut again = reconnect(&sandbox, &ready["session_id"], sequence).await;
    let missed = again.event("MESSAGE_CREATE").await;
    assert_eq!(missed["author"]["username"], "vera");
    assert_eq!(again.sequence, sequence + 1);
    again.event("RESUMED").await;
    write(&sandbox, "after");
    again.event("MESSAGE_CREATE").await;
    // READY, three messages, RESUMED: each counted once.
    assert_eq!(sandbox.traffic().dispatched, 5);
}

#[tokio::test]
async fn a_client_that_vanished_gets_again_what_it_had_not_taken_note_of() {
    let sandbox = start().await;
    let (raw, ready) = Raw::login(&sandbox, GUILD_MESSAGES).await;
    for content in ["one", "two"] {
        write(&sandbox, content);
    }
    raw.vanish();
    until(&sandbox, "the socket is gone", || (sandbox.traffic().connected == 0).then_some(())).await;
    let mut again = reconnect(&sandbox, &ready["session_id"], 1).await;
    again.event("MESSAGE_CREATE").await;
    again.event("MESSAGE_CREATE").await;
    again.event("RESUMED").await;
    assert_eq!(sandbox.traffic().dispatched, 4);
}

#[tokio::test]
async fn unknown_sessions_and_impossible_sequences_are_refused() {
    let sandbox = start().await;
    let mut stranger = reconnect(&sandbox, &json!("nobody"), 1).await;
    assert_eq!(stranger.receive().await, json!({ "op": 9, "d": false, "s": null, "t": null }));
    stranger.identify(&sandbox, 0, &json!({})).await;
    let ready = stranger.event("READY").await;
    let mut ahead = reconnect(&sandbox, &ready["session_id"], 99).await;
    assert_eq!(ahead.close_code().await, Some(4007));
}

#[tokio::test]
async fn a_closing_client_ends_its_session_and_a_reconnect_request_does_not() {
    let sandbox = start().await;
    let (mut raw, ready) = Raw::login(&sandbox, 0).await;
    sandbox.hub.request_reconnect();
    assert_eq!(raw.receive().await["op"], 7);
    raw.vanish();
    let mut again = reconnect(&sandbox, &ready["session_id"], 1).await;
    again.event("RESUMED").await;
    sandbox.hub.invalidate(true);
    assert_eq!(again.receive().await, json!({ "op": 9, "d": true, "s": null, "t": null }));
    assert_eq!(sandbox.hub.sessions().len(), 1);
    sandbox.hub.invalidate(false);
    assert_eq!(again.receive().await["d"], false);
    assert_eq!(sandbox.hub.sessions().len(), 0);
    again.identify(&sandbox, 0, &json!({})).await;
    assert_ne!(again.event("READY").await["session_id"], ready["session_id"]);
}

#[tokio::test]
async fn an_event_can_be_lost_or_come_twice_on_request() {
    let sandbox = start().await;
    let (mut raw, _) = Raw::login(&sandbox, GUILD_MESSAGES).await;
    sandbox.hub.twist("MESSAGE_CREATE".to_owned(), EventTwist::Lose, 1);
    sandbox.hub.twist("MESSAGE_CREATE".to_owned(), EventTwist::Repeat, 1);
    write(&sandbox, "lost");
    write(&sandbox, "twice");
    let first = raw.event("MESSAGE_CREATE").await;
    let second = raw.event("MESSAGE_CREATE").await;
    assert_eq!(first, second);
    assert_eq!(raw.sequence, 3);
}

#[tokio::test]
async fn a_shut_gateway_takes_nobody_until_it_opens() {
    let sandbox = start().await;
    sandbox.hub.set_accepting(false);
    let refused = connect_async(format!("{}?v=10", sandbox.gateway())).await.err().unwrap();
    assert!(refused.to_string().contains("503"), "{refused}");
    sandbox.hub.set_accepting(true);
    Raw::login(&sandbox, 0).await;
}
