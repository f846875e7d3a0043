#[path = "tests/saying.rs"]
mod saying;

use std::collections::BTreeMap;

use super::*;
use crate::domain::digest::{Facts, PeriodFigures};
use crate::domain::figures::survey::Shown;
use crate::domain::figures::topics::Picked;
use crate::domain::figures::{Cell, Released, ReleasedCell, Withheld};
use crate::domain::ids::{ChannelId, GuildId, PracticeId, ProgrammeId, TandemId};
use crate::domain::practice::{Practice, PracticeKind, PracticeState};
use crate::domain::programme::{Programme, Template};
use crate::domain::question::OwnQuestion;
use crate::domain::report::{Answered, Known, Participation, Report};
use crate::domain::survey::{Group, Scale, SurveyKind, items};
use crate::domain::topic::Topic;

const HIDDEN: Released = Released::Withheld(Withheld::TooFewOrTooAlike);

fn period(week: u64) -> PeriodFigures {
    let first_day: chrono::NaiveDate = "2027-01-04".parse().unwrap();
    let first_day = first_day + chrono::Days::new(7 * week);
    let sum = |cell, sum: u64| ReleasedCell { cell, released: Released::Sum(u32::try_from(sum).unwrap()) };
    let cells = vec![
        sum(Cell::MeetingsHeld, 20 + week),
        sum(Cell::TasksGiven, 31 + week),
        sum(Cell::TasksWorked, 14),
        sum(Cell::TasksStuck, 15),
        ReleasedCell { cell: Cell::SupportCalls, released: HIDDEN },
        ReleasedCell { cell: Cell::QuestionsTalked, released: Released::Withheld(Withheld::ShownSingly) },
        ReleasedCell { cell: Cell::Mood, released: Released::Mean(HalfSteps::new(7).unwrap()) },
        sum(Cell::QuestionTalked(1 + i64::try_from(week).unwrap()), 9),
        sum(Cell::QuestionNothing(1 + i64::try_from(week).unwrap()), 11),
    ];
    PeriodFigures { first_day, last_day: first_day + chrono::Days::new(6), cells }
}

/// Everything there can be, as much of it as there can be: two groups, two moments, everything as a distribution.
fn full(periods: u64) -> Evaluation {
    let start = "2027-01-04".parse().unwrap();
    let mut programme = Programme::draft(GuildId(1), Template::Year, start, ChannelId(2), ChannelId(3));
    programme.name = "Jahr *2027* <b>".into();
    let mut answered = Vec::new();
    for survey in SurveyKind::ALL {
        for group in [Group::Mentors, Group::Mentees] {
            for item in items("year", *survey, group) {
                let shown = match item.scale {
                    Scale::Agree if survey.follows_up() => Shown::Mean(HalfSteps::new(6).unwrap()),
                    Scale::Agree => Shown::Spread(vec![Some(21), Some(12), None, Some(17), Some(8)]),
                    Scale::Again => Shown::Spread(vec![Some(14), Some(33), None]),
                    Scale::Need => Shown::Spread(vec![Some(27), None, Some(9), None, None, Some(13)]),
                };
                answered.push((item.number, Answered { survey: *survey, group, asked: 64, shown }));
            }
        }
    }
    let practice = |text: &str| Practice {
        id: PracticeId(1),
        programme: ProgrammeId(1),
        tandem: TandemId(1),
        kind: PracticeKind::Tip,
        state: PracticeState::Released,
        text: text.into(),
        link: Some("https://example.org".into()),
        deadline: chrono::DateTime::UNIX_EPOCH,
        mentor_answer: None,
        mentee_answer: None,
        named: false,
        remark: None,
    };
    let own = OwnQuestion { number: 1, en: "Own <i>one</i>?".into(), de: "Eigene <i>Frage</i>?".into() };
    let report = Report::new(Known {
        participation: Participation { mentors: 64, mentees: 65, begun: 66, ended: 2 },
        facts: Facts { approved: 129, ..Facts::default() },
        briefed: Some(Some(48)),
        periods: (0..periods).map(period).collect(),
        surveys: answered,
        topics: vec![
            (Picked::Catalogue(Topic::Ai), Released::Sum(19)),
            (Picked::Programme("=Kassen".into()), Released::Sum(23)),
            (Picked::Other, HIDDEN),
        ],
        decisions: vec![Decision::Free(3)],
        needed: 8,
    });
    let practices = vec![practice("=cmd|' /C calc'!A0"), practice("<script>alert(1)</script>")];
    Evaluation { programme, report, own: BTreeMap::from([(1, own)]), practices }
}

#[test]
fn a_message_holds_what_discord_takes_in_every_language() {
    for language in Language::ALL {
        for periods in [0, 3, 28] {
            let drawings = pictures::drawings(&chapters(&full(periods), language), language);
            assert!((3..=9).contains(&drawings.len()), "{}", drawings.len());
            for (_, said) in &drawings {
                assert!((1..=1_024).contains(&said.chars().count()), "cut off: {said}");
            }
        }
    }
    let view = message(&full(28), Language::De);
    assert!(view.content.chars().count() <= 2_000, "{}", view.content);
    assert!(view.embeds.is_empty() && view.rows.is_empty(), "several files go with words alone");
    assert_eq!(view.files.last().map(|file| file.name.as_str()), Some("auswertung.html"));
    let large = view.files.iter().map(|file| file.bytes.len()).max().unwrap();
    assert!((5..=10).contains(&view.files.len()) && large < 200_000, "{large}");
}

#[test]
fn page_table_and_pictures_have_the_same_figures() {
    let evaluation = full(4);
    for language in [Language::De, Language::En] {
        let chapters = chapters(&evaluation, language);
        let page = page(&evaluation, &chapters, language);
        let table = String::from_utf8(csv(&evaluation, &chapters, language)).unwrap();
        let pictures: Vec<String> =
            pictures::drawings(&chapters, language).into_iter().map(|(_, said)| said).collect();
        let pictures = pictures.join("\n");
        let aside = ["report-asked", "report-rest"].map(|id| say(language, id).text());
        for part in chapters.iter().flat_map(|chapter| &chapter.parts) {
            assert!(page.contains(&crate::charts::escape(&part.title)), "{}", part.title);
            for row in part.rows.iter().filter(|row| !matches!(row.figure, Figure::Hidden(_))) {
                let text = row.figure.text(language);
                assert!(page.contains(&format!(">{text}</t")), "{row:?}");
                let line = table.lines().find(|line| line.contains(&row.what) && line.contains(&text));
                assert!(line.is_some(), "{row:?} in {table}");
                // Pictures have neither totals over periods nor how many were asked; those are on the page.
                let drawn = part.chart.is_some() && !row.when.contains(" 4 ") && !aside.contains(&row.what);
                assert!(!drawn || pictures.contains(&text), "{row:?} in {pictures}");
            }
        }
        assert_eq!(
            page.matches("<svg").count(),
            page.matches("<details>").count(),
            "a table behind each chart"
        );
    }
}

#[test]
fn every_picture_with_the_sign_for_not_shown_says_what_it_means() {
    let mut signs = 0;
    for language in Language::ALL {
        for periods in [0, 3, 28] {
            for (drawing, said) in pictures::drawings(&chapters(&full(periods), language), language) {
                let has_sign = drawing.svg("").contains(">–<");
                let sign = say(language, "digest-picture-sign").with("sign", "–").text();
                assert_eq!(drawing.svg("").contains(&format!(">{sign}<")), has_sign, "{said}");
                assert_eq!(said.lines().last() == Some(&sign), has_sign, "{said}");
                signs += usize::from(has_sign);
            }
        }
    }
    assert!(signs > 0);
}

#[test]
fn the_page_needs_nothing_else_and_has_its_language_and_headings() {
    for (language, lang) in [(Language::De, "de"), (Language::DeFormal, "de"), (Language::En, "en")] {
        let evaluation = full(28);
        let page = page(&evaluation, &chapters(&evaluation, language), language);
        assert!(page.contains(&format!("<html lang=\"{lang}\">")) && page.contains("name=\"viewport\""));
        for foreign in ["src=", "href=", "url(", "@import", "<script", "<link", "<b>", "<i>"] {
            assert!(!page.contains(foreign), "{foreign}");
        }
        assert_eq!(page.matches("<h1>").count(), 1);
        assert_eq!(page.matches("<section><h2>").count(), page.matches("</section>").count());
        assert!(page.contains("prefers-color-scheme:dark") && page.contains("@media print"));
        assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), "a practice is words");
    }
}

#[test]
fn a_table_is_read_by_a_spreadsheet_as_text_and_numbers() {
    let evaluation = full(4);
    let german = csv(&evaluation, &chapters(&evaluation, Language::De), Language::De);
    assert_eq!(&german[..3], b"\xef\xbb\xbf");
    let german = String::from_utf8(german).unwrap();
    let mut lines = german.trim_start_matches('\u{feff}').lines();
    assert_eq!(lines.next(), Some("Teil;Angabe;Wer;Wann;Was;Wert;Warum nicht gezeigt"));
    assert!(german.contains(";\"3,5\";") && german.contains(";'=cmd|' /C calc'!A0 (https"), "{german}");
    assert!(german.contains("'=Kassen;23;"), "{german}");
    let english = csv(&evaluation, &chapters(&evaluation, Language::En), Language::En);
    let english = String::from_utf8(english).unwrap();
    assert!(english.contains(",3.5,") && english.lines().count() == german.lines().count(), "{english}");
}

#[test]
fn of_what_is_not_shown_there_is_no_picture_and_the_page_says_why() {
    let mut evaluation = full(0);
    for one in evaluation.report.statements.iter_mut().flat_map(|statement| &mut statement.answered) {
        one.shown = Shown::TooFewOrTooAlike;
    }
    evaluation.report.topics.clear();
    let chapters = chapters(&evaluation, Language::De);
    assert!(pictures::drawings(&chapters, Language::De).is_empty());
    let page = page(&evaluation, &chapters, Language::De);
    assert!(!page.contains("<svg") && page.contains("zu wenig oder zu einheitlich"), "{page}");
}

#[test]
fn a_small_programme_has_facts_and_decisions_and_says_why_there_are_no_figures() {
    let mut evaluation = full(0);
    evaluation.report = Report::new(Known {
        participation: Participation { mentors: 3, mentees: 4, begun: 3, ended: 1 },
        decisions: vec![Decision::Free(2)],
        needed: 8,
        ..Known::default()
    });
    let view = message(&evaluation, Language::DeFormal);
    insta::assert_snapshot!(view.content, @r"
    **Auswertung: Jahr \*2027\* \<b\>**
    3 Mentor:innen · 4 Mentees · Tandems: 3 begonnen, 1 beendet
    Zahlen aus den Tandems gibt es erst ab 8 Tandems; bei weniger ließen sie auf Einzelne schließen.
    **Was ansteht**
    2 Personen sind frei für ein Tandem.
    Das sehen nur Sie. Die angehängte Seite enthält alle Zahlen mit Tabellen und lässt sich weitergeben und drucken.
    ");
    assert_eq!(view.files.len(), 1, "no pictures of nothing");
    assert_eq!(chapters(&evaluation, Language::De).len(), 1);
}

#[test]
fn the_message_says_the_most_important_in_words() {
    let view = message(&full(2), Language::De);
    insta::assert_snapshot!(view.content, @r"
    **Auswertung: Jahr \*2027\* \<b\>**
    64 Mentor:innen · 65 Mentees · Tandems: 66 begonnen, 2 beendet
    **In den Tandems**
    Treffen: 41
    Neue Aufgaben: 63
    Aufgaben, die geklappt haben: 28
    Aufgaben, die haken: 30
    Stimmung (1: hakt sehr, 5: sehr gut): 3,5
    **Was beim nächsten Mal anders werden kann**
    • Mentor:innen und Mentees stimmen nur wenig zu: „Die Zeit, die wir für unser Tandem haben, reicht aus.“ Vor dem Start mit den Vorgesetzten feste Zeiten vereinbaren oder weniger Treffen vorsehen.
    • Mentor:innen und Mentees stimmen nur wenig zu: „In unserem Tandem kann ich offen sagen, was ich nicht weiß oder anders sehe.“ In der Einführung mehr über Vertraulichkeit sagen und darüber, dass Nichtwissen der Anlass ist.
    • Mentees stimmen nur wenig zu: „Was ich aus unseren Treffen mitnehme, nutze ich bei der Arbeit.“ Die Themen näher an die tägliche Arbeit legen und früher nach Wünschen fragen.
    • Mentor:innen stimmen nur wenig zu: „Auch ich lerne von meinem Gegenüber etwas.“ Beim Auftakt sagen, dass beide voneinander lernen, und später danach fragen.
    • Mentees stimmen nur wenig zu: „Die kleinen Aufgaben zwischen den Treffen bringen mich weiter.“ Ideen für kleine Aufgaben sammeln, die zu den Themen dieses Programms passen.
    11 weitere Sätze stehen auf der Seite.
    **Was ansteht**
    3 Personen sind frei für ein Tandem.
    Das siehst nur du. Die angehängte Seite enthält alle Zahlen mit Tabellen und lässt sich weitergeben und drucken.
    ");
}

#[test]
fn everything_that_was_asked_and_done_has_its_place_in_the_evaluation() {
    let evaluation = full(3);
    let language = Language::De;
    let text = |id: &str| say(language, id).text();
    let chapters = chapters(&evaluation, language);
    let titles: Vec<_> = chapters.iter().map(|chapter| chapter.title.clone()).collect();
    let heads = ["standing", "changes", "inside", "statements", "again", "lasted", "questions", "topics"];
    let heads =
        heads.into_iter().chain(["practices", "about"]).map(|head| text(&format!("report-{head}-head")));
    assert_eq!(titles, heads.collect::<Vec<_>>());

    let figures = |part: &Part| part.rows.iter().map(|row| row.figure.text(language)).collect::<Vec<_>>();
    assert_eq!(
        figures(&chapters[0].parts[0]),
        ["64", "65", "66", "2", "48"],
        "who took part and was briefed"
    );
    assert!(chapters[1].list.len() > 5, "what to change: {:?}", chapters[1].list);
    let inside: Vec<_> = chapters[2].parts.iter().map(|part| part.title.as_str()).collect();
    let figures_of = ["meetings-held", "tasks-given", "tasks-worked", "tasks-stuck"];
    for (title, id) in inside.iter().zip(figures_of) {
        assert_eq!(*title, text(&format!("digest-figure-{id}")));
    }
    assert_eq!(inside.len(), 5, "and the mood: {inside:?}");

    // Mentors apart from mentees, the middle beside the end, and a chart for each question.
    let agreed = &chapters[3];
    assert!(agreed.parts.iter().all(|part| part.chart.is_some()), "{agreed:?}");
    let both = |part: &Part, of: fn(&Row) -> &String, ids: [&str; 2]| {
        ids.iter().all(|id| part.rows.iter().any(|row| *of(row) == text(id)))
    };
    let whose = ["report-group-mentors", "report-group-mentees"];
    let whens = ["report-when-interim", "report-when-final"];
    assert!(
        agreed
            .parts
            .iter()
            .any(|part| both(part, |row| &row.who, whose) && both(part, |row| &row.when, whens))
    );

    let asked = &chapters[6].parts[0];
    for who in ["report-talked", "report-nothing"] {
        let shown = asked.rows.iter().filter(|row| row.who == text(who));
        assert!(shown.clone().count() == 3, "{who}");
        assert!(shown.into_iter().all(|row| matches!(row.figure, Figure::Count(_))), "{who}");
    }
    let view = message(&evaluation, language);
    for file in &view.files {
        assert!(!file.description.is_empty(), "{} says nothing to whoever does not see it", file.name);
    }
}
