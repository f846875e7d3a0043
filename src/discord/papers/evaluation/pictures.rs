//! The charts as pictures for Discord: several questions in one, as many as its alternative text has room for, because that
//! text says all that the picture shows.

use super::chapters::HIDDEN;
use super::{Chapter, Chart, Figure, Part};
use crate::charts::Drawing;
use crate::charts::answers::{self, Answers};
use crate::charts::multiples::{Column, Multiples, Panel};
use crate::discord::view::{FileView, shorten};
use crate::domain::language::Language;
use crate::locales::say;

/// Discord's limit for the description of a file.
const DESCRIPTION: usize = 1_024;
/// Questions in one picture: what a phone shows without scrolling for long.
const TOGETHER: usize = 3;
/// Files of a message are ten at most, and one is the page.
const PICTURES: usize = 9;
/// More columns than these are too narrow for a phone: the picture has the totals then, and the page the course.
const COLUMNS: usize = 6;
/// Pixels for each unit of a drawing.
const SCALE: f64 = 1.5;

/// A part's drawing for the page, which has its title and its words around it.
pub(super) fn alone(chart: &Chart, language: Language) -> Drawing {
    match chart {
        Chart::Answers(part) => {
            drawing(String::new(), vec![(String::new(), part.clone())], language).drawing()
        }
        Chart::Periods(panel) => {
            let panel = Panel { label: String::new(), ..panel.clone() };
            periods(String::new(), String::new(), vec![panel], language).drawing()
        }
    }
}

fn drawing(title: String, parts: Vec<(String, answers::Part)>, language: Language) -> Answers {
    let step = |at: usize| say(language, &format!("survey-agree-{at}-button")).text();
    let rest = say(language, "report-rest").text();
    let steps = [step(1), step(2), step(3), step(4), step(5), rest];
    // Where there are bars of steps, the legend has their names.
    let scale = parts.iter().any(|(_, part)| has(part, |shown| matches!(shown, answers::Shown::Mean(..))));
    let scale = scale.then(|| say(language, "report-steps").text());
    let sign = parts.iter().any(|(_, part)| has_sign(part)).then(|| sign(language));
    Answers { title, parts, steps, notes: scale.into_iter().chain(sign).collect() }
}

fn periods(title: String, subtitle: String, panels: Vec<Panel>, language: Language) -> Multiples {
    let hidden = panels.iter().flat_map(|panel| &panel.columns).any(|column| column.value.is_none());
    let notes = hidden.then(|| sign(language)).into_iter().collect();
    Multiples { title, subtitle, panels, notes }
}

/// Whether something stands there as a sign because it is not shown.
fn has_sign(part: &answers::Part) -> bool {
    let answers::Part::Choices(choices) = part else { return false };
    choices.options.iter().flat_map(|option| &option.counts).any(Result::is_err)
}

/// Whether something like that is shown on steps.
fn has(part: &answers::Part, what: fn(&answers::Shown) -> bool) -> bool {
    matches!(part, answers::Part::Lines(lines) if lines.iter().any(|line| what(&line.shown)))
}

/// What that sign means, as the digest's picture says it.
fn sign(language: Language) -> String {
    say(language, "digest-picture-sign").with("sign", HIDDEN).text()
}

/// What a part's own picture shows, in words.
pub(super) fn alternative(part: &Part, language: Language) -> String {
    let scale = scale(&[part], language).map(|scale| format!("\n{scale}")).unwrap_or_default();
    format!("{}{scale}{}", figures_of(part, language), below(&[part], language))
}

/// What 1 and 5 mean, where answers are written as such.
fn scale(parts: &[&Part], language: Language) -> Option<String> {
    let numbers = |shown: &answers::Shown| !matches!(shown, answers::Shown::Nothing(_));
    let any =
        parts.iter().any(|part| matches!(&part.chart, Some(Chart::Answers(chart)) if has(chart, numbers)));
    any.then(|| say(language, "report-steps").text())
}

/// What the sign means, where it stands.
fn below(parts: &[&Part], language: Language) -> String {
    let has_one = |part: &&Part| match &part.chart {
        Some(Chart::Answers(chart)) => has_sign(chart),
        Some(Chart::Periods(panel)) => panel.columns.iter().any(|column| column.value.is_none()),
        None => false,
    };
    if parts.iter().any(has_one) { format!("\n{}", sign(language)) } else { String::new() }
}

/// Every figure of a part.
fn figures_of(part: &Part, language: Language) -> String {
    let mut said = part.title.clone();
    if let Some(Chart::Answers(answers::Part::Choices(choices))) = &part.chart {
        for option in &choices.options {
            let counts = choices.groups.iter().zip(&option.counts).map(|(group, count)| {
                let count = count.as_ref().map_or_else(Clone::clone, ToString::to_string);
                if group.is_empty() { count } else { format!("{group} {count}") }
            });
            said = format!("{said}\n{}: {}", option.label, counts.collect::<Vec<_>>().join("; "));
        }
        return said;
    }
    let mut last = (String::new(), String::new());
    for row in &part.rows {
        let about = (row.who.clone(), row.when.clone());
        let figure = match &row.figure {
            Figure::Hidden(why) if row.what.is_empty() => why.clone(),
            Figure::Hidden(_) => HIDDEN.to_owned(),
            shown => shown.text(language),
        };
        let names: Vec<&str> =
            [row.who.as_str(), row.when.as_str()].into_iter().filter(|name| !name.is_empty()).collect();
        if about != last && !names.is_empty() {
            said.push('\n');
            said.push_str(&names.join(", "));
            said.push_str(": ");
        } else {
            said.push_str(if said == part.title { "\n" } else { "; " });
        }
        let what = if row.short.is_empty() { &row.what } else { &row.short };
        if !what.is_empty() {
            said.push_str(what);
            said.push(' ');
        }
        said.push_str(&figure);
        last = about;
    }
    said
}

/// The pictures of all chapters, in their order.
pub(super) fn files(chapters: &[Chapter], language: Language) -> Vec<FileView> {
    let name = say(language, "report-file").text();
    let file = |(at, (drawing, description)): (usize, (Drawing, String))| {
        let (name, description) = (format!("{name}-{}.png", at + 1), shorten(&description, DESCRIPTION));
        Some(FileView { name, description, bytes: drawing.png(SCALE).ok()? })
    };
    drawings(chapters, language).into_iter().enumerate().filter_map(file).collect()
}

/// Every drawing with what it says in words.
pub(super) fn drawings(chapters: &[Chapter], language: Language) -> Vec<(Drawing, String)> {
    let mut pictures: Vec<(Drawing, String)> = Vec::new();
    for chapter in chapters {
        let panels: Vec<&Part> =
            chapter.parts.iter().filter(|part| matches!(part.chart, Some(Chart::Periods(_)))).collect();
        if !panels.is_empty() {
            pictures.push(figures(chapter, &panels, language));
        }
        let mut parts: Vec<&Part> = Vec::new();
        for part in chapter.parts.iter().filter(|part| matches!(part.chart, Some(Chart::Answers(_)))) {
            let together = [&parts[..], &[part]].concat();
            if !parts.is_empty()
                && (together.len() > TOGETHER
                    || said(chapter, &together, language).chars().count() > DESCRIPTION)
            {
                pictures.push(questions(chapter, &parts, language));
                parts.clear();
            }
            parts.push(part);
        }
        if !parts.is_empty() {
            pictures.push(questions(chapter, &parts, language));
        }
    }
    pictures.truncate(PICTURES);
    pictures
}

fn said(chapter: &Chapter, parts: &[&Part], language: Language) -> String {
    let scale = scale(parts, language).map(|scale| format!("\n{scale}")).unwrap_or_default();
    let words: Vec<String> = parts.iter().map(|part| figures_of(part, language)).collect();
    format!("{}{scale}\n{}{}", chapter.title, words.join("\n"), below(parts, language))
}

fn questions(chapter: &Chapter, parts: &[&Part], language: Language) -> (Drawing, String) {
    let drawn = parts.iter().filter_map(|part| match &part.chart {
        Some(Chart::Answers(chart)) => Some((part.title.clone(), chart.clone())),
        _ => None,
    });
    let drawing = drawing(chapter.title.clone(), drawn.collect(), language).drawing();
    (drawing, said(chapter, parts, language))
}

/// All figures over periods in one picture: their course, or the totals where the course would be too fine.
fn figures(chapter: &Chapter, parts: &[&Part], language: Language) -> (Drawing, String) {
    let fine = |panel: &Panel| panel.columns.len() > COLUMNS;
    let (mut panels, mut lines, mut totals) = (Vec::new(), vec![chapter.title.clone()], false);
    for part in parts {
        let Some(Chart::Periods(panel)) = &part.chart else { continue };
        let Some(total) = part.rows.last() else { continue };
        if fine(panel) {
            totals = true;
            let text = total.figure.text(language);
            let shown = panel.columns.iter().filter(|column| column.value.is_some()).count();
            let of = say(language, "report-of-periods").with("shown", shown).with("all", panel.columns.len());
            let column = Column { tick: String::new(), value: Some(0.0), text: text.clone() };
            panels.push(Panel { columns: vec![column], aside: of.text(), ..panel.clone() });
            lines.push(format!("{}: {text} ({of})", part.title));
        } else {
            let columns = panel.columns.iter().map(|column| format!("{} {}", column.tick, column.text));
            lines.push(format!("{}: {}", part.title, columns.collect::<Vec<_>>().join("; ")));
            panels.push(panel.clone());
        }
    }
    let subtitle =
        say(language, if totals { "report-picture-totals" } else { "report-picture-periods" }).text();
    lines.insert(1, subtitle.clone());
    let drawing = periods(chapter.title.clone(), subtitle, panels, language);
    lines.extend(drawing.notes.iter().cloned());
    (drawing.drawing(), lines.join("\n"))
}
