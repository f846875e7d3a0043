//! Acting as a person and reading what that person sees.

use axum::{
    Json,
    extract::{Path, State},
    http::StatusCode,
};
use serde_json::json;

use super::{Complaint, Outcome, World, build::id_json, missing};
use crate::sandbox::{people::Deed, shared::Shared};

fn known(shared: &Shared, person: u64) -> Result<(), Complaint> {
    if shared.world().users.contains_key(&person) { Ok(()) } else { Err(missing("person")) }
}

/// 409 with the reason when Discord's client would not let it happen.
pub(super) async fn act(State(shared): World, Path(person): Path<u64>, Json(deed): Json<Deed>) -> Outcome {
    known(&shared, person)?;
    match shared.act(person, deed) {
        Ok(done) => Ok(Json(json!(done))),
        Err(refusal) => Err(Complaint(StatusCode::CONFLICT, refusal.to_string())),
    }
}

pub(super) async fn channels(State(shared): World, Path(person): Path<u64>) -> Outcome {
    known(&shared, person)?;
    Ok(Json(json!(shared.channels_of(person))))
}

pub(super) async fn messages(State(shared): World, Path((person, channel)): Path<(u64, u64)>) -> Outcome {
    known(&shared, person)?;
    if !shared.channels_of(person).iter().any(|seen| seen.id == channel) {
        return Err(missing("channel for this person"));
    }
    Ok(Json(json!(shared.view(person, channel))))
}

pub(super) async fn direct(State(shared): World, Path(person): Path<u64>) -> Outcome {
    known(&shared, person)?;
    Ok(Json(json!(shared.direct_messages(person))))
}

/// Opens the direct messages with the bot from the person's side.
pub(super) async fn open_direct(State(shared): World, Path(person): Path<u64>) -> Outcome {
    known(&shared, person)?;
    Ok(Json(id_json(shared.direct_channel(person))))
}

pub(super) async fn interaction(State(shared): World, Path(id): Path<u64>) -> Outcome {
    let view = shared.interaction(id).ok_or_else(|| missing("interaction"))?;
    Ok(Json(json!(view)))
}
