//! Whom a coordinator has invited, and whom there was no place for. Both belong to an account, not to a person of ours, and
//! are deleted by themselves.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use sqlx::Row as _;

use super::{Conn, Error, Result, at, ms, profiles, snowflake, unsnow};
use crate::domain::ids::{GuildId, ProgrammeId, UserId};
use crate::domain::language::Language;
use crate::domain::programme::Role;

/// What an invitation says about somebody, as far as the coordinator knows it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Invitation {
    /// What they are invited as.
    pub role: Option<Role>,
    /// Where they work; may be empty.
    pub department: String,
    /// For whom; may be empty.
    pub organisation: String,
    /// A code: people of one reporting line are not paired; may be empty.
    pub line: String,
    /// The languages they speak, English and German.
    pub languages: BTreeSet<Language>,
}

/// What somebody's invitation says; `None` where they have none.
pub async fn invitation_get(
    conn: &mut Conn,
    programme: ProgrammeId,
    user: UserId,
) -> Result<Option<Invitation>> {
    let row = sqlx::query("SELECT * FROM invitation WHERE programme_id = ? AND user_id = ?")
        .bind(programme.0)
        .bind(snowflake(user.0))
        .fetch_optional(conn)
        .await?;
    row.map(|row| {
        let role = row.get::<Option<&str>, _>("role");
        Ok(Invitation {
            role: role.map(|role| Role::of(role).ok_or(Error::Unknown("role"))).transpose()?,
            department: row.get("department"),
            organisation: row.get("organisation"),
            line: row.get("line"),
            languages: profiles::languages(&row),
        })
    })
    .transpose()
}

/// Invites somebody until a moment, in place of an invitation they have.
pub async fn invitation_set(
    conn: &mut Conn,
    programme: ProgrammeId,
    user: UserId,
    invitation: &Invitation,
    until: DateTime<Utc>,
) -> Result<()> {
    sqlx::query(
        "INSERT OR REPLACE INTO invitation
             (programme_id, user_id, role, department, organisation, line, german, english, until)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(programme.0)
    .bind(snowflake(user.0))
    .bind(invitation.role.map(Role::code))
    .bind(&invitation.department)
    .bind(&invitation.organisation)
    .bind(&invitation.line)
    .bind(invitation.languages.iter().any(|one| one.is_german()))
    .bind(invitation.languages.contains(&Language::En))
    .bind(ms(until))
    .execute(conn)
    .await?;
    Ok(())
}

/// Deletes somebody's invitation.
pub async fn invitation_drop(conn: &mut Conn, programme: ProgrammeId, user: UserId) -> Result<()> {
    sqlx::query("DELETE FROM invitation WHERE programme_id = ? AND user_id = ?")
        .bind(programme.0)
        .bind(snowflake(user.0))
        .execute(conn)
        .await?;
    Ok(())
}

/// Everybody invited to a programme, by account.
pub async fn invited_in(conn: &mut Conn, programme: ProgrammeId) -> Result<BTreeSet<UserId>> {
    let all: Vec<i64> = sqlx::query_scalar("SELECT user_id FROM invitation WHERE programme_id = ?")
        .bind(programme.0)
        .fetch_all(conn)
        .await?;
    Ok(all.into_iter().map(|id| UserId(unsnow(id))).collect())
}

/// The programmes of a server that somebody is invited to, oldest first.
pub async fn invitations_of(conn: &mut Conn, guild: GuildId, user: UserId) -> Result<Vec<ProgrammeId>> {
    programmes_in(conn, "invitation", guild, user).await
}

/// The programmes of a server that had no place for somebody, as long as they are to be told.
pub async fn turned_down_of(conn: &mut Conn, guild: GuildId, user: UserId) -> Result<Vec<ProgrammeId>> {
    programmes_in(conn, "turned_down", guild, user).await
}

async fn programmes_in(
    conn: &mut Conn,
    table: &'static str,
    guild: GuildId,
    user: UserId,
) -> Result<Vec<ProgrammeId>> {
    let sql = format!(
        "SELECT programme_id FROM {table} JOIN programme ON programme.id = programme_id
         WHERE guild_id = ? AND user_id = ? ORDER BY programme_id"
    );
    let all: Vec<i64> = sqlx::query_scalar(sqlx::AssertSqlSafe(sql))
        .bind(snowflake(guild.0))
        .bind(snowflake(user.0))
        .fetch_all(conn)
        .await?;
    Ok(all.into_iter().map(ProgrammeId).collect())
}

/// Notes until when somebody is told that there was no place for them.
pub async fn turned_down_set(
    conn: &mut Conn,
    programme: ProgrammeId,
    user: UserId,
    until: DateTime<Utc>,
) -> Result<()> {
    sqlx::query("INSERT OR REPLACE INTO turned_down (programme_id, user_id, until) VALUES (?, ?, ?)")
        .bind(programme.0)
        .bind(snowflake(user.0))
        .bind(ms(until))
        .execute(conn)
        .await?;
    Ok(())
}

/// Forgets that there was no place for somebody.
pub async fn turned_down_drop(conn: &mut Conn, programme: ProgrammeId, user: UserId) -> Result<()> {
    sqlx::query("DELETE FROM turned_down WHERE programme_id = ? AND user_id = ?")
        .bind(programme.0)
        .bind(snowflake(user.0))
        .execute(conn)
        .await?;
    Ok(())
}

/// Everybody invited to a programme is so until a moment, whenever the list came; whether anybody is.
pub async fn invitations_begin(
    conn: &mut Conn,
    programme: ProgrammeId,
    until: DateTime<Utc>,
) -> Result<bool> {
    let done = sqlx::query("UPDATE invitation SET until = ? WHERE programme_id = ?")
        .bind(ms(until))
        .bind(programme.0)
        .execute(conn)
        .await?;
    Ok(done.rows_affected() > 0)
}

/// Deletes what has had its time; when the next one has, if any is left. The time of an invitation to a draft has not begun.
pub async fn invitations_forget(conn: &mut Conn, now: DateTime<Utc>) -> Result<Option<DateTime<Utc>>> {
    for sql in [
        "DELETE FROM invitation WHERE until <= ?
             AND programme_id NOT IN (SELECT id FROM programme WHERE phase = 'draft')",
        "DELETE FROM turned_down WHERE until <= ?",
    ] {
        sqlx::query(sql).bind(ms(now)).execute(&mut *conn).await?;
    }
    let next: Option<i64> = sqlx::query_scalar(
        "SELECT min(until) FROM (SELECT until FROM invitation JOIN programme AS p ON p.id = programme_id
             WHERE p.phase <> 'draft' UNION ALL SELECT until FROM turned_down)",
    )
    .fetch_one(conn)
    .await?;
    Ok(next.map(at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::testing::{GUILD, MENTEE, MENTOR, World};
    use crate::domain::enrolment::INVITATION_KEPT;

    #[tokio::test]
    async fn an_invitation_is_read_back_and_deleted_in_time_with_the_word_that_there_was_no_place() {
        let mut world = World::empty().await;
        let (programme, now) = (world.programme.id, world.now());
        let invitation = Invitation {
            role: Some(Role::Mentor),
            department: "Purchasing".into(),
            line: "B7".into(),
            languages: [Language::En].into(),
            ..Invitation::default()
        };
        let until = now + INVITATION_KEPT;
        invitation_set(&mut world.conn, programme, MENTOR, &invitation, until).await.unwrap();
        let later = until + chrono::Duration::days(1);
        turned_down_set(&mut world.conn, programme, MENTEE, later).await.unwrap();
        assert_eq!(invitation_get(&mut world.conn, programme, MENTOR).await.unwrap(), Some(invitation));
        assert_eq!(invited_in(&mut world.conn, programme).await.unwrap(), [MENTOR].into());
        assert_eq!(invitations_of(&mut world.conn, GUILD, MENTOR).await.unwrap(), [programme]);
        assert_eq!(turned_down_of(&mut world.conn, GUILD, MENTEE).await.unwrap(), [programme]);
        assert!(!world.dump().await.contains("person:"), "nobody is known for being invited");
        assert_eq!(invitations_forget(&mut world.conn, now).await.unwrap(), Some(until));
        assert_eq!(invitations_forget(&mut world.conn, until).await.unwrap(), Some(later));
        assert_eq!(invitation_get(&mut world.conn, programme, MENTOR).await.unwrap(), None);
        assert_eq!(invitations_forget(&mut world.conn, later).await.unwrap(), None);
        assert_eq!(turned_down_of(&mut world.conn, GUILD, MENTEE).await.unwrap(), []);
    }
}
