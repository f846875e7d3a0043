//! What the papers say has to be so: links lead somewhere, the gate runs what the README promises, and the README asks for
//! the permissions that the bot asks for.

use std::path::{Path, PathBuf};

use tandem::discord::permissions::NEEDS;
use tandem::domain::template::Template;
use tandem::locales::{Language, say};

fn read(path: impl AsRef<Path>) -> String {
    std::fs::read_to_string(super::root().join(path)).unwrap()
}

/// The papers at the top and in `docs/`.
fn papers() -> Vec<PathBuf> {
    let folders = [super::root(), super::root().join("docs")];
    let files = folders.iter().flat_map(|folder| std::fs::read_dir(folder).unwrap());
    files
        .map(|file| file.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "md"))
        .collect()
}

/// The targets of links to files, without their anchors.
fn links(text: &str) -> Vec<&str> {
    text.split("](")
        .skip(1)
        .filter_map(|rest| rest.split([')', '#']).next())
        .filter(|target| !target.is_empty() && !target.contains(':'))
        .collect()
}

#[test]
fn every_link_in_the_papers_leads_to_a_file() {
    let papers = papers();
    for paper in &papers {
        for target in links(&read(paper)) {
            assert!(paper.with_file_name(target).exists(), "{}: {target}", paper.display());
        }
    }
    assert!(papers.iter().any(|paper| !links(&read(paper)).is_empty()), "no link was read");
    assert_eq!(links("a [b](c.md#d) [e](https://f) (g) [h](#i)"), ["c.md"]);
}

/// The lines behind `$ ` in the first block of a paper.
fn first_commands(text: &str) -> Vec<&str> {
    let block = text.split("```").nth(1).unwrap_or_default();
    block.lines().filter_map(|line| line.strip_prefix("$ ")).collect()
}

#[test]
fn the_readme_begins_with_two_commands_and_the_gate_runs_them() {
    let (readme, gate) = (read("README.md"), read(".ci/run"));
    let commands = first_commands(&readme);
    assert_eq!(commands, ["cargo run -- rehearse", "cargo test"]);
    for command in commands {
        let runs = |line: &str| line.trim_start().starts_with(command) || line.ends_with(command);
        assert!(gate.lines().any(runs), "the gate does not run `{command}`");
    }
}

#[test]
fn the_readme_names_exactly_the_permissions_that_the_bot_asks_for() {
    let readme = read("README.md");
    let rows = readme.split("| permission | why |").nth(1).unwrap().lines().skip(2);
    let named: Vec<_> = rows
        .take_while(|row| row.trim_start().starts_with('|'))
        .flat_map(|row| row.split('|').nth(1).unwrap().split(','))
        .map(|name| name.trim().to_owned())
        .collect();
    let mut asked: Vec<_> =
        NEEDS.iter().map(|need| say(Language::En, &format!("permission-{}", need.name)).text()).collect();
    let mut sorted = named.clone();
    sorted.sort();
    asked.sort();
    assert_eq!(sorted, asked);
}

/// The cells of a row of a table, by their column.
fn cells(row: &str) -> Vec<&str> {
    row.trim().trim_matches('|').split('|').map(str::trim).collect()
}

/// What a template is, as the table of `docs/programmes.md` says it: its special features are looked for in the last cell.
fn designed(template: Template) -> (Vec<String>, Vec<String>) {
    let design = template.design();
    assert_eq!(design.questions, "0 9 1-7 * Mon", "in words: the first Monday of the month");
    let row = [
        format!("`{}`", template.code()),
        design.meetings.to_string(),
        format!("{} weeks", design.weeks),
        "first Monday of the month".to_owned(),
    ];
    let said = [
        design.meets_first.then(|| "speed networking first".to_owned()),
        design.whole_day.then(|| "a whole day at work first".to_owned()),
        design.rotation_weeks.map(|weeks| format!("new partners after {weeks} weeks")),
        design.most_tandems.map(|most| format!("at most {most} tandems")),
        design.briefing_required.then(|| "briefing required".to_owned()),
        (design.fields.len() == 3).then(|| "three fields on offer".to_owned()),
    ];
    (row.into(), said.into_iter().flatten().collect())
}

#[test]
fn the_table_of_templates_says_what_the_templates_are() {
    let paper = read("docs/programmes.md");
    let table = paper.split("| template |").nth(1).unwrap();
    let rows: Vec<Vec<&str>> =
        table.lines().skip(2).take_while(|row| row.starts_with('|')).map(cells).collect();
    assert_eq!(rows.len(), Template::ALL.len(), "{rows:?}");
    // Whatever a template may have that is special, said of those that have it and of no other.
    let all: Vec<String> = Template::ALL.iter().flat_map(|one| designed(*one).1).collect();
    for (template, row) in Template::ALL.iter().zip(&rows) {
        let (expected, special) = designed(*template);
        // Behind the length may stand the range of its published design.
        let length = row[2].split(" (").next().unwrap();
        assert_eq!([row[0], row[1], length, row[3]], expected[..], "{row:?}");
        for words in &all {
            assert_eq!(row[4].contains(words.as_str()), special.contains(words), "{words} in {row:?}");
        }
    }
}

#[test]
fn the_chapter_of_each_template_counts_its_meetings_and_weeks_as_the_template_does() {
    let paper = read("docs/programmes.md");
    let mut counted = 0;
    for template in Template::ALL {
        let design = template.design();
        let head = format!("(`{}`)\n", template.code());
        let chapter = paper.split(&head).nth(1).unwrap().split("\n## ").next().unwrap();
        for (before, after) in chapter
            .match_indices(" meetings in ")
            .map(|(at, words)| (&chapter[..at], &chapter[at + words.len()..]))
        {
            let meetings = before.rsplit([' ', '|']).next().unwrap();
            // The headline of a design says its range in months and words; figures are ours.
            if meetings.parse::<u32>().is_ok() {
                let weeks = after.split(' ').next().unwrap();
                assert_eq!((meetings, weeks), (&*design.meetings.to_string(), &*design.weeks.to_string()));
                counted += 1;
            }
        }
        for (at, words) in chapter.match_indices("| after ") {
            let weeks = chapter[at + words.len()..].split(' ').next().unwrap();
            assert_eq!(Some(weeks), design.rotation_weeks.map(|weeks| weeks.to_string()).as_deref());
            counted += 1;
        }
    }
    assert_eq!(counted, 5, "four lengths and the change of partners");
}
