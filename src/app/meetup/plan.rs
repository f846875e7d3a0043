//! Planning speed networking: when it is, which mentors take part, in how many sittings, and whether there is room. The
//! plan is stored at once and shown to the coordinator; people hear of it when the coordinator invites them.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{apart, free_rooms, guests, live, planned};
use crate::app::effect::{Effect, NewPost, Place, channel_lane, effect_add, post_queue};
use crate::app::guard::Which;
use crate::app::{Call, Decision, direct, guard};
use crate::domain::ids::{PersonId, PostId, ProgrammeId, RoleId, UserId};
use crate::domain::meetup::plan::fresh;
use crate::domain::meetup::sittings::{Seating, places, seat};
use crate::domain::meetup::{Guest, SITTING_EVERY, Sitting, SittingState};
use crate::domain::post::PostKind;
use crate::domain::programme::{Programme, Step};
use crate::domain::refusal::Refusal;
use crate::domain::when;
use crate::store::{Conn, Result, people, posts, sittings};

/// Something about a meetup was planned or changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Planned {
    /// In which programme.
    pub programme: ProgrammeId,
}

/// How a meetup that lies ahead stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ahead {
    /// The programme.
    pub programme: Programme,
    /// Its sittings: when, and how many people.
    pub sittings: Vec<(DateTime<Utc>, usize)>,
    /// Mentors who take part, mentees, and people who are both.
    pub people: [usize; 3],
    /// Rooms that one sitting needs at most, beside the lobby.
    pub rooms: usize,
    /// How many others each mentee meets if everybody comes, at least and at most; the same for mentors.
    pub meets: [(usize, usize); 2],
    /// How many meetings there are, and how many there could be at most.
    pub meetings: (usize, usize),
    /// Mentors who take no part.
    pub absent: Vec<UserId>,
    /// Whether people have been invited.
    pub invited: bool,
}

/// The programme, for a coordinator in a phase in which people get to know each other.
pub(super) async fn allowed(
    conn: &mut Conn,
    call: &Call,
    roles: &[RoleId],
    which: impl Into<Which<'_>>,
) -> Result<Decision<Programme>> {
    guard::coordinated_for(conn, call, roles, which, Step::Meetup).await
}

/// Plans when people get to know each other, or plans it anew for who takes part by now.
///
/// # Errors
/// Those of the database.
pub async fn plan(
    conn: &mut Conn,
    call: &Call,
    roles: &[RoleId],
    chosen: Option<&str>,
    when: Option<&str>,
    used_channels: u32,
) -> Result<Decision<Planned>> {
    let programme = match allowed(conn, call, roles, chosen).await? {
        Ok(programme) => programme,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let begins = match when {
        Some(written) => match when::read_moment(written, call.now, programme.zone) {
            Ok(moment) => Some(moment),
            Err(error) => return Ok(Err(Refusal::of_moment(error))),
        },
        None => None,
    };
    seat_all(conn, &programme, begins, used_channels, call.now).await
}

/// Deals everybody out anew, at a new time if there is one.
async fn seat_all(
    conn: &mut Conn,
    programme: &Programme,
    begins: Option<DateTime<Utc>>,
    used_channels: u32,
    now: DateTime<Utc>,
) -> Result<Decision<Planned>> {
    if live(conn, programme).await?.is_some() {
        return Ok(Err(Refusal::MeetupRuns));
    }
    let before = planned(conn, programme).await?;
    let Some(begins) = begins.or(before.first().map(|first| first.starts_at)) else {
        return Ok(Err(Refusal::MeetupUnplanned));
    };
    let (guests, _) = guests(conn, programme).await?;
    let free = free_rooms(conn, programme.guild, used_channels).await?;
    let Some(seating) = seat(&guests, free) else {
        return Ok(Err(match places(&guests, usize::MAX) {
            0 => Refusal::MeetupNobody,
            _ => Refusal::MeetupNoRoom { rooms: free, people: places(&guests, free) },
        }));
    };
    let invite = before.first().and_then(|first| first.invite);
    let moved = before.first().is_some_and(|first| first.starts_at != begins);
    for sitting in before {
        sittings::sitting_drop(conn, sitting.id).await?;
    }
    store(conn, programme, &seating, begins, invite).await?;
    if let Some(post) = invite.filter(|_| moved) {
        // What stands in the channel says the new time.
        let (lane, key) = (channel_lane(programme.card_channel), Some(format!("edit:{post}")));
        effect_add(conn, lane, programme.id, &Effect::Edit { post }, now, key, None).await?;
    }
    Ok(Ok(Planned { programme: programme.id }))
}

async fn store(
    conn: &mut Conn,
    programme: &Programme,
    seating: &Seating,
    begins: DateTime<Utc>,
    invite: Option<PostId>,
) -> Result<()> {
    let mut starts_at = begins;
    for (number, sitting) in (1..).zip(&seating.sittings) {
        let id = sittings::sitting_add(conn, programme.id, number, starts_at, invite).await?;
        for guest in sitting {
            sittings::seat_add(conn, id, guest.person).await?;
        }
        starts_at += SITTING_EVERY;
    }
    Ok(())
}

/// Leaves mentors out, or takes them in; those who are no mentors of the programme are passed over. With nobody named, all
/// mentors are left out, for those who are to be taken in one by one.
///
/// # Errors
/// Those of the database.
pub async fn choose(
    conn: &mut Conn,
    call: &Call,
    roles: &[RoleId],
    programme: ProgrammeId,
    (users, absent): (&[UserId], bool),
    used_channels: u32,
) -> Result<Decision<Planned>> {
    let programme = match allowed(conn, call, roles, programme).await? {
        Ok(programme) => programme,
        Err(refusal) => return Ok(Err(refusal)),
    };
    if live(conn, &programme).await?.is_some() {
        return Ok(Err(Refusal::MeetupRuns));
    }
    let mentors = super::pool(conn, &programme).await?.mentors;
    let mut changed: Vec<PersonId> = mentors.iter().map(|mentor| mentor.person).collect();
    if !users.is_empty() {
        let mut named = Vec::new();
        for user in users {
            named.extend(people::person_find(conn, call.guild, *user).await?.map(|person| person.id));
        }
        changed.retain(|person| named.contains(person));
        if changed.is_empty() {
            return Ok(Err(Refusal::NoFreeMentor));
        }
    }
    for person in changed {
        sittings::absent_set(conn, programme.id, person, absent).await?;
    }
    match seat_all(conn, &programme, None, used_channels, call.now).await? {
        // So few mentors are left that nobody meets anybody: more can be taken in, and until then there is no plan to keep.
        Err(Refusal::MeetupNobody) => Ok(Ok(Planned { programme: programme.id })),
        other => Ok(other),
    }
}

/// How the meetup that lies ahead stands.
///
/// # Errors
/// Those of the database.
pub async fn view(
    conn: &mut Conn,
    call: &Call,
    roles: &[RoleId],
    programme: ProgrammeId,
) -> Result<Decision<Ahead>> {
    let programme = match allowed(conn, call, roles, programme).await? {
        Ok(programme) => programme,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let planned = planned(conn, &programme).await?;
    if planned.is_empty() {
        return Ok(Err(Refusal::MeetupUnplanned));
    }
    let (all, pool) = guests(conn, &programme).await?;
    let apart = apart(conn, &programme, &all, &pool).await?;
    let mut ahead = Ahead {
        sittings: Vec::new(),
        people: [(true, false), (false, true), (true, true)]
            .map(|kind| all.iter().filter(|guest| (guest.mentors, guest.mentees) == kind).count()),
        rooms: 0,
        meets: [(usize::MAX, 0); 2],
        meetings: (0, 0),
        absent: Vec::new(),
        invited: planned.iter().any(|one| one.invite.is_some()),
        programme,
    };
    for sitting in &planned {
        let seats = sittings::seats_of(conn, sitting.id).await?;
        let here: Vec<Guest> = all
            .iter()
            .filter(|guest| seats.iter().any(|seat| seat.person == guest.person))
            .copied()
            .collect();
        let plan = fresh(here.clone(), apart.clone(), usize::MAX);
        ahead.sittings.push((sitting.starts_at, here.len()));
        ahead.rooms = ahead.rooms.max(plan.rooms());
        ahead.meetings = (ahead.meetings.0 + plan.meetings(), ahead.meetings.1 + plan.bound);
        for guest in &here {
            let met = plan.meetings_of(guest.person);
            for (side, (least, most)) in [guest.mentees, guest.mentors].into_iter().zip(&mut ahead.meets) {
                if side {
                    (*least, *most) = (met.min(*least), met.max(*most));
                }
            }
        }
    }
    for (least, most) in &mut ahead.meets {
        *least = (*least).min(*most);
    }
    for person in sittings::absent_in(conn, ahead.programme.id).await? {
        ahead.absent.push(people::person_get(conn, person).await?.user);
    }
    Ok(Ok(ahead))
}

/// Invites everybody: one post in the programme's channel, which names nobody, and a sentence to those who ticked it. A later
/// invitation takes the place of the one before.
///
/// # Errors
/// Those of the database.
pub async fn invite(
    conn: &mut Conn,
    call: &Call,
    roles: &[RoleId],
    programme: ProgrammeId,
) -> Result<Decision<Planned>> {
    let programme = match allowed(conn, call, roles, programme).await? {
        Ok(programme) => programme,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let planned = planned(conn, &programme).await?;
    let Some(first) = planned.first() else { return Ok(Err(Refusal::MeetupUnplanned)) };
    let lane = channel_lane(programme.card_channel);
    if let Some(before) = first.invite
        && posts::post_get(conn, before).await?.message.is_some()
    {
        let gone = Effect::PostDelete { post: before };
        effect_add(conn, lane, programme.id, &gone, call.now, None, None).await?;
    }
    let post = NewPost {
        programme: programme.id,
        place: Place::Channel(programme.card_channel),
        kind: PostKind::MeetupInvite,
        subject: programme.id.0,
        due_at: call.now,
        expires_at: planned.last().map(|last| last.starts_at),
        seeds: &[],
        pinned: false,
    };
    let post = post_queue(conn, &post).await?;
    for sitting in &planned {
        sittings::sitting_set(conn, &Sitting { invite: Some(post), ..*sitting }).await?;
        for seat in sittings::seats_of(conn, sitting.id).await? {
            direct::point(conn, &programme, seat.person, call.now).await?;
        }
    }
    // One that was not sent yet: it says the same, and nothing is deleted where nothing stands.
    posts::posts_older_drop(conn, post).await?;
    Ok(Ok(Planned { programme: programme.id }))
}

/// What an invitation says now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Invitation {
    /// When its sittings begin; those that are over are left out.
    Ahead(Vec<DateTime<Utc>>),
    /// It has taken place.
    Over,
    /// It does not take place.
    Off,
}

/// What an invitation says now.
///
/// # Errors
/// Those of the database.
pub async fn invitation(conn: &mut Conn, programme: &Programme, post: PostId) -> Result<Invitation> {
    let mut own = sittings::sittings_of(conn, programme.id).await?;
    own.retain(|one| one.invite == Some(post));
    let ahead: Vec<_> =
        own.iter().filter(|one| one.state != SittingState::Over).map(|one| one.starts_at).collect();
    Ok(match (ahead.is_empty(), own.is_empty()) {
        (false, _) => Invitation::Ahead(ahead),
        (true, false) => Invitation::Over,
        (true, true) => Invitation::Off,
    })
}
