//! Topics of meetings, what the two put down for the next agenda, and what the bot has brought up about a meeting.

use chrono::{DateTime, Utc};
use sqlx::Row as _;
use sqlx::sqlite::SqliteRow;

use super::{Conn, Error, Result, ms};
use crate::domain::ids::{MeetingId, PersonId, PointId, ProgrammeId, TandemId};
use crate::domain::post::PostKind;
use crate::domain::topic::{Point, Theme, Topic};

/// The topic of the meeting that follows `after`; `None` while it is open.
pub async fn topic_get(conn: &mut Conn, tandem: TandemId, after: Option<MeetingId>) -> Result<Option<Theme>> {
    let row =
        sqlx::query("SELECT code, words FROM topic WHERE tandem_id = ? AND coalesce(after_meeting, 0) = ?")
            .bind(tandem.0)
            .bind(after.map_or(0, |after| after.0))
            .fetch_optional(conn)
            .await?;
    row.map(|row| match row.get::<Option<&str>, _>("code") {
        Some(code) => Topic::of(code).map(Theme::Catalogue).ok_or(Error::Unknown("topic")),
        None => Ok(Theme::Own(row.get("words"))),
    })
    .transpose()
}

/// Picks the topic of the meeting that follows `after`, in place of what was picked before.
pub async fn topic_set(
    conn: &mut Conn,
    tandem: TandemId,
    after: Option<MeetingId>,
    theme: &Theme,
) -> Result<()> {
    sqlx::query("DELETE FROM topic WHERE tandem_id = ? AND coalesce(after_meeting, 0) = ?")
        .bind(tandem.0)
        .bind(after.map_or(0, |after| after.0))
        .execute(&mut *conn)
        .await?;
    let (code, words) = match theme {
        Theme::Catalogue(topic) => (Some(topic.code()), None),
        Theme::Own(words) => (None, Some(words)),
    };
    sqlx::query("INSERT INTO topic (tandem_id, after_meeting, code, words) VALUES (?, ?, ?, ?)")
        .bind(tandem.0)
        .bind(after.map(|after| after.0))
        .bind(code)
        .bind(words)
        .execute(conn)
        .await?;
    Ok(())
}

/// Topics a programme has besides the catalogue, in the order in which they were given.
pub async fn programme_topics(conn: &mut Conn, programme: ProgrammeId) -> Result<Vec<String>> {
    Ok(sqlx::query_scalar("SELECT words FROM programme_topic WHERE programme_id = ? ORDER BY rowid")
        .bind(programme.0)
        .fetch_all(conn)
        .await?)
}

/// Gives a programme one more topic of its own; one that it has stays.
pub async fn programme_topics_clear(conn: &mut Conn, programme: ProgrammeId) -> Result<()> {
    sqlx::query("DELETE FROM programme_topic WHERE programme_id = ?").bind(programme.0).execute(conn).await?;
    Ok(())
}

/// Adds a topic of a programme's own; one that is there already stays.
pub async fn programme_topic_add(conn: &mut Conn, programme: ProgrammeId, words: &str) -> Result<()> {
    sqlx::query("INSERT INTO programme_topic (programme_id, words) VALUES (?, ?) ON CONFLICT DO NOTHING")
        .bind(programme.0)
        .bind(words)
        .execute(conn)
        .await?;
    Ok(())
}

fn point(row: &SqliteRow) -> Point {
    Point {
        id: PointId(row.get("id")),
        tandem: TandemId(row.get("tandem_id")),
        author: PersonId(row.get("author_id")),
        words: row.get("words"),
        after: row.get::<Option<i64>, _>("after_meeting").map(MeetingId),
    }
}

/// Puts something down for the next agenda; the `id` of `new` is ignored and the stored one returned.
pub async fn point_add(conn: &mut Conn, new: &Point) -> Result<PointId> {
    let id = sqlx::query_scalar(
        "INSERT INTO point (tandem_id, author_id, words, after_meeting) VALUES (?, ?, ?, ?) RETURNING id",
    )
    .bind(new.tandem.0)
    .bind(new.author.0)
    .bind(&new.words)
    .bind(new.after.map(|after| after.0))
    .fetch_one(conn)
    .await?;
    Ok(PointId(id))
}

/// What was put down, by its number; a button or a post may outlive it.
pub async fn point_find(conn: &mut Conn, id: PointId) -> Result<Option<Point>> {
    let row = sqlx::query("SELECT * FROM point WHERE id = ?").bind(id.0).fetch_optional(conn).await?;
    Ok(row.as_ref().map(point))
}

/// What is put down in a tandem and not done, oldest first.
pub async fn points_open(conn: &mut Conn, tandem: TandemId) -> Result<Vec<Point>> {
    let rows = sqlx::query("SELECT * FROM point WHERE tandem_id = ? AND done = 0 ORDER BY id")
        .bind(tandem.0)
        .fetch_all(conn)
        .await?;
    Ok(rows.iter().map(point).collect())
}

/// Takes something off the agenda; `false` when it was.
pub async fn point_done(conn: &mut Conn, id: PointId) -> Result<bool> {
    let done =
        sqlx::query("UPDATE point SET done = 1 WHERE id = ? AND done = 0").bind(id.0).execute(conn).await?;
    Ok(done.rows_affected() > 0)
}

/// Notes that something about a meeting, as it stands at that time, is brought up; `false` when it was before.
pub async fn brought_up(
    conn: &mut Conn,
    meeting: MeetingId,
    what: PostKind,
    starts_at: DateTime<Utc>,
) -> Result<bool> {
    let done = sqlx::query(
        "INSERT INTO brought_up (meeting_id, what, starts_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
    )
    .bind(meeting.0)
    .bind(what.code())
    .bind(ms(starts_at))
    .execute(conn)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Whether something about a meeting, as it stands at that time, was brought up.
pub async fn was_brought_up(
    conn: &mut Conn,
    meeting: MeetingId,
    what: PostKind,
    starts_at: DateTime<Utc>,
) -> Result<bool> {
    Ok(sqlx::query_scalar(
        "SELECT EXISTS (SELECT 1 FROM brought_up WHERE meeting_id = ? AND what = ? AND starts_at = ?)",
    )
    .bind(meeting.0)
    .bind(what.code())
    .bind(ms(starts_at))
    .fetch_one(conn)
    .await?)
}
