//! The kinds of a command's options by number (Discord's page on application commands, "Application Command Option Type"):
//! what the bot describes and what a person fills in are held against the same list.

/// A subcommand.
pub const SUB_COMMAND: i64 = 1;
/// A group of subcommands.
pub const GROUP: i64 = 2;
/// A text.
pub const STRING: i64 = 3;
/// A whole number.
pub const INTEGER: i64 = 4;
/// Yes or no.
pub const BOOLEAN: i64 = 5;
/// A person.
pub const USER: i64 = 6;
/// A channel.
pub const CHANNEL: i64 = 7;
/// A role.
pub const ROLE: i64 = 8;
/// A person or a role.
pub const MENTIONABLE: i64 = 9;
/// A number with decimals.
pub const NUMBER: i64 = 10;
/// A file.
pub const ATTACHMENT: i64 = 11;
