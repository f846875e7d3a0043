//! The stage: a local Discord and the real bot on it, in one time that is turned by hand. A driver acts, waits until
//! nothing is under way any more, and turns the clock to the next moment at which anything wants to happen (C7, C8).

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use anyhow::Context as _;
use chrono::{DateTime, Duration, Utc};
use tokio::runtime::{Builder, Runtime};

use crate::clock::{Clock as _, ManualClock, Stations};
use crate::discord::connect::{Address, Token};
use crate::discord::permissions;
use crate::discord::sender::{Checkpoints, Unwatched};
use crate::discord::service::{Plan, Service};
use crate::sandbox::clock::SandboxClock;
use crate::sandbox::people::Deed;
use crate::sandbox::view::{InteractionView, MessageView};
use crate::sandbox::{Options, Sandbox, state::Settings};
use crate::store::Durability;

/// Whoever has not settled after so much wall time never will.
const PATIENCE: std::time::Duration = std::time::Duration::from_mins(1);

/// After so much wall time in which nothing moves, events that never arrived are taken for lost with their connection.
const LOST_AFTER: std::time::Duration = std::time::Duration::from_secs(20);

/// A runtime that goes at once and without waiting for what runs on it.
struct OwnRuntime(Option<Runtime>);

impl Drop for OwnRuntime {
    fn drop(&mut self) {
        if let Some(runtime) = self.0.take() {
            runtime.shutdown_background();
        }
    }
}

/// Whoever wants to be woken so many times in a row, less than a second apart, never rests.
const RESTLESS: u32 = 20_000;

/// Counts small steps of the clock, so that waiting for a bot that never rests has an end.
#[derive(Debug, Default)]
pub struct Steps(u32);

impl Steps {
    /// The clock is turned on by so much.
    ///
    /// # Errors
    /// When it has been turned by next to nothing for too long.
    pub fn take(&mut self, step: Duration) -> anyhow::Result<()> {
        self.0 = if step < Duration::seconds(1) { self.0 + 1 } else { 0 };
        anyhow::ensure!(self.0 < RESTLESS, "{RESTLESS} steps of less than a second: something never rests");
        Ok(())
    }
}

/// A local Discord, and the bot while it runs.
pub struct Stage {
    /// The local Discord.
    pub sandbox: Sandbox,
    /// The time of both.
    pub clock: ManualClock,
    /// The bot, while it runs.
    pub service: Option<Service>,
    /// The bot's one file.
    pub database: PathBuf,
    /// The runtime of a bot that may be killed.
    own: Option<OwnRuntime>,
    stations: Stations,
    events: Arc<AtomicU64>,
    /// What the local Discord had dispatched when this life of the bot began, and what a connection took with it since.
    baseline: AtomicU64,
    address: Address,
    lanes: usize,
}

impl Stage {
    /// A local Discord at `start`, without a bot yet.
    ///
    /// # Errors
    /// When no port on loopback can be had.
    pub async fn open(
        database: &Path,
        start: DateTime<Utc>,
        settings: Settings,
        seed_world: bool,
    ) -> anyhow::Result<Self> {
        let options =
            Options { clock: SandboxClock::held(start), settings, seed_world, ..Options::default() };
        let sandbox = Sandbox::start(options).await.context("the local Discord cannot listen")?;
        if seed_world {
            // No more than its invitation asks for: what Discord would refuse has to be refused here.
            let guild = sandbox.guild_id();
            let roles = sandbox.world().guilds[&guild].roles.clone();
            for role in roles.into_values().filter(|role| role.of_bot.is_some()) {
                sandbox.change_role(guild, role.id, |role| role.permissions = permissions::invited());
            }
        }
        let address = Address::named(&sandbox.api());
        Ok(Self {
            sandbox,
            clock: ManualClock::at(start),
            service: None,
            database: database.to_owned(),
            own: None,
            stations: Stations::default(),
            events: Arc::default(),
            baseline: AtomicU64::new(0),
            address,
            lanes: 1,
        })
    }

    /// Reaches the local Discord by another way, such as a TLS proxy before it.
    #[must_use]
    pub fn by(mut self, address: Address) -> Self {
        self.address = address;
        self
    }

    /// Lets so many outbox requests be under way at once; one unless said otherwise, so that equal runs are equal.
    #[must_use]
    pub fn lanes(mut self, lanes: usize) -> Self {
        self.lanes = lanes;
        self
    }

    /// Starts the bot and waits until it has settled.
    ///
    /// # Errors
    /// When it cannot start or does not settle.
    pub async fn boot(&mut self) -> anyhow::Result<()> {
        self.boot_watched(Arc::new(Unwatched)).await
    }

    /// Starts the bot with somebody who watches its sender.
    ///
    /// # Errors
    /// When it cannot start or does not settle.
    pub async fn boot_watched(&mut self, checkpoints: Arc<dyn Checkpoints>) -> anyhow::Result<()> {
        let mut changed = self.sandbox.changed();
        while self.sandbox.traffic().connected > 0 {
            tokio::time::timeout(PATIENCE, changed.changed()).await.context("an old connection stays")??;
        }
        self.stations = Stations::default();
        self.events = Arc::default();
        self.baseline = AtomicU64::new(self.sandbox.traffic().dispatched);
        let token = Token::new(self.sandbox.token());
        let plan = Plan {
            database: &self.database,
            durability: Durability::Process,
            token: &token,
            address: &self.address,
            clock: Arc::new(self.clock.clone()),
            secret: Some([1; 32]),
            stations: self.stations.clone(),
            events: Arc::clone(&self.events),
            lanes: self.lanes,
            checkpoints,
        };
        self.service = Some(Service::start(plan).await?);
        while self.events.load(Ordering::SeqCst) == 0 {
            let mut bustle = self.stations.changes();
            if self.events.load(Ordering::SeqCst) == 0 {
                tokio::time::timeout(PATIENCE, bustle.changed())
                    .await
                    .context("the bot does not connect")??;
            }
        }
        self.settle().await
    }

    /// Like [`Self::boot_watched`], for a bot that [`Self::kill`] may end.
    ///
    /// # Errors
    /// When it cannot start or does not settle.
    pub async fn boot_mortal(&mut self, checkpoints: Arc<dyn Checkpoints>) -> anyhow::Result<()> {
        let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build()?;
        let handle = runtime.handle().clone();
        self.own = Some(OwnRuntime(Some(runtime)));
        let mut boot = std::pin::pin!(self.boot_watched(checkpoints));
        // Whatever it spawns lives on the bot's own runtime.
        std::future::poll_fn(|context| {
            let _inside = handle.enter();
            boot.as_mut().poll(context)
        })
        .await
    }

    /// Ends the bot as a kill does: everything that it was doing stops where it is, and nothing is tidied up.
    pub async fn kill(&mut self) {
        let service = self.service.take();
        drop(self.own.take());
        if let Some(service) = service {
            service.abandon().await;
        }
    }

    /// Stops the bot in good order.
    pub async fn stop(&mut self) {
        if let Some(service) = self.service.take() {
            service.stop().await;
        }
    }

    /// Whether nothing is under way: the bot idle, every event taken in, no request open.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        let traffic = self.sandbox.traffic();
        let bot = self.service.is_none()
            || (self.stations.idle(self.clock.now()) && self.taken_in() >= traffic.dispatched);
        bot && traffic.open_requests == 0
    }

    /// The events that the bot has taken in, or never will.
    fn taken_in(&self) -> u64 {
        self.events.load(Ordering::SeqCst) + self.baseline.load(Ordering::SeqCst)
    }

    /// A client that had no time to read for long gives its connection up, and begins a new session: what stood in the old
    /// one's socket was handed over and never arrives.
    fn give_up_lost_events(&self) {
        let traffic = self.sandbox.traffic();
        let lost = traffic.dispatched.saturating_sub(self.taken_in());
        let idle =
            self.stations.idle(self.clock.now()) && traffic.open_requests == 0 && traffic.connected > 0;
        if idle {
            self.baseline.fetch_add(lost, Ordering::SeqCst);
        }
    }

    /// Waits until nothing is under way.
    ///
    /// # Errors
    /// When that does not come about within a minute of wall time.
    pub async fn settle(&self) -> anyhow::Result<()> {
        let (mut ours, mut theirs) = (self.stations.changes(), self.sandbox.changed());
        let settled = async {
            loop {
                // Marked as seen before looking, so that a change while looking is not missed.
                ours.borrow_and_update();
                theirs.borrow_and_update();
                // Twice, because the bot and its Discord are looked at one after the other.
                if self.is_settled() && self.is_settled() {
                    return;
                }
                let moved = async {
                    tokio::select! {
                        _ = ours.changed() => {}
                        _ = theirs.changed() => {}
                    }
                };
                if tokio::time::timeout(LOST_AFTER, moved).await.is_err() {
                    self.give_up_lost_events();
                }
            }
        };
        tokio::time::timeout(PATIENCE, settled).await.with_context(|| {
            let traffic = self.sandbox.traffic();
            format!(
                "not settled at {}: idle {}, events {} of {}, {} requests open; {:?}",
                self.clock.now(),
                self.stations.idle(self.clock.now()),
                self.taken_in(),
                traffic.dispatched,
                traffic.open_requests,
                self.stations,
            )
        })
    }

    /// Turns the clock to `moment` in one go and waits until all has settled there.
    ///
    /// # Errors
    /// When it does not settle.
    pub async fn jump(&self, moment: DateTime<Utc>) -> anyhow::Result<()> {
        self.sandbox.turn(moment);
        self.clock.set(moment);
        self.settle().await
    }

    /// Lets time pass until `moment`, stopping wherever the bot or its Discord wants to be woken.
    ///
    /// # Errors
    /// When it does not settle.
    pub async fn pass_until(&self, moment: DateTime<Utc>) -> anyhow::Result<()> {
        self.settle().await?;
        let mut steps = Steps::default();
        while let Some(wake) = self.next_wake().filter(|wake| *wake < moment) {
            // What wants to be woken now or earlier is given a moment, so that time cannot stand still.
            let next = wake.max(self.clock.now() + Duration::milliseconds(1));
            steps.take(next - self.clock.now())?;
            // Whoever in the local Discord overslept gets its turn.
            tokio::task::yield_now().await;
            self.jump(next).await?;
        }
        self.jump(moment).await
    }

    /// The earliest moment at which the bot or its Discord wants to be woken.
    #[must_use]
    pub fn next_wake(&self) -> Option<DateTime<Utc>> {
        let bot = self.service.is_some().then(|| self.stations.next_wake()).flatten();
        bot.into_iter().chain(self.sandbox.next_wake()).min()
    }

    /// Lets a person do something, waits until all has settled, and returns what the bot answered, if it was asked.
    ///
    /// # Errors
    /// When Discord's client would not let them, or nothing settles.
    pub async fn act(&self, person: u64, deed: Deed) -> anyhow::Result<Option<InteractionView>> {
        let shown = format!("{deed:?}");
        let done = self
            .sandbox
            .act(person, deed)
            .map_err(|refusal| anyhow::anyhow!("{shown} by {person}: {refusal:?}"))?;
        self.settle().await?;
        Ok(done.interaction.and_then(|id| self.sandbox.interaction(id)))
    }

    /// Lets a person run a command and returns the private answer.
    ///
    /// # Errors
    /// When there is none.
    pub async fn command(
        &self,
        person: u64,
        channel: u64,
        name: &str,
        options: &serde_json::Value,
    ) -> anyhow::Result<InteractionView> {
        let options = serde_json::from_value(options.clone())?;
        let guild = self.sandbox.channel(channel).and_then(|channel| channel.guild);
        let deed = Deed::Command { guild, channel, name: name.to_owned(), options, locale: None };
        self.act(person, deed).await?.with_context(|| format!("no interaction of {name}"))
    }

    /// Lets a person press the button of that label on a message and returns the private answer.
    ///
    /// # Errors
    /// When there is no such button.
    pub async fn press(&self, person: u64, on: &MessageView, label: &str) -> anyhow::Result<InteractionView> {
        let custom_id = on.button(label).with_context(|| format!("no button {label} on {on:?}"))?.to_owned();
        let deed = Deed::Press { channel: on.channel, message: on.id, custom_id };
        self.act(person, deed).await?.with_context(|| format!("no interaction of {label}"))
    }
}
