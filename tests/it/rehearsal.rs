//! The main job, small: a rehearsal is played twice, and what it leaves is held against the promises.

use std::path::Path;

use tandem::cli::log;
use tandem::locales::Language;
use tandem::rehearsal::{Options, Summary, play};
use tracing::Level;

/// Stands at the end of every task and note, and nowhere else.
const CANARY: &str = "kanarienvogel-4711";
/// The part of the local Discord's token that is no id.
const TOKEN: &str = "local-discord-token";

async fn rehearse(out: &Path, language: Language) -> Summary {
    let options = Options {
        pairs: 3,
        weeks: 6,
        seed: 3,
        language,
        out: out.to_owned(),
        programme: None,
        people: None,
        canary: CANARY.into(),
        logbook: Box::new(|clock, file| {
            Box::new(tracing::subscriber::set_default(log::file(clock, file, Level::TRACE)))
        }),
        progress: Box::new(|_| {}),
    };
    play(options).await.unwrap()
}

fn read(folder: &Path, name: &str) -> String {
    std::fs::read_to_string(folder.join(name)).unwrap()
}

/// `summary.json` without the figures that may differ from run to run.
fn figures(folder: &Path) -> serde_json::Value {
    let mut figures: serde_json::Value = serde_json::from_str(&read(folder, "summary.json")).unwrap();
    for exempt in ["wall_seconds", "rate_limited"] {
        assert!(figures[exempt].is_number(), "{figures}");
        figures[exempt].take();
    }
    figures
}

#[tokio::test]
async fn the_same_seed_plays_the_same_life_and_the_promises_hold_in_it() {
    let (first, second) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let summary = rehearse(first.path(), Language::De).await;
    rehearse(second.path(), Language::De).await;
    let transcript = read(first.path(), "transcript.md");
    assert!(transcript == read(second.path(), "transcript.md"), "the transcripts differ");
    assert_eq!(figures(first.path()), figures(second.path()));

    assert_eq!((summary.lost, summary.doubled), (0, 0), "{:?}", summary.findings);
    assert_eq!((summary.undeliverable, summary.tandems_opened), (0, 3));
    assert!(
        summary.digests >= 6 && summary.questions_posted >= 3 && summary.tasks_assigned > 0,
        "{summary:?}"
    );
    // P2: what a command answers is private, and nothing is asked of Discord that it does not have.
    assert_eq!((summary.public_responses, summary.unknown_routes), (0, 0));
    assert!(summary.max_in_any_second <= 50, "{}", summary.max_in_any_second);
    // P11: the log at its most talkative holds neither what people wrote nor the token.
    let log = read(first.path(), "tandem.log");
    assert!(transcript.contains(CANARY) && log.contains("connected"), "{log}");
    assert!(!log.contains(CANARY) && !log.contains(TOKEN), "{log}");
    assert!(!transcript.contains(TOKEN));
    ids_are_nowhere(&transcript);
    nobody_counts_answers(&transcript);
    // The database is closed: one file, and nothing of it beside it.
    for (end, there) in [("", true), ("-wal", false), ("-shm", false), (".lock", false)] {
        assert_eq!(first.path().join(format!("tandem.db{end}")).exists(), there, "tandem.db{end}");
    }
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
async fn what_is_wrong_with_its_files_is_said_in_one_line_and_nothing_is_made() {
    let folder = tempfile::tempdir().unwrap();
    let programme = folder.path().join("programme.toml");
    std::fs::write(&programme, "zone = \"Mars/Olympus\"\n").unwrap();
    let out = folder.path().join("out");
    let options = Options {
        pairs: 3,
        weeks: 6,
        seed: 1,
        language: Language::De,
        out: out.clone(),
        programme: Some(programme),
        people: None,
        canary: String::new(),
        logbook: Box::new(|_, _| Box::new(())),
        progress: Box::new(|_| {}),
    };
    let said = format!("{:#}", play(options).await.unwrap_err());
    assert!(said.contains("zone: there is no \"Mars/Olympus\"") && !said.contains('\n'), "{said}");
    assert!(!out.exists());
}
