//! What happens to messages: they are posted, edited, pinned and deleted.

use chrono::{DateTime, Utc};
use serde_json::json;

use super::emit;
use crate::sandbox::chronicle::What;
use crate::sandbox::gateway::{Hub, intents};
use crate::sandbox::ids::wire;
use crate::sandbox::state::payload::message_event_json;
use crate::sandbox::state::{Message, State};

/// Discord's type of the line "X pinned a message to this channel".
const PINNED_NOTICE: u8 = 6;

impl State {
    /// Posts a message; an id of 0 is replaced by a new one. Returns the id. The channel must exist.
    pub fn post(&mut self, hub: &Hub, now: DateTime<Utc>, mut message: Message) -> u64 {
        if message.id == 0 {
            message.id = self.ids.next(now);
        }
        let (id, place) = (message.id, message.channel);
        let public = message.ephemeral_for.is_none();
        let Some(channel) = self.channels.get_mut(&place) else { return id };
        if public {
            channel.last_message = Some(id);
        }
        channel.messages.insert(id, message);
        self.note(now, place, |state| state.message(place, id).cloned().map(What::Posted));
        self.tell_of_message(hub, now, "MESSAGE_CREATE", place, id);
        // The nonce is echoed once and then forgotten.
        if let Some(message) = self.message_mut(place, id) {
            message.nonce = None;
        }
        id
    }

    /// Changes a message and tells of it. False for an unknown one.
    pub fn edit(
        &mut self,
        hub: &Hub,
        now: DateTime<Utc>,
        channel: u64,
        id: u64,
        change: impl FnOnce(&mut Message),
    ) -> bool {
        let Some(message) = self.message_mut(channel, id) else { return false };
        change(message);
        self.note(now, channel, |state| state.message(channel, id).cloned().map(What::Edited));
        self.tell_of_message(hub, now, "MESSAGE_UPDATE", channel, id);
        true
    }

    /// Deletes a message. False for an unknown one.
    pub fn delete_message(&mut self, hub: &Hub, now: DateTime<Utc>, channel: u64, id: u64) -> bool {
        let Some(message) = self.channels.get_mut(&channel).and_then(|found| found.messages.remove(&id))
        else {
            return false;
        };
        self.note(now, channel, |_| Some(What::Deleted(message.clone())));
        let guild = self.channels[&channel].guild.filter(|_| message.ephemeral_for.is_none());
        if message.ephemeral_for.is_some() || self.bot_hears(channel, now) {
            let mut body = json!({"id": wire(id), "channel_id": wire(channel)});
            if let Some(guild) = guild {
                body["guild_id"] = wire(guild);
            }
            let intent = if guild.is_some() { intents::GUILD_MESSAGES } else { intents::DIRECT_MESSAGES };
            emit(hub, "MESSAGE_DELETE", Some(intent), body);
        }
        if message.pinned_at.is_some() {
            self.tell_of_pins(hub, now, channel);
        }
        true
    }

    /// Deletes several messages at once, with one event.
    pub fn delete_messages(&mut self, hub: &Hub, now: DateTime<Utc>, place: u64, ids: &[u64]) {
        let Some(channel) = self.channels.get_mut(&place) else { return };
        let taken: Vec<Message> = ids.iter().filter_map(|id| channel.messages.remove(id)).collect();
        let guild = channel.guild;
        let gone: Vec<u64> = taken.iter().map(|message| message.id).collect();
        for message in taken {
            self.note(now, place, |_| Some(What::Deleted(message)));
        }
        if gone.is_empty() || !self.bot_hears(place, now) {
            return;
        }
        let body = json!({
            "ids": gone.into_iter().map(wire).collect::<Vec<_>>(),
            "channel_id": wire(place),
            "guild_id": guild.map(wire),
        });
        emit(hub, "MESSAGE_DELETE_BULK", Some(intents::GUILD_MESSAGES), body);
    }

    /// Pins a message, with the notice that Discord posts in the pinner's name. False for an unknown message.
    pub fn pin(&mut self, hub: &Hub, now: DateTime<Utc>, channel: u64, id: u64, by: u64) -> bool {
        let Some(message) = self.message_mut(channel, id) else { return false };
        if message.pinned_at.is_some() {
            return true;
        }
        self.edit(hub, now, channel, id, |message| message.pinned_at = Some(now));
        if let Some(found) = self.channels.get_mut(&channel) {
            found.last_pin = Some(now);
        }
        self.tell_of_pins(hub, now, channel);
        let notice =
            Message { channel, author: by, kind: PINNED_NOTICE, reply_to: Some(id), ..Message::default() };
        self.post(hub, now, notice);
        true
    }

    /// Unpins a message. False for an unknown message.
    pub fn unpin(&mut self, hub: &Hub, now: DateTime<Utc>, channel: u64, id: u64) -> bool {
        let Some(message) = self.message_mut(channel, id) else { return false };
        if message.pinned_at.is_some() {
            self.edit(hub, now, channel, id, |message| message.pinned_at = None);
            self.tell_of_pins(hub, now, channel);
        }
        true
    }

    /// Tells of a message. Private ones go as if they were direct messages, without server and member.
    fn tell_of_message(&self, hub: &Hub, now: DateTime<Utc>, event: &'static str, channel: u64, id: u64) {
        let Some(message) = self.message(channel, id) else { return };
        let private = message.ephemeral_for.is_some();
        if !private && !self.bot_hears(channel, now) {
            return;
        }
        let intent = if private {
            intents::DIRECT_MESSAGES
        } else {
            self.intent_for(channel, intents::GUILD_MESSAGES, intents::DIRECT_MESSAGES)
        };
        emit(hub, event, Some(intent), message_event_json(self, message));
    }
}
