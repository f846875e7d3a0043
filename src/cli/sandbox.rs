//! `tandem sandbox`: keeps a local Discord open.

use std::net::SocketAddr;
use std::process::ExitCode;

use clap::Args;

use super::say;
use crate::sandbox::clock::SandboxClock;
use crate::sandbox::{Options, Sandbox};

/// Where and when.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Where to listen: loopback alone. Port 0 takes a free one.
    #[arg(long, value_name = "ADDRESS:PORT", default_value = "127.0.0.1:7878")]
    listen: SocketAddr,
    /// Begin at this moment (2027-01-04T09:00:00Z) and let time stand still until it is turned through /control/clock;
    /// a bot follows when `TANDEM_CLOCK` names `ws://HOST:PORT/control/clock/follow`.
    #[arg(long, value_name = "MOMENT")]
    hold: Option<chrono::DateTime<chrono::Utc>>,
}

/// Prints one line of JSON when it is ready, and serves until Ctrl-C.
///
/// # Errors
/// When the address is not on loopback or cannot be had.
pub async fn sandbox(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let clock = arguments.hold.map_or_else(SandboxClock::wall, SandboxClock::held);
    let options = Options { listen: arguments.listen, clock, ..Options::default() };
    let sandbox = Sandbox::start(options).await?;
    say(sandbox.ready_line());
    drop(tokio::signal::ctrl_c().await);
    sandbox.shutdown().await;
    Ok(ExitCode::SUCCESS)
}
