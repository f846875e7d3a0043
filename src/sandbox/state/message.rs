//! A message with what hangs on it: files, reactions, and the interaction that brought it about.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use serde_json::Value;

/// Embeds are not shown.
pub const SUPPRESS_EMBEDS: u64 = 1 << 2;
/// Only the person who interacted sees it.
pub const EPHEMERAL: u64 = 1 << 6;
/// The bot "is thinking": a deferred answer.
pub const LOADING: u64 = 1 << 7;
/// No push notification.
pub const SUPPRESS_NOTIFICATIONS: u64 = 1 << 12;
/// A voice message.
pub const VOICE_MESSAGE: u64 = 1 << 13;
/// Components of the second version.
pub const COMPONENTS_V2: u64 = 1 << 15;

/// A message of a person or a bot.
#[derive(Clone, Debug, Default)]
pub struct Message {
    /// Its id.
    pub id: u64,
    /// Where it stands.
    pub channel: u64,
    /// Who wrote it.
    pub author: u64,
    /// Discord's message type: 0 ordinary, 6 "pinned a message", 19 reply, 20 answer to a command.
    pub kind: u8,
    /// Its text.
    pub content: String,
    /// Its embeds, as Discord gives them back.
    pub embeds: Vec<Value>,
    /// Its components, as Discord gives them back.
    pub components: Vec<Value>,
    /// Its files.
    pub attachments: Vec<Attachment>,
    /// The nonce it was sent with, echoed in its event.
    pub nonce: Option<Value>,
    /// Bits of the constants of this module.
    pub flags: u64,
    /// Its reactions in the order in which they appeared.
    pub reactions: Vec<Reaction>,
    /// When it was pinned.
    pub pinned_at: Option<DateTime<Utc>>,
    /// When it was last edited.
    pub edited_at: Option<DateTime<Utc>>,
    /// The one person who sees it; without one, everybody in the channel does.
    pub ephemeral_for: Option<u64>,
    /// The interaction that it answers.
    pub interaction: Option<u64>,
    /// The message that it replies to.
    pub reply_to: Option<u64>,
    /// Users whom it mentioned with effect.
    pub mentions: Vec<u64>,
    /// Roles that it mentioned with effect.
    pub mention_roles: Vec<u64>,
    /// Whether it pinged everybody.
    pub mention_everyone: bool,
    /// Read aloud.
    pub tts: bool,
}

/// A file of a message.
#[derive(Clone, Debug)]
pub struct Attachment {
    /// Its id.
    pub id: u64,
    /// Its name.
    pub filename: String,
    /// Its alternative text.
    pub description: Option<String>,
    /// Its media type.
    pub content_type: String,
    /// What is in it.
    pub bytes: Arc<[u8]>,
}

/// One emoji under a message and who chose it.
#[derive(Clone, Debug)]
pub struct Reaction {
    /// The emoji.
    pub emoji: Emoji,
    /// Who reacted, in order.
    pub users: Vec<u64>,
}

/// A unicode emoji, or a server's own with its id.
#[derive(Clone, Debug)]
pub struct Emoji {
    /// The id of a server's own emoji.
    pub id: Option<u64>,
    /// The unicode text, or the name of a server's own.
    pub name: String,
}

impl PartialEq for Emoji {
    /// The variation selector, which some keyboards leave out, makes no other emoji.
    fn eq(&self, other: &Self) -> bool {
        let plain = |emoji: &Self| emoji.name.replace('\u{fe0f}', "");
        if self.id.is_some() || other.id.is_some() {
            self.id == other.id
        } else {
            plain(self) == plain(other)
        }
    }
}

impl Eq for Emoji {}

impl Emoji {
    /// A unicode emoji, or a server's own as `name:id`; none for a text that is neither.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if let Some((name, id)) = text.rsplit_once(':') {
            let name = name.trim_start_matches("a:");
            let named = !name.is_empty()
                && name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_');
            return crate::sandbox::ids::parse_text(id)
                .filter(|_| named)
                .map(|id| Self { id: Some(id), name: name.to_owned() });
        }
        is_unicode_emoji(text).then(|| Self { id: None, name: text.to_owned() })
    }
}

/// Whether a text is one emoji, as far as the blocks of Unicode tell.
fn is_unicode_emoji(text: &str) -> bool {
    let joins = |letter: char| matches!(letter, '\u{200d}' | '\u{fe0f}' | '\u{20e3}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0020}'..='\u{e007f}');
    let pictures = |letter: char| {
        matches!(letter,
            '\u{a9}' | '\u{ae}' | '\u{203c}' | '\u{2049}' | '\u{2122}' | '\u{2139}' | '\u{2194}'..='\u{21aa}'
            | '\u{231a}'..='\u{23ff}' | '\u{24c2}' | '\u{25aa}'..='\u{27bf}' | '\u{2934}'..='\u{2935}' | '\u{2b05}'..='\u{2b55}'
            | '\u{3030}' | '\u{303d}' | '\u{3297}' | '\u{3299}' | '\u{1f000}'..='\u{1faff}')
    };
    let keycap = text.ends_with('\u{20e3}')
        && text.starts_with(|first: char| first.is_ascii_digit() || "#*".contains(first));
    let count = text.chars().filter(|letter| pictures(*letter)).count();
    keycap && text.chars().count() <= 3
        || count > 0
            && text.chars().count() <= 16
            && text.chars().all(|letter| joins(letter) || pictures(letter))
            && one_picture(text)
}

/// Several pictures are one emoji only when they are joined, or two letters of a flag.
fn one_picture(text: &str) -> bool {
    let letters: Vec<char> = text.chars().filter(|letter| *letter != '\u{fe0f}').collect();
    let is_flag = |letter: &char| matches!(letter, '\u{1f1e6}'..='\u{1f1ff}');
    if letters.first().is_some_and(is_flag) {
        return letters.len() == 2 && letters.iter().all(is_flag);
    }
    let modifier =
        |letter: char| matches!(letter, '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0020}'..='\u{e007f}' | '\u{200d}');
    letters.windows(2).all(|pair| pair[0] == '\u{200d}' || modifier(pair[1]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_emoji_is_told_from_words_and_from_two() {
        for emoji in ["✅", "🔁", "⏭️", "⏭", "👩‍💻", "👍🏽", "🇩🇪", "1️⃣", "❤️", "🆘"]
        {
            assert!(Emoji::parse(emoji).is_some(), "{emoji}");
        }
        for other in ["", "a", "ok", "✅✅", "<:name:1>", "ä", "1"] {
            assert!(Emoji::parse(other).is_none(), "{other}");
        }
        assert_eq!(Emoji::parse("⏭"), Emoji::parse("⏭️"));
        assert_eq!(Emoji::parse("tick:42").and_then(|emoji| emoji.id), Some(42));
    }
}
