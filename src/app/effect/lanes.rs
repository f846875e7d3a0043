//! Lanes of the outbox: within one, things are made one after another.

use crate::domain::ids::{ChannelId, GuildId, TandemId};

/// The lane in which a server's channels are made, one at a time (C3).
#[must_use]
pub fn building_lane(guild: GuildId) -> String {
    format!("build:{guild}")
}

/// The lane of everything that happens in a tandem's room.
#[must_use]
pub fn room_lane(tandem: TandemId) -> String {
    format!("room:{tandem}")
}

/// The lane of a channel outside of rooms.
#[must_use]
pub fn channel_lane(channel: ChannelId) -> String {
    format!("channel:{channel}")
}

/// Where a post belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In a tandem's room.
    Room(TandemId),
    /// In a channel outside of rooms.
    Channel(ChannelId),
}

impl Place {
    /// The lane that keeps the order there.
    #[must_use]
    pub fn lane(self) -> String {
        match self {
            Self::Room(tandem) => room_lane(tandem),
            Self::Channel(channel) => channel_lane(channel),
        }
    }
}
