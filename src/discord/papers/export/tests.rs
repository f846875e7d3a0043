use super::*;
use crate::domain::enrolment::Answers;
use crate::domain::ids::UserId;
use crate::domain::inventory::{Rows, Share, TABLES};
use crate::domain::programme::Role;
use crate::domain::wish::Wish;

fn sample() -> Vec<Exported> {
    let task = |text: &str| {
        vec![
            ("number", json!(3)),
            ("giver_id", json!("partner")),
            ("text", json!(text)),
            ("state", json!("stuck")),
        ]
    };
    vec![Exported {
        table: "task",
        rows: vec![task("<b>Kopfhörer</b> & \"Maus\"")],
        beside: vec![Beside::default()],
        moments: Vec::new(),
        left: vec![("id", Left::Number), ("by_mark", Left::Bookkeeping)],
    }]
}

#[test]
fn the_page_reads_like_a_letter_and_a_persons_words_have_no_power_in_it() {
    let page = page(&sample(), Language::De);
    assert!(page.contains("&lt;b&gt;Kopfhörer&lt;/b&gt; &amp; &quot;Maus&quot;"), "{page}");
    for line in [
        "<h2>Aufgaben: Text, Termin, Link, Stand, Notiz</h2>",
        "<dt>Stand</dt><dd>hakt noch</dd>",
        "Gegenüber",
        "task.by_mark",
    ] {
        assert!(page.contains(line), "{line} in {page}");
    }
    assert!(!page.contains("export-") && !page.contains("<script"), "{page}");
}

fn exported(table: &'static str, row: Vec<(&'static str, Value)>, beside: Beside) -> Exported {
    Exported { table, rows: vec![row], beside: vec![beside], moments: vec!["asked_at"], left: Vec::new() }
}

fn programme(name: &str) -> Beside {
    Beside { programme: Some((name.into(), chrono_tz::Europe::Berlin)), question: None }
}

#[test]
fn times_are_those_of_the_programme_and_questions_stand_in_words() {
    let asked = |number: i64| vec![("question", json!(number)), ("asked_at", json!("2027-07-01T22:30:00Z"))];
    let own = Beside { question: Some(["Which?".into(), "Welche?".into()]), ..programme("Pilot") };
    let given = vec![("document", json!("notice")), ("given_on", json!("2027-01-08"))];
    let mut all = vec![
        exported("asked_question", asked(1), programme("Pilot")),
        exported("asked_question", asked(question::own_number(7)), own),
        exported("consent", given, Beside::default()),
        exported("survey_sheet", vec![("answers", json!(r#"{"1":4}"#))], programme("Pilot")),
    ];
    let german = page(&all, Language::De);
    let said = escaped(&locales::question(Language::De, 1));
    let label = |id: &str| say(Language::De, id).text();
    for text in [
        format!("<dt>{}</dt><dd>{said}</dd>", label("export-column-question")),
        "<dd>2. Juli 2027, 0:30 Uhr</dd>".into(),
        "<dd>Welche?</dd>".into(),
        "<dd>8. Januar 2027</dd>".into(),
        format!("<dd>{}: {}</dd>", label("survey-item-time"), label("survey-agree-4-button")),
        "<p>Programm: Pilot</p>".into(),
        "Europe/Berlin".into(),
    ] {
        assert!(german.contains(&text), "{text} in {german}");
    }
    assert!(!german.contains("22:30") && !german.contains("<dt>Programm</dt>"), "{german}");
    assert!(page(&all, Language::En).contains("<dd>2 July 2027, 12:30 am</dd>"));
    // A file for programs keeps the moment as it is.
    assert!(json(&all, Language::De).contains("2027-07-01T22:30:00Z"));
    all.push(exported("enrolment", vec![("role", json!("mentee"))], programme("Jahr")));
    let two = page(&all, Language::De);
    assert!(two.contains("<dt>Programm</dt><dd>Jahr</dd><dt>Rolle</dt>"), "{two}");
}

#[test]
fn an_enrolment_that_was_begun_stands_in_words_and_only_with_what_was_said() {
    let mut answers = Answers { role: Some(Role::Mentee), ..Answers::default() };
    answers.profile.topics = ["ai".to_owned(), "Podcasts *hören*".to_owned()].into();
    answers.profile.department = "Vertrieb & <Export>".into();
    answers.wishes.insert(Wish::Digital, "KI im Alltag".into());
    answers.rather_not.insert(UserId(77));
    let row = |answers: &Answers| vec![("answers", json!(serde_json::to_string(answers).unwrap()))];
    let german = page(&[exported("draft", row(&answers), programme("Pilot"))], Language::De);
    for line in [
        "Rolle: Mentee",
        "Themen: Podcasts *hören* und Künstliche Intelligenz",
        "Abteilung: Vertrieb &amp; &lt;Export&gt;",
        "Wo möchte ich digitaler werden? KI im Alltag",
        "Lieber nicht mit: 77",
    ] {
        assert!(german.contains(line), "{line} in {german}");
    }
    for absent in ["been_through", "Organisation:", "Tandems zugleich:"] {
        assert!(!german.contains(absent), "{absent} in {german}");
    }
    let english = page(&[exported("draft", row(&answers), programme("Pilot"))], Language::En);
    assert!(english.contains("Topics: Podcasts *hören* and Artificial intelligence"), "{english}");
}

#[test]
fn what_holds_nothing_says_so_and_the_page_is_one_for_dark_rooms_and_for_paper() {
    let row = vec![("moment", json!("half")), ("worked", json!("")), ("learned", json!(" "))];
    let page = page(&[exported("look_back", row, programme("Pilot"))], Language::De);
    assert_eq!(page.matches("<dd class=\"none\">").count(), 2, "{page}");
    assert!(!page.contains("<dd></dd>") && !page.contains("<dd> </dd>"), "{page}");
    assert!(page.contains("prefers-color-scheme:dark") && page.contains("@media print"));
    assert_eq!((page.matches("<main>").count(), page.matches("</main>").count()), (1, 1));
}

#[test]
fn a_note_that_reads_like_one_of_our_codes_stays_as_it_was_written() {
    let mut all = sample();
    all[0].rows[0].push(("note", json!("gone")));
    let page = page(&all, Language::De);
    assert!(page.contains("<dd>gone</dd>") && !page.contains("Kanal gelöscht"), "{page}");
    assert_eq!(shown(Language::En, "code", &json!("ai")), "Artificial intelligence");
}

#[test]
fn every_column_of_an_export_has_a_name_for_people() {
    for table in TABLES.iter().filter(|table| !matches!(table.rows, Rows::Nobody)) {
        let shown = table.columns.iter().filter(|column| !matches!(column.share, Share::Left(_)));
        for (column, language) in shown.flat_map(|column| [(column, Language::En), (column, Language::De)]) {
            assert_ne!(label(language, column.name), column.name, "{}.{}", table.name, column.name);
        }
    }
}

/// The migrations say which values such a column can have.
#[test]
fn every_code_that_an_export_can_hold_has_words() {
    let mut files: Vec<_> =
        std::fs::read_dir("migrations").unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    let all = files.iter().map(|file| std::fs::read_to_string(file).unwrap()).collect::<String>();
    let (mut name, mut seen) = ("", 0);
    for line in all.lines() {
        let mut words = line.split_whitespace().skip_while(|word| *word != "TABLE").skip(1);
        if line.starts_with("CREATE TABLE") || line.starts_with("ALTER TABLE") {
            name = words.next().unwrap();
        }
        let Some((_, check)) = line.split_once("CHECK (") else { continue };
        let Some((column, values)) = check.split_once(" IN ('") else { continue };
        let Some(entry) = table(name).filter(|entry| !matches!(entry.rows, Rows::Nobody)) else {
            continue;
        };
        let shown_one = |one: &&crate::domain::inventory::Column| {
            one.name == column && !matches!(one.share, Share::Left(_))
        };
        if entry.columns.iter().find(shown_one).is_none() {
            continue;
        }
        let values = values.split_once("')").unwrap().0;
        for (value, language) in
            values.split("', '").flat_map(|one| [(one, Language::En), (one, Language::De)])
        {
            seen += 1;
            let id = format!("export-value-{value}");
            assert!(has(language, &id), "{name}.{column}: {id}");
            assert_eq!(shown(language, column, &json!(value)), say(language, &id).text(), "{name}.{column}");
        }
    }
    assert!(seen > 40, "{seen}");
}

#[test]
fn the_file_for_programs_has_the_same_and_says_what_is_left_out() {
    let file: Value = serde_json::from_str(&json(&sample(), Language::En)).unwrap();
    assert_eq!(file["data"]["task"][0]["text"], "<b>Kopfhörer</b> & \"Maus\"");
    assert!(file["left_out"]["task.id"].as_str().unwrap().contains("connect"), "{file}");
}
