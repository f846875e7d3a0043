//! What keeps a command from acting twice: bare interaction ids for an hour, owed replies for 15 minutes.

use chrono::{DateTime, Duration, Utc};

use super::{Conn, Result, at, ms, snowflake};
use crate::domain::ids::InteractionId;

/// The secret that keyed hashes of this installation use.
pub async fn installation_secret(conn: &mut Conn) -> Result<Vec<u8>> {
    Ok(sqlx::query_scalar("SELECT secret FROM installation").fetch_one(conn).await?)
}

/// Gives a new installation its secret (32 bytes, drawn by SQLite where none is handed in); one that has one keeps it.
pub async fn installation_begin(conn: &mut Conn, secret: Option<[u8; 32]>) -> Result<()> {
    sqlx::query(
        "INSERT INTO installation (only_row, secret) VALUES (1, coalesce(?, randomblob(32))) ON CONFLICT DO NOTHING",
    )
    .bind(secret.map(Vec::from))
    .execute(conn)
    .await?;
    Ok(())
}

/// Notes that an interaction acts; `false` when it has acted before.
pub async fn interaction_take(conn: &mut Conn, id: InteractionId, now: DateTime<Utc>) -> Result<bool> {
    let done = sqlx::query("INSERT INTO seen_interaction (id, seen_at) VALUES (?, ?) ON CONFLICT DO NOTHING")
        .bind(snowflake(id.0))
        .bind(ms(now))
        .execute(conn)
        .await?;
    Ok(done.rows_affected() > 0)
}

/// The outcome that is still owed to this request.
pub async fn owed_get(conn: &mut Conn, key: &[u8], now: DateTime<Utc>) -> Result<Option<String>> {
    Ok(sqlx::query_scalar("SELECT outcome FROM owed_reply WHERE key = ? AND until > ?")
        .bind(key)
        .bind(ms(now))
        .fetch_optional(conn)
        .await?)
}

/// Notes an outcome whose reply is not confirmed yet, and whose it is: the only thing owed to them from now on.
pub async fn owed_set(
    conn: &mut Conn,
    key: &[u8],
    asker: &[u8],
    outcome: &str,
    until: DateTime<Utc>,
) -> Result<()> {
    sqlx::query(
        "DELETE FROM owed_reply WHERE asker = ?1;
         INSERT OR REPLACE INTO owed_reply (asker, key, outcome, until) VALUES (?1, ?2, ?3, ?4)",
    )
    .bind(asker)
    .bind(key)
    .bind(outcome)
    .bind(ms(until))
    .execute(conn)
    .await?;
    Ok(())
}

/// Nothing is owed to this asker any more: they have gone on to something else.
pub async fn owed_forget(conn: &mut Conn, asker: &[u8]) -> Result<()> {
    sqlx::query("DELETE FROM owed_reply WHERE asker = ?").bind(asker).execute(conn).await?;
    Ok(())
}

/// The reply has arrived.
pub async fn owed_settle(conn: &mut Conn, key: &[u8]) -> Result<()> {
    sqlx::query("DELETE FROM owed_reply WHERE key = ?").bind(key).execute(conn).await?;
    Ok(())
}

/// Forgets the ids of interactions after an hour and replies that are owed no longer (P4), and tells when the next of them
/// have had their time; `None` when nothing is left.
pub async fn replies_forget(conn: &mut Conn, now: DateTime<Utc>) -> Result<Option<DateTime<Utc>>> {
    let hour = Duration::hours(1);
    sqlx::query("DELETE FROM seen_interaction WHERE seen_at <= ?")
        .bind(ms(now - hour))
        .execute(&mut *conn)
        .await?;
    sqlx::query("DELETE FROM owed_reply WHERE until <= ?").bind(ms(now)).execute(&mut *conn).await?;
    let seen: Option<i64> =
        sqlx::query_scalar("SELECT min(seen_at) FROM seen_interaction").fetch_one(&mut *conn).await?;
    let owed: Option<i64> =
        sqlx::query_scalar("SELECT min(until) FROM owed_reply").fetch_one(&mut *conn).await?;
    Ok(seen.map(|seen| at(seen) + hour).into_iter().chain(owed.map(at)).min())
}
