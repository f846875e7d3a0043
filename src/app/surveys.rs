//! Short surveys, as whoever is asked meets them: one question after another, resumable and to be changed until the survey
//! closes, each person once. Who answered shows nowhere: sheets are made when a survey opens, and an answer is a value in
//! its sheet without a time.

mod rounds;

use chrono::{DateTime, Utc};

use super::{Call, Decision};
use crate::domain::ids::{PersonId, SurveyId, TandemId};
use crate::domain::programme::{Phase, Programme};
use crate::domain::refusal::Refusal;
use crate::domain::survey::{Answers, Group, Item, Step, SurveyKind, follow_up, items, morning};
use crate::domain::tandem::Side;
use crate::store::surveys::{Survey, SurveyState};
use crate::store::{Conn, Result, people, programmes, surveys, tandems};

pub use rounds::{close_due, closed, closing, last_meeting, middle, open_due, plan};

/// A survey as it stands for somebody who is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The survey.
    pub survey: Survey,
    /// Its programme.
    pub programme: Programme,
    /// The side on which they are asked.
    pub side: Side,
    /// With whom their answers are summed up.
    pub group: Group,
    /// What they are asked.
    pub items: Vec<Item>,
    /// What they have answered.
    pub answers: Answers,
    /// Which item is shown; `None` at the end, or where all was answered.
    pub at: Option<usize>,
    /// Until when answers are taken.
    pub closes_at: DateTime<Utc>,
    /// A tandem of theirs at work, in which a remark could be passed on.
    pub tandem: Option<TandemId>,
}

impl Page {
    /// The first item without an answer.
    #[must_use]
    pub fn first_open(&self) -> Option<usize> {
        self.items.iter().position(|item| !self.answers.contains_key(&item.number))
    }

    /// Whether something was answered.
    #[must_use]
    pub fn begun(&self) -> bool {
        !self.answers.is_empty()
    }
}

/// An open survey of somebody's, by the person; `None` where they are not asked (any more).
async fn page_of(
    conn: &mut Conn,
    person: PersonId,
    survey: Survey,
    now: DateTime<Utc>,
) -> Result<Option<Page>> {
    let Some(closes_at) = survey.open_until(now) else { return Ok(None) };
    let Some(sheet) = surveys::sheet_find(conn, survey.id, person).await? else { return Ok(None) };
    let Some(group) = survey.asking.group(sheet.side) else { return Ok(None) };
    let programme = programmes::programme_get(conn, survey.programme).await?;
    if programme.phase == Phase::Erased {
        return Ok(None);
    }
    let live = tandems::tandems_of(conn, person).await?;
    let tandem = live.iter().find(|one| one.programme == programme.id && one.is_live());
    let tandem = tandem.filter(|_| programme.phase.works()).map(|one| one.id);
    Ok(Some(Page {
        items: items(programme.template.code(), survey.kind, group),
        survey,
        programme,
        side: sheet.side,
        group,
        answers: sheet.answers,
        at: None,
        closes_at,
        tandem,
    }))
}

async fn page(conn: &mut Conn, call: &Call, id: SurveyId) -> Result<Decision<(PersonId, Page)>> {
    let me = people::person_find(conn, call.guild, call.user).await?;
    let survey = surveys::survey_find(conn, id).await?;
    let (Some(me), Some(survey)) = (me, survey) else { return Ok(Err(Refusal::NothingWaits)) };
    let page = page_of(conn, me.id, survey, call.now).await?;
    Ok(page.map(|page| (me.id, page)).ok_or(Refusal::NothingWaits))
}

/// Begins or resumes a survey: at the first item without an answer.
///
/// # Errors
/// Those of the database.
pub async fn begin(conn: &mut Conn, call: &Call, survey: SurveyId) -> Result<Decision<Page>> {
    Ok(page(conn, call, survey).await?.map(|(_, page)| Page { at: page.first_open(), ..page }))
}

/// Looks at one item, to answer it anew.
///
/// # Errors
/// Those of the database.
pub async fn show(conn: &mut Conn, call: &Call, step: Step) -> Result<Decision<Page>> {
    Ok(page(conn, call, step.survey).await?.and_then(|(_, page)| {
        let at = page.items.iter().position(|item| item.number == step.item);
        at.map(|at| Page { at: Some(at), ..page }).ok_or(Refusal::NothingWaits)
    }))
}

/// Notes an answer in place of one before, and goes on to the next item, or to the next without an answer. To be run
/// without a trace of who asked; the same once more changes nothing.
///
/// # Errors
/// Those of the database.
pub async fn answer(conn: &mut Conn, call: &Call, step: Step) -> Result<Decision<Page>> {
    let (me, mut page) = match page(conn, call, step.survey).await? {
        Ok(found) => found,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let known = page
        .items
        .iter()
        .position(|item| item.number == step.item && (1..=item.scale.options()).contains(&step.option));
    let Some(at) = known else { return Ok(Err(Refusal::NothingWaits)) };
    let first_time = page.answers.insert(step.item, step.option).is_none();
    surveys::sheet_set(conn, step.survey, me, &page.answers).await?;
    // Whoever goes through their answers once more sees the next one, whoever answers for the first time what is open.
    let next = Some(at + 1).filter(|next| *next < page.items.len());
    page.at = if first_time { page.first_open() } else { next.or_else(|| page.first_open()) };
    Ok(Ok(page))
}

/// The surveys that wait for somebody, or that they may still change.
///
/// # Errors
/// Those of the database.
pub async fn waiting(conn: &mut Conn, person: PersonId, now: DateTime<Utc>) -> Result<Vec<Page>> {
    let mut pages = Vec::new();
    for survey in surveys::surveys_asking(conn, person).await? {
        pages.extend(page_of(conn, person, survey, now).await?);
    }
    Ok(pages)
}

/// When an open survey closes, for the post in a room; `None` for one that is not open.
#[must_use]
pub const fn closes_at(survey: &Survey) -> Option<DateTime<Utc>> {
    match survey.state {
        SurveyState::Open { closes_at } => Some(closes_at),
        SurveyState::Planned | SurveyState::Closed => None,
    }
}

/// Whether a survey asks about the tandem itself, so that a talk is offered after it.
#[must_use]
pub const fn offers_talk(kind: SurveyKind) -> bool {
    matches!(kind, SurveyKind::Interim)
}

/// Which of the two questions after the end a programme's deletion period leaves no time for: none of them, the second, both.
#[must_use]
pub fn left_out(programme: &Programme) -> usize {
    let ends = morning(programme.ends_on, programme.zone);
    let later = [SurveyKind::FollowFour, SurveyKind::FollowTwelve];
    let asked =
        |kind: &&SurveyKind| follow_up(**kind, ends, programme.deletion_days, programme.zone).is_some();
    later.len() - later.iter().filter(asked).count()
}

#[cfg(test)]
#[path = "surveys/tests.rs"]
mod tests;
