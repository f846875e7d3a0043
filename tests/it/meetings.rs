//! Meetings over the whole bot and real sockets: cards, confirmations, the calendar file that hangs under a post, reminders
//! and proposed dates, before and after a restart.

use std::collections::BTreeMap;

use icalendar::{Calendar, Component as _, Event, EventLike as _, EventStatus};
use serde_json::json;
use tandem::sandbox::people::Deed;
use tandem::sandbox::view::MessageView;

use crate::company::{Company, Pair, german, moment};

/// Tuesday, 24 November 2026, 10:00 in Berlin.
async fn company() -> (Company, Pair) {
    let company = Company::open("2026-11-24T09:00:00Z").await;
    company.programme("Pilot", json!({})).await;
    let pair = company.pair("Pilot", company.person("vera"), company.person("ulrich")).await;
    (company, pair)
}

/// The newest post whose text holds this.
fn newest(company: &Company, pair: Pair, text: &str) -> MessageView {
    let posts = company.posts(pair.mentor, pair.room);
    posts.into_iter().rfind(|post| post.content.contains(text)).unwrap_or_else(|| panic!("no {text}"))
}

fn count(company: &Company, pair: Pair, text: &str) -> usize {
    company.posts(pair.mentor, pair.room).iter().filter(|post| post.content.contains(text)).count()
}

/// The state of a meeting, as its card says it.
fn state(card: &MessageView) -> String {
    let fields = card.embeds[0]["fields"].as_array().cloned().unwrap_or_default();
    let state = fields.iter().find(|field| field["name"] == "Stand");
    state.and_then(|field| field["value"].as_str()).unwrap_or_default().to_owned()
}

/// The only file of a post, fetched as a person would, and read by a parser that is not ours.
async fn calendar(post: &MessageView) -> (String, Event) {
    let [file] = post.attachments.as_slice() else { panic!("{:?}", post.attachments) };
    assert_eq!(file.filename, "treffen.ics");
    let answer = reqwest::get(&file.url).await.unwrap();
    assert_eq!(answer.headers()["content-type"], "text/calendar");
    let text = answer.text().await.unwrap();
    let calendar: Calendar = text.parse().unwrap();
    let [event]: [Event; 1] = calendar.events().cloned().collect::<Vec<_>>().try_into().unwrap();
    (calendar.property_value("METHOD").unwrap().to_owned(), event)
}

/// Opens a form with a button and sends it; what the person reads then.
async fn fill(company: &Company, person: u64, on: &MessageView, label: &str, when: &str) -> MessageView {
    let custom_id = on.button(label).unwrap().to_owned();
    let press = Deed::Press { channel: on.channel, message: on.id, custom_id };
    let opened = company.act(person, press).await;
    let form = opened.modal.expect("a form");
    let names: Vec<&str> = form.fields.iter().map(|field| field.label.as_str()).collect();
    assert_eq!(names, ["Tag und Uhrzeit", "Ort oder Link zum Gespräch"]);
    let fields = BTreeMap::from([("when".to_owned(), when.to_owned()), ("place".to_owned(), String::new())]);
    company.act(person, Deed::Submit { interaction: opened.id, fields }).await.reply.unwrap()
}

#[tokio::test]
async fn from_plan_to_cancel_both_read_what_stands_and_the_calendar_file_follows() {
    let (company, pair) = company().await;
    let Pair { mentor, mentee, room } = pair;
    let options = json!({ "when": "Donnerstag 14 Uhr", "place": "Kantine, 2. Stock" });
    let answer = company.run(mentor, room, "session plan", options).await;
    assert!(answer.content.starts_with("Vorgeschlagen: <t:"), "{}", answer.content);
    let card = newest(&company, pair, "ein Treffen für euch beide");
    assert!(card.attachments.is_empty(), "nothing is sure yet");
    assert_eq!(card.pings.len(), 2);
    assert_eq!(state(&card), format!("eine Seite hat bestätigt; <@{mentee}> kann es hier tun"));
    company.press(mentee, &card, "Bestätigen").await;
    let (method, first) = calendar(&newest(&company, pair, "habt ihr beide bestätigt")).await;
    assert_eq!((method.as_str(), first.get_status()), ("PUBLISH", Some(EventStatus::Confirmed)));
    assert_eq!(first.property_value("DTSTART"), Some("20261126T130000Z"));
    assert_eq!(first.get_location(), Some("Kantine, 2. Stock"));
    assert_eq!(state(&newest(&company, pair, "ein Treffen für euch beide")), "von beiden bestätigt");

    let card = newest(&company, pair, "ein Treffen für euch beide");
    let answer = fill(&company, mentee, &card, "Andere Zeit", "nächste Woche Dienstag 10:00").await;
    assert!(answer.content.contains("ist jetzt am"), "{}", answer.content);
    let old = newest(&company, pair, "ein Treffen für euch beide");
    assert!(old.components.is_empty() && state(&old).is_empty(), "the old card has nothing to press");
    let moved = newest(&company, pair, "hat sich geändert");
    let (method, second) = calendar(&moved).await;
    assert_eq!((method.as_str(), second.get_status()), ("PUBLISH", Some(EventStatus::Tentative)));
    assert_eq!(second.property_value("DTSTART"), Some("20261201T090000Z"));
    company.press(mentor, &moved, "Bestätigen").await;
    let edited = newest(&company, pair, "hat sich geändert");
    assert_eq!(
        (state(&edited).as_str(), edited.attachments.clone()),
        ("von beiden bestätigt", moved.attachments)
    );
    assert_eq!(count(&company, pair, "habt ihr beide bestätigt"), 2, "once for each time");
    let (_, third) = calendar(&newest(&company, pair, "habt ihr beide bestätigt")).await;
    assert_eq!(third.get_status(), Some(EventStatus::Confirmed));

    let ask = company.press(mentor, &edited, "Absagen").await;
    let answer = company.press(mentor, &ask, "Absagen").await;
    assert!(answer.content.contains("ist abgesagt"), "{}", answer.content);
    let (method, last) = calendar(&newest(&company, pair, "findet nicht statt")).await;
    assert_eq!((method.as_str(), last.get_status()), ("CANCEL", Some(EventStatus::Cancelled)));
    let all = [&first, &second, &third, &last];
    assert!(all.iter().all(|event| event.get_uid() == first.get_uid()));
    assert_eq!(all.map(Event::get_sequence), [Some(0), Some(1), Some(2), Some(3)]);
    assert_eq!(state(&newest(&company, pair, "hat sich geändert")), "abgesagt");
}

#[tokio::test]
async fn a_cancelled_meeting_that_nobody_had_confirmed_brings_no_file() {
    let (company, pair) = company().await;
    company.run(pair.mentor, pair.room, "session plan", json!({ "when": "Donnerstag 14 Uhr" })).await;
    company.run(pair.mentee, pair.room, "session cancel", json!({})).await;
    assert!(newest(&company, pair, "findet nicht statt").attachments.is_empty());
    let next = company.run(pair.mentee, pair.room, "session next", json!({})).await;
    let answer = fill(&company, pair.mentee, &next, "Treffen planen", "3.12. 14:30").await;
    assert!(answer.content.starts_with("Vorgeschlagen:"), "{}", answer.content);
}

#[tokio::test]
async fn a_check_mark_made_while_the_bot_was_away_confirms_and_old_buttons_still_work() {
    let (mut company, pair) = company().await;
    company.run(pair.mentor, pair.room, "session plan", json!({ "when": "3.12. 14:30" })).await;
    let card = newest(&company, pair, "ein Treffen für euch beide");
    company.stage.stop().await;
    let react = Deed::React { channel: pair.room, message: card.id, emoji: "✅".to_owned() };
    company.stage.sandbox.act(pair.mentee, react).unwrap();
    company.stage.boot().await.unwrap();
    company.pass(60).await;
    assert_eq!(state(&newest(&company, pair, "ein Treffen für euch beide")), "von beiden bestätigt");
    assert_eq!(count(&company, pair, "habt ihr beide bestätigt"), 1);
    let ask = company.press(pair.mentee, &card, "Absagen").await;
    company.press(pair.mentee, &ask, "Absagen").await;
    assert_eq!(count(&company, pair, "findet nicht statt"), 1);
}

#[tokio::test]
async fn an_ending_takes_what_was_planned_out_of_calendars() {
    let (company, pair) = company().await;
    company.run(pair.mentor, pair.room, "session plan", json!({ "when": "3.12. 14:30" })).await;
    company.press(pair.mentee, &newest(&company, pair, "ein Treffen für euch beide"), "Bestätigen").await;
    let (_, planned) = calendar(&newest(&company, pair, "habt ihr beide bestätigt")).await;
    company.leave(pair.mentee, pair.room).await;
    let goodbye = company.post_with(pair.mentor, pair.room, "Wie soll es weitergehen?");
    assert!(goodbye.content.ends_with(&german("meeting-goodbye")), "{}", goodbye.content);
    let (method, last) = calendar(&goodbye).await;
    assert_eq!((method.as_str(), last.get_uid()), ("CANCEL", planned.get_uid()));
    assert!(last.get_sequence() > planned.get_sequence());
    company.pass_until(moment("2026-12-03T13:00:00Z")).await;
    assert_eq!(count(&company, pair, "euer Treffen beginnt um"), 0);
}

#[tokio::test]
async fn what_was_understood_is_shown_in_full_words_before_it_counts_and_only_to_the_two() {
    let (company, pair) = company().await;
    let typed = async |person: u64, typed: &str| {
        let deed = Deed::Autocomplete {
            guild: company.stage.sandbox.channel(pair.room).and_then(|room| room.guild),
            channel: pair.room,
            name: "session plan".to_owned(),
            options: std::iter::once(("when".to_owned(), json!(typed))).collect(),
            focused: "when".to_owned(),
            locale: None,
        };
        let answer = company.stage.act(person, deed).await.unwrap().unwrap();
        answer
            .choices
            .unwrap()
            .into_iter()
            .map(|choice| choice["name"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(typed(pair.mentor, "Donnerstag 14 Uhr").await, ["Donnerstag, 26. November 2026, 14:00 Uhr"]);
    assert_eq!(
        typed(pair.mentor, "next week Tuesday 10:00").await,
        ["Dienstag, 1. Dezember 2026, 10:00 Uhr"]
    );
    let both = ["Donnerstag, 3. Dezember 2026, 14:30 Uhr", "Freitag, 12. März 2027, 14:30 Uhr"];
    assert_eq!(typed(pair.mentor, "3/12 14:30").await, both);
    let likely = typed(pair.mentee, "irgendwann").await;
    assert_eq!(likely.len(), 5);
    assert_eq!(likely[0], "Mittwoch, 25. November 2026, 10:00 Uhr");
    let lena = company.person("lena");
    company.stage.sandbox.change_channel(pair.room, |room| {
        let allow = tandem::sandbox::permissions::ALL;
        room.overwrites.push(tandem::sandbox::state::Overwrite { id: lena, kind: 1, allow, deny: 0 });
    });
    assert!(typed(lena, "Donnerstag 14 Uhr").await.is_empty());
}

#[tokio::test]
async fn a_moved_meeting_is_brought_up_an_hour_before_its_new_time_alone() {
    let (company, pair) = company().await;
    company.run(pair.mentor, pair.room, "session plan", json!({ "when": "Donnerstag 14 Uhr" })).await;
    company.run(pair.mentee, pair.room, "session move", json!({ "when": "Freitag 14 Uhr" })).await;
    company.pass_until(moment("2026-11-27T12:55:00Z")).await;
    assert_eq!(count(&company, pair, "euer Treffen beginnt um"), 1);
    let soon = newest(&company, pair, "euer Treffen beginnt um");
    assert_eq!(soon.at.format("%d.%m. %H:%M").to_string(), "27.11. 12:00");
    assert!(soon.content.contains(&format!("<t:{}:R>", moment("2026-11-27T13:00:00Z").timestamp())));
    assert_eq!(soon.pings.len(), 2);
}

#[tokio::test]
async fn dates_are_proposed_when_none_is_planned_and_their_buttons_outlive_a_restart() {
    let (mut company, pair) = company().await;
    company.pass_until(moment("2026-12-11T12:00:00Z")).await;
    let offer = newest(&company, pair, "wie wäre es mit einem dieser Termine");
    let labels: Vec<String> = offer.components[0]["components"]
        .as_array()
        .unwrap()
        .iter()
        .map(|button| button["label"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(labels.len(), 4);
    assert!(
        labels[..3].iter().all(|label| !label.starts_with('S') && label.ends_with(":00 Uhr")),
        "{labels:?}"
    );
    company.stage.stop().await;
    company.stage.boot().await.unwrap();
    company.pass(60).await;
    let taken = company.press(pair.mentee, &offer, &labels[1]).await;
    assert!(taken.content.starts_with("Vorgeschlagen:"), "{}", taken.content);
    let card = newest(&company, pair, "ein Treffen für euch beide");
    assert_eq!(state(&card), format!("eine Seite hat bestätigt; <@{}> kann es hier tun", pair.mentor));
    let again = company.press(pair.mentor, &offer, &labels[0]).await;
    assert_eq!(again.content, german("refusal-meeting-planned"));
    company.pass_until(moment("2026-12-24T12:00:00Z")).await;
    assert_eq!(count(&company, pair, "wie wäre es mit einem dieser Termine"), 1, "once for each gap");
}

#[tokio::test]
async fn who_is_in_two_tandems_is_told_neutrally_that_a_time_does_not_fit() {
    let (company, pair) = company().await;
    let (martin, lena) = (company.person("martin"), company.person("lena"));
    company.programme("Zweites", json!({})).await;
    let other = company.pair("Zweites", pair.mentor, martin).await;
    company.run(martin, other.room, "session plan", json!({ "when": "Donnerstag 14 Uhr" })).await;
    let refused =
        company.run(pair.mentee, pair.room, "session plan", json!({ "when": "Donnerstag 14:30" })).await;
    assert_eq!(refused.content, german("refusal-time-taken"));
    assert!(!refused.content.contains("<@"));
    let stranger = company.run(lena, company.lobby(), "session next", json!({})).await;
    assert_eq!(stranger.content, german("refusal-no-tandem"));
}
