//! The bot as a child process: this test binary once more, in which one test is the bot as long as its parent lives.

use std::io::{BufRead as _, Write as _};
use std::path::PathBuf;
use std::process::Stdio;
use std::sync::Arc;

use futures::future::BoxFuture;
use serde::{Deserialize, Serialize};
use tandem::clock::{Stations, follow};
use tandem::discord::connect::{Address, Token};
use tandem::discord::sender::{Checkpoints, Point};
use tandem::discord::service::{Plan, Service};
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader, Lines};
use tokio::process::{self, ChildStdin, ChildStdout};
use tokio::sync::Notify;

/// The environment variable that makes a process the bot.
const ORDERS: &str = "TANDEM_TEST_CHILD";

/// What the child is to be.
#[derive(Serialize, Deserialize)]
pub struct Orders {
    pub database: PathBuf,
    pub api: String,
    pub clock: String,
    pub token: String,
    /// The sender's point at which it stops and says so …
    pub stop_at: Option<String>,
    /// … for the first effect of any of these kinds.
    pub kinds: Vec<String>,
}

/// The parent's hand on the child.
pub struct Child {
    process: process::Child,
    lines: Lines<BufReader<ChildStdout>>,
    orders: ChildStdin,
}

impl Child {
    pub fn spawn(orders: &Orders) -> Self {
        let mut process = process::Command::new(std::env::current_exe().unwrap())
            .args(["kill::child::here_lives_the_bot_if_a_parent_says_so", "--exact", "--nocapture"])
            .arg("--test-threads=1")
            .env(ORDERS, serde_json::to_string(orders).unwrap())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .unwrap();
        let lines = BufReader::new(process.stdout.take().unwrap()).lines();
        let orders = process.stdin.take().unwrap();
        Self { process, lines, orders }
    }

    /// The kind of effect at which it has stopped. May be dropped while it waits.
    pub async fn stopped_at(&mut self) -> String {
        loop {
            let line = self.lines.next_line().await.unwrap().expect("the child has died by itself");
            if let Some(kind) = line.strip_prefix("AT ") {
                return kind.to_owned();
            }
        }
    }

    /// Lets it go on from where it has stopped.
    pub async fn go_on(&mut self) {
        self.orders.write_all(b"go\n").await.unwrap();
    }

    /// SIGKILL.
    pub async fn kill(&mut self) {
        self.process.kill().await.unwrap();
    }
}

/// Stops the sender where the orders say.
struct Sentry {
    stop_at: Option<String>,
    kinds: Vec<String>,
    go: Arc<Notify>,
}

impl Checkpoints for Sentry {
    fn reached(&self, point: Point, kind: &'static str) -> BoxFuture<'_, ()> {
        Box::pin(async move {
            let here = self.stop_at.as_deref() == Some(format!("{point:?}").as_str());
            if here && self.kinds.iter().any(|one| one == kind) {
                let mut out = std::io::stdout();
                writeln!(out, "\nAT {kind}").unwrap();
                out.flush().unwrap();
                self.go.notified().await;
            }
        })
    }
}

async fn live(orders: Orders, go: Arc<Notify>) {
    let (stations, events) = (Stations::default(), Arc::default());
    let clock = follow(&orders.clock, stations.clone(), Arc::clone(&events)).await.unwrap();
    let plan = Plan {
        database: &orders.database,
        durability: tandem::store::Durability::Machine,
        token: &Token::new(orders.token),
        address: &Address::named(&orders.api),
        clock: Arc::new(clock),
        secret: Some([1; 32]),
        stations,
        events,
        lanes: 1,
        checkpoints: Arc::new(Sentry { stop_at: orders.stop_at, kinds: orders.kinds, go }),
    };
    let _service = Service::start(plan).await.unwrap();
    std::future::pending::<()>().await;
}

/// The child itself. Without orders, as in every ordinary run of the tests, it has nothing to do.
#[test]
fn here_lives_the_bot_if_a_parent_says_so() {
    let Ok(orders) = std::env::var(ORDERS) else { return };
    let orders = serde_json::from_str(&orders).unwrap();
    let go = Arc::new(Notify::new());
    let told = Arc::clone(&go);
    std::thread::spawn(move || {
        for _ in std::io::stdin().lock().lines() {
            told.notify_one();
        }
        // The parent is gone.
        std::process::exit(0);
    });
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(live(orders, go));
}
