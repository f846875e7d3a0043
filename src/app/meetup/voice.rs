//! Where people are. Discord tells of everybody in voice; what is noted is only whether somebody who takes part in a sitting
//! that goes on is in its lobby or in one of its rooms, and it goes with the sitting.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::rounds::talk_if_settled;
use super::spaces::encounters;
use crate::domain::ids::{ChannelId, GuildId, PersonId, SittingId, SpaceId, UserId};
use crate::domain::meetup::Sitting;
use crate::store::sittings::Seat;
use crate::store::{Conn, Result, people, sittings};

/// Whether anything is noted on a server now.
///
/// # Errors
/// Those of the database.
pub async fn listens(conn: &mut Conn, guild: GuildId) -> Result<bool> {
    Ok(!sittings::sittings_live(conn, guild).await?.is_empty())
}

/// Somebody has come into a voice channel, gone to another, or left.
///
/// # Errors
/// Those of the database.
pub async fn heard(
    conn: &mut Conn,
    guild: GuildId,
    user: UserId,
    channel: Option<ChannelId>,
    now: DateTime<Utc>,
) -> Result<()> {
    let Some(person) = people::person_find(conn, guild, user).await? else { return Ok(()) };
    for sitting in sittings::sittings_live(conn, guild).await? {
        let seats = sittings::seats_of(conn, sitting.id).await?;
        let Some(seat) = seats.iter().find(|seat| seat.person == person.id) else { continue };
        let space = space_in(conn, sitting.id, channel).await?;
        if seat.space != space {
            sittings::seat_set(conn, sitting.id, &Seat { space, ..*seat }).await?;
            settled(conn, &sitting, now).await?;
        }
    }
    Ok(())
}

/// All who are in voice on a server, after a time in which nobody listened.
///
/// # Errors
/// Those of the database.
pub async fn heard_all(
    conn: &mut Conn,
    guild: GuildId,
    states: &BTreeMap<UserId, ChannelId>,
    now: DateTime<Utc>,
) -> Result<()> {
    for sitting in sittings::sittings_live(conn, guild).await? {
        for seat in sittings::seats_of(conn, sitting.id).await? {
            let user = people::person_get(conn, seat.person).await?.user;
            let space = space_in(conn, sitting.id, states.get(&user).copied()).await?;
            if seat.space != space {
                sittings::seat_set(conn, sitting.id, &Seat { space, ..seat }).await?;
            }
        }
        settled(conn, &sitting, now).await?;
    }
    Ok(())
}

/// Somebody could not be moved, because they are not in voice any more.
///
/// # Errors
/// Those of the database.
pub async fn left(conn: &mut Conn, sitting: SittingId, person: PersonId, now: DateTime<Utc>) -> Result<()> {
    let Some(sitting) = sittings::sitting_find(conn, sitting).await? else { return Ok(()) };
    let seats = sittings::seats_of(conn, sitting.id).await?;
    if let Some(seat) = seats.iter().find(|seat| seat.person == person) {
        sittings::seat_set(conn, sitting.id, &Seat { space: None, ..*seat }).await?;
        settled(conn, &sitting, now).await?;
    }
    Ok(())
}

/// The space of a sitting that a channel is; none for any other channel.
async fn space_in(
    conn: &mut Conn,
    sitting: SittingId,
    channel: Option<ChannelId>,
) -> Result<Option<SpaceId>> {
    let Some(channel) = channel else { return Ok(None) };
    let space = sittings::space_of_channel(conn, channel).await?;
    Ok(space.filter(|space| space.sitting == sitting).map(|space| space.id))
}

/// Notes whom of the present round have met by now, and starts the clock where everybody is in place.
async fn settled(conn: &mut Conn, sitting: &Sitting, now: DateTime<Utc>) -> Result<()> {
    let seats = sittings::seats_of(conn, sitting.id).await?;
    let inside = |person: PersonId, space: SpaceId| {
        seats.iter().any(|seat| seat.person == person && seat.space == Some(space))
    };
    for one in encounters(conn, sitting).await? {
        if !one.met && one.pair.iter().all(|person| inside(*person, one.space)) {
            sittings::encounter_met(conn, sitting.id, one.round, one.pair).await?;
        }
    }
    talk_if_settled(conn, sitting, now).await
}
