//! Each kind of fault, planted into a life in which nothing was wrong: the checks have to find it. The bot is right here;
//! it is what was seen and what is stored that is doctored.

use chrono::Duration;
use serde_json::json;
use tandem::domain::post::PostKind;
use tandem::sandbox::chronicle::{Entry, What};
use tandem::sandbox::ids::time_of;
use tandem::sandbox::state::message::Message;

use super::checks::{self, Life, Pressed};
use super::mortals::Frail;
use super::{People, look};
use crate::company::german;
use crate::play::{self, House as _};

const QUIET: &str = "19:00-7:30";

/// Two tandems; the first has a task, questions, a meeting that stands and one that was cancelled, and a pause.
async fn life() -> Life {
    let mut house = Frail::begin().await;
    house.sandbox().world().chronicle.keep();
    let mut people = People::new(1);
    let options = json!({ "questions": "every day 9:00", "digest": "every Monday 8:30", "quiet": QUIET });
    play::founded(&mut house, options).await;
    house.an_hour().await;
    play::joined(&mut house, "lena", "martin").await;
    play::paired(&mut house).await;
    let (vera, ulrich) = (house.person("vera"), house.person("ulrich"));
    let sign = "qz7q".to_owned();
    let card = play::assigned(&mut house, &format!("Read one chapter. {sign}")).await;
    people.deeds.signs.insert(sign, vera);
    for day in ["14.1. 14:00", "21.1. 14:00"] {
        house.command(vera, card.channel, "session plan", json!({ "when": day })).await;
        house.an_hour().await;
        let meeting =
            house.read(ulrich, card.channel).into_iter().rfind(|one| one.button("Bestätigen").is_some());
        house.press(ulrich, &meeting.unwrap(), "Bestätigen").await;
        house.an_hour().await;
    }
    let first = house.find(ulrich, card.channel, "Absagen");
    let asked = house.press(ulrich, &first, "Absagen").await;
    house.press(ulrich, &asked, "Absagen").await;
    house.an_hour().await;
    let day = house.sandbox().clock.now() + Duration::days(1);
    house.until(day).await;
    house.command(vera, card.channel, "pause", json!({ "until": "18.1." })).await;
    house.an_hour().await;
    // The two of `joined` press twice each, and the deeds above.
    people.deeds.at = vec![time_of(card.id); 20];
    look(&house, &people, QUIET, &mut super::Known::default()).await
}

fn wrong(life: &Life) -> Vec<String> {
    let mut wrong = checks::ever(life);
    wrong.extend(checks::now(life));
    wrong
}

/// The post of a kind that came last.
fn last(life: &Life, kind: PostKind) -> Entry {
    let is = |entry: &&Entry| match &entry.what {
        What::Posted(message) => life.stored.post_of(message.id).is_some_and(|post| post.kind == kind),
        _ => false,
    };
    life.history.iter().rfind(is).unwrap_or_else(|| panic!("no {kind:?}")).clone()
}

fn message(entry: &Entry) -> Message {
    let What::Posted(message) = &entry.what else { panic!("{entry:?}") };
    message.clone()
}

/// The same post once more, later; `known`: the bot knows of it.
fn again(life: &mut Life, kind: PostKind, later: Duration, known: bool) -> u64 {
    let entry = last(life, kind);
    let mut copy = message(&entry);
    let row = life.stored.post_of(copy.id).unwrap().clone();
    copy.id += u64::try_from(later.num_milliseconds()).unwrap() << 22;
    let id = copy.id;
    if known {
        life.stored.posts.push(super::stored::Post { message: Some(id), ..row });
        life.channels.get_mut(&copy.channel).unwrap().0.messages.insert(id, copy.clone());
    }
    life.history.push(Entry { at: entry.at + later, what: What::Posted(copy), ..entry });
    id
}

/// Changes the last calendar file that says so much.
fn file(life: &mut Life, from: &str, to: &str) {
    let holds = |entry: &&mut Entry| {
        let (What::Posted(message) | What::Edited(message)) = &entry.what else { return false };
        message.attachments.iter().any(|file| String::from_utf8_lossy(&file.bytes).contains(from))
    };
    let entry = life.history.iter_mut().rfind(holds).unwrap_or_else(|| panic!("no file with {from}"));
    let (What::Posted(message) | What::Edited(message)) = &mut entry.what else { unreachable!() };
    for file in &mut message.attachments {
        file.bytes = String::from_utf8_lossy(&file.bytes).replace(from, to).into_bytes().into();
    }
}

/// A plant, what it does, and what is said of it.
type Plant = (&'static str, fn(&mut Life), &'static str);

const PLANTS: [Plant; 25] = [
    (
        "a post doubled behind the bot's back",
        |life| {
            again(life, PostKind::TaskCard, Duration::seconds(1), false);
        },
        "nobody knows of this post",
    ),
    (
        "a card made twice by the bot",
        |life| {
            again(life, PostKind::TaskCard, Duration::hours(1), true);
        },
        "too often: (TaskCard",
    ),
    (
        "a post that was there for an instant",
        |life| {
            let id = again(life, PostKind::TaskCard, Duration::seconds(1), false);
            let entry = life.history.last().unwrap().clone();
            assert_eq!(message(&entry).id, id);
            life.history.push(Entry { what: What::Deleted(message(&entry)), ..entry });
        },
        "nobody knows of this post",
    ),
    (
        "an answer that came more often than anybody did anything",
        |life| {
            life.deeds.at.truncate(1);
            again(life, PostKind::MeetingConfirmed, Duration::minutes(1), true);
        },
        "too often: (MeetingConfirmed",
    ),
    (
        "a lost post",
        |life| {
            let card = last(life, PostKind::TaskCard);
            life.channels.get_mut(&card.channel).unwrap().0.messages.remove(&message(&card).id);
        },
        "gone: TaskCard",
    ),
    (
        "a post that was never made",
        |life| {
            life.stored.posts.iter_mut().find(|post| post.kind == PostKind::TaskCard).unwrap().message = None;
        },
        "never made: TaskCard",
    ),
    (
        "a card that nobody thought of",
        |life| life.stored.posts.retain(|post| post.kind != PostKind::TaskCard),
        "0 TaskCard in room",
    ),
    ("a lost edit", |life| "worked".clone_into(&mut life.stored.tasks[0].2), "and its card says"),
    (
        "lost marks",
        |life| {
            let card = last(life, PostKind::TaskCard);
            let message = message(&card).id;
            life.channels
                .get_mut(&card.channel)
                .unwrap()
                .0
                .messages
                .get_mut(&message)
                .unwrap()
                .reactions
                .clear();
        },
        "marks are missing",
    ),
    (
        "a lost pin",
        |life| {
            let card = last(life, PostKind::Welcome);
            let message = message(&card).id;
            life.channels.get_mut(&card.channel).unwrap().0.messages.get_mut(&message).unwrap().pinned_at =
                None;
        },
        "0 pinned messages",
    ),
    (
        "an effect that is never made",
        |life| life.stored.overdue.push("outbox undeliverable".to_owned()),
        "left behind",
    ),
    (
        "a room made twice",
        |life| {
            let room = last(life, PostKind::Welcome).channel;
            let (mut other, sees) = life.channels[&room].clone();
            other.id += 1;
            life.channels.insert(other.id, (other, sees));
        },
        "nobody's room",
    ),
    (
        "a question that comes back",
        |life| {
            again(life, PostKind::Question, Duration::hours(1), true);
        },
        "asked again",
    ),
    (
        "a question about a meeting that comes back",
        |life| {
            let card = last(life, PostKind::TaskCard);
            let row = life.stored.post_of(message(&card).id).unwrap().clone();
            for n in 1..3 {
                let message = Some(message(&card).id + n);
                life.stored.posts.push(super::stored::Post {
                    kind: PostKind::DidYouMeet,
                    message,
                    ..row.clone()
                });
            }
        },
        "too often: (DidYouMeet",
    ),
    (
        "an item of a survey that comes back in private",
        |life| {
            let pressed = |button: &str, offered: &[&str]| Pressed {
                person: 7,
                button: button.to_owned(),
                offered: offered.iter().map(|id| (*id).to_owned()).collect(),
            };
            let answers = pressed("survey-answer:1012", &["survey-answer:1021", "survey-item:1010"]);
            // Whoever goes back by themselves, or is asked something else, was not asked again.
            let goes_back = pressed("survey-item:1010", &["survey-answer:1011"]);
            let goes_on = pressed("survey:1", &["survey-answer:1021"]);
            life.deeds.pressed.extend([answers, goes_back, goes_on]);
            assert_eq!(wrong(life), Vec::<String>::new());
            life.deeds.pressed.push(pressed("survey:1", &["survey-answer:1011"]));
        },
        "was asked again in private",
    ),
    (
        "a post that comes into a pause",
        |life| {
            let (tandem, from, _) = life.stored.pauses[0];
            let posted = time_of(message(&last(life, PostKind::Question)).id).timestamp_millis();
            life.stored.pauses.push((tandem, posted - 1_000, from));
        },
        "Question came into the pause",
    ),
    (
        "a pause that makes a sound",
        |life| {
            let (tandem, from, _) = life.stored.pauses[0];
            let posted = time_of(message(&last(life, PostKind::MeetingCancelled)).id).timestamp_millis();
            life.stored.pauses.push((tandem, posted - 1_000, from));
        },
        "MeetingCancelled came into the pause",
    ),
    (
        "a question in the night",
        |life| {
            let id = message(&last(life, PostKind::Question)).id - ((4_u64 * 3_600_000) << 22);
            life.stored.posts.iter_mut().rfind(|post| post.kind == PostKind::Question).unwrap().message =
                Some(id);
        },
        "in quiet hours",
    ),
    (
        "a room that a third person saw for an instant",
        |life| {
            let mut entry = last(life, PostKind::Welcome);
            entry.seen_by.insert(*life.coordinators.iter().next().unwrap());
            life.history.push(entry);
        },
        "was seen by",
    ),
    (
        "a room that one of the two does not see",
        |life| {
            let one = *life.stored.tandems[0].two.first().unwrap();
            for (_, sees) in life.channels.values_mut() {
                sees.remove(&one);
            }
        },
        "is seen by",
    ),
    (
        "words that the other tandem reads",
        |life| {
            let mut entry = last(life, PostKind::TaskCard);
            entry.channel = life.stored.tandems[0].channel.unwrap();
            entry.seen_by.clone_from(&life.stored.tandems[0].two);
            life.history.push(entry);
        },
        "reads what",
    ),
    (
        "a file for a meeting that was cancelled",
        |life| life.stored.meetings.iter_mut().rfind(|one| !one.cancelled).unwrap().cancelled = true,
        "(cancelled: true)",
    ),
    (
        "a file with another time than its meeting's",
        |life| life.stored.meetings.iter_mut().rfind(|one| !one.cancelled).unwrap().starts_at += 60,
        "and filed as",
    ),
    (
        "a file with a number that does not rise",
        |life| file(life, "METHOD:CANCEL", "METHOD:PUBLISH"),
        "method and status differ",
    ),
    (
        "an entry that was never filed and is removed",
        |life| {
            let mut entry = last(life, PostKind::MeetingCancelled);
            let mut other = message(&entry);
            for file in &mut other.attachments {
                file.id += 1;
                file.bytes =
                    String::from_utf8_lossy(&file.bytes).replace("UID:", "UID:x").into_bytes().into();
            }
            entry.what = What::Edited(other);
            life.history.push(entry);
        },
        "without being confirmed by both",
    ),
];

#[tokio::test]
async fn each_fault_that_is_planted_into_a_life_is_found() {
    let clean = life().await;
    assert_eq!(wrong(&clean), Vec::<String>::new(), "nothing is wrong before");
    assert!(clean.history.iter().any(|entry| entry.seen_by.contains(&clean.owner)));
    for (what, plant, said) in PLANTS {
        let mut doctored = clean.clone();
        plant(&mut doctored);
        let found = wrong(&doctored);
        assert!(found.iter().any(|one| one.contains(said)), "{what} is not found: {found:#?}");
    }
}

#[tokio::test]
async fn numbers_of_calendar_files_that_fall_or_come_back_are_found() {
    let clean = life().await;
    let mut doctored = clean.clone();
    file(&mut doctored, "SEQUENCE:1", "SEQUENCE:0");
    let found = wrong(&doctored);
    assert!(found.iter().any(|one| one.contains("number 0 after 0")), "{found:#?}");
    let mut doctored = clean.clone();
    file(&mut doctored, "BEGIN:VEVENT", "BEGIN:VTODO");
    let found = wrong(&doctored);
    assert!(found.iter().any(|one| one.contains("calendar file")), "{found:#?}");
    assert!(clean.history.iter().any(|entry| format!("{:?}", entry.what).contains(&german("prompt-title"))));
}
