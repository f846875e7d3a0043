//! Trouble from outside: faults, hold points, and what happens to gateway connections.

use axum::{
    Json,
    extract::{Path, State},
};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{Outcome, World, done};
use crate::sandbox::{
    faults::{Fault, Release},
    gateway::EventTwist,
};

pub(super) async fn faults(State(shared): World) -> Json<Vec<Fault>> {
    Json(shared.faults.waiting())
}

pub(super) async fn lay(State(shared): World, Json(fault): Json<Fault>) -> Json<Vec<Fault>> {
    shared.faults.lay(fault);
    Json(shared.faults.waiting())
}

pub(super) async fn clear(State(shared): World) -> Json<Vec<Fault>> {
    shared.faults.clear();
    Json(Vec::new())
}

pub(super) async fn holds(State(shared): World) -> Json<Value> {
    Json(json!(shared.faults.held()))
}

#[derive(Deserialize)]
pub(super) struct How {
    how: Release,
}

pub(super) async fn release_all(State(shared): World, Json(how): Json<How>) -> Json<Value> {
    Json(json!({ "released": shared.faults.release_all(how.how) }))
}

pub(super) async fn release(State(shared): World, Path(hold): Path<u64>, Json(how): Json<How>) -> Outcome {
    done(shared.faults.release(hold, how.how), "hold")
}

pub(super) async fn sessions(State(shared): World) -> Json<Value> {
    Json(json!({
        "accepting": shared.hub.accepting(),
        "connected": shared.hub.connected(),
        "dispatched": shared.hub.dispatched(),
        "sessions": shared.hub.sessions(),
    }))
}

/// What can be done to gateway connections.
#[derive(Deserialize)]
#[serde(tag = "do", rename_all = "snake_case")]
pub(super) enum Stroke {
    /// Cut every connection without a close frame; the sessions may resume.
    Drop,
    /// Ask every client to reconnect and resume (opcode 7).
    Reconnect,
    /// Ask every client for a heartbeat (opcode 1).
    Heartbeat,
    /// Tell every client that its session is invalid (opcode 9).
    Invalidate {
        /// Whether it may resume all the same.
        #[serde(default)]
        resumable: bool,
    },
    /// Forget all sessions, so that the next RESUME is refused.
    Forget,
    /// Take no new connections.
    Shut,
    /// Take new connections again.
    Open,
    /// Lose or repeat the next events of that name.
    Twist {
        /// The event, such as `MESSAGE_REACTION_ADD`.
        event: String,
        /// Lose or repeat.
        twist: EventTwist,
        /// How many.
        #[serde(default = "once")]
        times: u32,
    },
}

fn once() -> u32 {
    1
}

pub(super) async fn gateway(State(shared): World, Json(stroke): Json<Stroke>) -> Json<Value> {
    let hub = &shared.hub;
    let struck = match stroke {
        Stroke::Drop => hub.drop_connections(),
        Stroke::Reconnect => hub.request_reconnect(),
        Stroke::Heartbeat => hub.request_heartbeat(),
        Stroke::Invalidate { resumable } => hub.invalidate(resumable),
        Stroke::Forget => {
            hub.forget_sessions();
            0
        }
        Stroke::Shut => {
            hub.set_accepting(false);
            0
        }
        Stroke::Open => {
            hub.set_accepting(true);
            0
        }
        Stroke::Twist { event, twist, times } => {
            hub.twist(event, twist, times);
            0
        }
    };
    Json(json!({ "connections": struck }))
}
