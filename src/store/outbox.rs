//! Rows of what is still to be made at Discord.

use chrono::{DateTime, Utc};
use sqlx::Row as _;
use sqlx::sqlite::SqliteRow;
use sqlx::types::Json;

use super::{Conn, Result, at, ms, snowflake};
use crate::domain::ids::{GuildId, OutboxId, ProgrammeId};

/// A row to be added.
#[derive(Debug, Clone, Default)]
pub struct NewRow {
    /// Order is kept within a lane.
    pub lane: String,
    /// Whose digest tells when it cannot be delivered.
    pub programme: Option<ProgrammeId>,
    /// JSON of an effect: its kind and references.
    pub effect: String,
    /// One waiting row per key; a second one is dropped.
    pub key: Option<String>,
    /// Waits until that row is gone.
    pub after: Option<OutboxId>,
    /// Not before.
    pub due_at: DateTime<Utc>,
    /// Of no use after.
    pub expires_at: Option<DateTime<Utc>>,
    /// Whether the bot brings it up by itself: a pause holds it back.
    pub planned: bool,
}

/// A row.
#[derive(Debug, Clone)]
pub struct OutboxRow {
    /// Its number: never used twice.
    pub id: OutboxId,
    /// Order is kept within a lane.
    pub lane: String,
    /// JSON of an effect.
    pub effect: String,
    /// Not before.
    pub due_at: DateTime<Utc>,
    /// Of no use after.
    pub expires_at: Option<DateTime<Utc>>,
    /// How often it was tried.
    pub attempts: u32,
    /// When the open attempt began; `None` when none is open.
    pub attempted_at: Option<DateTime<Utc>>,
    /// Hash of what that attempt sends.
    pub content_key: Option<String>,
    /// The programme, of something that the bot brings up by itself.
    pub planned: Option<ProgrammeId>,
}

fn row(row: &SqliteRow) -> OutboxRow {
    OutboxRow {
        id: OutboxId(row.get("id")),
        lane: row.get("lane"),
        effect: row.get("effect"),
        due_at: at(row.get("due_at")),
        expires_at: row.get::<Option<i64>, _>("expires_at").map(at),
        attempts: u32::try_from(row.get::<i64, _>("attempts")).unwrap_or(u32::MAX),
        attempted_at: row.get::<Option<i64>, _>("attempted_at").map(at),
        content_key: row.get("content_key"),
        planned: row
            .get::<Option<i64>, _>("programme_id")
            .filter(|_| row.get::<bool, _>("planned"))
            .map(ProgrammeId),
    }
}

/// Adds a row; `None` when a row of its key is waiting and no attempt of it is open.
pub async fn outbox_add(conn: &mut Conn, new: &NewRow) -> Result<Option<OutboxId>> {
    // What is being sent right now may be out of date: a row under way gives its key away.
    let id: Option<i64> = sqlx::query_scalar(
        "UPDATE outbox SET key = NULL WHERE key = ?1 AND (attempted_at IS NOT NULL OR state <> 'waiting');
         INSERT INTO outbox (key, lane, programme_id, effect, after_id, due_at, expires_at, planned)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (key) DO NOTHING RETURNING id",
    )
    .bind(&new.key)
    .bind(&new.lane)
    .bind(new.programme.map(|id| id.0))
    .bind(&new.effect)
    .bind(new.after.map(|id| id.0))
    .bind(ms(new.due_at))
    .bind(new.expires_at.map(ms))
    .bind(new.planned)
    .fetch_optional(conn)
    .await?;
    Ok(id.map(OutboxId))
}

/// Adds rows that are alike but for their effects, in that order; they have no key.
pub async fn outbox_add_series(conn: &mut Conn, new: &NewRow, effects: &[String]) -> Result<()> {
    sqlx::query(
        "INSERT INTO outbox (lane, programme_id, effect, after_id, due_at, expires_at, planned)
         SELECT ?, ?, value, ?, ?, ?, ? FROM json_each(?) ORDER BY json_each.key",
    )
    .bind(&new.lane)
    .bind(new.programme.map(|id| id.0))
    .bind(new.after.map(|id| id.0))
    .bind(ms(new.due_at))
    .bind(new.expires_at.map(ms))
    .bind(new.planned)
    .bind(Json(effects))
    .execute(conn)
    .await?;
    Ok(())
}

/// The row that waits under a key.
pub async fn outbox_of_key(conn: &mut Conn, key: &str) -> Result<Option<OutboxId>> {
    let id: Option<i64> =
        sqlx::query_scalar("SELECT id FROM outbox WHERE key = ?").bind(key).fetch_optional(conn).await?;
    Ok(id.map(OutboxId))
}

/// Everything that waits, oldest first: lane, effect, due time.
#[cfg(test)]
pub(crate) async fn outbox_all(conn: &mut Conn) -> Result<Vec<(String, String, DateTime<Utc>)>> {
    let rows = sqlx::query("SELECT lane, effect, due_at FROM outbox ORDER BY id").fetch_all(conn).await?;
    Ok(rows.iter().map(|row| (row.get("lane"), row.get("effect"), at(row.get("due_at")))).collect())
}

/// The rows that may be sent now: the first due one of each lane, unless it waits for another or for its next try.
pub async fn outbox_ready(conn: &mut Conn, now: DateTime<Utc>) -> Result<Vec<OutboxRow>> {
    let rows = sqlx::query(
        "SELECT o.* FROM outbox AS o
         JOIN (SELECT min(id) AS id FROM outbox WHERE state = 'waiting' AND due_at <= ?1 GROUP BY lane) USING (id)
         WHERE retry_at <= ?1
             AND (after_id IS NULL OR NOT EXISTS (SELECT 1 FROM outbox AS p WHERE p.id = o.after_id))
         ORDER BY id LIMIT 100",
    )
    .bind(ms(now))
    .fetch_all(conn)
    .await?;
    Ok(rows.iter().map(row).collect())
}

/// Puts off what the bot brings up by itself in a lane, from that row on, as far as it is due and no attempt of it is open.
pub async fn outbox_put_off(
    conn: &mut Conn,
    first: OutboxId,
    now: DateTime<Utc>,
    until: DateTime<Utc>,
) -> Result<()> {
    sqlx::query(
        "UPDATE outbox SET due_at = ?1 WHERE planned AND state = 'waiting' AND attempted_at IS NULL
         AND id >= ?2 AND due_at <= ?3 AND lane = (SELECT lane FROM outbox WHERE id = ?2)",
    )
    .bind(ms(until))
    .bind(first.0)
    .bind(ms(now))
    .execute(conn)
    .await?;
    Ok(())
}

/// The next moment after `now` at which a row becomes due or is tried again.
pub async fn outbox_wake(conn: &mut Conn, now: DateTime<Utc>) -> Result<Option<DateTime<Utc>>> {
    let wake: Option<i64> = sqlx::query_scalar(
        "SELECT min(max(due_at, retry_at)) FROM outbox WHERE state = 'waiting' AND max(due_at, retry_at) > ?",
    )
    .bind(ms(now))
    .fetch_one(conn)
    .await?;
    Ok(wake.map(at))
}

/// Notes that an attempt begins, with the hash of what it sends.
pub async fn outbox_attempt(
    conn: &mut Conn,
    id: OutboxId,
    now: DateTime<Utc>,
    content_key: Option<&str>,
) -> Result<()> {
    sqlx::query("UPDATE outbox SET attempts = attempts + 1, attempted_at = ?, content_key = ? WHERE id = ?")
        .bind(ms(now))
        .bind(content_key)
        .bind(id.0)
        .execute(conn)
        .await?;
    Ok(())
}

/// The row is done: it goes.
pub async fn outbox_done(conn: &mut Conn, id: OutboxId) -> Result<()> {
    sqlx::query("DELETE FROM outbox WHERE id = ?").bind(id.0).execute(conn).await?;
    Ok(())
}

/// Tries again later. `in_doubt` keeps the attempt open, so that it is looked for first.
pub async fn outbox_retry(
    conn: &mut Conn,
    id: OutboxId,
    retry_at: DateTime<Utc>,
    in_doubt: bool,
) -> Result<()> {
    sqlx::query(
        "UPDATE outbox SET retry_at = ?1, attempted_at = CASE WHEN ?2 THEN attempted_at END,
             content_key = CASE WHEN ?2 THEN content_key END WHERE id = ?3",
    )
    .bind(ms(retry_at))
    .bind(in_doubt)
    .bind(id.0)
    .execute(conn)
    .await?;
    Ok(())
}

/// Gives up on a row: it stays, with its cause, until the digest has told of it.
pub async fn outbox_give_up(conn: &mut Conn, id: OutboxId, cause: &str) -> Result<()> {
    sqlx::query(
        "UPDATE outbox SET state = 'undeliverable', attempted_at = NULL, cause = ?, key = NULL WHERE id = ?",
    )
    .bind(cause)
    .bind(id.0)
    .execute(conn)
    .await?;
    Ok(())
}

/// How many of a programme's rows cannot be delivered, by cause.
pub async fn outbox_undeliverable(conn: &mut Conn, programme: ProgrammeId) -> Result<Vec<(String, i64)>> {
    let rows = sqlx::query(
        "SELECT cause, count(*) AS n FROM outbox WHERE state = 'undeliverable' AND programme_id = ?
         GROUP BY cause ORDER BY cause",
    )
    .bind(programme.0)
    .fetch_all(conn)
    .await?;
    Ok(rows
        .iter()
        .map(|row| (row.get::<Option<String>, _>("cause").unwrap_or_default(), row.get("n")))
        .collect())
}

/// The digest has told what could not be delivered: `repairable` rows are tried again, because somebody may have
/// repaired the cause by then, and the others go.
pub async fn outbox_told(
    conn: &mut Conn,
    programme: ProgrammeId,
    repairable: impl Fn(&str) -> bool,
) -> Result<()> {
    for (cause, _) in outbox_undeliverable(conn, programme).await? {
        let sql = if repairable(&cause) {
            "UPDATE outbox SET state = 'waiting', attempts = 0, retry_at = 0, cause = NULL
             WHERE state = 'undeliverable' AND programme_id = ? AND coalesce(cause, '') = ?"
        } else {
            "DELETE FROM outbox WHERE state = 'undeliverable' AND programme_id = ? AND coalesce(cause, '') = ?"
        };
        sqlx::query(sql).bind(programme.0).bind(&cause).execute(&mut *conn).await?;
    }
    Ok(())
}

/// What a server's rows were given up for want of a permission by.
const FORBIDDEN: &str = "state = 'undeliverable' AND cause LIKE 'forbidden-%' AND (lane = 'build:' || ?1
    OR programme_id IN (SELECT id FROM programme WHERE guild_id = ?2))";

/// Whether rows of a server were given up because the bot may not.
pub async fn outbox_forbidden(conn: &mut Conn, guild: GuildId) -> Result<bool> {
    let sql = sqlx::AssertSqlSafe(format!("SELECT EXISTS (SELECT 1 FROM outbox WHERE {FORBIDDEN})"));
    Ok(sqlx::query_scalar(sql).bind(guild.to_string()).bind(snowflake(guild.0)).fetch_one(conn).await?)
}

/// Rows of a server that were given up because the bot may not are tried again.
pub async fn outbox_permitted(conn: &mut Conn, guild: GuildId) -> Result<()> {
    let sql = sqlx::AssertSqlSafe(format!(
        "UPDATE outbox SET state = 'waiting', attempts = 0, retry_at = 0, cause = NULL WHERE {FORBIDDEN}"
    ));
    sqlx::query(sql).bind(guild.to_string()).bind(snowflake(guild.0)).execute(conn).await?;
    Ok(())
}

/// Drops what is still waiting in a lane, for a room that is no more.
pub async fn outbox_lane_drop(conn: &mut Conn, lane: &str) -> Result<()> {
    sqlx::query("DELETE FROM outbox WHERE lane = ? AND attempted_at IS NULL")
        .bind(lane)
        .execute(conn)
        .await?;
    Ok(())
}

/// How full the outbox is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Depth {
    /// Rows that wait.
    pub waiting: i64,
    /// Of these, rows that could have gone out by now.
    pub overdue: i64,
    /// Rows that were given up.
    pub undeliverable: i64,
}

/// How full the outbox is now.
pub async fn outbox_depth(conn: &mut Conn, now: DateTime<Utc>) -> Result<Depth> {
    let row = sqlx::query(
        "SELECT coalesce(sum(state = 'waiting'), 0) AS waiting, coalesce(sum(state = 'waiting' AND due_at <= ?), 0) AS overdue,
             coalesce(sum(state = 'undeliverable'), 0) AS undeliverable FROM outbox",
    )
    .bind(ms(now))
    .fetch_one(conn)
    .await?;
    Ok(Depth {
        waiting: row.get("waiting"),
        overdue: row.get("overdue"),
        undeliverable: row.get("undeliverable"),
    })
}

/// What was given up, over all programmes, by cause.
pub async fn outbox_given_up(conn: &mut Conn) -> Result<Vec<(String, i64)>> {
    let rows = sqlx::query(
        "SELECT coalesce(cause, '') AS cause, count(*) AS n FROM outbox WHERE state = 'undeliverable' GROUP BY 1 ORDER BY 1",
    )
    .fetch_all(conn)
    .await?;
    Ok(rows.iter().map(|row| (row.get("cause"), row.get("n"))).collect())
}

/// How many rows are in doubt.
pub async fn outbox_in_doubt(conn: &mut Conn) -> Result<i64> {
    let sql = "SELECT count(*) FROM outbox WHERE state = 'waiting' AND attempted_at IS NOT NULL";
    Ok(sqlx::query_scalar(sql).fetch_one(conn).await?)
}

/// The effects of a lane of which an attempt is open.
pub async fn outbox_under_way(conn: &mut Conn, lane: &str) -> Result<Vec<String>> {
    let sql = "SELECT effect FROM outbox WHERE lane = ? AND attempted_at IS NOT NULL ORDER BY id";
    Ok(sqlx::query_scalar(sql).bind(lane).fetch_all(conn).await?)
}

/// When the rows of a lane are due, those that are tried again included.
pub async fn outbox_due_in(conn: &mut Conn, lane: &str) -> Result<Vec<DateTime<Utc>>> {
    let sql = "SELECT max(due_at, retry_at) FROM outbox WHERE lane = ? AND state = 'waiting'";
    let due: Vec<i64> = sqlx::query_scalar(sql).bind(lane).fetch_all(conn).await?;
    Ok(due.into_iter().map(at).collect())
}

/// Whether a row of that key waits to be sent.
pub async fn outbox_waits(conn: &mut Conn, key: &str) -> Result<bool> {
    Ok(sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM outbox WHERE key = ? AND state = 'waiting')")
        .bind(key)
        .fetch_one(conn)
        .await?)
}

/// Takes back the row of that key, unless an attempt of it is open.
pub async fn outbox_take_back(conn: &mut Conn, key: &str) -> Result<()> {
    sqlx::query("DELETE FROM outbox WHERE key = ? AND attempted_at IS NULL").bind(key).execute(conn).await?;
    Ok(())
}
