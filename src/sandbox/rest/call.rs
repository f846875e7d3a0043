//! One request as its handler sees it, and what a handler can answer.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::payload::{Payload, Upload};
use crate::sandbox::error::{self, ApiError, Problems};
use crate::sandbox::gateway::Hub;
use crate::sandbox::ids;
use crate::sandbox::limits::Limited;
use crate::sandbox::permissions::{self, VIEW_CHANNEL};
use crate::sandbox::record::Record;
use crate::sandbox::state::{Channel, Guild, State};

/// A request on the locked world.
pub struct Call<'a> {
    /// The world.
    pub state: &'a mut State,
    /// Where events go.
    pub hub: &'a Hub,
    /// Where answers to interactions are counted.
    pub record: &'a Record,
    /// The sandbox's present.
    pub now: DateTime<Utc>,
    /// Named pieces of the path, percent-decoded.
    pub params: BTreeMap<String, String>,
    /// The query.
    pub query: BTreeMap<String, String>,
    /// Body and files.
    pub payload: Arc<Payload>,
}

/// An answer that is not a refusal.
#[derive(Debug)]
pub enum Reply {
    /// 200 (or another status) with a body.
    Json(u16, Value),
    /// 204.
    Nothing,
}

/// An answer that is one.
#[derive(Debug)]
pub enum Refusal {
    /// Refused for good.
    Error(ApiError),
    /// Refused for now, by a hidden limit.
    Limited(Limited),
}

impl From<ApiError> for Refusal {
    fn from(error: ApiError) -> Self {
        Self::Error(error)
    }
}

impl From<Limited> for Refusal {
    fn from(limited: Limited) -> Self {
        Self::Limited(limited)
    }
}

/// What a handler gives.
pub type Outcome = Result<Reply, Refusal>;

/// 200 with a body.
#[expect(clippy::unnecessary_wraps, reason = "it is the last word of most handlers, which can refuse")]
pub fn ok(body: Value) -> Outcome {
    Ok(Reply::Json(200, body))
}

impl Call<'_> {
    /// A piece of the path.
    pub fn param(&self, name: &str) -> &str {
        self.params.get(name).map_or("", String::as_str)
    }

    /// A piece of the path that is an id; Discord complains about others as about a wrong form.
    pub fn id(&self, name: &str) -> Result<u64, ApiError> {
        let text = self.param(name);
        ids::parse_text(text).ok_or_else(|| {
            Problems::one(name, "NUMBER_TYPE_COERCE", format!("Value \"{text}\" is not snowflake."))
        })
    }

    /// The body.
    pub fn body(&self) -> &Value {
        &self.payload.body
    }

    /// The files that came with the body.
    pub fn uploads(&self) -> &[Upload] {
        &self.payload.uploads
    }

    /// A number of the query, within bounds.
    pub fn limit(&self, default: usize, most: usize) -> Result<usize, ApiError> {
        let Some(text) = self.query.get("limit") else { return Ok(default) };
        let number = text.parse().ok().filter(|number| (1..=most).contains(number));
        number.ok_or_else(|| {
            Problems::one("limit", "NUMBER_TYPE_MAX", format!("int value should be between 1 and {most}."))
        })
    }

    /// An id of the query.
    pub fn query_id(&self, name: &str) -> Result<Option<u64>, ApiError> {
        let Some(text) = self.query.get(name) else { return Ok(None) };
        let id = ids::parse_text(text);
        id.map(Some).ok_or_else(|| {
            Problems::one(name, "NUMBER_TYPE_COERCE", format!("Value \"{text}\" is not snowflake."))
        })
    }

    /// A yes of the query.
    pub fn query_flag(&self, name: &str) -> bool {
        self.query.get(name).is_some_and(|text| matches!(text.as_str(), "true" | "True" | "1"))
    }

    /// The server of the path, of which the bot must be a member.
    pub fn guild(&self) -> Result<&Guild, ApiError> {
        let id = self.id("guild_id")?;
        let bot = self.state.bot();
        self.state
            .guilds
            .get(&id)
            .filter(|guild| guild.members.contains_key(&bot))
            .ok_or_else(error::unknown_guild)
    }

    /// The channel of the path, which the bot must see: 10003 where there is none, 50001 where it is hidden.
    pub fn channel(&self) -> Result<&Channel, ApiError> {
        self.seen_channel(self.id("channel_id")?)
    }

    /// A channel that the bot must see.
    pub fn seen_channel(&self, id: u64) -> Result<&Channel, ApiError> {
        let channel = self.state.channels.get(&id).ok_or_else(error::unknown_channel)?;
        if let Some(guild) = channel.guild
            && !self
                .state
                .guilds
                .get(&guild)
                .is_some_and(|guild| guild.members.contains_key(&self.state.bot()))
        {
            return Err(error::missing_access());
        }
        if self.bits(channel) & VIEW_CHANNEL == 0 { Err(error::missing_access()) } else { Ok(channel) }
    }

    /// What the bot may do in a channel.
    pub fn bits(&self, channel: &Channel) -> u64 {
        permissions::in_channel(self.state, channel, self.state.bot(), self.now)
    }

    /// The bot must be allowed all of `needed` in a channel, else 50013.
    pub fn may(&self, channel: &Channel, needed: u64) -> Result<(), ApiError> {
        if self.bits(channel) & needed == needed { Ok(()) } else { Err(error::missing_permissions()) }
    }

    /// What the bot may do in a server as a whole.
    pub fn guild_bits(&self, guild: &Guild) -> u64 {
        permissions::in_guild(guild, self.state.bot(), self.now)
    }

    /// The bot must be allowed all of `needed` in a server as a whole, else 50013.
    pub fn may_in(&self, guild: &Guild, needed: u64) -> Result<(), ApiError> {
        if self.guild_bits(guild) & needed == needed { Ok(()) } else { Err(error::missing_permissions()) }
    }
}
