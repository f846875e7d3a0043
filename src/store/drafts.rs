//! Enrolments that were begun and not finished. They belong to an account, not to a person of ours: nobody is known
//! before they have confirmed.

use chrono::{DateTime, Utc};

use super::{Conn, Result, at, ms, snowflake};
use crate::domain::enrolment::Answers;
use crate::domain::ids::{GuildId, ProgrammeId, UserId};

/// What somebody has answered so far; `None` where they have not begun, or what they began has been deleted.
pub async fn draft_get(conn: &mut Conn, programme: ProgrammeId, user: UserId) -> Result<Option<Answers>> {
    let answers: Option<String> =
        sqlx::query_scalar("SELECT answers FROM draft WHERE programme_id = ? AND user_id = ?")
            .bind(programme.0)
            .bind(snowflake(user.0))
            .fetch_optional(conn)
            .await?;
    // Answers of another version that no longer read are as good as none: the dialogue begins anew.
    Ok(answers.and_then(|answers| serde_json::from_str(&answers).ok()))
}

/// Keeps what somebody has answered so far until a moment.
pub async fn draft_set(
    conn: &mut Conn,
    programme: ProgrammeId,
    user: UserId,
    answers: &Answers,
    until: DateTime<Utc>,
) -> Result<()> {
    let answers = serde_json::to_string(answers).unwrap_or_default();
    sqlx::query("INSERT OR REPLACE INTO draft (programme_id, user_id, answers, until) VALUES (?, ?, ?, ?)")
        .bind(programme.0)
        .bind(snowflake(user.0))
        .bind(answers)
        .bind(ms(until))
        .execute(conn)
        .await?;
    Ok(())
}

/// Deletes what somebody began; `false` where there was nothing.
pub async fn draft_drop(conn: &mut Conn, programme: ProgrammeId, user: UserId) -> Result<bool> {
    let done = sqlx::query("DELETE FROM draft WHERE programme_id = ? AND user_id = ?")
        .bind(programme.0)
        .bind(snowflake(user.0))
        .execute(conn)
        .await?;
    Ok(done.rows_affected() > 0)
}

/// The programmes of a server that somebody has begun to enrol in, oldest first.
pub async fn drafts_of(conn: &mut Conn, guild: GuildId, user: UserId) -> Result<Vec<ProgrammeId>> {
    let all: Vec<i64> = sqlx::query_scalar(
        "SELECT programme_id FROM draft JOIN programme ON programme.id = programme_id
         WHERE guild_id = ? AND user_id = ? ORDER BY programme_id",
    )
    .bind(snowflake(guild.0))
    .bind(snowflake(user.0))
    .fetch_all(conn)
    .await?;
    Ok(all.into_iter().map(ProgrammeId).collect())
}

/// Deletes what has had its time; when the next one has, if any is left.
pub async fn drafts_forget(conn: &mut Conn, now: DateTime<Utc>) -> Result<Option<DateTime<Utc>>> {
    sqlx::query("DELETE FROM draft WHERE until <= ?").bind(ms(now)).execute(&mut *conn).await?;
    let next: Option<i64> = sqlx::query_scalar("SELECT min(until) FROM draft").fetch_one(conn).await?;
    Ok(next.map(at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::testing::{GUILD, MENTOR, World};
    use crate::domain::enrolment::DRAFT_KEPT;
    use crate::domain::programme::Role;

    #[tokio::test]
    async fn a_draft_is_kept_until_its_time_and_makes_nobody_known() {
        let mut world = World::empty().await;
        let (programme, now) = (world.programme.id, world.now());
        let answers = Answers { role: Some(Role::Both), ..Answers::default() };
        draft_set(&mut world.conn, programme, MENTOR, &answers, now + DRAFT_KEPT).await.unwrap();
        assert_eq!(draft_get(&mut world.conn, programme, MENTOR).await.unwrap(), Some(answers));
        assert_eq!(drafts_of(&mut world.conn, GUILD, MENTOR).await.unwrap(), [programme]);
        assert_eq!(drafts_of(&mut world.conn, GuildId(9), MENTOR).await.unwrap(), []);
        assert!(!world.dump().await.contains("person:"));
        let next = drafts_forget(&mut world.conn, now + DRAFT_KEPT - chrono::Duration::seconds(1)).await;
        assert_eq!(next.unwrap(), Some(now + DRAFT_KEPT));
        assert_eq!(drafts_forget(&mut world.conn, now + DRAFT_KEPT).await.unwrap(), None);
        assert_eq!(draft_get(&mut world.conn, programme, MENTOR).await.unwrap(), None);
    }
}
