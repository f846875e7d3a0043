//! What coordinators announce: drafts until they are sent.

use chrono::{DateTime, Utc};
use sqlx::Row as _;
use sqlx::sqlite::SqliteRow;

use super::{Conn, Error, Result, at, ms};
use crate::domain::announcement::{Announcement, Target};
use crate::domain::ids::{AnnouncementId, ProgrammeId};

fn announcement(row: &SqliteRow) -> Result<Announcement> {
    Ok(Announcement {
        id: AnnouncementId(row.get("id")),
        programme: ProgrammeId(row.get("programme_id")),
        target: Target::of(row.get("target")).ok_or(Error::Unknown("target"))?,
        words: row.get("words"),
        link: row.get("link"),
        file_name: row.get("file_name"),
        sent: row.get("sent"),
        drafted_at: at(row.get("drafted_at")),
    })
}

/// Adds a draft; its `id` is ignored and the new one returned.
pub async fn announcement_add(
    conn: &mut Conn,
    new: &Announcement,
    file: Option<&[u8]>,
) -> Result<AnnouncementId> {
    let id: i64 = sqlx::query_scalar(
        "INSERT INTO announcement (programme_id, target, words, link, file_name, file, drafted_at)
         VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id",
    )
    .bind(new.programme.0)
    .bind(new.target.code())
    .bind(&new.words)
    .bind(&new.link)
    .bind(&new.file_name)
    .bind(file)
    .bind(ms(new.drafted_at))
    .fetch_one(conn)
    .await?;
    Ok(AnnouncementId(id))
}

const COLUMNS: &str = "id, programme_id, target, words, link, file_name, sent, drafted_at";

/// The announcement of that number, if there is one.
pub async fn announcement_find(conn: &mut Conn, id: AnnouncementId) -> Result<Option<Announcement>> {
    let sql = format!("SELECT {COLUMNS} FROM announcement WHERE id = ?");
    let row = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(id.0).fetch_optional(conn).await?;
    row.as_ref().map(announcement).transpose()
}

/// The file of an announcement.
pub async fn announcement_file(conn: &mut Conn, id: AnnouncementId) -> Result<Option<Vec<u8>>> {
    let bytes: Option<Option<Vec<u8>>> = sqlx::query_scalar("SELECT file FROM announcement WHERE id = ?")
        .bind(id.0)
        .fetch_optional(conn)
        .await?;
    Ok(bytes.flatten())
}

/// Notes that it is sent; `false` when it was sent before.
pub async fn announcement_send(conn: &mut Conn, id: AnnouncementId) -> Result<bool> {
    let done = sqlx::query("UPDATE announcement SET sent = 1 WHERE id = ? AND sent = 0")
        .bind(id.0)
        .execute(conn)
        .await?;
    Ok(done.rows_affected() > 0)
}

/// Forgets drafts from before a moment; when the oldest one that is left was drafted. Of the latest announcement the number is
/// kept, so that none is given twice: the button of an old draft must not send a new one.
pub async fn announcements_forget(conn: &mut Conn, before: DateTime<Utc>) -> Result<Option<DateTime<Utc>>> {
    sqlx::query(
        "DELETE FROM announcement WHERE sent = 0 AND drafted_at <= ?1 AND id < (SELECT max(id) FROM announcement);
         UPDATE announcement SET words = '', link = NULL, file_name = NULL, file = NULL
         WHERE sent = 0 AND drafted_at <= ?1",
    )
    .bind(ms(before))
    .execute(&mut *conn)
    .await?;
    let next: Option<i64> =
        sqlx::query_scalar("SELECT min(drafted_at) FROM announcement WHERE sent = 0 AND drafted_at > ?")
            .bind(ms(before))
            .fetch_one(conn)
            .await?;
    Ok(next.map(at))
}
