//! The one place where a phase of a programme begins: whatever has to happen then is called here, by command or by job
//! alike. A programme never goes back.

use chrono::{DateTime, NaiveTime, Utc};

use crate::app::effect::{Effect, NewPost, Place, channel_lane, effect_add, post_queue};
use crate::app::matching::round;
use crate::app::{briefing, digest, erasing, jobs, leaving, lounge, meetup, occasions, people, surveys};
use crate::domain::ids::ProgrammeId;
use crate::domain::post::PostKind;
use crate::domain::programme::{OccasionKind, Phase, Programme, Step};
use crate::domain::zone;
use crate::store::jobs::{job_drop, job_set};
use crate::store::{Conn, Result, posts, programmes, tandems};

/// Phases that come by themselves begin in the morning: what is posted then wakes nobody.
const HOUR: NaiveTime = match NaiveTime::from_hms_opt(9, 0, 0) {
    Some(hour) => hour,
    None => NaiveTime::MIN,
};

/// When a programme's next phase comes by itself.
#[must_use]
pub fn due(programme: &Programme) -> Option<DateTime<Utc>> {
    let (_, day) = programme.phase.comes(programme.starts_on, programme.ends_on)?;
    Some(zone::to_utc(day.and_time(HOUR), programme.zone))
}

/// A phase begins, unless the programme is in it or beyond it; `false` then, and nothing happens.
///
/// # Errors
/// Those of the database.
pub async fn enter(conn: &mut Conn, programme: &Programme, phase: Phase, now: DateTime<Utc>) -> Result<bool> {
    let mut programme = programmes::programme_get(conn, programme.id).await?;
    if phase <= programme.phase {
        return Ok(false);
    }
    let before = programme.phase;
    let was_draft = before == Phase::Draft;
    programme.phase = phase;
    programmes::programme_phase_set(conn, programme.id, phase).await?;
    if was_draft && !phase.is_over() {
        card(conn, &programme, now).await?;
        jobs::digests_begin(conn, &programme, now).await?;
    }
    if was_draft {
        people::invitations_begin(conn, &programme, now).await?;
    }
    if before.allows(Step::Enrol) && !phase.allows(Step::Enrol) {
        // Nobody can take part any more, and the last day may have become today.
        card_edit(conn, &programme, now).await?;
        people::turn_down_waiting(conn, &programme, now).await?;
    }
    for which in OccasionKind::ALL {
        // What was set before people may read of it.
        if phase.allows(which.step()) && !before.allows(which.step()) {
            occasions::announce(conn, &programme, *which, now).await?;
        }
    }
    if !phase.allows(Step::Meetup) {
        meetup::run::halt(conn, &programme, now).await?;
    }
    if !phase.pairs() {
        round::halt(conn, &programme).await?;
    }
    if phase >= Phase::Pairing && !phase.is_over() {
        briefing::release(conn, &programme).await?;
    }
    if phase == Phase::Closing {
        surveys::closing(conn, &programme, now).await?;
    }
    if phase == Phase::Closed {
        // Before its tandems end: those who are in one now are asked later what has lasted.
        surveys::closed(conn, &programme, now).await?;
        digest::topics_release(conn, &programme, now).await?;
        programme.closed_on = Some(zone::to_local(now, programme.zone).date());
        programmes::programme_set(conn, &programme).await?;
        close(conn, &programme, now).await?;
        erasing::schedule(conn, &programme, now).await?;
        closed(conn, &programme, now).await?;
    }
    if phase == Phase::Erased {
        erasing::programme_begin(conn, programme.id, now).await?;
    }
    lounge::keep(conn, &programme, now).await?;
    reschedule(conn, &programme, now).await?;
    Ok(true)
}

/// Begins whatever has come due, and tells when the next phase comes.
///
/// # Errors
/// Those of the database.
pub async fn advance(
    conn: &mut Conn,
    programme: ProgrammeId,
    now: DateTime<Utc>,
) -> Result<Option<DateTime<Utc>>> {
    loop {
        let programme = programmes::programme_get(conn, programme).await?;
        let Some(due) = due(&programme) else { return Ok(None) };
        let next = programme.phase.comes(programme.starts_on, programme.ends_on);
        match next.filter(|_| due <= now) {
            Some((phase, _)) => enter(conn, &programme, phase, now).await?,
            None => return Ok(Some(due)),
        };
    }
}

/// The next phase comes on another day: its job moves.
///
/// # Errors
/// Those of the database.
pub async fn reschedule(conn: &mut Conn, programme: &Programme, now: DateTime<Utc>) -> Result<()> {
    match due(programme) {
        Some(due) => job_set(conn, jobs::PHASE, programme.id.0, due.max(now)).await,
        None => job_drop(conn, jobs::PHASE, programme.id.0).await,
    }
}

/// The card by which people take part.
pub(super) async fn card(conn: &mut Conn, programme: &Programme, now: DateTime<Utc>) -> Result<()> {
    let card = NewPost {
        programme: programme.id,
        place: Place::Channel(programme.card_channel),
        kind: PostKind::ProgrammeCard,
        subject: programme.id.0,
        due_at: now,
        expires_at: None,
        seeds: &[],
        pinned: false,
    };
    post_queue(conn, &card).await?;
    Ok(())
}

/// The card that stands shows what is true now.
pub(super) async fn card_edit(conn: &mut Conn, programme: &Programme, now: DateTime<Utc>) -> Result<()> {
    if let Some(post) = posts::post_about(conn, PostKind::ProgrammeCard, programme.id.0).await? {
        let (lane, key) = (channel_lane(programme.card_channel), Some(format!("edit:{}", post.id)));
        effect_add(conn, lane, programme.id, &Effect::Edit { post: post.id }, now, key, None).await?;
    }
    Ok(())
}

/// Coordinators read that it is closed, also where it came by itself, and what comes now.
async fn closed(conn: &mut Conn, programme: &Programme, now: DateTime<Utc>) -> Result<()> {
    let kind = PostKind::ProgrammeClosed;
    let post = NewPost {
        programme: programme.id,
        place: Place::Channel(programme.digest_channel),
        kind,
        subject: programme.id.0,
        due_at: kind.policy().send_at(now, &programme.quiet(), programme.zone),
        expires_at: Some(erasing::over(programme)),
        seeds: &[],
        pinned: false,
    };
    post_queue(conn, &post).await?;
    Ok(())
}

/// Every tandem that is still at work ends as tandems end; what would come on schedule does not come any more.
async fn close(conn: &mut Conn, programme: &Programme, now: DateTime<Utc>) -> Result<()> {
    for tandem in tandems::tandems_in(conn, programme.id).await? {
        if tandem.is_live() {
            leaving::conclude(conn, &tandem, leaving::Ending::Goodbye, now).await?;
        }
    }
    job_drop(conn, jobs::QUESTIONS, programme.id.0).await
}

#[cfg(test)]
#[path = "phase/tests.rs"]
mod tests;
