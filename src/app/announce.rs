//! Announcements to everybody or to the mentors' lounge: a draft is shown to the coordinator first, and sent by a button.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::effect::{NewPost, Place, post_queue};
use super::jobs::DRAFTS;
use super::{Call, Decision, guard};
use crate::domain::announcement::{Announcement, DRAFT_FOR, Target, WORDS_MAX};
use crate::domain::ids::{AnnouncementId, ChannelId, PracticeId, RoleId};
use crate::domain::post::PostKind;
use crate::domain::practice::file_name;
use crate::domain::programme::{Programme, Step};
use crate::domain::refusal::Refusal;
use crate::domain::task;
use crate::store::{Conn, Result, announcements, jobs, programmes};

/// What is to be announced.
#[derive(Debug, Clone)]
pub struct Draft {
    /// Which programme, where there are several.
    pub programme: Option<String>,
    /// To whom.
    pub target: Target,
    /// In the coordinator's words.
    pub words: String,
    /// Where to read on.
    pub link: Option<String>,
    /// A file: the name its sender gave it, and what is in it.
    pub file: Option<(String, Vec<u8>)>,
}

/// A draft was written down, or sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drafted {
    /// Which.
    pub announcement: AnnouncementId,
    /// Where it will stand.
    pub channel: ChannelId,
}

/// The programme in which a coordinator may announce something now, and the channel where it would stand.
///
/// # Errors
/// Those of the database.
pub async fn place(
    conn: &mut Conn,
    call: &Call,
    roles: &[RoleId],
    chosen: Option<&str>,
    target: Target,
) -> Result<Decision<(Programme, ChannelId)>> {
    let found = guard::coordinated(conn, call, roles, chosen).await?;
    Ok(found.and_then(|programme| fits(&programme, target).map(|channel| (programme, channel))))
}

fn fits(programme: &Programme, target: Target) -> Decision<ChannelId> {
    let step = if target == Target::All { Step::Announce } else { Step::Lounge };
    match target {
        _ if !programme.phase.allows(step) => Err(Refusal::WrongPhase),
        Target::All => Ok(programme.card_channel),
        Target::Lounge => programme.lounge_channel.ok_or(Refusal::NoLounge),
    }
}

/// Writes the draft down; nobody but the coordinator sees it yet.
///
/// # Errors
/// Those of the database.
pub async fn draft(
    conn: &mut Conn,
    call: &Call,
    roles: &[RoleId],
    draft: Draft,
) -> Result<Decision<Drafted>> {
    let (programme, channel) =
        match place(conn, call, roles, draft.programme.as_deref(), draft.target).await? {
            Ok(found) => found,
            Err(refusal) => return Ok(Err(refusal)),
        };
    let new = match understood(&programme, &draft, call.now) {
        Ok(new) => new,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let bytes = draft.file.as_ref().map(|(_, bytes)| bytes.as_slice());
    let announcement = announcements::announcement_add(conn, &new, bytes).await?;
    forget(conn, call.now).await?;
    let due = call.now + DRAFT_FOR;
    if jobs::job_at(conn, DRAFTS, 0).await?.is_none_or(|at| due < at) {
        jobs::job_set(conn, DRAFTS, 0, due).await?;
    }
    Ok(Ok(Drafted { announcement, channel }))
}

/// Forgets drafts that were not sent within a day; when the next one has had its time.
///
/// # Errors
/// Those of the database.
pub async fn forget(conn: &mut Conn, now: DateTime<Utc>) -> Result<Option<DateTime<Utc>>> {
    let left = announcements::announcements_forget(conn, now - DRAFT_FOR).await?;
    Ok(left.map(|drafted| drafted + DRAFT_FOR))
}

fn understood(programme: &Programme, draft: &Draft, now: DateTime<Utc>) -> Decision<Announcement> {
    // The same rules as for the files of tandems; the name has only what Discord leaves as it is.
    let name =
        draft.file.as_ref().map(|(name, bytes)| file_name(name, bytes.len(), PracticeId(0))).transpose()?;
    Ok(Announcement {
        id: AnnouncementId(0),
        programme: programme.id,
        target: draft.target,
        words: task::text(&draft.words, WORDS_MAX)?,
        link: draft.link.as_deref().map(task::link).transpose()?,
        file_name: name.map(|name| {
            let own = if programme.language.is_german() { "mitteilung" } else { "announcement" };
            name.replacen("practice-0", own, 1)
        }),
        sent: false,
        drafted_at: now,
    })
}

/// Sends a draft, once.
///
/// # Errors
/// Those of the database.
pub async fn send(
    conn: &mut Conn,
    call: &Call,
    roles: &[RoleId],
    id: AnnouncementId,
) -> Result<Decision<Drafted>> {
    if let Err(refusal) = guard::coordinator(conn, call, roles).await? {
        return Ok(Err(refusal));
    }
    let found = announcements::announcement_find(conn, id).await?;
    let Some(found) = found.filter(|one| !one.sent && call.now < one.drafted_at + DRAFT_FOR) else {
        return Ok(Err(Refusal::NothingWaits));
    };
    let programme = programmes::programme_get(conn, found.programme).await?;
    if programme.guild != call.guild {
        return Ok(Err(Refusal::NothingWaits));
    }
    let channel = match fits(&programme, found.target) {
        Ok(channel) => channel,
        Err(refusal) => return Ok(Err(refusal)),
    };
    announcements::announcement_send(conn, id).await?;
    let post = NewPost {
        programme: programme.id,
        place: Place::Channel(channel),
        kind: PostKind::Announcement,
        subject: id.0,
        due_at: call.now,
        expires_at: None,
        seeds: &[],
        pinned: false,
    };
    post_queue(conn, &post).await?;
    Ok(Ok(Drafted { announcement: id, channel }))
}

#[cfg(test)]
#[path = "announce/tests.rs"]
mod tests;
