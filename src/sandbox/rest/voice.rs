//! Who is in voice.

use serde_json::Value;

use super::call::{Call, Outcome, ok};
use crate::sandbox::error::{self, ApiError};
use crate::sandbox::permissions::CONNECT;
use crate::sandbox::state::payload::voice_json;

/// `get_self_voice_state`.
pub fn own_state(call: &mut Call<'_>) -> Outcome {
    let bot = call.state.bot();
    ok(state_of(call, bot)?)
}

/// `get_voice_state`.
pub fn state(call: &mut Call<'_>) -> Outcome {
    let user = call.id("user_id")?;
    ok(state_of(call, user)?)
}

fn state_of(call: &Call<'_>, user: u64) -> Result<Value, ApiError> {
    let guild = call.guild()?;
    let voice = guild.voice.get(&user).ok_or_else(error::unknown_voice_state)?;
    let channel = call.seen_channel(voice.channel)?;
    call.may(channel, CONNECT)?;
    Ok(voice_json(call.state, guild, voice, Some(voice.channel)))
}
