//! Sending a form that the bot opened, with the lengths that the client would enforce.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{
    Done, Refusal,
    interaction::{self, Draft},
};
use crate::sandbox::{shared::Shared, state::interaction::MODAL_SUBMIT};

const ROW: u64 = 1;
const TEXT_INPUT: u64 = 4;
const LABEL: u64 = 18;

/// The inputs of a form in order, each with the label around it if it stands in a `Label` component.
pub(in crate::sandbox) fn inputs(modal: &Value) -> Vec<(Option<String>, &Value)> {
    let mut found = Vec::new();
    for component in modal["components"].as_array().into_iter().flatten() {
        if component["type"] == LABEL {
            found.push((component["label"].as_str().map(str::to_owned), &component["component"]));
        } else {
            let row = component["components"].as_array().into_iter().flatten();
            found.extend(row.map(|input| (None, input)));
        }
    }
    found
}

/// Sends the form that an interaction was answered with.
pub(super) fn submit(
    shared: &Shared,
    person: u64,
    opened_by: u64,
    fields: &BTreeMap<String, String>,
) -> Result<Done, Refusal> {
    let mut state = shared.world();
    let opener = state.interactions.get(&opened_by).filter(|opener| opener.user == person);
    let opener = opener.ok_or(Refusal::NoForm)?;
    let modal = opener.modal.clone().ok_or(Refusal::NoForm)?;
    let (channel, message) = (opener.channel, opener.message);
    let known: Vec<&str> =
        inputs(&modal).iter().filter_map(|(_, input)| input["custom_id"].as_str()).collect();
    if let Some(stray) = fields.keys().find(|field| !known.contains(&field.as_str())) {
        return Err(refused(stray, "there is no such input".to_owned()));
    }
    let mut rows = Vec::new();
    for component in modal["components"].as_array().into_iter().flatten() {
        if component["type"] == LABEL {
            let input = typed(&component["component"], fields)?;
            rows.push(json!({ "type": LABEL, "component": input }));
        } else if component["type"] == ROW {
            let row = component["components"].as_array().into_iter().flatten();
            let row = row.map(|input| typed(input, fields)).collect::<Result<Vec<_>, _>>()?;
            rows.push(json!({ "type": ROW, "components": row }));
        }
    }
    let data = json!({ "custom_id": modal["custom_id"], "components": rows });
    let draft = Draft { kind: MODAL_SUBMIT, person, channel, message, data, locale: None };
    Ok(interaction::send(shared, &mut state, draft))
}

fn refused(custom_id: &str, why: String) -> Refusal {
    Refusal::InputRefused { custom_id: custom_id.to_owned(), why }
}

/// One input as it comes back: what was typed, else what stood in it.
fn typed(input: &Value, fields: &BTreeMap<String, String>) -> Result<Value, Refusal> {
    let custom_id = input["custom_id"].as_str().unwrap_or_default();
    if input["type"] != TEXT_INPUT {
        return Err(refused(custom_id, "simulated people fill in text inputs only".to_owned()));
    }
    let prefilled = input["value"].as_str().unwrap_or_default();
    let value = fields.get(custom_id).map_or(prefilled, String::as_str);
    let length = value.chars().count() as u64;
    let required = input["required"].as_bool().unwrap_or(true);
    let least = input["min_length"].as_u64().unwrap_or(0).max(u64::from(required));
    let most = input["max_length"].as_u64().unwrap_or(4000);
    let may_be_left_out = length == 0 && !required;
    if !may_be_left_out && (length < least || length > most) {
        return Err(refused(custom_id, format!("between {least} and {most} characters are expected")));
    }
    Ok(json!({ "type": TEXT_INPUT, "custom_id": custom_id, "value": value }))
}
