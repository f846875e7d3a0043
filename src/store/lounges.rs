//! The mentors' lounge of a programme: which channel it is, and whom it lets in.

use sqlx::Row as _;

use super::{Conn, Result, snowflake};
use crate::domain::ids::{ChannelId, PersonId, ProgrammeId};

/// Notes which channel the lounge is; `None` when it is gone.
pub async fn lounge_bind(conn: &mut Conn, programme: ProgrammeId, channel: Option<ChannelId>) -> Result<()> {
    sqlx::query("UPDATE programme SET lounge_channel = ? WHERE id = ?")
        .bind(channel.map(|channel| snowflake(channel.0)))
        .bind(programme.0)
        .execute(conn)
        .await?;
    Ok(())
}

/// Whom it lets in, by their number.
pub async fn lounge_members(conn: &mut Conn, programme: ProgrammeId) -> Result<Vec<PersonId>> {
    let rows = sqlx::query("SELECT person_id FROM lounge_member WHERE programme_id = ? ORDER BY person_id")
        .bind(programme.0)
        .fetch_all(conn)
        .await?;
    Ok(rows.iter().map(|row| PersonId(row.get("person_id"))).collect())
}

/// The programme whose lounge that channel is.
pub async fn lounge_of(conn: &mut Conn, channel: ChannelId) -> Result<Option<ProgrammeId>> {
    let id: Option<i64> = sqlx::query_scalar("SELECT id FROM programme WHERE lounge_channel = ?")
        .bind(snowflake(channel.0))
        .fetch_optional(conn)
        .await?;
    Ok(id.map(ProgrammeId))
}

/// The lounge is gone, and nobody is in it.
pub async fn lounge_gone(conn: &mut Conn, programme: ProgrammeId) -> Result<()> {
    lounge_bind(conn, programme, None).await?;
    sqlx::query("DELETE FROM lounge_member WHERE programme_id = ?").bind(programme.0).execute(conn).await?;
    Ok(())
}

/// The programmes whose lounge somebody is in.
pub async fn lounges_with(conn: &mut Conn, person: PersonId) -> Result<Vec<ProgrammeId>> {
    let ids: Vec<i64> = sqlx::query_scalar(
        "SELECT programme_id FROM lounge_member WHERE person_id = ? ORDER BY programme_id",
    )
    .bind(person.0)
    .fetch_all(conn)
    .await?;
    Ok(ids.into_iter().map(ProgrammeId).collect())
}

/// Somebody is let in, or no longer.
pub async fn lounge_member_set(
    conn: &mut Conn,
    programme: ProgrammeId,
    person: PersonId,
    inside: bool,
) -> Result<()> {
    let sql = if inside {
        "INSERT INTO lounge_member (programme_id, person_id) VALUES (?, ?) ON CONFLICT DO NOTHING"
    } else {
        "DELETE FROM lounge_member WHERE programme_id = ? AND person_id = ?"
    };
    sqlx::query(sql).bind(programme.0).bind(person.0).execute(conn).await?;
    Ok(())
}
