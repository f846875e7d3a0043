//! Overwrites: who may set which, one at a time or as a whole list.

use super::call::{Call, Outcome, Reply};
use super::channels::bits_above;
use crate::sandbox::check::channel::overwrite;
use crate::sandbox::check::form::Form;
use crate::sandbox::error::{self, ApiError, Problems};
use crate::sandbox::permissions::{ALL, MANAGE_ROLES};
use crate::sandbox::state::{Guild, Overwrite, State};

/// Every overwrite must concern a role of the server or a user that exists.
pub fn known_targets(state: &State, guild: &Guild, overwrites: &[Overwrite]) -> Result<(), ApiError> {
    for over in overwrites {
        if over.kind == 0 && !guild.roles.contains_key(&over.id) {
            return Err(error::unknown_role());
        }
        if over.kind == 1 && !state.users.contains_key(&over.id) {
            return Err(error::unknown_user());
        }
    }
    Ok(())
}

/// A bot can allow and deny only what it holds itself, and `MANAGE_ROLES` only as an administrator
/// (I: discord-api-docs #2522). Bits that were there before are not judged again.
pub fn judge(
    call: &Call<'_>,
    guild: &Guild,
    held: u64,
    before: &[Overwrite],
    after: &[Overwrite],
) -> Result<(), ApiError> {
    if call.guild_bits(guild) == ALL {
        return Ok(());
    }
    for over in after {
        let old = before.iter().find(|old| old.id == over.id).map_or((0, 0), |old| (old.allow, old.deny));
        let changed = (old.0 ^ over.allow) | (old.1 ^ over.deny);
        if changed & !(held & !MANAGE_ROLES) != 0 {
            return Err(error::missing_permissions());
        }
    }
    Ok(())
}

/// `set_channel_permission_overwrite`.
pub fn set(call: &mut Call<'_>) -> Outcome {
    let target = call.id("overwrite_id")?;
    let channel = call.channel()?;
    let Some(guild) = channel.guild.and_then(|id| call.state.guilds.get(&id)) else {
        return Err(error::wrong_channel_type().into());
    };
    call.may(channel, MANAGE_ROLES)?;
    let mut problems = Problems::default();
    let read = Form::of(call.body(), "", &mut problems).map(|form| {
        form.need("type", &mut problems);
        overwrite(&form, &mut problems)
    });
    problems.into_result()?;
    let Some(read) = read else { return Err(error::invalid_form().into()) };
    let wanted = Overwrite { id: target, ..read };
    known_targets(call.state, guild, &[wanted])?;
    judge(call, guild, bits_above(call, guild, channel), &channel.overwrites, &[wanted])?;
    let known = channel.overwrites.iter().any(|over| over.id == target);
    if !known && channel.overwrites.len() >= call.state.settings.max_overwrites {
        return Err(error::too_many_overwrites().into());
    }
    let id = channel.id;
    call.state.change_channel(call.hub, call.now, id, |channel| {
        match channel.overwrites.iter_mut().find(|over| over.id == target) {
            Some(over) => *over = wanted,
            None => channel.overwrites.push(wanted),
        }
    });
    Ok(Reply::Nothing)
}

/// `delete_channel_permission_overwrite`.
pub fn delete(call: &mut Call<'_>) -> Outcome {
    let target = call.id("overwrite_id")?;
    let channel = call.channel()?;
    if channel.guild.is_none() {
        return Err(error::wrong_channel_type().into());
    }
    call.may(channel, MANAGE_ROLES)?;
    if !channel.overwrites.iter().any(|over| over.id == target) {
        return Err(error::unknown_overwrite().into());
    }
    let id = channel.id;
    call.state.change_channel(call.hub, call.now, id, |channel| {
        channel.overwrites.retain(|over| over.id != target);
    });
    Ok(Reply::Nothing)
}
