//! The pool of guiding questions of one programme: its coordinators add their own, in both languages, take out what does
//! not suit, and are told before it runs dry. Ideas for tasks (`own_ideas`) are taken out here as well: by their number.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Call, Decision, guard};
use crate::domain::ids::{ProgrammeId, RoleId};
use crate::domain::programme::{Programme, Step};
use crate::domain::question::{Choice, OWN_COUNT_MAX, OWN_MAX, OwnQuestion, Stage, for_stage};
use crate::domain::refusal::Refusal;
use crate::domain::schedule::Schedule;
use crate::domain::task;
use crate::domain::zone;
use crate::store::{Conn, Result, own_ideas, programmes, questions};

/// Remembers that a digest said that the pool runs dry.
const DRY: &str = "questions-dry";
/// So many rounds ahead it is said (decision: about one digest a week leaves a month or more).
const DRY_WITHIN: usize = 5;

/// The pool of a programme, for its coordinators.
#[derive(Debug, Clone)]
pub struct Pool {
    /// The programme.
    pub programme: Programme,
    /// Its own questions that are asked.
    pub own: Vec<OwnQuestion>,
    /// Numbers of the pool that suit its template and are asked.
    pub pool: Vec<i64>,
    /// How many rounds are still to come.
    pub rounds: usize,
    /// How many questions no round has taken yet, passed over ones not counted: a fact of the schedule alone.
    pub left: usize,
}

/// What was added or taken out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changed {
    /// In which programme.
    pub programme: ProgrammeId,
    /// The number of the question or idea.
    pub number: i64,
    /// Whether it is an idea for a task.
    #[serde(default)]
    pub idea: bool,
}

/// The pool of a programme, by its name or number.
///
/// # Errors
/// Those of the database.
pub async fn pool(
    conn: &mut Conn,
    call: &Call,
    roles: &[RoleId],
    chosen: Option<&str>,
) -> Result<Decision<Pool>> {
    Ok(match guard::coordinated_for(conn, call, roles, chosen, Step::Edit).await? {
        Ok(programme) => Ok(of(conn, programme, call.now).await?),
        Err(refusal) => Err(refusal),
    })
}

/// The pool of a programme, by its number, for a page of the list.
///
/// # Errors
/// Those of the database.
pub async fn pool_of(
    conn: &mut Conn,
    call: &Call,
    roles: &[RoleId],
    programme: ProgrammeId,
) -> Result<Decision<Pool>> {
    Ok(match guard::coordinated_for(conn, call, roles, programme, Step::Edit).await? {
        Ok(programme) => Ok(of(conn, programme, call.now).await?),
        Err(refusal) => Err(refusal),
    })
}

async fn of(conn: &mut Conn, programme: Programme, now: DateTime<Utc>) -> Result<Pool> {
    let choice = questions::question_choice(conn, programme.id).await?;
    let mut own = questions::own_questions_of(conn, programme.id).await?;
    own.retain(|question| !choice.off.contains(&question.number));
    let suited = for_stage(programme.template.code(), Stage::Early).into_iter().map(|one| one.number);
    let mut pool: Vec<i64> = suited.filter(|number| !choice.off.contains(number)).collect();
    pool.sort_unstable();
    let left = left(conn, &programme, &choice).await?;
    Ok(Pool { rounds: rounds(&programme, now), left, own, pool, programme })
}

/// How many rounds the schedule still has until the last day.
fn rounds(programme: &Programme, now: DateTime<Utc>) -> usize {
    let Ok(schedule) = Schedule::from_cron(&programme.question_schedule) else { return 0 };
    let Some(day) = programme.ends_on.succ_opt() else { return 0 };
    let begins = zone::start_of_day(programme.starts_on, programme.zone);
    let (mut at, end) = (now.max(begins), zone::start_of_day(day, programme.zone));
    let mut count = 0;
    while let Some(next) = schedule.next_after(at, programme.zone).filter(|next| *next < end) {
        (at, count) = (next, count + 1);
    }
    count
}

async fn left(conn: &mut Conn, programme: &Programme, choice: &Choice) -> Result<usize> {
    let asked = questions::rounds_asked(conn, programme.id).await?;
    Ok(choice.count(programme.template.code()).saturating_sub(asked))
}

/// Whether the digest has to say now, for the only time, that the pool runs dry before the programme ends; how many
/// questions are left then. It is reckoned from the schedule, not from what tandems passed over.
///
/// # Errors
/// Those of the database.
pub async fn runs_dry(conn: &mut Conn, programme: &Programme, now: DateTime<Utc>) -> Result<Option<usize>> {
    let choice = questions::question_choice(conn, programme.id).await?;
    let left = left(conn, programme, &choice).await?;
    if left > DRY_WITHIN || rounds(programme, now) <= left {
        return Ok(None);
    }
    Ok(programmes::told_once(conn, programme.id, DRY).await?.then_some(left))
}

/// Whether whoever asks may add a question, before a form is filled.
///
/// # Errors
/// Those of the database.
pub async fn may_add(
    conn: &mut Conn,
    call: &Call,
    roles: &[RoleId],
    chosen: Option<&str>,
) -> Result<Decision<ProgrammeId>> {
    Ok(guard::coordinated_for(conn, call, roles, chosen, Step::Edit).await?.map(|programme| programme.id))
}

/// Adds a question in both languages.
///
/// # Errors
/// Those of the database.
pub async fn add(
    conn: &mut Conn,
    call: &Call,
    roles: &[RoleId],
    programme: ProgrammeId,
    (en, de): (&str, &str),
) -> Result<Decision<Changed>> {
    let pool = match pool_of(conn, call, roles, programme).await? {
        Ok(pool) => pool,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let (en, de) = match task::text(en, OWN_MAX).and_then(|en| Ok((en, task::text(de, OWN_MAX)?))) {
        Ok(words) => words,
        Err(refusal) => return Ok(Err(refusal)),
    };
    if pool.own.len() >= OWN_COUNT_MAX {
        return Ok(Err(Refusal::TooManyQuestions { max: OWN_COUNT_MAX }));
    }
    let number = questions::own_question_add(conn, programme, &en, &de).await?;
    Ok(Ok(Changed { programme, number, idea: false }))
}

/// Takes a question out, one's own or one of the pool; tandems that were asked it go on seeing it. The number of an idea of
/// one's own takes that out.
///
/// # Errors
/// Those of the database.
pub async fn remove(
    conn: &mut Conn,
    call: &Call,
    roles: &[RoleId],
    chosen: Option<&str>,
    number: i64,
) -> Result<Decision<Changed>> {
    let pool = match pool(conn, call, roles, chosen).await? {
        Ok(pool) => pool,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let known = pool.pool.contains(&number) || pool.own.iter().any(|own| own.number == number);
    let programme = pool.programme.id;
    if known && questions::question_off_add(conn, programme, number).await? {
        return Ok(Ok(Changed { programme, number, idea: false }));
    }
    if own_ideas::own_idea_remove(conn, programme, number).await? {
        return Ok(Ok(Changed { programme, number, idea: true }));
    }
    Ok(Err(Refusal::NoSuchQuestion { number }))
}

#[cfg(test)]
#[path = "pool/tests.rs"]
mod tests;
