//! What the bot brings up around a meeting by itself: the agenda before it, *did you meet?* after it, the invitation to
//! leave a task, and once half-way what is still open. Each comes once, whatever runs twice; a moved meeting gets its
//! agenda anew. Silence is unknown and never held against anybody.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::effect::post_plan;
use super::jobs::{AGENDA, DID_YOU_MEET, HALF_WAY, IDEAS};
use super::{Call, Decision, guard, pause};
use crate::domain::ids::{MeetingId, TandemId};
use crate::domain::meeting::{self, Meeting};
use crate::domain::meeting_steps::{self as steps, ASK_UNTIL, Between, Hours};
use crate::domain::post::PostKind;
use crate::domain::programme::Programme;
use crate::domain::refusal::Refusal;
use crate::domain::tandem::Tandem;
use crate::domain::zone;
use crate::store::{Conn, Result, jobs, meetings, posts, programmes, tandems, tasks, topics};

const fn hours(programme: &Programme) -> Hours {
    Hours { quiet: programme.quiet(), zone: programme.zone }
}

/// Sets or drops the jobs around a tandem's meetings: to be called whenever one is planned, moved, cancelled or said to have
/// taken place. A row that is due stays, so that nothing is missed after a downtime.
///
/// # Errors
/// Those of the database.
pub async fn reschedule(
    conn: &mut Conn,
    programme: &Programme,
    tandem: TandemId,
    now: DateTime<Utc>,
) -> Result<()> {
    let all = meetings::meetings_of(conn, tandem).await?;
    for one in &all {
        let agenda = match steps::agenda(one, now, hours(programme)) {
            Some(at) if !told(conn, one, PostKind::Agenda).await? => Some(at),
            _ => None,
        };
        row(conn, AGENDA, one.id.0, agenda, now).await?;
        let ask = steps::ask(one);
        let asks = !one.cancelled && one.held_at.is_none() && now < ask + ASK_UNTIL;
        let asks = asks && !told(conn, one, PostKind::DidYouMeet).await?;
        row(conn, DID_YOU_MEET, one.id.0, asks.then_some(ask), now).await?;
    }
    let between = half_way_of(conn, programme, tandem, &all, now).await?;
    let at = between.and_then(|between| between.half_way_set(now, programme.zone));
    row(conn, HALF_WAY, tandem.0, at, now).await
}

async fn told(conn: &mut Conn, meeting: &Meeting, kind: PostKind) -> Result<bool> {
    topics::was_brought_up(conn, meeting.id, kind, meeting.starts_at).await
}

async fn row(
    conn: &mut Conn,
    name: &str,
    subject: i64,
    at: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
) -> Result<()> {
    match (at, jobs::job_at(conn, name, subject).await?) {
        (Some(_), Some(due)) if due <= now => Ok(()),
        (Some(at), _) => jobs::job_set(conn, name, subject, at).await,
        (None, _) => jobs::job_drop(conn, name, subject).await,
    }
}

/// The time between two meetings in which a tandem is, unless it was told half-way what is open.
async fn half_way_of(
    conn: &mut Conn,
    programme: &Programme,
    tandem: TandemId,
    all: &[Meeting],
    now: DateTime<Utc>,
) -> Result<Option<Between>> {
    let last = meeting::last(all, now);
    let told = match last {
        Some(last) => told(conn, last, PostKind::HalfWay).await?,
        None => posts::post_about(conn, PostKind::HalfWay, tandem.0).await?.is_some(),
    };
    if told {
        return Ok(None);
    }
    let began = zone::start_of_day(programme.starts_on, programme.zone);
    let began = tandems::tandem_get(conn, tandem).await?.opened_at.max(began);
    Ok(Some(Between::of(last, began, meeting::next(all, now), programme.rhythm())))
}

/// A tandem at work, and its programme.
async fn at_work(conn: &mut Conn, tandem: TandemId) -> Result<Option<(Tandem, Programme)>> {
    let tandem = tandems::tandem_get(conn, tandem).await?;
    let programme = programmes::programme_get(conn, tandem.programme).await?;
    Ok((tandem.is_live() && programme.phase.works()).then_some((tandem, programme)))
}

/// Posts the agenda of a meeting, with which both are reminded; a moved one waits on.
///
/// # Errors
/// Those of the database.
pub async fn agenda(conn: &mut Conn, id: MeetingId, now: DateTime<Utc>) -> Result<Option<DateTime<Utc>>> {
    let Some(meeting) = meetings::meeting_find(conn, id).await? else { return Ok(None) };
    let Some((tandem, programme)) = at_work(conn, meeting.tandem).await? else { return Ok(None) };
    match steps::agenda(&meeting, now, hours(&programme)) {
        Some(at) if at > now => return Ok(Some(at)),
        Some(_) => {}
        None => return Ok(None),
    }
    // A pause that ends in time only puts it off: what comes due in one is not sent afterwards (D15).
    if let Some(until) = pause::paused(conn, tandem.id, now).await? {
        let at = programme.quiet().next_open(until, programme.zone);
        return Ok((at + steps::AGENDA_AT_LEAST <= meeting.starts_at).then_some(at));
    }
    if topics::brought_up(conn, id, PostKind::Agenda, meeting.starts_at).await? {
        let planned = meeting.starts_at - steps::AGENDA_BEFORE;
        post_plan(conn, &programme, tandem.id, PostKind::Agenda, id.0, planned, &[]).await?;
    }
    Ok(None)
}

/// Asks both whether a meeting took place, unless one has said so.
///
/// # Errors
/// Those of the database.
pub async fn did_you_meet(
    conn: &mut Conn,
    id: MeetingId,
    now: DateTime<Utc>,
) -> Result<Option<DateTime<Utc>>> {
    let Some(meeting) = meetings::meeting_find(conn, id).await? else { return Ok(None) };
    let Some((tandem, programme)) = at_work(conn, meeting.tandem).await? else { return Ok(None) };
    let at = steps::ask(&meeting);
    if at > now && !meeting.cancelled {
        return Ok(Some(at));
    }
    if !meeting.cancelled
        && meeting.held_at.is_none()
        && now < at + ASK_UNTIL
        && topics::brought_up(conn, id, PostKind::DidYouMeet, meeting.starts_at).await?
    {
        post_plan(conn, &programme, tandem.id, PostKind::DidYouMeet, id.0, now, &[]).await?;
    }
    // From now on this meeting is the last one, from which half-way is counted.
    reschedule(conn, &programme, tandem.id, now).await?;
    Ok(None)
}

/// What became of an answer to *did you meet?*
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Met {
    /// It took place.
    Held {
        /// The tandem.
        tandem: TandemId,
    },
    /// Not this time: another date may be found.
    NotThisTime {
        /// The tandem.
        tandem: TandemId,
    },
}

/// One of the two says whether a meeting took place: one yes is a meeting, and a no leaves that yes as it is. A no is not
/// stored; the topic is kept for the next meeting.
///
/// # Errors
/// Those of the database.
pub async fn met(conn: &mut Conn, call: &Call, id: MeetingId, yes: bool) -> Result<Decision<Met>> {
    let Some(meeting) = meetings::meeting_find(conn, id).await? else {
        return Ok(Err(Refusal::NothingWaits));
    };
    let seat = match guard::seat_in(conn, call, meeting.tandem).await? {
        Ok(seat) if seat.tandem.is_live() => seat,
        Ok(_) => return Ok(Err(Refusal::TandemEnded)),
        Err(refusal) => return Ok(Err(refusal)),
    };
    if meeting.starts_at > call.now {
        return Ok(Err(Refusal::NothingWaits));
    }
    let tandem = seat.tandem.id;
    if !yes && meeting.held_at.is_none() {
        super::topics::keep_for_next(conn, &meeting).await?;
        return Ok(Ok(Met::NotThisTime { tandem }));
    }
    if yes && meetings::meeting_held_set(conn, id, call.now).await? {
        let at = steps::morning_after(meeting.ends_at(), call.now, seat.programme.zone);
        jobs::job_ensure(conn, IDEAS, id.0, at).await?;
        reschedule(conn, &seat.programme, tandem, call.now).await?;
    }
    Ok(Ok(Met::Held { tandem }))
}

/// Invites the mentor to leave a task until the next time, unless one was given since the meeting or it was the last.
///
/// # Errors
/// Those of the database.
pub async fn ideas(conn: &mut Conn, id: MeetingId, now: DateTime<Utc>) -> Result<Option<DateTime<Utc>>> {
    let Some(meeting) = meetings::meeting_find(conn, id).await? else { return Ok(None) };
    let Some((tandem, programme)) = at_work(conn, meeting.tandem).await? else { return Ok(None) };
    let all = meetings::meetings_of(conn, tandem.id).await?;
    if nothing_follows(&programme, &all, now) {
        return Ok(None);
    }
    let given = tasks::tasks_of(conn, tandem.id).await?;
    let given = given.iter().any(|task| task.giver == tandem.mentor && task.given_at >= meeting.starts_at);
    if !given && topics::brought_up(conn, id, PostKind::Ideas, meeting.starts_at).await? {
        post_plan(conn, &programme, tandem.id, PostKind::Ideas, id.0, now, &[]).await?;
    }
    Ok(None)
}

/// Whether a tandem has met for the last time.
fn nothing_follows(programme: &Programme, all: &[Meeting], now: DateTime<Utc>) -> bool {
    let ends = programme.ends_on.succ_opt().unwrap_or(programme.ends_on);
    steps::was_last(all, programme.meetings, zone::start_of_day(ends, programme.zone), now)
}

/// Shows both once what is still open before they meet again; nothing open, no post.
///
/// # Errors
/// Those of the database.
pub async fn half_way(conn: &mut Conn, id: TandemId, now: DateTime<Utc>) -> Result<Option<DateTime<Utc>>> {
    let Some((tandem, programme)) = at_work(conn, id).await? else { return Ok(None) };
    let all = meetings::meetings_of(conn, tandem.id).await?;
    if nothing_follows(&programme, &all, now) {
        return Ok(None);
    }
    let between = half_way_of(conn, &programme, tandem.id, &all, now).await?;
    match between.and_then(|between| between.half_way(programme.zone)) {
        Some(at) if at > now => return Ok(Some(at)),
        // Long past, because the bot was away: the agenda has what is open.
        Some(at) if now < at + ASK_UNTIL => {}
        _ => return Ok(None),
    }
    let first = match meeting::last(&all, now) {
        Some(last) => topics::brought_up(conn, last.id, PostKind::HalfWay, last.starts_at).await?,
        None => true,
    };
    let open = tasks::tasks_of(conn, tandem.id).await?.iter().any(crate::domain::task::Task::is_pending);
    if first && open {
        post_plan(conn, &programme, tandem.id, PostKind::HalfWay, tandem.id.0, now, &[]).await?;
    }
    Ok(None)
}

#[cfg(test)]
mod tests;
