//! Application commands: names in every language, options in their order, and the size of the whole.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};
use twilight_model::application::command::Command;
use twilight_validate::command as validate;

use super::form::{Form, below};
use crate::sandbox::error::Problems;

mod option;

pub use option::choice;

/// Characters of one command, each text in its longest language (D: interactions/application-commands.mdx).
const LARGEST: usize = 8_000;

/// Discord's languages (D: reference.mdx "Locales").
pub const LOCALES: [&str; 32] = [
    "id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu", "nl", "no", "pl",
    "pt-BR", "ro", "fi", "sv-SE", "vi", "tr", "cs", "el", "bg", "ru", "uk", "hi", "th", "zh-CN", "ja",
    "zh-TW", "ko",
];

/// A slash command.
const CHAT_INPUT: i64 = 1;

/// Checks a command and gives it as Discord stores it, without id and version.
pub fn command(value: &Value, path: &str, global: bool, problems: &mut Problems) -> Option<Value> {
    let form = Form::of(value, path, problems)?;
    let mut found = Problems::default();
    let kind = form.choice("type", &[1, 2, 3], &mut found).unwrap_or(CHAT_INPUT);
    let slash = kind == CHAT_INPUT;
    name(&form, slash, &mut found);
    if slash {
        form.need_text("description", 1..=100, &mut found);
    } else if form.text("description", 0..=100, &mut found).is_some_and(|text| !text.is_empty()) {
        found.add(
            &form.at("description"),
            "APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_INVALID",
            "Context menu commands cannot have description",
        );
    }
    localizations(&form, "description_localizations", &mut found, |text| {
        (1..=100).contains(&text.chars().count())
    });
    let options = option::options(&form, slash, 0, &mut found);
    let made = json!({
        "type": kind,
        "name": form.get("name"),
        "name_localizations": form.get("name_localizations"),
        "description": form.get("description").cloned().unwrap_or_else(|| json!("")),
        "description_localizations": form.get("description_localizations"),
        "options": options,
        "default_member_permissions": form.bits("default_member_permissions", &mut found).map(|bits| bits.to_string()),
        "nsfw": form.flag("nsfw", &mut found).unwrap_or(false),
        "dm_permission": global.then(|| form.flag("dm_permission", &mut found).unwrap_or(true)),
        "contexts": numbers(&form, "contexts", 2, &mut found).filter(|_| global),
        "integration_types": numbers(&form, "integration_types", 1, &mut found).filter(|_| global).unwrap_or_else(|| json!([0])),
    });
    if found.is_empty() {
        whole(&made, path, &mut found);
    }
    problems.extend(found);
    Some(made)
}

/// The second look, through the models of twilight, and the size of the whole.
fn whole(made: &Value, path: &str, problems: &mut Problems) {
    let mut copy = made.clone();
    copy["version"] = json!("1");
    match serde_json::from_value::<Command>(copy) {
        Ok(parsed) if validate::command_characters(&parsed) > LARGEST => {
            problems.add(path, "APPLICATION_COMMAND_TOO_LARGE", "Command exceeds maximum size (8000)");
        }
        Ok(_) => {}
        Err(error) => problems.add(path, "MODEL_TYPE_CONVERT", error.to_string()),
    }
}

/// A name and its translations.
fn name(form: &Form<'_>, slash: bool, problems: &mut Problems) {
    let right = |name: &str| {
        let checked = if slash { validate::chat_input_name(name) } else { validate::name(name) };
        checked.is_ok()
    };
    if let Some(name) = form.need_text("name", 1..=32, problems)
        && !right(name)
    {
        problems.add(&form.at("name"), "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
    }
    localizations(form, "name_localizations", problems, right);
}

/// A dictionary of translations: known languages, right texts.
fn localizations(form: &Form<'_>, key: &str, problems: &mut Problems, right: impl Fn(&str) -> bool) {
    let Some(value) = form.get(key) else { return };
    let Some(map) = value.as_object() else {
        problems.add(&form.at(key), "DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType");
        return;
    };
    for (locale, text) in map {
        let path = below(&form.at(key), locale);
        if !LOCALES.contains(&locale.as_str()) {
            problems.add(&path, "ENUM_TYPE_COERCE", format!("Value \"{locale}\" is not a valid enum value."));
        } else if !text.as_str().is_some_and(&right) && !text.is_null() {
            problems.add(&path, "APPLICATION_COMMAND_INVALID_NAME", "The localization is invalid");
        }
    }
}

/// A list of small numbers.
fn numbers(form: &Form<'_>, key: &str, most: i64, problems: &mut Problems) -> Option<Value> {
    let list = form.list(key, 1..=3, problems)?;
    for (index, value) in list.iter().enumerate() {
        if !value.as_i64().is_some_and(|number| (0..=most).contains(&number)) {
            problems.add(
                &below(&form.at(key), index),
                "BASE_TYPE_CHOICES",
                format!("Value must be one of 0 to {most}."),
            );
        }
    }
    Some(json!(list))
}

/// The channel types of an option.
fn numbers_of_kind(form: &Form<'_>, key: &str, problems: &mut Problems) -> Option<Value> {
    form.list(key, 0..=20, problems)?;
    form.get(key).filter(|list| list.as_array().is_some_and(|list| !list.is_empty()))?;
    for (index, value) in form.list(key, 0..=20, problems)?.iter().enumerate() {
        if !value.as_i64().is_some_and(|number| (0..=16).contains(&number)) {
            problems.add(
                &below(&form.at(key), index),
                "ENUM_TYPE_COERCE",
                "Value is not a valid enum value.",
            );
        }
    }
    form.get(key).cloned()
}

/// Checks a whole list of commands: their number by type, and names that are their own.
pub fn commands(list: &[Value], global: bool, problems: &mut Problems) -> Vec<Value> {
    let made: Vec<Value> = list
        .iter()
        .enumerate()
        .filter_map(|(index, value)| command(value, &index.to_string(), global, problems))
        .collect();
    let mut names = BTreeSet::new();
    for (index, command) in made.iter().enumerate() {
        if !names.insert((command["type"].to_string(), command["name"].to_string())) {
            problems.add(
                &below(&index.to_string(), "name"),
                "APPLICATION_COMMANDS_DUPLICATE_NAME",
                "Application command names must be unique",
            );
        }
    }
    for (kind, most) in [(1, 100), (2, 15), (3, 15)] {
        if made.iter().filter(|command| command["type"] == kind).count() > most {
            problems.add("", "BASE_TYPE_MAX_LENGTH", format!("Must be {most} or fewer in length."));
        }
    }
    made
}

/// A stored command without its dictionaries, as lists give it unless `with_localizations` is asked for.
pub fn without_localizations(command: &Value) -> Value {
    match command {
        Value::Object(map) => {
            let kept = map.iter().filter(|(key, _)| !key.ends_with("_localizations"));
            Value::Object(
                kept.map(|(key, value)| (key.clone(), without_localizations(value))).collect::<Map<_, _>>(),
            )
        }
        Value::Array(list) => list.iter().map(without_localizations).collect(),
        other => other.clone(),
    }
}
