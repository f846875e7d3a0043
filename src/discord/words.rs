//! Small words that many views share: how people, channels and languages are written.

use crate::discord::view::quote;
use crate::domain::ids::{ChannelId, RoleId, UserId};
use crate::domain::person::is_gone;
use crate::domain::tandem::Tandem;
use crate::domain::topic::Theme;
use crate::locales::{Language, say};

/// A person, as Discord shows them; whether it notifies them is decided elsewhere.
#[must_use]
pub fn person(user: UserId) -> String {
    // Whoever is erased has left no name.
    if is_gone(user) { "–".to_owned() } else { format!("<@{user}>") }
}

/// A channel, as a link.
#[must_use]
pub fn channel(id: ChannelId) -> String {
    format!("<#{id}>")
}

/// A role, as Discord shows it.
#[must_use]
pub fn role(id: RoleId) -> String {
    format!("<@&{id}>")
}

/// A tandem's room: a link, or its name while it is being made.
#[must_use]
pub fn room(tandem: &Tandem) -> String {
    tandem.channel.map_or_else(|| format!("#{}", tandem.name), channel)
}

/// A language with its form of address.
#[must_use]
pub fn language(shown_in: Language, of: Language) -> String {
    say(shown_in, &format!("programme-language-{}", of.code())).text()
}

/// A topic as a text shows it.
#[must_use]
pub fn theme_text(language: Language, theme: &Theme) -> String {
    match theme {
        Theme::Catalogue(topic) => say(language, &format!("topic-name-{}", topic.code())).text(),
        Theme::Own(words) => quote(words),
    }
}
