//! A programme played whole, small: from its card to its erasure, over the real client, and what its file holds afterwards.

use std::sync::{Arc, OnceLock};

use tandem::locales::Language;
use tandem::rehearsal::{Options, Summary, play};

use crate::openapi;

/// Three pairs: the third comes after everybody was asked.
const PEOPLE: &str = "\
tandem,role,name,language,character
1,mentor,Vera Lindner,de,diligent
1,mentee,Ulrich Kern,de,leaves
2,mentor,Amira Haddad,de,busy
2,mentee,Jonas Petersen,en,stuck
3,mentor,Lena Vogt,de,diligent
3,mentee,Martin Albers,de,busy
";

/// Plays a programme of that template with [`PEOPLE`]; what came of it, and the folder with its files.
async fn played(template: &str) -> (Summary, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let (people, programme) = (folder.path().join("people.csv"), folder.path().join("programme.toml"));
    std::fs::write(&people, PEOPLE).unwrap();
    std::fs::write(&programme, "deletion = 40\n").unwrap();
    let out = folder.path().join("out");
    let held = Arc::new(OnceLock::new());
    let watched = Arc::clone(&held);
    let options = Options {
        pairs: 3,
        template: Some(template.into()),
        weeks: Some(6),
        whole: true,
        seed: 6,
        language: Language::De,
        out,
        programme: Some(programme),
        people: Some(people),
        canary: String::new(),
        logbook: Box::new(|_, _| Box::new(())),
        watched: Box::new(move |sandbox| drop(watched.set(openapi::hold(sandbox)))),
        progress: Box::new(|_| {}),
    };
    let summary = play(options).await.unwrap();
    assert!(held.get().is_some());
    assert_eq!((summary.lost, summary.doubled), (0, 0), "{:?}", summary.findings);
    assert_eq!((summary.undeliverable, summary.public_responses, summary.unknown_routes), (0, 0, 0));
    assert_eq!(summary.rate_limited, 0, "the bot keeps to its pace by itself");
    assert!(summary.erased && summary.left_in_file == 0, "{summary:?}");
    (summary, folder)
}

#[tokio::test]
async fn a_year_begins_with_speed_networking_and_everybody_there_meets_whom_they_can() {
    let (summary, folder) = played("year").await;
    // Two mentors and two mentees are there in time, one of whom comes late, and the third pair comes after it.
    assert_eq!(summary.pairs_met, 4);
    let transcript = std::fs::read_to_string(folder.path().join("out/transcript.md")).unwrap();
    for said in ["Runde 1 von 8", "kommt in den Sprachkanal", "🔔", "Favoriten nennen"] {
        assert!(transcript.contains(said), "{said}");
    }
}

#[tokio::test]
async fn a_pilot_is_played_from_its_card_to_its_erasure_and_leaves_nobody_in_its_file() {
    let (summary, folder) = played("pilot").await;
    let out = folder.path().join("out");
    // Everybody and one for whom there is no place; of two pairs one declines and one keeps silent, and in the second
    // round all six find somebody.
    assert_eq!((summary.enrolled, summary.approved), (7, 6));
    assert_eq!((summary.pairs_proposed, summary.pairs_accepted, summary.tandems_opened), (5, 3, 3));
    let transcript = std::fs::read_to_string(out.join("transcript.md")).unwrap();
    for said in ["Schritt 7 von 7", "diesmal kein Platz", "Auftakt", "das Programm ist zu Ende"] {
        assert!(transcript.contains(said), "{said}");
    }
    // What people got beside Discord lies there as well, whole programmes included.
    let words = std::fs::read_dir(out.join("digests")).unwrap().count();
    assert_eq!(words, summary.digests, "a small programme has no pictures");
    for name in ["evaluation/auswertung.html", "evaluation/auswertung.csv", "evaluation/message.md"]
        .into_iter()
        .chain(["export.html", "privacy-report.md"])
    {
        assert!(std::fs::read_to_string(out.join(name)).unwrap().len() > 300, "{name}");
    }
    let export = std::fs::read_to_string(out.join("export.json")).unwrap();
    let export: serde_json::Value = serde_json::from_str(&export).unwrap();
    assert_eq!(export["data"]["enrolment"][0]["role"], "mentee", "somebody's data were handed out before");
}
