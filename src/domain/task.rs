//! A small task between two meetings. Nobody fails: it *worked*, or it is *stuck* and stands on the next agenda.

use chrono::{DateTime, NaiveDate, Utc};

use super::ids::{PersonId, TandemId, TaskId};
use super::programme::codes;
use super::refusal::Refusal;

/// The longest text of a task, in characters: a card's description with room for the rest (Discord allows 4,096).
pub const TEXT_MAX: usize = 1_000;
/// The longest note, in characters: an embed field (Discord allows 1,024).
pub const NOTE_MAX: usize = 1_000;
/// The longest link, in characters (Discord's own limit for a link button).
pub const LINK_MAX: usize = 512;
/// Open tasks a tandem may have at once: what a select menu shows (Discord: 25 options).
pub const OPEN_MAX: usize = 25;

codes! {
    /// How it went.
    TaskState {
        /// Nothing said yet.
        Open = "open",
        /// It worked.
        Worked = "worked",
        /// It is stuck.
        Stuck = "stuck",
        /// Taken back by whoever gave it.
        Cancelled = "cancelled",
    }
}

/// What the one it is for says; the last word counts and can be taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Report {
    /// ✅
    Worked,
    /// 🧩
    Stuck,
    /// The word is taken back.
    Open,
}

impl Report {
    /// The state it leads to.
    #[must_use]
    pub const fn state(self) -> TaskState {
        match self {
            Self::Worked => TaskState::Worked,
            Self::Stuck => TaskState::Stuck,
            Self::Open => TaskState::Open,
        }
    }
}

/// A task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// Our number for it.
    pub id: TaskId,
    /// Its tandem.
    pub tandem: TandemId,
    /// Its number within the tandem, from 1: what people say.
    pub number: i64,
    /// Who gave it.
    pub giver: PersonId,
    /// Whom it is for.
    pub doer: PersonId,
    /// What to do, 1 to [`TEXT_MAX`] characters.
    pub text: String,
    /// Until when, in the programme's zone.
    pub due_on: Option<NaiveDate>,
    /// Where to read on.
    pub link: Option<String>,
    /// How it went.
    pub state: TaskState,
    /// Whether the last word was said by a reaction.
    pub by_mark: bool,
    /// What the one it is for adds.
    pub note: Option<String>,
    /// When it was given.
    pub given_at: DateTime<Utc>,
}

impl Task {
    /// Whether its doer may still be asked about it: a report on it is to come or may change.
    #[must_use]
    pub const fn is_pending(&self) -> bool {
        matches!(self.state, TaskState::Open | TaskState::Stuck)
    }
}

/// Reads what somebody wrote: without the white space around it, 1 to `max` characters.
///
/// # Errors
/// [`Refusal::TextLength`].
pub fn text(written: &str, max: usize) -> Result<String, Refusal> {
    let text = written.trim();
    if text.is_empty() || text.chars().count() > max {
        return Err(Refusal::TextLength { max });
    }
    Ok(text.to_owned())
}

/// Reads the address of a page: http or https, a host, and only characters that an address has (RFC 3986, and letters
/// of any script, which people copy from their browsers).
///
/// # Errors
/// [`Refusal::BadLink`].
pub fn link(written: &str) -> Result<String, Refusal> {
    let link = written.trim();
    let (scheme, rest) = link.split_once("://").ok_or(Refusal::BadLink)?;
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let known = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    let clean = |c: char| c.is_alphanumeric() || "-._~:/?#[]@!$&'()*+,;=%".contains(c);
    let plain_host =
        host.chars().any(char::is_alphanumeric) && !host.contains(['@', '(', ')', '*', '!', '\'']);
    if known && plain_host && link.chars().all(clean) && link.chars().count() <= LINK_MAX {
        Ok(link.to_owned())
    } else {
        Err(Refusal::BadLink)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_trimmed_and_counted_in_characters() {
        assert_eq!(text("  Kopfhörer koppeln\n", 20), Ok("Kopfhörer koppeln".into()));
        assert_eq!(text(&"ü".repeat(TEXT_MAX), TEXT_MAX).map(|text| text.chars().count()), Ok(TEXT_MAX));
        let refused = Err(Refusal::TextLength { max: TEXT_MAX });
        assert_eq!(text(&"u".repeat(TEXT_MAX + 1), TEXT_MAX), refused);
        assert_eq!(text(" \n ", TEXT_MAX), refused);
    }

    #[test]
    fn only_the_address_of_a_page_is_a_link() {
        for good in [
            "https://example.org",
            "HTTP://example.org/a?b=c&d#e",
            " https://de.wikipedia.org/wiki/Künstliche_Intelligenz_(Begriff) ",
            "http://[::1]:8080/x",
            "https://intranet:8443/page",
        ] {
            assert_eq!(link(good), Ok(good.trim().into()), "{good}");
        }
        for bad in [
            "",
            "example.org",
            "ftp://example.org",
            "javascript:alert(1)",
            "https://",
            "https:///path",
            "https://a b",
            "https://example.org/<@123>",
            "https://example.org/`x`",
            "https://example.org/||x||",
            "https://@everyone",
            "https://bank.example@evil.example/",
        ] {
            assert_eq!(link(bad), Err(Refusal::BadLink), "{bad}");
        }
        assert_eq!(link(&format!("https://example.org/{}", "a".repeat(LINK_MAX))), Err(Refusal::BadLink));
    }
}
