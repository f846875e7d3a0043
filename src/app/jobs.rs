//! The names of all jobs, and the rows that always have to be there. What a job does lies in `scheduler`; use cases
//! only say when one is due.

use chrono::{DateTime, Duration, Utc};

use super::programme::phase;
use crate::domain::figures::period::{Grid, Length};
use crate::domain::programme::Programme;
use crate::domain::schedule::Schedule;
use crate::domain::zone;
use crate::store::{Conn, Result, jobs, programmes, proposals, tandems};

/// Posts the guiding questions of a programme; subject: the programme.
pub const QUESTIONS: &str = "questions";
/// Reminds a tandem of its tasks; subject: the tandem.
pub const TASK_REMINDERS: &str = "task-reminders";
/// Posts the agenda of a meeting, a day before; subject: the meeting.
pub const AGENDA: &str = "agenda";
/// Asks whether a meeting took place; subject: the meeting.
pub const DID_YOU_MEET: &str = "did-you-meet";
/// Invites the mentor to leave a task, on the morning after; subject: the meeting.
pub const IDEAS: &str = "ideas";
/// Shows half-way to the next meeting what is still open; subject: the tandem.
pub const HALF_WAY: &str = "half-way";
/// Makes a programme's digest; subject: the programme.
pub const DIGEST: &str = "digest";
/// Looks after the mentors' lounge; subject: the programme.
pub const LOUNGE: &str = "lounge";
/// Begins the phase of a programme that comes by itself; subject: the programme.
pub const PHASE: &str = "phase";
/// Releases figures when a period has closed; subject: the programme.
pub const RELEASE: &str = "release";
/// Erases the answers to a proposal by hand; subject: the proposal.
pub const PROPOSAL_DEADLINE: &str = "proposal-deadline";
/// Notes the results of a round of pairing, and erases its answers; subject: the round.
pub const ROUND_DEADLINE: &str = "round-deadline";
/// Opens the next tandems of a round; subject: the round.
pub const ROUND_OPEN: &str = "round-open";
/// Does the next step of a sitting of speed networking; subject: the sitting.
pub const MEETUP: &str = "meetup";
/// Lets a practice lapse that not both agreed to; subject: the practice.
pub const PRACTICE_DEADLINE: &str = "practice-deadline";
/// Takes the room of an ended tandem out of sight; subject: the tandem.
pub const ROOM_HIDE: &str = "room-hide";
/// Deletes the room of an ended tandem; subject: the tandem.
pub const ROOM_DELETE: &str = "room-delete";
/// Takes over what the two said to *How shall it go on?*; subject: the tandem.
pub const NEXT_SETTLE: &str = "next-settle";
/// Ends a tandem's pause and sums up what came due; subject: the tandem.
pub const PAUSE_END: &str = "pause-end";
/// Brings a meeting up an hour before; subject: the meeting.
pub const MEETING_SOON: &str = "meeting-soon";
/// Proposes dates where nothing was planned in time; subject: the tandem.
pub const MEETING_OFFER: &str = "meeting-offer";
/// Nudges a tandem that has gone quiet; subject: the tandem.
pub const QUIET: &str = "quiet-nudge";
/// Offers a new tandem to whoever cannot reach their partner; subject: the tandem.
pub const REACH_OFFER: &str = "reach-offer";
/// In the middle of a programme: interim questions and look-backs; subject: the programme.
pub const MIDDLE: &str = "middle";
/// Reminds each pair of its last meeting; subject: the programme.
pub const LAST_MEETING: &str = "last-meeting";
/// Invites a pair to look back together; subject: the look-back.
pub const LOOK_BACK: &str = "look-back";
/// Opens a survey that follows up; subject: the survey.
pub const SURVEY_OPEN: &str = "survey-open";
/// Closes a survey, writes its figures and erases its answers; subject: the survey.
pub const SURVEY_CLOSE: &str = "survey-close";
/// Asks all tandems of a programme whether they stay together; subject: the programme.
pub const ROTATION: &str = "rotation";
/// Asks the two of a tandem whether they stay together; subject: the tandem.
pub const STAY_ASK: &str = "stay-ask";
/// Settles whether they do; subject: the tandem.
pub const STAY_SETTLE: &str = "stay-settle";
/// Looks whether everybody is still on the server; subject: 0.
pub const MEMBERS: &str = "members";
/// Deletes enrolments that were begun and not finished, and announcements that were not sent; subject: 0.
pub const DRAFTS: &str = "drafts";
/// Deletes invitations that nobody followed; subject: 0.
pub const INVITATIONS: &str = "invitations";
/// Writes the database file anew after something was erased; subject: 0. Runs outside of transactions.
pub const SCOUR: &str = "scour";
/// Erases a programme whose deletion period is over; subject: the programme.
pub const ERASE_PROGRAMME: &str = "erase-programme";
/// Deletes copies of the database that have had their days; subject: 0.
pub const COPIES: &str = "copies";
/// Forgets interaction ids and owed replies; subject: 0.
pub const TIDY: &str = "tidy";

/// So long things are kept that are forgotten after an hour (P4).
const KEPT: Duration = Duration::hours(1);
/// They are forgotten that often at most.
pub const TIDY_LEAST: Duration = Duration::minutes(1);

/// Puts the jobs in place that run as long as the bot is installed; those that wait already stay.
///
/// # Errors
/// Those of the database.
pub async fn always(conn: &mut Conn, now: DateTime<Utc>) -> Result<()> {
    tidy_later(conn, now).await?;
    for programme in programmes::programmes_all(conn).await? {
        if let Some(due) = phase::due(&programme) {
            jobs::job_ensure(conn, PHASE, programme.id.0, due).await?;
        }
    }
    jobs::job_ensure(conn, COPIES, 0, next_night(now)).await?;
    jobs::job_ensure(conn, MEMBERS, 0, next_night(now)).await
}

/// Sees to it that what an interaction leaves behind is forgotten in time.
///
/// # Errors
/// Those of the database.
pub async fn tidy_later(conn: &mut Conn, now: DateTime<Utc>) -> Result<()> {
    jobs::job_ensure(conn, TIDY, 0, now + KEPT).await
}

/// The next 02:00 UTC: night wherever a programme of ours is likely to run, and clear of the switched hour.
#[must_use]
pub fn next_night(now: DateTime<Utc>) -> DateTime<Utc> {
    let two = now.date_naive().and_time(chrono::NaiveTime::MIN).and_utc() + Duration::hours(2);
    if two > now { two } else { two + Duration::days(1) }
}

/// A programme opens: digests come from now on, so that coordinators read who waits to be admitted.
///
/// # Errors
/// Those of the database.
pub async fn digests_begin(conn: &mut Conn, programme: &Programme, now: DateTime<Utc>) -> Result<()> {
    let next = Schedule::from_cron(&programme.digest_schedule).ok();
    match next.and_then(|schedule| schedule.next_after(now, programme.zone)) {
        Some(next) => jobs::job_ensure(conn, DIGEST, programme.id.0, next).await,
        None => Ok(()),
    }
}

/// A programme's first tandem opens: its periods are laid down and its jobs begin. Questions come from its first day
/// on, and so do periods.
///
/// # Errors
/// Those of the database.
pub async fn programme_begin(conn: &mut Conn, programme: &Programme, now: DateTime<Utc>) -> Result<()> {
    let tandems = tandems::tandems_in(conn, programme.id).await?.len();
    let ahead = proposals::proposals_open(conn, programme.id).await?.len()
        + proposals::proposals_to_open(conn, programme.id).await?.len();
    let first_day = programme.starts_on.max(zone::to_local(now, programme.zone).date());
    let grid = Grid::starting(first_day, Length::for_tandems(tandems + ahead), programme.zone);
    let grid = programmes::programme_periods_fix(conn, programme.id, &grid).await?;
    let begins = zone::start_of_day(programme.starts_on, programme.zone) - Duration::seconds(1);
    let questions = Schedule::from_cron(&programme.question_schedule).ok();
    if let Some(next) = questions.and_then(|it| it.next_after(now.max(begins), programme.zone)) {
        jobs::job_ensure(conn, QUESTIONS, programme.id.0, next).await?;
    }
    digests_begin(conn, programme, now).await?;
    super::surveys::plan(conn, programme, now).await?;
    super::rotation::plan(conn, programme, now).await?;
    jobs::job_ensure(conn, RELEASE, programme.id.0, grid.period(grid.closed_by(now)).until).await
}
