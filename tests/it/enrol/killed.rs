//! A kill in the middle of enrolling: what was answered is there, and nothing is there twice.

use serde_json::json;
use tandem::sandbox::people::Deed;
use tandem::sandbox::view::MessageView;

use super::with_id;
use crate::kill::Killing;
use crate::play::{House, founded};

async fn choose(
    house: &mut Killing,
    person: u64,
    on: &MessageView,
    menu: &str,
    values: &[&str],
) -> MessageView {
    let values = values.iter().map(|value| (*value).to_owned()).collect();
    let deed = Deed::Choose { channel: on.channel, message: on.id, custom_id: with_id(on, menu), values };
    house.act(person, deed).await.and_then(|view| view.reply).unwrap()
}

async fn press(house: &mut Killing, person: u64, on: &MessageView, button: &str) -> MessageView {
    let deed = Deed::Press { channel: on.channel, message: on.id, custom_id: with_id(on, button) };
    house.act(person, deed).await.and_then(|view| view.reply).unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn after_a_kill_enrolling_goes_on_where_it_was_and_a_confirmation_counts_once() {
    let mut house = Killing::begin(None).await;
    founded(&mut house, json!({})).await;
    let (ulrich, lobby) = (house.person("ulrich"), house.channel("mentoring"));
    house.an_hour().await;
    let page = house.command(ulrich, lobby, "join", json!({})).await;
    let page = press(&mut house, ulrich, &page, "join-agree").await;
    choose(&mut house, ulrich, &page, "join-role", &["mentee"]).await;
    house.cut_down().await;
    house.revive().await;
    let page = house.command(ulrich, lobby, "join", json!({})).await;
    assert!(page.embeds[0]["title"].as_str().unwrap().ends_with("Schritt 3 von 7"), "{page:#?}");
    let page = choose(&mut house, ulrich, &page, "join-topics", &["ai"]).await;
    let page = press(&mut house, ulrich, &page, "join-skip").await;
    let deed =
        Deed::Press { channel: page.channel, message: page.id, custom_id: with_id(&page, "join-about") };
    let form = house.act(ulrich, deed).await.unwrap();
    house.cut_down().await;
    house.revive().await;
    let deed = Deed::Submit { interaction: form.id, fields: [("hours".into(), "2".into())].into() };
    let page = house.act(ulrich, deed).await.and_then(|view| view.reply).unwrap();
    let page = choose(&mut house, ulrich, &page, "join-languages", &["de"]).await;
    let page = press(&mut house, ulrich, &page, "join-skip").await;
    press(&mut house, ulrich, &page, "join-confirm").await;
    house.cut_down().await;
    house.revive().await;
    let again = house.command(ulrich, lobby, "join", json!({})).await;
    let text = again.embeds[0]["description"].as_str().unwrap();
    assert!(text.contains("liegt bei der Koordination"), "{again:#?}");
    let stored = crate::company::dump(&house.database).await;
    let lines = |table: &str| stored.iter().filter(|line| line.starts_with(table)).count();
    assert_eq!((lines("enrolment:"), lines("profile:"), lines("draft:"), lines("consent:")), (1, 1, 0, 2));
}
