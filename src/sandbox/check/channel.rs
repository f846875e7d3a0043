//! Channels: names, topics and numbers, and the list of overwrites.

use serde_json::Value;

use super::form::{Change, Form, below};
use crate::sandbox::error::Problems;
use crate::sandbox::state::Overwrite;
use crate::sandbox::state::channel::{ANNOUNCEMENT, CATEGORY, FORUM, MEDIA, STAGE, TEXT, VOICE};

/// The types that a bot can create in a server.
const KINDS: [i64; 7] = [
    TEXT as i64,
    VOICE as i64,
    CATEGORY as i64,
    ANNOUNCEMENT as i64,
    STAGE as i64,
    FORUM as i64,
    MEDIA as i64,
];

/// What a request says about a channel; a field that it does not mention is `None` or `Keep`.
#[derive(Clone, Debug, Default)]
pub struct ChannelDraft {
    /// The type.
    pub kind: Option<u8>,
    /// The name.
    pub name: Option<String>,
    /// The topic.
    pub topic: Change<String>,
    /// The place in the list.
    pub position: Option<u32>,
    /// The category.
    pub parent: Change<u64>,
    /// The overwrites.
    pub overwrites: Option<Vec<Overwrite>>,
    /// Not safe for work.
    pub nsfw: Option<bool>,
    /// Seconds between two messages.
    pub slowmode: Option<u32>,
    /// Bits per second.
    pub bitrate: Option<u32>,
    /// People in voice.
    pub user_limit: Option<u32>,
}

/// Reads the body of a request that creates (`old_kind` is none) or changes a channel.
pub fn draft(body: &Value, old_kind: Option<u8>, problems: &mut Problems) -> ChannelDraft {
    let Some(form) = Form::of(body, "", problems) else { return ChannelDraft::default() };
    let kind = form.choice("type", &KINDS, problems).and_then(|kind| u8::try_from(kind).ok());
    let effective = kind.or(old_kind).unwrap_or(TEXT);
    let name = if old_kind.is_none() {
        form.need_text("name", 1..=100, problems)
    } else {
        form.text("name", 1..=100, problems)
    };
    let topic_limit = if matches!(effective, FORUM | MEDIA) { 4_096 } else { 1_024 };
    let small = |number: i64| u32::try_from(number).unwrap_or(0);
    let topic = form.text("topic", 0..=topic_limit, problems);
    let parent = form.id("parent_id", problems);
    ChannelDraft {
        kind,
        name: name.map(|name| wire_name(name, effective)),
        topic: form.change("topic", topic.filter(|text| !text.is_empty()).map(str::to_owned)),
        position: form.number("position", 0..=i64::from(u16::MAX), problems).map(small),
        parent: form.change("parent_id", parent),
        overwrites: form.get("permission_overwrites").map(|_| overwrites(&form, problems)),
        nsfw: form.flag("nsfw", problems),
        slowmode: form.number("rate_limit_per_user", 0..=21_600, problems).map(small),
        bitrate: form.number("bitrate", 8_000..=96_000, problems).map(small),
        user_limit: form
            .number("user_limit", 0..=if effective == STAGE { 10_000 } else { 99 }, problems)
            .map(small),
    }
}

/// Text channels are written in lower case with hyphens and without punctuation, whatever was asked for.
fn wire_name(name: &str, kind: u8) -> String {
    if !matches!(kind, TEXT | ANNOUNCEMENT) {
        return name.trim().to_owned();
    }
    let kept = |letter: &char| !letter.is_ascii_punctuation() || matches!(letter, '-' | '_');
    let plain: String = name.to_lowercase().chars().filter(kept).collect();
    plain
        .split(|letter: char| letter.is_whitespace() || letter == '-')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join("-")
}

fn overwrites(form: &Form<'_>, problems: &mut Problems) -> Vec<Overwrite> {
    let list = form.list("permission_overwrites", 0..=100, problems).unwrap_or_default();
    let path = form.at("permission_overwrites");
    let mut made: Vec<Overwrite> = Vec::new();
    for (index, value) in list.iter().enumerate() {
        if let Some(read) = listed_overwrite(value, &below(&path, index), problems) {
            made.retain(|over| over.id != read.id);
            made.push(read);
        }
    }
    made
}

fn listed_overwrite(value: &Value, path: &str, problems: &mut Problems) -> Option<Overwrite> {
    let form = Form::of(value, path, problems)?;
    form.need("id", problems);
    let id = form.id("id", problems);
    Some(Overwrite { id: id?, ..overwrite(&form, problems) })
}

/// Type and bits of an overwrite, without its id.
pub fn overwrite(form: &Form<'_>, problems: &mut Problems) -> Overwrite {
    let kind = form.choice("type", &[0, 1], problems).unwrap_or(0);
    Overwrite {
        id: 0,
        kind: u8::from(kind == 1),
        allow: form.bits("allow", problems).unwrap_or(0),
        deny: form.bits("deny", problems).unwrap_or(0),
    }
}
