//! What is due, and when it is due next. The next due time is a row; a job takes no input but the moment and the row
//! it is about, and sends nothing: it writes to the outbox in the same transaction that moves its row on. After days
//! away each overdue job runs once.

pub mod agenda;
pub mod copies;
pub mod did_you_meet;
pub mod digest;
pub mod drafts;
pub mod erase_programme;
pub mod half_way;
pub mod ideas;
pub mod invitations;
pub mod last_meeting;
pub mod look_back;
pub mod lounge;
pub mod meeting_offer;
pub mod meeting_soon;
pub mod meetup;
pub mod members;
pub mod middle;
pub mod next_settle;
pub mod pause_end;
pub mod phase;
pub mod practice_deadline;
pub mod proposal_deadline;
pub mod questions;
pub mod quiet_nudge;
pub mod reach_offer;
pub mod release;
pub mod restore;
pub mod room_delete;
pub mod room_hide;
pub mod rotation;
pub mod round_deadline;
pub mod round_open;
pub mod stay_ask;
pub mod stay_settle;
pub mod survey_close;
pub mod survey_open;
pub mod task_reminders;
pub mod tidy;

use chrono::{DateTime, Duration, Utc};
use futures::future::BoxFuture;

use crate::app::{App, jobs as names};
use crate::clock::Station;
use crate::store::jobs::Job;
use crate::store::{Conn, Result, jobs};

/// Writing the file anew is tried again after that long.
const SCOUR_AGAIN: Duration = Duration::minutes(1);
/// A failed job is tried again after that long.
const TRY_AGAIN: Duration = Duration::minutes(5);

/// What a job does: given now, when it was due, and the row it is about, it returns when it is due next.
type Run = for<'c> fn(
    &'c mut Conn,
    DateTime<Utc>,
    DateTime<Utc>,
    i64,
) -> BoxFuture<'c, Result<Option<DateTime<Utc>>>>;

macro_rules! jobs {
    ($($job:ident),* $(,)?) => {
        /// Every job by the name of its rows.
        static JOBS: &[(&str, Run)] =
            &[$(($job::NAME, |conn, now, due_at, subject| Box::pin($job::run(conn, now, due_at, subject)))),*];
    };
}

jobs!(
    agenda,
    copies,
    did_you_meet,
    digest,
    drafts,
    erase_programme,
    half_way,
    ideas,
    invitations,
    lounge,
    last_meeting,
    look_back,
    meeting_offer,
    meeting_soon,
    meetup,
    members,
    middle,
    next_settle,
    pause_end,
    phase,
    practice_deadline,
    proposal_deadline,
    questions,
    quiet_nudge,
    reach_offer,
    release,
    room_delete,
    room_hide,
    round_deadline,
    round_open,
    rotation,
    stay_ask,
    stay_settle,
    survey_close,
    survey_open,
    task_reminders,
    tidy,
);

/// Runs the job that has been due longest, if any is due at `now`; whether one was.
///
/// # Errors
/// Those of the database, and of the job; its row then stays as it was.
pub async fn tick(conn: &mut Conn, now: DateTime<Utc>) -> Result<bool> {
    let Some(job) = jobs::job_due(conn, now).await? else { return Ok(false) };
    let next = match JOBS.iter().find(|(name, _)| *name == job.name) {
        Some((_, run)) => run(conn, now, job.due_at, job.subject).await?,
        None => None,
    };
    match next {
        // Never in the past: whatever was missed has just been made up for.
        Some(next) => {
            jobs::job_set(conn, &job.name, job.subject, next.max(now + Duration::seconds(1))).await?;
        }
        None => jobs::job_drop_ran(conn, &job).await?,
    }
    Ok(true)
}

/// Runs what is due, for ever, waiting at `station`.
pub async fn run(app: App, station: Station) {
    let begun = app.clock.now();
    let ensured =
        app.store.write(move |conn| Box::pin(async move { names::always(conn, begun).await })).await;
    if let Err(error) = ensured {
        tracing::error!(target: "tandem::scheduler", %error, "the standing jobs could not be put in place");
    }
    loop {
        let now = app.clock.now();
        // Looking is reading: every commit rings this station, and a write that finds nothing would ring it for ever.
        let wake = match look(&app, now).await {
            // Writing the file anew is no transaction: what could not be done is tried again, until it is done.
            Ok(Look::Due(job)) if job.name == names::SCOUR => {
                scour(&app, job, now).await;
                continue;
            }
            Ok(Look::Due(_)) => {
                let ran = app.store.write(move |conn| Box::pin(async move { tick(conn, now).await })).await;
                if let Err(error) = ran {
                    tracing::error!(target: "tandem::scheduler", %error, "a job failed and will be tried again");
                    if !put_off(&app, now).await {
                        // Nothing can be written at all; rung or not, nothing is tried before that moment.
                        let later = now + TRY_AGAIN;
                        while app.clock.now() < later {
                            station.park(app.clock.as_ref(), Some(later)).await;
                        }
                    }
                }
                continue;
            }
            Ok(Look::Later(wake)) => wake,
            Err(error) => {
                tracing::error!(target: "tandem::scheduler", %error, "the jobs cannot be read");
                Some(now + TRY_AGAIN)
            }
        };
        station.park(app.clock.as_ref(), wake).await;
    }
}

enum Look {
    Due(Job),
    Later(Option<DateTime<Utc>>),
}

async fn look(app: &App, now: DateTime<Utc>) -> Result<Look> {
    let mut conn = app.store.read().await?;
    Ok(match jobs::job_first(&mut conn).await? {
        Some(job) if job.due_at <= now => Look::Due(job),
        first => Look::Later(first.map(|job| job.due_at)),
    })
}

/// Writes the file anew after something was erased, and takes the job off the list unless more was erased meanwhile.
async fn scour(app: &App, job: Job, now: DateTime<Utc>) {
    let done = app.store.scour().await;
    if let Err(error) = &done {
        tracing::warn!(target: "tandem::scheduler", %error, "the file could not be written anew after an erasure; it is tried again");
    }
    let ok = done.is_ok();
    let moved = app.store.write(move |conn| {
        Box::pin(async move {
            if ok {
                return jobs::job_drop_ran(conn, &job).await;
            }
            jobs::job_set(conn, &job.name, job.subject, now + SCOUR_AGAIN).await
        })
    });
    if let Err(error) = moved.await {
        tracing::error!(target: "tandem::scheduler", %error, "the job that follows an erasure could not be moved on");
    }
}

/// Lets the others go first: the failed job's row moves, and nothing else of it. Whether that could be written.
async fn put_off(app: &App, now: DateTime<Utc>) -> bool {
    let moved = app
        .store
        .write(move |conn| {
            Box::pin(async move {
                if let Some(job) = jobs::job_due(conn, now).await? {
                    jobs::job_set(conn, &job.name, job.subject, now + TRY_AGAIN).await?;
                }
                Ok(())
            })
        })
        .await;
    if let Err(error) = moved {
        tracing::error!(target: "tandem::scheduler", %error, "a failed job could not be put off");
        return false;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::testing::World;
    use crate::store::jobs::SUBJECTS;
    use crate::store::releases;

    #[test]
    fn of_every_job_it_is_known_what_it_is_about() {
        let mut known: Vec<&str> = SUBJECTS.iter().map(|(name, _)| *name).collect();
        let mut all: Vec<&str> = JOBS.iter().map(|(name, _)| *name).chain([names::SCOUR]).collect();
        known.sort_unstable();
        all.sort_unstable();
        assert_eq!(known, all);
    }

    #[tokio::test]
    async fn the_jobs_of_a_programme_that_has_begun_run_and_come_again() {
        let (mut world, _) = World::cohort(3).await;
        world.pass(Duration::weeks(4));
        let (programme, now) = (world.programme.id, world.now());
        let mut ran = 0;
        while tick(&mut world.conn, now).await.unwrap() {
            ran += 1;
        }
        assert_eq!(ran, 3);
        assert_eq!(releases::releases_count(&mut world.conn, programme).await.unwrap(), 1);
        assert_eq!(releases::digest_last_at(&mut world.conn, programme).await.unwrap(), Some(now));
        for name in [names::DIGEST, names::QUESTIONS, names::RELEASE] {
            assert!(jobs::job_at(&mut world.conn, name, programme.0).await.unwrap() > Some(now), "{name}");
        }
    }
}
