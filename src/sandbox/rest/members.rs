//! Members: found, changed, moved in voice, given roles.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::call::{Call, Outcome, Reply, ok};
use crate::sandbox::check::form::{Change, Form, below, check_id};
use crate::sandbox::error::{self, ApiError, Problems};
use crate::sandbox::gateway::intents::GUILD_MEMBERS;
use crate::sandbox::permissions::{
    CONNECT, DEAFEN_MEMBERS, MANAGE_NICKNAMES, MANAGE_ROLES, MODERATE_MEMBERS, MOVE_MEMBERS, MUTE_MEMBERS,
    rank,
};
use crate::sandbox::state::payload::member_json;
use crate::sandbox::state::{Guild, Member};

fn member<'a>(call: &Call<'_>, guild: &'a Guild) -> Result<&'a Member, ApiError> {
    let user = call.id("user_id")?;
    if !call.state.users.contains_key(&user) {
        return Err(error::unknown_user());
    }
    guild.members.get(&user).ok_or_else(error::unknown_member)
}

/// `get_guild_member`.
pub fn get(call: &mut Call<'_>) -> Outcome {
    let guild = call.guild()?;
    ok(member_json(call.state, member(call, guild)?))
}

/// `list_guild_members`, which needs a privileged intent.
pub fn list(call: &mut Call<'_>) -> Outcome {
    let limit = call.limit(1, 1_000)?;
    let after = call.query_id("after")?.unwrap_or(0);
    let guild = call.guild()?;
    if call.state.settings.privileged_intents & GUILD_MEMBERS == 0 {
        return Err(error::missing_access().into());
    }
    let page = guild.members.range(after.saturating_add(1)..).take(limit);
    ok(page.map(|(_, member)| member_json(call.state, member)).collect())
}

/// `search_guild_members`: by the beginning of a name.
pub fn search(call: &mut Call<'_>) -> Outcome {
    let limit = call.limit(1, 1_000)?;
    let guild = call.guild()?;
    let Some(wanted) = call.query.get("query").map(|text| text.to_lowercase()) else {
        return Err(Problems::one("query", "BASE_TYPE_REQUIRED", "This field is required").into());
    };
    let fits = |member: &&Member| {
        let user = call.state.users.get(&member.user);
        let names =
            user.map(|user| [&user.name, &user.display_name]).into_iter().flatten().chain(&member.nick);
        names.map(|name| name.to_lowercase()).any(|name| name.starts_with(&wanted))
    };
    let found: Vec<Value> = guild
        .members
        .values()
        .filter(fits)
        .take(limit)
        .map(|member| member_json(call.state, member))
        .collect();
    ok(json!(found))
}

/// What a request says about a member.
struct MemberDraft {
    nick: Change<String>,
    roles: Option<BTreeSet<u64>>,
    mute: Option<bool>,
    deaf: Option<bool>,
    channel: Change<u64>,
    timed_out_until: Change<DateTime<Utc>>,
}

fn read(body: &Value, problems: &mut Problems) -> Option<MemberDraft> {
    let form = Form::of(body, "", problems)?;
    let nick = form.text("nick", 0..=32, problems).filter(|nick| !nick.is_empty());
    let path = form.at("roles");
    let roles = form.list("roles", 0..=350, problems).map(|list| {
        let ids = list.iter().enumerate();
        ids.filter_map(|(index, value)| check_id(value, &below(&path, index), problems)).collect()
    });
    let until = form.text("communication_disabled_until", 0..=64, problems);
    let parsed = until.and_then(|text| DateTime::parse_from_rfc3339(text).ok()).map(|until| until.to_utc());
    let channel = form.id("channel_id", problems);
    Some(MemberDraft {
        nick: form.change("nick", nick.map(str::to_owned)),
        roles,
        mute: form.flag("mute", problems),
        deaf: form.flag("deaf", problems),
        channel: form.change("channel_id", channel),
        timed_out_until: form.change("communication_disabled_until", parsed),
    })
}

/// `update_guild_member`: each field needs its own permission.
pub fn update(call: &mut Call<'_>) -> Outcome {
    let guild = call.guild()?;
    let target = member(call, guild)?;
    let (id, user) = (guild.id, target.user);
    let mut problems = Problems::default();
    let draft = read(call.body(), &mut problems);
    problems.into_result()?;
    let Some(draft) = draft else { return Err(error::invalid_form().into()) };
    let needed = [
        (draft.nick.said(), MANAGE_NICKNAMES),
        (draft.roles.is_some(), MANAGE_ROLES),
        (draft.mute.is_some(), MUTE_MEMBERS),
        (draft.deaf.is_some(), DEAFEN_MEMBERS),
        (draft.timed_out_until.said(), MODERATE_MEMBERS),
        (draft.channel.said(), MOVE_MEMBERS),
    ];
    call.may_in(guild, needed.iter().filter(|(asked, _)| *asked).fold(0, |bits, (_, bit)| bits | bit))?;
    let above = rank(guild, call.state.bot()) > rank(guild, user);
    if (draft.nick.said() || draft.timed_out_until.said()) && !above {
        return Err(error::missing_permissions().into());
    }
    if let Some(roles) = &draft.roles {
        for role in roles.symmetric_difference(&target.roles) {
            assignable(call, guild, *role)?;
        }
    }
    if draft.channel.said() {
        let channel = draft.channel.value().copied();
        movable(call, guild, user, channel)?;
        call.state.move_voice(call.hub, call.now, id, user, channel);
    }
    call.state.change_member(call.hub, call.now, id, user, |member| {
        draft.nick.apply(&mut member.nick);
        member.roles = draft.roles.unwrap_or(std::mem::take(&mut member.roles));
        member.mute = draft.mute.unwrap_or(member.mute);
        member.deaf = draft.deaf.unwrap_or(member.deaf);
        draft.timed_out_until.apply(&mut member.timed_out_until);
    });
    ok(member_json(call.state, &call.state.guilds[&id].members[&user]))
}

/// Only somebody in voice can be moved, and only to where the bot can connect.
fn movable(call: &Call<'_>, guild: &Guild, user: u64, channel: Option<u64>) -> Result<(), ApiError> {
    if !guild.voice.contains_key(&user) {
        return Err(error::not_in_voice());
    }
    let Some(channel) = channel else { return Ok(()) };
    let target = call.seen_channel(channel)?;
    if !target.is_voice() || target.guild != Some(guild.id) {
        return Err(error::wrong_channel_type());
    }
    call.may(target, CONNECT | MOVE_MEMBERS)
}

/// A role that the bot can give: below its own highest, no bot's own, not @everyone.
fn assignable(call: &Call<'_>, guild: &Guild, role: u64) -> Result<(), ApiError> {
    let found = guild.roles.get(&role).ok_or_else(error::unknown_role)?;
    let below = u32::from(found.position) < rank(guild, call.state.bot());
    if below && found.of_bot.is_none() && role != guild.id {
        Ok(())
    } else {
        Err(error::missing_permissions())
    }
}

/// `add_guild_member_role`.
pub fn give_role(call: &mut Call<'_>) -> Outcome {
    role(call, true)
}

/// `delete_guild_member_role`.
pub fn take_role(call: &mut Call<'_>) -> Outcome {
    role(call, false)
}

fn role(call: &mut Call<'_>, give: bool) -> Outcome {
    let role = call.id("role_id")?;
    let guild = call.guild()?;
    let user = member(call, guild)?.user;
    call.may_in(guild, MANAGE_ROLES)?;
    assignable(call, guild, role)?;
    let id = guild.id;
    let has = guild.members[&user].roles.contains(&role);
    if has != give {
        call.state.change_member(call.hub, call.now, id, user, |member| {
            if give {
                member.roles.insert(role)
            } else {
                member.roles.remove(&role)
            };
        });
    }
    Ok(Reply::Nothing)
}
