//! What coordinators hold, bar and swap. What they may know decides whether it goes; what people keep secret is never
//! looked at here, so that trying out pairs tells nothing (P5): the two get the private question and answer it.

use serde::{Deserialize, Serialize};

use super::pool;
use super::propose::{pairs, pairs_in};
use crate::app::{Call, Decision};
use crate::domain::ids::{BarId, LockId, PersonId, ProgrammeId, RoleId, UserId};
use crate::domain::matching::plan::Pair;
use crate::domain::matching::pool::{Barrier, Pool, two};
use crate::domain::matching::round::RoundState;
use crate::domain::refusal::Refusal;
use crate::store::{Conn, Result, people, rounds};

/// Something is held, swapped, barred or let go; the plan shows it once it is proposed again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Held {
    /// A pair is held.
    Locked {
        /// The programme.
        programme: ProgrammeId,
        /// Its number.
        lock: LockId,
        /// Mentor and mentee.
        two: [UserId; 2],
        /// Whether it was held before.
        before: bool,
    },
    /// A pair is barred.
    Barred {
        /// The programme.
        programme: ProgrammeId,
        /// Its number.
        bar: BarId,
        /// The two.
        two: [UserId; 2],
        /// Whether it was barred before.
        before: bool,
    },
    /// Two people have exchanged their partners, and the new pairs are held.
    Swapped {
        /// The programme.
        programme: ProgrammeId,
        /// The new pairs, mentor and mentee.
        pairs: Vec<[UserId; 2]>,
    },
    /// A pair is no longer held, or no longer barred.
    Released {
        /// The programme.
        programme: ProgrammeId,
    },
}

fn refused(barrier: Barrier) -> Refusal {
    match barrier {
        Barrier::SamePerson => Refusal::SamePerson,
        Barrier::Barred => Refusal::PairBarred,
        Barrier::OneLine => Refusal::PairInLine,
        Barrier::Joined => Refusal::AlreadyPaired,
        Barrier::OtherDirection => Refusal::OtherDirection,
        Barrier::NoMentor => Refusal::NoFreeMentor,
        Barrier::NoMentee => Refusal::NoFreeMentee,
    }
}

/// The number under which the programme knows an account; nobody where it knows none.
async fn person(conn: &mut Conn, call: &Call, user: UserId) -> Result<PersonId> {
    Ok(people::person_find(conn, call.guild, user).await?.map_or(PersonId(0), |person| person.id))
}

async fn user(conn: &mut Conn, person: PersonId) -> Result<UserId> {
    Ok(people::person_get(conn, person).await?.user)
}

/// Whether a mentor has fewer places than pairs would be held.
fn full(pool: &Pool, locked: &[Pair], new: &[Pair]) -> bool {
    new.iter().any(|pair| {
        let places = pool.mentors.iter().find(|one| one.person == pair.mentor).map_or(0, |one| one.places);
        let kept = locked.iter().filter(|one| !new.iter().any(|new| new.mentee == one.mentee));
        let held = kept.chain(new).filter(|one| one.mentor == pair.mentor).count();
        held > usize::try_from(places).unwrap_or(usize::MAX)
    })
}

/// Holds a pair: whatever is proposed again, the two stay together.
///
/// # Errors
/// Those of the database.
pub async fn lock(
    conn: &mut Conn,
    call: &Call,
    roles: &[RoleId],
    chosen: Option<&str>,
    accounts: [UserId; 2],
) -> Result<Decision<Held>> {
    let programme = match pairs(conn, call, roles, chosen).await? {
        Ok(programme) => programme,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let pair = Pair {
        mentor: person(conn, call, accounts[0]).await?,
        mentee: person(conn, call, accounts[1]).await?,
    };
    if accounts[0] == accounts[1] {
        return Ok(Err(Refusal::SamePerson));
    }
    let pool = pool(conn, &programme).await?;
    let locks = rounds::locks_in(conn, programme.id).await?;
    if let Some(lock) = locks.iter().find(|lock| lock.pair == pair) {
        let (programme, lock) = (programme.id, lock.id);
        return Ok(Ok(Held::Locked { programme, lock, two: accounts, before: true }));
    }
    if let Some(barrier) = pool.barrier(pair) {
        return Ok(Err(refused(barrier)));
    }
    let locked: Vec<Pair> = locks.iter().map(|lock| lock.pair).collect();
    if full(&pool, &locked, &[pair]) {
        return Ok(Err(Refusal::MentorFull));
    }
    let lock = rounds::lock_set(conn, programme.id, pair).await?;
    Ok(Ok(Held::Locked { programme: programme.id, lock, two: accounts, before: false }))
}

/// Two people are not to be paired, whichever way round; a pair of them that was held is let go by it.
///
/// # Errors
/// Those of the database.
pub async fn keep_apart(
    conn: &mut Conn,
    programme: ProgrammeId,
    [one, other]: [PersonId; 2],
) -> Result<BarId> {
    for lock in rounds::locks_in(conn, programme).await? {
        if two(lock.pair.mentor, lock.pair.mentee) == two(one, other) {
            rounds::lock_drop(conn, programme, lock.id).await?;
        }
    }
    rounds::bar_set(conn, programme, [one, other]).await
}

/// Bars a pair of the pool.
///
/// # Errors
/// Those of the database.
pub async fn bar(
    conn: &mut Conn,
    call: &Call,
    roles: &[RoleId],
    chosen: Option<&str>,
    accounts: [UserId; 2],
) -> Result<Decision<Held>> {
    let programme = match pairs(conn, call, roles, chosen).await? {
        Ok(programme) => programme,
        Err(refusal) => return Ok(Err(refusal)),
    };
    if accounts[0] == accounts[1] {
        return Ok(Err(Refusal::SamePerson));
    }
    let (one, other) = (person(conn, call, accounts[0]).await?, person(conn, call, accounts[1]).await?);
    let pool = pool(conn, &programme).await?;
    if !pool.people.contains_key(&one) || !pool.people.contains_key(&other) {
        return Ok(Err(Refusal::NotInProgramme));
    }
    let before = pool.barred.contains(&two(one, other));
    let bar = keep_apart(conn, programme.id, [one, other]).await?;
    Ok(Ok(Held::Barred { programme: programme.id, bar, two: accounts, before }))
}

/// What a swap takes apart, and what comes out of it.
type Swap = (Vec<Pair>, Vec<Pair>);

/// What happens when two people of a plan exchange their partners; `None` where it is not clear which ones are meant, or
/// where one of them has no partner and could not take the other's place.
fn exchanged(plan: &[Pair], pool: &Pool, one: PersonId, other: PersonId) -> Option<Swap> {
    let mentee = |pair: Pair, mentee| Pair { mentee, ..pair };
    let mentor = |pair: Pair, mentor| Pair { mentor, ..pair };
    let as_mentee = |person| plan.iter().find(|pair| pair.mentee == person).copied();
    let looks = |person| pool.mentees.contains(&person);
    match (as_mentee(one), as_mentee(other)) {
        (Some(first), Some(second)) => {
            return Some((vec![first, second], vec![mentee(first, other), mentee(second, one)]));
        }
        (Some(first), None) if looks(other) => return Some((vec![first], vec![mentee(first, other)])),
        (None, Some(second)) if looks(one) => return Some((vec![second], vec![mentee(second, one)])),
        _ => {}
    }
    let count = |person| plan.iter().filter(|pair| pair.mentor == person).count();
    let as_mentor = |person| plan.iter().find(|pair| pair.mentor == person && count(person) == 1).copied();
    let idle = |person| count(person) == 0 && pool.mentors.iter().any(|mentor| mentor.person == person);
    match (as_mentor(one), as_mentor(other)) {
        (Some(first), Some(second)) => {
            Some((vec![first, second], vec![mentor(first, other), mentor(second, one)]))
        }
        (Some(first), None) if idle(other) => Some((vec![first], vec![mentor(first, other)])),
        (None, Some(second)) if idle(one) => Some((vec![second], vec![mentor(second, one)])),
        _ => None,
    }
}

/// Lets two people of the plan exchange their partners, and holds the new pairs. Somebody without a place takes the place
/// of the other one.
///
/// # Errors
/// Those of the database.
pub async fn swap(
    conn: &mut Conn,
    call: &Call,
    roles: &[RoleId],
    chosen: Option<&str>,
    accounts: [UserId; 2],
) -> Result<Decision<Held>> {
    let programme = match pairs(conn, call, roles, chosen).await? {
        Ok(programme) => programme,
        Err(refusal) => return Ok(Err(refusal)),
    };
    if accounts[0] == accounts[1] {
        return Ok(Err(Refusal::SamePerson));
    }
    let round =
        rounds::rounds_of(conn, programme.id).await?.pop().filter(|one| one.state == RoundState::Plan);
    let Some(round) = round else { return Ok(Err(Refusal::NoPlan)) };
    let (one, other) = (person(conn, call, accounts[0]).await?, person(conn, call, accounts[1]).await?);
    let mut pool = pool(conn, &programme).await?;
    let plan = rounds::pairs_of(conn, round.id).await?;
    let Some((gone, new)) = exchanged(&plan, &pool, one, other) else { return Ok(Err(Refusal::SwapUnclear)) };
    let mut all: Vec<Pair> = plan.iter().copied().filter(|pair| !gone.contains(pair)).collect();
    // What was held gives way where the swap says something else.
    pool.locked.retain(|lock| !gone.contains(lock));
    pool.locked.extend(all.iter().copied());
    for pair in &new {
        if let Some(barrier) = pool.barrier(*pair) {
            return Ok(Err(refused(barrier)));
        }
    }
    for lock in rounds::locks_in(conn, programme.id).await? {
        if gone.contains(&lock.pair) {
            rounds::lock_drop(conn, programme.id, lock.id).await?;
        }
    }
    let mut named = Vec::new();
    for pair in &new {
        rounds::lock_set(conn, programme.id, *pair).await?;
        named.push([user(conn, pair.mentor).await?, user(conn, pair.mentee).await?]);
    }
    all.extend(new);
    rounds::pairs_set(conn, round.id, &all).await?;
    Ok(Ok(Held::Swapped { programme: programme.id, pairs: named }))
}

/// Lets a held pair go.
///
/// # Errors
/// Those of the database.
pub async fn unlock(conn: &mut Conn, call: &Call, roles: &[RoleId], lock: LockId) -> Result<Decision<Held>> {
    let Some(programme) = rounds::lock_programme(conn, lock).await? else {
        return Ok(Err(Refusal::NothingWaits));
    };
    let programme = match pairs_in(conn, call, roles, programme).await? {
        Ok(programme) => programme.id,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let done = rounds::lock_drop(conn, programme, lock).await?;
    Ok(done.map(|()| Held::Released { programme }).ok_or(Refusal::NothingWaits))
}

/// Lifts a bar.
///
/// # Errors
/// Those of the database.
pub async fn unbar(conn: &mut Conn, call: &Call, roles: &[RoleId], bar: BarId) -> Result<Decision<Held>> {
    let Some(programme) = rounds::bar_programme(conn, bar).await? else {
        return Ok(Err(Refusal::NothingWaits));
    };
    let programme = match pairs_in(conn, call, roles, programme).await? {
        Ok(programme) => programme.id,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let done = rounds::bar_drop(conn, programme, bar).await?;
    Ok(done.map(|()| Held::Released { programme }).ok_or(Refusal::NothingWaits))
}

#[cfg(test)]
#[path = "hold/tests.rs"]
mod tests;
