//! The first answer to an interaction: in time, once, and of a type that fits.

use chrono::TimeDelta;
use serde_json::{Value, json};

use super::call::{Call, Outcome, Reply};
use super::messages_write::{apply, replace};
use crate::sandbox::check::command::choice;
use crate::sandbox::check::form::{Form, below};
use crate::sandbox::check::mentions::Allowed;
use crate::sandbox::check::message::{MessageDraft, Use, draft};
use crate::sandbox::check::modal::modal;
use crate::sandbox::error::{self, ApiError, Problems};
use crate::sandbox::ids::wire;
use crate::sandbox::state::interaction::{AUTOCOMPLETE, COMMAND, COMPONENT, MODAL_SUBMIT};
use crate::sandbox::state::message::{EPHEMERAL, LOADING};
use crate::sandbox::state::payload::message_json;
use crate::sandbox::state::{Interaction, Message, Stage};

const MESSAGE: i64 = 4;
const DEFERRED_MESSAGE: i64 = 5;
const DEFERRED_UPDATE: i64 = 6;
const UPDATE: i64 = 7;
const CHOICES: i64 = 8;
const MODAL: i64 = 9;

/// `create_interaction_response`.
pub fn callback(call: &mut Call<'_>) -> Outcome {
    let interaction = waiting(call)?;
    let mut problems = Problems::default();
    let body = call.body().clone();
    let Some(form) = Form::of(&body, "", &mut problems) else {
        problems.into_result()?;
        return Err(error::invalid_form().into());
    };
    form.need("type", &mut problems);
    let kind = form.choice("type", fitting(&interaction), &mut problems);
    let empty = json!({});
    let data = form.get("data").unwrap_or(&empty);
    problems.into_result()?;
    match kind {
        Some(MESSAGE) => answer(call, &interaction, data)?,
        Some(DEFERRED_MESSAGE) => defer(call, &interaction, data)?,
        Some(DEFERRED_UPDATE) => settle(call, interaction.id, |found| {
            found.stage = Stage::Deferred;
            found.reply = found.message;
        }),
        Some(UPDATE) => update(call, &interaction, data)?,
        Some(CHOICES) => choices(call, &interaction, data)?,
        _ => open_form(call, &interaction, data)?,
    }
    call.hub.bump();
    if call.query_flag("with_response") {
        return Ok(Reply::Json(200, with_response(call, interaction.id, kind.unwrap_or(0))));
    }
    Ok(Reply::Nothing)
}

/// The interaction of the path, if it still waits for its first answer.
fn waiting(call: &Call<'_>) -> Result<Interaction, ApiError> {
    let id = call.id("interaction_id")?;
    let found =
        call.state.interactions.get(&id).filter(|found| found.token == call.param("interaction_token"));
    let interaction = found.ok_or_else(error::unknown_interaction)?;
    if interaction.stage != Stage::Waiting {
        return Err(error::already_acknowledged());
    }
    let patience =
        TimeDelta::milliseconds(i64::try_from(call.state.settings.first_answer).unwrap_or(i64::MAX / 2));
    if call.now - interaction.created > patience {
        return Err(error::unknown_interaction());
    }
    Ok(interaction.clone())
}

/// The types of answer that fit an interaction.
fn fitting(interaction: &Interaction) -> &'static [i64] {
    match interaction.kind {
        COMMAND => &[MESSAGE, DEFERRED_MESSAGE, MODAL],
        COMPONENT => &[MESSAGE, DEFERRED_MESSAGE, DEFERRED_UPDATE, UPDATE, MODAL],
        MODAL_SUBMIT if interaction.message.is_some() => {
            &[MESSAGE, DEFERRED_MESSAGE, DEFERRED_UPDATE, UPDATE]
        }
        MODAL_SUBMIT => &[MESSAGE, DEFERRED_MESSAGE],
        AUTOCOMPLETE => &[CHOICES],
        _ => &[],
    }
}

fn settle(call: &mut Call<'_>, id: u64, change: impl FnOnce(&mut Interaction)) {
    if let Some(found) = call.state.interactions.get_mut(&id) {
        change(found);
    }
}

fn read(data: &Value, used: Use) -> Result<MessageDraft, ApiError> {
    let mut problems = Problems::default();
    let made = draft(data, "data", used, &mut problems);
    problems.into_result()?;
    Ok(made)
}

/// A new message that belongs to an interaction, private if its flags say so.
pub fn belonging(call: &Call<'_>, interaction: &Interaction, private: bool) -> Message {
    let source = interaction.message.and_then(|id| call.state.message(interaction.channel, id));
    let visible = source.filter(|source| source.ephemeral_for.is_none());
    Message {
        channel: interaction.channel,
        author: call.state.bot(),
        kind: match interaction.kind {
            COMMAND if interaction.data["type"] == 1 => 20,
            COMMAND => 23,
            _ if visible.is_some() => 19,
            _ => 0,
        },
        flags: if private { EPHEMERAL } else { 0 },
        ephemeral_for: private.then_some(interaction.user),
        interaction: Some(interaction.id),
        reply_to: visible.map(|source| source.id),
        ..Message::default()
    }
}

/// Type 4: a message at once.
fn answer(call: &mut Call<'_>, interaction: &Interaction, data: &Value) -> Result<(), ApiError> {
    let draft = read(data, Use::Answer)?;
    let private = draft.flags.unwrap_or(0) & EPHEMERAL != 0;
    let mut message = belonging(call, interaction, private);
    apply(call, &draft, &mut message, &Allowed::for_interactions(), interaction.guild)?;
    let id = call.state.post(call.hub, call.now, message);
    if !private {
        call.record.public_response();
    }
    settle(call, interaction.id, |found| {
        found.stage = Stage::Answered;
        found.ephemeral = private;
        found.reply = Some(id);
    });
    Ok(())
}

/// Type 5: "is thinking". Only the flag for privacy counts, and it is final.
fn defer(call: &mut Call<'_>, interaction: &Interaction, data: &Value) -> Result<(), ApiError> {
    let private = read(data, Use::Answer)?.flags.unwrap_or(0) & EPHEMERAL != 0;
    let mut message = belonging(call, interaction, private);
    message.flags |= LOADING;
    let id = call.state.post(call.hub, call.now, message);
    if !private {
        call.record.public_response();
    }
    settle(call, interaction.id, |found| {
        found.stage = Stage::Deferred;
        found.ephemeral = private;
        found.reply = Some(id);
    });
    Ok(())
}

/// Type 7: changes the message whose component was used.
fn update(call: &mut Call<'_>, interaction: &Interaction, data: &Value) -> Result<(), ApiError> {
    let draft = read(data, Use::Edit)?;
    let source = interaction.message.and_then(|id| call.state.message(interaction.channel, id));
    let mut message = source.ok_or_else(error::unknown_message)?.clone();
    apply(call, &draft, &mut message, &Allowed::for_interactions(), interaction.guild)?;
    let (id, private) = (message.id, message.ephemeral_for.is_some());
    replace(call, message)?;
    settle(call, interaction.id, |found| {
        found.stage = Stage::Answered;
        found.ephemeral = private;
        found.reply = Some(id);
    });
    Ok(())
}

/// Type 8: suggestions.
fn choices(call: &mut Call<'_>, interaction: &Interaction, data: &Value) -> Result<(), ApiError> {
    let mut problems = Problems::default();
    let Some(form) = Form::of(data, "data", &mut problems) else { return problems.into_result() };
    form.need("choices", &mut problems);
    let list = form.list("choices", 0..=25, &mut problems).unwrap_or_default();
    let kind = focused_kind(&interaction.data).unwrap_or(3);
    for (index, value) in list.iter().enumerate() {
        choice(value, &below("data.choices", index), kind, &mut problems);
    }
    problems.into_result()?;
    let list = list.to_vec();
    settle(call, interaction.id, |found| {
        found.stage = Stage::Answered;
        found.choices = Some(list);
    });
    Ok(())
}

/// The type of the option that is being typed.
fn focused_kind(data: &Value) -> Option<i64> {
    let options = data["options"].as_array()?;
    options.iter().find_map(|option| {
        if option["focused"] == true { option["type"].as_i64() } else { focused_kind(option) }
    })
}

/// Type 9: a form.
fn open_form(call: &mut Call<'_>, interaction: &Interaction, data: &Value) -> Result<(), ApiError> {
    let mut problems = Problems::default();
    modal(data, "data", &mut problems);
    problems.into_result()?;
    let form = data.clone();
    settle(call, interaction.id, |found| {
        found.stage = Stage::Answered;
        found.modal = Some(form);
    });
    Ok(())
}

/// What `with_response=true` gives back.
fn with_response(call: &Call<'_>, id: u64, kind: i64) -> Value {
    let Some(found) = call.state.interactions.get(&id) else { return Value::Null };
    let message = found.reply.and_then(|id| call.state.message(found.channel, id));
    let mut body = json!({
        "interaction": {
            "id": wire(found.id),
            "type": found.kind,
            "channel_id": wire(found.channel),
            "guild_id": found.guild.map(wire),
            "response_message_id": found.reply.map(wire),
            "response_message_loading": message.map(|message| message.flags & LOADING != 0),
            "response_message_ephemeral": message.map(|message| message.ephemeral_for.is_some()),
        },
        "resource": {"type": kind},
    });
    if let Some(message) = message.filter(|_| matches!(kind, MESSAGE | UPDATE)) {
        body["resource"]["message"] = message_json(call.state, message);
    }
    body
}
