//! The chapters about surveys: what mentors and mentees answered, apart where they were asked apart, the middle beside the
//! end.

use super::chapters::HIDDEN;
use super::{Chapter, Chart, Figure, Part, Row};
use crate::app::results::Evaluation;
use crate::charts::answers::{self, Choice, Choices, Line};
use crate::domain::figures::survey::Shown;
use crate::domain::language::Language;
use crate::domain::report::{Answered, Statement};
use crate::domain::survey::{Scale, SurveyKind};
use crate::locales::{number, say};

pub(super) fn statements(evaluation: &Evaluation, language: Language) -> Chapter {
    let agree = |scale, survey: SurveyKind| scale == Scale::Agree && !survey.follows_up();
    surveyed(evaluation, language, "report-statements-head", agree).unwrap_or_else(|| Chapter {
        title: say(language, "report-statements-head").text(),
        says: vec![say(language, "report-statements-none").text()],
        ..Chapter::default()
    })
}

/// The chapter of the items of some kind; `None` without any.
pub(super) fn surveyed(
    evaluation: &Evaluation,
    language: Language,
    head: &str,
    fits: fn(Scale, SurveyKind) -> bool,
) -> Option<Chapter> {
    let mut parts = Vec::new();
    for statement in &evaluation.report.statements {
        let scale = statement.item.scale;
        let answered: Vec<&Answered> =
            statement.answered.iter().filter(|one| fits(scale, one.survey)).collect();
        if !answered.is_empty() {
            parts.push(answers(statement, &answered, language));
        }
    }
    let says = match head {
        "report-statements-head" => {
            let k = evaluation.programme.k;
            vec![say(language, "report-statements").with("k", k).with("many", 4 * k).text()]
        }
        "report-again-head" if hides_yes(evaluation) => vec![say(language, "report-again-hidden").text()],
        _ => Vec::new(),
    };
    (!parts.is_empty()).then(|| Chapter { title: say(language, head).text(), says, list: Vec::new(), parts })
}

/// Whether somebody's *yes* to taking part again is not shown beside other answers that are. No sentence about next time
/// follows then: sentences follow from figures that are shown, and a hidden one may be small or have joined the rest. That
/// it is hidden stands in the table in any case, so that saying why tells nothing more (P8).
fn hides_yes(evaluation: &Evaluation) -> bool {
    let again = |one: &&Statement| one.item.scale == Scale::Again;
    let answered = evaluation.report.statements.iter().filter(again).flat_map(|one| &one.answered);
    answered
        .map(|one| &one.shown)
        .any(|shown| matches!(shown, Shown::Spread(counts) if counts.first() == Some(&None)))
}

/// An item as it stands where nobody is addressed.
pub(in crate::discord::papers) fn item_words(language: Language, code: &str) -> String {
    match code {
        "again" => say(language, "report-item-again").text(),
        "need" => say(language, "report-item-need").text(),
        code => say(language, &format!("survey-item-{code}")).text(),
    }
}

fn answers(statement: &Statement, answered: &[&Answered], language: Language) -> Part {
    let scale = statement.item.scale;
    let title = item_words(language, statement.item.code);
    let option = |at: usize| say(language, &format!("survey-{}-{}-button", scale.code(), at + 1)).text();
    let why = |shown: &Shown| match shown {
        Shown::TooFewThere { needed } => say(language, "report-too-few-asked").with("needed", *needed).text(),
        _ => say(language, "digest-too-uniform").text(),
    };
    let mut rows = Vec::new();
    for one in answered {
        let (who, when) = (who(language, one), when(language, one));
        let mut add = |what: String, short: String, figure| {
            rows.push(Row { who: who.clone(), when: when.clone(), what, short, figure });
        };
        match &one.shown {
            Shown::Mean(mean) => add(say(language, "report-mean").text(), String::new(), Figure::Mean(*mean)),
            Shown::Spread(counts) => {
                for (at, count) in counts.iter().enumerate() {
                    let hidden = || Figure::Hidden(say(language, "report-hidden").text());
                    let short = if scale == Scale::Agree { format!("{}:", at + 1) } else { String::new() };
                    add(option(at), short, count.map_or_else(hidden, |count| Figure::Count(count.into())));
                }
                let rest = one.asked.saturating_sub(counts.iter().flatten().sum());
                let short = if scale == Scale::Agree {
                    say(language, "report-rest-short").text()
                } else {
                    String::new()
                };
                add(say(language, "report-rest").text(), short, Figure::Count(rest.into()));
            }
            other => {
                add(say(language, "report-mean-or-counts").text(), String::new(), Figure::Hidden(why(other)));
            }
        }
        add(say(language, "report-asked").text(), String::new(), Figure::Count(one.asked.into()));
    }
    let chart = if scale == Scale::Agree {
        let line = |one: &&Answered| Line {
            label: format!("{}, {}", who(language, one), when(language, one)),
            shown: match &one.shown {
                Shown::Mean(mean) => answers::Shown::Mean(mean.value(), number(language, mean.value(), 1)),
                Shown::Spread(counts) => {
                    let mut steps = [None; 5];
                    steps.iter_mut().zip(counts).for_each(|(step, count)| *step = *count);
                    answers::Shown::Steps(steps, one.asked)
                }
                other => answers::Shown::Nothing(why(other)),
            },
        };
        answers::Part::Lines(answered.iter().map(line).collect())
    } else {
        let counts = |at: usize| {
            let count = |one: &&Answered| match &one.shown {
                Shown::Spread(counts) => counts.get(at).copied().flatten().ok_or_else(|| HIDDEN.to_owned()),
                _ => Err(HIDDEN.to_owned()),
            };
            answered.iter().map(count).collect()
        };
        let options =
            (0..usize::from(scale.options())).map(|at| Choice { label: option(at), counts: counts(at) });
        let groups = answered.iter().map(|one| who(language, one)).collect();
        answers::Part::Choices(Choices { groups, options: options.collect() })
    };
    // Reasons alone are words, and no picture.
    let any = answered.iter().any(|one| matches!(one.shown, Shown::Mean(_) | Shown::Spread(_)));
    Part { title, rows, chart: any.then_some(Chart::Answers(chart)) }
}

fn who(language: Language, one: &Answered) -> String {
    say(language, &format!("report-group-{}", one.group.code())).text()
}

fn when(language: Language, one: &Answered) -> String {
    say(language, &format!("report-when-{}", one.survey.code())).text()
}
