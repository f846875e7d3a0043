//! Three dates, where nothing was planned in time: a week before a meeting is due by the programme's rhythm, once for each
//! gap. Taking one plans it at once, as the proposal of whoever took it.

use chrono::{DateTime, Utc};

use super::{plan, seat};
use crate::app::effect::post_plan;
use crate::app::jobs::MEETING_OFFER;
use crate::app::{Call, Decision, pause};
use crate::domain::ids::{MeetingId, OfferId, TandemId};
use crate::domain::meeting::{self, MINUTES, Meeting};
use crate::domain::post::PostKind;
use crate::domain::programme::Programme;
use crate::domain::proposed::{self, Surroundings};
use crate::domain::refusal::Refusal;
use crate::domain::tandem::Tandem;
use crate::domain::zone;
use crate::store::{Conn, Result, jobs, meetings, programmes, tandems};

/// Puts the tandem's next proposal in its place, seen from its latest meeting, planned or past.
///
/// # Errors
/// Those of the database.
pub async fn reschedule(
    conn: &mut Conn,
    programme: &Programme,
    tandem: TandemId,
    now: DateTime<Utc>,
) -> Result<()> {
    let tandem = tandems::tandem_get(conn, tandem).await?;
    let (since, gap) = gap(conn, &tandem, programme).await?;
    if meetings::offer_made(conn, tandem.id, gap).await? {
        return jobs::job_drop(conn, MEETING_OFFER, tandem.id.0).await;
    }
    let due = proposed::due(since, programme.rhythm()).max(now + proposed::NOT_AT_ONCE);
    jobs::job_set(conn, MEETING_OFFER, tandem.id.0, due).await
}

/// Since when nothing is planned: the beginning of the latest meeting, else of the tandem's work. And what tells this gap
/// from others: a meeting that was cancelled has left a new one.
async fn gap(
    conn: &mut Conn,
    tandem: &Tandem,
    programme: &Programme,
) -> Result<(DateTime<Utc>, DateTime<Utc>)> {
    let all = meetings::meetings_of(conn, tandem.id).await?;
    let latest = all.iter().filter(|one| !one.cancelled).map(|one| one.starts_at).max();
    let begins = zone::start_of_day(programme.starts_on, programme.zone);
    let since = latest.unwrap_or(tandem.opened_at.max(begins));
    let left = all.iter().filter(|one| one.cancelled).map(|one| one.changed_at).max();
    Ok((since, left.map_or(since, |left| left.max(since))))
}

/// Proposes three dates to a tandem that has planned nothing, and tells when to look again: during a pause, every day.
///
/// # Errors
/// Those of the database.
pub async fn propose(conn: &mut Conn, tandem: TandemId, now: DateTime<Utc>) -> Result<Option<DateTime<Utc>>> {
    let tandem = tandems::tandem_get(conn, tandem).await?;
    let programme = programmes::programme_get(conn, tandem.programme).await?;
    if !tandem.is_live() || !programme.phase.works() {
        return Ok(None);
    }
    let (since, gap) = gap(conn, &tandem, &programme).await?;
    let due = proposed::due(since, programme.rhythm());
    if due > now {
        return Ok(Some(due));
    }
    if pause::paused(conn, tandem.id, now).await?.is_some() {
        return Ok(Some(now + proposed::NOT_AT_ONCE));
    }
    let all = meetings::meetings_of(conn, tandem.id).await?;
    if all.iter().filter(|one| !one.cancelled).count() >= programme.meetings as usize {
        return Ok(None);
    }
    let Some(dates) = dates(conn, &tandem, &programme, since, now).await? else { return Ok(None) };
    if let Some(offer) = meetings::offer_add(conn, tandem.id, gap, dates).await? {
        post_plan(conn, &programme, tandem.id, PostKind::MeetingDates, offer.0, now, &[]).await?;
    }
    Ok(None)
}

async fn dates(
    conn: &mut Conn,
    tandem: &Tandem,
    programme: &Programme,
    since: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<Option<[DateTime<Utc>; 3]>> {
    let all = meetings::meetings_of(conn, tandem.id).await?;
    let around = Surroundings {
        zone: programme.zone,
        quiet: programme.quiet(),
        last_day: programme.ends_on,
        usual: meeting::last(&all, now).map(|last| last.starts_at),
    };
    let from = proposed::earliest(since, programme.rhythm(), now);
    let two = [tandem.mentor, tandem.mentee];
    let taken = meetings::meetings_between(conn, two, from, from + proposed::SEARCHED).await?;
    let taken: Vec<_> = taken.iter().map(|one| (one.starts_at, one.ends_at())).collect();
    Ok(proposed::dates(from, &around, &taken))
}

/// Takes one of the proposed dates.
///
/// # Errors
/// Those of the database.
pub async fn take(conn: &mut Conn, call: &Call, offer: OfferId, index: usize) -> Result<Decision<MeetingId>> {
    let offer = meetings::offer_find(conn, offer).await?;
    let seat = match seat(conn, call, offer.map(|offer| offer.tandem)).await? {
        Ok(seat) => seat,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let offer = offer.filter(|offer| offer.tandem == seat.tandem.id);
    let Some(at) = offer.and_then(|offer| offer.dates.get(index).copied()) else {
        return Ok(Err(Refusal::NothingWaits));
    };
    let all = meetings::meetings_of(conn, seat.tandem.id).await?;
    if meeting::next(&all, call.now).is_some() {
        return Ok(Err(Refusal::MeetingPlanned));
    }
    if at <= call.now {
        return Ok(Err(Refusal::PastMoment));
    }
    let place = meeting::last(&all, call.now).map(|last| last.place.clone()).unwrap_or_default();
    let new = Meeting::planned(seat.tandem.id, seat.side, at, MINUTES, place, call.now);
    plan::save(conn, &seat, new, call.now).await
}
