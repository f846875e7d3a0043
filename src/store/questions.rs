//! The guiding questions that tandems were asked.

use chrono::{DateTime, Utc};
use sqlx::Row as _;
use sqlx::sqlite::SqliteRow;

use super::{Conn, Result, at, ms};
use crate::domain::ids::{AskedId, ProgrammeId, TandemId};
use crate::domain::question::{Choice, OwnQuestion, own_number, own_row};

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

fn own(row: &SqliteRow) -> OwnQuestion {
    OwnQuestion { number: own_number(row.get("id")), en: row.get("en"), de: row.get("de") }
}

/// Adds a question of a programme's own, in both languages; its number.
pub async fn own_question_add(conn: &mut Conn, programme: ProgrammeId, en: &str, de: &str) -> Result<i64> {
    let id: i64 =
        sqlx::query_scalar("INSERT INTO own_question (programme_id, en, de) VALUES (?, ?, ?) RETURNING id")
            .bind(programme.0)
            .bind(en)
            .bind(de)
            .fetch_one(conn)
            .await?;
    Ok(own_number(id))
}

/// A question of a programme's own by its number; `None` for one of the pool.
pub async fn own_question_get(conn: &mut Conn, number: i64) -> Result<Option<OwnQuestion>> {
    let Some(id) = own_row(number) else { return Ok(None) };
    let row = sqlx::query("SELECT * FROM own_question WHERE id = ?").bind(id).fetch_optional(conn).await?;
    Ok(row.as_ref().map(own))
}

/// The questions of a programme's own, those that it does not ask any more included, oldest first.
pub async fn own_questions_of(conn: &mut Conn, programme: ProgrammeId) -> Result<Vec<OwnQuestion>> {
    let rows = sqlx::query("SELECT * FROM own_question WHERE programme_id = ? ORDER BY id")
        .bind(programme.0)
        .fetch_all(conn)
        .await?;
    Ok(rows.iter().map(own).collect())
}

/// A programme does not ask a question any more; `false` when it did not before.
pub async fn question_off_add(conn: &mut Conn, programme: ProgrammeId, number: i64) -> Result<bool> {
    let done =
        sqlx::query("INSERT INTO question_off (programme_id, question) VALUES (?, ?) ON CONFLICT DO NOTHING")
            .bind(programme.0)
            .bind(number)
            .execute(conn)
            .await?;
    Ok(done.rows_affected() > 0)
}

/// What a programme has beside the pool, and what it leaves out.
pub async fn question_choice(conn: &mut Conn, programme: ProgrammeId) -> Result<Choice> {
    let own = own_questions_of(conn, programme).await?.into_iter().map(|question| question.number).collect();
    let off =
        sqlx::query_scalar("SELECT question FROM question_off WHERE programme_id = ? ORDER BY question")
            .bind(programme.0)
            .fetch_all(conn)
            .await?;
    Ok(Choice { own, off })
}

/// How many rounds of a programme's schedule have asked.
pub async fn rounds_asked(conn: &mut Conn, programme: ProgrammeId) -> Result<usize> {
    let count: i64 = sqlx::query_scalar(
        "SELECT COUNT(DISTINCT round) FROM asked_question JOIN tandem ON tandem.id = asked_question.tandem_id
         WHERE programme_id = ?",
    )
    .bind(programme.0)
    .fetch_one(conn)
    .await?;
    Ok(usize::try_from(count).unwrap_or_default())
}
