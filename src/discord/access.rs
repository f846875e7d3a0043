//! What the bot and everybody may do on a server and in a channel, reckoned from what the gateway tells, in Discord's
//! order: everybody, roles, then the channel's overwrites for everybody, roles and the member.

use super::guilds::GuildMirror;
use super::permissions::ADMINISTRATOR;
use crate::domain::ids::{ChannelId, GuildId, RoleId, UserId};

impl GuildMirror {
    /// What the bot may do on the whole server.
    #[must_use]
    pub fn bot_on_server(&self, guild: GuildId) -> u64 {
        let of = |role: &RoleId| self.roles.get(role).copied().unwrap_or_default();
        full(self.bot_roles.iter().map(of).fold(of(&RoleId(guild.0)), |all, bits| all | bits))
    }

    /// What the bot may do in a channel.
    #[must_use]
    pub fn bot_in(&self, guild: GuildId, channel: ChannelId, bot: UserId) -> u64 {
        self.in_channel(channel, guild, self.bot_on_server(guild), &self.bot_roles, Some(bot))
    }

    /// What everybody may do in a channel.
    #[must_use]
    pub fn everyone_in(&self, guild: GuildId, channel: ChannelId) -> u64 {
        let base = self.roles.get(&RoleId(guild.0)).copied().unwrap_or_default();
        self.in_channel(channel, guild, full(base), &[], None)
    }

    /// What somebody with that role and no other may do in a channel.
    #[must_use]
    pub fn role_in(&self, guild: GuildId, channel: ChannelId, role: RoleId) -> u64 {
        let of = |role: RoleId| self.roles.get(&role).copied().unwrap_or_default();
        self.in_channel(channel, guild, full(of(RoleId(guild.0)) | of(role)), &[role], None)
    }

    fn in_channel(
        &self,
        channel: ChannelId,
        guild: GuildId,
        base: u64,
        roles: &[RoleId],
        member: Option<UserId>,
    ) -> u64 {
        if base & ADMINISTRATOR != 0 {
            return u64::MAX;
        }
        let Some(channel) = self.channels.get(&channel) else { return 0 };
        let everybody = RoleId(guild.0);
        let apply = |bits: u64, (allow, deny): (u64, u64)| (bits & !deny) | allow;
        let of = |role: &RoleId| channel.role_overwrites.get(role).copied().unwrap_or_default();
        let bits = apply(base, of(&everybody));
        let of_roles = roles
            .iter()
            .filter(|role| **role != everybody)
            .map(of)
            .fold((0, 0), |(allows, denies), (allow, deny)| (allows | allow, denies | deny));
        let own =
            member.and_then(|member| channel.member_overwrites.get(&member)).copied().unwrap_or_default();
        apply(apply(bits, of_roles), own)
    }
}

/// Administrators may do everything.
const fn full(bits: u64) -> u64 {
    if bits & ADMINISTRATOR == 0 { bits } else { u64::MAX }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::discord::guilds::ChannelMirror;
    use crate::discord::permissions::{SEND_MESSAGES, VIEW_CHANNEL};

    const GUILD: GuildId = GuildId(1);
    const HERE: ChannelId = ChannelId(5);
    const BOT: UserId = UserId(9);

    fn server(everybody: u64, own: u64, channel: ChannelMirror) -> GuildMirror {
        GuildMirror {
            roles: [(RoleId(1), everybody), (RoleId(2), own)].into(),
            channels: [(HERE, channel)].into(),
            bot_roles: vec![RoleId(2)],
            ..GuildMirror::default()
        }
    }

    #[test]
    fn a_channel_is_closed_to_everybody_and_open_to_the_bot_by_its_overwrites() {
        let closed = ChannelMirror {
            role_overwrites: [(RoleId(1), (0, VIEW_CHANNEL)), (RoleId(2), (VIEW_CHANNEL, 0))].into(),
            ..ChannelMirror::default()
        };
        let server = server(VIEW_CHANNEL | SEND_MESSAGES, 0, closed);
        assert_eq!(server.everyone_in(GUILD, HERE) & VIEW_CHANNEL, 0);
        assert_eq!(server.bot_in(GUILD, HERE, BOT), VIEW_CHANNEL | SEND_MESSAGES);
        assert_eq!(server.bot_in(GUILD, ChannelId(6), BOT), 0, "a channel nobody told us of");
    }

    #[test]
    fn the_members_own_overwrite_has_the_last_word_and_administrators_pass_all_of_them() {
        let muted = ChannelMirror {
            member_overwrites: [(BOT, (0, SEND_MESSAGES))].into(),
            ..ChannelMirror::default()
        };
        let bits = VIEW_CHANNEL | SEND_MESSAGES;
        assert_eq!(server(bits, 0, muted.clone()).bot_in(GUILD, HERE, BOT), VIEW_CHANNEL);
        assert_eq!(server(bits, ADMINISTRATOR, muted).bot_in(GUILD, HERE, BOT), u64::MAX);
    }
}
