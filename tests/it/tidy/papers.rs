//! What the papers say has to be so: links lead somewhere, the gate runs what the README promises, and the README asks for
//! the permissions that the bot asks for.

use std::path::{Path, PathBuf};

use tandem::discord::permissions::NEEDS;
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
