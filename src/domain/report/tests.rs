use super::*;
use crate::domain::digest::PeriodFigures;
use crate::domain::figures::{HalfSteps, K, ReleasedCell, Withheld, survey};

fn answered(survey: SurveyKind, group: Group, asked: u32, shown: Shown) -> Answered {
    Answered { survey, group, asked, shown }
}

fn mean(half_steps: u8) -> Shown {
    Shown::Mean(HalfSteps::new(half_steps).unwrap())
}

fn period(week: u64, cells: &[(Cell, Released)]) -> PeriodFigures {
    let first_day: chrono::NaiveDate = "2027-01-04".parse().unwrap();
    let first_day = first_day + chrono::Days::new(28 * week);
    let cells = cells.iter().map(|(cell, released)| ReleasedCell { cell: *cell, released: *released });
    PeriodFigures { first_day, last_day: first_day + chrono::Days::new(27), cells: cells.collect() }
}

const HIDDEN: Released = Released::Withheld(Withheld::TooFewOrTooAlike);

#[test]
fn an_evaluation_without_anything_shown_advises_nothing() {
    let cells = [(Cell::TasksGiven, HIDDEN), (Cell::QuestionTalked(3), HIDDEN)];
    let report = Report::new(Known {
        participation: Participation { mentors: 4, mentees: 4, begun: 4, ended: 0 },
        periods: vec![period(0, &cells)],
        surveys: vec![(1, answered(SurveyKind::Interim, Group::All, 12, Shown::TooFewOrTooAlike))],
        needed: 8,
        ..Known::default()
    });
    assert!(report.advice.is_empty() && report.is_small() && !report.shows_anything());
    assert_eq!((report.reactions.len(), report.reactions_hidden), (0, 1));
    assert_eq!(report.total(Cell::TasksGiven), Some((HIDDEN, 0)));
}

#[test]
fn totals_and_reactions_are_sums_of_what_was_published_and_of_nothing_else() {
    let one = [
        (Cell::MeetingsHeld, Released::Sum(10)),
        (Cell::QuestionTalked(7), Released::Sum(9)),
        (Cell::QuestionNothing(7), HIDDEN),
    ];
    let two = [(Cell::MeetingsHeld, HIDDEN), (Cell::QuestionTalked(7), Released::Sum(5))];
    let three = [(Cell::MeetingsHeld, Released::Sum(7)), (Cell::QuestionNothing(8), Released::Sum(6))];
    let periods = vec![period(0, &one), period(1, &two), period(2, &three)];
    let report = Report::new(Known { periods, ..Known::default() });
    assert_eq!(report.total(Cell::MeetingsHeld), Some((Released::Sum(17), 2)));
    let shown: Vec<_> = report.reactions.iter().map(|one| (one.question, one.talked, one.nothing)).collect();
    assert_eq!(shown, [(7, Some(14), None), (8, None, Some(6))]);
}

#[test]
fn what_to_change_follows_from_the_later_survey_and_from_shown_figures_alone() {
    let need = |counts: [usize; 7]| {
        let answers: Vec<u8> = counts
            .iter()
            .enumerate()
            .flat_map(|(at, count)| vec![u8::try_from(at).unwrap(); *count])
            .collect();
        survey::shown(&answers, 6, false, K::LEAST)
    };
    let asked = |survey, shown| answered(survey, Group::Mentees, 30, shown);
    let advice = |surveys| Report::new(Known { surveys, ..Known::default() }).advice;
    let (middle, end) = (SurveyKind::Interim, SurveyKind::Final);
    let group = Group::Mentees;
    assert_eq!(
        advice(vec![(1, asked(end, mean(6))), (2, asked(middle, mean(9))), (2, asked(end, mean(8)))]),
        [Advice::Little { code: "time", group }, Advice::Fell { code: "open", group }]
    );
    let mentors = answered(end, Group::Mentors, 30, mean(5));
    assert_eq!(
        advice(vec![(1, mentors), (1, asked(end, mean(6)))]),
        [Advice::Little { code: "time", group: Group::All }],
        "what is said of both is said once"
    );
    assert!(advice(vec![(1, asked(middle, mean(5))), (1, asked(end, mean(8)))]).is_empty(), "it got better");
    assert_eq!(
        advice(vec![(9, asked(end, need([6, 11, 5, 2, 3, 1, 2])))]),
        [Advice::Need { group, option: 1, count: 11 }]
    );
    assert!(advice(vec![(9, asked(end, need([5, 8, 8, 2, 3, 2, 2])))]).is_empty(), "two are named equally");
    assert!(advice(vec![(9, asked(end, need([5, 5, 2, 2, 3, 2, 11])))]).is_empty(), "nothing more is needed");
    let spread = |counts: [Option<u32>; 5]| Shown::Spread(counts.to_vec());
    assert_eq!(
        advice(vec![(3, asked(end, spread([None, Some(9), None, Some(8), None])))]),
        [Advice::Little { code: "use", group }]
    );
    assert!(advice(vec![(3, asked(end, spread([None, None, Some(20), None, None])))]).is_empty());
    let again = |counts: [Option<u32>; 3]| advice(vec![(8, asked(end, Shown::Spread(counts.to_vec())))]);
    assert_eq!(again([Some(9), Some(10), None]), [Advice::Again { group }]);
    assert!(again([Some(20), Some(5), None]).is_empty() && again([None, Some(20), None]).is_empty());
}

#[test]
fn tasks_questions_and_the_briefing_advise_where_their_figures_say_so() {
    let cells = |worked, stuck, talked, nothing| {
        let tasks = [(Cell::TasksWorked, Released::Sum(worked)), (Cell::TasksStuck, stuck)];
        let about = [(Cell::QuestionTalked(7), Released::Sum(talked)), (Cell::QuestionNothing(7), nothing)];
        vec![period(0, &[tasks, about].concat())]
    };
    let of = |periods, briefed| {
        let facts = Facts { approved: 24, ..Facts::default() };
        Report::new(Known { facts, briefed, periods, ..Known::default() }).advice
    };
    assert_eq!(
        of(cells(9, Released::Sum(9), 5, Released::Sum(6)), Some(Some(11))),
        [Advice::Briefing, Advice::Tasks, Advice::Question { question: 7 }]
    );
    assert!(of(cells(9, HIDDEN, 5, HIDDEN), Some(None)).is_empty());
    assert!(of(cells(10, Released::Sum(9), 7, Released::Sum(6)), Some(Some(12))).is_empty());
}
