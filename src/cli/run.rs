//! `tandem run`: serves Discord until it is told to stop.

use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

use super::{Serving, log, say, tell};
use crate::clock::{Clock, Stations, SystemClock, follow};
use crate::config::{Config, Environment};
use crate::discord::checkup;
use crate::discord::sender::{LANES, Unwatched};
use crate::discord::service::{Plan, Service};
use crate::store::Durability;

/// Serves until Ctrl-C, SIGTERM, or a refusal for good.
///
/// # Errors
/// What keeps it from starting, or ends it.
pub async fn run(serving: &Serving) -> anyhow::Result<ExitCode> {
    let config = Config::load(&serving.given(), Environment::read())?;
    let (stations, events) = (Stations::default(), Arc::<AtomicU64>::default());
    let clock: Arc<dyn Clock> = match &config.clock {
        Some(address) => Arc::new(follow(address, stations.clone(), Arc::clone(&events)).await?),
        None => Arc::new(SystemClock),
    };
    log::to_stderr(Arc::clone(&clock), serving.verbose);
    let plan = Plan {
        database: &config.database,
        durability: Durability::Machine,
        token: &config.token,
        address: &config.address,
        clock,
        secret: None,
        stations,
        events,
        lanes: LANES,
        checkpoints: Arc::new(Unwatched),
    };
    let mut service = Service::start(plan).await?;
    service.pulse();
    if config.clock.is_none()
        && let Some(gap) = checkup::clock_gap(&config.address, &SystemClock).await
        && gap.abs() > checkup::CLOCK_TOLERANCE
    {
        tell(format_args!(
            "tandem: this machine's clock differs from Discord's by {} s; let it be set (NTP), or commands get lost",
            gap.num_seconds()
        ));
    }
    say(format_args!("tandem is running; its database is {}. Ctrl-C ends it.", config.database.display()));
    let ended = tokio::select! {
        ended = service.ended() => ended,
        () = stopped() => Ok(()),
    };
    service.stop().await;
    ended?;
    tell("tandem has stopped; nothing is lost.");
    Ok(ExitCode::SUCCESS)
}

/// Ctrl-C, or the signal by which systemd ends a service.
async fn stopped() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = tokio::signal::ctrl_c() => {}
                _ = terminate.recv() => {}
            }
            return;
        }
    }
    drop(tokio::signal::ctrl_c().await);
}
