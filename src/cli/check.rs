//! `tandem check`: the doctor. Tests everything that has to be right before and while `tandem run` works, says of each
//! thing that is not what to do, and prints the invitation link.

use std::path::Path;
use std::process::ExitCode;

use super::{Serving, say};
use crate::clock::{Clock as _, SystemClock};
use crate::config::{Config, Environment};
use crate::discord::checkup::{self, Finding, Room, Server};
use crate::store::copies::{Why, copies_of};
use crate::store::tandems::{RoomOf, rooms_all};
use crate::store::{Error, Lock, backup, inventory, ledger, open_to_read, outbox};

/// Less room than this on the disk is said: a copy before a migration and the log have to fit.
const DISK_LEAST_MIB: u64 = 512;

/// Says what is so; whether anything has to be repaired.
#[derive(Default)]
struct Doctor {
    repair: bool,
}

impl Doctor {
    fn good(&self, what: &str, said: impl std::fmt::Display) {
        let _ = self;
        say(format_args!("{what}: {said}"));
    }

    fn bad(&mut self, what: &str, said: impl std::fmt::Display) {
        self.repair = true;
        say(format_args!("{what}: {said}"));
    }
}

/// Checks configuration, database, disk, clock, token and every server.
///
/// # Errors
/// What keeps it from looking at all.
pub async fn check(serving: &Serving) -> anyhow::Result<ExitCode> {
    let config = Config::load(&serving.given(), Environment::read())?;
    let mut doctor = Doctor::default();
    doctor.good("configuration", "good");
    let rooms = database(&mut doctor, &config.database).await;
    disk(&mut doctor, &config.database).await;
    let found = checkup::look(&config.token, &config.address, &rooms).await?;
    doctor.good("token", format_args!("good; application {}", found.application));
    doctor.good("intents", "none of the privileged ones is needed");
    match checkup::clock_gap(&config.address, &SystemClock).await {
        Some(gap) if gap.abs() > checkup::CLOCK_TOLERANCE => doctor.bad(
            "clock",
            format_args!(
                "differs from Discord's by {} s; let the machine set it (NTP), or commands get lost",
                gap.num_seconds()
            ),
        ),
        Some(_) => doctor.good("clock", "good"),
        None => doctor.good("clock", "Discord did not tell the time"),
    }
    for server in &found.servers {
        look_at(&mut doctor, server);
    }
    if found.servers.is_empty() {
        doctor.good("servers", "the bot is on none yet; invite it with the link below");
    }
    say(format_args!("invitation: {}", found.invitation));
    Ok(if doctor.repair { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// The file: whether it can be used, holds together, and what in it could not be delivered. Returns the rooms in it.
async fn database(doctor: &mut Doctor, path: &Path) -> Vec<RoomOf> {
    let what = format!("database {}", path.display());
    match Lock::take(path) {
        Ok(_) if !path.exists() => {
            doctor.good(&what, "not there yet; the first start makes it");
            return Vec::new();
        }
        Ok(_) => doctor.good(&what, "good; no bot is using it"),
        Err(Error::InUse) => doctor.good(&what, "a bot is using it"),
        Err(error) => doctor.bad(&what, error),
    }
    match examined(doctor, path).await {
        Ok(rooms) => rooms,
        Err(error) => {
            doctor.bad(&what, format_args!("{error}; restore a backup (tandem restore) if this stays"));
            Vec::new()
        }
    }
}

async fn examined(doctor: &mut Doctor, path: &Path) -> crate::store::Result<Vec<RoomOf>> {
    let mut conn = open_to_read(path).await?;
    backup::sound(&mut conn).await?;
    doctor.good("integrity", format_args!("good; schema {}", inventory::schema_version(&mut conn).await?));
    let given_up = outbox::outbox_given_up(&mut conn).await?;
    for (cause, count) in &given_up {
        doctor.bad("undelivered", format_args!("{count} ({cause}): {}", remedy(cause)));
    }
    let depth = outbox::outbox_depth(&mut conn, SystemClock.now()).await?;
    if given_up.is_empty() {
        doctor.good("undelivered", "none");
    }
    doctor.good("outbox", format_args!("{} waiting, {} of them due", depth.waiting, depth.overdue));
    match ledger::erasures_missed(&mut conn).await {
        Ok(missed) if missed.is_empty() => doctor.good("erasures", "all carried out"),
        Ok(missed) => {
            doctor.good("erasures", format_args!("{} will be made up for at the next start", missed.len()));
        }
        Err(error) => doctor.bad("erasures", error),
    }
    for copy in copies_of(path)? {
        match copy.why {
            Why::Unknown => doctor.bad(
                "copies",
                format_args!("{} is none of the bot's; erased data may still be in it: delete it", copy.name),
            ),
            Why::Migration | Why::Replaced | Why::Leftover => {
                doctor.good("copies", format_args!("{} is kept for some days and goes by itself", copy.name));
            }
            Why::Working | Why::Erasures => {}
        }
    }
    rooms_all(&mut conn).await
}

/// What to do about a message that could not be delivered.
fn remedy(cause: &str) -> &'static str {
    if cause.starts_with("forbidden") {
        "give the bot the permissions of the invitation below; it tries again by itself"
    } else if cause.starts_with("gone") {
        "a channel or message was deleted; nothing has to be done"
    } else if cause.starts_with("refused") {
        "Discord refuses the content; please report it to whoever maintains the bot"
    } else {
        "the next digest tells the coordinators of it"
    }
}

/// Room on the disk that holds the database, as the system's own tool tells it.
async fn disk(doctor: &mut Doctor, path: &Path) {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let told = tokio::process::Command::new("df").arg("-Pk").arg(folder).output().await;
    let free = told.ok().filter(|told| told.status.success()).and_then(|told| {
        let text = String::from_utf8(told.stdout).ok()?;
        text.lines().nth(1)?.split_whitespace().nth(3)?.parse::<u64>().ok()
    });
    match free.map(|kib| kib / 1024) {
        Some(mib) if mib < DISK_LEAST_MIB => {
            doctor.bad("disk", format_args!("{mib} MiB are free; make room, or the bot stops saving"));
        }
        Some(mib) => doctor.good("disk", format_args!("{mib} MiB are free")),
        None => doctor.good("disk", "how much is free could not be found out"),
    }
}

fn look_at(doctor: &mut Doctor, server: &Server) {
    let what = format!("server {}", server.guild);
    for finding in &server.findings {
        match finding {
            Finding::Good | Finding::Reader(_) => doctor.good(&what, finding),
            Finding::Missing(_) | Finding::Unreachable(_) | Finding::Hidden(_) => doctor.bad(&what, finding),
        }
    }
    for Room { name, readers } in &server.rooms {
        let room = format!("room {name}");
        match readers {
            None => doctor.bad(&room, "the bot cannot see it; give it back View Channel there"),
            Some(readers) if readers.changed => doctor.bad(
                &room,
                format_args!(
                    "{} besides the two can read it, {} of them let in by permissions that the bot did not set; its two can restore it with /privacy room",
                    readers.outsiders(),
                    readers.let_in()
                ),
            ),
            Some(readers) => doctor.good(
                &room,
                format_args!(
                    "{} besides the two can read it (owner, administrators, bots); {} roles could let themselves in",
                    readers.outsiders(),
                    readers.could.len()
                ),
            ),
        }
    }
}
