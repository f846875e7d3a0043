//! The control interface over HTTP: a thin layer of JSON over what tests call directly. docs/sandbox.md describes it
//! for people who write in another language.

use std::sync::Arc;

use axum::{Json, Router, routing::get};
use serde_json::{Value, json};

use super::shared::Shared;

/// Everything under `/control`.
pub fn router(shared: Arc<Shared>) -> Router {
    Router::new()
        .route(
            "/world",
            get(|axum::extract::State(shared): axum::extract::State<Arc<Shared>>| async move {
                Json(inventory(&shared))
            }),
        )
        .with_state(shared)
}

/// Who and what there is, by name and id.
#[must_use]
pub fn inventory(shared: &Shared) -> Value {
    let state = shared.world();
    let id = |id: u64| id.to_string();
    let people = state.users.values().filter(|user| user.id != state.bot()).map(|user| {
        json!({ "id": id(user.id), "name": user.name, "display_name": user.display_name, "locale": user.locale, "bot": user.bot })
    });
    let guilds = state.guilds.values().map(|guild| {
        let roles = guild.roles.values();
        let members = guild.members.values();
        let channels = state.channels_of(guild.id);
        json!({
            "id": id(guild.id),
            "name": guild.name,
            "owner_id": id(guild.owner),
            "locale": guild.locale,
            "roles": roles.map(|role| json!({ "id": id(role.id), "name": role.name })).collect::<Vec<_>>(),
            "members": members.map(|member| json!({
                "id": id(member.user), "roles": member.roles.iter().map(|role| id(*role)).collect::<Vec<_>>(),
            })).collect::<Vec<_>>(),
            "channels": channels.map(|channel| json!({
                "id": id(channel.id), "name": channel.name, "type": channel.kind, "parent_id": channel.parent.map(id),
            })).collect::<Vec<_>>(),
        })
    });
    json!({ "people": people.collect::<Vec<_>>(), "servers": guilds.collect::<Vec<_>>() })
}
