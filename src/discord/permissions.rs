//! Every permission the bot needs, in one table, each with its reason (D17). The invitation link, the checks of
//! `/setup` and `tandem check`, and the overwrites of rooms come from here and from nowhere else. Bits are Discord's
//! own (`topics/permissions`); serenity 0.12 does not know all of them, so they are plain numbers.

use serde_json::{Value, json};

use crate::domain::ids::{GuildId, RoleId, UserId};
use crate::domain::person::is_gone;

/// See a channel.
pub const VIEW_CHANNEL: u64 = 1 << 10;
/// Write in it.
pub const SEND_MESSAGES: u64 = 1 << 11;
/// Change what belongs to the server.
pub const MANAGE_GUILD: u64 = 1 << 5;
/// Everything; nothing can keep its holders out.
pub const ADMINISTRATOR: u64 = 1 << 3;
/// Change channels.
pub const MANAGE_CHANNELS: u64 = 1 << 4;
/// Change who may do what in a channel.
pub const MANAGE_ROLES: u64 = 1 << 28;
const ADD_REACTIONS: u64 = 1 << 6;
/// Take other people's reactions and messages away.
pub const MANAGE_MESSAGES: u64 = 1 << 13;
const EMBED_LINKS: u64 = 1 << 14;
const ATTACH_FILES: u64 = 1 << 15;
const READ_MESSAGE_HISTORY: u64 = 1 << 16;
/// Come into a voice channel.
pub const CONNECT: u64 = 1 << 20;
/// Move people between voice channels.
pub const MOVE_MEMBERS: u64 = 1 << 24;
const USE_APPLICATION_COMMANDS: u64 = 1 << 31;
/// Pin messages.
pub const PIN_MESSAGES: u64 = 1 << 51;

/// A permission the bot asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Need {
    /// Discord's bit.
    pub bit: u64,
    /// Its name in the catalogues: `permission-<name>`, and `permission-<name>-why`.
    pub name: &'static str,
    /// Whether the bot gives it to itself in each room (the others it needs on the whole server only).
    pub in_room: bool,
}

const fn need(bit: u64, name: &'static str, in_room: bool) -> Need {
    Need { bit, name, in_room }
}

/// All of them. None is Administrator.
pub const NEEDS: [Need; 13] = [
    need(VIEW_CHANNEL, "view-channel", true),
    need(SEND_MESSAGES, "send-messages", true),
    need(EMBED_LINKS, "embed-links", true),
    need(ATTACH_FILES, "attach-files", true),
    need(READ_MESSAGE_HISTORY, "read-message-history", true),
    need(ADD_REACTIONS, "add-reactions", true),
    need(MANAGE_MESSAGES, "manage-messages", true),
    // Serenity cannot tell whether the bot holds it: named in an overwrite, its lack would keep every room from opening.
    need(PIN_MESSAGES, "pin-messages", false),
    // Discord lets nobody give what they do not hold: the two of a room need it for commands there.
    need(USE_APPLICATION_COMMANDS, "use-application-commands", true),
    need(MANAGE_CHANNELS, "manage-channels", false),
    need(MANAGE_ROLES, "manage-roles", false),
    need(CONNECT, "connect", false),
    need(MOVE_MEMBERS, "move-members", false),
];

/// All bits the bot asks for in its invitation.
#[must_use]
pub fn invited() -> u64 {
    NEEDS.iter().map(|need| need.bit).fold(0, |all, bit| all | bit)
}

/// What the bot lacks of them.
#[must_use]
pub fn missing(held: u64) -> Vec<Need> {
    if held & ADMINISTRATOR != 0 {
        return Vec::new();
    }
    NEEDS.into_iter().filter(|need| held & need.bit == 0).collect()
}

/// The address that invites the bot with exactly these permissions.
#[must_use]
pub fn invitation(application: u64) -> String {
    format!(
        "https://discord.com/oauth2/authorize?client_id={application}&scope=bot+applications.commands&permissions={}",
        invited()
    )
}

/// What the two may do in their room. No MANAGE_ bit is among them.
const MEMBER: u64 = VIEW_CHANNEL
    | SEND_MESSAGES
    | EMBED_LINKS
    | ATTACH_FILES
    | READ_MESSAGE_HISTORY
    | ADD_REACTIONS
    | USE_APPLICATION_COMMANDS;

/// How far a room is open to its two people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// They read and write.
    Open,
    /// They read (D2, first step).
    ReadOnly,
    /// They no longer see it (D2, second step).
    Hidden,
}

/// The whole overwrite list of a room, in a fixed order: everybody, the bot, the two by their ids.
#[must_use]
pub fn room_overwrites(guild: GuildId, bot: UserId, two: [UserId; 2], access: Access) -> Value {
    let mut list = vec![overwrite(0, guild.0, 0, VIEW_CHANNEL), own(bot)];
    let mut two = two;
    two.sort_unstable();
    // Nobody stands where somebody was erased.
    for user in two.into_iter().filter(|user| !is_gone(*user)) {
        list.push(match access {
            Access::Open => overwrite(1, user.0, MEMBER, 0),
            Access::ReadOnly => overwrite(
                1,
                user.0,
                VIEW_CHANNEL | READ_MESSAGE_HISTORY | USE_APPLICATION_COMMANDS,
                SEND_MESSAGES | ADD_REACTIONS,
            ),
            Access::Hidden => overwrite(1, user.0, 0, VIEW_CHANNEL),
        });
    }
    list.into()
}

/// What people do in the mentors' lounge once they see it.
const IN_LOUNGE: u64 = SEND_MESSAGES | EMBED_LINKS | ATTACH_FILES | READ_MESSAGE_HISTORY | ADD_REACTIONS;

/// The overwrites with which the mentors' lounge is made: everybody, the bot, and the coach's role where there is one.
#[must_use]
pub fn lounge_overwrites(guild: GuildId, bot: UserId, coach: Option<RoleId>) -> Value {
    let mut list = vec![overwrite(0, guild.0, IN_LOUNGE, VIEW_CHANNEL), own(bot)];
    list.extend(coach.map(|role| overwrite(0, role.0, VIEW_CHANNEL, 0)));
    list.into()
}

/// Everybody's overwrite of the lounge: it hides it, and lets those who see it write, as long as it is open.
#[must_use]
pub fn lounge_everybody(open: bool) -> Value {
    let (allow, deny) = if open {
        (IN_LOUNGE, VIEW_CHANNEL)
    } else {
        (READ_MESSAGE_HISTORY, VIEW_CHANNEL | SEND_MESSAGES | ADD_REACTIONS)
    };
    json!({ "type": 0, "allow": allow.to_string(), "deny": deny.to_string() })
}

/// A role's overwrite of the lounge: those who have it see it, or no longer.
#[must_use]
pub fn lounge_role(inside: bool) -> Value {
    let allow = if inside { VIEW_CHANNEL } else { 0 };
    json!({ "type": 0, "allow": allow.to_string(), "deny": "0" })
}

/// A mentor's overwrite of the lounge: they see it, or no longer.
#[must_use]
pub fn lounge_member(inside: bool) -> Value {
    let allow = if inside { VIEW_CHANNEL } else { 0 };
    json!({ "type": 1, "allow": allow.to_string(), "deny": "0" })
}

/// What lets people into the lobby and the rooms of speed networking. Whether they may speak and show themselves is the server's
/// own setting: a bot can give in an overwrite only what it holds itself.
const IN_VOICE: u64 = VIEW_CHANNEL | CONNECT | READ_MESSAGE_HISTORY;

/// What a meetup needs of the bot on the server, whatever else it may do.
pub const FOR_MEETUPS: u64 = MANAGE_CHANNELS | CONNECT | MOVE_MEMBERS;

/// The whole overwrite list of a lobby or room of speed networking: nobody sees it but the bot, whoever coordinates (in the
/// lobby, which has such a role), and these people, in the order of their ids. In rooms nobody writes: what two people write
/// would be read by the next two.
#[must_use]
pub fn voice_overwrites(
    guild: GuildId,
    bot: UserId,
    coordinators: Option<RoleId>,
    people: &[UserId],
) -> Value {
    let hidden = VIEW_CHANNEL | CONNECT;
    let denied = if coordinators.is_some() { hidden } else { hidden | SEND_MESSAGES };
    let own =
        NEEDS.iter().filter(|need| need.in_room).fold(CONNECT | MOVE_MEMBERS, |all, need| all | need.bit);
    let mut list = vec![overwrite(0, guild.0, 0, denied), overwrite(1, bot.0, own, 0)];
    list.extend(coordinators.map(|role| overwrite(0, role.0, IN_VOICE, 0)));
    list.extend(people.iter().map(|user| overwrite(1, user.0, IN_VOICE, 0)));
    list.into()
}

/// The overwrites of a category: hidden from everybody but the bot.
#[must_use]
pub fn category_overwrites(guild: GuildId, bot: UserId) -> Value {
    vec![overwrite(0, guild.0, 0, VIEW_CHANNEL), own(bot)].into()
}

fn own(bot: UserId) -> Value {
    let bits = NEEDS.iter().filter(|need| need.in_room).fold(0, |all, need| all | need.bit);
    overwrite(1, bot.0, bits, 0)
}

fn overwrite(kind: u8, id: u64, allow: u64, deny: u64) -> Value {
    json!({ "id": id.to_string(), "type": kind, "allow": allow.to_string(), "deny": deny.to_string() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_never_manage_and_everybody_else_never_sees() {
        assert_eq!(MEMBER & (MANAGE_CHANNELS | MANAGE_ROLES | MANAGE_MESSAGES | MANAGE_GUILD), 0);
        for access in [Access::Open, Access::ReadOnly, Access::Hidden] {
            let list = room_overwrites(GuildId(1), UserId(2), [UserId(4), UserId(3)], access);
            assert_eq!(list[0], json!({ "id": "1", "type": 0, "allow": "0", "deny": "1024" }));
            assert_eq!(list[2]["id"], "3", "the order tells nothing about who is who");
        }
        assert_eq!(invited() & ADMINISTRATOR, 0);
    }

    #[test]
    fn nothing_is_given_that_the_bot_does_not_hold_itself() {
        let people: Vec<UserId> = (10..106).map(UserId).collect();
        let lobby = voice_overwrites(GuildId(1), UserId(2), Some(RoleId(3)), &people);
        assert_eq!(lobby.as_array().unwrap().len(), 99, "Discord takes a hundred in one request");
        let (guild, bot, two) = (GuildId(1), UserId(2), [UserId(3), UserId(4)]);
        let rooms = [Access::Open, Access::ReadOnly, Access::Hidden]
            .map(|access| room_overwrites(guild, bot, two, access));
        let lounge = lounge_overwrites(guild, bot, Some(RoleId(3)));
        let others = [lobby, lounge, category_overwrites(guild, bot)];
        for one in rooms.iter().chain(&others).filter_map(Value::as_array).flatten() {
            let bits: u64 = one["allow"].as_str().unwrap().parse().unwrap();
            assert_eq!(bits & !invited(), 0, "{one}");
        }
        let room = voice_overwrites(GuildId(1), UserId(2), None, &people[..2]);
        let denied: u64 = room[0]["deny"].as_str().unwrap().parse().unwrap();
        assert_eq!(denied, VIEW_CHANNEL | CONNECT | SEND_MESSAGES);
    }
}
