//! Surveys, the sheets of those who are asked, and what is shown of them once they are closed.

use chrono::{DateTime, Utc};
use sqlx::Row as _;
use sqlx::sqlite::SqliteRow;

use super::{Conn, Error, Result, at, ms};
use crate::domain::figures::survey::Shown;
use crate::domain::ids::{PersonId, ProgrammeId, SurveyId};
use crate::domain::survey::{Answers, Asking, Group, SurveyKind};
use crate::domain::tandem::Side;

/// Where a survey stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SurveyState {
    /// Who is asked is known; it has not opened.
    Planned,
    /// Answers are taken until it closes.
    Open {
        /// When that is.
        closes_at: DateTime<Utc>,
    },
    /// What is shown of it was written.
    Closed,
}

/// A survey of a programme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Survey {
    /// Our number for it.
    pub id: SurveyId,
    /// Whose.
    pub programme: ProgrammeId,
    /// Which.
    pub kind: SurveyKind,
    /// Where it stands.
    pub state: SurveyState,
    /// How it is asked: apart or together.
    pub asking: Asking,
    /// When it opens or opened; `None` while that is not known.
    pub opens_at: Option<DateTime<Utc>>,
}

impl Survey {
    /// When it closes, where it is open at that moment.
    #[must_use]
    pub fn open_until(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        match self.state {
            SurveyState::Open { closes_at } if now < closes_at => Some(closes_at),
            _ => None,
        }
    }
}

fn survey(row: &SqliteRow) -> Result<Survey> {
    let state = match row.get("state") {
        "planned" => SurveyState::Planned,
        "open" => SurveyState::Open { closes_at: at(row.get("closes_at")) },
        _ => SurveyState::Closed,
    };
    Ok(Survey {
        id: SurveyId(row.get("id")),
        programme: ProgrammeId(row.get("programme_id")),
        kind: SurveyKind::of(row.get("kind")).ok_or(Error::Unknown("survey"))?,
        state,
        asking: if row.get("apart") { Asking::Apart } else { Asking::Together },
        opens_at: row.get::<Option<i64>, _>("opens_at").map(at),
    })
}

/// Adds a survey that is planned, unless the programme has one of that kind.
pub async fn survey_add(
    conn: &mut Conn,
    programme: ProgrammeId,
    kind: SurveyKind,
    asking: Asking,
) -> Result<Option<SurveyId>> {
    let id: Option<i64> = sqlx::query_scalar(
        "INSERT INTO survey (programme_id, kind, state, apart) VALUES (?, ?, 'planned', ?)
         ON CONFLICT (programme_id, kind) DO NOTHING RETURNING id",
    )
    .bind(programme.0)
    .bind(kind.code())
    .bind(asking == Asking::Apart)
    .fetch_optional(conn)
    .await?;
    Ok(id.map(SurveyId))
}

/// Says when a planned survey opens and closes.
pub async fn survey_plan(
    conn: &mut Conn,
    id: SurveyId,
    opens_at: DateTime<Utc>,
    closes_at: DateTime<Utc>,
) -> Result<()> {
    sqlx::query("UPDATE survey SET opens_at = ?, closes_at = ? WHERE id = ? AND state = 'planned'")
        .bind(ms(opens_at))
        .bind(ms(closes_at))
        .bind(id.0)
        .execute(conn)
        .await?;
    Ok(())
}

/// Opens a planned survey whose times are known; when it closes. `None` where it is not to be opened.
pub async fn survey_open(conn: &mut Conn, id: SurveyId) -> Result<Option<DateTime<Utc>>> {
    let closes: Option<i64> = sqlx::query_scalar(
        "UPDATE survey SET state = 'open' WHERE id = ? AND state = 'planned' AND closes_at IS NOT NULL
         RETURNING closes_at",
    )
    .bind(id.0)
    .fetch_optional(conn)
    .await?;
    Ok(closes.map(at))
}

/// The survey of that number.
pub async fn survey_find(conn: &mut Conn, id: SurveyId) -> Result<Option<Survey>> {
    let row = sqlx::query("SELECT * FROM survey WHERE id = ?").bind(id.0).fetch_optional(conn).await?;
    row.as_ref().map(survey).transpose()
}

/// All surveys of a programme, in the order in which they were planned.
pub async fn surveys_of(conn: &mut Conn, programme: ProgrammeId) -> Result<Vec<Survey>> {
    let rows = sqlx::query("SELECT * FROM survey WHERE programme_id = ? ORDER BY id")
        .bind(programme.0)
        .fetch_all(conn)
        .await?;
    rows.iter().map(survey).collect()
}

/// The sheet of somebody who is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Who.
    pub person: PersonId,
    /// On which side they are asked.
    pub side: Side,
    /// What they have answered.
    pub answers: Answers,
}

fn sheet(row: &SqliteRow) -> Result<Sheet> {
    Ok(Sheet {
        person: PersonId(row.get("person_id")),
        side: Side::of(row.get("side")).ok_or(Error::Unknown("side"))?,
        answers: serde_json::from_str(row.get("answers")).map_err(|_| Error::Unknown("answer"))?,
    })
}

/// Adds an empty sheet: each person once.
pub async fn sheet_add(conn: &mut Conn, survey: SurveyId, person: PersonId, side: Side) -> Result<()> {
    sqlx::query(
        "INSERT INTO survey_sheet (survey_id, person_id, side) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
    )
    .bind(survey.0)
    .bind(person.0)
    .bind(side.code())
    .execute(conn)
    .await?;
    Ok(())
}

/// The sheets of a survey, by the numbers of people.
pub async fn sheets_of(conn: &mut Conn, survey: SurveyId) -> Result<Vec<Sheet>> {
    let rows = sqlx::query("SELECT * FROM survey_sheet WHERE survey_id = ? ORDER BY person_id")
        .bind(survey.0)
        .fetch_all(conn)
        .await?;
    rows.iter().map(sheet).collect()
}

/// Somebody's sheet in a survey, if they are asked.
pub async fn sheet_find(conn: &mut Conn, survey: SurveyId, person: PersonId) -> Result<Option<Sheet>> {
    let row = sqlx::query("SELECT * FROM survey_sheet WHERE survey_id = ? AND person_id = ?")
        .bind(survey.0)
        .bind(person.0)
        .fetch_optional(conn)
        .await?;
    row.as_ref().map(sheet).transpose()
}

/// The surveys in which somebody is asked, oldest first.
pub async fn surveys_asking(conn: &mut Conn, person: PersonId) -> Result<Vec<Survey>> {
    let rows = sqlx::query(
        "SELECT survey.* FROM survey JOIN survey_sheet ON survey_id = survey.id WHERE person_id = ? ORDER BY survey.id",
    )
    .bind(person.0)
    .fetch_all(conn)
    .await?;
    rows.iter().map(survey).collect()
}

/// Writes somebody's answers in place of those before.
pub async fn sheet_set(conn: &mut Conn, survey: SurveyId, person: PersonId, answers: &Answers) -> Result<()> {
    sqlx::query("UPDATE survey_sheet SET answers = ? WHERE survey_id = ? AND person_id = ?")
        .bind(serde_json::to_string(answers).unwrap_or_default())
        .bind(survey.0)
        .bind(person.0)
        .execute(conn)
        .await?;
    Ok(())
}

/// What is shown of an item for a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SurveyCell {
    /// Whose answers.
    pub group: Group,
    /// The item's number.
    pub item: i64,
    /// How many were asked.
    pub asked: u32,
    /// What is shown.
    pub shown: Shown,
}

/// Closes a survey: writes what is shown of it, once, and erases what everybody answered. `false` when it was closed.
pub async fn survey_close(conn: &mut Conn, id: SurveyId, cells: &[SurveyCell]) -> Result<bool> {
    let done = sqlx::query("UPDATE survey SET state = 'closed' WHERE id = ? AND state = 'open'")
        .bind(id.0)
        .execute(&mut *conn)
        .await?;
    if done.rows_affected() == 0 {
        return Ok(false);
    }
    for cell in cells {
        sqlx::query("INSERT INTO survey_cell (survey_id, side, item, asked, shown) VALUES (?, ?, ?, ?, ?)")
            .bind(id.0)
            .bind(cell.group.code())
            .bind(cell.item)
            .bind(cell.asked)
            .bind(serde_json::to_string(&cell.shown).unwrap_or_default())
            .execute(&mut *conn)
            .await?;
    }
    sqlx::query("DELETE FROM survey_sheet WHERE survey_id = ?").bind(id.0).execute(conn).await?;
    Ok(true)
}

/// Gives up a survey that was planned and will not be opened, with the sheets of those it would have asked.
pub async fn survey_drop(conn: &mut Conn, id: SurveyId) -> Result<()> {
    sqlx::query("DELETE FROM survey_sheet WHERE survey_id = (SELECT id FROM survey WHERE id = ? AND state = 'planned')")
        .bind(id.0)
        .execute(&mut *conn)
        .await?;
    sqlx::query("DELETE FROM survey WHERE id = ? AND state = 'planned'").bind(id.0).execute(conn).await?;
    Ok(())
}

/// The results of a programme's closed surveys, in their natural order: every output reads these and nothing else (P7).
pub async fn survey_figures(
    conn: &mut Conn,
    programme: ProgrammeId,
) -> Result<Vec<(SurveyKind, Vec<SurveyCell>)>> {
    let rows = sqlx::query(
        "SELECT kind, survey_cell.* FROM survey JOIN survey_cell ON survey_id = survey.id
         WHERE programme_id = ? AND state = 'closed'",
    )
    .bind(programme.0)
    .fetch_all(conn)
    .await?;
    let mut all: Vec<(SurveyKind, Vec<SurveyCell>)> = Vec::new();
    for row in &rows {
        let kind = SurveyKind::of(row.get("kind")).ok_or(Error::Unknown("survey"))?;
        let cell = SurveyCell {
            group: Group::of(row.get("side")).ok_or(Error::Unknown("group"))?,
            item: row.get("item"),
            asked: row.get("asked"),
            shown: serde_json::from_str(row.get("shown")).map_err(|_| Error::Unknown("figure"))?,
        };
        match all.iter_mut().find(|(one, _)| *one == kind) {
            Some((_, cells)) => cells.push(cell),
            None => all.push((kind, vec![cell])),
        }
    }
    for (_, cells) in &mut all {
        cells.sort_by_key(|cell| (cell.group, cell.item));
    }
    all.sort_by_key(|(kind, _)| *kind);
    Ok(all)
}
