//! The coordinators' side of a practice. They see its words, and names only where both of the two said so; a remark goes
//! back through the bot.

use super::card_edit;
use crate::app::effect::{NewPost, Place, post_plan, post_queue};
use crate::app::{Call, Decision, guard};
use crate::domain::ids::{PracticeId, ProgrammeId, RoleId, UserId};
use crate::domain::post::PostKind;
use crate::domain::practice::{Practice, PracticeState, REMARK_MAX};
use crate::domain::refusal::Refusal;
use crate::domain::task;
use crate::store::{Conn, Result, people, practices, programmes, tandems};

/// A practice as a coordinator sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reviewed {
    /// What was shared. Of whose it is, only `authors` may be shown.
    pub practice: Practice,
    /// Both, where both said so; nobody else.
    pub authors: Option<[UserId; 2]>,
    /// Its file, under a name of ours.
    pub file: Option<(String, Vec<u8>)>,
}

/// What waits to be released in a programme, by its words.
///
/// # Errors
/// Those of the database.
pub async fn review(
    conn: &mut Conn,
    call: &Call,
    roles: &[RoleId],
    programme: ProgrammeId,
) -> Result<Decision<Vec<Reviewed>>> {
    if let Err(refusal) = guard::coordinator(conn, call, roles).await? {
        return Ok(Err(refusal));
    }
    if !programmes::programmes_of(conn, call.guild).await?.iter().any(|one| one.id == programme) {
        return Ok(Err(Refusal::NoProgramme));
    }
    let mut all = Vec::new();
    for practice in practices::practices_ready(conn, programme).await? {
        let authors = authors(conn, &practice).await?;
        let file = practices::practice_file(conn, practice.id).await?;
        all.push(Reviewed { practice, authors, file });
    }
    Ok(Ok(all))
}

async fn authors(conn: &mut Conn, practice: &Practice) -> Result<Option<[UserId; 2]>> {
    if !practice.named {
        return Ok(None);
    }
    let tandem = tandems::tandem_get(conn, practice.tandem).await?;
    let mentor = people::person_get(conn, tandem.mentor).await?.user;
    Ok(Some([mentor, people::person_get(conn, tandem.mentee).await?.user]))
}

/// A practice that waits for a decision of whoever asks.
async fn ready(conn: &mut Conn, call: &Call, roles: &[RoleId], id: PracticeId) -> Result<Decision<Practice>> {
    if let Err(refusal) = guard::coordinator(conn, call, roles).await? {
        return Ok(Err(refusal));
    }
    let Some(practice) = practices::practice_find(conn, id).await? else {
        return Ok(Err(Refusal::NothingWaits));
    };
    let here = programmes::programme_get(conn, practice.programme).await?.guild == call.guild;
    let ready = here && practice.state == PracticeState::Ready;
    Ok(if ready { Ok(practice) } else { Err(Refusal::NothingWaits) })
}

/// Releases a practice: it is published, and the two read that it is.
///
/// # Errors
/// Those of the database.
pub async fn release(
    conn: &mut Conn,
    call: &Call,
    roles: &[RoleId],
    id: PracticeId,
) -> Result<Decision<ProgrammeId>> {
    let practice = match ready(conn, call, roles, id).await? {
        Ok(practice) => practice,
        Err(refusal) => return Ok(Err(refusal)),
    };
    practices::practice_decide(conn, id, PracticeState::Released, None).await?;
    let programme = programmes::programme_get(conn, practice.programme).await?;
    let publication = NewPost {
        programme: programme.id,
        place: Place::Channel(programme.practice_channel.unwrap_or(programme.card_channel)),
        kind: PostKind::Practice,
        subject: id.0,
        due_at: call.now,
        expires_at: None,
        seeds: &[],
        pinned: false,
    };
    post_queue(conn, &publication).await?;
    told(conn, call, &practice).await?;
    Ok(Ok(programme.id))
}

/// Returns a practice with a remark, which the two read in their room.
///
/// # Errors
/// Those of the database.
pub async fn return_with(
    conn: &mut Conn,
    call: &Call,
    roles: &[RoleId],
    id: PracticeId,
    remark: &str,
) -> Result<Decision<ProgrammeId>> {
    let practice = match ready(conn, call, roles, id).await? {
        Ok(practice) => practice,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let remark = match task::text(remark, REMARK_MAX) {
        Ok(remark) => remark,
        Err(refusal) => return Ok(Err(refusal)),
    };
    practices::practice_decide(conn, id, PracticeState::Returned, Some(&remark)).await?;
    told(conn, call, &practice).await?;
    Ok(Ok(practice.programme))
}

/// The two read in their room what was decided, by card and by a line; an ended tandem's two find it behind `/my`.
async fn told(conn: &mut Conn, call: &Call, practice: &Practice) -> Result<()> {
    card_edit(conn, practice, call.now).await?;
    let tandem = tandems::tandem_get(conn, practice.tandem).await?;
    if tandem.is_live() {
        let programme = programmes::programme_get(conn, practice.programme).await?;
        let kind = PostKind::PracticeNews;
        post_plan(conn, &programme, tandem.id, kind, practice.id.0, call.now, &[]).await?;
    }
    Ok(())
}
