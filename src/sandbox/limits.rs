//! Rate limits on the sandbox's own clock: fifty a second over all, a bucket per route, and the headers that tell of it.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};

use super::state::Settings;
use super::state::settings::Window;

/// How often each route was called lately.
#[derive(Debug, Default)]
pub struct Limits {
    inner: Mutex<Calls>,
}

#[derive(Debug, Default)]
struct Calls {
    global: VecDeque<DateTime<Utc>>,
    buckets: BTreeMap<String, Bucket>,
}

/// One window of a bucket: it opens with the first call and closes as a whole.
#[derive(Clone, Copy, Debug)]
struct Bucket {
    used: u32,
    resets: DateTime<Utc>,
}

/// What the headers of an answer say about its bucket.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// The bucket's opaque name.
    pub bucket: String,
    /// Calls per window.
    pub limit: u32,
    /// Calls left.
    pub remaining: u32,
    /// When the window closes.
    pub resets: DateTime<Utc>,
    /// How long that is from now.
    pub resets_in: TimeDelta,
}

/// A call that is refused for now.
#[derive(Clone, Debug, PartialEq)]
pub struct Limited {
    /// How long to wait.
    pub wait: TimeDelta,
    /// `user`, `global` or `shared`.
    pub scope: &'static str,
    /// Discord's code, where the limit has one.
    pub code: Option<u32>,
    /// The bucket's headers, where a bucket with headers is concerned.
    pub standing: Option<Standing>,
}

impl Limited {
    /// The body of the 429.
    #[must_use]
    pub fn body(&self) -> Value {
        let mut body = json!({
            "message": "You are being rate limited.",
            "retry_after": seconds(self.wait),
            "global": self.scope == "global",
        });
        if let Some(code) = self.code {
            body["code"] = json!(code);
        }
        body
    }

    /// The headers of the 429.
    #[must_use]
    pub fn headers(&self) -> Vec<(&'static str, String)> {
        let mut headers = self.standing.as_ref().map(Standing::headers).unwrap_or_default();
        headers.push(("retry-after", seconds(self.wait).ceil().to_string()));
        headers.push(("x-ratelimit-scope", self.scope.to_owned()));
        if self.scope == "global" {
            headers.push(("x-ratelimit-global", "true".to_owned()));
        }
        headers
    }
}

impl Standing {
    /// The headers of an answer.
    #[must_use]
    pub fn headers(&self) -> Vec<(&'static str, String)> {
        #[expect(
            clippy::cast_precision_loss,
            reason = "Discord writes it as a decimal, too; good for 270,000 years"
        )]
        let reset = self.resets.timestamp_millis() as f64 / 1_000.0;
        vec![
            ("x-ratelimit-limit", self.limit.to_string()),
            ("x-ratelimit-remaining", self.remaining.to_string()),
            ("x-ratelimit-reset", format!("{reset:.3}")),
            ("x-ratelimit-reset-after", format!("{:.3}", seconds(self.resets_in))),
            ("x-ratelimit-bucket", self.bucket.clone()),
        ]
    }
}

/// A call as the limits see it.
#[derive(Clone, Copy, Debug)]
pub struct Route<'a> {
    /// `METHOD /template`.
    pub name: &'a str,
    /// The channel, server or webhook that has a bucket of its own.
    pub major: &'a str,
    /// Whether it counts against the bot's fifty a second; interaction endpoints do not.
    pub counts_globally: bool,
}

impl Limits {
    /// Takes one call, or says how long to wait. A refused call costs nothing.
    pub fn take(
        &self,
        route: Route<'_>,
        settings: &Settings,
        now: DateTime<Utc>,
    ) -> Result<Standing, Limited> {
        let mut calls = self.inner.lock().unwrap_or_else(PoisonError::into_inner);
        let window = settings.routes.get(route.name).copied().unwrap_or(settings.other_routes);
        if settings.rate_limits && route.counts_globally {
            forget(&mut calls.global, settings.global, now);
            if calls.global.len() >= settings.global.limit as usize {
                let wait = wait_for(&calls.global, settings.global, now);
                return Err(Limited { wait, scope: "global", code: None, standing: None });
            }
        }
        let key = format!("{} {}", route.name, route.major);
        let bucket = calls.buckets.entry(key).or_insert(Bucket { used: 0, resets: now });
        if bucket.resets <= now {
            *bucket = Bucket { used: 0, resets: now + span(window) };
        }
        if settings.rate_limits && bucket.used >= window.limit {
            let standing = standing(route, window, *bucket, now);
            return Err(Limited {
                wait: bucket.resets - now,
                scope: "user",
                code: None,
                standing: Some(standing),
            });
        }
        // Where nothing is limited, nothing is used up, and no header says so.
        bucket.used += u32::from(settings.rate_limits);
        let standing = standing(route, window, *bucket, now);
        if route.counts_globally {
            calls.global.push_back(now);
        }
        Ok(standing)
    }
}

/// Takes one call of a hidden limit, whose log is part of the world, or says how long to wait.
pub fn take_hidden(
    log: &mut VecDeque<DateTime<Utc>>,
    window: Window,
    now: DateTime<Utc>,
    code: Option<u32>,
) -> Result<(), Limited> {
    forget(log, window, now);
    if log.len() >= window.limit as usize {
        return Err(Limited { wait: wait_for(log, window, now), scope: "user", code, standing: None });
    }
    log.push_back(now);
    Ok(())
}

fn span(window: Window) -> TimeDelta {
    TimeDelta::milliseconds(i64::try_from(window.milliseconds).unwrap_or(i64::MAX / 2))
}

fn forget(log: &mut VecDeque<DateTime<Utc>>, window: Window, now: DateTime<Utc>) {
    while log.front().is_some_and(|first| *first + span(window) <= now || *first > now) {
        log.pop_front();
    }
}

fn wait_for(log: &VecDeque<DateTime<Utc>>, window: Window, now: DateTime<Utc>) -> TimeDelta {
    log.front().map_or_else(|| span(window), |first| *first + span(window) - now)
}

fn standing(route: Route<'_>, window: Window, bucket: Bucket, now: DateTime<Utc>) -> Standing {
    Standing {
        bucket: bucket_name(route.name),
        limit: window.limit,
        remaining: window.limit.saturating_sub(bucket.used),
        resets: bucket.resets,
        resets_in: bucket.resets - now,
    }
}

/// An opaque name, equal for equal routes (FNV-1a, twice for the length of Discord's).
fn bucket_name(route: &str) -> String {
    let hash = |start: u64| {
        route.bytes().fold(start, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
    };
    format!("{:016x}{:016x}", hash(0xcbf2_9ce4_8422_2325), hash(0x9e37_79b9_7f4a_7c15))
}

/// Seconds with their fraction.
fn seconds(span: TimeDelta) -> f64 {
    span.to_std().unwrap_or_default().as_secs_f64()
}
