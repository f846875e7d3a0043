//! The mentors' lounge: a channel of the bot's for approved mentors and the coach, kept in step with who they are until the
//! programme closes, and once a month something to talk about.

use chrono::{DateTime, Datelike as _, Duration, NaiveDate, NaiveTime, Utc, Weekday};

use super::effect::{Effect, NewPost, Place, building_lane, effect_add, post_queue};
use super::jobs;
use crate::domain::ids::{ChannelId, GuildId, PageId, PersonId, ProgrammeId, RoleId};
use crate::domain::post::PostKind;
use crate::domain::programme::{Phase, Programme, Role};
use crate::domain::tandem::READABLE_AFTER_END;
use crate::domain::zone;
use crate::store::jobs::{job_ensure, job_set};
use crate::store::{Conn, Result, lounges, outbox, programmes};

/// How many impulses there are (`lounge-impulse-1` …), in the order in which a programme's months bring them.
pub const IMPULSES: u32 = 12;
/// Mentors have something to tell that long after the first day (decision: a first meeting may have been).
const TO_TELL: Duration = Duration::days(7);
/// The lounge is looked after at that hour.
const HOUR: NaiveTime = match NaiveTime::from_hms_opt(10, 0, 0) {
    Some(hour) => hour,
    None => NaiveTime::MIN,
};

/// What is noted about the lounge that is there, once it was closed.
const CLOSED: &str = "lounge-closed";

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
        let (lane, create) = (building_lane(programme.guild), Effect::LoungeCreate { programme: id });
        if effect_add(conn, lane, id, &create, now, Some(create_key(id)), None).await?.is_some() {
            // Whoever was in an earlier one has still to be let into this one.
            lounges::lounge_gone(conn, id).await?;
        }
    } else if programmes::told_forget(conn, id, CLOSED).await? {
        effect_add(conn, lane(id), id, &Effect::LoungeClose { programme: id }, now, None, None).await?;
        job_set(conn, jobs::LOUNGE, id.0, next(programme, now)).await?;
    }
    let row = outbox::outbox_of_key(conn, &create_key(id)).await?;
    let inside = lounges::lounge_members(conn, id).await?;
    let mentors: Vec<_> = programmes::enrolments_of(conn, id)
        .await?
        .into_iter()
        .filter(|one| one.approved && !one.provisional && one.role != Role::Mentee)
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

/// Another role is the coach's: it sees every lounge of the server, and the one before no longer does.
///
/// # Errors
/// Those of the database.
pub async fn coach_changed(
    conn: &mut Conn,
    guild: GuildId,
    roles: [Option<RoleId>; 2],
    now: DateTime<Utc>,
) -> Result<()> {
    for programme in programmes::programmes_of(conn, guild).await? {
        let id = programme.id;
        // Is it being made, the role may be in that request already.
        let row = outbox::outbox_of_key(conn, &create_key(id)).await?;
        if !programme.has_lounge() || (programme.lounge_channel.is_none() && row.is_none()) {
            continue;
        }
        for role in roles.into_iter().flatten() {
            let effect = Effect::LoungeCoach { programme: id, role };
            effect_add(conn, lane(id), id, &effect, now, None, row).await?;
        }
    }
    Ok(())
}

/// Somebody deleted a channel at Discord. Was it a lounge that is still wanted, it is made anew with everybody in it: what
/// it is for is said in the programme's settings, where it can be switched off.
///
/// # Errors
/// Those of the database.
pub async fn channel_gone(conn: &mut Conn, channel: ChannelId, now: DateTime<Utc>) -> Result<()> {
    let Some(programme) = lounges::lounge_of(conn, channel).await? else { return Ok(()) };
    outbox::outbox_lane_drop(conn, &lane(programme)).await?;
    gone(conn, programme, now).await
}

/// The channel of a lounge is no more. Is one wanted again by now, it gets a new one.
///
/// # Errors
/// Those of the database.
pub async fn gone(conn: &mut Conn, programme: ProgrammeId, now: DateTime<Utc>) -> Result<()> {
    lounges::lounge_gone(conn, programme).await?;
    programmes::told_forget(conn, programme, CLOSED).await?;
    let programme = programmes::programme_get(conn, programme).await?;
    if programme.has_lounge() { keep(conn, &programme, now).await } else { Ok(()) }
}

/// Somebody is about to be forgotten: they are in no lounge any more. Which ones that were.
pub(super) async fn forget(conn: &mut Conn, person: PersonId) -> Result<Vec<ProgrammeId>> {
    let all = lounges::lounges_with(conn, person).await?;
    for programme in &all {
        lounges::lounge_member_set(conn, *programme, person, false).await?;
    }
    Ok(all)
}

/// Their account goes out of the channels as well. To be called once nothing about them is stored any more.
pub(super) async fn forgotten(
    conn: &mut Conn,
    lounges: &[ProgrammeId],
    person: PersonId,
    now: DateTime<Utc>,
) -> Result<()> {
    for programme in lounges {
        let effect = Effect::LoungeMember { programme: *programme, person };
        let row = outbox::outbox_of_key(conn, &create_key(*programme)).await?;
        effect_add(conn, lane(*programme), *programme, &effect, now, None, row).await?;
    }
    Ok(())
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
    if programmes::told_once(conn, id, CLOSED).await? {
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

/// Once a month, on its second Tuesday, something to talk about, as soon as mentors have something to tell: from a week after
/// the programme's first day on. After some days away it still comes, within that week; after months away, one.
async fn impulse(conn: &mut Conn, programme: &Programme, now: DateTime<Utc>) -> Result<()> {
    let day = zone::to_local(now, programme.zone).date();
    let Some(tuesday) = NaiveDate::from_weekday_of_month_opt(day.year(), day.month(), Weekday::Tue, 2) else {
        return Ok(());
    };
    let begun = programme.phase >= Phase::Running && tuesday >= programme.starts_on + TO_TELL;
    let due = begun && (0..7).contains(&(day - tuesday).num_days());
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
        subject: PageId::of(programme.id, number(programme, day)).0,
        due_at: policy.send_at(now, &quiet, programme.zone),
        expires_at: policy.expires_at(now, &quiet, programme.zone),
        seeds: &[],
        pinned: false,
    };
    post_queue(conn, &post).await?;
    Ok(())
}

/// Which impulse a month of the programme brings; after a year they begin again.
fn number(programme: &Programme, day: NaiveDate) -> usize {
    let months = |day: NaiveDate| day.year() * 12 + i32::try_from(day.month0()).unwrap_or_default();
    let since = u32::try_from(months(day) - months(programme.starts_on)).unwrap_or_default();
    (since % IMPULSES + 1) as usize
}

#[cfg(test)]
#[path = "lounge/tests.rs"]
mod tests;
