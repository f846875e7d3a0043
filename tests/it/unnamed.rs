//! Deeds of one of the two that are the tandem's (D15) or nobody's business (P1): who paused, and who cannot reach their
//! partner. Two lives of the same company that differ only in that leave the same bytes behind.

use std::collections::BTreeSet;

use serde_json::json;
use tandem::sandbox::view::MessageView;

use crate::company::{Company, Pair};
use crate::leaver::{Log, Traces, collect, two_tandems};

/// Opens *This tandem…* and presses one of its buttons, and one in the answer. Returns the private reply.
async fn press_in_menu(company: &Company, person: u64, room: u64, labels: [&str; 2]) -> MessageView {
    let welcome = company.post_with(person, room, "Dieses Tandem…");
    let mut reply = company.press(person, &welcome, "Dieses Tandem…").await;
    for label in labels {
        reply = company.press(person, &reply, label).await;
    }
    reply
}

/// One of the two pauses the tandem and ends the pause before its day; the mentor gives a task meanwhile.
async fn a_paused_life(mentor_pauses: bool, planted: bool) -> Traces {
    let log = Log::default();
    let _listening = log.listen();
    let mut company = Company::open("2026-11-24T09:00:00Z").await;
    let [Pair { mentor, mentee, room }, _] = two_tandems(&company).await;
    let who = if mentor_pauses { mentor } else { mentee };
    let set = press_in_menu(&company, who, room, ["Pause", "2 Wochen"]).await;
    assert!(set.content.starts_with("Vermerkt: Euer Tandem pausiert bis"), "{}", set.content);
    company.pass(2 * 24 * 3_600).await;
    company.run(mentor, room, "task assign", json!({ "text": "Kopfhörer koppeln" })).await;
    company.pass(3 * 24 * 3_600).await;
    let standing = company.run(who, room, "pause", json!({})).await;
    let ended = company.press(who, &standing, "Pause jetzt beenden").await;
    let mut secret = BTreeSet::from([set.id, standing.id, ended.id]);
    company.pass(24 * 3_600).await;
    secret.insert(company.run(who, room, "pause", json!({ "until": "in 10 Tagen" })).await.id);
    company.pass(12 * 24 * 3_600).await;
    let note = format!("ALTER TABLE pause ADD COLUMN set_by INTEGER; UPDATE pause SET set_by = {who};");
    collect(&mut company, &log, &secret, if planted { &note } else { "" }).await
}

#[tokio::test]
async fn two_lives_that_differ_in_who_paused_leave_the_same_bytes_behind() {
    let (one, other) = (a_paused_life(true, false).await, a_paused_life(false, false).await);
    let differences = one.differences(&other);
    assert!(differences.is_empty(), "{}", differences.join("\n"));
    let posted = |text: &str| -> Vec<&String> {
        one.asked.iter().filter(|line| line.starts_with("POST") && line.contains(text)).collect()
    };
    assert_eq!(posted("Dieses Tandem pausiert bis").len(), 2);
    assert_eq!(posted("die Pause ist zu Ende").len(), 2);
    let card = posted("Kopfhörer koppeln");
    assert!(card[0].contains("\"flags\":4096") && card[0].contains("\"users\":[]"), "{}", card[0]);
}

#[tokio::test]
async fn a_planted_column_that_says_who_paused_is_found() {
    let (one, other) = (a_paused_life(true, true).await, a_paused_life(false, true).await);
    let differences = one.differences(&other);
    assert!(differences.len() == 1 && differences[0].contains("set_by="), "{}", differences.join("\n"));
}

/// One of the two cannot reach the other; both see the offer's time come, and unless it stays open both are there.
async fn an_unanswered_life(mentor_asks: bool, resolved: bool, planted: bool) -> Traces {
    let log = Log::default();
    let _listening = log.listen();
    let mut company = Company::open("2026-11-24T09:00:00Z").await;
    let [Pair { mentor, mentee, room }, _] = two_tandems(&company).await;
    let who = if mentor_asks { mentor } else { mentee };
    let labels = ["Ich erreiche mein Gegenüber nicht", "Im Kanal fragen"];
    let asked = press_in_menu(&company, who, room, labels).await;
    assert!(asked.content.starts_with("Die Frage steht in eurem Kanal."), "{}", asked.content);
    company.pass(9 * 24 * 3_600).await;
    let carla = company.person("carla");
    company.run(carla, company.lobby(), "coordination programme status", json!({})).await;
    if resolved {
        let post = company.post_with(mentor, room, "Ich bin da");
        for person in [mentee, mentor] {
            company.press(person, &post, "Ich bin da").await;
        }
        for person in [mentee, mentor] {
            company.run(person, company.lobby(), "my", json!({})).await;
        }
        company.pass(8 * 24 * 3_600).await;
    }
    let note = format!(
        "ALTER TABLE reach_call ADD COLUMN asked_by INTEGER; UPDATE reach_call SET asked_by = {who};"
    );
    let secret = BTreeSet::from([asked.id]);
    collect(&mut company, &log, &secret, if planted { &note } else { "" }).await
}

#[tokio::test]
async fn two_lives_that_differ_in_who_could_not_reach_the_other_leave_the_same_bytes_behind() {
    let (one, other) =
        (an_unanswered_life(true, true, false).await, an_unanswered_life(false, true, false).await);
    let differences = one.differences(&other);
    assert!(differences.is_empty(), "{}", differences.join("\n"));
    assert!(one.seen.iter().any(|line| line.contains("ist noch Zeit für das Tandem?")));
    assert!(one.stored.iter().any(|line| line.starts_with("reach_call:") && line.contains("asker=NULL")));
}

#[tokio::test]
async fn while_the_answer_is_awaited_nobody_else_sees_a_difference_and_one_column_holds_it() {
    let (one, other) =
        (an_unanswered_life(true, false, false).await, an_unanswered_life(false, false, false).await);
    let differences = one.differences(&other);
    assert!(differences.len() == 1 && differences[0].contains(" asker="), "{}", differences.join("\n"));
    let differing = one.stored.iter().zip(&other.stored).filter(|(one, other)| one != other).count();
    assert_eq!(differing, 1);
}

#[tokio::test]
async fn a_planted_column_that_says_who_asked_is_found() {
    let (one, other) =
        (an_unanswered_life(true, true, true).await, an_unanswered_life(false, true, true).await);
    let differences = one.differences(&other);
    assert!(differences.len() == 1 && differences[0].contains("asked_by="), "{}", differences.join("\n"));
}
