//! What happens under messages: reactions come and go.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::emit;
use crate::sandbox::gateway::{Hub, intents};
use crate::sandbox::ids::wire;
use crate::sandbox::state::payload::{emoji_json, member_json};
use crate::sandbox::state::{Emoji, Reaction, State};

impl State {
    /// Adds a user's reaction. False for an unknown message, or when it was there already (then nothing is told).
    pub fn react(
        &mut self,
        hub: &Hub,
        now: DateTime<Utc>,
        place: (u64, u64),
        user: u64,
        emoji: &Emoji,
    ) -> bool {
        let Some(message) = self.message_mut(place.0, place.1) else { return false };
        let author = message.author;
        match message.reactions.iter_mut().find(|reaction| reaction.emoji == *emoji) {
            Some(reaction) if reaction.users.contains(&user) => return false,
            Some(reaction) => reaction.users.push(user),
            None => message.reactions.push(Reaction { emoji: emoji.clone(), users: vec![user] }),
        }
        let mut body = self.reaction_body(place, Some(user), Some(emoji));
        body["message_author_id"] = wire(author);
        body["burst"] = json!(false);
        body["type"] = json!(0);
        if let Some(guild) = self.channels[&place.0].guild.and_then(|id| self.guilds.get(&id))
            && let Some(member) = guild.members.get(&user)
        {
            body["member"] = member_json(self, member);
        }
        self.tell_of_reaction(hub, now, place.0, "MESSAGE_REACTION_ADD", body);
        true
    }

    /// Takes a user's reaction away. False if there was none.
    pub fn unreact(
        &mut self,
        hub: &Hub,
        now: DateTime<Utc>,
        place: (u64, u64),
        user: u64,
        emoji: &Emoji,
    ) -> bool {
        let Some(message) = self.message_mut(place.0, place.1) else { return false };
        let Some(reaction) = message.reactions.iter_mut().find(|reaction| reaction.emoji == *emoji) else {
            return false;
        };
        let before = reaction.users.len();
        reaction.users.retain(|who| *who != user);
        let gone = reaction.users.len() < before;
        message.reactions.retain(|reaction| !reaction.users.is_empty());
        if gone {
            let mut body = self.reaction_body(place, Some(user), Some(emoji));
            body["burst"] = json!(false);
            body["type"] = json!(0);
            self.tell_of_reaction(hub, now, place.0, "MESSAGE_REACTION_REMOVE", body);
        }
        gone
    }

    /// Takes all reactions of a message away, or all of one emoji. False for an unknown message.
    pub fn clear_reactions(
        &mut self,
        hub: &Hub,
        now: DateTime<Utc>,
        place: (u64, u64),
        emoji: Option<&Emoji>,
    ) -> bool {
        let Some(message) = self.message_mut(place.0, place.1) else { return false };
        message.reactions.retain(|reaction| emoji.is_some_and(|emoji| reaction.emoji != *emoji));
        let body = self.reaction_body(place, None, emoji);
        let event =
            if emoji.is_some() { "MESSAGE_REACTION_REMOVE_EMOJI" } else { "MESSAGE_REACTION_REMOVE_ALL" };
        self.tell_of_reaction(hub, now, place.0, event, body);
        true
    }

    fn reaction_body(&self, place: (u64, u64), user: Option<u64>, emoji: Option<&Emoji>) -> Value {
        let mut body = json!({"channel_id": wire(place.0), "message_id": wire(place.1)});
        if let Some(user) = user {
            body["user_id"] = wire(user);
        }
        if let Some(emoji) = emoji {
            body["emoji"] = emoji_json(emoji);
        }
        if let Some(guild) = self.channels.get(&place.0).and_then(|channel| channel.guild) {
            body["guild_id"] = wire(guild);
        }
        body
    }

    fn tell_of_reaction(
        &self,
        hub: &Hub,
        now: DateTime<Utc>,
        channel: u64,
        event: &'static str,
        body: Value,
    ) {
        if self.bot_hears(channel, now) {
            let intent =
                self.intent_for(channel, intents::GUILD_MESSAGE_REACTIONS, intents::DIRECT_MESSAGE_REACTIONS);
            emit(hub, event, Some(intent), body);
        }
    }
}
