//! Options of a command: one level of groups, required ones first, choices of the right type.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{localizations, name, numbers_of_kind};
use crate::sandbox::check::form::{Form, below};
use crate::sandbox::error::Problems;
use crate::sandbox::option_kinds::{CHANNEL, GROUP, INTEGER, NUMBER, STRING, SUB_COMMAND};

/// Checks the options of a command (`depth` 0), of a group (1) or of a subcommand (2).
pub fn options(form: &Form<'_>, slash: bool, depth: u8, problems: &mut Problems) -> Vec<Value> {
    let list = form.list("options", 0..=25, problems).unwrap_or_default();
    let path = form.at("options");
    if !slash && !list.is_empty() {
        problems.add(
            &path,
            "APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS_INVALID",
            "Context menu commands cannot have options",
        );
    }
    let mut made = Vec::new();
    let mut optional_seen = false;
    for (index, value) in list.iter().enumerate() {
        let Some(option) = Form::of(value, &below(&path, index), problems) else { continue };
        let Some(read) = one(&option, depth, problems) else { continue };
        let required = read["required"] == true;
        if required && optional_seen {
            problems.add(
                &below(&path, index),
                "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                "Required options must be placed before non-required options",
            );
        }
        optional_seen |= !required;
        made.push(read);
    }
    unique_names(&made, &path, problems);
    let subs = made.iter().filter(|option| option["type"].as_i64().is_some_and(|kind| kind <= GROUP)).count();
    if subs > 0 && subs < made.len() {
        problems.add(
            &path,
            "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
            "Sub-command and sub-command group option types are mutually exclusive to all other types",
        );
    }
    made
}

fn one(form: &Form<'_>, depth: u8, problems: &mut Problems) -> Option<Value> {
    form.need("type", problems);
    let allowed: &[i64] = match depth {
        0 => &[SUB_COMMAND, GROUP, 3, 4, 5, 6, 7, 8, 9, 10, 11],
        1 => &[SUB_COMMAND],
        _ => &[3, 4, 5, 6, 7, 8, 9, 10, 11],
    };
    let kind = form.choice("type", allowed, problems)?;
    name(form, true, problems);
    form.need_text("description", 1..=100, problems);
    localizations(form, "description_localizations", problems, |text| {
        (1..=100).contains(&text.chars().count())
    });
    let mut made = json!({"type": kind});
    for key in ["name", "name_localizations", "description", "description_localizations"] {
        if let Some(value) = form.get(key) {
            made[key] = value.clone();
        }
    }
    if kind <= GROUP {
        made["options"] = json!(options(form, true, if kind == GROUP { 1 } else { 2 }, problems));
        if kind == GROUP && made["options"].as_array().is_some_and(Vec::is_empty) {
            problems.add(&form.at("options"), "BASE_TYPE_REQUIRED", "This field is required");
        }
        return Some(made);
    }
    if let Some(required) = form.flag("required", problems) {
        made["required"] = json!(required);
    }
    bounds(form, kind, &mut made, problems);
    choices(form, kind, &mut made, problems);
    Some(made)
}

/// Lengths, values and channel types, where the option's type has them.
fn bounds(form: &Form<'_>, kind: i64, made: &mut Value, problems: &mut Problems) {
    if kind == STRING {
        for (key, least) in [("min_length", 0), ("max_length", 1)] {
            if let Some(length) = form.number(key, least..=6_000, problems) {
                made[key] = json!(length);
            }
        }
    }
    if kind == INTEGER || kind == NUMBER {
        for key in ["min_value", "max_value"] {
            if let Some(value) = form.get(key) {
                if !value.is_number() || kind == INTEGER && value.as_i64().is_none() {
                    problems.add(
                        &form.at(key),
                        "NUMBER_TYPE_COERCE",
                        format!("Value \"{value}\" is not a number."),
                    );
                }
                made[key] = value.clone();
            }
        }
    }
    if kind == CHANNEL
        && let Some(list) = numbers_of_kind(form, "channel_types", problems)
    {
        made["channel_types"] = list;
    }
}

fn choices(form: &Form<'_>, kind: i64, made: &mut Value, problems: &mut Problems) {
    let autocomplete = form.flag("autocomplete", problems).unwrap_or(false);
    let list = form.list("choices", 0..=25, problems).unwrap_or_default();
    let takes_choices = matches!(kind, STRING | INTEGER | NUMBER);
    if (autocomplete || !list.is_empty()) && !takes_choices || autocomplete && !list.is_empty() {
        problems.add(
            &form.at("autocomplete"),
            "APPLICATION_COMMAND_AUTOCOMPLETE_INVALID",
            "Choices and autocomplete exclude each other and need a text or a number",
        );
    }
    if autocomplete {
        made["autocomplete"] = json!(true);
    }
    if list.is_empty() {
        return;
    }
    for (index, value) in list.iter().enumerate() {
        choice(value, &below(&form.at("choices"), index), kind, problems);
    }
    made["choices"] = json!(list);
}

/// One choice of an option, or one suggestion of an autocompletion.
pub fn choice(value: &Value, path: &str, kind: i64, problems: &mut Problems) {
    let Some(form) = Form::of(value, path, problems) else { return };
    form.need_text("name", 1..=100, problems);
    localizations(&form, "name_localizations", problems, |text| (1..=100).contains(&text.chars().count()));
    let Some(value) = form.need("value", problems) else { return };
    let right = match kind {
        STRING => value.is_string(),
        INTEGER => value.is_i64(),
        _ => value.is_number(),
    };
    if !right {
        problems.add(
            &form.at("value"),
            "APPLICATION_COMMAND_CHOICE_TYPE_INVALID",
            "The choice has the wrong type",
        );
    } else if kind == STRING {
        form.text("value", 1..=100, problems);
    }
}

/// Names must be their own in every language.
fn unique_names(options: &[Value], path: &str, problems: &mut Problems) {
    let mut seen = BTreeSet::new();
    for (index, option) in options.iter().enumerate() {
        let translated = option["name_localizations"].as_object().into_iter().flatten();
        let all = translated.map(|(locale, name)| (locale.as_str(), name)).chain([("", &option["name"])]);
        for (locale, name) in all.filter(|(_, name)| name.is_string()) {
            if !seen.insert((locale.to_owned(), name.to_string())) {
                problems.add(
                    &below(path, index),
                    "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS",
                    "Option name already exists in this language",
                );
            }
        }
    }
}
