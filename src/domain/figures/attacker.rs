//! The attacker of rule P9, by brute force: for small programmes, every world there is.
//!
//! A world is what each contributor did. All worlds that look alike from outside, and in which the insiders did what they
//! say they did, are laid on top of each other; what is then the same in all of them is known to the attacker. The search
//! is over multisets, since a release does not depend on order, and then every arrangement of the others is possible.
//! Rules that were left out on purpose are caught by the same search, so that it cannot pass by being blind.

use std::collections::BTreeMap;

use super::release::{mood, question_cells, release_for, tandem_cells};
use super::*;

#[path = "attacker/surveys.rs"]
mod surveys;

/// Every way to spread `n` contributors over `kinds` kinds of rows: how many there are of each.
fn worlds(kinds: usize, n: usize) -> Vec<Vec<usize>> {
    worlds_up_to(&vec![0; kinds], n, 0)
}

/// The same, where a row of a kind costs something and the whole world at most `budget`.
fn worlds_up_to(costs: &[usize], n: usize, budget: usize) -> Vec<Vec<usize>> {
    let Some((cost, rest)) = costs.split_first() else { return if n == 0 { vec![vec![]] } else { vec![] } };
    if rest.is_empty() && n * cost <= budget {
        return vec![vec![n]];
    }
    let affordable = (0..=n).take_while(|here| here * cost <= budget);
    affordable
        .flat_map(|here| {
            let others = worlds_up_to(rest, n - here, budget - here * cost);
            others.into_iter().map(move |others| [vec![here], others].concat())
        })
        .collect()
}

/// Takes `insiders` away from the counts in every possible way.
fn each_removal(counts: &[usize], insiders: usize, visit: &mut impl FnMut(&[usize], &[usize])) {
    fn remove(
        counts: &mut Vec<usize>,
        taken: &mut Vec<usize>,
        from: usize,
        left: usize,
        visit: &mut impl FnMut(&[usize], &[usize]),
    ) {
        if left == 0 {
            visit(taken, counts);
            return;
        }
        for kind in from..counts.len() {
            if counts[kind] > 0 {
                counts[kind] -= 1;
                taken.push(kind);
                remove(counts, taken, kind, left - 1, visit);
                taken.pop();
                counts[kind] += 1;
            }
        }
    }
    remove(&mut counts.to_vec(), &mut Vec::new(), 0, insiders, visit);
}

fn rows_of<R: Copy>(kinds: &[R], counts: &[usize]) -> Vec<R> {
    kinds.iter().zip(counts).flat_map(|(row, count)| std::iter::repeat_n(*row, *count)).collect()
}

/// Something about a row that nobody shall know: its name, and how to read it.
type Secret<R> = (&'static str, fn(&R) -> u32);

/// What an attacker with `insiders` who tell can find out about anybody else: the views after which one of the `secrets`
/// of all others is one and the same value in every world.
fn known<R: Copy, O: Ord + std::fmt::Debug>(
    kinds: &[R],
    worlds: &[Vec<usize>],
    insiders: usize,
    released: impl Fn(&[R]) -> O,
    secrets: &[Secret<R>],
) -> Vec<String> {
    assert!(kinds.len() <= 64);
    let mut views: BTreeMap<O, BTreeMap<Vec<usize>, u64>> = BTreeMap::new();
    for counts in worlds {
        let by_insiders = views.entry(released(&rows_of(kinds, counts))).or_default();
        each_removal(counts, insiders, &mut |taken, rest| {
            let left = rest.iter().enumerate().filter(|(_, count)| **count > 0);
            let mask = left.fold(0, |mask, (kind, _)| mask | 1_u64 << kind);
            match by_insiders.get_mut(taken) {
                Some(seen) => *seen |= mask,
                None => drop(by_insiders.insert(taken.to_vec(), mask)),
            }
        });
    }
    let mut findings = Vec::new();
    for (output, by_insiders) in &views {
        for (taken, mask) in by_insiders {
            for (name, secret) in secrets {
                let mut left =
                    (0..kinds.len()).filter(|kind| mask >> kind & 1 == 1).map(|kind| secret(&kinds[kind]));
                let first = left.next();
                if left.all(|other| Some(other) == first) {
                    findings.push(format!("{name} is {first:?} after {output:?} with insiders {taken:?}"));
                }
            }
        }
    }
    findings
}

const COUNT: &[Secret<u32>] = &[("the count", |count| *count)];
const SOME: &[Secret<u32>] = &[("whether there was any", |count| (*count).min(1))];

fn five() -> Guard {
    Guard::new(K::LEAST)
}

/// One column alone, through the rule under attack.
fn column(values: &[u32], rule: impl Fn(&[u32]) -> bool) -> Option<u32> {
    rule(values).then(|| values.iter().sum())
}

#[test]
fn no_count_of_anybody_is_ever_known() {
    for n in 5..=11 {
        for most in 1..=4 {
            let kinds: Vec<u32> = (0..=most).collect();
            let found = known(
                &kinds,
                &worlds(kinds.len(), n),
                2,
                |rows| column(rows, |values| five().lets_pass(values)),
                COUNT,
            );
            assert!(found.is_empty(), "at most {most} each: {found:#?}");
        }
    }
}

#[test]
fn whether_somebody_did_anything_stays_open_too() {
    // All worlds of every sum up to 16, without any bound on what one tandem does.
    let kinds: Vec<u32> = (0..=16).collect();
    for n in [8, 9, 12] {
        let mut all = worlds_up_to(&(0..=16).collect::<Vec<_>>(), n, 16);
        all.retain(|counts| five().lets_pass(&rows_of(&kinds, counts)));
        assert!(!all.is_empty());
        let found = known(&kinds, &all, 2, |rows| rows.iter().sum::<u32>(), SOME);
        assert!(found.is_empty(), "{n}: {found:#?}");
    }
}

#[test]
fn even_somebody_who_guesses_why_a_figure_is_withheld_learns_nothing_of_anybody() {
    let why = |values: &[u32]| {
        let few = values.iter().filter(|value| **value > 0).count() < 5;
        (column(values, |values| five().lets_pass(values)), few, five().differ(values, 1))
    };
    for n in 8..=10 {
        for kinds in [vec![0, 1], vec![0, 1, 2], vec![0, 1, 2, 3]] {
            let found = known(&kinds, &worlds(kinds.len(), n), 2, why, COUNT);
            assert!(found.is_empty(), "{n}: {found:#?}");
        }
    }
}

#[test]
fn without_one_of_its_conditions_the_rule_is_broken() {
    let at_least_k = |values: &[u32]| values.iter().filter(|value| **value > 0).count() >= 5;
    let differ = |values: &[u32]| five().differ(values, 0);
    let counts: Vec<u32> = (0..=2).collect();
    // k alone: eight who all did the most there is.
    assert!(!known(&counts, &worlds(3, 8), 2, |rows| column(rows, at_least_k), COUNT).is_empty());
    // No margin for insiders: with seven, two idle insiders know that all others did something.
    let no_margin = |values: &[u32]| at_least_k(values) && differ(values);
    let kinds: Vec<u32> = (0..=8).collect();
    let all = worlds_up_to(&(0..=8).collect::<Vec<_>>(), 7, 8);
    assert!(!known(&kinds, &all, 2, |rows| column(rows, no_margin), SOME).is_empty());
    // A reason that tells "too few" from "too alike".
    let telling = |values: &[u32]| (five().lets_pass(values), differ(values), at_least_k(values));
    assert!(!known(&[0, 1], &worlds(2, 8), 2, telling, COUNT).is_empty());
}

/// Rows of a first period: what was given is worked, stuck or open.
fn task_rows(most: u32) -> Vec<TandemRow> {
    let mut rows = Vec::new();
    for given in 0..=most {
        for worked in 0..=given {
            for stuck in 0..=given - worked {
                let (unfinished, open) = (given - worked, given - worked - stuck);
                rows.push(TandemRow { given, worked, stuck, unfinished, open, ..TandemRow::default() });
            }
        }
    }
    rows
}

fn sums(cells: &[ReleasedCell]) -> Vec<Option<u32>> {
    let sum = |line: &ReleasedCell| match line.released {
        Released::Sum(sum) => Some(sum),
        _ => None,
    };
    cells.iter().map(sum).collect()
}

const TASK_SECRETS: &[Secret<TandemRow>] = &[
    ("given", |row| row.given),
    ("worked", |row| row.worked),
    ("stuck", |row| row.stuck),
    ("unfinished", |row| row.unfinished),
    ("open", |row| row.open),
    ("not stuck", |row| row.given - row.stuck),
    ("reported", |row| row.worked + row.stuck),
];

#[test]
fn given_worked_and_stuck_cannot_be_subtracted_to_reach_anybody() {
    for (guard, n, insiders, most) in
        [(five(), 8, 2, 2), (Guard::small(3, 1), 5, 1, 3), (Guard::small(3, 1), 6, 1, 2)]
    {
        let kinds = task_rows(most);
        let found = known(
            &kinds,
            &worlds(kinds.len(), n),
            insiders,
            |rows| sums(&tandem_cells(rows, guard)),
            TASK_SECRETS,
        );
        assert!(found.is_empty(), "{found:#?}");
    }
}

#[test]
fn cells_that_are_judged_one_by_one_can_be_subtracted() {
    let guard = Guard::small(3, 1);
    let each_alone = |rows: &[TandemRow]| {
        let columns: [fn(&TandemRow) -> u32; 3] = [|row| row.given, |row| row.worked, |row| row.stuck];
        columns.map(|of| column(&rows.iter().map(of).collect::<Vec<_>>(), |values| guard.lets_pass(values)))
    };
    assert!(!known(&task_rows(3), &worlds(task_rows(3).len(), 5), 1, each_alone, TASK_SECRETS).is_empty());
}

/// Two periods in the life of a tandem: what works in the second may have been given in the first.
fn two_periods(joins_late: bool) -> Vec<[TandemRow; 2]> {
    let mut rows = Vec::new();
    for before in 0..=if joins_late { 0 } else { 2 } {
        for given in 0..=2_u32 {
            for worked in 0..=(before + given).min(2) {
                let row = |given, worked, unfinished| TandemRow {
                    given,
                    worked,
                    unfinished,
                    ..TandemRow::default()
                };
                rows.push([row(before, 0, before), row(given, worked, before + given - worked)]);
            }
        }
    }
    rows
}

#[test]
fn periods_cannot_be_subtracted_even_when_somebody_joins_between_them() {
    let guard = Guard::small(3, 1);
    let (old, new) = (two_periods(false), two_periods(true));
    // The attacker knows who was there from the start and who came later.
    let mut views: BTreeMap<_, BTreeMap<Vec<usize>, (u64, u64)>> = BTreeMap::new();
    for counts in worlds(old.len(), 5) {
        let there = rows_of(&old, &counts);
        let first = sums(&tandem_cells(&there.iter().map(|row| row[0]).collect::<Vec<_>>(), guard));
        for (kind, joiner) in new.iter().enumerate() {
            let second: Vec<TandemRow> = there.iter().chain([joiner]).map(|row| row[1]).collect();
            let by_insider = views.entry((first.clone(), sums(&tandem_cells(&second, guard)))).or_default();
            each_removal(&counts, 1, &mut |taken, rest| {
                let masks = by_insider.entry(taken.to_vec()).or_default();
                let left = rest.iter().enumerate().filter(|(_, count)| **count > 0);
                masks.0 |= left.fold(0, |mask, (kind, _)| mask | 1 << kind);
                masks.1 |= 1 << kind;
            });
        }
    }
    let differs = |rows: &[[TandemRow; 2]], mask: u64, secret: fn(&[TandemRow; 2]) -> u32| {
        let mut left = (0..rows.len()).filter(|kind| mask >> kind & 1 == 1).map(|kind| secret(&rows[kind]));
        let first = left.next();
        left.any(|other| Some(other) != first)
    };
    let secrets: [Secret<[TandemRow; 2]>; 3] = [
        ("given", |row| row[1].given),
        ("worked", |row| row[1].worked),
        ("unfinished", |row| row[1].unfinished),
    ];
    let mut shown = 0;
    // Left out: sums for which the search itself runs out of worlds, with at most two given in each period.
    let searched = |second: &[Option<u32>]| {
        second.iter().flatten().all(|sum| *sum <= 6) && (second[2].is_none() || second[3] <= second[2])
    };
    for ((first, second), by_insider) in views.iter().filter(|((_, second), _)| searched(second)) {
        shown += usize::from(first[2].is_some() && second[2].is_some() && second[3].is_some());
        for (taken, (there, joiner)) in by_insider {
            for (name, secret) in secrets {
                assert!(
                    differs(&old, *there, secret),
                    "{name} of an old tandem: {first:?} {second:?} {taken:?}"
                );
                assert!(
                    differs(&new, *joiner, secret),
                    "{name} of the new one: {first:?} {second:?} {taken:?}"
                );
            }
        }
    }
    assert!(shown > 0, "the search must have seen figures in both periods");
}

fn shown_mood(rows: &[PersonRow]) -> Option<u8> {
    match mood(rows, five()) {
        Released::Mean(mean) => Some(mean.count()),
        _ => None,
    }
}

#[test]
fn no_answer_of_anybody_is_ever_known_from_the_mood() {
    let kinds: Vec<PersonRow> =
        (0..=5).map(|answer| PersonRow { sum: answer, count: u32::from(answer > 0) }).collect();
    for n in 5..=12 {
        let found = known(&kinds, &worlds(6, n), 2, shown_mood, &[("the answer", |row| row.sum)]);
        assert!(found.is_empty(), "{n}: {found:#?}");
    }
}

#[test]
fn nor_is_it_known_whether_somebody_answered() {
    // Some answer after each meeting and some more often, as /feedback lets them.
    let rows = [(0, 0), (1, 1), (2, 1), (3, 1), (4, 1), (5, 1), (5, 5), (25, 5)];
    let kinds = rows.map(|(sum, count)| PersonRow { sum, count });
    let found =
        known(&kinds, &worlds(8, 10), 2, shown_mood, &[("whether she answered", |row| row.count.min(1))]);
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn no_reaction_of_a_tandem_is_ever_known() {
    let kinds = [Reaction::Silent, Reaction::Talked, Reaction::Nothing];
    for n in 5..=24 {
        let shown = |reactions: &[Reaction]| {
            sums(&question_cells(&QuestionRows { question: 7, reactions: reactions.to_vec() }, five()))
        };
        let secrets: &[Secret<Reaction>] = &[
            ("the reaction", |reaction| *reaction as u32),
            ("whether it reacted", |reaction| u32::from(*reaction != Reaction::Silent)),
            ("whether it talked", |reaction| u32::from(*reaction == Reaction::Talked)),
        ];
        let found = known(&kinds, &worlds(kinds.len(), n), 2, shown, secrets);
        assert!(found.is_empty(), "{found:#?}");
    }
}

#[test]
fn the_count_over_all_questions_and_those_of_single_ones_cannot_be_subtracted() {
    let guard = Guard::small(3, 1);
    let reactions = [Reaction::Silent, Reaction::Talked, Reaction::Nothing];
    let kinds: Vec<[Reaction; 2]> = reactions.iter().flat_map(|a| reactions.map(|b| [*a, b])).collect();
    let talked = |reaction: &Reaction| u32::from(*reaction == Reaction::Talked);
    let secrets: [Secret<[Reaction; 2]>; 3] = [
        ("the first", |row| row[0] as u32),
        ("the second", |row| row[1] as u32),
        ("how many were talked about", |row| row.iter().map(|one| u32::from(*one == Reaction::Talked)).sum()),
    ];
    for n in 5..=7 {
        let shown = |rows: &[[Reaction; 2]]| {
            let question = |at: usize| rows.iter().map(|row| row[at]).collect();
            let input = PeriodInput {
                tandems: rows
                    .iter()
                    .map(|row| TandemRow { talked: row.iter().map(talked).sum(), ..TandemRow::default() })
                    .collect(),
                questions: [0, 1]
                    .map(|at| QuestionRows { question: if at == 0 { 1 } else { 2 }, reactions: question(at) })
                    .into(),
                ..PeriodInput::default()
            };
            sums(&release_for(&input, guard))
        };
        let found = known(&kinds, &worlds(9, n), 1, shown, &secrets);
        assert!(found.is_empty(), "{n}: {found:#?}");
    }
}
