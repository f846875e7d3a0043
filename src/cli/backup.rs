//! `tandem backup`: a verified copy of the database, while the bot runs.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::{say, tell};
use crate::clock::{Clock as _, SystemClock};
use crate::config::{Environment, Given, Standing};
use crate::store::backup;
use crate::store::copies::BACKUP_DAYS;

/// What to copy where.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The file to write. What it held before is replaced once the copy has been verified.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Settings in a file: database, api, `token_file`.
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// The database [default: tandem.db]. The bot may be running.
    #[arg(long, value_name = "FILE")]
    database: Option<PathBuf>,
}

/// Copies and verifies.
///
/// # Errors
/// When it cannot be copied; then FILE is what it was.
pub async fn backup(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let given =
        Given { config: arguments.config.clone(), database: arguments.database.clone(), token_file: None };
    let standing = Standing::load(&given, &Environment::read())?;
    let progress = |line: &str| tell(format_args!("backup: {line}"));
    let copied = backup::backup(&standing.database, &arguments.file, SystemClock.now(), progress).await?;
    say(format_args!(
        "{}: {} rows, schema {}, {} KiB, verified. Restore it within {BACKUP_DAYS} days (tandem restore); delete it after that.",
        arguments.file.display(),
        copied.rows,
        copied.version,
        copied.bytes.div_ceil(1024),
    ));
    Ok(ExitCode::SUCCESS)
}
