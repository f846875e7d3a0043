//! The files of messages, served back as Discord's content network does.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;

use crate::sandbox::shared::Shared;
use crate::sandbox::state::Attachment;

/// A file that somebody put into an option of a command, by id and name.
pub async fn upload(
    State(shared): State<Arc<Shared>>,
    Path((_, id, name)): Path<(u64, u64, String)>,
) -> Response {
    served(shared.world().uploads.get(&id).filter(|file| file.filename == name))
}

/// A file by channel, id and name; 404 once its message is gone.
pub async fn attachment(
    State(shared): State<Arc<Shared>>,
    Path((channel, id, name)): Path<(u64, u64, String)>,
) -> Response {
    let world = shared.world();
    let messages = world.channels.get(&channel).into_iter().flat_map(|channel| channel.messages.values());
    let mut files = messages.flat_map(|message| &message.attachments);
    served(files.find(|file| file.id == id && file.filename == name))
}

fn served(file: Option<&Attachment>) -> Response {
    let Some(file) = file else {
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
