//! A restored backup, before a bot connects with it (C11): erasures that it has not carried out are made up for, jobs that
//! came due since run once, and what waits to be sent counts as possibly sent.

use chrono::{DateTime, Utc};

use super::tick;
use crate::app::effect::Effect;
use crate::app::{erasing, jobs as names};
use crate::store::jobs::{job_at, job_drop, job_due, job_ensure};
use crate::store::{Conn, Result, backup, outbox};

/// What was made up for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settled {
    /// Erasures carried out anew.
    pub erasures: usize,
    /// Jobs that came due since.
    pub jobs: usize,
    /// Rows of the outbox that will be looked for.
    pub in_doubt: i64,
}

/// Settles what lies between a backup and now.
///
/// # Errors
/// Those of the database and of its jobs; then nothing of it counts.
pub async fn settle(conn: &mut Conn, now: DateTime<Utc>) -> Result<Settled> {
    let since = backup::backed_up_at(conn).await?;
    let erasures = erasing::make_up(conn, now).await?;
    // The file was written anew just now, by the copy.
    let scour = job_at(conn, names::SCOUR, 0).await?.is_some();
    job_drop(conn, names::SCOUR, 0).await?;
    let mut jobs = 0;
    // Whatever was due by now and not more: a job that comes again is due later.
    while job_due(conn, now).await?.is_some() && tick(conn, now).await? {
        jobs += 1;
    }
    if scour {
        job_ensure(conn, names::SCOUR, 0, now).await?;
    }
    // Where nobody knows when the file was made, everything of the last allowed days may have been sent.
    let since = since.unwrap_or(now - chrono::Duration::days(crate::store::copies::BACKUP_DAYS)).min(now);
    let twice: Vec<&str> = Effect::KINDS_THAT_SHOW_TWICE.to_vec();
    backup::restored_mark(conn, now, since, &twice).await?;
    Ok(Settled { erasures, jobs, in_doubt: outbox::outbox_in_doubt(conn).await? })
}
