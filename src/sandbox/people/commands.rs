//! Running commands: the command must be registered for the place, be shown to the person, and be filled in.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::{
    Done, Refusal,
    interaction::{self, Draft},
    options::Form,
    talk,
};
use crate::sandbox::{
    ids::{parse, wire},
    permissions::{self, USE_APPLICATION_COMMANDS},
    shared::Shared,
    state::{
        Attachment, Command, State,
        interaction::{AUTOCOMPLETE, COMMAND},
        payload,
    },
};

const CHAT_INPUT: u64 = 1;
const ON_USER: u64 = 2;
const ON_MESSAGE: u64 = 3;
const SUBCOMMAND: u64 = 1;

/// Options as the bot gets them, and what they resolve to.
type Filled = Result<(Vec<Value>, Value), Refusal>;

/// A command that is being typed.
pub(super) struct Call {
    pub guild: Option<u64>,
    pub channel: u64,
    pub name: String,
    pub options: BTreeMap<String, Value>,
    /// The option that is being typed; none when the command is sent.
    pub focused: Option<String>,
    pub locale: Option<String>,
}

/// Sends a slash command, or asks for suggestions while it is typed.
pub(super) fn run(shared: &Shared, person: u64, call: &Call) -> Result<Done, Refusal> {
    let mut state = shared.world();
    let now = shared.clock.now();
    let place = (call.guild, call.channel);
    let mut path = call.name.trim_start_matches('/').split_whitespace();
    let top = path.next().unwrap_or_default();
    let values = upload(&mut state, now, &call.options);
    let command = find(shared, &state, person, place, top, &[CHAT_INPUT])?;
    let form = Form { state: &state, person, guild: call.guild, now, focused: call.focused.as_deref() };
    let (options, resolved) =
        descend(&command.body, &call.name, path, &|options| form.fill(options, &values))?;
    let mut data = data_of(command);
    data["options"] = json!(options);
    if resolved.as_object().is_some_and(|found| !found.is_empty()) {
        data["resolved"] = resolved;
    }
    let kind = if call.focused.is_some() { AUTOCOMPLETE } else { COMMAND };
    let (channel, locale) = (call.channel, call.locale.clone());
    Ok(interaction::send(shared, &mut state, Draft { kind, person, channel, message: None, data, locale }))
}

/// Files are put into options as `{"filename": …, "text": …}`; the client uploads them and fills in their ids.
fn upload(
    state: &mut State,
    now: DateTime<Utc>,
    values: &BTreeMap<String, Value>,
) -> BTreeMap<String, Value> {
    let mut filled = values.clone();
    for value in filled.values_mut() {
        let (Some(name), Some(text)) = (value["filename"].as_str(), value["text"].as_str()) else { continue };
        let (filename, bytes) = (name.to_owned(), Arc::from(text.as_bytes()));
        let id = state.ids.next(now);
        let content_type = "text/plain; charset=utf-8".to_owned();
        state.uploads.insert(id, Attachment { id, filename, description: None, content_type, bytes });
        *value = wire(id);
    }
    filled
}

/// Sends a command of a context menu.
pub(super) fn run_menu(
    shared: &Shared,
    person: u64,
    place: (Option<u64>, u64),
    name: &str,
    target: u64,
) -> Result<Done, Refusal> {
    let mut state = shared.world();
    let now = shared.clock.now();
    let command = find(shared, &state, person, place, name, &[ON_USER, ON_MESSAGE])?;
    let mut resolved = json!({});
    if command.body["type"] == ON_USER {
        if !state.users.contains_key(&target) {
            return Err(Refusal::NoSuchPerson);
        }
        interaction::resolve_user(&state, &mut resolved, place.0, target, now);
    } else {
        let (message, _) = talk::message_for(shared, &state, person, (place.1, target))?;
        resolved["messages"][target.to_string()] = payload::message_json(&state, message);
    }
    let mut data = data_of(command);
    data["target_id"] = wire(target);
    data["resolved"] = resolved;
    let draft = Draft { kind: COMMAND, person, channel: place.1, message: None, data, locale: None };
    Ok(interaction::send(shared, &mut state, draft))
}

fn data_of(command: &Command) -> Value {
    let kind = command.body["type"].as_u64().unwrap_or(CHAT_INPUT);
    let mut data = json!({ "id": wire(command.id), "name": command.body["name"], "type": kind });
    if let Some(guild) = command.guild {
        data["guild_id"] = wire(guild);
    }
    data
}

/// The command of that name that this person is offered here.
fn find<'a>(
    shared: &Shared,
    state: &'a State,
    person: u64,
    (guild, channel): (Option<u64>, u64),
    name: &str,
    kinds: &[u64],
) -> Result<&'a Command, Refusal> {
    let (found, may) = talk::channel_for(shared, state, person, channel)?;
    if found.guild != guild {
        return Err(Refusal::NoSuchChannel);
    }
    if may & USE_APPLICATION_COMMANDS == 0 {
        return Err(Refusal::Lacks("USE_APPLICATION_COMMANDS"));
    }
    let unknown = || Refusal::NoSuchCommand(name.to_owned());
    if let Some(guild) = guild
        && !state.guilds.get(&guild).is_some_and(|guild| guild.members.contains_key(&state.bot()))
    {
        return Err(unknown());
    }
    // A server's own command stands before a global one of the same name.
    let of_kind = |command: &&Command| {
        command.body["name"] == name
            && kinds.contains(&command.body["type"].as_u64().unwrap_or(CHAT_INPUT))
            && is_offered_in(command, guild)
    };
    let mut fitting: Vec<&Command> = state.commands.values().filter(of_kind).collect();
    fitting.sort_by_key(|command| command.guild.is_none());
    let command = *fitting.first().ok_or_else(unknown)?;
    let everything = may == permissions::ALL;
    match parse(&command.body["default_member_permissions"]) {
        Some(bits) if guild.is_some() && !everything && (bits == 0 || may & bits != bits) => {
            Err(Refusal::HiddenCommand(name.to_owned()))
        }
        _ => Ok(command),
    }
}

fn is_offered_in(command: &Command, guild: Option<u64>) -> bool {
    if let Some(own) = command.guild {
        return guild == Some(own);
    }
    let wanted = u64::from(guild.is_none());
    match command.body["contexts"].as_array() {
        Some(contexts) => contexts.iter().any(|context| *context == wanted),
        None => guild.is_some() || command.body["dm_permission"] != false,
    }
}

/// Goes down the path of subcommands and fills in the options at its end.
fn descend<'p>(
    level: &Value,
    whole: &str,
    mut path: impl Iterator<Item = &'p str>,
    fill: &dyn Fn(&[Value]) -> Filled,
) -> Filled {
    let options = level["options"].as_array().map_or(&[][..], Vec::as_slice);
    let branches = options.iter().any(|option| option["type"].as_u64().is_some_and(|kind| kind <= 2));
    match path.next() {
        None if branches => Err(Refusal::NotWhole(whole.to_owned())),
        None => fill(options),
        Some(_) if !branches => Err(Refusal::NoSuchCommand(whole.to_owned())),
        Some(step) => {
            let below = options.iter().find(|option| option["name"] == step);
            let below = below.ok_or_else(|| Refusal::NoSuchCommand(whole.to_owned()))?;
            let kind = below["type"].as_u64().unwrap_or(SUBCOMMAND);
            let rest: Vec<&str> = path.collect();
            let (inner, resolved) = descend(below, whole, rest.into_iter(), fill)?;
            Ok((vec![json!({ "name": step, "type": kind, "options": inner })], resolved))
        }
    }
}
