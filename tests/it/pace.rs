//! The bot's pace towards Discord: a monthly post to many rooms goes out at nearly the limit of all requests, and no route
//! is asked sooner than its last answer allowed.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use chrono::Duration;
use serde_json::json;
use tandem::sandbox::state::channel;
use tandem::sandbox::world::NewChannel;

use crate::company::{Company, moment};

const TANDEMS: u64 = 64;

/// Puts tandems like the first one beside it, each with people and a channel of its own.
async fn multiply(company: &Company, tandems: u64) {
    let (guild, mut sql) = (company.stage.sandbox.guild_id(), String::new());
    for n in 1..tandems {
        let name = format!("probe-{n}");
        let room = company.stage.sandbox.add_channel(guild, NewChannel::of(channel::TEXT, &name)).unwrap();
        let (mentor, mentee) = (1_000 + 2 * n, 1_001 + 2 * n);
        let _ = write!(
            sql,
            "INSERT INTO person (id, guild_id, user_id) VALUES ({mentor}, {guild}, {mentor}), ({mentee}, {guild}, {mentee});
             INSERT INTO tandem (programme_id, mentor_id, mentee_id, category_id, name, language, state, channel_id, opened_at)
             SELECT programme_id, {mentor}, {mentee}, category_id, '{name}', language, state, {room}, opened_at
             FROM tandem WHERE id = 1;"
        );
    }
    company.meddle(&sql).await;
}

#[tokio::test]
async fn a_question_to_64_tandems_goes_out_at_nearly_45_requests_a_second_and_meets_no_429() {
    let company = Company::open("2027-03-01T09:00:00Z").await;
    let settings = json!({ "questions": "0 12 5 * *", "quiet": "keine", "end": "2027-03-31" });
    company.programme("Pilot", settings).await;
    company.pair("Pilot", company.person("vera"), company.person("ulrich")).await;
    multiply(&company, TANDEMS).await;
    let noon = moment("2027-03-05T11:00:00Z");
    company.pass_until(noon - Duration::seconds(1)).await;
    company.pass_until(noon + Duration::hours(1)).await;

    let mut answered = company.stage.sandbox.record.requests();
    answered.retain(|asked| asked.at >= noon);
    let count = answered.iter().fold(BTreeMap::<_, u64>::new(), |mut count, asked| {
        *count.entry((asked.method.as_str(), asked.status)).or_default() += 1;
        count
    });
    let (posts, reactions) = (TANDEMS, TANDEMS * 3);
    assert_eq!(count, BTreeMap::from([(("POST", 200), posts), (("PUT", 204), reactions)]));
    // 45 go at once, so that the last second is not a whole one.
    let took = answered.last().unwrap().at - noon;
    let seconds = i64::try_from((posts + reactions) / 45).unwrap();
    assert!(took >= Duration::seconds(seconds) && took <= Duration::seconds(seconds + 2), "{took}");
    let traffic = company.stage.sandbox.traffic();
    assert_eq!((traffic.rate_limited, traffic.max_in_any_second), (0, 45));
}

#[tokio::test]
async fn what_stands_in_old_posts_is_taken_out_of_them_no_faster_than_discord_lets_old_posts_be_edited() {
    let company = Company::open("2027-03-01T09:00:00Z").await;
    company.programme("Pilot", json!({})).await;
    let pair = company.pair("Pilot", company.person("vera"), company.person("ulrich")).await;
    for number in 1..=7 {
        let text = format!("Das Werkzeug Nummer {number} ausprobieren.");
        company.run(pair.mentor, pair.room, "task assign", json!({ "text": text })).await;
        let report = json!({ "task": number.to_string(), "note": "Ging schnell." });
        company.run(pair.mentee, pair.room, "worked", report).await;
    }
    company.pass(2 * 3_600).await;
    let begun = company.stage.sandbox.record.requests().len();
    let question = company.run(pair.mentee, company.lobby(), "privacy delete", json!({})).await;
    company.press(pair.mentee, &question, "Ja, alles löschen").await;
    company.pass(120).await;
    let since = company.stage.sandbox.record.requests().split_off(begun);
    let edits = since.iter().filter(|asked| asked.method == "PATCH" && asked.template.contains("/messages/"));
    assert!(edits.count() > 3, "so many would not go out at once");
    assert_eq!(company.stage.sandbox.traffic().rate_limited, 0);
}

#[tokio::test]
async fn looking_after_people_of_whom_many_have_left_the_server_meets_no_429() {
    let company = Company::open("2027-03-01T09:00:00Z").await;
    company.programme("Pilot", json!({ "questions": "0 12 5 * *", "quiet": "keine" })).await;
    company.pair("Pilot", company.person("vera"), company.person("ulrich")).await;
    multiply(&company, 24).await;
    let enrolled = "INSERT INTO enrolment (programme_id, person_id, role, state, available)
                    SELECT programme_id, person.id, 'both', 'approved', 1 FROM person, tandem
                    WHERE person.id >= 1000 AND person.id IN (mentor_id, mentee_id)";
    company.meddle(enrolled).await;
    company.pass_until(moment("2027-03-02T12:00:00Z")).await;
    let asked = company.stage.sandbox.record.requests();
    let looks = asked.iter().filter(|one| one.method == "GET" && one.template.contains("/members/"));
    let gone = looks.filter(|one| one.status == 404).count();
    assert_eq!(gone, 46, "nobody of the added pairs is on the server");
    assert_eq!(company.stage.sandbox.traffic().rate_limited, 0);
}
