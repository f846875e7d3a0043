//! Pinned messages, by the new routes and the deprecated ones.

use serde_json::{Value, json};

use super::call::{Call, Outcome, Reply, ok};
use super::messages::public;
use crate::sandbox::error;
use crate::sandbox::ids::stamp;
use crate::sandbox::permissions::{PIN_MESSAGES, READ_MESSAGE_HISTORY};
use crate::sandbox::state::payload::message_json;
use crate::sandbox::state::{Channel, Message};

/// The pinned messages of a channel, latest pin first.
fn pinned(channel: &Channel) -> Vec<&Message> {
    let mut list: Vec<&Message> =
        channel.messages.values().filter(|message| message.pinned_at.is_some()).collect();
    list.sort_by_key(|message| std::cmp::Reverse((message.pinned_at, message.id)));
    list
}

/// `list_pins`.
pub fn list(call: &mut Call<'_>) -> Outcome {
    let limit = call.limit(50, 50)?;
    let channel = call.channel()?;
    call.may(channel, READ_MESSAGE_HISTORY)?;
    let before = call.query.get("before").and_then(|text| chrono::DateTime::parse_from_rfc3339(text).ok());
    let all = pinned(channel);
    let within: Vec<_> = all
        .into_iter()
        .filter(|message| before.is_none_or(|before| message.pinned_at < Some(before.to_utc())))
        .collect();
    let items: Vec<Value> = within
        .iter()
        .take(limit)
        .map(|message| json!({"pinned_at": message.pinned_at.map(stamp), "message": message_json(call.state, message)}))
        .collect();
    ok(json!({"items": items, "has_more": within.len() > limit}))
}

/// `deprecated_list_pins`.
pub fn deprecated_list(call: &mut Call<'_>) -> Outcome {
    let channel = call.channel()?;
    call.may(channel, READ_MESSAGE_HISTORY)?;
    let list: Vec<Value> =
        pinned(channel).into_iter().map(|message| message_json(call.state, message)).collect();
    ok(json!(list))
}

/// `create_pin`. Since 2026-02-23 only `PIN_MESSAGES` counts.
pub fn create(call: &mut Call<'_>) -> Outcome {
    let id = call.id("message_id")?;
    let channel = call.channel()?;
    call.may(channel, PIN_MESSAGES)?;
    let message = public(channel, id)?;
    if message.kind != 0 && message.kind != 19 && message.kind != 20 {
        return Err(error::system_message().into());
    }
    if message.pinned_at.is_none() && pinned(channel).len() >= call.state.settings.max_pins {
        return Err(error::too_many_pins().into());
    }
    let (place, bot) = (channel.id, call.state.bot());
    call.state.pin(call.hub, call.now, place, id, bot);
    Ok(Reply::Nothing)
}

/// `delete_pin`.
pub fn delete(call: &mut Call<'_>) -> Outcome {
    let id = call.id("message_id")?;
    let channel = call.channel()?;
    call.may(channel, PIN_MESSAGES)?;
    public(channel, id)?;
    let place = channel.id;
    call.state.unpin(call.hub, call.now, place, id);
    Ok(Reply::Nothing)
}
