//! Embeds: their lengths one by one, their sum over the message, and their shape.

use serde_json::{Value, json};
use twilight_model::channel::message::Embed;

use super::form::{Form, below, check_length};
use crate::sandbox::error::Problems;

/// Characters of all embeds of a message together (D: resources/message.mdx).
const SUM: usize = 6_000;

/// Checks the embeds of a message and gives them as Discord sends them back: trimmed, with their type.
pub fn embeds(list: &[Value], path: &str, problems: &mut Problems) -> Vec<Value> {
    let mut sum = 0;
    let mut made = Vec::new();
    for (index, value) in list.iter().enumerate() {
        let here = below(path, index);
        let mut found = Problems::default();
        let Some(embed) = embed(value, &here, &mut found) else {
            problems.extend(found);
            continue;
        };
        if found.is_empty() {
            match serde_json::from_value::<Embed>(embed.clone()) {
                Ok(parsed) => sum += twilight_validate::embed::chars(&parsed),
                Err(error) => found.add(&here, "MODEL_TYPE_CONVERT", error.to_string()),
            }
        }
        if sum > SUM {
            found.add(&here, "MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of 6000");
        }
        problems.extend(found);
        made.push(embed);
    }
    made
}

fn embed(value: &Value, path: &str, problems: &mut Problems) -> Option<Value> {
    let form = Form::of(value, path, problems)?;
    let mut made = json!({"type": "rich"});
    for (key, longest) in [("title", 256), ("description", 4_096)] {
        if let Some(text) = trimmed(&form, key, longest, problems) {
            made[key] = json!(text);
        }
    }
    if let Some(url) = form.url("url", &["http", "https"], 2_048, problems) {
        made["url"] = json!(url);
    }
    if let Some(color) = form.number("color", 0..=0xff_ffff, problems) {
        made["color"] = json!(color);
    }
    if let Some(when) = form.text("timestamp", 0..=64, problems) {
        match chrono::DateTime::parse_from_rfc3339(when) {
            Ok(parsed) => made["timestamp"] = json!(crate::sandbox::ids::stamp(parsed.to_utc())),
            Err(_) => problems.add(
                &form.at("timestamp"),
                "DATE_TIME_TYPE_PARSE",
                format!("Could not parse {when}. Should be ISO8601."),
            ),
        }
    }
    parts(&form, &mut made, problems);
    if let Some(list) = form.list("fields", 0..=25, problems) {
        let path = form.at("fields");
        made["fields"] = list
            .iter()
            .enumerate()
            .filter_map(|(index, field)| embed_field(field, &below(&path, index), problems))
            .collect();
    }
    if made.as_object().is_some_and(|made| made.len() == 1) {
        problems.add(path, "BASE_TYPE_REQUIRED", "This field is required");
    }
    Some(made)
}

/// Footer, author and the two pictures.
fn parts(form: &Form<'_>, made: &mut Value, problems: &mut Problems) {
    for (key, text_key, longest) in [("footer", "text", 2_048), ("author", "name", 256)] {
        let Some(inner) = form.get(key).and_then(|value| Form::of(value, &form.at(key), problems)) else {
            continue;
        };
        inner.need(text_key, problems);
        if let Some(text) = trimmed(&inner, text_key, longest, problems) {
            made[key][text_key] = json!(text);
        }
        for (address, schemes) in
            [("icon_url", &["http", "https", "attachment"][..]), ("url", &["http", "https"][..])]
        {
            if let Some(url) = inner.url(address, schemes, 2_048, problems) {
                made[key][address] = json!(url);
            }
        }
    }
    for key in ["image", "thumbnail"] {
        let Some(inner) = form.get(key).and_then(|value| Form::of(value, &form.at(key), problems)) else {
            continue;
        };
        inner.need("url", problems);
        if let Some(url) = inner.url("url", &["http", "https", "attachment"], 2_048, problems) {
            made[key] = json!({"url": url});
        }
    }
}

fn embed_field(value: &Value, path: &str, problems: &mut Problems) -> Option<Value> {
    let form = Form::of(value, path, problems)?;
    let mut made = json!({"inline": form.flag("inline", problems).unwrap_or(false)});
    for (key, longest) in [("name", 256), ("value", 1_024)] {
        form.need(key, problems);
        let text = trimmed(&form, key, longest, problems);
        if text.is_some_and(str::is_empty) {
            problems.add(&form.at(key), "BASE_TYPE_REQUIRED", "This field is required");
        }
        made[key] = json!(text.unwrap_or_default());
    }
    Some(made)
}

/// A text without the white space around it; Discord measures it like that.
fn trimmed<'a>(form: &Form<'a>, key: &str, longest: usize, problems: &mut Problems) -> Option<&'a str> {
    let text = form.text(key, 0..=usize::MAX, problems)?.trim();
    check_length(&form.at(key), text, 0..=longest, problems);
    Some(text)
}
