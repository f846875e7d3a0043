//! Tandems, their rooms' names and categories.

use chrono::{DateTime, Utc};
use sqlx::Row as _;
use sqlx::sqlite::SqliteRow;

use super::{Conn, Error, Result, at, ms, people, snowflake, unsnow};
use crate::domain::ids::{CategoryId, ChannelId, GuildId, PersonId, ProgrammeId, TandemId, UserId};
use crate::domain::tandem::{Side, Tandem, TandemState};

fn tandem(row: &SqliteRow) -> Result<Tandem> {
    Ok(Tandem {
        id: TandemId(row.get("id")),
        programme: ProgrammeId(row.get("programme_id")),
        mentor: PersonId(row.get("mentor_id")),
        mentee: PersonId(row.get("mentee_id")),
        category: CategoryId(row.get("category_id")),
        name: row.get("name"),
        language: people::language(row.get("language"))?,
        also: row.get::<Option<&str>, _>("also").map(people::language).transpose()?,
        state: TandemState::of(row.get("state")).ok_or(Error::Unknown("state of a tandem"))?,
        channel: row.get::<Option<i64>, _>("channel_id").map(|id| ChannelId(unsnow(id))),
        opened_at: at(row.get("opened_at")),
        ended_at: row.get::<Option<i64>, _>("ended_at").map(at),
    })
}

/// Adds a tandem; its `id` is ignored and the new one returned.
pub async fn tandem_add(conn: &mut Conn, new: &Tandem) -> Result<TandemId> {
    let id = sqlx::query_scalar(
        "INSERT INTO tandem (programme_id, mentor_id, mentee_id, category_id, name, language, also, state, opened_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
    )
    .bind(new.programme.0)
    .bind(new.mentor.0)
    .bind(new.mentee.0)
    .bind(new.category.0)
    .bind(&new.name)
    .bind(new.language.code())
    .bind(new.also.map(crate::domain::language::Language::code))
    .bind(new.state.code())
    .bind(ms(new.opened_at))
    .fetch_one(conn)
    .await?;
    Ok(TandemId(id))
}

/// The tandem of that number.
pub async fn tandem_get(conn: &mut Conn, id: TandemId) -> Result<Tandem> {
    tandem(&sqlx::query("SELECT * FROM tandem WHERE id = ?").bind(id.0).fetch_one(conn).await?)
}

/// The tandem of that number; `None` where a button outlived it.
pub async fn tandem_find(conn: &mut Conn, id: TandemId) -> Result<Option<Tandem>> {
    let row = sqlx::query("SELECT * FROM tandem WHERE id = ?").bind(id.0).fetch_optional(conn).await?;
    row.as_ref().map(tandem).transpose()
}

/// The tandem whose room a channel is.
pub async fn tandem_of_channel(conn: &mut Conn, channel: ChannelId) -> Result<Option<Tandem>> {
    let row = sqlx::query("SELECT * FROM tandem WHERE channel_id = ?")
        .bind(snowflake(channel.0))
        .fetch_optional(conn)
        .await?;
    row.as_ref().map(tandem).transpose()
}

/// All tandems a person is or was in, oldest first.
pub async fn tandems_of(conn: &mut Conn, person: PersonId) -> Result<Vec<Tandem>> {
    let rows = sqlx::query("SELECT * FROM tandem WHERE mentor_id = ?1 OR mentee_id = ?1 ORDER BY id")
        .bind(person.0)
        .fetch_all(conn)
        .await?;
    rows.iter().map(tandem).collect()
}

/// All tandems of a programme, oldest first.
pub async fn tandems_in(conn: &mut Conn, programme: ProgrammeId) -> Result<Vec<Tandem>> {
    let rows = sqlx::query("SELECT * FROM tandem WHERE programme_id = ? ORDER BY id")
        .bind(programme.0)
        .fetch_all(conn)
        .await?;
    rows.iter().map(tandem).collect()
}

/// Notes the room that Discord made.
pub async fn tandem_room_bind(conn: &mut Conn, id: TandemId, channel: ChannelId) -> Result<()> {
    sqlx::query("UPDATE tandem SET channel_id = ?, state = CASE state WHEN 'opening' THEN 'open' ELSE state END WHERE id = ?")
        .bind(snowflake(channel.0))
        .bind(id.0)
        .execute(conn)
        .await?;
    Ok(())
}

/// Ends a tandem; `false` when it had ended already.
pub async fn tandem_end(conn: &mut Conn, id: TandemId, now: DateTime<Utc>) -> Result<bool> {
    let done = sqlx::query(
        "UPDATE tandem SET state = 'ended', ended_at = ? WHERE id = ? AND state IN ('opening', 'open')",
    )
    .bind(ms(now))
    .bind(id.0)
    .execute(conn)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Notes that an ended tandem's room is hidden or deleted.
pub async fn tandem_state_set(conn: &mut Conn, id: TandemId, state: TandemState) -> Result<()> {
    sqlx::query("UPDATE tandem SET state = ? WHERE id = ?")
        .bind(state.code())
        .bind(id.0)
        .execute(conn)
        .await?;
    Ok(())
}

/// What each of the two said to *How shall it go on?*: mentor's, mentee's answer, and whether both are settled.
pub async fn tandem_next_get(conn: &mut Conn, id: TandemId) -> Result<(Option<bool>, Option<bool>, bool)> {
    let row = sqlx::query("SELECT mentor_next, mentee_next, next_settled FROM tandem WHERE id = ?")
        .bind(id.0)
        .fetch_one(conn)
        .await?;
    Ok((row.get("mentor_next"), row.get("mentee_next"), row.get("next_settled")))
}

/// Notes one side's answer to *How shall it go on?*.
pub async fn tandem_next_set(conn: &mut Conn, id: TandemId, side: Side, new_tandem: bool) -> Result<()> {
    let sql = match side {
        Side::Mentor => "UPDATE tandem SET mentor_next = ? WHERE id = ?",
        Side::Mentee => "UPDATE tandem SET mentee_next = ? WHERE id = ?",
    };
    sqlx::query(sql).bind(new_tandem).bind(id.0).execute(conn).await?;
    Ok(())
}

/// Marks the answers of an ended tandem as taken over into the enrolments, and forgets them.
pub async fn tandem_next_settle(conn: &mut Conn, id: TandemId) -> Result<()> {
    sqlx::query("UPDATE tandem SET mentor_next = NULL, mentee_next = NULL, next_settled = 1 WHERE id = ?")
        .bind(id.0)
        .execute(conn)
        .await?;
    Ok(())
}

/// Takes a room name that was never used on the server; `false` when it was.
pub async fn room_name_take(conn: &mut Conn, guild: GuildId, name: &str) -> Result<bool> {
    let done = sqlx::query("INSERT INTO room_name (guild_id, name) VALUES (?, ?) ON CONFLICT DO NOTHING")
        .bind(snowflake(guild.0))
        .bind(name)
        .execute(conn)
        .await?;
    Ok(done.rows_affected() > 0)
}

/// A category of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Category {
    /// Our number for it.
    pub id: CategoryId,
    /// Its number on the server, from 1.
    pub number: i64,
    /// Discord's id, once confirmed.
    pub channel: Option<ChannelId>,
    /// How many rooms stand in it or are to.
    pub rooms: i64,
}

const CATEGORY: &str = "SELECT id, number, channel_id,
    (SELECT count(*) FROM tandem WHERE tandem.category_id = category.id AND tandem.state <> 'gone') AS rooms FROM category";

fn category(row: &SqliteRow) -> Category {
    Category {
        id: CategoryId(row.get("id")),
        number: row.get("number"),
        channel: row.get::<Option<i64>, _>("channel_id").map(|id| ChannelId(unsnow(id))),
        rooms: row.get("rooms"),
    }
}

/// The categories of a server, in order.
pub async fn categories_of(conn: &mut Conn, guild: GuildId) -> Result<Vec<Category>> {
    let rows = sqlx::query(sqlx::AssertSqlSafe(format!("{CATEGORY} WHERE guild_id = ? ORDER BY number")))
        .bind(snowflake(guild.0))
        .fetch_all(conn)
        .await?;
    Ok(rows.iter().map(category).collect())
}

/// The category of that number of ours.
pub async fn category_get(conn: &mut Conn, id: CategoryId) -> Result<Category> {
    let sql = sqlx::AssertSqlSafe(format!("{CATEGORY} WHERE id = ?"));
    Ok(category(&sqlx::query(sql).bind(id.0).fetch_one(conn).await?))
}

/// The server a category stands on.
pub async fn category_guild(conn: &mut Conn, id: CategoryId) -> Result<GuildId> {
    let guild: i64 =
        sqlx::query_scalar("SELECT guild_id FROM category WHERE id = ?").bind(id.0).fetch_one(conn).await?;
    Ok(GuildId(unsnow(guild)))
}

/// Adds the next category of a server.
pub async fn category_add(conn: &mut Conn, guild: GuildId) -> Result<CategoryId> {
    let id = sqlx::query_scalar(
        "INSERT INTO category (guild_id, number)
         SELECT ?1, 1 + coalesce(max(number), 0) FROM category WHERE guild_id = ?1 RETURNING id",
    )
    .bind(snowflake(guild.0))
    .fetch_one(conn)
    .await?;
    Ok(CategoryId(id))
}

/// Notes the category that Discord made.
pub async fn category_bind(conn: &mut Conn, id: CategoryId, channel: ChannelId) -> Result<()> {
    sqlx::query("UPDATE category SET channel_id = ? WHERE id = ?")
        .bind(snowflake(channel.0))
        .bind(id.0)
        .execute(conn)
        .await?;
    Ok(())
}

/// Forgets the channel of a category that is gone at Discord; `None` when it was none of ours.
pub async fn category_unbind(conn: &mut Conn, channel: ChannelId) -> Result<Option<CategoryId>> {
    let id: Option<i64> =
        sqlx::query_scalar("UPDATE category SET channel_id = NULL WHERE channel_id = ? RETURNING id")
            .bind(snowflake(channel.0))
            .fetch_optional(conn)
            .await?;
    Ok(id.map(CategoryId))
}

/// Every room and category of ours that a server is to have, by Discord's ids.
pub async fn channels_of(conn: &mut Conn, guild: GuildId) -> Result<Vec<ChannelId>> {
    let ids: Vec<i64> = sqlx::query_scalar(
        "SELECT tandem.channel_id FROM tandem JOIN programme ON programme.id = tandem.programme_id
         WHERE programme.guild_id = ?1 AND tandem.channel_id IS NOT NULL AND tandem.state <> 'gone'
         UNION SELECT channel_id FROM category WHERE guild_id = ?1 AND channel_id IS NOT NULL
         UNION SELECT sitting_space.channel_id FROM sitting_space JOIN sitting ON sitting.id = sitting_space.sitting_id
             JOIN programme ON programme.id = sitting.programme_id
             WHERE programme.guild_id = ?1 AND sitting_space.channel_id IS NOT NULL
         UNION SELECT lounge_channel FROM programme WHERE guild_id = ?1 AND lounge_channel IS NOT NULL ORDER BY 1",
    )
    .bind(snowflake(guild.0))
    .fetch_all(conn)
    .await?;
    Ok(ids.into_iter().map(|id| ChannelId(unsnow(id))).collect())
}

/// A room and who belongs into it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoomOf {
    /// The server.
    pub guild: GuildId,
    /// The channel.
    pub channel: ChannelId,
    /// Its name.
    pub name: String,
    /// Its two people.
    pub two: [UserId; 2],
}

/// Every room there is, by its name.
pub async fn rooms_all(conn: &mut Conn) -> Result<Vec<RoomOf>> {
    let rows = sqlx::query(
        "SELECT programme.guild_id AS guild, tandem.channel_id AS channel, tandem.name AS name,
             mentor.user_id AS mentor, mentee.user_id AS mentee
         FROM tandem JOIN programme ON programme.id = tandem.programme_id
         JOIN person AS mentor ON mentor.id = tandem.mentor_id JOIN person AS mentee ON mentee.id = tandem.mentee_id
         WHERE tandem.channel_id IS NOT NULL AND tandem.state <> 'gone' ORDER BY tandem.name, tandem.id",
    )
    .fetch_all(conn)
    .await?;
    let id = |row: &SqliteRow, column| unsnow(row.get(column));
    Ok(rows
        .iter()
        .map(|row| RoomOf {
            guild: GuildId(id(row, "guild")),
            channel: ChannelId(id(row, "channel")),
            name: row.get("name"),
            two: [UserId(id(row, "mentor")), UserId(id(row, "mentee"))],
        })
        .collect())
}

/// Whether a channel is a room or category of ours already.
pub async fn channel_bound(conn: &mut Conn, channel: ChannelId) -> Result<bool> {
    let bound: i64 = sqlx::query_scalar(
        "SELECT (SELECT count(*) FROM tandem WHERE channel_id = ?1) + (SELECT count(*) FROM category WHERE channel_id = ?1)
             + (SELECT count(*) FROM programme WHERE lounge_channel = ?1)
             + (SELECT count(*) FROM sitting_space WHERE channel_id = ?1)",
    )
    .bind(snowflake(channel.0))
    .fetch_one(conn)
    .await?;
    Ok(bound > 0)
}
