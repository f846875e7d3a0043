//! The tasks of a tandem, for its two people; and which of them a request may mean, for choosing.

use super::seat;
use crate::app::scope::{self, Seat};
use crate::app::{Call, Decision};
use crate::domain::ids::{PersonId, TandemId};
use crate::domain::task::{Report, Task, TaskState};
use crate::store::{Conn, Result, tasks};

/// All tasks of the tandem a request is about, in the order of their numbers; in an ended one's room as well.
///
/// # Errors
/// Those of the database.
pub async fn list(
    conn: &mut Conn,
    call: &Call,
    chosen: Option<TandemId>,
) -> Result<Decision<(Seat, Vec<Task>)>> {
    let seat = match scope::seat_here(conn, call).await? {
        Ok(seat) => seat,
        Err(_) => match scope::seat(conn, call, chosen).await? {
            Ok(seat) => seat,
            Err(refusal) => return Ok(Err(refusal)),
        },
    };
    let tasks = tasks::tasks_of(conn, seat.tandem.id).await?;
    Ok(Ok((seat, tasks)))
}

/// Those on which somebody may report in this way: *worked* turns what is open or stuck, *stuck* what is open.
#[must_use]
pub fn reportable(tasks: Vec<Task>, me: PersonId, report: Report) -> Vec<Task> {
    let fits = |task: &Task| match report {
        Report::Worked => task.is_pending(),
        Report::Stuck => task.state == TaskState::Open,
        Report::Open => matches!(task.state, TaskState::Worked | TaskState::Stuck),
    };
    tasks.into_iter().filter(|task| task.doer == me && fits(task)).collect()
}

/// The tasks on which whoever asks may report; none on refusal (D9).
///
/// # Errors
/// Those of the database.
pub async fn to_report(
    conn: &mut Conn,
    call: &Call,
    chosen: Option<TandemId>,
    report: Report,
) -> Result<Vec<Task>> {
    let Ok(seat) = seat(conn, call, chosen).await? else { return Ok(Vec::new()) };
    Ok(reportable(tasks::tasks_of(conn, seat.tandem.id).await?, seat.me.id, report))
}

/// The tasks that whoever asks may change; none on refusal (D9).
///
/// # Errors
/// Those of the database.
pub async fn to_change(conn: &mut Conn, call: &Call, chosen: Option<TandemId>) -> Result<Vec<Task>> {
    let Ok(seat) = seat(conn, call, chosen).await? else { return Ok(Vec::new()) };
    let mut tasks = tasks::tasks_of(conn, seat.tandem.id).await?;
    tasks.retain(|task| task.giver == seat.me.id && task.is_pending());
    Ok(tasks)
}
