//! Messages of ours that are still of use, and the reactions seen on them.

use chrono::{DateTime, Duration, Utc};
use sqlx::Row as _;
use sqlx::sqlite::SqliteRow;

use super::{Conn, Error, Result, ms, snowflake, unsnow};
use crate::domain::ids::{ChannelId, MessageId, PersonId, PostId, ProgrammeId, TandemId};
use crate::domain::post::PostKind;

/// A message of ours, made or still to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Post {
    /// Our number for it.
    pub id: PostId,
    /// What it is.
    pub kind: PostKind,
    /// The tandem whose room it belongs in; `None` for a post in a programme's channel.
    pub tandem: Option<TandemId>,
    /// The row it is about: a task, a question asked, a digest; by `kind`.
    pub subject: i64,
    /// The channel: known from the start outside of rooms, else when confirmed.
    pub channel: Option<ChannelId>,
    /// The message, once confirmed.
    pub message: Option<MessageId>,
}

fn post(row: &SqliteRow) -> Result<Post> {
    Ok(Post {
        id: PostId(row.get("id")),
        kind: PostKind::of(row.get("kind")).ok_or(Error::Unknown("kind of post"))?,
        tandem: row.get::<Option<i64>, _>("tandem_id").map(TandemId),
        subject: row.get::<Option<i64>, _>("subject").unwrap_or_default(),
        channel: row.get::<Option<i64>, _>("channel_id").map(|id| ChannelId(unsnow(id))),
        message: row.get::<Option<i64>, _>("message_id").map(|id| MessageId(unsnow(id))),
    })
}

/// Adds a post that is still to be made.
pub async fn post_add(
    conn: &mut Conn,
    kind: PostKind,
    tandem: Option<TandemId>,
    subject: i64,
    channel: Option<ChannelId>,
) -> Result<PostId> {
    let id = sqlx::query_scalar(
        "INSERT INTO post (kind, tandem_id, subject, channel_id) VALUES (?, ?, ?, ?) RETURNING id",
    )
    .bind(kind.code())
    .bind(tandem.map(|id| id.0))
    .bind(subject)
    .bind(channel.map(|id| snowflake(id.0)))
    .fetch_one(conn)
    .await?;
    Ok(PostId(id))
}

/// The post of that number.
pub async fn post_get(conn: &mut Conn, id: PostId) -> Result<Post> {
    post(&sqlx::query("SELECT * FROM post WHERE id = ?").bind(id.0).fetch_one(conn).await?)
}

/// Forgets a post that will not be made.
pub async fn post_drop(conn: &mut Conn, id: PostId) -> Result<()> {
    sqlx::query("DELETE FROM post WHERE id = ? AND message_id IS NULL").bind(id.0).execute(conn).await?;
    Ok(())
}

/// Drops what says the same as a post and is not on its way yet: older posts of its kind about the same row in the same channel.
pub async fn posts_older_drop(conn: &mut Conn, id: PostId) -> Result<()> {
    let older = "SELECT old.id FROM post AS old JOIN post AS new ON new.kind = old.kind AND new.subject IS old.subject
            AND new.tandem_id IS old.tandem_id AND new.channel_id IS old.channel_id
        WHERE new.id = ?1 AND old.id < new.id AND old.message_id IS NULL
            AND EXISTS (SELECT 1 FROM outbox WHERE json_extract(effect, '$.post') = old.id)
            AND NOT EXISTS (SELECT 1 FROM outbox WHERE json_extract(effect, '$.post') = old.id AND attempted_at IS NOT NULL)";
    let found: Vec<i64> = sqlx::query_scalar(older).bind(id.0).fetch_all(&mut *conn).await?;
    for old in found {
        sqlx::query("DELETE FROM outbox WHERE json_extract(effect, '$.post') = ?")
            .bind(old)
            .execute(&mut *conn)
            .await?;
        post_drop(conn, PostId(old)).await?;
    }
    Ok(())
}

/// Whether a post of that kind about the same row was made before this one.
pub async fn post_made_before(conn: &mut Conn, post: &Post) -> Result<bool> {
    Ok(sqlx::query_scalar(
        "SELECT EXISTS (SELECT 1 FROM post WHERE kind = ? AND subject = ? AND id < ? AND message_id IS NOT NULL)",
    )
    .bind(post.kind.code())
    .bind(post.subject)
    .bind(post.id.0)
    .fetch_one(conn)
    .await?)
}

/// The newest post of a kind about a row.
pub async fn post_about(conn: &mut Conn, kind: PostKind, subject: i64) -> Result<Option<Post>> {
    let row = sqlx::query("SELECT * FROM post WHERE kind = ? AND subject = ? ORDER BY id DESC LIMIT 1")
        .bind(kind.code())
        .bind(subject)
        .fetch_optional(conn)
        .await?;
    row.as_ref().map(post).transpose()
}

/// The post that a message is.
pub async fn post_of_message(conn: &mut Conn, message: MessageId) -> Result<Option<Post>> {
    let row = sqlx::query("SELECT * FROM post WHERE message_id = ?")
        .bind(snowflake(message.0))
        .fetch_optional(conn)
        .await?;
    row.as_ref().map(post).transpose()
}

/// All posts of a tandem's room, made or to be made, oldest first.
pub async fn posts_of(conn: &mut Conn, tandem: TandemId) -> Result<Vec<Post>> {
    let rows = sqlx::query("SELECT * FROM post WHERE tandem_id = ? ORDER BY id")
        .bind(tandem.0)
        .fetch_all(conn)
        .await?;
    rows.iter().map(post).collect()
}

/// The posts of a programme outside of rooms that name somebody, and where they stand: practices with their authors' names,
/// and whatever has the sponsor, the contact person or a coordinator's own words.
pub async fn posts_naming(conn: &mut Conn, programme: ProgrammeId) -> Result<Vec<(PostId, ChannelId)>> {
    let rows = sqlx::query(
        "SELECT * FROM post WHERE message_id IS NOT NULL AND channel_id IS NOT NULL AND (
             (kind = 'practice' AND subject IN (SELECT id FROM practice WHERE programme_id = ?1 AND named = 1))
             OR (kind IN ('programme-card', 'kickoff', 'closing-event') AND subject = ?1)
             OR (kind = 'announcement' AND subject IN (SELECT id FROM announcement WHERE programme_id = ?1)))
         ORDER BY id",
    )
    .bind(programme.0)
    .fetch_all(conn)
    .await?;
    Ok(rows.iter().map(|row| (PostId(row.get("id")), ChannelId(unsnow(row.get("channel_id"))))).collect())
}

/// All confirmed posts of a kind in live tandems, oldest first.
pub async fn posts_live(conn: &mut Conn, kind: PostKind) -> Result<Vec<Post>> {
    let rows = sqlx::query(
        "SELECT post.* FROM post JOIN tandem ON tandem.id = post.tandem_id
         WHERE post.kind = ? AND post.message_id IS NOT NULL AND tandem.state = 'open' ORDER BY post.id",
    )
    .bind(kind.code())
    .fetch_all(conn)
    .await?;
    rows.iter().map(post).collect()
}

/// Notes the message that Discord made of a post, and that it is the newest of ours known in its channel.
pub async fn post_bind(conn: &mut Conn, id: PostId, channel: ChannelId, message: MessageId) -> Result<()> {
    sqlx::query("UPDATE post SET channel_id = ?, message_id = ? WHERE id = ?")
        .bind(snowflake(channel.0))
        .bind(snowflake(message.0))
        .bind(id.0)
        .execute(&mut *conn)
        .await?;
    sqlx::query(
        "INSERT INTO channel_mark (channel_id, message_id) VALUES (?, ?)
         ON CONFLICT (channel_id) DO UPDATE SET message_id = max(message_id, excluded.message_id)",
    )
    .bind(snowflake(channel.0))
    .bind(snowflake(message.0))
    .execute(conn)
    .await?;
    Ok(())
}

/// Forgets the message of a post that somebody deleted.
pub async fn post_unbind(conn: &mut Conn, id: PostId) -> Result<()> {
    sqlx::query("UPDATE post SET message_id = NULL WHERE id = ?").bind(id.0).execute(conn).await?;
    Ok(())
}

/// The newest message of ours that was confirmed in a channel.
pub async fn channel_mark_get(conn: &mut Conn, channel: ChannelId) -> Result<Option<MessageId>> {
    let id: Option<i64> = sqlx::query_scalar("SELECT message_id FROM channel_mark WHERE channel_id = ?")
        .bind(snowflake(channel.0))
        .fetch_optional(conn)
        .await?;
    Ok(id.map(|id| MessageId(unsnow(id))))
}

/// Notes that a person's reaction stands on a post; `false` when it was known.
pub async fn mark_add(conn: &mut Conn, post: PostId, person: PersonId, emoji: &str) -> Result<bool> {
    let done =
        sqlx::query("INSERT INTO mark (post_id, person_id, emoji) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
            .bind(post.0)
            .bind(person.0)
            .bind(emoji)
            .execute(conn)
            .await?;
    Ok(done.rows_affected() > 0)
}

/// Notes that a person's reaction is gone; `false` when it was not known.
pub async fn mark_remove(conn: &mut Conn, post: PostId, person: PersonId, emoji: &str) -> Result<bool> {
    let done = sqlx::query("DELETE FROM mark WHERE post_id = ? AND person_id = ? AND emoji = ?")
        .bind(post.0)
        .bind(person.0)
        .bind(emoji)
        .execute(conn)
        .await?;
    Ok(done.rows_affected() > 0)
}

/// The reactions known on a post: who and which, in a fixed order.
pub async fn marks_on(conn: &mut Conn, post: PostId) -> Result<Vec<(PersonId, String)>> {
    let rows = sqlx::query("SELECT person_id, emoji FROM mark WHERE post_id = ? ORDER BY person_id, emoji")
        .bind(post.0)
        .fetch_all(conn)
        .await?;
    Ok(rows.iter().map(|row| (PersonId(row.get("person_id")), row.get("emoji"))).collect())
}

/// So long a word said by command or button may still be overruled by a reaction that nobody heard (decision: nobody is
/// away for longer).
const TAKEN_BACK_WITHIN: Duration = Duration::days(14);

/// The posts of live tandems whose reactions are of use after a gap (D5): cards on which a word is to come, was said
/// by reaction or not long ago, questions of a tandem's last two rounds, cards of meetings that are still to be
/// held, welcomes that not both have confirmed. Oldest first.
pub async fn posts_to_read(conn: &mut Conn, now: DateTime<Utc>) -> Result<Vec<Post>> {
    let rows = sqlx::query(
        "SELECT post.* FROM post JOIN tandem ON tandem.id = post.tandem_id
         WHERE post.message_id IS NOT NULL AND tandem.state = 'open' AND (
             (post.kind = 'task-card' AND EXISTS (SELECT 1 FROM task WHERE task.id = post.subject
                 AND (task.state IN ('open', 'stuck')
                     OR task.state = 'worked' AND (task.by_mark = 1 OR task.said_at > ?2))))
             OR (post.kind = 'question' AND EXISTS (SELECT 1 FROM asked_question AS asked WHERE asked.id = post.subject
                 AND (SELECT count(*) FROM asked_question AS later
                      WHERE later.tandem_id = asked.tandem_id AND later.round IS NOT NULL AND later.id > asked.id) < 2))
             OR (post.kind IN ('meeting-card', 'meeting-moved') AND EXISTS (SELECT 1 FROM meeting
                 WHERE meeting.id = post.subject AND cancelled = 0 AND starts_at > ?1))
             OR (post.kind = 'welcome' AND (SELECT count(*) FROM mark WHERE mark.post_id = post.id) < 2))
         ORDER BY post.id",
    )
    .bind(ms(now))
    .bind(ms(now - TAKEN_BACK_WITHIN))
    .fetch_all(conn)
    .await?;
    rows.iter().map(post).collect()
}
