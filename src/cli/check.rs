//! `tandem check`: tests everything that has to be right before `tandem run`, names what to repair, and prints the
//! invitation link.

use std::process::ExitCode;

use super::{Serving, say};
use crate::clock::SystemClock;
use crate::config::{Config, Environment};
use crate::discord::checkup::{self, Finding};
use crate::store::Lock;

/// Checks configuration, database, token and every server.
///
/// # Errors
/// What keeps it from looking at all.
pub async fn check(serving: &Serving) -> anyhow::Result<ExitCode> {
    let config = Config::load(&serving.given(), Environment::read())?;
    say("configuration: good");
    match Lock::take(&config.database) {
        Ok(_) => say(format_args!("database {}: good", config.database.display())),
        Err(error) => say(format_args!("database {}: {error}", config.database.display())),
    }
    let found = checkup::look(&config.token, &config.address).await?;
    say(format_args!("token: good; application {}", found.application));
    say("intents: none of the privileged ones is needed");
    let mut repair = false;
    match checkup::clock_gap(&config.address, &SystemClock).await {
        Some(gap) if gap.abs() > checkup::CLOCK_TOLERANCE => {
            repair = true;
            say(format_args!(
                "clock: differs from Discord's by {} s; let the machine set it (NTP), or commands get lost",
                gap.num_seconds()
            ));
        }
        Some(_) => say("clock: good"),
        None => say("clock: Discord did not tell the time"),
    }
    for server in &found.servers {
        for finding in &server.findings {
            repair |= !matches!(finding, Finding::Good | Finding::Reader(_));
            say(format_args!("server {}: {finding}", server.guild));
        }
    }
    if found.servers.is_empty() {
        say("servers: the bot is on none yet; invite it with the link below");
    }
    say(format_args!("invitation: {}", found.invitation));
    Ok(if repair { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}
