//! Giving a task: the mentor gives, and the mentee too where the programme wants it; it is for the other one.

use serde::{Deserialize, Serialize};

use super::{due_date, remind, seat};
use crate::app::effect::post_plan;
use crate::app::{Call, Decision};
use crate::domain::ids::{PersonId, TandemId, TaskId};
use crate::domain::marks::ON_CARD;
use crate::domain::post::PostKind;
use crate::domain::refusal::Refusal;
use crate::domain::reminders;
use crate::domain::tandem::Side;
use crate::domain::task::{self, OPEN_MAX, TEXT_MAX, Task, TaskState};
use crate::store::{Conn, Result, tasks};

/// A task as somebody typed it.
#[derive(Debug, Clone, Default)]
pub struct Draft {
    /// What to do.
    pub text: String,
    /// Until when, in words.
    pub due: Option<String>,
    /// Where to read on.
    pub link: Option<String>,
}

/// A task was given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Given {
    /// The task.
    pub task: TaskId,
    /// Its number in the tandem.
    pub number: i64,
    /// Whom it is for.
    pub doer: PersonId,
    /// Whether the bot will bring it up the day before it is due.
    pub announced: bool,
}

/// Gives a task and posts its card.
///
/// # Errors
/// Those of the database.
pub async fn assign(
    conn: &mut Conn,
    call: &Call,
    chosen: Option<TandemId>,
    draft: Draft,
) -> Result<Decision<Given>> {
    let seat = match seat(conn, call, chosen).await? {
        Ok(seat) => seat,
        Err(refusal) => return Ok(Err(refusal)),
    };
    if seat.side == Side::Mentee && !seat.programme.mentee_assigns {
        return Ok(Err(Refusal::MenteesDoNotAssign));
    }
    let parsed = task::text(&draft.text, TEXT_MAX).and_then(|text| {
        let due_on = draft.due.as_deref().map(|due| due_date(due, &seat.programme, call.now)).transpose()?;
        Ok((text, due_on, draft.link.as_deref().map(task::link).transpose()?))
    });
    let (text, due_on, link) = match parsed {
        Ok(parsed) => parsed,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let pending =
        tasks::tasks_of(conn, seat.tandem.id).await?.iter().filter(|task| task.is_pending()).count();
    if pending >= OPEN_MAX {
        return Ok(Err(Refusal::TooManyTasks { max: OPEN_MAX }));
    }
    let new = Task {
        id: TaskId(0),
        tandem: seat.tandem.id,
        number: 0,
        giver: seat.me.id,
        doer: seat.partner(),
        text,
        due_on,
        link,
        state: TaskState::Open,
        by_mark: false,
        note: None,
        given_at: call.now,
    };
    let task = tasks::task_add(conn, &new).await?;
    let (tandem, kind) = (seat.tandem.id, PostKind::TaskCard);
    post_plan(conn, &seat.programme, tandem, kind, task.id.0, call.now, ON_CARD).await?;
    remind::reschedule(conn, &seat.programme, tandem, call.now).await?;
    let announced = reminders::announces(&task, call.now, remind::hours(&seat.programme));
    Ok(Ok(Given { task: task.id, number: task.number, doer: task.doer, announced }))
}
