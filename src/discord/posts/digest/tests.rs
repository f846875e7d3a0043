use std::fmt::Write as _;

use chrono::Duration;

use super::*;
use crate::app::digest::make;
use crate::app::effect::Effect;
use crate::app::testing::{Deeds, World};
use crate::discord::view::Row;
use crate::domain::digest::PeriodFigures;
use crate::domain::figures::{HalfSteps, ReleasedCell};
use crate::domain::ids::{ChannelId, TandemId, UserId};
use crate::store::outbox::{NewRow, outbox_add, outbox_give_up};
use crate::store::{posts, tandems};

async fn work(world: &mut World, all: &[TandemId], deeds: [(u32, u32, u32, u32, u8); 10]) {
    for (tandem, (given, worked, stuck, talked, rating)) in all.iter().zip(deeds) {
        world.works(*tandem, Deeds(given, worked, stuck, talked, rating)).await;
    }
}

/// The digest that is made now, as a coordinator reads it.
async fn digest(world: &mut World, language: Language) -> String {
    world.programme_set("language", language.code()).await;
    let now = world.now();
    make(&mut world.conn, world.programme.id, now).await.unwrap();
    read(world).await
}

/// The last digest that was queued.
async fn read(world: &mut World) -> String {
    let Some((_, Effect::Post { post }, _)) = world.outbox().await.pop() else { panic!("no post") };
    let post = posts::post_get(&mut world.conn, post).await.unwrap();
    let rendered = render(&mut world.conn, &post).await.unwrap().unwrap();
    assert!(rendered.mentions.is_empty());
    let embed = &rendered.view.embeds[0];
    let mut text = format!("{}\n{}", embed.title, embed.text);
    for (name, value) in &embed.fields {
        assert!(value.chars().count() <= 1_024);
        let _ = write!(text, "\n\n{name}\n{value}");
    }
    // The picture says what the words say, to those who see it and to those who do not.
    for file in &rendered.view.files {
        assert!(file.description.chars().count() <= 1_024);
        assert!(embed.fields.iter().any(|(name, value)| file.description == format!("{name}\n{value}")));
        assert!(file.bytes.starts_with(b"\x89PNG"));
        let _ = write!(text, "\n\n{{{}}}", file.name);
    }
    for row in &rendered.view.rows {
        let Row::Buttons(buttons) = row else { panic!("{row:?}") };
        text.extend(buttons.iter().map(|button| format!("\n\n[{}]", button.label)));
    }
    text
}

async fn undeliverable(world: &mut World, cause: &str) {
    let (programme, due_at) = (Some(world.programme.id), world.now());
    let effect = r#"{"kind":"post","post":1}"#.to_owned();
    let row = NewRow { lane: "room:1".into(), programme, effect, due_at, ..NewRow::default() };
    let id = outbox_add(&mut world.conn, &row).await.unwrap().unwrap();
    outbox_give_up(&mut world.conn, id, cause).await.unwrap();
}

#[tokio::test]
async fn a_small_programme_reads_facts_decisions_and_once_why_there_are_no_figures() {
    let (mut world, all) = World::cohort(3).await;
    let now = world.now();
    tandems::tandem_end(&mut world.conn, all[2], now).await.unwrap();
    tandems::tandem_next_settle(&mut world.conn, all[2]).await.unwrap();
    for cause in ["forbidden-50013", "forbidden-50001", "gone-10003"] {
        undeliverable(&mut world, cause).await;
    }
    insta::assert_snapshot!(digest(&mut world, Language::En).await, @r"
    Weekly digest of 4 January 2027: Pilot
    2 tandems are at work; 2 things are waiting.

    How the programme stands
    Tandems: 2 open · 3 begun · 1 ended
    People: 6 enrolled · 0 with a proposal · 2 free

    Inside the tandems
    Figures from inside tandems appear only from 8 tandems on; with fewer they would point to individuals. So this digest has facts and decisions, and says why only this once.

    What is waiting
    3 messages could not be delivered.
    2 people are free for a tandem.

    [What was not delivered]

    [Who is free]
    ");
    world.pass(Duration::weeks(5));
    insta::assert_snapshot!(digest(&mut world, Language::En).await, @r"
    Weekly digest of 8 February 2027: Pilot
    2 tandems are at work; one thing is waiting.

    How the programme stands
    Tandems: 2 open · 3 begun · 1 ended
    People: 6 enrolled · 0 with a proposal · 2 free

    What is waiting
    2 people are free for a tandem.

    [Who is free]
    ");
}

#[tokio::test]
async fn the_same_in_german() {
    let (mut world, _) = World::cohort(3).await;
    undeliverable(&mut world, "full-30013").await;
    insta::assert_snapshot!(digest(&mut world, Language::DeFormal).await, @r"
    Wochenüberblick vom 4. Januar 2027: Pilot
    3 Tandems laufen; ein Punkt steht an.

    So steht das Programm
    Tandems: 3 offen · 3 begonnen · 0 beendet
    Personen: 6 angemeldet · 0 mit Vorschlag · 0 frei

    In den Tandems
    Zahlen aus den Tandems werden erst ab 8 Tandems gezeigt; bei weniger ließen sie auf Einzelne schließen. Deshalb stehen hier Stand und Entscheidungen; die Erklärung kommt nur dieses eine Mal.

    Was ansteht
    Eine Nachricht ließ sich nicht zustellen.

    [Was nicht ankam]
    ");
    world.pass(Duration::weeks(5));
    insta::assert_snapshot!(digest(&mut world, Language::De).await, @r"
    Wochenüberblick vom 8. Februar 2027: Pilot
    3 Tandems laufen; nichts steht an.

    So steht das Programm
    Tandems: 3 offen · 3 begonnen · 0 beendet
    Personen: 6 angemeldet · 0 mit Vorschlag · 0 frei

    Was ansteht
    Im Augenblick nichts.
    ");
}

const FIRST: [(u32, u32, u32, u32, u8); 10] = [
    (3, 2, 0, 2, 4),
    (2, 1, 1, 1, 3),
    (1, 1, 0, 2, 5),
    (4, 2, 1, 1, 4),
    (2, 0, 2, 0, 2),
    (3, 2, 1, 1, 4),
    (1, 0, 1, 0, 3),
    (2, 1, 0, 2, 5),
    (0, 0, 0, 0, 4),
    (1, 1, 0, 1, 3),
];

const SECOND: [(u32, u32, u32, u32, u8); 10] = [
    (3, 1, 1, 1, 4),
    (4, 1, 1, 0, 4),
    (3, 1, 2, 2, 5),
    (2, 2, 0, 1, 5),
    (0, 0, 0, 0, 0),
    (5, 2, 1, 2, 4),
    (4, 0, 1, 0, 5),
    (3, 1, 0, 1, 5),
    (2, 1, 0, 3, 3),
    (1, 1, 0, 1, 4),
];

#[tokio::test]
async fn figures_stand_beside_those_of_the_periods_before() {
    let (mut world, all) = World::cohort(10).await;
    insta::assert_snapshot!(digest(&mut world, Language::En).await, @r"
    Weekly digest of 4 January 2027: Pilot
    10 tandems are at work; nothing is waiting.

    How the programme stands
    Tandems: 10 open · 10 begun · 0 ended
    People: 20 enrolled · 0 with a proposal · 0 free

    Inside the tandems
    The first figures come when a period has closed, on 1 February 2027.

    What is waiting
    Nothing at the moment.
    ");
    work(&mut world, &all, FIRST).await;
    world.pass(Duration::weeks(4));
    insta::assert_snapshot!(digest(&mut world, Language::En).await, @r"
    Weekly digest of 1 February 2027: Pilot
    10 tandems are at work; nothing is waiting.

    How the programme stands
    Tandems: 10 open · 10 begun · 0 ended
    People: 20 enrolled · 0 with a proposal · 0 free

    Inside the tandems, 4 January 2027 to 31 January 2027
    Tasks given: 19
    Tasks that worked: 10
    Guiding questions talked about: 10
    Mood (1: stuck, 5: very well): 3.5
    Too few or too uniform to show: Meetings held · Meetings planned · Tasks that got stuck · Calls for support · Follow-ups on unreachable partners

    What is waiting
    Nothing at the moment.

    {weekly-digest-2027-01-31.png}
    ");
    world.pass(Duration::weeks(4));
    work(&mut world, &all, SECOND).await;
    world.pass(Duration::weeks(4));
    insta::assert_snapshot!(digest(&mut world, Language::En).await, @r"
    Weekly digest of 29 March 2027: Pilot
    10 tandems are at work; nothing is waiting.

    How the programme stands
    Tandems: 10 open · 10 begun · 0 ended
    People: 20 enrolled · 0 with a proposal · 0 free

    Inside the tandems, 1 March 2027 to 28 March 2027
    Tasks given: 27 (before: not shown · 19)
    Tasks that worked: 10 (before: not shown · 10)
    Tasks that got stuck: 6 (before: not shown · not shown)
    Guiding questions talked about: 11 (before: not shown · 10)
    Mood (1: stuck, 5: very well): 4.5 (before: not shown · 3.5)
    Too few or too uniform to show: Meetings held · Meetings planned · Calls for support · Follow-ups on unreachable partners

    What is waiting
    Nothing at the moment.

    {weekly-digest-2027-03-28.png}
    ");
    // Read again a month later, in another language, it is still of its own day.
    world.pass(Duration::days(30));
    world.programme_set("language", "de").await;
    insta::assert_snapshot!(read(&mut world).await, @r"
    Wochenüberblick vom 29. März 2027: Pilot
    10 Tandems laufen; nichts steht an.

    So steht das Programm
    Tandems: 10 offen · 10 begonnen · 0 beendet
    Personen: 20 angemeldet · 0 mit Vorschlag · 0 frei

    In den Tandems, 1. März 2027 bis 28. März 2027
    Neue Aufgaben: 27 (davor: nicht gezeigt · 19)
    Aufgaben, die geklappt haben: 10 (davor: nicht gezeigt · 10)
    Aufgaben, die haken: 6 (davor: nicht gezeigt · nicht gezeigt)
    Impulsfragen besprochen: 11 (davor: nicht gezeigt · 10)
    Stimmung (1: hakt sehr, 5: sehr gut): 4,5 (davor: nicht gezeigt · 3,5)
    Zu wenig oder zu einheitlich, um gezeigt zu werden: Treffen · Geplante Treffen · Bitten um Unterstützung · Nachfragen bei nicht erreichbaren Gegenübern

    Was ansteht
    Im Augenblick nichts.

    {wochenueberblick-2027-03-28.png}
    ");
}

#[tokio::test]
async fn in_a_period_with_too_few_tandems_each_figure_says_from_how_many_on_it_is_shown() {
    let (mut world, _) = World::cohort(3).await;
    world.pass(Duration::days(20));
    for n in 0..6 {
        world.tandem(UserId(8_000 + n), UserId(9_000 + n), ChannelId(9_500 + n)).await;
    }
    world.pass(Duration::days(8));
    insta::assert_snapshot!(digest(&mut world, Language::De).await, @r"
    Wochenüberblick vom 1. Februar 2027: Pilot
    9 Tandems laufen; nichts steht an.

    So steht das Programm
    Tandems: 9 offen · 9 begonnen · 0 beendet
    Personen: 18 angemeldet · 0 mit Vorschlag · 0 frei

    In den Tandems, 4. Januar 2027 bis 31. Januar 2027
    Nicht gezeigt, weil weniger als 8 Tandems mindestens den halben Zeitraum offen waren: Treffen · Geplante Treffen · Neue Aufgaben · Aufgaben, die geklappt haben · Aufgaben, die haken · Impulsfragen besprochen · Bitten um Unterstützung · Nachfragen bei nicht erreichbaren Gegenübern
    Nicht gezeigt, weil weniger als 10 Personen in einem Tandem waren, das mindestens den halben Zeitraum offen war: Stimmung

    Was ansteht
    Im Augenblick nichts.
    ");
}

/// A figure of each kind in four periods, some of them withheld.
fn figures(shown: impl Fn(Cell, u32) -> Released) -> Inside {
    let period = |week: u32| {
        let first_day: chrono::NaiveDate =
            "2026-12-07".parse::<chrono::NaiveDate>().unwrap() + Duration::weeks(4 * i64::from(week));
        PeriodFigures {
            first_day,
            last_day: first_day + Duration::days(27),
            cells: FIGURES.map(|(cell, _)| ReleasedCell { cell, released: shown(cell, week) }).into(),
        }
    };
    Inside::Figures { last: period(3), before: vec![period(2), period(1), period(0)] }
}

#[test]
fn the_picture_shows_each_released_cell_once_and_no_other() {
    let inside = figures(|cell, week| match cell {
        Cell::Mood => Released::Mean(HalfSteps::new(4 + u8::try_from(week).unwrap()).unwrap()),
        Cell::SupportCalls | Cell::CantReach => Released::Withheld(Withheld::TooFewOrTooAlike),
        Cell::TasksStuck if week < 2 => Released::Withheld(Withheld::TooFewOrTooAlike),
        _ => Released::Sum(7 + week),
    });
    for language in [Language::En, Language::De, Language::DeFormal] {
        let picture = picture::multiples(language, &inside).unwrap();
        let mut rows = Vec::new();
        for (cell, label) in FIGURES {
            let label = say(language, label).text();
            let row = inside.row(cell);
            if row.iter().flatten().any(|one| one.is_shown()) {
                let panel = picture.panels.iter().find(|panel| panel.label.starts_with(&label)).unwrap();
                let texts: Vec<_> = panel.columns.iter().map(|column| column.text.clone()).collect();
                let released = row.iter().flatten();
                let expected: Vec<_> = released
                    .map(|one| if one.is_shown() { figure_alone(language, *one) } else { "–".into() })
                    .collect();
                assert_eq!(texts, expected, "{label}");
                rows.push(label);
            } else {
                assert!(picture.notes.iter().any(|note| note.contains(&label)), "{label}");
            }
        }
        assert_eq!(picture.panels.len(), rows.len());
    }
}

#[test]
fn the_longest_picture_has_an_alternative_text_that_discord_takes() {
    for language in [Language::En, Language::De, Language::DeFormal] {
        let large = figures(|cell, _| match cell {
            Cell::Mood => Released::Mean(HalfSteps::new(7).unwrap()),
            _ => Released::Sum(88_888),
        });
        let (name, text) = super::inside(language, &large).unwrap();
        let file = picture::file(language, &large, &format!("{name}\n{text}")).unwrap();
        assert!(text.chars().count() <= 1_024 && file.description.chars().count() <= 1_024);
    }
}

#[test]
fn where_no_figure_is_shown_there_is_no_picture() {
    let hidden = figures(|_, _| Released::Withheld(Withheld::TooFewOrTooAlike));
    assert!(picture::file(Language::De, &hidden, "").is_none());
    assert!(picture::file(Language::De, &Inside::Nothing, "").is_none());
}

#[tokio::test]
async fn each_kind_of_decision_has_one_button_of_its_own_in_the_order_of_the_lines() {
    let world = World::new().await;
    let causes = vec![(Cause::Permission, 2), (Cause::ChannelGone, 1)];
    let digest = Digest::new(Facts { enrolled: 3, free: 1, ..Facts::default() }, Inside::Nothing, &[])
        .deciding(Decision::Practices(1))
        .deciding(Decision::Support(1))
        .deciding(Decision::Remarks(3))
        .deciding(Decision::Undelivered(causes))
        .deciding(Decision::Questions(4));
    let kept = Kept { id: DigestId(5), programme: world.programme.id, made_at: world.now(), digest };
    let view = view(&world.programme, &kept);
    let targets = |row: &Row| match row {
        Row::Buttons(buttons) => buttons.iter().map(|button| button.target.clone()).collect::<Vec<_>>(),
        row => panic!("{row:?}"),
    };
    let (programme, first) = (world.programme.id, PageId::of(world.programme.id, 0));
    let expected = [
        Button::DigestApprovals(first),
        Button::DigestPractices(first),
        Button::SupportList(programme),
        Button::DigestRemarks(first),
        Button::DigestUndelivered(DigestId(5)),
        Button::DigestFree(programme),
        Button::QuestionsPage(first),
    ];
    let expected = expected.map(|button| ButtonView::press(button, "", Style::Secondary).target);
    assert_eq!(view.rows.iter().flat_map(targets).collect::<Vec<_>>(), expected);
}
