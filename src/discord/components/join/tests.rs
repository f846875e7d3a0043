use super::*;
use crate::app::testing::{LOBBY, MENTEE, MENTOR};
use crate::discord::button::Button;
use crate::discord::testing::Desk;
use crate::discord::view::Row;
use crate::domain::enrolment::{Answers, Step};
use crate::domain::profile::{CAPACITY_MAX, HOURS_MAX, NAME_MAX, Profile, RATHER_NOT_MAX, TOPICS_MAX};
use crate::domain::programme::Programme;
use crate::domain::topic::{OWN_MAX, Topic};
use crate::domain::wish::WISH_MAX;
use crate::store::programmes::Enrolment;

const VERA: UserId = UserId(3_001);

async fn press(desk: &mut Desk, button: Button, values: &[&str]) -> String {
    desk.press(VERA, LOBBY, button, values, None).await
}

#[tokio::test]
async fn the_dialogue_asks_for_consent_first_and_ends_with_a_summary() {
    let mut desk = Desk::new().await;
    let id = desk.world.programme.id;
    let page = desk.command(VERA, LOBBY, "join", &[]).await;
    assert!(page.starts_with("| Pilot · step 1 of 7 |"), "{page}");
    assert!(page.contains("| Data notice |") && page.contains("| Confidentiality agreement |"), "{page}");
    let early = press(&mut desk, Button::JoinRole(id), &["mentor"]).await;
    assert_eq!(early, "Data notice and confidentiality agreement come first; `/join` shows both.");
    let page = press(&mut desk, Button::JoinAgree(id), &[]).await;
    assert!(
        page.contains("Who sees the answer: The coordinators, and the person proposed as your partner."),
        "{page}"
    );
    press(&mut desk, Button::JoinRole(id), &["mentee"]).await;
    let page = press(&mut desk, Button::JoinTopics(id), &["ai", "nonsense"]).await;
    assert!(page.starts_with("| Pilot · step 4 of 7 |"), "{page}");
    let fields = [("digital", "Calls"), ("matters", ""), ("questions", ""), ("mentee-expects", "")];
    let page = desk.submit_all(VERA, LOBBY, Button::JoinMentee(id), &fields).await;
    assert!(page.starts_with("| Pilot · step 5 of 7 |"), "{page}");
    for (name, typed, said) in [
        ("since", "yesterday", "time in the company"),
        ("hours", "many", "number of hours a month"),
        ("capacity", "99", "number of tandems"),
    ] {
        let refused = desk.submit(VERA, LOBBY, Button::JoinAbout(id), (name, typed)).await;
        assert!(refused.contains(said), "{refused}");
    }
    desk.submit_all(VERA, LOBBY, Button::JoinAbout(id), &[("hours", "3"), ("since", "2 years")]).await;
    let none = press(&mut desk, Button::JoinLanguages(id), &[]).await;
    assert!(none.starts_with("Nothing of that can be chosen"), "{none}");
    press(&mut desk, Button::JoinLanguages(id), &["de", "en"]).await;
    let summary = press(&mut desk, Button::JoinRatherNot(id), &["2001"]).await;
    for said in ["Mentee", "Artificial intelligence", "Calls", "since 01/2025", "3 hours a month", "<@2001>"]
    {
        assert!(summary.contains(said), "{said} in {summary}");
    }
    let done = press(&mut desk, Button::JoinConfirm(id), &[]).await;
    assert!(done.starts_with("Your enrolment in Pilot is with the coordinators."), "{done}");
}

#[tokio::test]
async fn more_topics_than_fit_are_refused_and_a_step_that_matters_cannot_be_skipped() {
    let mut desk = Desk::new().await;
    let id = desk.world.programme.id;
    press(&mut desk, Button::JoinAgree(id), &[]).await;
    let all: Vec<&str> = Topic::ALL.iter().map(|topic| topic.code()).collect();
    let refused = press(&mut desk, Button::JoinTopics(id), &all).await;
    assert_eq!(refused, format!("That is more than fits; please choose {TOPICS_MAX} at most."));
    let skipped = press(&mut desk, Button::JoinSkip(PageId::of(id, Step::Topics.index())), &[]).await;
    assert!(skipped.starts_with("Nothing is waiting"), "{skipped}");
    let unfinished = press(&mut desk, Button::JoinConfirm(id), &[]).await;
    assert!(unfinished.starts_with("Something is still missing"), "{unfinished}");
}

#[tokio::test]
async fn whoever_takes_part_finds_the_same_pages_and_nobody_else_does() {
    let mut desk = Desk::new().await;
    let id = desk.world.programme.id;
    let mine = desk.press(MENTOR, LOBBY, Button::JoinShow(id), &[], None).await;
    assert!(mine.contains("You are taking part."), "{mine}");
    desk.press(MENTOR, LOBBY, Button::JoinRatherNot(id), &["2002"], None).await;
    let again = desk.press(MENTOR, LOBBY, Button::JoinShow(id), &[], None).await;
    assert!(again.contains("<@2002>"), "{again}");
    let theirs = desk.press(MENTEE, LOBBY, Button::JoinShow(id), &[], None).await;
    assert!(!theirs.contains("<@2002>") && !theirs.contains("<@2001>"), "{theirs}");
    let stuck = desk.press(MENTOR, LOBBY, Button::ProgrammeLeaveAsk(id), &[], None).await;
    assert!(stuck.starts_with("You are in a tandem of this programme"), "{stuck}");
}

/// Somebody who has said as much as fits everywhere.
fn full(programme: Programme, enrolled: Option<Enrolment>) -> Standing {
    let long = |letter: &str, length| letter.repeat(length);
    let own_topics: Vec<String> =
        (0..13).map(|number| format!("{number:02}{}", long("t", OWN_MAX - 2))).collect();
    let mut answers = Answers::default();
    answers.set_role(Role::Both);
    let topics: Vec<String> = own_topics.iter().take(TOPICS_MAX).cloned().collect();
    answers.set_topics(&topics, &own_topics).unwrap();
    let words: Vec<(Wish, String)> = Wish::ALL.iter().map(|wish| (*wish, long("w", WISH_MAX))).collect();
    answers.set_wishes(&words).unwrap();
    answers.profile = Profile {
        department: long("d", NAME_MAX),
        organisation: long("o", NAME_MAX),
        languages: [Language::De, Language::En].into(),
        since: "1999-12-01".parse().ok(),
        hours: Some(HOURS_MAX),
        capacity: CAPACITY_MAX,
        ..answers.profile
    };
    let users: Vec<UserId> = (0..RATHER_NOT_MAX as u64).map(|n| UserId(u64::MAX - n)).collect();
    answers.set_rather_not(UserId(1), &users).unwrap();
    answers.agreed = Some(crate::domain::enrolment::Agreed::today("2027-01-04".parse().unwrap()));
    // Each of these signs is shown as two.
    let words = long("*", 1_000);
    let programme = Programme {
        name: long("P", 80),
        aim: words.clone(),
        sponsor: words.clone(),
        contact: words,
        ..programme
    };
    Standing { programme, own_topics, person: None, enrolled, invited: false, answers }
}

#[tokio::test]
async fn every_page_and_form_fits_in_every_language_with_as_much_as_can_be_said() {
    let world = crate::app::testing::World::empty().await;
    let enrolled = Enrolment {
        person: crate::domain::ids::PersonId(1),
        role: Role::Both,
        approved: true,
        available: true,
        gone: false,
        provisional: false,
    };
    for (language, enrolled) in Language::ALL.iter().flat_map(|one| [(*one, None), (*one, Some(enrolled))]) {
        let standing = full(world.programme.clone(), enrolled);
        let pages = Step::ALL.iter().map(|step| pages::step(&standing, *step, language));
        let all = [summary::view(&standing, language), summary::leave_question(&standing, language)];
        for view in pages.chain(all) {
            let mut size = 0;
            for embed in &view.embeds {
                let fields: usize = embed
                    .fields
                    .iter()
                    .map(|(name, value)| {
                        assert!(value.chars().count() <= 1_024, "{name}: {}", value.chars().count());
                        name.chars().count() + value.chars().count()
                    })
                    .sum();
                assert!(embed.title.chars().count() <= 256);
                size += embed.title.chars().count() + embed.text.chars().count() + fields;
                size += embed.footer.chars().count();
            }
            assert!(size <= 6_000, "{size}");
            assert!(view.rows.len() <= 5);
            for row in &view.rows {
                match row {
                    Row::Buttons(buttons) => {
                        assert!(buttons.iter().all(|button| button.label.chars().count() <= 80));
                    }
                    Row::Menu { placeholder, .. }
                    | Row::Pick { placeholder, .. }
                    | Row::People { placeholder, .. } => {
                        assert!(placeholder.chars().count() <= 150);
                    }
                }
            }
        }
        let forms = [
            pages::about_form(&standing, language),
            pages::wishes_form(&standing, Side::Mentor, language),
            pages::wishes_form(&standing, Side::Mentee, language),
        ];
        for form in forms {
            assert!(form.title.chars().count() <= 45, "{}", form.title);
            assert!((1..=5).contains(&form.inputs.len()));
            for input in &form.inputs {
                assert!(input.label.chars().count() <= 45, "{}", input.label);
                assert!(input.placeholder.chars().count() <= 100, "{}", input.placeholder);
                assert!(input.value.chars().count() <= input.max, "{}", input.id);
            }
        }
    }
}

#[tokio::test]
async fn a_programme_of_three_fields_asks_for_these_alone_and_takes_no_other() {
    let mut desk = Desk::new().await;
    desk.world.programme_set("template", "apprentice").await;
    let id = desk.world.programme.id;
    press(&mut desk, Button::JoinAgree(id), &[]).await;
    let page = press(&mut desk, Button::JoinRole(id), &["mentor"]).await;
    assert!(
        page.contains("up to 3") && page.contains("Mobile devices") && !page.contains("Big data"),
        "{page}"
    );
    let refused = press(&mut desk, Button::JoinTopics(id), &["big-data"]).await;
    assert!(!refused.contains("step 4"), "{refused}");
    let page = press(&mut desk, Button::JoinTopics(id), &["devices", "big-data"]).await;
    assert!(page.starts_with("| Pilot · step 4 of 7 |"), "{page}");
}
