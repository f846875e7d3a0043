//! Reading and deleting messages, and typing.

use chrono::TimeDelta;
use serde_json::{Value, json};

use super::call::{Call, Outcome, Reply, ok};
use crate::sandbox::check::form::Form;
use crate::sandbox::error::{self, ApiError, Problems};
use crate::sandbox::ids::{self, time_of};
use crate::sandbox::permissions::{MANAGE_MESSAGES, READ_MESSAGE_HISTORY, SEND_MESSAGES};
use crate::sandbox::state::payload::message_json;
use crate::sandbox::state::{Channel, Message};

/// A message that the channel's routes know; private ones are not among them.
pub fn public(channel: &Channel, id: u64) -> Result<&Message, ApiError> {
    channel.messages.get(&id).filter(|found| found.ephemeral_for.is_none()).ok_or_else(error::unknown_message)
}

/// `list_messages`, newest first. Without the right to read what was before, there is nothing.
pub fn list(call: &mut Call<'_>) -> Outcome {
    let limit = call.limit(50, 100)?;
    let (before, after, around) =
        (call.query_id("before")?, call.query_id("after")?, call.query_id("around")?);
    let channel = call.channel()?;
    if call.bits(channel) & READ_MESSAGE_HISTORY == 0 {
        return ok(json!([]));
    }
    let ids =
        channel.messages.values().filter(|message| message.ephemeral_for.is_none()).map(|message| message.id);
    let mut chosen: Vec<u64> = if let Some(after) = after {
        ids.filter(|id| *id > after).take(limit).collect()
    } else if let Some(around) = around {
        let all: Vec<u64> = ids.collect();
        let at = all.partition_point(|id| *id < around);
        let start = at.saturating_sub(limit / 2);
        all[start..all.len().min(start + limit)].to_vec()
    } else {
        let older: Vec<u64> = ids.filter(|id| before.is_none_or(|before| *id < before)).collect();
        older[older.len().saturating_sub(limit)..].to_vec()
    };
    chosen.reverse();
    let list: Vec<Value> = chosen.iter().map(|id| message_json(call.state, &channel.messages[id])).collect();
    ok(json!(list))
}

/// `get_message`.
pub fn get(call: &mut Call<'_>) -> Outcome {
    let id = call.id("message_id")?;
    let channel = call.channel()?;
    call.may(channel, READ_MESSAGE_HISTORY)?;
    ok(message_json(call.state, public(channel, id)?))
}

/// `delete_message`: one's own, or anybody's with `MANAGE_MESSAGES`.
pub fn delete(call: &mut Call<'_>) -> Outcome {
    let id = call.id("message_id")?;
    let channel = call.channel()?;
    let message = public(channel, id)?;
    if message.author != call.state.bot() {
        if channel.guild.is_none() {
            return Err(error::not_your_message().into());
        }
        call.may(channel, MANAGE_MESSAGES)?;
    }
    let place = channel.id;
    call.state.delete_message(call.hub, call.now, place, id);
    Ok(Reply::Nothing)
}

/// `bulk_delete_messages`: 2 to 100, none older than 14 days.
pub fn bulk_delete(call: &mut Call<'_>) -> Outcome {
    let channel = call.channel()?;
    if channel.guild.is_none() {
        return Err(error::wrong_channel_type().into());
    }
    call.may(channel, MANAGE_MESSAGES)?;
    let place = channel.id;
    let mut problems = Problems::default();
    let form = Form::of(call.body(), "", &mut problems);
    let list = form.and_then(|form| {
        form.need("messages", &mut problems);
        form.list("messages", 0..=usize::MAX, &mut problems)
    });
    let ids: Vec<u64> = list.unwrap_or_default().iter().filter_map(ids::parse).collect();
    problems.into_result()?;
    if !(2..=100).contains(&ids.len()) {
        return Err(error::bulk_delete_count().into());
    }
    if ids.iter().any(|id| call.now - time_of(*id) > TimeDelta::days(14)) {
        return Err(error::too_old_to_bulk_delete().into());
    }
    call.state.delete_messages(call.hub, call.now, place, &ids);
    Ok(Reply::Nothing)
}

/// `trigger_typing_indicator`.
pub fn typing(call: &mut Call<'_>) -> Outcome {
    let channel = call.channel()?;
    call.may(channel, SEND_MESSAGES)?;
    let place = channel.id;
    let bot = call.state.bot();
    call.state.tell_of_typing(call.hub, call.now, place, bot);
    Ok(Reply::Nothing)
}
