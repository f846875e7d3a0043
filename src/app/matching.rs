//! Pairing a whole cohort: who can be paired and what counts (pool), what coordinators hold and bar (hold), asking
//! everybody (ask), and opening the tandems of a round once the deadline has passed (round).

pub mod ask;
pub mod hold;
mod pool;
pub mod propose;
pub mod round;
#[cfg(test)]
pub(crate) mod testing;

pub use pool::pool;
