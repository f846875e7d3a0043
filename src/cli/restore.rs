//! `tandem restore`: puts a backup in the database's place, and settles what lies between the two before a bot connects.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::{say, tell};
use crate::clock::{Clock as _, SystemClock};
use crate::config::{Environment, Given, Standing};
use crate::scheduler::restore;
use crate::store::backup::{Incoming, describe};

/// What to put where.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The backup.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Settings in a file: database, api, `token_file`.
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// The database to replace [default: tandem.db]. The bot must not be running.
    #[arg(long, value_name = "FILE")]
    database: Option<PathBuf>,
}

/// Verifies, settles and replaces.
///
/// # Errors
/// When it cannot be restored; then the database is what it was.
pub async fn restore(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let given =
        Given { config: arguments.config.clone(), database: arguments.database.clone(), token_file: None };
    let standing = Standing::load(&given, &Environment::read())?;
    let now = SystemClock.now();
    tell(format_args!("restore: verifying {}", arguments.file.display()));
    let described = describe(&arguments.file, &standing.database).await?;
    tell("restore: copying");
    let incoming = Incoming::bring(&arguments.file, &standing.database).await?;
    tell("restore: making up for what happened since");
    let mut conn = incoming.conn().await?;
    let settled = restore::settle(&mut conn, now).await?;
    drop(conn);
    let kept = incoming.place(now).await?;
    say(format_args!(
        "{} is restored from a backup of {}: {} erasures and {} overdue jobs were made up for, {} waiting posts will be looked for before they are sent.",
        standing.database.display(),
        described.made_at.map_or_else(
            || "an unknown time".to_owned(),
            |made| made.format("%Y-%m-%d %H:%M UTC").to_string()
        ),
        settled.erasures,
        settled.jobs,
        settled.in_doubt,
    ));
    if let Some((file, day)) = kept {
        say(format_args!(
            "The file that lay there is kept as {} and will be deleted on {day}.",
            file.display()
        ));
    }
    Ok(ExitCode::SUCCESS)
}
