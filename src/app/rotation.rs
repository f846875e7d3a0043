//! New partners, where a programme wants them: after its set time both people of each tandem are asked privately whether they
//! wish to stay together. Only if both do, they stay; else the tandem ends with thanks, and both enter the next round. Who
//! wished what is erased when it is settled, and shown to nobody before (P1, P10).

use chrono::{DateTime, Duration, Utc};
use serde::{Deserialize, Serialize};

use super::effect::{NewPost, Place, post_plan, post_plan_new};
use super::leaving::{Ending, conclude};
use super::pause::paused;
use super::scope::Seat;
use super::{Call, Decision, direct, guard, jobs as names, place};
use crate::domain::ids::{ProgrammeId, RoleId, TandemId};
use crate::domain::post::PostKind;
use crate::domain::programme::{Phase, Programme, Step};
use crate::domain::refusal::Refusal;
use crate::domain::survey::{half_time, morning};
use crate::domain::tandem::{OLD_ENOUGH, Side};
use crate::domain::zone;
use crate::store::look_backs::{self as store, StayQuestion};
use crate::store::{Conn, Result, jobs, programmes, tandems};

/// So long both have to answer (decision: a week has a quiet moment in it, as for a proposed partner).
pub const ANSWER_WITHIN: Duration = Duration::days(7);
/// With less time than that left, nobody is given a new partner.
const WORTH_IT: Duration = Duration::days(28);

/// When a programme's tandems are asked by themselves: so many weeks after its first day; `None` where partners stay.
#[must_use]
pub fn asks_at(programme: &Programme) -> Option<DateTime<Utc>> {
    let day = programme.starts_on + Duration::weeks(i64::from(programme.rotation_weeks?));
    Some(programme.quiet().next_open(morning(day, programme.zone), programme.zone))
}

/// Why a programme's set time brings nobody a new partner: it leaves fewer days than this until the last one.
#[must_use]
pub fn asks_too_late(programme: &Programme) -> Option<i64> {
    asks_at(programme).filter(|at| !time_left(programme, *at)).map(|_| WORTH_IT.num_days())
}

/// So soon after the middle a change of partners makes its look-back one on a chapter that ends (decision: what two change
/// from now on is worth little with two weeks left, one of which is for the answer).
const SOON: Duration = Duration::days(14);

/// Whether partners change by themselves soon after the programme's middle.
#[must_use]
pub fn follows_the_middle(programme: &Programme) -> bool {
    let middle = half_time(programme.starts_on, programme.ends_on, programme.zone);
    let day = |at| zone::to_local(at, programme.zone).date();
    asks_at(programme).is_some_and(|at| {
        (Duration::zero()..=SOON).contains(&(day(at) - day(middle))) && time_left(programme, at)
    })
}

/// Plans the change of partners: when the first tandem opens, and whenever the programme's days change.
///
/// # Errors
/// Those of the database.
pub async fn plan(conn: &mut Conn, programme: &Programme, now: DateTime<Utc>) -> Result<()> {
    match asks_at(programme).filter(|at| *at > now) {
        Some(at) => jobs::job_set(conn, names::ROTATION, programme.id.0, at).await,
        None => jobs::job_drop(conn, names::ROTATION, programme.id.0).await,
    }
}

/// The set time has come.
///
/// # Errors
/// Those of the database.
pub async fn due(
    conn: &mut Conn,
    programme: ProgrammeId,
    now: DateTime<Utc>,
) -> Result<Option<DateTime<Utc>>> {
    let programme = programmes::programme_get(conn, programme).await?;
    match asks_at(&programme) {
        Some(at) if at > now => Ok(Some(at)),
        Some(_) => start(conn, &programme, now).await.map(|_| None),
        None => Ok(None),
    }
}

/// Asks all tandems of a programme that runs; how many that is. Those that are being asked already are left alone, as are
/// those that have only just begun (silence would end them), and one that pauses is asked after its pause.
///
/// # Errors
/// Those of the database.
pub async fn start(conn: &mut Conn, programme: &Programme, now: DateTime<Utc>) -> Result<usize> {
    if !worth_it(programme, now) {
        return Ok(0);
    }
    let (tandems, _) = to_ask(conn, programme, now).await?;
    for tandem in &tandems {
        jobs::job_ensure(conn, names::STAY_ASK, tandem.0, now).await?;
    }
    Ok(tandems.len())
}

/// Open tandems that are not being asked; which of them have been together long enough to be, and how many have not.
async fn to_ask(
    conn: &mut Conn,
    programme: &Programme,
    now: DateTime<Utc>,
) -> Result<(Vec<TandemId>, usize)> {
    let (mut all, mut young) = (Vec::new(), 0);
    for tandem in tandems::tandems_in(conn, programme.id).await? {
        if !tandem.is_live() || store::stay_find(conn, tandem.id).await?.is_some() {
            continue;
        }
        if tandem.is_old_enough(now) {
            all.push(tandem.id);
        } else {
            young += 1;
        }
    }
    Ok((all, young))
}

/// A change of partners that a coordinator starts: what it would mean, or that it has begun.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// In which programme.
    pub programme: ProgrammeId,
    /// How many tandems are asked.
    pub tandems: usize,
}

/// What starting new partners now would mean. Nothing is changed.
///
/// # Errors
/// Those of the database.
pub async fn ahead(
    conn: &mut Conn,
    call: &Call,
    roles: &[RoleId],
    which: impl Into<guard::Which<'_>>,
) -> Result<Decision<(Programme, Change)>> {
    let programme = match guard::coordinated_for(conn, call, roles, which, Step::Interim).await? {
        Ok(programme) => programme,
        Err(refusal) => return Ok(Err(refusal)),
    };
    if !worth_it(&programme, call.now) {
        return Ok(Err(Refusal::TooLateToChange { days: WORTH_IT.num_days() }));
    }
    let (tandems, young) = to_ask(conn, &programme, call.now).await?;
    let change = Change { programme: programme.id, tandems: tandems.len() };
    Ok(match (change.tandems, young) {
        (0, 0) => Err(Refusal::NobodyToAsk),
        (0, _) => Err(Refusal::TandemsTooYoung { days: OLD_ENOUGH.num_days() }),
        _ => Ok((programme, change)),
    })
}

/// A coordinator starts new partners, whatever the programme's set time.
///
/// # Errors
/// Those of the database.
pub async fn change(
    conn: &mut Conn,
    call: &Call,
    roles: &[RoleId],
    programme: ProgrammeId,
) -> Result<Decision<Change>> {
    let (programme, ahead) = match ahead(conn, call, roles, programme).await? {
        Ok(found) => found,
        Err(refusal) => return Ok(Err(refusal)),
    };
    start(conn, &programme, call.now).await?;
    // This was the change of partners: nobody is asked once more at the set time.
    jobs::job_drop(conn, names::ROTATION, programme.id.0).await?;
    Ok(Ok(ahead))
}

/// Whether there is enough time left for a new partner.
#[must_use]
pub fn worth_it(programme: &Programme, now: DateTime<Utc>) -> bool {
    programme.phase == Phase::Running && time_left(programme, now)
}

fn time_left(programme: &Programme, now: DateTime<Utc>) -> bool {
    now + WORTH_IT <= morning(programme.ends_on, programme.zone)
}

/// Asks the two of a tandem.
///
/// # Errors
/// Those of the database.
pub async fn ask_due(conn: &mut Conn, tandem: TandemId, now: DateTime<Utc>) -> Result<Option<DateTime<Utc>>> {
    let tandem = tandems::tandem_get(conn, tandem).await?;
    let programme = programmes::programme_get(conn, tandem.programme).await?;
    if !tandem.is_live() || !worth_it(&programme, now) {
        return Ok(None);
    }
    if let Some(until) = paused(conn, tandem.id, now).await? {
        return Ok(Some(until));
    }
    let policy = PostKind::StayAsk.policy();
    let due_at = policy.send_at(now, &programme.quiet(), programme.zone);
    let deadline = due_at + ANSWER_WITHIN;
    if !store::stay_add(conn, tandem.id, deadline).await? {
        return Ok(None);
    }
    let post = NewPost {
        programme: programme.id,
        place: Place::Room(tandem.id),
        kind: PostKind::StayAsk,
        subject: tandem.id.0,
        due_at,
        expires_at: Some(deadline),
        seeds: &[],
        pinned: false,
    };
    post_plan_new(conn, &post).await?;
    jobs::job_set(conn, names::STAY_SETTLE, tandem.id.0, deadline).await?;
    place::announce(conn, &programme, now).await?;
    direct::point_both(conn, &programme, [tandem.mentor, tandem.mentee], now).await?;
    Ok(None)
}

/// The question as it stands for one of the two.
#[derive(Debug, Clone)]
pub struct Asked {
    /// Who, and where.
    pub seat: Seat,
    /// Until when to answer.
    pub deadline: DateTime<Utc>,
    /// What they themselves answered so far. The other one's answer is no part of this, so that no view can show it.
    pub answer: Option<bool>,
}

/// The question, for whoever asks.
///
/// # Errors
/// Those of the database.
pub async fn look(conn: &mut Conn, call: &Call, tandem: TandemId) -> Result<Decision<Asked>> {
    let seat = match guard::seat_in(conn, call, tandem).await? {
        Ok(seat) if seat.tandem.is_live() => seat,
        Ok(_) => return Ok(Err(Refusal::TandemEnded)),
        Err(refusal) => return Ok(Err(refusal)),
    };
    let open = store::stay_find(conn, tandem).await?.filter(|open| call.now < open.deadline);
    Ok(open.map(|open| asked(seat, open)).ok_or(Refusal::NothingWaits))
}

const fn asked(seat: Seat, open: StayQuestion) -> Asked {
    let answer = open.answer(seat.side);
    Asked { seat, deadline: open.deadline, answer }
}

/// Answers: stay, or a new partner. It can be changed until the deadline. To be run without a trace of who asked.
///
/// # Errors
/// Those of the database.
pub async fn say(conn: &mut Conn, call: &Call, tandem: TandemId, stays: bool) -> Result<Decision<Asked>> {
    let asked = match look(conn, call, tandem).await? {
        Ok(asked) => asked,
        Err(refusal) => return Ok(Err(refusal)),
    };
    store::stay_set(conn, tandem, asked.seat.side, stays).await?;
    Ok(Ok(Asked { answer: Some(stays), ..asked }))
}

/// What one of the two has before them, if the question is open.
///
/// # Errors
/// Those of the database.
pub async fn waiting(
    conn: &mut Conn,
    tandem: TandemId,
    side: Side,
    now: DateTime<Utc>,
) -> Result<Option<Option<bool>>> {
    let open = store::stay_find(conn, tandem).await?.filter(|open| now < open.deadline);
    Ok(open.map(|open| open.answer(side)))
}

/// The deadline has come: both stay, or the tandem ends with thanks and both enter the next round, unless one of them has said
/// *not now* before. No answer is no wish to stay. What each answered is erased in the same moment. Once the programme is
/// closing there are no new partners any more, and the tandem goes on to its end.
///
/// # Errors
/// Those of the database.
pub async fn settle_due(
    conn: &mut Conn,
    tandem: TandemId,
    now: DateTime<Utc>,
) -> Result<Option<DateTime<Utc>>> {
    let Some(open) = store::stay_find(conn, tandem).await? else { return Ok(None) };
    if open.deadline > now {
        return Ok(Some(open.deadline));
    }
    store::stay_drop(conn, tandem).await?;
    let tandem = tandems::tandem_get(conn, tandem).await?;
    if !tandem.is_live() {
        return Ok(None);
    }
    let programme = programmes::programme_get(conn, tandem.programme).await?;
    if programme.phase != Phase::Running {
        return Ok(None);
    }
    if open.both_stay() {
        post_plan(conn, &programme, tandem.id, PostKind::Stayed, tandem.id.0, now, &[]).await?;
        return Ok(None);
    }
    conclude(conn, &tandem, Ending::NewPartners, now).await?;
    tandems::tandem_next_settle(conn, tandem.id).await?;
    jobs::job_drop(conn, names::NEXT_SETTLE, tandem.id.0).await?;
    Ok(None)
}

/// The tandem has ended: nothing is asked or settled any more.
pub(super) async fn forget(conn: &mut Conn, tandem: TandemId) -> Result<()> {
    for name in [names::STAY_ASK, names::STAY_SETTLE] {
        jobs::job_drop(conn, name, tandem.0).await?;
    }
    store::stay_drop(conn, tandem).await
}

#[cfg(test)]
#[path = "rotation/tests.rs"]
mod tests;
