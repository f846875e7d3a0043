//! Servers, people, and what they agreed to.

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::Row as _;
use sqlx::sqlite::SqliteRow;

use super::{Conn, Error, Result, at, day, ms, snowflake, unsnow};
use crate::domain::ids::{ChannelId, GuildId, PersonId, RoleId, UserId};
use crate::domain::language::Language;
use crate::domain::person::{Direct, Document, Person};

/// What `/setup` chose for a server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Server {
    /// Discord's id of the server.
    pub guild: GuildId,
    /// Who coordinates.
    pub coordinator_role: Option<RoleId>,
    /// Who looks after the mentors, where there is such a role.
    pub coach_role: Option<RoleId>,
    /// Where coaches find calls for support.
    pub coach_channel: Option<ChannelId>,
    /// Where digests come unless a programme says otherwise.
    pub digest_channel: Option<ChannelId>,
    /// The server's language and form of address.
    pub language: Language,
}

/// What `/setup` chose; `None` before it was used.
pub async fn server_get(conn: &mut Conn, guild: GuildId) -> Result<Option<Server>> {
    let row = sqlx::query("SELECT * FROM server WHERE guild_id = ?")
        .bind(snowflake(guild.0))
        .fetch_optional(conn)
        .await?;
    row.as_ref().map(server).transpose()
}

fn server(row: &SqliteRow) -> Result<Server> {
    Ok(Server {
        guild: GuildId(unsnow(row.get("guild_id"))),
        coordinator_role: row.get::<Option<i64>, _>("coordinator_role").map(|id| RoleId(unsnow(id))),
        coach_role: row.get::<Option<i64>, _>("coach_role").map(|id| RoleId(unsnow(id))),
        coach_channel: row.get::<Option<i64>, _>("coach_channel").map(|id| ChannelId(unsnow(id))),
        digest_channel: row.get::<Option<i64>, _>("digest_channel").map(|id| ChannelId(unsnow(id))),
        language: language(row.get("language"))?,
    })
}

/// All servers on which `/setup` was used, by their ids.
pub async fn servers_all(conn: &mut Conn) -> Result<Vec<Server>> {
    let rows = sqlx::query("SELECT * FROM server ORDER BY guild_id").fetch_all(conn).await?;
    rows.iter().map(server).collect()
}

/// Saves what `/setup` chose.
pub async fn server_set(conn: &mut Conn, server: &Server) -> Result<()> {
    sqlx::query(
        "INSERT INTO server (guild_id, coordinator_role, coach_role, coach_channel, digest_channel, language)
         VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (guild_id) DO UPDATE SET coordinator_role = excluded.coordinator_role,
             coach_role = excluded.coach_role, coach_channel = excluded.coach_channel,
             digest_channel = excluded.digest_channel, language = excluded.language",
    )
    .bind(snowflake(server.guild.0))
    .bind(server.coordinator_role.map(|id| snowflake(id.0)))
    .bind(server.coach_role.map(|id| snowflake(id.0)))
    .bind(server.coach_channel.map(|id| snowflake(id.0)))
    .bind(server.digest_channel.map(|id| snowflake(id.0)))
    .bind(server.language.code())
    .execute(conn)
    .await?;
    Ok(())
}

/// A stored language.
pub(crate) fn language(code: &str) -> Result<Language> {
    Language::ALL.into_iter().find(|one| one.code() == code).ok_or(Error::Unknown("language"))
}

fn person(row: &SqliteRow) -> Result<Person> {
    Ok(Person {
        id: PersonId(row.get("id")),
        guild: GuildId(unsnow(row.get("guild_id"))),
        user: UserId(unsnow(row.get("user_id"))),
        language: row.get::<Option<&str>, _>("language").map(language).transpose()?,
    })
}

/// The person of that account on that server, if we know one.
pub async fn person_find(conn: &mut Conn, guild: GuildId, user: UserId) -> Result<Option<Person>> {
    let row = sqlx::query("SELECT * FROM person WHERE guild_id = ? AND user_id = ?")
        .bind(snowflake(guild.0))
        .bind(snowflake(user.0))
        .fetch_optional(conn)
        .await?;
    row.as_ref().map(person).transpose()
}

/// The language that somebody chose in `/my`, and the one whose form of address they are used to: that of their newest
/// programme in German, else the server's.
pub async fn person_languages(
    conn: &mut Conn,
    guild: GuildId,
    user: UserId,
) -> Result<(Option<Language>, Option<Language>)> {
    let row = sqlx::query(
        "SELECT person.language AS chosen, coalesce(
             (SELECT programme.language FROM programme JOIN enrolment ON enrolment.programme_id = programme.id
              WHERE enrolment.person_id = person.id AND enrolment.state = 'approved' AND programme.language LIKE 'de%'
              ORDER BY programme.id DESC LIMIT 1), server.language) AS addressed
         FROM server LEFT JOIN person ON person.guild_id = server.guild_id AND person.user_id = ?
         WHERE server.guild_id = ?",
    )
    .bind(snowflake(user.0))
    .bind(snowflake(guild.0))
    .fetch_optional(conn)
    .await?;
    let Some(row) = row else { return Ok((None, None)) };
    let of = |column| row.get::<Option<&str>, _>(column).map(language).transpose();
    Ok((of("chosen")?, of("addressed")?))
}

/// The person of that number.
pub async fn person_get(conn: &mut Conn, id: PersonId) -> Result<Person> {
    person(&sqlx::query("SELECT * FROM person WHERE id = ?").bind(id.0).fetch_one(conn).await?)
}

/// The account of a person, as long as they are known.
pub async fn person_account(conn: &mut Conn, id: PersonId) -> Result<Option<UserId>> {
    let user: Option<i64> =
        sqlx::query_scalar("SELECT user_id FROM person WHERE id = ?").bind(id.0).fetch_optional(conn).await?;
    Ok(user.map(|user| UserId(unsnow(user))))
}

/// The person of that account on that server, made known if need be.
pub async fn person_known(conn: &mut Conn, guild: GuildId, user: UserId) -> Result<Person> {
    sqlx::query("INSERT INTO person (guild_id, user_id) VALUES (?, ?) ON CONFLICT DO NOTHING")
        .bind(snowflake(guild.0))
        .bind(snowflake(user.0))
        .execute(&mut *conn)
        .await?;
    person_find(conn, guild, user).await?.ok_or(Error::Unknown("person"))
}

/// Deletes a person, unless something of a programme still refers to them; whether they are gone.
pub async fn person_drop_unused(conn: &mut Conn, id: PersonId) -> Result<bool> {
    // SQLite undoes the statement, and nothing else, when a foreign key forbids it.
    let done = sqlx::query("DELETE FROM person WHERE id = ?").bind(id.0).execute(conn).await;
    match done {
        Ok(_) => Ok(true),
        Err(sqlx::Error::Database(error)) if error.is_foreign_key_violation() => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// Notes whether somebody is gone from the server.
pub async fn person_gone_set(conn: &mut Conn, id: PersonId, gone: bool) -> Result<()> {
    sqlx::query("UPDATE person SET gone = ?1 WHERE id = ?2 AND gone <> ?1")
        .bind(gone)
        .bind(id.0)
        .execute(conn)
        .await?;
    Ok(())
}

/// Everybody in an open tandem, or free for one, of a programme that has not closed; by their number.
pub async fn people_active(conn: &mut Conn) -> Result<Vec<Person>> {
    let rows = sqlx::query(
        "SELECT * FROM person WHERE EXISTS (
             SELECT 1 FROM enrolment JOIN programme ON programme.id = enrolment.programme_id
             WHERE enrolment.person_id = person.id AND enrolment.state = 'approved'
                 AND programme.phase NOT IN ('closed', 'erased')
                 AND (enrolment.available = 1 OR EXISTS (
                     SELECT 1 FROM tandem WHERE person.id IN (tandem.mentor_id, tandem.mentee_id)
                         AND tandem.state IN ('opening', 'open'))))
         ORDER BY id",
    )
    .fetch_all(conn)
    .await?;
    rows.iter().map(person).collect()
}

/// Sets the language chosen in `/my`; `None` follows Discord's setting again.
pub async fn person_language_set(conn: &mut Conn, id: PersonId, chosen: Option<Language>) -> Result<()> {
    sqlx::query("UPDATE person SET language = ? WHERE id = ?")
        .bind(chosen.map(Language::code))
        .bind(id.0)
        .execute(conn)
        .await?;
    Ok(())
}

/// Whether somebody wants direct messages, and where these stand.
pub async fn direct_get(conn: &mut Conn, id: PersonId) -> Result<(Direct, Option<ChannelId>)> {
    let row = sqlx::query("SELECT direct, direct_channel FROM person WHERE id = ?")
        .bind(id.0)
        .fetch_one(conn)
        .await?;
    let wish = Direct::of(row.get("direct")).ok_or(Error::Unknown("wish for direct messages"))?;
    Ok((wish, row.get::<Option<i64>, _>("direct_channel").map(|id| ChannelId(unsnow(id)))))
}

/// Sets whether somebody wants direct messages.
pub async fn direct_set(conn: &mut Conn, id: PersonId, wish: Direct) -> Result<()> {
    sqlx::query("UPDATE person SET direct = ? WHERE id = ?")
        .bind(wish.code())
        .bind(id.0)
        .execute(conn)
        .await?;
    Ok(())
}

/// Notes where direct messages to somebody stand.
pub async fn direct_bind(conn: &mut Conn, id: PersonId, channel: ChannelId) -> Result<()> {
    sqlx::query("UPDATE person SET direct_channel = ? WHERE id = ?")
        .bind(snowflake(channel.0))
        .bind(id.0)
        .execute(conn)
        .await?;
    Ok(())
}

/// When the last direct message went out, whoever got it.
pub async fn direct_last(conn: &mut Conn) -> Result<DateTime<Utc>> {
    let last: Option<i64> =
        sqlx::query_scalar("SELECT direct_last FROM installation").fetch_optional(conn).await?;
    Ok(at(last.unwrap_or_default()))
}

/// Notes that a direct message went out.
pub async fn direct_sent(conn: &mut Conn, now: DateTime<Utc>) -> Result<()> {
    sqlx::query("UPDATE installation SET direct_last = ?").bind(ms(now)).execute(conn).await?;
    Ok(())
}

/// Whether the person agreed to today's version of the document.
pub async fn consent_has(conn: &mut Conn, id: PersonId, document: Document) -> Result<bool> {
    let version: Option<i64> =
        sqlx::query_scalar("SELECT version FROM consent WHERE person_id = ? AND document = ?")
            .bind(id.0)
            .bind(document.code())
            .fetch_optional(conn)
            .await?;
    Ok(version.is_some_and(|version| version >= document.version()))
}

/// Notes on which day the person agreed to today's version of the document; the first day of a version stays.
pub async fn consent_give(conn: &mut Conn, id: PersonId, document: Document, on: NaiveDate) -> Result<()> {
    sqlx::query(
        "INSERT INTO consent (person_id, document, version, given_on) VALUES (?, ?, ?, ?)
         ON CONFLICT (person_id, document) DO UPDATE SET version = excluded.version, given_on = excluded.given_on
             WHERE consent.version < excluded.version",
    )
    .bind(id.0)
    .bind(document.code())
    .bind(document.version())
    .bind(on.to_string())
    .execute(conn)
    .await?;
    Ok(())
}

/// On which day the person agreed to today's version of the document; `None` where they have not, or before days were
/// kept.
pub async fn consent_day(conn: &mut Conn, id: PersonId, document: Document) -> Result<Option<NaiveDate>> {
    let given_on: Option<Option<String>> = sqlx::query_scalar(
        "SELECT given_on FROM consent WHERE person_id = ? AND document = ? AND version >= ?",
    )
    .bind(id.0)
    .bind(document.code())
    .bind(document.version())
    .fetch_optional(conn)
    .await?;
    given_on.flatten().as_deref().map(day).transpose()
}
