//! What a person fills into a command, held against the command's options as Discord's client holds it.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::{Refusal, interaction};
use crate::sandbox::{
    ids::{parse, wire},
    option_kinds::{ATTACHMENT, BOOLEAN, CHANNEL, INTEGER, MENTIONABLE, NUMBER, ROLE, STRING, USER},
    permissions,
    state::State,
};

/// The most characters of a text option (Discord's command page).
const LONGEST: u64 = 6000;

/// Who fills in, and where.
pub(super) struct Form<'a> {
    pub state: &'a State,
    pub person: u64,
    pub guild: Option<u64>,
    pub now: DateTime<Utc>,
    /// The option that is being typed, of an autocomplete.
    pub focused: Option<&'a str>,
}

impl Form<'_> {
    /// The filled-in options in the command's order, and what they resolve to.
    pub(super) fn fill(
        &self,
        options: &[Value],
        values: &BTreeMap<String, Value>,
    ) -> Result<(Vec<Value>, Value), Refusal> {
        let names: Vec<&str> = options.iter().filter_map(|option| option["name"].as_str()).collect();
        if let Some(stray) = values.keys().find(|name| !names.contains(&name.as_str())) {
            return Err(Refusal::NoSuchOption(stray.clone()));
        }
        let (mut filled, mut resolved) = (Vec::new(), json!({}));
        for (name, option) in names.into_iter().zip(options) {
            let focused = self.focused == Some(name);
            if focused && option["autocomplete"] != true {
                return Err(Refusal::NoSuggestions(name.to_owned()));
            }
            let kind = option["type"].as_i64().unwrap_or(0);
            match values.get(name).filter(|value| !value.is_null()) {
                // What is being typed is checked only when the command is sent.
                value if focused => {
                    let value = value.cloned().unwrap_or_else(|| json!(""));
                    filled.push(json!({ "name": name, "type": kind, "value": value, "focused": true }));
                }
                Some(value) => {
                    let value = self
                        .accept(option, kind, value, &mut resolved)
                        .map_err(|why| Refusal::OptionRefused { name: name.to_owned(), why })?;
                    filled.push(json!({ "name": name, "type": kind, "value": value }));
                }
                None if option["required"] == true && self.focused.is_none() => {
                    return Err(Refusal::OptionMissing(name.to_owned()));
                }
                None => {}
            }
        }
        match self.focused {
            Some(name) if !filled.iter().any(|option| option["focused"] == true) => {
                Err(Refusal::NoSuchOption(name.to_owned()))
            }
            _ => Ok((filled, resolved)),
        }
    }

    fn accept(
        &self,
        option: &Value,
        kind: i64,
        value: &Value,
        resolved: &mut Value,
    ) -> Result<Value, String> {
        match kind {
            STRING => text(option, value),
            INTEGER => match value.as_i64() {
                Some(number) => in_range(option, value, f64::from(i32::try_from(number).unwrap_or(i32::MAX))),
                None => Err("a whole number is expected".to_owned()),
            },
            NUMBER => match value.as_f64() {
                Some(number) => in_range(option, value, number),
                None => Err("a number is expected".to_owned()),
            },
            BOOLEAN if value.is_boolean() => Ok(value.clone()),
            BOOLEAN => Err("true or false is expected".to_owned()),
            USER | CHANNEL | ROLE | MENTIONABLE => {
                let id = parse(value).ok_or("an id is expected")?;
                self.refer(option, kind, id, resolved).map(|()| wire(id))
            }
            ATTACHMENT => {
                let file =
                    parse(value).and_then(|id| self.state.uploads.get(&id)).ok_or("a file is expected")?;
                let base = format!("{}/ephemeral-attachments/{}", self.state.base, self.state.application.id);
                let url = format!("{base}/{}/{}", file.id, file.filename);
                resolved["attachments"][file.id.to_string()] = json!({
                    "id": wire(file.id), "filename": file.filename, "size": file.bytes.len(), "url": url,
                    "proxy_url": url, "content_type": file.content_type, "ephemeral": true,
                });
                Ok(wire(file.id))
            }
            _ => Err("simulated people cannot fill in this kind of option".to_owned()),
        }
    }

    fn refer(&self, option: &Value, kind: i64, id: u64, resolved: &mut Value) -> Result<(), String> {
        let role = self.guild.and_then(|guild| self.state.guilds.get(&guild)?.roles.get(&id));
        if matches!(kind, USER | MENTIONABLE) && self.state.users.contains_key(&id) {
            interaction::resolve_user(self.state, resolved, self.guild, id, self.now);
            return Ok(());
        }
        if matches!(kind, ROLE | MENTIONABLE) && role.is_some() {
            interaction::resolve_role(self.state, resolved, self.guild, id);
            return Ok(());
        }
        if kind != CHANNEL {
            return Err("there is nothing of that id".to_owned());
        }
        let channel = self.state.channels.get(&id).filter(|channel| channel.guild == self.guild);
        let channel = channel.filter(|channel| permissions::sees(self.state, channel, self.person, self.now));
        let channel = channel.ok_or("this person sees no such channel")?;
        let kinds = option["channel_types"].as_array();
        if kinds.is_some_and(|kinds| !kinds.is_empty() && !kinds.contains(&json!(channel.kind))) {
            return Err("a channel of another kind is expected".to_owned());
        }
        let body = interaction::channel_around(self.state, channel, self.person, self.now);
        resolved["channels"][id.to_string()] = body;
        Ok(())
    }
}

fn text(option: &Value, value: &Value) -> Result<Value, String> {
    let text = value.as_str().ok_or("text is expected")?;
    among_choices(option, value)?;
    let length = text.chars().count() as u64;
    let least = option["min_length"].as_u64().unwrap_or(u64::from(option["required"] == true));
    let most = option["max_length"].as_u64().unwrap_or(LONGEST);
    if length < least || length > most {
        return Err(format!("between {least} and {most} characters are expected"));
    }
    Ok(value.clone())
}

fn in_range(option: &Value, value: &Value, number: f64) -> Result<Value, String> {
    among_choices(option, value)?;
    let below = option["min_value"].as_f64().is_some_and(|least| number < least);
    let above = option["max_value"].as_f64().is_some_and(|most| number > most);
    if below || above { Err("the number is out of range".to_owned()) } else { Ok(value.clone()) }
}

fn among_choices(option: &Value, value: &Value) -> Result<(), String> {
    let Some(choices) = option["choices"].as_array().filter(|choices| !choices.is_empty()) else {
        return Ok(());
    };
    if choices.iter().any(|choice| choice["value"] == *value) {
        return Ok(());
    }
    let offered: Vec<String> = choices.iter().map(|choice| choice["value"].to_string()).collect();
    Err(format!("one of {} is expected", offered.join(", ")))
}
