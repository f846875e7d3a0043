//! Discord's numbers, as far as they are known, in one place that can be changed while the sandbox runs.
//!
//! Numbers without a source at Discord are guesses of the kind that bots report; a test that depends on one sets it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// So many, in so long.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Window {
    /// How many are let through.
    pub limit: u32,
    /// In how many milliseconds of the sandbox's time.
    pub milliseconds: u64,
}

/// Limits and switches of the local Discord.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Whether rate limits answer 429 at all.
    pub rate_limits: bool,
    /// Requests of the bot in any one second (Discord: 50), interaction endpoints exempt.
    pub global: Window,
    /// The limit of each route that has its own, by `METHOD /template`.
    pub routes: BTreeMap<String, Window>,
    /// The limit of every other route.
    pub other_routes: Window,
    /// Changes of a channel's name or topic; hidden, not in the headers.
    pub renames: Window,
    /// Edits of messages older than an hour, per channel; hidden.
    pub old_edits: Window,
    /// Direct messages opened anew; hidden.
    pub new_direct_messages: Window,
    /// For how many milliseconds an enforced nonce is remembered ("the past few minutes").
    pub nonce_window: u64,
    /// Milliseconds in which an interaction must have its first answer.
    pub first_answer: u64,
    /// Milliseconds for which an interaction's token is good.
    pub token_life: u64,
    /// Privileged intents that are switched on, as bits.
    pub privileged_intents: u64,
    /// Channels of a server, categories among them.
    pub max_channels: usize,
    /// Channels in one category.
    pub max_channels_in_category: usize,
    /// Roles of a server, @everyone among them.
    pub max_roles: usize,
    /// Pinned messages of a channel.
    pub max_pins: usize,
    /// Distinct emoji under a message.
    pub max_reactions: usize,
    /// Overwrites of a channel.
    pub max_overwrites: usize,
    /// Bytes of one file.
    pub max_file_bytes: usize,
    /// Commands created anew in a server within a day.
    pub max_command_creations: usize,
}

impl Default for Settings {
    fn default() -> Self {
        let window = |limit, milliseconds| Window { limit, milliseconds };
        let routes = [
            ("POST /channels/{channel_id}/messages", window(5, 5_000)),
            ("PATCH /channels/{channel_id}/messages/{message_id}", window(5, 5_000)),
            ("DELETE /channels/{channel_id}/messages/{message_id}", window(5, 1_000)),
            ("PUT /channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/@me", window(1, 250)),
            ("POST /guilds/{guild_id}/channels", window(10, 10_000)),
            ("PATCH /guilds/{guild_id}/members/{user_id}", window(10, 10_000)),
            ("POST /users/@me/channels", window(10, 10_000)),
        ];
        Self {
            rate_limits: true,
            global: window(50, 1_000),
            routes: routes.into_iter().map(|(route, window)| (route.to_owned(), window)).collect(),
            other_routes: window(10, 1_000),
            renames: window(2, 600_000),
            old_edits: window(3, 6_000),
            new_direct_messages: window(10, 600_000),
            nonce_window: 180_000,
            first_answer: 3_000,
            token_life: 900_000,
            privileged_intents: 0,
            max_channels: 500,
            max_channels_in_category: 50,
            max_roles: 250,
            max_pins: 250,
            max_reactions: 20,
            max_overwrites: 1_000,
            max_file_bytes: 10 * 1024 * 1024,
            max_command_creations: 200,
        }
    }
}
