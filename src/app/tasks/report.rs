//! How it went: *worked*, *stuck*, or the word taken back. The last word counts, whether it was said by command, by
//! button or by reaction; it removes the person's opposite reaction and tells the giver in the room (D5, D16).

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Which, card_edit, list, remind, seat, tandem_meant, task_meant};
use crate::app::effect::{edit_queue, post_plan, unmark_queue, unmark_take_back};
use crate::app::scope::Seat;
use crate::app::{Call, Decision};
use crate::domain::calls::STUCK_AGAIN;
use crate::domain::ids::{PersonId, PostId, TandemId, TaskId};
use crate::domain::marks::{ON_CARD, opposite};
use crate::domain::post::PostKind;
use crate::domain::programme::Programme;
use crate::domain::refusal::Refusal;
use crate::domain::task::{self, NOTE_MAX, Report, Task, TaskState};
use crate::store::{Conn, Result, posts, tasks};

/// What became of a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reported {
    /// It counts.
    Noted {
        /// The task.
        task: TaskId,
        /// Its number in the tandem.
        number: i64,
        /// What was said.
        report: Report,
        /// Who gave it, and reads the report in the room.
        giver: PersonId,
    },
    /// It stood like that already.
    Already {
        /// The task.
        task: TaskId,
        /// Its number in the tandem.
        number: i64,
        /// What had been said.
        report: Report,
    },
    /// Several are open: which one is meant?
    Choose {
        /// What is to be said about it.
        report: Report,
        /// Those that may be meant.
        tasks: Vec<TaskId>,
    },
}

/// Reports on a task; `which` may be left out where only one can be meant.
///
/// # Errors
/// Those of the database.
pub async fn report(
    conn: &mut Conn,
    call: &Call,
    chosen: Option<TandemId>,
    which: Option<Which>,
    said: Report,
    note: Option<String>,
) -> Result<Decision<Reported>> {
    let chosen = tandem_meant(conn, chosen, which).await?;
    let seat = match seat(conn, call, chosen).await? {
        Ok(seat) => seat,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let note = match note.map(|note| task::text(&note, NOTE_MAX)).transpose() {
        Ok(note) => note,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let task = match meant(conn, &seat, which, said).await? {
        Ok(Meant::One(task)) => task,
        Ok(Meant::Several(tasks)) => return Ok(Ok(Reported::Choose { report: said, tasks })),
        Err(refusal) => return Ok(Err(refusal)),
    };
    let (id, number, giver) = (task.id, task.number, task.giver);
    if task.state == said.state() && note.is_none() {
        return Ok(Ok(Reported::Already { task: id, number, report: said }));
    }
    if task.state == said.state() {
        note_save(conn, &seat.programme, task, note, call.now).await?;
    } else {
        report_save(conn, &seat.programme, task, said, note, false, call.now).await?;
    }
    Ok(Ok(Reported::Noted { task: id, number, report: said, giver }))
}

enum Meant {
    One(Task),
    Several(Vec<TaskId>),
}

/// The task that a report is about: the one named, else the only one that fits.
async fn meant(conn: &mut Conn, seat: &Seat, which: Option<Which>, said: Report) -> Result<Decision<Meant>> {
    if let Some(which) = which {
        return Ok(match task_meant(conn, seat.tandem.id, which).await? {
            Ok(task) if task.doer != seat.me.id => Err(Refusal::NotYourTask),
            found => found.map(Meant::One),
        });
    }
    let fitting = list::reportable(tasks::tasks_of(conn, seat.tandem.id).await?, seat.me.id, said);
    Ok(match fitting.as_slice() {
        [] => Err(Refusal::NoOpenTask),
        [only] => Ok(Meant::One(only.clone())),
        several => Ok(Meant::Several(several.iter().map(|task| task.id).collect())),
    })
}

/// A note was added to a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Annotated {
    /// The task's number in the tandem.
    pub number: i64,
    /// Who gave it, and reads the note in the room.
    pub giver: PersonId,
}

/// Adds a note to the report that stands, or replaces it.
///
/// # Errors
/// Those of the database.
pub async fn annotate(
    conn: &mut Conn,
    call: &Call,
    task: TaskId,
    note: String,
) -> Result<Decision<Annotated>> {
    let chosen = tandem_meant(conn, None, Some(Which::Id(task))).await?;
    let seat = match seat(conn, call, chosen).await? {
        Ok(seat) => seat,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let task = match task_meant(conn, seat.tandem.id, Which::Id(task)).await? {
        Ok(task) if task.doer != seat.me.id => return Ok(Err(Refusal::NotYourTask)),
        Ok(task) if task.state == TaskState::Open => return Ok(Err(Refusal::NothingWaits)),
        Ok(task) => task,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let note = match task::text(&note, NOTE_MAX) {
        Ok(note) => note,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let annotated = Annotated { number: task.number, giver: task.giver };
    note_save(conn, &seat.programme, task, Some(note), call.now).await?;
    Ok(Ok(annotated))
}

async fn note_save(
    conn: &mut Conn,
    programme: &Programme,
    mut task: Task,
    note: Option<String>,
    now: DateTime<Utc>,
) -> Result<()> {
    task.note = note;
    tasks::task_set(conn, &task, None).await?;
    card_edit(conn, programme, &task, now).await?;
    told_edit(conn, programme, &task, task.state, now).await
}

/// The post by which the giver was told of the report that led to `state`, if any.
const fn told_by(state: TaskState) -> Option<PostKind> {
    match state {
        TaskState::Worked => Some(PostKind::TaskWorked),
        TaskState::Stuck => Some(PostKind::TaskStuck),
        TaskState::Open | TaskState::Cancelled => None,
    }
}

/// Queues an edit of the post by which the giver was told.
async fn told_edit(
    conn: &mut Conn,
    programme: &Programme,
    task: &Task,
    state: TaskState,
    now: DateTime<Utc>,
) -> Result<()> {
    let Some(kind) = told_by(state) else { return Ok(()) };
    if let Some(post) = posts::post_about(conn, kind, task.id.0).await? {
        edit_queue(conn, programme.id, task.tandem, post.id, now).await?;
    }
    Ok(())
}

/// Saves a report that differs from what stood, with all that follows from it.
///
/// # Errors
/// Those of the database.
pub(in crate::app) async fn report_save(
    conn: &mut Conn,
    programme: &Programme,
    mut task: Task,
    said: Report,
    note: Option<String>,
    by_mark: bool,
    now: DateTime<Utc>,
) -> Result<()> {
    let before = task.state;
    task.state = said.state();
    task.by_mark = by_mark;
    task.note = note;
    tasks::task_set(conn, &task, Some(now)).await?;
    if let Some(card) = card_edit(conn, programme, &task, now).await? {
        marks_follow(conn, programme, &task, card, said, now).await?;
    }
    if let Some(kind) = told_by(task.state) {
        post_plan(conn, programme, task.tandem, kind, task.id.0, now, &[]).await?;
        stuck_again(conn, programme, &task, now).await?;
    } else {
        // Taken back: nobody is called, but what the giver read must not stay wrong.
        told_edit(conn, programme, &task, before, now).await?;
        tasks::task_stuck_times_add(conn, task.id, -i64::from(before == TaskState::Stuck)).await?;
    }
    remind::reschedule(conn, programme, task.tandem, now).await
}

/// The same task stuck for the second time: help is offered to the two, once.
async fn stuck_again(conn: &mut Conn, programme: &Programme, task: &Task, now: DateTime<Utc>) -> Result<()> {
    if task.state != TaskState::Stuck {
        return Ok(());
    }
    let times = tasks::task_stuck_times_add(conn, task.id, 1).await?;
    let kind = PostKind::TaskStuckAgain;
    if times >= STUCK_AGAIN && posts::post_about(conn, kind, task.id.0).await?.is_none() {
        post_plan(conn, programme, task.tandem, kind, task.id.0, now, &[]).await?;
    }
    Ok(())
}

/// Queues the removal of the doer's reactions that say otherwise, and leaves those that say the same. The stored set
/// is left to the events that follow, so that a reaction read back in between is not taken for a new one.
async fn marks_follow(
    conn: &mut Conn,
    programme: &Programme,
    task: &Task,
    card: PostId,
    said: Report,
    now: DateTime<Utc>,
) -> Result<()> {
    let standing = posts::marks_on(conn, card).await?;
    for emoji in ON_CARD {
        if !opposite(said).contains(emoji) {
            unmark_take_back(conn, card, task.doer, emoji).await?;
        } else if standing.iter().any(|(person, mark)| *person == task.doer && mark == emoji) {
            unmark_queue(conn, programme.id, task.tandem, (card, task.doer, emoji), now).await?;
        }
    }
    Ok(())
}
