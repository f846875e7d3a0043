//! A remark that somebody gives to be passed on without their name (P18): when it is, and how long it stays.

/// The longest, in characters: a thought, not a report.
pub const TEXT_MAX: usize = 500;

/// Remarks are passed on when at least so many people gave one (decision: with two, each would know the other's; with
/// three, nobody but the author knows whose one is). Until then they wait for the end of the next period.
pub const PEOPLE: usize = 3;

/// So many of one person wait at most: whoever wrote most of them would be alone again.
pub const WAITING_MAX: usize = 3;

/// Whether remarks of so many people are passed on.
#[must_use]
pub const fn are_passed_on(people: usize) -> bool {
    people >= PEOPLE
}
