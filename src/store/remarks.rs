//! Remarks to pass on without a name.

use super::{Conn, Result};
use crate::domain::ids::{PersonId, ProgrammeId};

/// Adds a remark; the same words of the same person wait once.
pub async fn remark_add(conn: &mut Conn, programme: ProgrammeId, person: PersonId, text: &str) -> Result<()> {
    sqlx::query("INSERT INTO remark (programme_id, person_id, text) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
        .bind(programme.0)
        .bind(person.0)
        .bind(text)
        .execute(conn)
        .await?;
    Ok(())
}

/// The remarks of one person that wait.
pub async fn remarks_of(conn: &mut Conn, programme: ProgrammeId, person: PersonId) -> Result<Vec<String>> {
    Ok(sqlx::query_scalar("SELECT text FROM remark WHERE programme_id = ? AND person_id = ? ORDER BY id")
        .bind(programme.0)
        .bind(person.0)
        .fetch_all(conn)
        .await?)
}

/// Of how many people remarks wait.
pub async fn remarks_people(conn: &mut Conn, programme: ProgrammeId) -> Result<usize> {
    let sql = "SELECT count(DISTINCT person_id) FROM remark WHERE programme_id = ? AND passed_in IS NULL";
    let people: i64 = sqlx::query_scalar(sql).bind(programme.0).fetch_one(conn).await?;
    Ok(usize::try_from(people).unwrap_or_default())
}

/// All that wait are passed on at the end of a period, and whose they are is forgotten.
pub async fn remarks_pass_on(conn: &mut Conn, programme: ProgrammeId, period: u32) -> Result<()> {
    sqlx::query(
        "UPDATE remark SET passed_in = ?, person_id = NULL WHERE programme_id = ? AND passed_in IS NULL",
    )
    .bind(period)
    .bind(programme.0)
    .execute(conn)
    .await?;
    Ok(())
}

/// Those that were passed on before this period go.
pub async fn remarks_erase(conn: &mut Conn, programme: ProgrammeId, before: u32) -> Result<()> {
    sqlx::query("DELETE FROM remark WHERE programme_id = ? AND passed_in < ?")
        .bind(programme.0)
        .bind(before)
        .execute(conn)
        .await?;
    Ok(())
}

/// Those that nobody has been given go unread.
pub async fn remarks_drop(conn: &mut Conn, programme: ProgrammeId) -> Result<()> {
    sqlx::query("DELETE FROM remark WHERE programme_id = ? AND passed_in IS NULL")
        .bind(programme.0)
        .execute(conn)
        .await?;
    Ok(())
}

/// What has been passed on, in no order that means anything.
pub async fn remarks_passed(conn: &mut Conn, programme: ProgrammeId) -> Result<Vec<String>> {
    Ok(sqlx::query_scalar("SELECT text FROM remark WHERE programme_id = ? AND passed_in IS NOT NULL")
        .bind(programme.0)
        .fetch_all(conn)
        .await?)
}
