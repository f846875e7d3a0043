//! The kick-off and the closing event: when and where a programme is opened and ended for everybody. They are set, moved and
//! called off alike; the programme's channel is told, with a calendar file.

use chrono::{DateTime, Utc};

use super::effect::{NewPost, Place, post_queue_anew};
use super::programme::edit::apply;
use super::{Call, Decision, guard};
use crate::domain::ids::{ProgrammeId, RoleId};
use crate::domain::post::PostKind;
use crate::domain::programme::{Occasion, OccasionKind, Programme, Step};
use crate::domain::refusal::Refusal;
use crate::domain::when;
use crate::domain::zone;
use crate::store::{Conn, Result, replies};

/// The longest place, in characters.
pub const PLACE_MAX: usize = 100;

/// Sets or moves one of the two, or calls it off where no moment is given. Where people may read of it already, the
/// programme's channel is told, with the calendar file.
///
/// # Errors
/// Those of the database.
pub async fn set(
    conn: &mut Conn,
    call: &Call,
    roles: &[RoleId],
    (programme, which): (ProgrammeId, OccasionKind),
    (moment, place): (&str, &str),
) -> Result<Decision<ProgrammeId>> {
    let before = match guard::coordinated_for(conn, call, roles, programme, Step::Edit).await? {
        Ok(before) => before,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let old = before.occasion(which);
    let new = match understood(&before, old, (moment, place), call.now) {
        Ok(new) => new,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let said = |one: &Occasion| (one.at, one.place.clone(), one.cancelled);
    if old.map(said) == new.as_ref().map(said) {
        return Ok(Ok(programme));
    }
    let mut after = before.clone();
    match which {
        OccasionKind::Kickoff => after.kickoff = new,
        OccasionKind::ClosingEvent => after.closing_event = new,
    }
    if let Err(refusal) = apply(conn, &before, &after, call.now).await? {
        return Ok(Err(refusal));
    }
    let first = old.filter(|old| old.is_ahead(call.now)).map(|old| old.at);
    tell(conn, &after, which, first, call.now).await?;
    Ok(Ok(programme))
}

fn understood(
    programme: &Programme,
    old: Option<&Occasion>,
    (moment, place): (&str, &str),
    now: DateTime<Utc>,
) -> Decision<Option<Occasion>> {
    let (moment, place) = (moment.trim(), place.trim());
    let sequence = old.map_or(0, |old| old.sequence + 1);
    if moment.is_empty() {
        // A place alone says nothing; under one that stood there it is the old one's.
        return match old {
            Some(old) if !old.cancelled => {
                Ok(Some(Occasion { cancelled: true, sequence, changed_at: now, ..old.clone() }))
            }
            _ if place.is_empty() => Ok(old.cloned()),
            _ => Err(Refusal::BadMoment),
        };
    }
    if place.chars().count() > PLACE_MAX {
        return Err(Refusal::TextLength { max: PLACE_MAX });
    }
    let same = old.filter(|old| !old.cancelled && written(programme, old) == moment);
    let at = match same {
        Some(old) => old.at,
        None => when::read_moment(moment, now, programme.zone).map_err(Refusal::of_moment)?,
    };
    Ok(Some(Occasion { at, place: place.to_owned(), sequence, changed_at: now, cancelled: false }))
}

/// The moment of one of the two as it would be written.
#[must_use]
pub fn written(programme: &Programme, occasion: &Occasion) -> String {
    zone::to_local(occasion.at, programme.zone).format("%Y-%m-%d %H:%M").to_string()
}

/// Tells the programme's channel of one of the two, if it is set, ahead, and people may read of it already.
///
/// # Errors
/// Those of the database.
pub async fn announce(
    conn: &mut Conn,
    programme: &Programme,
    which: OccasionKind,
    now: DateTime<Utc>,
) -> Result<()> {
    if programme.occasion(which).is_some_and(|set| set.is_ahead(now)) {
        tell(conn, programme, which, None, now).await?;
    }
    Ok(())
}

/// `before` is when those who were told of it expect it. Nobody shall stand before a closed door: what changes at the last
/// moment does not wait for the morning.
async fn tell(
    conn: &mut Conn,
    programme: &Programme,
    which: OccasionKind,
    before: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
) -> Result<()> {
    let Some(set) = programme.occasion(which).filter(|set| now < set.at) else { return Ok(()) };
    if !programme.phase.allows(which.step()) {
        return Ok(());
    }
    let kind = match which {
        OccasionKind::Kickoff => PostKind::Kickoff,
        OccasionKind::ClosingEvent => PostKind::ClosingEvent,
    };
    let morning = kind.policy().send_at(now, &programme.quiet(), programme.zone);
    let first = before.map_or(set.at, |before| before.min(set.at));
    let post = NewPost {
        programme: programme.id,
        place: Place::Channel(programme.card_channel),
        kind,
        subject: programme.id.0,
        due_at: if morning < first { morning } else { now },
        expires_at: Some(set.at),
        seeds: &[],
        pinned: false,
    };
    post_queue_anew(conn, &post).await?;
    Ok(())
}

/// By which calendars know one of the two, whatever becomes of it.
///
/// # Errors
/// Those of the database.
pub async fn uid(conn: &mut Conn, programme: ProgrammeId, which: OccasionKind) -> Result<String> {
    let secret = replies::installation_secret(conn).await?;
    let hash = super::keyed(&secret, &[which.code().as_bytes(), &programme.0.to_le_bytes()]);
    let half: [u8; 16] = std::array::from_fn(|at| hash.get(at).copied().unwrap_or_default());
    Ok(format!("{:032x}", u128::from_be_bytes(half)))
}

#[cfg(test)]
#[path = "occasions/tests.rs"]
mod tests;
