//! The intent bits of gateway v10, as Discord's gateway page lists them, and what they allow.

/// Servers, roles and channels.
pub const GUILDS: u64 = 1;
/// Members joining, changing, leaving (privileged).
pub const GUILD_MEMBERS: u64 = 1 << 1;
/// Bans and audit log entries.
pub const GUILD_MODERATION: u64 = 1 << 2;
/// Who is in which voice channel.
pub const GUILD_VOICE_STATES: u64 = 1 << 7;
/// Presences (privileged).
pub const GUILD_PRESENCES: u64 = 1 << 8;
/// Messages in servers.
pub const GUILD_MESSAGES: u64 = 1 << 9;
/// Reactions in servers.
pub const GUILD_MESSAGE_REACTIONS: u64 = 1 << 10;
/// Typing in servers.
pub const GUILD_MESSAGE_TYPING: u64 = 1 << 11;
/// Direct messages, and the events of private replies.
pub const DIRECT_MESSAGES: u64 = 1 << 12;
/// Reactions in direct messages.
pub const DIRECT_MESSAGE_REACTIONS: u64 = 1 << 13;
/// Typing in direct messages.
pub const DIRECT_MESSAGE_TYPING: u64 = 1 << 14;
/// The content of other people's messages (privileged).
pub const MESSAGE_CONTENT: u64 = 1 << 15;

/// Every bit that exists: 0 to 16, then 20, 21, 24 and 25. Anything else closes with 4013.
pub const ALL: u64 = 0x1_FFFF | 1 << 20 | 1 << 21 | 1 << 24 | 1 << 25;
/// The three that need a toggle in the developer portal; without it they close with 4014.
pub const PRIVILEGED: u64 = GUILD_MEMBERS | GUILD_PRESENCES | MESSAGE_CONTENT;
