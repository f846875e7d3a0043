//! The coordinators' digest: periods that have closed are released, once and for all (P7), and what is known then is
//! put together, kept and posted. It holds counts alone (P15).

use chrono::{DateTime, Utc};

use super::effect::{NewPost, Place, post_queue};
use super::facts::facts;
use super::{pool, remarks, support};
use crate::domain::calls::Reader;
use crate::domain::decision::{Cause, Decision};
use crate::domain::digest::{Digest, Inside, InsideSoFar};
use crate::domain::figures::period::Grid;
use crate::domain::figures::topics::Picked;
use crate::domain::figures::{self, K, release, rows_of_two};
use crate::domain::ids::{DigestId, ProgrammeId};
use crate::domain::post::PostKind;
use crate::domain::programme::Programme;
use crate::domain::schedule::Schedule;
use crate::domain::topic::Topic;
use crate::store::remarks::remarks_passed as passed_on;
use crate::store::{Conn, Result, outbox, practices, programmes, releases, tandems, topics};

/// Remembers that a digest said why there are no figures.
const WHY_NO_FIGURES: &str = "why-no-figures";

/// Releases the figures of every period that has closed and was not released yet, and tells when the next one closes;
/// `None` before periods are laid down and after the programme's last one.
///
/// # Errors
/// Those of the database.
pub async fn release_due(
    conn: &mut Conn,
    programme: ProgrammeId,
    now: DateTime<Utc>,
) -> Result<Option<DateTime<Utc>>> {
    let programme = programmes::programme_get(conn, programme).await?;
    let Some(grid) = programme.periods else { return Ok(None) };
    let closed = grid.closed_by(now);
    let released = releases::releases_count(conn, programme.id).await?;
    for index in released..closed {
        let period = grid.period(index);
        let input = releases::period_input(conn, programme.id, &period).await?;
        releases::release_add(conn, programme.id, &period, &release(&input, k(&programme))).await?;
    }
    if released < closed {
        // Once, however many have closed: what is passed on is to be read before it goes.
        let last = grid.period(closed).first_day > programme.ends_on;
        remarks::period_closes(conn, programme.id, closed - 1, last).await?;
    }
    Ok((!is_over(&programme)).then(|| grid.period(closed).until))
}

/// Makes a programme's digest, queues its post, and tells when the next one is due; `None` after the programme's end. Before
/// its first tandem there is no inside to tell of.
///
/// # Errors
/// Those of the database.
pub async fn make(
    conn: &mut Conn,
    programme: ProgrammeId,
    now: DateTime<Utc>,
) -> Result<Option<DateTime<Utc>>> {
    // The release may be overdue as well, and Monday's digest finds the period that ended on Sunday.
    release_due(conn, programme, now).await?;
    let programme = programmes::programme_get(conn, programme).await?;
    if is_over(&programme) {
        return Ok(None);
    }
    let inside = match &programme.periods {
        Some(grid) => inside(conn, &programme, grid, now).await?,
        None => Inside::Nothing,
    };
    if inside.tells_why_none() {
        programmes::told_once(conn, programme.id, WHY_NO_FIGURES).await?;
    }
    let undelivered: Vec<(String, u32)> = outbox::outbox_undeliverable(conn, programme.id)
        .await?
        .into_iter()
        .map(|(cause, count)| (cause, u32::try_from(count).unwrap_or(u32::MAX)))
        .collect();
    outbox::outbox_told(conn, programme.id, |cause| Cause::of(cause).can_be_repaired()).await?;
    let dry = pool::runs_dry(conn, &programme, now).await?;
    let digest = Digest::new(facts(conn, programme.id).await?, inside, &undelivered);
    let digest = deciding(conn, &programme, digest).await?;
    let digest = match dry {
        Some(left) => digest.deciding(Decision::Questions(left)),
        None => digest,
    };
    let id = releases::digest_add(conn, programme.id, &digest, now).await?;
    post(conn, &programme, id, now).await?;
    let schedule = Schedule::from_cron(&programme.digest_schedule).ok();
    Ok(schedule.and_then(|schedule| schedule.next_after(now, programme.zone)))
}

/// Releases, once, in how many tandems each topic was picked: those that count in one of the periods that have closed.
///
/// # Errors
/// Those of the database.
pub async fn topics_release(conn: &mut Conn, programme: &Programme, now: DateTime<Utc>) -> Result<()> {
    let Some(grid) = programme.periods else { return Ok(()) };
    let closed: Vec<_> = (0..grid.closed_by(now)).map(|index| grid.period(index)).collect();
    let mut tandems = tandems::tandems_in(conn, programme.id).await?;
    tandems.retain(|one| closed.iter().any(|period| period.counts(one.opened_at, one.ended_at)));
    let pairs: Vec<_> = tandems.iter().map(|one| [one.mentor, one.mentee]).collect();
    let picked = releases::topics_picked(conn, programme.id).await?;
    let picked: Vec<_> = picked
        .into_iter()
        .filter(|(id, _)| tandems.iter().any(|one| one.id == *id))
        .map(|(_, topics)| topics)
        .collect();
    let own = topics::programme_topics(conn, programme.id).await?;
    let offered: Vec<Picked> = Topic::ALL
        .iter()
        .map(|topic| Picked::Catalogue(*topic))
        .chain(own.into_iter().map(Picked::Programme))
        .chain([Picked::Other])
        .collect();
    let shown = figures::topics::topics(&picked, &offered, rows_of_two(&pairs), k(programme));
    releases::topics_add(conn, programme.id, &shown).await
}

/// What is waiting now, as far as it is known from outside of tandems.
///
/// # Errors
/// Those of the database.
pub async fn deciding(conn: &mut Conn, programme: &Programme, mut digest: Digest) -> Result<Digest> {
    if !programme.phase.pairs() {
        // Nobody is joined or admitted any more, so that there is nothing to decide about those who are free or wait.
        digest.decisions.retain(|one| !matches!(one, Decision::Free(_) | Decision::Approvals(_)));
    }
    let programme = programme.id;
    Ok(digest
        .deciding(Decision::Practices(practices::practices_ready(conn, programme).await?.len()))
        .deciding(Decision::Remarks(passed_on(conn, programme).await?.len()))
        .deciding(Decision::Support(support::waiting(conn, programme, Reader::Coordinator).await?)))
}

async fn inside(conn: &mut Conn, programme: &Programme, grid: &Grid, now: DateTime<Utc>) -> Result<Inside> {
    let told_until = releases::digest_last_at(conn, programme.id).await?;
    let so_far = InsideSoFar {
        k: k(programme),
        tandems_open: facts(conn, programme.id).await?.open,
        closed: releases::releases_of(conn, programme.id).await?,
        told_periods: told_until.map_or(0, |at| grid.closed_by(at) as usize),
        told_why_none: programmes::was_told(conn, programme.id, WHY_NO_FIGURES).await?,
        next_close: grid.period(grid.closed_by(now) + 1).first_day,
    };
    Ok(Inside::choose(&so_far))
}

async fn post(conn: &mut Conn, programme: &Programme, digest: DigestId, now: DateTime<Utc>) -> Result<()> {
    let (policy, quiet) = (PostKind::Digest.policy(), programme.quiet());
    let new = NewPost {
        programme: programme.id,
        place: Place::Channel(programme.digest_channel),
        kind: PostKind::Digest,
        subject: digest.0,
        due_at: policy.send_at(now, &quiet, programme.zone),
        expires_at: policy.expires_at(now, &quiet, programme.zone),
        seeds: &[],
        pinned: false,
    };
    post_queue(conn, &new).await?;
    Ok(())
}

/// A programme's *k*; what is stored is never below the least.
fn k(programme: &Programme) -> K {
    K::new(programme.k).unwrap_or(K::LEAST)
}

const fn is_over(programme: &Programme) -> bool {
    programme.phase.is_over()
}

#[cfg(test)]
#[path = "digest/tests.rs"]
mod tests;
