//! The evaluation of a programme in words: chapters with figures, each with its chart. The page, the table for a
//! spreadsheet and the pictures with their alternative texts are all made of these chapters, so that none of them can say
//! more than the others (P8).

mod chapters;
mod csv;
mod page;
mod pictures;
mod surveys;

use crate::app::results::Evaluation;
use crate::charts::answers;
use crate::charts::multiples::Panel;
use crate::discord::posts::digest;
use crate::discord::view::{FileView, View, quote, shorten};
use crate::domain::decision::Decision;
use crate::domain::figures::HalfSteps;
use crate::domain::language::Language;
use crate::locales::{number, say};

pub use csv::csv;
pub use page::page;
pub(super) use surveys::item_words;

/// Discord's limit for a message.
const MESSAGE: usize = 2_000;
/// So many sentences about next time in a message; the page has them all.
const ADVICE: usize = 5;

/// A part of the evaluation.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Chapter {
    /// Its heading.
    pub title: String,
    /// What it says, one paragraph each.
    pub says: Vec<String>,
    /// What it lists below that.
    pub list: Vec<String>,
    /// Its figures.
    pub parts: Vec<Part>,
}

/// Figures about one thing.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// What they are about.
    pub title: String,
    /// Every figure, and every reason why there is none.
    pub rows: Vec<Row>,
    /// The same as a picture, where there is one.
    pub chart: Option<Chart>,
}

/// One figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Whose, if that is said.
    pub who: String,
    /// When, if that is said.
    pub when: String,
    /// What is counted, if the part's title does not say it.
    pub what: String,
    /// The same where there is little room and it was said before; else empty.
    pub short: String,
    /// The figure.
    pub figure: Figure,
}

/// A figure as it is written in words, cells and pictures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Figure {
    /// How many.
    Count(u64),
    /// A mean.
    Mean(HalfSteps),
    /// None, and why.
    Hidden(String),
}

/// A part as a picture.
#[derive(Debug, Clone, PartialEq)]
pub enum Chart {
    /// What groups of people answered.
    Answers(answers::Part),
    /// A figure over periods.
    Periods(Panel),
}

impl Figure {
    /// As it is written.
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        match self {
            Self::Count(count) => count.to_string(),
            Self::Mean(mean) => number(language, mean.value(), 1),
            Self::Hidden(why) => why.clone(),
        }
    }
}

/// The chapters of an evaluation, in the reader's language.
#[must_use]
pub fn chapters(evaluation: &Evaluation, language: Language) -> Vec<Chapter> {
    chapters::all(evaluation, language)
}

/// What a coordinator gets in Discord: the most important in words, everything as pictures, and the page as a file.
#[must_use]
pub fn message(evaluation: &Evaluation, language: Language) -> View {
    let chapters = chapters(evaluation, language);
    let mut lines = vec![
        say(language, "report-message-title").with("programme", quote(&evaluation.programme.name)).text(),
        chapters::standing_line(evaluation, language),
    ];
    if evaluation.report.is_small() {
        lines.push(say(language, "report-small").with("needed", evaluation.report.needed).text());
    } else {
        let totals = chapters::totals_lines(evaluation, language);
        if !totals.is_empty() {
            lines.push(format!("**{}**", say(language, "report-inside-head")));
            lines.extend(totals);
        }
        lines.push(format!("**{}**", say(language, "report-changes-head")));
        let advice = chapters::advice(evaluation, language);
        lines.extend(advice.iter().take(ADVICE).map(|line| format!("• {}", quote(line))));
        if advice.len() > ADVICE {
            lines.push(say(language, "report-advice-more").with("count", advice.len() - ADVICE).text());
        }
    }
    let decisions: &[Decision] = &evaluation.report.decisions;
    if !decisions.is_empty() {
        lines.push(format!("**{}**", say(language, "digest-decisions-field")));
        lines.push(digest::decisions(language, decisions));
    }
    let file = say(language, "report-message-file").text();
    let said = shorten(&lines.join("\n"), MESSAGE - file.chars().count() - 2);
    let mut view = View::text(format!("{said}\n{file}"));
    view.files = pictures::files(&chapters, language);
    let page = FileView {
        name: format!("{}.html", say(language, "report-file")),
        description: say(language, "report-page-description").text(),
        bytes: page(evaluation, &chapters, language).into_bytes(),
    };
    view.file(page)
}

/// The table for a spreadsheet, as a private answer.
#[must_use]
pub fn table(evaluation: &Evaluation, language: Language) -> View {
    let chapters = chapters(evaluation, language);
    let said = say(language, "report-export").with("programme", quote(&evaluation.programme.name));
    View::text(said).file(FileView {
        name: format!("{}.csv", say(language, "report-file")),
        description: say(language, "report-export-description").text(),
        bytes: csv(evaluation, &chapters, language),
    })
}

#[cfg(test)]
#[path = "evaluation/tests.rs"]
mod tests;
