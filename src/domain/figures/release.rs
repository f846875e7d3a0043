//! From what happened in a period to the lines of the release table. Written once, when the period closes.

use super::survey::people_needed;
use super::{Cell, Guard, HalfSteps, K, Released, ReleasedCell, Withheld};

/// What one tandem did in the period. Carries no id, on purpose.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TandemRow {
    /// Meetings that became known, in the period, to have taken place.
    pub held: u32,
    /// Meetings that stood ahead when the period closed.
    pub planned: u32,
    /// Tasks given in the period, later withdrawn ones included.
    pub given: u32,
    /// Tasks whose last word was spoken in the period and was "worked".
    pub worked: u32,
    /// Tasks whose last word was spoken in the period and was "stuck".
    pub stuck: u32,
    /// Guiding questions that got their 💡 in the period.
    pub talked: u32,
    /// Calls for support in the period.
    pub support: u32,
    /// How often one of the two could not reach the other in the period.
    pub reach: u32,
    /// Never shown: of all tasks ever given in this tandem, those whose last word at the close was not "worked".
    pub unfinished: u32,
    /// Never shown: of all tasks ever given in this tandem, those without any word at the close.
    pub open: u32,
}

/// The 1–5 answers of one person in the period; without any, too, if she was there.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PersonRow {
    /// The sum of the answers.
    pub sum: u32,
    /// How many there were.
    pub count: u32,
}

/// What a tandem made of a guiding question; 💡 of either outweighs 🤷.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Reaction {
    /// Nothing, or another one asked for.
    Silent,
    /// 💡 We talked about it.
    Talked,
    /// 🤷 Nothing for us.
    Nothing,
}

/// A guiding question and the tandems that were shown it in the period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionRows {
    /// Its number in the pool.
    pub question: i64,
    /// One for each tandem that was shown it.
    pub reactions: Vec<Reaction>,
}

/// All that happened in one period of one programme, by those for whom the period counts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PeriodInput {
    /// One row for each tandem that [counts](super::period::Period::counts), idle ones included.
    pub tandems: Vec<TandemRow>,
    /// One row for each person in at least one of those tandems, silent ones included.
    pub people: Vec<PersonRow>,
    /// The questions shown to those tandems.
    pub questions: Vec<QuestionRows>,
    /// Of how many of those tandems two people know at most ([`super::rows_of_two`]); below two it counts as two.
    pub insider_rows: usize,
}

/// Decides what is shown of a period. Depends on the rows alone and not on their order.
#[must_use]
pub fn release(input: &PeriodInput, k: K) -> Vec<ReleasedCell> {
    release_for(input, Guard::new(k))
}

pub(super) fn release_for(input: &PeriodInput, guard: Guard) -> Vec<ReleasedCell> {
    let tandems = guard.knowing(input.insider_rows);
    let mut cells = tandem_cells(&input.tandems, tandems);
    // Below k tandems there are no figures at all, ratings included (third promise).
    let enough = input.tandems.len() >= guard.k();
    let mood = if enough { mood(&input.people, guard) } else { too_few_there(people_needed(guard)) };
    let mut questions: Vec<&QuestionRows> = input.questions.iter().collect();
    questions.sort_by_key(|rows| rows.question);
    let reactions: Vec<ReleasedCell> =
        questions.into_iter().flat_map(|rows| question_cells(rows, tandems)).collect();
    let talked: Vec<u32> = input.tandems.iter().map(|row| row.talked).collect();
    // Whatever the sum itself would be: that single ones are shown is there for everybody to see.
    let in_all = if reactions.iter().any(|line| line.released.is_shown()) {
        Released::Withheld(Withheld::ShownSingly)
    } else {
        sum_or_reason(&talked, tandems.lets_pass(&talked), tandems)
    };
    cells.push(ReleasedCell { cell: Cell::QuestionsTalked, released: in_all });
    cells.push(ReleasedCell { cell: Cell::Mood, released: mood });
    cells.extend(reactions);
    cells
}

fn too_few_there(needed: usize) -> Released {
    Released::Withheld(Withheld::TooFewThere { needed: u32::try_from(needed).unwrap_or(u32::MAX) })
}

/// A sum if `shown`, else the reason that fits.
pub(super) fn sum_or_reason(values: &[u32], shown: bool, guard: Guard) -> Released {
    if values.len() < guard.needed() {
        too_few_there(guard.needed())
    } else if shown {
        Released::Sum(values.iter().sum())
    } else {
        Released::Withheld(Withheld::TooFewOrTooAlike)
    }
}

pub(super) fn tandem_cells(rows: &[TandemRow], guard: Guard) -> Vec<ReleasedCell> {
    let column = |of: fn(&TandemRow) -> u32| rows.iter().map(of).collect::<Vec<u32>>();
    let passes = |of: fn(&TandemRow) -> u32| guard.lets_pass(&column(of));
    let given = passes(|row| row.given);
    // Given and worked together tell what did not work; all three, what nobody spoke of. Stuck is never shown without
    // worked: it would say how much is open at least, and what then is left for worked may be nothing.
    let worked = passes(|row| row.worked) && (!given || passes(|row| row.unfinished));
    let stuck = worked
        && passes(|row| row.stuck)
        && passes(|row| row.worked + row.stuck)
        && (!given || passes(|row| row.open));
    let cell = |cell, of: fn(&TandemRow) -> u32, shown| ReleasedCell {
        cell,
        released: sum_or_reason(&column(of), shown, guard),
    };
    vec![
        cell(Cell::MeetingsHeld, |row| row.held, passes(|row| row.held)),
        cell(Cell::MeetingsPlanned, |row| row.planned, passes(|row| row.planned)),
        cell(Cell::TasksGiven, |row| row.given, given),
        cell(Cell::TasksWorked, |row| row.worked, worked),
        cell(Cell::TasksStuck, |row| row.stuck, stuck),
        cell(Cell::SupportCalls, |row| row.support, passes(|row| row.support)),
        cell(Cell::CantReach, |row| row.reach, passes(|row| row.reach)),
    ]
}

pub(super) fn mood(people: &[PersonRow], guard: Guard) -> Released {
    let needed = people_needed(guard);
    if people.len() < needed {
        return too_few_there(needed);
    }
    let answered: Vec<&PersonRow> = people.iter().filter(|person| person.count > 0).collect();
    // Compared by what each one said on average: 4 and "4, 4" are alike.
    let said: Vec<(u32, u32)> =
        answered.iter().map(|person| lowest_terms(person.sum, person.count)).collect();
    let sum = answered.iter().map(|person| person.sum).sum();
    let count = answered.iter().map(|person| person.count).sum();
    match HalfSteps::of(sum, count) {
        Some(mean) if said.len() >= guard.k() && guard.differ(&said, 0) => Released::Mean(mean),
        _ => Released::Withheld(Withheld::TooFewOrTooAlike),
    }
}

fn lowest_terms(sum: u32, count: u32) -> (u32, u32) {
    let (mut a, mut b) = (sum, count);
    while b > 0 {
        (a, b) = (b, a % b);
    }
    (sum.checked_div(a).unwrap_or(sum), count.checked_div(a).unwrap_or(count))
}

pub(super) fn question_cells(rows: &QuestionRows, guard: Guard) -> [ReleasedCell; 2] {
    let column = |which: &[Reaction]| -> Vec<u32> {
        rows.reactions.iter().map(|reaction| u32::from(which.contains(reaction))).collect()
    };
    let talked = column(&[Reaction::Talked]);
    let nothing = column(&[Reaction::Nothing]);
    let show_talked = guard.lets_pass(&talked);
    let both = guard.lets_pass(&column(&[Reaction::Talked, Reaction::Nothing]));
    let show_nothing = guard.lets_pass(&nothing) && (!show_talked || both);
    [
        ReleasedCell {
            cell: Cell::QuestionTalked(rows.question),
            released: sum_or_reason(&talked, show_talked, guard),
        },
        ReleasedCell {
            cell: Cell::QuestionNothing(rows.question),
            released: sum_or_reason(&nothing, show_nothing, guard),
        },
    ]
}

/// A cell over several periods: sums of what was released, and the mean of released means. Never computed from rows.
/// With it, how many of the periods had a figure; `None` if none had.
#[must_use]
pub fn total(cell: Cell, periods: &[Vec<ReleasedCell>]) -> Option<(Released, usize)> {
    let released = periods.iter().flatten().filter(|line| line.cell == cell).map(|line| line.released);
    let (mut sum, mut half_steps, mut shown) = (0, 0, 0);
    for released in released {
        match released {
            Released::Sum(value) => sum += value,
            Released::Mean(mean) => half_steps += u32::from(mean.count()),
            Released::Withheld(_) => continue,
        }
        shown += 1;
    }
    let periods = u32::try_from(shown).ok().filter(|periods| *periods > 0)?;
    if cell.counts_people() {
        // Half steps over 2 are answers: the mean of the means, again in half steps.
        HalfSteps::of(half_steps, 2 * periods).map(|mean| (Released::Mean(mean), shown))
    } else {
        Some((Released::Sum(sum), shown))
    }
}
