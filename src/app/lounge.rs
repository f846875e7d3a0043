//! The mentors' lounge: a channel of the bot's for approved mentors and the coach, kept in step with who they are until the
//! programme closes, and once a month something to talk about.

use chrono::{DateTime, Datelike as _, Duration, NaiveTime, Utc, Weekday};

use super::effect::{Effect, NewPost, Place, building_lane, effect_add, post_queue};
use super::jobs;
use crate::domain::ids::{PageId, ProgrammeId};
use crate::domain::post::PostKind;
use crate::domain::programme::{Programme, Role};
use crate::domain::tandem::READABLE_AFTER_END;
use crate::domain::zone;
use crate::store::jobs::{job_ensure, job_set};
use crate::store::{Conn, Result, lounges, outbox, programmes};

/// How many impulses there are (`lounge-impulse-1` …): one for each month of a year.
pub const IMPULSES: u32 = 12;
/// The lounge is looked after at that hour.
const HOUR: NaiveTime = match NaiveTime::from_hms_opt(10, 0, 0) {
    Some(hour) => hour,
    None => NaiveTime::MIN,
};

fn lane(programme: ProgrammeId) -> String {
    format!("lounge:{programme}")
}

fn create_key(programme: ProgrammeId) -> String {
    format!("lounge-create:{programme}")
}

/// Brings the lounge into step: it is made where it is wanted and missing, and whoever became a mentor is let in, whoever
/// is none any more is not. Running it twice changes nothing.
///
/// # Errors
/// Those of the database.
pub async fn keep(conn: &mut Conn, programme: &Programme, now: DateTime<Utc>) -> Result<()> {
    if !programme.has_lounge() {
        return close(conn, programme, now).await;
    }
    let id = programme.id;
    if programme.lounge_channel.is_none() {
        let lane = building_lane(programme.guild);
        effect_add(conn, lane, id, &Effect::LoungeCreate { programme: id }, now, Some(create_key(id)), None)
            .await?;
    }
    let row = outbox::outbox_of_key(conn, &create_key(id)).await?;
    let inside = lounges::lounge_members(conn, id).await?;
    let mentors: Vec<_> = programmes::enrolments_of(conn, id)
        .await?
        .into_iter()
        .filter(|one| one.approved && one.role != Role::Mentee)
        .map(|one| one.person)
        .collect();
    let changed = mentors
        .iter()
        .filter(|person| !inside.contains(person))
        .map(|person| (*person, true))
        .chain(inside.iter().filter(|person| !mentors.contains(person)).map(|person| (*person, false)));
    for (person, lets_in) in changed {
        lounges::lounge_member_set(conn, id, person, lets_in).await?;
        let effect = Effect::LoungeMember { programme: id, person };
        effect_add(conn, lane(id), id, &effect, now, None, row).await?;
    }
    job_ensure(conn, jobs::LOUNGE, id.0, next(programme, now)).await
}

/// The next time at which the lounge is looked after.
fn next(programme: &Programme, now: DateTime<Utc>) -> DateTime<Utc> {
    let today = zone::to_local(now, programme.zone).date();
    let at = |days| zone::to_utc((today + Duration::days(days)).and_time(HOUR), programme.zone);
    if at(0) > now { at(0) } else { at(1) }
}

/// The lounge closes: it can be read for as long as the room of a tandem, and then it goes.
async fn close(conn: &mut Conn, programme: &Programme, now: DateTime<Utc>) -> Result<()> {
    let id = programme.id;
    if programme.lounge_channel.is_none() {
        return Ok(());
    }
    if programmes::told_once(conn, id, "lounge-closed").await? {
        effect_add(conn, lane(id), id, &Effect::LoungeClose { programme: id }, now, None, None).await?;
        job_set(conn, jobs::LOUNGE, id.0, now + READABLE_AFTER_END).await?;
    }
    Ok(())
}

/// Looks after the lounge of a programme, and tells when to do so again: whoever should be in it is, on the second Tuesday
/// of a month there is something to talk about, and a closed one goes.
///
/// # Errors
/// Those of the database.
pub async fn look_after(
    conn: &mut Conn,
    programme: ProgrammeId,
    now: DateTime<Utc>,
) -> Result<Option<DateTime<Utc>>> {
    let programme = programmes::programme_get(conn, programme).await?;
    if !programme.has_lounge() {
        if programme.lounge_channel.is_some() {
            let effect = Effect::LoungeDelete { programme: programme.id };
            effect_add(conn, lane(programme.id), programme.id, &effect, now, None, None).await?;
        }
        return Ok(None);
    }
    keep(conn, &programme, now).await?;
    impulse(conn, &programme, now).await?;
    Ok(Some(next(&programme, now)))
}

/// Once a month, on its second Tuesday, something to talk about; after days away at most one.
async fn impulse(conn: &mut Conn, programme: &Programme, now: DateTime<Utc>) -> Result<()> {
    let day = zone::to_local(now, programme.zone).date();
    let due = day.weekday() == Weekday::Tue && (8..=14).contains(&day.day());
    let Some(channel) = programme.lounge_channel.filter(|_| due) else { return Ok(()) };
    let told = format!("lounge-impulse:{}-{}", day.year(), day.month());
    if !programmes::told_once(conn, programme.id, &told).await? {
        return Ok(());
    }
    let (policy, quiet) = (PostKind::LoungeImpulse.policy(), programme.quiet());
    let post = NewPost {
        programme: programme.id,
        place: Place::Channel(channel),
        kind: PostKind::LoungeImpulse,
        subject: PageId::of(programme.id, day.month() as usize).0,
        due_at: policy.send_at(now, &quiet, programme.zone),
        expires_at: policy.expires_at(now, &quiet, programme.zone),
        seeds: &[],
        pinned: false,
    };
    post_queue(conn, &post).await?;
    Ok(())
}

#[cfg(test)]
#[path = "lounge/tests.rs"]
mod tests;
