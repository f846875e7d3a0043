//! Writing messages: what a draft becomes, the nonce that keeps a retry from doubling, and edits.

use std::sync::Arc;

use serde_json::{Value, json};

use super::call::{Call, Outcome, ok};
use super::payload::Upload;
use crate::sandbox::check::mentions::{Allowed, with_effect};
use crate::sandbox::check::message::{AttachmentDraft, MessageDraft, Use, draft};
use crate::sandbox::error::{self, ApiError, Problems};
use crate::sandbox::ids::time_of;
use crate::sandbox::limits::take_hidden;
use crate::sandbox::permissions::{
    ATTACH_FILES, EMBED_LINKS, MENTION_EVERYONE, READ_MESSAGE_HISTORY, SEND_MESSAGES,
};
use crate::sandbox::state::message::{LOADING, SUPPRESS_EMBEDS};
use crate::sandbox::state::payload::message_json;
use crate::sandbox::state::{Attachment, Message, Nonce};

/// Files of one message (code 30015).
const MOST_FILES: usize = 10;
/// From this age on, edits have a hidden limit of their own.
const OLD: chrono::TimeDelta = chrono::TimeDelta::hours(1);

/// `create_message`.
pub fn create(call: &mut Call<'_>) -> Outcome {
    let channel = call.channel()?;
    let (place, guild) = (channel.id, channel.guild);
    if !channel.takes_messages() {
        return Err(error::not_a_text_channel().into());
    }
    call.may(channel, SEND_MESSAGES)?;
    may_write_directly(call, place)?;
    let mut problems = Problems::default();
    let draft = draft(call.body(), "", Use::Create, &mut problems);
    problems.into_result()?;
    let channel = call.seen_channel(place)?;
    if !call.uploads().is_empty() {
        call.may(channel, ATTACH_FILES)?;
    }
    if draft.embeds.as_ref().is_some_and(|embeds| !embeds.is_empty()) {
        call.may(channel, EMBED_LINKS)?;
    }
    if draft.enforce_nonce
        && let Some(earlier) = earlier_by_nonce(call, &draft)
    {
        let (place, id) = earlier;
        let message = call.state.message(place, id).ok_or_else(error::unknown_message)?;
        return ok(message_json(call.state, message));
    }
    let mut message = Message { channel: place, author: call.state.bot(), ..Message::default() };
    reply(call, &draft, &mut message)?;
    apply(call, &draft, &mut message, &Allowed::for_messages(), guild)?;
    message.nonce.clone_from(&draft.nonce);
    message.tts = draft.tts;
    let nonce = draft.nonce.as_ref().map(nonce_text);
    let id = call.state.post(call.hub, call.now, message);
    if let Some(nonce) = nonce {
        let author = call.state.bot();
        call.state.nonces.push_back(Nonce { author, channel: place, nonce, message: id, at: call.now });
    }
    let message = call.state.message(place, id).ok_or_else(error::unknown_message)?;
    let mut body = message_json(call.state, message);
    if let Some(nonce) = draft.nonce {
        body["nonce"] = nonce;
    }
    ok(body)
}

/// Direct messages reach only people who take them and share a server with the bot.
fn may_write_directly(call: &Call<'_>, place: u64) -> Result<(), ApiError> {
    let channel = &call.state.channels[&place];
    if channel.guild.is_some() {
        return Ok(());
    }
    let bot = call.state.bot();
    let person = channel.recipients.iter().copied().find(|id| *id != bot).unwrap_or(0);
    if !call.state.shares_guild(person) {
        return Err(error::no_mutual_guilds());
    }
    let open = call.state.users.get(&person).is_some_and(|user| user.takes_direct_messages);
    if open { Ok(()) } else { Err(error::closed_direct_messages()) }
}

fn nonce_text(nonce: &Value) -> String {
    nonce.as_str().map_or_else(|| nonce.to_string(), str::to_owned)
}

/// The message that was made with this nonce lately, deleted or not.
fn earlier_by_nonce(call: &mut Call<'_>, draft: &MessageDraft) -> Option<(u64, u64)> {
    let nonce = nonce_text(draft.nonce.as_ref()?);
    let window = i64::try_from(call.state.settings.nonce_window).unwrap_or(i64::MAX);
    let oldest = call.now.timestamp_millis().saturating_sub(window);
    call.state.nonces.retain(|used| used.at.timestamp_millis() > oldest);
    let bot = call.state.bot();
    let used = call.state.nonces.iter().find(|used| used.author == bot && used.nonce == nonce)?;
    Some((used.channel, used.message))
}

fn reply(call: &Call<'_>, draft: &MessageDraft, message: &mut Message) -> Result<(), ApiError> {
    let Some(id) = draft.reply_to else { return Ok(()) };
    let channel = call.seen_channel(message.channel)?;
    if call.bits(channel) & READ_MESSAGE_HISTORY == 0 {
        return Err(error::no_reply_without_history());
    }
    let found = channel.messages.get(&id).filter(|found| found.ephemeral_for.is_none());
    if found.is_none() && !draft.reply_may_fail {
        return Err(Problems::one(
            "message_reference",
            "MESSAGE_REFERENCE_UNKNOWN_MESSAGE",
            "Unknown message",
        ));
    }
    message.reply_to = found.map(|found| found.id);
    message.kind = if found.is_some() { 19 } else { 0 };
    Ok(())
}

/// Puts a draft into a message, new or old. Nothing is changed in the world yet but the ids of files.
pub fn apply(
    call: &mut Call<'_>,
    draft: &MessageDraft,
    message: &mut Message,
    default: &Allowed,
    guild: Option<u64>,
) -> Result<(), ApiError> {
    if let Some(content) = &draft.content {
        message.content.clone_from(content);
    }
    if let Some(components) = &draft.components {
        message.components.clone_from(components);
    }
    if let Some(flags) = draft.flags {
        let kept = message.flags & !(SUPPRESS_EMBEDS | LOADING);
        message.flags = kept | flags;
    }
    message.flags &= !LOADING;
    files(call, draft.attachments.as_deref(), message)?;
    if let Some(embeds) = &draft.embeds {
        message.embeds = embeds.iter().map(|embed| with_addresses(call, embed, message)).collect();
    }
    let bare = message.content.is_empty() && message.embeds.is_empty() && message.attachments.is_empty();
    if bare && message.components.is_empty() {
        return Err(error::empty_message());
    }
    mentions(call, message, draft.allowed.as_ref().unwrap_or(default), guild);
    Ok(())
}

/// Sets whom a message pings.
fn mentions(call: &Call<'_>, message: &mut Message, allowed: &Allowed, guild: Option<u64>) {
    let found = with_effect(&message.content, allowed);
    let channel = &call.state.channels[&message.channel];
    let may_all = call.bits(channel) & MENTION_EVERYONE != 0;
    let guild = guild.and_then(|id| call.state.guilds.get(&id));
    message.mentions = found.users.into_iter().filter(|id| call.state.users.contains_key(id)).collect();
    message.mention_roles = found
        .roles
        .into_iter()
        .filter(|id| {
            guild.and_then(|guild| guild.roles.get(id)).is_some_and(|role| may_all || role.mentionable)
        })
        .collect();
    message.mention_everyone = found.everyone && may_all;
    let original = message.reply_to.and_then(|id| channel.messages.get(&id));
    if let Some(original) = original.filter(|_| allowed.replied_user)
        && !message.mentions.contains(&original.author)
    {
        message.mentions.push(original.author);
    }
}

/// Keeps the files that are named (or all), and adds the new ones.
fn files(
    call: &mut Call<'_>,
    named: Option<&[AttachmentDraft]>,
    message: &mut Message,
) -> Result<(), ApiError> {
    let payload = Arc::clone(&call.payload);
    if let Some(named) = named {
        message.attachments.retain(|file| named.iter().any(|draft| draft.id == file.id));
        for (index, draft) in named.iter().enumerate() {
            let known = message.attachments.iter_mut().find(|file| file.id == draft.id);
            let uploaded = payload.uploads.iter().any(|upload| upload.number == draft.id);
            match known {
                Some(file) => file.description = draft.description.clone().or(file.description.take()),
                None if uploaded => {}
                None => {
                    let path = format!("attachments.{index}.id");
                    return Err(Problems::one(&path, "ATTACHMENT_NOT_FOUND", "Attachment data not found"));
                }
            }
        }
    }
    if message.attachments.len() + payload.uploads.len() > MOST_FILES {
        return Err(error::too_many_attachments());
    }
    for upload in &payload.uploads {
        if upload.bytes.len() > call.state.settings.max_file_bytes {
            return Err(error::too_large());
        }
        let draft = named.and_then(|named| named.iter().find(|draft| draft.id == upload.number));
        let id = call.state.ids.next(call.now);
        message.attachments.push(stored(id, upload, draft));
    }
    Ok(())
}

fn stored(id: u64, upload: &Upload, draft: Option<&AttachmentDraft>) -> Attachment {
    let wanted = draft.and_then(|draft| draft.filename.clone()).unwrap_or_else(|| upload.filename.clone());
    let filename: String = wanted
        .chars()
        .map(|letter| if letter.is_alphanumeric() || "._-".contains(letter) { letter } else { '_' })
        .collect();
    let guessed = match filename.rsplit('.').next().unwrap_or_default().to_lowercase().as_str() {
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "csv" => "text/csv; charset=utf-8",
        "txt" | "md" => "text/plain; charset=utf-8",
        "ics" => "text/calendar; charset=utf-8",
        _ => "application/octet-stream",
    };
    let given = upload.content_type.clone().filter(|kind| kind != "application/octet-stream");
    Attachment {
        id,
        description: draft.and_then(|draft| draft.description.clone()),
        content_type: given.unwrap_or_else(|| guessed.to_owned()),
        bytes: Arc::from(&upload.bytes[..]),
        filename,
    }
}

/// Turns `attachment://name` into the file's address.
fn with_addresses(call: &Call<'_>, embed: &Value, message: &Message) -> Value {
    let mut made = embed.clone();
    for (part, key) in
        [("image", "url"), ("thumbnail", "url"), ("footer", "icon_url"), ("author", "icon_url")]
    {
        let Some(name) = embed[part][key].as_str().and_then(|url| url.strip_prefix("attachment://")) else {
            continue;
        };
        if let Some(file) = message.attachments.iter().find(|file| file.filename == name) {
            let base = &call.state.base;
            made[part][key] =
                json!(format!("{base}/attachments/{}/{}/{}", message.channel, file.id, file.filename));
        }
    }
    made
}

/// `update_message`: only one's own; old ones are limited out of sight.
pub fn update(call: &mut Call<'_>) -> Outcome {
    let channel = call.channel()?;
    let (place, guild) = (channel.id, channel.guild);
    let id = call.id("message_id")?;
    let found = channel.messages.get(&id).filter(|found| found.ephemeral_for.is_none());
    let mut message = found.ok_or_else(error::unknown_message)?.clone();
    if message.author != call.state.bot() {
        return Err(error::not_your_message().into());
    }
    if message.kind != 0 && message.kind != 19 && message.interaction.is_none() {
        return Err(error::system_message().into());
    }
    let mut problems = Problems::default();
    let draft = draft(call.body(), "", Use::Edit, &mut problems);
    problems.into_result()?;
    apply(call, &draft, &mut message, &Allowed::for_messages(), guild)?;
    if call.now - time_of(id) > OLD {
        let window = call.state.settings.old_edits;
        if let Some(channel) = call.state.channels.get_mut(&place) {
            take_hidden(&mut channel.old_edits, window, call.now, Some(30_046))?;
        }
    }
    ok(replace(call, message)?)
}

/// Puts a changed message in the place of the old one. Filling in "is thinking" is no edit.
pub fn replace(call: &mut Call<'_>, mut message: Message) -> Result<Value, ApiError> {
    let (place, id) = (message.channel, message.id);
    let was_loading = call.state.message(place, id).is_some_and(|old| old.flags & LOADING != 0);
    message.edited_at = (!was_loading).then_some(call.now);
    call.state.edit(call.hub, call.now, place, id, |old| *old = message);
    let message = call.state.message(place, id).ok_or_else(error::unknown_message)?;
    Ok(message_json(call.state, message))
}
