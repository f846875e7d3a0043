//! A server with its roles, its members and who sits in which voice channel.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};

/// A server.
#[derive(Clone, Debug)]
pub struct Guild {
    /// Its id, which is its @everyone role's as well.
    pub id: u64,
    /// Its name.
    pub name: String,
    /// Who owns it and may do everything.
    pub owner: u64,
    /// The preferred language, sent with interactions as `guild_locale`.
    pub locale: String,
    /// Roles by id, @everyone among them.
    pub roles: BTreeMap<u64, Role>,
    /// Members by user id.
    pub members: BTreeMap<u64, Member>,
    /// Who is in voice, by user id.
    pub voice: BTreeMap<u64, VoiceState>,
}

/// A role of a server.
#[derive(Clone, Debug)]
pub struct Role {
    /// Its id.
    pub id: u64,
    /// Its name.
    pub name: String,
    /// What it allows, as bits of [`crate::sandbox::permissions`].
    pub permissions: u64,
    /// Its place in the hierarchy; @everyone is 0.
    pub position: u16,
    /// Colour as 0xRRGGBB.
    pub color: u32,
    /// Shown apart in the member list.
    pub hoist: bool,
    /// Whether everybody may mention it.
    pub mentionable: bool,
    /// The bot whose own role it is; such a role cannot be given away.
    pub of_bot: Option<u64>,
}

/// Somebody's membership of a server.
#[derive(Clone, Debug)]
pub struct Member {
    /// The user.
    pub user: u64,
    /// The name used in this server.
    pub nick: Option<String>,
    /// Roles besides @everyone.
    pub roles: BTreeSet<u64>,
    /// Since when.
    pub joined_at: DateTime<Utc>,
    /// Until when a time-out takes nearly all permissions away.
    pub timed_out_until: Option<DateTime<Utc>>,
    /// Muted by the server.
    pub mute: bool,
    /// Deafened by the server.
    pub deaf: bool,
}

/// Somebody's place in voice.
#[derive(Clone, Debug)]
pub struct VoiceState {
    /// The user.
    pub user: u64,
    /// The voice channel.
    pub channel: u64,
    /// The client's voice session.
    pub session: String,
}
