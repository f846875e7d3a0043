//! The files that lie beside the database and hold its content, or could: copies made before a migration, a file that
//! a restored one replaced, the list of erasures, SQLite's own.

use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDate, Utc};

use super::ledger::path_of;
use super::{Conn, Error, Result};

/// So many days on which the bot ran well a copy made before a migration is kept (P13).
pub const GOOD_DAYS: i64 = 7;
/// So many days old a backup may be to be restored: as long as erasures are remembered (P13).
pub const BACKUP_DAYS: i64 = 30;

/// Why a file is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// A copy made before a migration.
    Migration,
    /// What a restored backup replaced.
    Replaced,
    /// Erasures, as keyed hashes.
    Erasures,
    /// Left behind by a restore that was cut off; goes by itself.
    Leftover,
    /// Belongs to the database while it is open.
    Working,
    /// Nobody of ours made it.
    Unknown,
}

/// A file beside the database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copy {
    /// Its name, without the folder.
    pub name: String,
    /// Why it is there.
    pub why: Why,
}

/// A file beside the database: its name with `.suffix` at its end.
#[must_use]
pub fn beside(database: &Path, suffix: &str) -> PathBuf {
    let mut name = database.as_os_str().to_owned();
    name.push(".");
    name.push(suffix);
    PathBuf::from(name)
}

/// What lies beside a database and begins with its name, in the order of names.
///
/// # Errors
/// When the folder cannot be read.
pub fn copies_of(database: &Path) -> Result<Vec<Copy>> {
    let folder = match database.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let own = database.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let entries =
        std::fs::read_dir(folder).map_err(|error| Error::Open(format!("{}: {error}", folder.display())))?;
    let mut found: Vec<Copy> = entries
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter_map(|name| {
            let rest = name.strip_prefix(&own)?;
            let why = match rest {
                "" => return None,
                "-wal" | "-shm" | "-journal" | ".lock" => Why::Working,
                ".erased" => Why::Erasures,
                rest if rest == ".erased.new" || rest.starts_with(".incoming") => Why::Leftover,
                rest if rest.starts_with(".before-") => Why::Migration,
                rest if rest.starts_with(".replaced-") => Why::Replaced,
                _ => Why::Unknown,
            };
            Some(Copy { name, why })
        })
        .collect();
    found.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(found)
}

/// Counts a good day for each copy made before a migration and deletes those that have had enough of them; a file that a
/// restored one replaced goes on the day in its name.
///
/// # Errors
/// Those of the database and of the folder.
pub async fn copies_tidy(conn: &mut Conn, now: DateTime<Utc>) -> Result<()> {
    let database = path_of(conn).await?;
    let gone = |name: &str| {
        let path = database.with_file_name(name);
        std::fs::remove_file(&path).map_err(|error| Error::Open(format!("{}: {error}", path.display())))
    };
    let mut known = Vec::new();
    for copy in copies_of(&database)? {
        match copy.why {
            Why::Migration => {
                let days: i64 = sqlx::query_scalar(
                    "INSERT INTO kept_copy (name, good_days) VALUES (?, 1)
                     ON CONFLICT (name) DO UPDATE SET good_days = good_days + 1 RETURNING good_days",
                )
                .bind(&copy.name)
                .fetch_one(&mut *conn)
                .await?;
                if days >= GOOD_DAYS {
                    gone(&copy.name)?;
                } else {
                    known.push(copy.name);
                }
            }
            Why::Replaced if until(&copy.name).is_none_or(|day| day <= now.date_naive()) => gone(&copy.name)?,
            // The bot that runs this holds the file, so that no restore is under way.
            Why::Leftover => gone(&copy.name)?,
            _ => {}
        }
    }
    sqlx::query("DELETE FROM kept_copy WHERE name NOT IN (SELECT value FROM json_each(?))")
        .bind(sqlx::types::Json(known))
        .execute(conn)
        .await?;
    Ok(())
}

/// The day on which a replaced file goes, from its name.
fn until(name: &str) -> Option<NaiveDate> {
    let (_, day) = name.rsplit_once(".replaced-until-")?;
    day.get(..10)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_beside_a_database_is_told_apart_by_its_name() {
        let folder = tempfile::tempdir().unwrap();
        let database = folder.path().join("tandem.db");
        for name in [
            "tandem.db",
            "tandem.db-wal",
            "tandem.db.before-15",
            "tandem.db.erased",
            "tandem.db.incoming-wal",
            "tandem.db.old",
            "other",
        ] {
            std::fs::write(folder.path().join(name), "").unwrap();
        }
        let found: Vec<_> =
            copies_of(&database).unwrap().into_iter().map(|copy| (copy.name, copy.why)).collect();
        let expected = [
            ("tandem.db-wal", Why::Working),
            ("tandem.db.before-15", Why::Migration),
            ("tandem.db.erased", Why::Erasures),
            ("tandem.db.incoming-wal", Why::Leftover),
            ("tandem.db.old", Why::Unknown),
        ];
        assert_eq!(found, expected.map(|(name, why)| (name.to_owned(), why)));
    }
}
