//! What went over the wire, in figures: a driver waits on them, and a rehearsal's summary quotes them.

use std::collections::BTreeMap;

use serde::Serialize;

use super::shared::Shared;

/// Figures since the start.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Traffic {
    /// Requests that have been read and not yet answered, held ones included.
    pub open_requests: u64,
    /// Gateway events handed to live connections; what a connection lost is not counted.
    pub dispatched: u64,
    /// Gateway sessions with a live connection.
    pub connected: usize,
    /// Requests answered.
    pub requests: u64,
    /// Of these, with 429.
    pub rate_limited: u64,
    /// The most requests within any second of the sandbox's clock, interaction endpoints exempt.
    pub max_in_any_second: u64,
    /// Answers to interactions that everybody in the channel could see.
    pub public_responses: u64,
    /// Requests for routes that this sandbox does not have.
    pub unknown_routes: u64,
    /// Requests that a fault has struck.
    pub struck: u64,
    /// Requests answered, by `METHOD /template`.
    pub by_route: BTreeMap<String, u64>,
}

impl Shared {
    /// The figures so far.
    #[must_use]
    pub fn traffic(&self) -> Traffic {
        let counts = self.record.counts();
        Traffic {
            open_requests: counts.open,
            dispatched: self.hub.dispatched(),
            connected: self.hub.connected(),
            requests: counts.requests,
            rate_limited: counts.rate_limited,
            max_in_any_second: counts.max_in_any_second,
            public_responses: counts.public_responses,
            unknown_routes: counts.unknown_routes,
            struck: self.faults.struck(),
            by_route: counts.by_route,
        }
    }
}
