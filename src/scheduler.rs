//! What is due, and when it is due next.

pub mod digest;
pub mod next_settle;
pub mod proposal_deadline;
pub mod questions;
pub mod release;
pub mod room_delete;
pub mod room_hide;
pub mod task_reminders;
pub mod tidy;
