//! The Fluent files, embedded in the binary and parsed once: a copy of the binary is a copy of its texts, and a
//! file that cannot be read is found by the tests and not by a participant.

use std::borrow::Cow;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::{LanguageIdentifier, langid};

use super::{Language, format};

/// Name and content of the files of one language, in the order in which they are read.
pub type Files = &'static [(&'static str, &'static str)];

macro_rules! embed {
    ($folder:literal: $($name:literal)*) => {
        &[$(($name, include_str!(concat!("../../locales/", $folder, "/", $name, ".ftl")))),*]
    };
}

/// Folders of `locales/` with their embedded files.
pub const LOCALES: [(&str, Files); 3] = [
    (
        "en",
        embed!("en": "agenda" "briefing" "commands" "coordination" "data" "digest" "feedback" "formats" "general" "help" "ideas" "inventory" "join" "leave" "matching" "meeting" "meetup" "my" "paper" "pause" "people" "practice" "privacy" "programme" "proposal" "questions" "refusals" "rehearsal" "report" "setup" "support" "survey" "task" "topics" "welcome" "wishes"),
    ),
    (
        "de",
        embed!("de": "agenda" "briefing" "commands" "coordination" "data" "digest" "feedback" "formats" "general" "help" "ideas" "inventory" "join" "leave" "matching" "meeting" "meetup" "my" "paper" "pause" "people" "practice" "privacy" "programme" "proposal" "questions" "refusals" "rehearsal" "report" "setup" "support" "survey" "task" "topics" "welcome" "wishes"),
    ),
    (
        "de-x-formal",
        embed!("de-x-formal": "agenda" "briefing" "coordination" "data" "feedback" "general" "help" "join" "leave" "matching" "meeting" "meetup" "my" "pause" "practice" "privacy" "programme" "proposal" "questions" "refusals" "report" "setup" "support" "survey" "task" "topics" "welcome" "wishes"),
    ),
];

/// The embedded files of one language, without those it falls back to.
#[must_use]
pub const fn files(language: Language) -> Files {
    match language {
        Language::En => LOCALES[0].1,
        Language::De => LOCALES[1].1,
        Language::DeFormal => LOCALES[2].1,
    }
}

type Bundle = FluentBundle<FluentResource>;

static ENGLISH: LazyLock<Bundle> = LazyLock::new(|| bundle(langid!("en"), &[Language::En]));
static GERMAN: LazyLock<Bundle> = LazyLock::new(|| bundle(langid!("de"), &[Language::De]));
static FORMAL: LazyLock<Bundle> =
    LazyLock::new(|| bundle(langid!("de"), &[Language::De, Language::DeFormal]));

/// What is shown when even the neutral line is missing; the tests see to it that it never is.
const LAST_RESORT: &str = "…";

fn of(language: Language) -> &'static Bundle {
    match language {
        Language::En => &ENGLISH,
        Language::De => &GERMAN,
        Language::DeFormal => &FORMAL,
    }
}

/// Later layers replace messages of earlier ones: this is how the formal catalogue falls back.
fn bundle(id: LanguageIdentifier, layers: &[Language]) -> Bundle {
    let mut bundle = Bundle::new_concurrent(vec![id]);
    // Isolation marks (U+2068, U+2069) would stand around each variable in Discord.
    bundle.set_use_isolating(false);
    if layers.contains(&Language::De) {
        bundle.set_formatter(Some(format::with_decimal_comma));
    }
    for (name, source) in layers.iter().flat_map(|layer| files(*layer)) {
        let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(resource, errors)| {
            tracing::error!(file = name, count = errors.len(), "a catalogue has lines that are not Fluent");
            resource
        });
        bundle.add_resource_overriding(resource);
    }
    bundle
}

pub(super) fn has(language: Language, id: &str) -> bool {
    of(language).has_message(id)
}

/// The message in its language, else a neutral line and an error in the log.
pub(super) fn render(language: Language, id: &str, args: &FluentArgs<'_>) -> String {
    match attempt(language, id, args) {
        Ok(text) => text.into_owned(),
        Err(reason) => {
            tracing::error!(id, language = language.code(), reason, "a message could not be written");
            attempt(language, "general-text-missing", &FluentArgs::new())
                .map_or_else(|_| LAST_RESORT.to_owned(), Cow::into_owned)
        }
    }
}

fn attempt<'a>(language: Language, id: &str, args: &'a FluentArgs<'_>) -> Result<Cow<'a, str>, &'static str> {
    let bundle = of(language);
    let pattern = bundle.get_message(id).and_then(|message| message.value()).ok_or("no such message")?;
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, Some(args), &mut errors);
    if errors.is_empty() { Ok(text) } else { Err("a variable is missing") }
}
