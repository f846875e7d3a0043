//! What happens when a client logs in: IDENTIFY is read and judged, and the client gets READY and its servers.

use serde_json::{Value, json};
use tokio::sync::mpsc;

use super::{Outgoing, intents, session::Frame, socket::Close};
use crate::sandbox::{
    ids::{parse, wire},
    shared::Shared,
    state::payload,
};

const DECODE_ERROR: Close = (4002, "Error while decoding payload.");
const INVALID_SHARD: Close = (4010, "Invalid shard.");
const INVALID_INTENTS: Close = (4013, "Invalid intent(s).");
const DISALLOWED_INTENTS: Close = (4014, "Disallowed intent(s).");

/// How many members a `GUILD_MEMBERS_CHUNK` carries at most (Discord's gateway page).
const CHUNK: usize = 1000;

/// What a client asks for in IDENTIFY. Other fields (presence, properties) are not looked at, since clients differ in
/// how they write them.
#[derive(Debug)]
pub struct Wish {
    intents: u64,
    shard: (u64, u64),
    /// Whether events shall come compressed.
    pub compress: bool,
}

impl Wish {
    /// Reads IDENTIFY's data; `allowed` are the privileged intents that are switched on.
    pub fn read(data: &Value, allowed: u64) -> Result<Self, Close> {
        let intents = data["intents"].as_u64().ok_or(DECODE_ERROR)?;
        if intents & !intents::ALL != 0 {
            return Err(INVALID_INTENTS);
        }
        if intents & intents::PRIVILEGED & !allowed != 0 {
            return Err(DISALLOWED_INTENTS);
        }
        let shard = match data.get("shard").filter(|shard| !shard.is_null()) {
            None => (0, 1),
            Some(shard) => match (shard[0].as_u64(), shard[1].as_u64()) {
                (Some(own), Some(all)) if own < all => (own, all),
                _ => return Err(INVALID_SHARD),
            },
        };
        Ok(Self { intents, shard, compress: data["compress"].as_bool().unwrap_or(false) })
    }
}

/// Opens the session: READY, then a `GUILD_CREATE` for each server if servers were asked for.
pub fn welcome(shared: &Shared, line: u64, out: mpsc::UnboundedSender<Frame>, wish: &Wish) {
    let state = shared.world();
    let now = shared.clock.now();
    let (own, shards) = wish.shard;
    let guilds: Vec<_> = state
        .guilds
        .values()
        .filter(|guild| guild.members.contains_key(&state.bot()))
        .filter(|guild| shards < 2 || (guild.id >> 22) % shards == own)
        .collect();
    shared.hub.open(line, out, wish.intents, wish.shard, |session| {
        let ready = json!({
            "v": 10,
            "user_settings": {},
            "user": payload::own_user_json(&state),
            "guilds": guilds.iter().map(|guild| json!({ "id": wire(guild.id), "unavailable": true })).collect::<Vec<_>>(),
            "session_id": session,
            "session_type": "normal",
            "resume_gateway_url": format!("{}/gateway", state.base.replacen("http", "ws", 1)),
            "shard": [own, shards],
            "application": { "id": wire(state.application.id), "flags": 0 },
            "private_channels": [],
            "relationships": [],
            "presences": [],
            "guild_join_requests": [],
            "geo_ordered_rtc_regions": [],
            "auth": {},
            "_trace": [],
        });
        let mut first = vec![Outgoing { name: "READY", intent: None, data: ready }];
        if wish.intents & intents::GUILDS != 0 {
            let all = wish.intents & intents::GUILD_PRESENCES != 0;
            first.extend(guilds.iter().map(|guild| {
                let data = payload::guild_create_json(&state, guild, all, now);
                Outgoing { name: "GUILD_CREATE", intent: None, data }
            }));
        }
        first
    });
}

/// Answers a request for a server's members (opcode 8) in chunks. The whole list needs the privileged intent; a
/// search by name or id does not.
pub fn send_members(shared: &Shared, line: u64, data: &Value) {
    let state = shared.world();
    let Some(guild) = parse(&data["guild_id"]).and_then(|id| state.guilds.get(&id)) else { return };
    let wanted: Option<Vec<u64>> = match &data["user_ids"] {
        Value::Null => None,
        Value::Array(ids) => Some(ids.iter().filter_map(parse).collect()),
        one => Some(parse(one).into_iter().collect()),
    };
    let query = data["query"].as_str().unwrap_or("").to_lowercase();
    let limit = usize::try_from(data["limit"].as_u64().unwrap_or(0)).unwrap_or(usize::MAX);
    let whole = wanted.is_none() && query.is_empty() && limit == 0;
    if whole && shared.hub.intents_on(line) & intents::GUILD_MEMBERS == 0 {
        return;
    }
    let fits = |user: u64| match &wanted {
        Some(ids) => ids.contains(&user),
        None => state.users.get(&user).is_some_and(|user| user.name.to_lowercase().starts_with(&query)),
    };
    let limit = if limit == 0 { usize::MAX } else { limit };
    let found = guild.members.values().filter(|member| fits(member.user)).take(limit);
    let found: Vec<Value> = found.map(|member| payload::member_json(&state, member)).collect();
    let chunks: Vec<&[Value]> = if found.is_empty() { vec![&[]] } else { found.chunks(CHUNK).collect() };
    for (index, members) in chunks.iter().enumerate() {
        let mut chunk = json!({
            "guild_id": wire(guild.id), "members": members, "chunk_index": index, "chunk_count": chunks.len(),
        });
        if data["nonce"].is_string() {
            chunk["nonce"] = data["nonce"].clone();
        }
        if let Some(wanted) = &wanted {
            let missing = wanted.iter().filter(|id| !guild.members.contains_key(id));
            chunk["not_found"] = missing.map(|id| wire(*id)).collect();
        }
        shared.hub.send_on(line, "GUILD_MEMBERS_CHUNK", &chunk);
    }
}
