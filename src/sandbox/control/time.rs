//! The clock from outside: read it, turn it, follow it.

use std::sync::Arc;

use axum::{
    Json,
    extract::{
        State, WebSocketUpgrade,
        ws::{Message, WebSocket},
    },
    http::StatusCode,
    response::Response,
};
use chrono::{DateTime, TimeDelta, Utc};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{Complaint, Outcome, World};
use crate::sandbox::{followers::Report, shared::Shared};

pub(super) async fn clock(State(shared): World) -> Json<Value> {
    Json(face(&shared))
}

fn face(shared: &Shared) -> Value {
    json!({
        "now": shared.clock.now(),
        "held": shared.clock.is_held(),
        "next_wake": shared.next_wake(),
        "settled": shared.is_settled(),
        "followers": shared.followers(),
    })
}

/// One of the two.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Turn {
    now: Option<DateTime<Utc>>,
    advance_seconds: Option<f64>,
}

pub(super) async fn turn(State(shared): World, Json(turn): Json<Turn>) -> Outcome {
    let bad = |why: &str| Complaint(StatusCode::BAD_REQUEST, why.to_owned());
    let to = match (turn.now, turn.advance_seconds) {
        (Some(to), None) => to,
        (None, Some(seconds)) => {
            let step = std::time::Duration::try_from_secs_f64(seconds).ok();
            let step = step.and_then(|step| TimeDelta::from_std(step).ok());
            let to = step.and_then(|step| shared.clock.now().checked_add_signed(step));
            to.ok_or_else(|| bad("advance_seconds is out of range"))?
        }
        _ => return Err(bad("either now or advance_seconds is expected")),
    };
    shared.turn(to);
    Ok(Json(face(&shared)))
}

/// `GET /control/clock/follow`, a websocket: tells the time at once and at each turn, hears reports.
pub(super) async fn follow(State(shared): World, upgrade: WebSocketUpgrade) -> Response {
    upgrade.on_upgrade(move |socket| lead(shared, socket))
}

async fn lead(shared: Arc<Shared>, mut socket: WebSocket) {
    let id = shared.followers.join(shared.hub.dispatched());
    let mut turned = shared.clock.subscribe();
    let mut changed = shared.changed();
    turned.mark_changed();
    loop {
        tokio::select! {
            turn = turned.changed() => {
                let now = shared.clock.now();
                let text = json!({ "now": now }).to_string();
                if turn.is_err() || socket.send(Message::Text(text.into())).await.is_err() {
                    break;
                }
            }
            heard = socket.recv() => match heard {
                Some(Ok(Message::Text(text))) => match serde_json::from_str::<Report>(&text) {
                    Ok(report) => {
                        shared.followers.report(id, report);
                        shared.hub.bump();
                    }
                    Err(error) => tracing::warn!(%error, "a follower's report is unreadable"),
                },
                Some(Ok(Message::Close(_)) | Err(_)) | None => break,
                Some(Ok(_)) => {}
            },
            change = changed.changed() => if change.is_err() || shared.followers.are_dismissed() { break },
        }
    }
    shared.followers.leave(id);
    shared.hub.bump();
}
