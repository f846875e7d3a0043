//! The lobby and the rooms of speed networking at Discord: voice channels that are made hidden, show themselves to whom they
//! are to by one request that replaces the whole list, and go when they are not needed any more; and moving people.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::NOT_IN_VOICE;
use super::ready::Ready;
use crate::app::effect::Effect;
use crate::app::meetup::{spaces, voice};
use crate::discord::http::Failure;
use crate::discord::permissions::voice_overwrites;
use crate::domain::ids::{GuildId, SpaceId, UserId};
use crate::locales::say;
use crate::store::{Conn, Result, people, sittings};

/// Discord's type of voice channels.
const VOICE: u8 = 2;

/// The overwrites of a lobby or room as they are to be now.
async fn overwrites(conn: &mut Conn, bot: UserId, shape: &spaces::Shape) -> Result<Value> {
    let guild = shape.programme.guild;
    // Whoever coordinates may say hello in the lobby, and is in no room.
    let coordinators = match shape.space.number {
        0 => people::server_get(conn, guild).await?.and_then(|server| server.coordinator_role),
        _ => None,
    };
    Ok(voice_overwrites(guild, bot, coordinators, &shape.people))
}

/// The body by which a lobby or room is made; `None` when it is there, or not wanted any more.
pub async fn body(conn: &mut Conn, bot: UserId, space: SpaceId) -> Result<Option<(GuildId, Value)>> {
    let Some(shape) = spaces::shape(conn, space).await? else { return Ok(None) };
    if shape.space.channel.is_some() {
        return Ok(None);
    }
    let language = shape.programme.language;
    let name = match shape.space.number {
        0 => say(language, "meetup-lobby-channel").text(),
        number => say(language, "meetup-room-channel").with("number", number).text(),
    };
    let overwrites = overwrites(conn, bot, &shape).await?;
    Ok(Some((
        shape.programme.guild,
        json!({ "name": name, "type": VOICE, "permission_overwrites": overwrites }),
    )))
}

/// Gets an effect of speed networking ready; `None` when it no longer makes sense.
pub async fn prepare(conn: &mut Conn, bot: UserId, effect: &Effect) -> Result<Option<Ready>> {
    Ok(match effect {
        // Over before it was made: it is not made any more.
        Effect::MeetCreate { space } if !spaces::wanted(conn, *space).await? => None,
        Effect::MeetCreate { space } => {
            body(conn, bot, *space).await?.map(|(guild, body)| Ready::Channel { guild, body })
        }
        Effect::MeetAccess { space } => {
            let Some(shape) = spaces::shape(conn, *space).await? else { return Ok(None) };
            let Some(channel) = shape.space.channel else { return Ok(None) };
            let overwrites = overwrites(conn, bot, &shape).await?;
            Some(Ready::Overwrites { channel, body: json!({ "permission_overwrites": overwrites }) })
        }
        Effect::MeetMove { sitting, person } => {
            spaces::goes_to(conn, *sitting, *person).await?.map(|(guild, user, channel)| Ready::Move {
                guild,
                user,
                body: json!({ "channel_id": channel.to_string() }),
            })
        }
        Effect::MeetDelete { space } => sittings::space_find(conn, *space)
            .await?
            .and_then(|space| space.channel)
            .map(|channel| Ready::Delete { channel }),
        _ => None,
    })
}

/// Somebody could not be moved. Who is not in voice, or not on the server, is noted as not there.
///
/// # Errors
/// Those of the database.
pub async fn not_moved(conn: &mut Conn, effect: &Effect, failure: Failure, now: DateTime<Utc>) -> Result<()> {
    let Effect::MeetMove { sitting, person } = effect else { return Ok(()) };
    match failure {
        Failure::Gone(_) | Failure::Refused(_, NOT_IN_VOICE) => {
            voice::left(conn, *sitting, *person, now).await
        }
        _ => {
            tracing::warn!(target: "tandem::discord", cause = failure.cause(), "somebody could not be moved in voice");
            Ok(())
        }
    }
}
