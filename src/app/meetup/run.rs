//! Beginning and ending: lobby and rooms are made, later sittings follow by themselves, and whatever ends a sitting, it ends
//! in one way: a word of thanks, time for a goodbye, then lobby and rooms go, and the question about favourites waits.

use chrono::{DateTime, Duration, Utc};
use serde::{Deserialize, Serialize};

use super::plan::{Planned, allowed};
use super::{favourites, free_rooms, guests, live, planned, spaces};
use crate::app::effect::{Effect, channel_lane, effect_add};
use crate::app::guard::Which;
use crate::app::{Call, Decision, direct, jobs, place};
use crate::domain::ids::{ChannelId, PostId, ProgrammeId, RoleId};
use crate::domain::meetup::sittings::{at_once, places};
use crate::domain::meetup::{
    GATHER, GOODBYE, Guest, MET_KEPT, OPENS_BEFORE, PEOPLE_MAX, Sitting, SittingState,
};
use crate::domain::post::PostKind;
use crate::domain::programme::{Programme, Step};
use crate::domain::refusal::Refusal;
use crate::store::jobs::{job_drop, job_set};
use crate::store::{Conn, Result, programmes, sittings};

/// A meetup goes on, or has been ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Going {
    /// In which programme.
    pub programme: ProgrammeId,
    /// Whether this very request began it.
    pub began: bool,
}

/// How a sitting goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stand {
    /// The sitting.
    pub sitting: Sitting,
    /// How many sittings the meetup has from this one on.
    pub left: usize,
    /// People who belong to it, and how many of them are in the lobby or in a room.
    pub people: (usize, usize),
    /// Rooms that are there.
    pub rooms: usize,
    /// The lobby, once it is there.
    pub lobby: Option<ChannelId>,
}

/// What the bot may do on the server, as the gateway tells it.
#[derive(Debug, Clone, Copy)]
pub struct Server {
    /// How many channels there are, categories included.
    pub used_channels: u32,
    /// Whether the bot may make voice channels, come in, and move people.
    pub may: bool,
}

/// Begins the meetup that lies ahead: lobby and rooms of its first sitting are made now, and its first round begins at the
/// time that was planned, or in two minutes where that has passed.
///
/// # Errors
/// Those of the database.
pub async fn start(
    conn: &mut Conn,
    call: &Call,
    roles: &[RoleId],
    chosen: Option<&str>,
    server: Server,
) -> Result<Decision<Going>> {
    let programme = match allowed(conn, call, roles, chosen).await? {
        Ok(programme) => programme,
        Err(refusal) => return Ok(Err(refusal)),
    };
    if live(conn, &programme).await?.is_some() {
        return Ok(Ok(Going { programme: programme.id, began: false }));
    }
    let ahead = planned(conn, &programme).await?;
    let Some(first) = ahead.first() else { return Ok(Err(Refusal::MeetupUnplanned)) };
    if !server.may {
        return Ok(Err(Refusal::MeetupMayNot));
    }
    let free = free_rooms(conn, programme.guild, server.used_channels).await?;
    let (guests, _) = guests(conn, &programme).await?;
    let mut needed = 0;
    for sitting in &ahead {
        let seats = sittings::seats_of(conn, sitting.id).await?;
        let here: Vec<Guest> = guests
            .iter()
            .filter(|guest| seats.iter().any(|seat| seat.person == guest.person))
            .copied()
            .collect();
        needed = needed.max(at_once(&here));
    }
    if free < needed {
        return Ok(Err(Refusal::MeetupNoRoom { rooms: free, people: places(&guests, free) }));
    }
    let late = (call.now + GATHER - first.starts_at).max(Duration::zero());
    for sitting in &ahead {
        let starts_at = sitting.starts_at + late;
        sittings::sitting_set(conn, &Sitting { starts_at, ..*sitting }).await?;
        job_set(conn, jobs::MEETUP, sitting.id.0, (starts_at - OPENS_BEFORE).max(call.now)).await?;
    }
    // The first one does not wait for its five minutes: whoever starts it wants to see it.
    let first = Sitting { starts_at: first.starts_at + late, ..*first };
    open(conn, &programme, first, call.now).await?;
    Ok(Ok(Going { programme: programme.id, began: true }))
}

/// Lobby and rooms of a sitting are made. Who can take part by now does, who cannot any more does not.
pub(super) async fn open(
    conn: &mut Conn,
    programme: &Programme,
    mut sitting: Sitting,
    now: DateTime<Utc>,
) -> Result<DateTime<Utc>> {
    let (all, _) = guests(conn, programme).await?;
    let mut here: Vec<Guest> = Vec::new();
    for seat in sittings::seats_of(conn, sitting.id).await? {
        match all.iter().find(|guest| guest.person == seat.person) {
            Some(guest) => here.push(*guest),
            None => sittings::seat_drop(conn, sitting.id, seat.person).await?,
        }
    }
    let mut seated = Vec::new();
    for other in sittings::sittings_of(conn, programme.id).await? {
        // Whoever belongs to another group of the same meetup is no newcomer, even if it is over.
        if other.starts_at > sitting.starts_at - Duration::hours(12) {
            seated.extend(sittings::seats_of(conn, other.id).await?.iter().map(|seat| seat.person));
        }
    }
    let rooms = at_once(&here);
    for guest in all.iter().filter(|guest| !seated.contains(&guest.person)) {
        // Newcomers have a place as long as no further room is needed for them: the channels were counted without.
        let more = [here.as_slice(), &[*guest]].concat();
        if more.len() <= PEOPLE_MAX && at_once(&more) <= rooms {
            sittings::seat_add(conn, sitting.id, guest.person).await?;
            here = more;
        }
    }
    sitting.state = SittingState::Open;
    sittings::sitting_set(conn, &sitting).await?;
    spaces::make(conn, programme, sitting.id, rooms, now).await?;
    job_set(conn, jobs::MEETUP, sitting.id.0, sitting.starts_at.max(now)).await?;
    Ok(sitting.starts_at.max(now))
}

/// Does not wait for the time that was planned: the first round begins as soon as the lobby is there.
///
/// # Errors
/// Those of the database.
pub async fn begin(
    conn: &mut Conn,
    call: &Call,
    roles: &[RoleId],
    programme: ProgrammeId,
) -> Result<Decision<Going>> {
    let programme = match allowed(conn, call, roles, programme).await? {
        Ok(programme) => programme,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let Some(sitting) = live(conn, &programme).await? else { return Ok(Err(Refusal::MeetupNone)) };
    if sitting.state == SittingState::Open {
        sittings::sitting_set(conn, &Sitting { starts_at: sitting.starts_at.min(call.now), ..sitting })
            .await?;
        job_set(conn, jobs::MEETUP, sitting.id.0, call.now).await?;
    }
    Ok(Ok(Going { programme: programme.id, began: true }))
}

/// How it goes on, for coordinators: counts, and nobody's name.
///
/// # Errors
/// Those of the database.
pub async fn stand(
    conn: &mut Conn,
    call: &Call,
    roles: &[RoleId],
    programme: ProgrammeId,
) -> Result<Decision<(Programme, Option<Stand>)>> {
    let programme = match allowed(conn, call, roles, programme).await? {
        Ok(programme) => programme,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let Some(sitting) = live(conn, &programme).await? else { return Ok(Ok((programme, None))) };
    let seats = sittings::seats_of(conn, sitting.id).await?;
    let all = sittings::spaces_of(conn, sitting.id).await?;
    let there = |number: &dyn Fn(u32) -> bool| {
        all.iter().filter(|one| number(one.number)).filter_map(|one| one.channel).collect::<Vec<_>>()
    };
    let stand = Stand {
        sitting,
        left: planned(conn, &programme).await?.len() + 1,
        people: (seats.len(), seats.iter().filter(|seat| seat.space.is_some()).count()),
        rooms: there(&|number| number > 0).len(),
        lobby: there(&|number| number == 0).first().copied(),
    };
    Ok(Ok((programme, Some(stand))))
}

/// Whether there is something to stop, for whoever is about to.
///
/// # Errors
/// Those of the database.
pub async fn stoppable(
    conn: &mut Conn,
    call: &Call,
    roles: &[RoleId],
    which: impl Into<Which<'_>>,
) -> Result<Decision<(Programme, bool)>> {
    let programme = match allowed(conn, call, roles, which).await? {
        Ok(programme) => programme,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let live = live(conn, &programme).await?.is_some();
    if !live && planned(conn, &programme).await?.is_empty() {
        return Ok(Err(Refusal::MeetupNone));
    }
    Ok(Ok((programme, live)))
}

/// Ends what goes on and calls off what lies ahead.
///
/// # Errors
/// Those of the database.
pub async fn stop(
    conn: &mut Conn,
    call: &Call,
    roles: &[RoleId],
    programme: ProgrammeId,
) -> Result<Decision<Planned>> {
    let (programme, _) = match stoppable(conn, call, roles, programme).await? {
        Ok(found) => found,
        Err(refusal) => return Ok(Err(refusal)),
    };
    halt(conn, &programme, call.now).await?;
    Ok(Ok(Planned { programme: programme.id }))
}

/// Ends what goes on and calls off what lies ahead, where there is something.
///
/// # Errors
/// Those of the database.
pub async fn halt(conn: &mut Conn, programme: &Programme, now: DateTime<Utc>) -> Result<()> {
    let ahead = planned(conn, programme).await?;
    let invite = ahead.first().and_then(|first| first.invite);
    for sitting in ahead {
        job_drop(conn, jobs::MEETUP, sitting.id.0).await?;
        sittings::sitting_drop(conn, sitting.id).await?;
    }
    if let Some(sitting) = live(conn, programme).await? {
        finish(conn, &sitting, End::Stopped, now).await?;
    } else if let Some(post) = invite {
        invite_edit(conn, programme, post, now).await?;
    }
    Ok(())
}

/// Brings an invitation up to date.
async fn invite_edit(conn: &mut Conn, programme: &Programme, post: PostId, now: DateTime<Utc>) -> Result<()> {
    let (lane, key) = (channel_lane(programme.card_channel), Some(format!("edit:{post}")));
    effect_add(conn, lane, programme.id, &Effect::Edit { post }, now, key, None).await?;
    Ok(())
}

/// What ends a sitting: this decides what is posted, and nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// All rounds have been, or nobody who is there can meet anybody.
    Itself,
    /// Somebody, or the programme, before that.
    Stopped,
}

/// A sitting is over.
pub(super) async fn finish(
    conn: &mut Conn,
    sitting: &Sitting,
    end: End,
    now: DateTime<Utc>,
) -> Result<DateTime<Utc>> {
    let programme = programmes::programme_get(conn, sitting.programme).await?;
    let met = sittings::encounters_of(conn, sitting.id).await?.iter().any(|one| one.met);
    sittings::encounters_tidy(conn, sitting.id).await?;
    sittings::sitting_set(conn, &Sitting { state: SittingState::Over, ..*sitting }).await?;
    let lobby = sittings::spaces_of(conn, sitting.id).await?.into_iter().find(|space| space.number == 0);
    if let Some(channel) = lobby.and_then(|lobby| lobby.channel) {
        let subject = spaces::subject(sitting.id.0, if end == End::Stopped { spaces::STOPPED } else { 0 });
        let expires = Some(now + GOODBYE);
        spaces::say(conn, &programme, channel, (PostKind::MeetupOver, subject), now, expires).await?;
    }
    if met {
        let mut asked = false;
        for seat in sittings::seats_of(conn, sitting.id).await? {
            if favourites::asked(conn, &programme, seat.person).await?.is_some() {
                direct::point(conn, &programme, seat.person, now).await?;
                asked = true;
            }
        }
        if asked {
            place::announce(conn, &programme, now).await?;
        }
    }
    if let (Some(post), true) = (sitting.invite, planned(conn, &programme).await?.is_empty()) {
        invite_edit(conn, &programme, post, now).await?;
    }
    let goes_at = now + GOODBYE;
    job_set(conn, jobs::MEETUP, sitting.id.0, goes_at).await?;
    Ok(goes_at)
}

/// Lobby and rooms go when everybody has said goodbye; 14 days later everything else of the sitting does.
pub(super) async fn tidy(
    conn: &mut Conn,
    programme: &Programme,
    sitting: &Sitting,
    now: DateTime<Utc>,
) -> Result<Option<DateTime<Utc>>> {
    let gone = format!("meetup-gone:{}", sitting.id);
    if programmes::told_once(conn, programme.id, &gone).await? {
        for space in sittings::spaces_of(conn, sitting.id).await? {
            spaces::delete(conn, programme, &space, now).await?;
        }
        return Ok(Some(now + MET_KEPT));
    }
    sittings::sitting_drop(conn, sitting.id).await?;
    Ok(None)
}

/// A sitting that lies ahead opens, as soon as the one before it is over.
pub(super) async fn due(
    conn: &mut Conn,
    programme: &Programme,
    sitting: &Sitting,
    now: DateTime<Utc>,
) -> Result<Option<DateTime<Utc>>> {
    if !programme.phase.allows(Step::Meetup) {
        sittings::sitting_drop(conn, sitting.id).await?;
        return Ok(None);
    }
    if live(conn, programme).await?.is_some() {
        return Ok(Some(now + Duration::minutes(1)));
    }
    let starts_at = sitting.starts_at.max(now + GATHER);
    open(conn, programme, Sitting { starts_at, ..*sitting }, now).await.map(Some)
}
