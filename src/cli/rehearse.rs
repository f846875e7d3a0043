//! `tandem rehearse`: plays a whole programme, months in seconds.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context as _;
use clap::{Args, ValueEnum};
use tracing::Level;

use super::{log, say, tell};
use crate::locales::Language;
use crate::rehearsal::{self, MOST, Options};

/// What to play.
#[derive(Debug, Args)]
pub struct Arguments {
    /// How many tandems; without meaning beside --people.
    #[arg(long, value_name = "N", default_value_t = 8, value_parser = clap::value_parser!(u32).range(1..=i64::from(MOST)))]
    pairs: u32,
    /// The programme's template, and it is played whole: from its enrolment card to its erasure.
    #[arg(long, value_enum)]
    template: Option<Template>,
    /// How many weeks the programme lasts; as many as its template has unless said otherwise (six: 20).
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=104))]
    weeks: Option<u32>,
    /// What chance begins with: the same seed plays the same life.
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
    /// The programme's language.
    #[arg(long, value_enum, default_value_t = Spoken::De)]
    language: Spoken,
    /// The folder for transcript, attachments, database, log and summary; an earlier rehearsal there is replaced.
    #[arg(long, value_name = "DIR", default_value = "rehearsal")]
    out: PathBuf,
    /// The programme's values (examples/programme.toml).
    #[arg(long, value_name = "FILE.toml")]
    programme: Option<PathBuf>,
    /// Its people (examples/people.csv).
    #[arg(long, value_name = "FILE.csv")]
    people: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Template {
    /// Six meetings.
    Six,
    /// A year, with speed networking first.
    Year,
    /// A day at the mentee's work, and a new partner half-way.
    Shadow,
    /// A pilot with at most ten tandems.
    Pilot,
    /// Apprentices advise managers.
    Apprentice,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Spoken {
    /// German with du.
    De,
    /// English.
    En,
    /// German with Sie.
    DeXFormal,
}

/// Plays it.
///
/// # Errors
/// When it cannot be played to the end.
pub async fn rehearse(arguments: Arguments) -> anyhow::Result<ExitCode> {
    let (out, whole) = (arguments.out.clone(), arguments.template.is_some());
    let language = match arguments.language {
        Spoken::De => Language::De,
        Spoken::En => Language::En,
        Spoken::DeXFormal => Language::DeFormal,
    };
    let options = Options {
        pairs: arguments.pairs,
        template: arguments
            .template
            .and_then(|template| template.to_possible_value().map(|value| value.get_name().to_owned())),
        weeks: arguments.weeks,
        whole,
        seed: arguments.seed,
        language,
        out: arguments.out,
        programme: arguments.programme,
        people: arguments.people,
        canary: String::new(),
        logbook: Box::new(|clock, file| {
            // Only fails where somebody logs already, and then that log has it.
            let _ = tracing::subscriber::set_global_default(log::file(clock, file, Level::INFO));
            Box::new(())
        }),
        watched: Box::new(|_| {}),
        progress: Box::new(|line| tell(format_args!("rehearsing: {line}"))),
    };
    let summary = rehearsal::play(options).await.context("the rehearsal stopped")?;
    for finding in &summary.findings {
        tell(finding);
    }
    say(format_args!(
        "{} days in {:.1} seconds: {} tandems, {} messages, {} private replies, {} tasks; lost {}, doubled {}.\nRead {}.",
        summary.simulated_days,
        summary.wall_seconds,
        summary.tandems_opened,
        summary.messages,
        summary.private_replies,
        summary.tasks_assigned,
        summary.lost,
        summary.doubled,
        out.join("transcript.md").display(),
    ));
    if whole {
        say(format_args!(
            "{} enrolled, {} admitted, {} of {} pairs came about, {} surveys answered; {}, {} traces of people left in its file.",
            summary.enrolled,
            summary.approved,
            summary.pairs_accepted,
            summary.pairs_proposed,
            summary.surveys_answered,
            if summary.erased { "erased" } else { "not erased" },
            summary.left_in_file,
        ));
    }
    let breaches = summary.breaches(whole);
    for (name, found) in &breaches {
        tell(format_args!("not as it should be: {name} {found}"));
    }
    Ok(if breaches.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
