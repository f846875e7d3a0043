//! A person's rights over the whole bot: everything handed out, everything deleted while the partner reads the ordinary
//! goodbye, and a room that somebody let themselves into closed again.

use serde_json::json;
use tandem::sandbox::permissions;
use tandem::sandbox::state::Overwrite;
use tandem::sandbox::view::MessageView;

use crate::company::{Company, Pair};
use crate::leaver::Log;

/// Words of Vera's, which nobody else uses.
const HERS: &str = "Kanarienvogelaufgabe";
/// And Ulrich's.
const HIS: &str = "Heideröschennotiz";

async fn lived() -> (Company, Pair) {
    let company = Company::open("2026-11-23T09:00:00Z").await;
    company.programme("Pilot", json!({})).await;
    let pair = company.pair("Pilot", company.person("vera"), company.person("ulrich")).await;
    company.run(pair.mentor, pair.room, "task assign", json!({ "text": HERS })).await;
    company.run(pair.mentee, pair.room, "stuck", json!({ "task": "1", "note": HIS })).await;
    company.run(pair.mentor, pair.room, "topic propose", json!({ "text": HERS })).await;
    company
        .run(pair.mentor, pair.room, "session plan", json!({ "when": "1.12. 14:00", "place": HERS }))
        .await;
    company.pass(60).await;
    (company, pair)
}

/// What a message shows, all of it.
fn whole(message: &MessageView) -> String {
    format!("{} {:?} {:?}", message.content, message.embeds, message.components)
}

#[tokio::test]
async fn whoever_has_everything_deleted_is_gone_from_the_room_and_the_partner_reads_the_ordinary_goodbye() {
    let (company, pair) = lived().await;
    let before = company.posts(pair.mentee, pair.room);
    assert!(before.iter().any(|post| whole(post).contains(HERS)), "her words stand in the room");
    let question = company.run(pair.mentor, company.lobby(), "privacy delete", json!({})).await;
    assert!(
        question.private && question.embeds[0].to_string().contains("Dein Tandem endet."),
        "{question:?}"
    );
    let kept = company.press(pair.mentor, &question, "Nein, behalten").await;
    assert_eq!(kept.content, "Es bleibt alles, wie es ist.");
    let question = company.run(pair.mentor, company.lobby(), "privacy delete", json!({})).await;
    let gone = company.press(pair.mentor, &question, "Ja, alles löschen").await;
    assert!(gone.private && gone.content.starts_with("Gelöscht."), "{}", gone.content);
    company.pass(120).await;
    assert!(company.rooms(pair.mentor).is_empty(), "she sees the room no longer");
    let posts = company.posts(pair.mentee, pair.room);
    let goodbye = posts.iter().find(|post| post.content.contains("dieses Tandem ist beendet")).unwrap();
    assert!(
        goodbye.content.starts_with(&format!("<@{}>, dieses Tandem ist beendet. Danke", pair.mentee)),
        "{}",
        goodbye.content
    );
    for post in &posts {
        let text = whole(post);
        assert!(!text.contains(HERS) && !text.contains(&pair.mentor.to_string()), "{text}");
    }
    let again = company.run(pair.mentor, company.lobby(), "privacy export", json!({})).await;
    assert_eq!(again.content, "Über dich ist auf diesem Server nichts gespeichert.");
    let stored = company.dump().await.join("\n");
    assert!(!stored.contains(HERS) && !stored.contains(&pair.mentor.to_string()) && stored.contains(HIS));
    // Nothing waits that cannot be delivered, and the room goes in its time.
    company.pass(15 * 24 * 3_600).await;
    assert!(company.rooms(pair.mentee).is_empty());
    assert!(!company.dump().await.join("\n").contains("undeliverable"));
}

#[tokio::test]
async fn the_raw_bytes_of_a_running_bots_file_hold_nothing_of_whoever_was_deleted() {
    let (company, pair) = lived().await;
    let question = company.run(pair.mentor, company.lobby(), "privacy delete", json!({})).await;
    company.press(pair.mentor, &question, "Ja, alles löschen").await;
    company.pass(120).await;
    let number = pair.mentor;
    for name in ["tandem.db", "tandem.db-wal"] {
        let bytes = std::fs::read(company.database.with_file_name(name)).unwrap_or_default();
        let holds = |part: &[u8]| bytes.windows(part.len()).any(|window| window == part);
        assert!(!holds(HERS.as_bytes()), "her words in {name}");
        assert!(!holds(number.to_string().as_bytes()), "her number in decimal in {name}");
        assert!(!holds(&number.to_be_bytes()) && !holds(&number.to_le_bytes()), "her number in {name}");
    }
    let erased = std::fs::read_to_string(company.database.with_file_name("tandem.db.erased")).unwrap();
    assert!(erased.contains(" person ") && !erased.contains(&number.to_string()), "{erased}");
}

#[tokio::test]
async fn a_persons_data_come_as_a_page_and_a_file_that_only_they_see() {
    let (company, pair) = lived().await;
    let answer = company.run(pair.mentee, company.lobby(), "privacy export", json!({})).await;
    assert!(answer.private, "{answer:?}");
    let names: Vec<_> = answer.attachments.iter().map(|file| file.filename.as_str()).collect();
    assert_eq!(names, ["tandem-export.html", "tandem-export.json"]);
}

#[tokio::test]
async fn whoever_let_themselves_into_a_room_is_shown_to_its_two_and_kept_out_again() {
    let (company, pair) = lived().await;
    let jonas = company.person("jonas");
    let shown = company.run(pair.mentor, pair.room, "privacy room", json!({})).await;
    let text = whole(&shown);
    assert!(text.contains(&format!("<@{}> kann jeden Kanal sehen", company.person("henrike"))), "{text}");
    assert!(shown.button("Kanal wiederherstellen").is_none(), "there is nothing to repair: {text}");
    let stray = Overwrite { id: jonas, kind: 1, allow: permissions::VIEW_CHANNEL, deny: 0 };
    company.stage.sandbox.change_channel(pair.room, |channel| channel.overwrites.push(stray));
    company.pass(2).await;
    assert_eq!(company.rooms(jonas), [pair.room]);
    let shown = company.run(pair.mentee, pair.room, "privacy room", json!({})).await;
    assert!(
        whole(&shown).contains(&format!("<@{jonas}>. Das habe nicht ich so eingerichtet")),
        "{}",
        whole(&shown)
    );
    company.press(pair.mentee, &shown, "Kanal wiederherstellen").await;
    company.pass(30).await;
    assert!(company.rooms(jonas).is_empty(), "he is out");
    assert_eq!((company.rooms(pair.mentor), company.rooms(pair.mentee)), (vec![pair.room], vec![pair.room]));
    let shown = company.run(pair.mentor, pair.room, "privacy room", json!({})).await;
    assert!(shown.button("Kanal wiederherstellen").is_none(), "{}", whole(&shown));
}

#[tokio::test]
async fn once_an_hour_the_log_says_in_one_line_how_deliveries_keep_up_and_nothing_else() {
    let log = Log::default();
    let _listening = log.listen();
    let mut company = Company::open("2026-11-23T09:00:00Z").await;
    company.stage.service.as_mut().unwrap().pulse();
    company.programme("Pilot", json!({})).await;
    let pair = company.pair("Pilot", company.person("vera"), company.person("ulrich")).await;
    company.run(pair.mentor, pair.room, "task assign", json!({ "text": HERS })).await;
    company.pass(3 * 3_600).await;
    let text = log.text();
    let lines: Vec<_> = text.lines().filter(|line| line.contains("tandem::pulse")).collect();
    assert_eq!(lines.len(), 3, "{text}");
    for part in ["waiting=", "overdue=0", "undeliverable=0", "lag_ms_mean=", "retries=0", "unknown_events=0"]
    {
        assert!(lines[0].contains(part), "{part} in {}", lines[0]);
    }
    let delivered = |line: &str| {
        line.split("delivered=").nth(1).and_then(|rest| rest.split(' ').next()).map(str::to_owned)
    };
    assert_ne!(delivered(lines[0]), Some("0".to_owned()), "a room was opened: {}", lines[0]);
    assert_eq!(delivered(lines[2]), Some("0".to_owned()), "an hour in which nothing happened: {}", lines[2]);
    assert!(
        !text.contains(HERS) && !lines.iter().any(|line| line.contains(&pair.room.to_string())),
        "{text}"
    );
}
