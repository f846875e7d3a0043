//! A message with what hangs on it: files, reactions, and the interaction that brought it about.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use serde_json::Value;

/// Embeds are not shown.
pub const SUPPRESS_EMBEDS: u64 = 1 << 2;
/// Only the person who interacted sees it.
pub const EPHEMERAL: u64 = 1 << 6;
/// The bot "is thinking": a deferred answer.
pub const LOADING: u64 = 1 << 7;
/// No push notification.
pub const SUPPRESS_NOTIFICATIONS: u64 = 1 << 12;
/// A voice message.
pub const VOICE_MESSAGE: u64 = 1 << 13;
/// Components of the second version.
pub const COMPONENTS_V2: u64 = 1 << 15;

/// A message of a person or a bot.
#[derive(Clone, Debug, Default)]
pub struct Message {
    /// Its id.
    pub id: u64,
    /// Where it stands.
    pub channel: u64,
    /// Who wrote it.
    pub author: u64,
    /// Discord's message type: 0 ordinary, 6 "pinned a message", 19 reply, 20 answer to a command.
    pub kind: u8,
    /// Its text.
    pub content: String,
    /// Its embeds, as Discord gives them back.
    pub embeds: Vec<Value>,
    /// Its components, as Discord gives them back.
    pub components: Vec<Value>,
    /// Its files.
    pub attachments: Vec<Attachment>,
    /// The nonce it was sent with, echoed in its event.
    pub nonce: Option<Value>,
    /// Bits of the constants of this module.
    pub flags: u64,
    /// Its reactions in the order in which they appeared.
    pub reactions: Vec<Reaction>,
    /// When it was pinned.
    pub pinned_at: Option<DateTime<Utc>>,
    /// When it was last edited.
    pub edited_at: Option<DateTime<Utc>>,
    /// The one person who sees it; without one, everybody in the channel does.
    pub ephemeral_for: Option<u64>,
    /// The interaction that it answers.
    pub interaction: Option<u64>,
    /// The message that it replies to.
    pub reply_to: Option<u64>,
    /// Users whom it mentioned with effect.
    pub mentions: Vec<u64>,
    /// Roles that it mentioned with effect.
    pub mention_roles: Vec<u64>,
    /// Whether it pinged everybody.
    pub mention_everyone: bool,
    /// Read aloud.
    pub tts: bool,
}

/// A file of a message.
#[derive(Clone, Debug)]
pub struct Attachment {
    /// Its id.
    pub id: u64,
    /// Its name.
    pub filename: String,
    /// Its alternative text.
    pub description: Option<String>,
    /// Its media type.
    pub content_type: String,
    /// What is in it.
    pub bytes: Arc<[u8]>,
}

/// One emoji under a message and who chose it.
#[derive(Clone, Debug)]
pub struct Reaction {
    /// The emoji.
    pub emoji: Emoji,
    /// Who reacted, in order.
    pub users: Vec<u64>,
}

/// A unicode emoji, or a server's own with its id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Emoji {
    /// The id of a server's own emoji.
    pub id: Option<u64>,
    /// The unicode text, or the name of a server's own.
    pub name: String,
}
