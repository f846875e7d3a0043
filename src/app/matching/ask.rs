//! Everybody in a plan is asked, privately, whether they want the partner who is proposed to them, until a deadline that is
//! the same for all. Before it nobody sees a result, whatever was answered (P10).

use chrono::{DateTime, Duration, NaiveTime, Utc};
use serde::{Deserialize, Serialize};

use super::propose::{pairs, pairs_in, plan_of};
use super::{pool, round};
use crate::app::programme::phase;
use crate::app::{Call, Decision, direct, jobs, pairing, place};
use crate::domain::ids::{GuildId, RoleId, RoundId};
use crate::domain::matching::plan::Pair;
use crate::domain::matching::round::{Round, RoundState};
use crate::domain::programme::{Phase, Programme};
use crate::domain::proposal::ANSWER_WITHIN;
use crate::domain::refusal::Refusal;
use crate::domain::when;
use crate::store::jobs::job_set;
use crate::store::{Conn, Result, proposals, rounds};

/// So long people have at least (decision: a day with its evening).
pub const ANSWER_LEAST: Duration = Duration::hours(24);
/// So long they have at most: who waits longer has forgotten it.
pub const ANSWER_MOST: Duration = Duration::days(28);
/// A deadline that is a day is the end of work on it.
const EVENING: NaiveTime = NaiveTime::from_hms_opt(18, 0, 0).expect("six in the evening");

/// What a coordinator is about to do, or has done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Confirmed {
    /// So many pairs would be asked, and nobody has been yet.
    Ready {
        /// The round.
        round: RoundId,
        /// Its pairs.
        pairs: usize,
        /// Who has no place.
        left: usize,
        /// Until when they would answer.
        deadline: DateTime<Utc>,
    },
    /// They have been asked.
    Asked {
        /// How many pairs.
        pairs: usize,
        /// Until when they answer.
        deadline: DateTime<Utc>,
    },
    /// Tandems that had waited for room open now.
    Opening {
        /// How many.
        tandems: usize,
    },
}

/// Shows what asking would mean; where tandems of a round wait for room, opens them instead.
///
/// # Errors
/// Those of the database.
pub async fn ready(
    conn: &mut Conn,
    call: &Call,
    roles: &[RoleId],
    chosen: Option<&str>,
    until: Option<&str>,
    used_channels: u32,
) -> Result<Decision<Confirmed>> {
    let programme = match pairs(conn, call, roles, chosen).await? {
        Ok(programme) => programme,
        Err(refusal) => return Ok(Err(refusal)),
    };
    if let Some(decision) = waiting_for_room(conn, &programme, used_channels, call.now).await? {
        return Ok(decision);
    }
    let plan = rounds::rounds_of(conn, programme.id).await?.pop().filter(|one| one.state == RoundState::Plan);
    let Some(plan) = plan else { return Ok(Err(Refusal::NoPlan)) };
    let deadline = match deadline(until, &programme, call.now) {
        Ok(deadline) => deadline,
        Err(refusal) => return Ok(Err(refusal)),
    };
    if let Err(refusal) = askable(conn, call.guild, &programme, plan.id, used_channels).await? {
        return Ok(Err(refusal));
    }
    rounds::round_deadline_set(conn, plan.id, deadline).await?;
    let pairs = rounds::pairs_of(conn, plan.id).await?;
    let pool = pool(conn, &programme).await?;
    let mentors =
        pool.mentors.iter().filter(|one| !pairs.iter().any(|pair| pair.mentor == one.person)).count();
    let mentees = pool.mentees.iter().filter(|one| !pairs.iter().any(|pair| pair.mentee == **one)).count();
    Ok(Ok(Confirmed::Ready { round: plan.id, pairs: pairs.len(), left: mentors + mentees, deadline }))
}

/// Where tandems of an earlier round wait, for room or for somebody to count it: opens them if there is enough by now.
async fn waiting_for_room(
    conn: &mut Conn,
    programme: &Programme,
    used_channels: u32,
    now: DateTime<Utc>,
) -> Result<Option<Decision<Confirmed>>> {
    for one in rounds::rounds_of(conn, programme.id).await? {
        if one.state == RoundState::Opening {
            round::counted(conn, one.id, used_channels, now).await?;
            let (tandems, _) = rounds::round_progress(conn, one.id).await?;
            let lacks = rounds::round_find(conn, one.id).await?.and_then(|one| one.room);
            return Ok(Some(match lacks {
                Some(room) => Err(Refusal::NoRoom { room }),
                None => Ok(Confirmed::Opening { tandems: usize::try_from(tandems).unwrap_or(usize::MAX) }),
            }));
        }
    }
    Ok(None)
}

/// Until when people answer: as typed, a week without it.
fn deadline(until: Option<&str>, programme: &Programme, now: DateTime<Utc>) -> Decision<DateTime<Utc>> {
    let Some(until) = until else { return Ok(now + ANSWER_WITHIN) };
    let deadline = when::read(until, now, programme.zone)?.moment_or_at(EVENING, programme.zone);
    if deadline < now + ANSWER_LEAST || deadline > now + ANSWER_MOST {
        return Err(Refusal::AnswerTime { days: ANSWER_MOST.num_days() });
    }
    Ok(deadline)
}

/// Whether the pairs of a plan can be asked: all of them still stand, and there is room for all (D3).
async fn askable(
    conn: &mut Conn,
    guild: GuildId,
    programme: &Programme,
    plan: RoundId,
    used_channels: u32,
) -> Result<Decision<Vec<Pair>>> {
    let pairs = rounds::pairs_of(conn, plan).await?;
    if pairs.is_empty() {
        return Ok(Err(Refusal::NoPlan));
    }
    let pool = pool(conn, programme).await?;
    let places = |pair: &Pair| {
        let places = pool.mentors.iter().find(|one| one.person == pair.mentor).map_or(0, |one| one.places);
        let taken = pairs.iter().filter(|other| other.mentor == pair.mentor).count();
        taken <= usize::try_from(places).unwrap_or(usize::MAX)
    };
    if !pairs.iter().all(|pair| pool.stands(*pair) && places(pair)) {
        return Ok(Err(Refusal::PlanOutdated));
    }
    if let (Some(most), Some(max)) = (pool.most, programme.most_tandems)
        && pairs.len() > most
    {
        return Ok(Err(Refusal::ProgrammeFull { max }));
    }
    let room = pairing::room_left(conn, guild, used_channels).await?;
    if usize::try_from(room).unwrap_or(usize::MAX) < pairs.len() {
        return Ok(Err(Refusal::NoRoom { room }));
    }
    Ok(Ok(pairs))
}

/// Asks everybody in the plan. Each finds the proposal under *My place*; the programme's channel says once that something
/// waits, and for whom to nobody.
///
/// # Errors
/// Those of the database.
pub async fn ask(
    conn: &mut Conn,
    call: &Call,
    roles: &[RoleId],
    round: RoundId,
    used_channels: u32,
) -> Result<Decision<Confirmed>> {
    let Some((programme, plan)) = plan_of(conn, round).await? else { return Ok(Err(Refusal::NoPlan)) };
    if let Err(refusal) = pairs_in(conn, call, roles, programme.id).await? {
        return Ok(Err(refusal));
    }
    let Round { id, state: RoundState::Plan, deadline: Some(deadline), .. } = plan else {
        return Ok(Err(Refusal::NoPlan));
    };
    if deadline < call.now + ANSWER_LEAST {
        return Ok(Err(Refusal::PlanOutdated));
    }
    let pairs = match askable(conn, call.guild, &programme, id, used_channels).await? {
        Ok(pairs) => pairs,
        Err(refusal) => return Ok(Err(refusal)),
    };
    for pair in &pairs {
        let two = [pair.mentor, pair.mentee];
        proposals::proposal_add_in(conn, programme.id, Some(id), two, deadline).await?;
        // They were held for this one question: a later round does not ask once more who declined, or was parted since.
        rounds::lock_done(conn, programme.id, two).await?;
        direct::point_both(conn, &programme, two, call.now).await?;
    }
    rounds::pairs_set(conn, id, &[]).await?;
    rounds::round_state_set(conn, id, RoundState::Asking).await?;
    job_set(conn, jobs::ROUND_DEADLINE, id.0, deadline).await?;
    phase::enter(conn, &programme, Phase::Pairing, call.now).await?;
    place::announce(conn, &programme, call.now).await?;
    Ok(Ok(Confirmed::Asked { pairs: pairs.len(), deadline }))
}

#[cfg(test)]
#[path = "ask/tests.rs"]
mod tests;
