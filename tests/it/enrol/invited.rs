//! Inviting by list over the whole bot: people are looked up at Discord, everything is taken at once or nothing, and the
//! report says what became of each row.

use std::fmt::Write as _;

use serde_json::json;
use tandem::sandbox::faults::{Action, Fault};
use tandem::sandbox::people::Newcomer;
use tandem::sandbox::view::MessageView;

use super::{START, enrolling, enrols, press, text};
use crate::company::{Company, changes, german};

const SEARCH: &str = "/guilds/{guild_id}/members/search";

async fn invite(company: &Company, list: &str) -> MessageView {
    let carla = company.person("carla");
    let options = json!({ "file": { "filename": "liste.csv", "text": list }, "programme": "Pilot" });
    let begun = company.run(carla, company.lobby(), "coordination people invite", options).await;
    company.pass(600).await;
    let all = company.stage.sandbox.view(carla, begun.channel);
    all.into_iter().find(|message| message.id == begun.id).unwrap()
}

async fn report(answer: &MessageView) -> Vec<String> {
    let bytes = reqwest::get(&answer.attachments[0].url).await.unwrap().bytes().await.unwrap();
    let text = String::from_utf8(bytes.to_vec()).unwrap();
    text.trim_start_matches('\u{feff}').lines().skip(1).map(ToOwned::to_owned).collect()
}

#[tokio::test]
async fn a_list_invites_whom_it_finds_and_says_of_each_row_what_became_of_it() {
    let company = enrolling().await;
    let (ulrich, vera) = (company.person("ulrich"), company.person("vera"));
    enrols(&company, ulrich, "mentee").await;
    let list = format!(
        "\u{feff}Person;Rolle;Abteilung;Berichtslinie;Sprache\r\n@Vera;Mentorin;\"Öffentlichkeit;\nPresse\";B7;de\r\n{ulrich};mentee;;A1;\r\n<@{vera}>;;;;\r\nniemand;;;;\r\njonas;Chef;;;\r\n"
    );
    let answer = invite(&company, &list).await;
    assert!(answer.content.contains("Eingeladen: 1. Zugelassen"), "{}", answer.content);
    let rows = report(&answer).await;
    let told = |id: &str| german(id);
    assert_eq!(rows[0], format!("2;'@Vera;{}", told("invite-row-invited")));
    assert!(rows[1].ends_with(&told("invite-row-admitted")), "{rows:#?}");
    assert!(rows[2].contains(&told("invite-row-twice")), "{rows:#?}");
    assert!(rows[3].contains(&told("invite-row-nobody")), "{rows:#?}");
    assert!(rows[4].contains(&told("invite-row-role")), "{rows:#?}");
    // Vera is admitted without approval, with what the list said filled in, and the invitation has gone.
    let mine = company.run(vera, company.lobby(), "my", json!({})).await;
    assert!(text(&mine).contains("Du bist zu Pilot eingeladen"), "{}", text(&mine));
    let page = press(&company, vera, &mine, "join").await;
    let page = press(&company, vera, &page, "join-agree").await;
    let page = super::choose(&company, vera, &page, "join-topics", &["ai"]).await;
    let page = press(&company, vera, &page, "join-skip").await;
    let page = super::fill_in(&company, vera, &page, "join-about", &[]).await;
    let page = press(&company, vera, &page, "join-skip").await;
    assert!(text(&page).contains("Öffentlichkeit; Presse"), "{}", text(&page));
    let done = press(&company, vera, &page, "join-confirm").await;
    assert!(done.content.starts_with("Du bist bei Pilot dabei"), "{}", done.content);
    let stored = company.dump().await;
    assert!(stored.iter().any(|line| line.starts_with("profile:") && line.contains("line='B7'")));
    assert!(!stored.iter().any(|line| line.starts_with("invitation:")), "{stored:#?}");
}

#[tokio::test]
async fn a_list_that_cannot_be_looked_up_leaves_nothing_half_done() {
    let company = enrolling().await;
    let before = company.stored().await;
    for _ in 0..6 {
        company.stage.sandbox.faults.lay(Fault::on("GET", SEARCH, Action::Fail { status: 503 }));
    }
    let answer = invite(&company, "person\nvera\nulrich\n").await;
    assert_eq!(answer.content, german("refusal-look-up-failed"));
    assert_eq!(changes(&before, &company.stored().await), Vec::<String>::new());
    let refused = invite(&company, "vorname;nachname\nVera;Kern\n").await;
    assert_eq!(refused.content, german("refusal-list-without-people"));
    assert_eq!(changes(&before, &company.stored().await), Vec::<String>::new());
}

#[tokio::test]
async fn five_thousand_rows_are_looked_up_within_the_limits_and_say_how_far_they_are() {
    let company = enrolling().await;
    let mut list = String::from("person;department\n");
    {
        let sandbox = &company.stage.sandbox;
        for number in 0..200 {
            let newcomer = Newcomer {
                name: format!("kollege{number}"),
                display_name: None,
                locale: "de".into(),
                bot: false,
            };
            let id = sandbox.add_person(newcomer);
            sandbox.add_member(sandbox.guild_id(), id);
            let _ = writeln!(list, "{id};Lager");
        }
    }
    for number in 200..5_000 {
        let _ = writeln!(list, "unbekannt{number};Lager");
    }
    let answer = invite(&company, &list).await;
    assert!(
        answer.content.contains("Eingeladen: 200.") && answer.content.contains("Ausgelassen: 4800."),
        "{}",
        answer.content
    );
    assert_eq!(report(&answer).await.len(), 5_000);
    let traffic = company.stage.sandbox.traffic();
    assert!(traffic.max_in_any_second <= 50, "{traffic:?}");
    assert_eq!(traffic.rate_limited, 0, "{traffic:?}");
}

#[tokio::test]
async fn a_list_for_a_draft_tells_the_coordinator_that_nobody_reads_of_it_until_the_programme_opens() {
    let company = Company::open(START).await;
    let (carla, vera) = (company.person("carla"), company.person("vera"));
    let options = json!({ "name": "Pilot", "language": "de", "address": "du" });
    company.run(carla, company.lobby(), "coordination programme create", options).await;
    let answer = invite(&company, "Person\n@Vera\n").await;
    assert!(answer.content.ends_with(&german("invite-draft")), "{}", answer.content);
    assert!(company.posts(vera, company.lobby()).is_empty());
    company.open_programme("Pilot").await;
    company.pass(30).await;
    let posts: Vec<_> = company.posts(vera, company.lobby());
    assert_eq!(posts.len(), 2, "the card, and that something waits: {posts:?}");
    let mine = company.press_id(vera, &posts[1], "my-place").await;
    assert!(mine.content.contains("Du bist zu Pilot eingeladen"), "{}", mine.content);
    let once_more = invite(&company, "Person\n@Vera\n").await;
    assert!(!once_more.content.contains(&german("invite-draft")), "{}", once_more.content);
}
