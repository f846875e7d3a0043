//! Ideas for tasks of a programme's own.

use sqlx::Row as _;
use sqlx::sqlite::SqliteRow;

use super::{Conn, Error, Result};
use crate::domain::idea::{OwnIdea, own_number, own_row};
use crate::domain::ids::ProgrammeId;
use crate::domain::topic::{Theme, Topic};

fn idea(row: &SqliteRow) -> Result<OwnIdea> {
    let theme = match (row.get::<Option<&str>, _>("code"), row.get::<Option<String>, _>("words")) {
        (Some(code), _) => Some(Theme::Catalogue(Topic::of(code).ok_or(Error::Unknown("topic"))?)),
        (None, words) => words.map(Theme::Own),
    };
    Ok(OwnIdea { number: own_number(row.get("id")), theme, en: row.get("en"), de: row.get("de") })
}

/// Adds an idea of a programme's own, in both languages; its number.
pub async fn own_idea_add(
    conn: &mut Conn,
    programme: ProgrammeId,
    theme: Option<&Theme>,
    (en, de): (&str, &str),
) -> Result<i64> {
    let (code, words) = match theme {
        Some(Theme::Catalogue(topic)) => (Some(topic.code()), None),
        Some(Theme::Own(words)) => (None, Some(words)),
        None => (None, None),
    };
    let id: i64 = sqlx::query_scalar(
        "INSERT INTO own_idea (programme_id, code, words, en, de) VALUES (?, ?, ?, ?, ?) RETURNING id",
    )
    .bind(programme.0)
    .bind(code)
    .bind(words)
    .bind(en)
    .bind(de)
    .fetch_one(conn)
    .await?;
    Ok(own_number(id))
}

/// The ideas of a programme's own that are suggested, oldest first.
pub async fn own_ideas_of(conn: &mut Conn, programme: ProgrammeId) -> Result<Vec<OwnIdea>> {
    let rows = sqlx::query("SELECT * FROM own_idea WHERE programme_id = ? AND en IS NOT NULL ORDER BY id")
        .bind(programme.0)
        .fetch_all(conn)
        .await?;
    rows.iter().map(idea).collect()
}

/// An idea of this programme's own by its number; `None` for one that was taken out, or is another's.
pub async fn own_idea_get(conn: &mut Conn, programme: ProgrammeId, number: i64) -> Result<Option<OwnIdea>> {
    let Some(id) = own_row(number) else { return Ok(None) };
    let row = sqlx::query("SELECT * FROM own_idea WHERE id = ? AND programme_id = ? AND en IS NOT NULL")
        .bind(id)
        .bind(programme.0)
        .fetch_optional(conn)
        .await?;
    row.as_ref().map(idea).transpose()
}

/// Takes out an idea of this programme's own, with its words; `false` where there is none of that number. The number is
/// not given again: it stands in buttons.
pub async fn own_idea_remove(conn: &mut Conn, programme: ProgrammeId, number: i64) -> Result<bool> {
    let Some(id) = own_row(number) else { return Ok(false) };
    let done = sqlx::query(
        "UPDATE own_idea SET code = NULL, words = NULL, en = NULL, de = NULL
         WHERE id = ? AND programme_id = ? AND en IS NOT NULL",
    )
    .bind(id)
    .bind(programme.0)
    .execute(conn)
    .await?;
    Ok(done.rows_affected() > 0)
}
