//! What stands in Discord, as text: channels, overwrites, messages, reactions and members, in order per channel, without ids
//! and times (C4).

use std::collections::BTreeMap;
use std::fmt::Write as _;

use tandem::sandbox::Sandbox;
use tandem::sandbox::state::channel::Channel;
use tandem::sandbox::state::message::Message;

/// The whole server.
pub fn of(sandbox: &Sandbox) -> String {
    let world = sandbox.world();
    let guild = &world.guilds[&sandbox.guild_id()];
    let mut names: BTreeMap<u64, String> =
        world.users.values().map(|user| (user.id, format!("@{}", user.name))).collect();
    names.extend(guild.roles.values().map(|role| (role.id, format!("@&{}", role.name))));
    let mut channels: Vec<&Channel> =
        world.channels.values().filter(|channel| channel.guild.is_none_or(|of| of == guild.id)).collect();
    names.extend(channels.iter().map(|channel| (channel.id, format!("#{}", channel.name))));
    channels.sort_by_key(|channel| (&channel.name, channel.id));
    let mut text = String::new();
    for channel in channels {
        let parent = channel.parent.and_then(|parent| names.get(&parent));
        let _ = writeln!(text, "#{} {} in {parent:?}, {:?}", channel.name, channel.kind, channel.topic);
        for one in &channel.overwrites {
            let _ = writeln!(text, "  {:?} {} +{} -{}", names.get(&one.id), one.kind, one.allow, one.deny);
        }
        for message in channel.messages.values().filter(|message| message.ephemeral_for.is_none()) {
            let _ = writeln!(text, "  {}", plain(&shown(message), &names));
        }
    }
    for member in guild.members.values() {
        let roles: Vec<_> = member.roles.iter().map(|role| names.get(role)).collect();
        let _ = writeln!(text, "{:?} {:?} {roles:?}", names.get(&member.user), member.nick);
    }
    text
}

fn shown(message: &Message) -> String {
    let reactions: Vec<_> = message.reactions.iter().map(|one| (&one.emoji.name, &one.users)).collect();
    let files: Vec<_> = message.attachments.iter().map(|file| (&file.filename, lines(&file.bytes))).collect();
    format!(
        "{} type {} {:?} {:?} {:?} flags {} pings {:?} pinned {} files {files:?} reactions {reactions:?}",
        message.author,
        message.kind,
        message.content,
        message.embeds.iter().map(ToString::to_string).collect::<Vec<_>>(),
        message.components.iter().map(ToString::to_string).collect::<Vec<_>>(),
        message.flags,
        message.mentions,
        message.pinned_at.is_some(),
    )
}

/// A file's lines without those that tell of a moment or an installation.
fn lines(bytes: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(bytes);
    let tells = |line: &&str| ["DTSTAMP", "LAST-MODIFIED", "UID"].iter().any(|name| line.starts_with(name));
    text.lines().filter(|line| !tells(line)).map(str::to_owned).collect()
}

/// Puts names in the place of ids, and takes times out (`<t:…>`).
fn plain(text: &str, names: &BTreeMap<u64, String>) -> String {
    let mut out = String::new();
    let mut digits = String::new();
    for letter in text.chars().chain([' ']) {
        if letter.is_ascii_digit() {
            digits.push(letter);
            continue;
        }
        match digits.len() {
            17.. => {
                let id = digits.parse().unwrap_or_default();
                out.push_str(names.get(&id).map_or("an id", String::as_str));
            }
            _ if out.ends_with("<t:") => out.push('…'),
            _ => out.push_str(&digits),
        }
        digits.clear();
        out.push(letter);
    }
    out
}
