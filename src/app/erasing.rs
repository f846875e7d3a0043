//! Erasing (P12, P13, P14): a person on their own wish, at once; a programme when its deletion period is over. The partner
//! reads a goodbye that names nobody, and keeps what is theirs. Each erasure is remembered beside the database before it is
//! committed, so that a restored backup makes up for it, and is followed by the job that writes the file anew.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use chrono::{DateTime, Duration, Utc};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::effect::{Effect, channel_lane, edit_queue, effect_add, room_lane};
use super::leaving::{Ending, conclude};
use super::programme::phase;
use super::{Call, Decision, jobs, lounge, practices};
use crate::domain::ids::{GuildId, PostId, ProgrammeId, TaskId, UserId};
use crate::domain::person::Person;
use crate::domain::post::PostKind;
use crate::domain::programme::{Phase, Programme};
use crate::domain::refusal::Refusal;
use crate::domain::tandem::{Tandem, TandemState};
use crate::domain::zone;
use crate::store::jobs::{job_drop, job_set};
use crate::store::posts::Post;
use crate::store::{
    Conn, Result, erasing, ledger, outbox, people, posts, practices as stored, programmes, proposals,
    replies, tandems, tasks,
};

/// A programme's rooms are waited for that long after its deletion period; then its data go whatever Discord says.
const ROOMS_WITHIN: Duration = Duration::days(2);
/// Between two looks whether its rooms are gone.
const LOOK_EVERY: Duration = Duration::hours(1);

/// What will go, for the question before it does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stake {
    /// How many tandems would end with it.
    pub open: usize,
}

/// A keyed hash in hexadecimal, by which an erasure is recognised in another copy of this installation's file.
async fn hash(conn: &mut Conn, kind: &str, parts: &[u64]) -> Result<String> {
    let secret = replies::installation_secret(conn).await?;
    let mut hash = Sha256::new_with_prefix(&secret);
    hash.update(b"erased ");
    hash.update(kind.as_bytes());
    for part in parts {
        hash.update(part.to_le_bytes());
    }
    Ok(hash.finalize().iter().fold(String::new(), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    }))
}

/// What would go if whoever asks had everything deleted.
///
/// # Errors
/// Those of the database.
pub async fn stake(conn: &mut Conn, call: &Call) -> Result<Decision<Stake>> {
    if !erasing::account_known(conn, call.guild, call.user).await? {
        return Ok(Err(Refusal::NothingStored));
    }
    let mut open = 0;
    if let Some(me) = people::person_find(conn, call.guild, call.user).await? {
        open = tandems::tandems_of(conn, me.id).await?.iter().filter(|tandem| tandem.is_live()).count();
    }
    Ok(Ok(Stake { open }))
}

/// Deletes everything about whoever asks, on this server. To be run without a trace of who asked; repeating it finds
/// nobody.
///
/// # Errors
/// Those of the database, and of the list of erasures beside it.
pub async fn delete_me(conn: &mut Conn, call: &Call) -> Result<Decision<()>> {
    if !erasing::account_known(conn, call.guild, call.user).await? {
        return Ok(Err(Refusal::NothingStored));
    }
    // Whoever has only begun to enrol is no person of ours yet; for the time of this erasure they are.
    let me = people::person_known(conn, call.guild, call.user).await?;
    let asker =
        replies::installation_secret(conn).await.map(|secret| super::asker_key(&secret, call.user))?;
    replies::owed_forget(conn, &asker).await?;
    let hash = hash(conn, "person", &[me.guild.0, me.user.0]).await?;
    ledger::erasure_note(conn, call.now, "person", &hash).await?;
    person(conn, &me, call.now).await?;
    Ok(Ok(()))
}

/// Takes a person out of everything, and what quotes them out of Discord.
async fn person(conn: &mut Conn, me: &Person, now: DateTime<Utc>) -> Result<()> {
    let all = tandems::tandems_of(conn, me.id).await?;
    let mut was_live = BTreeSet::new();
    for tandem in &all {
        if tandem.is_live() {
            was_live.insert(tandem.id);
            conclude(conn, tandem, Ending::Goodbye, now).await?;
        }
    }
    for practice in stored::practices_of(conn, me.id).await? {
        practices::take_back(conn, &practice, now).await?;
    }
    for tandem in &all {
        let tandem = tandems::tandem_get(conn, tandem.id).await?;
        posts_withdraw(conn, &tandem, me, now).await?;
        let access = match tandem.state {
            TandemState::Ended if !was_live.contains(&tandem.id) => Effect::RoomClose { tandem: tandem.id },
            TandemState::Hidden => Effect::RoomHide { tandem: tandem.id },
            _ => continue,
        };
        // Their account goes out of the room's overwrites as well.
        effect_add(conn, room_lane(tandem.id), tandem.programme, &access, now, None, None).await?;
    }
    let gone = erasing::nobody(conn, me.guild).await?;
    // Their deadlines stay: what the other one's enrolment came with is looked at then.
    proposals::proposals_withdraw(conn, me.id, gone).await?;
    erasing::outbox_of_person_drop(conn, me.id).await?;
    let lounges = lounge::forget(conn, me.id).await?;
    erasing::person_wipe(conn, me).await?;
    lounge::forgotten(conn, &lounges, me.id, now).await?;
    job_set(conn, jobs::SCOUR, 0, now).await
}

/// What the bot has posted in a tandem's room goes where it may quote or name the person: a card of the partner's own task
/// and the goodbye are brought up to date instead.
async fn posts_withdraw(conn: &mut Conn, tandem: &Tandem, me: &Person, now: DateTime<Utc>) -> Result<()> {
    if tandem.channel.is_none() || tandem.state == TandemState::Gone {
        return Ok(());
    }
    let under_way = outbox::outbox_under_way(conn, &room_lane(tandem.id)).await?;
    let under_way: BTreeSet<PostId> = under_way
        .iter()
        .filter_map(|effect| match serde_json::from_str(effect) {
            Ok(Effect::Post { post }) => Some(post),
            _ => None,
        })
        .collect();
    for post in posts::posts_of(conn, tandem.id).await? {
        if post.message.is_none() && !under_way.contains(&post.id) {
            continue;
        }
        if stays(conn, &post, me).await? {
            edit_queue(conn, tandem.programme, tandem.id, post.id, now).await?;
        } else {
            let delete = Effect::PostDelete { post: post.id };
            let key = Some(format!("withdraw:{}", post.id));
            effect_add(conn, room_lane(tandem.id), tandem.programme, &delete, now, key, None).await?;
        }
    }
    Ok(())
}

async fn stays(conn: &mut Conn, post: &Post, me: &Person) -> Result<bool> {
    Ok(match post.kind {
        PostKind::Goodbye | PostKind::PartnerGone => true,
        PostKind::TaskCard => {
            tasks::task_find(conn, TaskId(post.subject)).await?.is_some_and(|task| task.giver != me.id)
        }
        _ => false,
    })
}

/// A programme is closed: its deletion period begins.
///
/// # Errors
/// Those of the database.
pub async fn schedule(conn: &mut Conn, programme: &Programme, now: DateTime<Utc>) -> Result<()> {
    job_set(conn, jobs::ERASE_PROGRAMME, programme.id.0, over(programme).max(now)).await
}

/// A programme's deletion period is over: the erasure begins, and goes on by itself.
///
/// # Errors
/// Those of the database.
pub async fn programme_begin(conn: &mut Conn, programme: ProgrammeId, now: DateTime<Utc>) -> Result<()> {
    erasing::totals_set(conn, programme).await?;
    job_set(conn, jobs::ERASE_PROGRAMME, programme.0, now).await
}

/// The next step of erasing a programme: its rooms and the posts that name people go first; when they are gone, or cannot
/// be waited for any longer, so does everything but anonymous totals. Returns when to look again.
///
/// # Errors
/// Those of the database, and of the list of erasures beside it.
pub async fn programme(
    conn: &mut Conn,
    id: ProgrammeId,
    now: DateTime<Utc>,
) -> Result<Option<DateTime<Utc>>> {
    let programme = programmes::programme_get(conn, id).await?;
    match programme.phase {
        Phase::Erased => {}
        Phase::Closed if over(&programme) > now => return Ok(Some(over(&programme))),
        Phase::Closed => {
            phase::enter(conn, &programme, Phase::Erased, now).await?;
            // This is the job that the phase begins with.
            job_drop(conn, jobs::ERASE_PROGRAMME, id.0).await?;
        }
        _ => return Ok(None),
    }
    erasing::totals_set(conn, id).await?;
    let all = tandems::tandems_in(conn, id).await?;
    let mut waits = false;
    for tandem in &all {
        if tandem.is_live() {
            conclude(conn, tandem, Ending::Goodbye, now).await?;
        }
        if tandem.channel.is_some() && tandem.state != TandemState::Gone {
            waits = true;
            let key = Some(format!("erase-room:{}", tandem.id));
            let delete = Effect::RoomDelete { tandem: tandem.id };
            effect_add(conn, room_lane(tandem.id), id, &delete, now, key, None).await?;
        }
    }
    for (post, channel) in posts::posts_naming(conn, id).await? {
        waits = true;
        let (delete, key) = (Effect::PostDelete { post }, Some(format!("withdraw:{post}")));
        effect_add(conn, channel_lane(channel), id, &delete, now, key, None).await?;
    }
    if waits && now < over(&programme) + ROOMS_WITHIN {
        return Ok(Some(now + LOOK_EVERY));
    }
    let hash = hash(conn, "programme", &[id.0.cast_unsigned()]).await?;
    ledger::erasure_note(conn, now, "programme", &hash).await?;
    wipe(conn, &programme, now).await?;
    job_set(conn, jobs::SCOUR, 0, now).await?;
    Ok(None)
}

/// Takes everything of an erased programme out of the database but anonymous totals. A lounge that still stands is no row of
/// anybody's: its job goes on, and deletes it.
async fn wipe(conn: &mut Conn, programme: &Programme, now: DateTime<Utc>) -> Result<()> {
    erasing::programme_wipe(conn, programme.id).await?;
    if programme.lounge_channel.is_some() {
        job_set(conn, jobs::LOUNGE, programme.id.0, now).await?;
    }
    Ok(())
}

/// When a programme's deletion period is over: so many days after it was closed, or after its end.
#[must_use]
pub fn over(programme: &Programme) -> DateTime<Utc> {
    let from = programme.closed_on.unwrap_or(programme.ends_on);
    zone::start_of_day(from + Duration::days(i64::from(programme.deletion_days)), programme.zone)
}

/// Makes up for erasures that this file has not carried out, because it is a backup that was restored, or because the
/// process was killed at the wrong moment. How many there were.
///
/// # Errors
/// [`crate::store::Error::TooOld`] when nobody knows any more which they are.
pub async fn make_up(conn: &mut Conn, now: DateTime<Utc>) -> Result<usize> {
    let missed = ledger::erasures_missed(conn).await?;
    let Some(last) = missed.last().map(|line| line.number) else { return Ok(0) };
    let hashes: BTreeSet<&str> = missed.iter().map(|line| line.hash.as_str()).collect();
    for (guild, user) in erasing::accounts_all(conn).await? {
        if is_among(conn, &hashes, guild, user).await? {
            let me = people::person_known(conn, guild, user).await?;
            person(conn, &me, now).await?;
        }
    }
    for programme in programmes::programmes_all(conn).await? {
        let own = hash(conn, "programme", &[programme.id.0.cast_unsigned()]).await?;
        if hashes.contains(own.as_str()) {
            erasing::totals_set(conn, programme.id).await?;
            programmes::programme_phase_set(conn, programme.id, Phase::Erased).await?;
            wipe(conn, &programme, now).await?;
        }
    }
    ledger::erasures_made_up(conn, last).await?;
    job_set(conn, jobs::SCOUR, 0, now).await?;
    Ok(missed.len())
}

async fn is_among(conn: &mut Conn, hashes: &BTreeSet<&str>, guild: GuildId, user: UserId) -> Result<bool> {
    let own = hash(conn, "person", &[guild.0, user.0]).await?;
    Ok(hashes.contains(own.as_str()))
}

#[cfg(test)]
#[path = "erasing/tests.rs"]
mod tests;

#[cfg(test)]
#[path = "erasing/programme_tests.rs"]
mod programme_tests;
