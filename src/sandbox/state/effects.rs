//! Everything that can happen to the world, each with the gateway events that Discord sends for it.
//!
//! REST handlers and simulated people share these, so that an effect tells the same story whoever caused it.

mod messages;
mod reactions;
mod servers;
mod voice;

pub use servers::RoleDraft;

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::payload::{channel_json, hidden_channel_json};
use super::{Channel, State};
use crate::sandbox::gateway::{Hub, Outgoing, intents};
use crate::sandbox::permissions;

/// Hands an event to the hub.
pub(super) fn emit(hub: &Hub, name: &'static str, intent: Option<u64>, data: Value) {
    hub.dispatch(Outgoing { name, intent, data });
}

impl State {
    /// The channels of a server that the bot sees.
    fn seen_by_bot(&self, guild: u64, now: DateTime<Utc>) -> BTreeSet<u64> {
        let bot = self.bot();
        let seen = self.channels_of(guild).filter(|channel| permissions::sees(self, channel, bot, now));
        seen.map(|channel| channel.id).collect()
    }

    /// Tells the bot of channels that it has begun or ceased to see.
    fn tell_of_sight(&self, hub: &Hub, now: DateTime<Utc>, guild: u64, before: &BTreeSet<u64>) {
        let after = self.seen_by_bot(guild, now);
        for id in before.symmetric_difference(&after) {
            if let Some(channel) = self.channels.get(id) {
                self.tell_of_channel(hub, now, "CHANNEL_UPDATE", channel);
            }
        }
    }

    /// Tells the bot of a channel, hidden where it is hidden.
    fn tell_of_channel(&self, hub: &Hub, now: DateTime<Utc>, event: &'static str, channel: &Channel) {
        let body = if permissions::sees(self, channel, self.bot(), now) {
            channel_json(self, channel)
        } else {
            hidden_channel_json(channel)
        };
        emit(hub, event, Some(intents::GUILDS), body);
    }

    /// Whether the bot gets the events of a channel.
    fn bot_hears(&self, channel: u64, now: DateTime<Utc>) -> bool {
        self.channels.get(&channel).is_some_and(|found| permissions::sees(self, found, self.bot(), now))
    }

    /// The intent that events about messages of this channel need: one for servers, another for direct messages.
    fn intent_for(&self, channel: u64, in_guild: u64, in_direct: u64) -> u64 {
        let guild = self.channels.get(&channel).and_then(|found| found.guild);
        if guild.is_some() { in_guild } else { in_direct }
    }
}
