//! A practice with a file, over the whole bot: its author's name for it shows nowhere, and it goes when it is taken back.

use serde_json::json;
use tandem::sandbox::view::MessageView;

use super::with_a_tandem;
use crate::company::{Company, Pair, german};

fn names(post: &MessageView) -> Vec<String> {
    post.attachments.iter().map(|file| file.filename.clone()).collect()
}

async fn agreed(company: &Company, pair: Pair, file: serde_json::Value) -> MessageView {
    let options = json!({ "text": "Eine Liste führen", "file": file });
    let asked = company.run(pair.mentor, pair.room, "practice share", options).await;
    company.press(pair.mentor, &asked, "Ja, ohne Namen").await;
    let card = company.post_with(pair.mentee, pair.room, "Zustimmen oder nicht");
    let asked = company.press(pair.mentee, &card, "Zustimmen oder nicht").await;
    company.press(pair.mentee, &asked, "Ja, ohne Namen").await;
    card
}

#[tokio::test]
async fn a_file_is_shared_under_a_neutral_name_and_goes_when_it_is_taken_back() {
    let (company, pair) = with_a_tandem().await;
    company.pass(40 * 24 * 3_600).await;
    let card = agreed(&company, pair, json!({ "filename": "Ulrich Weber.TXT", "text": "Strg+K" })).await;
    let name = names(&card);
    let parts: Vec<&str> = name[0].split(['-', '.']).collect();
    assert!(matches!(parts[..], ["practice", _, "txt"]), "{name:?}");
    let carla = company.person("carla");
    let status = company.run(carla, company.lobby(), "coordination programme status", json!({})).await;
    let list = company.press(carla, &status, "Was auf Freigabe wartet").await;
    assert_eq!(names(&list), name, "the coordinator reads it under that name as well");
    company.press(carla, &list, "Freigeben").await;
    company.pass(60).await;
    let published = |company: &Company| {
        let posts = company.posts(carla, company.lobby());
        posts.into_iter().filter(|post| post.content == german("practice-from-a-tandem")).collect::<Vec<_>>()
    };
    assert_eq!(names(&published(&company)[0]), name);
    let card = company.post_with(pair.mentee, pair.room, "Zurückziehen");
    company.press(pair.mentee, &card, "Zurückziehen").await;
    company.pass(60).await;
    assert!(published(&company).is_empty());
    let left = company.posts(pair.mentee, pair.room).into_iter().find(|post| post.id == card.id).unwrap();
    assert_eq!(names(&left), Vec::<String>::new());
    let dump = company.dump().await;
    assert!(!dump.iter().any(|line| line.starts_with("practice_file") || line.contains("Ulrich Weber")));
}

#[tokio::test]
async fn a_file_that_runs_is_refused_and_nothing_is_shared() {
    let (company, Pair { mentor, room, .. }) = with_a_tandem().await;
    company.pass(40 * 24 * 3_600).await;
    let before = company.stored().await;
    let file = json!({ "filename": "setup.exe", "text": "MZ" });
    let options = json!({ "text": "Eine Liste führen", "file": file });
    let answer = company.run(mentor, room, "practice share", options).await;
    assert_eq!(answer.content, german("refusal-file-runs"));
    assert_eq!(crate::company::changes(&before, &company.stored().await), Vec::<String>::new());
}
