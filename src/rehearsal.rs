//! A whole programme with simulated people, months in seconds: the real bot, the real client and real sockets against
//! the local Discord. What comes of it lies in files, and an oracle audits it.

mod archive;
mod cast;
mod life;
mod lines;
pub mod oracle;
mod papers;
mod programme;
pub mod stage;
mod summary;
mod theatre;
mod traces;
mod transcript;
mod walk;

use std::any::Any;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use anyhow::{Context as _, bail};
use chrono::Duration;
use fastrand::Rng;

use crate::clock::Clock;
use crate::locales::Language;
use crate::sandbox::Sandbox;
use crate::store::Lock;
pub use cast::MOST;
pub use summary::Summary;

/// Begins to log into a file by a clock; what it returns is kept until the end.
pub type Logbook = Box<dyn FnOnce(Arc<dyn Clock>, File) -> Box<dyn Any>>;

/// What to play.
pub struct Options {
    /// How many tandems; a file of people overrules it.
    pub pairs: u32,
    /// The programme's template; `None`: that of its file, else six meetings.
    pub template: Option<String>,
    /// How many weeks; `None`: as many as the template has.
    pub weeks: Option<u32>,
    /// What chance begins with.
    pub seed: u64,
    /// The programme's language, form of address included.
    pub language: Language,
    /// The folder that takes the files.
    pub out: PathBuf,
    /// From the enrolment card to the erasure; else from pairs by hand to the last evening.
    pub whole: bool,
    /// A programme's values, as TOML.
    pub programme: Option<PathBuf>,
    /// Its people, as CSV.
    pub people: Option<PathBuf>,
    /// Words at the end of each task and note, for a test that looks for them elsewhere.
    pub canary: String,
    /// Who writes the log.
    pub logbook: Logbook,
    /// Is shown the local Discord before anything happens in it.
    pub watched: Box<dyn FnOnce(&Sandbox)>,
    /// Hears of each month.
    pub progress: Box<dyn FnMut(&str)>,
}

/// Of so many pairs, somebody more comes to a programme that is played whole.
const PAIRS_PER_OTHER: u32 = 12;

/// Plays a programme: from `/setup` to its last evening, or whole, from its card to its erasure.
///
/// # Errors
/// One line about a file that cannot be read or written, or what kept the play from going on.
pub async fn play(options: Options) -> anyhow::Result<Summary> {
    let begun = Instant::now();
    let wanted = programme::Wanted {
        language: options.language,
        template: options.template.as_deref(),
        weeks: options.weeks,
    };
    let programme = programme::load(options.programme.as_deref(), wanted)?;
    let mut rng = Rng::with_seed(options.seed);
    let whole = options.whole && life::Life::can_be_whole();
    let (pairs, others) = if let Some(path) = &options.people {
        (cast::read(path)?, Vec::new())
    } else {
        let others = if whole { options.pairs.div_ceil(PAIRS_PER_OTHER) } else { 0 };
        cast::draw(&mut rng, options.pairs, others)
    };
    anyhow::ensure!(
        programme.template != "pilot" || pairs.len() <= programme::PILOT_MOST as usize,
        "a pilot has at most {} tandems",
        programme::PILOT_MOST
    );
    let database = prepare(&options.out)?;
    let ahead = Duration::days(if whole { life::PREPARED } else { 4 });
    let start = programme.clockwork.begins() - ahead + Duration::hours(8);
    let theatre = theatre::Theatre::open(&database, start, (&pairs, &others), programme.language, |stage| {
        (options.watched)(&stage.sandbox);
        let clock = Arc::new(stage.clock.clone());
        let path = options.out.join("tandem.log");
        let log = File::create(&path).with_context(|| format!("{}: cannot be written", path.display()))?;
        Ok((options.logbook)(clock, log))
    });
    let theatre = theatre.await?;
    let mut life = life::Life::new(theatre, &programme, rng, &options.canary);
    if whole {
        life.gather();
    }
    let end = life.live(options.progress).await?;
    let mut summary = summary::of(&life, end).await?;
    summary.seed = options.seed;
    summary.weeks = u32::try_from((programme.end - programme.start).num_days() / 7 + 1).unwrap_or_default();
    summary.simulated_days = (end - start).num_days() + 1;
    let (written, mut theatre) = (life.papers, life.theatre);
    let scribe = transcript::Scribe::new(&theatre, programme.language, programme.zone);
    save(&options.out, "transcript.md", scribe.write(&programme.name).as_bytes())?;
    for (number, file) in theatre.archive.files.values().flatten().enumerate() {
        save(&options.out.join("attachments"), &format!("{:03}-{}", number + 1, file.name), &file.bytes)?;
    }
    let written = match written {
        Some(written) => written,
        None => papers::papers(&theatre, options.language, programme.zone, &database).await?,
    };
    for (name, bytes) in written {
        save(&options.out, &name, &bytes)?;
    }
    theatre.stage.stop().await;
    if summary.erased {
        summary.left_in_file = traces::left(&database, &theatre)?;
    }
    // The hold on the file ends with the bot; nobody needs the empty file that stood for it.
    let _ = std::fs::remove_file(options.out.join("tandem.db.lock"));
    summary.wall_seconds = begun.elapsed().as_secs_f64();
    save(&options.out, "summary.json", (serde_json::to_string_pretty(&summary)? + "\n").as_bytes())?;
    Ok(summary)
}

/// Makes the folder and clears away what an earlier rehearsal left there; other files stay. Returns where the database
/// goes.
fn prepare(out: &Path) -> anyhow::Result<PathBuf> {
    let folders = papers::FOLDERS.map(|name| out.join(name));
    let database = out.join("tandem.db");
    // A rehearsal makes its folders before anything else: a database without them is somebody's own.
    let mine = folders.iter().all(|folder| folder.is_dir());
    if database.exists() && (!mine || Lock::take(&database).is_err()) {
        bail!("{}: a database of no rehearsal lies there; choose another folder", out.display());
    }
    for folder in &folders {
        std::fs::create_dir_all(folder).with_context(|| format!("{}: cannot be made", out.display()))?;
    }
    let ours = [
        "export.html",
        "export.json",
        "privacy-report.md",
        "tandem.db.erased",
        "transcript.md",
        "summary.json",
        "tandem.log",
        "tandem.db",
        "tandem.db-wal",
        "tandem.db-shm",
        "tandem.db.lock",
    ];
    let mut old: Vec<PathBuf> = ours.iter().map(|name| out.join(name)).collect();
    for folder in &folders {
        for entry in std::fs::read_dir(folder)? {
            old.push(entry?.path());
        }
    }
    for path in old.into_iter().filter(|path| path.is_file()) {
        std::fs::remove_file(&path).with_context(|| format!("{}: cannot be replaced", path.display()))?;
    }
    Ok(database)
}

fn save(folder: &Path, name: &str, bytes: &[u8]) -> anyhow::Result<()> {
    let path = folder.join(name);
    std::fs::write(&path, bytes).with_context(|| format!("{}: cannot be written", path.display()))
}
