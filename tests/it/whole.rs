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

/// Seven pairs who speak English, and of whom nobody leaves: enough to be asked in every survey, although one of them takes
/// part on both sides and one has everything deleted.
const ENGLISH: &str = "\
tandem,role,name,language,character
1,mentor,Nora Quinn,en,diligent
1,mentee,Walter Boyd,en,diligent
2,mentor,Sam Achebe,en,diligent
2,mentee,Helen Marsh,en,busy
3,mentor,Leila Rahimi,en,diligent
3,mentee,George Hale,en,stuck
4,mentor,Tom Varga,en,busy
4,mentee,Ruth Silver,en,diligent
5,mentor,Mei Tanaka,en,diligent
5,mentee,Peter Dunn,en,diligent
6,mentor,Iris Novak,en,diligent
6,mentee,Frank Lowe,en,busy
7,mentor,Owen Price,en,diligent
7,mentee,Clara Boone,en,diligent
";

/// Plays a programme of that template with these people; what came of it, and the folder with its files.
async fn played(template: &str, language: Language, cast: &str) -> (Summary, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let (people, programme) = (folder.path().join("people.csv"), folder.path().join("programme.toml"));
    std::fs::write(&people, cast).unwrap();
    std::fs::write(&programme, "deletion = 40\n").unwrap();
    let out = folder.path().join("out");
    let held = Arc::new(OnceLock::new());
    let watched = Arc::clone(&held);
    let options = Options {
        pairs: 0,
        template: Some(template.into()),
        weeks: Some(6),
        whole: true,
        seed: 6,
        language,
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
    let (summary, folder) = played("year", Language::De, PEOPLE).await;
    // Two mentors and two mentees are there in time, one of whom comes late, and the third pair comes after it.
    assert_eq!(summary.pairs_met, 4);
    let transcript = std::fs::read_to_string(folder.path().join("out/transcript.md")).unwrap();
    for said in ["Runde 1 von 8", "kommt in den Sprachkanal", "🔔", "Favoriten nennen"] {
        assert!(transcript.contains(said), "{said}");
    }
}

#[tokio::test]
async fn a_pilot_is_played_from_its_card_to_its_erasure_and_leaves_nobody_in_its_file() {
    let (summary, folder) = played("pilot", Language::De, PEOPLE).await;
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

#[tokio::test]
async fn an_english_programme_asks_its_people_in_surveys_and_tells_what_they_said() {
    let (summary, folder) = played("apprentice", Language::En, ENGLISH).await;
    let out = folder.path().join("out");
    let read = |name: &str| std::fs::read_to_string(out.join(name)).unwrap();
    let transcript = read("transcript.md");
    for said in [
        "step 7 of 7",
        "Weekly digest of 7 December 2026: ",
        "a few short questions are waiting for each of you: how is it going so far",
        "a few short questions ask each of you how it was and what the next programme needs",
        "> This tandem has come to its end. Thank you for the time and the openness.",
        "**What has lasted?**",
    ] {
        assert!(transcript.contains(said), "{said}");
    }
    assert!(summary.surveys_answered > 10, "in the middle, at the end, and four weeks later: {summary:?}");
    let message = read("evaluation/message.md");
    for said in ["**Evaluation: ", "7 mentors · 7 mentees · tandems: 6 begun", "**What to change next time**"]
    {
        assert!(message.contains(said), "{said} in {message}");
    }
    let page = read("evaluation/evaluation.html");
    assert!(
        page.contains("<html lang=\"en\">") && page.contains("The time we have for our tandem is enough.")
    );
    for german in ["Tandem ist beendet", "Impulsfrage", "Auswertung", "Wochenüberblick"] {
        assert!(!transcript.contains(german) && !page.contains(german), "{german}");
    }
}
