//! A round of pairing: a plan that coordinators change as they like, then people are asked, then tandems open.

use chrono::{DateTime, Utc};

use super::plan::Pair;
use crate::domain::ids::{BarId, LockId, PersonId, ProgrammeId, RoundId};
use crate::domain::programme::codes;

codes! {
    /// Where a round stands.
    RoundState {
        /// A plan that nobody has been asked about.
        Plan = "plan",
        /// People have been asked, and the deadline lies ahead.
        Asking = "asking",
        /// The results are there; tandems open, or wait for room.
        Opening = "opening",
        /// All its tandems are open.
        Done = "done",
    }
}

/// A round of pairing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Round {
    /// Our number for it.
    pub id: RoundId,
    /// Its programme.
    pub programme: ProgrammeId,
    /// Where it stands.
    pub state: RoundState,
    /// Whether it is proven that no plan is better.
    pub proven: bool,
    /// Until when people answer.
    pub deadline: Option<DateTime<Utc>>,
    /// For how many tandems there was room when all of its were to open and could not.
    pub room: Option<u32>,
}

/// A pair that coordinators hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lock {
    /// Our number for it.
    pub id: LockId,
    /// Who.
    pub pair: Pair,
}

/// A pair that coordinators bar, whichever way round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bar {
    /// Our number for it.
    pub id: BarId,
    /// Who, the lower number first.
    pub two: [PersonId; 2],
}
