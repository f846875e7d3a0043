//! What happens to servers: people, roles, members and channels come, change and go.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use serde_json::json;

use super::emit;
use crate::sandbox::chronicle::What;
use crate::sandbox::gateway::{Hub, intents};
use crate::sandbox::ids::{stamp, wire};
use crate::sandbox::permissions::EVERYONE_DEFAULT;
use crate::sandbox::state::payload::{
    channel_json, guild_create_json, hidden_channel_json, member_json, role_json, user_by_id,
};
use crate::sandbox::state::{Channel, Guild, Member, Role, State, User, channel};

/// What a new role is to be.
#[derive(Clone, Debug, Default)]
pub struct RoleDraft {
    /// Its name.
    pub name: String,
    /// What it allows.
    pub permissions: u64,
    /// Colour as 0xRRGGBB.
    pub color: u32,
    /// Shown apart in the member list.
    pub hoist: bool,
    /// Whether everybody may mention it.
    pub mentionable: bool,
    /// The bot whose own role it is.
    pub of_bot: Option<u64>,
}

impl State {
    /// Adds a user account; an id of 0 is replaced by a new one. Returns the id.
    pub fn add_user(&mut self, now: DateTime<Utc>, mut user: User) -> u64 {
        if user.id == 0 {
            user.id = self.ids.next(now);
        }
        let id = user.id;
        self.users.insert(id, user);
        id
    }

    /// Opens a server with its owner as the only member.
    pub fn add_guild(&mut self, now: DateTime<Utc>, name: &str, owner: u64, locale: &str) -> u64 {
        let id = self.ids.next(now);
        let everyone = Role {
            id,
            name: "@everyone".to_owned(),
            permissions: EVERYONE_DEFAULT,
            position: 0,
            color: 0,
            hoist: false,
            mentionable: false,
            of_bot: None,
        };
        let guild = Guild {
            id,
            name: name.to_owned(),
            owner,
            locale: locale.to_owned(),
            roles: BTreeMap::from([(id, everyone)]),
            members: BTreeMap::from([(owner, new_member(owner, now))]),
            voice: BTreeMap::new(),
        };
        self.guilds.insert(id, guild);
        id
    }

    /// Adds a role just above @everyone, below all others, as Discord does. Nothing for an unknown server.
    pub fn add_role(&mut self, hub: &Hub, now: DateTime<Utc>, guild: u64, draft: RoleDraft) -> Option<u64> {
        self.guilds.get(&guild)?;
        let id = self.ids.next(now);
        let found = self.guilds.get_mut(&guild)?;
        for role in found.roles.values_mut().filter(|role| role.position > 0) {
            role.position += 1;
        }
        let role = Role {
            id,
            name: draft.name,
            permissions: draft.permissions,
            position: 1,
            color: draft.color,
            hoist: draft.hoist,
            mentionable: draft.mentionable,
            of_bot: draft.of_bot,
        };
        let body = json!({"guild_id": wire(guild), "role": role_json(&role)});
        found.roles.insert(id, role);
        emit(hub, "GUILD_ROLE_CREATE", Some(intents::GUILDS), body);
        Some(id)
    }

    /// Changes a role and tells of channels that the bot sees anew or no longer. False for an unknown role.
    pub fn change_role(
        &mut self,
        hub: &Hub,
        now: DateTime<Utc>,
        guild: u64,
        role: u64,
        change: impl FnOnce(&mut Role),
    ) -> bool {
        let before = self.seen_by_bot(guild, now);
        let Some(found) = self.guilds.get_mut(&guild).and_then(|guild| guild.roles.get_mut(&role)) else {
            return false;
        };
        change(found);
        let body = json!({"guild_id": wire(guild), "role": role_json(found)});
        emit(hub, "GUILD_ROLE_UPDATE", Some(intents::GUILDS), body);
        self.tell_of_sight(hub, now, guild, &before);
        true
    }

    /// Deletes a role, from its members and from overwrites as well. False for an unknown role and for @everyone.
    pub fn delete_role(&mut self, hub: &Hub, now: DateTime<Utc>, guild: u64, role: u64) -> bool {
        let before = self.seen_by_bot(guild, now);
        let Some(found) = self.guilds.get_mut(&guild) else { return false };
        if role == guild || found.roles.remove(&role).is_none() {
            return false;
        }
        for member in found.members.values_mut() {
            member.roles.remove(&role);
        }
        for channel in self.channels.values_mut().filter(|channel| channel.guild == Some(guild)) {
            channel.overwrites.retain(|over| over.id != role);
        }
        let body = json!({"guild_id": wire(guild), "role_id": wire(role)});
        emit(hub, "GUILD_ROLE_DELETE", Some(intents::GUILDS), body);
        self.tell_of_sight(hub, now, guild, &before);
        true
    }

    /// Lets a user join a server; for the bot itself this is `GUILD_CREATE`. False if there is no such server, or no change.
    pub fn add_member(&mut self, hub: &Hub, now: DateTime<Utc>, guild: u64, user: u64) -> bool {
        let Some(found) = self.guilds.get_mut(&guild) else { return false };
        if found.members.contains_key(&user) {
            return false;
        }
        found.members.insert(user, new_member(user, now));
        let found = &self.guilds[&guild];
        if user == self.bot() {
            emit(hub, "GUILD_CREATE", Some(intents::GUILDS), guild_create_json(self, found, false, now));
        } else {
            let mut body = member_json(self, &found.members[&user]);
            body["guild_id"] = wire(guild);
            emit(hub, "GUILD_MEMBER_ADD", Some(intents::GUILD_MEMBERS), body);
        }
        true
    }

    /// Lets a member leave: out of voice first; their own overwrites stay, as at Discord they do. False if not a member.
    pub fn remove_member(&mut self, hub: &Hub, now: DateTime<Utc>, guild: u64, user: u64) -> bool {
        self.move_voice(hub, now, guild, user, None);
        let Some(found) = self.guilds.get_mut(&guild) else { return false };
        if found.members.remove(&user).is_none() {
            return false;
        }
        if user == self.bot() {
            emit(hub, "GUILD_DELETE", Some(intents::GUILDS), json!({"id": wire(guild)}));
        } else {
            let body = json!({"guild_id": wire(guild), "user": user_by_id(self, user)});
            emit(hub, "GUILD_MEMBER_REMOVE", Some(intents::GUILD_MEMBERS), body);
        }
        true
    }

    /// Changes a member. The bot hears of itself without any intent, of others only with `GUILD_MEMBERS`.
    pub fn change_member(
        &mut self,
        hub: &Hub,
        now: DateTime<Utc>,
        guild: u64,
        user: u64,
        change: impl FnOnce(&mut Member),
    ) -> bool {
        let before = self.seen_by_bot(guild, now);
        let Some(found) = self.guilds.get_mut(&guild).and_then(|guild| guild.members.get_mut(&user)) else {
            return false;
        };
        change(found);
        let mut body = member_json(self, &self.guilds[&guild].members[&user]);
        body["guild_id"] = wire(guild);
        let own = user == self.bot();
        emit(hub, "GUILD_MEMBER_UPDATE", if own { None } else { Some(intents::GUILD_MEMBERS) }, body);
        if own {
            self.tell_of_sight(hub, now, guild, &before);
        }
        true
    }

    /// Adds a channel; an id of 0 is replaced by a new one. Returns the id.
    pub fn add_channel(&mut self, hub: &Hub, now: DateTime<Utc>, mut channel: Channel) -> u64 {
        if channel.id == 0 {
            channel.id = self.ids.next(now);
        }
        let id = channel.id;
        self.channels.insert(id, channel);
        self.note(now, id, |state| state.channel_alone(id));
        self.tell_of_channel(hub, now, "CHANNEL_CREATE", &self.channels[&id]);
        id
    }

    /// A channel as it is, without its messages.
    fn channel_alone(&self, id: u64) -> Option<What> {
        let channel = self.channels.get(&id)?;
        let mut alone = Channel::new(channel.id, channel.kind, channel.guild, &channel.name);
        alone.overwrites.clone_from(&channel.overwrites);
        alone.topic.clone_from(&channel.topic);
        alone.parent = channel.parent;
        Some(What::Channel(alone))
    }

    /// The place after all channels of a server.
    #[must_use]
    pub fn last_position(&self, guild: u64) -> u32 {
        self.channels_of(guild).map(|channel| channel.position + 1).max().unwrap_or(0)
    }

    /// Changes a channel. False for an unknown one.
    pub fn change_channel(
        &mut self,
        hub: &Hub,
        now: DateTime<Utc>,
        id: u64,
        change: impl FnOnce(&mut Channel),
    ) -> bool {
        let Some(channel) = self.channels.get_mut(&id) else { return false };
        change(channel);
        self.note(now, id, |state| state.channel_alone(id));
        self.tell_of_channel(hub, now, "CHANNEL_UPDATE", &self.channels[&id]);
        true
    }

    /// Deletes a channel for good; the channels of a category stay behind without one. False for an unknown one.
    pub fn delete_channel(&mut self, hub: &Hub, now: DateTime<Utc>, id: u64) -> bool {
        let Some(channel) = self.channels.get(&id) else { return false };
        let seen = self.bot_hears(id, now);
        let body = if seen { channel_json(self, channel) } else { hidden_channel_json(channel) };
        let (kind, guild) = (channel.kind, channel.guild);
        let in_voice: Vec<u64> = guild
            .and_then(|guild| self.guilds.get(&guild))
            .map(|found| {
                found.voice.values().filter(|voice| voice.channel == id).map(|voice| voice.user).collect()
            })
            .unwrap_or_default();
        if let Some(guild) = guild {
            for user in in_voice {
                self.move_voice(hub, now, guild, user, None);
            }
        }
        self.channels.remove(&id);
        self.note(now, id, |_| Some(What::ChannelGone));
        emit(hub, "CHANNEL_DELETE", Some(intents::GUILDS), body);
        if kind == channel::CATEGORY {
            let orphans: Vec<u64> = self
                .channels
                .values()
                .filter(|found| found.parent == Some(id))
                .map(|found| found.id)
                .collect();
            for orphan in orphans {
                self.change_channel(hub, now, orphan, |channel| channel.parent = None);
            }
        }
        true
    }

    /// The bot's direct messages with a user, opened if need be.
    pub fn direct_channel(&mut self, now: DateTime<Utc>, user: u64) -> u64 {
        if let Some(found) = self.find_direct_channel(user) {
            return found;
        }
        let id = self.ids.next(now);
        let mut channel = Channel::new(id, channel::DIRECT, None, "");
        channel.recipients = vec![self.bot(), user];
        self.channels.insert(id, channel);
        id
    }

    /// The bot's direct messages with a user, if they were ever opened.
    #[must_use]
    pub fn find_direct_channel(&self, user: u64) -> Option<u64> {
        let mut direct = self.channels.values().filter(|channel| channel.kind == channel::DIRECT);
        direct.find(|channel| channel.recipients.contains(&user)).map(|channel| channel.id)
    }

    /// Whether a user shares a server with the bot.
    #[must_use]
    pub fn shares_guild(&self, user: u64) -> bool {
        let bot = self.bot();
        self.guilds
            .values()
            .any(|guild| guild.members.contains_key(&user) && guild.members.contains_key(&bot))
    }

    /// Tells that somebody is typing.
    pub fn tell_of_typing(&self, hub: &Hub, now: DateTime<Utc>, channel: u64, user: u64) {
        if !self.bot_hears(channel, now) {
            return;
        }
        let intent = self.intent_for(channel, intents::GUILD_MESSAGE_TYPING, intents::DIRECT_MESSAGE_TYPING);
        let guild = self.channels.get(&channel).and_then(|found| found.guild);
        let mut body =
            json!({"channel_id": wire(channel), "user_id": wire(user), "timestamp": now.timestamp()});
        if let Some(found) = guild.and_then(|id| self.guilds.get(&id)) {
            body["guild_id"] = wire(found.id);
            body["member"] = json!(found.members.get(&user).map(|member| member_json(self, member)));
        }
        emit(hub, "TYPING_START", Some(intent), body);
    }

    /// Tells that the pins of a channel have changed.
    pub(super) fn tell_of_pins(&self, hub: &Hub, now: DateTime<Utc>, id: u64) {
        let Some(channel) = self.channels.get(&id).filter(|_| self.bot_hears(id, now)) else { return };
        let mut body = json!({"channel_id": wire(id), "last_pin_timestamp": channel.last_pin.map(stamp)});
        if let Some(guild) = channel.guild {
            body["guild_id"] = wire(guild);
        }
        let intent = self.intent_for(id, intents::GUILDS, intents::DIRECT_MESSAGES);
        emit(hub, "CHANNEL_PINS_UPDATE", Some(intent), body);
    }
}

fn new_member(user: u64, now: DateTime<Utc>) -> Member {
    Member {
        user,
        nick: None,
        roles: BTreeSet::new(),
        joined_at: now,
        timed_out_until: None,
        mute: false,
        deaf: false,
    }
}
