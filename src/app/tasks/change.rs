//! Changing and withdrawing a task: for whoever gave it. The card stays and says what became of it.

use serde::{Deserialize, Serialize};

use super::{Which, card_edit, due_date, remind, seat, task_meant};
use crate::app::scope::Seat;
use crate::app::{Call, Decision};
use crate::domain::ids::TaskId;
use crate::domain::refusal::Refusal;
use crate::domain::task::{self, TEXT_MAX, Task, TaskState};
use crate::store::{Conn, Result, tasks};

/// What is to change, as somebody typed it. A date or a link of `-` takes it away.
#[derive(Debug, Clone, Default)]
pub struct Change {
    /// The new wording.
    pub text: Option<String>,
    /// The new date, in words.
    pub due: Option<String>,
    /// The new link.
    pub link: Option<String>,
}

/// What became of a task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Changed {
    /// It reads differently now.
    Edited {
        /// The task.
        task: TaskId,
        /// Its number in the tandem.
        number: i64,
    },
    /// It reads as before.
    Unchanged {
        /// Its number in the tandem.
        number: i64,
    },
    /// It was withdrawn.
    Cancelled {
        /// Its number in the tandem.
        number: i64,
    },
}

async fn given_by_me(conn: &mut Conn, call: &Call, which: Which) -> Result<Decision<(Seat, Task)>> {
    let seat = match seat(conn, call, None).await? {
        Ok(seat) => seat,
        Err(refusal) => return Ok(Err(refusal)),
    };
    Ok(match task_meant(conn, seat.tandem.id, which).await? {
        Err(refusal) => Err(refusal),
        Ok(task) if task.giver != seat.me.id => Err(Refusal::NotYourTaskToChange),
        Ok(task) if task.state == TaskState::Worked => Err(Refusal::TaskWorked),
        Ok(task) => Ok((seat, task)),
    })
}

fn apply(task: &Task, change: &Change, seat: &Seat, call: &Call) -> Decision<Task> {
    let mut changed = task.clone();
    if let Some(text) = &change.text {
        changed.text = task::text(text, TEXT_MAX)?;
    }
    match change.due.as_deref().map(str::trim) {
        Some("-" | "–") => changed.due_on = None,
        Some(due) => changed.due_on = Some(due_date(due, &seat.programme, call.now)?),
        None => {}
    }
    match change.link.as_deref().map(str::trim) {
        Some("-" | "–") => changed.link = None,
        Some(link) => changed.link = Some(task::link(link)?),
        None => {}
    }
    Ok(changed)
}

/// Changes wording, date or link.
///
/// # Errors
/// Those of the database.
pub async fn edit(conn: &mut Conn, call: &Call, which: Which, change: Change) -> Result<Decision<Changed>> {
    let (seat, task) = match given_by_me(conn, call, which).await? {
        Ok(found) => found,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let changed = match apply(&task, &change, &seat, call) {
        Ok(changed) if changed == task => return Ok(Ok(Changed::Unchanged { number: task.number })),
        Ok(changed) => changed,
        Err(refusal) => return Ok(Err(refusal)),
    };
    tasks::task_set(conn, &changed, None).await?;
    card_edit(conn, &seat.programme, &changed, call.now).await?;
    remind::reschedule(conn, &seat.programme, seat.tandem.id, call.now).await?;
    Ok(Ok(Changed::Edited { task: task.id, number: task.number }))
}

/// Withdraws a task.
///
/// # Errors
/// Those of the database.
pub async fn cancel(conn: &mut Conn, call: &Call, which: Which) -> Result<Decision<Changed>> {
    let (seat, mut task) = match given_by_me(conn, call, which).await? {
        Ok(found) => found,
        Err(refusal) => return Ok(Err(refusal)),
    };
    task.state = TaskState::Cancelled;
    tasks::task_set(conn, &task, None).await?;
    card_edit(conn, &seat.programme, &task, call.now).await?;
    remind::reschedule(conn, &seat.programme, seat.tandem.id, call.now).await?;
    Ok(Ok(Changed::Cancelled { number: task.number }))
}
