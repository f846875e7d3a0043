//! The evaluation as one page that needs nothing else: no script, no font, no picture from anywhere. It reads on a phone, in
//! the dark and on paper; behind each drawing lies its table, which a screen shows when asked and paper always does.

use std::fmt::Write as _;

use super::{Chapter, Part, pictures};
use crate::app::results::Evaluation;
use crate::charts::escape;
use crate::domain::language::Language;
use crate::locales::{date, say};

const STYLE: &str = ":root{color-scheme:light dark;--ink:#23252a;--muted:#5c606a;--ground:#fff;--rule:#d4d7dc;--mark:#0072b2}\
@media (prefers-color-scheme:dark){:root{--ink:#f2f3f5;--muted:#b5bac1;--ground:#2b2d31;--rule:#4e5058;--mark:#56b4e9}}\
body{font:1rem/1.5 system-ui,sans-serif;color:var(--ink);background:var(--ground);max-width:46rem;margin:1.5rem auto;padding:0 1rem;overflow-wrap:break-word}\
h1{font-size:1.6rem;line-height:1.25;margin:0 0 .3rem}h2{font-size:1.25rem;margin:2.2rem 0 .4rem;border-bottom:2px solid var(--mark);padding-bottom:.2rem}\
h3{font-size:1.05rem;margin:1.4rem 0 .4rem}p{margin:.4rem 0}.about{color:var(--muted)}figure{margin:.4rem 0}svg{display:block;width:100%;height:auto;border-radius:6px}\
table{border-collapse:collapse;width:100%;font-size:.92rem}th,td{border-bottom:1px solid var(--rule);text-align:left;padding:.25rem .6rem .25rem 0;vertical-align:top}\
td.n,thead th.n{text-align:right;font-variant-numeric:tabular-nums}tbody th,tbody td{hyphens:auto}caption{text-align:left;color:var(--muted)}summary{cursor:pointer;color:var(--mark);padding:.3rem 0}\
@media screen{details:not([open])+table{display:none}}\
@media print{:root{--ink:#000;--muted:#444;--ground:#fff;--rule:#999;--mark:#000}body{margin:0;max-width:none;font-size:10.5pt}details{display:none}\
figure,tr,li{break-inside:avoid}h2,h3,caption{break-after:avoid}thead{display:table-header-group}svg{max-width:13cm}}";

/// The page.
#[must_use]
pub fn page(evaluation: &Evaluation, chapters: &[Chapter], language: Language) -> String {
    let lang = if language.is_german() { "de" } else { "en" };
    let programme = &evaluation.programme;
    let title = escape(&say(language, "report-title").with("programme", programme.name.as_str()).text());
    let span = say(language, "report-period")
        .with("from", date(language, programme.starts_on))
        .with("to", date(language, programme.ends_on));
    let mut out = format!(
        "<!doctype html>\n<html lang=\"{lang}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" \
         content=\"width=device-width,initial-scale=1\"><title>{title}</title><style>{STYLE}</style></head>\n\
         <body><main><h1>{title}</h1>\n<p class=\"about\">{}</p>\n",
        escape(&span.text())
    );
    for chapter in chapters {
        section(&mut out, chapter, language);
    }
    out.push_str("</main></body></html>\n");
    out
}

fn section(out: &mut String, chapter: &Chapter, language: Language) {
    let _ = writeln!(out, "<section><h2>{}</h2>", escape(&chapter.title));
    for paragraph in &chapter.says {
        let _ = writeln!(out, "<p>{}</p>", escape(paragraph));
    }
    if !chapter.list.is_empty() {
        let items: Vec<_> = chapter.list.iter().map(|item| format!("<li>{}</li>", escape(item))).collect();
        let _ = writeln!(out, "<ul>{}</ul>", items.join("\n"));
    }
    for part in &chapter.parts {
        // A chapter of one thing has its heading already.
        if chapter.parts.len() > 1 || part.title != chapter.title {
            let _ = writeln!(out, "<h3>{}</h3>", escape(&part.title));
        }
        match &part.chart {
            Some(chart) => {
                let drawing = pictures::alone(chart, language);
                let summary = escape(&say(language, "report-as-table").text());
                let _ = writeln!(
                    out,
                    "<figure>{}</figure>\n<details><summary>{summary}</summary></details>{}",
                    drawing.svg(&pictures::alternative(part, language)),
                    table(part, language)
                );
            }
            None => {
                let _ = writeln!(out, "{}", table(part, language));
            }
        }
    }
    out.push_str("</section>\n");
}

/// A table of those columns in which something stands.
fn table(part: &Part, language: Language) -> String {
    let all: Vec<[String; 4]> = part
        .rows
        .iter()
        .map(|row| [row.who.clone(), row.when.clone(), row.what.clone(), row.figure.text(language)])
        .collect();
    let heads = ["report-csv-who", "report-csv-when", "report-csv-what", "report-csv-value"];
    let used: Vec<usize> = (0..4).filter(|at| all.iter().any(|row| !row[*at].is_empty())).collect();
    let is_number = |row: &[String; 4]| row[3].starts_with(|first: char| first.is_ascii_digit());
    let numbers = all.iter().any(is_number);
    let mut head = String::new();
    for at in &used {
        // Numbers stand at the right, and so does what stands over and among them.
        let class = if *at == 3 && numbers { " class=\"n\"" } else { "" };
        let words = escape(&say(language, heads[*at]).text());
        let _ = write!(head, "<th scope=\"col\"{class}>{words}</th>");
    }
    let mut body = String::new();
    for row in &all {
        body.push_str("<tr>");
        for at in &used {
            let text = escape(&row[*at]);
            let _ = match (Some(at) == used.first(), *at == 3 && numbers) {
                (true, _) => write!(body, "<th scope=\"row\">{text}</th>"),
                (false, true) => write!(body, "<td class=\"n\">{text}</td>"),
                (false, false) => write!(body, "<td>{text}</td>"),
            };
        }
        body.push_str("</tr>\n");
    }
    let caption = escape(&part.title);
    format!("<table><caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>")
}
