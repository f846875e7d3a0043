//! All worlds that give the same published figures, written as clauses, so that a solver finds another world wherever there
//! is one, or tells that there is none: where several figures hang together, worlds that differ in one thing differ in five
//! others, and no search by chance gets there.

mod clauses;
mod counts;
mod reactions;
mod tasks;

pub use counts::{COUNTS, Counts};
pub use reactions::{Asks, Reactions};
pub use tasks::Tasks;
