//! What follows an interaction's first answer: reading, changing and deleting it, and further messages.

use chrono::TimeDelta;

use super::call::{Call, Outcome, Reply, ok};
use super::interactions::belonging;
use super::messages_write::{apply, replace};
use crate::sandbox::check::mentions::Allowed;
use crate::sandbox::check::message::{Use, draft};
use crate::sandbox::error::{self, ApiError, Problems};
use crate::sandbox::state::message::{EPHEMERAL, LOADING};
use crate::sandbox::state::payload::message_json;
use crate::sandbox::state::{Interaction, Message, Stage};

/// The interaction whose token stands in the path, answered and not older than 15 minutes.
fn interaction(call: &Call<'_>) -> Result<Interaction, ApiError> {
    let token = call.param("webhook_token");
    let own = call.id("webhook_id")? == call.state.application.id;
    let found = call.state.interactions.values().rev().find(|found| found.token == token).filter(|_| own);
    let interaction = found.ok_or_else(error::unknown_webhook)?;
    let life = TimeDelta::milliseconds(i64::try_from(call.state.settings.token_life).unwrap_or(i64::MAX / 2));
    if call.now - interaction.created > life {
        return Err(error::invalid_webhook_token());
    }
    if interaction.stage == Stage::Waiting {
        return Err(error::unknown_webhook());
    }
    Ok(interaction.clone())
}

/// A message of the interaction: the first answer, or one of the later ones.
fn message(call: &Call<'_>, interaction: &Interaction, id: Option<u64>) -> Result<Message, ApiError> {
    let found = id.and_then(|id| call.state.message(interaction.channel, id));
    found.cloned().ok_or_else(error::unknown_message)
}

/// The id in the path, if it is a message of this interaction.
fn named(call: &Call<'_>, interaction: &Interaction) -> Result<Option<u64>, ApiError> {
    let id = call.id("message_id")?;
    let own = interaction.reply == Some(id) || interaction.followups.contains(&id);
    Ok(own.then_some(id))
}

/// `execute_webhook` for an interaction. The first one after "is thinking" fills that answer in.
pub fn follow_up(call: &mut Call<'_>) -> Outcome {
    let interaction = interaction(call)?;
    if let Some(reply) = interaction.reply.and_then(|id| call.state.message(interaction.channel, id))
        && reply.flags & LOADING != 0
    {
        let id = reply.id;
        return edit(call, &interaction, Some(id));
    }
    let mut problems = Problems::default();
    let draft = draft(call.body(), "", Use::Answer, &mut problems);
    problems.into_result()?;
    let private = draft.flags.unwrap_or(0) & EPHEMERAL != 0;
    let mut made = belonging(call, &interaction, private);
    made.reply_to = interaction.reply;
    made.kind = if made.reply_to.is_some() { 19 } else { 0 };
    apply(call, &draft, &mut made, &Allowed::for_interactions(), interaction.guild)?;
    let id = call.state.post(call.hub, call.now, made);
    if !private {
        call.record.public_response();
    }
    if let Some(found) = call.state.interactions.get_mut(&interaction.id) {
        found.followups.push(id);
    }
    ok(message_json(call.state, &message(call, &interaction, Some(id))?))
}

fn edit(call: &mut Call<'_>, interaction: &Interaction, id: Option<u64>) -> Outcome {
    let mut changed = message(call, interaction, id)?;
    let mut problems = Problems::default();
    let draft = draft(call.body(), "", Use::Edit, &mut problems);
    problems.into_result()?;
    apply(call, &draft, &mut changed, &Allowed::for_interactions(), interaction.guild)?;
    let body = replace(call, changed)?;
    if let Some(found) = call.state.interactions.get_mut(&interaction.id) {
        found.stage = Stage::Answered;
    }
    ok(body)
}

fn delete(call: &mut Call<'_>, interaction: &Interaction, id: Option<u64>) -> Outcome {
    let gone = message(call, interaction, id)?;
    call.state.delete_message(call.hub, call.now, interaction.channel, gone.id);
    Ok(Reply::Nothing)
}

/// `get_original_webhook_message`.
pub fn get_original(call: &mut Call<'_>) -> Outcome {
    let interaction = interaction(call)?;
    let found = message(call, &interaction, interaction.reply)?;
    ok(message_json(call.state, &found))
}

/// `update_original_webhook_message`.
pub fn edit_original(call: &mut Call<'_>) -> Outcome {
    let interaction = interaction(call)?;
    edit(call, &interaction, interaction.reply)
}

/// `delete_original_webhook_message`.
pub fn delete_original(call: &mut Call<'_>) -> Outcome {
    let interaction = interaction(call)?;
    delete(call, &interaction, interaction.reply)
}

/// `get_webhook_message`.
pub fn get_message(call: &mut Call<'_>) -> Outcome {
    let interaction = interaction(call)?;
    let id = named(call, &interaction)?;
    let found = message(call, &interaction, id)?;
    ok(message_json(call.state, &found))
}

/// `update_webhook_message`.
pub fn edit_message(call: &mut Call<'_>) -> Outcome {
    let interaction = interaction(call)?;
    let id = named(call, &interaction)?;
    edit(call, &interaction, id)
}

/// `delete_webhook_message`.
pub fn delete_message(call: &mut Call<'_>) -> Outcome {
    let interaction = interaction(call)?;
    let id = named(call, &interaction)?;
    delete(call, &interaction, id)
}
