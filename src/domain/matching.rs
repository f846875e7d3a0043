//! Who becomes a tandem: the best assignment of a whole cohort at once, and why, in terms that may be shown. Nothing in
//! here depends on names, on the order in which people stand, or on chance: the same people get the same partners.

pub mod assign;
mod order;
pub mod plan;
pub mod pool;
pub mod round;
pub mod score;
