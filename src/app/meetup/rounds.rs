//! The rounds of a sitting: who meets whom is planned anew from who is there; first everybody is told and walks over, then
//! whoever has not is moved; the clock of a talk starts when everybody is in their room, after a minute at the latest; it
//! rings, and the next round begins (D13). Each step is one run of the sitting's job, and one transaction.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use super::spaces::{access, clear, encounters, moves_lane, say, subject, target};
use super::{apart, guests, run};
use crate::app::effect::Effect;
use crate::app::jobs;
use crate::domain::ids::{PersonId, SittingId, SpaceId};
use crate::domain::matching::pool::Two;
use crate::domain::meetup::plan::{Floor, plan};
use crate::domain::meetup::{
    BELL, CHANGE_MOST, Guest, LAST_ROUND, LOOK_AGAIN, OPENERS, Sitting, SittingState, TALK, WAITS_FOR, WALK,
};
use crate::domain::post::PostKind;
use crate::domain::programme::Programme;
use crate::store::jobs::job_set;
use crate::store::outbox::{NewRow, outbox_add};
use crate::store::sittings::{Encounter, Seat, Space};
use crate::store::{Conn, Result, programmes, questions, sittings};

/// Does what is due in a sitting; when to come back, `None` when nothing is left to do.
///
/// # Errors
/// Those of the database.
pub async fn turn(conn: &mut Conn, id: SittingId, now: DateTime<Utc>) -> Result<Option<DateTime<Utc>>> {
    let Some(sitting) = sittings::sitting_find(conn, id).await? else { return Ok(None) };
    let programme = programmes::programme_get(conn, sitting.programme).await?;
    match sitting.state {
        SittingState::Planned => run::due(conn, &programme, &sitting, now).await,
        SittingState::Open | SittingState::Ringing => next(conn, &programme, &sitting, now).await.map(Some),
        SittingState::Walking => moves(conn, &programme, &sitting, now).await.map(Some),
        SittingState::Moving => talk(conn, &sitting, now).await.map(Some),
        SittingState::Talking => ring(conn, &programme, &sitting, now).await.map(Some),
        SittingState::Over => run::tidy(conn, &programme, &sitting, now).await,
    }
}

/// The next round begins, or the sitting is over.
async fn next(
    conn: &mut Conn,
    programme: &Programme,
    sitting: &Sitting,
    now: DateTime<Utc>,
) -> Result<DateTime<Utc>> {
    let spaces = sittings::spaces_of(conn, sitting.id).await?;
    let lobby = spaces.iter().find(|space| space.number == 0).and_then(|space| space.channel);
    if sitting.round >= LAST_ROUND {
        return run::finish(conn, sitting, run::End::Itself, now).await;
    }
    let here = present(conn, programme, sitting).await?;
    let rooms: Vec<Space> =
        spaces.iter().filter(|space| space.number > 0 && space.channel.is_some()).copied().collect();
    let pairs = match lobby {
        Some(_) => pairs(conn, programme, sitting, &here, rooms.len()).await?,
        None => Vec::new(),
    };
    let Some(lobby) = lobby.filter(|_| !pairs.is_empty()) else {
        // Nobody is there yet, or everybody who is has met.
        if now < sitting.starts_at + WAITS_FOR {
            return Ok(now + LOOK_AGAIN);
        }
        return run::finish(conn, sitting, run::End::Itself, now).await;
    };
    let sitting = Sitting { round: sitting.round + 1, state: SittingState::Walking, ..*sitting };
    sittings::sitting_set(conn, &sitting).await?;
    sit_out(conn, &sitting, &here, &pairs).await?;
    let seats: Vec<Seat> = here.into_iter().map(|(_, seat)| seat).collect();
    for (pair, space) in housed(&pairs, &rooms, &seats) {
        let new = Encounter { round: sitting.round, space, pair, met: false };
        sittings::encounter_add(conn, sitting.id, &new).await?;
    }
    told(conn, programme, &sitting, (&rooms, lobby), now).await?;
    Ok(now + WALK)
}

/// Who is in the lobby or in a room and can take part.
async fn present(conn: &mut Conn, programme: &Programme, sitting: &Sitting) -> Result<Vec<(Guest, Seat)>> {
    let (all, _) = guests(conn, programme).await?;
    let seats = sittings::seats_of(conn, sitting.id).await?;
    let mut here: Vec<(Guest, Seat)> = Vec::new();
    for seat in seats.into_iter().filter(|seat| seat.space.is_some()) {
        if let Some(guest) = all.iter().find(|guest| guest.person == seat.person) {
            here.push((*guest, seat));
        }
    }
    // Who is there for the first time starts with as many breaks as whoever of their side had most.
    let known: Vec<(Guest, u32)> =
        here.iter().filter_map(|(guest, seat)| seat.breaks.map(|breaks| (*guest, breaks))).collect();
    for (guest, seat) in &mut here {
        let alike =
            known.iter().filter(|(one, _)| (one.mentors, one.mentees) == (guest.mentors, guest.mentees));
        let breaks = seat.breaks.unwrap_or(alike.map(|(_, breaks)| *breaks).max().unwrap_or(0));
        (guest.breaks, seat.breaks) = (breaks, Some(breaks));
    }
    Ok(here)
}

/// Who meets whom in the coming round.
async fn pairs(
    conn: &mut Conn,
    programme: &Programme,
    sitting: &Sitting,
    here: &[(Guest, Seat)],
    rooms: usize,
) -> Result<Vec<Two>> {
    let there: Vec<Guest> = here.iter().map(|(guest, _)| *guest).collect();
    let (_, pool) = guests(conn, programme).await?;
    let apart = apart(conn, programme, &there, &pool).await?;
    let rounds = usize::try_from(LAST_ROUND - sitting.round).unwrap_or(0);
    Ok(plan(&Floor { guests: there, apart, rooms, rounds }).rounds.into_iter().next().unwrap_or_default())
}

/// Notes who sits this round out.
async fn sit_out(conn: &mut Conn, sitting: &Sitting, here: &[(Guest, Seat)], pairs: &[Two]) -> Result<()> {
    for (guest, seat) in here {
        let idle = !pairs.iter().any(|pair| pair.contains(&guest.person));
        let breaks = Some(guest.breaks + u32::from(idle));
        sittings::seat_set(conn, sitting.id, &Seat { breaks, ..*seat }).await?;
    }
    Ok(())
}

/// A room for each pair: one in which either of the two is already, so that few people have to walk.
fn housed(pairs: &[Two], rooms: &[Space], seats: &[Seat]) -> Vec<(Two, SpaceId)> {
    let mut free: BTreeSet<SpaceId> = rooms.iter().map(|room| room.id).collect();
    let place =
        |person: PersonId| seats.iter().find(|seat| seat.person == person).and_then(|seat| seat.space);
    let mut housed: Vec<(Two, Option<SpaceId>)> = Vec::new();
    for pair in pairs {
        let near = pair.iter().filter_map(|person| place(*person)).find(|space| free.remove(space));
        housed.push((*pair, near));
    }
    let mut others = free.into_iter();
    housed.into_iter().filter_map(|(pair, near)| Some((pair, near.or_else(|| others.next())?))).collect()
}

/// Rooms show themselves to the two who meet there, with the opening question; the lobby says which round it is.
async fn told(
    conn: &mut Conn,
    programme: &Programme,
    sitting: &Sitting,
    (rooms, lobby): (&[Space], crate::domain::ids::ChannelId),
    now: DateTime<Utc>,
) -> Result<()> {
    let round = encounters(conn, sitting).await?;
    let expires = Some(now + CHANGE_MOST + TALK);
    let lobby_post = (PostKind::MeetupRound, subject(sitting.id.0, sitting.round));
    say(conn, programme, lobby, lobby_post, now, expires).await?;
    for room in rooms {
        clear(conn, programme, room, sitting.round, now).await?;
        access(conn, programme, room, now).await?;
        if let (Some(channel), true) = (room.channel, round.iter().any(|one| one.space == room.id)) {
            let post = (PostKind::MeetupRoom, subject(room.id.0, sitting.round));
            say(conn, programme, channel, post, now, expires).await?;
        }
    }
    Ok(())
}

/// Whoever has not walked over is moved: first out of rooms, then into them.
async fn moves(
    conn: &mut Conn,
    programme: &Programme,
    sitting: &Sitting,
    now: DateTime<Utc>,
) -> Result<DateTime<Utc>> {
    let sitting = Sitting { state: SittingState::Moving, ..*sitting };
    sittings::sitting_set(conn, &sitting).await?;
    let rest = CHANGE_MOST - WALK;
    let spaces = sittings::spaces_of(conn, sitting.id).await?;
    let round = encounters(conn, &sitting).await?;
    let mut strays: Vec<(bool, PersonId)> = Vec::new();
    for seat in sittings::seats_of(conn, sitting.id).await? {
        let Some(here) = seat.space else { continue };
        let goes = target(&round, &spaces, seat.person).filter(|target| target.id != here);
        if let Some(target) = goes {
            strays.push((target.number > 0, seat.person));
        }
    }
    if strays.is_empty() {
        return talk(conn, &sitting, now).await;
    }
    strays.sort_unstable();
    for (_, person) in strays {
        let effect = Effect::MeetMove { sitting: sitting.id, person };
        let row = NewRow {
            lane: moves_lane(programme.guild),
            programme: Some(programme.id),
            effect: serde_json::to_string(&effect).unwrap_or_default(),
            key: Some(format!("meet-move:{}:{person}", sitting.id)),
            due_at: now,
            expires_at: Some(now + rest),
            ..NewRow::default()
        };
        outbox_add(conn, &row).await?;
    }
    Ok(now + rest)
}

/// The clock of the talk starts.
async fn talk(conn: &mut Conn, sitting: &Sitting, now: DateTime<Utc>) -> Result<DateTime<Utc>> {
    sittings::sitting_set(conn, &Sitting { state: SittingState::Talking, ..*sitting }).await?;
    Ok(now + TALK - BELL)
}

/// Starts the clock before its minute is over, if everybody who is there is where they belong.
pub(super) async fn talk_if_settled(conn: &mut Conn, sitting: &Sitting, now: DateTime<Utc>) -> Result<()> {
    if !matches!(sitting.state, SittingState::Walking | SittingState::Moving) {
        return Ok(());
    }
    let spaces = sittings::spaces_of(conn, sitting.id).await?;
    let round = encounters(conn, sitting).await?;
    let stray = sittings::seats_of(conn, sitting.id).await?.into_iter().any(|seat| {
        let goes = target(&round, &spaces, seat.person).map(|target| target.id);
        seat.space.is_some() && seat.space != goes
    });
    if stray {
        return Ok(());
    }
    let at = talk(conn, sitting, now).await?;
    job_set(conn, jobs::MEETUP, sitting.id.0, at).await
}

/// It rings in each room in which somebody is.
async fn ring(
    conn: &mut Conn,
    programme: &Programme,
    sitting: &Sitting,
    now: DateTime<Utc>,
) -> Result<DateTime<Utc>> {
    let sitting = Sitting { state: SittingState::Ringing, ..*sitting };
    sittings::sitting_set(conn, &sitting).await?;
    let spaces = sittings::spaces_of(conn, sitting.id).await?;
    let seats = sittings::seats_of(conn, sitting.id).await?;
    for one in encounters(conn, &sitting).await? {
        let somebody = seats.iter().any(|seat| seat.space == Some(one.space));
        let room = spaces.iter().find(|space| space.id == one.space).and_then(|space| space.channel);
        if let Some(channel) = room.filter(|_| somebody) {
            let post = (PostKind::MeetupBell, subject(one.space.0, sitting.round));
            say(conn, programme, channel, post, now, Some(now + BELL)).await?;
        }
    }
    Ok(now + BELL)
}

/// The opening question of a round, by its number in the pool; `None` where a programme leaves all of them out.
///
/// # Errors
/// Those of the database.
pub async fn question(conn: &mut Conn, sitting: &Sitting) -> Result<Option<i64>> {
    let off = questions::question_choice(conn, sitting.programme).await?.off;
    let at = usize::try_from(sitting.round.saturating_sub(1)).unwrap_or(0);
    let left: Vec<i64> = OPENERS.into_iter().filter(|number| !off.contains(number)).collect();
    Ok(left.get(at % left.len().max(1)).copied())
}
