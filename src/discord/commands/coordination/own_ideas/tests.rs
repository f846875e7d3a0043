use chrono::Duration;
use insta::assert_snapshot;

use super::*;
use crate::app::effect;
use crate::app::testing::{COORDINATORS, LOBBY, MENTEE, MENTOR, ROOM};
use crate::discord::testing::Desk;
use crate::domain::idea::{OWN_COUNT_MAX, OwnIdea, Suggestion, own_number};
use crate::domain::ids::{ChannelId, IdeasId, TandemId, UserId};
use crate::domain::language::Language;
use crate::domain::meeting::Meeting;
use crate::domain::post::PostKind;
use crate::domain::tandem::Side;
use crate::domain::topic::{OWN_MAX as TOPIC_MAX, Topic};
use crate::store::{exec_for_test, meetings, own_ideas as stored, programmes, tasks};

/// Brings in an idea for a topic, or for all.
async fn idea(desk: &mut Desk, theme: Option<Theme>, en: &str, de: &str) -> i64 {
    let programme = desk.world.programme.id;
    stored::own_idea_add(&mut desk.world.conn, programme, theme.as_ref(), (en, de)).await.unwrap()
}

/// The button that gives an own idea in the first tandem.
fn take(number: i64) -> Button {
    let own = OwnIdea { number, theme: None, en: String::new(), de: String::new() };
    Button::IdeaTake(Suggestion::Own(own).id(TandemId(1)))
}

#[tokio::test]
async fn an_own_idea_is_written_in_both_languages_for_a_topic_listed_and_taken_out() {
    let mut desk = Desk::new().await;
    let id = desk.world.programme.id;
    topics::programme_topic_add(&mut desk.world.conn, id, "Our *shop*").await.unwrap();
    let form = Button::OwnIdeaAdd(PageId::of(id, 13));
    let refused = desk.press(MENTOR, LOBBY, form, &[], None).await;
    assert!(refused.starts_with("This command is for the coordinators"), "{refused}");
    let name = "coordination questions add";
    assert!(desk.suggested_for(MENTOR, LOBBY, name, ("topic", "")).await.is_empty(), "D9");
    desk.roles = vec![COORDINATORS];
    let offered = desk.suggested_for(MENTOR, LOBBY, name, ("topic", "shop")).await;
    assert_eq!(offered, [("Our *shop*".to_owned(), "Our *shop*".to_owned())]);
    assert_eq!(desk.suggested_for(MENTOR, LOBBY, name, ("topic", "")).await.len(), 13);
    let options = [("kind", "idea"), ("topic", "Our *shop*")];
    assert_snapshot!(desk.command(MENTOR, LOBBY, name, &options).await, @r"
    An idea of your own needs its words in English and in German: each tandem reads it in its language. Meant for: Our \*shop\*.
    [Add an idea own-idea-add:1013]
    ");
    let alone = desk.command(MENTOR, LOBBY, name, &[("topic", "künstliche intelligenz")]).await;
    assert!(alone.contains("Meant for: Artificial intelligence."), "questions have no topic: {alone}");
    let foreign = desk.command(MENTOR, LOBBY, name, &[("kind", "idea"), ("topic", "Passwords")]).await;
    assert_snapshot!(foreign, @"This programme has no such topic; please choose one of those suggested, or none for an idea that suits them all.");
    assert_snapshot!(desk.press(MENTOR, LOBBY, form, &[], None).await, @r#"
    form: An idea of your own
    In German (An hour at most, as it would be handed over: Draw a chart by hand and bring it along) = ""
    In English (An hour at most, as it would be handed over: Draw a chart by hand and bring it along) = ""
    "#);
    let words = [("german", "*Etwas* bestellen"), ("english", "Order *something*")];
    assert_snapshot!(desk.submit_all(MENTOR, LOBBY, form, &words).await, @"Added as number 20001. It comes before the ideas the bot brings, in the tandem's language.");
    idea(&mut desk, None, "Draw", "Zeichnen").await;
    let list = [("kind", "idea")];
    assert_snapshot!(desk.command(MENTOR, LOBBY, "coordination questions list", &list).await, @r"
    | Pilot: own ideas for tasks |
    **20001** (Our \*shop\*) Order \*something\*

    **20002** (every topic) Draw
    2 of your own, beside 4 for each topic that the bot brings. Only you see this.
    [Add an idea own-idea-add:1000]
    ");
    let questions = desk.command(MENTOR, LOBBY, "coordination questions list", &[]).await;
    assert!(questions.contains("guiding questions") && !questions.contains("Order"), "{questions}");
    assert_snapshot!(desk.numbered(MENTOR, LOBBY, "coordination questions remove", own_number(1)).await, @"Number 20001 is not suggested any more. Tasks that came of it stay.");
    let listed = desk.command(MENTOR, LOBBY, "coordination questions list", &list).await;
    assert!(!listed.contains("Order") && listed.contains("Draw"), "{listed}");
}

#[tokio::test]
async fn the_longest_ideas_fit_into_lists_and_invitations_and_every_one_is_reached() {
    for language in Language::ALL {
        let mut desk = Desk::new().await;
        desk.roles = vec![COORDINATORS];
        let sql = format!("UPDATE tandem SET language = '{}'", language.code());
        exec_for_test(&mut desk.world.conn, &sql).await.unwrap();
        let theme = Theme::Own("*".repeat(TOPIC_MAX));
        for number in 0..OWN_COUNT_MAX {
            let words = format!("{number:03}{}", "*".repeat(OWN_MAX - 3));
            idea(&mut desk, Some(theme.clone()), &words, &words).await;
        }
        let programme = desk.world.programme.id;
        let topic = "*".repeat(TOPIC_MAX);
        topics::programme_topic_add(&mut desk.world.conn, programme, &topic).await.unwrap();
        desk.command(MENTEE, ROOM, "topic pick", &[("topic", &topic)]).await;
        let pages = OWN_COUNT_MAX.div_ceil(SHOWN);
        let (mut listed, mut offered) = (String::new(), String::new());
        for page in 0..pages {
            let next = Button::OwnIdeasNext(PageId::of(programme, page));
            listed += &desk.press(MENTOR, LOBBY, next, &[], None).await;
            for place in [0, 13] {
                let more = Button::IdeasMore(IdeasId::of(TandemId(1), place, page));
                offered += &desk.press(MENTOR, ROOM, more, &[], None).await;
            }
        }
        for number in 0..OWN_COUNT_MAX {
            let words = format!("{number:03}\\*");
            assert_eq!((listed.matches(&words).count(), offered.matches(&words).count()), (1, 2), "{words}");
        }
        let invited = invitation(&mut desk).await;
        assert_eq!(invited.matches("idea-take:-").count(), 3, "{invited}");
    }
}

/// The invitation to leave a task after a meeting that was just held.
async fn invitation(desk: &mut Desk) -> String {
    let (tandem, now) = (desk.world.tandem_in(ROOM).await.id, desk.world.now());
    let at = now - Duration::hours(2);
    let new = Meeting::planned(tandem, Side::Mentor, at, 60, String::new(), at - Duration::days(2));
    let meeting = meetings::meeting_add(&mut desk.world.conn, &new).await.unwrap();
    meetings::meeting_held_set(&mut desk.world.conn, meeting, now).await.unwrap();
    let programme = desk.world.programme.clone();
    effect::post_plan(&mut desk.world.conn, &programme, tandem, PostKind::Ideas, meeting.0, now, &[])
        .await
        .unwrap();
    desk.post(PostKind::Ideas).await.unwrap().0
}

#[tokio::test]
async fn own_ideas_come_first_and_one_press_gives_one_in_the_tandems_language() {
    let mut desk = Desk::new().await;
    exec_for_test(&mut desk.world.conn, "UPDATE tandem SET language = 'de'").await.unwrap();
    let general = idea(&mut desk, None, "Draw a *chart*", "Ein *Diagramm* zeichnen").await;
    let ai = idea(&mut desk, Some(Theme::Catalogue(Topic::Ai)), "Ask it", "Sie fragen").await;
    idea(&mut desk, Some(Theme::Catalogue(Topic::Devices)), "Pair it", "Koppeln").await;
    desk.command(MENTEE, ROOM, "topic pick", &[("topic", "ai")]).await;
    let first = desk.command(MENTOR, ROOM, "task ideas", &[]).await;
    let rows: Vec<&str> = first.lines().filter(|line| line.starts_with("**")).collect();
    assert_eq!(rows[..2], ["**1** Ask it", "**2** Draw a \\*chart\\*"], "{first}");
    assert!(rows.len() == SHOWN && !first.contains("Pair it"), "{first}");
    let more = Button::IdeasMore(IdeasId::of(TandemId(1), 0, 1));
    assert!(first.contains(&more.to_string()), "{first}");
    let rest = desk.press(MENTOR, ROOM, more, &[], None).await;
    assert!(rest.contains("**6** ") && !rest.contains("**7** ") && rest.contains("Give idea 6"), "{rest}");
    let given = desk.press(MENTOR, ROOM, take(general), &[], None).await;
    assert!(given.starts_with("Task 1 for <@2002>"), "{given}");
    let card = desk.post(PostKind::TaskCard).await.unwrap().0;
    assert!(card.contains("Ein \\*Diagramm\\* zeichnen"), "{card}");
    let again = desk.press(MENTOR, ROOM, take(general), &[], None).await;
    assert!(again.starts_with("This idea is already open as task 1"), "{again}");
    desk.roles = vec![COORDINATORS];
    desk.numbered(MENTOR, LOBBY, "coordination questions remove", ai).await;
    desk.roles.clear();
    let gone = desk.press(MENTOR, ROOM, take(ai), &[], None).await;
    assert_snapshot!(gone, @"This idea has been taken out meanwhile; `/task ideas` shows the others.");
    assert_eq!(tasks::tasks_of(&mut desk.world.conn, TandemId(1)).await.unwrap().len(), 1);
}

#[tokio::test]
async fn an_invitation_begins_with_own_ideas_and_brings_none_up_that_was_a_task_already() {
    let mut desk = Desk::new().await;
    let own = idea(&mut desk, None, "Draw a *chart*", "Ein Diagramm zeichnen").await;
    desk.command(MENTEE, ROOM, "topic pick", &[("topic", "devices")]).await;
    desk.world.pass(Duration::days(1));
    assert_snapshot!(invitation(&mut desk).await, @r"
    <@2001>, how about a small task for <@2002> before next time? Here are three ideas (topic: Mobile devices). One press makes one of them a task; `/task edit` puts it into your own words.
    | Ideas for small tasks |
    **1** Draw a \*chart\*
    **2** Pair a headset with your phone and your computer, and change from one to the other during a call.
    **3** Scan a paper document with your phone, store it where the team finds it, and do without the paper.
    [Give idea 1 as a task idea-take:-1000000001] [Give idea 2 as a task idea-take:10901] [Give idea 3 as a task idea-take:10902]
    ");
    desk.press(MENTOR, ROOM, take(own), &[], None).await;
    desk.world.pass(Duration::days(8));
    let next = invitation(&mut desk).await;
    assert!(!next.contains("chart") && next.matches("[Give idea").count() == 3, "{next}");
}

#[tokio::test]
async fn an_idea_of_another_programme_is_neither_shown_nor_given_whatever_button_is_pressed() {
    let mut desk = Desk::new().await;
    let mut second = desk.world.programme.clone();
    second.name = "2027".into();
    let second = programmes::programme_add(&mut desk.world.conn, &second).await.unwrap().unwrap();
    let words = ("Zaunkönig", "Zaunkönig");
    let foreign = stored::own_idea_add(&mut desk.world.conn, second, None, words).await.unwrap();
    let other_room = ChannelId(3_003);
    desk.world.tandem(UserId(3_001), UserId(3_002), other_room).await;
    let own = idea(&mut desk, None, "Draw", "Zeichnen").await;
    let read = desk.press(MENTOR, ROOM, take(foreign), &[], None).await;
    assert_eq!(read, say(Language::En, "refusal-idea-gone").text());
    let shown = desk.command(MENTOR, ROOM, "task ideas", &[]).await;
    assert!(shown.contains("Draw") && !shown.contains("Zaunkönig"), "{shown}");
    // The number of an own idea leads nobody into another tandem.
    for place in [other_room, ROOM, LOBBY] {
        let read = desk.press(UserId(3_001), place, take(own), &[], None).await;
        assert!(!read.starts_with("Task"), "{read}");
    }
    for tandem in [1, 2] {
        assert!(tasks::tasks_of(&mut desk.world.conn, TandemId(tandem)).await.unwrap().is_empty());
    }
}
