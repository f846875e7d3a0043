//! Direct messages over the whole bot: one sentence to those who ticked it, and silence where the door is closed.

use serde_json::json;
use tandem::sandbox::people::Deed;

use super::with_a_tandem;
use crate::company::{Company, Pair, german};

async fn tick(company: &Company, person: u64) {
    let mine = company.run(person, company.lobby(), "my", json!({})).await;
    company.press(person, &mine, "Per Direktnachricht Bescheid geben").await;
}

fn opened(company: &Company) -> usize {
    let asked = company.stage.sandbox.record.requests();
    asked.iter().filter(|one| one.template == "/users/@me/channels").count()
}

#[tokio::test]
async fn a_direct_message_says_where_something_waits_and_never_what() {
    let (company, Pair { mentor, mentee, room }) = with_a_tandem().await;
    tick(&company, mentor).await;
    company.leave(mentee, room).await;
    company.pass(3_600).await;
    let got = company.stage.sandbox.direct_messages(mentor);
    assert_eq!(got.len(), 1);
    let text = &got[0].content;
    assert!(text.contains(&format!("<#{}>", company.lobby())) && got[0].embeds.is_empty(), "{text}");
    for telling in ["Tandem", "beendet", "Vorschlag", "Pilot", &mentee.to_string()] {
        assert!(!text.contains(telling), "{telling} in {text}");
    }
    assert_eq!(text.matches('.').count(), 1, "one sentence: {text}");
    assert_eq!(company.stage.sandbox.direct_messages(mentee).len(), 0, "who has not ticked it gets none");
    company.pass(20 * 24 * 3_600).await;
    assert_eq!(company.stage.sandbox.direct_messages(mentor).len(), 1, "and it is said once");
}

#[tokio::test]
async fn direct_messages_go_out_ten_minutes_apart() {
    let (company, Pair { mentor, mentee, room }) = with_a_tandem().await;
    for person in [mentor, mentee] {
        tick(&company, person).await;
    }
    company.leave(mentee, room).await;
    company.pass(5 * 60).await;
    assert_eq!(opened(&company), 1);
    company.pass(6 * 60).await;
    assert_eq!(opened(&company), 2);
}

#[tokio::test]
async fn closed_direct_messages_are_not_tried_again_and_my_place_says_so_and_has_the_same() {
    let (company, Pair { mentor, mentee, room }) = with_a_tandem().await;
    tick(&company, mentor).await;
    company.stage.act(mentor, Deed::CloseDirectMessages).await.unwrap();
    company.leave(mentee, room).await;
    company.pass(3_600).await;
    let tried = opened(&company);
    let card = company.post_with(mentor, company.lobby(), "Mein Platz");
    let place = company.press(mentor, &card, "Mein Platz").await;
    assert!(place.content.contains(&german("my-direct-closed")), "{}", place.content);
    assert!(place.button("Ein neues Tandem").is_some(), "the same waits there (D1)");
    company.stage.act(mentor, Deed::OpenDirectMessages).await.unwrap();
    company.pass(10 * 24 * 3_600).await;
    assert_eq!(opened(&company), tried, "not until it is ticked anew");
    assert_eq!(company.stage.sandbox.direct_messages(mentor).len(), 0);
    assert!(!company.dump().await.iter().any(|line| line.contains("'undeliverable'")));
}
