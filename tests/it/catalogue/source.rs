//! Finds in `src/` which messages are used. An id is written as one string literal (`say(language, "task-assigned")`, or
//! a match that names ids), or it is computed in one `format!` whose literal shows the family (`"task-state-{code}"`).

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::{Path, PathBuf};

/// Files under `src/` with their text up to their unit tests, by path from the root of the repository.
fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = vec![root.join("src")];
    let mut files: Vec<PathBuf> = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") {
                files.push(path);
            }
        }
    }
    files.sort();
    files
        .into_iter()
        .map(|path| {
            let text = std::fs::read_to_string(&path).unwrap();
            let text = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
            let code: Vec<_> = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
            (path.strip_prefix(root).unwrap().display().to_string(), code.join("\n"))
        })
        .collect()
}

/// The string literals of a piece of code, each with the code before it on the way from the literal before.
fn quoted(code: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    let (mut start, mut open) = (0, None);
    let mut escaped = false;
    for (at, letter) in code.char_indices() {
        match (letter, open) {
            _ if escaped => escaped = false,
            ('\\', _) => escaped = true,
            ('"', None) if code[..at].ends_with('\'') => {}
            ('"', None) => open = Some(at),
            ('"', Some(begin)) => {
                found.push((&code[start..begin], &code[begin + 1..at]));
                (start, open) = (at + 1, None);
            }
            _ => {}
        }
    }
    found
}

fn is_id(text: &str) -> bool {
    text.contains('-')
        && text.starts_with(|first: char| first.is_ascii_lowercase())
        && text.chars().all(|one| one.is_ascii_lowercase() || one.is_ascii_digit() || one == '-')
}

/// Every literal that could be an id, wherever it stands.
pub fn literals() -> BTreeSet<String> {
    sources()
        .iter()
        .flat_map(|(_, code)| quoted(code))
        .filter(|(_, text)| is_id(text))
        .map(|(_, text)| text.to_owned())
        .collect()
}

/// Ids that are handed to `say` or `menu` as literals, with the file that does it.
pub fn asked_for() -> Vec<(String, String)> {
    let mut found = Vec::new();
    for (file, code) in sources() {
        for (before, text) in quoted(&code) {
            let call = before.rfind("say(").map(|at| &before[at + 4..]);
            // The literal is the second argument: one comma and no closing bracket beyond those opened.
            let second = call.is_some_and(|inside| {
                inside.matches(',').count() == 1
                    && inside.matches('(').count() == inside.matches(')').count()
                    && !inside.contains([';', '{'])
                    && inside.trim_end().ends_with(',')
            });
            if second || before.trim_end().ends_with("menu(") {
                found.push((file.clone(), text.to_owned()));
            }
        }
    }
    found
}

/// A family of computed ids: the fixed pieces around what is filled in.
#[derive(Debug)]
pub struct Family(Vec<String>);

impl Family {
    /// Whether an id belongs to the family: it has all fixed pieces, in their order and with something between them.
    pub fn covers(&self, id: &str) -> bool {
        let Some((first, rest)) = self.0.split_first() else { return false };
        let Some(mut left) = id.strip_prefix(first.as_str()) else { return false };
        for (index, piece) in rest.iter().enumerate() {
            let last = index + 1 == rest.len();
            let at = if last { left.len().checked_sub(piece.len()) } else { left.find(piece.as_str()) };
            match at {
                Some(at) if at > 0 && left[at..].starts_with(piece.as_str()) => {
                    left = &left[at + piece.len()..];
                }
                _ => return false,
            }
        }
        true
    }
}

impl fmt::Display for Family {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.join("…"))
    }
}

/// Families of ids that `format!` computes, with the file that does it.
pub fn families() -> Vec<(String, Family)> {
    let mut found = Vec::new();
    for (file, code) in sources() {
        for (before, text) in quoted(&code) {
            if before.trim_end().ends_with("format!(") {
                found.extend(family(text).map(|family| (file.clone(), family)));
            }
        }
    }
    found
}

/// `"task-state-{code}"` as a family, if the literal looks like the beginning of one of our ids.
fn family(literal: &str) -> Option<Family> {
    let mut pieces = vec![String::new()];
    let mut rest = literal;
    while let Some((fixed, behind)) = rest.split_once('{') {
        let (_, after) = behind.split_once('}')?;
        pieces.last_mut()?.push_str(fixed);
        pieces.push(String::new());
        rest = after;
    }
    pieces.last_mut()?.push_str(rest);
    let shaped = pieces.len() > 1
        && FAMILIES.iter().any(|one| pieces[0].starts_with(one))
        && pieces.iter().all(|piece| {
            piece.chars().all(|one| one.is_ascii_lowercase() || one.is_ascii_digit() || one == '-')
        });
    shaped.then_some(Family(pieces))
}

/// How computed ids may begin.
const FAMILIES: &[&str] = &[
    "briefing-",
    "choice-",
    "cmd-",
    "digest-",
    "edit-",
    "export-",
    "feedback-",
    "help-",
    "idea-",
    "inventory-",
    "invite-",
    "join-",
    "leave-",
    "lounge-",
    "match-",
    "my-",
    "occasion-",
    "opt-",
    "paper-",
    "permission-",
    "programme-",
    "proposal-",
    "question-",
    "refusal-",
    "report-",
    "setup-",
    "status-",
    "survey-",
    "task-",
    "topic-",
    "welcome-",
    "wish-",
];

/// The variants of `domain::refusal::Refusal` as message ids, with the names of their fields.
pub fn refusals() -> BTreeMap<String, BTreeSet<String>> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/domain/refusal.rs");
    let text = std::fs::read_to_string(file).unwrap();
    let (_, body) = text.split_once("pub enum Refusal {").unwrap();
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut current = String::new();
    for line in body.lines().take_while(|line| !line.starts_with('}')) {
        let word = line.trim().trim_end_matches([',', '{', ' ']);
        if line.trim().starts_with(['/', '#', '}']) || word.is_empty() {
            continue;
        }
        if let Some((field, _)) = word.split_once(':') {
            found.get_mut(&current).expect("a field stands in a variant").insert(field.to_owned());
        } else {
            current = format!("refusal{}", kebab(word));
            found.insert(current.clone(), BTreeSet::new());
        }
    }
    found
}

fn kebab(name: &str) -> String {
    let mut id = String::new();
    for letter in name.chars() {
        if letter.is_ascii_uppercase() {
            id.push('-');
        }
        id.push(letter.to_ascii_lowercase());
    }
    id
}

#[test]
fn the_reader_of_the_source_finds_literals_and_families() {
    let code = r#"say(language, "task-title"); say(of(a, b), "x-y"); format!("task-state-{}", one); menu("cmd-a-name")"#;
    let texts: Vec<_> = quoted(code).into_iter().map(|(_, text)| text).collect();
    assert_eq!(texts, ["task-title", "x-y", "task-state-{}", "cmd-a-name"]);
    let states = family("task-state-{}").unwrap();
    assert!(
        states.covers("task-state-open") && !states.covers("task-state-") && !states.covers("task-title")
    );
    let buttons = family("feedback-{n}-button").unwrap();
    assert!(buttons.covers("feedback-1-button") && !buttons.covers("feedback-noted"));
    assert!(family("{a}-{b}").is_none() && family("task title {}").is_none());
}
