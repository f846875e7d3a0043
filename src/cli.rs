//! The command line; the only room that prints. Each command answers `--help`, says on one line what is wrong, and
//! ends with an exit code: 0 done, 1 failed, 2 said wrongly, 3 the database cannot be used, 4 Discord refuses.

mod backup;
mod check;
pub mod log;
mod privacy_report;
mod rehearse;
mod restore;
mod run;
mod sandbox;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};

use crate::config::{ConfigError, Given};
use crate::discord::connect::ConnectError;
use crate::discord::service::StartError;
use crate::store;

/// Runs mentoring programmes inside a Discord server, and keeps what is said there confidential.
#[derive(Debug, Parser)]
#[command(name = "tandem", version, arg_required_else_help = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve Discord. The token comes from `DISCORD_TOKEN` or --token-file.
    Run(Serving),
    /// Test token, database, servers and permissions; say what to repair; print the invitation link.
    Check(Serving),
    /// Copy the database into FILE and verify the copy. The bot may be running.
    Backup(backup::Arguments),
    /// Put a backup in the database's place, while no bot runs; what was erased since is erased from it.
    Restore(restore::Arguments),
    /// Print what is stored, why, who sees it and how long, from the configuration and the database itself.
    PrivacyReport(privacy_report::Arguments),
    /// Play a whole programme with simulated people against a local Discord, months in seconds.
    Rehearse(rehearse::Arguments),
    /// Keep a local Discord open, to try a bot by hand.
    Sandbox(sandbox::Arguments),
}

/// What serving needs.
#[derive(Debug, Args)]
struct Serving {
    /// Settings in a file: database, api, `token_file`.
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// The one database file [default: tandem.db].
    #[arg(long, value_name = "FILE")]
    database: Option<PathBuf>,
    /// A file that holds the bot's token and nothing else.
    #[arg(long, value_name = "FILE")]
    token_file: Option<PathBuf>,
    /// Log more of what the bot does (never names, texts or answers).
    #[arg(long)]
    verbose: bool,
}

impl Serving {
    fn given(&self) -> Given {
        Given {
            config: self.config.clone(),
            database: self.database.clone(),
            token_file: self.token_file.clone(),
        }
    }
}

/// Runs the command that was given.
#[must_use]
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return fail(&anyhow::Error::new(error)),
    };
    let done = runtime.block_on(async {
        match cli.command {
            Command::Run(serving) => run::run(&serving).await,
            Command::Check(serving) => check::check(&serving).await,
            Command::Backup(arguments) => backup::backup(&arguments).await,
            Command::Restore(arguments) => restore::restore(&arguments).await,
            Command::PrivacyReport(arguments) => privacy_report::report(&arguments).await,
            Command::Rehearse(arguments) => rehearse::rehearse(arguments).await,
            Command::Sandbox(arguments) => sandbox::sandbox(&arguments).await,
        }
    });
    match done {
        Ok(code) => code,
        Err(error) => fail(&error),
    }
}

#[expect(clippy::print_stdout, reason = "the command line prints")]
fn say(line: impl std::fmt::Display) {
    println!("{line}");
}

#[expect(clippy::print_stderr, reason = "the command line prints")]
fn tell(line: impl std::fmt::Display) {
    eprintln!("{line}");
}

/// One line, and the exit code of its kind.
fn fail(error: &anyhow::Error) -> ExitCode {
    tell(format_args!("tandem: {error:#}"));
    let store_failed = error.downcast_ref::<store::Error>().is_some()
        || matches!(error.downcast_ref::<StartError>(), Some(StartError::Store(_)));
    let refused = error.downcast_ref::<ConnectError>().is_some()
        || matches!(error.downcast_ref::<StartError>(), Some(StartError::Connect(_)));
    let code = if error.downcast_ref::<ConfigError>().is_some() {
        2
    } else if store_failed {
        3
    } else if refused {
        4
    } else {
        1
    };
    ExitCode::from(code)
}
