//! A local Discord on loopback; it knows nothing of Tandem.

pub mod faults;
pub mod gateway;
