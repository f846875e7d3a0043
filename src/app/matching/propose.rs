//! Proposing: the pool is read, the plan is worked out somewhere else (it may take seconds), and kept. Nobody but
//! coordinators sees a plan, and whoever changes something proposes again.

use serde::{Deserialize, Serialize};

use super::pool;
use crate::app::{Call, Decision, guard};
use crate::domain::ids::{PersonId, ProgrammeId, RoleId, RoundId, UserId};
use crate::domain::matching::plan::{Pair, Plan};
use crate::domain::matching::pool::Pool;
use crate::domain::matching::round::{Bar, Lock, Round, RoundState};
use crate::domain::matching::score::Reason;
use crate::domain::programme::{Programme, Step};
use crate::store::{Conn, Result, people, programmes, rounds};

/// A plan is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// Its programme.
    pub programme: ProgrammeId,
    /// The round it is the plan of.
    pub round: RoundId,
}

/// A programme whose people may be paired by whoever asks.
///
/// # Errors
/// Those of the database.
pub(super) async fn pairs(
    conn: &mut Conn,
    call: &Call,
    roles: &[RoleId],
    chosen: Option<&str>,
) -> Result<Decision<Programme>> {
    guard::coordinated_for(conn, call, roles, chosen, Step::Match).await
}

/// A programme of this server by its number, whose people may be paired by whoever presses.
///
/// # Errors
/// Those of the database.
pub(super) async fn pairs_in(
    conn: &mut Conn,
    call: &Call,
    roles: &[RoleId],
    programme: ProgrammeId,
) -> Result<Decision<Programme>> {
    guard::coordinated_for(conn, call, roles, programme, Step::Match).await
}

/// What the plan is worked out from.
///
/// # Errors
/// Those of the database.
pub async fn input(
    conn: &mut Conn,
    call: &Call,
    roles: &[RoleId],
    chosen: Option<&str>,
) -> Result<Decision<(ProgrammeId, Pool)>> {
    let programme = match pairs(conn, call, roles, chosen).await? {
        Ok(programme) => programme,
        Err(refusal) => return Ok(Err(refusal)),
    };
    Ok(Ok((programme.id, pool(conn, &programme).await?)))
}

/// Keeps a plan that was worked out, in place of the one before.
///
/// # Errors
/// Those of the database.
pub async fn keep(
    conn: &mut Conn,
    call: &Call,
    roles: &[RoleId],
    programme: ProgrammeId,
    plan: &Plan,
) -> Result<Decision<Kept>> {
    let programme = match pairs_in(conn, call, roles, programme).await? {
        Ok(programme) => programme,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let round = rounds::plan_set(conn, programme.id, plan).await?;
    Ok(Ok(Kept { programme: programme.id, round }))
}

/// A pair of a plan, as a coordinator reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Who would coach.
    pub mentor: UserId,
    /// Who would be coached.
    pub mentee: UserId,
    /// Whether coordinators hold it.
    pub held: bool,
    /// Why they go together; true of what both entered by now.
    pub reasons: Vec<Reason>,
}

/// A held pair as it is shown: its number, mentor and mentee.
pub type HeldRow = (Lock, [UserId; 2]);
/// A barred pair as it is shown.
pub type BarredRow = (Bar, [UserId; 2]);

/// A plan as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// The programme.
    pub programme: Programme,
    /// The round; `None` while nothing has been proposed.
    pub round: Option<Round>,
    /// The pairs, by the mentee's number.
    pub rows: Vec<Row>,
    /// Mentors who have no place yet.
    pub mentors_left: Vec<UserId>,
    /// Mentees who have no place yet.
    pub mentees_left: Vec<UserId>,
    /// Pairs that are held.
    pub held: Vec<HeldRow>,
    /// Pairs that are barred.
    pub barred: Vec<BarredRow>,
}

async fn users(conn: &mut Conn, all: &[PersonId]) -> Result<Vec<UserId>> {
    let mut named = Vec::new();
    for person in all {
        named.push(people::person_get(conn, *person).await?.user);
    }
    Ok(named)
}

async fn both(conn: &mut Conn, one: PersonId, other: PersonId) -> Result<[UserId; 2]> {
    Ok([people::person_get(conn, one).await?.user, people::person_get(conn, other).await?.user])
}

/// The plan of a programme, for a coordinator.
///
/// # Errors
/// Those of the database.
pub async fn view(
    conn: &mut Conn,
    call: &Call,
    roles: &[RoleId],
    programme: ProgrammeId,
) -> Result<Decision<View>> {
    let programme = match pairs_in(conn, call, roles, programme).await? {
        Ok(programme) => programme,
        Err(refusal) => return Ok(Err(refusal)),
    };
    Ok(Ok(view_of(conn, programme).await?))
}

/// The plan of a programme.
///
/// # Errors
/// Those of the database.
pub async fn view_of(conn: &mut Conn, programme: Programme) -> Result<View> {
    let pool = pool(conn, &programme).await?;
    let round =
        rounds::rounds_of(conn, programme.id).await?.pop().filter(|one| one.state == RoundState::Plan);
    let pairs = match &round {
        Some(round) => rounds::pairs_of(conn, round.id).await?,
        None => Vec::new(),
    };
    let mut rows = Vec::new();
    for pair in &pairs {
        let [mentor, mentee] = both(conn, pair.mentor, pair.mentee).await?;
        let held = pool.locked.contains(pair);
        rows.push(Row { mentor, mentee, held, reasons: pool.reasons(*pair) });
    }
    let (mentors_left, mentees_left) = left(&pool, &pairs);
    let (mut held, mut barred) = (Vec::new(), Vec::new());
    for lock in rounds::locks_in(conn, programme.id).await? {
        held.push((lock, both(conn, lock.pair.mentor, lock.pair.mentee).await?));
    }
    for bar in rounds::bars_in(conn, programme.id).await? {
        barred.push((bar, both(conn, bar.two[0], bar.two[1]).await?));
    }
    Ok(View {
        round,
        rows,
        mentors_left: users(conn, &mentors_left).await?,
        mentees_left: users(conn, &mentees_left).await?,
        held,
        barred,
        programme,
    })
}

/// Who stands in no pair: mentors and mentees, each by number.
fn left(pool: &Pool, pairs: &[Pair]) -> (Vec<PersonId>, Vec<PersonId>) {
    let mentors = pool.mentors.iter().map(|one| one.person);
    let mentors = mentors.filter(|person| !pairs.iter().any(|pair| pair.mentor == *person)).collect();
    let mentees = pool.mentees.iter().copied();
    let mentees = mentees.filter(|person| !pairs.iter().any(|pair| pair.mentee == *person)).collect();
    (mentors, mentees)
}

/// The programme that the newest plan of a server belongs to, by the number of the round.
///
/// # Errors
/// Those of the database.
pub(super) async fn plan_of(conn: &mut Conn, round: RoundId) -> Result<Option<(Programme, Round)>> {
    let Some(round) = rounds::round_find(conn, round).await? else { return Ok(None) };
    Ok(Some((programmes::programme_get(conn, round.programme).await?, round)))
}
