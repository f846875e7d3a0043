//! The files of messages, served back as Discord's content network does.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;

use crate::sandbox::shared::Shared;

/// A file by channel, id and name; 404 once its message is gone.
pub async fn attachment(
    State(shared): State<Arc<Shared>>,
    Path((channel, id, name)): Path<(u64, u64, String)>,
) -> Response {
    let world = shared.world();
    let messages = world.channels.get(&channel).into_iter().flat_map(|channel| channel.messages.values());
    let found =
        messages.flat_map(|message| &message.attachments).find(|file| file.id == id && file.filename == name);
    let Some(file) = found else {
        let mut response = Response::new(Body::from("This content is no longer available."));
        *response.status_mut() = StatusCode::NOT_FOUND;
        return response;
    };
    let mut response = Response::new(Body::from(file.bytes.to_vec()));
    if let Ok(kind) = HeaderValue::from_str(&file.content_type) {
        response.headers_mut().insert(CONTENT_TYPE, kind);
    }
    response
}
