//! Calls out of a tandem: *I can't reach my partner*, and calls for support.

use chrono::{DateTime, Utc};
use sqlx::Row as _;
use sqlx::sqlite::SqliteRow;

use super::{Conn, Error, Result, at, ms, snowflake};
use crate::domain::calls::{Reader, SupportCall};
use crate::domain::ids::{PersonId, ProgrammeId, RoleId, SupportId, TandemId};

/// A question in a room that waits for an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReachCall {
    /// Whose room.
    pub tandem: TandemId,
    /// Whether a new tandem is offered to whoever asked.
    pub offered: bool,
    /// Whoever asked, as a keyed hash.
    pub asker: Vec<u8>,
}

/// Notes that somebody cannot reach their partner.
pub async fn reach_add(conn: &mut Conn, tandem: TandemId, asker: &[u8], now: DateTime<Utc>) -> Result<()> {
    sqlx::query("INSERT INTO reach_call (tandem_id, asked_at, asker) VALUES (?, ?, ?)")
        .bind(tandem.0)
        .bind(ms(now))
        .bind(asker)
        .execute(conn)
        .await?;
    Ok(())
}

/// The question that waits for an answer in a tandem's room.
pub async fn reach_open(conn: &mut Conn, tandem: TandemId) -> Result<Option<ReachCall>> {
    let row = sqlx::query("SELECT * FROM reach_call WHERE tandem_id = ? AND asker IS NOT NULL")
        .bind(tandem.0)
        .fetch_optional(conn)
        .await?;
    Ok(row.map(|row| ReachCall { tandem, offered: row.get("offered"), asker: row.get("asker") }))
}

/// Notes that a new tandem is offered to whoever asked.
pub async fn reach_offer(conn: &mut Conn, tandem: TandemId) -> Result<()> {
    sqlx::query("UPDATE reach_call SET offered = 1 WHERE tandem_id = ? AND asker IS NOT NULL")
        .bind(tandem.0)
        .execute(conn)
        .await?;
    Ok(())
}

/// Erases who asked: it is resolved.
pub async fn reach_resolve(conn: &mut Conn, tandem: TandemId) -> Result<()> {
    sqlx::query("UPDATE reach_call SET asker = NULL, offered = 0 WHERE tandem_id = ? AND asker IS NOT NULL")
        .bind(tandem.0)
        .execute(conn)
        .await?;
    Ok(())
}

fn support(row: &SqliteRow) -> Result<SupportCall> {
    Ok(SupportCall {
        id: SupportId(row.get("id")),
        programme: ProgrammeId(row.get("programme_id")),
        asked_at: at(row.get("asked_at")),
        reader: Reader::of(row.get("reader")).ok_or(Error::Unknown("reader of a call"))?,
        role: row.get::<Option<i64>, _>("role_id").map(|role| RoleId(role.cast_unsigned())),
        taken: row.get("taken"),
        person: PersonId(row.get("person_id")),
        text: row.get("text"),
    })
}

/// Adds a call for support; its `id` is ignored.
pub async fn support_add(conn: &mut Conn, new: &SupportCall, tandem: Option<TandemId>) -> Result<()> {
    sqlx::query(
        "INSERT INTO support_call (programme_id, tandem_id, asked_at, reader, role_id, person_id, text)
         VALUES (?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(new.programme.0)
    .bind(tandem.map(|id| id.0))
    .bind(ms(new.asked_at))
    .bind(new.reader.code())
    .bind(new.role.map(|role| snowflake(role.0)))
    .bind(new.person.0)
    .bind(&new.text)
    .execute(conn)
    .await?;
    Ok(())
}

/// The open call of that number.
pub async fn support_find(conn: &mut Conn, id: SupportId) -> Result<Option<SupportCall>> {
    let row = sqlx::query("SELECT * FROM support_call WHERE id = ? AND text IS NOT NULL")
        .bind(id.0)
        .fetch_optional(conn)
        .await?;
    row.as_ref().map(support).transpose()
}

/// The open calls of a programme for that reader, oldest first.
pub async fn support_open(
    conn: &mut Conn,
    programme: ProgrammeId,
    reader: Reader,
) -> Result<Vec<SupportCall>> {
    let rows = sqlx::query(
        "SELECT * FROM support_call WHERE programme_id = ? AND reader = ? AND text IS NOT NULL ORDER BY id",
    )
    .bind(programme.0)
    .bind(reader.code())
    .fetch_all(conn)
    .await?;
    rows.iter().map(support).collect()
}

/// The open call of a person in a programme.
pub async fn support_of(
    conn: &mut Conn,
    programme: ProgrammeId,
    person: PersonId,
) -> Result<Option<SupportCall>> {
    let row = sqlx::query(
        "SELECT * FROM support_call WHERE programme_id = ? AND person_id = ? AND text IS NOT NULL
         ORDER BY id DESC LIMIT 1",
    )
    .bind(programme.0)
    .bind(person.0)
    .fetch_optional(conn)
    .await?;
    row.as_ref().map(support).transpose()
}

/// Notes that somebody takes care of a call.
pub async fn support_take(conn: &mut Conn, id: SupportId) -> Result<()> {
    sqlx::query("UPDATE support_call SET taken = 1 WHERE id = ?").bind(id.0).execute(conn).await?;
    Ok(())
}

/// Erases who asked and their words: the call is closed.
pub async fn support_close(conn: &mut Conn, id: SupportId) -> Result<()> {
    sqlx::query("UPDATE support_call SET person_id = NULL, text = NULL WHERE id = ?")
        .bind(id.0)
        .execute(conn)
        .await?;
    Ok(())
}
