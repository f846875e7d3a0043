//! What the bot asked for: counters for a summary, and the requests themselves for a check against Discord's schema.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::Value;

/// How many requests are kept at most; a rehearsal of a year makes fewer.
const KEPT: usize = 100_000;

/// The log of the bot's requests.
#[derive(Debug, Default)]
pub struct Record {
    inner: Mutex<Inner>,
}

#[derive(Debug, Default)]
struct Inner {
    keep: bool,
    requests: Vec<Asked>,
    counts: Counts,
    last_second: VecDeque<DateTime<Utc>>,
}

/// One request and its answer.
#[derive(Clone, Debug)]
pub struct Asked {
    /// `GET`, `POST` …
    pub method: String,
    /// The route's template without `/api/v10`; the bare path where there is no such route.
    pub template: String,
    /// The path as it was asked.
    pub path: String,
    /// The query as it was asked.
    pub query: String,
    /// The JSON body (`payload_json` of a multipart request); null without one.
    pub body: Value,
    /// The names of uploaded files.
    pub files: Vec<String>,
    /// The reason that it gave for the server's audit log, as it stood in the header.
    pub reason: Option<String>,
    /// The type of the channel concerned, which decides between the branches of `update_channel`.
    pub channel_kind: Option<u8>,
    /// The answer's status.
    pub status: u16,
    /// The answer's JSON; null without one.
    pub answer: Value,
    /// When it was answered, in the sandbox's time.
    pub at: DateTime<Utc>,
}

/// Figures about the bot's requests.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Requests that have been read and not yet answered.
    pub open: u64,
    /// Requests that were answered.
    pub requests: u64,
    /// Answers with 429.
    pub rate_limited: u64,
    /// Requests for routes that do not exist here.
    pub unknown_routes: u64,
    /// Answers to interactions that everybody in the channel could see.
    pub public_responses: u64,
    /// The most requests in any one second of the sandbox's time, interaction endpoints exempt.
    pub max_in_any_second: u64,
    /// Answered requests by `METHOD /template`.
    pub by_route: BTreeMap<String, u64>,
}

impl Record {
    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Starts or stops keeping whole requests; counting never stops.
    pub fn keep(&self, keep: bool) {
        self.inner().keep = keep;
    }

    /// Whether whole requests are kept.
    #[must_use]
    pub fn keeps(&self) -> bool {
        self.inner().keep
    }

    /// A request was read.
    pub fn opened(&self, counts_globally: bool, now: DateTime<Utc>) {
        let mut inner = self.inner();
        inner.counts.open += 1;
        if counts_globally {
            inner.last_second.push_back(now);
            while inner.last_second.front().is_some_and(|first| *first + TimeDelta::seconds(1) <= now) {
                inner.last_second.pop_front();
            }
            inner.counts.max_in_any_second =
                inner.counts.max_in_any_second.max(inner.last_second.len() as u64);
        }
    }

    /// A request was given up before it was answered.
    pub fn abandoned(&self) {
        let mut inner = self.inner();
        inner.counts.open = inner.counts.open.saturating_sub(1);
    }

    /// A request was answered.
    pub fn answered(&self, asked: Asked, known_route: bool) {
        let mut inner = self.inner();
        inner.counts.open = inner.counts.open.saturating_sub(1);
        inner.counts.requests += 1;
        inner.counts.rate_limited += u64::from(asked.status == 429);
        inner.counts.unknown_routes += u64::from(!known_route);
        *inner.counts.by_route.entry(format!("{} {}", asked.method, asked.template)).or_default() += 1;
        if inner.keep && inner.requests.len() < KEPT {
            inner.requests.push(asked);
        }
    }

    /// An interaction was answered for everybody to see.
    pub fn public_response(&self) {
        self.inner().counts.public_responses += 1;
    }

    /// The figures so far.
    #[must_use]
    pub fn counts(&self) -> Counts {
        self.inner().counts.clone()
    }

    /// The requests that were kept, in the order of their answers.
    #[must_use]
    pub fn requests(&self) -> Vec<Asked> {
        self.inner().requests.clone()
    }
}
