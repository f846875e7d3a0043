//! What has to hold whatever people, faults and kills have done: read in the local Discord and in the bot's file, once
//! nothing is under way any more.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use chrono::{DateTime, Duration, NaiveDate, Utc};
use sqlx::Row as _;
use tandem::domain::language::Language;
use tandem::locales::say;
use tandem::sandbox::Sandbox;
use tandem::sandbox::ids::time_of;
use tandem::sandbox::state::message::Message;

use crate::company::{connection, german};

/// Posts that stand once at most for what they are about.
const ONCE: [&str; 16] = [
    "welcome",
    "agreed",
    "question",
    "question-wanted",
    "questions-out",
    "task-card",
    "task-reminder",
    "task-due",
    "point",
    "did-you-meet",
    "ideas",
    "meeting-card",
    "meeting-dates",
    "pause-over",
    "task-stuck-again",
    "goodbye",
];
/// Posts that the bot brings up by itself, and so not in quiet hours.
const BY_ITSELF: [&str; 13] = [
    "question",
    "questions-out",
    "task-reminder",
    "task-due",
    "agenda",
    "did-you-meet",
    "ideas",
    "half-way",
    "quiet-nudge",
    "reach-ask",
    "meeting-soon",
    "meeting-dates",
    "pause-over",
];
/// Discord's flag of a message that makes no sound.
const SILENT: u64 = 1 << 12;
/// Our own marks under posts.
const SEEDS: [(&str, &[&str]); 5] = [
    ("question", &["💡", "🤷", "⏭️"]),
    ("question-wanted", &["💡", "🤷", "⏭️"]),
    ("task-card", &["✅", "🧩"]),
    ("meeting-card", &["✅"]),
    ("meeting-moved", &["✅"]),
];

/// A row of the bot's posts.
struct Post {
    kind: String,
    tandem: Option<i64>,
    subject: i64,
    message: Option<u64>,
}

/// A row of the bot's tandems, with its two people.
struct Tandem {
    id: i64,
    state: String,
    channel: Option<u64>,
    two: BTreeSet<u64>,
}

/// What the bot has stored.
struct Stored {
    posts: Vec<Post>,
    tandems: Vec<Tandem>,
    /// Tandem, number, state.
    tasks: Vec<(i64, i64, String)>,
    /// Tandem, from when to when, in milliseconds.
    pauses: Vec<(i64, i64, i64)>,
    /// Effects that should have been made, or never will be.
    overdue: Vec<String>,
}

fn id(value: i64) -> u64 {
    value.cast_unsigned()
}

impl Stored {
    async fn read(database: &Path, now: DateTime<Utc>) -> Self {
        let mut conn = connection(database).await;
        let now = now.timestamp_millis();
        // A question that was wanted in the place of another one answers a deed.
        let posts = sqlx::query(
            "SELECT CASE WHEN kind = 'question' AND subject IN (SELECT id FROM asked_question WHERE round IS NULL)
                    THEN 'question-wanted' ELSE kind END AS kind, tandem_id, subject, message_id FROM post",
        );
        let posts = posts.fetch_all(&mut conn).await.unwrap();
        let tandems = sqlx::query(
            "SELECT t.id, t.state, t.channel_id, a.user_id AS a, b.user_id AS b FROM tandem t
             JOIN person a ON a.id = t.mentor_id JOIN person b ON b.id = t.mentee_id",
        );
        let tandems = tandems.fetch_all(&mut conn).await.unwrap();
        let tasks = sqlx::query_as("SELECT tandem_id, number, state FROM task").fetch_all(&mut conn);
        let tasks = tasks.await.unwrap();
        let pauses = sqlx::query_as("SELECT tandem_id, from_at, until_at FROM pause").fetch_all(&mut conn);
        let pauses = pauses.await.unwrap();
        let overdue = sqlx::query_scalar(
            "SELECT 'outbox ' || state || ' ' || effect FROM outbox WHERE state <> 'waiting' OR due_at <= ?1
             UNION ALL SELECT 'job ' || name || ' ' || subject FROM job WHERE due_at <= ?1",
        );
        let overdue = overdue.bind(now).fetch_all(&mut conn).await.unwrap();
        sqlx::Connection::close(conn).await.unwrap();
        let posts = posts.iter().map(|row| Post {
            kind: row.get("kind"),
            tandem: row.get("tandem_id"),
            subject: row.get::<Option<i64>, _>("subject").unwrap_or_default(),
            message: row.get::<Option<i64>, _>("message_id").map(id),
        });
        let tandems = tandems.iter().map(|row| Tandem {
            id: row.get("id"),
            state: row.get("state"),
            channel: row.get::<Option<i64>, _>("channel_id").map(id),
            two: BTreeSet::from([id(row.get("a")), id(row.get("b"))]),
        });
        Self { posts: posts.collect(), tandems: tandems.collect(), tasks, pauses, overdue }
    }
}

/// What was found wrong.
pub type Wrong = Vec<String>;

/// Everything.
pub async fn all(sandbox: &Sandbox, database: &Path, quiet: &str) -> Wrong {
    let stored = Stored::read(database, sandbox.clock.now()).await;
    let mut wrong: Wrong = stored.overdue.iter().map(|what| format!("left behind: {what}")).collect();
    let traffic = sandbox.traffic();
    if (traffic.public_responses, traffic.unknown_routes) != (0, 0) || traffic.max_in_any_second > 50 {
        wrong.push(format!("{traffic:?}"));
    }
    wrong.extend(nobody_else_sees(sandbox, &stored));
    wrong.extend(nothing_is_doubled(sandbox, &stored));
    wrong.extend(nothing_is_lost(sandbox, &stored));
    wrong.extend(no_question_comes_again(sandbox, &stored));
    wrong.extend(a_pause_is_kept(sandbox, &stored));
    wrong.extend(nobody_is_disturbed(&stored, quiet));
    wrong
}

/// The bot's posts in channels, private replies apart.
fn posted(sandbox: &Sandbox) -> Vec<Message> {
    let world = sandbox.world();
    let bot = world.bot();
    let all = world.channels.values().filter(|channel| channel.guild.is_some());
    let all = all.flat_map(|channel| channel.messages.values());
    let posts = all.filter(|one| one.author == bot && one.kind == 0 && one.ephemeral_for.is_none()).cloned();
    posts.collect()
}

/// The owner of a server sees all there is, and nobody can prevent it.
fn nobody_else_sees(sandbox: &Sandbox, stored: &Stored) -> Wrong {
    let (people, owner): (Vec<u64>, u64) = {
        let world = sandbox.world();
        let guild = &world.guilds[&sandbox.guild_id()];
        let bots = world.users.values().filter(|user| user.bot).map(|user| user.id).collect::<BTreeSet<_>>();
        (guild.members.keys().copied().filter(|one| !bots.contains(one)).collect(), guild.owner)
    };
    let mut wrong = Wrong::new();
    let rooms: BTreeMap<u64, &Tandem> =
        stored.tandems.iter().filter_map(|tandem| Some((tandem.channel?, tandem))).collect();
    for person in people.into_iter().filter(|person| *person != owner) {
        let seen: BTreeSet<u64> = sandbox.channels_of(person).iter().map(|channel| channel.id).collect();
        for (room, tandem) in &rooms {
            let may = tandem.two.contains(&person) && !matches!(tandem.state.as_str(), "hidden" | "gone");
            let there = sandbox.channel(*room).is_some();
            if there && seen.contains(room) != may {
                wrong.push(format!("{person} sees room {} ({}): {}", tandem.id, tandem.state, !may));
            }
        }
    }
    wrong
}

fn nothing_is_doubled(sandbox: &Sandbox, stored: &Stored) -> Wrong {
    let mut wrong = Wrong::new();
    let bound: BTreeSet<u64> = stored.posts.iter().filter_map(|post| post.message).collect();
    for message in posted(sandbox).iter().filter(|message| !bound.contains(&message.id)) {
        wrong.push(format!("nobody knows of this post: {:?} {:?}", message.content, message.embeds));
    }
    let mut counts: BTreeMap<(&str, Option<i64>, i64), usize> = BTreeMap::new();
    for post in stored.posts.iter().filter(|post| ONCE.contains(&post.kind.as_str())) {
        *counts.entry((&post.kind, post.tandem, post.subject)).or_default() += 1;
    }
    wrong.extend(counts.iter().filter(|(_, count)| **count > 1).map(|(what, _)| format!("twice: {what:?}")));
    // A room that nobody is bound to was made once too often.
    let world = sandbox.world();
    let bot = world.bot();
    let ours: BTreeSet<u64> = stored.tandems.iter().filter_map(|tandem| tandem.channel).collect();
    let made = world.channels.values().filter(|channel| {
        channel.kind == 0
            && channel.overwrites.iter().any(|one| one.id == bot)
            && channel.name != "koordination"
    });
    wrong
        .extend(made.filter(|one| !ours.contains(&one.id)).map(|one| format!("nobody's room: {}", one.name)));
    wrong
}

fn nothing_is_lost(sandbox: &Sandbox, stored: &Stored) -> Wrong {
    let mut wrong = Wrong::new();
    let messages: BTreeMap<u64, Message> = posted(sandbox).into_iter().map(|one| (one.id, one)).collect();
    let there = |tandem: i64| {
        let found = stored.tandems.iter().find(|one| one.id == tandem);
        found.and_then(|one| one.channel).and_then(|channel| sandbox.channel(channel))
    };
    for post in &stored.posts {
        let room = post.tandem.and_then(there);
        if let (Some(message), Some(_)) = (post.message, &room)
            && !messages.contains_key(&message)
        {
            wrong.push(format!("gone: {} of {:?}", post.kind, post.tandem));
        }
        let own = SEEDS.iter().find(|(kind, _)| *kind == post.kind).map_or(&[][..], |(_, seeds)| seeds);
        let Some(message) = post.message.and_then(|message| messages.get(&message)) else { continue };
        let bot = message.author;
        let seeded = |emoji: &str| {
            message.reactions.iter().any(|one| one.emoji.name == emoji && one.users.contains(&bot))
        };
        if !own.iter().all(|emoji| seeded(emoji)) {
            wrong.push(format!("marks are missing under {} of {:?}", post.kind, post.tandem));
        }
    }
    for tandem in &stored.tandems {
        let Some(room) = there(tandem.id) else { continue };
        let of = |kind: &str| {
            let posts =
                stored.posts.iter().filter(|post| post.tandem == Some(tandem.id) && post.kind == kind);
            posts.filter(|post| post.message.is_some()).count()
        };
        let ended = usize::from(matches!(tandem.state.as_str(), "ended" | "hidden"));
        let tasks: Vec<_> = stored.tasks.iter().filter(|(whose, ..)| *whose == tandem.id).collect();
        let counts = [("welcome", 1), ("goodbye", ended), ("task-card", tasks.len())];
        for (kind, count) in counts.into_iter().filter(|(kind, count)| of(kind) != *count) {
            wrong.push(format!("{} {kind} in room {}, {count} expected", of(kind), tandem.id));
        }
        let pinned = room.messages.values().filter(|message| message.pinned_at.is_some()).count();
        if pinned != 1 {
            wrong.push(format!("{pinned} pinned messages in room {}", tandem.id));
        }
        for (_, number, state) in tasks {
            wrong.extend(card_is_right(&room.messages, *number, state));
        }
    }
    wrong
}

/// The card says what is stored: no edit was lost.
fn card_is_right(messages: &BTreeMap<u64, Message>, number: i64, state: &str) -> Option<String> {
    let title = say(Language::De, "task-title").with("number", number).text();
    let card =
        messages.values().find(|one| one.embeds.iter().any(|embed| embed["title"] == title.as_str()))?;
    let words = german(&format!("task-state-{state}"));
    let shown = card.embeds.iter().any(|embed| embed.to_string().contains(&words));
    (!shown).then(|| format!("task {number} is {state}, and its card says: {:?}", card.embeds))
}

fn no_question_comes_again(sandbox: &Sandbox, stored: &Stored) -> Wrong {
    let mut wrong = Wrong::new();
    let title = german("prompt-title");
    for room in stored.tandems.iter().filter_map(|tandem| sandbox.channel(tandem.channel?)) {
        let mut asked = BTreeSet::new();
        let embeds = room.messages.values().flat_map(|message| &message.embeds);
        for embed in embeds.filter(|embed| embed["title"] == title.as_str()) {
            if !asked.insert(embed["description"].to_string()) {
                wrong.push(format!("asked again: {}", embed["description"]));
            }
        }
    }
    wrong
}

/// While a tandem pauses nothing comes by itself, and whatever comes makes no sound and calls nobody (D15).
fn a_pause_is_kept(sandbox: &Sandbox, stored: &Stored) -> Wrong {
    let messages: BTreeMap<u64, Message> = posted(sandbox).into_iter().map(|one| (one.id, one)).collect();
    let mut wrong = Wrong::new();
    for (tandem, from, until) in &stored.pauses {
        for post in stored.posts.iter().filter(|post| post.tandem == Some(*tandem)) {
            let Some(message) = post.message.and_then(|message| messages.get(&message)) else { continue };
            // Its own announcement may go out in the same instant.
            if !(*from + 1..*until).contains(&time_of(message.id).timestamp_millis()) {
                continue;
            }
            let by_itself = BY_ITSELF.contains(&post.kind.as_str());
            let loud = message.flags & SILENT == 0 || !message.mentions.is_empty();
            if by_itself || loud {
                wrong.push(format!("{} came into the pause of {tandem} (loud: {loud})", post.kind));
            }
        }
    }
    wrong
}

fn nobody_is_disturbed(stored: &Stored, quiet: &str) -> Wrong {
    let Some((from, to)) = quiet.split_once('-') else { return Wrong::new() };
    let minutes = |text: &str| {
        let (hour, minute) = text.split_once(':').unwrap();
        hour.parse::<i64>().unwrap() * 60 + minute.parse::<i64>().unwrap()
    };
    let (from, to) = (minutes(from), minutes(to));
    let by_itself = stored.posts.iter().filter(|post| BY_ITSELF.contains(&post.kind.as_str()));
    let mut wrong = Wrong::new();
    for post in by_itself {
        let Some(message) = post.message else { continue };
        let at = time_of(message).with_timezone(&chrono_tz::Europe::Berlin);
        let day: NaiveDate = at.date_naive();
        let midnight = day.and_time(chrono::NaiveTime::MIN);
        let minute = (at.naive_local() - midnight).num_minutes();
        // What was begun in time may have had to wait for its turn, or for Discord.
        let late = Duration::minutes(45).num_minutes();
        if minute >= from + late || minute < to {
            wrong.push(format!("{} of {:?} came at {at}, in quiet hours", post.kind, post.tandem));
        }
    }
    wrong
}
