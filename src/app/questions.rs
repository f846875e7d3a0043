//! Guiding questions: the next of the pool for a tandem, by schedule or because another one was wanted. None is asked
//! twice in a tandem; when the set has run out, that is said once.

use chrono::{DateTime, Days, Utc};

use super::effect::{NewPost, Place, post_plan, post_queue};
use super::{Call, Decision, scope};
use crate::domain::ids::{AskedId, ProgrammeId, TandemId};
use crate::domain::marks::ON_QUESTION;
use crate::domain::post::PostKind;
use crate::domain::programme::Programme;
use crate::domain::question::{self, Stage};
use crate::domain::refusal::Refusal;
use crate::domain::schedule::Schedule;
use crate::domain::tandem::{Tandem, TandemState};
use crate::domain::zone;
use crate::store::{Conn, Result, programmes, questions, tandems};

/// When a programme's next question comes; `None` after its last day.
#[must_use]
pub fn next_round(programme: &Programme, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    if programme.phase.is_over() {
        return None;
    }
    let schedule = Schedule::from_cron(&programme.question_schedule).ok()?;
    schedule.next_after(now, programme.zone).filter(|at| *at < end(programme))
}

/// After the last day no question comes.
fn end(programme: &Programme) -> DateTime<Utc> {
    zone::start_of_day(programme.ends_on + Days::new(1), programme.zone)
}

/// Asks every open tandem of a programme its question of the round that was due, and tells when the next one is. After
/// days away this is one question, not one for each day.
///
/// # Errors
/// Those of the database.
pub async fn ask_all(
    conn: &mut Conn,
    programme: ProgrammeId,
    due_at: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<Option<DateTime<Utc>>> {
    let programme = programmes::programme_get(conn, programme).await?;
    if programme.phase.works() && due_at < end(&programme) {
        for tandem in tandems::tandems_in(conn, programme.id).await? {
            if tandem.state == TandemState::Open {
                ask(conn, &programme, &tandem, Some(due_at), now).await?;
            }
        }
    }
    Ok(next_round(&programme, now))
}

/// Another question was wanted: once for each question, and at once.
///
/// # Errors
/// Those of the database.
pub async fn pass_on(
    conn: &mut Conn,
    programme: &Programme,
    tandem: &Tandem,
    asked: AskedId,
    now: DateTime<Utc>,
) -> Result<()> {
    if questions::asked_pass_on(conn, asked).await? {
        ask(conn, programme, tandem, None, now).await?;
    }
    Ok(())
}

/// One of the two wants the next question now, and whether there was one: in place of the last one, once for each, as ⏭️ under it does; the first one
/// where none was asked.
///
/// # Errors
/// Those of the database.
pub async fn next_now(conn: &mut Conn, call: &Call) -> Result<Decision<bool>> {
    let seat = match scope::seat(conn, call, None).await?.and_then(|seat| seat.at_work().map(|()| seat)) {
        Ok(seat) => seat,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let last = questions::asked_of(conn, seat.tandem.id).await?.pop();
    if let Some(last) = last
        && !questions::asked_pass_on(conn, last.id).await?
    {
        // Only the last question of the set is passed on without a successor.
        return Ok(Err(Refusal::NoQuestionLeft));
    }
    ask(conn, &seat.programme, &seat.tandem, None, call.now).await?;
    let asked = questions::asked_of(conn, seat.tandem.id).await?.pop();
    Ok(Ok(asked.map(|asked| asked.id) != last.map(|last| last.id)))
}

/// The stage a programme is in.
fn stage(programme: &Programme, now: DateTime<Utc>) -> Stage {
    let today = zone::to_local(now, programme.zone).date();
    let days = (programme.ends_on - programme.starts_on).num_days();
    Stage::on_day((today - programme.starts_on).num_days(), days)
}

async fn ask(
    conn: &mut Conn,
    programme: &Programme,
    tandem: &Tandem,
    round: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
) -> Result<()> {
    let asked = questions::asked_of(conn, tandem.id).await?;
    if round.is_some() && asked.iter().any(|asked| asked.round == round) {
        return Ok(());
    }
    let numbers: Vec<i64> = asked.iter().map(|asked| asked.question).collect();
    let choice = questions::question_choice(conn, programme.id).await?;
    let stage = stage(programme, now);
    let next = question::next_for(tandem.id, programme.template.code(), stage, &numbers, &choice);
    let Some(next) = next else { return run_out(conn, programme, tandem.id, now).await };
    let Some(asked) = questions::asked_add(conn, tandem.id, next, round, now).await? else { return Ok(()) };
    if round.is_some() {
        post_plan(conn, programme, tandem.id, PostKind::Question, asked.0, now, ON_QUESTION).await?;
    } else {
        // An answer to what one of them just did: at once, at whatever hour.
        let new = NewPost {
            programme: programme.id,
            place: Place::Room(tandem.id),
            kind: PostKind::Question,
            subject: asked.0,
            due_at: now,
            expires_at: None,
            seeds: ON_QUESTION,
            pinned: false,
        };
        post_queue(conn, &new).await?;
    }
    Ok(())
}

async fn run_out(conn: &mut Conn, programme: &Programme, tandem: TandemId, now: DateTime<Utc>) -> Result<()> {
    if programmes::told_once(conn, programme.id, &format!("questions-out:{tandem}")).await? {
        post_plan(conn, programme, tandem, PostKind::QuestionsOut, tandem.0, now, &[]).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::testing::{ROOM, World};
    use crate::domain::programme::Phase;
    use crate::domain::question::for_stage;
    use crate::store::posts;
    use chrono::Duration;

    async fn kinds(world: &mut World) -> Vec<PostKind> {
        let mut kinds = Vec::new();
        for (_, effect, _) in world.outbox().await {
            if let crate::app::effect::Effect::Post { post } = effect {
                kinds.push(posts::post_get(&mut world.conn, post).await.unwrap().kind);
            }
        }
        kinds
    }

    #[tokio::test]
    async fn a_round_asks_each_open_tandem_once_however_often_it_runs() {
        let mut world = World::new().await;
        let now = world.now();
        for _ in 0..2 {
            let next = ask_all(&mut world.conn, world.programme.id, now, now).await.unwrap();
            assert_eq!(next, "2027-02-01T08:00:00Z".parse().ok());
        }
        assert_eq!(kinds(&mut world).await, [PostKind::Question]);
        assert_eq!(world.outbox().await.len(), 1 + ON_QUESTION.len());
    }

    #[tokio::test]
    async fn after_days_away_there_is_one_question_and_the_next_comes_on_schedule() {
        let mut world = World::new().await;
        world.programme_set("question_schedule", "0 9 * * *").await;
        let (was_due, back) = (world.now(), world.now() + Duration::days(3));
        let next = ask_all(&mut world.conn, world.programme.id, was_due, back).await.unwrap();
        assert_eq!(kinds(&mut world).await, [PostKind::Question]);
        assert_eq!(next, "2027-01-08T08:00:00Z".parse().ok());
    }

    #[tokio::test]
    async fn no_question_stands_twice_and_the_end_of_the_set_is_told_once() {
        let mut world = World::new().await;
        let programme = world.programme.id;
        let suited = for_stage("six", Stage::Early).len();
        let mut at = world.now();
        for _ in 0..suited + 3 {
            at += Duration::days(1);
            ask_all(&mut world.conn, programme, at, at).await.unwrap();
        }
        let tandem = world.tandem_in(ROOM).await.id;
        let mut asked: Vec<i64> = questions::asked_of(&mut world.conn, tandem)
            .await
            .unwrap()
            .iter()
            .map(|one| one.question)
            .collect();
        asked.sort_unstable();
        asked.dedup();
        assert_eq!(asked.len(), suited);
        let kinds = kinds(&mut world).await;
        assert_eq!(kinds.iter().filter(|kind| **kind == PostKind::QuestionsOut).count(), 1);
        assert_eq!(kinds.len(), suited + 1);
    }

    #[tokio::test]
    async fn a_programme_that_is_over_or_not_at_work_asks_nothing() {
        let mut world = World::new().await;
        let (programme, now) = (world.programme.id, world.now());
        programmes::programme_phase_set(&mut world.conn, programme, Phase::Pairing).await.unwrap();
        assert!(ask_all(&mut world.conn, programme, now, now).await.unwrap().is_some());
        programmes::programme_phase_set(&mut world.conn, programme, Phase::Closed).await.unwrap();
        assert_eq!(ask_all(&mut world.conn, programme, now, now).await.unwrap(), None);
        assert!(world.outbox().await.is_empty());
        let late = "2027-05-10T08:00:00Z".parse().unwrap();
        assert_eq!(next_round(&world.programme, late), None, "the first Monday of June is after the end");
    }

    #[tokio::test]
    async fn a_tandem_that_has_ended_is_asked_nothing() {
        let mut world = World::new().await;
        let (tandem, now) = (world.tandem_in(ROOM).await.id, world.now());
        tandems::tandem_end(&mut world.conn, tandem, now).await.unwrap();
        ask_all(&mut world.conn, world.programme.id, now, now).await.unwrap();
        assert!(world.outbox().await.is_empty());
    }
}
