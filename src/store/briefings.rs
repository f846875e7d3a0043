//! Who has read the briefing. It belongs to an enrolment and goes with it.

use std::collections::BTreeSet;

use sqlx::Row as _;

use super::{Conn, Result, programmes};
use crate::domain::ids::{PersonId, ProgrammeId};
use crate::domain::tandem::Side;
use crate::domain::wish::sides;

const fn code(side: Side) -> &'static str {
    match side {
        Side::Mentor => "mentor",
        Side::Mentee => "mentee",
    }
}

/// Notes that somebody has read the briefing of a side; once more changes nothing.
pub async fn briefing_add(
    conn: &mut Conn,
    programme: ProgrammeId,
    person: PersonId,
    side: Side,
) -> Result<()> {
    sqlx::query(
        "INSERT INTO briefing (enrolment_id, side)
         SELECT id, ? FROM enrolment WHERE programme_id = ? AND person_id = ? ON CONFLICT DO NOTHING",
    )
    .bind(code(side))
    .bind(programme.0)
    .bind(person.0)
    .execute(conn)
    .await?;
    Ok(())
}

/// The sides whose briefing somebody has read.
pub async fn briefings_of(conn: &mut Conn, programme: ProgrammeId, person: PersonId) -> Result<Vec<Side>> {
    let rows = sqlx::query(
        "SELECT side FROM briefing JOIN enrolment ON enrolment.id = briefing.enrolment_id
         WHERE programme_id = ? AND person_id = ?",
    )
    .bind(programme.0)
    .bind(person.0)
    .fetch_all(conn)
    .await?;
    let has = |side: &Side| rows.iter().any(|row| row.get::<&str, _>("side") == code(*side));
    Ok(Side::ALL.iter().copied().filter(has).collect())
}

/// Who has read every briefing of their role, by their number.
pub async fn briefed_in(conn: &mut Conn, programme: ProgrammeId) -> Result<Vec<PersonId>> {
    let rows = sqlx::query(
        "SELECT person_id, side FROM briefing JOIN enrolment ON enrolment.id = briefing.enrolment_id
         WHERE programme_id = ?",
    )
    .bind(programme.0)
    .fetch_all(&mut *conn)
    .await?;
    let read: BTreeSet<(i64, &str)> =
        rows.iter().map(|row| (row.get("person_id"), row.get("side"))).collect();
    let mut briefed = programmes::enrolments_of(conn, programme).await?;
    briefed.retain(|one| sides(one.role).iter().all(|side| read.contains(&(one.person.0, code(*side)))));
    Ok(briefed.into_iter().map(|one| one.person).collect())
}

/// Writes down, once and for all, how many had read it; `None`: not shown. `false` when it was written before.
pub async fn briefing_release_add(
    conn: &mut Conn,
    programme: ProgrammeId,
    readers: Option<u32>,
) -> Result<bool> {
    let done = sqlx::query(
        "INSERT INTO briefing_release (programme_id, readers) VALUES (?, ?) ON CONFLICT DO NOTHING",
    )
    .bind(programme.0)
    .bind(readers)
    .execute(conn)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// What was written down: nothing yet, not shown, or how many.
pub async fn briefing_release_get(conn: &mut Conn, programme: ProgrammeId) -> Result<Option<Option<u32>>> {
    Ok(sqlx::query_scalar("SELECT readers FROM briefing_release WHERE programme_id = ?")
        .bind(programme.0)
        .fetch_optional(conn)
        .await?)
}
