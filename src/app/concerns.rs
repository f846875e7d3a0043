//! Questions or concerns before a programme begins, which carry no name. Whose they are is not stored; they reach the
//! coordinators together, on the next morning.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};

use super::effect::{NewPost, Place, post_queue};
use super::{Call, Decision, guard};
use crate::domain::ids::{ConcernsId, ProgrammeId, RoleId};
use crate::domain::post::PostKind;
use crate::domain::programme::{Phase, Programme};
use crate::domain::refusal::Refusal;
use crate::domain::task;
use crate::domain::zone;
use crate::store::{Conn, Result, concerns, people, programmes, replies};

/// The longest question or concern, in characters: what a page of them has room for.
pub const CONCERN_MAX: usize = 900;
/// So many of them may wait (decision: nobody reads more, and nobody floods the list).
const CONCERNS_MAX: usize = 100;
/// Under this name it is noted when coordinators are told next, or were told last.
const CONCERNS: &str = "concerns";
/// Questions and concerns reach the coordinators on the next morning, so that the hour tells nothing.
const MORNING: NaiveTime = match NaiveTime::from_hms_opt(9, 0, 0) {
    Some(hour) => hour,
    None => NaiveTime::MIN,
};

/// The programme about which somebody on its server may have a question or concern: anybody who reads its card.
///
/// # Errors
/// Those of the database.
pub async fn asking(conn: &mut Conn, call: &Call, programme: ProgrammeId) -> Result<Decision<Programme>> {
    if people::server_get(conn, call.guild).await?.is_none() {
        return Ok(Err(Refusal::NotSetUp));
    }
    let all = programmes::programmes_of(conn, call.guild).await?;
    let found = all.into_iter().find(|one| one.id == programme).ok_or(Refusal::NoProgramme);
    Ok(found.and_then(|programme| match programme.phase {
        Phase::Draft | Phase::Closed | Phase::Erased => Err(Refusal::WrongPhase),
        _ => Ok(programme),
    }))
}

/// Notes a question or concern. To be run without a trace of who asked: the same words twice are one.
///
/// # Errors
/// Those of the database.
pub async fn ask(conn: &mut Conn, call: &Call, programme: ProgrammeId, words: &str) -> Result<Decision<()>> {
    let programme = match asking(conn, call, programme).await? {
        Ok(programme) => programme,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let words = match task::text(words, CONCERN_MAX) {
        Ok(words) => words,
        Err(refusal) => return Ok(Err(refusal)),
    };
    if concerns::concerns_count(conn, programme.id).await? >= CONCERNS_MAX {
        return Ok(Err(Refusal::ConcernsFull));
    }
    let today = zone::to_local(call.now, programme.zone).date();
    let tomorrow = today.checked_add_days(Days::new(1)).unwrap_or(today);
    let secret = replies::installation_secret(conn).await?;
    // A number that tells no order.
    let hash = super::keyed(&secret, &[b"concern", &programme.id.0.to_le_bytes(), words.as_bytes()]);
    let eight: [u8; 8] = std::array::from_fn(|at| hash.get(at).copied().unwrap_or_default());
    concerns::concern_add(conn, i64::from_le_bytes(eight) >> 1, programme.id, &words, tomorrow).await?;
    deliver(conn, &programme, tomorrow).await?;
    Ok(Ok(()))
}

/// Tells the coordinators' channel on that morning that something waits: once, however many come until then.
async fn deliver(conn: &mut Conn, programme: &Programme, morning: NaiveDate) -> Result<()> {
    let at = zone::to_utc(morning.and_time(MORNING), programme.zone);
    if programmes::told_last(conn, programme.id, CONCERNS).await?.is_some_and(|last| last >= at) {
        return Ok(());
    }
    programmes::told_last_set(conn, programme.id, CONCERNS, at).await?;
    let (policy, quiet) = (PostKind::ConcernsWait.policy(), programme.quiet());
    let post = NewPost {
        programme: programme.id,
        place: Place::Channel(programme.digest_channel),
        kind: PostKind::ConcernsWait,
        subject: ConcernsId::of(programme.id, morning, 0).0,
        due_at: policy.send_at(at, &quiet, programme.zone),
        expires_at: None,
        seeds: &[],
        pinned: false,
    };
    post_queue(conn, &post).await?;
    Ok(())
}

/// The latest day whose questions and concerns coordinators have been told of.
fn told_by(programme: &Programme, now: DateTime<Utc>) -> NaiveDate {
    let local = zone::to_local(now, programme.zone);
    let day = local.date();
    if local.time() >= MORNING { day } else { day.checked_sub_days(Days::new(1)).unwrap_or(day) }
}

/// How many questions and concerns wait that coordinators have been told of.
///
/// # Errors
/// Those of the database.
pub async fn concerns_told(conn: &mut Conn, programme: &Programme, now: DateTime<Utc>) -> Result<usize> {
    Ok(concerns::concerns_of(conn, programme.id, told_by(programme, now)).await?.len())
}

/// The questions and concerns that wait, for coordinators, sorted by their words so that the order tells nothing, and the day
/// by which they were told: nothing is read before its morning. `by` keeps to what was told by an earlier day.
///
/// # Errors
/// Those of the database.
pub async fn concerns(
    conn: &mut Conn,
    call: &Call,
    roles: &[RoleId],
    programme: ProgrammeId,
    by: Option<NaiveDate>,
) -> Result<Decision<(NaiveDate, Vec<String>)>> {
    let programme = match guard::coordinated(conn, call, roles, programme).await? {
        Ok(programme) => programme,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let told = told_by(&programme, call.now);
    let by = by.map_or(told, |by| by.min(told));
    Ok(Ok((by, concerns::concerns_of(conn, programme.id, by).await?)))
}

/// Those that were told by that day were taken up: they are erased. What came since stays, unread.
///
/// # Errors
/// Those of the database.
pub async fn taken_up(
    conn: &mut Conn,
    call: &Call,
    roles: &[RoleId],
    programme: ProgrammeId,
    by: NaiveDate,
) -> Result<Decision<()>> {
    let seen = concerns(conn, call, roles, programme, Some(by)).await?;
    if let Ok((by, _)) = &seen {
        concerns::concerns_clear(conn, programme, *by).await?;
    }
    Ok(seen.map(drop))
}

#[cfg(test)]
#[path = "concerns/tests.rs"]
mod tests;
