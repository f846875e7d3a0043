//! Pressing buttons and choosing from menus: the component must be on a message that the person sees, and be usable.

use serde_json::{Value, json};

use super::{
    Done, Refusal,
    interaction::{self, Draft},
    talk,
};
use crate::sandbox::{
    ids::parse_text,
    permissions,
    shared::Shared,
    state::{State, interaction::COMPONENT},
};

const BUTTON: u64 = 2;
const TEXT_MENU: u64 = 3;
const USER_MENU: u64 = 5;
const ROLE_MENU: u64 = 6;
const MENTIONABLE_MENU: u64 = 7;
const CHANNEL_MENU: u64 = 8;
/// Button styles from here on (5 is a link, 6 a purchase) tell the bot nothing.
const FIRST_SILENT_STYLE: u64 = 5;

pub(super) fn press(
    shared: &Shared,
    person: u64,
    place: (u64, u64),
    custom_id: &str,
) -> Result<Done, Refusal> {
    let mut state = shared.world();
    let component = usable(shared, &state, person, place, custom_id)?;
    if component["type"] != BUTTON || component["style"].as_u64() >= Some(FIRST_SILENT_STYLE) {
        return Err(Refusal::NoSuchComponent(custom_id.to_owned()));
    }
    let data = json!({ "custom_id": custom_id, "component_type": BUTTON, "id": component["id"] });
    Ok(send(shared, &mut state, person, place, data))
}

pub(super) fn choose(
    shared: &Shared,
    person: u64,
    place: (u64, u64),
    custom_id: &str,
    values: &[String],
) -> Result<Done, Refusal> {
    let mut state = shared.world();
    let component = usable(shared, &state, person, place, custom_id)?;
    let kind = component["type"].as_u64().unwrap_or(0);
    if !matches!(kind, TEXT_MENU | USER_MENU..=CHANNEL_MENU) {
        return Err(Refusal::NoSuchComponent(custom_id.to_owned()));
    }
    let refused = |why: String| Refusal::ChoiceRefused { custom_id: custom_id.to_owned(), why };
    let count = values.len() as u64;
    let least = component["min_values"].as_u64().unwrap_or(1);
    let most = component["max_values"].as_u64().unwrap_or(1);
    if count < least || count > most {
        return Err(refused(format!("between {least} and {most} values are expected")));
    }
    let mut resolved = json!({});
    for (at, value) in values.iter().enumerate() {
        if values[..at].contains(value) {
            return Err(refused(format!("{value} is chosen twice")));
        }
        let guild = state.channels.get(&place.0).and_then(|channel| channel.guild);
        resolve(shared, &state, person, guild, &component, value, &mut resolved).map_err(refused)?;
    }
    let mut data =
        json!({ "custom_id": custom_id, "component_type": kind, "id": component["id"], "values": values });
    if kind != TEXT_MENU {
        data["resolved"] = resolved;
    }
    Ok(send(shared, &mut state, person, place, data))
}

fn send(shared: &Shared, state: &mut State, person: u64, place: (u64, u64), mut data: Value) -> Done {
    if let Some(fields) = data.as_object_mut()
        && fields["id"].is_null()
    {
        fields.remove("id");
    }
    let draft =
        Draft { kind: COMPONENT, person, channel: place.0, message: Some(place.1), data, locale: None };
    interaction::send(shared, state, draft)
}

/// The component of that id, if this person can use it.
fn usable(
    shared: &Shared,
    state: &State,
    person: u64,
    place: (u64, u64),
    custom_id: &str,
) -> Result<Value, Refusal> {
    let (message, _) = talk::message_for(shared, state, person, place)?;
    let component = message.components.iter().find_map(|component| search(component, custom_id));
    let component = component.ok_or_else(|| Refusal::NoSuchComponent(custom_id.to_owned()))?;
    if component["disabled"] == true {
        return Err(Refusal::Disabled(custom_id.to_owned()));
    }
    Ok(component.clone())
}

/// Looks through rows, and through the containers and sections of the second version of components.
fn search<'a>(component: &'a Value, custom_id: &str) -> Option<&'a Value> {
    if component["custom_id"] == custom_id {
        return Some(component);
    }
    let below = component["components"].as_array().into_iter().flatten();
    below.chain(component.get("accessory")).find_map(|below| search(below, custom_id))
}

fn resolve(
    shared: &Shared,
    state: &State,
    person: u64,
    guild: Option<u64>,
    component: &Value,
    value: &str,
    resolved: &mut Value,
) -> Result<(), String> {
    let now = shared.clock.now();
    let kind = component["type"].as_u64().unwrap_or(0);
    if kind == TEXT_MENU {
        let offered = component["options"].as_array().into_iter().flatten();
        let known = offered.into_iter().any(|option| option["value"] == value);
        return if known { Ok(()) } else { Err(format!("{value:?} is not offered")) };
    }
    let id = parse_text(value).ok_or_else(|| format!("{value:?} is not an id"))?;
    if matches!(kind, USER_MENU | MENTIONABLE_MENU) && state.users.contains_key(&id) {
        interaction::resolve_user(state, resolved, guild, id, now);
        return Ok(());
    }
    let is_role =
        guild.and_then(|guild| state.guilds.get(&guild)).is_some_and(|guild| guild.roles.contains_key(&id));
    if matches!(kind, ROLE_MENU | MENTIONABLE_MENU) && is_role {
        interaction::resolve_role(state, resolved, guild, id);
        return Ok(());
    }
    let channel = state.channels.get(&id).filter(|channel| channel.guild == guild && kind == CHANNEL_MENU);
    let channel = channel.filter(|channel| permissions::sees(state, channel, person, now));
    let channel = channel.ok_or_else(|| format!("this person is not offered {value}"))?;
    let kinds = component["channel_types"].as_array();
    if kinds.is_some_and(|kinds| !kinds.is_empty() && !kinds.contains(&json!(channel.kind))) {
        return Err("a channel of another kind is expected".to_owned());
    }
    resolved["channels"][value] = interaction::channel_around(state, channel, person, now);
    Ok(())
}
