//! The joint look-back: half-way and at the end a post invites the two to write three lines together. Either opens the form;
//! both read what stands there, and who wrote it is not kept.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::effect::{NewPost, Place, edit_queue, post_plan, post_plan_new};
use super::pause::paused;
use super::scope::Seat;
use super::{Call, Decision, guard, jobs as names, rotation};
use crate::domain::ids::{LookBackId, TandemId};
use crate::domain::look_back::{LINE_MAX, LookBack, Moment};
use crate::domain::post::PostKind;
use crate::domain::programme::Programme;
use crate::domain::refusal::Refusal;
use crate::domain::survey::SurveyKind;
use crate::domain::tandem::{Side, Tandem};
use crate::store::{Conn, Result, jobs, look_backs, posts, programmes, surveys, tandems};

/// Invites these tandems to look back: each by a row of its own, so that one which pauses is invited after its pause.
///
/// # Errors
/// Those of the database.
pub async fn begin(conn: &mut Conn, tandems: &[Tandem], moment: Moment, now: DateTime<Utc>) -> Result<()> {
    for tandem in tandems {
        jobs::job_ensure(conn, names::LOOK_BACK, LookBack::id(tandem.id, moment).0, now).await?;
    }
    Ok(())
}

/// Posts the invitation, and with it the survey that is open; once, and not during a pause.
///
/// # Errors
/// Those of the database.
pub async fn bring_up(conn: &mut Conn, id: LookBackId, now: DateTime<Utc>) -> Result<Option<DateTime<Utc>>> {
    let (tandem, moment) = LookBack::of(id);
    let tandem = tandems::tandem_get(conn, tandem).await?;
    let programme = programmes::programme_get(conn, tandem.programme).await?;
    if !tandem.is_live() || !programme.phase.works() {
        return Ok(None);
    }
    if let Some(until) = paused(conn, tandem.id, now).await? {
        return Ok(Some(until));
    }
    if look_backs::look_back_add(conn, tandem.id, moment).await? {
        post_plan(conn, &programme, tandem.id, PostKind::LookBack, id.0, now, &[]).await?;
        survey(conn, &programme, &tandem, moment, now).await?;
    }
    Ok(None)
}

/// The post with the button to the survey of that moment, where one of the two is asked.
async fn survey(
    conn: &mut Conn,
    programme: &Programme,
    tandem: &Tandem,
    moment: Moment,
    now: DateTime<Utc>,
) -> Result<()> {
    let kind = match moment {
        Moment::Half => SurveyKind::Interim,
        Moment::End => SurveyKind::Final,
    };
    let all = surveys::surveys_of(conn, programme.id).await?;
    let Some(survey) = all.into_iter().find(|one| one.kind == kind) else { return Ok(()) };
    let Some(closes_at) = survey.open_until(now) else { return Ok(()) };
    let mut asked = false;
    for side in Side::ALL {
        asked |= surveys::sheet_find(conn, survey.id, tandem.person(*side)).await?.is_some();
    }
    if !asked {
        return Ok(());
    }
    let policy = PostKind::Survey.policy();
    let post = NewPost {
        programme: programme.id,
        place: Place::Room(tandem.id),
        kind: PostKind::Survey,
        subject: survey.id.0,
        due_at: policy.send_at(now, &programme.quiet(), programme.zone),
        expires_at: Some(closes_at),
        seeds: &[],
        pinned: false,
    };
    post_plan_new(conn, &post).await.map(drop)
}

/// Whether the third line is about what the two take with them and not about what they change: at the end, and half-way
/// where partners change soon.
#[must_use]
pub fn keeps(programme: &Programme, moment: Moment) -> bool {
    moment == Moment::End || rotation::follows_the_middle(programme)
}

/// A look-back, for one of its two.
#[derive(Debug, Clone)]
pub struct Mine {
    /// Who, and where.
    pub seat: Seat,
    /// As it stands.
    pub look_back: LookBack,
}

/// The look-back as it stands, for whoever opens its form.
///
/// # Errors
/// Those of the database.
pub async fn mine(conn: &mut Conn, call: &Call, id: LookBackId) -> Result<Decision<Mine>> {
    let (tandem, moment) = LookBack::of(id);
    let seat = match guard::seat_in(conn, call, tandem).await? {
        Ok(seat) if seat.tandem.is_live() => seat,
        Ok(_) => return Ok(Err(Refusal::TandemEnded)),
        Err(refusal) => return Ok(Err(refusal)),
    };
    if let Err(refusal) = seat.at_work() {
        return Ok(Err(refusal));
    }
    let found = look_backs::look_back_find(conn, tandem, moment).await?;
    Ok(found.map(|look_back| Mine { seat, look_back }).ok_or(Refusal::NothingWaits))
}

/// Three lines were written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Written {
    /// Of which tandem.
    pub tandem: TandemId,
    /// Whether something stands there now.
    pub some: bool,
}

/// Writes the lines in place of those before, and brings the post up to date. The other one may have written meanwhile:
/// the last word stands, as in any text that two share.
///
/// # Errors
/// Those of the database.
pub async fn write(
    conn: &mut Conn,
    call: &Call,
    id: LookBackId,
    lines: [String; 3],
) -> Result<Decision<Written>> {
    let Mine { seat, look_back } = match mine(conn, call, id).await? {
        Ok(mine) => mine,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let lines = lines.map(|line| line.trim().to_owned());
    if lines.iter().any(|line| line.chars().count() > LINE_MAX) {
        return Ok(Err(Refusal::TextLength { max: LINE_MAX }));
    }
    let new = LookBack { lines, ..look_back };
    look_backs::look_back_set(conn, &new).await?;
    if let Some(post) = posts::post_about(conn, PostKind::LookBack, id.0).await? {
        edit_queue(conn, seat.programme.id, seat.tandem.id, post.id, call.now).await?;
    }
    Ok(Ok(Written { tandem: seat.tandem.id, some: !new.is_empty() }))
}

/// The tandem has ended: nobody is invited any more. What was written goes with the tandem's data.
pub(super) async fn forget(conn: &mut Conn, tandem: TandemId) -> Result<()> {
    for moment in Moment::ALL {
        jobs::job_drop(conn, names::LOOK_BACK, LookBack::id(tandem, *moment).0).await?;
    }
    Ok(())
}

#[cfg(test)]
#[path = "look_backs/tests.rs"]
mod tests;
