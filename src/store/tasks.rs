//! Tasks.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use sqlx::Row as _;
use sqlx::sqlite::SqliteRow;

use super::{Conn, Error, Result, at, day, ms};
use crate::domain::ids::{PersonId, TandemId, TaskId};
use crate::domain::task::{Task, TaskState};

fn task(row: &SqliteRow) -> Result<Task> {
    Ok(Task {
        id: TaskId(row.get("id")),
        tandem: TandemId(row.get("tandem_id")),
        number: row.get("number"),
        giver: PersonId(row.get("giver_id")),
        doer: PersonId(row.get("doer_id")),
        text: row.get("text"),
        due_on: row.get::<Option<&str>, _>("due_on").map(day).transpose()?,
        link: row.get("link"),
        state: TaskState::of(row.get("state")).ok_or(Error::Unknown("state of a task"))?,
        by_mark: row.get("by_mark"),
        note: row.get("note"),
        given_at: at(row.get("given_at")),
    })
}

/// Adds a task with the tandem's next number; `id` and `number` of `new` are ignored and the stored task returned.
pub async fn task_add(conn: &mut Conn, new: &Task) -> Result<Task> {
    let row = sqlx::query(
        "INSERT INTO task (tandem_id, number, giver_id, doer_id, text, due_on, link, state, given_at)
         SELECT ?1, 1 + coalesce(max(number), 0), ?2, ?3, ?4, ?5, ?6, 'open', ?7 FROM task WHERE tandem_id = ?1
         RETURNING *",
    )
    .bind(new.tandem.0)
    .bind(new.giver.0)
    .bind(new.doer.0)
    .bind(&new.text)
    .bind(new.due_on.map(|day| day.to_string()))
    .bind(&new.link)
    .bind(ms(new.given_at))
    .fetch_one(conn)
    .await?;
    task(&row)
}

/// The task of that number of ours.
pub async fn task_get(conn: &mut Conn, id: TaskId) -> Result<Task> {
    task(&sqlx::query("SELECT * FROM task WHERE id = ?").bind(id.0).fetch_one(conn).await?)
}

/// The task of that number of ours, which a button or an old private reply may name.
pub async fn task_find(conn: &mut Conn, id: TaskId) -> Result<Option<Task>> {
    let row = sqlx::query("SELECT * FROM task WHERE id = ?").bind(id.0).fetch_optional(conn).await?;
    row.as_ref().map(task).transpose()
}

/// The task people call by that number in a tandem.
pub async fn task_numbered(conn: &mut Conn, tandem: TandemId, number: i64) -> Result<Option<Task>> {
    let row = sqlx::query("SELECT * FROM task WHERE tandem_id = ? AND number = ?")
        .bind(tandem.0)
        .bind(number)
        .fetch_optional(conn)
        .await?;
    row.as_ref().map(task).transpose()
}

/// All tasks of a tandem, in the order of their numbers.
pub async fn tasks_of(conn: &mut Conn, tandem: TandemId) -> Result<Vec<Task>> {
    let rows = sqlx::query("SELECT * FROM task WHERE tandem_id = ? ORDER BY number")
        .bind(tandem.0)
        .fetch_all(conn)
        .await?;
    rows.iter().map(task).collect()
}

/// The tasks of a tandem about which the last word was said since then.
pub async fn tasks_said_since(
    conn: &mut Conn,
    tandem: TandemId,
    since: DateTime<Utc>,
) -> Result<BTreeSet<TaskId>> {
    let ids: Vec<i64> = sqlx::query_scalar("SELECT id FROM task WHERE tandem_id = ? AND said_at >= ?")
        .bind(tandem.0)
        .bind(ms(since))
        .fetch_all(conn)
        .await?;
    Ok(ids.into_iter().map(TaskId).collect())
}

/// Saves text, date, link, state and note of a task; `said_at` is when the last word was said.
pub async fn task_set(conn: &mut Conn, task: &Task, said_at: Option<DateTime<Utc>>) -> Result<()> {
    sqlx::query(
        "UPDATE task SET text = ?, due_on = ?, link = ?, state = ?, by_mark = ?, note = ?,
             said_at = coalesce(?, said_at) WHERE id = ?",
    )
    .bind(&task.text)
    .bind(task.due_on.map(|day| day.to_string()))
    .bind(&task.link)
    .bind(task.state.code())
    .bind(task.by_mark)
    .bind(&task.note)
    .bind(said_at.map(ms))
    .bind(task.id.0)
    .execute(conn)
    .await?;
    Ok(())
}

/// Counts how often a task got stuck; a word taken back takes one away. Returns the count.
pub async fn task_stuck_times_add(conn: &mut Conn, id: TaskId, by: i64) -> Result<i64> {
    Ok(sqlx::query_scalar(
        "UPDATE task SET stuck_times = max(0, stuck_times + ?) WHERE id = ? RETURNING stuck_times",
    )
    .bind(by)
    .bind(id.0)
    .fetch_one(conn)
    .await?)
}
