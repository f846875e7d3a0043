//! Wishes, which belong to an enrolment and go with it.

use sqlx::Row as _;

use super::{Conn, Error, Result};
use crate::domain::ids::{PersonId, ProgrammeId};
use crate::domain::wish::Wish;

/// What somebody wishes for in a programme, in the order of the kinds.
pub async fn wishes_of(
    conn: &mut Conn,
    programme: ProgrammeId,
    person: PersonId,
) -> Result<Vec<(Wish, String)>> {
    let rows = sqlx::query(
        "SELECT what, words FROM wish JOIN enrolment ON enrolment.id = wish.enrolment_id
         WHERE programme_id = ? AND person_id = ?",
    )
    .bind(programme.0)
    .bind(person.0)
    .fetch_all(conn)
    .await?;
    let mut wishes = rows
        .iter()
        .map(|row| Ok((Wish::of(row.get("what")).ok_or(Error::Unknown("wish"))?, row.get("words"))))
        .collect::<Result<Vec<(Wish, String)>>>()?;
    wishes.sort_by_key(|(wish, _)| *wish);
    Ok(wishes)
}

/// Writes a wish down in place of the one before; without words it is taken back.
pub async fn wish_set(
    conn: &mut Conn,
    programme: ProgrammeId,
    person: PersonId,
    wish: Wish,
    words: Option<&str>,
) -> Result<()> {
    sqlx::query(
        "DELETE FROM wish WHERE what = ? AND enrolment_id IN
             (SELECT id FROM enrolment WHERE programme_id = ? AND person_id = ?)",
    )
    .bind(wish.code())
    .bind(programme.0)
    .bind(person.0)
    .execute(&mut *conn)
    .await?;
    let Some(words) = words else { return Ok(()) };
    sqlx::query(
        "INSERT INTO wish (enrolment_id, what, words)
         SELECT id, ?, ? FROM enrolment WHERE programme_id = ? AND person_id = ?",
    )
    .bind(wish.code())
    .bind(words)
    .bind(programme.0)
    .bind(person.0)
    .execute(conn)
    .await?;
    Ok(())
}
