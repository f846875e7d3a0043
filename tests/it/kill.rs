//! A kill is a kill (C9): the bot is a process of its own, ended by SIGKILL at a chosen point of a chosen effect, and begun
//! anew on the same file, once for every kind of effect in one life, and once more at a post that brings a file. What then
//! stands in Discord is what stands there after a life that nobody disturbed (C4).

mod child;
mod reread;

use std::path::PathBuf;

use chrono::{DateTime, Duration, Utc};
use tandem::app::effect::Effect;
use tandem::discord::sender::Point;
use tandem::sandbox::clock::SandboxClock;
use tandem::sandbox::faults::{self, Action, Fault, Release};
use tandem::sandbox::{Options, Sandbox};
use tempfile::TempDir;
use tokio::sync::OnceCell;

use crate::play::{self, House, KINDS, assert_equal, beginning};
use child::{Child, Orders};

/// Where the bot is killed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Blow {
    /// At a point of the sender's.
    Sender(Point),
    /// While its request waits at Discord, where it never comes to anything.
    InFlight,
    /// While its request waits at Discord, which carries it out later all the same.
    InFlightLate,
    /// After the effect, before any byte of the answer.
    EffectDone,
}

impl Blow {
    /// The sender's point at which the child stops and says so.
    fn stop(self) -> Point {
        match self {
            Self::Sender(point) => point,
            Self::InFlight | Self::InFlightLate | Self::EffectDone => Point::Marked,
        }
    }

    /// Where the request is to be held after that.
    fn hold(self) -> Option<faults::Point> {
        match self {
            Self::Sender(_) => None,
            Self::InFlight | Self::InFlightLate => Some(faults::Point::Read),
            Self::EffectDone => Some(faults::Point::Effect),
        }
    }
}

/// A Discord in this process and a bot in another one, which is killed now and then.
pub struct Killing {
    sandbox: Sandbox,
    pub database: PathBuf,
    blow: Option<Blow>,
    /// The kinds at which it has not been killed yet.
    left: Vec<&'static str>,
    child: Child,
    /// How many messages there were, and how many with a file, before the post that brings one.
    before_the_file: Option<[usize; 2]>,
    _held: crate::openapi::Held,
    _folder: TempDir,
}

impl Killing {
    pub async fn begin(blow: Option<Blow>) -> Self {
        let options = Options { clock: SandboxClock::held(beginning()), ..Options::default() };
        let sandbox = Sandbox::start(options).await.unwrap();
        let held = crate::openapi::hold(&sandbox);
        let folder = tempfile::tempdir().unwrap();
        let database = folder.path().join("tandem.db");
        let left = KINDS.iter().filter(|_| blow.is_some()).map(|(kind, ..)| *kind).collect();
        let child = Child::spawn(&orders(&sandbox, &database, blow, &left));
        let mut killing = Self {
            sandbox,
            database,
            blow,
            left,
            child,
            before_the_file: None,
            _held: held,
            _folder: folder,
        };
        killing.connected().await;
        killing
    }

    /// Waits until the new process has taken in its first event.
    async fn connected(&mut self) {
        let mut changed = self.sandbox.changed();
        loop {
            let all = self.sandbox.followers();
            let first = |follower: &tandem::sandbox::followers::Follower| {
                follower.connected && follower.report.as_ref().is_some_and(|report| report.events > 0)
            };
            if all.last().is_some_and(first) {
                return;
            }
            play::patiently("the process connects", changed.changed()).await.unwrap();
        }
    }

    /// The child has stopped at a kind: that is where it dies.
    async fn strike(&mut self, kind: &str) {
        let blow = self.blow.expect("nobody stops who was not told to");
        let mut changed = self.sandbox.changed();
        if let Some(point) = blow.hold() {
            let (_, method, route) = KINDS.into_iter().find(|(one, ..)| *one == kind).expect("a known kind");
            // Before whatever else waits for such a request.
            let others = self.sandbox.faults.waiting();
            self.sandbox.faults.clear();
            self.sandbox.faults.lay(Fault::on(method, route, Action::Hold { point }));
            for fault in others {
                self.sandbox.faults.lay(fault);
            }
            self.child.go_on().await;
            while self.sandbox.faults.held().is_empty() {
                play::patiently(kind, changed.changed()).await.unwrap();
            }
        }
        self.child.kill().await;
        self.left.retain(|left| *left != kind);
        if blow != Blow::InFlightLate {
            self.sandbox.faults.release_all(Release::Forget);
        }
        self.noticed().await;
        self.revive().await;
        self.sandbox.faults.release_all(Release::Go);
    }

    /// SIGKILL, which is over when everybody has noticed.
    pub async fn cut_down(&mut self) {
        self.child.kill().await;
        self.noticed().await;
    }

    /// Lets time pass until then, and kills the process in the middle of whatever it is doing as soon as Discord has answered
    /// so many more requests; whether it came to that.
    pub async fn cut_down_after(&mut self, requests: u64, until: DateTime<Utc>) -> bool {
        let target = self.sandbox.traffic().requests + requests;
        let mut changed = self.sandbox.changed();
        loop {
            changed.borrow_and_update();
            if self.sandbox.traffic().requests >= target {
                self.cut_down().await;
                return true;
            }
            if self.sandbox.is_settled() && self.sandbox.is_settled() {
                let now = self.sandbox.clock.now();
                let Some(wake) = self.next_wake().filter(|wake| *wake < until) else { return false };
                self.turn(wake.max(now + Duration::milliseconds(1)));
                tokio::task::yield_now().await;
                continue;
            }
            play::patiently("something happens", changed.changed()).await.unwrap();
        }
    }

    async fn noticed(&self) {
        let mut changed = self.sandbox.changed();
        while self.sandbox.traffic().connected > 0 || self.sandbox.followers().iter().any(|one| one.connected)
        {
            play::patiently("the dead are noticed", changed.changed()).await.unwrap();
        }
    }

    /// All messages that are there for everybody, and those that bring a file.
    fn messages(&self) -> [usize; 2] {
        let world = self.sandbox.world();
        let all = world.channels.values().flat_map(|channel| channel.messages.values());
        all.filter(|message| message.ephemeral_for.is_none()).fold([0, 0], |[all, files], message| {
            [all + 1, files + usize::from(!message.attachments.is_empty())]
        })
    }

    /// A fresh process on the same file.
    pub async fn revive(&mut self) {
        self.child = Child::spawn(&orders(&self.sandbox, &self.database, self.blow, &self.left));
        self.connected().await;
    }
}

fn orders(sandbox: &Sandbox, database: &std::path::Path, blow: Option<Blow>, left: &Vec<&str>) -> Orders {
    Orders {
        database: database.to_owned(),
        api: sandbox.api(),
        clock: format!("{}/clock/follow", sandbox.control().replacen("http", "ws", 1)),
        token: sandbox.token(),
        stop_at: blow.map(|blow| format!("{:?}", blow.stop())),
        kinds: left.iter().map(|kind| (*kind).to_owned()).collect(),
    }
}

impl House for Killing {
    fn sandbox(&self) -> &Sandbox {
        &self.sandbox
    }

    fn file(&self) -> PathBuf {
        self.database.clone()
    }

    async fn settle(&mut self) {
        let mut changed = self.sandbox.changed();
        loop {
            changed.borrow_and_update();
            // Twice, because the bot and its Discord are looked at one after the other.
            if self.sandbox.is_settled() && self.sandbox.is_settled() {
                return;
            }
            let stopped = tokio::select! {
                kind = play::patiently("all settles", self.child.stopped_at()) => Some(kind),
                _ = changed.changed() => None,
            };
            if let Some(kind) = stopped {
                self.strike(&kind).await;
            }
        }
    }

    fn turn(&mut self, to: DateTime<Utc>) {
        self.sandbox.turn(to);
    }

    fn next_wake(&self) -> Option<DateTime<Utc>> {
        self.sandbox.next_wake()
    }

    /// A confirmed meeting brings its calendar file: the post that does is struck, too, in a step that has no other.
    async fn before(&mut self, step: &'static str) {
        if let Some([all, files]) = self.before_the_file.take() {
            assert_eq!(self.messages(), [all + 1, files + 1], "one post, and it brings a file");
        }
        if self.blow.is_some() && step == "confirm" {
            assert!(!self.left.contains(&"post"), "the first post was struck long before");
            self.left.push("post");
            self.before_the_file = Some(self.messages());
            self.cut_down().await;
            self.revive().await;
        }
    }
}

static UNDISTURBED: OnceCell<Vec<(&str, String)>> = OnceCell::const_new();

async fn undisturbed() -> &'static Vec<(&'static str, String)> {
    UNDISTURBED.get_or_init(async || play::live(&mut Killing::begin(None).await).await).await
}

/// Lives a whole life in which the bot is killed at every kind of effect.
async fn killed(blow: Blow) {
    let mut house = Killing::begin(Some(blow)).await;
    let ours = play::live(&mut house).await;
    assert_eq!(house.left, Vec::<&str>::new(), "the life had no such effect");
    assert_equal(&format!("{blow:?}"), &ours, undisturbed().await);
    let traffic = house.sandbox.traffic();
    assert_eq!((traffic.public_responses, traffic.unknown_routes), (0, 0));
    assert!(traffic.max_in_any_second <= 50);
}

#[test]
fn no_kind_of_effect_is_missing_from_the_list() {
    let mut ours: Vec<&str> = KINDS.iter().map(|(kind, ..)| *kind).collect();
    let mut all = Effect::KINDS.to_vec();
    ours.sort_unstable();
    all.sort_unstable();
    assert_eq!(ours, all);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_before_the_attempt_is_marked() {
    killed(Blow::Sender(Point::BeforeMark)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_when_the_attempt_is_marked() {
    killed(Blow::Sender(Point::Marked)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_while_the_request_is_in_flight_and_comes_to_nothing() {
    killed(Blow::InFlight).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_while_the_request_is_in_flight_and_is_carried_out_later() {
    killed(Blow::InFlightLate).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_after_the_effect_and_before_the_reply() {
    killed(Blow::EffectDone).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_before_the_reply_is_committed() {
    killed(Blow::Sender(Point::Answered)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_after_the_commit() {
    killed(Blow::Sender(Point::Committed)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_undisturbed_lives_are_equal_in_seconds_that_differ() {
    let mut house = Killing::begin(None).await;
    house.jump(beginning() + Duration::seconds(90)).await;
    assert_equal("undisturbed", &play::live(&mut house).await, undisturbed().await);
}
