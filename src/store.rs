//! All SQL, one file per table family. Reading goes through a few read-only connections; all writing goes through one
//! door, so that how commits are shared is decided in one place.

pub mod announcements;
pub mod backup;
pub mod briefings;
pub mod calls;
pub mod concerns;
pub mod copies;
mod door;
pub mod drafts;
pub mod enrolments;
pub mod erasing;
pub mod exports;
pub mod favourites;
pub mod inventory;
pub mod invitations;
pub mod jobs;
pub mod ledger;
pub mod look_backs;
pub mod lounges;
pub mod meetings;
mod open;
pub mod outbox;
pub mod own_ideas;
pub mod pauses;
pub mod people;
pub mod posts;
pub mod practices;
pub mod profiles;
pub mod programmes;
pub mod proposals;
pub mod questions;
pub mod ratings;
pub mod releases;
pub mod remarks;
pub mod replies;
pub mod rounds;
pub mod sittings;
pub mod surveys;
pub mod tandems;
pub mod tasks;
pub mod topics;
pub mod wishes;

use chrono::{DateTime, NaiveDate, Utc};
use futures::future::BoxFuture;
use sqlx::SqlitePool;

pub use door::Door;
pub use open::{Durability, Lock, open, open_to_read};
#[cfg(test)]
pub(crate) use open::{dump_for_test, exec_for_test, open_for_test};

/// A connection that functions of this room read from or write to.
pub type Conn = sqlx::SqliteConnection;

/// Runs what may refuse. Whatever it wrote before it refused is taken back, so that a refusal changes nothing.
///
/// # Errors
/// Those of the database.
pub async fn undone_if_refused<T, R, F>(conn: &mut Conn, case: F) -> Result<std::result::Result<T, R>>
where
    F: for<'c> FnOnce(&'c mut Conn) -> BoxFuture<'c, Result<std::result::Result<T, R>>>,
{
    sqlx::query("SAVEPOINT use_case").execute(&mut *conn).await?;
    let outcome = case(conn).await?;
    let end = if outcome.is_ok() { "RELEASE use_case" } else { "ROLLBACK TO use_case; RELEASE use_case" };
    sqlx::query(end).execute(conn).await?;
    Ok(outcome)
}

/// What can go wrong with the database file. Each has its own sentence on the command line.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Another process has the file.
    #[error("another tandem process is using this database")]
    InUse,
    /// The file was written by a newer version of the bot.
    #[error("this database was written by a newer version of tandem")]
    Newer,
    /// The file does not hold together.
    #[error("the file is damaged: {0}")]
    Damaged(String),
    /// A backup from before the erasures that are still remembered.
    #[error(
        "this file is too old to be used: nobody knows any more what has been erased since (backups may be {} days old)",
        copies::BACKUP_DAYS
    )]
    TooOld,
    /// The file or its folder cannot be written.
    #[error("this database cannot be written")]
    ReadOnly,
    /// No room is left on the disk.
    #[error("the disk is full")]
    Full,
    /// Somebody else holds the file's lock for longer than the busy timeout (5 s).
    #[error("the database is locked by another program")]
    Locked,
    /// The writing task has gone, at the end of the process.
    #[error("the bot is shutting down")]
    Closed,
    /// A stored value is not one of ours.
    #[error("the database holds a {0} that this version does not know")]
    Unknown(&'static str),
    /// Anything else SQLite reports.
    #[error("database: {0}")]
    Database(sqlx::Error),
    /// The file cannot be opened or migrated.
    #[error("database: {0}")]
    Open(String),
}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        // Primary result codes of https://sqlite.org/rescode.html; extended ones carry them in their low byte.
        let code = match &error {
            sqlx::Error::Database(inner) => inner.code().and_then(|code| code.parse::<i32>().ok()),
            _ => None,
        };
        match code.map(|code| code & 0xff) {
            Some(5 | 6) => Self::Locked,
            Some(8) => Self::ReadOnly,
            Some(13) => Self::Full,
            _ => Self::Database(error),
        }
    }
}

/// What this room's functions return.
pub type Result<T> = std::result::Result<T, Error>;

/// The database: many readers, one door for writing.
#[derive(Clone)]
pub struct Store {
    reads: SqlitePool,
    door: Door,
}

impl Store {
    /// Runs `piece` in its own savepoint of a transaction that is committed before this returns. When `piece` fails,
    /// nothing of it stays.
    ///
    /// # Errors
    /// Those of `piece`, and those of the commit.
    pub async fn write<T, F>(&self, piece: F) -> Result<T>
    where
        T: Send + 'static,
        F: for<'c> FnOnce(&'c mut Conn) -> BoxFuture<'c, Result<T>> + Send + 'static,
    {
        self.door.write(Durability::Machine, piece).await
    }

    /// Like [`Self::write`], for what may have to outlive less than a failure of the machine because it is found out
    /// again: such a commit does not wait for the disk, and is on it with the next one that does.
    ///
    /// # Errors
    /// Those of `piece`, and those of the commit.
    pub async fn write_as<T, F>(&self, durability: Durability, piece: F) -> Result<T>
    where
        T: Send + 'static,
        F: for<'c> FnOnce(&'c mut Conn) -> BoxFuture<'c, Result<T>> + Send + 'static,
    {
        self.door.write(durability, piece).await
    }

    /// Runs `piece` for somebody who need not know when it is done, nor that it outlives a failure of the machine. Counts
    /// as busy until then.
    pub fn write_later<F>(&self, piece: F)
    where
        F: for<'c> FnOnce(&'c mut Conn) -> BoxFuture<'c, Result<()>> + Send + 'static,
    {
        self.door.write_later(piece);
    }

    /// Writes the file anew and empties its log, so that nothing of what was erased is left in either (P12). Not within a
    /// transaction, and never together with one.
    ///
    /// # Errors
    /// When somebody else reads or locks the file: to be tried again.
    pub async fn scour(&self) -> Result<()> {
        self.door.alone(|conn| Box::pin(open::scour(conn))).await
    }

    /// A connection to read from.
    ///
    /// # Errors
    /// When none becomes free in time.
    pub async fn read(&self) -> Result<sqlx::pool::PoolConnection<sqlx::Sqlite>> {
        Ok(self.reads.acquire().await?)
    }

    /// Closes all connections after what was begun is done.
    pub async fn close(&self) {
        self.reads.close().await;
        self.door.close().await;
    }
}

/// Milliseconds since 1970 UTC: how times are stored.
#[must_use]
pub fn ms(moment: DateTime<Utc>) -> i64 {
    moment.timestamp_millis()
}

/// The moment of stored milliseconds.
#[must_use]
pub fn at(ms: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(ms).unwrap_or(DateTime::UNIX_EPOCH)
}

/// The stored form of one of Discord's ids: the same 64 bits, read as signed.
#[must_use]
pub fn snowflake(id: u64) -> i64 {
    id.cast_signed()
}

/// One of Discord's ids from its stored form.
#[must_use]
pub fn unsnow(id: i64) -> u64 {
    id.cast_unsigned()
}

/// A stored day.
pub(crate) fn day(text: &str) -> Result<NaiveDate> {
    text.parse().map_err(|_| Error::Unknown("day"))
}
