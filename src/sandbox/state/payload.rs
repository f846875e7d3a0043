//! The world as JSON, as Discord sends it to the bot over REST and the gateway.

use chrono::{DateTime, Utc};
use serde_json::{Map, Value, json};

use super::interaction::{COMMAND, COMPONENT};
use super::message::SUPPRESS_EMBEDS;
use super::{Attachment, Channel, Emoji, Guild, Interaction, Member, Message, Role, State, User, VoiceState};
use crate::sandbox::ids::{stamp, wire};
use crate::sandbox::permissions;

mod server;

pub use server::{guild_create_json, guild_json, role_json, unavailable_guild_json};

/// What a hidden channel is called since 2026-11-16.
pub const HIDDEN_NAME: &str = "___hidden___";
/// The flag of a hidden channel.
pub const HIDDEN_FLAG: u64 = 1 << 17;

/// A user object.
#[must_use]
pub fn user_json(user: &User) -> Value {
    json!({
        "id": wire(user.id),
        "username": user.name,
        "discriminator": if user.bot { "0001" } else { "0" },
        "global_name": if user.bot { Value::Null } else { Value::String(user.display_name.clone()) },
        "avatar": null,
        "bot": user.bot,
        "system": false,
        "banner": null,
        "accent_color": null,
        "public_flags": 0,
        "flags": 0,
        "avatar_decoration_data": null,
    })
}

/// The bot's own user as `/users/@me` and READY show it.
#[must_use]
pub fn own_user_json(state: &State) -> Value {
    let mut own = user_by_id(state, state.bot());
    own["mfa_enabled"] = Value::Bool(true);
    own["verified"] = Value::Bool(true);
    own["email"] = Value::Null;
    own["locale"] = Value::from("en-US");
    own
}

/// A user object by id; somebody unknown is shown as Discord shows deleted accounts.
#[must_use]
pub fn user_by_id(state: &State, id: u64) -> Value {
    state.users.get(&id).map_or_else(
        || json!({"id": wire(id), "username": "Deleted User", "discriminator": "0", "global_name": null, "avatar": null}),
        user_json,
    )
}

/// A member object with its user.
#[must_use]
pub fn member_json(state: &State, member: &Member) -> Value {
    let mut body = bare_member_json(member);
    body["user"] = user_by_id(state, member.user);
    body
}

/// A member object without its user, as messages carry it.
#[must_use]
pub fn bare_member_json(member: &Member) -> Value {
    json!({
        "nick": member.nick,
        "avatar": null,
        "banner": null,
        "roles": member.roles.iter().map(|id| wire(*id)).collect::<Vec<_>>(),
        "joined_at": stamp(member.joined_at),
        "premium_since": null,
        "deaf": member.deaf,
        "mute": member.mute,
        "flags": 0,
        "pending": false,
        "communication_disabled_until": member.timed_out_until.map(stamp),
        "unusual_dm_activity_until": null,
    })
}

/// A channel object as somebody who sees the channel gets it.
#[must_use]
pub fn channel_json(state: &State, channel: &Channel) -> Value {
    let last_message = channel.last_message.map(wire);
    if channel.guild.is_none() {
        let others = channel.recipients.iter().filter(|id| **id != state.bot());
        return json!({
            "id": wire(channel.id),
            "type": channel.kind,
            "last_message_id": last_message,
            "last_pin_timestamp": channel.last_pin.map(stamp),
            "flags": 0,
            "recipients": others.map(|id| user_by_id(state, *id)).collect::<Vec<_>>(),
        });
    }
    let mut body = json!({
        "id": wire(channel.id),
        "type": channel.kind,
        "guild_id": channel.guild.map(wire),
        "name": channel.name,
        "position": channel.position,
        "parent_id": channel.parent.map(wire),
        "permission_overwrites": channel.overwrites.iter().map(overwrite_json).collect::<Vec<_>>(),
        "flags": 0,
        "nsfw": channel.nsfw,
    });
    if channel.takes_messages() {
        body["topic"] = json!(channel.topic);
        body["last_message_id"] = json!(last_message);
        body["rate_limit_per_user"] = json!(channel.slowmode);
        body["last_pin_timestamp"] = json!(channel.last_pin.map(stamp));
    }
    if channel.is_voice() {
        body["bitrate"] = json!(channel.bitrate);
        body["user_limit"] = json!(channel.user_limit);
        body["rtc_region"] = Value::Null;
    }
    body
}

fn overwrite_json(overwrite: &super::Overwrite) -> Value {
    json!({
        "id": wire(overwrite.id),
        "type": overwrite.kind,
        "allow": overwrite.allow.to_string(),
        "deny": overwrite.deny.to_string(),
    })
}

/// A channel object as the gateway gives it to the bot: obfuscated where the bot cannot see the channel.
#[must_use]
pub fn channel_for_bot(state: &State, channel: &Channel, now: DateTime<Utc>) -> Value {
    if permissions::sees(state, channel, state.bot(), now) {
        channel_json(state, channel)
    } else {
        hidden_channel_json(channel)
    }
}

/// A channel of which the bot may know only id, type and place.
#[must_use]
pub fn hidden_channel_json(channel: &Channel) -> Value {
    let guild = channel.guild.unwrap_or(0);
    json!({
        "id": wire(channel.id),
        "type": channel.kind,
        "guild_id": wire(guild),
        "name": HIDDEN_NAME,
        "position": channel.position,
        "parent_id": channel.parent.map(wire),
        "flags": HIDDEN_FLAG,
        "permission_overwrites": [{
            "id": wire(guild), "type": 0, "allow": "0", "deny": permissions::VIEW_CHANNEL.to_string(),
        }],
    })
}

/// A message object as REST gives it.
#[must_use]
pub fn message_json(state: &State, message: &Message) -> Value {
    let suppressed = message.flags & SUPPRESS_EMBEDS != 0;
    let mut body = json!({
        "id": wire(message.id),
        "channel_id": wire(message.channel),
        "author": user_by_id(state, message.author),
        "content": message.content,
        "timestamp": stamp(crate::sandbox::ids::time_of(message.id)),
        "edited_timestamp": message.edited_at.map(stamp),
        "tts": message.tts,
        "mention_everyone": message.mention_everyone,
        "mentions": message.mentions.iter().map(|id| user_by_id(state, *id)).collect::<Vec<_>>(),
        "mention_roles": message.mention_roles.iter().map(|id| wire(*id)).collect::<Vec<_>>(),
        "attachments": message.attachments.iter().map(|file| attachment_json(message, file, &state.base)).collect::<Vec<_>>(),
        "embeds": if suppressed { &[][..] } else { &message.embeds[..] },
        "components": message.components,
        "pinned": message.pinned_at.is_some(),
        "type": message.kind,
        "flags": message.flags,
    });
    if !message.reactions.is_empty() {
        body["reactions"] = message.reactions.iter().map(|reaction| reaction_json(state, reaction)).collect();
    }
    if let Some(nonce) = &message.nonce {
        body["nonce"] = nonce.clone();
    }
    if let Some(interaction) = message.interaction.and_then(|id| state.interactions.get(&id)) {
        body["application_id"] = wire(state.application.id);
        body["webhook_id"] = wire(state.application.id);
        body["interaction_metadata"] = interaction_metadata(state, interaction);
        if interaction.kind == COMMAND {
            body["interaction"] = json!({
                "id": wire(interaction.id),
                "type": interaction.kind,
                "name": interaction.data["name"],
                "user": user_by_id(state, interaction.user),
            });
        }
    }
    if let Some(original) = message.reply_to {
        let guild = state.channels.get(&message.channel).and_then(|channel| channel.guild);
        body["message_reference"] = json!({
            "type": 0, "message_id": wire(original), "channel_id": wire(message.channel), "guild_id": guild.map(wire),
        });
        body["referenced_message"] = state
            .message(message.channel, original)
            .map_or(Value::Null, |found| message_json(state, &Message { reply_to: None, ..found.clone() }));
    }
    body
}

/// A message object as the gateway gives it, with server and member.
#[must_use]
pub fn message_event_json(state: &State, message: &Message) -> Value {
    let mut body = message_json(state, message);
    if message.ephemeral_for.is_some() {
        return body;
    }
    if let Some(guild) = state.channels.get(&message.channel).and_then(|channel| channel.guild) {
        body["guild_id"] = wire(guild);
        if let Some(member) = state.guilds.get(&guild).and_then(|guild| guild.members.get(&message.author)) {
            body["member"] = bare_member_json(member);
        }
    }
    body
}

fn attachment_json(message: &Message, file: &Attachment, base: &str) -> Value {
    let url = format!("{base}/attachments/{}/{}/{}", message.channel, file.id, file.filename);
    let mut body = Map::new();
    body.insert("id".into(), wire(file.id));
    body.insert("filename".into(), json!(file.filename));
    body.insert("size".into(), json!(file.bytes.len()));
    body.insert("proxy_url".into(), json!(url));
    body.insert("url".into(), json!(url));
    body.insert("content_type".into(), json!(file.content_type));
    if let Some(description) = &file.description {
        body.insert("description".into(), json!(description));
    }
    if message.ephemeral_for.is_some() {
        body.insert("ephemeral".into(), json!(true));
    }
    if let Some((width, height)) = picture_size(&file.bytes) {
        body.insert("width".into(), json!(width));
        body.insert("height".into(), json!(height));
    }
    Value::Object(body)
}

/// Width and height of a PNG, which Discord tells of pictures.
fn picture_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let number = |at: usize| Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") { Some((number(16)?, number(20)?)) } else { None }
}

fn reaction_json(state: &State, reaction: &super::Reaction) -> Value {
    json!({
        "emoji": emoji_json(&reaction.emoji),
        "count": reaction.users.len(),
        "count_details": {"burst": 0, "normal": reaction.users.len()},
        "burst_colors": [],
        "me_burst": false,
        "me": reaction.users.contains(&state.bot()),
    })
}

/// An emoji as reactions carry it.
#[must_use]
pub fn emoji_json(emoji: &Emoji) -> Value {
    json!({"id": emoji.id.map(wire), "name": emoji.name})
}

fn interaction_metadata(state: &State, interaction: &Interaction) -> Value {
    let mut body = json!({
        "id": wire(interaction.id),
        "type": interaction.kind,
        "user": user_by_id(state, interaction.user),
        "authorizing_integration_owners": {"0": wire(interaction.guild.unwrap_or(0))},
    });
    if interaction.kind == COMMAND {
        body["name"] = interaction.data["name"].clone();
        body["command_type"] = interaction.data["type"].clone();
    } else if interaction.kind == COMPONENT {
        body["interacted_message_id"] = json!(interaction.message.map(wire));
    } else {
        // What opened the form is told in brief; nothing of ours reads it.
        body["triggering_interaction_metadata"] = json!({
            "id": wire(interaction.id),
            "type": COMMAND,
            "user": user_by_id(state, interaction.user),
            "authorizing_integration_owners": {"0": wire(interaction.guild.unwrap_or(0))},
        });
    }
    body
}

/// A voice state object; nowhere when `channel` is none.
#[must_use]
pub fn voice_json(state: &State, guild: &Guild, voice: &VoiceState, channel: Option<u64>) -> Value {
    json!({
        "guild_id": wire(guild.id),
        "channel_id": channel.map(wire),
        "user_id": wire(voice.user),
        "member": guild.members.get(&voice.user).map(|member| member_json(state, member)),
        "session_id": voice.session,
        "deaf": false,
        "mute": false,
        "self_deaf": false,
        "self_mute": false,
        "self_video": false,
        "suppress": false,
        "request_to_speak_timestamp": null,
    })
}

/// The names of [`Role`] in one place for both of its users.
fn role_body(role: &Role) -> Value {
    json!({
        "id": wire(role.id),
        "name": role.name,
        "color": role.color,
        "colors": {"primary_color": role.color, "secondary_color": null, "tertiary_color": null},
        "hoist": role.hoist,
        "icon": null,
        "unicode_emoji": null,
        "position": role.position,
        "permissions": role.permissions.to_string(),
        "managed": role.of_bot.is_some(),
        "mentionable": role.mentionable,
        "flags": 0,
        "tags": role.of_bot.map_or_else(|| json!({}), |bot| json!({"bot_id": wire(bot)})),
    })
}
