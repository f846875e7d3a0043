//! Support: a call to the coach or, where there is none to be reached, to the coordinators. Who will read it and the very
//! words are shown before it is sent. What is posted holds a count and a button; names and words stand in private replies
//! to those with the role, and are erased when the call is closed (P15).

use serde::{Deserialize, Serialize};

use super::effect::{NewPost, Place, post_queue_anew};
use super::{Call, Decision, guard, scope};
use crate::domain::calls::{Reader, SUPPORT_MAX, SupportCall};
use crate::domain::ids::{ChannelId, PersonId, ProgrammeId, RoleId, SupportId, TandemId, TaskId, UserId};
use crate::domain::person::Person;
use crate::domain::post::PostKind;
use crate::domain::programme::Programme;
use crate::domain::refusal::Refusal;
use crate::domain::task::{self, TaskState};
use crate::store::people::Server;
use crate::store::{Conn, Result, calls, people, programmes, tandems, tasks};

/// Who reads calls, and where they find them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Desk {
    /// Who.
    pub reader: Reader,
    /// By which role.
    pub role: RoleId,
    /// Where the count is posted.
    pub channel: ChannelId,
}

/// What somebody who asks for support is shown first.
#[derive(Debug, Clone)]
pub struct Stand {
    /// Who asks.
    pub me: Person,
    /// In which programme.
    pub programme: Programme,
    /// In which tandem, where it is clear.
    pub tandem: Option<TandemId>,
    /// The same, where it was chosen by name: the private steps that follow are about it, too.
    pub chosen: Option<TandemId>,
    /// Who will read it.
    pub desk: Desk,
    /// The call that is open.
    pub open: Option<SupportCall>,
}

/// A call was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sent {
    /// To whoever has this role.
    pub role: RoleId,
}

/// Coaches read calls where both their role and their channel were chosen; else coordinators do.
fn desk(server: &Server, programme: &Programme) -> Decision<Desk> {
    match (server.coach_role, server.coach_channel, server.coordinator_role) {
        (Some(role), Some(channel), _) => Ok(Desk { reader: Reader::Coach, role, channel }),
        (_, _, Some(role)) => {
            Ok(Desk { reader: Reader::Coordinator, role, channel: programme.digest_channel })
        }
        _ => Err(Refusal::NotSetUp),
    }
}

/// How it stands for whoever asks: in their tandem of this room or their only one, else in the newest programme that
/// they take part in.
///
/// # Errors
/// Those of the database.
pub async fn look(conn: &mut Conn, call: &Call) -> Result<Decision<Stand>> {
    let Some(server) = people::server_get(conn, call.guild).await? else {
        return Ok(Err(Refusal::NotSetUp));
    };
    let (me, programme, tandem) = match scope::seat(conn, call, call.chosen).await? {
        Ok(seat) => (seat.me, seat.programme, Some(seat.tandem.id)),
        Err(refusal @ Refusal::NotYourRoom) => return Ok(Err(refusal)),
        // What was typed names none of theirs.
        Err(refusal @ Refusal::WhichTandem) if call.chosen.is_some() => return Ok(Err(refusal)),
        Err(_) => {
            let Some(me) = people::person_find(conn, call.guild, call.user).await? else {
                return Ok(Err(Refusal::NotEnrolled));
            };
            let newest = programmes::programmes_with(conn, me.id).await?.pop();
            match newest.filter(|newest| !newest.phase.is_over()) {
                Some(newest) => (me, newest, None),
                None => return Ok(Err(Refusal::NotEnrolled)),
            }
        }
    };
    let open = calls::support_of(conn, programme.id, me.id).await?;
    let chosen = tandem.filter(|tandem| call.chosen == Some(*tandem));
    Ok(desk(&server, &programme).map(|desk| {
        // Whoever has asked is shown who was named to them.
        let named = open.as_ref().and_then(|open| Some((open.reader, open.role?)));
        let (reader, role) = named.unwrap_or((desk.reader, desk.role));
        Stand { me, programme, tandem, chosen, desk: Desk { reader, role, ..desk }, open }
    }))
}

/// Sends the call, in the very words that were shown.
///
/// # Errors
/// Those of the database.
pub async fn send(conn: &mut Conn, call: &Call, text: &str) -> Result<Decision<Sent>> {
    let stand = match look(conn, call).await? {
        Ok(Stand { open: Some(_), .. }) => return Ok(Err(Refusal::SupportAsked)),
        Ok(stand) => stand,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let text = match task::text(text, SUPPORT_MAX) {
        Ok(text) => text,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let Stand { me, programme, tandem, desk, .. } = stand;
    let new = SupportCall {
        id: SupportId(0),
        programme: programme.id,
        asked_at: call.now,
        reader: desk.reader,
        role: Some(desk.role),
        taken: false,
        person: me.id,
        text,
    };
    calls::support_add(conn, &new, tandem).await?;
    let policy = PostKind::SupportWaits.policy();
    let post = NewPost {
        programme: programme.id,
        place: Place::Channel(desk.channel),
        kind: PostKind::SupportWaits,
        subject: programme.id.0,
        due_at: policy.send_at(call.now, &programme.quiet(), programme.zone),
        expires_at: None,
        seeds: &[],
        pinned: false,
    };
    post_queue_anew(conn, &post).await?;
    Ok(Ok(Sent { role: desk.role }))
}

/// Takes one's own call back: it is closed.
///
/// # Errors
/// Those of the database.
pub async fn withdraw(conn: &mut Conn, call: &Call, id: SupportId) -> Result<Decision<()>> {
    let me = people::person_find(conn, call.guild, call.user).await?.map(|me| me.id);
    Ok(match calls::support_find(conn, id).await? {
        Some(open) if Some(open.person) == me => Ok(calls::support_close(conn, id).await?),
        _ => Err(Refusal::NothingWaits),
    })
}

/// The words offered for a task that is stuck again, if it is, and whoever asks is one of its two.
///
/// # Errors
/// Those of the database.
pub async fn about_task(conn: &mut Conn, call: &Call, id: TaskId) -> Result<Decision<(Stand, i64)>> {
    let Some(task) = tasks::task_find(conn, id).await? else { return Ok(Err(Refusal::NothingWaits)) };
    if let Err(refusal) = guard::seat_in(conn, call, task.tandem).await? {
        return Ok(Err(refusal));
    }
    if task.state != TaskState::Stuck {
        return Ok(Err(Refusal::NothingWaits));
    }
    Ok(look(conn, call).await?.map(|stand| (stand, task.number)))
}

/// A call as its reader sees it.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The call.
    pub call: SupportCall,
    /// Who asks.
    pub user: UserId,
}

/// Which calls of a programme are for somebody with these roles by what is set now, whoever was named when they were sent.
async fn readers(
    conn: &mut Conn,
    call: &Call,
    roles: &[RoleId],
    programme: ProgrammeId,
) -> Result<Decision<Vec<Reader>>> {
    let Some(server) = people::server_get(conn, call.guild).await? else {
        return Ok(Err(Refusal::NotSetUp));
    };
    if !programmes::programmes_of(conn, call.guild).await?.iter().any(|one| one.id == programme) {
        return Ok(Err(Refusal::NoProgramme));
    }
    let has = |role: Option<RoleId>| role.is_some_and(|role| roles.contains(&role));
    let mut readers = Vec::new();
    readers.extend(has(server.coach_role).then_some(Reader::Coach));
    readers.extend(has(server.coordinator_role).then_some(Reader::Coordinator));
    Ok(Ok(readers))
}

/// Whether a call was sent to one of these roles: to the one that was named, also where another one reads calls by now (P15).
fn may_read(open: &SupportCall, roles: &[RoleId], readers: &[Reader]) -> bool {
    open.role.map_or_else(|| readers.contains(&open.reader), |role| roles.contains(&role))
}

/// The open calls of a programme that whoever asks may read.
///
/// # Errors
/// Those of the database.
pub async fn list(
    conn: &mut Conn,
    call: &Call,
    roles: &[RoleId],
    programme: ProgrammeId,
) -> Result<Decision<Vec<Listed>>> {
    let readers = match readers(conn, call, roles, programme).await? {
        Ok(readers) => readers,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let mut listed = Vec::new();
    for reader in [Reader::Coach, Reader::Coordinator] {
        for call in calls::support_open(conn, programme, reader).await? {
            if may_read(&call, roles, &readers) {
                let user = user(conn, call.person).await?;
                listed.push(Listed { call, user });
            }
        }
    }
    Ok(if listed.is_empty() && readers.is_empty() { Err(Refusal::NeedsReader) } else { Ok(listed) })
}

async fn user(conn: &mut Conn, person: PersonId) -> Result<UserId> {
    Ok(people::person_get(conn, person).await?.user)
}

/// What its reader does with a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Handling {
    /// Takes care of it: the asker sees that somebody does.
    Take,
    /// It is done: who asked and their words are erased.
    Close,
}

/// Takes care of a call, or closes it; returns its programme.
///
/// # Errors
/// Those of the database.
pub async fn handle(
    conn: &mut Conn,
    call: &Call,
    roles: &[RoleId],
    id: SupportId,
    handling: Handling,
) -> Result<Decision<ProgrammeId>> {
    let Some(open) = calls::support_find(conn, id).await? else { return Ok(Err(Refusal::NothingWaits)) };
    match readers(conn, call, roles, open.programme).await? {
        Ok(readers) if may_read(&open, roles, &readers) => {}
        Ok(_) => return Ok(Err(Refusal::NeedsReader)),
        Err(refusal) => return Ok(Err(refusal)),
    }
    match handling {
        Handling::Take => calls::support_take(conn, id).await?,
        Handling::Close => calls::support_close(conn, id).await?,
    }
    Ok(Ok(open.programme))
}

/// How many calls of a programme wait for that reader.
///
/// # Errors
/// Those of the database.
pub async fn waiting(conn: &mut Conn, programme: ProgrammeId, reader: Reader) -> Result<usize> {
    Ok(calls::support_open(conn, programme, reader).await?.iter().filter(|one| !one.taken).count())
}

/// Who reads the calls of a tandem's programme, for a text in its room.
///
/// # Errors
/// Those of the database.
pub async fn desk_of(conn: &mut Conn, tandem: TandemId) -> Result<Option<Desk>> {
    let programme = tandems::tandem_get(conn, tandem).await?.programme;
    let programme = programmes::programme_get(conn, programme).await?;
    let server = people::server_get(conn, programme.guild).await?;
    Ok(server.and_then(|server| desk(&server, &programme).ok()))
}

#[cfg(test)]
#[path = "support/tests.rs"]
mod tests;
