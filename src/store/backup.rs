//! Copying the database while the bot runs, and putting a copy back in its place. Either is done or has not happened: what is
//! being written lies under another name until it has been verified, and takes its name in one step.

use std::collections::BTreeMap;
use std::fs::File;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Duration, NaiveDate, Utc};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode};
use sqlx::{AssertSqlSafe, ConnectOptions as _, Connection as _, Row as _};

use super::copies::{GOOD_DAYS, beside};
use super::inventory::schema;
use super::open::{self, Lock};
use super::{Conn, Error, Result, at, ledger, ms};

/// A copy whose source kept changing is taken once more, so often at most.
const TRIES: usize = 5;

/// What a copy holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copied {
    /// Rows of all tables.
    pub rows: i64,
    /// Its newest migration.
    pub version: i64,
    /// Bytes of the file.
    pub bytes: u64,
}

/// What a backup says about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Described {
    /// When it was made; `None` for a file that was copied by other means.
    pub made_at: Option<DateTime<Utc>>,
    /// Its newest migration.
    pub version: i64,
    /// How many erasures beside the database it makes up for.
    pub missed: usize,
}

/// A file of its own, without a log beside it: a copy is one file.
fn single(path: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(false)
        .journal_mode(SqliteJournalMode::Delete)
        .foreign_keys(true)
        .pragma("secure_delete", "ON")
        .pragma("temp_store", "MEMORY")
        .disable_statement_logging()
}

fn io(path: &Path) -> impl Fn(std::io::Error) -> Error + '_ {
    move |error| match error.kind() {
        std::io::ErrorKind::StorageFull => Error::Full,
        std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => Error::ReadOnly,
        _ => Error::Open(format!("{}: {error}", path.display())),
    }
}

/// An empty file that nobody else can read, in place of whatever was left there.
pub(super) fn fresh(path: &Path) -> Result<()> {
    drop(std::fs::remove_file(path));
    let mut options = File::options();
    options.create_new(true).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(drop).map_err(io(path))
}

/// What is written is on the disk, and so is its name.
fn settle(path: &Path) -> Result<()> {
    File::open(path).and_then(|file| file.sync_all()).map_err(io(path))?;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    // Where folders cannot be synced (not on Linux) the file system does it in its own time.
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
    Ok(())
}

/// What lies under another name takes its own in one step; where it cannot, whatever has that name keeps it.
fn take_name(path: &Path, name: &Path) -> Result<()> {
    settle(path)?;
    std::fs::rename(path, name).map_err(io(name))?;
    settle(name)
}

async fn counts(conn: &mut Conn) -> Result<BTreeMap<String, i64>> {
    let mut all = BTreeMap::new();
    for name in schema(conn).await?.into_keys() {
        let count = sqlx::query_scalar(AssertSqlSafe(format!("SELECT count(*) FROM \"{name}\"")))
            .fetch_one(&mut *conn)
            .await?;
        all.insert(name, count);
    }
    Ok(all)
}

/// Holds a file against itself: SQLite's own check, and that every reference leads somewhere.
///
/// # Errors
/// [`Error::Damaged`] with the first thing that is wrong.
pub async fn sound(conn: &mut Conn) -> Result<()> {
    let damaged = |error: sqlx::Error| match Error::from(error) {
        Error::Database(inner) => Error::Damaged(inner.to_string()),
        other => other,
    };
    let said: String =
        sqlx::query_scalar("PRAGMA integrity_check(1)").fetch_one(&mut *conn).await.map_err(damaged)?;
    if said != "ok" {
        // SQLite puts a heading over it; whoever reads it is told in a line.
        return Err(Error::Damaged(said.replace('\n', " ")));
    }
    let loose = sqlx::query("PRAGMA foreign_key_check").fetch_optional(conn).await.map_err(damaged)?;
    match loose {
        Some(row) => Err(Error::Damaged(format!("a row of {} points nowhere", row.get::<String, _>(0)))),
        None => Ok(()),
    }
}

/// Copies the database to `target` while the bot may be running. What `target` held before is replaced in one step, once
/// the copy has been verified: sound, of the same version, with the rows of the original.
///
/// # Errors
/// One variant for each thing a person can mend; `target` is then what it was.
pub async fn backup(
    database: &Path,
    target: &Path,
    now: DateTime<Utc>,
    mut say: impl FnMut(&str),
) -> Result<Copied> {
    if same(database, target) {
        return Err(Error::Open(format!("{}: is the database itself", target.display())));
    }
    if BESIDE.iter().any(|ending| same(&ended(database, ending), target)) {
        return Err(Error::Open(format!("{}: belongs to the database", target.display())));
    }
    let partial = beside(target, "partial");
    let copied = copy(database, target, &partial, now, &mut say).await;
    if copied.is_err() {
        drop(std::fs::remove_file(&partial));
    }
    copied
}

/// What lies beside a database and is its own: SQLite's files, the hold of the process that has it, the list of erasures.
const BESIDE: [&str; 5] = ["-wal", "-shm", "-journal", ".lock", ".erased"];

/// A path with an ending.
fn ended(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

async fn copy(
    database: &Path,
    target: &Path,
    partial: &Path,
    now: DateTime<Utc>,
    say: &mut impl FnMut(&str),
) -> Result<Copied> {
    let mut source = open::open_to_copy(database).await?;
    for _ in 0..TRIES {
        say("copying");
        fresh(partial)?;
        let before = counts(&mut source).await?;
        let into = partial.to_string_lossy().into_owned();
        sqlx::query("VACUUM INTO ?").bind(into).persistent(false).execute(&mut source).await?;
        let after = counts(&mut source).await?;
        say("verifying");
        let mut copy = single(partial).connect().await?;
        sound(&mut copy).await?;
        let (held, version) = (counts(&mut copy).await?, open::newest_migration(&mut copy).await?);
        // Whoever writes meanwhile moves a count; a copy from in between has one from in between.
        let between = |name: &String, count: &i64| {
            let (one, other) = (before.get(name).copied(), after.get(name).copied());
            one.zip(other).is_some_and(|(one, other)| (one.min(other)..=one.max(other)).contains(count))
        };
        let whole = held.len() == before.len() && held.iter().all(|(name, count)| between(name, count));
        sqlx::query("UPDATE installation SET backed_up_at = ?").bind(ms(now)).execute(&mut copy).await?;
        copy.close().await?;
        if whole && version == open::newest_migration(&mut source).await? {
            source.close().await?;
            take_name(partial, target)?;
            let bytes = std::fs::metadata(target).map_err(io(target))?.len();
            return Ok(Copied { rows: held.values().sum(), version, bytes });
        }
        say("the original changed meanwhile; once more");
    }
    Err(Error::Damaged("the copy does not hold what the original holds".to_owned()))
}

fn same(one: &Path, other: &Path) -> bool {
    match (one.canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        _ => one == other,
    }
}

/// Looks at a file that is to be restored in place of `database`, without changing either.
///
/// # Errors
/// [`Error::Damaged`], [`Error::Newer`], [`Error::TooOld`], or that it is no database of ours.
pub async fn describe(file: &Path, database: &Path) -> Result<Described> {
    if !file.is_file() {
        return Err(Error::Open(format!("{}: there is no such file", file.display())));
    }
    let foreign = |_| Error::Open(format!("{}: not a database of tandem", file.display()));
    let mut conn = single(file).read_only(true).connect().await.map_err(foreign)?;
    let version = open::newest_migration(&mut conn).await.map_err(|_| foreign(sqlx::Error::RowNotFound))?;
    if version == 0 {
        return Err(foreign(sqlx::Error::RowNotFound));
    }
    if version > open::newest_known() {
        return Err(Error::Newer);
    }
    sound(&mut conn).await?;
    let has = |column: &'static str| {
        sqlx::query_scalar::<_, bool>(
            "SELECT EXISTS (SELECT 1 FROM pragma_table_info('installation') WHERE name = ?)",
        )
        .bind(column)
    };
    // A file from before erasures were counted has carried out none of them.
    let (mut done, mut made_at) = (0, None);
    if has("erasures").fetch_one(&mut conn).await? {
        let row =
            sqlx::query("SELECT erasures, backed_up_at FROM installation").fetch_optional(&mut conn).await?;
        done = row.as_ref().map_or(0, |row| row.get("erasures"));
        made_at = row.and_then(|row| row.get::<Option<i64>, _>("backed_up_at")).map(at);
    }
    conn.close().await?;
    Ok(Described { made_at, version, missed: ledger::erasures_reach(database, done)? })
}

/// A backup on its way into its place: a copy under another name, brought to this version, on which everything that lies
/// between it and now is settled before it counts.
#[derive(Debug)]
pub struct Incoming {
    /// Where it is to go.
    database: PathBuf,
    /// Where it lies meanwhile. The list of erasures is found by [`Incoming::conn`]'s caller through `database`.
    path: PathBuf,
    _lock: Lock,
}

impl Incoming {
    /// Copies `file` beside `database`, which no bot may be using, and brings the copy to this version.
    ///
    /// # Errors
    /// [`Error::InUse`] while a bot runs; what is wrong with the file.
    pub async fn bring(file: &Path, database: &Path) -> Result<Self> {
        let lock = Lock::take(database)?;
        let path = beside(database, "incoming");
        for end in ["-wal", "-shm", "-journal"] {
            drop(std::fs::remove_file(with_end(&path, end)));
        }
        fresh(&path)?;
        std::fs::copy(file, &path).map_err(io(file))?;
        private(&path)?;
        let mut conn = single(&path).connect().await?;
        open::bring_up(&mut conn).await?;
        sound(&mut conn).await?;
        conn.close().await?;
        // The erasures that it makes up for are remembered beside the database, under the database's name.
        drop(std::fs::remove_file(beside(&path, "erased")));
        let list = beside(database, "erased");
        if list.exists() {
            std::fs::copy(&list, beside(&path, "erased")).map_err(io(&list))?;
        }
        Ok(Self { database: database.to_owned(), path, _lock: lock })
    }

    /// A connection to settle things on.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn conn(&self) -> Result<Conn> {
        Ok(single(&self.path).connect().await?)
    }

    /// Puts it in its place. The file that lay there is kept under the name that is returned, until the day in it.
    ///
    /// # Errors
    /// When the folder cannot be written; then the old file is still in its place.
    pub async fn place(self, now: DateTime<Utc>) -> Result<Option<(PathBuf, NaiveDate)>> {
        let kept = self.set_aside(now).await?;
        let list = beside(&self.path, "erased");
        if list.exists() {
            std::fs::rename(&list, beside(&self.database, "erased")).map_err(io(&list))?;
        }
        take_name(&self.path, &self.database)?;
        Ok(kept)
    }

    /// The old file gets a second name; its own is taken over in one step afterwards, so that at every moment there is a
    /// database.
    async fn set_aside(&self, now: DateTime<Utc>) -> Result<Option<(PathBuf, NaiveDate)>> {
        if !self.database.exists() {
            return Ok(None);
        }
        let day = (now + Duration::days(GOOD_DAYS)).date_naive();
        let kept = free_name(&self.database, day);
        // Its log belongs to it: taken in, where the file can be opened, else kept beside it.
        let closed = match single(&self.database).connect().await {
            Ok(conn) => conn.close().await.is_ok(),
            Err(_) => false,
        };
        for end in ["-wal", "-shm"] {
            let log = with_end(&self.database, end);
            if log.exists() && closed {
                drop(std::fs::remove_file(&log));
            } else if log.exists() {
                std::fs::rename(&log, with_end(&kept, end)).map_err(io(&log))?;
            }
        }
        std::fs::hard_link(&self.database, &kept)
            .or_else(|_| std::fs::copy(&self.database, &kept).map(drop))
            .map_err(io(&kept))?;
        settle(&kept)?;
        Ok(Some((kept, day)))
    }
}

fn free_name(database: &Path, day: NaiveDate) -> PathBuf {
    let first = beside(database, &format!("replaced-until-{day}"));
    let names = (2..).map(|nth| beside(database, &format!("replaced-until-{day}.{nth}")));
    std::iter::once(first).chain(names).find(|name| !name.exists()).unwrap_or_default()
}

fn with_end(path: &Path, end: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(end);
    PathBuf::from(name)
}

#[cfg(unix)]
fn private(path: &Path) -> Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o600)).map_err(io(path))
}

#[cfg(not(unix))]
fn private(_: &Path) -> Result<()> {
    Ok(())
}

/// When this file was made as a backup; `None` for one that is at work or was copied by other means.
pub async fn backed_up_at(conn: &mut Conn) -> Result<Option<DateTime<Utc>>> {
    let made: Option<Option<i64>> =
        sqlx::query_scalar("SELECT backed_up_at FROM installation").fetch_optional(conn).await?;
    Ok(made.flatten().map(at))
}

/// From here on the file is at work again. Its messages get other nonces than those of the file it was copied from, and
/// whatever waits to be sent that would show twice counts as in doubt since `since`: it may have been sent after the
/// backup was made, and is looked for first (C1, C11).
pub async fn restored_mark(
    conn: &mut Conn,
    now: DateTime<Utc>,
    since: DateTime<Utc>,
    shows_twice: &[&str],
) -> Result<()> {
    sqlx::query("UPDATE installation SET epoch = ?, backed_up_at = NULL")
        .bind(ms(now))
        .execute(&mut *conn)
        .await?;
    sqlx::query(
        "UPDATE outbox SET attempted_at = coalesce(attempted_at, ?1) WHERE state = 'waiting'
         AND json_extract(effect, '$.kind') IN (SELECT value FROM json_each(?2))",
    )
    .bind(ms(since))
    .bind(sqlx::types::Json(shows_twice))
    .execute(conn)
    .await?;
    Ok(())
}

/// Which installation's file this is: changes with every restore.
pub async fn epoch(conn: &mut Conn) -> Result<i64> {
    Ok(sqlx::query_scalar("SELECT epoch FROM installation").fetch_one(conn).await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_take_its_name_leaves_whatever_has_it() {
        let folder = tempfile::tempdir().unwrap();
        let (path, name) = (folder.path().join("new"), folder.path().join("old"));
        std::fs::write(&name, "the former one").unwrap();
        // A folder cannot take the place of a file.
        std::fs::create_dir(&path).unwrap();
        assert!(take_name(&path, &name).is_err());
        assert_eq!(std::fs::read_to_string(&name).unwrap(), "the former one");
    }
}
