//! Opening the one file: the exclusive lock, the settings every connection has, the copy before a migration.

use std::fs::{File, TryLockError};
use std::path::Path;

use sqlx::migrate::{MigrateError, Migrator};
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqliteLockingMode, SqlitePoolOptions, SqliteSynchronous,
};
use sqlx::{ConnectOptions as _, Connection as _, Row as _};

use super::copies::beside;
use super::{Door, Error, Result, Store};
use crate::clock::{Station, Stations};

static MIGRATOR: Migrator = sqlx::migrate!("./migrations");

/// How long a connection waits for somebody else's lock. Ours is the only writer, so this only meets a person with a
/// database browser; five seconds outlast a click.
const BUSY: std::time::Duration = std::time::Duration::from_secs(5);

/// The exclusive hold on a database file, for as long as it lives (C11).
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

impl Lock {
    /// Takes the hold by locking a file beside the database.
    ///
    /// # Errors
    /// [`Error::InUse`] when another process has it; [`Error::ReadOnly`] when the folder cannot be written.
    pub fn take(database: &Path) -> Result<Self> {
        let path = beside(database, "lock");
        let file =
            File::options().create(true).truncate(false).write(true).open(&path).map_err(
                |error| match error.kind() {
                    std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => {
                        Error::ReadOnly
                    }
                    std::io::ErrorKind::StorageFull => Error::Full,
                    _ => Error::Open(format!("{}: {error}", path.display())),
                },
            )?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _file: file }),
            Err(TryLockError::WouldBlock) => Err(Error::InUse),
            Err(TryLockError::Error(error)) => Err(Error::Open(format!("{}: {error}", path.display()))),
        }
    }
}

/// What a commit is to outlive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Durability {
    /// A failure of the process alone: several times faster, and a kill still loses nothing. For rehearsals, and for what
    /// is found out again after a failure of the machine.
    Process,
    /// A failure of the machine: the commit is on the disk before it is answered.
    #[default]
    Machine,
}

fn options(database: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(database)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .locking_mode(SqliteLockingMode::Normal)
        .foreign_keys(true)
        .busy_timeout(BUSY)
        // Deleted texts leave neither free pages nor temporary files behind (P12).
        .pragma("secure_delete", "ON")
        .pragma("temp_store", "MEMORY")
        .disable_statement_logging()
}

/// Opens (or makes) the database and brings it to this version. An existing file is copied first when it needs
/// migrating; the copy lies beside it as `….before-N` (N is the newest migration it had).
///
/// `after_commit` are rung after each commit.
///
/// # Errors
/// One variant of [`Error`] for each thing a person can mend.
pub async fn open(
    database: &Path,
    durability: Durability,
    stations: &Stations,
    after_commit: Vec<Station>,
) -> Result<Store> {
    migrate(database).await?;
    let door = Door::start(options(database), durability, stations, after_commit).await?;
    let reads = SqlitePoolOptions::new()
        .max_connections(4)
        .acquire_timeout(BUSY)
        // A file does not hang up: nobody asks it before each use whether it is still there.
        .test_before_acquire(false)
        .connect_with(options(database).create_if_missing(false).pragma("query_only", "ON"))
        .await?;
    Ok(Store { reads, door })
}

/// A connection that only reads, for reports while the bot runs: nothing is made, migrated or locked.
///
/// # Errors
/// When there is no such file, or it is no database of ours.
pub async fn open_to_read(database: &Path) -> Result<super::Conn> {
    if !database.is_file() {
        return Err(Error::Open(format!("{}: there is no such file", database.display())));
    }
    let mut conn = options(database).create_if_missing(false).pragma("query_only", "ON").connect().await?;
    if newest_migration(&mut conn).await? == 0 {
        return Err(Error::Open(format!("{}: not a database of tandem", database.display())));
    }
    Ok(conn)
}

/// Writes the file anew and empties its log. `secure_delete` alone leaves texts in pages that were split or moved (P12).
pub(super) async fn scour(conn: &mut super::Conn) -> Result<()> {
    for sql in ["PRAGMA wal_checkpoint(TRUNCATE)", "VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"] {
        let row = sqlx::query(sql).persistent(false).fetch_optional(&mut *conn).await?;
        // The first column of a checkpoint's row says whether somebody was in its way.
        if row.is_some_and(|row| row.get::<i64, _>(0) != 0) {
            return Err(Error::Locked);
        }
    }
    Ok(())
}

async fn migrate(database: &Path) -> Result<()> {
    let existed = database.exists();
    if !existed {
        // Nobody else on the machine is to read it; what SQLite puts beside it gets the same rights.
        super::backup::fresh(database)?;
    }
    let mut conn = options(database).connect().await?;
    if existed {
        let had = newest_migration(&mut conn).await?;
        let newest = newest_known();
        if had > newest {
            return Err(Error::Newer);
        }
        if had > 0 && had < newest {
            let copy = beside(database, &format!("before-{had}"));
            drop(std::fs::remove_file(&copy));
            let target = copy.to_string_lossy().into_owned();
            sqlx::query("VACUUM INTO ?").bind(target).execute(&mut conn).await?;
        }
    }
    bring_up(&mut conn).await?;
    conn.close().await?;
    Ok(())
}

/// A connection to copy from while the bot runs: nothing is made, migrated or locked.
pub(super) async fn open_to_copy(database: &Path) -> Result<super::Conn> {
    drop(open_to_read(database).await?);
    Ok(options(database).create_if_missing(false).connect().await?)
}

/// The newest migration that this version knows.
pub(super) fn newest_known() -> i64 {
    MIGRATOR.iter().map(|migration| migration.version).max().unwrap_or(0)
}

/// Brings a file to this version, without a copy of it: its original lies elsewhere.
pub(super) async fn bring_up(conn: &mut super::Conn) -> Result<()> {
    MIGRATOR.run_direct(None, conn, false).await.map_err(|error| match error {
        MigrateError::VersionMissing(_) | MigrateError::VersionTooNew(..) => Error::Newer,
        MigrateError::Execute(error) => Error::from(error),
        other => Error::Open(other.to_string()),
    })
}

pub(super) async fn newest_migration(conn: &mut super::Conn) -> Result<i64> {
    let known: i64 = sqlx::query_scalar("SELECT count(*) FROM sqlite_schema WHERE name = '_sqlx_migrations'")
        .fetch_one(&mut *conn)
        .await?;
    if known == 0 {
        return Ok(0);
    }
    Ok(sqlx::query_scalar("SELECT coalesce(max(version), 0) FROM _sqlx_migrations").fetch_one(conn).await?)
}

/// A connection of a test's own, beside the door.
#[cfg(test)]
pub(crate) async fn open_for_test(database: &Path) -> Result<sqlx::SqliteConnection> {
    Ok(options(database).connect().await?)
}

/// Runs a statement that only a test needs.
#[cfg(test)]
pub(crate) async fn exec_for_test(conn: &mut super::Conn, sql: &str) -> Result<()> {
    sqlx::query(sqlx::AssertSqlSafe(sql.to_owned())).execute(conn).await?;
    Ok(())
}

/// Every row of every table as text, in the order of names and row numbers: two equal databases give equal texts.
#[cfg(test)]
pub(crate) async fn dump_for_test(conn: &mut super::Conn) -> Result<String> {
    use sqlx::{Column as _, Row as _};
    use std::fmt::Write as _;
    let tables: Vec<String> = sqlx::query_scalar(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_%' ESCAPE '\\'
         ORDER BY name",
    )
    .fetch_all(&mut *conn)
    .await?;
    let mut dump = String::new();
    for table in tables {
        let columns = sqlx::query(sqlx::AssertSqlSafe(format!("SELECT * FROM pragma_table_info('{table}')")))
            .fetch_all(&mut *conn)
            .await?;
        let columns: Vec<String> = columns.iter().map(|row| row.get("name")).collect();
        let quoted: Vec<String> =
            columns.iter().map(|column| format!("quote(\"{column}\") AS \"{column}\"")).collect();
        let sql = format!("SELECT {} FROM \"{table}\" ORDER BY rowid", quoted.join(", "));
        for row in sqlx::query(sqlx::AssertSqlSafe(sql)).fetch_all(&mut *conn).await? {
            let _ = write!(dump, "{table}:");
            for column in row.columns() {
                let value: String = row.get(column.ordinal());
                let _ = write!(dump, " {}={value}", column.name());
            }
            dump.push('\n');
        }
    }
    Ok(dump)
}

#[cfg(test)]
mod tests;
