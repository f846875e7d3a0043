//! The outermost layer: reads each request whole, counts it, and notes how it was answered.

use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::extract::{MatchedPath, Request, State};
use axum::middleware::Next;
use axum::response::Response;
use serde_json::Value;

use super::PREFIX;
use super::payload::{self, LARGEST, Payload};
use crate::sandbox::error;
use crate::sandbox::record::Asked;
use crate::sandbox::shared::Shared;

/// The header with the reason that a server's audit log keeps.
const REASON: &str = "x-audit-log-reason";

/// Whether a route counts against the bot's fifty requests a second; interaction endpoints do not.
pub fn counts_globally(template: &str) -> bool {
    !template.starts_with("/interactions/") && !template.starts_with("/webhooks/")
}

/// Reads, counts, passes on, notes.
pub async fn recorded(State(shared): State<Arc<Shared>>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let matched = parts.extensions.get::<MatchedPath>().map(|route| route.as_str().to_owned());
    let bare = |path: &str| path.strip_prefix(PREFIX).unwrap_or(path).to_owned();
    let path = bare(parts.uri.path());
    let known = matched.as_deref().is_some_and(|route| route.starts_with(PREFIX));
    let template = if known { bare(&matched.unwrap_or_default()) } else { path.clone() };
    shared.record.opened(counts_globally(&template), shared.clock.now());
    let open = Open(&shared);
    let payload = match to_bytes(body, LARGEST).await {
        Ok(bytes) => payload::read(&parts, bytes).await,
        Err(_) => Payload { broken: Some(error::too_large()), ..Payload::default() },
    };
    let payload = Arc::new(payload);
    parts.extensions.insert(Arc::clone(&payload));
    let asked = Asked {
        method: parts.method.to_string(),
        template,
        query: parts.uri.query().unwrap_or_default().to_owned(),
        body: payload.body.clone(),
        files: payload.uploads.iter().map(|file| file.filename.clone()).collect(),
        reason: parts
            .headers
            .get(REASON)
            .map(|reason| String::from_utf8_lossy(reason.as_bytes()).into_owned()),
        channel_kind: channel_kind(&shared, &path),
        path,
        status: 0,
        answer: Value::Null,
        at: shared.clock.now(),
    };
    let answer = next.run(Request::from_parts(parts, Body::empty())).await;
    let answer = note(&shared, asked, known, answer).await;
    std::mem::forget(open);
    shared.hub.bump();
    answer
}

/// Notes an answer; its body is looked into only where whole requests are kept.
async fn note(shared: &Shared, asked: Asked, known: bool, answer: Response) -> Response {
    let status = answer.status().as_u16();
    if !shared.record.keeps() {
        shared.record.answered(Asked { status, ..asked }, known);
        return answer;
    }
    let (parts, body) = answer.into_parts();
    let bytes = to_bytes(body, usize::MAX).await.unwrap_or_default();
    let seen = serde_json::from_slice(&bytes).unwrap_or(Value::Null);
    shared.record.answered(Asked { status, answer: seen, ..asked }, known);
    Response::from_parts(parts, Body::from(bytes))
}

fn channel_kind(shared: &Shared, path: &str) -> Option<u8> {
    let id = path.strip_prefix("/channels/")?.split('/').next()?;
    let id = crate::sandbox::ids::parse_text(id)?;
    shared.world().channels.get(&id).map(|channel| channel.kind)
}

/// A request that is being answered; when its connection breaks off, it is no longer open.
struct Open<'a>(&'a Arc<Shared>);

impl Drop for Open<'_> {
    fn drop(&mut self) {
        self.0.record.abandoned();
        self.0.hub.bump();
    }
}
