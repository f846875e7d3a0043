//! Texts that are read outside of Discord, as files: the privacy report for works councils and whoever runs the bot.

pub mod report;
