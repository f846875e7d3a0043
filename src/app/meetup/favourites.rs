//! Whom somebody would like to be paired with, among those they met. Asked privately, shown to nobody, changeable as long as
//! it is known who met whom. Nothing tells who has answered and who has not.

use super::spaces::target;
use crate::app::{Call, Decision};
use crate::domain::ids::{ChannelId, PersonId, ProgrammeId, UserId};
use crate::domain::meetup::{FAVOURITES, Sitting, SittingState};
use crate::domain::person::is_gone;
use crate::domain::programme::{Programme, Role, Step};
use crate::domain::refusal::Refusal;
use crate::store::sittings::Seat;
use crate::store::{Conn, Result, favourites, people, programmes, proposals, sittings, tandems};

/// The question, as somebody sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The programme.
    pub programme: Programme,
    /// Whom they can name: their account, and whether they have named them.
    pub people: Vec<(UserId, bool)>,
    /// Whether they have answered, whatever they said.
    pub answered: bool,
}

/// A meetup that somebody is invited to, or in the middle of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invited {
    /// The programme.
    pub programme: Programme,
    /// The sitting they belong to.
    pub sitting: Sitting,
    /// Where they are to go now: the lobby, or their room.
    pub channel: Option<ChannelId>,
    /// Whether that is the lobby.
    pub lobby: bool,
}

/// Whom somebody can name: those they met who would be their mentor, and, where the programme wants it, those whom they would
/// mentor.
///
/// # Errors
/// Those of the database.
pub async fn nameable(conn: &mut Conn, programme: &Programme, me: PersonId) -> Result<Vec<PersonId>> {
    let enrolments = programmes::enrolments_of(conn, programme.id).await?;
    let role = |person: PersonId| {
        enrolments.iter().find(|one| one.person == person && one.approved).map(|one| one.role)
    };
    let Some(own) = role(me) else { return Ok(Vec::new()) };
    let mut found: Vec<PersonId> = Vec::new();
    for pair in sittings::pairs_met(conn, programme.id).await? {
        let other = match pair {
            [one, other] if one == me => other,
            [one, other] if other == me => one,
            _ => continue,
        };
        let Some(theirs) = role(other) else { continue };
        let as_mentee = own != Role::Mentor && theirs != Role::Mentee;
        let as_mentor = programme.mentor_favourites && own != Role::Mentee && theirs != Role::Mentor;
        if (as_mentee || as_mentor) && !found.contains(&other) {
            found.push(other);
        }
    }
    Ok(found)
}

/// The seats of somebody in sittings of a programme that are over and not forgotten yet.
async fn seats(conn: &mut Conn, programme: ProgrammeId, me: PersonId) -> Result<Vec<(Sitting, Seat)>> {
    let mut found = Vec::new();
    for sitting in sittings::sittings_with(conn, me).await? {
        if sitting.programme == programme && sitting.state == SittingState::Over {
            let seats = sittings::seats_of(conn, sitting.id).await?;
            found.extend(seats.into_iter().find(|seat| seat.person == me).map(|seat| (sitting, seat)));
        }
    }
    Ok(found)
}

/// Whether somebody has found a partner in a programme, or is about to: a proposal without a result, or a tandem.
async fn has_partner(conn: &mut Conn, programme: ProgrammeId, me: PersonId) -> Result<bool> {
    let pending = proposals::proposals_pending(conn, programme).await?;
    if pending.iter().any(|one| one.side_of(me).is_some()) {
        return Ok(true);
    }
    let all = tandems::tandems_of(conn, me).await?;
    Ok(all.iter().any(|one| one.programme == programme && one.is_live()))
}

/// The question in one programme; `None` when there is none for this person, or none any more: whoever has a partner, or is
/// about to, is not asked whom they would like.
///
/// # Errors
/// Those of the database.
pub async fn asked(conn: &mut Conn, programme: &Programme, me: PersonId) -> Result<Option<Asked>> {
    let seats = seats(conn, programme.id, me).await?;
    if seats.is_empty()
        || !programme.phase.allows(Step::Meetup)
        || has_partner(conn, programme.id, me).await?
    {
        return Ok(None);
    }
    let named = favourites::favourites_in(conn, programme.id).await?;
    let mut people = Vec::new();
    for person in nameable(conn, programme, me).await? {
        let user = people::person_get(conn, person).await?.user;
        if !is_gone(user) {
            people.push((user, named.contains(&(me, person))));
        }
    }
    if people.is_empty() {
        return Ok(None);
    }
    let answered = seats.iter().all(|(_, seat)| seat.named);
    Ok(Some(Asked { programme: programme.clone(), people, answered }))
}

/// The question, for whoever pressed the button that leads to it.
///
/// # Errors
/// Those of the database.
pub async fn ask(conn: &mut Conn, call: &Call, programme: ProgrammeId) -> Result<Decision<Asked>> {
    let Some((me, programme)) = found(conn, call, programme).await? else {
        return Ok(Err(Refusal::NothingWaits));
    };
    Ok(asked(conn, &programme, me).await?.ok_or(Refusal::NothingWaits))
}

async fn found(
    conn: &mut Conn,
    call: &Call,
    programme: ProgrammeId,
) -> Result<Option<(PersonId, Programme)>> {
    let all = programmes::programmes_of(conn, call.guild).await?;
    let me = people::person_find(conn, call.guild, call.user).await?;
    let programme = all.into_iter().find(|one| one.id == programme);
    Ok(me.map(|me| me.id).zip(programme))
}

/// Somebody names whom they would like, or nobody. The last word counts.
///
/// # Errors
/// Those of the database.
pub async fn name(
    conn: &mut Conn,
    call: &Call,
    programme: ProgrammeId,
    users: &[UserId],
) -> Result<Decision<Asked>> {
    let Some((me, programme)) = found(conn, call, programme).await? else {
        return Ok(Err(Refusal::NothingWaits));
    };
    let Some(before) = asked(conn, &programme, me).await? else { return Ok(Err(Refusal::NothingWaits)) };
    if users.len() > FAVOURITES {
        return Ok(Err(Refusal::TooManyChosen { max: FAVOURITES }));
    }
    if users.iter().any(|user| !before.people.iter().any(|(one, _)| one == user)) {
        return Ok(Err(Refusal::NothingChosen));
    }
    let mut chosen = Vec::new();
    for user in users {
        chosen.extend(people::person_find(conn, call.guild, *user).await?.map(|person| person.id));
    }
    // Whom they named after an earlier meetup, of which nobody knows any more who met whom, stays as far as there is room.
    let shown = nameable(conn, &programme, me).await?;
    let all = favourites::favourites_in(conn, programme.id).await?;
    let older = all.into_iter().filter(|(who, whom)| *who == me && !shown.contains(whom));
    chosen.extend(older.map(|(_, whom)| whom));
    chosen.truncate(FAVOURITES);
    favourites::favourites_set(conn, programme.id, me, &chosen).await?;
    for (sitting, seat) in seats(conn, programme.id, me).await? {
        sittings::seat_set(conn, sitting.id, &Seat { named: true, ..seat }).await?;
    }
    Ok(asked(conn, &programme, me).await?.ok_or(Refusal::NothingWaits))
}

/// The meetups somebody is invited to, or in the middle of.
///
/// # Errors
/// Those of the database.
pub async fn invitations(conn: &mut Conn, me: PersonId) -> Result<Vec<Invited>> {
    let mut found = Vec::new();
    for sitting in sittings::sittings_with(conn, me).await? {
        let ahead = sitting.state == SittingState::Planned && sitting.invite.is_some();
        if !ahead && !sitting.state.is_live() {
            continue;
        }
        let programme = programmes::programme_get(conn, sitting.programme).await?;
        let spaces = sittings::spaces_of(conn, sitting.id).await?;
        let round = super::spaces::encounters(conn, &sitting).await?;
        let space = target(&round, &spaces, me);
        let lobby = space.is_none_or(|space| space.number == 0);
        let channel = space.and_then(|space| space.channel);
        found.push(Invited { programme, sitting, channel, lobby });
    }
    Ok(found)
}
