//! A whole programme with simulated people, months in seconds, and the oracle that audits it.

pub mod stage;
