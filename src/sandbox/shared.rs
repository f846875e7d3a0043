//! What every request, gateway session and simulated person has in common: one world, one clock, one set of limits.

use std::sync::{Mutex, MutexGuard, PoisonError};

use super::clock::SandboxClock;
use super::faults::Faults;
use super::followers::Followers;
use super::gateway::Hub;
use super::limits::Limits;
use super::record::Record;
use super::state::State;

/// The local Discord as a whole; behind an `Arc` it is the state of every route.
pub struct Shared {
    /// The world. All effects happen under this lock, whole, and outlive the connection that asked for them.
    pub state: Mutex<State>,
    /// Sessions of the gateway. Events are handed to it while the state is locked, so that their order is the world's.
    pub hub: Hub,
    /// The time in which limits, nonces, tokens and timestamps live.
    pub clock: SandboxClock,
    /// Faults and hold points.
    pub faults: Faults,
    /// How often each route was called lately.
    pub limits: Limits,
    /// What the bot asked for.
    pub record: Record,
    /// Who follows the clock from another process.
    pub followers: Followers,
}

impl Shared {
    /// The world, locked. A panic elsewhere leaves it usable, because each effect is whole or absent.
    pub fn world(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
