//! What a tandem, a task, a programme and a digest are: pure, synchronous, no text, no I/O.

pub mod quiet;
pub mod schedule;
mod spoken;
pub mod zone;
