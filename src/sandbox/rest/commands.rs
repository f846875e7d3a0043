//! The commands of the application, global ones and those of a server.

use chrono::TimeDelta;
use serde_json::{Value, json};

use super::call::{Call, Outcome, Reply, ok};
use crate::sandbox::check::command::{command, commands, without_localizations};
use crate::sandbox::error::{self, ApiError, Problems};
use crate::sandbox::ids::wire;
use crate::sandbox::state::Command;

/// The scope of the path: a server, or global.
fn scope(call: &Call<'_>) -> Result<Option<u64>, ApiError> {
    if call.id("application_id")? != call.state.application.id {
        return Err(ApiError::new(
            403,
            20_012,
            "You are not authorized to perform this action on this application",
        ));
    }
    if !call.params.contains_key("guild_id") {
        return Ok(None);
    }
    let guild = call.guild().map_err(|_| error::missing_access())?;
    Ok(Some(guild.id))
}

/// The id of a command with that type and name.
fn known(call: &Call<'_>, guild: Option<u64>, body: &Value) -> Option<u64> {
    let mut same = call.state.commands.values().filter(|found| found.guild == guild);
    same.find(|found| found.body["type"] == body["type"] && found.body["name"] == body["name"])
        .map(|found| found.id)
}

/// Stores a checked command, in the place of the one it replaces. Returns it as it is sent back.
fn store(call: &mut Call<'_>, guild: Option<u64>, old: Option<u64>, mut body: Value) -> Value {
    let id = old.unwrap_or_else(|| call.state.ids.next(call.now));
    let before = call.state.commands.get(&id).map(|found| found.body.clone());
    body["id"] = wire(id);
    body["application_id"] = wire(call.state.application.id);
    if let Some(guild) = guild {
        body["guild_id"] = wire(guild);
        if let Some(fields) = body.as_object_mut() {
            fields.remove("dm_permission");
        }
    }
    if let Some(version) = before.as_ref().map(|before| before["version"].clone()) {
        body["version"] = version;
    }
    if before.as_ref() != Some(&body) {
        body["version"] = wire(call.state.ids.next(call.now));
    }
    call.state.commands.insert(id, Command { id, guild, body: body.clone() });
    body
}

/// Counts commands that are created anew; Discord allows so many a day.
fn count_creations(call: &mut Call<'_>, guild: Option<u64>, new: usize) -> Result<(), ApiError> {
    let most = call.state.settings.max_command_creations;
    let now = call.now;
    let log = call.state.command_creations.entry(guild.unwrap_or(0)).or_default();
    while log.front().is_some_and(|first| *first + TimeDelta::days(1) <= now) {
        log.pop_front();
    }
    if log.len() + new > most {
        return Err(error::too_many_command_creations());
    }
    log.extend(std::iter::repeat_n(now, new));
    Ok(())
}

/// `list_(guild_)application_commands`; dictionaries only on demand.
pub fn list(call: &mut Call<'_>) -> Outcome {
    let guild = scope(call)?;
    let full = call.query_flag("with_localizations");
    let found = call.state.commands.values().filter(|command| command.guild == guild);
    ok(found
        .map(|command| if full { command.body.clone() } else { without_localizations(&command.body) })
        .collect())
}

/// `bulk_set_(guild_)application_commands`: known names keep their ids, what is not named is gone.
pub fn bulk_set(call: &mut Call<'_>) -> Outcome {
    let guild = scope(call)?;
    let mut problems = Problems::default();
    let Some(list) = call.body().as_array() else {
        return Err(Problems::one("", "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType").into());
    };
    let made = commands(list, guild.is_none(), &mut problems);
    problems.into_result()?;
    let ids: Vec<Option<u64>> = made.iter().map(|body| known(call, guild, body)).collect();
    count_creations(call, guild, ids.iter().filter(|id| id.is_none()).count())?;
    call.state.commands.retain(|id, command| command.guild != guild || ids.contains(&Some(*id)));
    let stored: Vec<Value> =
        ids.into_iter().zip(made).map(|(id, body)| store(call, guild, id, body)).collect();
    call.hub.bump();
    ok(json!(stored))
}

/// `create_(guild_)application_command`: 201 for a new name, 200 for one that it replaces.
pub fn create(call: &mut Call<'_>) -> Outcome {
    let guild = scope(call)?;
    let mut problems = Problems::default();
    let made = command(call.body(), "", guild.is_none(), &mut problems);
    let others = call.state.commands.values().filter(|found| found.guild == guild);
    let mut all: Vec<Value> = others.map(|found| found.body.clone()).collect();
    problems.into_result()?;
    let body = made.unwrap_or_default();
    let old = known(call, guild, &body);
    if old.is_none() {
        all.push(body.clone());
        let most = if body["type"] == 1 { 100 } else { 15 };
        if all.iter().filter(|other| other["type"] == body["type"]).count() > most {
            return Err(
                ApiError::new(400, 30_032, "Maximum number of application commands reached (100)").into()
            );
        }
        count_creations(call, guild, 1)?;
    }
    let stored = store(call, guild, old, body);
    call.hub.bump();
    Ok(Reply::Json(if old.is_some() { 200 } else { 201 }, stored))
}

fn found<'a>(call: &'a Call<'_>, guild: Option<u64>) -> Result<&'a Command, ApiError> {
    let id = call.id("command_id")?;
    call.state.commands.get(&id).filter(|command| command.guild == guild).ok_or_else(error::unknown_command)
}

/// `get_(guild_)application_command`.
pub fn get(call: &mut Call<'_>) -> Outcome {
    let guild = scope(call)?;
    ok(found(call, guild)?.body.clone())
}

/// `update_(guild_)application_command`.
pub fn update(call: &mut Call<'_>) -> Outcome {
    let guild = scope(call)?;
    let old = found(call, guild)?;
    let (id, mut merged) = (old.id, old.body.clone());
    for (key, value) in call.body().as_object().into_iter().flatten() {
        merged[key] = value.clone();
    }
    let mut problems = Problems::default();
    let made = command(&merged, "", guild.is_none(), &mut problems);
    problems.into_result()?;
    let stored = store(call, guild, Some(id), made.unwrap_or_default());
    ok(stored)
}

/// `delete_(guild_)application_command`.
pub fn delete(call: &mut Call<'_>) -> Outcome {
    let guild = scope(call)?;
    let id = found(call, guild)?.id;
    call.state.commands.remove(&id);
    Ok(Reply::Nothing)
}

/// `list_guild_application_command_permissions`: what administrators have changed for single commands.
pub fn permissions(call: &mut Call<'_>) -> Outcome {
    let guild = scope(call)?;
    let changed = guild.and_then(|guild| call.state.command_permissions.get(&guild));
    ok(changed.cloned().unwrap_or_else(|| json!([])))
}
