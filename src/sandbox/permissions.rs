//! Who may do what where: Discord's order of owner, roles, overwrites and time-out, the same for the bot and for people.

use chrono::{DateTime, Utc};

use super::state::channel::DIRECT;
use super::state::{Channel, Guild, State};

macro_rules! bits {
    ($($name:ident = $bit:expr, $doc:literal;)*) => { $(#[doc = $doc] pub const $name: u64 = 1 << $bit;)* };
}

bits! {
    KICK_MEMBERS = 1, "Remove members.";
    BAN_MEMBERS = 2, "Ban members.";
    ADMINISTRATOR = 3, "Everything, past every overwrite.";
    MANAGE_CHANNELS = 4, "Create, change and delete channels.";
    MANAGE_GUILD = 5, "Change the server.";
    ADD_REACTIONS = 6, "Add a new emoji under a message.";
    VIEW_AUDIT_LOG = 7, "Read the audit log.";
    VIEW_CHANNEL = 10, "See a channel.";
    SEND_MESSAGES = 11, "Write messages.";
    MANAGE_MESSAGES = 13, "Delete messages and reactions of others.";
    EMBED_LINKS = 14, "Post embeds.";
    ATTACH_FILES = 15, "Post files.";
    READ_MESSAGE_HISTORY = 16, "Read what was written before.";
    MENTION_EVERYONE = 17, "Ping everybody and every role.";
    USE_EXTERNAL_EMOJIS = 18, "Use emoji of other servers.";
    CONNECT = 20, "Join voice.";
    SPEAK = 21, "Speak in voice.";
    MUTE_MEMBERS = 22, "Mute others in voice.";
    DEAFEN_MEMBERS = 23, "Deafen others in voice.";
    MOVE_MEMBERS = 24, "Move others between voice channels.";
    CHANGE_NICKNAME = 26, "Change one's own nickname.";
    MANAGE_NICKNAMES = 27, "Change others' nicknames.";
    MANAGE_ROLES = 28, "Create roles, give them, and change overwrites.";
    MANAGE_WEBHOOKS = 29, "Manage webhooks.";
    USE_APPLICATION_COMMANDS = 31, "Use commands.";
    MANAGE_THREADS = 34, "Manage threads.";
    MODERATE_MEMBERS = 40, "Time members out.";
    PIN_MESSAGES = 51, "Pin messages.";
    BYPASS_SLOWMODE = 52, "Not be slowed down.";
}

/// Every bit that Discord knows.
pub const ALL: u64 = (1 << 53) - 1;

/// What a new server's @everyone role may do.
pub const EVERYONE_DEFAULT: u64 = VIEW_CHANNEL
    | SEND_MESSAGES
    | EMBED_LINKS
    | ATTACH_FILES
    | ADD_REACTIONS
    | READ_MESSAGE_HISTORY
    | CONNECT
    | SPEAK
    | CHANGE_NICKNAME
    | USE_APPLICATION_COMMANDS;

/// What a time-out leaves.
const TIMED_OUT: u64 = VIEW_CHANNEL | READ_MESSAGE_HISTORY;

/// What falls away with `SEND_MESSAGES`.
const NEEDS_SENDING: u64 = MENTION_EVERYONE | EMBED_LINKS | ATTACH_FILES;

/// What a member may do in the server as a whole; nothing for somebody who is not a member.
#[must_use]
pub fn in_guild(guild: &Guild, user: u64, now: DateTime<Utc>) -> u64 {
    let Some(member) = guild.members.get(&user) else { return 0 };
    if guild.owner == user {
        return ALL;
    }
    let roles = member.roles.iter().chain([&guild.id]).filter_map(|id| guild.roles.get(id));
    let granted = roles.fold(0, |bits, role| bits | role.permissions);
    if granted & ADMINISTRATOR != 0 {
        return ALL;
    }
    if member.timed_out_until.is_some_and(|until| until > now) { granted & TIMED_OUT } else { granted }
}

/// What a user may do in a channel. Without `VIEW_CHANNEL` nothing is left.
#[must_use]
pub fn in_channel(state: &State, channel: &Channel, user: u64, now: DateTime<Utc>) -> u64 {
    if channel.kind == DIRECT {
        return if channel.recipients.contains(&user) { in_direct_messages() } else { 0 };
    }
    let Some(guild) = channel.guild.and_then(|id| state.guilds.get(&id)) else { return 0 };
    let base = in_guild(guild, user, now);
    if base == ALL {
        return ALL;
    }
    let Some(member) = guild.members.get(&user) else { return 0 };
    let timed_out = member.timed_out_until.is_some_and(|until| until > now);
    let mut bits = base;
    let mut apply = |allow: u64, deny: u64| bits = bits & !deny | allow;
    if let Some(everyone) = channel.overwrites.iter().find(|over| over.kind == 0 && over.id == guild.id) {
        apply(everyone.allow, everyone.deny);
    }
    let of_roles = channel.overwrites.iter().filter(|over| over.kind == 0 && member.roles.contains(&over.id));
    let (allow, deny) = of_roles.fold((0, 0), |(allow, deny), over| (allow | over.allow, deny | over.deny));
    apply(allow, deny);
    if let Some(own) = channel.overwrites.iter().find(|over| over.kind == 1 && over.id == user) {
        apply(own.allow, own.deny);
    }
    if bits & VIEW_CHANNEL == 0 {
        return 0;
    }
    if timed_out {
        bits &= TIMED_OUT;
    }
    if bits & SEND_MESSAGES == 0 { bits & !NEEDS_SENDING } else { bits }
}

/// Direct messages know no roles: both may write, react and pin.
fn in_direct_messages() -> u64 {
    VIEW_CHANNEL
        | SEND_MESSAGES
        | EMBED_LINKS
        | ATTACH_FILES
        | ADD_REACTIONS
        | READ_MESSAGE_HISTORY
        | USE_EXTERNAL_EMOJIS
        | USE_APPLICATION_COMMANDS
        | PIN_MESSAGES
        | MENTION_EVERYONE
}

/// Whether a user sees a channel.
#[must_use]
pub fn sees(state: &State, channel: &Channel, user: u64, now: DateTime<Utc>) -> bool {
    in_channel(state, channel, user, now) & VIEW_CHANNEL != 0
}

/// The position of a member's highest role; the owner stands above all.
#[must_use]
pub fn rank(guild: &Guild, user: u64) -> u32 {
    if guild.owner == user {
        return u32::MAX;
    }
    let roles = guild.members.get(&user).into_iter().flat_map(|member| &member.roles);
    roles.filter_map(|id| guild.roles.get(id)).map(|role| u32::from(role.position)).max().unwrap_or(0)
}
