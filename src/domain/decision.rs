//! What is waiting for coordinators, as the digest counts it: never who, only how many (rule P15).

use serde::{Deserialize, Serialize};

/// Why a message could not be delivered, as far as it tells what to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cause {
    /// The bot may not write there.
    Permission,
    /// The channel no longer exists.
    ChannelGone,
    /// The server holds no further channel.
    NoRoom,
    /// Discord did not accept it.
    Refused,
}

impl Cause {
    /// The cause that an outbox row was given up with ("forbidden-50013").
    #[must_use]
    pub fn of(stored: &str) -> Self {
        match stored.split('-').next() {
            Some("forbidden") => Self::Permission,
            Some("gone") => Self::ChannelGone,
            Some("full") => Self::NoRoom,
            _ => Self::Refused,
        }
    }

    /// Whether a coordinator can remove it, so that another try is worth it.
    #[must_use]
    pub const fn can_be_repaired(self) -> bool {
        matches!(self, Self::Permission | Self::NoRoom)
    }
}

/// What is waiting: how often. Names are in private replies (rule P15).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Decision {
    /// People wait to be admitted.
    Approvals(usize),
    /// Practices wait to be released.
    Practices(usize),
    /// Calls for support wait for the coordinators.
    Support(usize),
    /// Remarks were passed on.
    Remarks(usize),
    /// Messages could not be delivered: why, and how many each.
    Undelivered(Vec<(Cause, u32)>),
    /// People are free for a tandem.
    Free(usize),
    /// The pool of guiding questions runs dry before the end: so many are left. Told once.
    Questions(usize),
}

impl Decision {
    /// Whether there is nothing to decide. No question left is a lot to decide.
    pub(super) fn is_empty(&self) -> bool {
        match self {
            Self::Approvals(count)
            | Self::Practices(count)
            | Self::Support(count)
            | Self::Remarks(count)
            | Self::Free(count) => *count == 0,
            Self::Undelivered(causes) => causes.is_empty(),
            Self::Questions(_) => false,
        }
    }

    /// Its place in the list: first what somebody waits for.
    pub(super) const fn place(&self) -> u8 {
        match self {
            Self::Approvals(_) => 0,
            Self::Practices(_) => 1,
            Self::Support(_) => 2,
            Self::Remarks(_) => 3,
            Self::Undelivered(_) => 4,
            Self::Free(_) => 5,
            Self::Questions(_) => 6,
        }
    }
}
