//! Questions and concerns without a name.

use super::{Conn, Result};
use crate::domain::ids::ProgrammeId;

/// Notes one under its drawn number; the same once more changes nothing.
pub async fn concern_add(conn: &mut Conn, id: i64, programme: ProgrammeId, words: &str) -> Result<()> {
    sqlx::query("INSERT INTO concern (id, programme_id, words) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
        .bind(id)
        .bind(programme.0)
        .bind(words)
        .execute(conn)
        .await?;
    Ok(())
}

/// Those that wait, sorted by their words.
pub async fn concerns_of(conn: &mut Conn, programme: ProgrammeId) -> Result<Vec<String>> {
    Ok(sqlx::query_scalar("SELECT words FROM concern WHERE programme_id = ? ORDER BY words")
        .bind(programme.0)
        .fetch_all(conn)
        .await?)
}

/// Erases them.
pub async fn concerns_clear(conn: &mut Conn, programme: ProgrammeId) -> Result<()> {
    sqlx::query("DELETE FROM concern WHERE programme_id = ?").bind(programme.0).execute(conn).await?;
    Ok(())
}
