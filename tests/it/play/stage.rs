//! The bot in this process, on a stage whose Discord makes trouble.

use chrono::{DateTime, Utc};
use tandem::clock::{Clock as _, Stations};
use tandem::rehearsal::stage::Stage;
use tandem::sandbox::Sandbox;
use tandem::sandbox::state::Settings;
use tandem::store::{self, outbox};
use tempfile::TempDir;

use super::{House, beginning, patiently};

/// So many requests may wait for the clock, one after another, before what was done has settled.
const TURNS: u32 = 2_000;

/// So many in the life of one world: whoever needs more never rests, and fails instead of keeping everybody waiting.
const TURNS_IN_ALL: u32 = 100_000;

/// What trouble does to the connection, and has to be waited for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cut {
    /// Nothing.
    No,
    /// It is lost, and is still when the step begins.
    Lost,
    /// It is made anew before the step begins.
    Renewed,
}

/// Trouble that is made before a step.
pub type Trouble = Box<dyn FnMut(&Sandbox, &'static str) -> Cut + Send>;

pub struct OnStage {
    pub stage: Stage,
    trouble: Option<Trouble>,
    /// How often it had to settle, and how often a request waited for the clock meanwhile.
    turns: u32,
    _held: crate::openapi::Held,
    _folder: TempDir,
}

impl OnStage {
    /// A stage with a bot that has just connected.
    pub async fn open(settings: Settings) -> Self {
        let mut house = Self::empty(settings).await;
        house.stage.boot().await.unwrap();
        house
    }

    /// A stage whose bot has not been started.
    pub async fn empty(settings: Settings) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let stage = Stage::open(&folder.path().join("tandem.db"), beginning(), settings, true).await.unwrap();
        let held = crate::openapi::hold(&stage.sandbox);
        Self { stage, trouble: None, turns: 0, _held: held, _folder: folder }
    }

    pub fn troubled(mut self, trouble: impl FnMut(&Sandbox, &'static str) -> Cut + Send + 'static) -> Self {
        self.trouble = Some(Box::new(trouble));
        self
    }

    /// Ends this world, which fails on what should have been made by now (C12). What is due later is nobody's loss.
    pub async fn end(mut self) {
        let overdue = self.overdue().await;
        assert!(overdue.is_empty(), "left behind: {overdue:?}");
        self.stage.stop().await;
    }

    /// What should have been made by now and was not.
    pub async fn overdue(&self) -> Vec<String> {
        let store =
            store::open(&self.stage.database, store::Durability::Process, &Stations::default(), Vec::new())
                .await
                .unwrap();
        let mut conn = store.read().await.unwrap();
        let ready = outbox::outbox_ready(&mut conn, self.stage.clock.now()).await.unwrap();
        drop(conn);
        store.close().await;
        ready.into_iter().map(|row| row.effect).collect()
    }
}

impl House for OnStage {
    fn sandbox(&self) -> &Sandbox {
        &self.stage.sandbox
    }

    fn file(&self) -> std::path::PathBuf {
        self.stage.database.clone()
    }

    async fn settle(&mut self) {
        // Who was cut off comes back within seconds: serenity lets five pass before a new session.
        let mut changed = self.stage.sandbox.changed();
        for _ in 0..TURNS {
            self.turns += 1;
            assert!(self.turns < TURNS_IN_ALL, "this world never comes to rest");
            while self.stage.sandbox.traffic().connected == 0 && self.stage.sandbox.hub.accepting() {
                patiently("the bot reconnects", changed.changed()).await.unwrap();
            }
            let settled = self.stage.settle();
            let asleep = async {
                // A request that waits for the clock inside the local Discord: time has to pass for it.
                loop {
                    let traffic = self.stage.sandbox.traffic();
                    let (now, wake) = (self.stage.clock.now(), self.stage.sandbox.clock.next_wake());
                    if let Some(wake) = wake.filter(|wake| traffic.open_requests > 0 && *wake > now) {
                        return wake;
                    }
                    // Nothing tells when a request falls asleep.
                    let soon = std::time::Duration::from_millis(10);
                    drop(tokio::time::timeout(soon, changed.changed()).await);
                }
            };
            tokio::select! {
                biased;
                settled = settled => return settled.unwrap(),
                wake = asleep => self.turn(wake),
            }
        }
        panic!("after {TURNS} requests that waited for the clock there is still one");
    }

    fn turn(&mut self, to: DateTime<Utc>) {
        self.stage.sandbox.turn(to);
        self.stage.clock.set(to);
    }

    fn next_wake(&self) -> Option<DateTime<Utc>> {
        self.stage.next_wake()
    }

    async fn before(&mut self, step: &'static str) {
        let mut changed = self.stage.sandbox.changed();
        let Some(trouble) = &mut self.trouble else { return };
        let dispatched = self.stage.sandbox.traffic().dispatched;
        let cut = trouble(&self.stage.sandbox, step);
        let awaited = |sandbox: &Sandbox| match cut {
            Cut::No => true,
            Cut::Lost => sandbox.traffic().connected == 0,
            // READY or RESUMED.
            Cut::Renewed => sandbox.traffic().dispatched > dispatched,
        };
        while !awaited(&self.stage.sandbox) {
            patiently("the connection is cut", changed.changed()).await.unwrap();
        }
    }
}
