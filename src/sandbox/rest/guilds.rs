//! Servers and their roles.

use serde_json::{Value, json};

use super::call::{Call, Outcome, ok};
use crate::sandbox::check::form::Form;
use crate::sandbox::error::{self, Problems};
use crate::sandbox::permissions::MANAGE_ROLES;
use crate::sandbox::state::effects::RoleDraft;
use crate::sandbox::state::payload::{guild_json, role_json};

/// `get_guild`.
pub fn get(call: &mut Call<'_>) -> Outcome {
    let guild = call.guild()?;
    let mut body = guild_json(guild);
    if call.query_flag("with_counts") {
        body["approximate_member_count"] = json!(guild.members.len());
        body["approximate_presence_count"] = json!(guild.members.len());
    }
    ok(body)
}

/// `list_guild_roles`.
pub fn roles(call: &mut Call<'_>) -> Outcome {
    ok(call.guild()?.roles.values().map(role_json).collect())
}

/// `create_guild_role`. A bot can give a role only what it is allowed itself.
pub fn create_role(call: &mut Call<'_>) -> Outcome {
    let guild = call.guild()?;
    call.may_in(guild, MANAGE_ROLES)?;
    let id = guild.id;
    let empty = json!({});
    let body = if call.body().is_null() { &empty } else { call.body() };
    let mut problems = Problems::default();
    let draft = role_draft(body, guild.roles[&id].permissions, &mut problems);
    problems.into_result()?;
    if draft.permissions & !call.guild_bits(guild) != 0 {
        return Err(error::missing_permissions().into());
    }
    if guild.roles.len() >= call.state.settings.max_roles {
        return Err(error::too_many_roles().into());
    }
    let role = call.state.add_role(call.hub, call.now, id, draft).ok_or_else(error::unknown_guild)?;
    ok(role_json(&call.state.guilds[&id].roles[&role]))
}

fn role_draft(body: &Value, default: u64, problems: &mut Problems) -> RoleDraft {
    let Some(form) = Form::of(body, "", problems) else { return RoleDraft::default() };
    let color = form.number("color", 0..=0xff_ffff, problems).unwrap_or(0);
    RoleDraft {
        name: form.text("name", 0..=100, problems).unwrap_or("new role").to_owned(),
        permissions: form.bits("permissions", problems).unwrap_or(default),
        color: u32::try_from(color).unwrap_or(0),
        hoist: form.flag("hoist", problems).unwrap_or(false),
        mentionable: form.flag("mentionable", problems).unwrap_or(false),
        of_bot: None,
    }
}
