//! The life of a programme, as coordinators steer it.

mod create;
pub mod edit;
mod open;
pub mod phase;
pub mod settings;
mod status;

pub use create::{Created, New, create, next_dates};
pub use open::{Ahead, Stop, ahead, open, stop};
pub use settings::{DELETION_MAX, TEXT_MAX};
pub use status::{Pending, Status, status};

#[cfg(test)]
mod scope_tests;
