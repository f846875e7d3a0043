//! The hand of an administrator: makes servers, people, roles and channels, and changes them as somebody with the
//! right to do so would in Discord's client. Nothing is refused here but what does not exist.

use serde::{Deserialize, Serialize};

use super::{
    people::Newcomer,
    shared::Shared,
    snowflake,
    state::{Channel, Member, Overwrite, Role, Settings, User, effects::RoleDraft},
};

/// A role to be made.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewRole {
    /// Its name.
    pub name: String,
    /// What it allows, as bits.
    #[serde(default, with = "snowflake")]
    pub permissions: u64,
    /// Whether everybody may mention it.
    #[serde(default)]
    pub mentionable: bool,
}

/// A channel to be made.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewChannel {
    /// Its name.
    pub name: String,
    /// Discord's channel type: 0 text, 2 voice, 4 category, 5 announcements, 13 stage.
    #[serde(default, rename = "type")]
    pub kind: u8,
    /// Its topic.
    #[serde(default)]
    pub topic: Option<String>,
    /// The category it stands in.
    #[serde(default, rename = "parent_id", with = "snowflake::maybe")]
    pub parent: Option<u64>,
    /// Who is allowed or denied what.
    #[serde(default, rename = "permission_overwrites", with = "wire_overwrites")]
    pub overwrites: Vec<Overwrite>,
}

impl NewChannel {
    /// A channel of that type and name, without anything else.
    #[must_use]
    pub fn of(kind: u8, name: &str) -> Self {
        Self { name: name.to_owned(), kind, ..Self::default() }
    }
}

impl Shared {
    /// Makes a person; nobody is a member of anything yet. Returns the id.
    pub fn add_person(&self, newcomer: Newcomer) -> u64 {
        let display_name = newcomer.display_name.unwrap_or_else(|| newcomer.name.clone());
        let user = User {
            id: 0,
            name: newcomer.name,
            display_name,
            bot: newcomer.bot,
            locale: newcomer.locale,
            takes_direct_messages: true,
        };
        let id = self.world().add_user(self.clock.now(), user);
        self.hub.bump();
        id
    }

    /// Makes a server of which only its owner is a member. Returns the id.
    pub fn add_guild(&self, name: &str, owner: u64, locale: &str) -> u64 {
        let id = self.world().add_guild(self.clock.now(), name, owner, locale);
        self.hub.bump();
        id
    }

    /// Adds the bot to a server, as an invitation link with these permissions would, with a role of its own.
    /// `None` for an unknown server.
    pub fn invite_bot(&self, guild: u64, permissions: u64) -> Option<u64> {
        let now = self.clock.now();
        let mut state = self.world();
        let bot = state.bot();
        let name = state.application.name.clone();
        let draft = RoleDraft { name, permissions, of_bot: Some(bot), ..RoleDraft::default() };
        let role = state.add_role(&self.hub, now, guild, draft)?;
        // The bot hears of the server when all is in place, as it does after a real invitation.
        state.add_member(&self.hub, now, guild, bot);
        state.change_member(&self.hub, now, guild, bot, |member| {
            member.roles.insert(role);
        });
        Some(role)
    }

    /// Makes a role just above @everyone. `None` for an unknown server.
    pub fn add_role(&self, guild: u64, role: NewRole) -> Option<u64> {
        let NewRole { name, permissions, mentionable } = role;
        let draft = RoleDraft { name, permissions, mentionable, ..RoleDraft::default() };
        self.world().add_role(&self.hub, self.clock.now(), guild, draft)
    }

    /// Changes a role, its position included. `false` for an unknown one.
    pub fn change_role(&self, guild: u64, role: u64, change: impl FnOnce(&mut Role)) -> bool {
        self.world().change_role(&self.hub, self.clock.now(), guild, role, change)
    }

    /// Deletes a role. `false` for an unknown one.
    pub fn delete_role(&self, guild: u64, role: u64) -> bool {
        self.world().delete_role(&self.hub, self.clock.now(), guild, role)
    }

    /// Makes a channel at the end of the list. `None` for an unknown server.
    pub fn add_channel(&self, guild: u64, new: NewChannel) -> Option<u64> {
        let mut state = self.world();
        state.guilds.get(&guild)?;
        let mut channel = Channel::new(0, new.kind, Some(guild), &new.name);
        channel.topic = new.topic;
        channel.parent = new.parent;
        channel.overwrites = new.overwrites;
        channel.position = state.last_position(guild);
        Some(state.add_channel(&self.hub, self.clock.now(), channel))
    }

    /// Changes a channel, its overwrites included. `false` for an unknown one.
    pub fn change_channel(&self, channel: u64, change: impl FnOnce(&mut Channel)) -> bool {
        self.world().change_channel(&self.hub, self.clock.now(), channel, change)
    }

    /// Deletes a channel. `false` for an unknown one.
    pub fn delete_channel(&self, channel: u64) -> bool {
        self.world().delete_channel(&self.hub, self.clock.now(), channel)
    }

    /// Lets somebody join a server. `false` when nothing changes.
    pub fn add_member(&self, guild: u64, person: u64) -> bool {
        self.world().add_member(&self.hub, self.clock.now(), guild, person)
    }

    /// Takes somebody out of a server, the bot included. `false` for somebody who is not in it.
    pub fn remove_member(&self, guild: u64, person: u64) -> bool {
        self.world().remove_member(&self.hub, self.clock.now(), guild, person)
    }

    /// Changes a member: nickname, time-out and so on. `false` for somebody who is not in the server.
    pub fn change_member(&self, guild: u64, person: u64, change: impl FnOnce(&mut Member)) -> bool {
        self.world().change_member(&self.hub, self.clock.now(), guild, person, change)
    }

    /// Gives a member a role. `false` when either is unknown.
    pub fn give_role(&self, guild: u64, person: u64, role: u64) -> bool {
        let known = self.world().guilds.get(&guild).is_some_and(|guild| guild.roles.contains_key(&role));
        known
            && self.change_member(guild, person, |member| {
                member.roles.insert(role);
            })
    }

    /// Takes a role from a member. `false` for somebody who is not in the server.
    pub fn remove_role(&self, guild: u64, person: u64, role: u64) -> bool {
        self.change_member(guild, person, |member| {
            member.roles.remove(&role);
        })
    }

    /// The direct messages between a person and the bot, opened if need be. Opening them from the person's side sends
    /// nothing. Returns the channel's id.
    pub fn direct_channel(&self, person: u64) -> u64 {
        self.world().direct_channel(self.clock.now(), person)
    }

    /// Changes limits and switches.
    pub fn change_settings(&self, change: impl FnOnce(&mut Settings)) {
        change(&mut self.world().settings);
        self.hub.bump();
    }
}

/// Overwrites as Discord writes them.
pub(super) mod wire_overwrites {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use crate::sandbox::{snowflake, state::Overwrite};

    #[derive(Serialize, Deserialize)]
    struct Wire {
        #[serde(with = "snowflake")]
        id: u64,
        #[serde(rename = "type")]
        kind: u8,
        #[serde(default, with = "snowflake")]
        allow: u64,
        #[serde(default, with = "snowflake")]
        deny: u64,
    }

    pub fn serialize<S: Serializer>(overwrites: &[Overwrite], to: S) -> Result<S::Ok, S::Error> {
        let wire =
            |over: &Overwrite| Wire { id: over.id, kind: over.kind, allow: over.allow, deny: over.deny };
        overwrites.iter().map(wire).collect::<Vec<_>>().serialize(to)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Overwrite>, D::Error> {
        let wire = Vec::<Wire>::deserialize(from)?;
        let plain =
            |over: Wire| Overwrite { id: over.id, kind: over.kind, allow: over.allow, deny: over.deny };
        Ok(wire.into_iter().map(plain).collect())
    }

    /// The same for a list that may be absent.
    pub mod maybe {
        use serde::Deserializer;

        use crate::sandbox::state::Overwrite;

        /// Reads overwrites; called only where the field is there.
        pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Vec<Overwrite>>, D::Error> {
            super::deserialize(from).map(Some)
        }
    }
}
