//! What people say by reactions. Discord tells no time with them when they are read back, so that a judgement rests on
//! the set that was seen last and the set that stands now (D5).

use super::task::{Report, TaskState};

/// *Worked*, on a card; *we agree*, on the welcome; *I will be there*, on a meeting's card.
pub const WORKED: &str = "✅";
/// *Stuck*, on a card.
pub const STUCK: &str = "🧩";
/// *We talked about it*, on a question.
pub const TALKED: &str = "💡";
/// *Nothing for us*, on a question.
pub const NOT_OURS: &str = "🤷";
/// *Another one please*, on a question.
pub const ANOTHER: &str = "⏭️";

/// The reactions under a task's card, in order.
pub const ON_CARD: &[&str] = &[WORKED, STUCK];
/// The reactions under a guiding question, in order.
pub const ON_QUESTION: &[&str] = &[TALKED, NOT_OURS, ANOTHER];
/// The reaction under a meeting's card: the other one confirms with it.
pub const ON_MEETING: &[&str] = &[WORKED];
/// The reaction under the welcome: both confirm their agreement with it.
pub const ON_WELCOME: &[&str] = &[WORKED];

/// The one of `known` that an emoji is. Some clients leave out the variation selector (U+FE0F), which changes nothing.
#[must_use]
pub fn known(emoji: &str, known: &[&'static str]) -> Option<&'static str> {
    let bare = |text: &str| text.replace('\u{fe0f}', "");
    known.iter().copied().find(|one| bare(one) == bare(emoji))
}

/// The report that a reaction on a card makes.
#[must_use]
pub fn report_of(emoji: &str) -> Option<Report> {
    match known(emoji, ON_CARD)? {
        WORKED => Some(Report::Worked),
        _ => Some(Report::Stuck),
    }
}

/// The reactions on a card that a report contradicts.
#[must_use]
pub const fn opposite(report: Report) -> &'static [&'static str] {
    match report {
        Report::Worked => &[STUCK],
        Report::Stuck => &[WORKED],
        Report::Open => ON_CARD,
    }
}

/// One person's reactions on a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CardMarks {
    /// ✅ stands.
    pub worked: bool,
    /// 🧩 stands.
    pub stuck: bool,
}

impl CardMarks {
    /// Reads them from a person's reactions.
    pub fn of<'a>(emojis: impl IntoIterator<Item = &'a str>) -> Self {
        let mut marks = Self::default();
        for emoji in emojis {
            match report_of(emoji) {
                Some(Report::Worked) => marks.worked = true,
                Some(Report::Stuck) => marks.stuck = true,
                _ => {}
            }
        }
        marks
    }
}

/// What reactions mean for a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing new was said.
    Nothing,
    /// That was said.
    Report(Report),
    /// Both were said, and nobody knows which came last.
    Disagree,
}

/// Judges the change from the set seen last to the set that stands now. `by_mark` is whether the last word on the task
/// was said by reaction: only then does a vanished one take anything back.
#[must_use]
pub const fn judge(before: CardMarks, now: CardMarks, state: TaskState, by_mark: bool) -> Verdict {
    match (now.worked && !before.worked, now.stuck && !before.stuck) {
        (true, true) => return Verdict::Disagree,
        (true, false) => return Verdict::Report(Report::Worked),
        (false, true) => return Verdict::Report(Report::Stuck),
        (false, false) => {}
    }
    let vanished = before.worked && !now.worked || before.stuck && !now.stuck;
    if !vanished || !by_mark {
        return Verdict::Nothing;
    }
    match (now.worked, now.stuck, state) {
        (true, false, TaskState::Open | TaskState::Stuck) => Verdict::Report(Report::Worked),
        (false, true, TaskState::Open | TaskState::Worked) => Verdict::Report(Report::Stuck),
        (false, false, TaskState::Worked | TaskState::Stuck) => Verdict::Report(Report::Open),
        _ => Verdict::Nothing,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NONE: CardMarks = CardMarks { worked: false, stuck: false };
    const YES: CardMarks = CardMarks { worked: true, stuck: false };
    const HM: CardMarks = CardMarks { worked: false, stuck: true };
    const BOTH: CardMarks = CardMarks { worked: true, stuck: true };

    #[test]
    fn one_new_mark_wins_whatever_stood_there() {
        for before in [NONE, HM] {
            for state in [TaskState::Open, TaskState::Stuck, TaskState::Worked] {
                for by_mark in [false, true] {
                    assert_eq!(judge(before, YES, state, by_mark), Verdict::Report(Report::Worked));
                }
            }
        }
        assert_eq!(judge(YES, BOTH, TaskState::Worked, true), Verdict::Report(Report::Stuck));
    }

    #[test]
    fn two_new_marks_are_asked_about_and_only_once() {
        assert_eq!(judge(NONE, BOTH, TaskState::Open, false), Verdict::Disagree);
        assert_eq!(judge(BOTH, BOTH, TaskState::Open, true), Verdict::Nothing);
    }

    #[test]
    fn a_vanished_mark_undoes_only_what_a_mark_said() {
        assert_eq!(judge(YES, NONE, TaskState::Worked, true), Verdict::Report(Report::Open));
        assert_eq!(judge(YES, NONE, TaskState::Worked, false), Verdict::Nothing);
        assert_eq!(judge(HM, NONE, TaskState::Worked, false), Verdict::Nothing);
    }

    #[test]
    fn the_mark_that_is_left_of_two_counts() {
        assert_eq!(judge(BOTH, YES, TaskState::Open, true), Verdict::Report(Report::Worked));
        assert_eq!(judge(BOTH, HM, TaskState::Worked, true), Verdict::Report(Report::Stuck));
        assert_eq!(judge(BOTH, YES, TaskState::Worked, true), Verdict::Nothing);
        assert_eq!(judge(BOTH, YES, TaskState::Stuck, false), Verdict::Nothing);
    }

    #[test]
    fn an_emoji_is_known_with_and_without_its_variation_selector() {
        assert_eq!(known("⏭", ON_QUESTION), Some(ANOTHER));
        assert_eq!(known("⏭\u{fe0f}", ON_QUESTION), Some(ANOTHER));
        assert_eq!(known("🎉", ON_QUESTION), None);
        assert_eq!(report_of("💡"), None);
    }
}
