//! New partners, where a programme wants them: who wished for one is nowhere (P1). Two lives of the same company that differ
//! only in that leave the same bytes behind, and a planted column shows that the comparison sees.

use std::collections::BTreeSet;

use serde_json::json;

use crate::company::{Company, Pair};
use crate::leaver::{Log, Traces, collect};

const WEEK: i64 = 7 * 24 * 3_600;

/// Two tandems come to the time for new partners. One of the first two would stay, the other one would not.
async fn a_life(mentor_wishes: bool, planted: bool) -> Traces {
    let log = Log::default();
    let _listening = log.listen();
    let mut company = Company::open("2026-11-24T09:00:00Z").await;
    company.programme("Pilot", json!({})).await;
    company.meddle("UPDATE programme SET rotation_weeks = 3").await;
    let [vera, ulrich, lena, martin] = ["vera", "ulrich", "lena", "martin"].map(|name| company.person(name));
    let Pair { mentor, mentee, room } = company.pair("Pilot", vera, ulrich).await;
    company.pair("Pilot", lena, martin).await;
    let asked = |company: &Company| {
        company.posts(mentor, room).iter().any(|post| post.button("Zusammenbleiben?").is_some())
    };
    for _ in 0..40 {
        if !asked(&company) {
            company.pass(24 * 3_600).await;
        }
    }
    let post = company.post_with(mentor, room, "Zusammenbleiben?");
    let mut secret = BTreeSet::new();
    for person in [mentee, mentor] {
        let question = company.press(person, &post, "Zusammenbleiben?").await;
        let wishes_new = mentor_wishes == (person == mentor);
        let answer = if wishes_new { "Ein neues Tandem" } else { "Zusammenbleiben" };
        let noted = company.press(person, &question, answer).await;
        secret.extend([question.id, noted.id]);
    }
    company.pass(WEEK + 24 * 3_600).await;
    for person in [mentee, mentor] {
        let goodbye = company.post_with(person, room, "Wie soll es weitergehen?");
        assert!(goodbye.content.contains("es ist Zeit für neue Tandems"), "{}", goodbye.content);
        company.run(person, company.lobby(), "my", json!({})).await;
    }
    let carla = company.person("carla");
    company.run(carla, company.lobby(), "coordination programme status", json!({})).await;
    company.pass(2 * WEEK).await;
    let column = if mentor_wishes { "mentor_id" } else { "mentee_id" };
    let note = format!(
        "ALTER TABLE tandem ADD COLUMN wished_by INTEGER;
         UPDATE tandem SET wished_by = {column} WHERE ended_at IS NOT NULL;"
    );
    collect(&mut company, &log, &secret, if planted { &note } else { "" }).await
}

#[tokio::test]
async fn two_lives_that_differ_in_who_wished_for_a_new_partner_leave_the_same_bytes_behind() {
    let (one, other) = (a_life(true, false).await, a_life(false, false).await);
    let differences = one.differences(&other);
    assert!(differences.is_empty(), "{}", differences.join("\n"));
    assert!(!one.seen.is_empty());
    assert!(!one.stored.iter().any(|line| line.starts_with("stay_question:")));
}

#[tokio::test]
async fn a_planted_column_that_says_who_wished_for_a_new_partner_is_found() {
    let (one, other) = (a_life(true, true).await, a_life(false, true).await);
    let differences = one.differences(&other);
    assert!(differences.len() == 1 && differences[0].contains("wished_by="), "{}", differences.join("\n"));
}
