//! The guiding questions that tandems were asked.

use chrono::{DateTime, Utc};
use sqlx::Row as _;
use sqlx::sqlite::SqliteRow;

use super::{Conn, Result, at, ms};
use crate::domain::ids::{AskedId, TandemId};

/// A question as it was asked in one tandem.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    /// Our number for it.
    pub id: AskedId,
    /// The tandem.
    pub tandem: TandemId,
    /// Its number in the pool.
    pub question: i64,
    /// The run of the schedule that asked it, by its due time; `None` for the successor of one passed on.
    pub round: Option<DateTime<Utc>>,
    /// When it was asked.
    pub asked_at: DateTime<Utc>,
    /// Whether another one was wanted, which happens once.
    pub passed_on: bool,
}

fn asked(row: &SqliteRow) -> Asked {
    Asked {
        id: AskedId(row.get("id")),
        tandem: TandemId(row.get("tandem_id")),
        question: row.get("question"),
        round: row.get::<Option<i64>, _>("round").map(at),
        asked_at: at(row.get("asked_at")),
        passed_on: row.get("passed_on"),
    }
}

/// Notes that a question is asked; `None` when the tandem was asked it before, or had its question of this round.
pub async fn asked_add(
    conn: &mut Conn,
    tandem: TandemId,
    question: i64,
    round: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
) -> Result<Option<AskedId>> {
    let id: Option<i64> = sqlx::query_scalar(
        "INSERT INTO asked_question (tandem_id, question, round, asked_at) VALUES (?, ?, ?, ?)
         ON CONFLICT DO NOTHING RETURNING id",
    )
    .bind(tandem.0)
    .bind(question)
    .bind(round.map(ms))
    .bind(ms(now))
    .fetch_optional(conn)
    .await?;
    Ok(id.map(AskedId))
}

/// The question of that number of ours.
pub async fn asked_get(conn: &mut Conn, id: AskedId) -> Result<Asked> {
    Ok(asked(&sqlx::query("SELECT * FROM asked_question WHERE id = ?").bind(id.0).fetch_one(conn).await?))
}

/// What a tandem was asked, oldest first.
pub async fn asked_of(conn: &mut Conn, tandem: TandemId) -> Result<Vec<Asked>> {
    let rows = sqlx::query("SELECT * FROM asked_question WHERE tandem_id = ? ORDER BY id")
        .bind(tandem.0)
        .fetch_all(conn)
        .await?;
    Ok(rows.iter().map(asked).collect())
}

/// Forgets that a question was asked: it was not, and may still be.
pub async fn asked_drop(conn: &mut Conn, id: AskedId) -> Result<()> {
    sqlx::query("DELETE FROM asked_question WHERE id = ?").bind(id.0).execute(conn).await?;
    Ok(())
}

/// Notes that another question is wanted; `false` when it was wanted before.
pub async fn asked_pass_on(conn: &mut Conn, id: AskedId) -> Result<bool> {
    let done = sqlx::query("UPDATE asked_question SET passed_on = 1 WHERE id = ? AND passed_on = 0")
        .bind(id.0)
        .execute(conn)
        .await?;
    Ok(done.rows_affected() > 0)
}
