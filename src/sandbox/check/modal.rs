//! Forms: title, one to five fields, and the bounds of text inputs.

use serde_json::Value;
use twilight_model::channel::message::Component;

use super::component::{LABEL, ROW, SELECTS, Seen, TEXT_DISPLAY, TEXT_INPUT, select};
use super::form::{Form, below};
use crate::sandbox::error::Problems;

/// Checks the `data` of a callback that opens a form.
pub fn modal(data: &Value, path: &str, problems: &mut Problems) {
    let Some(form) = Form::of(data, path, problems) else { return };
    form.need_text("title", 1..=45, problems);
    form.need_text("custom_id", 1..=100, problems);
    form.need("components", problems);
    let list = form.list("components", 1..=5, problems).unwrap_or_default();
    let mut seen = Seen::default();
    let mut found = Problems::default();
    for (index, value) in list.iter().enumerate() {
        let path = below(&form.at("components"), index);
        top_level(value, &path, &mut seen, &mut found);
        if found.is_empty()
            && let Err(error) = serde_json::from_value::<Component>(value.clone())
        {
            found.add(&path, "UNION_TYPE_CHOICES", error.to_string());
        }
    }
    problems.extend(found);
}

fn top_level(value: &Value, path: &str, seen: &mut Seen, problems: &mut Problems) {
    let Some(form) = Form::of(value, path, problems) else { return };
    form.need("type", problems);
    match form.choice("type", &[ROW, TEXT_DISPLAY, LABEL], problems) {
        Some(ROW) => {
            form.need("components", problems);
            let list = form.list("components", 1..=1, problems).unwrap_or_default();
            for (index, value) in list.iter().enumerate() {
                let Some(input) = Form::of(value, &below(&form.at("components"), index), problems) else {
                    continue;
                };
                input.need("type", problems);
                if input.choice("type", &[TEXT_INPUT], problems).is_some() {
                    input.need_text("label", 1..=45, problems);
                    text_input(&input, seen, problems);
                }
            }
        }
        Some(LABEL) => {
            form.need_text("label", 1..=45, problems);
            form.text("description", 0..=100, problems);
            let Some(inner) = form.need("component", problems) else { return };
            let Some(inner) = Form::of(inner, &form.at("component"), problems) else { return };
            match inner.number("type", 1..=100, problems) {
                Some(TEXT_INPUT) => text_input(&inner, seen, problems),
                Some(kind) if SELECTS.contains(&kind) => select(&inner, seen, problems),
                _ => seen.custom_id(&inner, problems),
            }
        }
        Some(_) => {
            form.need_text("content", 1..=4_000, problems);
        }
        None => {}
    }
}

fn text_input(form: &Form<'_>, seen: &mut Seen, problems: &mut Problems) {
    seen.custom_id(form, problems);
    form.need("style", problems);
    form.choice("style", &[1, 2], problems);
    form.flag("required", problems);
    form.text("placeholder", 0..=100, problems);
    let min = form.number("min_length", 0..=4_000, problems).unwrap_or(0);
    let max = form.number("max_length", 1..=4_000, problems).unwrap_or(4_000);
    if min > max {
        problems.add(
            &form.at("min_length"),
            "TEXT_INPUT_MIN_LENGTH_EXCEEDS_MAX",
            "min_length must not exceed max_length",
        );
    }
    let most = usize::try_from(max.clamp(0, 4_000)).unwrap_or(4_000);
    form.text("value", 0..=most, problems);
}
