//! An interaction on its way to the bot: the one event that tells of commands, buttons, menus and forms, with all
//! that Discord puts around them.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::{Done, talk};
use crate::sandbox::{
    gateway::Outgoing,
    ids::wire,
    permissions,
    shared::Shared,
    state::{Channel, Interaction, Stage, State, payload},
};

/// The largest file that may be attached, in bytes, as interactions state it.
const ATTACHMENT_SIZE_LIMIT: u64 = 10 * 1024 * 1024;

/// What a deed is about to tell the bot.
pub(super) struct Draft {
    /// Discord's interaction type.
    pub kind: u8,
    /// Who acts.
    pub person: u64,
    /// Where.
    pub channel: u64,
    /// The message whose component was used, or on which the form was opened.
    pub message: Option<u64>,
    /// The event's `data`.
    pub data: Value,
    /// The client's language if it is not the person's own.
    pub locale: Option<String>,
}

/// Notes the interaction and sends it to the bot. The channel must exist and be seen by the person.
pub(super) fn send(shared: &Shared, state: &mut State, draft: Draft) -> Done {
    let now = shared.clock.now();
    let id = state.ids.next(now);
    let guild = state.channels.get(&draft.channel).and_then(|channel| channel.guild);
    let interaction = Interaction {
        id,
        token: token(id),
        kind: draft.kind,
        user: draft.person,
        guild,
        channel: draft.channel,
        created: now,
        data: draft.data,
        message: draft.message,
        stage: Stage::Waiting,
        ephemeral: false,
        reply: None,
        followups: Vec::new(),
        modal: None,
        choices: None,
    };
    let data = event(state, &interaction, draft.locale.as_deref(), now);
    state.interactions.insert(id, interaction);
    shared.hub.dispatch(Outgoing { name: "INTERACTION_CREATE", intent: None, data });
    Done { interaction: Some(id), ..Done::default() }
}

/// A token that is equal in equal runs and looks unlike an id.
fn token(id: u64) -> String {
    // The multiplier is the golden ratio's, so that neighbours differ everywhere.
    format!("aW50ZXJhY3Rpb246{:016x}{:016x}", id.wrapping_mul(0x9E37_79B9_7F4A_7C15), id)
}

fn event(state: &State, interaction: &Interaction, locale: Option<&str>, now: DateTime<Utc>) -> Value {
    let person = interaction.user;
    let user = state.users.get(&person);
    let locale = locale.or(user.map(|user| user.locale.as_str())).unwrap_or("en-US");
    let channel = state.channels.get(&interaction.channel);
    let bot_may = channel.map_or(0, |channel| permissions::in_channel(state, channel, state.bot(), now));
    let mut event = json!({
        "id": wire(interaction.id),
        "application_id": wire(state.application.id),
        "type": interaction.kind,
        "token": interaction.token,
        "version": 1,
        "channel_id": wire(interaction.channel),
        "channel": channel.map(|channel| channel_around(state, channel, person, now)),
        "app_permissions": bot_may.to_string(),
        "locale": locale,
        "entitlements": [],
        "authorizing_integration_owners": { "0": wire(interaction.guild.unwrap_or(0)) },
        "context": context(interaction, channel),
        "attachment_size_limit": ATTACHMENT_SIZE_LIMIT,
        "data": interaction.data,
    });
    match interaction.guild.and_then(|id| state.guilds.get(&id)) {
        Some(guild) => {
            event["guild_id"] = wire(guild.id);
            event["guild_locale"] = json!(guild.locale);
            event["guild"] = json!({ "id": wire(guild.id), "locale": guild.locale, "features": [] });
            let mut member = guild.members.get(&person).map(|member| payload::member_json(state, member));
            if let (Some(member), Some(channel)) = (&mut member, channel) {
                let may = permissions::in_channel(state, channel, person, now);
                member["permissions"] = json!(may.to_string());
            }
            event["member"] = json!(member);
        }
        None => event["user"] = payload::user_by_id(state, person),
    }
    let message = interaction.message.and_then(|id| state.message(interaction.channel, id));
    if let Some(message) = message {
        event["message"] = payload::message_json(state, message);
    }
    event
}

/// 0 in a server, 1 in direct messages with the bot.
fn context(interaction: &Interaction, channel: Option<&Channel>) -> u8 {
    u8::from(interaction.guild.is_none() && channel.is_some_and(talk::is_direct))
}

/// A channel as interactions carry it: never obfuscated, with what the person and the bot may do there.
pub(super) fn channel_around(state: &State, channel: &Channel, person: u64, now: DateTime<Utc>) -> Value {
    let mut body = payload::channel_json(state, channel);
    let may = |user: u64| permissions::in_channel(state, channel, user, now).to_string();
    body["permissions"] = json!(may(person));
    body["app_permissions"] = json!(may(state.bot()));
    if let Some(fields) = body.as_object_mut() {
        fields.remove("permission_overwrites");
    }
    body
}

/// Adds somebody to `resolved`, with their membership where there is one.
pub(super) fn resolve_user(
    state: &State,
    resolved: &mut Value,
    guild: Option<u64>,
    id: u64,
    now: DateTime<Utc>,
) {
    let key = id.to_string();
    resolved["users"][&key] = payload::user_by_id(state, id);
    let Some(guild) = guild.and_then(|guild| state.guilds.get(&guild)) else { return };
    if let Some(member) = guild.members.get(&id) {
        let mut body = payload::bare_member_json(member);
        body["permissions"] = json!(permissions::in_guild(guild, id, now).to_string());
        if let Some(fields) = body.as_object_mut() {
            fields.remove("deaf");
            fields.remove("mute");
        }
        resolved["members"][&key] = body;
    }
}

/// Adds a role to `resolved`.
pub(super) fn resolve_role(state: &State, resolved: &mut Value, guild: Option<u64>, id: u64) {
    if let Some(role) = guild.and_then(|guild| state.guilds.get(&guild)?.roles.get(&id)) {
        resolved["roles"][id.to_string()] = payload::role_json(role);
    }
}
