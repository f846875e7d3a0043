//! Who follows the sandbox's held clock. A bot in a process of its own says here what time it believes it to be,
//! whether it has anything left to do and when it wants to be woken, so that a driver can jump from due to due
//! without guessing.

use std::sync::{
    Mutex, MutexGuard, PoisonError,
    atomic::{AtomicBool, Ordering},
};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::shared::Shared;

/// What a follower says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// The time it refers to.
    pub now: DateTime<Utc>,
    /// Whether it has nothing left to do at that time.
    pub idle: bool,
    /// When it wants to be woken.
    #[serde(default)]
    pub wake: Option<DateTime<Utc>>,
    /// Gateway events that its process has dealt with since it started, READY and RESUMED included.
    #[serde(default)]
    pub events: u64,
}

/// A follower and the last it said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Follower {
    /// Its number, rising with each connection.
    pub id: u64,
    /// Whether it is still connected.
    pub connected: bool,
    /// Events of the gateway that went out before its process began to count.
    pub baseline: u64,
    /// Its last report.
    pub report: Option<Report>,
}

/// All followers, gone ones included.
#[derive(Debug, Default)]
pub struct Followers {
    all: Mutex<Vec<Follower>>,
    dismissed: AtomicBool,
}

impl Followers {
    fn lock(&self) -> MutexGuard<'_, Vec<Follower>> {
        self.all.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Sends everybody home: the sandbox ends.
    pub fn dismiss(&self) {
        self.dismissed.store(true, Ordering::Release);
    }

    /// Whether the sandbox has ended.
    #[must_use]
    pub fn are_dismissed(&self) -> bool {
        self.dismissed.load(Ordering::Acquire)
    }

    /// A follower has connected when so many events had gone out.
    pub fn join(&self, dispatched: u64) -> u64 {
        let mut all = self.lock();
        let id = all.len() as u64 + 1;
        all.push(Follower { id, connected: true, baseline: dispatched, report: None });
        id
    }

    /// A follower has reported. Its first report tells how much of what had gone out before belongs to its process.
    pub fn report(&self, id: u64, report: Report) {
        let mut all = self.lock();
        if let Some(follower) = all.iter_mut().find(|follower| follower.id == id) {
            if follower.report.is_none() {
                follower.baseline = follower.baseline.saturating_sub(report.events);
            }
            follower.report = Some(report);
        }
    }

    /// A follower's connection has ended.
    pub fn leave(&self, id: u64) {
        if let Some(follower) = self.lock().iter_mut().find(|follower| follower.id == id) {
            follower.connected = false;
        }
    }

    /// Every follower there was.
    #[must_use]
    pub fn all(&self) -> Vec<Follower> {
        self.lock().clone()
    }
}

impl Shared {
    /// Every follower of the clock there was, with its last report.
    #[must_use]
    pub fn followers(&self) -> Vec<Follower> {
        self.followers.all()
    }

    /// Whether nothing is under way: no request is open, and every connected follower is idle at the present time
    /// with every event dealt with. Wait for [`crate::sandbox::gateway::Hub::changed`] and ask again.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        let (now, dispatched) = (self.clock.now(), self.hub.dispatched());
        let done = |follower: &Follower| {
            follower.report.as_ref().is_some_and(|report| {
                report.idle && report.now == now && report.events + follower.baseline >= dispatched
            })
        };
        self.record.counts().open == 0
            && self.followers.lock().iter().filter(|follower| follower.connected).all(done)
    }

    /// The earliest moment at which the sandbox or a connected follower wants to be woken.
    #[must_use]
    pub fn next_wake(&self) -> Option<DateTime<Utc>> {
        let followers = self.followers.all();
        let live = followers.iter().filter(|follower| follower.connected);
        let theirs = live.filter_map(|follower| follower.report.as_ref()?.wake).min();
        theirs.into_iter().chain(self.clock.next_wake()).min()
    }

    /// Turns the clock and tells everybody who waits or follows.
    pub fn turn(&self, to: DateTime<Utc>) {
        self.clock.set(to);
        self.hub.bump();
    }

    /// A receiver that wakes on every effect, event, report and finished request.
    #[must_use]
    pub fn changed(&self) -> tokio::sync::watch::Receiver<u64> {
        self.hub.changed()
    }
}
