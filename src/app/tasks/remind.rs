//! When a tandem is reminded of its tasks: one row of the job list for each tandem, moved with every change of a task.

use chrono::{DateTime, Utc};

use crate::app::effect::{NewPost, Place, post_plan_new};
use crate::app::jobs::TASK_REMINDERS;
use crate::app::silence;
use crate::domain::ids::TandemId;
use crate::domain::programme::Programme;
use crate::domain::reminders::{self, Hours};
use crate::store::{Conn, Result, jobs, programmes, tandems, tasks};

/// The hours of a programme.
#[must_use]
pub const fn hours(programme: &Programme) -> Hours {
    Hours { quiet: programme.quiet(), zone: programme.zone }
}

/// A task was touched: moves the tandem's row to the next reminder. A row that is due stays, so that nothing is missed
/// after a downtime.
///
/// # Errors
/// Those of the database.
pub async fn reschedule(
    conn: &mut Conn,
    programme: &Programme,
    tandem: TandemId,
    now: DateTime<Utc>,
) -> Result<()> {
    silence::touched(conn, programme, tandem, now).await?;
    let tasks = tasks::tasks_of(conn, tandem).await?;
    let next = reminders::next(&tasks, now, hours(programme));
    jobs::job_move(conn, TASK_REMINDERS, tandem.0, next, now).await
}

/// Posts the reminders that came due since `due_at`, and tells when the next one is. An ended tandem has none.
///
/// # Errors
/// Those of the database.
pub async fn remind(
    conn: &mut Conn,
    tandem: TandemId,
    due_at: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<Option<DateTime<Utc>>> {
    let tandem = tandems::tandem_get(conn, tandem).await?;
    if !tandem.is_live() {
        return Ok(None);
    }
    let programme = programmes::programme_get(conn, tandem.programme).await?;
    let tasks = tasks::tasks_of(conn, tandem.id).await?;
    for reminder in reminders::due(&tasks, due_at, now, hours(&programme)) {
        let new = NewPost {
            programme: programme.id,
            place: Place::Room(tandem.id),
            kind: reminder.kind,
            subject: reminder.days.subject(),
            due_at: reminder.send_at,
            expires_at: reminder.expires_at,
            seeds: &[],
            pinned: false,
        };
        post_plan_new(conn, &new).await?;
    }
    Ok(reminders::next(&tasks, now, hours(&programme)))
}
