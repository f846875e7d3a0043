//! Discord's REST API, version 10, as far as bots use it here.
//!
//! `routes` is the table of operations. Each request is read whole (`payload`), recorded, led past the faults,
//! held against the limits (`serve`), and then handled by a plain function on the locked world, so that it happens
//! whole or not at all, whatever becomes of its connection.

mod application;
mod call;
mod channels;
mod channels_access;
mod commands;
mod files;
mod guilds;
mod interactions;
mod members;
mod messages;
mod messages_write;
mod payload;
mod pins;
mod reactions;
mod recorded;
mod routes;
mod serve;
mod users;
mod voice;
mod webhooks;

use std::sync::Arc;

use axum::Router;
use axum::extract::{RawPathParams, Request, State};
use axum::middleware::from_fn_with_state;
use axum::routing::{MethodFilter, get, on};

use super::faults;
use super::shared::Shared;

/// Where the API lies.
pub const PREFIX: &str = "/api/v10";

/// All routes of the API, and the files that messages carry.
pub fn router(shared: Arc<Shared>) -> Router {
    let mut router = Router::new();
    for operation in routes::OPERATIONS {
        let handler = |State(shared): State<Arc<Shared>>, params: RawPathParams, request: Request| {
            // Without a point at which it could be cut off: what has begun is finished.
            std::future::ready(serve::serve(operation, &shared, &params, &request))
        };
        let filter = match operation.method {
            "GET" => MethodFilter::GET,
            "POST" => MethodFilter::POST,
            "PUT" => MethodFilter::PUT,
            "PATCH" => MethodFilter::PATCH,
            _ => MethodFilter::DELETE,
        };
        router = router.route(&format!("{PREFIX}{}", operation.template), on(filter, handler));
    }
    router
        .route("/api/{*unknown}", axum::routing::any(serve::no_such_route))
        .method_not_allowed_fallback(serve::no_such_method)
        .layer(from_fn_with_state(Arc::clone(&shared), faults::around::around))
        .layer(from_fn_with_state(Arc::clone(&shared), recorded::recorded))
        .route("/attachments/{channel}/{id}/{name}", get(files::attachment))
        .route("/ephemeral-attachments/{application}/{id}/{name}", get(files::upload))
        .with_state(shared)
}
