//! Servers and roles as JSON.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::{channel_for_bot, member_json, role_body, voice_json};
use crate::sandbox::ids::{stamp, wire};
use crate::sandbox::state::{Guild, Role, State};

/// A role object.
#[must_use]
pub fn role_json(role: &Role) -> Value {
    role_body(role)
}

/// A server object as REST gives it.
#[must_use]
pub fn guild_json(guild: &Guild) -> Value {
    json!({
        "id": wire(guild.id),
        "name": guild.name,
        "icon": null,
        "icon_hash": null,
        "splash": null,
        "discovery_splash": null,
        "home_header": null,
        "banner": null,
        "owner_id": wire(guild.owner),
        "region": "deprecated",
        "afk_channel_id": null,
        "afk_timeout": 300,
        "widget_enabled": false,
        "widget_channel_id": null,
        "verification_level": 1,
        "default_message_notifications": 1,
        "explicit_content_filter": 2,
        "roles": guild.roles.values().map(role_json).collect::<Vec<_>>(),
        "emojis": [],
        "features": [],
        "mfa_level": 0,
        "application_id": null,
        "system_channel_id": null,
        "system_channel_flags": 0,
        "rules_channel_id": null,
        "public_updates_channel_id": null,
        "safety_alerts_channel_id": null,
        "max_presences": null,
        "max_members": 500_000,
        "max_video_channel_users": 25,
        "max_stage_video_channel_users": 50,
        "vanity_url_code": null,
        "description": null,
        "premium_tier": 0,
        "premium_subscription_count": 0,
        "premium_progress_bar_enabled": false,
        "preferred_locale": guild.locale,
        "nsfw": false,
        "nsfw_level": 0,
        "stickers": [],
        "incidents_data": null,
    })
}

/// A server as `GUILD_CREATE` tells it: members are only the bot and who is in voice, unless `all_members`.
#[must_use]
pub fn guild_create_json(state: &State, guild: &Guild, all_members: bool, now: DateTime<Utc>) -> Value {
    let told = |user: u64| all_members || user == state.bot() || guild.voice.contains_key(&user);
    let members = guild.members.values().filter(|member| told(member.user));
    let voice = guild.voice.values().map(|voice| {
        let mut body = voice_json(state, guild, voice, Some(voice.channel));
        if let Some(fields) = body.as_object_mut() {
            fields.remove("member");
        }
        body
    });
    let mut body = guild_json(guild);
    body["joined_at"] = json!(guild.members.get(&state.bot()).map(|member| stamp(member.joined_at)));
    body["large"] = json!(guild.members.len() > 250);
    body["unavailable"] = json!(false);
    body["member_count"] = json!(guild.members.len());
    body["members"] = members.map(|member| member_json(state, member)).collect();
    body["voice_states"] = voice.collect();
    body["channels"] =
        state.channels_of(guild.id).map(|channel| channel_for_bot(state, channel, now)).collect();
    for empty in ["threads", "presences", "stage_instances", "guild_scheduled_events", "soundboard_sounds"] {
        body[empty] = json!([]);
    }
    body
}

/// A server as READY lists it.
#[must_use]
pub fn unavailable_guild_json(guild: &Guild) -> Value {
    json!({"id": wire(guild.id), "unavailable": true})
}
