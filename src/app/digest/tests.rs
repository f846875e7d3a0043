use chrono::Duration;

use super::*;
use crate::app::effect::Effect;
use crate::app::jobs;
use crate::app::programme::phase;
use crate::app::testing::{Deeds, MENTOR, World};
use crate::domain::decision::Decision;
use crate::domain::figures::{Cell, HalfSteps, PersonRow, Reaction, Released, TandemRow, Withheld};
use crate::domain::ids::{ChannelId, GuildId, TandemId, UserId};
use crate::domain::marks::{NOT_OURS, TALKED};
use crate::domain::meeting::Meeting;
use crate::domain::post::PostKind;
use crate::domain::programme::{Phase, Programme, Role};
use crate::domain::tandem::Side;
use crate::domain::task::TaskState;
use crate::scheduler;
use crate::store::jobs::job_at;
use crate::store::outbox::{NewRow, outbox_add, outbox_give_up};
use crate::store::people::Server;
use crate::store::{enrolments, meetings, people, posts, programmes, tandems};

const LIVELY: [Deeds; 10] = [
    Deeds(3, 2, 0, 2, 4),
    Deeds(2, 1, 1, 1, 3),
    Deeds(1, 1, 0, 2, 5),
    Deeds(4, 2, 1, 1, 4),
    Deeds(2, 0, 2, 0, 2),
    Deeds(3, 2, 1, 1, 4),
    Deeds(1, 0, 1, 0, 3),
    Deeds(2, 1, 0, 2, 5),
    Deeds(0, 0, 0, 0, 4),
    Deeds(1, 1, 0, 1, 3),
];

async fn lively() -> (World, Vec<TandemId>) {
    let (mut world, tandems) = World::cohort(10).await;
    for (tandem, deeds) in tandems.iter().zip(LIVELY) {
        world.works(*tandem, deeds).await;
    }
    (world, tandems)
}

async fn released(world: &mut World) -> Vec<crate::domain::digest::PeriodFigures> {
    releases::releases_of(&mut world.conn, world.programme.id).await.unwrap()
}

async fn made(world: &mut World) -> Digest {
    let now = world.now();
    make(&mut world.conn, world.programme.id, now).await.unwrap();
    let Some((_, Effect::Post { post }, _)) = world.outbox().await.pop() else { panic!("no post") };
    let digest = posts::post_get(&mut world.conn, post).await.unwrap().subject;
    releases::digest_find(&mut world.conn, DigestId(digest)).await.unwrap().unwrap().digest
}

#[tokio::test]
async fn a_period_has_a_row_for_each_tandem_and_person_that_counts_and_for_nobody_else() {
    let (mut world, all) = World::cohort(2).await;
    let busy = tandems::tandem_get(&mut world.conn, all[0]).await.unwrap();
    let before = world.task(&busy, TaskState::Open).await;
    for state in [TaskState::Worked, TaskState::Stuck, TaskState::Cancelled] {
        world.task(&busy, state).await;
    }
    world.question(&busy, 7, TALKED).await;
    world.question(&busy, 8, NOT_OURS).await;
    world.works(all[0], Deeds(0, 0, 0, 0, 5)).await;
    world.pass(Duration::days(20));
    let late = world.tandem(
        crate::domain::ids::UserId(8_000),
        crate::app::testing::MENTEE,
        crate::app::testing::ROOM,
    );
    let late = late.await;
    world.works(late, Deeds(3, 1, 1, 2, 1)).await;
    let grid = world.programme.periods.unwrap();
    let input = releases::period_input(&mut world.conn, world.programme.id, &grid.period(0)).await.unwrap();
    let row = TandemRow {
        given: 4,
        worked: 1,
        stuck: 1,
        talked: 1,
        unfinished: 3,
        open: 2,
        ..TandemRow::default()
    };
    assert_eq!(input.tandems, [row, TandemRow::default()]);
    let (five, silent) = (PersonRow { sum: 5, count: 1 }, PersonRow::default());
    assert_eq!(input.people, [five, silent, silent, silent]);
    let reactions: Vec<_> = input.questions.iter().map(|one| (one.question, one.reactions.clone())).collect();
    assert_eq!(reactions, [(7, vec![Reaction::Talked]), (8, vec![Reaction::Nothing])]);

    // In the next period the last word counts where it was said, and what was given before is not given again.
    world.pass(Duration::days(20));
    let task = crate::store::tasks::task_get(&mut world.conn, before).await.unwrap();
    let said = Some(world.now());
    let task = crate::domain::task::Task { state: TaskState::Worked, ..task };
    crate::store::tasks::task_set(&mut world.conn, &task, said).await.unwrap();
    let input = releases::period_input(&mut world.conn, world.programme.id, &grid.period(1)).await.unwrap();
    assert_eq!((input.tandems.len(), input.people.len()), (3, 6));
    assert_eq!((input.tandems[0].given, input.tandems[0].worked, input.tandems[0].unfinished), (0, 1, 2));
}

#[tokio::test]
async fn a_meeting_counts_as_held_where_that_became_known_and_as_planned_where_it_stands_ahead_at_the_close()
{
    let (mut world, all) = World::cohort(1).await;
    let now = world.now();
    let plan = async |world: &mut World, days: i64| {
        let at = now + Duration::days(days);
        let new = Meeting::planned(all[0], Side::Mentor, at, 60, String::new(), now);
        meetings::meeting_add(&mut world.conn, &new).await.unwrap()
    };
    let (early, late) = (plan(&mut world, 3).await, plan(&mut world, 26).await);
    plan(&mut world, 40).await;
    let off = plan(&mut world, 41).await;
    let mut cancelled = meetings::meeting_get(&mut world.conn, off).await.unwrap();
    cancelled.cancel(now);
    meetings::meeting_set(&mut world.conn, &cancelled).await.unwrap();
    let known = [(early, 3), (early, 29), (late, 29)];
    for (id, days) in known {
        meetings::meeting_held_set(&mut world.conn, id, now + Duration::days(days)).await.unwrap();
    }
    let grid = world.programme.periods.unwrap();
    let mut figures = Vec::new();
    for period in 0..3 {
        let period = grid.period(period);
        let row =
            releases::period_input(&mut world.conn, world.programme.id, &period).await.unwrap().tandems[0];
        figures.push((row.held, row.planned));
    }
    assert_eq!(figures, [(1, 1), (1, 0), (0, 0)]);
}

#[tokio::test]
async fn figures_are_released_when_the_period_closes_and_not_before() {
    let (mut world, _) = lively().await;
    let closes = "2027-01-31T23:00:00Z".parse::<DateTime<Utc>>().unwrap();
    let programme = world.programme.id;
    let next = release_due(&mut world.conn, programme, closes - Duration::seconds(1)).await.unwrap();
    assert_eq!((next, released(&mut world).await.len()), (Some(closes), 0));
    let next = release_due(&mut world.conn, programme, closes).await.unwrap();
    assert_eq!(next, Some(closes + Duration::weeks(4)));
    let all = released(&mut world).await;
    let hidden = Released::Withheld(Withheld::TooFewOrTooAlike);
    for (cell, expected) in [
        (Cell::TasksGiven, Released::Sum(19)),
        (Cell::TasksWorked, Released::Sum(10)),
        // Given, worked and stuck together would tell what three tandems have left open.
        (Cell::TasksStuck, hidden),
        (Cell::QuestionsTalked, Released::Sum(10)),
        (Cell::QuestionTalked(1), Released::Withheld(Withheld::TooFewThere { needed: 8 })),
        (Cell::Mood, Released::Mean(HalfSteps::new(7).unwrap())),
    ] {
        assert_eq!(all[0].of(cell), Some(expected), "{cell:?}");
    }
}

#[tokio::test]
async fn what_was_released_stays_whatever_happens_later() {
    let (mut world, all) = lively().await;
    world.pass(Duration::weeks(4));
    let (programme, now) = (world.programme.id, world.now());
    release_due(&mut world.conn, programme, now).await.unwrap();
    let before = released(&mut world).await;
    assert_eq!(before.len(), 1);
    for sql in [
        "DELETE FROM rating",
        "UPDATE task SET state = 'open', given_at = 0",
        "DELETE FROM mark",
        "UPDATE programme SET k = 9, zone = 'Asia/Tokyo', starts_on = '2026-12-14'",
    ] {
        crate::store::exec_for_test(&mut world.conn, sql).await.unwrap();
    }
    for tandem in &all {
        tandems::tandem_end(&mut world.conn, *tandem, now).await.unwrap();
    }
    for weeks in 0..9 {
        release_due(&mut world.conn, programme, now + Duration::weeks(weeks)).await.unwrap();
    }
    let after = released(&mut world).await;
    assert_eq!(after.len(), 3);
    assert_eq!(after[0], before[0]);
    assert_eq!(after[1].first_day, before[0].last_day.succ_opt().unwrap());
    assert!(after[1].cells.iter().all(|line| !line.released.is_shown()));
}

#[tokio::test]
async fn other_programmes_of_the_server_and_of_other_servers_change_nothing_in_figures_or_digest() {
    let mut seen = Vec::new();
    for others in [false, true] {
        let (mut world, _) = lively().await;
        let server = people::server_get(&mut world.conn, world.programme.guild).await.unwrap().unwrap();
        let servers = [server.guild, GuildId(99)];
        people::server_set(&mut world.conn, &Server { guild: servers[1], ..server }).await.unwrap();
        for (number, guild) in (1_u64..).zip(servers).filter(|_| others) {
            let mut other = Programme { name: format!("Other {number}"), guild, ..world.programme.clone() };
            other.id = programmes::programme_add(&mut world.conn, &other).await.unwrap().unwrap();
            let own = std::mem::replace(&mut world.programme, other);
            for n in 0..12 {
                let [mentor, mentee] = [1, 2].map(|side| UserId(number * 100_000 + side * 1_000 + n));
                let room = ChannelId(number * 100_000 + n);
                let tandem = world.tandem(mentor, mentee, room).await;
                world.works(tandem, Deeds(9, 4, 3, 2, 1)).await;
            }
            if guild != own.guild {
                let away =
                    format!("UPDATE person SET guild_id = {guild} WHERE user_id > {}", number * 100_000);
                crate::store::exec_for_test(&mut world.conn, &away).await.unwrap();
            }
            world.programme = own;
        }
        world.pass(Duration::weeks(4));
        let (programme, now) = (world.programme.id, world.now());
        release_due(&mut world.conn, programme, now).await.unwrap();
        seen.push((released(&mut world).await, made(&mut world).await));
    }
    assert!(seen[0].0[0].cells.iter().any(|line| line.released.is_shown()));
    assert_eq!(seen[0], seen[1]);
}

#[tokio::test]
async fn a_threshold_that_was_raised_holds_for_the_next_release() {
    let (mut world, _) = lively().await;
    world.programme_set("k", "8").await;
    world.pass(Duration::weeks(4));
    let (programme, now) = (world.programme.id, world.now());
    release_due(&mut world.conn, programme, now).await.unwrap();
    let all = released(&mut world).await;
    let needed = Released::Withheld(Withheld::TooFewThere { needed: 11 });
    for cell in [Cell::TasksGiven, Cell::TasksWorked, Cell::QuestionsTalked] {
        assert_eq!(all[0].of(cell), Some(needed), "ten tandems: {cell:?}");
    }
}

#[tokio::test]
async fn periods_are_laid_down_once_whatever_is_set_later() {
    let (mut world, _) = World::cohort(10).await;
    let (laid, later) = (world.programme.periods.unwrap(), world.now() + Duration::days(1));
    world.programme_set("zone", "Asia/Tokyo").await;
    world.programme_set("starts_on", "2027-02-08").await;
    let programme = world.programme.clone();
    jobs::programme_begin(&mut world.conn, &programme, later).await.unwrap();
    let now = programmes::programme_get(&mut world.conn, programme.id).await.unwrap();
    assert_eq!(now.periods, Some(laid));
    let release = job_at(&mut world.conn, jobs::RELEASE, programme.id.0).await.unwrap();
    assert_eq!(release, Some(laid.period(0).until));
}

#[tokio::test]
async fn a_question_talked_about_counts_once_and_where_it_was_talked_about() {
    let (mut world, all) = World::cohort(10).await;
    let grid = world.programme.periods.unwrap();
    let tandem = tandems::tandem_get(&mut world.conn, all[0]).await.unwrap();
    world.question(&tandem, 1, TALKED).await;
    let slow = world.question(&tandem, 2, NOT_OURS).await;
    let mut talked = Vec::new();
    for index in 0..3 {
        world.pass(Duration::weeks(4));
        let period = grid.period(index);
        let input = releases::period_input(&mut world.conn, world.programme.id, &period).await.unwrap();
        talked.push((input.tandems[0].talked, input.questions.len()));
        let now = world.now();
        release_due(&mut world.conn, world.programme.id, now).await.unwrap();
        posts::mark_add(&mut world.conn, slow, tandem.mentee, TALKED).await.unwrap();
    }
    assert_eq!(talked, [(1, 2), (1, 0), (0, 0)]);
}

#[tokio::test]
async fn a_small_programme_is_told_once_why_there_are_no_figures() {
    let (mut world, _) = World::cohort(3).await;
    assert_eq!(made(&mut world).await.inside, Inside::TooFewTandems { needed: 8 });
    for _ in 0..6 {
        world.pass(Duration::weeks(1));
        assert_eq!(made(&mut world).await.inside, Inside::Nothing);
    }
}

#[tokio::test]
async fn each_closed_period_is_in_one_digest_even_if_its_release_is_overdue() {
    let (mut world, _) = lively().await;
    let first = made(&mut world).await.inside;
    assert_eq!(first, Inside::FirstOn { day: "2027-02-01".parse().unwrap() });
    world.pass(Duration::weeks(4));
    let Inside::Figures { last, before } = made(&mut world).await.inside else { panic!() };
    assert_eq!((last.of(Cell::TasksGiven), before.len()), (Some(Released::Sum(19)), 0));
    world.pass(Duration::weeks(1));
    assert_eq!(made(&mut world).await.inside, Inside::Nothing);
    world.pass(Duration::weeks(8));
    let Inside::Figures { before, .. } = made(&mut world).await.inside else { panic!() };
    let given: Vec<_> = before.iter().map(|period| period.of(Cell::TasksGiven)).collect();
    let hidden = Released::Withheld(Withheld::TooFewOrTooAlike);
    assert_eq!(given, [Some(hidden), Some(Released::Sum(19))]);
}

#[tokio::test]
async fn what_could_not_be_delivered_is_told_once_and_tried_again_where_it_can_be_repaired() {
    let (mut world, _) = World::cohort(3).await;
    let (programme, now) = (world.programme.id, world.now());
    for cause in ["forbidden-50013", "forbidden-50001", "gone-10003"] {
        let row = NewRow { lane: cause.into(), programme: Some(programme), due_at: now, ..NewRow::default() };
        let row = NewRow { effect: r#"{"kind":"post","post":1}"#.into(), ..row };
        let id = outbox_add(&mut world.conn, &row).await.unwrap().unwrap();
        outbox_give_up(&mut world.conn, id, cause).await.unwrap();
    }
    let undelivered = Decision::Undelivered(vec![(Cause::Permission, 2), (Cause::ChannelGone, 1)]);
    assert_eq!(made(&mut world).await.decisions, [undelivered]);
    let lanes: Vec<_> = world.outbox().await.into_iter().map(|(lane, _, _)| lane).collect();
    assert_eq!(lanes, ["forbidden-50013", "forbidden-50001", "channel:1002"]);
    assert!(made(&mut world).await.decisions.is_empty());
}

#[tokio::test]
async fn a_digest_is_posted_where_coordinators_read_and_waits_for_the_morning() {
    let (mut world, _) = World::cohort(3).await;
    world.pass(Duration::hours(14));
    let (programme, now) = (world.programme.id, world.now());
    let next = make(&mut world.conn, programme, now).await.unwrap();
    assert_eq!(next, "2027-01-11T07:30:00Z".parse().ok());
    let (lane, _, due_at) = world.outbox().await.remove(0);
    assert_eq!((lane.as_str(), due_at), ("channel:1002", "2027-01-05T06:30:00Z".parse().unwrap()));
}

#[tokio::test]
async fn a_programme_that_is_over_releases_its_last_period_and_has_no_more_digests() {
    let (mut world, _) = lively().await;
    let programme = world.programme.id;
    programmes::programme_phase_set(&mut world.conn, programme, crate::domain::programme::Phase::Closed)
        .await
        .unwrap();
    world.pass(Duration::weeks(4));
    let now = world.now();
    assert_eq!(release_due(&mut world.conn, programme, now).await.unwrap(), None);
    assert_eq!(released(&mut world).await.len(), 1);
    assert_eq!(make(&mut world.conn, programme, now).await.unwrap(), None);
    assert!(world.outbox().await.is_empty());
}

#[tokio::test]
async fn digests_come_from_the_opening_on_and_tell_who_waits_before_there_is_any_tandem() {
    let mut world = World::empty().await;
    world.programme_set("phase", "draft").await;
    let (draft, now) = (world.programme.clone(), world.now());
    phase::enter(&mut world.conn, &draft, Phase::Enrolling, now).await.unwrap();
    let due = job_at(&mut world.conn, jobs::DIGEST, draft.id.0).await.unwrap().unwrap();
    assert_eq!(due.to_rfc3339(), "2027-01-11T07:30:00+00:00");
    let person = people::person_known(&mut world.conn, draft.guild, MENTOR).await.unwrap().id;
    enrolments::enrolment_add(&mut world.conn, draft.id, person, Role::Mentor, false).await.unwrap();
    world.clock.set(due);
    let digest = made(&mut world).await;
    assert_eq!((digest.inside, digest.decisions), (Inside::Nothing, vec![Decision::Approvals(1)]));
    assert_eq!((digest.facts.enrolled, digest.facts.begun), (1, 0));
    let next = make(&mut world.conn, draft.id, due).await.unwrap().unwrap();
    assert_eq!(next - due, Duration::days(7));
    // In an older file somebody may wait for what nobody can decide any more.
    world.programme_set("phase", "closing").await;
    assert_eq!(made(&mut world).await.decisions, []);
}

#[tokio::test]
async fn three_digests_that_were_missed_are_one_when_the_bot_is_back() {
    let (mut world, _) = World::cohort(8).await;
    let digests = async |world: &mut World| {
        let dump = world.dump().await;
        dump.lines().filter(|line| line.starts_with("digest:")).count()
    };
    let back = async |world: &mut World, at: &str| {
        world.clock.set(at.parse().unwrap());
        let now = world.now();
        while scheduler::tick(&mut world.conn, now).await.unwrap() {}
    };
    back(&mut world, "2027-01-11T09:00:00Z").await;
    assert_eq!(digests(&mut world).await, 1);
    world.outbox_clear().await;
    // Away on three Mondays, back on a Wednesday; the first four weeks have closed in between.
    back(&mut world, "2027-02-03T09:00:00Z").await;
    assert_eq!(digests(&mut world).await, 2);
    let mut posted = 0;
    for (_, effect, _) in world.outbox().await {
        if let Effect::Post { post } = effect {
            let post = posts::post_get(&mut world.conn, post).await.unwrap();
            posted += usize::from(post.kind == PostKind::Digest);
        }
    }
    assert_eq!(posted, 1);
    let last = releases::digest_last(&mut world.conn, world.programme.id).await.unwrap().unwrap().digest;
    assert_eq!(last.inside.periods().len(), 1, "it has the period that closed meanwhile");
    back(&mut world, "2027-02-07T09:00:00Z").await;
    assert_eq!(digests(&mut world).await, 2, "the next one comes on its own Monday");
    back(&mut world, "2027-02-08T09:00:00Z").await;
    assert_eq!(digests(&mut world).await, 3);
}
