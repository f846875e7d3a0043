use super::*;
use crate::app::people::{self as lists};
use crate::app::testing::{COORDINATORS, LOBBY, MENTEE, MENTOR, World};
use crate::domain::ids::{GuildId, UserId};
use crate::domain::programme::Phase;
use crate::store::jobs::job_at;
use crate::store::proposals::proposal_add;

const VERA: UserId = UserId(3_001);
const ULRICH: UserId = UserId(3_002);

async fn enrolling() -> World {
    let mut world = World::empty().await;
    world.programme_set("phase", "enrolling").await;
    world
}

async fn say(world: &mut World, who: UserId, what: Change) -> Decision<ProgrammeId> {
    let (call, programme) = (world.call(who, LOBBY), world.programme.id);
    change(&mut world.conn, &call, programme, what).await.unwrap()
}

async fn stands(world: &mut World, who: UserId) -> Decision<Standing> {
    let (call, programme) = (world.call(who, LOBBY), world.programme.id);
    standing(&mut world.conn, &call, programme).await.unwrap()
}

async fn confirms(world: &mut World, who: UserId, roles: &[RoleId]) -> Decision<Enrolled> {
    let (call, programme) = (world.call(who, LOBBY), world.programme.id);
    confirm(&mut world.conn, &call, programme, roles).await.unwrap()
}

fn about(since: &str) -> Change {
    Change::About(About { department: "Purchasing".into(), since: since.into(), ..About::default() })
}

/// Goes through all steps up to the summary.
async fn answers(world: &mut World, who: UserId, role: Role) {
    for change in [
        Change::Agree,
        Change::Role(role),
        Change::Topics(vec!["ai".into()]),
        Change::Wishes(vec![(Wish::Digital, "Calls".into())]),
        about("12 months"),
        Change::Languages(vec![Language::De]),
        Change::RatherNot(vec![MENTOR]),
    ] {
        say(world, who, change).await.unwrap();
    }
}

#[tokio::test]
async fn nothing_is_taken_before_notice_and_agreement_and_nobody_is_known_before_they_confirm() {
    let mut world = enrolling().await;
    assert_eq!(say(&mut world, VERA, Change::Role(Role::Mentor)).await, Err(Refusal::AgreeFirst));
    assert_eq!(confirms(&mut world, VERA, &[]).await, Err(Refusal::NotFinished));
    answers(&mut world, VERA, Role::Both).await;
    let dump = world.dump().await;
    assert!(dump.contains("draft:") && !dump.contains("person:") && !dump.contains("enrolment:"), "{dump}");
    let call = world.call(ULRICH, LOBBY);
    let page = lists::list(&mut world.conn, &call, &[COORDINATORS], world.programme.id, 0).await.unwrap();
    assert_eq!(page.unwrap().waiting, 0, "coordinators see nothing of a draft");
}

#[tokio::test]
async fn whoever_confirms_waits_for_a_coordinator_and_the_day_and_version_of_consent_are_kept() {
    let mut world = enrolling().await;
    answers(&mut world, VERA, Role::Mentee).await;
    let enrolled = confirms(&mut world, VERA, &[]).await.unwrap();
    assert!(!enrolled.approved);
    assert_eq!(confirms(&mut world, VERA, &[]).await, Ok(enrolled), "twice changes nothing");
    let dump = world.dump().await;
    assert!(!dump.contains("draft:"), "{dump}");
    assert!(dump.contains("document='notice' version=2 given_on='2027-01-04'"), "{dump}");
    assert!(dump.contains("document='agreement' version=1 given_on='2027-01-04'"), "{dump}");
    let standing = stands(&mut world, VERA).await.unwrap();
    assert_eq!(standing.next(), None);
    assert_eq!(standing.answers.wishes[&Wish::Digital], "Calls");
    assert_eq!(standing.answers.rather_not, [MENTOR].into());
    assert_eq!(standing.answers.profile.department, "Purchasing");
}

#[tokio::test]
async fn a_draft_is_gone_on_with_until_it_is_seven_days_old() {
    let mut world = enrolling().await;
    say(&mut world, VERA, Change::Agree).await.unwrap();
    say(&mut world, VERA, Change::Role(Role::Mentor)).await.unwrap();
    world.pass(chrono::Duration::days(6));
    assert_eq!(stands(&mut world, VERA).await.unwrap().next(), Some(Step::Topics));
    say(&mut world, VERA, Change::Topics(vec!["ai".into()])).await.unwrap();
    world.pass(chrono::Duration::days(6));
    let now = world.now();
    let due = job_at(&mut world.conn, jobs::DRAFTS, 0).await.unwrap().unwrap();
    assert!(due <= now);
    crate::scheduler::tick(&mut world.conn, now).await.unwrap();
    assert_eq!(stands(&mut world, VERA).await.unwrap().next(), Some(Step::Wishes), "each answer counts anew");
    world.pass(chrono::Duration::days(1));
    let now = world.now();
    while crate::scheduler::tick(&mut world.conn, now).await.unwrap() {}
    assert_eq!(stands(&mut world, VERA).await.unwrap().next(), Some(Step::Consent));
    assert!(!world.dump().await.contains("draft:"));
}

#[tokio::test]
async fn rules_admit_whoever_meets_them_and_everybody_else_waits() {
    for (since, roles, approved) in [
        ("12 months", &[COORDINATORS][..], true),
        ("12 months", &[], false),
        ("5 months", &[COORDINATORS], false),
        ("", &[COORDINATORS], false),
    ] {
        let mut world = enrolling().await;
        for (column, value) in [("least_months", "6"), ("most_months", "18"), ("approval", "0")] {
            world.programme_set(column, value).await;
        }
        world.programme_set("admission_role", &COORDINATORS.to_string()).await;
        answers(&mut world, VERA, Role::Mentor).await;
        say(&mut world, VERA, about(since)).await.unwrap();
        assert_eq!(confirms(&mut world, VERA, roles).await.unwrap().approved, approved, "{since} {roles:?}");
    }
}

#[tokio::test]
async fn what_was_said_can_be_changed_later_and_a_side_that_a_tandem_needs_stays() {
    let mut world = World::new().await;
    say(&mut world, MENTOR, Change::Topics(vec!["big-data".into()])).await.unwrap();
    say(&mut world, MENTOR, Change::RatherNot(vec![VERA])).await.unwrap();
    let standing = stands(&mut world, MENTOR).await.unwrap();
    assert_eq!(standing.answers.profile.topics, ["big-data".to_owned()].into());
    assert_eq!(standing.answers.rather_not, [VERA].into());
    assert_eq!(say(&mut world, MENTOR, Change::Role(Role::Mentee)).await, Err(Refusal::RoleTaken));
    say(&mut world, MENTOR, Change::Role(Role::Both)).await.unwrap();
    assert_eq!(stands(&mut world, MENTOR).await.unwrap().answers.role, Some(Role::Both));
    assert_eq!(say(&mut world, MENTOR, Change::Topics(Vec::new())).await, Err(Refusal::NothingChosen));
    world.programme_set("phase", "closed").await;
    assert_eq!(say(&mut world, MENTOR, Change::Role(Role::Mentor)).await, Err(Refusal::WrongPhase));
}

#[tokio::test]
async fn leaving_a_programme_takes_everything_along_but_not_out_of_a_tandem_or_past_a_proposal() {
    let mut world = World::new().await;
    let programme = world.programme.id;
    let leave = async |world: &mut World, who| {
        let call = world.call(who, LOBBY);
        leave_programme(&mut world.conn, &call, programme).await.unwrap()
    };
    assert_eq!(leave(&mut world, MENTOR).await, Err(Refusal::StillInTandem));
    assert_eq!(leave(&mut world, VERA).await, Err(Refusal::NotEnrolled));
    answers(&mut world, VERA, Role::Mentee).await;
    confirms(&mut world, VERA, &[]).await.unwrap();
    let vera = world.person(VERA).await.id;
    let mentor = world.person(MENTOR).await.id;
    let deadline = world.now() + chrono::Duration::days(7);
    let proposal = proposal_add(&mut world.conn, programme, mentor, vera, deadline).await.unwrap().unwrap();
    assert_eq!(leave(&mut world, VERA).await, Err(Refusal::ProposalWaits));
    crate::app::proposals::lapse(&mut world.conn, proposal).await.unwrap();
    leave(&mut world, VERA).await.unwrap();
    let dump = world.dump().await;
    assert!(
        !dump.contains("Purchasing") && !dump.contains("Calls") && !dump.contains("rather_not:"),
        "{dump}"
    );
    answers(&mut world, ULRICH, Role::Mentee).await;
    confirms(&mut world, ULRICH, &[]).await.unwrap();
    leave(&mut world, ULRICH).await.unwrap();
    assert!(
        !world.dump().await.contains("user_id=3002"),
        "whoever was in nothing else is not known any more"
    );
}

#[tokio::test]
async fn leaving_a_programme_takes_along_what_was_said_in_it_beside_the_tandem_and_asks_nothing_later() {
    let mut world = World::new().await;
    let (programme, now) = (world.programme.id, world.now());
    let (mentor, mentee) = (world.person(MENTOR).await.id, world.person(MENTEE).await.id);
    let tandem = world.tandem_in(crate::app::testing::ROOM).await.id;
    let call = world.call(MENTEE, crate::app::testing::ROOM);
    crate::app::leaving::end(&mut world.conn, &call, tandem).await.unwrap().unwrap();
    for sql in [
        "INSERT INTO favourite (programme_id, person_id, favourite_id, rank) VALUES (1, 1, 2, 1), (1, 2, 1, 1)",
        "INSERT INTO match_lock (programme_id, mentor_id, mentee_id) VALUES (1, 1, 2)",
        "INSERT INTO match_bar (programme_id, one_id, other_id) VALUES (1, 1, 2)",
        "INSERT INTO remark (programme_id, person_id, text) VALUES (1, 2, 'Said by the mentee'), (1, 1, 'Kept')",
        "INSERT INTO rating (programme_id, person_id, value, given_at) VALUES (1, 2, 2, 0), (1, 1, 5, 0)",
        "INSERT INTO support_call (programme_id, tandem_id, asked_at, reader, person_id, text)
            VALUES (1, 1, 0, 'coordinator', 2, 'Help the mentee')",
        "INSERT INTO survey (id, programme_id, kind, state, apart, opens_at, closes_at)
            VALUES (1, 1, 'follow-4', 'open', 0, 0, 9999999999999)",
        "INSERT INTO survey_sheet (survey_id, person_id, side) VALUES (1, 1, 'mentor'), (1, 2, 'mentee')",
    ] {
        crate::store::exec_for_test(&mut world.conn, sql).await.unwrap();
    }
    assert_eq!((programme.0, mentor.0, mentee.0), (1, 1, 2));
    let call = world.call(MENTEE, LOBBY);
    leave_programme(&mut world.conn, &call, programme).await.unwrap().unwrap();
    let dump = world.dump().await;
    for gone in ["favourite:", "match_lock:", "match_bar:", "support_call:", "Said by the mentee", "value=2"]
    {
        assert!(!dump.contains(gone), "{gone} is still there");
    }
    for kept in ["Kept", "value=5", "tandem: id=1"] {
        assert!(dump.contains(kept), "{kept} is somebody else's");
    }
    let asked = crate::app::surveys::waiting(&mut world.conn, mentee, now).await.unwrap();
    let other = crate::app::surveys::waiting(&mut world.conn, mentor, now).await.unwrap();
    assert_eq!((asked.len(), other.len()), (0, 1));
}

#[tokio::test]
async fn a_draft_is_its_authors_alone_and_other_servers_have_no_part_in_it() {
    let mut world = enrolling().await;
    answers(&mut world, VERA, Role::Mentee).await;
    assert_eq!(stands(&mut world, ULRICH).await.unwrap().answers, Answers::default());
    let programme = world.programme.id;
    let call = world.call(ULRICH, LOBBY);
    assert_eq!(discard(&mut world.conn, &call, programme).await.unwrap(), Err(Refusal::NothingWaits));
    let foreign = Call { guild: GuildId(9), ..world.call(VERA, LOBBY) };
    assert_eq!(
        standing(&mut world.conn, &foreign, programme).await.unwrap().err(),
        Some(Refusal::NoProgramme)
    );
    let call = world.call(VERA, LOBBY);
    discard(&mut world.conn, &call, programme).await.unwrap().unwrap();
    assert!(!world.dump().await.contains("draft:"));
}

#[tokio::test]
async fn enrolling_needs_a_phase_that_takes_people_and_a_choice_where_there_are_several() {
    let mut world = World::empty().await;
    for (phase, opens) in [("draft", false), ("enrolling", true), ("running", true), ("closing", false)] {
        world.programme_set("phase", phase).await;
        let call = world.call(VERA, LOBBY);
        let found = which(&mut world.conn, &call, None).await.unwrap();
        assert_eq!(found, if opens { Ok(world.programme.id) } else { Err(Refusal::WrongPhase) }, "{phase}");
        assert_eq!(stands(&mut world, VERA).await.is_ok(), opens, "{phase}");
    }
    let mut second = world.programme.clone();
    second.name = "2027".into();
    second.phase = Phase::Enrolling;
    second.id = programmes::programme_add(&mut world.conn, &second).await.unwrap().unwrap();
    let call = world.call(VERA, LOBBY);
    assert_eq!(which(&mut world.conn, &call, None).await.unwrap(), Ok(second.id));
    let call = world.call(MENTEE, LOBBY);
    assert!(which(&mut world.conn, &call, Some("nowhere")).await.unwrap().is_err());
}

#[tokio::test]
async fn a_former_mentor_is_out_of_the_lounge_at_once() {
    let mut world = World::empty().await;
    world.programme_set("lounge", "1").await;
    world.programme_set("phase", "enrolling").await;
    answers(&mut world, VERA, Role::Mentor).await;
    confirms(&mut world, VERA, &[]).await.unwrap();
    let (programme, vera) = (world.programme.clone(), world.person(VERA).await.id);
    enrolments::enrolment_admit(&mut world.conn, programme.id, vera).await.unwrap();
    let now = world.now();
    lounge::keep(&mut world.conn, &programme, now).await.unwrap();
    let inside = crate::store::lounges::lounge_members(&mut world.conn, programme.id).await.unwrap();
    assert_eq!(inside, [vera]);
    say(&mut world, VERA, Change::Role(Role::Mentee)).await.unwrap();
    let inside = crate::store::lounges::lounge_members(&mut world.conn, programme.id).await.unwrap();
    assert!(inside.is_empty());
}

#[tokio::test]
async fn a_form_of_wishes_that_is_sent_after_enrolling_is_written_down_or_refused() {
    let mut world = World::new().await;
    let words = |wish, words: &str| Change::Wishes(vec![(wish, words.into())]);
    say(&mut world, MENTEE, words(Wish::Digital, "Spreadsheets")).await.unwrap();
    let standing = stands(&mut world, MENTEE).await.unwrap();
    assert_eq!(standing.answers.wishes[&Wish::Digital], "Spreadsheets");
    let other = say(&mut world, MENTOR, words(Wish::Digital, "Calls")).await;
    assert_eq!(other, Err(Refusal::NothingWaits), "a mentor's form is another one");
}
