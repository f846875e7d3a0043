use super::period::{Grid, Length};
use super::*;

fn tandems(given: &[u32]) -> Vec<TandemRow> {
    given.iter().map(|given| TandemRow { given: *given, ..TandemRow::default() }).collect()
}

fn people(answers: &[u32]) -> Vec<PersonRow> {
    answers.iter().map(|answer| PersonRow { sum: *answer, count: u32::from(*answer > 0) }).collect()
}

fn of(cells: &[ReleasedCell], cell: Cell) -> Released {
    cells.iter().find(|line| line.cell == cell).unwrap().released
}

fn given(values: &[u32]) -> Released {
    let input = PeriodInput { tandems: tandems(values), ..PeriodInput::default() };
    of(&release(&input, K::LEAST), Cell::TasksGiven)
}

fn mood(answers: &[u32]) -> Released {
    let input = PeriodInput { tandems: tandems(&[0; 5]), people: people(answers), ..PeriodInput::default() };
    of(&release(&input, K::LEAST), Cell::Mood)
}

const HIDDEN: Released = Released::Withheld(Withheld::TooFewOrTooAlike);

#[test]
fn eight_tandems_of_which_five_or_more_contribute_differently_have_a_sum() {
    assert_eq!(given(&[3, 1, 2, 0, 1, 2, 0, 1]), Released::Sum(10));
    assert_eq!(given(&[3, 1, 2, 4, 1, 2, 2, 1]), Released::Sum(16));
}

#[test]
fn few_contributors_and_uniform_ones_are_withheld_for_the_same_stated_reason() {
    for values in [
        [9, 1, 2, 4, 0, 0, 0, 0],
        [0; 8],
        [1; 8],
        [1, 1, 1, 1, 1, 1, 1, 0],
        [1, 1, 1, 1, 1, 1, 0, 0],
        [1, 1, 1, 1, 1, 1, 2, 7],
        [1, 1, 1, 1, 1, 0, 0, 0],
    ] {
        assert_eq!(given(&values), HIDDEN, "{values:?}");
    }
}

#[test]
fn too_few_tandems_are_told_by_their_number_alone() {
    for n in 0..8 {
        let reason = Released::Withheld(Withheld::TooFewThere { needed: 8 });
        for value in 0..2 {
            assert_eq!(given(&vec![value; n]), reason);
        }
    }
}

#[test]
fn seven_are_too_few_however_much_they_differ_and_two_who_know_more_rows_raise_it() {
    let (five, values) = (Guard::new(K::LEAST), [9, 1, 2, 4, 7, 3, 5, 6, 8, 10]);
    let passes = |guard: Guard| (1..=10).filter(|n| guard.lets_pass(&values[..*n])).collect::<Vec<_>>();
    assert_eq!(passes(five), [8, 9, 10]);
    assert_eq!(passes(five.knowing(3)), [9, 10]);
    assert_eq!(passes(Guard::new(K::new(7).unwrap())), [10]);
}

#[test]
fn below_k_tandems_there_is_not_even_a_mood() {
    let input = |n| PeriodInput {
        tandems: tandems(&vec![1; n]),
        people: people(&[1, 2, 3, 4, 5, 1, 2, 3, 4, 5]),
        ..PeriodInput::default()
    };
    let mood = |n| of(&release(&input(n), K::LEAST), Cell::Mood);
    assert_eq!(mood(4), Released::Withheld(Withheld::TooFewThere { needed: 10 }));
    assert_eq!(mood(5), Released::Mean(HalfSteps::new(6).unwrap()));
}

#[test]
fn a_higher_k_withholds_more_and_a_lower_one_does_not_exist() {
    assert_eq!(K::new(4), None);
    let input = PeriodInput { tandems: tandems(&[3, 1, 2, 0, 1, 2, 0, 1, 0]), ..PeriodInput::default() };
    let at = |k| of(&release(&input, K::new(k).unwrap()), Cell::TasksGiven);
    assert_eq!(at(6), Released::Sum(10));
    assert_eq!(at(7), Released::Withheld(Withheld::TooFewThere { needed: 10 }));
}

#[test]
fn a_yes_or_no_question_needs_k_on_both_sides() {
    let sum = |yes: usize, no: usize| given(&[vec![1; yes], vec![0; no]].concat());
    assert_eq!(sum(5, 5), Released::Sum(5));
    assert_eq!(sum(15, 5), Released::Sum(15));
    assert_eq!(sum(16, 4), HIDDEN);
    assert_eq!(sum(4, 16), HIDDEN);
}

#[test]
fn what_worked_is_withheld_where_the_rest_could_be_subtracted() {
    let row = |given, worked| TandemRow { given, worked, unfinished: given - worked, ..TandemRow::default() };
    let cells = |rows: &[(u32, u32)]| {
        let tandems = rows.iter().map(|(given, worked)| row(*given, *worked)).collect();
        let cells = release(&PeriodInput { tandems, ..PeriodInput::default() }, K::LEAST);
        (of(&cells, Cell::TasksGiven), of(&cells, Cell::TasksWorked))
    };
    let all_but_one = [(3, 3), (2, 2), (1, 1), (4, 4), (1, 1), (2, 1), (3, 3), (0, 0)];
    assert_eq!(cells(&all_but_one), (Released::Sum(16), HIDDEN));
    let mixed = [(3, 2), (2, 2), (1, 0), (4, 1), (1, 1), (2, 0), (3, 1), (2, 1)];
    assert_eq!(cells(&mixed), (Released::Sum(18), Released::Sum(8)));
}

#[test]
fn the_mood_is_a_mean_in_half_steps_of_at_least_five_people() {
    assert_eq!(mood(&[4, 5, 3, 2, 4, 0, 0, 0, 0, 0]), Released::Mean(HalfSteps::new(7).unwrap()));
    assert_eq!(mood(&[4, 5, 3, 2, 0, 0, 0, 0, 0, 0]), HIDDEN);
    assert_eq!(mood(&[4, 4, 4, 4, 4, 4, 4, 3, 5, 0]), HIDDEN);
    assert_eq!(mood(&[5, 5, 5, 5, 5, 5, 5, 4, 4, 4, 5, 5]), HIDDEN);
    assert_eq!(mood(&[1, 2, 3, 4, 5, 1, 2, 3, 4]), Released::Withheld(Withheld::TooFewThere { needed: 10 }));
}

#[test]
fn a_person_who_answers_the_same_twice_is_like_one_who_answers_once() {
    let mut rows = people(&[4, 4, 4, 4, 4, 4, 4, 3, 5, 0]);
    for row in &mut rows[..3] {
        *row = PersonRow { sum: 8, count: 2 };
    }
    let input = PeriodInput { tandems: tandems(&[0; 5]), people: rows, ..PeriodInput::default() };
    assert_eq!(of(&release(&input, K::LEAST), Cell::Mood), HIDDEN);
}

#[test]
fn half_steps_are_the_nearest_ones() {
    let half = |sum, count| HalfSteps::of(sum, count).map(HalfSteps::count);
    assert_eq!(half(7, 2), Some(7));
    assert_eq!(half(13, 4), Some(7));
    assert_eq!(half(129, 40), Some(6));
    assert_eq!((half(0, 0), half(5, 4), half(19, 4), half(16, 11)), (None, Some(3), None, Some(3)));
    assert!((HalfSteps::new(7).unwrap().value() - 3.5).abs() < 1e-9);
}

#[test]
fn reactions_to_a_question_are_shown_from_k_on_each_side() {
    let shown = |talked: usize, nothing: usize, silent: usize| {
        let spread = [(Reaction::Talked, talked), (Reaction::Nothing, nothing), (Reaction::Silent, silent)];
        let reactions =
            spread.into_iter().flat_map(|(reaction, n)| std::iter::repeat_n(reaction, n)).collect();
        let questions = vec![QuestionRows { question: 7, reactions }];
        let cells = release(&PeriodInput { questions, ..PeriodInput::default() }, K::LEAST);
        (of(&cells, Cell::QuestionTalked(7)), of(&cells, Cell::QuestionNothing(7)))
    };
    assert_eq!(shown(10, 5, 5), (Released::Sum(10), Released::Sum(5)));
    // All reacted: the two sides would add up to all.
    assert_eq!(shown(10, 6, 0), (Released::Sum(10), HIDDEN));
    assert_eq!(shown(10, 4, 2), (Released::Sum(10), HIDDEN));
    assert_eq!(shown(4, 2, 10), (HIDDEN, HIDDEN));
}

#[test]
fn a_release_does_not_depend_on_any_order() {
    let mut rng = fastrand::Rng::with_seed(5);
    for _ in 0..500 {
        let n = rng.usize(4..16);
        let row = |rng: &mut fastrand::Rng| {
            let (worked, stuck, open) = (rng.u32(0..3), rng.u32(0..3), rng.u32(0..3));
            let (given, unfinished) = (worked + stuck + open, stuck + open);
            TandemRow {
                held: rng.u32(0..3),
                planned: rng.u32(0..2),
                given,
                worked,
                stuck,
                unfinished,
                open,
                talked: rng.u32(0..3),
                support: rng.u32(0..2),
                reach: rng.u32(0..2),
            }
        };
        let reaction = |rng: &mut fastrand::Rng| {
            [Reaction::Silent, Reaction::Talked, Reaction::Nothing][rng.usize(0..3)]
        };
        let question = |rng: &mut fastrand::Rng, number: i64| QuestionRows {
            question: number,
            reactions: (0..n).map(|_| reaction(rng)).collect(),
        };
        let mut input = PeriodInput {
            tandems: (0..n).map(|_| row(&mut rng)).collect(),
            people: people(&(0..2 * n).map(|_| rng.u32(0..6)).collect::<Vec<_>>()),
            questions: vec![question(&mut rng, 1), question(&mut rng, 2)],
            ..PeriodInput::default()
        };
        let before = release(&input, K::LEAST);
        rng.shuffle(&mut input.tandems);
        rng.shuffle(&mut input.people);
        rng.shuffle(&mut input.questions);
        assert_eq!(release(&input, K::LEAST), before);
    }
}

#[test]
fn totals_are_sums_of_what_was_released_and_nothing_else() {
    let line = |released| vec![ReleasedCell { cell: Cell::TasksGiven, released }];
    let periods = [line(Released::Sum(10)), line(HIDDEN), line(Released::Sum(7))];
    assert_eq!(total(Cell::TasksGiven, &periods), Some((Released::Sum(17), 2)));
    assert_eq!(total(Cell::TasksGiven, &periods[1..2]), None);
    assert_eq!(total(Cell::TasksWorked, &periods), None);
    let mood = |half| {
        vec![ReleasedCell { cell: Cell::Mood, released: Released::Mean(HalfSteps::new(half).unwrap()) }]
    };
    let moods = [mood(6), mood(7), mood(9)];
    assert_eq!(total(Cell::Mood, &moods), Some((Released::Mean(HalfSteps::new(7).unwrap()), 3)));
}

#[test]
fn what_is_stored_is_read_back_and_nothing_else_is_taken() {
    let plain = PLAIN.map(|(cell, _)| cell);
    for cell in plain.into_iter().chain([Cell::QuestionTalked(7), Cell::QuestionNothing(12)]) {
        assert_eq!(Cell::from_key(&cell.key()), Some(cell));
    }
    let few = Released::Withheld(Withheld::TooFewThere { needed: 8 });
    for released in [Released::Sum(12), Released::Mean(HalfSteps::LOWEST), HIDDEN, few] {
        let line = ReleasedCell { cell: Cell::QuestionTalked(7), released };
        let json = serde_json::to_string(&line).unwrap();
        assert_eq!(serde_json::from_str::<ReleasedCell>(&json).unwrap(), line, "{json}");
    }
    assert_eq!(["left-by", "question-talked", "question-talked:x", ""].map(Cell::from_key), [None; 4]);
    assert!(serde_json::from_str::<Released>(r#"{"mean":10}"#).is_err());
}

#[test]
fn the_count_over_all_questions_is_withheld_where_single_ones_are_shown() {
    let input = |yes: usize| PeriodInput {
        tandems: [0, 1, 1, 2, 2, 1, 0, 2, 1, 0]
            .map(|talked| TandemRow { talked, ..TandemRow::default() })
            .into(),
        questions: vec![QuestionRows {
            question: 7,
            reactions: [vec![Reaction::Talked; yes], vec![Reaction::Silent; 10 - yes]].concat(),
        }],
        ..PeriodInput::default()
    };
    let shown = |yes| of(&release(&input(yes), K::LEAST), Cell::QuestionsTalked);
    assert_eq!((shown(4), shown(5)), (Released::Sum(10), Released::Withheld(Withheld::ShownSingly)));
}

#[test]
fn a_stored_grid_is_found_again_by_its_first_day() {
    let zone = chrono_tz::Tz::Europe__Berlin;
    let grid = Grid::starting("2026-09-03".parse().unwrap(), Length::Week, zone);
    assert_eq!(Grid::starting(grid.first_day(), grid.length(), zone), grid);
}

#[test]
fn whoever_has_several_tandems_raises_what_it_takes_and_nobody_else_does() {
    let values = [1, 2, 0, 1, 2, 0, 3, 1, 2, 0];
    let input = |insider_rows| PeriodInput {
        tandems: values.map(|given| TandemRow { given, ..TandemRow::default() }).into(),
        insider_rows,
        ..PeriodInput::default()
    };
    let shown = |rows| of(&release(&input(rows), K::LEAST), Cell::TasksGiven);
    let needed = |needed| Released::Withheld(Withheld::TooFewThere { needed });
    assert_eq!([0, 2, 3].map(shown), [Released::Sum(12); 3]);
    assert_eq!([4, 5, 7].map(shown), [needed(11), needed(13), needed(17)]);
}

#[test]
fn insiders_with_many_idle_tandems_do_not_learn_that_all_others_did_something() {
    // Two people know six of twelve tandems, and four of the six did nothing. Were the sum shown, at most four could have
    // done nothing (six taken away, the others differ by more than one), so that each of the others would have.
    let values = [0, 0, 0, 0, 1, 3, 2, 2, 1, 1, 3, 3];
    let input = |values: &[u32]| PeriodInput {
        tandems: values.iter().map(|given| TandemRow { given: *given, ..TandemRow::default() }).collect(),
        insider_rows: 6,
        ..PeriodInput::default()
    };
    let shown = |values: &[u32]| of(&release(&input(values), K::LEAST), Cell::TasksGiven);
    assert_eq!(shown(&values), Released::Withheld(Withheld::TooFewThere { needed: 15 }));
    // With three more tandems there is another world in which one of the others did nothing.
    assert_eq!(shown(&[&values[..], &[2, 1, 2]].concat()), Released::Sum(21));
    assert_eq!(shown(&[0, 0, 0, 0, 1, 3, 2, 2, 1, 1, 3, 3, 2, 0, 3]), Released::Sum(21));
}

#[test]
fn two_people_know_as_many_tandems_as_they_are_in_together() {
    assert_eq!(rows_of_two(&[[1, 11], [2, 12], [3, 13]]), 2);
    assert_eq!(rows_of_two(&[[1, 11], [1, 12], [3, 13]]), 3);
    assert_eq!(rows_of_two(&[[1, 11], [1, 12], [2, 13], [2, 14], [3, 15]]), 4);
    // The two who are in most of them share one: there are only three.
    assert_eq!(rows_of_two(&[[1, 2], [1, 12], [2, 13]]), 3);
    assert_eq!(rows_of_two(&[[1, 2]]), 1);
    assert_eq!(rows_of_two::<u32>(&[]), 0);
}
