//! The same attacker before the results of surveys: every way in which so many people can answer, and rules that were left
//! out on purpose.

use super::super::survey::{Shown, shown_for};
use super::*;

/// No answer, or one of so many options.
fn kinds(options: u8) -> Vec<u8> {
    (0..=options).collect()
}

const SECRETS: &[Secret<u8>] = &[
    ("the answer", |answer| u32::from(*answer)),
    ("whether there was one", |answer| u32::from(*answer > 0)),
    ("whether it was the first option", |answer| u32::from(*answer == 1)),
];

/// A mean may rule out an option (few can say 1 where it is 4.5); a distribution never does.
fn secrets(ordered: bool) -> &'static [Secret<u8>] {
    if ordered { &SECRETS[..2] } else { SECRETS }
}

#[test]
fn no_answer_to_a_survey_is_ever_known_nor_whether_there_was_one() {
    // Small worlds to the last one; k of 5 where means end and where distributions begin.
    for (guard, options, ordered, sizes) in [
        (Guard::small(3, 1), 5, false, 5..=13),
        (Guard::small(3, 1), 6, false, 5..=10),
        (five(), 3, false, 8..=18),
        (five(), 5, true, 10..=14),
    ] {
        let kinds = kinds(options);
        let mut seen = 0;
        for n in sizes {
            let insiders = if guard.k() == 3 { 1 } else { 2 };
            let rule = |rows: &[u8]| shown_for(rows, options, ordered, guard);
            let worlds = worlds(kinds.len(), n);
            seen += worlds.iter().filter(|counts| shows(&rule(&rows_of(&kinds, counts)))).count();
            let found = known(&kinds, &worlds, insiders, rule, secrets(ordered));
            assert!(found.is_empty(), "{n} people, {options} options: {found:#?}");
        }
        assert!(seen > 100, "the search must have seen figures: {seen}");
    }
}

fn shows(shown: &Shown) -> bool {
    matches!(shown, Shown::Spread(_) | Shown::Mean(_))
}

#[test]
fn no_answer_is_known_where_five_steps_are_first_spread_out() {
    let kinds = kinds(5);
    let worlds = worlds(kinds.len(), 20);
    let found = known(&kinds, &worlds, 2, |rows| shown_for(rows, 5, true, five()), SECRETS);
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn an_extreme_mean_of_few_people_says_that_all_have_answered() {
    let kinds = kinds(5);
    let rows = |answers: &[u8]| -> Vec<PersonRow> {
        answers.iter().map(|one| PersonRow { sum: u32::from(*one), count: u32::from(*one > 0) }).collect()
    };
    for n in [10, 13] {
        let found =
            known(&kinds, &worlds(kinds.len(), n), 2, |answers| shown_mood(&rows(answers)), secrets(true));
        assert!(!found.is_empty(), "{n}: the rule of the mood is for people who may answer more than once");
    }
}

/// How many chose each option, where a rule lets it be seen.
fn spread(rows: &[u8], options: u8, see: impl Fn(usize) -> bool) -> Vec<Option<usize>> {
    let count = |option| rows.iter().map(|one| usize::from(*one == option)).sum::<usize>();
    (1..=options).map(count).map(|count| see(count).then_some(count)).collect()
}

#[test]
fn rules_that_leave_something_out_are_found() {
    let (k, kinds) = (3, kinds(3));
    let guard = Guard::small(k, 1);
    let breaks = |rule: &dyn Fn(&[u8]) -> Vec<Option<usize>>| {
        (6..=9).any(|n| !known(&kinds, &worlds(kinds.len(), n), 1, rule, secrets(false)).is_empty())
    };
    let ours = |rows: &[u8]| match shown_for(rows, 3, false, guard) {
        Shown::Spread(counts) => counts.iter().map(|count| count.map(|count| count as usize)).collect(),
        _ => Vec::new(),
    };
    assert!(!breaks(&ours));
    // Every option to the last one.
    assert!(breaks(&|rows| spread(rows, 3, |_| true)));
    // Options below k hidden, and the remainder left to subtraction.
    assert!(breaks(&|rows| spread(rows, 3, |count| count >= k)));
    // An exact none beside those from k on.
    assert!(breaks(&|rows| spread(rows, 3, |count| count >= k || count == 0)));
    // Ours, and how many answered.
    assert!(breaks(&|rows| [ours(rows), vec![Some(rows.iter().filter(|row| **row > 0).count())]].concat()));
    // Ours, and the mean of the options, to the last digit.
    assert!(breaks(&|rows| {
        let (sum, count) =
            (rows.iter().map(|row| usize::from(*row)).sum(), rows.iter().filter(|row| **row > 0).count());
        [ours(rows), vec![Some(sum), Some(count)]].concat()
    }));
    // The smallest option of k hidden as well, and how many options were hidden for it.
    assert!(breaks(&|rows| {
        let small = spread(rows, 3, |count| count >= k).iter().filter(|count| count.is_none()).count();
        [ours(rows), vec![Some(small)]].concat()
    }));
}

/// What somebody answered to two items, or to one item in the middle and at the end.
type Two = [u8; 2];

const OF_TWO: &[Secret<Two>] = &[
    ("the first", |row| u32::from(row[0])),
    ("the second", |row| u32::from(row[1])),
    ("whether there was any", |row| u32::from(row[0] + row[1] > 0)),
    ("whether both were alike", |row| u32::from(row[0] == row[1])),
];

fn both(rows: &[Two], guard: Guard) -> [Shown; 2] {
    [0, 1].map(|at| shown_for(&rows.iter().map(|row| row[at]).collect::<Vec<_>>(), 2, false, guard))
}

#[test]
fn two_items_cannot_be_played_off_against_each_other() {
    let guard = Guard::small(2, 1);
    let kinds: Vec<Two> = (0..=2).flat_map(|one| (0..=2).map(move |other| [one, other])).collect();
    for n in 4..=7 {
        let worlds = worlds(kinds.len(), n);
        let found = known(&kinds, &worlds, 1, |rows| both(rows, guard), OF_TWO);
        assert!(found.is_empty(), "{n}: {found:#?}");
        let counted = |rows: &[Two]| (both(rows, guard), rows.iter().filter(|row| row[0] != row[1]).count());
        assert!(
            n < 6 || !known(&kinds, &worlds, 1, counted, OF_TWO).is_empty(),
            "how many changed their mind"
        );
    }
}

#[test]
fn whoever_joins_between_the_middle_and_the_end_is_not_known_by_the_difference() {
    let guard = Guard::small(2, 1);
    let old: Vec<Two> = (0..=2).flat_map(|one| (0..=2).map(move |other| [one, other])).collect();
    let mut views: BTreeMap<_, BTreeMap<Vec<usize>, (u64, u64)>> = BTreeMap::new();
    for counts in worlds(old.len(), 6) {
        let there = rows_of(&old, &counts);
        for joiner in 0..=2_u8 {
            let middle = both(&there, guard)[0].clone();
            let end = both(&there.iter().copied().chain([[0, joiner]]).collect::<Vec<_>>(), guard)[1].clone();
            let by_insider = views.entry((middle, end)).or_default();
            each_removal(&counts, 1, &mut |taken, rest| {
                let masks = by_insider.entry(taken.to_vec()).or_default();
                let left = rest.iter().enumerate().filter(|(_, count)| **count > 0);
                masks.0 |= left.fold(0, |mask, (kind, _)| mask | 1 << kind);
                masks.1 |= 1 << joiner;
            });
        }
    }
    let shown = views.keys().filter(|(middle, end)| shows(middle) && shows(end)).count();
    assert!(shown > 0, "the search must have seen figures of both");
    for (view, by_insider) in &views {
        for (taken, (there, joiner)) in by_insider {
            assert!(joiner.count_ones() > 1, "the joiner's answer after {view:?} with {taken:?}");
            for (name, secret) in OF_TWO {
                let mut left =
                    (0..old.len()).filter(|kind| there >> kind & 1 == 1).map(|kind| secret(&old[kind]));
                let first = left.next();
                assert!(left.any(|other| Some(other) != first), "{name} after {view:?} with {taken:?}");
            }
        }
    }
}
