//! A person's data as two files: one for programs (JSON) and one page to read, in their language. Both say what is left
//! out, and why.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use chrono::{DateTime, NaiveDate};
use chrono_tz::Tz;
use serde_json::{Map, Value, json};

mod begun;

use super::evaluation::item_words;
use crate::charts::escape as escaped;
use crate::domain::inventory::{KINDS, Kind, Left, table};
use crate::domain::language::Language;
use crate::domain::question;
use crate::domain::survey;
use crate::locales::{self, date, has, say, time_of_day};
use crate::store::exports::{Beside, Exported};

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

const STYLE: &str = ":root{color-scheme:light dark;--ink:#23252a;--muted:#5c606a;--ground:#fff;--rule:#d4d7dc;--mark:#0072b2}\
@media (prefers-color-scheme:dark){:root{--ink:#f2f3f5;--muted:#b5bac1;--ground:#2b2d31;--rule:#4e5058;--mark:#56b4e9}}\
body{font:1rem/1.5 system-ui,sans-serif;color:var(--ink);background:var(--ground);max-width:46rem;margin:1.5rem auto;padding:0 1rem;overflow-wrap:break-word}\
h1{font-size:1.6rem;line-height:1.25;margin:0 0 .3rem}h2{font-size:1.15rem;margin:2rem 0 .3rem;border-bottom:2px solid var(--mark);padding-bottom:.2rem}\
p{margin:.4rem 0}dl{border-left:3px solid var(--rule);margin:.8rem 0;padding:.2rem .8rem}dt{color:var(--muted);font-size:.85rem}\
dd{margin:0 0 .4rem;white-space:pre-wrap;overflow-wrap:anywhere}dd.none,.about{color:var(--muted)}.about{font-size:.9rem}\
code{font-size:.8rem;overflow-wrap:anywhere}\
@media print{:root{--ink:#000;--muted:#444;--ground:#fff;--rule:#999;--mark:#000}body{margin:0;max-width:none;font-size:10.5pt}\
dl{break-inside:avoid}h2,h2+p{break-after:avoid}}";

/// The page to read: kind by kind, with what it is for, who sees it and how long.
#[must_use]
pub fn page(all: &[Exported], language: Language) -> String {
    let mut out = String::new();
    let lang = if language == Language::En { "en" } else { "de" };
    let title = escaped(&say(language, "export-head").text());
    let around = Around::of(all);
    let _ = write!(
        out,
        "<!doctype html>\n<html lang=\"{lang}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" \
         content=\"width=device-width,initial-scale=1\"><title>{title}</title><style>{STYLE}</style></head>\n\
         <body><main><h1>{title}</h1>\n<p>{}</p>\n{}",
        escaped(&say(language, "export-intro").text()),
        around.words(language)
    );
    for kind in KINDS {
        section(&mut out, all, &around, kind, language);
    }
    let _ = writeln!(out, "<h2>{}</h2>", escaped(&say(language, "export-left-head").text()));
    let left = left_out(all);
    for why in left.iter().map(|(why, _)| *why).collect::<BTreeSet<_>>() {
        let columns: Vec<_> =
            left.iter().filter(|(one, _)| *one == why).map(|(_, name)| name.as_str()).collect();
        let text = escaped(&say(language, &format!("export-left-{}", why.code())).text());
        let _ = writeln!(out, "<p>{text}</p><p class=\"about\"><code>{}</code></p>", columns.join(", "));
    }
    let _ = writeln!(out, "<p>{}</p>\n</main></body></html>", escaped(&say(language, "export-end").text()));
    out
}

/// What the rows of an export have around them.
struct Around {
    /// The names of the programmes that they belong to.
    programmes: BTreeSet<String>,
    /// The zones of these programmes, by their names.
    zones: BTreeSet<&'static str>,
    /// The zone for what belongs to no programme.
    zone: Tz,
}

impl Around {
    fn of(all: &[Exported]) -> Self {
        let found = || all.iter().flat_map(|one| &one.beside).filter_map(|beside| beside.programme.as_ref());
        let zone = found().map(|(_, zone)| *zone).next_back().unwrap_or(Tz::UTC);
        let zones: BTreeSet<_> = found().map(|(_, zone)| zone.name()).collect();
        Self {
            programmes: found().map(|(name, _)| name.clone()).collect(),
            zones: if zones.is_empty() { BTreeSet::from([zone.name()]) } else { zones },
            zone,
        }
    }

    /// The programmes, and in which zone the times are.
    fn words(&self, language: Language) -> String {
        let list = |all: Vec<&str>| locales::list(language, &all);
        let zones = say(language, "export-zones").with("zones", list(self.zones.iter().copied().collect()));
        let mut out = String::new();
        if !self.programmes.is_empty() {
            let names = list(self.programmes.iter().map(String::as_str).collect());
            let said = say(language, "export-programmes").with("count", self.programmes.len());
            let _ = writeln!(out, "<p>{}</p>", escaped(&said.with("programmes", names).text()));
        }
        let _ = writeln!(out, "<p>{}</p>", escaped(&zones.text()));
        out
    }
}

fn section(out: &mut String, all: &[Exported], around: &Around, kind: &Kind, language: Language) {
    let mut entries = String::new();
    for one in all {
        let Some(entry) = table(one.table) else { continue };
        let is_of_kind = |name: &str| {
            entry.columns.iter().any(|column| column.name == name && column.kind.code == kind.code)
        };
        for (at, row) in one.rows.iter().enumerate() {
            let fields: Vec<_> = row.iter().filter(|(name, _)| is_of_kind(name)).collect();
            if fields.is_empty() {
                continue;
            }
            let beside = one.beside.get(at).cloned().unwrap_or_default();
            entries.push_str("<dl>");
            // With one programme, the head of the page has its name, and else only what is about taking part in it.
            let named = around.programmes.len() > 1 || one.table == "enrolment";
            if let (Some((name, _)), true) = (&beside.programme, named) {
                let programme = escaped(&say(language, "export-programme").text());
                let _ = write!(entries, "<dt>{programme}</dt><dd>{}</dd>", escaped(name));
            }
            for (name, value) in fields {
                let is_moment = one.moments.contains(name);
                let text = in_place(language, around, (one.table, &beside, is_moment), (name, value));
                let label = escaped(&label(language, name));
                let _ = if text.trim().is_empty() {
                    let empty = escaped(&say(language, "export-empty").text());
                    write!(entries, "<dt>{label}</dt><dd class=\"none\">{empty}</dd>")
                } else {
                    write!(entries, "<dt>{label}</dt><dd>{}</dd>", escaped(&text))
                };
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

/// A value as people read it: moments in the programme's zone, days in words, questions and answers in theirs.
fn in_place(
    language: Language,
    around: &Around,
    (table, beside, is_moment): (&str, &Beside, bool),
    (column, value): (&str, &Value),
) -> String {
    let said = match (column, value) {
        (_, Value::String(text)) if is_moment => {
            let zone = beside.programme.as_ref().map_or(around.zone, |(_, zone)| *zone);
            moment(language, zone, text)
        }
        (_, Value::String(day)) if column.ends_with("_on") => {
            day.parse::<NaiveDate>().ok().map(|day| date(language, day))
        }
        ("question", Value::Number(number)) => {
            let [en, de] = beside.question.clone().unwrap_or_default();
            let own = if language.is_german() { de } else { en };
            let number = number.as_i64().unwrap_or_default();
            match question::own_row(number) {
                Some(_) => Some(own).filter(|own| !own.is_empty()),
                None => Some(locales::question(language, number)),
            }
        }
        ("answers", Value::String(answers)) if table == "survey_sheet" => answered(language, answers),
        ("answers", Value::String(draft)) if table == "draft" => begun::in_words(language, draft),
        _ => None,
    };
    said.unwrap_or_else(|| shown(language, column, value))
}

fn moment(language: Language, zone: Tz, text: &str) -> Option<String> {
    let at = text.parse::<DateTime<chrono::Utc>>().ok()?.with_timezone(&zone).naive_local();
    let said = say(language, "export-moment").with("day", date(language, at.date()));
    Some(said.with("time", time_of_day(language, at.time())).text())
}

/// The answers of a sheet, one line each.
fn answered(language: Language, answers: &str) -> Option<String> {
    let answers: survey::Answers = serde_json::from_str(answers).ok()?;
    let line = |(item, answer): (&i64, &u8)| {
        let item = survey::item(*item)?;
        let option = say(language, &format!("survey-{}-{answer}-button", item.scale.code())).text();
        Some(self::line(language, &item_words(language, item.code), &option))
    };
    Some(answers.iter().filter_map(line).collect::<Vec<_>>().join("\n"))
}

/// What was asked and what was said, in one line.
fn line(language: Language, item: &str, answer: &str) -> String {
    if item.ends_with('?') {
        return format!("{item} {answer}");
    }
    say(language, "export-answer").with("item", item).with("answer", answer).text()
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
#[path = "export/tests.rs"]
mod tests;
