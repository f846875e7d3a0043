//! The catalogues: a message id becomes text in a person's language. Every word that somebody reads in Discord
//! passes through [`say`], so that languages, forms of address and Discord's limits are checked in one place
//! (`tests/it/catalogue.rs`), which finds the ids by reading the calls in the source.

mod catalogue;
mod format;
mod refusal;

use std::fmt;

use fluent_bundle::{FluentArgs, FluentValue};

pub use crate::domain::language::Language;
use crate::domain::topic::Idea;
pub use catalogue::{LOCALES, files};
pub use format::{TimeStyle, date, date_time, day_short, discord_time, list, number, time_of_day, weekday};
pub use refusal::refusal;

/// A message with its variables, ready to become text. Made by [`say`].
#[must_use = "a message is only text once it is written somewhere"]
pub struct Said<'a> {
    language: Language,
    id: &'a str,
    args: FluentArgs<'a>,
}

/// Starts the message `id` in `language`; fill its variables with [`Said::with`].
///
/// The id is a literal wherever possible: `say(language, "task-assigned")`. Ids that are computed belong to the
/// families listed in `tests/it/catalogue.rs`.
///
/// ```
/// use tandem::locales::{Language, say};
/// let text = say(Language::De, "task-title").with("number", 3).text();
/// assert_eq!(text, "Aufgabe 3");
/// ```
pub fn say(language: Language, id: &str) -> Said<'_> {
    Said { language, id, args: FluentArgs::new() }
}

impl<'a> Said<'a> {
    /// Fills a variable. Numbers choose plural forms and are written as the language writes them; text stays as it is,
    /// so whoever hands in words of a person escapes them first.
    pub fn with(mut self, name: &'static str, value: impl Into<FluentValue<'a>>) -> Self {
        self.args.set(name, value);
        self
    }

    fn with_named(mut self, name: String, value: impl Into<FluentValue<'a>>) -> Self {
        self.args.set(name, value);
        self
    }

    /// The text. A message that is missing or lacks a variable is logged as an error and becomes a neutral line:
    /// nobody is left without an answer because of a slip in a catalogue.
    #[must_use]
    pub fn text(&self) -> String {
        catalogue::render(self.language, self.id, &self.args)
    }
}

impl fmt::Display for Said<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
    }
}

impl From<Said<'_>> for String {
    fn from(said: Said<'_>) -> Self {
        said.text()
    }
}

/// The words of the guiding question with this number (`domain::question`).
#[must_use]
pub fn question(language: Language, number: i64) -> String {
    say(language, &format!("question-{number:03}")).text()
}

/// The words of an idea for a small task (`domain::topic`).
#[must_use]
pub fn idea(language: Language, idea: Idea) -> String {
    say(language, &format!("idea-{}-{}", idea.topic.code(), idea.number)).text()
}

/// Whether the catalogue of `language` (or the one it falls back to) has the message `id`.
#[must_use]
pub fn has(language: Language, id: &str) -> bool {
    catalogue::has(language, id)
}

/// A text of the menus for registering commands: the default (English) one and Discord's localizations of it.
/// Menus know one German, without any form of address (rule D7).
///
/// ```
/// let (default, localized) = tandem::locales::menu("cmd-worked-name");
/// assert_eq!(default, "worked");
/// assert_eq!(localized[2], ("de", "geklappt".to_owned()));
/// ```
#[must_use]
pub fn menu(id: &str) -> (String, [(&'static str, String); 3]) {
    let english = say(Language::En, id).text();
    let german = say(Language::De, id).text();
    (english.clone(), [("en-US", english.clone()), ("en-GB", english), ("de", german)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_of_discord_finds_the_closest_language() {
        assert_eq!(Language::closest("de"), Language::De);
        assert_eq!(Language::closest("de-x-formal"), Language::DeFormal);
        assert_eq!(Language::closest("en-GB"), Language::En);
        assert_eq!(Language::closest("fr"), Language::En);
        for language in Language::ALL {
            assert_eq!(Language::closest(language.code()), language);
        }
    }

    #[test]
    fn the_formal_catalogue_falls_back_to_the_informal_one() {
        assert_eq!(say(Language::DeFormal, "task-title").with("number", 3).text(), "Aufgabe 3");
    }

    #[test]
    fn words_of_a_person_pass_unchanged_and_without_isolation_marks() {
        let text = say(Language::En, "task-title").with("number", "{ $x } 1.5").text();
        assert_eq!(text, "Task { $x } 1.5");
    }

    #[test]
    fn a_missing_message_becomes_a_neutral_line() {
        for language in Language::ALL {
            let text = say(language, "no-such-message").text();
            assert!(!text.is_empty() && !text.contains("no-such-message"), "{text}");
        }
    }

    #[test]
    fn a_missing_variable_becomes_a_neutral_line_and_shows_no_placeholder() {
        let text = say(Language::De, "task-title").text();
        assert!(!text.contains('$'), "{text}");
    }
}
