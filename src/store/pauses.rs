//! Pauses of tandems, and the posts that came due meanwhile.

use chrono::{DateTime, Utc};
use sqlx::Row as _;
use sqlx::sqlite::SqliteRow;

use super::{Conn, Result, at, ms, posts};
use crate::domain::ids::{PauseId, PostId, TandemId};
use crate::domain::pause::Pause;

/// A post that came due during a pause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// What it would have been.
    pub post: posts::Post,
    /// Of no use after.
    pub expires_at: Option<DateTime<Utc>>,
}

fn pause(row: &SqliteRow) -> Pause {
    Pause {
        id: PauseId(row.get("id")),
        tandem: TandemId(row.get("tandem_id")),
        from: at(row.get("from_at")),
        until: at(row.get("until_at")),
        ended_early: row.get("ended_early"),
    }
}

/// Begins a pause.
pub async fn pause_add(
    conn: &mut Conn,
    tandem: TandemId,
    from: DateTime<Utc>,
    until: DateTime<Utc>,
) -> Result<PauseId> {
    let id =
        sqlx::query_scalar("INSERT INTO pause (tandem_id, from_at, until_at) VALUES (?, ?, ?) RETURNING id")
            .bind(tandem.0)
            .bind(ms(from))
            .bind(ms(until))
            .fetch_one(conn)
            .await?;
    Ok(PauseId(id))
}

/// The pause of that number.
pub async fn pause_find(conn: &mut Conn, id: PauseId) -> Result<Option<Pause>> {
    let row = sqlx::query("SELECT * FROM pause WHERE id = ?").bind(id.0).fetch_optional(conn).await?;
    Ok(row.as_ref().map(pause))
}

/// The pause of a tandem that has not been handed to its summary, even if its time has come.
pub async fn pause_open(conn: &mut Conn, tandem: TandemId) -> Result<Option<Pause>> {
    let row = sqlx::query("SELECT * FROM pause WHERE tandem_id = ? AND over = 0")
        .bind(tandem.0)
        .fetch_optional(conn)
        .await?;
    Ok(row.as_ref().map(pause))
}

/// All pauses of a tandem, the earliest first.
pub async fn pauses_of(conn: &mut Conn, tandem: TandemId) -> Result<Vec<Pause>> {
    let rows = sqlx::query("SELECT * FROM pause WHERE tandem_id = ? ORDER BY id")
        .bind(tandem.0)
        .fetch_all(conn)
        .await?;
    Ok(rows.iter().map(pause).collect())
}

/// Gives a pause another end.
pub async fn pause_move(conn: &mut Conn, id: PauseId, until: DateTime<Utc>) -> Result<()> {
    sqlx::query("UPDATE pause SET until_at = ? WHERE id = ?")
        .bind(ms(until))
        .bind(id.0)
        .execute(conn)
        .await?;
    Ok(())
}

/// Ends a pause, at the latest now.
pub async fn pause_end(conn: &mut Conn, id: PauseId, now: DateTime<Utc>, early: bool) -> Result<()> {
    sqlx::query("UPDATE pause SET until_at = min(until_at, ?), over = 1, ended_early = ? WHERE id = ?")
        .bind(ms(now))
        .bind(early)
        .bind(id.0)
        .execute(conn)
        .await?;
    Ok(())
}

/// Notes that a post came due during a pause.
pub async fn held_add(
    conn: &mut Conn,
    post: PostId,
    pause: PauseId,
    expires_at: Option<DateTime<Utc>>,
) -> Result<()> {
    sqlx::query("INSERT INTO held_post (post_id, pause_id, expires_at) VALUES (?, ?, ?)")
        .bind(post.0)
        .bind(pause.0)
        .bind(expires_at.map(ms))
        .execute(conn)
        .await?;
    Ok(())
}

/// What came due during a pause, in the order in which it did.
pub async fn held_of(conn: &mut Conn, pause: PauseId) -> Result<Vec<Held>> {
    let rows = sqlx::query("SELECT post_id, expires_at FROM held_post WHERE pause_id = ? ORDER BY post_id")
        .bind(pause.0)
        .fetch_all(&mut *conn)
        .await?;
    let mut held = Vec::new();
    for row in &rows {
        let post = posts::post_get(conn, PostId(row.get("post_id"))).await?;
        held.push(Held { post, expires_at: row.get::<Option<i64>, _>("expires_at").map(at) });
    }
    Ok(held)
}

/// Forgets what came due during a pause: it has been summed up, or there is nobody to tell.
pub async fn held_forget(conn: &mut Conn, pause: PauseId) -> Result<()> {
    sqlx::query("DELETE FROM post WHERE id IN (SELECT post_id FROM held_post WHERE pause_id = ?)")
        .bind(pause.0)
        .execute(conn)
        .await?;
    Ok(())
}

/// What an earlier pause held, and no summary has told, is told after this one.
pub async fn held_move(conn: &mut Conn, from: PauseId, to: PauseId) -> Result<()> {
    sqlx::query("UPDATE held_post SET pause_id = ? WHERE pause_id = ?")
        .bind(to.0)
        .bind(from.0)
        .execute(conn)
        .await?;
    Ok(())
}

/// Takes the rows back that the bot brings up by itself in this lane before `until` and that are not under way; with
/// each post goes what belongs to it. Returns the posts, with when they are of no use.
pub async fn planned_take_back(
    conn: &mut Conn,
    lane: &str,
    until: DateTime<Utc>,
) -> Result<Vec<(PostId, Option<DateTime<Utc>>)>> {
    let rows = sqlx::query(
        "SELECT json_extract(effect, '$.post') AS post, expires_at FROM outbox
         WHERE lane = ? AND planned = 1 AND state = 'waiting' AND attempted_at IS NULL AND due_at < ?
             AND json_extract(effect, '$.kind') = 'post' ORDER BY id",
    )
    .bind(lane)
    .bind(ms(until))
    .fetch_all(&mut *conn)
    .await?;
    let mut taken = Vec::new();
    for row in &rows {
        let post: i64 = row.get("post");
        sqlx::query("DELETE FROM outbox WHERE lane = ? AND json_extract(effect, '$.post') = ?")
            .bind(lane)
            .bind(post)
            .execute(&mut *conn)
            .await?;
        taken.push((PostId(post), row.get::<Option<i64>, _>("expires_at").map(at)));
    }
    Ok(taken)
}
