//! A round comes to its end: at the deadline the results appear, for everybody at once, and all answers go (P10). Then the
//! server's channels are counted; only when there is room for all, the tandems open, some at a time, so that nobody waits
//! for the one door (D3). What has been opened is a row; a kill leaves the rest to the next run.

use chrono::{DateTime, Duration, Utc};

use crate::app::effect::{Effect, NewPost, Place, building_lane, channel_lane, effect_add, post_queue};
use crate::app::{jobs, opening, pairing, place};
use crate::domain::ids::{PostId, RoundId, TandemId};
use crate::domain::matching::round::{Round, RoundState};
use crate::domain::post::PostKind;
use crate::domain::programme::Programme;
use crate::store::jobs::{job_at, job_drop, job_set};
use crate::store::{Conn, Result, posts, programmes, proposals, rounds};

/// So many tandems open in one transaction: a few tenths of a second.
const AT_ONCE: usize = 20;
/// The coordinators' card of an opening is brought up to date that often at most: an edit is a request as well.
const CARD_EVERY: Duration = Duration::seconds(15);

async fn known(conn: &mut Conn, round: RoundId) -> Result<Option<(Round, Programme)>> {
    let Some(round) = rounds::round_find(conn, round).await? else { return Ok(None) };
    Ok(Some((round, programmes::programme_get(conn, round.programme).await?)))
}

/// The deadline has come. Each pair's result is noted and all answers are erased; everybody hears that something waits
/// under *My place*. Where tandems come of it, the channels of the server are to be counted.
///
/// # Errors
/// Those of the database.
pub async fn settle(conn: &mut Conn, round: RoundId, now: DateTime<Utc>) -> Result<()> {
    let Some((round, programme)) = known(conn, round).await? else { return Ok(()) };
    if round.state != RoundState::Asking {
        return Ok(());
    }
    let tandems = proposals::proposals_settle(conn, round.id).await?;
    place::announce(conn, &programme, now).await?;
    if tandems == 0 {
        return rounds::round_state_set(conn, round.id, RoundState::Done).await;
    }
    rounds::round_state_set(conn, round.id, RoundState::Opening).await?;
    let count = Effect::RoomCount { round: round.id };
    let key = Some(format!("room-count:{}", round.id));
    effect_add(conn, building_lane(programme.guild), programme.id, &count, now, key, None).await?;
    Ok(())
}

/// The channels of the server have been counted: is there room for all tandems of the round, they begin to open; else
/// nothing is opened, and coordinators read how much room is left (D3).
///
/// # Errors
/// Those of the database.
pub async fn counted(conn: &mut Conn, round: RoundId, used_channels: u32, now: DateTime<Utc>) -> Result<()> {
    let Some((round, programme)) = known(conn, round).await? else { return Ok(()) };
    // Whatever was counted twice begins to open once.
    let opens = job_at(conn, jobs::ROUND_OPEN, round.id.0).await?.is_some();
    if round.state != RoundState::Opening || opens {
        return Ok(());
    }
    let own = proposals::proposals_to_open(conn, programme.id).await?;
    let own = own.iter().filter(|proposal| proposal.round == Some(round.id)).count();
    let own = u32::try_from(own).unwrap_or(u32::MAX);
    // Those of the round themselves are on their way and count as taken.
    let room = pairing::room_beside(conn, programme.guild, used_channels, own).await?;
    if room < own {
        rounds::round_room_set(conn, round.id, Some(room)).await?;
        return post(conn, &programme, PostKind::OpeningLacksRoom, round.id, now).await;
    }
    rounds::round_room_set(conn, round.id, None).await?;
    post(conn, &programme, PostKind::OpeningCard, round.id, now).await?;
    job_set(conn, jobs::ROUND_OPEN, round.id.0, now).await
}

async fn post(
    conn: &mut Conn,
    programme: &Programme,
    kind: PostKind,
    round: RoundId,
    now: DateTime<Utc>,
) -> Result<()> {
    let new = NewPost {
        programme: programme.id,
        place: Place::Channel(programme.digest_channel),
        kind,
        subject: round.0,
        due_at: now,
        expires_at: None,
        seeds: &[],
        pinned: false,
    };
    post_queue(conn, &new).await?;
    Ok(())
}

/// Opens the next tandems of a round; when to go on, `None` when all are open.
///
/// # Errors
/// Those of the database.
pub async fn open(conn: &mut Conn, round: RoundId, now: DateTime<Utc>) -> Result<Option<DateTime<Utc>>> {
    let Some((round, programme)) = known(conn, round).await? else { return Ok(None) };
    let mut own = proposals::proposals_to_open(conn, programme.id).await?;
    own.retain(|proposal| proposal.round == Some(round.id));
    let rest = own.split_off(own.len().min(AT_ONCE));
    for proposal in &own {
        proposals::proposal_opened(conn, proposal.id).await?;
        let tandem = opening::open(conn, proposal, now).await?;
        rounds::tandem_round_set(conn, tandem, round.id).await?;
    }
    if rest.is_empty() {
        rounds::round_state_set(conn, round.id, RoundState::Done).await?;
        return Ok(None);
    }
    Ok(Some(now))
}

/// Nobody is joined in the programme any more. What is being asked or waits to open comes to nothing, for all alike.
///
/// # Errors
/// Those of the database.
pub async fn halt(conn: &mut Conn, programme: &Programme) -> Result<()> {
    proposals::proposals_lapse(conn, programme.id).await?;
    for round in rounds::rounds_of(conn, programme.id).await? {
        if matches!(round.state, RoundState::Asking | RoundState::Opening) {
            rounds::round_state_set(conn, round.id, RoundState::Done).await?;
        }
        for job in [jobs::ROUND_DEADLINE, jobs::ROUND_OPEN] {
            job_drop(conn, job, round.id.0).await?;
        }
    }
    Ok(())
}

/// A room is there: the coordinators' card of its round shows so, soon.
///
/// # Errors
/// Those of the database.
pub async fn progressed(conn: &mut Conn, tandem: TandemId, now: DateTime<Utc>) -> Result<()> {
    let Some(round) = rounds::tandem_round(conn, tandem).await? else { return Ok(()) };
    let Some((round, programme)) = known(conn, round).await? else { return Ok(()) };
    let Some(post) = card(conn, round.id).await? else { return Ok(()) };
    let lane = channel_lane(programme.digest_channel);
    let key = Some(format!("edit:{post}"));
    effect_add(conn, lane, programme.id, &Effect::Edit { post }, now + CARD_EVERY, key, None).await?;
    Ok(())
}

async fn card(conn: &mut Conn, round: RoundId) -> Result<Option<PostId>> {
    Ok(posts::post_about(conn, PostKind::OpeningCard, round.0).await?.map(|post| post.id))
}

#[cfg(test)]
#[path = "round/tests.rs"]
mod tests;
