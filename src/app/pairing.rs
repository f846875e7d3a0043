//! Two people are joined by hand. Only what everybody may know is looked at: wishes not to meet, breaks and answers
//! are never consulted (P5), so that trying out pairs tells nothing; what coordinators keep apart themselves, and the reporting lines
//! of their lists, are. Both are asked privately before anything opens.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::programme::phase;
use super::{Call, Decision, direct, guard, jobs, place};
use crate::domain::channels::{CATEGORY_HOLDS, room_for};
use crate::domain::ids::{GuildId, PersonId, ProgrammeId, ProposalId, RoleId, UserId};
use crate::domain::matching::pool::two;
use crate::domain::matching::score::same_line;
use crate::domain::programme::{Phase, Programme, Role, Step};
use crate::domain::proposal::{ANSWER_WITHIN, ProposalState};
use crate::domain::refusal::Refusal;
use crate::store::{
    Conn, Result, enrolments, invitations, jobs::job_set, people, profiles, programmes, proposals, rounds,
    tandems,
};

/// Somebody chosen for a pair, as Discord describes them.
#[derive(Debug, Clone, Copy)]
pub struct Candidate {
    /// The account.
    pub user: UserId,
    /// Whether it is a bot.
    pub bot: bool,
    /// Whether they are on the server.
    pub member: bool,
}

/// The pair that is wanted.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// Which programme, where there are several.
    pub programme: Option<String>,
    /// Who is to coach.
    pub mentor: Candidate,
    /// Who is to be coached.
    pub mentee: Candidate,
    /// How many channels the server has, categories included.
    pub used_channels: u32,
}

/// A pair was proposed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposed {
    /// In which programme.
    pub programme: ProgrammeId,
    /// The proposal.
    pub proposal: ProposalId,
    /// Who would coach.
    pub mentor: UserId,
    /// Who would be coached.
    pub mentee: UserId,
    /// When the result is known at the latest.
    pub deadline: DateTime<Utc>,
}

/// Proposes two people to each other: enrols both until that has a result, and asks them under *My place*. The programme's
/// channel says at most once a day that something waits, and never for whom.
///
/// # Errors
/// Those of the database.
pub async fn pair(
    conn: &mut Conn,
    call: &Call,
    roles: &[RoleId],
    wanted: Wanted,
) -> Result<Decision<Proposed>> {
    let which = wanted.programme.as_deref();
    let programme = match guard::coordinated_for(conn, call, roles, which, Step::Pair).await? {
        Ok(programme) => programme,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let Wanted { mentor, mentee, .. } = wanted;
    if let Err(refusal) = suitable(mentor, mentee) {
        return Ok(Err(refusal));
    }
    let (coach, coached) = (
        people::person_find(conn, call.guild, mentor.user).await?.map(|person| person.id),
        people::person_find(conn, call.guild, mentee.user).await?.map(|person| person.id),
    );
    if let (Some(coach), Some(coached)) = (coach, coached)
        && let Err(refusal) = unjoined(conn, programme.id, coach, coached).await?
    {
        return Ok(Err(refusal));
    }
    if let (Some(coach), Some(coached)) = (coach, coached)
        && rounds::bars_in(conn, programme.id).await?.iter().any(|bar| bar.two == two(coach, coached))
    {
        return Ok(Err(Refusal::PairBarred));
    }
    if in_one_line(conn, programme.id, [(coach, mentor.user), (coached, mentee.user)]).await? {
        return Ok(Err(Refusal::PairInLine));
    }
    let room = room_left(conn, call.guild, wanted.used_channels).await?;
    if room == 0 {
        return Ok(Err(Refusal::NoRoom { room }));
    }
    if let Err(refusal) = places_left(conn, &programme).await? {
        return Ok(Err(refusal));
    }
    // Whoever pairs in a draft has opened it: the card is where both find the proposal.
    phase::enter(conn, &programme, Phase::Enrolling, call.now).await?;
    let deadline = call.now + ANSWER_WITHIN;
    let coach = enrol(conn, call.guild, programme.id, mentor.user, Role::Mentor).await?;
    let coached = enrol(conn, call.guild, programme.id, mentee.user, Role::Mentee).await?;
    let Some(proposal) = proposals::proposal_add(conn, programme.id, coach, coached, deadline).await? else {
        return Ok(Err(Refusal::AlreadyPaired));
    };
    rounds::lock_done(conn, programme.id, [coach, coached]).await?;
    job_set(conn, jobs::PROPOSAL_DEADLINE, proposal.0, deadline).await?;
    place::announce(conn, &programme, call.now).await?;
    direct::point_both(conn, &programme, [coach, coached], call.now).await?;
    let (programme, mentor, mentee) = (programme.id, mentor.user, mentee.user);
    Ok(Ok(Proposed { programme, proposal, mentor, mentee, deadline }))
}

/// Whether a programme with a limit takes one more tandem; proposals without a result count, and those that are about to
/// open.
async fn places_left(conn: &mut Conn, programme: &Programme) -> Result<Decision<()>> {
    let Some(max) = programme.most_tandems else { return Ok(Ok(())) };
    let live = tandems::tandems_in(conn, programme.id).await?.iter().filter(|one| one.is_live()).count();
    let asked = proposals::proposals_pending(conn, programme.id).await?.len();
    let full = live + asked >= usize::try_from(max).unwrap_or(usize::MAX);
    Ok(if full { Err(Refusal::ProgrammeFull { max }) } else { Ok(()) })
}

/// Whether two people are in one reporting line, by what is stored about them, or by their invitations where they have not
/// enrolled yet.
async fn in_one_line(
    conn: &mut Conn,
    programme: ProgrammeId,
    two: [(Option<PersonId>, UserId); 2],
) -> Result<bool> {
    let mut lines = Vec::new();
    for (person, user) in two {
        let profile = match person {
            Some(person) => profiles::profile_get(conn, programme, person).await?,
            None => None,
        };
        let invited = invitations::invitation_get(conn, programme, user).await?;
        lines.push(profile.map(|one| one.line).or(invited.map(|one| one.line)).unwrap_or_default());
    }
    Ok(same_line(&lines[0], &lines[1]))
}

fn suitable(mentor: Candidate, mentee: Candidate) -> Decision<()> {
    if mentor.user == mentee.user {
        Err(Refusal::SamePerson)
    } else if mentor.bot || mentee.bot {
        Err(Refusal::BotsStayOut)
    } else if !mentor.member || !mentee.member {
        Err(Refusal::PersonGone)
    } else {
        Ok(())
    }
}

/// Two people are joined once at a time, and in one direction only within a programme.
async fn unjoined(
    conn: &mut Conn,
    programme: ProgrammeId,
    mentor: PersonId,
    mentee: PersonId,
) -> Result<Decision<()>> {
    let tandems = tandems::tandems_in(conn, programme).await?;
    let open = proposals::proposals_pending(conn, programme).await?;
    let same = tandems.iter().any(|one| one.is_live() && (one.mentor, one.mentee) == (mentor, mentee))
        || open.iter().any(|one| (one.mentor, one.mentee) == (mentor, mentee));
    if same {
        return Ok(Err(Refusal::AlreadyPaired));
    }
    let other = tandems.iter().any(|one| (one.mentor, one.mentee) == (mentee, mentor))
        || open.iter().any(|one| (one.mentor, one.mentee) == (mentee, mentor));
    Ok(if other { Err(Refusal::OtherDirection) } else { Ok(()) })
}

/// How many more tandems the server holds, beside the rooms that are already on their way (D3). `used` counts the
/// channels that Discord knows of.
///
/// # Errors
/// Those of the database.
pub async fn room_left(conn: &mut Conn, guild: GuildId, used: u32) -> Result<u32> {
    room_beside(conn, guild, used, 0).await
}

/// Like [`room_left`], where `own` of the rooms on their way are those that are asked for.
///
/// # Errors
/// Those of the database.
pub(super) async fn room_beside(conn: &mut Conn, guild: GuildId, used: u32, own: u32) -> Result<u32> {
    let categories = tandems::categories_of(conn, guild).await?;
    let unmade = categories.iter().filter(|category| category.channel.is_none()).count();
    let places: i64 =
        categories.iter().map(|category| (i64::from(CATEGORY_HOLDS) - category.rooms).max(0)).sum();
    let used = used.saturating_add(u32::try_from(unmade).unwrap_or(u32::MAX));
    let ahead = proposals::rooms_ahead(conn, guild).await?.saturating_sub(own);
    Ok(room_for(used, u32::try_from(places).unwrap_or(u32::MAX)).saturating_sub(ahead))
}

async fn enrol(
    conn: &mut Conn,
    guild: GuildId,
    programme: ProgrammeId,
    user: UserId,
    role: Role,
) -> Result<PersonId> {
    let person = people::person_known(conn, guild, user).await?.id;
    // Whoever chose them saw them on the server.
    people::person_gone_set(conn, person, false).await?;
    enrolments::enrolment_add_provisional(conn, programme, person, role).await?;
    Ok(person)
}

/// A pair by hand has its deadline behind it: was it not formed, an enrolment that came with it goes, whoever of the two said
/// what, unless something else hangs on it.
///
/// # Errors
/// Those of the database.
pub async fn over(conn: &mut Conn, proposal: ProposalId, now: DateTime<Utc>) -> Result<()> {
    let Some(proposal) = proposals::proposal_get(conn, proposal).await? else { return Ok(()) };
    if proposal.state != ProposalState::Lapsed {
        return Ok(());
    }
    let open = proposals::proposals_pending(conn, proposal.programme).await?;
    for one in programmes::enrolments_of(conn, proposal.programme).await? {
        let asked = proposal.side_of(one.person).is_some();
        if asked && one.provisional && !open.iter().any(|open| open.side_of(one.person).is_some()) {
            super::enrol::forget(conn, proposal.programme, one.person, now).await?;
        }
    }
    Ok(())
}

#[cfg(test)]
#[path = "pairing/tests.rs"]
mod tests;
