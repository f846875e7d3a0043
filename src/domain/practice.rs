//! A tip or insight that a tandem shares with the programme: both agree, a coordinator releases it, either takes it back.

use chrono::Duration;

use super::ids::{PracticeId, ProgrammeId, TandemId};
use super::programme::codes;
use super::refusal::Refusal;
use super::tandem::Side;

/// The longest text, in characters.
pub const TEXT_MAX: usize = 1_000;
/// The longest remark of a coordinator's, in characters.
pub const REMARK_MAX: usize = 500;
/// The largest file, in bytes: what Discord takes from a bot without a boosted server (10 MiB).
pub const FILE_MAX: usize = 10 * 1024 * 1024;
/// Endings of files that a computer would run: they are not passed on.
const RUNS: [&str; 16] = [
    "apk", "bat", "cmd", "com", "dll", "exe", "hta", "jar", "js", "lnk", "msi", "ps1", "reg", "scr", "sh",
    "vbs",
];

/// The name under which a file is kept and shown: ours, because its author's could tell who it is.
///
/// # Errors
/// [`Refusal::FileTooLarge`] or [`Refusal::FileRuns`].
pub fn file_name(given: &str, size: usize, id: PracticeId) -> Result<String, Refusal> {
    if size > FILE_MAX {
        return Err(Refusal::FileTooLarge { max: FILE_MAX / 1024 / 1024 });
    }
    let ending = given.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    if RUNS.contains(&ending.as_str()) {
        return Err(Refusal::FileRuns);
    }
    let plain = (1..=5).contains(&ending.len()) && ending.chars().all(|c| c.is_ascii_alphanumeric());
    Ok(if plain { format!("practice-{id}.{ending}") } else { format!("practice-{id}") })
}

/// How long the two have to answer (decision: a week with its weekend, as for a proposed partner).
pub const ANSWER_WITHIN: Duration = Duration::days(7);

codes! {
    /// What is shared.
    PracticeKind {
        /// Something that works: try it.
        Tip = "tip",
        /// Something understood.
        Insight = "insight",
    }
}

codes! {
    /// What one of the two says to it.
    Consent {
        /// Publish it with our names.
        Named = "named",
        /// Publish it without names.
        Unnamed = "unnamed",
        /// It stays in the tandem.
        No = "no",
    }
}

codes! {
    /// Where it stands.
    PracticeState {
        /// Waits for both.
        Proposed = "proposed",
        /// It stays in the tandem.
        Dropped = "dropped",
        /// Both agreed: it waits for a coordinator.
        Ready = "ready",
        /// A coordinator returned it with a remark.
        Returned = "returned",
        /// It is published.
        Released = "released",
        /// One of the two took it back.
        Withdrawn = "withdrawn",
    }
}

/// A practice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Practice {
    /// Our number for it.
    pub id: PracticeId,
    /// In which programme.
    pub programme: ProgrammeId,
    /// Whose.
    pub tandem: TandemId,
    /// What it is.
    pub kind: PracticeKind,
    /// Where it stands.
    pub state: PracticeState,
    /// In their words; empty once it came to nothing or was withdrawn.
    pub text: String,
    /// Where to read on.
    pub link: Option<String>,
    /// Until when to answer.
    pub deadline: chrono::DateTime<chrono::Utc>,
    /// What the mentor said; erased with the result.
    pub mentor_answer: Option<Consent>,
    /// What the mentee said; erased with the result.
    pub mentee_answer: Option<Consent>,
    /// Whether it is published with both names.
    pub named: bool,
    /// What a coordinator said when they returned it.
    pub remark: Option<String>,
}

/// The pair's result as soon as both agree: with names only where both said so. A *no* and silence are no result: they
/// show at the deadline, and are the same then.
#[must_use]
pub const fn agreed(mentor: Option<Consent>, mentee: Option<Consent>) -> Option<bool> {
    match (mentor, mentee) {
        (Some(Consent::Named), Some(Consent::Named)) => Some(true),
        (Some(Consent::Named | Consent::Unnamed), Some(Consent::Named | Consent::Unnamed)) => Some(false),
        _ => None,
    }
}

impl Practice {
    /// What that side said so far.
    #[must_use]
    pub const fn answer(&self, side: Side) -> Option<Consent> {
        match side {
            Side::Mentor => self.mentor_answer,
            Side::Mentee => self.mentee_answer,
        }
    }

    /// Whether one of the two can take it back.
    #[must_use]
    pub const fn can_be_withdrawn(&self) -> bool {
        matches!(self.state, PracticeState::Ready | PracticeState::Returned | PracticeState::Released)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_loses_its_authors_name_and_keeps_its_kind() {
        let of = |given: &str| file_name(given, 9, PracticeId(7));
        assert_eq!(of("Ulrich Weber, Vertrieb.PDF"), Ok("practice-7.pdf".into()));
        for odd in ["notes", "notes.", "notes.ulrich-weber", ".", "a.ulrichweber"] {
            assert_eq!(of(odd), Ok("practice-7".into()), "{odd}");
        }
        assert_eq!(of("setup.EXE"), Err(Refusal::FileRuns));
        let large = file_name("a.pdf", FILE_MAX + 1, PracticeId(7));
        assert_eq!(large, Err(Refusal::FileTooLarge { max: 10 }));
    }

    #[test]
    fn names_stand_below_only_where_both_said_so_and_a_no_is_never_a_result() {
        let all = [None, Some(Consent::Named), Some(Consent::Unnamed), Some(Consent::No)];
        for mentor in all {
            for mentee in all {
                let result = agreed(mentor, mentee);
                assert_eq!(result, agreed(mentee, mentor), "the same whoever said which");
                let no = [mentor, mentee].iter().any(|one| matches!(one, None | Some(Consent::No)));
                assert_eq!(result.is_none(), no);
                assert_eq!(result == Some(true), mentor == mentee && mentor == Some(Consent::Named));
            }
        }
    }
}
