//! From what was released to chapters: headings, sentences, figures in words and what their charts are drawn from.

use super::surveys::{item_words, statements, surveyed};
use super::{Chapter, Chart, Figure, Part, Row};
use crate::app::results::Evaluation;
use crate::charts::answers::{self, Choice, Choices};
use crate::charts::multiples::{Column, Panel};
use crate::discord::posts::digest::{self, FIGURES};
use crate::domain::figures::topics::Picked;
use crate::domain::figures::{Cell, Released, Withheld};
use crate::domain::language::Language;
use crate::domain::report::Advice;
use crate::domain::survey::{Group, Scale};
use crate::locales::{self, date, day_short, say};

/// Questions and topics in one picture at most: a screen of a phone. The table has them all.
const CHOICES: usize = 8;
/// In place of a figure that is not shown, in pictures and short texts. It is explained where it occurs.
pub(super) const HIDDEN: &str = "–";

pub(super) fn all(evaluation: &Evaluation, language: Language) -> Vec<Chapter> {
    let standing = standing(evaluation, language);
    let about = Chapter {
        title: say(language, "report-about-head").text(),
        says: vec![
            say(language, "report-about")
                .with("k", evaluation.programme.k)
                .with("needed", evaluation.report.needed)
                .text(),
        ],
        ..Chapter::default()
    };
    if evaluation.report.is_small() {
        return vec![standing];
    }
    let mut chapters = vec![
        standing,
        Chapter {
            title: say(language, "report-changes-head").text(),
            says: vec![say(language, "report-changes").text()],
            list: advice(evaluation, language),
            parts: Vec::new(),
        },
        inside(evaluation, language),
        statements(evaluation, language),
    ];
    chapters.extend(surveyed(evaluation, language, "report-again-head", |scale, _| scale != Scale::Agree));
    chapters.extend(surveyed(evaluation, language, "report-lasted-head", |scale, survey| {
        scale == Scale::Agree && survey.follows_up()
    }));
    chapters.extend(questions(evaluation, language));
    chapters.extend(topics(evaluation, language));
    chapters.extend(practices(evaluation, language));
    chapters.push(about);
    chapters
}

fn row(what: impl Into<String>, figure: Figure) -> Row {
    Row { who: String::new(), when: String::new(), what: what.into(), short: String::new(), figure }
}

fn count(number: usize) -> Figure {
    Figure::Count(u64::try_from(number).unwrap_or(u64::MAX))
}

fn figure(language: Language, cell: Cell, released: Released) -> Figure {
    match released {
        Released::Sum(sum) => Figure::Count(sum.into()),
        Released::Mean(mean) => Figure::Mean(mean),
        Released::Withheld(_) => Figure::Hidden(digest::value(language, cell, released)),
    }
}

/// How the programme stands, in one line.
pub(super) fn standing_line(evaluation: &Evaluation, language: Language) -> String {
    let there = evaluation.report.participation;
    say(language, "report-standing")
        .with("mentors", there.mentors)
        .with("mentees", there.mentees)
        .with("begun", there.begun)
        .with("ended", there.ended)
        .text()
}

fn standing(evaluation: &Evaluation, language: Language) -> Chapter {
    let report = &evaluation.report;
    let mut says = Vec::new();
    if report.is_small() {
        says.push(say(language, "report-small").with("needed", report.needed).text());
    }
    let there = report.participation;
    let mut rows = vec![
        row(say(language, "report-group-mentors"), count(there.mentors)),
        row(say(language, "report-group-mentees"), count(there.mentees)),
        row(say(language, "report-begun"), count(there.begun)),
        row(say(language, "report-ended"), count(there.ended)),
    ];
    if let Some(readers) = report.briefed {
        let shown = match readers {
            Some(readers) => Figure::Count(readers.into()),
            None => Figure::Hidden(say(language, "digest-too-uniform").text()),
        };
        rows.push(row(say(language, "report-briefed"), shown));
    }
    let mut list = Vec::new();
    if !report.decisions.is_empty() {
        says.push(say(language, "report-decisions").text());
        list.extend(digest::decisions(language, &report.decisions).lines().map(str::to_owned));
    }
    let title = say(language, "report-standing-head").text();
    let part = Part { title: say(language, "report-participation").text(), rows, chart: None };
    Chapter { title, says, list, parts: vec![part] }
}

/// Every sentence about the next programme; one that says why there is none, where there is none.
pub(super) fn advice(evaluation: &Evaluation, language: Language) -> Vec<String> {
    let report = &evaluation.report;
    if report.advice.is_empty() {
        let id = if report.shows_anything() { "report-advice-none" } else { "report-advice-unknown" };
        return vec![say(language, id).text()];
    }
    let group = |group: Group| say(language, &format!("report-group-{}", group.code())).text();
    let statement = |code: &str| item_words(language, code);
    let words = |one: &Advice| match *one {
        Advice::Need { group: whose, option, count } => say(language, "report-advice-need")
            .with("group", group(whose))
            .with("need", say(language, &format!("survey-need-{option}-button")).text())
            .with("count", count)
            .text(),
        Advice::Little { code, group: whose } => {
            let said = say(language, "report-advice-little").with("group", group(whose));
            let what = say(language, &format!("report-advice-item-{code}")).text();
            said.with("statement", statement(code)).with("advice", what).text()
        }
        Advice::Fell { code, group: whose } => say(language, "report-advice-fell")
            .with("group", group(whose))
            .with("statement", statement(code))
            .text(),
        Advice::Again { group: whose } => {
            say(language, "report-advice-again").with("group", group(whose)).text()
        }
        Advice::Briefing => say(language, "report-advice-briefing").text(),
        Advice::Tasks => say(language, "report-advice-tasks").text(),
        Advice::Question { question } => say(language, "report-advice-question")
            .with("number", question)
            .with("question", question_words(evaluation, language, question))
            .text(),
    };
    report.advice.iter().map(words).collect()
}

/// The words of a guiding question, of the pool or the programme's own, as they were written.
fn question_words(evaluation: &Evaluation, language: Language, number: i64) -> String {
    match evaluation.own.get(&number) {
        Some(own) if language.is_german() => own.de.clone(),
        Some(own) => own.en.clone(),
        None => locales::question(language, number),
    }
}

/// The sums of what was published, one line each, for a message.
pub(super) fn totals_lines(evaluation: &Evaluation, language: Language) -> Vec<String> {
    let report = &evaluation.report;
    let line = |(cell, label): &(Cell, &str)| {
        let (released, periods) = report.total(*cell).filter(|(_, periods)| *periods > 0)?;
        let (label, value) =
            (digest::name(language, *cell, label), figure(language, *cell, released).text(language));
        if periods == report.periods.len() {
            return Some(say(language, "digest-figure").with("label", label).with("value", value).text());
        }
        let said = say(language, "report-total").with("label", label).with("value", value);
        Some(said.with("shown", periods).with("all", report.periods.len()).text())
    };
    FIGURES.iter().filter_map(line).collect()
}

fn inside(evaluation: &Evaluation, language: Language) -> Chapter {
    let report = &evaluation.report;
    let mut chapter = Chapter { title: say(language, "report-inside-head").text(), ..Chapter::default() };
    if report.periods.is_empty() {
        chapter.says.push(say(language, "report-inside-none").text());
        return chapter;
    }
    let mut hidden: Vec<(Cell, &str, Withheld)> = Vec::new();
    for (cell, label) in FIGURES {
        match report.total(cell) {
            Some((released, periods)) if periods > 0 => {
                chapter.parts.push(over_periods(evaluation, language, cell, label, (released, periods)));
            }
            Some((Released::Withheld(why), _)) => hidden.push((cell, label, why)),
            _ => {}
        }
    }
    chapter.says.extend(digest::hidden_lines(language, &hidden));
    if !chapter.parts.is_empty() {
        chapter.says.push(say(language, "report-inside").with("sign", HIDDEN).text());
    }
    chapter
}

fn over_periods(
    evaluation: &Evaluation,
    language: Language,
    cell: Cell,
    label: &str,
    (total, shown): (Released, usize),
) -> Part {
    let periods = &evaluation.report.periods;
    let withheld = Released::Withheld(Withheld::TooFewOrTooAlike);
    let of = |at: usize| periods[at].of(cell).unwrap_or(withheld);
    let mut rows: Vec<Row> = (0..periods.len())
        .map(|at| Row {
            when: say(language, "report-period")
                .with("from", date(language, periods[at].first_day))
                .with("to", date(language, periods[at].last_day))
                .text(),
            ..row("", figure(language, cell, of(at)))
        })
        .collect();
    let all = say(language, "report-all-periods").with("shown", shown).with("all", periods.len());
    rows.push(Row { when: all.text(), ..row("", figure(language, cell, total)) });
    let value = |released: Released| match released {
        Released::Sum(sum) => Some(f64::from(sum)),
        Released::Mean(mean) => Some(mean.value()),
        Released::Withheld(_) => None,
    };
    let columns: Vec<Column> = (0..periods.len())
        .map(|at| Column {
            tick: day_short(language, periods[at].first_day),
            value: value(of(at)),
            text: if of(at).is_shown() {
                figure(language, cell, of(at)).text(language)
            } else {
                HIDDEN.into()
            },
        })
        .collect();
    let cells = FIGURES.iter().map(|(other, _)| *other).filter(|other| cell.compares_with(*other));
    let all = cells.flat_map(|other| periods.iter().filter_map(move |period| period.of(other)));
    let top = all.filter_map(value).fold(1.0, f64::max);
    let title = digest::name(language, cell, label);
    let range = if cell.counts_people() { (1.0, 5.0) } else { (0.0, top) };
    let (label, scale, aside) = (title.clone(), cell.counts_people(), String::new());
    let panel = Panel { label, columns, range, scale, aside };
    Part { title, rows, chart: Some(Chart::Periods(panel)) }
}

fn questions(evaluation: &Evaluation, language: Language) -> Option<Chapter> {
    let report = &evaluation.report;
    if report.reactions.is_empty() && report.reactions_hidden == 0 {
        return None;
    }
    let mut chapter = Chapter { title: say(language, "report-questions-head").text(), ..Chapter::default() };
    if report.reactions_hidden > 0 {
        let id =
            if report.reactions.is_empty() { "report-questions-none" } else { "report-questions-hidden" };
        chapter.says.push(say(language, id).with("count", report.reactions_hidden).text());
    }
    if report.reactions.is_empty() {
        return Some(chapter);
    }
    let groups = [say(language, "report-talked").text(), say(language, "report-nothing").text()];
    let hidden = || say(language, "digest-too-uniform").text();
    let (mut rows, mut options) = (Vec::new(), Vec::new());
    for one in &report.reactions {
        let words = question_words(evaluation, language, one.question);
        let figures = [one.talked, one.nothing];
        for (who, figure) in groups.iter().zip(figures) {
            let figure = figure.map_or_else(|| Figure::Hidden(hidden()), |sum| Figure::Count(sum.into()));
            rows.push(Row { who: who.clone(), ..row(words.clone(), figure) });
        }
        let counts = figures.map(|figure| figure.ok_or_else(|| HIDDEN.to_owned()));
        options.push(Choice { label: words, counts: counts.into() });
    }
    options.truncate(CHOICES);
    // The alternative text of their picture has to hold them.
    let words = |options: &[Choice]| options.iter().map(|one| one.label.chars().count() + 70).sum::<usize>();
    while words(&options) > 900 {
        options.pop();
    }
    let chart = Chart::Answers(answers::Part::Choices(Choices { groups: groups.into(), options }));
    let title = say(language, "report-questions").text();
    chapter.parts.push(Part { title, rows, chart: Some(chart) });
    Some(chapter)
}

fn topics(evaluation: &Evaluation, language: Language) -> Option<Chapter> {
    let report = &evaluation.report;
    if report.topics.is_empty() {
        return None;
    }
    let name = |topic: &Picked| match topic {
        Picked::Catalogue(topic) => say(language, &format!("topic-name-{}", topic.code())).text(),
        Picked::Programme(words) => words.clone(),
        Picked::Other => say(language, "report-topic-other").text(),
    };
    let rows = report
        .topics
        .iter()
        .map(|(topic, released)| row(name(topic), figure(language, Cell::MeetingsHeld, *released)));
    let option = |(topic, released): &(Picked, Released)| match released {
        Released::Sum(sum) => Some(Choice { label: name(topic), counts: vec![Ok(*sum)] }),
        _ => None,
    };
    let options: Vec<Choice> = report.topics.iter().filter_map(option).take(CHOICES).collect();
    let chart = (!options.is_empty())
        .then(|| Chart::Answers(answers::Part::Choices(Choices { groups: vec![String::new()], options })));
    let part = Part { title: say(language, "report-topics").text(), rows: rows.collect(), chart };
    Some(Chapter {
        title: say(language, "report-topics-head").text(),
        says: if part.chart.is_some() {
            Vec::new()
        } else {
            vec![say(language, "report-topics-none").text()]
        },
        parts: vec![part],
        ..Chapter::default()
    })
}

/// What both of a tandem wanted published and a coordinator released; without names, which nobody here knows.
fn practices(evaluation: &Evaluation, language: Language) -> Option<Chapter> {
    if evaluation.practices.is_empty() {
        return None;
    }
    let words = |one: &crate::domain::practice::Practice| match &one.link {
        Some(link) => format!("{} ({link})", one.text),
        None => one.text.clone(),
    };
    Some(Chapter {
        title: say(language, "report-practices-head").text(),
        says: vec![say(language, "report-practices").text()],
        list: evaluation.practices.iter().map(words).collect(),
        parts: Vec::new(),
    })
}
