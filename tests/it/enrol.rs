//! Enrolling over the whole bot: the card and its picture, the dialogue with a restart and a kill in the middle of it, what
//! coordinators read and decide, and people invited by list.

mod invited;
mod killed;

use serde_json::json;
use tandem::domain::ids::UserId;
use tandem::sandbox::people::Deed;
use tandem::sandbox::view::{InteractionView, MessageView};

use crate::company::{Company, changes, german, moment};

/// Tuesday, ten o'clock in Berlin.
const START: &str = "2026-11-24T09:00:00Z";

/// A company whose programme takes people.
pub async fn enrolling() -> Company {
    let company = Company::open(START).await;
    company.programme("Pilot", json!({ "language": "de", "address": "du" })).await;
    company.pass(30).await;
    company
}

/// Chooses in the menu whose id begins so.
pub async fn choose(
    company: &Company,
    person: u64,
    on: &MessageView,
    menu: &str,
    values: &[&str],
) -> MessageView {
    let custom_id = with_id(on, menu);
    let values = values.iter().map(|value| (*value).to_owned()).collect();
    let deed = Deed::Choose { channel: on.channel, message: on.id, custom_id, values };
    company.act(person, deed).await.reply.unwrap()
}

fn with_id(on: &MessageView, begins: &str) -> String {
    let ids = on.custom_ids();
    let found = ids.iter().find(|id| id.split(':').next() == Some(begins));
    (*found.unwrap_or_else(|| panic!("no {begins} on {on:#?}"))).to_owned()
}

/// Opens the form of a button and sends it.
pub async fn fill_in(
    company: &Company,
    person: u64,
    on: &MessageView,
    button: &str,
    fields: &[(&str, &str)],
) -> MessageView {
    let deed = Deed::Press { channel: on.channel, message: on.id, custom_id: with_id(on, button) };
    let form: InteractionView = company.act(person, deed).await;
    assert!(form.modal.is_some(), "{form:#?}");
    let fields = fields.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
    company.act(person, Deed::Submit { interaction: form.id, fields }).await.reply.unwrap()
}

async fn press(company: &Company, person: u64, on: &MessageView, button: &str) -> MessageView {
    company.press_id(person, on, &with_id(on, button)).await
}

fn title(view: &MessageView) -> &str {
    view.embeds[0]["title"].as_str().unwrap_or_default()
}

fn text(view: &MessageView) -> String {
    format!("{} {}", view.content, serde_json::to_string(&view.embeds).unwrap())
}

/// The bot ends and begins anew on the same file.
async fn restarted(company: &mut Company) {
    company.stage.stop().await;
    company.stage.boot().await.unwrap();
    company.pass(5).await;
}

/// Somebody enrols from the card to the confirmation, without anything they could leave out.
pub async fn enrols(company: &Company, person: u64, role: &str) -> MessageView {
    let page = company.run(person, company.lobby(), "join", json!({})).await;
    let page = press(company, person, &page, "join-agree").await;
    let page = choose(company, person, &page, "join-role", &[role]).await;
    let page = choose(company, person, &page, "join-topics", &["ai"]).await;
    let page = press(company, person, &page, "join-skip").await;
    let page = fill_in(company, person, &page, "join-about", &[("department", "Einkauf")]).await;
    let page = choose(company, person, &page, "join-languages", &["de"]).await;
    let page = press(company, person, &page, "join-skip").await;
    press(company, person, &page, "join-confirm").await
}

#[tokio::test]
async fn somebody_enrols_step_by_step_over_two_restarts_and_reads_at_each_step_who_sees_the_answer() {
    let mut company = enrolling().await;
    let (ulrich, vera, lobby) = (company.person("ulrich"), company.person("vera"), company.lobby());
    let card = company.post_with(ulrich, lobby, &german("programme-card-join-button"));
    let page = company.press(ulrich, &card, &german("programme-card-join-button")).await;
    assert!(title(&page).ends_with("Schritt 1 von 7"), "{}", title(&page));
    assert!(text(&page).contains("Vertraulichkeitszusage") && text(&page).contains("Datenschutzhinweis"));
    let page = press(&company, ulrich, &page, "join-agree").await;
    assert!(title(&page).ends_with("Schritt 2 von 7"), "{}", title(&page));
    let page = choose(&company, ulrich, &page, "join-role", &["both"]).await;
    let page = choose(&company, ulrich, &page, "join-topics", &["ai", "mistakes"]).await;
    assert!(title(&page).ends_with("Schritt 4 von 7"), "{}", title(&page));
    restarted(&mut company).await;
    // The old page still works after the restart, and so does `/mitmachen`.
    let page =
        fill_in(&company, ulrich, &page, "join-mentee", &[("digital", "In Gesprächen per Video")]).await;
    assert!(title(&page).ends_with("Schritt 4 von 7"), "the other side is still to be written: {page:#?}");
    let page = press(&company, ulrich, &page, "join-skip").await;
    let wrong = [("since", "irgendwann"), ("hours", "3")];
    let refused = fill_in(&company, ulrich, &page, "join-about", &wrong).await;
    assert_eq!(refused.content, german("refusal-bad-tenure"));
    restarted(&mut company).await;
    let page = company.run(ulrich, lobby, "join", json!({})).await;
    assert!(title(&page).ends_with("Schritt 5 von 7"), "{}", title(&page));
    let right =
        [("department", "Werk Nord"), ("since", "18 Monate"), ("hours", "3 Stunden"), ("capacity", "2")];
    let page = fill_in(&company, ulrich, &page, "join-about", &right).await;
    let page = choose(&company, ulrich, &page, "join-languages", &["de", "en"]).await;
    assert!(text(&page).contains("Niemand."), "who sees the secret: {page:#?}");
    let page = choose(&company, ulrich, &page, "join-rather-not", &[&vera.to_string()]).await;
    let summary = text(&page);
    for said in
        ["Künstliche Intelligenz", "Werk Nord", "05/2025", "In Gesprächen per Video", &vera.to_string()]
    {
        assert!(summary.contains(said), "{said} in {summary}");
    }
    assert!(!company.dump().await.iter().any(|line| line.starts_with("person:")), "nobody is known yet");
    let done = press(&company, ulrich, &page, "join-confirm").await;
    assert!(done.content.contains("liegt bei der Koordination"), "{}", done.content);
    let stored = company.dump().await;
    assert!(stored.iter().any(|line| line.starts_with("consent:") && line.contains("given_on='2026-11-24'")));
    assert!(!stored.iter().any(|line| line.starts_with("draft:")), "{stored:#?}");
}

#[tokio::test]
async fn a_coordinator_reads_who_waits_admits_and_declines_and_both_find_it_behind_my_place() {
    let company = enrolling().await;
    let (carla, lobby) = (company.person("carla"), company.lobby());
    let (vera, ulrich, jonas) = (company.person("vera"), company.person("ulrich"), company.person("jonas"));
    enrols(&company, vera, "mentor").await;
    enrols(&company, ulrich, "mentee").await;
    let options = json!({ "programme": "Pilot" });
    let list = company.run(carla, lobby, "coordination people list", options.clone()).await;
    assert!(text(&list).contains("2 warten auf eine Entscheidung"), "{}", text(&list));
    assert!(text(&list).contains("Einkauf"), "{}", text(&list));
    let list = choose(&company, carla, &list, "people-approve", &[&vera.to_string()]).await;
    assert!(list.content.contains("ist jetzt dabei"), "{}", list.content);
    let declined = json!({ "person": ulrich.to_string(), "programme": "Pilot" });
    let answer = company.run(carla, lobby, "coordination people decline", declined.clone()).await;
    assert!(answer.content.contains("kein Platz"), "{}", answer.content);
    let answer = company.run(carla, lobby, "coordination people decline", declined).await;
    assert_eq!(answer.content, german("refusal-not-waiting"));
    let place = company.run(vera, lobby, "my", json!({})).await;
    assert!(text(&place).contains("Du bist bei Pilot dabei"), "{}", text(&place));
    let place = company.run(ulrich, lobby, "my", json!({})).await;
    assert!(text(&place).contains("diesmal kein Platz"), "{}", text(&place));
    // Whoever is nobody's coordinator decides nothing.
    let before = company.stored().await;
    let approve = json!({ "person": ulrich.to_string(), "programme": "Pilot" });
    let refused = company.run(jonas, lobby, "coordination people approve", approve).await;
    assert_eq!(refused.content, german("refusal-needs-coordinator"));
    assert_eq!(changes(&before, &company.stored().await), Vec::<String>::new());
    // The channel's word that something waits names neither.
    let posts = company.posts(jonas, lobby);
    for named in [vera, ulrich] {
        assert!(posts.iter().all(|post| !text(post).contains(&named.to_string())), "{posts:#?}");
    }
}

#[tokio::test]
async fn what_was_said_is_changed_behind_my_place_and_goes_with_whoever_leaves_the_programme() {
    let company = enrolling().await;
    let (vera, lobby) = (company.person("vera"), company.lobby());
    enrols(&company, vera, "mentor").await;
    let mine = company.run(vera, lobby, "my", json!({})).await;
    let page = press(&company, vera, &mine, "join").await;
    let step = choose(&company, vera, &page, "join-edit", &["topics"]).await;
    let page = choose(&company, vera, &step, "join-topics", &["big-data"]).await;
    assert!(text(&page).contains("Big Data") && !text(&page).contains("Künstliche"), "{}", text(&page));
    let ask = press(&company, vera, &page, "programme-leave-ask").await;
    assert!(ask.content.contains("sofort gelöscht"), "{}", ask.content);
    let left = press(&company, vera, &ask, "programme-leave").await;
    assert_eq!(left.content, german("join-left"));
    let stored = company.dump().await;
    for table in ["person:", "enrolment:", "profile:", "profile_topic:", "consent:"] {
        assert!(!stored.iter().any(|line| line.starts_with(table)), "{table} {stored:#?}");
    }
}

#[tokio::test]
async fn the_picture_of_the_card_leads_to_the_card_and_is_for_coordinators_alone() {
    let company = enrolling().await;
    let (carla, lobby) = (company.person("carla"), company.lobby());
    let status =
        company.run(carla, lobby, "coordination programme status", json!({ "programme": "Pilot" })).await;
    let answer = press(&company, carla, &status, "card-picture").await;
    let file = &answer.attachments[0];
    let card = company.post_with(carla, lobby, &german("programme-card-join-button"));
    let address = format!(
        "https://discord.com/channels/{}/{}/{}",
        company.stage.sandbox.guild_id(),
        card.channel,
        card.id
    );
    assert!(answer.content.contains(&address), "{}", answer.content);
    assert!(file.description.as_deref().unwrap_or_default().contains(&address), "{file:?}");
    let bytes = reqwest::get(&file.url).await.unwrap().bytes().await.unwrap();
    assert_eq!(read_off(&bytes), [address]);
}

/// What a phone reads off a picture.
fn read_off(png: &[u8]) -> Vec<String> {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(png));
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut pixels).unwrap();
    let samples = info.color_type.samples();
    let (width, height) = (info.width as usize, info.height as usize);
    let grey = |x, y| pixels[(y * width + x) * samples];
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, height, grey);
    image.detect_grids().into_iter().map(|grid| grid.decode().unwrap().1).collect()
}

/// Everything that anybody but the author can see, in two companies that differ in one secret alone.
async fn seen_with(secret: Option<&str>) -> Vec<String> {
    let company = enrolling().await;
    let (carla, vera, lobby) = (company.person("carla"), company.person("vera"), company.lobby());
    for (name, role) in [("ulrich", "mentee"), ("vera", "mentor")] {
        enrols(&company, company.person(name), role).await;
    }
    if let Some(name) = secret {
        let other = UserId(company.person(name)).to_string();
        let mine = company.run(company.person("ulrich"), lobby, "my", json!({})).await;
        let page = press(&company, company.person("ulrich"), &mine, "join").await;
        let step = choose(&company, company.person("ulrich"), &page, "join-edit", &["rather-not"]).await;
        choose(&company, company.person("ulrich"), &step, "join-rather-not", &[&other]).await;
    }
    company.pass_until(moment("2026-11-24T10:00:00Z")).await;
    let mut seen = Vec::new();
    let options = json!({ "programme": "Pilot" });
    for command in ["coordination people list", "coordination programme status"] {
        seen.push(text(&company.run(carla, lobby, command, options.clone()).await));
    }
    let pair = json!({
        "person": vera.to_string(), "other": company.person("ulrich").to_string(), "programme": "Pilot"
    });
    seen.push(text(&company.run(carla, lobby, "coordination people exclude", pair).await));
    seen.push(text(&company.run(vera, lobby, "my", json!({})).await));
    seen.extend(company.posts(vera, lobby).iter().map(text));
    seen
}

#[tokio::test]
async fn a_secret_exclusion_shows_in_no_word_that_anybody_else_reads() {
    let without = seen_with(None).await;
    assert_eq!(without, seen_with(Some("vera")).await);
    assert!(
        without.iter().any(|text| text.contains("Einkauf")),
        "the list has something to say: {without:#?}"
    );
}
