//! Round trip of `/task assign` and of *worked* (the button), one after another and with 64 in flight, beside a bare
//! serenity handler that answers at once, in the same run against the same local Discord: from the press until the
//! person reads the private answer. Then what the bot takes up when it is idle.
//!
//! `cargo bench` runs it within a minute. The local Discord shares the machine with the bot; its own rate limits are
//! off, because the bot's limit of 45 requests a second is the one that counts. Cards and reactions that follow from
//! the commands go out in the background meanwhile, as they do in life.

#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]
#![expect(clippy::unwrap_used, reason = "in a benchmark a panic is the report")]

#[path = "round_trip/figures.rs"]
mod figures;

use std::collections::HashMap;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::AtomicU64;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use figures::Figures;
use futures::future::join_all;
use serde_json::{Value, json};
use serenity::all as s;
use sqlx::Connection as _;
use tandem::clock::{Stations, SystemClock};
use tandem::discord::commands::registration;
use tandem::discord::connect::{Address, Token};
use tandem::discord::sender::{LANES, Unwatched};
use tandem::discord::service::{Plan, Service};
use tandem::sandbox::people::{Deed, Newcomer};
use tandem::sandbox::state::{Settings, Stage};
use tandem::sandbox::view::MessageView;
use tandem::sandbox::{Options, Sandbox};
use tandem::store::Durability;
use tokio::sync::oneshot;

/// So many at once, each in a tandem of its own.
const IN_FLIGHT: usize = 64;
/// Measured one after another.
const ALONE: usize = 192;
/// Measured by each of those at once.
const EACH: usize = 8;
/// Buttons fit so many on a message, and tasks so many into a tandem.
const TASKS: i64 = 25;

/// Interactions that wait for their answer: since when, and whom to tell how long it took.
type Waiting = Arc<Mutex<HashMap<u64, (Instant, oneshot::Sender<Duration>)>>>;

struct Bench {
    sandbox: Sandbox,
    waiting: Waiting,
}

/// Who works where: a tandem's room, its mentor and its mentee.
#[derive(Clone, Copy)]
struct Pair {
    room: u64,
    mentor: u64,
    mentee: u64,
}

impl Bench {
    async fn start() -> Self {
        let settings = Settings { rate_limits: false, ..Settings::default() };
        let sandbox = Sandbox::start(Options { settings, ..Options::default() }).await.unwrap();
        let waiting = Waiting::default();
        let (shared, pending) = (Arc::clone(sandbox.shared()), Arc::clone(&waiting));
        tokio::spawn(async move {
            let mut changes = shared.changed();
            while changes.changed().await.is_ok() {
                let mut pending = pending.lock().unwrap();
                let world = shared.world();
                let answered =
                    |id: &u64| world.interactions.get(id).is_some_and(|one| one.stage == Stage::Answered);
                let done: Vec<u64> = pending.keys().copied().filter(answered).collect();
                drop(world);
                for id in done {
                    let (since, told) = pending.remove(&id).unwrap();
                    let _ = told.send(since.elapsed());
                }
            }
        });
        Self { sandbox, waiting }
    }

    /// Does it and waits for the answer; returns the interaction and how long it took.
    async fn trip(&self, person: u64, deed: Deed) -> (u64, Duration) {
        let (told, answered) = oneshot::channel();
        let id = {
            // Held while the deed is done, so that the answer cannot be there before it is waited for.
            let mut waiting = self.waiting.lock().unwrap();
            let since = Instant::now();
            let id = self.sandbox.act(person, deed).unwrap().id();
            waiting.insert(id, (since, told));
            id
        };
        let took = tokio::time::timeout(Duration::from_secs(30), answered).await;
        (id, took.expect("an answer within half a minute").unwrap())
    }

    /// Does it and returns the private answer.
    async fn ask(&self, person: u64, deed: Deed) -> MessageView {
        let (id, _) = self.trip(person, deed).await;
        self.sandbox.interaction(id).unwrap().reply.unwrap()
    }

    fn command(&self, channel: u64, name: &str, options: Value) -> Deed {
        let (guild, options) = (Some(self.sandbox.guild_id()), serde_json::from_value(options).unwrap());
        Deed::Command { guild, channel, name: name.to_owned(), options, locale: None }
    }

    fn id_of(&self, what: &str) -> u64 {
        let world = self.sandbox.world();
        let guild = &world.guilds[&self.sandbox.guild_id()];
        let user = world.users.values().find(|user| user.name == what).map(|user| user.id);
        let role = || guild.roles.values().find(|role| role.name == what).map(|role| role.id);
        let channel = || world.channels.values().find(|channel| channel.name == what).map(|one| one.id);
        user.or_else(role).or_else(channel).unwrap()
    }

    fn newcomer(&self, name: String) -> u64 {
        let newcomer = Newcomer { name, display_name: None, locale: "de".to_owned(), bot: false };
        let person = self.sandbox.add_person(newcomer);
        self.sandbox.add_member(self.sandbox.guild_id(), person);
        person
    }

    /// Waits until `look` finds something; looks at each change of the local Discord.
    async fn until<T>(&self, what: &str, look: impl Fn() -> Option<T>) -> T {
        let mut changes = self.sandbox.changed();
        let found = tokio::time::timeout(Duration::from_mins(2), async {
            loop {
                if let Some(found) = look() {
                    return found;
                }
                changes.changed().await.unwrap();
            }
        });
        found.await.unwrap_or_else(|_| panic!("in vain: {what}"))
    }

    /// One after another, round the tandems.
    async fn alone(&self, pairs: &[Pair], deed: impl Fn(&Pair, usize) -> (u64, Deed)) -> Figures {
        let (began, mut trips) = (Instant::now(), Vec::new());
        for round in 0..ALONE / pairs.len() {
            for pair in pairs {
                let (person, deed) = deed(pair, round);
                trips.push(self.trip(person, deed).await.1);
            }
        }
        Figures { trips, took: began.elapsed() }
    }

    /// All tandems at once.
    async fn at_once(&self, pairs: &[Pair], deed: impl Fn(&Pair, usize) -> (u64, Deed)) -> Figures {
        let (began, deed) = (Instant::now(), &deed);
        let each = pairs.iter().map(|pair| async move {
            let mut trips = Vec::new();
            for round in 0..EACH {
                let (person, deed) = deed(pair, ALONE / pairs.len() + round);
                trips.push(self.trip(person, deed).await.1);
            }
            trips
        });
        let trips = join_all(each).await.concat();
        Figures { trips, took: began.elapsed() }
    }

    /// A message of the bot's with a button for each task, which stand in for the cards: those follow in the
    /// background, and a card that has been pressed changes.
    async fn buttons(&self, http: &s::Http, pair: &Pair, tasks: &[i64]) -> u64 {
        let button = |task: &i64| json!({ "type": 2, "style": 2, "label": task.to_string(), "custom_id": format!("task-worked:{task}") });
        let rows: Vec<Value> = tasks
            .chunks(5)
            .map(|row| json!({ "type": 1, "components": row.iter().map(button).collect::<Vec<_>>() }))
            .collect();
        let body = json!({ "content": "Aufgaben", "components": rows });
        http.send_message(s::ChannelId::new(pair.room), Vec::new(), &body).await.unwrap().id.get()
    }
}

/// Answers at once, and does nothing else.
struct Bare;

#[serenity::async_trait]
impl s::EventHandler for Bare {
    async fn interaction_create(&self, context: s::Context, interaction: s::Interaction) {
        let message = s::CreateInteractionResponseMessage::new().content("Vermerkt.").ephemeral(true);
        let answer = s::CreateInteractionResponse::Message(message);
        match interaction {
            s::Interaction::Command(command) => command.create_response(&context.http, answer).await.unwrap(),
            s::Interaction::Component(press) => press.create_response(&context.http, answer).await.unwrap(),
            _ => {}
        }
    }
}

/// The four figures of a bot: both deeds, alone and at once.
type Four = [Figures; 4];

fn assign(bench: &Bench, pair: &Pair) -> (u64, Deed) {
    let options = json!({ "text": "Die Kopfhörer mit dem Laptop koppeln", "due": "in 10 Tagen" });
    (pair.mentor, bench.command(pair.room, "task assign", options))
}

/// Presses the button of a tandem's task of that place in `buttons`: message and tasks by room.
fn worked(buttons: &HashMap<u64, (u64, Vec<i64>)>, pair: &Pair, at: usize) -> (u64, Deed) {
    let (message, tasks) = &buttons[&pair.room];
    let custom_id = format!("task-worked:{}", tasks[at]);
    (pair.mentee, Deed::Press { channel: pair.room, message: *message, custom_id })
}

async fn bare(bench: &Bench, http: &s::Http) -> Four {
    let lobby = bench.id_of("allgemein");
    let pairs: Vec<Pair> = (0..IN_FLIGHT)
        .map(|n| {
            let person = bench.newcomer(format!("niemand-{n}"));
            Pair { room: lobby, mentor: person, mentee: person }
        })
        .collect();
    let intents = s::GatewayIntents::GUILDS;
    let own = Address::named(&bench.sandbox.api()).http(&Token::new(bench.sandbox.token())).unwrap();
    let mut client = s::ClientBuilder::new_with_http(own, intents).event_handler(Bare).await.unwrap();
    let shards = Arc::clone(&client.shard_manager);
    tokio::spawn(async move { client.start().await });
    bench.until("the bare handler", || (bench.sandbox.traffic().connected > 0).then_some(())).await;
    http.create_guild_commands(s::GuildId::new(bench.sandbox.guild_id()), &registration()).await.unwrap();
    let tasks: Vec<i64> = (1..=TASKS).collect();
    let message = bench.buttons(http, &pairs[0], &tasks).await;
    let buttons = HashMap::from([(lobby, (message, tasks))]);
    let four = [
        bench.alone(&pairs, |pair, _| assign(bench, pair)).await,
        bench.at_once(&pairs, |pair, _| assign(bench, pair)).await,
        bench.alone(&pairs, |pair, at| worked(&buttons, pair, at)).await,
        bench.at_once(&pairs, |pair, at| worked(&buttons, pair, at)).await,
    ];
    shards.shutdown_all().await;
    bench
        .until("the end of the bare handler", || (bench.sandbox.traffic().connected == 0).then_some(()))
        .await;
    four
}

async fn tandem(bench: &Bench, http: &s::Http, database: &Path, pairs: &[Pair]) -> Four {
    let [alone, at_once] = [
        bench.alone(pairs, |pair, _| assign(bench, pair)).await,
        bench.at_once(pairs, |pair, _| assign(bench, pair)).await,
    ];
    let mut buttons = HashMap::new();
    for pair in pairs {
        let tasks = tasks_of(database, pair.room).await;
        buttons.insert(pair.room, (bench.buttons(http, pair, &tasks).await, tasks));
    }
    [
        alone,
        at_once,
        bench.alone(pairs, |pair, at| worked(&buttons, pair, at)).await,
        bench.at_once(pairs, |pair, at| worked(&buttons, pair, at)).await,
    ]
}

async fn service(bench: &Bench, database: &Path) -> Service {
    let (address, token) = (Address::named(&bench.sandbox.api()), Token::new(bench.sandbox.token()));
    let plan = Plan {
        database,
        token: &token,
        address: &address,
        clock: Arc::new(SystemClock),
        secret: None,
        stations: Stations::default(),
        events: Arc::<AtomicU64>::default(),
        lanes: LANES,
        durability: Durability::Machine,
        checkpoints: Arc::new(Unwatched),
    };
    let service = Service::start(plan).await.unwrap();
    bench.until("the bot's connection", || (bench.sandbox.traffic().connected > 0).then_some(())).await;
    service
}

/// Sets the server up, creates a programme, and opens a tandem for each of those at once.
async fn programme(bench: &Bench) -> Vec<Pair> {
    let (owner, carla) = (bench.id_of("henrike"), bench.id_of("carla"));
    let (lobby, digest, role) =
        (bench.id_of("mentoring"), bench.id_of("koordination"), bench.id_of("Koordination"));
    let setup = json!({ "coordinators": role.to_string(), "digest": digest.to_string(), "language": "de" });
    bench.ask(owner, bench.command(lobby, "setup", setup)).await;
    let create = json!({ "name": "Messung", "quiet": "keine" });
    bench.ask(carla, bench.command(lobby, "coordination programme create", create)).await;
    let asked = bench.ask(carla, bench.command(lobby, "coordination programme open", json!({}))).await;
    let open = asked.custom_ids().into_iter().find(|id| id.starts_with("programme-open")).unwrap().to_owned();
    let (channel, message) = (asked.channel, asked.id);
    bench.ask(carla, Deed::Press { channel, message, custom_id: open }).await;
    let card = bench
        .until("the card", || {
            bench.sandbox.view(carla, lobby).into_iter().find(|post| post.button("Mein Platz").is_some())
        })
        .await;
    let mut people = Vec::new();
    for n in 0..IN_FLIGHT {
        let (mentor, mentee) = (bench.newcomer(format!("mentor-{n}")), bench.newcomer(format!("mentee-{n}")));
        let pair = json!({ "mentor": mentor.to_string(), "mentee": mentee.to_string() });
        bench.ask(carla, bench.command(lobby, "coordination match pair", pair)).await;
        for person in [mentor, mentee] {
            let press = |on: &MessageView, custom_id: &str| Deed::Press {
                channel: on.channel,
                message: on.id,
                custom_id: custom_id.to_owned(),
            };
            let place = bench.ask(person, press(&card, "my-place")).await;
            let yes = place.custom_ids().into_iter().find(|id| id.starts_with("proposal-accept")).unwrap();
            bench.ask(person, press(&place, yes)).await;
        }
        people.push((mentor, mentee));
    }
    let mut pairs = Vec::new();
    for (mentor, mentee) in people {
        let room = bench
            .until("a room", || {
                let rooms = bench.sandbox.channels_of(mentor);
                rooms.into_iter().find(|room| room.kind == 0 && room.name.contains('-')).map(|room| room.id)
            })
            .await;
        pairs.push(Pair { room, mentor, mentee });
    }
    pairs
}

async fn scalar(database: &Path, sql: &'static str, room: u64) -> Vec<i64> {
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(database);
    let mut conn = sqlx::SqliteConnection::connect_with(&options).await.unwrap();
    sqlx::query_scalar(sql).bind(room.cast_signed()).fetch_all(&mut conn).await.unwrap()
}

async fn tasks_of(database: &Path, room: u64) -> Vec<i64> {
    let sql =
        "SELECT task.id FROM task JOIN tandem ON tandem.id = tandem_id WHERE channel_id = ? ORDER BY task.id";
    scalar(database, sql, room).await
}

/// Waits until everything that is due has gone out.
async fn drained(database: &Path) {
    let mut beat = tokio::time::interval(Duration::from_millis(250));
    for _ in 0..480 {
        beat.tick().await;
        let sql = "SELECT count(*) FROM outbox WHERE state = 'waiting' AND ? >= 0";
        if scalar(database, sql, 0).await == [0] {
            return;
        }
    }
    panic!("the outbox is not empty after two minutes");
}

/// Resident memory of `tandem run`, connected and with nothing to do, in MiB; `None` where there is no `/proc`.
async fn at_rest(bench: &Bench, database: &Path) -> Option<f64> {
    bench.until("the end of the bot", || (bench.sandbox.traffic().connected == 0).then_some(())).await;
    let mut child = Command::new(env!("CARGO_BIN_EXE_tandem"))
        .args(["run", "--database"])
        .arg(database)
        .env("DISCORD_TOKEN", bench.sandbox.token())
        .env("TANDEM_DISCORD_API", bench.sandbox.api())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    bench.until("the child", || (bench.sandbox.traffic().connected > 0).then_some(())).await;
    let mut beat = tokio::time::interval(Duration::from_secs(3));
    beat.tick().await;
    beat.tick().await;
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
    child.kill().unwrap();
    child.wait().unwrap();
    bench.until("the end of the child", || (bench.sandbox.traffic().connected == 0).then_some(())).await;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    Some(line.trim().trim_end_matches(" kB").parse::<f64>().ok()? / 1_024.0)
}

#[tokio::main]
async fn main() {
    let began = Instant::now();
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("tandem.db");
    let bench = Bench::start().await;
    let http = Address::named(&bench.sandbox.api()).http(&Token::new(bench.sandbox.token())).unwrap();
    http.set_application_id(s::ApplicationId::new(bench.sandbox.application_id()));

    let bare = bare(&bench, &http).await;
    let running = service(&bench, &database).await;
    let pairs = programme(&bench).await;
    drained(&database).await;
    running.stop().await;
    let memory = at_rest(&bench, &database).await;
    let running = service(&bench, &database).await;
    let ours = tandem(&bench, &http, &database, &pairs).await;
    running.stop().await;

    let labels = ["/task assign, one after another", "/task assign, 64 in flight"];
    let labels =
        labels.into_iter().chain(["worked (button), one after another", "worked (button), 64 in flight"]);
    println!("round trips, {ALONE} one after another and {} in flight", IN_FLIGHT * EACH);
    for (label, (bare, ours)) in labels.zip(bare.iter().zip(&ours)) {
        println!("{label}");
        bare.print("  a bare serenity handler", None);
        ours.print("  tandem", Some(bare));
    }
    match memory {
        Some(memory) => println!("memory at rest, with {IN_FLIGHT} tandems: {memory:.1} MiB resident"),
        None => println!("memory at rest: not known, since this machine has no /proc"),
    }
    println!("measured in {:.0} s", began.elapsed().as_secs_f64());
}
