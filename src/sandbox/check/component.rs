//! Components of messages: rows of buttons or one select, their texts and ids, and the second version's rules.

use std::collections::BTreeSet;

use serde_json::Value;
use twilight_model::channel::message::Component;

use super::form::{Form, below};
use crate::sandbox::error::Problems;
use crate::sandbox::state::Emoji;

/// A row.
pub const ROW: i64 = 1;
/// A button.
pub const BUTTON: i64 = 2;
/// A select whose options are texts.
pub const STRING_SELECT: i64 = 3;
/// An input of a form.
pub const TEXT_INPUT: i64 = 4;
/// A text of the second version.
pub const TEXT_DISPLAY: i64 = 10;
/// A titled field of a form.
pub const LABEL: i64 = 18;

/// Selects of every kind.
pub const SELECTS: [i64; 5] = [STRING_SELECT, 5, 6, 7, 8];

/// Button style that opens an address instead of sending an interaction.
const LINK: i64 = 5;

/// What all components of a message have in common while they are checked.
#[derive(Default)]
pub struct Seen {
    ids: BTreeSet<String>,
    count: usize,
}

impl Seen {
    /// Notes a component's `custom_id`, which must be there and its own.
    pub fn custom_id(&mut self, form: &Form<'_>, problems: &mut Problems) {
        let Some(id) = form.need_text("custom_id", 1..=100, problems) else { return };
        if !self.ids.insert(id.to_owned()) {
            problems.add(
                &form.at("custom_id"),
                "COMPONENT_CUSTOM_ID_DUPLICATED",
                "Component custom id cannot be duplicated",
            );
        }
    }
}

/// Checks the components of a message and gives them back as they will be sent back.
pub fn components(list: &[Value], path: &str, v2: bool, problems: &mut Problems) -> Vec<Value> {
    let mut found = Problems::default();
    let mut seen = Seen::default();
    for (index, value) in list.iter().enumerate() {
        top_level(value, &below(path, index), v2, &mut seen, &mut found);
    }
    if v2 && seen.count > 40 {
        found.add(path, "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 40 in length.");
    } else if !v2 && list.len() > 5 {
        found.add(path, "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length.");
    }
    if found.is_empty() {
        for (index, value) in list.iter().enumerate() {
            if let Err(error) = parsed(value, v2) {
                found.add(&below(path, index), "UNION_TYPE_CHOICES", error);
            }
        }
    }
    problems.extend(found);
    list.to_vec()
}

/// The second look, through the models of twilight.
fn parsed(value: &Value, v2: bool) -> Result<(), String> {
    let component: Component = serde_json::from_value(value.clone()).map_err(|error| error.to_string())?;
    if v2 {
        return Ok(());
    }
    twilight_validate::component::component_v1(&component).map_err(|error| error.to_string())
}

fn top_level(value: &Value, path: &str, v2: bool, seen: &mut Seen, problems: &mut Problems) {
    let Some(form) = Form::of(value, path, problems) else { return };
    let allowed: &[i64] = if v2 { &[ROW, 9, TEXT_DISPLAY, 12, 13, 14, 17] } else { &[ROW] };
    form.need("type", problems);
    match form.choice("type", allowed, problems) {
        Some(ROW) => row(&form, seen, problems),
        Some(_) => second_version(&form, seen, problems),
        None => {}
    }
}

/// Counts a component of the second version and everything in it, rows by their own rules.
fn second_version(form: &Form<'_>, seen: &mut Seen, problems: &mut Problems) {
    seen.count += 1;
    form.text("content", 1..=4_000, problems);
    let inner = form.list("components", 1..=40, problems).unwrap_or_default().iter();
    let inner = inner.enumerate().map(|(index, value)| (below(&form.at("components"), index), value));
    let accessory = form.get("accessory").map(|value| (form.at("accessory"), value));
    for (path, value) in inner.chain(accessory) {
        let Some(form) = Form::of(value, &path, problems) else { continue };
        match form.number("type", 1..=100, problems) {
            Some(ROW) => row(&form, seen, problems),
            Some(BUTTON) => button(&form, seen, problems),
            _ => second_version(&form, seen, problems),
        }
    }
}

fn row(form: &Form<'_>, seen: &mut Seen, problems: &mut Problems) {
    seen.count += 1;
    form.need("components", problems);
    let list = form.list("components", 1..=5, problems).unwrap_or_default();
    let mut selects = 0;
    for (index, value) in list.iter().enumerate() {
        let path = below(&form.at("components"), index);
        let Some(inner) = Form::of(value, &path, problems) else { continue };
        inner.need("type", problems);
        match inner.choice("type", &[BUTTON, STRING_SELECT, 5, 6, 7, 8], problems) {
            Some(BUTTON) => button(&inner, seen, problems),
            Some(_) => {
                selects += 1;
                select(&inner, seen, problems);
            }
            None => {}
        }
    }
    if selects > 0 && list.len() > 1 {
        problems.add(
            &form.at("components"),
            "COMPONENT_LAYOUT_WIDTH_EXCEEDED",
            "The specified component exceeds the maximum width",
        );
    }
}

fn button(form: &Form<'_>, seen: &mut Seen, problems: &mut Problems) {
    seen.count += 1;
    form.need("style", problems);
    let style = form.choice("style", &[1, 2, 3, 4, LINK], problems);
    form.flag("disabled", problems);
    let label = form.text("label", 0..=80, problems).filter(|label| !label.is_empty());
    emoji(form, problems);
    if label.is_none() && form.get("emoji").is_none() {
        problems.add(&form.at("label"), "BASE_TYPE_REQUIRED", "A label or an emoji is required");
    }
    if style == Some(LINK) {
        form.need("url", problems);
        form.url("url", &["http", "https", "discord"], 512, problems);
        if form.get("custom_id").is_some() {
            problems.add(
                &form.at("custom_id"),
                "BUTTON_COMPONENT_INVALID_CUSTOM_ID",
                "A custom id and url cannot both be specified",
            );
        }
    } else {
        seen.custom_id(form, problems);
        if form.get("url").is_some() {
            problems.add(
                &form.at("url"),
                "BUTTON_COMPONENT_INVALID_URL",
                "A custom id and url cannot both be specified",
            );
        }
    }
}

/// A select of any kind, in a message or in a form.
pub fn select(form: &Form<'_>, seen: &mut Seen, problems: &mut Problems) {
    seen.count += 1;
    seen.custom_id(form, problems);
    form.text("placeholder", 0..=150, problems);
    form.flag("disabled", problems);
    let min = form.number("min_values", 0..=25, problems).unwrap_or(1);
    let max = form.number("max_values", 1..=25, problems).unwrap_or(1);
    if min > max {
        problems.add(
            &form.at("min_values"),
            "SELECT_COMPONENT_MIN_VALUES_EXCEEDS_MAX",
            "min_values must not exceed max_values",
        );
    }
    if form.get("type").and_then(Value::as_i64) != Some(STRING_SELECT) {
        return;
    }
    form.need("options", problems);
    let least = usize::try_from(max.clamp(1, 25)).unwrap_or(1);
    let list = form.list("options", least..=25, problems).unwrap_or_default();
    let mut values = BTreeSet::new();
    for (index, value) in list.iter().enumerate() {
        let Some(option) = Form::of(value, &below(&form.at("options"), index), problems) else { continue };
        option.need_text("label", 1..=100, problems);
        option.text("description", 0..=100, problems);
        option.flag("default", problems);
        emoji(&option, problems);
        let value = option.need_text("value", 1..=100, problems);
        if value.is_some_and(|value| !values.insert(value)) {
            problems.add(
                &option.at("value"),
                "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
                "The specified option value is already used",
            );
        }
    }
}

fn emoji(form: &Form<'_>, problems: &mut Problems) {
    let Some(emoji) = form.get("emoji").and_then(|value| Form::of(value, &form.at("emoji"), problems)) else {
        return;
    };
    let name = emoji.text("name", 0..=100, problems).unwrap_or_default();
    let known =
        emoji.id("id", problems).is_some() || Emoji::parse(name).is_some_and(|found| found.id.is_none());
    if !known {
        problems.add(&form.at("emoji.name"), "COMPONENT_INVALID_EMOJI", "Invalid emoji");
    }
}
