//! The middleware that lets faults act: it stands around every request of the bot, between the log of requests and
//! the limits, so that an injected answer is recorded like any other.

use std::{sync::Arc, time::Duration};

use axum::{
    Json,
    body::{Body, to_bytes},
    extract::{ConnectInfo, MatchedPath, Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode},
    middleware::Next,
    response::{IntoResponse, Response},
};
use chrono::TimeDelta;
use serde_json::json;
use tokio::sync::oneshot;

use super::{Action, Asked, Point, Release, Scope};
use crate::sandbox::{connection::Cut, shared::Shared};

/// The largest request that is read before a fault acts: Discord takes 25 MiB.
const LARGEST: usize = 26 * 1024 * 1024;

/// Runs a request through whatever fault waits for it.
pub async fn around(State(shared): State<Arc<Shared>>, request: Request, next: Next) -> Response {
    let asked = asked(&request);
    let behind = shared.faults.queue_behind();
    let action = shared.faults.strike(&asked);
    if behind.is_none() && action.is_none() {
        return next.run(request).await;
    }
    let cut = request.extensions().get::<ConnectInfo<Cut>>().map(|info| info.0.clone());
    let (answer, answered) = oneshot::channel();
    // A task of its own: what has been read happens, even if the one who asked is killed meanwhile.
    tokio::spawn(async move {
        let Some(request) = read(request).await else { return };
        if let Some(behind) = behind {
            shared.hub.bump();
            if !goes_on(behind).await {
                return;
            }
        }
        let victim = Victim { shared, asked, request, next, answer };
        match action {
            Some(action) => victim.suffer(action).await,
            None => victim.run().await,
        }
    });
    if let Ok(answer) = answered.await {
        return answer;
    }
    if let Some(cut) = cut {
        cut.now();
    }
    // Nobody reads this: the connection is cut.
    StatusCode::SERVICE_UNAVAILABLE.into_response()
}

fn asked(request: &Request) -> Asked {
    let strip = |path: &str| path.strip_prefix("/api/v10").unwrap_or(path).to_owned();
    let path = strip(request.uri().path());
    let route = request.extensions().get::<MatchedPath>().map(|route| strip(route.as_str()));
    Asked { method: request.method().to_string(), route: route.unwrap_or_else(|| path.clone()), path }
}

/// Takes the body in, so that the request no longer depends on its connection. `None` when it breaks off.
async fn read(request: Request) -> Option<Request> {
    let (parts, body) = request.into_parts();
    let body = to_bytes(body, LARGEST).await.ok()?;
    Some(Request::from_parts(parts, Body::from(body)))
}

async fn goes_on(held: oneshot::Receiver<Release>) -> bool {
    matches!(held.await, Ok(Release::Go))
}

/// A request on its way through a fault. Dropping `answer` unused loses the response.
struct Victim {
    shared: Arc<Shared>,
    asked: Asked,
    request: Request,
    next: Next,
    answer: oneshot::Sender<Response>,
}

impl Victim {
    async fn run(self) {
        let answer = self.next.run(self.request).await;
        let _ = self.answer.send(answer);
    }

    async fn suffer(self, action: Action) {
        match action {
            Action::Hold { point } => self.hold(point).await,
            Action::RateLimit { scope, retry_after } => {
                let answer = limited(&self.shared, &self.asked, scope, retry_after);
                let _ = self.answer.send(answer);
            }
            Action::Fail { status } => {
                let _ = self.answer.send(failed(status));
            }
            Action::FailAfter { status } => {
                self.next.run(self.request).await;
                let _ = self.answer.send(failed(status));
            }
            Action::LoseResponse => {
                self.next.run(self.request).await;
            }
            Action::DelayEffect { seconds, answer: true } => {
                wait(&self.shared, seconds).await;
                self.run().await;
            }
            Action::DelayEffect { seconds, answer: false } => {
                drop(self.answer);
                wait(&self.shared, seconds).await;
                self.next.run(self.request).await;
                self.shared.hub.bump();
            }
            Action::Slow { seconds } => {
                let answer = self.next.run(self.request).await;
                wait(&self.shared, seconds).await;
                let _ = self.answer.send(answer);
            }
        }
    }

    async fn hold(self, point: Point) {
        let faults = &self.shared.faults;
        match point {
            Point::Read => {
                let held = faults.hold(point, &self.asked);
                self.shared.hub.bump();
                if goes_on(held).await {
                    self.run().await;
                }
            }
            Point::Effect => {
                let answer = self.next.run(self.request).await;
                let held = faults.hold(point, &self.asked);
                self.shared.hub.bump();
                if goes_on(held).await {
                    let _ = self.answer.send(answer);
                }
            }
            Point::Sent => {
                let answer = self.next.run(self.request).await;
                // What follows queues behind this entry; the answer itself does not wait for its release.
                drop(faults.hold(point, &self.asked));
                self.shared.hub.bump();
                let _ = self.answer.send(answer);
            }
        }
    }
}

async fn wait(shared: &Shared, seconds: f64) {
    let wait = Duration::try_from_secs_f64(seconds).unwrap_or_default();
    let wait = TimeDelta::from_std(wait).unwrap_or(TimeDelta::MAX);
    let until =
        shared.clock.now().checked_add_signed(wait).unwrap_or(chrono::DateTime::<chrono::Utc>::MAX_UTC);
    shared.clock.sleep_until(until).await;
}

fn failed(status: u16) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let reason = status.canonical_reason().unwrap_or("Error");
    (status, Json(json!({ "message": format!("{}: {reason}", status.as_u16()), "code": 0 }))).into_response()
}

/// A 429 as Discord's page on rate limits shows it for each scope.
fn limited(shared: &Shared, asked: &Asked, scope: Scope, retry_after: f64) -> Response {
    let global = scope == Scope::Global;
    let mut headers = HeaderMap::new();
    let mut set = |name: &'static str, value: String| {
        if let Ok(value) = HeaderValue::from_str(&value) {
            headers.insert(HeaderName::from_static(name), value);
        }
    };
    set("retry-after", format!("{}", retry_after.ceil()));
    set("x-ratelimit-scope", format!("{scope:?}").to_lowercase());
    if global {
        set("x-ratelimit-global", "true".to_owned());
    } else {
        let now = shared.clock.now().timestamp_millis();
        let reset =
            std::time::Duration::from_millis(u64::try_from(now).unwrap_or(0)).as_secs_f64() + retry_after;
        // The documented example of a shared limit has requests remaining: the headers cannot foretell it.
        let remaining = if scope == Scope::Shared { 9 } else { 0 };
        set("x-ratelimit-limit", "10".to_owned());
        set("x-ratelimit-remaining", remaining.to_string());
        set("x-ratelimit-reset", format!("{reset:.3}"));
        set("x-ratelimit-reset-after", format!("{retry_after:.3}"));
        set("x-ratelimit-bucket", format!("fault:{}:{}", asked.method, asked.route.len()));
    }
    let body =
        json!({ "message": "You are being rate limited.", "retry_after": retry_after, "global": global });
    (StatusCode::TOO_MANY_REQUESTS, headers, Json(body)).into_response()
}
