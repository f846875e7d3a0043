//! Users, and the opening of direct messages.

use serde_json::{Value, json};

use super::call::{Call, Outcome, ok};
use crate::sandbox::check::form::Form;
use crate::sandbox::error::{self, Problems};
use crate::sandbox::ids::wire;
use crate::sandbox::limits::take_hidden;
use crate::sandbox::permissions;
use crate::sandbox::state::payload::{channel_json, own_user_json, user_json};

/// `get_my_user`.
pub fn me(call: &mut Call<'_>) -> Outcome {
    ok(own_user_json(call.state))
}

/// `get_user`.
pub fn user(call: &mut Call<'_>) -> Outcome {
    let id = call.id("user_id")?;
    let user = call.state.users.get(&id).ok_or_else(error::unknown_user)?;
    ok(user_json(user))
}

/// `list_my_guilds`.
pub fn my_guilds(call: &mut Call<'_>) -> Outcome {
    let bot = call.state.bot();
    let limit = call.limit(200, 200)?;
    let (before, after) = (call.query_id("before")?, call.query_id("after")?);
    let mine = call.state.guilds.values().filter(|guild| guild.members.contains_key(&bot));
    let within = mine.filter(|guild| {
        before.is_none_or(|before| guild.id < before) && after.is_none_or(|after| guild.id > after)
    });
    let list: Vec<Value> = within
        .take(limit)
        .map(|guild| {
            json!({
                "id": wire(guild.id),
                "name": guild.name,
                "icon": null,
                "banner": null,
                "owner": guild.owner == bot,
                "permissions": permissions::in_guild(guild, bot, call.now).to_string(),
                "features": [],
            })
        })
        .collect();
    ok(json!(list))
}

/// `create_dm`: opens or finds the direct messages with somebody. Opening many anew is limited out of sight.
pub fn create_dm(call: &mut Call<'_>) -> Outcome {
    let mut problems = Problems::default();
    let wanted = Form::of(call.body(), "", &mut problems).and_then(|form| {
        form.need("recipient_id", &mut problems);
        form.id("recipient_id", &mut problems)
    });
    problems.into_result()?;
    let user = wanted.unwrap_or_default();
    if call.state.users.get(&user).is_none_or(|found| found.bot) {
        return Err(Problems::one(
            "recipient_id",
            "USER_CANNOT_CREATE_DM",
            "Cannot send messages to this user",
        )
        .into());
    }
    if call.state.find_direct_channel(user).is_none() {
        let window = call.state.settings.new_direct_messages;
        let taken = take_hidden(&mut call.state.direct_openings, window, call.now, None);
        taken.map_err(|_| error::opening_too_fast())?;
    }
    let id = call.state.direct_channel(call.now, user);
    ok(channel_json(call.state, &call.state.channels[&id]))
}
