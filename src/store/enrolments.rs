//! Enrolments as they come about, change and go; who is enrolled is read with their programme.

use super::{Conn, Result};
use crate::domain::ids::{PersonId, ProgrammeId};
use crate::domain::programme::Role;

/// Enrols a person who is not enrolled yet.
pub async fn enrolment_add(
    conn: &mut Conn,
    programme: ProgrammeId,
    person: PersonId,
    role: Role,
    approved: bool,
) -> Result<()> {
    sqlx::query(
        "INSERT INTO enrolment (programme_id, person_id, role, state) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
    )
    .bind(programme.0)
    .bind(person.0)
    .bind(role.code())
    .bind(if approved { "approved" } else { "waiting" })
    .execute(conn)
    .await?;
    Ok(())
}

/// Enrols a person for a pair proposed by hand, until that has a result; whoever is enrolled already is admitted.
pub async fn enrolment_add_provisional(
    conn: &mut Conn,
    programme: ProgrammeId,
    person: PersonId,
    role: Role,
) -> Result<()> {
    sqlx::query(
        "INSERT INTO enrolment (programme_id, person_id, role, state, provisional) VALUES (?, ?, ?, 'approved', 1)
         ON CONFLICT (programme_id, person_id) DO UPDATE SET state = 'approved'",
    )
    .bind(programme.0)
    .bind(person.0)
    .bind(role.code())
    .execute(conn)
    .await?;
    Ok(())
}

/// An enrolment stays, whatever becomes of the pair that it came with.
pub async fn enrolment_stays(conn: &mut Conn, programme: ProgrammeId, person: PersonId) -> Result<()> {
    sqlx::query("UPDATE enrolment SET provisional = 0 WHERE programme_id = ? AND person_id = ?")
        .bind(programme.0)
        .bind(person.0)
        .execute(conn)
        .await?;
    Ok(())
}

/// Admits a person who waits for a coordinator.
pub async fn enrolment_admit(conn: &mut Conn, programme: ProgrammeId, person: PersonId) -> Result<()> {
    sqlx::query("UPDATE enrolment SET state = 'approved' WHERE programme_id = ? AND person_id = ?")
        .bind(programme.0)
        .bind(person.0)
        .execute(conn)
        .await?;
    Ok(())
}

/// Changes what a person takes part as.
pub async fn enrolment_role_set(
    conn: &mut Conn,
    programme: ProgrammeId,
    person: PersonId,
    role: Role,
) -> Result<()> {
    sqlx::query("UPDATE enrolment SET role = ? WHERE programme_id = ? AND person_id = ?")
        .bind(role.code())
        .bind(programme.0)
        .bind(person.0)
        .execute(conn)
        .await?;
    Ok(())
}

/// Deletes an enrolment; profile, wishes and secret exclusions go with it.
pub async fn enrolment_drop(conn: &mut Conn, programme: ProgrammeId, person: PersonId) -> Result<()> {
    sqlx::query("DELETE FROM enrolment WHERE programme_id = ? AND person_id = ?")
        .bind(programme.0)
        .bind(person.0)
        .execute(conn)
        .await?;
    Ok(())
}

/// The programmes in which somebody waits for a coordinator, oldest first.
pub async fn programmes_waiting(conn: &mut Conn, person: PersonId) -> Result<Vec<ProgrammeId>> {
    let all: Vec<i64> = sqlx::query_scalar(
        "SELECT programme_id FROM enrolment WHERE person_id = ? AND state = 'waiting' ORDER BY programme_id",
    )
    .bind(person.0)
    .fetch_all(conn)
    .await?;
    Ok(all.into_iter().map(ProgrammeId).collect())
}
