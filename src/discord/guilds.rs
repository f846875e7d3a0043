//! What the gateway says about servers: their roles and channels, hidden ones included. Counting for Discord's limits
//! and for who can read a room uses this, because REST lists leave out what the bot may not see (DISCORD.md, section 15).

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use serenity::all::{ChannelType, Event, Guild, GuildChannel, PartialGuild, PermissionOverwriteType, Role};

use crate::domain::ids::{ChannelId, GuildId, RoleId, UserId};

/// A server as the gateway tells it.
#[derive(Debug, Clone, Default)]
pub struct GuildMirror {
    /// The owner, who sees every channel.
    pub owner: Option<UserId>,
    /// Permissions by role; the one with the server's own id is everybody's.
    pub roles: BTreeMap<RoleId, u64>,
    /// The channels, categories included.
    pub channels: BTreeMap<ChannelId, ChannelMirror>,
    /// Roles that Discord made for a bot, with its account.
    pub bots: BTreeMap<RoleId, UserId>,
    /// The bot's own roles there.
    pub bot_roles: Vec<RoleId>,
}

/// A channel as the gateway tells it.
#[derive(Debug, Clone, Default)]
pub struct ChannelMirror {
    /// Whether it is a category.
    pub category: bool,
    /// The category it stands in.
    pub parent: Option<ChannelId>,
    /// Its name; `___hidden___` where the bot may not look.
    pub name: String,
    /// Role overwrites: allowed and denied bits.
    pub role_overwrites: BTreeMap<RoleId, (u64, u64)>,
    /// Member overwrites: allowed and denied bits.
    pub member_overwrites: BTreeMap<UserId, (u64, u64)>,
}

/// All servers the bot is on.
#[derive(Debug, Default)]
pub struct Guilds {
    known: Mutex<BTreeMap<GuildId, GuildMirror>>,
}

impl Guilds {
    /// Takes in what an event tells, and returns the server on which the bot may do more because of it. Called in the
    /// order in which events arrive.
    pub fn take_in(&self, event: &Event, bot: UserId) -> Option<GuildId> {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let (guild, channel) = match event {
            Event::ChannelUpdate(inner) => (inner.channel.guild_id, Some(ChannelId(inner.channel.id.get()))),
            Event::GuildRoleUpdate(inner) => (inner.role.guild_id, None),
            Event::GuildMemberUpdate(inner) if UserId(inner.user.id.get()) == bot => (inner.guild_id, None),
            _ => {
                note(&mut known, event, bot);
                return None;
            }
        };
        let guild = GuildId(guild.get());
        let may = |known: &BTreeMap<GuildId, GuildMirror>| {
            known.get(&guild).map_or(0, |mirror| match channel {
                Some(channel) => mirror.bot_in(guild, channel, bot),
                None => mirror.bot_on_server(guild),
            })
        };
        let before = may(&known);
        note(&mut known, event, bot);
        (may(&known) & !before != 0).then_some(guild)
    }

    /// The server as it is known now.
    #[must_use]
    pub fn get(&self, guild: GuildId) -> Option<GuildMirror> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner).get(&guild).cloned()
    }

    /// All servers known now.
    #[must_use]
    pub fn all(&self) -> Vec<GuildId> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner).keys().copied().collect()
    }
}

fn note(known: &mut BTreeMap<GuildId, GuildMirror>, event: &Event, bot: UserId) {
    match event {
        Event::GuildCreate(inner) => {
            known.insert(GuildId(inner.guild.id.get()), mirror(&inner.guild, bot));
        }
        Event::GuildUpdate(inner) => {
            if let Some(guild) = known.get_mut(&GuildId(inner.guild.id.get())) {
                guild.owner = Some(UserId(inner.guild.owner_id.get()));
            }
        }
        Event::GuildDelete(inner) if !inner.guild.unavailable => {
            known.remove(&GuildId(inner.guild.id.get()));
        }
        Event::ChannelCreate(inner) => put(known, &inner.channel),
        Event::ChannelUpdate(inner) => put(known, &inner.channel),
        Event::ChannelDelete(inner) => {
            if let Some(guild) = known.get_mut(&GuildId(inner.channel.guild_id.get())) {
                guild.channels.remove(&ChannelId(inner.channel.id.get()));
            }
        }
        Event::GuildRoleCreate(inner) => put_role(known, inner.role.guild_id, &inner.role),
        Event::GuildRoleUpdate(inner) => put_role(known, inner.role.guild_id, &inner.role),
        Event::GuildRoleDelete(inner) => {
            if let Some(guild) = known.get_mut(&GuildId(inner.guild_id.get())) {
                guild.roles.remove(&RoleId(inner.role_id.get()));
                guild.bots.remove(&RoleId(inner.role_id.get()));
            }
        }
        Event::GuildMemberUpdate(inner) if UserId(inner.user.id.get()) == bot => {
            if let Some(guild) = known.get_mut(&GuildId(inner.guild_id.get())) {
                guild.bot_roles = inner.roles.iter().map(|role| RoleId(role.get())).collect();
            }
        }
        _ => {}
    }
}

fn mirror(guild: &Guild, bot: UserId) -> GuildMirror {
    GuildMirror {
        owner: Some(UserId(guild.owner_id.get())),
        roles: guild.roles.values().map(|role| (RoleId(role.id.get()), role.permissions.bits())).collect(),
        channels: guild
            .channels
            .values()
            .map(|channel| (ChannelId(channel.id.get()), channel_mirror(channel)))
            .collect(),
        bots: guild.roles.values().filter_map(bot_of).collect(),
        bot_roles: guild
            .members
            .get(&serenity::all::UserId::new(bot.0.max(1)))
            .map(|member| member.roles.iter().map(|role| RoleId(role.get())).collect())
            .unwrap_or_default(),
    }
}

/// A server as it is read all at once, by one who hears no events.
pub(super) fn read(guild: &PartialGuild, channels: impl IntoIterator<Item = GuildChannel>) -> GuildMirror {
    GuildMirror {
        owner: Some(UserId(guild.owner_id.get())),
        roles: guild.roles.values().map(|role| (RoleId(role.id.get()), role.permissions.bits())).collect(),
        channels: channels
            .into_iter()
            .map(|channel| (ChannelId(channel.id.get()), channel_mirror(&channel)))
            .collect(),
        bots: guild.roles.values().filter_map(bot_of).collect(),
        bot_roles: Vec::new(),
    }
}

fn channel_mirror(channel: &GuildChannel) -> ChannelMirror {
    let mut mirror = ChannelMirror {
        category: channel.kind == ChannelType::Category,
        parent: channel.parent_id.map(|id| ChannelId(id.get())),
        name: channel.name.clone(),
        ..ChannelMirror::default()
    };
    for overwrite in &channel.permission_overwrites {
        let bits = (overwrite.allow.bits(), overwrite.deny.bits());
        match overwrite.kind {
            PermissionOverwriteType::Role(id) => {
                mirror.role_overwrites.insert(RoleId(id.get()), bits);
            }
            PermissionOverwriteType::Member(id) => {
                mirror.member_overwrites.insert(UserId(id.get()), bits);
            }
            _ => {}
        }
    }
    mirror
}

fn put(known: &mut BTreeMap<GuildId, GuildMirror>, channel: &GuildChannel) {
    if let Some(guild) = known.get_mut(&GuildId(channel.guild_id.get())) {
        guild.channels.insert(ChannelId(channel.id.get()), channel_mirror(channel));
    }
}

fn put_role(known: &mut BTreeMap<GuildId, GuildMirror>, guild: serenity::all::GuildId, role: &Role) {
    if let Some(guild) = known.get_mut(&GuildId(guild.get())) {
        guild.roles.insert(RoleId(role.id.get()), role.permissions.bits());
        guild.bots.extend(bot_of(role));
    }
}

/// The account for which Discord made a role.
fn bot_of(role: &Role) -> Option<(RoleId, UserId)> {
    Some((RoleId(role.id.get()), UserId(role.tags.bot_id?.get())))
}
