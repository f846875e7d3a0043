//! The evaluation as a table for spreadsheets: one line for each figure, UTF-8 with a mark by which Excel reads umlauts.
//! Fields are parted as the reader's own spreadsheet expects it: by semicolons where numbers have a decimal comma, by commas
//! elsewhere. What a spreadsheet would take for a formula is text (decision: an apostrophe before it, as OWASP has it).

use super::{Chapter, Figure};
use crate::app::results::Evaluation;
use crate::domain::language::Language;
use crate::locales::{date, say};

/// The file.
#[must_use]
pub fn csv(evaluation: &Evaluation, chapters: &[Chapter], language: Language) -> Vec<u8> {
    let parted_by = if language.is_german() { ';' } else { ',' };
    let mut lines = vec![
        [
            "report-csv-chapter",
            "report-csv-part",
            "report-csv-who",
            "report-csv-when",
            "report-csv-what",
            "report-csv-value",
            "report-csv-reason",
        ]
        .map(|id| say(language, id).text())
        .to_vec(),
    ];
    let programme = &evaluation.programme;
    let span = say(language, "report-period")
        .with("from", date(language, programme.starts_on))
        .with("to", date(language, programme.ends_on));
    let name = [say(language, "report-csv-programme").text(), programme.name.clone()];
    lines.push(
        [&name[..], &[String::new(), span.text()], &[String::new(), String::new(), String::new()]].concat(),
    );
    for chapter in chapters {
        for part in &chapter.parts {
            for row in &part.rows {
                let (value, reason) = match &row.figure {
                    Figure::Hidden(why) => (String::new(), why.clone()),
                    shown => (shown.text(language), String::new()),
                };
                let fields = [&chapter.title, &part.title, &row.who, &row.when, &row.what, &value, &reason];
                lines.push(fields.map(Clone::clone).to_vec());
            }
        }
        for item in &chapter.list {
            let empty = String::new();
            lines.push(
                [&chapter.title, &empty, &empty, &empty, item, &empty, &empty].map(Clone::clone).to_vec(),
            );
        }
    }
    let line = |fields: &Vec<String>| {
        let fields: Vec<String> = fields.iter().map(|text| field(text, parted_by)).collect();
        fields.join(&parted_by.to_string()) + "\r\n"
    };
    let mut file = "\u{feff}".to_owned();
    file.extend(lines.iter().map(line));
    file.into_bytes()
}

/// A field: no formula, quoted where it has to be.
fn field(text: &str, parted_by: char) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
    let text = if formula { format!("'{text}") } else { text.to_owned() };
    if text.contains(['"', '\n', '\r', ';', ',', '\t', parted_by]) {
        return format!("\"{}\"", text.replace('"', "\"\""));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_would_run_is_text() {
        for formula in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1"] {
            let written = field(formula, ';');
            assert!(written.trim_start_matches('"').starts_with('\''), "{formula:?} is {written:?}");
        }
        assert_eq!(
            field("=HYPERLINK(\"http://x\";\"y\")", ';'),
            "\"'=HYPERLINK(\"\"http://x\"\";\"\"y\"\")\""
        );
        assert_eq!(field("Zeit, die dafür frei ist", ';'), "\"Zeit, die dafür frei ist\"");
        assert_eq!(field("3,5", ';'), "\"3,5\"");
        assert_eq!(field("schlicht", ';'), "schlicht");
    }
}
