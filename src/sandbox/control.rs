//! The control interface over HTTP: a thin layer of JSON over what tests call directly. docs/sandbox.md describes it
//! for people who write in another language.

use std::{sync::Arc, time::Duration};

use axum::{
    Json, Router,
    extract::{Query, State},
    http::StatusCode,
    response::{IntoResponse, Response},
    routing::{delete, get, post, put},
};
use serde::Deserialize;
use serde_json::{Value, json};
use tokio::time::timeout;

use super::shared::Shared;

mod build;
mod people;
mod time;
mod trouble;

/// How long a question about changes waits for one, on wall time.
const PATIENCE: Duration = Duration::from_secs(30);

type World = State<Arc<Shared>>;

/// What a control request comes to.
type Outcome = Result<Json<Value>, Complaint>;

/// Why a control request was not done.
struct Complaint(StatusCode, String);

impl IntoResponse for Complaint {
    fn into_response(self) -> Response {
        (self.0, Json(json!({ "error": self.1 }))).into_response()
    }
}

/// 404: there is no such thing.
fn missing(what: &str) -> Complaint {
    Complaint(StatusCode::NOT_FOUND, format!("there is no such {what}"))
}

/// `{}` if something was there to be done, else 404.
fn done(found: bool, what: &str) -> Outcome {
    if found { Ok(Json(json!({}))) } else { Err(missing(what)) }
}

fn created(id: Option<u64>, what: &str) -> Outcome {
    let id = id.ok_or_else(|| missing(what))?;
    Ok(Json(json!({ "id": id.to_string() })))
}

/// Everything under `/control`.
pub fn router(shared: Arc<Shared>) -> Router {
    Router::new()
        .route("/world", get(world))
        .route("/traffic", get(async |State(shared): World| Json(shared.traffic())))
        .route("/changes", get(changes))
        .route("/settings", get(build::settings).patch(build::change_settings))
        .route("/people", post(build::add_person))
        .route("/servers", post(build::add_server))
        .route("/servers/{guild}/bot", put(build::invite_bot))
        .route("/servers/{guild}/roles", post(build::add_role))
        .route("/servers/{guild}/roles/{role}", delete(build::delete_role).patch(build::change_role))
        .route("/servers/{guild}/channels", post(build::add_channel))
        .route(
            "/servers/{guild}/members/{person}",
            put(build::add_member).delete(build::remove_member).patch(build::change_member),
        )
        .route(
            "/servers/{guild}/members/{person}/roles/{role}",
            put(build::give_role).delete(build::remove_role),
        )
        .route(
            "/channels/{channel}",
            get(build::channel).patch(build::change_channel).delete(build::delete_channel),
        )
        .route("/people/{person}/act", post(people::act))
        .route("/people/{person}/channels", get(people::channels))
        .route("/people/{person}/channels/{channel}/messages", get(people::messages))
        .route("/people/{person}/direct-messages", get(people::direct).put(people::open_direct))
        .route("/interactions/{interaction}", get(people::interaction))
        .route("/clock", get(time::clock).post(time::turn))
        .route("/clock/follow", get(time::follow))
        .route("/faults", get(trouble::faults).post(trouble::lay).delete(trouble::clear))
        .route("/holds", get(trouble::holds).post(trouble::release_all))
        .route("/holds/{hold}", post(trouble::release))
        .route("/gateway", get(trouble::sessions).post(trouble::gateway))
        .fallback(async || missing("control route; docs/sandbox.md lists them"))
        .with_state(shared)
}

async fn world(State(shared): World) -> Json<Value> {
    Json(inventory(&shared))
}

#[derive(Deserialize)]
struct Since {
    #[serde(default)]
    after: u64,
}

/// Waits until the count of changes has passed `after`, half a minute at most.
async fn changes(State(shared): World, Query(since): Query<Since>) -> Json<Value> {
    let mut changed = shared.changed();
    let _ = timeout(PATIENCE, changed.wait_for(|count| *count > since.after)).await;
    let count = *changed.borrow();
    Json(json!({ "count": count, "settled": shared.is_settled() }))
}

/// Who and what there is, by name and id.
#[must_use]
pub fn inventory(shared: &Shared) -> Value {
    let state = shared.world();
    let id = |id: u64| id.to_string();
    let people = state.users.values().filter(|user| user.id != state.bot()).map(|user| {
        json!({
            "id": id(user.id),
            "name": user.name,
            "display_name": user.display_name,
            "locale": user.locale,
            "bot": user.bot,
        })
    });
    let servers = state.guilds.values().map(|guild| {
        let roles = guild.roles.values().map(|role| {
            json!({ "id": id(role.id), "name": role.name, "permissions": role.permissions.to_string() })
        });
        let members = guild.members.values().map(|member| {
            let roles: Vec<_> = member.roles.iter().map(|role| id(*role)).collect();
            json!({ "id": id(member.user), "roles": roles })
        });
        let channels = state.channels_of(guild.id).map(|channel| {
            let parent = channel.parent.map(id);
            json!({ "id": id(channel.id), "name": channel.name, "type": channel.kind, "parent_id": parent })
        });
        json!({
            "id": id(guild.id),
            "name": guild.name,
            "owner_id": id(guild.owner),
            "locale": guild.locale,
            "roles": roles.collect::<Vec<_>>(),
            "members": members.collect::<Vec<_>>(),
            "channels": channels.collect::<Vec<_>>(),
        })
    });
    json!({ "people": people.collect::<Vec<_>>(), "servers": servers.collect::<Vec<_>>() })
}
