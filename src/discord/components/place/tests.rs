use super::*;
use crate::app::matching::testing::enrol;
use crate::app::testing::{LOBBY, MENTEE, MENTOR, World};
use crate::app::{leaving, rotation, testing};
use crate::discord::testing::Desk;
use crate::domain::ids::UserId;
use crate::domain::programme::Role;
use crate::store::programmes::enrolment_approve;
use crate::store::proposals::proposal_add;

async fn of(world: &mut World, user: UserId, language: Language) -> View {
    let call = world.call(user, LOBBY);
    view(&place::place(&mut world.conn, &call).await.unwrap().unwrap(), language)
}

#[tokio::test]
async fn what_the_other_one_answered_changes_no_word_before_the_deadline() {
    let mut views = Vec::new();
    for answer in [None, Some(true), Some(false)] {
        let mut world = World::empty().await;
        let (mentor, mentee) = (world.person(MENTOR).await.id, world.person(MENTEE).await.id);
        let programme = world.programme.id;
        for (person, role) in [(mentor, Role::Mentor), (mentee, Role::Mentee)] {
            enrolment_approve(&mut world.conn, programme, person, role).await.unwrap();
        }
        let deadline = world.now() + chrono::Duration::days(7);
        let proposal =
            proposal_add(&mut world.conn, programme, mentor, mentee, deadline).await.unwrap().unwrap();
        if let Some(yes) = answer {
            let call = world.call(MENTEE, LOBBY);
            crate::app::proposals::answer(&mut world.conn, &call, proposal, yes).await.unwrap().unwrap();
        }
        views.push(of(&mut world, MENTOR, Language::De).await);
    }
    assert!(views.iter().all(|view| *view == views[0]));
    assert!(views[0].embeds[0].text.contains("<@2002>"));
    assert_eq!(views[0].rows.len(), 2);
}

#[tokio::test]
async fn a_full_place_fits_into_one_message_in_every_language() {
    for language in Language::ALL {
        let mut world = World::new().await;
        let tandem = world.tandem_in(testing::ROOM).await;
        let call = world.call(MENTOR, testing::ROOM);
        leaving::end(&mut world.conn, &call, tandem.id).await.unwrap().unwrap();
        leaving::say_next(&mut world.conn, &call, tandem.id, false).await.unwrap().unwrap();
        for other in 0..3 {
            let person = world.person(UserId(7_000 + other)).await.id;
            let deadline = world.now() + chrono::Duration::days(7);
            proposal_add(&mut world.conn, world.programme.id, tandem.mentor, person, deadline).await.unwrap();
        }
        let view = of(&mut world, MENTOR, language).await;
        assert_eq!((view.embeds.len(), view.rows.len()), (SHOWN + 1, SHOWN + 2));
        let mut size = 0;
        for embed in &view.embeds {
            size += embed.title.chars().count() + embed.text.chars().count();
            for (name, value) in &embed.fields {
                assert!(value.chars().count() <= 1_024, "{name}");
                size += name.chars().count() + value.chars().count();
            }
        }
        assert!(size <= 6_000, "{size}");
    }
}

#[tokio::test]
async fn of_two_proposals_each_has_a_number_and_the_answer_names_whom_it_is_about() {
    let mut desk = Desk::new().await;
    let (lobby, programme, now) = (LOBBY, desk.world.programme.id, desk.world.now());
    let (me, mut asked) = (enrol(&mut desk.world, UserId(8_000), Role::Mentor).await, Vec::new());
    let first = |page: &str| {
        let buttons = page.lines().filter(|line| line.contains("proposal-accept"));
        buttons.map(|line| line.replace(" proposal-", "|")).collect::<Vec<_>>().join("\n")
    };
    for other in [8_001, 8_002] {
        let person = enrol(&mut desk.world, UserId(other), Role::Mentee).await;
        let deadline = now + chrono::Duration::days(7);
        let proposal = proposal_add(&mut desk.world.conn, programme, me, person, deadline).await;
        asked.push(proposal.unwrap().unwrap());
        if other == 8_001 {
            let alone = desk.press(UserId(8_000), lobby, Button::MyPlace, &[], None).await;
            assert!(alone.contains("| A tandem for you in Pilot |"), "{alone}");
            assert_eq!(first(&alone), "[Yes, I agree and take part|accept:1] [No, not this time|decline:1]");
        }
    }
    let both = desk.press(UserId(8_000), lobby, Button::MyPlace, &[], None).await;
    assert_eq!(
        first(&both),
        "[Yes to 1|accept:1] [No to 1|decline:1]\n[Yes to 2|accept:2] [No to 2|decline:2]"
    );
    for title in ["| 1 · A tandem for you in Pilot |", "| 2 · A tandem for you in Pilot |"] {
        assert!(both.contains(title), "{title} in {both}");
    }
    let no = desk.press(UserId(8_000), lobby, Button::ProposalDecline(asked[1]), &[], None).await;
    assert!(no.starts_with("About the tandem with <@8002>: Your no is noted"), "{no}");
    let yes = desk.press(UserId(8_000), lobby, Button::ProposalAccept(asked[0]), &[], None).await;
    assert!(yes.starts_with("About the tandem with <@8001>: Your yes is noted"), "{yes}");
    let both = desk.press(UserId(8_000), lobby, Button::MyPlace, &[], None).await;
    for said in ["About the tandem with <@8001>: Your yes", "\nAbout the tandem with <@8002>: Your no"] {
        assert!(both.contains(said), "{said} in {both}");
    }
    let opened = desk.press(UserId(8_001), lobby, Button::ProposalAccept(asked[0]), &[], None).await;
    assert!(opened.starts_with("About the tandem with <@8000>: Both have said yes."), "{opened}");
}

#[tokio::test]
async fn whoever_has_nothing_waiting_reads_just_that() {
    let mut world = World::new().await;
    let view = of(&mut world, MENTOR, Language::En).await;
    assert_eq!(view.content, "Nothing is waiting for you at the moment.");
    assert_eq!(view.rows.len(), 1, "one's wishes can be changed at any time");
}

async fn tick_all(world: &mut World) {
    let now = world.now();
    while crate::scheduler::tick(&mut world.conn, now).await.unwrap() {}
}

#[tokio::test]
async fn after_new_partners_each_reads_how_things_stand_and_no_answer_that_nobody_gave() {
    let mut desk = Desk::new().await;
    let tandem = desk.world.tandem_in(testing::ROOM).await.id;
    desk.world.pass(chrono::Duration::days(30));
    let (programme, now) = (desk.world.programme.clone(), desk.world.now());
    rotation::start(&mut desk.world.conn, &programme, now).await.unwrap();
    tick_all(&mut desk.world).await;
    desk.world.pass(chrono::Duration::days(8));
    tick_all(&mut desk.world).await;
    let free = "You are in for the next round of pairing, and the coordinators see that. If you would like \
                something else, say so here; only you see this question.";
    assert_eq!(of(&mut desk.world, MENTEE, Language::En).await.embeds[0].text, free);
    let asked = desk.press(MENTEE, testing::ROOM, Button::GoesOn(tandem), &[], None).await;
    assert!(asked.contains(free), "{asked}");
    desk.press(MENTEE, testing::ROOM, Button::NextBreak(tandem), &[], None).await;
    let asked = desk.press(MENTEE, testing::ROOM, Button::GoesOn(tandem), &[], None).await;
    let text = &of(&mut desk.world, MENTEE, Language::En).await.embeds[0].text;
    assert!(text.starts_with("As things stand you are not in for the next round") && asked.contains(text));
    assert_eq!(of(&mut desk.world, MENTOR, Language::En).await.embeds[0].text, free, "their own");
}

#[tokio::test]
async fn whoever_chose_a_break_does_not_read_that_they_want_no_tandem_at_all() {
    let mut world = World::new().await;
    let tandem = world.tandem_in(testing::ROOM).await.id;
    let call = world.call(MENTOR, testing::ROOM);
    leaving::end(&mut world.conn, &call, tandem).await.unwrap().unwrap();
    leaving::say_next(&mut world.conn, &call, tandem, false).await.unwrap().unwrap();
    let text = &of(&mut world, MENTOR, Language::En).await.embeds[0].text;
    assert!(text.ends_with("or 14 days have passed.\n\nAs things stand: no new tandem for now."), "{text}");
}

#[tokio::test]
async fn whoever_had_no_tandem_reads_at_the_end_that_none_came_about() {
    let mut world = World::new().await;
    let (programme, alone) = (world.programme.id, UserId(7));
    let person = world.person(alone).await.id;
    enrolment_approve(&mut world.conn, programme, person, Role::Mentee).await.unwrap();
    world.programme_set("phase", "closing").await;
    assert_eq!(
        of(&mut world, alone, Language::En).await.content,
        "No new tandems are formed in Pilot any more, and none came about for you. Thank you for having \
         been with us; `/privacy export` shows what is stored."
    );
}
