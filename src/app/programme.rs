//! The life of a programme, as coordinators steer it.

mod create;
mod status;

pub use create::{Created, DELETION_MAX, New, TEXT_MAX, create};
pub use status::{Pending, Status, status};
