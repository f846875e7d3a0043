use chrono::{DateTime, Duration, Utc};

use super::assign::{Draft, Given, assign};
use super::change::{Change, Changed, cancel, edit};
use super::list::{list, to_change, to_report};
use super::report::{Reported, annotate, report};
use super::{Which, remind};
use crate::app::Decision;
use crate::app::effect::Effect;
use crate::app::jobs::TASK_REMINDERS;
use crate::app::testing::{MENTEE, MENTOR, ROOM, World};
use crate::domain::ids::{ChannelId, TaskId, UserId};
use crate::domain::post::PostKind;
use crate::domain::programme::Phase;
use crate::domain::refusal::Refusal;
use crate::domain::task::{OPEN_MAX, Report, TEXT_MAX, Task, TaskState};
use crate::store::{jobs, posts, programmes, tandems, tasks};

const STRANGER: UserId = UserId(9_999);

fn draft(text: &str, due: Option<&str>) -> Draft {
    Draft { text: text.into(), due: due.map(Into::into), link: None }
}

async fn give(world: &mut World, text: &str, due: Option<&str>) -> Decision<Given> {
    let call = world.call(MENTOR, ROOM);
    assign(&mut world.conn, &call, None, draft(text, due)).await.unwrap()
}

async fn given(world: &mut World, text: &str, due: Option<&str>) -> TaskId {
    give(world, text, due).await.unwrap().task
}

async fn say(world: &mut World, who: UserId, number: i64, said: Report) -> Decision<Reported> {
    let call = world.call(who, ROOM);
    report(&mut world.conn, &call, None, Some(Which::Number(number)), said, None).await.unwrap()
}

async fn task(world: &mut World, id: TaskId) -> Task {
    tasks::task_get(&mut world.conn, id).await.unwrap()
}

/// What waits for the room: the kinds of posts, and other effects by name.
async fn waiting(world: &mut World) -> Vec<String> {
    let mut seen = Vec::new();
    for (_, effect, _) in world.outbox().await {
        seen.push(match effect {
            Effect::Post { post } => {
                posts::post_get(&mut world.conn, post).await.unwrap().kind.code().to_owned()
            }
            other => other.kind().to_owned(),
        });
    }
    seen
}

async fn due(world: &mut World) -> Option<DateTime<Utc>> {
    let tandem = world.tandem_in(ROOM).await.id;
    jobs::job_at(&mut world.conn, TASK_REMINDERS, tandem.0).await.unwrap()
}

#[tokio::test]
async fn a_task_gets_the_next_number_and_a_card_with_both_reactions() {
    let mut world = World::new().await;
    let first = give(&mut world, " Pair the headset ", None).await.unwrap();
    let second = give(&mut world, "Mute yourself", None).await.unwrap();
    assert_eq!((first.number, second.number), (1, 2));
    assert_eq!(world.user(first.doer).await, MENTEE);
    assert_eq!(task(&mut world, first.task).await.text, "Pair the headset");
    assert_eq!(waiting(&mut world).await, ["task-card", "seed", "seed"].repeat(2));
}

#[tokio::test]
async fn another_tandem_counts_its_own_tasks() {
    let mut world = World::new().await;
    give(&mut world, "one", None).await.unwrap();
    let room = ChannelId(5_000);
    world.tandem(UserId(3_001), UserId(3_002), room).await;
    let call = world.call(UserId(3_001), room);
    let other = assign(&mut world.conn, &call, None, draft("one", None)).await.unwrap().unwrap();
    assert_eq!(other.number, 1);
}

#[tokio::test]
async fn what_cannot_be_a_task_is_refused_and_leaves_nothing_behind() {
    let mut world = World::new().await;
    let before = world.dump().await;
    let long = "x".repeat(TEXT_MAX + 1);
    for (draft, refusal) in [
        (draft("  ", None), Refusal::TextLength { max: TEXT_MAX }),
        (draft(&long, None), Refusal::TextLength { max: TEXT_MAX }),
        (draft("x", Some("2027-01-03")), Refusal::PastDate),
        (draft("x", Some("soonish")), Refusal::BadDate),
        (Draft { link: Some("ftp://x.example".into()), ..draft("x", None) }, Refusal::BadLink),
    ] {
        let call = world.call(MENTOR, ROOM);
        assert_eq!(assign(&mut world.conn, &call, None, draft).await.unwrap(), Err(refusal));
    }
    for (who, room, refusal) in [
        (MENTEE, ROOM, Refusal::MenteesDoNotAssign),
        (STRANGER, ROOM, Refusal::NotYourRoom),
        (STRANGER, ChannelId(1), Refusal::NoTandem),
    ] {
        let call = world.call(who, room);
        assert_eq!(assign(&mut world.conn, &call, None, draft("x", None)).await.unwrap(), Err(refusal));
    }
    assert_eq!(world.dump().await, before);
}

#[tokio::test]
async fn mentees_give_tasks_where_the_programme_wants_it_and_mentors_report_on_them() {
    let mut world = World::new().await;
    world.programme_set("mentee_assigns", "1").await;
    let call = world.call(MENTEE, ROOM);
    let given =
        assign(&mut world.conn, &call, None, draft("Show me your plan", None)).await.unwrap().unwrap();
    assert_eq!(world.user(given.doer).await, MENTOR);
    assert_eq!(say(&mut world, MENTEE, 1, Report::Worked).await, Err(Refusal::NotYourTask));
    assert!(say(&mut world, MENTOR, 1, Report::Worked).await.is_ok());
}

#[tokio::test]
async fn a_programme_that_is_not_at_work_takes_no_tasks_and_an_ended_tandem_none_either() {
    let mut world = World::new().await;
    programmes::programme_phase_set(&mut world.conn, world.programme.id, Phase::Pairing).await.unwrap();
    assert_eq!(give(&mut world, "x", None).await, Err(Refusal::WrongPhase));
    programmes::programme_phase_set(&mut world.conn, world.programme.id, Phase::Running).await.unwrap();
    let (tandem, now) = (world.tandem_in(ROOM).await.id, world.now());
    tandems::tandem_end(&mut world.conn, tandem, now).await.unwrap();
    assert_eq!(give(&mut world, "x", None).await, Err(Refusal::TandemEnded));
}

#[tokio::test]
async fn as_many_tasks_may_be_open_as_a_menu_shows() {
    let mut world = World::new().await;
    for number in 0..OPEN_MAX {
        give(&mut world, &format!("task {number}"), None).await.unwrap();
    }
    assert_eq!(give(&mut world, "one more", None).await, Err(Refusal::TooManyTasks { max: OPEN_MAX }));
    say(&mut world, MENTEE, 3, Report::Worked).await.unwrap();
    assert!(give(&mut world, "one more", None).await.is_ok());
}

#[tokio::test]
async fn a_report_edits_the_card_and_tells_the_giver_and_the_last_word_counts() {
    let mut world = World::new().await;
    let id = given(&mut world, "x", None).await;
    world.outbox_clear().await;
    say(&mut world, MENTEE, 1, Report::Stuck).await.unwrap();
    assert_eq!(task(&mut world, id).await.state, TaskState::Stuck);
    assert_eq!(waiting(&mut world).await, ["edit", "task-stuck"]);
    say(&mut world, MENTEE, 1, Report::Worked).await.unwrap();
    assert_eq!(task(&mut world, id).await.state, TaskState::Worked);
    // One edit of the card, however often it changes before it is sent (D19).
    assert_eq!(waiting(&mut world).await, ["edit", "task-stuck", "task-worked"]);
    let again = say(&mut world, MENTEE, 1, Report::Worked).await.unwrap();
    assert_eq!(again, Reported::Already { task: id, number: 1, report: Report::Worked });
    assert_eq!(waiting(&mut world).await.len(), 3);
}

#[tokio::test]
async fn a_word_taken_back_calls_nobody_but_corrects_what_was_told() {
    let mut world = World::new().await;
    let id = given(&mut world, "x", None).await;
    let call = world.call(MENTEE, ROOM);
    let note = Some("the cable".to_owned());
    report(&mut world.conn, &call, None, None, Report::Stuck, note).await.unwrap().unwrap();
    assert_eq!(task(&mut world, id).await.note.as_deref(), Some("the cable"));
    world.outbox_clear().await;
    let call = world.call(MENTEE, ROOM);
    report(&mut world.conn, &call, None, Some(Which::Id(id)), Report::Open, None).await.unwrap().unwrap();
    let task = task(&mut world, id).await;
    assert_eq!((task.state, task.note), (TaskState::Open, None));
    assert_eq!(waiting(&mut world).await, ["edit", "edit"]);
}

#[tokio::test]
async fn a_note_can_follow_and_stands_only_in_the_tasks_own_row() {
    let mut world = World::new().await;
    let id = given(&mut world, "x", None).await;
    let call = world.call(MENTEE, ROOM);
    let early = annotate(&mut world.conn, &call, id, "canary".into()).await.unwrap();
    assert_eq!(early, Err(Refusal::NothingWaits));
    say(&mut world, MENTEE, 1, Report::Worked).await.unwrap();
    let (own, other) = (world.call(MENTEE, ROOM), world.call(MENTOR, ROOM));
    assert!(annotate(&mut world.conn, &own, id, " canary ".into()).await.unwrap().is_ok());
    let refused = annotate(&mut world.conn, &other, id, "mine".into()).await.unwrap();
    assert_eq!(refused, Err(Refusal::NotYourTask));
    assert_eq!(world.dump().await.matches("canary").count(), 1);
}

#[tokio::test]
async fn with_several_open_tasks_the_one_who_reports_chooses() {
    let mut world = World::new().await;
    let ids = [given(&mut world, "a", None).await, given(&mut world, "b", None).await];
    let call = world.call(MENTEE, ROOM);
    let before = world.dump().await;
    let choose = report(&mut world.conn, &call, None, None, Report::Stuck, None).await.unwrap();
    assert_eq!(choose, Ok(Reported::Choose { report: Report::Stuck, tasks: ids.to_vec() }));
    assert_eq!(world.dump().await, before);
    say(&mut world, MENTEE, 1, Report::Stuck).await.unwrap();
    let call = world.call(MENTEE, ROOM);
    let only = report(&mut world.conn, &call, None, None, Report::Stuck, None).await.unwrap().unwrap();
    assert!(matches!(only, Reported::Noted { number: 2, .. }));
    let call = world.call(MENTEE, ROOM);
    let none = report(&mut world.conn, &call, None, None, Report::Stuck, None).await.unwrap();
    assert_eq!(none, Err(Refusal::NoOpenTask));
}

#[tokio::test]
async fn only_the_one_a_task_is_for_reports_and_only_its_giver_changes_it() {
    let mut world = World::new().await;
    given(&mut world, "x", None).await;
    let before = world.dump().await;
    assert_eq!(say(&mut world, MENTOR, 1, Report::Worked).await, Err(Refusal::NotYourTask));
    assert_eq!(say(&mut world, STRANGER, 1, Report::Worked).await, Err(Refusal::NotYourRoom));
    assert_eq!(say(&mut world, MENTEE, 7, Report::Worked).await, Err(Refusal::NoSuchTask { number: 7 }));
    let call = world.call(MENTEE, ROOM);
    let refused = cancel(&mut world.conn, &call, Which::Number(1)).await.unwrap();
    assert_eq!(refused, Err(Refusal::NotYourTaskToChange));
    assert_eq!(world.dump().await, before);
}

#[tokio::test]
async fn a_task_of_another_tandem_is_out_of_reach() {
    let mut world = World::new().await;
    let id = given(&mut world, "x", None).await;
    let room = ChannelId(5_000);
    world.tandem(UserId(3_001), UserId(3_002), room).await;
    for which in [Which::Id(id), Which::Number(1)] {
        let call = world.call(UserId(3_002), room);
        let refused = report(&mut world.conn, &call, None, Some(which), Report::Worked, None).await.unwrap();
        assert!(refused.is_err(), "{which:?}");
    }
    let call = world.call(UserId(3_002), room);
    assert!(to_report(&mut world.conn, &call, None, Report::Worked).await.unwrap().is_empty());
}

#[tokio::test]
async fn an_edit_changes_the_card_and_dashes_take_date_and_link_away() {
    let mut world = World::new().await;
    let id = given(&mut world, "x", Some("2027-01-20")).await;
    world.outbox_clear().await;
    let call = world.call(MENTOR, ROOM);
    let change = Change { text: Some("y".into()), due: Some("-".into()), link: None };
    let edited = edit(&mut world.conn, &call, Which::Number(1), change).await.unwrap();
    assert_eq!(edited, Ok(Changed::Edited { task: id, number: 1 }));
    let task = task(&mut world, id).await;
    assert_eq!((task.text.as_str(), task.due_on), ("y", None));
    assert_eq!(waiting(&mut world).await, ["edit"]);
    let call = world.call(MENTOR, ROOM);
    let same = edit(&mut world.conn, &call, Which::Number(1), Change::default()).await.unwrap();
    assert_eq!(same, Ok(Changed::Unchanged { number: 1 }));
}

#[tokio::test]
async fn a_withdrawn_task_takes_no_report_and_what_worked_stays_as_it_is() {
    let mut world = World::new().await;
    given(&mut world, "x", None).await;
    given(&mut world, "y", None).await;
    let call = world.call(MENTOR, ROOM);
    let cancelled = cancel(&mut world.conn, &call, Which::Number(1)).await.unwrap();
    assert_eq!(cancelled, Ok(Changed::Cancelled { number: 1 }));
    assert_eq!(say(&mut world, MENTEE, 1, Report::Worked).await, Err(Refusal::TaskCancelled));
    say(&mut world, MENTEE, 2, Report::Worked).await.unwrap();
    let call = world.call(MENTOR, ROOM);
    let refused = cancel(&mut world.conn, &call, Which::Number(2)).await.unwrap();
    assert_eq!(refused, Err(Refusal::TaskWorked));
}

#[tokio::test]
async fn autocompletion_lists_ones_own_tasks_and_nothing_on_refusal() {
    let mut world = World::new().await;
    given(&mut world, "x", None).await;
    for (who, reports, changes) in [(MENTEE, 1, 0), (MENTOR, 0, 1), (STRANGER, 0, 0)] {
        let call = world.call(who, ROOM);
        let (conn, call) = (&mut world.conn, &call);
        assert_eq!(to_report(conn, call, None, Report::Worked).await.unwrap().len(), reports);
        assert_eq!(to_change(conn, call, None).await.unwrap().len(), changes);
    }
}

#[tokio::test]
async fn the_list_shows_both_people_all_tasks_even_after_the_ending() {
    let mut world = World::new().await;
    given(&mut world, "x", None).await;
    let (tandem, now) = (world.tandem_in(ROOM).await.id, world.now());
    tandems::tandem_end(&mut world.conn, tandem, now).await.unwrap();
    let (own, strange) = (world.call(MENTEE, ROOM), world.call(STRANGER, ROOM));
    assert_eq!(list(&mut world.conn, &own, None).await.unwrap().unwrap().1.len(), 1);
    assert_eq!(list(&mut world.conn, &strange, None).await.unwrap().err(), Some(Refusal::NotYourRoom));
}

#[tokio::test]
async fn the_reminder_moves_with_the_task_and_goes_with_its_report() {
    let mut world = World::new().await;
    let given = give(&mut world, "x", Some("2027-01-20")).await.unwrap();
    assert!(given.announced);
    assert_eq!(due(&mut world).await, "2027-01-19T08:00:00Z".parse().ok());
    let call = world.call(MENTOR, ROOM);
    let change = Change { due: Some("2027-01-12".into()), ..Change::default() };
    edit(&mut world.conn, &call, Which::Number(1), change).await.unwrap().unwrap();
    assert_eq!(due(&mut world).await, "2027-01-11T08:00:00Z".parse().ok());
    say(&mut world, MENTEE, 1, Report::Worked).await.unwrap();
    assert_eq!(due(&mut world).await, None);
    say(&mut world, MENTEE, 1, Report::Open).await.unwrap();
    assert_eq!(due(&mut world).await, "2027-01-11T08:00:00Z".parse().ok());
    let call = world.call(MENTOR, ROOM);
    cancel(&mut world.conn, &call, Which::Number(1)).await.unwrap().unwrap();
    assert_eq!(due(&mut world).await, None);
}

#[tokio::test]
async fn reminders_are_posted_once_each_and_none_after_the_ending() {
    let mut world = World::new().await;
    given(&mut world, "x", Some("2027-01-12")).await;
    given(&mut world, "y", Some("2027-01-12")).await;
    world.outbox_clear().await;
    let tandem = world.tandem_in(ROOM).await.id;
    let first = due(&mut world).await.unwrap();
    let second = remind::remind(&mut world.conn, tandem, first, first).await.unwrap().unwrap();
    assert_eq!(second - first, Duration::days(1));
    assert_eq!(remind::remind(&mut world.conn, tandem, second, second).await.unwrap(), None);
    assert_eq!(waiting(&mut world).await, ["task-reminder", "task-due"]);
    tandems::tandem_end(&mut world.conn, tandem, second).await.unwrap();
    assert_eq!(remind::remind(&mut world.conn, tandem, first, second).await.unwrap(), None);
    assert_eq!(waiting(&mut world).await.len(), 2);
}

#[tokio::test]
async fn a_reminder_that_is_due_is_not_lost_by_a_change_just_before_it_runs() {
    let mut world = World::new().await;
    given(&mut world, "x", Some("2027-01-12")).await;
    let first = due(&mut world).await.unwrap();
    world.pass(Duration::days(8));
    given(&mut world, "y", Some("2027-02-12")).await;
    assert_eq!(due(&mut world).await, Some(first));
    world.outbox_clear().await;
    let (tandem, now) = (world.tandem_in(ROOM).await.id, world.now());
    let next = remind::remind(&mut world.conn, tandem, first, now).await.unwrap();
    assert_eq!(next, "2027-02-11T08:00:00Z".parse().ok());
    assert_eq!(waiting(&mut world).await, [PostKind::TaskDue.code()]);
}
