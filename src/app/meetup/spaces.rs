//! The lobby and the rooms at Discord. Both are hidden from everybody; the lobby shows itself to the people of its sitting,
//! a room to the two who meet in it, for as long as they do. What stands in a room's chat names the two, so it goes
//! before the next two come.

use chrono::{DateTime, Utc};

use crate::app::effect::{Effect, NewPost, Place, building_lane, channel_lane, effect_add, post_queue};
use crate::app::meetup::run::{self, End};
use crate::domain::ids::{ChannelId, GuildId, PersonId, SittingId, SpaceId, UserId};
use crate::domain::meetup::{Sitting, SittingState};
use crate::domain::person::is_gone;
use crate::domain::post::PostKind;
use crate::domain::programme::Programme;
use crate::store::sittings::{Encounter, Space};
use crate::store::{Conn, Result, outbox, people, posts, programmes, sittings};

/// The number of a post about one round of a sitting, or of a room in it.
#[must_use]
pub fn subject(id: i64, round: u32) -> i64 {
    id * 100 + i64::from(round)
}

/// What such a number stands for.
#[must_use]
pub fn of_subject(subject: i64) -> (i64, u32) {
    (subject.div_euclid(100), u32::try_from(subject.rem_euclid(100)).unwrap_or_default())
}

/// In place of the round in the number of a sitting's last post: it was stopped, and did not come to its end by itself.
pub const STOPPED: u32 = 1;

/// The one lane of all moves on a server: they share one of Discord's limits (D13).
#[must_use]
pub fn moves_lane(guild: GuildId) -> String {
    format!("moves:{guild}")
}

/// Queues the making of the lobby and of so many rooms, one at a time (C3).
pub(super) async fn make(
    conn: &mut Conn,
    programme: &Programme,
    sitting: SittingId,
    rooms: usize,
    now: DateTime<Utc>,
) -> Result<()> {
    let rooms = u32::try_from(rooms).unwrap_or(u32::MAX);
    for number in 0..=rooms {
        let space = sittings::space_add(conn, sitting, number).await?;
        let lane = building_lane(programme.guild);
        effect_add(conn, lane, programme.id, &Effect::MeetCreate { space }, now, None, None).await?;
    }
    Ok(())
}

/// Discord has made a lobby or room. Is its sitting over by now, it goes again at once.
///
/// # Errors
/// Those of the database.
pub async fn made(conn: &mut Conn, space: SpaceId, channel: ChannelId, now: DateTime<Utc>) -> Result<()> {
    let Some(found) = sittings::space_find(conn, space).await? else { return Ok(()) };
    sittings::space_bind(conn, space, Some(channel)).await?;
    let Some(sitting) = sittings::sitting_find(conn, found.sitting).await? else { return Ok(()) };
    let programme = programmes::programme_get(conn, sitting.programme).await?;
    if !sitting.state.is_live() {
        return delete(conn, &programme, &Space { channel: Some(channel), ..found }, now).await;
    }
    if found.number == 0 {
        say(conn, &programme, channel, (PostKind::MeetupLobby, subject(sitting.id.0, 0)), now, None).await?;
    }
    Ok(())
}

/// Queues a post in the lobby or in a room.
pub(super) async fn say(
    conn: &mut Conn,
    programme: &Programme,
    channel: ChannelId,
    (kind, subject): (PostKind, i64),
    now: DateTime<Utc>,
    expires_at: Option<DateTime<Utc>>,
) -> Result<()> {
    let post = NewPost {
        programme: programme.id,
        place: Place::Channel(channel),
        kind,
        subject,
        due_at: now,
        expires_at,
        seeds: &[],
        pinned: false,
    };
    post_queue(conn, &post).await?;
    Ok(())
}

/// Takes the posts of the rounds before out of a room.
pub(super) async fn clear(
    conn: &mut Conn,
    programme: &Programme,
    space: &Space,
    round: u32,
    now: DateTime<Utc>,
) -> Result<()> {
    let Some(channel) = space.channel else { return Ok(()) };
    for round in 1..round {
        for kind in [PostKind::MeetupRoom, PostKind::MeetupBell] {
            let Some(post) = posts::post_about(conn, kind, subject(space.id.0, round)).await? else {
                continue;
            };
            if post.message.is_some() {
                let gone = Effect::PostDelete { post: post.id };
                let key = Some(format!("meet-clear:{}", post.id));
                effect_add(conn, channel_lane(channel), programme.id, &gone, now, key, None).await?;
            }
        }
    }
    Ok(())
}

/// Queues that a lobby or room shows itself to whom it is to, and to nobody else.
pub(super) async fn access(
    conn: &mut Conn,
    programme: &Programme,
    space: &Space,
    now: DateTime<Utc>,
) -> Result<()> {
    let Some(channel) = space.channel else { return Ok(()) };
    let effect = Effect::MeetAccess { space: space.id };
    let key = Some(format!("meet-access:{}", space.id));
    effect_add(conn, channel_lane(channel), programme.id, &effect, now, key, None).await?;
    Ok(())
}

/// Queues the end of a lobby or room; what still waited to be posted there does not come any more.
pub(super) async fn delete(
    conn: &mut Conn,
    programme: &Programme,
    space: &Space,
    now: DateTime<Utc>,
) -> Result<()> {
    let Some(channel) = space.channel else { return Ok(()) };
    let lane = channel_lane(channel);
    outbox::outbox_lane_drop(conn, &lane).await?;
    let effect = Effect::MeetDelete { space: space.id };
    let key = Some(format!("meet-delete:{}", space.id));
    effect_add(conn, lane, programme.id, &effect, now, key, None).await?;
    Ok(())
}

/// A lobby or room as it is to be at Discord.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shape {
    /// Its programme.
    pub programme: Programme,
    /// Which one it is.
    pub space: Space,
    /// Who sees it and may come in, by their accounts.
    pub people: Vec<UserId>,
}

/// How a lobby or room is to be now; `None` when it is of no use any more.
///
/// # Errors
/// Those of the database.
pub async fn shape(conn: &mut Conn, space: SpaceId) -> Result<Option<Shape>> {
    let Some(space) = sittings::space_find(conn, space).await? else { return Ok(None) };
    let Some(sitting) = sittings::sitting_find(conn, space.sitting).await? else { return Ok(None) };
    if sitting.state == SittingState::Planned {
        return Ok(None);
    }
    let inside: Vec<PersonId> = if space.number == 0 {
        sittings::seats_of(conn, sitting.id).await?.iter().map(|seat| seat.person).collect()
    } else {
        let now = encounters(conn, &sitting).await?;
        now.iter().filter(|one| one.space == space.id).flat_map(|one| one.pair).collect()
    };
    let mut users = Vec::new();
    for person in inside {
        users.push(people::person_get(conn, person).await?.user);
    }
    users.retain(|user| !is_gone(*user));
    users.sort_unstable();
    let programme = programmes::programme_get(conn, sitting.programme).await?;
    Ok(Some(Shape { programme, space, people: users }))
}

/// Whether a lobby or room still has to be made.
///
/// # Errors
/// Those of the database.
pub async fn wanted(conn: &mut Conn, space: SpaceId) -> Result<bool> {
    let Some(space) = sittings::space_find(conn, space).await? else { return Ok(false) };
    let sitting = sittings::sitting_find(conn, space.sitting).await?;
    Ok(space.channel.is_none() && sitting.is_some_and(|sitting| sitting.state.is_live()))
}

/// Who is to meet in the present round.
///
/// # Errors
/// Those of the database.
pub async fn encounters(conn: &mut Conn, sitting: &Sitting) -> Result<Vec<Encounter>> {
    let mut all = sittings::encounters_of(conn, sitting.id).await?;
    all.retain(|one| one.round == sitting.round && sitting.state.in_round());
    Ok(all)
}

/// Where somebody belongs now: into their room, or into the lobby. `None` when they are there already, or not in any of
/// the sitting's spaces, or the sitting is over.
///
/// # Errors
/// Those of the database.
pub async fn goes_to(
    conn: &mut Conn,
    sitting: SittingId,
    person: PersonId,
) -> Result<Option<(GuildId, UserId, ChannelId)>> {
    let Some(sitting) = sittings::sitting_find(conn, sitting).await?.filter(|one| one.state.in_round())
    else {
        return Ok(None);
    };
    let seats = sittings::seats_of(conn, sitting.id).await?;
    let Some(here) = seats.iter().find(|seat| seat.person == person).and_then(|seat| seat.space) else {
        return Ok(None);
    };
    let spaces = sittings::spaces_of(conn, sitting.id).await?;
    let round = encounters(conn, &sitting).await?;
    let Some(target) = target(&round, &spaces, person).filter(|target| target.id != here) else {
        return Ok(None);
    };
    let Some(channel) = target.channel else { return Ok(None) };
    let person = people::person_get(conn, person).await?;
    Ok(Some((person.guild, person.user, channel)))
}

/// Where somebody belongs in a round.
pub(super) fn target<'a>(round: &[Encounter], spaces: &'a [Space], person: PersonId) -> Option<&'a Space> {
    let room = round.iter().find(|one| one.pair.contains(&person)).map(|one| one.space);
    spaces.iter().find(|space| room.map_or(space.number == 0, |room| space.id == room))
}

/// A channel is gone. Was it a room, the next rounds have one less; without its lobby a sitting is over.
///
/// # Errors
/// Those of the database.
pub async fn channel_gone(conn: &mut Conn, channel: ChannelId, now: DateTime<Utc>) -> Result<bool> {
    let Some(space) = sittings::space_of_channel(conn, channel).await? else { return Ok(false) };
    outbox::outbox_lane_drop(conn, &channel_lane(channel)).await?;
    sittings::space_bind(conn, space.id, None).await?;
    let sitting = sittings::sitting_find(conn, space.sitting).await?;
    if let Some(sitting) = sitting.filter(|one| space.number == 0 && one.state.is_live()) {
        run::finish(conn, &sitting, End::Itself, now).await?;
    }
    Ok(true)
}

/// Discord says that the channel of an effect is gone; whether it was a lobby or room.
///
/// # Errors
/// Those of the database.
pub async fn gone(conn: &mut Conn, effect: &Effect, now: DateTime<Utc>) -> Result<bool> {
    let channel = match effect {
        Effect::MeetAccess { space } => {
            sittings::space_find(conn, *space).await?.and_then(|space| space.channel)
        }
        Effect::Post { post } | Effect::PostDelete { post } => posts::post_get(conn, *post).await?.channel,
        _ => None,
    };
    match channel {
        Some(channel) => channel_gone(conn, channel, now).await,
        None => Ok(false),
    }
}
