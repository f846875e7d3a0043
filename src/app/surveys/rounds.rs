//! When surveys open and close. A survey asks those who are in a tandem when it opens, each once; when it closes, what may
//! be shown of it is written once and all answers are erased. After the programme's end those who were asked at its end are
//! asked twice more.

use std::collections::BTreeMap;

use chrono::{DateTime, Duration, Utc};

use crate::app::effect::post_plan;
use crate::app::{direct, jobs as names, look_backs, place};
use crate::domain::figures::K;
use crate::domain::figures::survey::shown;
use crate::domain::ids::{PersonId, ProgrammeId, SurveyId};
use crate::domain::look_back::Moment;
use crate::domain::post::PostKind;
use crate::domain::programme::{Phase, Programme};
use crate::domain::survey::{
    Asking, LAST_MEETING_BEFORE, Scale, SurveyKind, follow_up, half_time, items, morning,
};
use crate::domain::tandem::{Side, Tandem};
use crate::store::surveys::{SurveyCell, SurveyState};
use crate::store::{Conn, Result, jobs, programmes, surveys, tandems};

/// Plans what comes in the middle of a programme and before its end: when its first tandem opens, and whenever its days
/// change. What has passed by then is left out.
///
/// # Errors
/// Those of the database.
pub async fn plan(conn: &mut Conn, programme: &Programme, now: DateTime<Utc>) -> Result<()> {
    let (middle, last) = moments(programme);
    let asked = surveys::surveys_of(conn, programme.id).await?;
    let middle = (middle > now && asked.iter().all(|one| one.kind != SurveyKind::Interim)).then_some(middle);
    let told = programmes::was_told(conn, programme.id, LAST_MEETING_TOLD).await?;
    for (name, at) in [(names::MIDDLE, middle), (names::LAST_MEETING, (last > now && !told).then_some(last))]
    {
        match at {
            Some(at) => jobs::job_set(conn, name, programme.id.0, at).await?,
            None => jobs::job_drop(conn, name, programme.id.0).await?,
        }
    }
    Ok(())
}

const LAST_MEETING_TOLD: &str = "last-meeting";

fn moments(programme: &Programme) -> (DateTime<Utc>, DateTime<Utc>) {
    let quiet = programme.quiet();
    let middle = half_time(programme.starts_on, programme.ends_on, programme.zone);
    let last = morning(programme.ends_on - LAST_MEETING_BEFORE, programme.zone);
    (quiet.next_open(middle, programme.zone), quiet.next_open(last, programme.zone))
}

async fn live(conn: &mut Conn, programme: ProgrammeId) -> Result<Vec<Tandem>> {
    let all = tandems::tandems_in(conn, programme).await?;
    Ok(all.into_iter().filter(Tandem::is_live).collect())
}

/// The middle has come: the interim questions open, and each pair is invited to look back.
///
/// # Errors
/// Those of the database.
pub async fn middle(
    conn: &mut Conn,
    programme: ProgrammeId,
    now: DateTime<Utc>,
) -> Result<Option<DateTime<Utc>>> {
    let programme = programmes::programme_get(conn, programme).await?;
    let at = moments(&programme).0;
    if at > now {
        return Ok(Some(at));
    }
    if programme.phase != Phase::Running {
        return Ok(None);
    }
    let mut tandems = live(conn, programme.id).await?;
    tandems.retain(|tandem| tandem.is_old_enough(now));
    open_now(conn, &programme, SurveyKind::Interim, &tandems, now).await?;
    look_backs::begin(conn, &tandems, Moment::Half, now).await?;
    Ok(None)
}

/// Three weeks before the end: each pair is reminded of its last meeting.
///
/// # Errors
/// Those of the database.
pub async fn last_meeting(
    conn: &mut Conn,
    programme: ProgrammeId,
    now: DateTime<Utc>,
) -> Result<Option<DateTime<Utc>>> {
    let programme = programmes::programme_get(conn, programme).await?;
    let at = moments(&programme).1;
    if at > now {
        return Ok(Some(at));
    }
    let told = programmes::told_once(conn, programme.id, LAST_MEETING_TOLD).await?;
    if programme.phase != Phase::Running || !told || now >= at + LAST_MEETING_BEFORE - Duration::days(3) {
        return Ok(None);
    }
    for tandem in live(conn, programme.id).await? {
        post_plan(conn, &programme, tandem.id, PostKind::LastMeeting, tandem.id.0, now, &[]).await?;
    }
    Ok(None)
}

/// The programme is closing: the final survey opens, each pair is invited to its last look-back, and it is fixed who will be
/// asked later what has lasted. What is still open of the interim questions is closed.
///
/// # Errors
/// Those of the database.
pub async fn closing(conn: &mut Conn, programme: &Programme, now: DateTime<Utc>) -> Result<()> {
    for name in [names::MIDDLE, names::LAST_MEETING, names::ROTATION] {
        jobs::job_drop(conn, name, programme.id.0).await?;
    }
    close_open(conn, programme, SurveyKind::Interim).await?;
    let tandems = live(conn, programme.id).await?;
    open_now(conn, programme, SurveyKind::Final, &tandems, now).await?;
    for kind in [SurveyKind::FollowFour, SurveyKind::FollowTwelve] {
        add(conn, programme, kind, &tandems).await?;
    }
    look_backs::begin(conn, &tandems, Moment::End, now).await
}

/// The programme is closed: the final survey is counted, and the questions of later get their days.
///
/// # Errors
/// Those of the database.
pub async fn closed(conn: &mut Conn, programme: &Programme, now: DateTime<Utc>) -> Result<()> {
    for name in [names::MIDDLE, names::LAST_MEETING, names::ROTATION] {
        jobs::job_drop(conn, name, programme.id.0).await?;
    }
    for kind in [SurveyKind::Interim, SurveyKind::Final] {
        close_open(conn, programme, kind).await?;
    }
    // One that is closed without having been closing asks those who are in a tandem now.
    let tandems = live(conn, programme.id).await?;
    for kind in [SurveyKind::FollowFour, SurveyKind::FollowTwelve] {
        add(conn, programme, kind, &tandems).await?;
    }
    for survey in surveys::surveys_of(conn, programme.id).await? {
        if survey.state != SurveyState::Planned {
            continue;
        }
        match follow_up(survey.kind, now, programme.deletion_days, programme.zone) {
            Some((opens_at, closes_at)) => {
                let opens_at = programme.quiet().next_open(opens_at, programme.zone);
                surveys::survey_plan(conn, survey.id, opens_at, closes_at).await?;
                jobs::job_set(conn, names::SURVEY_OPEN, survey.id.0, opens_at).await?;
            }
            None => surveys::survey_drop(conn, survey.id).await?,
        }
    }
    Ok(())
}

/// Everybody in these tandems, each once: whoever is in several is asked on the side of the oldest.
fn asked(tandems: &[Tandem]) -> BTreeMap<PersonId, Side> {
    let mut people = BTreeMap::new();
    for tandem in tandems {
        for side in Side::ALL {
            people.entry(tandem.person(*side)).or_insert(*side);
        }
    }
    people
}

/// Plans a survey with a sheet for everybody it asks; `None` where nothing could ever be shown, or it is there already.
async fn add(
    conn: &mut Conn,
    programme: &Programme,
    kind: SurveyKind,
    tandems: &[Tandem],
) -> Result<Option<SurveyId>> {
    let people = asked(tandems);
    let count = |side: Side| people.values().filter(|one| **one == side).count();
    let k = K::new(programme.k).unwrap_or(K::LEAST);
    let asking = Asking::of(count(Side::Mentor), count(Side::Mentee), k);
    if asking == Asking::Nobody {
        return Ok(None);
    }
    let Some(survey) = surveys::survey_add(conn, programme.id, kind, asking).await? else {
        return Ok(None);
    };
    for (person, side) in &people {
        surveys::sheet_add(conn, survey, *person, *side).await?;
    }
    Ok(Some(survey))
}

async fn open_now(
    conn: &mut Conn,
    programme: &Programme,
    kind: SurveyKind,
    tandems: &[Tandem],
    now: DateTime<Utc>,
) -> Result<()> {
    if let Some(survey) = add(conn, programme, kind, tandems).await? {
        surveys::survey_plan(conn, survey, now, now + kind.open_for()).await?;
        open(conn, survey).await?;
    }
    Ok(())
}

async fn open(conn: &mut Conn, survey: SurveyId) -> Result<bool> {
    let Some(closes_at) = surveys::survey_open(conn, survey).await? else { return Ok(false) };
    jobs::job_set(conn, names::SURVEY_CLOSE, survey.0, closes_at).await?;
    Ok(true)
}

/// The day of a follow-up has come: it waits under *My place*; the programme's channel and whoever ticked it are told that
/// something waits. A day that was missed too far is passed over.
///
/// # Errors
/// Those of the database.
pub async fn open_due(
    conn: &mut Conn,
    survey: SurveyId,
    now: DateTime<Utc>,
) -> Result<Option<DateTime<Utc>>> {
    let Some(survey) = surveys::survey_find(conn, survey).await? else { return Ok(None) };
    if !open(conn, survey.id).await? {
        return Ok(None);
    }
    let programme = programmes::programme_get(conn, survey.programme).await?;
    let sheets = surveys::sheets_of(conn, survey.id).await?;
    let current = surveys::survey_find(conn, survey.id).await?.and_then(|one| one.open_until(now));
    if sheets.is_empty() || current.is_none() || programme.phase != Phase::Closed {
        return Ok(None);
    }
    place::announce(conn, &programme, now).await?;
    for sheet in &sheets {
        direct::point(conn, &programme, sheet.person, now).await?;
    }
    Ok(None)
}

async fn close_open(conn: &mut Conn, programme: &Programme, kind: SurveyKind) -> Result<()> {
    for survey in surveys::surveys_of(conn, programme.id).await? {
        if survey.kind == kind {
            close(conn, survey.id).await?;
        }
    }
    Ok(())
}

/// A survey's last moment has come.
///
/// # Errors
/// Those of the database.
pub async fn close_due(
    conn: &mut Conn,
    survey: SurveyId,
    now: DateTime<Utc>,
) -> Result<Option<DateTime<Utc>>> {
    let Some(found) = surveys::survey_find(conn, survey).await? else { return Ok(None) };
    if let Some(later) = found.open_until(now) {
        return Ok(Some(later));
    }
    close(conn, survey).await?;
    Ok(None)
}

/// Writes what may be shown of a survey, and erases all answers to it.
async fn close(conn: &mut Conn, id: SurveyId) -> Result<()> {
    let Some(survey) = surveys::survey_find(conn, id).await? else { return Ok(()) };
    let programme = programmes::programme_get(conn, survey.programme).await?;
    let sheets = surveys::sheets_of(conn, id).await?;
    let k = K::new(programme.k).unwrap_or(K::LEAST);
    let mut cells = Vec::new();
    for group in survey.asking.groups() {
        let there: Vec<_> = sheets.iter().filter(|sheet| group.has(sheet.side)).collect();
        for item in items(programme.template.code(), survey.kind, *group) {
            let answers: Vec<u8> =
                there.iter().map(|sheet| sheet.answers.get(&item.number).copied().unwrap_or(0)).collect();
            cells.push(SurveyCell {
                group: *group,
                item: item.number,
                asked: u32::try_from(answers.len()).unwrap_or(u32::MAX),
                shown: shown(&answers, item.scale.options(), item.scale == Scale::Agree, k),
            });
        }
    }
    surveys::survey_close(conn, id, &cells).await?;
    jobs::job_drop(conn, names::SURVEY_CLOSE, id.0).await
}
