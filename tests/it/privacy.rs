//! A person's rights over the whole bot: everything handed out, everything deleted while the partner reads the ordinary
//! goodbye, and a room that somebody let themselves into closed again.

use serde_json::{Value, json};
use tandem::sandbox::faults::{Action, Fault};
use tandem::sandbox::gateway::Outgoing;
use tandem::sandbox::people::{Deed, Newcomer};
use tandem::sandbox::permissions;
use tandem::sandbox::state::Overwrite;
use tandem::sandbox::view::MessageView;

use crate::company::{Company, Pair, connection, german, moment};
use crate::leaver::Log;
use crate::play;

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
async fn whoever_has_everything_deleted_is_gone_from_the_room_and_the_partner_reads_a_goodbye_that_names_nobody()
 {
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
    let goodbye = posts.iter().find(|post| post.content.contains("Tandem ist beendet")).unwrap();
    assert!(goodbye.content.starts_with("Dieses Tandem ist beendet. Danke"), "{}", goodbye.content);
    assert!(!whole(goodbye).contains("<@"), "one name alone would say whose is missing: {goodbye:?}");
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
    // What each of the two gave is in both files of theirs, with what both saw of the other's.
    let mood = company.run(pair.mentee, pair.room, "feedback", json!({})).await;
    company.press(pair.mentee, &mood, "4 · gut").await;
    for (person, giver, doer) in [(pair.mentor, "self", "partner"), (pair.mentee, "partner", "self")] {
        let answer = company.run(person, company.lobby(), "privacy export", json!({})).await;
        let [page, file] = [fetched(&answer, 0).await, fetched(&answer, 1).await];
        let data = serde_json::from_str::<Value>(&file).unwrap()["data"].take();
        let task = json!({ "giver_id": giver, "doer_id": doer, "text": HERS, "note": HIS, "state": "stuck" });
        for (column, value) in task.as_object().unwrap() {
            assert_eq!(data["task"][0][column], *value, "{column} in {data:#}");
        }
        assert_eq!((&data["point"][0]["words"], &data["meeting"][0]["place"]), (&json!(HERS), &json!(HERS)));
        let own = if person == pair.mentee { json!(4) } else { Value::Null };
        assert_eq!(data["rating"][0]["value"], own, "what somebody says of how it goes is theirs alone");
        // Task, its note, point and place, each as it was written.
        let shown = |words: &str| page.matches(&format!("<dd>{words}</dd>")).count();
        assert_eq!((shown(HERS), shown(HIS)), (3, 1), "{page}");
        assert_eq!(page.contains("<dd>4</dd>"), person == pair.mentee, "{page}");
    }
}

/// A file of a message, as somebody who clicks on it gets it.
async fn fetched(message: &MessageView, at: usize) -> String {
    let got = reqwest::get(&message.attachments[at].url).await.unwrap();
    assert_eq!(got.status(), 200);
    got.text().await.unwrap()
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

/// What a line of the log says of something.
fn figure(line: &str, name: &str) -> i64 {
    let value = line.split(&format!(" {name}=")).nth(1).and_then(|rest| rest.split(' ').next());
    value.and_then(|value| value.parse().ok()).unwrap_or_else(|| panic!("no {name} in {line}"))
}

#[tokio::test]
async fn the_hourly_line_tells_of_a_queue_that_is_stuck_and_of_events_that_nobody_knows() {
    let log = Log::default();
    let _listening = log.listen();
    let mut company = Company::open("2026-11-23T09:00:00Z").await;
    company.stage.service.as_mut().unwrap().pulse();
    company.programme("Pilot", json!({})).await;
    let pair = company.pair("Pilot", company.person("vera"), company.person("ulrich")).await;
    company.pass_until(moment("2026-11-23T10:00:01Z")).await;
    // For the next hour nothing can be posted in the room.
    let fails = Fault::on("POST", "/channels/{channel_id}/messages", Action::Fail { status: 503 });
    company.stage.sandbox.faults.lay(Fault { times: u32::MAX, ..fails.about(pair.room) });
    for _ in 0..2 {
        company.run(pair.mentor, pair.room, "task assign", json!({ "text": HERS })).await;
    }
    // Something is planned for another year, and something was given up.
    company
        .meddle(
            "INSERT INTO outbox (lane, effect, due_at, state, cause) VALUES
                 ('later', '{}', 4000000000000, 'waiting', NULL), ('never', '{}', 0, 'undeliverable', 'gone-10003')",
        )
        .await;
    company.stage.sandbox.hub.dispatch(Outgoing { name: "NOBODY_KNOWS", intent: None, data: json!({}) });
    company.pass_until(moment("2026-11-23T11:00:01Z")).await;
    let sql = "SELECT count(*), sum(due_at <= ?) FROM outbox WHERE state = 'waiting'";
    let (mut conn, eleven) = (connection(&company.database).await, moment("2026-11-23T11:00:00Z"));
    let counted = sqlx::query_as(sql).bind(eleven.timestamp_millis()).fetch_one(&mut conn);
    let (waiting, overdue): (i64, i64) = counted.await.unwrap();
    assert!(overdue >= 2 && waiting == overdue + 1, "{waiting} wait, {overdue} of them due");
    company.stage.sandbox.faults.clear();
    company.pass_until(moment("2026-11-23T12:00:01Z")).await;
    let text = log.text();
    let lines: Vec<_> = text.lines().filter(|line| line.contains("tandem::pulse")).collect();
    let figures = |name| [0, 1, 2].map(|at| figure(lines[at], name));
    assert_eq!(figures("waiting")[1], waiting, "{}", lines[1]);
    assert_eq!(figures("undeliverable"), [0, 1, 1], "{lines:#?}");
    assert_eq!(figures("overdue"), [0, overdue, 0], "{lines:#?}");
    assert_eq!(figures("unknown_events"), [0, 1, 0], "{lines:#?}");
    let (retries, late) = (figures("retries"), figures("lag_ms_most"));
    assert!(retries[0] == 0 && retries[1] > 1 && retries[2] <= 1, "{lines:#?}");
    assert!(late[0] < 60_000 && late[2] > 3_500_000, "two cards came an hour late: {lines:#?}");
    let (delivered, mean) = (figures("delivered")[2], figures("lag_ms_mean")[2]);
    assert!(delivered >= 2 && mean >= 2 * 3_500_000 / delivered && mean <= late[2], "{lines:#?}");
}

#[tokio::test]
async fn a_servers_audit_log_gets_one_reason_that_tells_nothing() {
    let (company, pair) = lived().await;
    company.leave(pair.mentee, pair.room).await;
    company.pass(15 * 24 * 3_600).await;
    let asked = company.stage.sandbox.record.requests();
    for (method, template) in [
        ("POST", "/guilds/{guild_id}/channels"),
        ("PATCH", "/channels/{channel_id}"),
        ("DELETE", "/channels/{channel_id}"),
        ("PUT", "/channels/{channel_id}/pins/{message_id}"),
    ] {
        let ours =
            asked.iter().filter(|one| (one.method.as_str(), one.template.as_str()) == (method, template));
        let reasons: Vec<_> = ours.map(|one| one.reason.as_deref()).collect();
        assert!(!reasons.is_empty(), "{method} {template}");
        assert!(reasons.iter().all(|reason| *reason == Some("Tandem")), "{method} {template}: {reasons:?}");
    }
}

/// So many mentors make more overwrites than Discord takes in one list.
const MENTORS: usize = 120;

#[tokio::test]
async fn whoever_has_everything_deleted_is_out_of_a_lounge_of_more_mentors_than_one_request_can_name() {
    let company = Company::open("2026-11-23T09:00:00Z").await;
    company.programme("Pilot", json!({})).await;
    let (guild, vera) = (company.stage.sandbox.guild_id(), company.person("vera"));
    let mut people = vec![(vera, "mentor")];
    for number in 1..MENTORS {
        let name = format!("mentor{number}");
        let newcomer = Newcomer { name, display_name: None, locale: "de".to_owned(), bot: false };
        let person = company.stage.sandbox.add_person(newcomer);
        company.stage.sandbox.add_member(guild, person);
        people.push((person, "mentor"));
    }
    play::enrolled(&company.database, guild, &people).await;
    let carla = company.person("carla");
    let page = company.run(carla, company.lobby(), "coordination programme edit", json!({})).await;
    let all = page.custom_ids();
    let custom_id = (*all.iter().find(|id| id.starts_with("edit-switch")).unwrap()).to_owned();
    let values = vec!["lounge".to_owned()];
    company.act(carla, Deed::Choose { channel: page.channel, message: page.id, custom_id, values }).await;
    company.pass(3_600).await;
    let sandbox = &company.stage.sandbox;
    let lounge = company.channel(&german("lounge-channel-name"));
    let sees = |person: u64| sandbox.channels_of(person).iter().any(|one| one.id == lounge);
    assert!(people.iter().all(|(person, _)| sees(*person)), "everybody is in it");
    // An administrator lets in a role, and somebody by hand.
    let (jonas, role) = (company.person("jonas"), company.role("Koordination"));
    for (id, kind) in [(jonas, 1), (role, 0)] {
        let by_hand = Overwrite { id, kind, allow: permissions::VIEW_CHANNEL, deny: 0 };
        sandbox.change_channel(lounge, |channel| channel.overwrites.push(by_hand));
    }
    company.pass(2).await;
    let before = sandbox.channel(lounge).unwrap().overwrites;
    let question = company.run(vera, company.lobby(), "privacy delete", json!({})).await;
    company.press(vera, &question, "Ja, alles löschen").await;
    company.pass(600).await;
    assert!(!sees(vera), "she is out of it");
    assert!(people[1..].iter().all(|(person, _)| sees(*person)), "nobody else is");
    let after = sandbox.channel(lounge).unwrap().overwrites;
    let gone: Vec<u64> = before.iter().filter(|one| !after.contains(one)).map(|one| one.id).collect();
    assert_eq!(gone, [vera, jonas], "roles stay, and whoever is in it by the programme");
    let dump = company.dump().await.join("\n");
    assert!(!dump.contains("undeliverable") && !dump.contains(&vera.to_string()), "{dump}");
}
