//! What happens in voice: people join, are moved, and leave.

use chrono::{DateTime, Utc};

use super::emit;
use crate::sandbox::gateway::{Hub, intents};
use crate::sandbox::state::payload::voice_json;
use crate::sandbox::state::{State, VoiceState};

impl State {
    /// Puts a member into a voice channel, or (with none) out of voice. False when nothing changes.
    pub fn move_voice(
        &mut self,
        hub: &Hub,
        now: DateTime<Utc>,
        guild: u64,
        user: u64,
        channel: Option<u64>,
    ) -> bool {
        let Some(found) = self.guilds.get(&guild) else { return false };
        let present = found.voice.get(&user);
        if present.map(|voice| voice.channel) == channel {
            return false;
        }
        let session =
            present.map_or_else(|| format!("{:032x}", self.ids.next(now)), |voice| voice.session.clone());
        let Some(found) = self.guilds.get_mut(&guild) else { return false };
        let voice = VoiceState { user, channel: channel.unwrap_or(0), session };
        match channel {
            Some(_) => found.voice.insert(user, voice.clone()),
            None => found.voice.remove(&user),
        };
        let body = voice_json(self, &self.guilds[&guild], &voice, channel);
        emit(hub, "VOICE_STATE_UPDATE", Some(intents::GUILD_VOICE_STATES), body);
        true
    }
}
