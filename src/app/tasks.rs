//! Tasks between two meetings: given, changed, reported on, brought up when they are due. The card in the room is the
//! task's face: every change queues one edit of it.

pub mod assign;
pub mod change;
pub mod ideas;
pub mod list;
pub mod remind;
pub mod report;

use chrono::{DateTime, NaiveDate, Utc};

use super::effect::edit_queue;
use super::scope::{self, Seat};
use super::{Call, Decision};
use crate::domain::ids::{PostId, TandemId, TaskId};
use crate::domain::post::PostKind;
use crate::domain::programme::Programme;
use crate::domain::refusal::Refusal;
use crate::domain::task::{Task, TaskState};
use crate::domain::when;
use crate::store::{Conn, Result, posts, tasks};

/// Which task a request means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// The one people call by that number.
    Number(i64),
    /// The one a card or a private reply belongs to.
    Id(TaskId),
}

/// The seat of whoever asks, in a programme at work.
async fn seat(conn: &mut Conn, call: &Call, chosen: Option<TandemId>) -> Result<Decision<Seat>> {
    Ok(scope::seat(conn, call, chosen).await?.and_then(|seat| seat.at_work().map(|()| seat)))
}

/// The tandem that a request about a task is about: the one chosen, else the one of the task that a card or a private
/// reply names.
async fn tandem_meant(
    conn: &mut Conn,
    chosen: Option<TandemId>,
    which: Option<Which>,
) -> Result<Option<TandemId>> {
    match (chosen, which) {
        (None, Some(Which::Id(id))) => Ok(tasks::task_find(conn, id).await?.map(|task| task.tandem)),
        (chosen, _) => Ok(chosen),
    }
}

/// The task that is meant, unless it was withdrawn.
async fn task_meant(conn: &mut Conn, tandem: TandemId, which: Which) -> Result<Decision<Task>> {
    let task = match which {
        Which::Number(number) => tasks::task_numbered(conn, tandem, number).await?,
        Which::Id(id) => tasks::task_find(conn, id).await?.filter(|task| task.tandem == tandem),
    };
    Ok(match task {
        Some(task) if task.state == TaskState::Cancelled => Err(Refusal::TaskCancelled),
        Some(task) => Ok(task),
        None => Err(match which {
            Which::Number(number) => Refusal::NoSuchTask { number },
            Which::Id(_) => Refusal::NothingWaits,
        }),
    })
}

/// Reads a due date as people write it; today still counts.
fn due_date(written: &str, programme: &Programme, now: DateTime<Utc>) -> Decision<NaiveDate> {
    let when = when::read(written, now, programme.zone)?;
    Ok(when.day(programme.zone))
}

/// Queues an edit of a task's card, which is returned.
async fn card_edit(
    conn: &mut Conn,
    programme: &Programme,
    task: &Task,
    now: DateTime<Utc>,
) -> Result<Option<PostId>> {
    let card = posts::post_about(conn, PostKind::TaskCard, task.id.0).await?.map(|post| post.id);
    if let Some(card) = card {
        edit_queue(conn, programme.id, task.tandem, card, now).await?;
    }
    Ok(card)
}

#[cfg(test)]
mod tests;
