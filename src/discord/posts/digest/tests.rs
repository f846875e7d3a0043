use std::fmt::Write as _;

use chrono::Duration;

use super::*;
use crate::app::digest::make;
use crate::app::effect::Effect;
use crate::app::testing::{Deeds, World};
use crate::discord::view::Row;
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
    let mut text = embed.title.clone();
    for (name, value) in &embed.fields {
        assert!(value.chars().count() <= 1_024);
        let _ = write!(text, "\n\n{name}\n{value}");
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
    Weekly digest: Pilot

    How the programme stands
    Tandems: 2 open · 3 begun · 1 ended
    People: 6 taking part · 0 with a proposal · 2 free

    Inside the tandems
    Figures from inside tandems are shown from 8 tandems on; with fewer they would point to single people. So this digest has facts and decisions, and this is the only time it mentions why.

    What needs a decision
    2 people are free for a tandem.
    3 messages could not be delivered.
    2 × I lack a permission in the channel; `/setup` names it.
    1 × The channel no longer exists.

    [Who is free]
    ");
    world.pass(Duration::weeks(5));
    insta::assert_snapshot!(digest(&mut world, Language::En).await, @r"
    Weekly digest: Pilot

    How the programme stands
    Tandems: 2 open · 3 begun · 1 ended
    People: 6 taking part · 0 with a proposal · 2 free

    What needs a decision
    2 people are free for a tandem.

    [Who is free]
    ");
}

#[tokio::test]
async fn the_same_in_german() {
    let (mut world, _) = World::cohort(3).await;
    undeliverable(&mut world, "full-30013").await;
    insta::assert_snapshot!(digest(&mut world, Language::DeFormal).await, @r"
    Wochenüberblick: Pilot

    So steht das Programm
    Tandems: 3 offen · 3 begonnen · 0 beendet
    Personen: 6 dabei · 0 mit Vorschlag · 0 frei

    In den Tandems
    Zahlen aus den Tandems werden erst ab 8 Tandems gezeigt; bei weniger ließen sie auf Einzelne schließen. Deshalb stehen hier Stand und Entscheidungen; die Erklärung kommt nur dieses eine Mal.

    Was zu entscheiden ist
    Eine Nachricht ließ sich nicht zustellen.
    1 × Auf dem Server ist kein Platz für einen weiteren Kanal.
    ");
    world.pass(Duration::weeks(5));
    insta::assert_snapshot!(digest(&mut world, Language::De).await, @r"
    Wochenüberblick: Pilot

    So steht das Programm
    Tandems: 3 offen · 3 begonnen · 0 beendet
    Personen: 6 dabei · 0 mit Vorschlag · 0 frei

    Was zu entscheiden ist
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
    Weekly digest: Pilot

    How the programme stands
    Tandems: 10 open · 10 begun · 0 ended
    People: 20 taking part · 0 with a proposal · 0 free

    Inside the tandems
    The first figures come when a period has closed, on 1 February 2027.

    What needs a decision
    Nothing at the moment.
    ");
    work(&mut world, &all, FIRST).await;
    world.pass(Duration::weeks(4));
    insta::assert_snapshot!(digest(&mut world, Language::En).await, @r"
    Weekly digest: Pilot

    How the programme stands
    Tandems: 10 open · 10 begun · 0 ended
    People: 20 taking part · 0 with a proposal · 0 free

    Inside the tandems, 4 January 2027 to 31 January 2027
    Meetings held: too few or too uniform to show
    Meetings planned ahead: too few or too uniform to show
    Tasks given: 19
    Tasks that worked: 10
    Tasks still stuck: too few or too uniform to show
    Guiding questions talked about: 10
    Calls for support: too few or too uniform to show
    Asked whether there is still time: too few or too uniform to show
    Mood: 3.5 of 5

    What needs a decision
    Nothing at the moment.
    ");
    world.pass(Duration::weeks(4));
    work(&mut world, &all, SECOND).await;
    world.pass(Duration::weeks(4));
    insta::assert_snapshot!(digest(&mut world, Language::En).await, @r"
    Weekly digest: Pilot

    How the programme stands
    Tandems: 10 open · 10 begun · 0 ended
    People: 20 taking part · 0 with a proposal · 0 free

    Inside the tandems, 1 March 2027 to 28 March 2027
    Meetings held: too few or too uniform to show
    Meetings planned ahead: too few or too uniform to show
    Tasks given: 27 (before: not shown · 19)
    Tasks that worked: 10 (before: not shown · 10)
    Tasks still stuck: 6
    Guiding questions talked about: 11 (before: not shown · 10)
    Calls for support: too few or too uniform to show
    Asked whether there is still time: too few or too uniform to show
    Mood: 4.5 of 5 (before: not shown · 3.5)

    What needs a decision
    Nothing at the moment.
    ");
    world.programme_set("language", "de").await;
    insta::assert_snapshot!(read(&mut world).await, @r"
    Wochenüberblick: Pilot

    So steht das Programm
    Tandems: 10 offen · 10 begonnen · 0 beendet
    Personen: 20 dabei · 0 mit Vorschlag · 0 frei

    In den Tandems, 1. März 2027 bis 28. März 2027
    Treffen, die stattfanden: zu wenig oder zu einheitlich, um gezeigt zu werden
    Treffen, die geplant sind: zu wenig oder zu einheitlich, um gezeigt zu werden
    Aufgaben gegeben: 27 (davor: nicht gezeigt · 19)
    Aufgaben, die geklappt haben: 10 (davor: nicht gezeigt · 10)
    Aufgaben, bei denen es noch hakt: 6
    Impulsfragen, über die gesprochen wurde: 11 (davor: nicht gezeigt · 10)
    Bitten um Unterstützung: zu wenig oder zu einheitlich, um gezeigt zu werden
    Gefragt, ob noch Zeit ist: zu wenig oder zu einheitlich, um gezeigt zu werden
    Stimmung: 4,5 von 5 (davor: nicht gezeigt · 3,5)

    Was zu entscheiden ist
    Im Augenblick nichts.
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
    Wochenüberblick: Pilot

    So steht das Programm
    Tandems: 9 offen · 9 begonnen · 0 beendet
    Personen: 18 dabei · 0 mit Vorschlag · 0 frei

    In den Tandems, 4. Januar 2027 bis 31. Januar 2027
    Treffen, die stattfanden: wird erst ab 8 Tandems gezeigt
    Treffen, die geplant sind: wird erst ab 8 Tandems gezeigt
    Aufgaben gegeben: wird erst ab 8 Tandems gezeigt
    Aufgaben, die geklappt haben: wird erst ab 8 Tandems gezeigt
    Aufgaben, bei denen es noch hakt: wird erst ab 8 Tandems gezeigt
    Impulsfragen, über die gesprochen wurde: wird erst ab 8 Tandems gezeigt
    Bitten um Unterstützung: wird erst ab 8 Tandems gezeigt
    Gefragt, ob noch Zeit ist: wird erst ab 8 Tandems gezeigt
    Stimmung: wird erst ab 10 Personen gezeigt

    Was zu entscheiden ist
    Im Augenblick nichts.
    ");
}
