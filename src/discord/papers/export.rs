//! A person's data as two files: one for programs (JSON) and one page to read, in their language. Both say what is left
//! out, and why.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde_json::{Map, Value, json};

use crate::domain::inventory::{KINDS, Kind, Left, table};
use crate::domain::language::Language;
use crate::locales::{has, say};
use crate::store::exports::Exported;

/// Why each column that is left out is left out.
fn left_out(all: &[Exported]) -> BTreeSet<(Left, String)> {
    let columns = |one: &Exported| {
        let table = one.table;
        one.left.iter().map(move |(column, why)| (*why, format!("{table}.{column}"))).collect::<Vec<_>>()
    };
    all.iter().flat_map(columns).collect()
}

/// The file for programs.
#[must_use]
pub fn json(all: &[Exported], language: Language) -> String {
    let mut tables = Map::new();
    for one in all.iter().filter(|one| !one.rows.is_empty()) {
        let rows = one.rows.iter().map(|row| {
            row.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect::<Map<_, _>>().into()
        });
        tables.insert(one.table.to_owned(), Value::Array(rows.collect()));
    }
    let mut left = Map::new();
    for (why, column) in left_out(all) {
        let text = say(language, &format!("export-left-{}", why.code())).text();
        left.insert(column, text.into());
    }
    let body = json!({ "tandem-export": 1, "data": tables, "left_out": left });
    serde_json::to_string_pretty(&body).unwrap_or_default()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

const STYLE: &str = "body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#222;\
background:#fff}h1{font-size:1.6rem}h2{font-size:1.15rem;margin:2rem 0 .3rem}p{margin:.3rem 0}dl{border-left:3px solid #5b6ee1;\
margin:.8rem 0;padding:.2rem .8rem}dt{color:#555;font-size:.85rem}dd{margin:0 0 .4rem;white-space:pre-wrap;\
overflow-wrap:anywhere}.about{color:#555;font-size:.9rem}code{font-size:.85rem}";

/// The page to read: kind by kind, with what it is for, who sees it and how long.
#[must_use]
pub fn page(all: &[Exported], language: Language) -> String {
    let mut out = String::new();
    let lang = if language == Language::En { "en" } else { "de" };
    let title = escaped(&say(language, "export-head").text());
    let _ = write!(
        out,
        "<!doctype html>\n<html lang=\"{lang}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" \
         content=\"width=device-width\"><title>{title}</title><style>{STYLE}</style></head>\n<body><h1>{title}</h1>\n<p>{}</p>\n",
        escaped(&say(language, "export-intro").text())
    );
    for kind in KINDS {
        section(&mut out, all, kind, language);
    }
    let _ = writeln!(out, "<h2>{}</h2>", escaped(&say(language, "export-left-head").text()));
    let left = left_out(all);
    for why in left.iter().map(|(why, _)| *why).collect::<BTreeSet<_>>() {
        let columns: Vec<_> =
            left.iter().filter(|(one, _)| *one == why).map(|(_, name)| name.as_str()).collect();
        let text = escaped(&say(language, &format!("export-left-{}", why.code())).text());
        let _ = writeln!(out, "<p>{text}</p><p class=\"about\"><code>{}</code></p>", columns.join(", "));
    }
    let _ = writeln!(out, "<p>{}</p>\n</body></html>", escaped(&say(language, "export-end").text()));
    out
}

fn section(out: &mut String, all: &[Exported], kind: &Kind, language: Language) {
    let mut entries = String::new();
    for one in all {
        let Some(entry) = table(one.table) else { continue };
        let is_of_kind = |name: &str| {
            entry.columns.iter().any(|column| column.name == name && column.kind.code == kind.code)
        };
        for row in &one.rows {
            let fields: Vec<_> = row.iter().filter(|(name, _)| is_of_kind(name)).collect();
            if fields.is_empty() {
                continue;
            }
            entries.push_str("<dl>");
            for (name, value) in fields {
                let _ = write!(
                    entries,
                    "<dt>{}</dt><dd>{}</dd>",
                    escaped(&label(language, name)),
                    escaped(&shown(language, name, value))
                );
            }
            entries.push_str("</dl>\n");
        }
    }
    if entries.is_empty() {
        return;
    }
    let text = |id: String| escaped(&say(language, &id).text());
    let _ = write!(
        out,
        "<h2>{}</h2>\n<p class=\"about\">{} {}: {}. {}: {}.</p>\n{entries}",
        text(format!("inventory-{}", kind.code)),
        text(format!("inventory-{}-why", kind.code)),
        text("paper-report-who".to_owned()),
        text(format!("inventory-who-{}", kind.who.code())),
        text("paper-report-long".to_owned()),
        text(format!("inventory-long-{}", kind.long.code())),
    );
}

/// A column in words; one that has none is shown as it is called.
fn label(language: Language, column: &str) -> String {
    let id = format!("export-column-{}", column.replace('_', "-"));
    if has(language, &id) { say(language, &id).text() } else { column.to_owned() }
}

/// Columns that say yes (1) or no (0).
const FLAGS: &[&str] = &[
    "available",
    "cancelled",
    "done",
    "ended_early",
    "english",
    "german",
    "mentee_next",
    "mentee_ok",
    "mentee_stays",
    "mentor_next",
    "mentor_ok",
    "mentor_stays",
    "met",
    "named",
    "passed_on",
    "taken",
];

/// Columns that hold codes of ours, beside those that name a person. Whatever else is text is shown as it was written, also
/// where somebody's words look like a code.
const CODES: &[&str] = &[
    "also",
    "direct",
    "document",
    "kind",
    "language",
    "mentee_answer",
    "mentor_answer",
    "moment",
    "reader",
    "role",
    "side",
    "state",
    "what",
];

/// A value in words, where it is one of ours; a person's own words as they are.
fn shown(language: Language, column: &str, value: &Value) -> String {
    match value {
        Value::Number(number) if FLAGS.contains(&column) => {
            let said = if number.as_i64() == Some(0) { "export-value-no" } else { "export-value-yes" };
            say(language, said).text()
        }
        Value::String(text) => {
            let id = match column {
                "code" | "topic" => format!("topic-name-{text}"),
                _ if column.ends_with("_id") || CODES.contains(&column) => format!("export-value-{text}"),
                _ => return text.clone(),
            };
            let plain = !text.is_empty() && text.chars().all(|one| one.is_ascii_lowercase() || one == '-');
            if plain && has(language, &id) { say(language, &id).text() } else { text.clone() }
        }
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::inventory::{Rows, Share, TABLES};

    fn sample() -> Vec<Exported> {
        let task = |text: &str| {
            vec![
                ("number", json!(3)),
                ("giver_id", json!("partner")),
                ("text", json!(text)),
                ("state", json!("stuck")),
            ]
        };
        vec![Exported {
            table: "task",
            rows: vec![task("<b>Kopfhörer</b> & \"Maus\"")],
            left: vec![("id", Left::Number), ("by_mark", Left::Bookkeeping)],
        }]
    }

    #[test]
    fn the_page_reads_like_a_letter_and_a_persons_words_have_no_power_in_it() {
        let page = page(&sample(), Language::De);
        assert!(page.contains("&lt;b&gt;Kopfhörer&lt;/b&gt; &amp; &quot;Maus&quot;"), "{page}");
        for line in [
            "<h2>Aufgaben: Text, Termin, Link, Stand, Notiz</h2>",
            "<dt>Stand</dt><dd>hakt noch</dd>",
            "Gegenüber",
            "task.by_mark",
        ] {
            assert!(page.contains(line), "{line} in {page}");
        }
        assert!(!page.contains("export-") && !page.contains("<script"), "{page}");
    }

    #[test]
    fn a_note_that_reads_like_one_of_our_codes_stays_as_it_was_written() {
        let mut all = sample();
        all[0].rows[0].push(("note", json!("gone")));
        let page = page(&all, Language::De);
        assert!(page.contains("<dd>gone</dd>") && !page.contains("Kanal gelöscht"), "{page}");
        assert_eq!(shown(Language::En, "code", &json!("ai")), "Artificial intelligence");
    }

    #[test]
    fn every_column_of_an_export_has_a_name_for_people() {
        for table in TABLES.iter().filter(|table| !matches!(table.rows, Rows::Nobody)) {
            let shown = table.columns.iter().filter(|column| !matches!(column.share, Share::Left(_)));
            for (column, language) in
                shown.flat_map(|column| [(column, Language::En), (column, Language::De)])
            {
                assert_ne!(label(language, column.name), column.name, "{}.{}", table.name, column.name);
            }
        }
    }

    /// The migrations say which values such a column can have.
    #[test]
    fn every_code_that_an_export_can_hold_has_words() {
        let mut files: Vec<_> =
            std::fs::read_dir("migrations").unwrap().map(|file| file.unwrap().path()).collect();
        files.sort();
        let all = files.iter().map(|file| std::fs::read_to_string(file).unwrap()).collect::<String>();
        let (mut name, mut seen) = ("", 0);
        for line in all.lines() {
            let mut words = line.split_whitespace().skip_while(|word| *word != "TABLE").skip(1);
            if line.starts_with("CREATE TABLE") || line.starts_with("ALTER TABLE") {
                name = words.next().unwrap();
            }
            let Some((_, check)) = line.split_once("CHECK (") else { continue };
            let Some((column, values)) = check.split_once(" IN ('") else { continue };
            let Some(entry) = table(name).filter(|entry| !matches!(entry.rows, Rows::Nobody)) else {
                continue;
            };
            let shown_one = |one: &&crate::domain::inventory::Column| {
                one.name == column && !matches!(one.share, Share::Left(_))
            };
            if entry.columns.iter().find(shown_one).is_none() {
                continue;
            }
            let values = values.split_once("')").unwrap().0;
            for (value, language) in
                values.split("', '").flat_map(|one| [(one, Language::En), (one, Language::De)])
            {
                seen += 1;
                let id = format!("export-value-{value}");
                assert!(has(language, &id), "{name}.{column}: {id}");
                assert_eq!(
                    shown(language, column, &json!(value)),
                    say(language, &id).text(),
                    "{name}.{column}"
                );
            }
        }
        assert!(seen > 40, "{seen}");
    }

    #[test]
    fn the_file_for_programs_has_the_same_and_says_what_is_left_out() {
        let file: Value = serde_json::from_str(&json(&sample(), Language::En)).unwrap();
        assert_eq!(file["data"]["task"][0]["text"], "<b>Kopfhörer</b> & \"Maus\"");
        assert!(file["left_out"]["task.id"].as_str().unwrap().contains("connect"), "{file}");
    }
}
