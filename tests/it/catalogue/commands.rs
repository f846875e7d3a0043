//! The texts of slash commands: valid names, unique on their level, the English name equal to the one in code, and no
//! command over Discord's size in its longest language.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use serde_json::Value;
use tandem::locales::{Language, menu};

use super::reader::{catalogue, german};

/// Whether a message belongs to the menus, whose ids are computed from the command tree.
pub fn is_menu(id: &str) -> bool {
    ["cmd-", "opt-", "choice-"].iter().any(|family| id.starts_with(family))
}

/// Discord's rule for names: 1 to 32 letters, digits, `-`, `_` or `'`, in lower case wherever there is one.
fn is_valid_name(name: &str) -> bool {
    (1..=32).contains(&name.chars().count())
        && name.chars().all(|one| one.is_alphanumeric() || "-_'".contains(one))
        && name.to_lowercase() == name
}

#[test]
fn names_of_commands_and_options_are_valid_in_every_language() {
    for language in [Language::En, Language::De] {
        for (id, message) in catalogue(language) {
            if is_menu(&id) && id.ends_with("-name") {
                assert!(is_valid_name(&message.texts[0]), "{id} in {language:?}: {}", message.texts[0]);
            }
        }
    }
    assert!(is_valid_name("unterstützung") && !is_valid_name("Hilfe") && !is_valid_name("zwei worte"));
}

#[test]
fn the_english_name_is_the_end_of_the_id() {
    for (id, message) in catalogue(Language::En) {
        if let Some(path) = id.strip_suffix("-name").filter(|_| is_menu(&id)) {
            assert!(path.ends_with(&format!("-{}", message.texts[0])), "{id} is called {}", message.texts[0]);
        }
    }
}

#[test]
fn every_name_has_a_description_and_every_description_a_name() {
    let english = catalogue(Language::En);
    for id in english.keys().filter(|id| id.starts_with("cmd-") || id.starts_with("opt-")) {
        let other = match (id.strip_suffix("-name"), id.strip_suffix("-desc")) {
            (Some(path), _) => format!("{path}-desc"),
            (_, Some(path)) => format!("{path}-name"),
            _ => panic!("{id} ends neither in -name nor in -desc"),
        };
        assert!(english.contains_key(&other), "{other} is missing");
    }
}

#[test]
fn names_are_unique_on_their_level_in_every_language() {
    let english = catalogue(Language::En);
    for language in [catalogue(Language::En), german()] {
        let mut seen: BTreeMap<(String, String), String> = BTreeMap::new();
        for id in english.keys().filter(|id| is_menu(id) && id.ends_with("-name")) {
            let level = id.strip_suffix(&format!("-{}-name", english[id].texts[0])).unwrap_or(id);
            let name = language[id].texts[0].clone();
            let before = seen.insert((level.to_owned(), name), id.clone());
            assert!(before.is_none(), "{id} has the name of {before:?}");
        }
    }
}

/// The names of all commands and groups in a language, each with its whole path.
fn paths(language: Language) -> BTreeSet<String> {
    let names = catalogue(language);
    let mut paths = BTreeSet::new();
    for leaf in tandem::discord::commands::leaves() {
        let (mut id, mut path) = (String::from("cmd"), Vec::new());
        for word in leaf.name.split(' ') {
            let _ = write!(id, "-{word}");
            path.push(names[&format!("{id}-name")].texts[0].clone());
            paths.insert(path.join(" "));
        }
    }
    paths
}

/// The first command in a text that nobody could type in that language.
fn unknown_command(text: &str, paths: &BTreeSet<String>) -> Option<String> {
    let quoted = text.split('`').skip(1).step_by(2).filter_map(|piece| piece.strip_prefix('/'));
    quoted.map(str::to_owned).find(|command| {
        let mut known = String::new();
        // Whatever follows a whole command is its options.
        for word in command.split(' ').take_while(|word| !word.contains([':', '…'])) {
            let longer = if known.is_empty() { word.to_owned() } else { format!("{known} {word}") };
            if !paths.contains(&longer) {
                let group = paths.iter().any(|path| path.starts_with(&format!("{known} ")));
                return known.is_empty() || group;
            }
            known = longer;
        }
        false
    })
}

#[test]
fn commands_in_texts_are_called_as_they_are_in_that_language() {
    for language in [Language::En, Language::De, Language::DeFormal] {
        let paths = paths(if language == Language::En { language } else { Language::De });
        for (id, message) in catalogue(language) {
            for text in message.texts {
                assert_eq!(unknown_command(&text, &paths), None, "{id} in {language:?}");
            }
        }
    }
    let german = paths(Language::De);
    assert_eq!(
        unknown_command("Mit `/coordination results report`.", &german).as_deref(),
        Some("coordination results report")
    );
    assert_eq!(
        unknown_command("Mit `/koordination results`.", &german).as_deref(),
        Some("koordination results")
    );
    assert_eq!(unknown_command("Mit `/koordination ergebnisse auswertung programm:2`.", &german), None);
}

/// Fails unless a command as it is registered is localized throughout and within Discord's 8,000 characters, counted as
/// Discord does: name, description and choice values of every level, each in its longest language.
pub fn assert_command_fits(command: &Value) {
    let name = command["name"].as_str().expect("a command has a name");
    let size = size_of(command, name);
    assert!(size <= 8000, "/{name} has {size} characters, 8000 fit");
}

fn size_of(node: &Value, path: &str) -> usize {
    let mut size = longest(node, "name", path);
    if node.get("description").is_some() {
        size += longest(node, "description", path);
    }
    for option in node["options"].as_array().into_iter().flatten() {
        size += size_of(option, &format!("{path} {}", option["name"].as_str().unwrap_or_default()));
    }
    for choice in node["choices"].as_array().into_iter().flatten() {
        size += longest(choice, "name", &format!("{path}, a choice"));
        size += choice["value"]
            .as_str()
            .map_or_else(|| choice["value"].to_string(), str::to_owned)
            .chars()
            .count();
    }
    size
}

fn longest(node: &Value, field: &str, path: &str) -> usize {
    let localized = node[format!("{field}_localizations")].as_object();
    let localized = localized.unwrap_or_else(|| panic!("/{path}: {field} is not localized"));
    for locale in ["de", "en-US", "en-GB"] {
        assert!(localized.contains_key(locale), "/{path}: {field} has no {locale}");
    }
    localized
        .values()
        .chain([&node[field]])
        .map(|text| text.as_str().unwrap_or_default().chars().count())
        .max()
        .unwrap_or_default()
}

fn localized(id: &str, field: &str) -> serde_json::Map<String, Value> {
    let (default, all) = menu(&format!("{id}-{}", if field == "name" { "name" } else { "desc" }));
    let all: serde_json::Map<_, _> =
        all.into_iter().map(|(locale, text)| (locale.into(), text.into())).collect();
    [(field.to_owned(), default.into()), (format!("{field}_localizations"), all.into())].into_iter().collect()
}

/// The command as far as the catalogue alone can tell: every level below it, without choices.
fn from_catalogue(name: &str) -> Value {
    let mut command = localized(&format!("cmd-{name}"), "name");
    command.extend(localized(&format!("cmd-{name}"), "description"));
    let parts: Vec<Value> = catalogue(Language::En)
        .keys()
        .filter(|id| id.starts_with(&format!("cmd-{name}-")) || id.starts_with(&format!("opt-{name}-")))
        .filter_map(|id| id.strip_suffix("-name"))
        .filter(|id| *id != format!("cmd-{name}"))
        .map(|id| {
            let mut part = localized(id, "name");
            part.extend(localized(id, "description"));
            part.into()
        })
        .collect();
    command.insert("options".to_owned(), parts.into());
    command.into()
}

#[test]
fn no_command_is_larger_than_discord_takes() {
    let english = catalogue(Language::En);
    let names = english.keys().filter_map(|id| id.strip_prefix("cmd-")?.strip_suffix("-name"));
    for name in names.filter(|name| !name.contains('-')) {
        assert_command_fits(&from_catalogue(name));
    }
}

#[test]
#[should_panic(expected = "8000 fit")]
fn a_command_over_the_limit_is_noticed() {
    let mut command = from_catalogue("task");
    let long = "x".repeat(8000);
    command["description_localizations"]["de"] = long.into();
    assert_command_fits(&command);
}

#[test]
#[should_panic(expected = "has no de")]
fn a_command_without_german_is_noticed() {
    let mut command = from_catalogue("task");
    command["name_localizations"].as_object_mut().unwrap().remove("de");
    assert_command_fits(&command);
}
