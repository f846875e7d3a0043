//! A person on one server: Discord's id and the language they chose, nothing else.

use super::ids::{GuildId, PersonId, UserId};
use super::language::Language;
use super::programme::codes;

/// Somebody who takes part, or was invited to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Person {
    /// Our number for them.
    pub id: PersonId,
    /// The server this is about; the same account on two servers is two people.
    pub guild: GuildId,
    /// Discord's id of the account.
    pub user: UserId,
    /// The language chosen in `/my`; `None` while Discord's own setting counts.
    pub language: Option<Language>,
}

/// Nobody, where a mentor stood whose data are erased. No account has such an id: Discord's begin with a time, and this one's
/// lies thousands of years ahead.
pub const GONE_MENTOR: UserId = UserId(u64::MAX);
/// Nobody, where a mentee stood whose data are erased.
pub const GONE_MENTEE: UserId = UserId(u64::MAX - 1);

/// Whether it is nobody's account: the person's data are erased.
#[must_use]
pub const fn is_gone(user: UserId) -> bool {
    user.0 >= GONE_MENTEE.0
}

/// The version of the data notice that is shown today. A new wording that asks for more raises it, and everybody is
/// asked again.
pub const NOTICE_VERSION: i64 = 2;
/// The version of the confidentiality agreement that is shown today.
pub const AGREEMENT_VERSION: i64 = 1;

codes! {
    /// Whether somebody wants one sentence by direct message when something waits for them.
    Direct {
        /// They have not ticked it.
        Off = "off",
        /// They have.
        On = "on",
        /// They had, and Discord does not let it through.
        Closed = "closed",
    }
}

/// What a person agrees to before a room opens for them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Document {
    /// What is stored, why, who sees it, how long.
    Notice,
    /// What is said in the tandem stays in the tandem.
    Agreement,
}

impl Document {
    /// Both, in the order in which they are shown.
    pub const ALL: [Self; 2] = [Self::Notice, Self::Agreement];

    /// The stored name.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Notice => "notice",
            Self::Agreement => "agreement",
        }
    }

    /// The version that has to be agreed to.
    #[must_use]
    pub const fn version(self) -> i64 {
        match self {
            Self::Notice => NOTICE_VERSION,
            Self::Agreement => AGREEMENT_VERSION,
        }
    }
}
