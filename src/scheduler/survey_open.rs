//! A survey that follows up opens.

use chrono::{DateTime, Utc};

use crate::app::{jobs, surveys};
use crate::domain::ids::SurveyId;
use crate::store::{Conn, Result};

/// The job's name; its subject is a survey.
pub const NAME: &str = jobs::SURVEY_OPEN;

/// Opens it and says that something waits.
///
/// # Errors
/// Those of the database.
pub async fn run(
    conn: &mut Conn,
    now: DateTime<Utc>,
    _due_at: DateTime<Utc>,
    subject: i64,
) -> Result<Option<DateTime<Utc>>> {
    surveys::open_due(conn, SurveyId(subject), now).await
}
