//! Texts that are read outside of Discord, as files: the privacy report for works councils and whoever runs the bot, a
//! person's own data, and the evaluation of a programme.

pub mod evaluation;
pub mod export;
pub mod report;
