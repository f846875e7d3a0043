//! Who can really read a room, reckoned from what Discord tells of the server: its owner, roles with Administrator, other
//! bots, whoever was let in besides, and those who could let themselves in. Only outsiders are named (P16). Who holds a
//! role is not known without a privileged intent, so that roles stand for their holders.

use std::collections::BTreeSet;

use super::guilds::GuildMirror;
use super::permissions::{ADMINISTRATOR, MANAGE_CHANNELS, MANAGE_ROLES, VIEW_CHANNEL};
use crate::domain::ids::{ChannelId, GuildId, RoleId, UserId};

/// Who can read a room besides its two people and the bot.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Readers {
    /// The owner of the server, unless it is one of the two.
    pub owner: Option<UserId>,
    /// Roles whose holders see every channel.
    pub administrators: Vec<RoleId>,
    /// Bots that see it, Administrator included.
    pub bots: Vec<UserId>,
    /// Roles that were let in here.
    pub roles: Vec<RoleId>,
    /// People who were let in here.
    pub people: Vec<UserId>,
    /// Roles that may manage channels or roles, and so could let themselves in.
    pub could: Vec<RoleId>,
    /// The list of overwrites is not the one that the bot set: somebody was let in, kept out, or may do other things.
    pub changed: bool,
}

impl Readers {
    /// How many outsiders can read it now, as far as they can be counted: each role and each account is one.
    #[must_use]
    pub fn outsiders(&self) -> usize {
        usize::from(self.owner.is_some()) + self.administrators.len() + self.bots.len() + self.let_in()
    }

    /// How many of them were let in by an overwrite that the bot did not set.
    #[must_use]
    pub fn let_in(&self) -> usize {
        self.roles.len() + self.people.len()
    }
}

impl GuildMirror {
    /// Who can read a room of `two`; `None` while Discord has not told of the channel.
    #[must_use]
    pub fn readers(&self, guild: GuildId, room: ChannelId, bot: UserId, two: [UserId; 2]) -> Option<Readers> {
        let channel = self.channels.get(&room)?;
        let everybody = RoleId(guild.0);
        let mut readers = Readers {
            owner: self.owner.filter(|owner| !two.contains(owner) && *owner != bot),
            ..Readers::default()
        };
        let mut bots = BTreeSet::new();
        for (role, bits) in &self.roles {
            let of = self.bots.get(role).copied();
            // The bot's own role, and those it was given, let nobody else in by themselves.
            if of == Some(bot) {
                continue;
            }
            let sees = self.role_in(guild, room, *role) & VIEW_CHANNEL != 0;
            match (bits & ADMINISTRATOR != 0, sees, of) {
                (true, _, Some(other)) | (_, true, Some(other)) => drop(bots.insert(other)),
                (true, _, None) if *role != everybody => readers.administrators.push(*role),
                (_, true, None) => readers.roles.push(*role),
                _ if bits & (MANAGE_CHANNELS | MANAGE_ROLES) != 0 && of.is_none() => {
                    readers.could.push(*role);
                }
                _ => {}
            }
        }
        let own = [two[0], two[1], bot];
        let let_in = channel.member_overwrites.iter().filter(|(user, (allow, _))| {
            !own.contains(user) && !self.bots.values().any(|bot| bot == *user) && allow & VIEW_CHANNEL != 0
        });
        readers.people = let_in.map(|(user, _)| *user).collect();
        bots.extend(channel.member_overwrites.iter().filter_map(|(user, (allow, _))| {
            (allow & VIEW_CHANNEL != 0 && *user != bot && self.bots.values().any(|one| one == user))
                .then_some(*user)
        }));
        readers.bots = bots.into_iter().collect();
        readers.changed = channel.role_overwrites.keys().any(|role| *role != everybody)
            || channel.member_overwrites.keys().any(|user| !own.contains(user))
            || channel.role_overwrites.get(&everybody).is_none_or(|(_, deny)| deny & VIEW_CHANNEL == 0);
        Some(readers)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::discord::guilds::ChannelMirror;
    use crate::discord::permissions::SEND_MESSAGES;

    const GUILD: GuildId = GuildId(1);
    const ROOM: ChannelId = ChannelId(5);
    const BOT: UserId = UserId(9);
    const TWO: [UserId; 2] = [UserId(21), UserId(22)];

    fn closed() -> ChannelMirror {
        ChannelMirror {
            role_overwrites: [(RoleId(1), (0, VIEW_CHANNEL))].into(),
            member_overwrites: [BOT, TWO[0], TWO[1]]
                .map(|user| (user, (VIEW_CHANNEL | SEND_MESSAGES, 0)))
                .into(),
            ..ChannelMirror::default()
        }
    }

    fn server(roles: &[(u64, u64)], room: ChannelMirror) -> GuildMirror {
        let everybody = (RoleId(1), VIEW_CHANNEL | SEND_MESSAGES);
        GuildMirror {
            owner: Some(UserId(50)),
            roles: roles.iter().map(|(id, bits)| (RoleId(*id), *bits)).chain([everybody]).collect(),
            bots: [(RoleId(90), BOT), (RoleId(91), UserId(91))].into(),
            channels: [(ROOM, room)].into(),
            bot_roles: vec![RoleId(90)],
        }
    }

    fn readers(server: &GuildMirror) -> Readers {
        server.readers(GUILD, ROOM, BOT, TWO).unwrap()
    }

    #[test]
    fn a_closed_room_is_read_by_the_owner_and_administrators_alone() {
        let roles =
            [(2, ADMINISTRATOR), (3, MANAGE_CHANNELS), (4, SEND_MESSAGES), (90, VIEW_CHANNEL | MANAGE_ROLES)];
        let found = readers(&server(&roles, closed()));
        let expected = Readers {
            owner: Some(UserId(50)),
            administrators: vec![RoleId(2)],
            could: vec![RoleId(3)],
            ..Readers::default()
        };
        assert_eq!(found, expected);
        assert_eq!((found.outsiders(), found.let_in()), (2, 0));
    }

    #[test]
    fn whoever_was_let_in_besides_is_named_and_an_owner_in_the_tandem_is_not() {
        let mut room = closed();
        room.role_overwrites.insert(RoleId(4), (VIEW_CHANNEL, 0));
        room.member_overwrites.insert(UserId(70), (VIEW_CHANNEL, 0));
        room.member_overwrites.insert(UserId(71), (0, VIEW_CHANNEL));
        let mut server = server(&[(4, 0), (91, ADMINISTRATOR)], room);
        server.owner = Some(TWO[1]);
        let found = readers(&server);
        assert_eq!(
            (found.owner, found.roles.as_slice(), found.people.as_slice()),
            (None, &[RoleId(4)][..], &[UserId(70)][..])
        );
        assert_eq!(found.bots, [UserId(91)], "another bot with Administrator is named as a bot");
        assert!(found.changed && found.administrators.is_empty());
    }

    #[test]
    fn a_room_that_everybody_may_see_is_said_to_be_one() {
        let mut room = closed();
        room.role_overwrites.clear();
        let found = readers(&server(&[(4, 0)], room));
        assert!(found.roles.contains(&RoleId(1)) && found.changed, "{found:?}");
        assert!(server(&[], closed()).readers(GUILD, ChannelId(6), BOT, TWO).is_none(), "nobody told of it");
    }
}
