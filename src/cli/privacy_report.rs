//! `tandem privacy-report`: what is stored, why, who sees it and how long, from the configuration and the database itself.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::say;
use crate::config::{Environment, Given, Standing};
use crate::discord::papers::report::{Surroundings, privacy_report};
use crate::locales::Language;
use crate::store::copies::{BACKUP_DAYS, GOOD_DAYS, copies_of};
use crate::store::open_to_read;

/// Which database, and in which language.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The report's language.
    #[arg(long, value_enum, default_value_t = Spoken::De)]
    language: Spoken,
    /// Settings in a file: database, api, `token_file`.
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// The database [default: tandem.db]. The bot may be running.
    #[arg(long, value_name = "FILE")]
    database: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Spoken {
    /// German.
    De,
    /// English.
    En,
}

/// Prints it as Markdown.
///
/// # Errors
/// When the database cannot be read.
pub async fn report(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let given =
        Given { config: arguments.config.clone(), database: arguments.database.clone(), token_file: None };
    let standing = Standing::load(&given, &Environment::read())?;
    let language = match arguments.language {
        Spoken::De => Language::De,
        Spoken::En => Language::En,
    };
    let mut conn = open_to_read(&standing.database).await?;
    let around = Surroundings {
        database: standing.database.display().to_string(),
        api: standing.address.api.clone(),
        copies: copies_of(&standing.database)?,
        backup_days: BACKUP_DAYS,
        good_days: GOOD_DAYS,
    };
    say(privacy_report(&mut conn, language, &around).await?.trim_end());
    Ok(ExitCode::SUCCESS)
}
