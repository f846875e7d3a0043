//! The main job, small: a rehearsal is played twice, and what it leaves is held against the promises.

use std::cell::OnceCell;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use tandem::cli::log;
use tandem::locales::Language;
use tandem::rehearsal::{Logbook, Options, Summary, play};
use tracing::Level;

use crate::openapi;

/// Stands at the end of every task and note, and nowhere else.
const CANARY: &str = "kanarienvogel-4711";
/// The part of the local Discord's token that is no id.
const TOKEN: &str = "local-discord-token";

/// Three tandems, of which one ends.
const PEOPLE: &str = "\
tandem,role,name,language,character
1,mentor,Vera Lindner,de,diligent
1,mentee,Ulrich Kern,de,leaves
2,mentor,Amira Haddad,de,busy
2,mentee,Jonas Petersen,en,stuck
3,mentor,Lena Vogt,de,diligent
3,mentee,Martin Albers,de,holiday
";

/// What is to be played.
struct Piece {
    /// With [`PEOPLE`], or so many drawn pairs.
    pairs: Option<u32>,
    template: Option<&'static str>,
    weeks: u32,
}

/// Plays it into a folder, where the log is written at its most talkative.
async fn rehearse(out: &Path, piece: Piece, logbook: Logbook) -> Summary {
    let people = out.join("people.csv");
    std::fs::write(&people, PEOPLE).unwrap();
    let held = Rc::new(OnceCell::new());
    let watched = Rc::clone(&held);
    let options = Options {
        pairs: piece.pairs.unwrap_or_default(),
        template: piece.template.map(str::to_owned),
        weeks: Some(piece.weeks),
        whole: false,
        seed: 3,
        language: Language::De,
        out: out.to_owned(),
        programme: None,
        people: piece.pairs.is_none().then_some(people),
        canary: CANARY.into(),
        logbook,
        watched: Box::new(move |sandbox| drop(watched.set(openapi::hold(sandbox)))),
        progress: Box::new(|_| {}),
    };
    let summary = play(options).await.unwrap();
    assert!(held.get().is_some());
    summary
}

fn read(folder: &Path, name: &str) -> String {
    std::fs::read_to_string(folder.join(name)).unwrap()
}

/// `summary.json` without the figure that differs from run to run.
fn figures(folder: &Path) -> serde_json::Value {
    let mut figures: serde_json::Value = serde_json::from_str(&read(folder, "summary.json")).unwrap();
    assert!(figures["wall_seconds"].is_number(), "{figures}");
    figures["wall_seconds"].take();
    figures
}

fn unlogged() -> Logbook {
    Box::new(|_, _| Box::new(()))
}

/// The environment variable that makes a process play a rehearsal into this folder.
const ALONE: &str = "TANDEM_TEST_REHEARSAL";

/// What the log must take in, and what it must not, at the level at which everything is heard.
const HEARD: [(&str, bool); 2] = [("a trace of ours", true), ("a trace of somebody else's", false)];

/// A rehearsal in a process of its own, so that the log hears every thread of it, the gateway's too. Without being told so,
/// as in every ordinary run of the tests, it has nothing to do.
#[test]
fn a_rehearsal_is_played_here_if_a_parent_says_so() {
    let Some(folder) = std::env::var_os(ALONE) else { return };
    let logbook: Logbook = Box::new(|clock, file| {
        tracing::subscriber::set_global_default(log::file(clock, file, Level::TRACE)).unwrap();
        let speak = || {
            tracing::trace!(target: "tandem::rehearsal", "{}", HEARD[0].0);
            tracing::trace!(target: "serenity::http", "{}", HEARD[1].0);
        };
        std::thread::spawn(speak).join().unwrap();
        Box::new(())
    });
    let piece = Piece { pairs: None, template: None, weeks: 6 };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(rehearse(Path::new(&folder), piece, logbook));
}

/// Plays it in a process of its own.
fn rehearse_alone(folder: &Path) {
    let ended = std::process::Command::new(std::env::current_exe().unwrap())
        .args(["rehearsal::a_rehearsal_is_played_here_if_a_parent_says_so", "--exact", "--nocapture"])
        .env(ALONE, folder)
        .output()
        .unwrap();
    assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
}

#[tokio::test]
async fn the_same_seed_plays_the_same_life_and_the_promises_hold_in_it() {
    let (first, second) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    rehearse_alone(first.path());
    let summary = rehearse(second.path(), Piece { pairs: None, template: None, weeks: 6 }, unlogged()).await;
    let transcript = read(first.path(), "transcript.md");
    assert!(transcript == read(second.path(), "transcript.md"), "the transcripts differ");
    assert_eq!(figures(first.path()), figures(second.path()));

    assert_eq!((summary.lost, summary.doubled), (0, 0), "{:?}", summary.findings);
    assert_eq!((summary.undeliverable, summary.tandems_opened, summary.tandems_ended), (0, 3, 1));
    assert!(
        summary.digests >= 6 && summary.questions_posted >= 3 && summary.tasks_assigned > 0,
        "{summary:?}"
    );
    // P2: what a command answers is private, and nothing is asked of Discord that it does not have.
    assert_eq!((summary.public_responses, summary.unknown_routes), (0, 0));
    // C6: nothing is asked too fast.
    assert!(summary.max_in_any_second <= 50, "{}", summary.max_in_any_second);
    assert_eq!(summary.rate_limited, 0);
    // P11: the log at its most talkative holds neither what people wrote nor the token.
    let log = read(first.path(), "tandem.log");
    assert!(transcript.contains(CANARY) && log.contains("connected"), "{log}");
    assert!(!log.contains(CANARY) && !log.contains(TOKEN), "{log}");
    for (words, there) in HEARD {
        assert_eq!(log.contains(words), there, "{words}: {log}");
    }
    assert!(!transcript.contains(TOKEN));
    ids_are_nowhere(&transcript);
    nobody_counts_answers(&transcript);
    what_coordinators_get_lies_beside_it(first.path(), summary.digests);
    for name in ["evaluation/auswertung.html", "evaluation/auswertung.csv", "evaluation/message.md"] {
        assert_eq!(read(first.path(), name), read(second.path(), name), "{name}");
    }
    // The database is closed: one file, and nothing of it beside it.
    for (end, there) in [("", true), ("-wal", false), ("-shm", false), (".lock", false)] {
        assert_eq!(first.path().join(format!("tandem.db{end}")).exists(), there, "tandem.db{end}");
    }
}

/// Each digest as it was seen, the evaluation as words, page and table, and none of what a canary stands in.
fn what_coordinators_get_lies_beside_it(folder: &Path, digests: usize) {
    let entries = std::fs::read_dir(folder.join("digests")).unwrap();
    let names: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    let words: Vec<_> = names.iter().filter(|path| path.extension().is_some_and(|end| end == "md")).collect();
    assert_eq!(words.len(), digests, "{names:?}");
    for path in words {
        let digest = std::fs::read_to_string(path).unwrap();
        assert!(digest.contains("**Wochenüberblick vom ") && !digest.contains(CANARY), "{digest}");
        ids_are_nowhere(&digest);
    }
    let page = read(folder, "evaluation/auswertung.html");
    assert!(page.contains("<html lang=\"de\">") && page.contains("Auswertung: "), "{page}");
    for name in ["evaluation/auswertung.html", "evaluation/auswertung.csv", "evaluation/message.md"] {
        assert!(!read(folder, name).contains(CANARY), "{name}");
    }
}

/// What begins like a picture, of those in this folder.
fn pictures(folder: &Path, within: &str) -> usize {
    let entries = std::fs::read_dir(folder.join(within)).unwrap();
    let pictures = entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "png"));
    pictures.filter(|path| std::fs::read(path).unwrap().starts_with(b"\x89PNG")).count()
}

/// No id of Discord (17 digits and more) and none of its markup.
fn ids_are_nowhere(transcript: &str) {
    let long = transcript.split(|one: char| !one.is_ascii_digit()).find(|digits| digits.len() > 15);
    assert_eq!(long, None);
    for markup in ["<@", "<#", "<t:"] {
        assert!(!transcript.contains(markup), "{markup}");
    }
}

/// P17: no public post says how many have answered. Private replies are marked as such; everything else is public.
fn nobody_counts_answers(transcript: &str) {
    for post in transcript.split("\n**").filter(|post| post.contains(", Tandem**")) {
        for count in ["1 von 2", "einer von", "eine von", "1 of 2", "one of you", "hat schon geantwortet"] {
            assert!(!post.contains(count), "{post}");
        }
    }
}

#[tokio::test]
async fn a_year_crosses_both_odd_nights_and_nothing_is_lost_or_doubled_in_it() {
    let folder = tempfile::tempdir().unwrap();
    let summary =
        rehearse(folder.path(), Piece { pairs: Some(1), template: None, weeks: 52 }, unlogged()).await;
    assert_eq!((summary.lost, summary.doubled), (0, 0), "{:?}", summary.findings);
    assert_eq!((summary.undeliverable, summary.public_responses), (0, 0));
    assert_eq!((summary.digests, summary.simulated_days), (52, 368), "{summary:?}");
    let transcript = read(folder.path(), "transcript.md");
    for day in ["29. März 2027", "1. November 2027"] {
        // The Mondays after the odd nights: the digest comes when the clock on the wall says so.
        let (_, rest) = transcript.split_once(&format!("Montag, {day}")).unwrap();
        let day = rest.split("\n## ").next().unwrap();
        assert!(day.contains("**8:30 Uhr, Tandem**"), "{day}");
    }
}

#[tokio::test]
async fn where_tandems_are_enough_for_figures_pictures_lie_beside_the_words() {
    let folder = tempfile::tempdir().unwrap();
    let summary =
        rehearse(folder.path(), Piece { pairs: Some(10), template: None, weeks: 6 }, unlogged()).await;
    assert_eq!((summary.lost, summary.doubled), (0, 0), "{:?}", summary.findings);
    what_coordinators_get_lies_beside_it(folder.path(), summary.digests);
    assert!(summary.digests >= 4, "a month of them");
    assert!(pictures(folder.path(), "digests") >= 1 && pictures(folder.path(), "evaluation") >= 1);
    for name in ["export.html", "export.json", "privacy-report.md"] {
        assert!(read(folder.path(), name).len() > 1_000, "{name}");
    }
}

#[tokio::test]
async fn a_shadow_programme_is_created_by_command_and_its_tandems_plan_the_whole_day() {
    let folder = tempfile::tempdir().unwrap();
    let piece = Piece { pairs: Some(1), template: Some("shadow"), weeks: 9 };
    let summary = rehearse(folder.path(), piece, unlogged()).await;
    assert_eq!((summary.lost, summary.doubled), (0, 0), "{:?}", summary.findings);
    assert_eq!(summary.template, "shadow");
    let transcript = read(folder.path(), "transcript.md");
    assert!(transcript.contains("vorlage: shadow"), "chosen by the command's option");
    assert!(transcript.contains("Plant den ganzen Tag am Arbeitsplatz"), "{transcript}");
    assert!(transcript.contains("gebt bei `/treffen planen` die `minuten` an"), "{transcript}");
    assert!(transcript.contains("minuten: 480") && transcript.contains("480 Minuten"), "{transcript}");
}

/// A small rehearsal that nobody watches.
fn small(out: &Path, programme: Option<PathBuf>) -> Options {
    Options {
        pairs: 3,
        template: None,
        weeks: Some(6),
        whole: false,
        seed: 1,
        language: Language::De,
        out: out.to_owned(),
        programme,
        people: None,
        canary: String::new(),
        logbook: Box::new(|_, _| Box::new(())),
        watched: Box::new(|_| {}),
        progress: Box::new(|_| {}),
    }
}

#[tokio::test]
async fn what_is_wrong_with_its_files_is_said_in_one_line_and_nothing_is_made() {
    let folder = tempfile::tempdir().unwrap();
    let programme = folder.path().join("programme.toml");
    std::fs::write(&programme, "zone = \"Mars/Olympus\"\n").unwrap();
    let out = folder.path().join("out");
    let said = format!("{:#}", play(small(&out, Some(programme))).await.unwrap_err());
    assert!(said.contains("zone: there is no \"Mars/Olympus\"") && !said.contains('\n'), "{said}");
    assert!(!out.exists());
}

#[tokio::test]
async fn a_database_that_no_rehearsal_wrote_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().to_owned();
    std::fs::write(out.join("tandem.db"), "somebody's own").unwrap();
    let said = format!("{:#}", play(small(&out, None)).await.unwrap_err());
    assert!(said.contains("a database of no rehearsal lies there; choose another folder"), "{said}");
    assert_eq!(std::fs::read_to_string(out.join("tandem.db")).unwrap(), "somebody's own");
    assert_eq!(std::fs::read_dir(&out).unwrap().count(), 1, "nothing was made");
}
