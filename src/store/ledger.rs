//! What was erased, remembered outside of the database (P13): a backup that is restored still holds it, and makes up for
//! it before the bot connects. The list lies beside the file as `….erased`. A line is a number, a day, a kind and a keyed
//! hash: whoever has the list alone learns no name and no id. Lines go when the oldest backup that may be restored is
//! younger than they are. A line is on the disk before its erasure is committed, so that a kill in between loses nothing: the
//! next start makes up for it.

use std::fmt::Write as _;
use std::fs::File;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Duration, NaiveDate, Utc};

use super::copies::{BACKUP_DAYS, beside};
use super::{Conn, Error, Result};

/// The first line: format and the number from which on the list is complete.
const HEAD: &str = "tandem-erasures 1 from ";
/// Lines outlive the oldest backup by some days, so that no clock or zone decides.
const GRACE_DAYS: i64 = 5;

/// A line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its number, counted for ever.
    pub number: i64,
    /// The day (UTC).
    pub day: NaiveDate,
    /// What was erased: `person` or `programme`.
    pub kind: String,
    /// By which it is recognised, in hexadecimal.
    pub hash: String,
}

/// The list as it lies there.
#[derive(Debug, Clone, PartialEq, Eq)]
struct List {
    from: i64,
    lines: Vec<Line>,
}

impl List {
    fn last(&self) -> i64 {
        self.lines.last().map_or(self.from - 1, |line| line.number)
    }

    fn text(&self) -> String {
        let mut text = format!("{HEAD}{}\n", self.from);
        for Line { number, day, kind, hash } in &self.lines {
            let _ = writeln!(text, "{number} {day} {kind} {hash}");
        }
        text
    }
}

/// Where a connection's database lies.
///
/// # Errors
/// Those of the database.
pub async fn path_of(conn: &mut Conn) -> Result<PathBuf> {
    let path: String = sqlx::query_scalar("SELECT file FROM pragma_database_list WHERE name = 'main'")
        .fetch_one(conn)
        .await?;
    Ok(PathBuf::from(path))
}

fn io(path: &Path) -> impl Fn(std::io::Error) -> Error + '_ {
    move |error| match error.kind() {
        std::io::ErrorKind::StorageFull => Error::Full,
        std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => Error::ReadOnly,
        _ => Error::Open(format!("{}: {error}", path.display())),
    }
}

/// Reads the list; where there is none, it begins after what the database has carried out.
fn read(path: &Path, done: i64) -> Result<List> {
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Ok(List { from: done + 1, lines: Vec::new() });
        }
        Err(error) => return Err(io(path)(error)),
    };
    let broken = || Error::Open(format!("{}: not a list of erasures", path.display()));
    let mut lines = text.split_inclusive('\n');
    let from =
        lines.next().and_then(|head| head.strip_prefix(HEAD)?.trim().parse().ok()).ok_or_else(broken)?;
    let mut list = List { from, lines: Vec::new() };
    for line in lines {
        // A line without its end was being written when the process was killed: nothing was committed for it.
        let Some(line) = line.strip_suffix('\n') else { break };
        let parts: Vec<&str> = line.split(' ').collect();
        let [number, day, kind, hash] = parts[..] else { return Err(broken()) };
        list.lines.push(Line {
            number: number.parse().map_err(|_| broken())?,
            day: day.parse().map_err(|_| broken())?,
            kind: kind.to_owned(),
            hash: hash.to_owned(),
        });
    }
    Ok(list)
}

/// Puts the list in place of the one before, in one step.
fn write(path: &Path, list: &List) -> Result<()> {
    let fresh = beside(path, "new");
    let mut options = File::options();
    options.create(true).truncate(true).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(&fresh).map_err(io(&fresh))?;
    file.write_all(list.text().as_bytes()).and_then(|()| file.sync_all()).map_err(io(&fresh))?;
    std::fs::rename(&fresh, path).map_err(io(path))
}

/// How many erasures a file has carried out; none where no bot has ever got as far as connecting with it.
async fn done(conn: &mut Conn) -> Result<i64> {
    let done = sqlx::query_scalar("SELECT erasures FROM installation").fetch_optional(conn).await?;
    Ok(done.unwrap_or_default())
}

async fn done_set(conn: &mut Conn, number: i64) -> Result<()> {
    sqlx::query("UPDATE installation SET erasures = ?").bind(number).execute(conn).await?;
    Ok(())
}

/// Remembers an erasure that this transaction carries out.
///
/// # Errors
/// When the list cannot be written: then nothing may be erased.
pub async fn erasure_note(conn: &mut Conn, now: DateTime<Utc>, kind: &str, hash: &str) -> Result<()> {
    let path = beside(&path_of(conn).await?, "erased");
    let known = done(conn).await?;
    let mut list = read(&path, known)?;
    let number = list.last().max(known) + 1;
    list.lines.push(Line { number, day: now.date_naive(), kind: kind.to_owned(), hash: hash.to_owned() });
    write(&path, &list)?;
    done_set(conn, number).await
}

/// The erasures that this database has not carried out: it is a backup that was restored, or a process was killed.
///
/// # Errors
/// [`Error::TooOld`] when the list no longer reaches back to where the database stands.
pub async fn erasures_missed(conn: &mut Conn) -> Result<Vec<Line>> {
    let known = done(conn).await?;
    let list = read(&beside(&path_of(conn).await?, "erased"), known)?;
    missed(&list, known)
}

/// Whether a backup that has carried out so many erasures can make up for those beside `database`.
///
/// # Errors
/// [`Error::TooOld`] when it cannot.
pub fn erasures_reach(database: &Path, known: i64) -> Result<usize> {
    Ok(missed(&read(&beside(database, "erased"), known)?, known)?.len())
}

fn missed(list: &List, known: i64) -> Result<Vec<Line>> {
    if list.from > known + 1 {
        return Err(Error::TooOld);
    }
    Ok(list.lines.iter().filter(|line| line.number > known).cloned().collect())
}

/// The database has carried out the erasures up to that number.
///
/// # Errors
/// Those of the database.
pub async fn erasures_made_up(conn: &mut Conn, number: i64) -> Result<()> {
    done_set(conn, number).await
}

/// Forgets erasures that no backup which may still be restored can hold.
///
/// # Errors
/// When the list cannot be read or written.
pub async fn erasures_forget(conn: &mut Conn, now: DateTime<Utc>) -> Result<()> {
    let path = beside(&path_of(conn).await?, "erased");
    let known = done(conn).await?;
    let mut list = read(&path, known)?;
    let oldest = (now - Duration::days(BACKUP_DAYS + GRACE_DAYS)).date_naive();
    // Only from the front: what follows is complete from a number on.
    let gone = list.lines.iter().take_while(|line| line.day < oldest && line.number <= known).count();
    if gone == 0 {
        return Ok(());
    }
    list.from = list.lines[gone - 1].number + 1;
    list.lines.drain(..gone);
    write(&path, &list)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::testing::World;

    #[tokio::test]
    async fn erasures_are_counted_and_forgotten_when_no_allowed_backup_can_hold_them() {
        let mut world = World::empty().await;
        let now = world.now();
        for hash in ["aa", "bb"] {
            erasure_note(&mut world.conn, now, "person", hash).await.unwrap();
        }
        assert!(erasures_missed(&mut world.conn).await.unwrap().is_empty(), "it carried them out itself");
        // A file from before the second one.
        erasures_made_up(&mut world.conn, 1).await.unwrap();
        let missed = erasures_missed(&mut world.conn).await.unwrap();
        assert_eq!(missed.iter().map(|line| line.hash.as_str()).collect::<Vec<_>>(), ["bb"]);
        erasures_made_up(&mut world.conn, 2).await.unwrap();
        erasures_forget(&mut world.conn, now + Duration::days(BACKUP_DAYS)).await.unwrap();
        erasures_made_up(&mut world.conn, 0).await.unwrap();
        assert_eq!(
            erasures_missed(&mut world.conn).await.unwrap().len(),
            2,
            "a backup of that age may still come"
        );
        erasures_made_up(&mut world.conn, 2).await.unwrap();
        erasures_forget(&mut world.conn, now + Duration::days(BACKUP_DAYS + GRACE_DAYS + 1)).await.unwrap();
        erasures_made_up(&mut world.conn, 0).await.unwrap();
        assert!(
            matches!(erasures_missed(&mut world.conn).await, Err(Error::TooOld)),
            "nobody knows what it holds"
        );
    }

    #[tokio::test]
    async fn a_line_that_a_kill_cut_off_is_none_and_the_next_erasure_stands_behind_the_last_whole_one() {
        let mut world = World::empty().await;
        let now = world.now();
        erasure_note(&mut world.conn, now, "person", "aa").await.unwrap();
        let path = beside(&path_of(&mut world.conn).await.unwrap(), "erased");
        let mut file = File::options().append(true).open(&path).unwrap();
        file.write_all(b"2 2027-01-04 person b").unwrap();
        erasure_note(&mut world.conn, now, "person", "cc").await.unwrap();
        let text = std::fs::read_to_string(&path).unwrap();
        assert_eq!(text, "tandem-erasures 1 from 1\n1 2027-01-04 person aa\n2 2027-01-04 person cc\n");
    }
}
