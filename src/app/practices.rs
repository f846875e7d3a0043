//! Tips and insights that a tandem shares with its programme. Both agree privately; the pair's result alone counts, and a
//! *no* looks like silence (P10). Then a coordinator releases it or returns it with a remark, without learning whose it
//! is where it has no names; and either of the two takes it back at any time.

mod release;

use chrono::{DateTime, Duration, Utc};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::effect::{Effect, NewPost, Place, channel_lane, edit_queue, effect_add, post_queue};
use super::scope::{self, Seat};
use super::{Call, Decision, direct, guard, jobs, pause};
use crate::domain::ids::{PracticeId, TandemId};
use crate::domain::post::PostKind;
use crate::domain::practice::{
    ANSWER_WITHIN, Consent, Practice, PracticeKind, PracticeState, TEXT_MAX, agreed, file_name,
};
use crate::domain::refusal::Refusal;
use crate::domain::tandem::{Side, Tandem};
use crate::domain::task;
use crate::store::jobs::{job_drop, job_set};
use crate::store::{Conn, Result, meetings, people, posts, practices, replies, tandems};

pub use release::{Reviewed, release, return_with, review};

/// So many of one tandem wait for its two at most.
const WAITING_MAX: usize = 3;

/// What is to be shared.
#[derive(Debug, Clone)]
pub struct Draft {
    /// Tip or insight.
    pub kind: PracticeKind,
    /// In their words.
    pub text: String,
    /// Where to read on.
    pub link: Option<String>,
    /// A file: the name its sender gave it, and what is in it.
    pub file: Option<(String, Vec<u8>)>,
}

/// Something is proposed to both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shared {
    /// What.
    pub practice: PracticeId,
}

/// What became of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answered {
    /// It is noted, and can be changed until the deadline.
    Noted {
        /// What was said.
        said: Consent,
        /// When it is over at the latest.
        deadline: DateTime<Utc>,
    },
    /// Both agreed.
    Agreed {
        /// With both names.
        named: bool,
    },
}

/// Whether a tandem has met: a meeting of theirs has begun, or one rhythm has gone by, since people also meet without
/// telling the bot.
async fn has_met(conn: &mut Conn, seat: &Seat, now: DateTime<Utc>) -> Result<bool> {
    let met = meetings::meetings_of(conn, seat.tandem.id).await?;
    let began = met.iter().any(|one| one.held_at.is_some() || (!one.cancelled && one.starts_at <= now));
    Ok(began || seat.tandem.opened_at + Duration::days(seat.programme.rhythm_days()) <= now)
}

/// The seat of whoever may share something here and now.
///
/// # Errors
/// Those of the database.
pub async fn sharing(conn: &mut Conn, call: &Call, chosen: Option<TandemId>) -> Result<Decision<Seat>> {
    let seat = match scope::seat(conn, call, chosen).await?.and_then(|seat| seat.at_work().map(|()| seat)) {
        Ok(seat) => seat,
        Err(refusal) => return Ok(Err(refusal)),
    };
    Ok(if has_met(conn, &seat, call.now).await? { Ok(seat) } else { Err(Refusal::NotMetYet) })
}

/// Proposes a tip or insight to both: a card in their room, and the question to each.
///
/// # Errors
/// Those of the database.
pub async fn share(conn: &mut Conn, call: &Call, draft: Draft) -> Result<Decision<Shared>> {
    let seat = match sharing(conn, call, None).await? {
        Ok(seat) => seat,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let file = draft.file.as_ref().map(|(name, bytes)| file_name(name, bytes.len(), PracticeId(0)));
    let read = task::text(&draft.text, TEXT_MAX).and_then(|text| {
        file.transpose()?;
        Ok((text, draft.link.as_deref().map(task::link).transpose()?))
    });
    let (text, link) = match read {
        Ok(read) => read,
        Err(refusal) => return Ok(Err(refusal)),
    };
    if practices::practices_proposed(conn, seat.tandem.id).await?.len() >= WAITING_MAX {
        return Ok(Err(Refusal::PracticesWait { max: WAITING_MAX }));
    }
    let deadline = call.now + ANSWER_WITHIN;
    let new = Practice {
        id: PracticeId(0),
        programme: seat.programme.id,
        tandem: seat.tandem.id,
        kind: draft.kind,
        state: PracticeState::Proposed,
        text,
        link,
        deadline,
        mentor_answer: None,
        mentee_answer: None,
        named: false,
        remark: None,
    };
    let practice = add(conn, new).await?;
    if let Some((name, bytes)) = &draft.file
        && let Ok(name) = file_name(name, bytes.len(), practice)
    {
        practices::practice_file_add(conn, practice, &name, bytes).await?;
    }
    job_set(conn, jobs::PRACTICE_DEADLINE, practice.0, deadline).await?;
    let card = NewPost {
        programme: seat.programme.id,
        place: Place::Room(seat.tandem.id),
        kind: PostKind::PracticeCard,
        subject: practice.0,
        due_at: call.now,
        expires_at: None,
        seeds: &[],
        pinned: false,
    };
    post_queue(conn, &card).await?;
    if pause::paused(conn, seat.tandem.id, call.now).await?.is_none() {
        direct::point(conn, &seat.programme, seat.partner(), call.now).await?;
    }
    Ok(Ok(Shared { practice }))
}

/// Adds a practice under a number that is drawn from the installation's secret, so that it tells neither when nor whose.
async fn add(conn: &mut Conn, mut new: Practice) -> Result<PracticeId> {
    let secret = replies::installation_secret(conn).await?;
    let mut nth = practices::practices_count(conn).await?;
    loop {
        let hash = Sha256::new_with_prefix(&secret).chain_update(b"practice").chain_update(nth.to_le_bytes());
        let hash = hash.finalize();
        new.id = PracticeId(hash[..6].iter().fold(0, |number, byte| number << 8 | i64::from(*byte)));
        if practices::practice_add(conn, &new).await? {
            return Ok(new.id);
        }
        nth += 1;
    }
}

/// A practice of one's own tandem, ended ones included.
async fn own(conn: &mut Conn, call: &Call, id: PracticeId) -> Result<Decision<(Practice, Seat)>> {
    let Some(practice) = practices::practice_find(conn, id).await? else {
        return Ok(Err(Refusal::NothingWaits));
    };
    Ok(guard::seat_in(conn, call, practice.tandem).await?.map(|seat| (practice, seat)))
}

/// What one of the two is asked.
///
/// # Errors
/// Those of the database.
pub async fn ask(conn: &mut Conn, call: &Call, id: PracticeId) -> Result<Decision<(Practice, Side)>> {
    Ok(match own(conn, call, id).await? {
        Ok((practice, seat)) if waits(&practice, call.now) => Ok((practice, seat.side)),
        Ok(_) => Err(Refusal::NothingWaits),
        Err(refusal) => Err(refusal),
    })
}

fn waits(practice: &Practice, now: DateTime<Utc>) -> bool {
    practice.state == PracticeState::Proposed && now < practice.deadline
}

/// Notes what one of the two says. To be run without a trace of who asked; harmless when repeated.
///
/// # Errors
/// Those of the database.
pub async fn say(conn: &mut Conn, call: &Call, id: PracticeId, said: Consent) -> Result<Decision<Answered>> {
    let (practice, side) = match own(conn, call, id).await? {
        Ok((practice, seat)) => (practice, seat.side),
        Err(refusal) => return Ok(Err(refusal)),
    };
    if matches!(practice.state, PracticeState::Ready | PracticeState::Released) {
        return Ok(Ok(Answered::Agreed { named: practice.named }));
    }
    if !waits(&practice, call.now) {
        return Ok(Err(Refusal::NothingWaits));
    }
    practices::practice_answer_set(conn, id, side, said).await?;
    let (mentor, mentee) = match side {
        Side::Mentor => (Some(said), practice.mentee_answer),
        Side::Mentee => (practice.mentor_answer, Some(said)),
    };
    let Some(named) = agreed(mentor, mentee) else {
        return Ok(Ok(Answered::Noted { said, deadline: practice.deadline }));
    };
    practices::practice_agree(conn, id, named).await?;
    job_drop(conn, jobs::PRACTICE_DEADLINE, id.0).await?;
    card_edit(conn, &practice, call.now).await?;
    Ok(Ok(Answered::Agreed { named }))
}

/// The deadline has come without both having agreed: it stays in the tandem, and nobody learns why.
///
/// # Errors
/// Those of the database.
pub async fn lapse(conn: &mut Conn, id: PracticeId, now: DateTime<Utc>) -> Result<()> {
    let Some(practice) = practices::practice_find(conn, id).await? else { return Ok(()) };
    if practice.state != PracticeState::Proposed {
        return Ok(());
    }
    practices::practice_erase(conn, id, PracticeState::Dropped).await?;
    card_edit(conn, &practice, now).await
}

/// A tandem has ended: what still waited for its two stays in it. What both agreed to goes its way.
pub(super) async fn ended(conn: &mut Conn, tandem: &Tandem) -> Result<()> {
    for practice in practices::practices_proposed(conn, tandem.id).await? {
        practices::practice_erase(conn, practice.id, PracticeState::Dropped).await?;
        job_drop(conn, jobs::PRACTICE_DEADLINE, practice.id.0).await?;
    }
    Ok(())
}

/// One of the two takes it back: it is erased here, and its publication is deleted. To be run without a trace of who
/// asked; harmless when repeated.
///
/// # Errors
/// Those of the database.
pub async fn withdraw(conn: &mut Conn, call: &Call, id: PracticeId) -> Result<Decision<()>> {
    let (practice, _) = match own(conn, call, id).await? {
        Ok(found) => found,
        Err(refusal) => return Ok(Err(refusal)),
    };
    if practice.state == PracticeState::Withdrawn {
        return Ok(Ok(()));
    }
    if !practice.can_be_withdrawn() {
        return Ok(Err(Refusal::NothingWaits));
    }
    take_back(conn, &practice, call.now).await?;
    Ok(Ok(()))
}

/// A practice is erased here, and its publication is deleted.
pub(super) async fn take_back(conn: &mut Conn, practice: &Practice, now: DateTime<Utc>) -> Result<()> {
    let id = practice.id;
    practices::practice_erase(conn, id, PracticeState::Withdrawn).await?;
    job_drop(conn, jobs::PRACTICE_DEADLINE, id.0).await?;
    if let Some(post) = posts::post_about(conn, PostKind::Practice, id.0).await?
        && let Some(channel) = post.channel
    {
        let (effect, lane) = (Effect::PostDelete { post: post.id }, channel_lane(channel));
        effect_add(conn, lane, practice.programme, &effect, now, None, None).await?;
    }
    card_edit(conn, practice, now).await
}

/// What the tandems of whoever asks have shared and can still take back, by its words.
///
/// # Errors
/// Those of the database.
pub async fn mine(conn: &mut Conn, call: &Call) -> Result<Decision<Vec<Practice>>> {
    let Some(me) = people::person_find(conn, call.guild, call.user).await? else {
        return Ok(Err(Refusal::NotEnrolled));
    };
    let mut mine = practices::practices_of(conn, me.id).await?;
    mine.retain(Practice::can_be_withdrawn);
    Ok(Ok(mine))
}

/// Brings the card in the room up to date, as long as there is a room to read it in.
async fn card_edit(conn: &mut Conn, practice: &Practice, now: DateTime<Utc>) -> Result<()> {
    let tandem = tandems::tandem_get(conn, practice.tandem).await?;
    if let Some(card) = posts::post_about(conn, PostKind::PracticeCard, practice.id.0).await?
        && tandem.channel.is_some()
    {
        edit_queue(conn, practice.programme, tandem.id, card.id, now).await?;
    }
    Ok(())
}

#[cfg(test)]
#[path = "practices/tests.rs"]
mod tests;
