//! The bot's life as a process: database, use cases, connection, sender and scheduler put together, and taken apart.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

use tokio::task::JoinHandle;

use super::again;
use super::bot::Bot;
use super::connect::{self, Address, ConnectError, Connection, Token};
use super::inbox::Inbox;
use super::pulse;
use super::sender::{Checkpoints, Sender};
use crate::app::{App, erasing};
use crate::clock::{Clock, Stations};
use crate::scheduler;
use crate::store::{self, Durability, Lock, replies};

/// What a process is to be.
pub struct Plan<'a> {
    /// The one file.
    pub database: &'a Path,
    /// What its commits are to outlive.
    pub durability: Durability,
    /// By which Discord knows the bot.
    pub token: &'a Token,
    /// Where Discord is.
    pub address: &'a Address,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// The secret of a new installation (32 bytes), for runs that are to be equal; `None` draws one.
    pub secret: Option<[u8; 32]>,
    /// What the process is busy with.
    pub stations: Stations,
    /// Counts the gateway events taken in.
    pub events: Arc<AtomicU64>,
    /// Outbox requests under way at once; one makes the order of everything the same in equal runs.
    pub lanes: usize,
    /// Who watches the sender.
    pub checkpoints: Arc<dyn Checkpoints>,
}

/// Why it cannot begin.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The database.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// Discord.
    #[error(transparent)]
    Connect(#[from] ConnectError),
    /// No TLS.
    #[error("no secure connection can be made: {0}")]
    Tls(reqwest::Error),
}

/// A running bot.
pub struct Service {
    /// What its handlers see.
    pub bot: Arc<Bot>,
    connection: Connection,
    loops: Vec<JoinHandle<()>>,
    _lock: Lock,
}

impl Service {
    /// Opens the database, connects, and begins to work.
    ///
    /// # Errors
    /// One [`StartError`] for each thing a person can mend; nothing is left running.
    pub async fn start(plan: Plan<'_>) -> Result<Self, StartError> {
        let lock = Lock::take(plan.database)?;
        let (outbox, jobs) = (plan.stations.build(), plan.stations.build());
        let store =
            store::open(plan.database, plan.durability, &plan.stations, vec![outbox.clone(), jobs.clone()])
                .await?;
        let secret = plan.secret;
        store
            .write(move |conn| Box::pin(async move { replies::installation_begin(conn, secret).await }))
            .await?;
        let now = plan.clock.now();
        let made_up =
            store.write(move |conn| Box::pin(async move { erasing::make_up(conn, now).await })).await?;
        if made_up > 0 {
            tracing::info!(target: "tandem::discord", made_up, "erasures that this file had not carried out were made up for");
        }
        let app = App::new(store, Arc::clone(&plan.clock)).await?;
        let calls = plan.address.http(plan.token).map_err(StartError::Tls)?;
        let gateway = plan.address.http(plan.token).map_err(StartError::Tls)?;
        let me = connect::application(&calls, plan.address).await?;
        calls.set_application_id(me);
        let bot = Arc::new(Bot::new(app.clone(), Arc::new(calls), plan.stations.clone(), outbox));
        let inbox = Inbox::new(Arc::clone(&bot), plan.events);
        let connection = connect::client(gateway, plan.address, inbox).await?;
        let sender = Sender::new(Arc::clone(&bot), plan.lanes, plan.checkpoints);
        let loops = vec![
            tokio::spawn(sender.run()),
            tokio::spawn(scheduler::run(app, jobs)),
            tokio::spawn(again::run(Arc::clone(&bot))),
        ];
        Ok(Self { bot, connection, loops, _lock: lock })
    }

    /// Writes a line about deliveries into the log once an hour. For a bot that serves; in a rehearsal, whose clock jumps
    /// from due to due, each hour would be a stop.
    pub fn pulse(&mut self) {
        let station = self.bot.stations.build();
        self.loops.push(tokio::spawn(pulse::run(Arc::clone(&self.bot), station)));
    }

    /// Returns when the gateway refuses for good, or the token is no longer taken.
    ///
    /// # Errors
    /// Why.
    pub async fn ended(&mut self) -> Result<(), ConnectError> {
        tokio::select! {
            ended = &mut self.connection.ended => match ended {
                Ok(Ok(())) | Err(_) => Ok(()),
                Ok(Err(error)) => Err(connect::refusal(&error)),
            },
            () = self.bot.token_refused.notified() => Err(ConnectError::Token),
        }
    }

    /// Hangs up and leaves everything else as it stands, for one whose runtime has been taken away: the rest of a kill.
    pub async fn abandon(self) {
        self.connection.shards.shutdown_all().await;
    }

    /// Ends the connection and closes the database; what is under way is finished by the next start.
    pub async fn stop(self) {
        let Self { bot, connection, loops, _lock } = self;
        connection.shards.shutdown_all().await;
        drop(connection);
        for task in loops {
            task.abort();
        }
        bot.app.store.close().await;
    }
}
