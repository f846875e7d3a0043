//! The coordinators' digest as a value: how the programme stands, what happened inside, what needs a decision.
//!
//! The inside part is made of released cells and of nothing else (rules P6 and P7), so a digest that is shown again, as
//! words, picture or CSV, cannot say more than the first time. Made when the schedule says, stored, rendered when sent.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::decision::{Cause, Decision};
use crate::domain::figures::period::Period;
use crate::domain::figures::{Cell, Guard, K, Released, ReleasedCell, Withheld};

/// How many closed periods stand beside the last one for comparison.
pub const PERIODS_BEFORE: usize = 3;

/// Programme facts: exact, because the coordinator acts on them (rule P6).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// People who take part.
    pub enrolled: usize,
    /// Those of them who were admitted.
    pub approved: usize,
    /// People with a proposal that has no result yet.
    pub waiting: usize,
    /// People who are free for a tandem.
    pub free: usize,
    /// Tandems at work.
    pub open: usize,
    /// Tandems ever begun.
    pub begun: usize,
    /// Tandems that have ended.
    pub ended: usize,
}

/// The released cells of one closed period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PeriodFigures {
    /// The first local day.
    pub first_day: NaiveDate,
    /// The last local day.
    pub last_day: NaiveDate,
    /// What was released of it.
    pub cells: Vec<ReleasedCell>,
}

impl PeriodFigures {
    /// The release of a period.
    #[must_use]
    pub fn new(period: &Period, cells: Vec<ReleasedCell>) -> Self {
        Self { first_day: period.first_day, last_day: period.last_day, cells }
    }

    /// What was released of a cell; `None` where the period has no such cell.
    #[must_use]
    pub fn of(&self, cell: Cell) -> Option<Released> {
        self.cells.iter().find(|line| line.cell == cell).map(|line| line.released)
    }

    fn shows_anything(&self) -> bool {
        self.cells.iter().any(|line| line.released.is_shown())
    }
}

/// What the digest says about the inside of tandems.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Inside {
    /// Nothing: no period has closed since the last digest, or why there are no figures was said before.
    Nothing,
    /// The first period is still open.
    FirstOn {
        /// The local day on which there may be figures for the first time.
        day: NaiveDate,
    },
    /// Too few tandems for any figure. Said in one digest only.
    TooFewTandems {
        /// How many it takes: more than *k*, see [`Guard::needed`].
        needed: usize,
    },
    /// A period has closed.
    Figures {
        /// That period.
        last: PeriodFigures,
        /// Up to three before it, the latest first.
        before: Vec<PeriodFigures>,
    },
}

/// What is known when a digest is made.
#[derive(Debug, Clone)]
pub struct InsideSoFar {
    /// The programme's *k*.
    pub k: K,
    /// Tandems open now.
    pub tandems_open: usize,
    /// All closed periods with their releases, the earliest first.
    pub closed: Vec<PeriodFigures>,
    /// How many of those an earlier digest could have shown.
    pub told_periods: usize,
    /// Whether an earlier digest said why there are no figures.
    pub told_why_none: bool,
    /// The day after the last day of the period that is open.
    pub next_close: NaiveDate,
}

impl Inside {
    /// Chooses what to say. Figures come before the reason why there are none: a programme that has become too small
    /// still shows the period in which it was not.
    #[must_use]
    pub fn choose(so_far: &InsideSoFar) -> Self {
        let newest = so_far.closed.last().filter(|_| so_far.closed.len() > so_far.told_periods);
        let needed = Guard::new(so_far.k).needed();
        let too_few = so_far.tandems_open < needed;
        match newest {
            Some(last) if last.shows_anything() || !too_few => Self::Figures {
                last: last.clone(),
                before: so_far.closed.iter().rev().skip(1).take(PERIODS_BEFORE).cloned().collect(),
            },
            _ if too_few && so_far.told_why_none => Self::Nothing,
            _ if too_few => Self::TooFewTandems { needed },
            _ if so_far.closed.is_empty() => Self::FirstOn { day: so_far.next_close },
            _ => Self::Nothing,
        }
    }

    /// Whether this says why there are no figures, to be remembered so that no later digest does.
    #[must_use]
    pub fn tells_why_none(&self) -> bool {
        matches!(self, Self::TooFewTandems { .. })
    }

    /// The periods shown, the earliest first and the last one last; empty where there are no figures.
    #[must_use]
    pub fn periods(&self) -> Vec<&PeriodFigures> {
        let Self::Figures { last, before } = self else { return Vec::new() };
        before.iter().rev().chain([last]).collect()
    }

    /// A cell over the periods shown, the earliest first and the last one last, for words, picture and alt text alike: the
    /// picture has them as time runs, the words begin with the last one.
    /// Empty where there are no figures or the last period has no such cell.
    #[must_use]
    pub fn row(&self, cell: Cell) -> Vec<Option<Released>> {
        let row: Vec<_> = self.periods().into_iter().map(|period| period.of(cell)).collect();
        if row.last().is_none_or(Option::is_none) { Vec::new() } else { row }
    }

    /// Why a cell has no figure in any of the periods shown, as of the last one; `None` where one of them has.
    #[must_use]
    pub fn nowhere_shown(&self, cell: Cell) -> Option<Withheld> {
        let row = self.row(cell);
        match row.last()? {
            Some(Released::Withheld(why)) if !row.iter().flatten().any(|one| one.is_shown()) => Some(*why),
            _ => None,
        }
    }
}

/// How things stand, for the sentence with which a digest begins. Programme facts alone (P6).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// No tandem has begun.
    Ahead {
        /// People who take part so far.
        enrolled: usize,
    },
    /// Tandems are at work.
    AtWork {
        /// How many.
        open: usize,
    },
    /// All have ended.
    Over {
        /// How many there were.
        begun: usize,
    },
}

/// A digest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Digest {
    /// How the programme stands.
    pub facts: Facts,
    /// What happened inside.
    pub inside: Inside,
    /// What is waiting, nothing with a count of 0.
    pub decisions: Vec<Decision>,
}

impl Digest {
    /// Puts a digest together. `undelivered` are stored causes with their counts; those that ask for the same are one.
    #[must_use]
    pub fn new(facts: Facts, inside: Inside, undelivered: &[(String, u32)]) -> Self {
        let mut causes: BTreeMap<Cause, u32> = BTreeMap::new();
        for (stored, count) in undelivered {
            *causes.entry(Cause::of(stored)).or_default() += count;
        }
        Self { facts, inside, decisions: Vec::new() }
            .deciding(Decision::Approvals(facts.enrolled.saturating_sub(facts.approved)))
            .deciding(Decision::Undelivered(causes.into_iter().collect()))
            .deciding(Decision::Free(facts.free))
    }

    /// With one more decision in its place, unless there is nothing to decide.
    #[must_use]
    pub fn deciding(mut self, decision: Decision) -> Self {
        if !decision.is_empty() {
            self.decisions.push(decision);
            self.decisions.sort_by_key(Decision::place);
        }
        self
    }

    /// How things stand.
    #[must_use]
    pub const fn standing(&self) -> Standing {
        match self.facts {
            Facts { begun: 0, enrolled, .. } => Standing::Ahead { enrolled },
            Facts { open: 0, begun, .. } => Standing::Over { begun },
            Facts { open, .. } => Standing::AtWork { open },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(week: u32) -> NaiveDate {
        "2026-09-07".parse::<NaiveDate>().unwrap() + chrono::Duration::weeks(week.into())
    }

    fn closed(week: u32, given: Option<u32>) -> PeriodFigures {
        let released = given.map_or(Released::Withheld(Withheld::TooFewOrTooAlike), Released::Sum);
        PeriodFigures {
            first_day: day(week),
            last_day: day(week + 1).pred_opt().unwrap(),
            cells: vec![ReleasedCell { cell: Cell::TasksGiven, released }],
        }
    }

    fn so_far(tandems_open: usize, closed: Vec<PeriodFigures>, told_periods: usize) -> InsideSoFar {
        let next_close = day(9);
        InsideSoFar { k: K::LEAST, tandems_open, closed, told_periods, told_why_none: false, next_close }
    }

    #[test]
    fn a_small_programme_hears_once_why_there_are_no_figures() {
        let mut state = so_far(3, vec![], 0);
        let first = Inside::choose(&state);
        assert_eq!(first, Inside::TooFewTandems { needed: 8 });
        state.told_why_none = first.tells_why_none();
        state.closed.push(closed(0, None));
        assert_eq!(Inside::choose(&state), Inside::Nothing);
    }

    #[test]
    fn before_the_first_period_has_closed_the_digest_says_when_figures_come() {
        assert_eq!(Inside::choose(&so_far(8, vec![], 0)), Inside::FirstOn { day: day(9) });
    }

    #[test]
    fn a_closed_period_is_shown_once_beside_at_most_three_before_it() {
        let periods: Vec<PeriodFigures> = (0..6).map(|week| closed(week, Some(10 + week))).collect();
        let Inside::Figures { last, before } = Inside::choose(&so_far(8, periods.clone(), 5)) else {
            panic!()
        };
        assert_eq!(last, periods[5]);
        assert_eq!(before, [periods[4].clone(), periods[3].clone(), periods[2].clone()]);
        assert_eq!(Inside::choose(&so_far(8, periods, 6)), Inside::Nothing);
    }

    #[test]
    fn several_periods_that_closed_while_the_bot_was_away_come_in_one_digest() {
        let periods = vec![closed(0, Some(9)), closed(1, None), closed(2, Some(11))];
        let inside = Inside::choose(&so_far(8, periods, 0));
        let withheld = Released::Withheld(Withheld::TooFewOrTooAlike);
        let row = [Released::Sum(9), withheld, Released::Sum(11)].map(Some);
        assert_eq!(inside.row(Cell::TasksGiven), row);
        assert!(inside.row(Cell::Mood).is_empty());
    }

    #[test]
    fn a_programme_that_shrank_still_shows_the_period_in_which_it_was_large_enough() {
        let shown = Inside::choose(&so_far(4, vec![closed(0, Some(9))], 0));
        assert!(matches!(shown, Inside::Figures { .. }));
        assert_eq!(Inside::choose(&so_far(4, vec![closed(0, None)], 0)), Inside::TooFewTandems { needed: 8 });
    }

    #[test]
    fn withheld_figures_of_a_large_enough_programme_are_shown_as_withheld() {
        assert!(matches!(Inside::choose(&so_far(8, vec![closed(0, None)], 0)), Inside::Figures { .. }));
    }

    #[test]
    fn decisions_stand_only_where_there_are_some_and_causes_that_ask_for_the_same_are_one() {
        assert!(Digest::new(Facts::default(), Inside::Nothing, &[]).decisions.is_empty());
        let causes =
            [("forbidden-50001", 2), ("forbidden-50013", 1), ("gone-10003", 4), ("refused-400-50035", 1)];
        let causes = causes.map(|(cause, count)| (cause.to_owned(), count));
        let digest = Digest::new(Facts { free: 3, ..Facts::default() }, Inside::Nothing, &causes);
        let undelivered = vec![(Cause::Permission, 3), (Cause::ChannelGone, 4), (Cause::Refused, 1)];
        assert_eq!(digest.decisions, [Decision::Undelivered(undelivered), Decision::Free(3)]);
    }

    #[test]
    fn what_somebody_waits_for_comes_first_whatever_the_order_in_which_it_was_found() {
        let facts = Facts { enrolled: 9, approved: 7, free: 1, ..Facts::default() };
        let digest = Digest::new(facts, Inside::Nothing, &[])
            .deciding(Decision::Questions(0))
            .deciding(Decision::Support(1))
            .deciding(Decision::Practices(0));
        let expected =
            [Decision::Approvals(2), Decision::Support(1), Decision::Free(1), Decision::Questions(0)];
        assert_eq!(digest.decisions, expected);
    }

    #[test]
    fn the_first_sentence_is_about_tandems_as_soon_as_there_are_some() {
        let standing = |enrolled, begun, open| {
            let facts = Facts { enrolled, open, begun, ..Facts::default() };
            Digest::new(facts, Inside::Nothing, &[]).standing()
        };
        assert_eq!(standing(7, 0, 0), Standing::Ahead { enrolled: 7 });
        assert_eq!(standing(16, 8, 7), Standing::AtWork { open: 7 });
        assert_eq!(standing(16, 8, 0), Standing::Over { begun: 8 });
    }

    #[test]
    fn a_cell_that_no_period_shows_has_the_reason_of_the_last_one() {
        let shown = Inside::choose(&so_far(8, vec![closed(0, Some(9)), closed(1, None)], 0));
        assert_eq!(shown.nowhere_shown(Cell::TasksGiven), None);
        let hidden = Inside::choose(&so_far(8, vec![closed(0, None), closed(1, None)], 0));
        assert_eq!(hidden.nowhere_shown(Cell::TasksGiven), Some(Withheld::TooFewOrTooAlike));
        assert_eq!(hidden.nowhere_shown(Cell::Mood), None);
    }

    #[test]
    fn a_stored_digest_is_the_digest_that_was_made() {
        let facts = Facts { open: 8, free: 1, ..Facts::default() };
        let inside = Inside::choose(&so_far(8, vec![closed(0, None), closed(1, Some(12))], 0));
        let digest = Digest::new(facts, inside, &[("gone-10003".to_owned(), 1)]);
        let json = serde_json::to_string(&digest).unwrap();
        assert_eq!(serde_json::from_str::<Digest>(&json).unwrap(), digest, "{json}");
    }
}
