use super::*;
use crate::app::matching::propose::Row;
use crate::app::matching::round;
use crate::app::matching::testing::{CARLA, mentee, mentor};
use crate::app::testing::{COORDINATORS, LOBBY};
use crate::discord::testing::Desk;
use crate::discord::testing::text;
use crate::domain::ids::UserId;
use crate::domain::matching::score::{Reason, Weight};
use crate::domain::post::PostKind;
use crate::domain::profile::Profile;
use crate::domain::programme::Role;
use crate::store::favourites::favourites_set;
use crate::store::profiles::profile_set;

/// A desk with a coordinator before it, and so many mentors and mentees beside the one tandem.
async fn desk(mentors: u64, mentees: u64) -> Desk {
    let mut desk = Desk::new().await;
    desk.roles = vec![COORDINATORS];
    for number in 1..=mentors {
        crate::app::matching::testing::enrol(&mut desk.world, mentor(number), Role::Mentor).await;
    }
    for number in 1..=mentees {
        crate::app::matching::testing::enrol(&mut desk.world, mentee(number), Role::Mentee).await;
    }
    desk
}

const FIRST: PageId = PageId(1_000);

#[tokio::test]
async fn a_plan_is_shown_with_why_who_has_no_place_what_counts_and_how_to_go_on() {
    let mut desk = desk(2, 3).await;
    let shown = desk.command(CARLA, LOBBY, "coordination match propose", &[]).await;
    insta::assert_snapshot!(shown, @r"
    | Pilot: proposed tandems |
    2 tandems are proposed. Without a place so far: mentees 1, mentors 0. The mentor stands first.

    **1.** <@3002> with <@4001>: fits best among all plans

    **2.** <@3001> with <@4002>: fits best among all plans
    Page 1 of 1. Only you see this, and nobody has been asked about it.
    [Without a place match-left:1000] [What counts match-weights:1]
    [Propose again match-again:1] [Held and barred match-held:1000] [Ask everybody… match-ready:1]
    ");
    let left = desk.press(CARLA, LOBBY, Button::MatchLeft(FIRST), &[], None).await;
    insta::assert_snapshot!(left, @r"
    | Without a place so far |
    Once everybody has been asked, each of them reads under *My place* that there is no place yet. Whoever comes later is part of the next proposal; what has been asked or has opened stays as it is.

    **Mentees**
    <@4003>

    **Mentors**
    nobody
    Page 1 of 1. Only you see this, and nobody has been asked about it.
    [The plan match-page:1000]
    ");
    let counts = desk.press(CARLA, LOBBY, Button::MatchWeights(ProgrammeId(1)), &[], None).await;
    insta::assert_snapshot!(counts, @r"
    | What counts |
    First, as many tandems as possible. Among all plans with so many, the most points:

    **+10** for each topic that the mentor offers and the mentee wants, up to three
    **+30** for a language that both speak
    **+20** where the mentee named the mentor as a favourite
    **+12** where the mentor named the mentee as a favourite
    **+8** for different departments
    **+5** for different organisations
    **+4** for about the same amount of time a month
    **-6** for each further tandem of the same mentor

    Never proposed: people in one reporting line, people who have been a tandem before or whose proposal did not come about, and whoever you bar. Two people are joined in one direction only.

    What people keep to themselves, such as favourites and whom they would rather not be paired with, goes into the plan and is shown to nobody. So no pair has its points beside it. The same people get the same plan, whatever they are called.
    [The plan match-page:1000]
    ");
}

#[tokio::test]
async fn why_two_are_proposed_stands_in_words_of_the_readers_language_and_tells_no_secret() {
    let mut desk = desk(1, 1).await;
    let long = "Very long words ".repeat(6);
    let said = |department: &str, organisation: &str, hours| Profile {
        department: department.into(),
        organisation: organisation.into(),
        topics: ["ai", "Looms *and* yarn", long.trim()].map(String::from).into(),
        languages: [Language::En, Language::De].into(),
        hours: Some(hours),
        ..Profile::default()
    };
    let (world, programme) = (&mut desk.world, ProgrammeId(1));
    let two = [(mentor(1), said("Sales", "Nordwind", 4)), (mentee(1), said("Stores", "Südwind", 3))];
    for (user, profile) in &two {
        let person = world.person(*user).await.id;
        profile_set(&mut world.conn, programme, person, profile).await.unwrap();
    }
    let [one, other] = [world.person(mentor(1)).await.id, world.person(mentee(1)).await.id];
    favourites_set(&mut world.conn, programme, other, &[one]).await.unwrap();
    desk.command(CARLA, LOBBY, "coordination match propose", &[]).await;
    let call = desk.world.call(CARLA, LOBBY);
    let shown = propose::view(&mut desk.world.conn, &call, &[COORDINATORS], programme).await;
    let mut plan = shown.unwrap().unwrap();
    let mut pair = |language| {
        let page = text(&page(&plan, 0, language));
        plan.rows[0].held = true;
        page.lines().find(|line| line.starts_with("**1.**")).unwrap().to_owned()
    };
    insta::assert_snapshot!(pair(Language::En), @r"**1.** <@3001> with <@4001>: shared topics: Looms \*and\* yarn, Very long words Very long words Very long words Very long w… and Artificial intelligence · both speak English and German · different departments · different organisations · about the same amount of time");
    insta::assert_snapshot!(pair(Language::De), @r"**1.** <@3001> mit <@4001>: von der Koordination festgehalten · gemeinsame Themen: Looms \*and\* yarn, Very long words Very long words Very long words Very long w… und Künstliche Intelligenz · beide sprechen Englisch und Deutsch · verschiedene Abteilungen · verschiedene Organisationen · etwa gleich viel Zeit");
}

#[tokio::test]
async fn holding_and_barring_are_noted_listed_and_undone() {
    let mut desk = desk(3, 3).await;
    let none = desk.press(CARLA, LOBBY, Button::MatchHeld(FIRST), &[], None).await;
    assert!(none.contains("Nobody is held or barred."), "{none}");
    let two = [("mentor", mentor(1)), ("mentee", mentee(1))];
    let held = desk.about(CARLA, LOBBY, "coordination match lock", &two).await;
    insta::assert_snapshot!(held, @r"
    <@3001> and <@4001> are held together. They are asked like everybody else.
    Everything else is worked out anew with *Propose again*.
    [Propose again match-again:1] [Release the pair match-unlock:1]
    ");
    let two = [("first", mentor(2)), ("second", mentee(2))];
    let barred = desk.about(CARLA, LOBBY, "coordination match forbid", &two).await;
    insta::assert_snapshot!(barred, @r"
    <@3002> and <@4002> are not proposed to each other, whichever way round.
    Everything else is worked out anew with *Propose again*.
    [Propose again match-again:1] [Unbar the pair match-unbar:1]
    ");
    let both = desk.press(CARLA, LOBBY, Button::MatchHeld(FIRST), &[], None).await;
    insta::assert_snapshot!(both, @r"
    | Held and barred |
    **1.** <@3001> with <@4001>
    **2.** never <@3002> and <@4002>
    Page 1 of 1. Only you see this, and nobody has been asked about it.
    [Release 1 match-unlock:1]
    [Unbar 2 match-unbar:1]
    [The plan match-page:1000]
    ");
    let lifted = desk.press(CARLA, LOBBY, Button::MatchUnbar(BarId(1)), &[], None).await;
    insta::assert_snapshot!(lifted, @r"
    Done: proposing decides about these two again.
    Everything else is worked out anew with *Propose again*.
    [Propose again match-again:1]
    ");
    let plan = desk.press(CARLA, LOBBY, Button::MatchAgain(ProgrammeId(1)), &[], None).await;
    assert!(plan.contains("<@3001> with <@4001>: held by the coordinators"), "{plan}");
}

#[tokio::test]
async fn asking_is_shown_first_and_then_done_once() {
    let mut desk = desk(2, 3).await;
    desk.command(CARLA, LOBBY, "coordination match propose", &[]).await;
    let ready = desk.command(CARLA, LOBBY, "coordination match confirm", &[("until", "2027-01-11")]).await;
    insta::assert_snapshot!(ready, @r"
    2 pairs would be asked and could answer until <t:1799686800:F>. Under *My place* each of the two reads who is proposed, with the other's wishes, and says yes or no without a reason. At that moment the results appear for everybody, and the tandems open; no answer counts as no, and nobody is shown who answered what. One person has no place yet.
    [Ask them now match-ask:1]
    ");
    let asked = desk.press(CARLA, LOBBY, Button::MatchAsk(RoundId(1)), &[], None).await;
    insta::assert_snapshot!(asked, @"2 pairs are being asked and can answer until <t:1799686800:F>. The channel with the programme's card says that something is waiting, but not for whom. `/coordination programme status` shows how it stands.");
    let again = desk.command(CARLA, LOBBY, "coordination match confirm", &[]).await;
    assert!(again.starts_with("No plan is there"), "{again}");
    desk.roles = Vec::new();
    for button in [Button::MatchAgain(ProgrammeId(1)), Button::MatchLeft(FIRST), Button::MatchAsk(RoundId(1))]
    {
        let refused = desk.press(mentor(1), LOBBY, button, &[], None).await;
        assert!(refused.contains("for the coordinators"), "{refused}");
    }
}

#[tokio::test]
async fn the_coordinators_card_counts_rooms_and_says_when_there_is_no_room() {
    let mut desk = desk(2, 2).await;
    let round = crate::app::matching::testing::asked(&mut desk.world).await;
    for number in [1, 2] {
        for user in [mentor(number), mentee(number)] {
            crate::app::matching::testing::say(&mut desk.world, user, true).await;
        }
    }
    desk.world.pass(chrono::Duration::days(7));
    let now = desk.world.now();
    round::settle(&mut desk.world.conn, round, now).await.unwrap();
    round::counted(&mut desk.world.conn, round, 479, now).await.unwrap();
    let (lacks, mentions) = desk.post(PostKind::OpeningLacksRoom).await.unwrap();
    assert!(mentions.is_empty());
    assert_eq!(
        lacks,
        "2 tandems are ready to open, and this server has room for 0. None has been opened. When there is room for all, \
         `/coordination match confirm` opens them; deleting channels helps, or a second server."
    );
    round::counted(&mut desk.world.conn, round, 9, now).await.unwrap();
    assert!(desk.post(PostKind::OpeningLacksRoom).await.is_none(), "it has been dealt with");
    round::open(&mut desk.world.conn, round, now).await.unwrap();
    let card = desk.post(PostKind::OpeningCard).await.unwrap().0;
    assert_eq!(card, "Tandems of this round: 0 of 2 are open.");
    let tandems = crate::store::tandems::tandems_in(&mut desk.world.conn, ProgrammeId(1)).await.unwrap();
    for (at, tandem) in tandems.iter().filter(|one| one.channel.is_none()).enumerate() {
        let room = crate::domain::ids::ChannelId(7_000 + at as u64);
        crate::store::tandems::tandem_room_bind(&mut desk.world.conn, tandem.id, room).await.unwrap();
        round::progressed(&mut desk.world.conn, tandem.id, now).await.unwrap();
    }
    assert_eq!(desk.post(PostKind::OpeningCard).await.unwrap().0, "All 2 tandems of this round are open.");
    let edits = desk.world.outbox().await;
    let edits = edits.iter().filter(|row| matches!(row.1, crate::app::effect::Effect::Edit { .. })).count();
    assert_eq!(edits, 1, "one edit for as many rooms as come about meanwhile (D19)");
}

#[tokio::test]
async fn a_full_page_with_the_longest_reasons_fits_in_every_language() {
    let desk = desk(1, 1).await;
    let long = || "ä".repeat(80);
    let row = Row {
        mentor: UserId(u64::MAX),
        mentee: UserId(u64::MAX),
        held: true,
        reasons: vec![
            Reason::Topics(vec![long(), long(), long()]),
            Reason::Languages(vec![Language::En, Language::De]),
            Reason::Departments,
            Reason::Organisations,
            Reason::Hours,
        ],
    };
    for language in Language::ALL {
        let plan = PlanView {
            programme: desk.world.programme.clone(),
            round: None,
            rows: vec![row.clone(); 2_000],
            mentors_left: vec![UserId(u64::MAX); 300],
            mentees_left: vec![UserId(u64::MAX); 300],
            held: Vec::new(),
            barred: Vec::new(),
        };
        for view in [page(&plan, 1, language), page(&plan, 9_999, language), without(&plan, 2, language)] {
            text(&view);
            assert!(view.rows.len() <= 5);
        }
    }
}

#[test]
fn the_document_has_every_weight_as_it_is() {
    let page = include_str!("../../../../docs/matching.md");
    let rows: Vec<&str> = page.lines().filter(|line| line.starts_with("| ")).collect();
    let weights: Vec<String> =
        Weight::ALL.iter().map(|weight| format!("| {:+} |", weight.points())).collect();
    let listed: Vec<&&str> = rows.iter().filter(|row| row.contains("| +") || row.contains("| -")).collect();
    assert_eq!(listed.len(), Weight::ALL.len(), "{listed:?}");
    for weight in weights {
        assert!(listed.iter().any(|row| row.contains(&weight)), "{weight}");
    }
}
