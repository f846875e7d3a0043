//! Questions and concerns without a name.

use chrono::NaiveDate;

use super::{Conn, Result};
use crate::domain::ids::ProgrammeId;

/// Notes one under its drawn number, for coordinators to be told of on that day; the same once more changes nothing.
pub async fn concern_add(
    conn: &mut Conn,
    id: i64,
    programme: ProgrammeId,
    words: &str,
    told_on: NaiveDate,
) -> Result<()> {
    sqlx::query(
        "INSERT INTO concern (id, programme_id, words, told_on) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
    )
    .bind(id)
    .bind(programme.0)
    .bind(words)
    .bind(told_on.to_string())
    .execute(conn)
    .await?;
    Ok(())
}

/// How many wait, told or not.
pub async fn concerns_count(conn: &mut Conn, programme: ProgrammeId) -> Result<usize> {
    let count: i64 = sqlx::query_scalar("SELECT count(*) FROM concern WHERE programme_id = ?")
        .bind(programme.0)
        .fetch_one(conn)
        .await?;
    Ok(usize::try_from(count).unwrap_or_default())
}

/// Those that wait and were told by that day, sorted by their words.
pub async fn concerns_of(conn: &mut Conn, programme: ProgrammeId, by: NaiveDate) -> Result<Vec<String>> {
    Ok(sqlx::query_scalar(
        "SELECT words FROM concern WHERE programme_id = ? AND coalesce(told_on, '') <= ? ORDER BY words",
    )
    .bind(programme.0)
    .bind(by.to_string())
    .fetch_all(conn)
    .await?)
}

/// Erases those that were told by that day.
pub async fn concerns_clear(conn: &mut Conn, programme: ProgrammeId, by: NaiveDate) -> Result<()> {
    sqlx::query("DELETE FROM concern WHERE programme_id = ? AND coalesce(told_on, '') <= ?")
        .bind(programme.0)
        .bind(by.to_string())
        .execute(conn)
        .await?;
    Ok(())
}
