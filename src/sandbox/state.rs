//! The world as Discord would have it in its database: servers, people, channels, messages, commands, interactions.
//!
//! Whoever changes it holds the lock of `Shared::state` and tells the gateway's hub in the same breath.

pub mod channel;
pub mod effects;
pub mod guild;
pub mod interaction;
pub mod message;
pub mod payload;
pub mod settings;
pub mod user;

use std::collections::{BTreeMap, VecDeque};

use chrono::{DateTime, Utc};
use serde_json::Value;

pub use channel::{Channel, Overwrite};
pub use guild::{Guild, Member, Role, VoiceState};
pub use interaction::{Interaction, Stage};
pub use message::{Attachment, Emoji, Message, Reaction};
pub use settings::Settings;
pub use user::User;

use super::chronicle::Chronicle;
use super::ids::Ids;

/// Everything there is. Maps are ordered, so that equal runs list equally.
#[derive(Debug, Default)]
pub struct State {
    /// Limits and switches that can be changed while it runs.
    pub settings: Settings,
    /// The source of every id.
    pub ids: Ids,
    /// Where it listens (`http://127.0.0.1:PORT`), for the addresses of attachments.
    pub base: String,
    /// The one application.
    pub application: Application,
    /// People and bots by id.
    pub users: BTreeMap<u64, User>,
    /// Servers by id.
    pub guilds: BTreeMap<u64, Guild>,
    /// Channels by id, direct messages among them.
    pub channels: BTreeMap<u64, Channel>,
    /// Registered commands by id.
    pub commands: BTreeMap<u64, Command>,
    /// What administrators have changed about who may use which command, by server, as Discord tells it.
    pub command_permissions: BTreeMap<u64, serde_json::Value>,
    /// Interactions by id; kept for good, so that a late answer can be refused for the right reason.
    pub interactions: BTreeMap<u64, Interaction>,
    /// Nonces that were enforced lately, oldest first.
    pub nonces: VecDeque<Nonce>,
    /// Files that people put into options of commands, by id.
    pub uploads: BTreeMap<u64, Attachment>,
    /// Moments at which direct messages were opened anew, for their hidden limit.
    pub direct_openings: VecDeque<DateTime<Utc>>,
    /// What ever happened, if anybody asked to know.
    pub chronicle: Chronicle,
    /// Moments at which commands were created anew, by server, for the limit of a day.
    pub command_creations: BTreeMap<u64, VecDeque<DateTime<Utc>>>,
}

/// The one application and its bot.
#[derive(Clone, Debug, Default)]
pub struct Application {
    /// The application's id, which is the bot user's as well.
    pub id: u64,
    /// Its name.
    pub name: String,
    /// The bot's token, as it stands behind `Bot `.
    pub token: String,
    /// The person who owns the application.
    pub owner: u64,
}

/// A registered application command.
#[derive(Clone, Debug)]
pub struct Command {
    /// Its id.
    pub id: u64,
    /// The server it is registered in; without one it is global.
    pub guild: Option<u64>,
    /// The command object as GET gives it, with full localization dictionaries.
    pub body: Value,
}

/// An enforced nonce that was used.
#[derive(Clone, Debug)]
pub struct Nonce {
    /// Who sent the message.
    pub author: u64,
    /// Where.
    pub channel: u64,
    /// The nonce as text.
    pub nonce: String,
    /// The message that was made.
    pub message: u64,
    /// When.
    pub at: DateTime<Utc>,
}

impl State {
    /// The bot's user id.
    #[must_use]
    pub fn bot(&self) -> u64 {
        self.application.id
    }

    /// A message by its place.
    #[must_use]
    pub fn message(&self, channel: u64, message: u64) -> Option<&Message> {
        self.channels.get(&channel)?.messages.get(&message)
    }

    /// A message by its place, to be changed.
    pub fn message_mut(&mut self, channel: u64, message: u64) -> Option<&mut Message> {
        self.channels.get_mut(&channel)?.messages.get_mut(&message)
    }

    /// The channels of a server by id, without direct messages.
    pub fn channels_of(&self, guild: u64) -> impl Iterator<Item = &Channel> {
        self.channels.values().filter(move |channel| channel.guild == Some(guild))
    }
}
