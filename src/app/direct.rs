//! Direct messages: one sentence that something waits under *My place*, to those alone who ticked it. They say nothing
//! else, keep a distance from one another, and are not tried again where Discord does not let them through.

use chrono::{DateTime, Duration, Utc};

use super::effect::Effect;
use super::{Call, Decision, place};
use crate::domain::ids::PersonId;
use crate::domain::person::Direct;
use crate::domain::post::PostKind;
use crate::domain::programme::Programme;
use crate::domain::refusal::Refusal;
use crate::store::outbox::{NewRow, outbox_add, outbox_due_in, outbox_take_back, outbox_waits};
use crate::store::{Conn, Result, people, posts};

/// Between two direct messages, whoever gets them. Discord names no number; bots were reported to be locked out after 25
/// to 100 newly opened ones in a short time (`discord-api-docs` #5987, `DiscordPHP` #467), and this makes 6 an hour.
pub const APART: Duration = Duration::minutes(10);
/// The one lane of all of them.
const LANE: &str = "direct";
/// Whoever has not come by after that long will find it by themselves.
const WORTH_FOR: Duration = Duration::days(2);

fn key(person: PersonId) -> String {
    format!("direct:{person}")
}

/// Ticks direct messages, or takes the tick away. Whoever is in no programme has nothing stored, not even this.
///
/// # Errors
/// Those of the database.
pub async fn choose(conn: &mut Conn, call: &Call, on: bool) -> Result<Decision<()>> {
    let Some(me) = people::person_find(conn, call.guild, call.user).await? else {
        return Ok(Err(Refusal::NotEnrolled));
    };
    people::direct_set(conn, me.id, if on { Direct::On } else { Direct::Off }).await?;
    if !on {
        outbox_take_back(conn, &key(me.id)).await?;
    }
    Ok(Ok(()))
}

/// Something new waits for somebody under *My place*: whoever ticked it is told by one sentence, after the quiet hours
/// and in the slow queue. Two things that wait are one sentence.
///
/// # Errors
/// Those of the database.
pub async fn point(
    conn: &mut Conn,
    programme: &Programme,
    person: PersonId,
    now: DateTime<Utc>,
) -> Result<()> {
    let (wish, channel) = people::direct_get(conn, person).await?;
    if wish != Direct::On || outbox_waits(conn, &key(person)).await? {
        return Ok(());
    }
    let wanted = PostKind::Pointer.policy().send_at(now, &programme.quiet(), programme.zone);
    let due_at = free_moment(conn, wanted).await?;
    let post = posts::post_add(conn, PostKind::Pointer, None, person.0, None).await?;
    let open = channel.is_none().then_some((Effect::DirectOpen { person }, None));
    for (effect, key) in open.into_iter().chain([(Effect::Post { post }, Some(key(person)))]) {
        let row = NewRow {
            lane: LANE.to_owned(),
            programme: Some(programme.id),
            effect: serde_json::to_string(&effect).unwrap_or_default(),
            key,
            due_at,
            expires_at: Some(due_at + WORTH_FOR),
            planned: true,
            ..NewRow::default()
        };
        outbox_add(conn, &row).await?;
    }
    Ok(())
}

/// Like [`point`], for both of a pair, in the order of their numbers, so that it tells nothing.
///
/// # Errors
/// Those of the database.
pub async fn point_both(
    conn: &mut Conn,
    programme: &Programme,
    two: [PersonId; 2],
    now: DateTime<Utc>,
) -> Result<()> {
    for person in [two[0].min(two[1]), two[0].max(two[1])] {
        point(conn, programme, person, now).await?;
    }
    Ok(())
}

/// The first moment from `wanted` on that keeps its distance to all others.
async fn free_moment(conn: &mut Conn, wanted: DateTime<Utc>) -> Result<DateTime<Utc>> {
    let mut taken = outbox_due_in(conn, LANE).await?;
    taken.push(people::direct_last(conn).await?);
    taken.sort_unstable();
    Ok(taken.into_iter().fold(wanted, |moment, other| {
        if moment < other + APART && other < moment + APART { other + APART } else { moment }
    }))
}

/// Whom an effect addresses by direct message, if anybody.
///
/// # Errors
/// Those of the database.
pub async fn addressee(conn: &mut Conn, effect: &Effect) -> Result<Option<PersonId>> {
    Ok(match effect {
        Effect::DirectOpen { person } => Some(*person),
        Effect::Post { post } => {
            let post = posts::post_get(conn, *post).await?;
            (post.kind == PostKind::Pointer).then_some(PersonId(post.subject))
        }
        _ => None,
    })
}

/// Discord does not let a message through to somebody: they are switched off, and read why under *My place*.
///
/// # Errors
/// Those of the database.
pub async fn closed(conn: &mut Conn, person: PersonId) -> Result<()> {
    people::direct_set(conn, person, Direct::Closed).await?;
    outbox_take_back(conn, &key(person)).await
}

/// Whether a sentence to somebody still points at something, and they still want it.
///
/// # Errors
/// Those of the database.
pub async fn still_points(conn: &mut Conn, person: PersonId, now: DateTime<Utc>) -> Result<bool> {
    let (wish, _) = people::direct_get(conn, person).await?;
    let person = people::person_get(conn, person).await?;
    Ok(wish == Direct::On && place::of(conn, person, now).await?.tells())
}

#[cfg(test)]
#[path = "direct/tests.rs"]
mod tests;
