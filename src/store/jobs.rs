//! When a job is due next: a row each.

use chrono::{DateTime, Utc};
use sqlx::Row as _;
use sqlx::sqlite::SqliteRow;

use super::{Conn, Result, at, ms};

/// What the subject of a job is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// A programme.
    Programme,
    /// A row of that table.
    Row(&'static str),
    /// A joint look-back, by the number that `domain::look_back` gives it: two for each tandem.
    LookBack,
    /// Nothing: its number is 0.
    Nothing,
}

/// Every job by the name of its rows, with what its subject is: by this an erased programme's go with it.
pub const SUBJECTS: &[(&str, Subject)] = &[
    ("agenda", Subject::Row("meeting")),
    ("copies", Subject::Nothing),
    ("did-you-meet", Subject::Row("meeting")),
    ("digest", Subject::Programme),
    ("drafts", Subject::Nothing),
    ("erase-programme", Subject::Programme),
    ("half-way", Subject::Row("tandem")),
    ("ideas", Subject::Row("meeting")),
    ("invitations", Subject::Nothing),
    ("last-meeting", Subject::Programme),
    ("look-back", Subject::LookBack),
    ("lounge", Subject::Programme),
    ("meeting-offer", Subject::Row("tandem")),
    ("meeting-soon", Subject::Row("meeting")),
    ("meetup", Subject::Row("sitting")),
    ("members", Subject::Nothing),
    ("middle", Subject::Programme),
    ("next-settle", Subject::Row("tandem")),
    ("pause-end", Subject::Row("tandem")),
    ("phase", Subject::Programme),
    ("practice-deadline", Subject::Row("practice")),
    ("proposal-deadline", Subject::Row("proposal")),
    ("questions", Subject::Programme),
    ("quiet-nudge", Subject::Row("tandem")),
    ("reach-offer", Subject::Row("tandem")),
    ("release", Subject::Programme),
    ("room-delete", Subject::Row("tandem")),
    ("room-hide", Subject::Row("tandem")),
    ("rotation", Subject::Programme),
    ("round-deadline", Subject::Row("match_round")),
    ("round-open", Subject::Row("match_round")),
    ("scour", Subject::Nothing),
    ("stay-ask", Subject::Row("tandem")),
    ("stay-settle", Subject::Row("tandem")),
    ("survey-close", Subject::Row("survey")),
    ("survey-open", Subject::Row("survey")),
    ("task-reminders", Subject::Row("tandem")),
    ("tidy", Subject::Nothing),
];

/// A due row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    /// Which job, by the name in `scheduler`.
    pub name: String,
    /// The row it is about.
    pub subject: i64,
    /// When it was due.
    pub due_at: DateTime<Utc>,
}

fn job(row: &SqliteRow) -> Job {
    Job { name: row.get("name"), subject: row.get("subject"), due_at: at(row.get("due_at")) }
}

/// Sets when a job is due next.
pub async fn job_set(conn: &mut Conn, name: &str, subject: i64, due_at: DateTime<Utc>) -> Result<()> {
    sqlx::query("INSERT OR REPLACE INTO job (name, subject, due_at) VALUES (?, ?, ?)")
        .bind(name)
        .bind(subject)
        .bind(ms(due_at))
        .execute(conn)
        .await?;
    Ok(())
}

/// Moves a job to when it is due next (`None`: never). A row that is due by `now` stays.
pub async fn job_move(
    conn: &mut Conn,
    name: &str,
    subject: i64,
    due_at: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
) -> Result<()> {
    let sql = match due_at {
        Some(_) => {
            "INSERT INTO job (name, subject, due_at) VALUES (?1, ?2, ?4)
             ON CONFLICT DO UPDATE SET due_at = excluded.due_at WHERE job.due_at > ?3"
        }
        None => "DELETE FROM job WHERE name = ?1 AND subject = ?2 AND due_at > ?3",
    };
    sqlx::query(sql).bind(name).bind(subject).bind(ms(now)).bind(due_at.map(ms)).execute(conn).await?;
    Ok(())
}

/// Puts a job on the list unless it waits already.
pub async fn job_ensure(conn: &mut Conn, name: &str, subject: i64, due_at: DateTime<Utc>) -> Result<()> {
    sqlx::query("INSERT INTO job (name, subject, due_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
        .bind(name)
        .bind(subject)
        .bind(ms(due_at))
        .execute(conn)
        .await?;
    Ok(())
}

/// Takes a job off the list.
pub async fn job_drop(conn: &mut Conn, name: &str, subject: i64) -> Result<()> {
    sqlx::query("DELETE FROM job WHERE name = ? AND subject = ?")
        .bind(name)
        .bind(subject)
        .execute(conn)
        .await?;
    Ok(())
}

/// The job that has been due longest; `None` when nothing is due.
pub async fn job_due(conn: &mut Conn, now: DateTime<Utc>) -> Result<Option<Job>> {
    Ok(job_first(conn).await?.filter(|job| job.due_at <= now))
}

/// The job that is due first, whether or not it is due yet. Of those that are due at the same moment the ones come first
/// that may end tandems: nobody is to read what is still open in the minute before the goodbye.
pub async fn job_first(conn: &mut Conn) -> Result<Option<Job>> {
    let first =
        "SELECT * FROM job ORDER BY due_at, name NOT IN ('phase', 'stay-settle'), name, subject LIMIT 1";
    let row = sqlx::query(first).fetch_optional(conn).await?;
    Ok(row.as_ref().map(job))
}

/// When a job is due; `None` when it has no row.
pub async fn job_at(conn: &mut Conn, name: &str, subject: i64) -> Result<Option<DateTime<Utc>>> {
    let due: Option<i64> = sqlx::query_scalar("SELECT due_at FROM job WHERE name = ? AND subject = ?")
        .bind(name)
        .bind(subject)
        .fetch_optional(conn)
        .await?;
    Ok(due.map(at))
}

/// Takes a job off the list that has run and is not due again, unless it was set anew while it ran.
pub async fn job_drop_ran(conn: &mut Conn, job: &Job) -> Result<()> {
    sqlx::query("DELETE FROM job WHERE name = ? AND subject = ? AND due_at = ?")
        .bind(&job.name)
        .bind(job.subject)
        .bind(ms(job.due_at))
        .execute(conn)
        .await?;
    Ok(())
}
