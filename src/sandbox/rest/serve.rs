//! From a matched request to its answer: token, limits, body, handler, headers.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Query, RawPathParams, Request};
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::Response;
use serde_json::Value;

use super::call::{Call, Refusal, Reply};
use super::payload::Payload;
use super::recorded::counts_globally;
use super::routes::Operation;
use crate::sandbox::error::{self, ApiError};
use crate::sandbox::limits::{Limited, Route};
use crate::sandbox::shared::Shared;

/// Serves one request.
pub fn serve(
    operation: &'static Operation,
    shared: &Shared,
    params: &RawPathParams,
    request: &Request,
) -> Response {
    let params: BTreeMap<String, String> =
        params.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    let query = Query::<BTreeMap<String, String>>::try_from_uri(request.uri()).map(|query| query.0);
    let payload = request.extensions().get::<Arc<Payload>>().cloned().unwrap_or_default();
    let token = request.headers().get(AUTHORIZATION).and_then(|token| token.to_str().ok()).map(str::to_owned);
    let mut state = shared.world();
    let now = shared.clock.now();
    if !authorized(operation, token.as_deref(), &state.application.token) {
        return refuse(&error::unauthorized(), &[]);
    }
    let name = operation.bucket();
    let major = major(operation, &params);
    let route = Route { name: &name, major: &major, counts_globally: counts_globally(operation.template) };
    let headers = match shared.limits.take(route, &state.settings, now) {
        Ok(standing) => standing.headers(),
        Err(limited) => return limit(&limited),
    };
    if let Some(broken) = &payload.broken {
        return refuse(broken, &headers);
    }
    let query = query.unwrap_or_default();
    let mut call =
        Call { state: &mut state, hub: &shared.hub, record: &shared.record, now, params, query, payload };
    let outcome = (operation.handler)(&mut call);
    drop(state);
    match outcome {
        Ok(Reply::Json(status, body)) => answer(status, Some(&body), &headers),
        Ok(Reply::Nothing) => answer(204, None, &headers),
        Err(Refusal::Error(error)) => refuse(&error, &headers),
        Err(Refusal::Limited(limited)) => limit(&limited),
    }
}

/// Whether the caller may come in. Interaction endpoints carry their own token in the path.
fn authorized(operation: &Operation, token: Option<&str>, right: &str) -> bool {
    if operation.open {
        return true;
    }
    token.and_then(|token| token.strip_prefix("Bot ")) == Some(right)
}

/// The channel, server or webhook of a path, each of which has buckets of its own.
fn major(operation: &Operation, params: &BTreeMap<String, String>) -> String {
    let first = operation.template.split(['{', '}']).nth(1).unwrap_or_default();
    let part = |name: &str| params.get(name).cloned().unwrap_or_default();
    match first {
        "channel_id" | "guild_id" => part(first),
        "webhook_id" => part("webhook_id") + "/" + &part("webhook_token"),
        "interaction_id" => part("interaction_id"),
        _ => String::new(),
    }
}

/// The answer for a path under `/api` that is no route.
pub async fn no_such_route() -> Response {
    refuse(&error::no_route(), &[])
}

/// The answer for a route that has no such method.
pub async fn no_such_method() -> Response {
    refuse(&error::method_not_allowed(), &[])
}

fn refuse(error: &ApiError, headers: &[(&'static str, String)]) -> Response {
    answer(error.status, Some(&error.body()), headers)
}

fn limit(limited: &Limited) -> Response {
    answer(429, Some(&limited.body()), &limited.headers())
}

fn answer(status: u16, body: Option<&Value>, headers: &[(&'static str, String)]) -> Response {
    let bytes = body.map(Value::to_string).unwrap_or_default();
    let mut response = Response::new(Body::from(bytes));
    *response.status_mut() = axum::http::StatusCode::from_u16(status).unwrap_or_default();
    let map: &mut HeaderMap = response.headers_mut();
    if body.is_some() {
        map.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    }
    for (name, value) in headers {
        if let Ok(value) = HeaderValue::from_str(value) {
            map.insert(*name, value);
        }
    }
    response
}
