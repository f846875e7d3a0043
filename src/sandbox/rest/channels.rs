//! Channels of a server: made, listed, changed, moved and deleted.

use serde_json::Value;

use super::call::{Call, Outcome, Reply, ok};
use super::channels_access::{judge, known_targets};
use crate::sandbox::check::channel::{ChannelDraft, draft};
use crate::sandbox::check::form::{Change, Form, below};
use crate::sandbox::error::{self, ApiError, Problems};
use crate::sandbox::limits::take_hidden;
use crate::sandbox::permissions::{self, MANAGE_CHANNELS, MANAGE_ROLES};
use crate::sandbox::state::channel::{CATEGORY, TEXT};
use crate::sandbox::state::payload::channel_json;
use crate::sandbox::state::{Channel, Guild, State};

/// `list_guild_channels`; channels that the bot cannot see are left out since 2026-11-16.
pub fn list(call: &mut Call<'_>) -> Outcome {
    let guild = call.guild()?;
    let bot = call.state.bot();
    let seen =
        call.state.channels_of(guild.id).filter(|found| permissions::sees(call.state, found, bot, call.now));
    ok(seen.map(|channel| channel_json(call.state, channel)).collect())
}

/// `get_channel`.
pub fn get(call: &mut Call<'_>) -> Outcome {
    let channel = call.channel()?;
    ok(channel_json(call.state, channel))
}

/// `create_guild_channel`. Without overwrites of its own a channel takes those of its category.
pub fn create(call: &mut Call<'_>) -> Outcome {
    let guild = call.guild()?;
    let id = guild.id;
    let mut problems = Problems::default();
    let draft = draft(call.body(), None, &mut problems);
    let parent = draft.parent.value().and_then(|id| call.state.channels.get(id));
    let may = call.guild_bits(guild) | parent.map_or(0, |parent| call.bits(parent));
    if may & MANAGE_CHANNELS == 0 {
        return Err(error::missing_permissions().into());
    }
    problems.into_result()?;
    let overwrites = draft.overwrites.clone().unwrap_or_default();
    known_targets(call.state, guild, &overwrites)?;
    judge(call, guild, call.guild_bits(guild), &[], &overwrites)?;
    if call.state.channels_of(id).count() >= call.state.settings.max_channels {
        return Err(error::too_many_channels().into());
    }
    let kind = draft.kind.unwrap_or(TEXT);
    room_in_parent(call.state, guild, kind, draft.parent.value().copied(), None)?;
    let mut channel = Channel::new(0, kind, Some(id), draft.name.as_deref().unwrap_or_default());
    channel.position = call.state.last_position(id);
    if draft.overwrites.is_none()
        && let Some(parent) = parent
    {
        channel.overwrites.clone_from(&parent.overwrites);
    }
    fill(&mut channel, draft);
    let made = call.state.add_channel(call.hub, call.now, channel);
    Ok(Reply::Json(201, channel_json(call.state, &call.state.channels[&made])))
}

/// A category must be one of this server, and have room.
fn room_in_parent(
    state: &State,
    guild: &Guild,
    kind: u8,
    parent: Option<u64>,
    own: Option<u64>,
) -> Result<(), ApiError> {
    let Some(parent) = parent else { return Ok(()) };
    let category = state.channels.get(&parent).filter(|found| found.guild == Some(guild.id));
    let Some(category) = category.filter(|found| found.kind == CATEGORY && kind != CATEGORY) else {
        return Err(Problems::one("parent_id", "CHANNEL_PARENT_INVALID", "Category does not exist"));
    };
    let siblings = state.channels_of(guild.id).filter(|found| found.parent == Some(category.id));
    let most = state.settings.max_channels_in_category;
    if siblings.filter(|found| Some(found.id) != own).count() >= most {
        return Err(Problems::one(
            "parent_id",
            "CHANNEL_PARENT_MAX_CHANNELS",
            format!("Maximum number of channels in category reached ({most})"),
        ));
    }
    Ok(())
}

fn fill(channel: &mut Channel, draft: ChannelDraft) {
    channel.kind = draft.kind.unwrap_or(channel.kind);
    channel.name = draft.name.unwrap_or(std::mem::take(&mut channel.name));
    draft.topic.apply(&mut channel.topic);
    channel.position = draft.position.unwrap_or(channel.position);
    draft.parent.apply(&mut channel.parent);
    channel.overwrites = draft.overwrites.unwrap_or(std::mem::take(&mut channel.overwrites));
    channel.nsfw = draft.nsfw.unwrap_or(channel.nsfw);
    channel.slowmode = draft.slowmode.unwrap_or(channel.slowmode);
    channel.bitrate = draft.bitrate.unwrap_or(channel.bitrate);
    channel.user_limit = draft.user_limit.unwrap_or(channel.user_limit);
}

/// `update_channel`. Names and topics are limited out of sight, all overwrites can be set at once.
pub fn update(call: &mut Call<'_>) -> Outcome {
    let channel = call.channel()?;
    let Some(guild) = channel.guild.and_then(|id| call.state.guilds.get(&id)) else {
        return Err(error::wrong_channel_type().into());
    };
    let mut problems = Problems::default();
    let draft = draft(call.body(), Some(channel.kind), &mut problems);
    let body = call.body();
    let only_overwrites = body.as_object().is_some_and(|map| map.len() == 1) && draft.overwrites.is_some();
    if !only_overwrites {
        call.may(channel, MANAGE_CHANNELS)?;
    }
    if draft.overwrites.is_some() {
        call.may(channel, MANAGE_ROLES)?;
    }
    problems.into_result()?;
    if let Some(overwrites) = &draft.overwrites {
        known_targets(call.state, guild, overwrites)?;
        judge(call, guild, bits_above(call, guild, channel), &channel.overwrites, overwrites)?;
        if overwrites.len() > call.state.settings.max_overwrites {
            return Err(error::too_many_overwrites().into());
        }
    }
    let moved_to = draft.parent.value().copied().filter(|parent| Some(*parent) != channel.parent);
    room_in_parent(call.state, guild, draft.kind.unwrap_or(channel.kind), moved_to, Some(channel.id))?;
    let renamed = draft.name.as_ref().is_some_and(|name| *name != channel.name)
        || draft.topic.said() && draft.topic.value() != channel.topic.as_ref();
    let id = channel.id;
    if renamed {
        let window = call.state.settings.renames;
        let log = call.state.channels.get_mut(&id).map(|channel| &mut channel.renames);
        log.map_or(Ok(()), |log| take_hidden(log, window, call.now, None))?;
    }
    call.state.change_channel(call.hub, call.now, id, |channel| fill(channel, draft));
    ok(channel_json(call.state, &call.state.channels[&id]))
}

/// The bits by which a change of overwrites is judged: those in the category, else in the server.
pub fn bits_above(call: &Call<'_>, guild: &Guild, channel: &Channel) -> u64 {
    let parent = channel.parent.and_then(|id| call.state.channels.get(&id));
    parent.map_or_else(|| call.guild_bits(guild), |parent| call.bits(parent))
}

/// `delete_channel`.
pub fn delete(call: &mut Call<'_>) -> Outcome {
    let channel = call.channel()?;
    let body = channel_json(call.state, channel);
    if channel.guild.is_some() {
        call.may(channel, MANAGE_CHANNELS)?;
        let id = channel.id;
        call.state.delete_channel(call.hub, call.now, id);
    }
    ok(body)
}

/// `bulk_update_guild_channels`: places, and at most one new category at a time.
pub fn reorder(call: &mut Call<'_>) -> Outcome {
    let guild = call.guild()?;
    call.may_in(guild, MANAGE_CHANNELS)?;
    let mut problems = Problems::default();
    let Some(list) = call.body().as_array() else {
        return Err(Problems::one("", "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType").into());
    };
    let mut moves = Vec::new();
    for (index, value) in list.iter().enumerate() {
        if let Some(read) = one_move(value, &index.to_string(), &mut problems) {
            moves.push(read);
        }
    }
    problems.into_result()?;
    let mut new_parents = 0;
    for (id, _, parent) in &moves {
        let channel = call.seen_channel(*id)?;
        if parent.said() && parent.value().copied() != channel.parent {
            new_parents += 1;
            room_in_parent(call.state, guild, channel.kind, parent.value().copied(), Some(*id))?;
        }
    }
    if new_parents > 1 {
        return Err(error::one_parent_at_a_time().into());
    }
    for (id, position, parent) in moves {
        call.state.change_channel(call.hub, call.now, id, |channel| {
            channel.position = position.unwrap_or(channel.position);
            parent.apply(&mut channel.parent);
        });
    }
    Ok(Reply::Nothing)
}

/// Id, new place, and what becomes of the category.
type Move = (u64, Option<u32>, Change<u64>);

fn one_move(value: &Value, path: &str, problems: &mut Problems) -> Option<Move> {
    let form = Form::of(value, &below("", path), problems)?;
    form.need("id", problems);
    let position = form.number("position", 0..=i64::from(u16::MAX), problems);
    let parent = form.change("parent_id", form.id("parent_id", problems));
    Some((form.id("id", problems)?, position.and_then(|number| u32::try_from(number).ok()), parent))
}
