//! Texts that are read outside of Discord, as files: the privacy report for works councils and whoever runs the bot, and a
//! person's own data.

pub mod export;
pub mod report;
