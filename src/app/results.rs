//! What coordinators ask to see of a programme's results. All of it is made of released cells and programme facts; nothing
//! is computed from what happened inside tandems when somebody asks (P7).

use std::collections::BTreeMap;

use super::{Call, Decision, digest, facts, guard};
use crate::domain::digest::{Digest, Inside};
use crate::domain::ids::{DigestId, RoleId};
use crate::domain::practice::{Practice, PracticeState};
use crate::domain::programme::{Phase, Programme, Role};
use crate::domain::question::OwnQuestion;
use crate::domain::refusal::Refusal;
use crate::domain::report::{Answered, Known, Participation, Report};
use crate::store::releases::Kept;
use crate::store::{Conn, Result, briefings, erasing, practices, programmes, questions, releases, surveys};

/// A digest of a programme.
#[derive(Debug)]
pub struct Shown {
    /// The programme.
    pub programme: Programme,
    /// Its digest; `None` before the first one.
    pub digest: Option<Kept>,
}

/// A programme's last digest as it was made.
///
/// # Errors
/// Those of the database.
pub async fn last_digest(
    conn: &mut Conn,
    call: &Call,
    roles: &[RoleId],
    chosen: Option<&str>,
) -> Result<Decision<Shown>> {
    let programme = match guard::coordinated(conn, call, roles, chosen).await? {
        Ok(programme) => programme,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let digest = releases::digest_last(conn, programme.id).await?;
    Ok(Ok(Shown { programme, digest }))
}

/// The digest under which a button was pressed, as it was made.
///
/// # Errors
/// Those of the database.
pub async fn digest_of(
    conn: &mut Conn,
    call: &Call,
    roles: &[RoleId],
    id: DigestId,
) -> Result<Decision<Shown>> {
    if let Err(refusal) = guard::coordinator(conn, call, roles).await? {
        return Ok(Err(refusal));
    }
    let Some(kept) = releases::digest_find(conn, id).await? else {
        return Ok(Err(Refusal::NoProgramme));
    };
    let programme = programmes::programme_get(conn, kept.programme).await?;
    if programme.guild != call.guild {
        return Ok(Err(Refusal::NoProgramme));
    }
    Ok(Ok(Shown { programme, digest: Some(kept) }))
}

/// The evaluation of a programme, with the words that belong to it.
#[derive(Debug)]
pub struct Evaluation {
    /// The programme.
    pub programme: Programme,
    /// What is shown of it.
    pub report: Report,
    /// The words of guiding questions of its own, by their number.
    pub own: BTreeMap<i64, OwnQuestion>,
    /// Tips and insights that both of a tandem wanted published and a coordinator released, by their words.
    pub practices: Vec<Practice>,
}

/// The evaluation of a programme as it stands now: after the middle, after the end, after its data were erased.
///
/// # Errors
/// Those of the database.
pub async fn evaluation(
    conn: &mut Conn,
    call: &Call,
    roles: &[RoleId],
    chosen: Option<&str>,
) -> Result<Decision<Evaluation>> {
    let programme = match guard::coordinated(conn, call, roles, chosen).await? {
        Ok(programme) => programme,
        Err(refusal) => return Ok(Err(refusal)),
    };
    evaluate(conn, programme).await.map(Ok)
}

/// The same without asking who wants it.
///
/// # Errors
/// Those of the database.
pub async fn evaluate(conn: &mut Conn, programme: Programme) -> Result<Evaluation> {
    let id = programme.id;
    let facts = facts::facts(conn, id).await?;
    let decisions =
        digest::deciding(conn, &programme, Digest::new(facts, Inside::Nothing, &[])).await?.decisions;
    let cells = surveys::survey_figures(conn, id).await?;
    let cells =
        cells.into_iter().flat_map(|(survey, cells)| cells.into_iter().map(move |cell| (survey, cell)));
    let answered = cells.map(|(survey, cell)| {
        let shown = Answered { survey, group: cell.group, asked: cell.asked, shown: cell.shown };
        (cell.item, shown)
    });
    let known = Known {
        participation: participation(conn, &programme).await?,
        facts,
        briefed: briefings::briefing_release_get(conn, id).await?,
        surveys: answered.collect(),
        periods: releases::releases_of(conn, id).await?,
        topics: releases::topics_of(conn, id).await?,
        decisions,
        needed: programme.figures_from(),
    };
    let mut own = BTreeMap::new();
    for question in questions::own_questions_of(conn, id).await? {
        own.insert(question.number, question);
    }
    let mut practices = practices::practices_in(conn, id).await?;
    practices.retain(|one| one.state == PracticeState::Released);
    Ok(Evaluation { report: Report::new(known), programme, own, practices })
}

/// Who took part: counted, or what was kept when the programme was erased.
pub(super) async fn participation(conn: &mut Conn, programme: &Programme) -> Result<Participation> {
    if programme.phase == Phase::Erased {
        let totals = erasing::totals_get(conn, programme.id).await?;
        let of = |fact: &str| totals.get(fact).copied().unwrap_or_default();
        return Ok(Participation {
            mentors: of("mentors"),
            mentees: of("mentees"),
            begun: of("begun"),
            ended: of("ended"),
        });
    }
    let enrolled = programmes::enrolments_of(conn, programme.id).await?;
    let took_part = enrolled.iter().filter(|one| one.approved && !one.provisional);
    let count = |role| took_part.clone().filter(|one| one.role == role || one.role == Role::Both).count();
    let facts = facts::facts(conn, programme.id).await?;
    Ok(Participation {
        mentors: count(Role::Mentor),
        mentees: count(Role::Mentee),
        begun: facts.begun,
        ended: facts.ended,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::digest::make;
    use crate::app::programme::phase::enter;
    use crate::app::testing::{COORDINATORS, DIGEST, ROOM, World};
    use crate::domain::decision::Decision;
    use crate::domain::figures::Released;
    use crate::domain::figures::topics::Picked;
    use crate::domain::ids::{GuildId, UserId};
    use crate::domain::programme::Role;
    use crate::domain::topic::{Theme, Topic};
    use crate::store::{exec_for_test, topics};

    #[tokio::test]
    async fn coordinators_get_the_last_digest_again_and_nobody_else_does() {
        let (mut world, _) = World::cohort(3).await;
        let call = world.call(UserId(1), DIGEST);
        let ask = async |world: &mut World, call: &Call, roles: &[RoleId]| {
            last_digest(&mut world.conn, call, roles, None).await.unwrap().map(|shown| shown.digest)
        };
        assert_eq!(ask(&mut world, &call, &[COORDINATORS]).await, Ok(None));
        let (programme, now) = (world.programme.id, world.now());
        make(&mut world.conn, programme, now).await.unwrap();
        make(&mut world.conn, programme, now).await.unwrap();
        let last = ask(&mut world, &call, &[COORDINATORS]).await.unwrap().unwrap();
        assert_eq!((last.id.0, last.digest.facts.open, last.made_at), (2, 3, now));
        assert_eq!(ask(&mut world, &call, &[]).await, Err(Refusal::NeedsCoordinator));
        let by_button = digest_of(&mut world.conn, &call, &[COORDINATORS], last.id).await.unwrap();
        assert_eq!(by_button.unwrap().digest, Some(last));
        let gone = digest_of(&mut world.conn, &call, &[COORDINATORS], DigestId(99)).await.unwrap();
        assert_eq!(gone.err(), Some(Refusal::NoProgramme));
        let foreign = Call { guild: GuildId(9), ..call };
        assert_eq!(ask(&mut world, &foreign, &[COORDINATORS]).await, Err(Refusal::NotSetUp));
    }

    #[tokio::test]
    async fn who_is_free_is_nothing_to_decide_once_nobody_is_joined_any_more() {
        let (mut world, _) = World::cohort(3).await;
        let (programme, free) = (world.programme.id, world.person(UserId(9_001)).await.id);
        programmes::enrolment_approve(&mut world.conn, programme, free, Role::Mentor).await.unwrap();
        let call = world.call(UserId(1), DIGEST);
        let asks = |decisions: &[Decision]| decisions.iter().any(|one| matches!(one, Decision::Free(1)));
        for (phase, expected) in [("running", true), ("closing", false)] {
            world.programme_set("phase", phase).await;
            let (evaluated, now) = (world.programme.clone(), world.now());
            let evaluation = evaluate(&mut world.conn, evaluated).await.unwrap();
            assert_eq!(asks(&evaluation.report.decisions), expected, "the evaluation of one that is {phase}");
            make(&mut world.conn, programme, now).await.unwrap();
            let last = last_digest(&mut world.conn, &call, &[COORDINATORS], None).await.unwrap().unwrap();
            let made = last.digest.unwrap().digest;
            assert_eq!(asks(&made.decisions), expected, "the digest of one that is {phase}");
        }
    }

    #[tokio::test]
    async fn topics_are_counted_once_when_the_programme_is_closed() {
        let (mut world, tandems) = World::cohort(14).await;
        let pick = async |world: &mut World, tandem, theme| {
            topics::topic_set(&mut world.conn, tandem, None, &theme).await.unwrap();
        };
        for tandem in &tandems[..7] {
            pick(&mut world, *tandem, Theme::Catalogue(Topic::Ai)).await;
        }
        for tandem in &tandems[7..] {
            pick(&mut world, *tandem, Theme::Own("between the two of us".into())).await;
        }
        let programme = world.programme.clone();
        let before = evaluate(&mut world.conn, programme.clone()).await.unwrap();
        assert!(before.report.topics.is_empty());
        world.pass(chrono::Duration::weeks(9));
        let now = world.now();
        enter(&mut world.conn, &programme, Phase::Closed, now).await.unwrap();
        let programme = programmes::programme_get(&mut world.conn, programme.id).await.unwrap();
        let after = evaluate(&mut world.conn, programme.clone()).await.unwrap().report;
        assert_eq!(after.topics[0], (Picked::Catalogue(Topic::Ai), Released::Sum(7)));
        assert_eq!(after.topics[1], (Picked::Other, Released::Sum(7)));
        assert!(after.topics[2..].iter().all(|(_, released)| !released.is_shown()), "{:?}", after.topics);
        // What the two change later is counted nowhere, and their own words stand nowhere.
        pick(&mut world, tandems[8], Theme::Catalogue(Topic::Ai)).await;
        crate::app::digest::topics_release(&mut world.conn, &programme, now).await.unwrap();
        let again = evaluate(&mut world.conn, programme).await.unwrap().report;
        assert_eq!(again, after);
        let rows = world.dump().await;
        assert!(!rows.lines().any(|row| row.starts_with("topic_release") && row.contains("between")));
    }

    #[tokio::test]
    async fn an_evaluation_is_for_coordinators_of_that_server_alone_and_has_what_was_released_of_practices() {
        let mut world = World::new().await;
        let tandem = world.tandem_in(ROOM).await.id.0;
        for (id, state, text) in [(1, "ready", "not yet"), (2, "released", "for all"), (3, "withdrawn", "")] {
            let sql = format!(
                "INSERT INTO practice (id, programme_id, tandem_id, kind, state, text, deadline)
                 VALUES ({id}, 1, {tandem}, 'tip', '{state}', '{text}', 0)"
            );
            exec_for_test(&mut world.conn, &sql).await.unwrap();
        }
        let call = world.call(UserId(1), DIGEST);
        let shown = evaluation(&mut world.conn, &call, &[COORDINATORS], None).await.unwrap().unwrap();
        let words: Vec<_> = shown.practices.iter().map(|one| one.text.as_str()).collect();
        assert_eq!(words, ["for all"]);
        assert!(shown.report.is_small() && shown.report.participation.begun == 1);
        let refused = evaluation(&mut world.conn, &call, &[], None).await.unwrap();
        assert_eq!(refused.err(), Some(Refusal::NeedsCoordinator));
        let foreign = Call { guild: GuildId(9), ..call };
        let refused = evaluation(&mut world.conn, &foreign, &[COORDINATORS], None).await.unwrap();
        assert_eq!(refused.err(), Some(Refusal::NotSetUp));
    }
}
