//! The private 1 to 5. The tandem is deliberately absent: a number belongs to a person in a programme.

use chrono::{DateTime, Utc};

use super::{Conn, Result, ms};
use crate::domain::ids::{PersonId, ProgrammeId};

/// Notes a number; what the same person said since `day_began` is replaced.
pub async fn rating_set(
    conn: &mut Conn,
    programme: ProgrammeId,
    person: PersonId,
    value: u8,
    day_began: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<()> {
    sqlx::query("DELETE FROM rating WHERE programme_id = ? AND person_id = ? AND given_at >= ?")
        .bind(programme.0)
        .bind(person.0)
        .bind(ms(day_began))
        .execute(&mut *conn)
        .await?;
    sqlx::query("INSERT INTO rating (programme_id, person_id, value, given_at) VALUES (?, ?, ?, ?)")
        .bind(programme.0)
        .bind(person.0)
        .bind(i64::from(value))
        .bind(ms(now))
        .execute(conn)
        .await?;
    Ok(())
}
