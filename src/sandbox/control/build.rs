//! Building the world from outside: servers, people, roles, channels, and the numbers they live by.

use axum::{
    Json,
    extract::{Path, State},
    http::StatusCode,
};
use chrono::{DateTime, Utc};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{Complaint, Outcome, World, created, done, missing};
use crate::sandbox::{
    people::Newcomer,
    seed, snowflake,
    state::{Overwrite, Settings, payload},
    world::{NewChannel, NewRole, wire_overwrites},
};

pub(super) async fn settings(State(shared): World) -> Json<Settings> {
    Json(shared.world().settings.clone())
}

/// Changes the named settings and leaves the others.
pub(super) async fn change_settings(State(shared): World, Json(changes): Json<Value>) -> Outcome {
    let bad = |why: String| Complaint(StatusCode::BAD_REQUEST, why);
    let changes = changes.as_object().ok_or_else(|| bad("an object is expected".to_owned()))?;
    let now = shared.world().settings.clone();
    let mut whole = serde_json::to_value(now).map_err(|error| bad(error.to_string()))?;
    for (name, value) in changes {
        whole[name] = value.clone();
    }
    let wanted: Settings = serde_json::from_value(whole.clone()).map_err(|error| bad(error.to_string()))?;
    shared.change_settings(|settings| *settings = wanted);
    Ok(Json(whole))
}

pub(super) async fn add_person(State(shared): World, Json(newcomer): Json<Newcomer>) -> Outcome {
    created(Some(shared.add_person(newcomer)), "person")
}

#[derive(Deserialize)]
pub(super) struct NewServer {
    name: String,
    #[serde(with = "snowflake")]
    owner: u64,
    #[serde(default = "german")]
    locale: String,
    /// Whether the bot is in it from the start.
    #[serde(default = "yes")]
    bot: bool,
}

fn german() -> String {
    "de".to_owned()
}

fn yes() -> bool {
    true
}

pub(super) async fn add_server(State(shared): World, Json(new): Json<NewServer>) -> Outcome {
    if !shared.world().users.contains_key(&new.owner) {
        return Err(missing("person"));
    }
    let id = shared.add_guild(&new.name, new.owner, &new.locale);
    if new.bot {
        shared.invite_bot(id, seed::BOT_PERMISSIONS);
    }
    created(Some(id), "server")
}

#[derive(Deserialize)]
pub(super) struct Invitation {
    #[serde(with = "snowflake")]
    permissions: u64,
}

pub(super) async fn invite_bot(
    State(shared): World,
    Path(guild): Path<u64>,
    Json(invitation): Json<Invitation>,
) -> Outcome {
    created(shared.invite_bot(guild, invitation.permissions), "server")
}

pub(super) async fn add_role(
    State(shared): World,
    Path(guild): Path<u64>,
    Json(role): Json<NewRole>,
) -> Outcome {
    created(shared.add_role(guild, role), "server")
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RoleChange {
    name: Option<String>,
    #[serde(default, with = "snowflake::maybe")]
    permissions: Option<u64>,
    position: Option<u16>,
}

pub(super) async fn change_role(
    State(shared): World,
    Path((guild, role)): Path<(u64, u64)>,
    Json(change): Json<RoleChange>,
) -> Outcome {
    let changed = shared.change_role(guild, role, |role| {
        role.name = change.name.unwrap_or_else(|| role.name.clone());
        role.permissions = change.permissions.unwrap_or(role.permissions);
        role.position = change.position.unwrap_or(role.position);
    });
    done(changed, "role")
}

pub(super) async fn delete_role(State(shared): World, Path((guild, role)): Path<(u64, u64)>) -> Outcome {
    done(shared.delete_role(guild, role), "role")
}

pub(super) async fn add_channel(
    State(shared): World,
    Path(guild): Path<u64>,
    Json(channel): Json<NewChannel>,
) -> Outcome {
    created(shared.add_channel(guild, channel), "server")
}

/// A channel as the server has it, overwrites included.
pub(super) async fn channel(State(shared): World, Path(id): Path<u64>) -> Outcome {
    let state = shared.world();
    let channel = state.channels.get(&id).ok_or_else(|| missing("channel"))?;
    Ok(Json(payload::channel_json(&state, channel)))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ChannelChange {
    name: Option<String>,
    topic: Option<String>,
    #[serde(default, deserialize_with = "wire_overwrites::maybe::deserialize")]
    permission_overwrites: Option<Vec<Overwrite>>,
}

pub(super) async fn change_channel(
    State(shared): World,
    Path(id): Path<u64>,
    Json(change): Json<ChannelChange>,
) -> Outcome {
    let changed = shared.change_channel(id, |channel| {
        channel.name = change.name.unwrap_or_else(|| channel.name.clone());
        channel.topic = change.topic.or_else(|| channel.topic.clone());
        channel.overwrites = change.permission_overwrites.unwrap_or_else(|| channel.overwrites.clone());
    });
    done(changed, "channel")
}

pub(super) async fn delete_channel(State(shared): World, Path(id): Path<u64>) -> Outcome {
    done(shared.delete_channel(id), "channel")
}

pub(super) async fn add_member(State(shared): World, Path((guild, person)): Path<(u64, u64)>) -> Outcome {
    let known = shared.world().users.contains_key(&person);
    done(known && shared.add_member(guild, person), "person or server, or they are a member already")
}

pub(super) async fn remove_member(State(shared): World, Path((guild, person)): Path<(u64, u64)>) -> Outcome {
    done(shared.remove_member(guild, person), "member")
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MemberChange {
    nick: Option<String>,
    timed_out_until: Option<DateTime<Utc>>,
}

pub(super) async fn change_member(
    State(shared): World,
    Path((guild, person)): Path<(u64, u64)>,
    Json(change): Json<MemberChange>,
) -> Outcome {
    let changed = shared.change_member(guild, person, |member| {
        member.nick = change.nick.or_else(|| member.nick.clone());
        member.timed_out_until = change.timed_out_until.or(member.timed_out_until);
    });
    done(changed, "member")
}

pub(super) async fn give_role(
    State(shared): World,
    Path((guild, person, role)): Path<(u64, u64, u64)>,
) -> Outcome {
    done(shared.give_role(guild, person, role), "member or role")
}

pub(super) async fn remove_role(
    State(shared): World,
    Path((guild, person, role)): Path<(u64, u64, u64)>,
) -> Outcome {
    done(shared.remove_role(guild, person, role), "member")
}

/// Says what was built; kept here so that scripts need one shape only.
#[must_use]
pub(super) fn id_json(id: u64) -> Value {
    json!({ "id": id.to_string() })
}
