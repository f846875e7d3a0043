use chrono::Duration;

use super::*;
use crate::app::effect::Effect;
use crate::app::results;
use crate::app::testing::{LOBBY, World};
use crate::domain::figures::survey::Shown;
use crate::domain::ids::UserId;
use crate::domain::person::Direct;
use crate::domain::post::PostKind;
use crate::scheduler;
use crate::store::surveys::SurveyState;
use crate::store::{jobs, posts};

async fn tick_all(world: &mut World) {
    let now = world.now();
    while scheduler::tick(&mut world.conn, now).await.unwrap() {}
}

/// The kinds of posts that wait, each with its subject.
async fn posted(world: &mut World, kind: PostKind) -> Vec<i64> {
    let mut found = Vec::new();
    for (_, effect, _) in world.outbox().await {
        if let Effect::Post { post } = effect {
            let post = posts::post_get(&mut world.conn, post).await.unwrap();
            found.extend((post.kind == kind).then_some(post.subject));
        }
    }
    found
}

/// A programme with so many tandems in its middle, and the interim questions if they were asked.
async fn at_half_time(tandems: u64) -> (World, Option<Survey>) {
    let (mut world, _) = World::cohort(tandems).await;
    world.clock.set("2027-03-15T08:00:00Z".parse().unwrap());
    tick_all(&mut world).await;
    let survey = of(&mut world, SurveyKind::Interim).await;
    (world, survey)
}

async fn of(world: &mut World, kind: SurveyKind) -> Option<Survey> {
    let all = surveys::surveys_of(&mut world.conn, world.programme.id).await.unwrap();
    all.into_iter().find(|one| one.kind == kind)
}

async fn says(world: &mut World, user: u64, survey: SurveyId, item: i64, option: u8) -> Decision<Page> {
    let call = world.call(UserId(user), LOBBY);
    answer(&mut world.conn, &call, Step { survey, item, option }).await.unwrap()
}

#[tokio::test]
async fn in_the_middle_each_room_gets_the_questions_once_and_each_person_a_sheet() {
    let (mut world, survey) = at_half_time(12).await;
    let survey = survey.unwrap();
    assert_eq!(posted(&mut world, PostKind::Survey).await, vec![survey.id.0; 12]);
    assert_eq!(posted(&mut world, PostKind::LookBack).await.len(), 12);
    assert_eq!(surveys::sheets_of(&mut world.conn, survey.id).await.unwrap().len(), 24);
    let before = world.outbox().await;
    let now = world.now();
    middle(&mut world.conn, world.programme.id, now).await.unwrap();
    tick_all(&mut world).await;
    assert_eq!(world.outbox().await, before, "running twice changes nothing");
}

#[tokio::test]
async fn after_three_days_away_the_middle_comes_once_and_not_at_night() {
    let (mut world, _) = World::cohort(10).await;
    // Thursday, 23:00 in Berlin; half-time was on Monday.
    world.clock.set("2027-03-18T22:00:00Z".parse().unwrap());
    tick_all(&mut world).await;
    let rows = world.outbox().await;
    for kind in [PostKind::Survey, PostKind::LookBack] {
        assert_eq!(posted(&mut world, kind).await.len(), 10);
    }
    let quiet = world.programme.quiet();
    let zone = world.programme.zone;
    assert!(rows.iter().all(|(_, _, due_at)| !quiet.is_quiet(*due_at, zone)), "{rows:?}");
}

#[tokio::test]
async fn where_nothing_could_ever_be_shown_nobody_is_asked_and_still_looks_back() {
    let (mut world, survey) = at_half_time(4).await;
    assert_eq!(survey, None);
    assert_eq!(posted(&mut world, PostKind::LookBack).await.len(), 4);
    assert!(!world.dump().await.contains("survey_sheet:"));
}

#[tokio::test]
async fn one_after_another_resumable_and_to_be_changed_until_it_closes() {
    let (mut world, survey) = at_half_time(10).await;
    let id = survey.unwrap().id;
    let mentee = 6_003;
    let call = world.call(UserId(mentee), LOBBY);
    let page = begin(&mut world.conn, &call, id).await.unwrap().unwrap();
    assert_eq!((page.at, page.group), (Some(0), Group::Mentees));
    let numbers: Vec<i64> = page.items.iter().map(|item| item.number).collect();
    assert_eq!(says(&mut world, mentee, id, numbers[0], 4).await.unwrap().at, Some(1));
    // Days later she goes on where she was.
    world.pass(Duration::days(3));
    let call = world.call(UserId(mentee), LOBBY);
    assert_eq!(begin(&mut world.conn, &call, id).await.unwrap().unwrap().at, Some(1));
    for number in &numbers[1..] {
        says(&mut world, mentee, id, *number, 2).await.unwrap();
    }
    let done = says(&mut world, mentee, id, numbers[0], 5).await.unwrap();
    assert_eq!(done.answers[&numbers[0]], 5, "changed");
    assert_eq!(done.at, Some(1), "whoever goes through once more sees the next one");
    let call = world.call(UserId(mentee), LOBBY);
    assert_eq!(begin(&mut world.conn, &call, id).await.unwrap().unwrap().at, None, "all answered");
    for (item, option) in [(numbers[0], 0), (numbers[0], 6), (99, 1)] {
        assert!(says(&mut world, mentee, id, item, option).await.is_err(), "{item} {option}");
    }
    world.pass(Duration::days(11));
    assert_eq!(says(&mut world, mentee, id, numbers[0], 1).await.unwrap_err(), Refusal::NothingWaits);
}

#[tokio::test]
async fn whoever_is_not_asked_answers_nothing() {
    let (mut world, survey) = at_half_time(10).await;
    let id = survey.unwrap().id;
    let before = world.dump().await;
    assert_eq!(says(&mut world, 9_999, id, 1, 3).await.unwrap_err(), Refusal::NothingWaits);
    world.person(UserId(9_998)).await;
    assert_eq!(says(&mut world, 9_998, id, 1, 3).await.unwrap_err(), Refusal::NothingWaits);
    assert_eq!(says(&mut world, 6_001, SurveyId(77), 1, 3).await.unwrap_err(), Refusal::NothingWaits);
    assert!(world.dump().await.starts_with(&before[..before.find("person:").unwrap()]));
}

#[tokio::test]
async fn whoever_is_mentor_and_mentee_is_asked_once() {
    let (mut world, _) = World::cohort(10).await;
    world.tandem(UserId(6_000), UserId(7_500), crate::domain::ids::ChannelId(8_500)).await;
    world.clock.set("2027-03-15T08:00:00Z".parse().unwrap());
    tick_all(&mut world).await;
    let survey = of(&mut world, SurveyKind::Interim).await.unwrap();
    let sheets = surveys::sheets_of(&mut world.conn, survey.id).await.unwrap();
    let me = world.person(UserId(6_000)).await.id;
    assert_eq!((sheets.len(), sheets.iter().filter(|sheet| sheet.person == me).count()), (21, 1));
    assert_eq!(
        sheets.iter().find(|sheet| sheet.person == me).unwrap().side,
        Side::Mentee,
        "the older tandem"
    );
}

#[tokio::test]
async fn when_it_closes_cells_are_written_once_and_every_answer_is_erased() {
    let (mut world, survey) = at_half_time(12).await;
    let id = survey.unwrap().id;
    // Item 1 in both surveys: is the time enough? The mentees differ, the mentors all say the same.
    for n in 0..12_u64 {
        says(&mut world, 6_000 + n, id, 1, u8::try_from(n % 4).unwrap() + 2).await.unwrap();
        says(&mut world, 5_000 + n, id, 1, 3).await.unwrap();
    }
    let dump = world.dump().await;
    let order: Vec<&str> = dump.lines().filter(|line| line.starts_with("survey_sheet:")).collect();
    assert_eq!(order.len(), 24);
    assert!(!dump.contains("answered_at"), "an answer has no time");
    world.pass(Duration::days(14));
    tick_all(&mut world).await;
    let figures = surveys::survey_figures(&mut world.conn, world.programme.id).await.unwrap();
    let [(SurveyKind::Interim, cells)] = figures.as_slice() else { panic!("{figures:?}") };
    let time = |group| &cells.iter().find(|cell| (cell.group, cell.item) == (group, 1)).unwrap().shown;
    assert!(matches!(time(Group::Mentees), Shown::Mean(_)), "{cells:?}");
    assert_eq!(*time(Group::Mentors), Shown::TooFewOrTooAlike, "uniform answers betray everyone");
    assert!(cells.iter().all(|cell| cell.asked == 12));
    // And they are what the evaluation shows, item by item and side by side.
    let programme = world.programme.clone();
    let report = results::evaluate(&mut world.conn, programme).await.unwrap().report;
    let all = report.statements.iter().flat_map(|one| one.answered.iter().map(|seen| (one.item, seen)));
    let shown: Vec<_> = all.map(|(item, seen)| (seen.group, item.number, seen.asked, &seen.shown)).collect();
    assert_eq!(shown.len(), cells.len());
    for cell in cells {
        assert!(shown.contains(&(cell.group, cell.item, cell.asked, &cell.shown)), "{cell:?}: {shown:?}");
    }
    let after = world.dump().await;
    assert!(!after.contains("survey_sheet:"));
    world.pass(Duration::days(1));
    let now = world.now();
    close_due(&mut world.conn, id, now).await.unwrap();
    assert_eq!(world.dump().await, after, "closing twice changes nothing");
}

/// Two lives that differ in the order and the time of the same answers.
async fn answered(reverse: bool) -> String {
    let (mut world, survey) = at_half_time(10).await;
    let id = survey.unwrap().id;
    let mut people: Vec<u64> = (6_000..6_010).collect();
    if reverse {
        people.reverse();
    }
    for person in people {
        says(&mut world, person, id, 1, u8::try_from(person % 5).unwrap() + 1).await.unwrap();
    }
    world.dump().await
}

#[tokio::test]
async fn nothing_stored_tells_who_answered_first() {
    assert_eq!(answered(false).await, answered(true).await);
}

#[tokio::test]
async fn closing_opens_the_final_survey_and_the_follow_ups_reach_those_it_asked() {
    let (mut world, _) = at_half_time(10).await;
    world.clock.set("2027-05-24T07:00:00Z".parse().unwrap());
    let (programme, now) = (world.programme.clone(), world.now());
    world.outbox_clear().await;
    world.programme_set("phase", "closing").await;
    closing(&mut world.conn, &programme, now).await.unwrap();
    tick_all(&mut world).await;
    let last = of(&mut world, SurveyKind::Final).await.unwrap();
    assert!(matches!(last.state, SurveyState::Open { .. }));
    assert!(!matches!(of(&mut world, SurveyKind::Interim).await.unwrap().state, SurveyState::Open { .. }));
    assert_eq!(posted(&mut world, PostKind::Survey).await, vec![last.id.0; 10]);
    world.pass(Duration::days(14));
    let now = world.now();
    world.programme_set("phase", "closed").await;
    let gone = world.person(UserId(6_004)).await.id;
    let ticked = world.person(UserId(6_005)).await.id;
    people::direct_set(&mut world.conn, ticked, Direct::On).await.unwrap();
    crate::store::erasing::part_wipe(&mut world.conn, programme.id, gone).await.unwrap();
    closed(&mut world.conn, &programme, now).await.unwrap();
    assert_eq!(of(&mut world, SurveyKind::Final).await.unwrap().state, SurveyState::Closed);
    for (kind, weeks) in [(SurveyKind::FollowFour, 4), (SurveyKind::FollowTwelve, 8)] {
        world.outbox_clear().await;
        world.pass(Duration::weeks(weeks));
        tick_all(&mut world).await;
        let survey = of(&mut world, kind).await.unwrap();
        assert!(matches!(survey.state, SurveyState::Open { .. }), "{kind:?}");
        assert_eq!(posted(&mut world, PostKind::Survey).await, [0; 0], "no room is left");
        assert_eq!(posted(&mut world, PostKind::SomethingWaits).await.len(), 1);
        assert_eq!(posted(&mut world, PostKind::Pointer).await, vec![ticked.0]);
        let now = world.now();
        let mine = waiting(&mut world.conn, ticked, now).await.unwrap();
        assert_eq!(mine.iter().map(|page| page.items.len()).collect::<Vec<_>>(), [1]);
        assert!(waiting(&mut world.conn, gone, now).await.unwrap().is_empty(), "never those erased");
        assert!(world.outbox().await.iter().all(|(lane, ..)| !lane.starts_with("room:")));
    }
    world.pass(Duration::days(14));
    tick_all(&mut world).await;
    assert!(!world.dump().await.contains("survey_sheet:"));
}

#[tokio::test]
async fn three_weeks_before_the_end_each_pair_hears_of_its_last_meeting_once() {
    let (mut world, _) = World::cohort(2).await;
    world.clock.set("2027-05-03T07:00:00Z".parse().unwrap());
    tick_all(&mut world).await;
    assert_eq!(posted(&mut world, PostKind::LastMeeting).await.len(), 2);
    world.pass(Duration::days(3));
    let (id, now) = (world.programme.id, world.now());
    last_meeting(&mut world.conn, id, now).await.unwrap();
    assert_eq!(posted(&mut world, PostKind::LastMeeting).await.len(), 2);
}

#[tokio::test]
async fn a_programme_with_other_days_has_another_middle() {
    let (mut world, _) = World::cohort(1).await;
    let programme = Programme { ends_on: "2027-07-26".parse().unwrap(), ..world.programme.clone() };
    let now = world.now();
    plan(&mut world.conn, &programme, now).await.unwrap();
    let at = jobs::job_at(&mut world.conn, crate::app::jobs::MIDDLE, programme.id.0).await.unwrap();
    assert_eq!(at.unwrap().to_rfc3339(), "2027-04-15T07:00:00+00:00");
}
