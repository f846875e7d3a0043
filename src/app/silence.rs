//! A tandem that has gone quiet is nudged in its own room, kindly, at most once per silence, with a way to a meeting and
//! one to a pause. Nobody outside learns of it. What is kept is when the nudge would be due: a row of the job list, moved
//! with every deed.

use chrono::{DateTime, Duration, Utc};

use super::effect::post_plan;
use super::jobs;
use super::pause::paused;
use crate::domain::ids::TandemId;
use crate::domain::look_back::{LookBack, Moment};
use crate::domain::post::PostKind;
use crate::domain::programme::Programme;
use crate::domain::{silence, zone};
use crate::store::jobs::{job_at, job_set};
use crate::store::{Conn, Result, look_backs, meetings, pauses, programmes, tandems};

/// A tandem has begun, or one of its tasks or meetings was touched: silence, if it comes, begins later.
///
/// # Errors
/// Those of the database.
pub async fn touched(
    conn: &mut Conn,
    programme: &Programme,
    tandem: TandemId,
    now: DateTime<Utc>,
) -> Result<()> {
    let from = now.max(zone::start_of_day(programme.starts_on, programme.zone));
    let pauses = pauses::pauses_of(conn, tandem).await?;
    job_set(conn, jobs::QUIET, tandem.0, silence::begins(from, programme.rhythm(), &pauses)).await
}

/// A pause was set, or given another end: silence begins that much later, or earlier, and so does the offer to whoever
/// cannot reach their partner, what waits for the end of the pause, and the time to answer whether to stay together.
///
/// # Errors
/// Those of the database.
pub(super) async fn shift(conn: &mut Conn, tandem: TandemId, by: Duration) -> Result<()> {
    let look_backs = Moment::ALL.iter().map(|moment| (jobs::LOOK_BACK, LookBack::id(tandem, *moment).0));
    let jobs = [jobs::QUIET, jobs::REACH_OFFER, jobs::STAY_ASK, jobs::STAY_SETTLE].map(|job| (job, tandem.0));
    for (job, subject) in jobs.into_iter().chain(look_backs) {
        if let Some(due) = job_at(conn, job, subject).await? {
            job_set(conn, job, subject, due + by).await?;
        }
    }
    if let Some(open) = look_backs::stay_find(conn, tandem).await? {
        look_backs::stay_deadline_set(conn, tandem, open.deadline + by).await?;
    }
    Ok(())
}

/// Nudges a tandem that has gone quiet; tells when to look again where a meeting stands or stood.
///
/// # Errors
/// Those of the database.
pub async fn nudge(conn: &mut Conn, tandem: TandemId, now: DateTime<Utc>) -> Result<Option<DateTime<Utc>>> {
    let tandem = tandems::tandem_get(conn, tandem).await?;
    let programme = programmes::programme_get(conn, tandem.programme).await?;
    let over = zone::to_local(now, programme.zone).date() > programme.ends_on;
    if !tandem.is_live() || !programme.phase.works() || over {
        return Ok(None);
    }
    if let Some(until) = paused(conn, tandem.id, now).await? {
        return Ok(Some(until));
    }
    let meetings = meetings::meetings_of(conn, tandem.id).await?;
    let pauses = pauses::pauses_of(conn, tandem.id).await?;
    let met = silence::last_of(&meetings).map(|last| silence::begins(last, programme.rhythm(), &pauses));
    if let Some(later) = met.filter(|later| *later > now) {
        return Ok(Some(later));
    }
    post_plan(conn, &programme, tandem.id, PostKind::QuietNudge, tandem.id.0, now, &[]).await?;
    Ok(None)
}

/// Whether the tandem is still as quiet as when the nudge was planned: every deed gives the job a new row.
///
/// # Errors
/// Those of the database.
pub async fn still(conn: &mut Conn, tandem: TandemId) -> Result<bool> {
    Ok(job_at(conn, jobs::QUIET, tandem.0).await?.is_none())
}

#[cfg(test)]
#[path = "silence/tests.rs"]
mod tests;
