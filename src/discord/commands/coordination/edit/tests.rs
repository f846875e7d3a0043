//! Each step of changing a programme fits its form and is stored at once.

use super::*;
use crate::app::testing::{COORDINATORS, LOBBY, MENTOR};
use crate::discord::testing::Desk;

#[tokio::test]
async fn every_step_is_a_form_of_at_most_five_inputs_in_every_language() {
    let mut desk = Desk::new().await;
    let programme = desk.world.programme.clone();
    let page = page(&mut desk.world.conn, programme).await.unwrap();
    let mut covered = Vec::new();
    for language in [Language::En, Language::De, Language::DeFormal] {
        for group in Group::ALL {
            let form = form_of(&page, *group, language);
            assert!((1..=5).contains(&form.inputs.len()), "{}", group.code());
            assert!(form.title.chars().count() <= 45, "{}", form.title);
            for input in &form.inputs {
                assert!(input.label.chars().count() <= 45, "{}", input.label);
                assert!(input.placeholder.chars().count() <= 100, "{}", input.placeholder);
            }
            covered.extend(group.settings());
        }
    }
    assert!(Setting::ALL.iter().all(|setting| covered.contains(&setting)), "every value can be changed");
}

#[tokio::test]
async fn a_step_is_stored_at_once_and_shown_with_the_next_three_dates() {
    let mut desk = Desk::new().await;
    desk.roles = vec![COORDINATORS];
    let shown = desk.command(MENTOR, LOBBY, "coordination programme edit", &[]).await;
    assert!(shown.contains("What would you like to change?"), "{shown}");
    let id = desk.world.programme.id;
    let form = desk.press(MENTOR, LOBBY, Button::EditChoose(id), &["rhythm"], None).await;
    assert!(form.starts_with("form: ") && form.contains("0 9 1-7 * Mon"), "{form}");
    let rhythm = Button::EditForm(PageId::of(id, 2));
    let fields = [("questions", "second Tuesday 10:00"), ("digest", "every Friday 7:00"), ("quiet", "18-8")];
    let shown = desk.submit_all(MENTOR, LOBBY, rhythm, &fields).await;
    assert!(shown.contains("Saved.") && shown.matches("<t:").count() >= 6, "{shown}");
    let fields = [("questions", "now and then"), ("digest", "every Monday 7:00"), ("quiet", "18-8")];
    let refused = desk.submit_all(MENTOR, LOBBY, rhythm, &fields).await;
    assert!(!refused.contains("Saved."), "{refused}");
    let stored = programmes::programme_get(&mut desk.world.conn, id).await.unwrap();
    assert_eq!(
        (stored.question_schedule.as_str(), stored.digest_schedule.as_str()),
        ("0 10 8-14 * Tue", "0 7 * * Fri")
    );
    let shown = desk.press(MENTOR, LOBBY, Button::EditSwitch(id), &["german-formal"], None).await;
    assert!(shown.contains("German with Sie"), "{shown}");
    desk.roles.clear();
    for button in [Button::EditChoose(id), Button::EditSwitch(id)] {
        let refused = desk.press(MENTOR, LOBBY, button, &["tasks"], None).await;
        assert!(!refused.contains("Saved.") && !refused.starts_with("form"), "{refused}");
    }
}

#[tokio::test]
async fn new_partners_that_would_come_too_late_are_shown_to_ask_nobody() {
    let mut desk = Desk::new().await;
    desk.roles = vec![COORDINATORS];
    let people = Button::EditForm(PageId::of(desk.world.programme.id, 4));
    for (weeks, late) in [("16", false), ("17", true), ("", false)] {
        let fields = [("least-months", ""), ("most-months", ""), ("most-tandems", ""), ("rotation", weeks)];
        let shown = desk.submit_all(MENTOR, LOBBY, people, &fields).await;
        assert!(shown.contains("Saved."), "{shown}");
        let hint = "Nobody is asked then, because fewer than 28 days would be left until the last day";
        assert_eq!(shown.contains(hint), late, "{weeks}: {shown}");
    }
}

#[tokio::test]
async fn questions_of_later_for_which_data_go_too_soon_are_shown_to_fall_away() {
    let mut desk = Desk::new().await;
    desk.roles = vec![COORDINATORS];
    let figures = Button::EditForm(PageId::of(desk.world.programme.id, 3));
    let [one, both] =
        ["the question after 12 weeks falls away", "the questions after 4 and 12 weeks fall away"];
    for (days, said) in
        [("31", [false, true]), ("32", [true, false]), ("87", [true, false]), ("88", [false; 2])]
    {
        let shown = desk.submit_all(MENTOR, LOBBY, figures, &[("k", "5"), ("deletion", days)]).await;
        assert!(shown.contains("Saved."), "{shown}");
        assert_eq!([shown.contains(one), shown.contains(both)], said, "{days}: {shown}");
    }
}

#[tokio::test]
async fn closing_at_once_says_what_it_skips_where_the_closing_has_not_begun() {
    let mut desk = Desk::new().await;
    desk.roles = vec![COORDINATORS];
    for (phase, skips) in [("running", true), ("closing", false)] {
        desk.world.programme_set("phase", phase).await;
        let shown = desk.command(MENTOR, LOBBY, "coordination programme close", &[]).await;
        assert!(shown.contains("*Close now*: the one open tandem"), "{shown}");
        assert_eq!(
            shown.contains("the last look-back and the closing questions fall away"),
            skips,
            "{shown}"
        );
    }
}
