//! What a tandem, a task, a programme and a digest are: pure, synchronous, no text, no I/O.

pub mod channels;
pub mod digest;
pub mod figures;
pub mod ids;
pub mod language;
pub mod marks;
pub mod meeting;
pub mod meeting_steps;
pub mod pause;
pub mod person;
pub mod post;
pub mod programme;
pub mod proposal;
pub mod proposed;
pub mod question;
pub mod quiet;
pub mod refusal;
pub mod reminders;
pub mod schedule;
mod spoken;
pub mod tandem;
pub mod task;
pub mod topic;
pub mod when;
pub mod wish;
pub mod zone;
