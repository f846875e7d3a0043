//! The body of a message, as it is created, edited, or sent as the answer to an interaction.

use serde_json::{Value, json};

use super::form::{Form, below};
use super::mentions::{Allowed, allowed};
use super::{component, embed};
use crate::sandbox::error::Problems;
use crate::sandbox::state::message::{
    COMPONENTS_V2, EPHEMERAL, SUPPRESS_EMBEDS, SUPPRESS_NOTIFICATIONS, VOICE_MESSAGE,
};

/// Where the body is used, which decides on its flags.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// Create Message.
    Create,
    /// Any edit.
    Edit,
    /// An answer to an interaction or a later message of it.
    Answer,
}

/// What a request says about a message; a field that it does not mention is `None`.
#[derive(Clone, Debug, Default)]
pub struct MessageDraft {
    /// The text.
    pub content: Option<String>,
    /// The embeds.
    pub embeds: Option<Vec<Value>>,
    /// The components.
    pub components: Option<Vec<Value>>,
    /// The files that are named.
    pub attachments: Option<Vec<AttachmentDraft>>,
    /// The flags.
    pub flags: Option<u64>,
    /// Who may be pinged.
    pub allowed: Option<Allowed>,
    /// The nonce.
    pub nonce: Option<Value>,
    /// Whether the nonce forbids a second message.
    pub enforce_nonce: bool,
    /// The message that is replied to.
    pub reply_to: Option<u64>,
    /// Whether it may be missing.
    pub reply_may_fail: bool,
    /// Read aloud.
    pub tts: bool,
}

/// A file that a body names.
#[derive(Clone, Debug, Default)]
pub struct AttachmentDraft {
    /// The number of the uploaded part, or the id of a file that is there already.
    pub id: u64,
    /// Its name.
    pub filename: Option<String>,
    /// Its alternative text.
    pub description: Option<String>,
}

/// Reads the body of a message.
pub fn draft(body: &Value, path: &str, used: Use, problems: &mut Problems) -> MessageDraft {
    let Some(form) = Form::of(body, path, problems) else { return MessageDraft::default() };
    let flags =
        form.number("flags", 0..=i64::from(u32::MAX), problems).and_then(|bits| u64::try_from(bits).ok());
    let v2 = flags.unwrap_or(0) & COMPONENTS_V2 != 0;
    let components = form.list("components", 0..=40, problems).unwrap_or_default();
    let embeds = form.list("embeds", 0..=10, problems).unwrap_or_default();
    let content = form.text("content", 0..=2_000, problems);
    let made = MessageDraft {
        content: form.has("content").then(|| content.unwrap_or_default().trim().to_owned()),
        embeds: form.has("embeds").then(|| embed::embeds(embeds, &form.at("embeds"), problems)),
        components: form
            .has("components")
            .then(|| component::components(components, &form.at("components"), v2, problems)),
        attachments: form.get("attachments").map(|_| attachments(&form, problems)),
        flags: flags.map(|flags| flags & settable(used)),
        allowed: form
            .get("allowed_mentions")
            .and_then(|value| allowed(value, &form.at("allowed_mentions"), problems)),
        nonce: nonce(&form, problems),
        enforce_nonce: form.flag("enforce_nonce", problems).unwrap_or(false),
        tts: form.flag("tts", problems).unwrap_or(false),
        ..reply(&form, problems)
    };
    form.list("sticker_ids", 0..=3, problems);
    if v2 && (made.content.as_ref().is_some_and(|text| !text.is_empty()) || !embeds.is_empty()) {
        problems.add(
            &form.at("content"),
            "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
            "The 'content' and 'embeds' fields cannot be used when using MessageFlags.IS_COMPONENTS_V2",
        );
    }
    made
}

/// The flags that a bot can set there; others are ignored.
fn settable(used: Use) -> u64 {
    match used {
        Use::Create => SUPPRESS_EMBEDS | SUPPRESS_NOTIFICATIONS | VOICE_MESSAGE | COMPONENTS_V2,
        Use::Edit => SUPPRESS_EMBEDS | COMPONENTS_V2,
        Use::Answer => SUPPRESS_EMBEDS | EPHEMERAL | SUPPRESS_NOTIFICATIONS | COMPONENTS_V2,
    }
}

/// The message that is replied to.
fn reply(form: &Form<'_>, problems: &mut Problems) -> MessageDraft {
    let found = form.get("message_reference");
    let Some(reference) = found.and_then(|value| Form::of(value, &form.at("message_reference"), problems))
    else {
        return MessageDraft::default();
    };
    reference.need("message_id", problems);
    reference.choice("type", &[0], problems);
    MessageDraft {
        reply_to: reference.id("message_id", problems),
        reply_may_fail: reference.flag("fail_if_not_exists", problems) == Some(false),
        ..MessageDraft::default()
    }
}

fn nonce(form: &Form<'_>, problems: &mut Problems) -> Option<Value> {
    let value = form.get("nonce")?;
    if value.is_i64() || value.is_u64() {
        return Some(value.clone());
    }
    form.text("nonce", 0..=25, problems).map(|text| json!(text))
}

fn attachments(form: &Form<'_>, problems: &mut Problems) -> Vec<AttachmentDraft> {
    let list = form.list("attachments", 0..=usize::MAX, problems).unwrap_or_default();
    let path = form.at("attachments");
    let read = |(index, value): (usize, &Value)| {
        let file = Form::of(value, &below(&path, index), problems)?;
        file.need("id", problems);
        Some(AttachmentDraft {
            id: file.id("id", problems)?,
            filename: file.text("filename", 1..=1_024, problems).map(str::to_owned),
            description: file.text("description", 0..=1_024, problems).map(str::to_owned),
        })
    };
    list.iter().enumerate().filter_map(read).collect()
}
