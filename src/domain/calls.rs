//! Calls out of a tandem: for support, read by one named reader, and *I can't reach my partner*.

use chrono::{DateTime, Duration, Utc};

use super::ids::{PersonId, ProgrammeId, RoleId, SupportId};
use super::programme::codes;

/// Whoever cannot reach their partner is offered a new tandem after that long, pauses left out (PRODUCT.md).
pub const ANSWER_WITHIN: Duration = Duration::days(7);
/// The longest call for support, in characters: it stands in one frame beside others (Discord allows 6,000 together).
pub const SUPPORT_MAX: usize = 1_000;
/// The same task stuck that often brings the offer of help.
pub const STUCK_AGAIN: i64 = 2;

codes! {
    /// Who reads a call for support: named to the asker before it is sent.
    Reader {
        /// Whoever has the coaches' role.
        Coach = "coach",
        /// Whoever has the coordinators' role.
        Coordinator = "coordinator",
    }
}

/// An open call for support.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SupportCall {
    /// Our number for it.
    pub id: SupportId,
    /// In which programme.
    pub programme: ProgrammeId,
    /// When.
    pub asked_at: DateTime<Utc>,
    /// Who reads it.
    pub reader: Reader,
    /// By the role that was named to whoever asked.
    pub role: Option<RoleId>,
    /// Whether somebody takes care of it.
    pub taken: bool,
    /// Who asks.
    pub person: PersonId,
    /// Their words.
    pub text: String,
}
