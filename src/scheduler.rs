//! What is due, and when it is due next.

pub mod questions;
pub mod task_reminders;
