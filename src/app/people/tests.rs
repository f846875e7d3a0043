use super::*;
use crate::app::enrol::{Change, change, confirm};
use crate::app::place;
use crate::app::programme::phase;
use crate::app::testing::{COORDINATORS, DIGEST, LOBBY, MENTEE, MENTOR, World};
use crate::domain::enrolment::About;
use crate::domain::invite_list::Who;
use crate::domain::language::Language;
use crate::domain::post::PostKind;
use crate::domain::programme::Phase;
use crate::scheduler::tick;
use crate::store::jobs::job_at;
use crate::store::lounges;

const VERA: UserId = UserId(3_001);
const ULRICH: UserId = UserId(3_002);

async fn enrols(world: &mut World, who: UserId, rather_not: &[UserId]) {
    let programme = world.programme.id;
    for what in [
        Change::Agree,
        Change::Role(Role::Mentor),
        Change::Topics(vec!["ai".into()]),
        Change::Languages(vec![Language::De]),
        Change::About(About { department: "Purchasing".into(), ..About::default() }),
        Change::RatherNot(rather_not.to_vec()),
        Change::Skip(crate::domain::enrolment::Step::Wishes),
    ] {
        let call = world.call(who, LOBBY);
        change(&mut world.conn, &call, programme, what).await.unwrap().unwrap();
    }
    let call = world.call(who, LOBBY);
    confirm(&mut world.conn, &call, programme, &[]).await.unwrap().unwrap();
}

async fn decides(world: &mut World, who: &[UserId], admitted: bool) -> Decision<usize> {
    let (call, programme) = (world.call(UserId(1), DIGEST), world.programme.id);
    let decided = decide(&mut world.conn, &call, &[COORDINATORS], programme, who, admitted).await.unwrap();
    decided.map(|decided| decided.people)
}

async fn listed(world: &mut World) -> Page {
    let (call, programme) = (world.call(UserId(1), DIGEST), world.programme.id);
    list(&mut world.conn, &call, &[COORDINATORS], programme, 0).await.unwrap().unwrap()
}

async fn place_of(world: &mut World, who: UserId) -> place::Place {
    let call = world.call(who, LOBBY);
    place::place(&mut world.conn, &call).await.unwrap().unwrap()
}

#[tokio::test]
async fn whoever_is_admitted_finds_it_behind_my_place_and_the_channel_names_nobody() {
    let mut world = World::new().await;
    enrols(&mut world, VERA, &[]).await;
    assert_eq!(place_of(&mut world, VERA).await.joining[0].1, place::Joining::Waiting);
    let page = listed(&mut world).await;
    assert_eq!((page.waiting, page.approved, page.people[0].user), (1, 2, VERA));
    assert_eq!(decides(&mut world, &[VERA], true).await, Ok(1));
    assert_eq!(place_of(&mut world, VERA).await.joining[0].1, place::Joining::Approved);
    assert_eq!(decides(&mut world, &[VERA], true).await, Err(Refusal::TakesPartAlready));
    assert_eq!(decides(&mut world, &[ULRICH], true).await, Err(Refusal::NotWaiting));
    assert_eq!(world.outbox().await.len(), 1, "one word in the channel");
}

#[tokio::test]
async fn declining_stores_no_reason_deletes_what_was_said_and_is_told_for_two_weeks() {
    let mut world = World::new().await;
    enrols(&mut world, VERA, &[MENTOR]).await;
    assert_eq!(decides(&mut world, &[VERA], false).await, Ok(1));
    let dump = world.dump().await;
    assert!(!dump.contains("Purchasing") && !dump.contains("rather_not:"), "{dump}");
    assert_eq!(dump.matches("3001").count(), 1, "{dump}");
    assert_eq!(place_of(&mut world, VERA).await.joining[0].1, place::Joining::TurnedDown);
    world.pass(INVITATION_KEPT);
    let now = world.now();
    assert_eq!(job_at(&mut world.conn, jobs::INVITATIONS, 0).await.unwrap(), Some(now));
    while crate::scheduler::tick(&mut world.conn, now).await.unwrap() {}
    assert!(place_of(&mut world, VERA).await.joining.is_empty());
    assert!(!world.dump().await.contains("3001"));
}

#[tokio::test]
async fn several_are_decided_on_together_or_not_at_all() {
    let mut world = World::new().await;
    enrols(&mut world, VERA, &[]).await;
    enrols(&mut world, ULRICH, &[]).await;
    assert_eq!(decides(&mut world, &[VERA, MENTEE], true).await, Err(Refusal::TakesPartAlready));
    assert_eq!(listed(&mut world).await.waiting, 2);
    assert_eq!(decides(&mut world, &[ULRICH, VERA], true).await, Ok(2));
    assert_eq!(listed(&mut world).await.waiting, 0);
}

#[tokio::test]
async fn lists_are_for_coordinators_of_that_server_and_know_nothing_from_inside() {
    let mut world = World::new().await;
    let programme = world.programme.id;
    let call = world.call(MENTOR, DIGEST);
    let refused = list(&mut world.conn, &call, &[], programme, 0).await.unwrap().map(|page| page.page);
    assert_eq!(refused, Err(Refusal::NeedsCoordinator));
    let foreign = Call { guild: crate::domain::ids::GuildId(9), ..call };
    let refused = list(&mut world.conn, &foreign, &[COORDINATORS], programme, 0).await.unwrap();
    assert_eq!(refused.map(|page| page.page), Err(Refusal::NotSetUp));
}

/// Whether the list of a world in which somebody wrote a secret equals that of one in which nobody did.
async fn list_with(rather_not: &[UserId], leak: bool) -> String {
    let mut world = World::new().await;
    enrols(&mut world, VERA, rather_not).await;
    if leak {
        // The planted counter-example: a list that took the secret along would say it in somebody's entry.
        let sql = "UPDATE profile SET department = coalesce((SELECT group_concat(user_id) FROM rather_not), 'Purchasing')";
        crate::store::exec_for_test(&mut world.conn, sql).await.unwrap();
    }
    format!("{:?}", listed(&mut world).await)
}

#[tokio::test]
async fn a_secret_exclusion_changes_no_letter_of_the_list() {
    assert_eq!(list_with(&[], false).await, list_with(&[MENTOR, MENTEE], false).await);
    assert_ne!(list_with(&[], true).await, list_with(&[MENTOR, MENTEE], true).await, "a leak would be seen");
}

fn entry(name: &str) -> Entry {
    Entry {
        who: Who::Name(name.into()),
        role: Some(Role::Mentor),
        department: "Stores".into(),
        organisation: String::new(),
        line: "B7".into(),
        languages: [Language::En].into(),
    }
}

#[tokio::test]
async fn an_invited_person_is_admitted_without_approval_and_finds_filled_in_what_the_list_said() {
    let mut world = World::new().await;
    enrols(&mut world, ULRICH, &[]).await;
    let (call, programme) = (world.call(UserId(1), DIGEST), world.programme.id);
    let rows = [(VERA, entry("vera")), (ULRICH, entry("ulrich")), (MENTOR, entry("mentor"))];
    let imported = async |world: &mut World, call: &Call, roles: &[RoleId]| {
        import(&mut world.conn, call, roles, programme, &rows).await.unwrap()
    };
    assert_eq!(imported(&mut world, &call, &[]).await, Err(Refusal::NeedsCoordinator));
    let first = imported(&mut world, &call, &[COORDINATORS]).await;
    assert_eq!(first, Ok(vec![Outcome::Invited, Outcome::Admitted, Outcome::TakesPart]));
    let second = imported(&mut world, &call, &[COORDINATORS]).await;
    assert_eq!(second, Ok(vec![Outcome::Renewed, Outcome::TakesPart, Outcome::TakesPart]));
    assert_eq!(place_of(&mut world, VERA).await.joining[0].1, place::Joining::Invited);
    enrols(&mut world, VERA, &[]).await;
    assert_eq!(place_of(&mut world, VERA).await.joining[0].1, place::Joining::Approved);
    let vera = world.person(VERA).await.id;
    let profile = profiles::profile_get(&mut world.conn, programme, vera).await.unwrap().unwrap();
    assert_eq!((profile.line.as_str(), profile.department.as_str()), ("B7", "Purchasing"));
    assert!(!world.dump().await.contains("invitation:"), "an invitation goes when it is followed");
}

#[tokio::test]
async fn an_invitation_nobody_follows_is_deleted_after_two_weeks() {
    let mut world = World::empty().await;
    let (call, programme) = (world.call(UserId(1), DIGEST), world.programme.id);
    import(&mut world.conn, &call, &[COORDINATORS], programme, &[(VERA, entry("vera"))])
        .await
        .unwrap()
        .unwrap();
    world.outbox_clear().await;
    world.pass(INVITATION_KEPT);
    let now = world.now();
    while crate::scheduler::tick(&mut world.conn, now).await.unwrap() {}
    assert!(!world.dump().await.contains("3001"));
    world.programme_set("phase", "closing").await;
    let refused = import(&mut world.conn, &call, &[COORDINATORS], programme, &[]).await.unwrap();
    assert_eq!(refused, Err(Refusal::WrongPhase));
}

#[tokio::test]
async fn two_people_are_kept_apart_openly_and_only_if_both_are_enrolled() {
    let mut world = World::new().await;
    let programme = world.programme.id;
    let candidate = |user| crate::app::pairing::Candidate { user, bot: false, member: true };
    let call = world.call(UserId(1), DIGEST);
    let mut asked = async |two: [UserId; 2]| {
        part(&mut world.conn, &call, &[COORDINATORS], None, two.map(candidate)).await.unwrap()
    };
    assert_eq!(asked([MENTOR, MENTOR]).await, Err(Refusal::SamePerson));
    assert_eq!(asked([MENTOR, VERA]).await, Err(Refusal::PersonNotEnrolled));
    assert_eq!(asked([MENTOR, MENTEE]).await, Ok(Parted { programme, users: [MENTOR, MENTEE] }));
    let bars = crate::store::rounds::bars_in(&mut world.conn, programme).await.unwrap();
    assert_eq!(bars.len(), 1);
}

#[tokio::test]
async fn whoever_is_admitted_as_a_mentor_is_let_into_the_lounge_in_the_same_step() {
    let mut world = World::new().await;
    world.programme_set("lounge", "1").await;
    enrols(&mut world, VERA, &[]).await;
    let inside = async |world: &mut World| {
        let programme = world.programme.id;
        lounges::lounge_members(&mut world.conn, programme).await.unwrap()
    };
    let vera = world.person(VERA).await.id;
    assert!(!inside(&mut world).await.contains(&vera), "whoever waits is not in it");
    assert_eq!(decides(&mut world, &[VERA], true).await, Ok(1));
    assert!(inside(&mut world).await.contains(&vera));
    // Whoever was invited takes part with the confirmation, and is let in with it.
    let (call, programme) = (world.call(UserId(1), DIGEST), world.programme.id);
    let list = [(ULRICH, entry("ulrich"))];
    import(&mut world.conn, &call, &[COORDINATORS], programme, &list).await.unwrap().unwrap();
    enrols(&mut world, ULRICH, &[]).await;
    let ulrich = world.person(ULRICH).await.id;
    assert!(inside(&mut world).await.contains(&ulrich));
}

#[tokio::test]
async fn whoever_is_invited_to_a_draft_is_told_and_has_their_time_from_its_opening_on() {
    let mut world = World::empty().await;
    world.programme_set("phase", "draft").await;
    let (call, programme) = (world.call(UserId(1), DIGEST), world.programme.id);
    let list = [(VERA, entry("vera"))];
    let imported = import(&mut world.conn, &call, &[COORDINATORS], programme, &list).await.unwrap();
    assert_eq!(imported, Ok(vec![Outcome::Invited]));
    assert!(world.outbox().await.is_empty(), "nobody reads of a draft");
    assert_eq!(job_at(&mut world.conn, jobs::INVITATIONS, 0).await.unwrap(), None, "no time runs");
    world.pass(INVITATION_KEPT * 2);
    let later = world.now();
    // What runs for others leaves it alone.
    let next = invitations::invitations_forget(&mut world.conn, later).await.unwrap();
    assert_eq!((next, listed(&mut world).await.invited), (None, 1));
    let call = world.call(UserId(1), DIGEST);
    crate::app::programme::open(&mut world.conn, &call, &[COORDINATORS], programme).await.unwrap().unwrap();
    let posted: Vec<_> = world.posted().await.into_iter().map(|(kind, channel, _)| (kind, channel)).collect();
    let expected = [PostKind::ProgrammeCard, PostKind::SomethingWaits].map(|kind| (kind, Some(LOBBY)));
    assert_eq!(posted, expected, "the card first");
    assert_eq!(place_of(&mut world, VERA).await.joining[0].1, place::Joining::Invited);
    let due = job_at(&mut world.conn, jobs::INVITATIONS, 0).await.unwrap();
    assert_eq!(due, Some(later + INVITATION_KEPT));
    let tick_at = async |world: &mut World, at| while tick(&mut world.conn, at).await.unwrap() {};
    tick_at(&mut world, later + INVITATION_KEPT - chrono::Duration::seconds(1)).await;
    assert_eq!(listed(&mut world).await.invited, 1);
    tick_at(&mut world, later + INVITATION_KEPT).await;
    assert_eq!(listed(&mut world).await.invited, 0);
}

#[tokio::test]
async fn opening_a_draft_to_which_nobody_is_invited_tells_nobody_that_something_waits() {
    let mut world = World::empty().await;
    world.programme_set("phase", "draft").await;
    let (call, programme) = (world.call(UserId(1), DIGEST), world.programme.id);
    crate::app::programme::open(&mut world.conn, &call, &[COORDINATORS], programme).await.unwrap().unwrap();
    let kinds: Vec<_> = world.posted().await.into_iter().map(|(kind, ..)| kind).collect();
    assert_eq!(kinds, [PostKind::ProgrammeCard]);
}

#[tokio::test]
async fn whoever_still_waits_when_the_closing_begins_is_told_what_a_decline_tells() {
    let mut dumps = Vec::new();
    for by_hand in [true, false] {
        let mut world = World::new().await;
        enrols(&mut world, VERA, &[MENTOR]).await;
        if by_hand {
            decides(&mut world, &[VERA], false).await.unwrap();
        }
        let (programme, now) = (world.programme.clone(), world.now());
        phase::enter(&mut world.conn, &programme, Phase::Closing, now).await.unwrap();
        let place = place_of(&mut world, VERA).await;
        let told: Vec<_> = place.joining.iter().map(|(_, how)| *how).collect();
        assert_eq!((told, place.without.len()), (vec![place::Joining::TurnedDown], 0));
        let posted = world.posted().await;
        let waits = posted.iter().filter(|(kind, ..)| *kind == PostKind::SomethingWaits);
        assert_eq!(waits.count(), 1, "the channel says so, and of whom to nobody");
        dumps.push(world.dump().await);
    }
    assert!(!dumps[1].contains("Purchasing") && !dumps[1].contains("rather_not:"), "{}", dumps[1]);
    assert_eq!(dumps[0], dumps[1], "nothing tells why");
}
