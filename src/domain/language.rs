//! Languages and forms of address, as a choice that is stored; the words themselves lie in `locales`.

use serde::{Deserialize, Serialize};

/// The language of a post or of a private reply, form of address included.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Language {
    /// English.
    #[default]
    En,
    /// German with du.
    De,
    /// German with Sie: holds only what differs from [`Language::De`] and falls back to it.
    DeFormal,
}

impl Language {
    /// All languages, in the order in which they are documented.
    pub const ALL: [Self; 3] = [Self::En, Self::De, Self::DeFormal];

    /// The code under which the language is stored and its catalogue lies in `locales/`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::De => "de",
            Self::DeFormal => "de-x-formal",
        }
    }

    /// The language with this [`code`](Self::code), or the closest one to a Discord locale (`de`, `en-GB`, `fr`):
    /// German for German, English for everything else.
    #[must_use]
    pub fn closest(code: &str) -> Self {
        match code {
            "de-x-formal" => Self::DeFormal,
            _ if code == "de" || code.starts_with("de-") => Self::De,
            _ => Self::En,
        }
    }

    /// The same language with Sie or with du; English has no such difference.
    #[must_use]
    pub const fn addressed(self, formal: bool) -> Self {
        match (self, formal) {
            (Self::En, _) => Self::En,
            (_, true) => Self::DeFormal,
            (_, false) => Self::De,
        }
    }

    /// Whether the language is German, in either form of address.
    #[must_use]
    pub const fn is_german(self) -> bool {
        matches!(self, Self::De | Self::DeFormal)
    }
}
