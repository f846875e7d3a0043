//! The evaluation of a programme as a value: how it stood, what was released of the inside of its tandems, and what that
//! says about the next programme. It is made of released cells and programme facts and of nothing else (P6, P7), so that
//! words, pictures, page and table, which are all made of it, can say no more than was published.

use std::collections::BTreeMap;

use super::decision::Decision;
use super::digest::{Facts, PeriodFigures};
use super::figures::survey::Shown;
use super::figures::topics::Picked;
use super::figures::{Cell, Released, total};
use super::survey::{Group, Item, Scale, SurveyKind, item};

/// Who took part. Programme facts, exact.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Participation {
    /// Enrolled to be mentors.
    pub mentors: usize,
    /// Enrolled to be mentees; whoever is both counts twice.
    pub mentees: usize,
    /// Tandems ever begun.
    pub begun: usize,
    /// Tandems that have ended.
    pub ended: usize,
}

/// What was released of an item for one group at one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered {
    /// In which survey.
    pub survey: SurveyKind,
    /// Whose answers.
    pub group: Group,
    /// How many were asked; a programme fact.
    pub asked: u32,
    /// What is shown.
    pub shown: Shown,
}

/// An item with everything that was released of it: group by group, the earlier survey first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// The item.
    pub item: Item,
    /// What was released.
    pub answered: Vec<Answered>,
}

/// What was released of a guiding question, over all periods.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reactions {
    /// Its number in the pool.
    pub question: i64,
    /// Tandems that talked about it; `None` where that is not shown.
    pub talked: Option<u32>,
    /// Tandems to which it said nothing; `None` where that is not shown.
    pub nothing: Option<u32>,
}

/// What the figures that are shown say about the next programme. Each follows from a rule that is written beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Advice {
    /// What most would need, of the needs that are shown.
    Need {
        /// Whose.
        group: Group,
        /// The need, numbered from 1.
        option: u8,
        /// How many named it.
        count: u32,
    },
    /// A statement found little agreement: a mean below 3.5, or no fewer who disagree than agree.
    Little {
        /// The item's part of the name of its text.
        code: &'static str,
        /// Whose.
        group: Group,
    },
    /// Agreement was lower at the end than in the middle by a half step or more.
    Fell {
        /// The item's part of the name of its text.
        code: &'static str,
        /// Whose.
        group: Group,
    },
    /// No fewer said perhaps or no to taking part again than yes, of what is shown.
    Again {
        /// Whose.
        group: Group,
    },
    /// Fewer than half of those admitted had read their briefing when pairing began.
    Briefing,
    /// No fewer tasks got stuck than worked, over the periods in which both are shown.
    Tasks,
    /// A guiding question said nothing to no fewer tandems than talked about it.
    Question {
        /// Its number.
        question: i64,
    },
}

/// A mean below 3.5, in half steps, is little agreement: "partly" is 3, and most people round up.
const LITTLE: u8 = 7;

/// All that is known to make an evaluation of.
#[derive(Debug, Clone, Default)]
pub struct Known {
    /// Who took part.
    pub participation: Participation,
    /// How things stand now.
    pub facts: Facts,
    /// The readers of the briefing: not counted yet, not shown, or how many.
    pub briefed: Option<Option<u32>>,
    /// The periods that have closed, the earliest first.
    pub periods: Vec<PeriodFigures>,
    /// What was released of closed surveys, each with the number of its item.
    pub surveys: Vec<(i64, Answered)>,
    /// What was released of topics; empty before the programme is closed.
    pub topics: Vec<(Picked, Released)>,
    /// What is waiting now.
    pub decisions: Vec<Decision>,
    /// From how many tandems on there are figures at all.
    pub needed: usize,
}

/// The evaluation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Who took part.
    pub participation: Participation,
    /// How things stand now.
    pub facts: Facts,
    /// The readers of the briefing: not counted yet, not shown, or how many.
    pub briefed: Option<Option<u32>>,
    /// The periods that have closed, the earliest first.
    pub periods: Vec<PeriodFigures>,
    /// Items in the order in which they are asked.
    pub statements: Vec<Statement>,
    /// Guiding questions of which something is shown, those talked about most first.
    pub reactions: Vec<Reactions>,
    /// How many guiding questions were asked of which nothing is shown.
    pub reactions_hidden: usize,
    /// Topics, those picked most first; empty before the programme is closed.
    pub topics: Vec<(Picked, Released)>,
    /// What to change next time.
    pub advice: Vec<Advice>,
    /// What is waiting now.
    pub decisions: Vec<Decision>,
    /// From how many tandems on there are figures at all.
    pub needed: usize,
}

impl Report {
    /// Puts an evaluation together.
    #[must_use]
    pub fn new(known: Known) -> Self {
        let (reactions, reactions_hidden) = reactions(&known.periods);
        let mut topics = known.topics;
        topics.sort_by_key(|(_, released)| match released {
            Released::Sum(sum) => std::cmp::Reverse(*sum),
            _ => std::cmp::Reverse(0),
        });
        let mut report = Self {
            participation: known.participation,
            facts: known.facts,
            briefed: known.briefed,
            periods: known.periods,
            statements: statements(known.surveys),
            reactions,
            reactions_hidden,
            topics,
            advice: Vec::new(),
            decisions: known.decisions,
            needed: known.needed,
        };
        report.advice = report.advise();
        report
    }

    /// A cell over all periods: the sum (or mean) of what was published, out of how many periods. Else why there is none,
    /// as of the last period; `None` before a period has closed.
    #[must_use]
    pub fn total(&self, cell: Cell) -> Option<(Released, usize)> {
        let cells: Vec<_> = self.periods.iter().map(|period| period.cells.clone()).collect();
        total(cell, &cells).or_else(|| self.periods.last()?.of(cell).map(|last| (last, 0)))
    }

    /// Whether a figure from inside tandems is shown at all.
    #[must_use]
    pub fn shows_anything(&self) -> bool {
        let shown = |shown: &Shown| matches!(shown, Shown::Spread(_) | Shown::Mean(_));
        let cells = self.periods.iter().flat_map(|period| &period.cells);
        cells
            .map(|line| line.released)
            .chain(self.topics.iter().map(|(_, released)| *released))
            .any(Released::is_shown)
            || self.statements.iter().flat_map(|one| &one.answered).any(|one| shown(&one.shown))
    }

    /// Whether too few tandems were there for any figure: facts and decisions are all there is then.
    #[must_use]
    pub fn is_small(&self) -> bool {
        !self.shows_anything() && self.participation.begun < self.needed
    }

    fn advise(&self) -> Vec<Advice> {
        let mut advice = Vec::new();
        for statement in &self.statements {
            advice.extend(statement.advice());
        }
        if let (Some(Some(readers)), true) = (self.briefed, self.facts.approved > 0)
            && 2 * (readers as usize) < self.facts.approved
        {
            advice.push(Advice::Briefing);
        }
        let both = self.periods.iter().filter_map(|period| {
            match (period.of(Cell::TasksWorked)?, period.of(Cell::TasksStuck)?) {
                (Released::Sum(worked), Released::Sum(stuck)) => Some((worked, stuck)),
                _ => None,
            }
        });
        let (worked, stuck) = both.fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
        if stuck > 0 && stuck >= worked {
            advice.push(Advice::Tasks);
        }
        let dull =
            |one: &&Reactions| one.talked.zip(one.nothing).is_some_and(|(talked, nothing)| nothing >= talked);
        advice.extend(
            self.reactions.iter().filter(dull).map(|one| Advice::Question { question: one.question }),
        );
        advice
    }
}

impl Statement {
    /// What is shown for a group, the later survey last.
    fn of(&self, group: Group) -> Vec<&Answered> {
        self.answered.iter().filter(|one| one.group == group).collect()
    }

    fn advice(&self) -> Vec<Advice> {
        let code = self.item.code;
        let mut advice = Vec::new();
        for group in Group::ALL {
            let all = self.of(group);
            let Some(last) = all.last() else { continue };
            match (self.item.scale, &last.shown) {
                (Scale::Need, Shown::Spread(counts)) => {
                    advice.extend(most(counts).map(|(option, count)| Advice::Need { group, option, count }));
                }
                (Scale::Again, Shown::Spread(counts)) => {
                    let part = |range: std::ops::Range<usize>| -> Option<u32> {
                        let shown: Vec<u32> = counts.get(range)?.iter().flatten().copied().collect();
                        (!shown.is_empty()).then(|| shown.iter().sum())
                    };
                    let (yes, other) = (part(0..1), part(1..3));
                    if other.is_some_and(|other| yes.is_some_and(|yes| other >= yes)) {
                        advice.push(Advice::Again { group });
                    }
                }
                (Scale::Agree, Shown::Mean(mean)) if mean.count() < LITTLE => {
                    advice.push(Advice::Little { code, group });
                }
                (Scale::Agree, Shown::Mean(mean)) => {
                    let before = all.iter().rev().skip(1).find_map(|one| match one.shown {
                        Shown::Mean(mean) if one.survey < last.survey => Some(mean),
                        _ => None,
                    });
                    if before.is_some_and(|before| before > *mean) {
                        advice.push(Advice::Fell { code, group });
                    }
                }
                (Scale::Agree, Shown::Spread(counts)) => {
                    let part = |shown: &[Option<u32>]| -> u32 { shown.iter().flatten().sum() };
                    let (against, with) = (part(&counts[..2]), part(&counts[3..]));
                    if against > 0 && against >= with {
                        advice.push(Advice::Little { code, group });
                    }
                }
                _ => {}
            }
        }
        together(advice)
    }
}

/// What is said of mentors and of mentees alike is said once, of both.
fn together(advice: Vec<Advice>) -> Vec<Advice> {
    let group = Group::All;
    match advice[..] {
        [Advice::Little { code, .. }, Advice::Little { .. }] => vec![Advice::Little { code, group }],
        [Advice::Fell { code, .. }, Advice::Fell { .. }] => vec![Advice::Fell { code, group }],
        [Advice::Again { .. }, Advice::Again { .. }] => vec![Advice::Again { group }],
        _ => advice,
    }
}

/// The option named most, if it is one alone. What is hidden is never more: it was too few, or joined those as the smallest.
fn most(counts: &[Option<u32>]) -> Option<(u8, u32)> {
    let highest = counts.iter().flatten().max()?;
    let mut at = counts.iter().enumerate().filter(|(_, count)| **count == Some(*highest));
    let (first, alone) = (at.next()?, at.next().is_none());
    // The last need says that nothing is needed.
    let says_something = first.0 + 1 < counts.len();
    (alone && says_something).then(|| (u8::try_from(first.0 + 1).unwrap_or(u8::MAX), *highest))
}

fn statements(surveys: Vec<(i64, Answered)>) -> Vec<Statement> {
    let mut found: BTreeMap<i64, Vec<Answered>> = BTreeMap::new();
    for (item, one) in surveys {
        found.entry(item).or_default().push(one);
    }
    let mut order: Vec<Item> = found.keys().filter_map(|number| item(*number)).collect();
    let place = |item: &Item| super::survey::catalogue().iter().position(|one| one.number == item.number);
    order.sort_by_key(place);
    let statement = |item: Item| {
        let mut answered = found.remove(&item.number).unwrap_or_default();
        answered.sort_by_key(|one| (one.group, one.survey));
        Statement { item, answered }
    };
    order.into_iter().map(statement).collect()
}

/// Over all periods, since one question comes to some tandems earlier than to others: sums of what was published.
fn reactions(periods: &[PeriodFigures]) -> (Vec<Reactions>, usize) {
    let mut found: BTreeMap<i64, Reactions> = BTreeMap::new();
    for line in periods.iter().flat_map(|period| &period.cells) {
        let (question, talked) = match line.cell {
            Cell::QuestionTalked(question) => (question, true),
            Cell::QuestionNothing(question) => (question, false),
            _ => continue,
        };
        let one = found.entry(question).or_insert(Reactions { question, talked: None, nothing: None });
        let Released::Sum(sum) = line.released else { continue };
        let figure = if talked { &mut one.talked } else { &mut one.nothing };
        *figure = Some(figure.unwrap_or_default() + sum);
    }
    let all = found.len();
    let mut shown: Vec<Reactions> =
        found.into_values().filter(|one| one.talked.is_some() || one.nothing.is_some()).collect();
    shown.sort_by_key(|one| (std::cmp::Reverse(one.talked), one.nothing, one.question));
    let hidden = all - shown.len();
    (shown, hidden)
}

#[cfg(test)]
#[path = "report/tests.rs"]
mod tests;
