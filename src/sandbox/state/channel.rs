//! A channel: of a server, or of two people's direct messages.

use std::collections::{BTreeMap, VecDeque};

use chrono::{DateTime, Utc};

use super::Message;

/// Text channel of a server.
pub const TEXT: u8 = 0;
/// Direct messages between two users.
pub const DIRECT: u8 = 1;
/// Voice channel of a server.
pub const VOICE: u8 = 2;
/// Category, which holds other channels.
pub const CATEGORY: u8 = 4;
/// Announcement channel of a server.
pub const ANNOUNCEMENT: u8 = 5;
/// Stage channel of a server.
pub const STAGE: u8 = 13;
/// Forum channel of a server.
pub const FORUM: u8 = 15;
/// Media channel of a server.
pub const MEDIA: u8 = 16;

/// A channel.
#[derive(Clone, Debug)]
pub struct Channel {
    /// Its id.
    pub id: u64,
    /// Its type, one of the constants of this module.
    pub kind: u8,
    /// The server it belongs to; direct messages have none.
    pub guild: Option<u64>,
    /// Its name; empty for direct messages.
    pub name: String,
    /// Its topic.
    pub topic: Option<String>,
    /// Its place in the list.
    pub position: u32,
    /// The category it stands in.
    pub parent: Option<u64>,
    /// Who is allowed or denied what here.
    pub overwrites: Vec<Overwrite>,
    /// Marked as not safe for work.
    pub nsfw: bool,
    /// Seconds a person has to wait between two messages.
    pub slowmode: u32,
    /// Bits per second of a voice channel.
    pub bitrate: u32,
    /// How many may join a voice channel; 0 is no limit.
    pub user_limit: u32,
    /// The two users of direct messages.
    pub recipients: Vec<u64>,
    /// Its messages by id, private ones among them.
    pub messages: BTreeMap<u64, Message>,
    /// The newest message there ever was.
    pub last_message: Option<u64>,
    /// When something was last pinned.
    pub last_pin: Option<DateTime<Utc>>,
    /// When name or topic were changed lately, for the hidden limit.
    pub renames: VecDeque<DateTime<Utc>>,
    /// When old messages were edited lately, for the hidden limit.
    pub old_edits: VecDeque<DateTime<Utc>>,
}

/// What a role or a member is allowed or denied in one channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overwrite {
    /// The role or the member.
    pub id: u64,
    /// 0 for a role, 1 for a member.
    pub kind: u8,
    /// Bits that are allowed.
    pub allow: u64,
    /// Bits that are denied.
    pub deny: u64,
}

impl Channel {
    /// A fresh channel with nothing in it.
    #[must_use]
    pub fn new(id: u64, kind: u8, guild: Option<u64>, name: &str) -> Self {
        Self {
            id,
            kind,
            guild,
            name: name.to_owned(),
            topic: None,
            position: 0,
            parent: None,
            overwrites: Vec::new(),
            nsfw: false,
            slowmode: 0,
            bitrate: 64_000,
            user_limit: 0,
            recipients: Vec::new(),
            messages: BTreeMap::new(),
            last_message: None,
            last_pin: None,
            renames: VecDeque::new(),
            old_edits: VecDeque::new(),
        }
    }

    /// Whether messages can be written here (voice and stage channels have a chat of their own).
    #[must_use]
    pub fn takes_messages(&self) -> bool {
        matches!(self.kind, TEXT | DIRECT | VOICE | ANNOUNCEMENT | STAGE)
    }

    /// Whether people can be in voice here.
    #[must_use]
    pub fn is_voice(&self) -> bool {
        matches!(self.kind, VOICE | STAGE)
    }
}
