//! The deeds that are not interactions: writing, reacting, moving about, opening and closing one's direct messages.

use std::sync::MutexGuard;

use super::{Done, Refusal};
use crate::sandbox::{
    ids::parse_text,
    permissions::{
        self, ADD_REACTIONS, CONNECT, MANAGE_MESSAGES, MENTION_EVERYONE, READ_MESSAGE_HISTORY, SEND_MESSAGES,
        VIEW_CHANNEL,
    },
    shared::Shared,
    state::{Channel, Emoji, Message, State, channel, message},
    view::is_for,
};

/// The most characters that a person without a subscription may write.
const LONGEST: usize = 2000;

/// The channel and what this person may do in it.
pub(super) fn channel_for<'a>(
    shared: &Shared,
    state: &'a State,
    person: u64,
    id: u64,
) -> Result<(&'a Channel, u64), Refusal> {
    let channel = state.channels.get(&id).ok_or(Refusal::NoSuchChannel)?;
    let may = permissions::in_channel(state, channel, person, shared.clock.now());
    if may & VIEW_CHANNEL == 0 { Err(Refusal::NoSuchChannel) } else { Ok((channel, may)) }
}

/// A message that this person sees, and what they may do there.
pub(super) fn message_for<'a>(
    shared: &Shared,
    state: &'a State,
    person: u64,
    place: (u64, u64),
) -> Result<(&'a Message, u64), Refusal> {
    let (channel, may) = channel_for(shared, state, person, place.0)?;
    let message = channel.messages.get(&place.1).filter(|message| is_for(message, person));
    let message = message.ok_or(Refusal::NoSuchMessage)?;
    // What is private arrives live and needs no history.
    if may & READ_MESSAGE_HISTORY == 0 && message.ephemeral_for.is_none() {
        return Err(Refusal::NoSuchMessage);
    }
    Ok((message, may))
}

fn need(may: u64, bit: u64, name: &'static str) -> Result<(), Refusal> {
    if may & bit == 0 { Err(Refusal::Lacks(name)) } else { Ok(()) }
}

fn emoji_of(text: &str) -> Emoji {
    match text.rsplit_once(':') {
        Some((name, id)) if parse_text(id).is_some() => Emoji { id: parse_text(id), name: name.to_owned() },
        _ => Emoji { id: None, name: text.to_owned() },
    }
}

pub(super) fn react(shared: &Shared, person: u64, place: (u64, u64), emoji: &str) -> Result<Done, Refusal> {
    let emoji = emoji_of(emoji);
    let mut state = shared.world();
    let (message, may) = message_for(shared, &state, person, place)?;
    if message.ephemeral_for.is_some() {
        return Err(Refusal::NotOffered("private replies take no reactions"));
    }
    if !message.reactions.iter().any(|reaction| reaction.emoji == emoji) {
        need(may, ADD_REACTIONS, "ADD_REACTIONS")?;
        if message.reactions.len() >= state.settings.max_reactions {
            return Err(Refusal::NotOffered("this message has as many different reactions as it may have"));
        }
    }
    if !state.react(&shared.hub, shared.clock.now(), place, person, &emoji) {
        return Err(Refusal::NotOffered("this reaction is there already"));
    }
    Ok(Done::default())
}

pub(super) fn unreact(shared: &Shared, person: u64, place: (u64, u64), emoji: &str) -> Result<Done, Refusal> {
    let emoji = emoji_of(emoji);
    let mut state = shared.world();
    message_for(shared, &state, person, place)?;
    if !state.unreact(&shared.hub, shared.clock.now(), place, person, &emoji) {
        return Err(Refusal::NotOffered("there is no such reaction of this person"));
    }
    Ok(Done::default())
}

pub(super) fn write(shared: &Shared, person: u64, id: u64, content: &str) -> Result<Done, Refusal> {
    let now = shared.clock.now();
    let mut state = shared.world();
    let (channel, may) = channel_for(shared, &state, person, id)?;
    if !channel.takes_messages() {
        return Err(Refusal::NotOffered("this channel takes no messages"));
    }
    need(may, SEND_MESSAGES, "SEND_MESSAGES")?;
    let content = content.trim().to_owned();
    if content.is_empty() || content.chars().count() > LONGEST {
        return Err(Refusal::NotOffered("a message has between 1 and 2000 characters"));
    }
    let mentions = mentioned(&content, &["<@", "<@!"]);
    let mentions = mentions.into_iter().filter(|user| state.users.contains_key(user)).collect();
    let guild = channel.guild.and_then(|guild| state.guilds.get(&guild));
    let may_ping = |role: &u64| {
        guild
            .and_then(|guild| guild.roles.get(role))
            .is_some_and(|role| role.mentionable || may & MENTION_EVERYONE != 0)
    };
    let mention_roles = mentioned(&content, &["<@&"]).into_iter().filter(may_ping).collect();
    let everyone = content.contains("@everyone") || content.contains("@here");
    let message = Message {
        channel: id,
        author: person,
        mention_everyone: everyone && guild.is_some() && may & MENTION_EVERYONE != 0,
        content,
        mentions,
        mention_roles,
        ..Message::default()
    };
    let message = state.post(&shared.hub, now, message);
    Ok(Done { message: Some(message), ..Done::default() })
}

/// The ids behind any of the prefixes, in order, each once.
fn mentioned(content: &str, prefixes: &[&str]) -> Vec<u64> {
    let mut found = Vec::new();
    for part in content.split_inclusive('>') {
        for prefix in prefixes {
            let Some((_, id)) = part.strip_suffix('>').and_then(|part| part.rsplit_once(prefix)) else {
                continue;
            };
            if let Some(id) = parse_text(id).filter(|id| !found.contains(id)) {
                found.push(id);
            }
        }
    }
    found
}

pub(super) fn delete(shared: &Shared, person: u64, place: (u64, u64)) -> Result<Done, Refusal> {
    let mut state = shared.world();
    let (message, may) = message_for(shared, &state, person, place)?;
    if message.flags & message::EPHEMERAL != 0 {
        return Err(Refusal::NotOffered("a private reply can only be dismissed, which nobody else notices"));
    }
    if message.author != person {
        need(may, MANAGE_MESSAGES, "MANAGE_MESSAGES")?;
    }
    state.delete_message(&shared.hub, shared.clock.now(), place.0, place.1);
    Ok(Done::default())
}

pub(super) fn join_voice(shared: &Shared, person: u64, id: u64) -> Result<Done, Refusal> {
    let mut state = shared.world();
    let (found, may) = channel_for(shared, &state, person, id)?;
    let (Some(guild), true) = (found.guild, found.is_voice()) else {
        return Err(Refusal::NotOffered("this is no voice channel"));
    };
    need(may, CONNECT, "CONNECT")?;
    let inside = state.guilds.get(&guild).map_or(0, |guild| in_voice(guild, id));
    if found.user_limit > 0 && inside >= found.user_limit as usize && may & permissions::MOVE_MEMBERS == 0 {
        return Err(Refusal::NotOffered("this voice channel is full"));
    }
    state.move_voice(&shared.hub, shared.clock.now(), guild, person, Some(id));
    Ok(Done::default())
}

fn in_voice(guild: &crate::sandbox::state::Guild, channel: u64) -> usize {
    guild.voice.values().filter(|voice| voice.channel == channel).count()
}

pub(super) fn leave_voice(shared: &Shared, person: u64, guild: u64) -> Result<Done, Refusal> {
    if !shared.world().move_voice(&shared.hub, shared.clock.now(), guild, person, None) {
        return Err(Refusal::NotOffered("this person is not in voice there"));
    }
    Ok(Done::default())
}

pub(super) fn join_server(shared: &Shared, person: u64, guild: u64) -> Result<Done, Refusal> {
    if !shared.add_member(guild, person) {
        return Err(Refusal::NotOffered("there is no such server, or this person is in it already"));
    }
    Ok(Done::default())
}

pub(super) fn leave_server(shared: &Shared, person: u64, guild: u64) -> Result<Done, Refusal> {
    let mut state: MutexGuard<'_, State> = shared.world();
    let found = state.guilds.get(&guild).filter(|guild| guild.members.contains_key(&person));
    if found.ok_or(Refusal::NotAMember)?.owner == person {
        return Err(Refusal::NotOffered("an owner cannot leave their server"));
    }
    state.remove_member(&shared.hub, shared.clock.now(), guild, person);
    Ok(Done::default())
}

pub(super) fn take_direct_messages(shared: &Shared, person: u64, takes: bool) -> Done {
    if let Some(user) = shared.world().users.get_mut(&person) {
        user.takes_direct_messages = takes;
    }
    shared.hub.bump();
    Done::default()
}

/// The direct messages between this person and the bot, for somebody who opens them from their side.
#[must_use]
pub(super) fn is_direct(channel: &Channel) -> bool {
    channel.kind == channel::DIRECT
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mentions_are_found_in_order_and_once() {
        let text = "<@12> and <@!34>, again <@12>; not <@&56> nor <#78>";
        assert_eq!(mentioned(text, &["<@", "<@!"]), [12, 34]);
        assert_eq!(mentioned(text, &["<@&"]), [56]);
    }

    #[test]
    fn an_own_emoji_of_a_server_carries_its_id() {
        assert_eq!(emoji_of("tada:123"), Emoji { id: Some(123), name: "tada".to_owned() });
        assert_eq!(emoji_of("👍"), Emoji { id: None, name: "👍".to_owned() });
    }
}
