//! A survey is counted.

use chrono::{DateTime, Utc};

use crate::app::{jobs, surveys};
use crate::domain::ids::SurveyId;
use crate::store::{Conn, Result};

/// The job's name; its subject is a survey.
pub const NAME: &str = jobs::SURVEY_CLOSE;

/// Writes what may be shown, and erases all answers.
///
/// # Errors
/// Those of the database.
pub async fn run(
    conn: &mut Conn,
    now: DateTime<Utc>,
    _due_at: DateTime<Utc>,
    subject: i64,
) -> Result<Option<DateTime<Utc>>> {
    surveys::close_due(conn, SurveyId(subject), now).await
}
