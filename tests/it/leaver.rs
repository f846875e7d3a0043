//! Who left is nowhere (P1): two lives of the same company, equal in seed and clock, that differ only in who ends the
//! tandem, or in who declined a partner, leave the same bytes behind. A planted column shows that the comparison sees.

use std::collections::BTreeSet;
use std::io::Write;
use std::sync::{Arc, Mutex, OnceLock};

use serde_json::json;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::layer::SubscriberExt as _;

use crate::company::{Company, Pair};
use crate::play::enrolled;

/// What a life leaves behind.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Traces {
    /// Every row of every table.
    pub stored: Vec<String>,
    /// The log, at its most talkative.
    pub log: String,
    /// What each person sees in each channel, private replies included, but for those by which somebody left or
    /// declined.
    pub seen: Vec<String>,
    /// What the bot asked of Discord; of answers to interactions, that there was one.
    pub asked: Vec<String>,
}

impl Traces {
    /// The first lines in which two lives differ.
    pub fn differences(&self, other: &Self) -> Vec<String> {
        let logs = [&self.log, &other.log].map(|log| log.lines().map(str::to_owned).collect::<Vec<_>>());
        let [log, other_log] = &logs;
        [
            ("stored", &self.stored, &other.stored),
            ("log", log, other_log),
            ("seen", &self.seen, &other.seen),
            ("asked", &self.asked, &other.asked),
        ]
        .into_iter()
        .filter_map(|(what, one, other)| {
            let at = (0..one.len().max(other.len())).find(|at| one.get(*at) != other.get(*at))?;
            Some(format!("{what} line {at}:\n  {:?}\n  {:?}", one.get(at), other.get(at)))
        })
        .collect()
    }
}

#[derive(Clone, Default)]
pub struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Log {
    /// Listens to what this thread logs, as `tandem run` does, only that it hears everything of ours.
    pub fn listen(&self) -> tracing::subscriber::DefaultGuard {
        // As long as there is only one subscriber, tracing lets whichever thread comes by first decide whether a line
        // is of interest to anybody, and other tests are not interested. A second one keeps it from that.
        static SECOND: OnceLock<tracing::Dispatch> = OnceLock::new();
        let level = Targets::new().with_target("tandem", tracing::Level::TRACE);
        SECOND.get_or_init(|| tracing::Dispatch::new(tracing_subscriber::registry().with(level)));
        let log = self.clone();
        let layer =
            tracing_subscriber::fmt::layer().without_time().with_ansi(false).with_writer(move || log.clone());
        let ours = Targets::new().with_target("tandem", tracing::Level::TRACE);
        tracing::subscriber::set_default(tracing_subscriber::registry().with(ours).with(layer))
    }

    pub fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }
}

pub async fn collect(company: &mut Company, log: &Log, secret: &BTreeSet<u64>, planted: &str) -> Traces {
    let sandbox = &company.stage.sandbox;
    let people: Vec<u64> = sandbox.world().users.keys().copied().collect();
    let mut traces = Traces::default();
    for person in people {
        for channel in sandbox.channels_of(person) {
            traces.seen.push(format!("{person} sees {channel:?}"));
            for message in sandbox.view(person, channel.id) {
                if !secret.contains(&message.id) {
                    traces.seen.push(format!("{person} reads {message:?}"));
                }
            }
        }
    }
    for asked in sandbox.record.requests() {
        let interaction =
            asked.template.starts_with("/interactions") || asked.template.starts_with("/webhooks");
        let line = if interaction {
            format!("{} {} {}", asked.method, asked.template, asked.status)
        } else {
            format!("{} {} {} {} {}", asked.method, asked.path, asked.query, asked.body, asked.status)
        };
        traces.asked.push(line);
    }
    company.stage.stop().await;
    company.meddle(planted).await;
    traces.stored = company.dump().await;
    traces.log = log.text();
    traces
}

pub async fn two_tandems(company: &Company) -> [Pair; 2] {
    company.programme("Pilot", json!({ "questions": "every day 9:00", "contact": "Carla Brandt" })).await;
    let [vera, ulrich, lena, martin] = ["vera", "ulrich", "lena", "martin"].map(|name| company.person(name));
    [company.pair("Pilot", vera, ulrich).await, company.pair("Pilot", lena, martin).await]
}

/// Some days in which both do what people do, and then one of the two leaves.
async fn a_life(mentor_leaves: bool, planted: bool) -> Traces {
    let log = Log::default();
    let _listening = log.listen();
    let mut company = Company::open("2026-11-24T09:00:00Z").await;
    let [Pair { mentor, mentee, room }, _] = two_tandems(&company).await;
    for text in ["Kopfhörer koppeln", "Kalender teilen"] {
        company.run(mentor, room, "task assign", json!({ "text": text, "due": "2026-11-27" })).await;
    }
    company.run(mentee, room, "worked", json!({ "task": "1", "note": "ging schnell" })).await;
    company.run(mentee, room, "stuck", json!({ "task": "2" })).await;
    for person in [mentor, mentee] {
        let question = company.run(person, room, "feedback", json!({})).await;
        company.press(person, &question, "4 · gut").await;
    }
    company.pass(30 * 3_600).await;
    let leaver = if mentor_leaves { mentor } else { mentee };
    let secret = BTreeSet::from([company.leave(leaver, room).await]);
    company.pass(3_600).await;
    let goodbye = company.post_with(mentor, room, "Wie soll es weitergehen?");
    for (person, answer) in [(mentee, "Ein neues Tandem"), (mentor, "Hier aufhören")] {
        let question = company.press(person, &goodbye, "Wie soll es weitergehen?").await;
        company.press(person, &question, answer).await;
        company.run(person, company.lobby(), "my", json!({})).await;
    }
    let carla = company.person("carla");
    for _ in 0..3 {
        company.run(carla, company.lobby(), "coordination programme status", json!({})).await;
        company.pass(7 * 24 * 3_600).await;
    }
    let column = if mentor_leaves { "mentor_id" } else { "mentee_id" };
    let note = format!(
        "ALTER TABLE tandem ADD COLUMN left_by INTEGER;
         UPDATE tandem SET left_by = {column} WHERE ended_at IS NOT NULL;"
    );
    collect(&mut company, &log, &secret, if planted { &note } else { "" }).await
}

#[tokio::test]
async fn two_lives_that_differ_in_who_left_leave_the_same_bytes_behind() {
    let (one, other) = (a_life(true, false).await, a_life(false, false).await);
    let differences = one.differences(&other);
    assert!(differences.is_empty(), "{}", differences.join("\n"));
    assert!(one.log.contains("tandem"), "the log was listened to: {}", one.log);
    for (what, count) in [("stored", one.stored.len()), ("seen", one.seen.len()), ("asked", one.asked.len())]
    {
        assert!(count > 50, "{count} lines {what}");
    }
}

#[tokio::test]
async fn a_planted_column_that_says_who_left_is_found() {
    let (one, other) = (a_life(true, true).await, a_life(false, true).await);
    let differences = one.differences(&other);
    assert_eq!(differences.len(), 1, "{}", differences.join("\n"));
    assert!(differences[0].contains("left_by="), "{}", differences[0]);
}

/// Two are proposed to each other; one accepts and one declines. The deadline comes, and some days go by.
async fn a_declined_proposal(mentor_declines: bool) -> Traces {
    let log = Log::default();
    let _listening = log.listen();
    let mut company = Company::open("2026-11-24T09:00:00Z").await;
    company.programme("Pilot", json!({})).await;
    let carla = company.person("carla");
    let (mentor, mentee) = (company.person("vera"), company.person("ulrich"));
    let pair = json!({ "mentor": mentor.to_string(), "mentee": mentee.to_string() });
    company.run(carla, company.lobby(), "coordination match pair", pair).await;
    let card = company.post_with(mentor, company.lobby(), "Mein Platz");
    let mut secret = BTreeSet::new();
    for person in [mentee, mentor] {
        let place = company.press(person, &card, "Mein Platz").await;
        let answer =
            if mentor_declines == (person == mentor) { "proposal-decline" } else { "proposal-accept" };
        let button = place.custom_ids().into_iter().find(|id| id.starts_with(answer)).unwrap();
        company.press_id(person, &place, button).await;
        secret.insert(place.id);
        company.run(carla, company.lobby(), "coordination programme status", json!({})).await;
    }
    company.pass(8 * 24 * 3_600).await;
    for person in [mentee, mentor] {
        company.press(person, &card, "Mein Platz").await;
        company.run(person, company.lobby(), "my", json!({})).await;
    }
    company.run(carla, company.lobby(), "coordination programme status", json!({})).await;
    company.pass(3 * 24 * 3_600).await;
    collect(&mut company, &log, &secret, "").await
}

#[tokio::test]
async fn two_lives_that_differ_in_who_declined_leave_the_same_bytes_behind() {
    let (one, other) = (a_declined_proposal(true).await, a_declined_proposal(false).await);
    let differences = one.differences(&other);
    assert!(differences.is_empty(), "{}", differences.join("\n"));
    assert!(one.seen.iter().any(|line| line.contains("kommt nicht zustande")));
}

/// Everybody is paired at once; in one pair one accepts and one declines, in the other both accept. The deadline comes, the
/// other tandem opens, and some days go by.
async fn a_declined_round(mentor_declines: bool, planted: bool) -> Traces {
    let log = Log::default();
    let _listening = log.listen();
    let mut company = Company::open("2026-11-24T09:00:00Z").await;
    company.programme("Pilot", json!({})).await;
    let carla = company.person("carla");
    let [mentor, mentee, lena, martin] =
        ["vera", "ulrich", "lena", "martin"].map(|name| company.person(name));
    let people = [(mentor, "mentor"), (lena, "mentor"), (mentee, "mentee"), (martin, "mentee")];
    enrolled(&company.database, company.stage.sandbox.guild_id(), &people).await;
    let pair = json!({ "mentor": mentor.to_string(), "mentee": mentee.to_string() });
    company.run(carla, company.lobby(), "coordination match lock", pair).await;
    company.run(carla, company.lobby(), "coordination match propose", json!({})).await;
    let ready = company.run(carla, company.lobby(), "coordination match confirm", json!({})).await;
    company.press(carla, &ready, "Jetzt fragen").await;
    let card = company.post_with(mentor, company.lobby(), "Mein Platz");
    let mut secret = BTreeSet::new();
    for person in [mentee, lena, martin, mentor] {
        let place = company.press(person, &card, "Mein Platz").await;
        let declines = [mentor, mentee].contains(&person) && mentor_declines == (person == mentor);
        let answer = if declines { "proposal-decline" } else { "proposal-accept" };
        let button = place.custom_ids().into_iter().find(|id| id.starts_with(answer)).unwrap();
        company.press_id(person, &place, button).await;
        secret.insert(place.id);
        company.run(carla, company.lobby(), "coordination programme status", json!({})).await;
    }
    company.pass(8 * 24 * 3_600).await;
    for person in [mentee, mentor, lena] {
        company.press(person, &card, "Mein Platz").await;
        company.run(person, company.lobby(), "my", json!({})).await;
    }
    // The next plan places both anew, or leaves both without a place.
    company.run(carla, company.lobby(), "coordination match propose", json!({})).await;
    company.run(carla, company.lobby(), "coordination programme status", json!({})).await;
    company.pass(3 * 24 * 3_600).await;
    let column = if mentor_declines { "mentor_id" } else { "mentee_id" };
    let note = format!(
        "ALTER TABLE proposal ADD COLUMN declined_by INTEGER;
         UPDATE proposal SET declined_by = {column} WHERE state = 'lapsed';"
    );
    collect(&mut company, &log, &secret, if planted { &note } else { "" }).await
}

#[tokio::test]
async fn two_lives_that_differ_in_who_declined_in_a_round_leave_the_same_bytes_behind() {
    let (one, other) = (a_declined_round(true, false).await, a_declined_round(false, false).await);
    let differences = one.differences(&other);
    assert!(differences.is_empty(), "{}", differences.join("\n"));
    assert!(one.seen.iter().any(|line| line.contains("kommt nicht zustande")));
    assert!(one.seen.iter().any(|line| line.contains("Das Tandem dieser Runde ist offen.")));
    assert!(one.stored.iter().any(|line| line.starts_with("proposal:") && line.contains("state='accepted'")));
}

#[tokio::test]
async fn a_planted_column_that_says_who_declined_is_found() {
    let (one, other) = (a_declined_round(true, true).await, a_declined_round(false, true).await);
    let differences = one.differences(&other);
    assert!(differences.len() == 1 && differences[0].contains("declined_by="), "{}", differences.join("\n"));
}
