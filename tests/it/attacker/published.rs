//! What the attacker holds in his hands: everything that is published of a programme, by the bot's own functions. And the
//! same by weaker rules, each of which leaves out one thing.

use std::collections::BTreeSet;
use std::ops::Range;

use tandem::domain::digest::PeriodFigures;
use tandem::domain::figures::survey::{self, Shown as Answered};
use tandem::domain::figures::topics::{Picked, topics};
use tandem::domain::figures::{
    Cell, Guard, K, PeriodInput, PersonRow, QuestionRows, Released, ReleasedCell, TandemRow, Withheld,
    release, rows_of_two,
};
use tandem::domain::report::{Known, Report};
use tandem::domain::survey::{Scale, items};
use tandem::domain::tandem::Side;
use tandem::domain::topic::Topic;

use super::company::{Deeds, GIVEN, Programme, STUCK, Survey, TOPICS, TURNED, WORKED};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rules {
    /// What the bot does.
    Real,
    /// A window over the last two periods as well.
    SlidingWindows,
    /// A total over all periods, computed anew from what happened.
    RecomputedTotals,
    /// A sum wherever *k* contributed, and where nobody did: *all* and *none* included.
    AllAndNone,
    /// Tasks that worked without a look at those that did not.
    NoRemainder,
    /// Two rows are taken away, however many tandems two people have.
    RowsNotPeople,
    /// The sum over all questions beside the single ones.
    QuestionsTwice,
    /// Every option of *k* people, whatever is left over.
    NoComplement,
    /// How many answered, beside the answers.
    AnsweredCounted,
    /// Whoever is on both sides is counted on both, and all together once more.
    SidesOverlap,
    /// A topic wherever *k* picked it.
    TopicsUnguarded,
}

impl Rules {
    /// Each with the first company that gives it away.
    pub const WEAKER: [(Self, u64); 10] = [
        (Self::SlidingWindows, 103),
        (Self::RecomputedTotals, 103),
        (Self::AllAndNone, 0),
        (Self::NoRemainder, 168),
        (Self::RowsNotPeople, 11),
        (Self::QuestionsTwice, 213),
        (Self::NoComplement, 14),
        (Self::AnsweredCounted, 3),
        (Self::SidesOverlap, 1),
        (Self::TopicsUnguarded, 4),
    ];
}

const HIDDEN: Released = Released::Withheld(Withheld::TooFewOrTooAlike);

fn guard(programme: &Programme) -> Guard {
    Guard::new(K::LEAST).knowing(rows_of_two(&programme.pairs))
}

/// The number of a question in the pool.
pub fn question(period: usize, at: usize) -> i64 {
    i64::try_from(10 * period + at).unwrap()
}

/// A period as the bot's database would hand it over.
pub fn input(programme: &Programme, period: usize, rules: Rules) -> PeriodInput {
    let there: Vec<usize> = (0..programme.pairs.len()).filter(|at| programme.there[*at][period]).collect();
    let pairs: Vec<[u32; 2]> = there.iter().map(|at| programme.pairs[*at]).collect();
    let asked = &programme.asked[period];
    let row = |at: &usize| {
        let all =
            |which: usize| programme.deeds[*at][..=period].iter().map(|deeds| deeds[which]).sum::<u32>();
        let talked = |reactions: &&Vec<_>| reactions[*at] == tandem::domain::figures::Reaction::Talked;
        let [held, planned, given, worked, stuck, support, reach, _] = programme.deeds[*at][period];
        TandemRow {
            held,
            planned,
            given,
            worked,
            stuck,
            support,
            reach,
            talked: u32::try_from(asked.iter().filter(talked).count()).unwrap(),
            unfinished: all(GIVEN) - all(WORKED),
            open: all(GIVEN) + all(TURNED) - all(WORKED) - all(STUCK),
        }
    };
    let person = |person: &u32| {
        let (sum, count) = programme.moods[period].get(person).copied().unwrap_or_default();
        PersonRow { sum, count }
    };
    let question = |(at, reactions): (usize, &Vec<_>)| QuestionRows {
        question: self::question(period, at),
        reactions: there.iter().map(|tandem| reactions[*tandem]).collect(),
    };
    PeriodInput {
        tandems: there.iter().map(row).collect(),
        people: programme.people(period).iter().map(person).collect(),
        questions: asked.iter().enumerate().map(question).collect(),
        insider_rows: if rules == Rules::RowsNotPeople { 2 } else { rows_of_two(&pairs) },
    }
}

fn cell(cell: Cell, values: &[u32], shown: bool) -> ReleasedCell {
    ReleasedCell { cell, released: if shown { Released::Sum(values.iter().sum()) } else { HIDDEN } }
}

/// The periods that a weaker rule counts at once, too.
pub fn window(rules: Rules, periods: usize) -> Option<Range<usize>> {
    match rules {
        Rules::SlidingWindows if periods > 1 => Some(periods - 2..periods),
        Rules::RecomputedTotals => Some(0..periods),
        _ => None,
    }
}

/// Everything about what happened in periods.
pub fn inside(programme: &Programme, rules: Rules) -> Vec<ReleasedCell> {
    let periods = programme.moods.len();
    let mut lines = Vec::new();
    for period in 0..periods {
        let input = input(programme, period, rules);
        lines.extend(release(&input, K::LEAST));
        let column = |of: fn(&TandemRow) -> u32| input.tandems.iter().map(of).collect::<Vec<u32>>();
        let given = column(|row| row.given);
        let contributed = |values: &[u32]| values.iter().filter(|value| **value > 0).count() >= 5;
        match rules {
            Rules::AllAndNone => {
                let none = given.iter().all(|value| *value == 0);
                lines.push(cell(Cell::TasksGiven, &given, contributed(&given) || none));
            }
            Rules::NoRemainder => {
                let worked = column(|row| row.worked);
                lines.push(cell(Cell::TasksWorked, &worked, guard(programme).lets_pass(&worked)));
            }
            Rules::QuestionsTwice => {
                let talked = column(|row| row.talked);
                lines.push(cell(Cell::QuestionsTalked, &talked, guard(programme).lets_pass(&talked)));
            }
            _ => {}
        }
    }
    if let Some(window) = window(rules, periods) {
        let sum = |deeds: &Vec<Deeds>| deeds[window.clone()].iter().map(|one| one[GIVEN]).sum();
        let all: Vec<u32> = programme.deeds.iter().map(sum).collect();
        lines.push(cell(Cell::TasksGiven, &all, guard(programme).lets_pass(&all)));
    }
    lines
}

/// The mood of a period alone.
pub fn mood(programme: &Programme, period: usize) -> Option<Released> {
    let input = input(programme, period, Rules::Real);
    let input = PeriodInput {
        tandems: vec![TandemRow::default(); input.tandems.len()],
        questions: Vec::new(),
        ..input
    };
    release(&input, K::LEAST).iter().find(|line| line.cell == Cell::Mood).map(|line| line.released)
}

/// What is shown of an item of a survey: for each group that is asked it.
pub fn answers(programme: &Programme, survey: &Survey, number: i64, rules: Rules) -> Vec<Answered> {
    let answer = |person: &u32| survey.sheets[person].1.get(&number).copied().unwrap_or(0);
    let mut shown = Vec::new();
    for (group, people) in Programme::groups(survey) {
        let Some(item) = items("six", survey.kind, group).into_iter().find(|item| item.number == number)
        else {
            continue;
        };
        let (options, ordered) = (item.scale.options(), item.scale == Scale::Agree);
        let of = |people: &[u32]| people.iter().map(answer).collect::<Vec<u8>>();
        let all = of(&people);
        shown.push(survey::shown(&all, options, ordered, K::LEAST));
        match rules {
            Rules::NoComplement if all.len() >= 10 && !ordered => {
                let count = |option: u8| all.iter().map(|one| u32::from(*one == option)).sum::<u32>();
                let counts = (1..=options).map(count).map(|count| (count >= 5).then_some(count));
                shown.push(Answered::Spread(counts.collect()));
            }
            Rules::AnsweredCounted => {
                let answered = all.iter().filter(|one| **one > 0).count();
                shown.push(Answered::Spread(vec![u32::try_from(answered).ok()]));
            }
            Rules::SidesOverlap => {
                let side = |at: usize| programme.pairs.iter().map(|pair| pair[at]).collect::<BTreeSet<u32>>();
                let both: Vec<u32> = [0, 1].into_iter().flat_map(side).collect();
                let once: Vec<u32> = both.iter().copied().collect::<BTreeSet<u32>>().into_iter().collect();
                for people in [both, once] {
                    shown.push(survey::shown(&of(&people), options, false, K::LEAST));
                }
            }
            _ => {}
        }
    }
    shown
}

/// What is shown of topics.
pub fn picked(programme: &Programme, rules: Rules) -> Vec<(Picked, Released)> {
    let topic = |at: usize| Picked::Catalogue(Topic::ALL[at]);
    let offered: Vec<Picked> = (0..TOPICS).map(topic).collect();
    let picks: Vec<BTreeSet<Picked>> =
        programme.topics.iter().map(|picks| picks.iter().map(|at| topic(*at)).collect()).collect();
    if rules == Rules::TopicsUnguarded {
        let count =
            |topic: &Picked| u32::try_from(picks.iter().filter(|one| one.contains(topic)).count()).unwrap();
        let shown = |count| if count >= 5 { Released::Sum(count) } else { HIDDEN };
        return offered.iter().map(|topic| (topic.clone(), shown(count(topic)))).collect();
    }
    topics(&picks, &offered, rows_of_two(&programme.pairs), K::LEAST)
}

/// The evaluation, which is made of all of this and of nothing else: the same cells make the same report.
pub fn report(programme: &Programme) -> Report {
    let day: chrono::NaiveDate = "2027-01-04".parse().unwrap();
    let period = |at: usize| PeriodFigures {
        first_day: day,
        last_day: day,
        cells: release(&input(programme, at, Rules::Real), K::LEAST),
    };
    Report::new(Known {
        periods: (0..programme.moods.len()).map(period).collect(),
        topics: picked(programme, Rules::Real),
        ..Known::default()
    })
}

/// How much was shown, so that the search is known to have had something to attack.
#[derive(Debug, Default)]
pub struct Shown {
    sums: usize,
    moods: usize,
    means: usize,
    spreads: usize,
    topics: usize,
    advice: usize,
}

impl Shown {
    pub fn count(&mut self, programme: &Programme) {
        for line in inside(programme, Rules::Real) {
            self.sums += usize::from(matches!(line.released, Released::Sum(_)));
            self.moods += usize::from(matches!(line.released, Released::Mean(_)));
        }
        for survey in &programme.surveys {
            for number in 1..=14 {
                for shown in answers(programme, survey, number, Rules::Real) {
                    self.means += usize::from(matches!(shown, Answered::Mean(_)));
                    self.spreads += usize::from(matches!(shown, Answered::Spread(_)));
                }
            }
        }
        let topics = picked(programme, Rules::Real);
        self.topics += topics.iter().filter(|(_, released)| released.is_shown()).count();
        self.advice += report(programme).advice.len();
    }

    pub fn is_enough(&self) -> bool {
        [self.sums, self.moods, self.means, self.spreads, self.topics].iter().all(|count| *count >= 30)
    }
}

/// On which side somebody is asked; for names in findings.
pub const fn side(side: Side) -> &'static str {
    side.code()
}
