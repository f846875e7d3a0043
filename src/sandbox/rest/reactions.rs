//! Reactions under messages.

use serde_json::{Value, json};

use super::call::{Call, Outcome, Reply, ok};
use super::messages::public;
use crate::sandbox::error::{self, ApiError};
use crate::sandbox::permissions::{ADD_REACTIONS, MANAGE_MESSAGES, READ_MESSAGE_HISTORY};
use crate::sandbox::state::Emoji;
use crate::sandbox::state::payload::user_by_id;

/// The emoji of the path. A server's own would have to exist there; servers of this sandbox have none.
fn emoji(call: &Call<'_>) -> Result<Emoji, ApiError> {
    let parsed = Emoji::parse(call.param("emoji_name")).filter(|emoji| emoji.id.is_none());
    parsed.ok_or_else(error::unknown_emoji)
}

/// Channel and message of the path, both known and seen.
fn place(call: &Call<'_>) -> Result<(u64, u64), ApiError> {
    let id = call.id("message_id")?;
    let channel = call.channel()?;
    public(channel, id)?;
    Ok((channel.id, id))
}

/// `add_my_message_reaction`: joining an emoji that is there needs no `ADD_REACTIONS`.
pub fn add(call: &mut Call<'_>) -> Outcome {
    let emoji = emoji(call)?;
    let place = place(call)?;
    let channel = call.seen_channel(place.0)?;
    call.may(channel, READ_MESSAGE_HISTORY)?;
    let message = public(channel, place.1)?;
    if !message.reactions.iter().any(|reaction| reaction.emoji == emoji) {
        call.may(channel, ADD_REACTIONS)?;
        if message.reactions.len() >= call.state.settings.max_reactions {
            return Err(error::too_many_reactions().into());
        }
    }
    let bot = call.state.bot();
    call.state.react(call.hub, call.now, place, bot, &emoji);
    Ok(Reply::Nothing)
}

/// `delete_my_message_reaction`.
pub fn remove_own(call: &mut Call<'_>) -> Outcome {
    let emoji = emoji(call)?;
    let place = place(call)?;
    let bot = call.state.bot();
    call.state.unreact(call.hub, call.now, place, bot, &emoji);
    Ok(Reply::Nothing)
}

/// `delete_user_message_reaction`.
pub fn remove(call: &mut Call<'_>) -> Outcome {
    let emoji = emoji(call)?;
    let user = call.id("user_id")?;
    let place = managed(call)?;
    call.state.unreact(call.hub, call.now, place, user, &emoji);
    Ok(Reply::Nothing)
}

/// `delete_all_message_reactions`.
pub fn clear(call: &mut Call<'_>) -> Outcome {
    let place = managed(call)?;
    call.state.clear_reactions(call.hub, call.now, place, None);
    Ok(Reply::Nothing)
}

/// `delete_all_message_reactions_by_emoji`.
pub fn clear_emoji(call: &mut Call<'_>) -> Outcome {
    let emoji = emoji(call)?;
    let place = managed(call)?;
    call.state.clear_reactions(call.hub, call.now, place, Some(&emoji));
    Ok(Reply::Nothing)
}

/// The place, where the bot must be allowed to manage messages.
fn managed(call: &Call<'_>) -> Result<(u64, u64), ApiError> {
    let place = place(call)?;
    call.may(call.seen_channel(place.0)?, MANAGE_MESSAGES)?;
    Ok(place)
}

/// `list_message_reactions_by_emoji`: users by id, a page at a time.
pub fn list(call: &mut Call<'_>) -> Outcome {
    let limit = call.limit(25, 100)?;
    let after = call.query_id("after")?.unwrap_or(0);
    let emoji = emoji(call)?;
    let place = place(call)?;
    let channel = call.seen_channel(place.0)?;
    call.may(channel, READ_MESSAGE_HISTORY)?;
    let message = public(channel, place.1)?;
    let found = message.reactions.iter().find(|reaction| reaction.emoji == emoji);
    let mut users: Vec<u64> = found.map(|reaction| reaction.users.clone()).unwrap_or_default();
    users.sort_unstable();
    let page: Vec<Value> =
        users.into_iter().filter(|id| *id > after).take(limit).map(|id| user_by_id(call.state, id)).collect();
    ok(json!(page))
}
