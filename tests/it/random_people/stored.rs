//! What stands in the bot's file, read by a connection of the test's own.

use std::collections::BTreeSet;
use std::path::Path;

use chrono::{DateTime, Utc};
use sqlx::Row as _;
use tandem::domain::post::PostKind;

use super::kinds;
use crate::company::connection;

/// A row of the bot's posts.
#[derive(Debug, Clone)]
pub struct Post {
    pub kind: PostKind,
    /// A question that was wanted in the place of another one answers a deed.
    pub wanted: bool,
    pub tandem: Option<i64>,
    pub subject: i64,
    pub message: Option<u64>,
    /// Held back by a pause.
    pub held: bool,
}

/// A row of the bot's tandems, with its two people.
#[derive(Debug, Clone)]
pub struct Tandem {
    pub id: i64,
    pub state: String,
    pub channel: Option<u64>,
    /// Its people; one whose data are erased is not among them.
    pub two: BTreeSet<u64>,
}

/// A row of the bot's meetings.
#[derive(Debug, Clone)]
pub struct Meeting {
    pub id: i64,
    pub tandem: i64,
    /// In seconds, as calendars and Discord have it.
    pub starts_at: i64,
    pub place: String,
    pub cancelled: bool,
    pub sequence: i64,
    /// Whether a calendar file has gone out.
    pub filed: bool,
}

/// What the bot has stored.
#[derive(Debug, Clone)]
pub struct Stored {
    pub posts: Vec<Post>,
    pub tandems: Vec<Tandem>,
    pub meetings: Vec<Meeting>,
    /// Tandem, number, state.
    pub tasks: Vec<(i64, i64, String)>,
    /// Tandem, from when to when, in milliseconds.
    pub pauses: Vec<(i64, i64, i64)>,
    /// Effects that should have been made, or never will be.
    pub overdue: Vec<String>,
}

fn id(value: i64) -> u64 {
    value.cast_unsigned()
}

impl Stored {
    pub async fn read(database: &Path, now: DateTime<Utc>) -> Self {
        let mut conn = connection(database).await;
        let now = now.timestamp_millis();
        let posts = sqlx::query(
            "SELECT *, kind = 'question' AND subject IN (SELECT id FROM asked_question WHERE round IS NULL) AS wanted,
                 id IN (SELECT post_id FROM held_post) AS held FROM post ORDER BY id",
        );
        let posts = posts.fetch_all(&mut conn).await.unwrap();
        let tandems = sqlx::query(
            "SELECT t.id, t.state, t.channel_id, a.user_id AS a, b.user_id AS b FROM tandem t
             JOIN person a ON a.id = t.mentor_id JOIN person b ON b.id = t.mentee_id",
        );
        let tandems = tandems.fetch_all(&mut conn).await.unwrap();
        let meetings = sqlx::query("SELECT * FROM meeting").fetch_all(&mut conn).await.unwrap();
        let tasks = sqlx::query_as("SELECT tandem_id, number, state FROM task").fetch_all(&mut conn);
        let tasks = tasks.await.unwrap();
        let pauses = sqlx::query_as("SELECT tandem_id, from_at, until_at FROM pause").fetch_all(&mut conn);
        let pauses = pauses.await.unwrap();
        let overdue = sqlx::query_scalar(
            "SELECT 'outbox ' || state || ' ' || effect || ' ' || coalesce(cause, '') FROM outbox
                 WHERE state <> 'waiting' OR due_at <= ?1
             UNION ALL SELECT 'job ' || name || ' ' || subject FROM job WHERE due_at <= ?1",
        );
        let overdue = overdue.bind(now).fetch_all(&mut conn).await.unwrap();
        sqlx::Connection::close(conn).await.unwrap();
        let posts = posts.iter().map(|row| Post {
            kind: kinds::kind(row.get("kind")),
            wanted: row.get("wanted"),
            tandem: row.get("tandem_id"),
            subject: row.get::<Option<i64>, _>("subject").unwrap_or_default(),
            message: row.get::<Option<i64>, _>("message_id").map(id),
            held: row.get("held"),
        });
        let tandems = tandems.iter().map(|row| Tandem {
            id: row.get("id"),
            state: row.get("state"),
            channel: row.get::<Option<i64>, _>("channel_id").map(id),
            two: ["a", "b"]
                .map(|side| row.get::<i64, _>(side))
                .into_iter()
                .filter(|one| *one > 0)
                .map(id)
                .collect(),
        });
        let meetings = meetings.iter().map(|row| Meeting {
            id: row.get("id"),
            tandem: row.get("tandem_id"),
            starts_at: row.get::<i64, _>("starts_at") / 1_000,
            place: row.get("place"),
            cancelled: row.get("cancelled"),
            sequence: row.get("sequence"),
            filed: row.get("filed"),
        });
        Self {
            posts: posts.collect(),
            tandems: tandems.collect(),
            meetings: meetings.collect(),
            tasks,
            pauses,
            overdue,
        }
    }

    /// The tandem of that number.
    pub fn tandem(&self, id: i64) -> Option<&Tandem> {
        self.tandems.iter().find(|tandem| tandem.id == id)
    }

    /// Messages that may have a meeting's calendar file, and which meeting.
    pub fn about_meetings(&self) -> impl Iterator<Item = (u64, i64)> {
        let kinds = [PostKind::MeetingConfirmed, PostKind::MeetingMoved, PostKind::MeetingCancelled];
        self.posts
            .iter()
            .filter(move |post| kinds.contains(&post.kind))
            .filter_map(|post| Some((post.message?, post.subject)))
    }

    /// The post that a message is.
    pub fn post_of(&self, message: u64) -> Option<&Post> {
        self.posts.iter().find(|post| post.message == Some(message))
    }
}
