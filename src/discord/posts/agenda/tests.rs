use insta::assert_snapshot;

use super::*;
use crate::app::testing::{LOBBY, MENTEE, MENTOR, ROOM, World};
use crate::app::{follow, questions as asking};
use crate::discord::testing::Desk;
use crate::domain::ids::IdeaId;
use crate::domain::tandem::Side;
use crate::domain::task::{NOTE_MAX as TASK_NOTE_MAX, TEXT_MAX as TASK_TEXT_MAX};
use crate::domain::template::Template;
use crate::domain::topic::{Idea, POINT_MAX, POINTS_MAX};
use chrono::Duration;

/// A meeting in so many days, with the bot's work around it.
async fn meets(world: &mut World, days: i64, place: &str) -> MeetingId {
    let (tandem, now) = (world.tandem_in(ROOM).await.id, world.now());
    let at = now + Duration::days(days);
    let new = Meeting::planned(tandem, Side::Mentor, at, 60, place.to_owned(), now);
    let id = meetings::meeting_add(&mut world.conn, &new).await.unwrap();
    let programme = world.programme.clone();
    follow::reschedule(&mut world.conn, &programme, tandem, now).await.unwrap();
    id
}

async fn run(world: &mut World) {
    let now = world.now();
    while crate::scheduler::tick(&mut world.conn, now).await.unwrap() {}
}

async fn assign(desk: &mut Desk, text: &str) {
    desk.command(MENTOR, ROOM, "task assign", &[("text", text)]).await;
}

#[tokio::test]
async fn a_stuck_task_stands_on_the_next_agenda_with_its_note_the_topic_and_what_either_put_down() {
    let mut desk = Desk::new().await;
    assign(&mut desk, "Pair the *headset*").await;
    assign(&mut desk, "Mute yourself").await;
    desk.command(MENTEE, ROOM, "stuck", &[("task", "1"), ("note", "No blue light")]).await;
    desk.command(MENTEE, ROOM, "worked", &[("task", "2")]).await;
    desk.command(MENTEE, ROOM, "topic pick", &[("topic", "devices")]).await;
    desk.command(MENTEE, ROOM, "topic propose", &[("text", "Where do updates come from?")]).await;
    let (programme, now) = (desk.world.programme.id, desk.world.now());
    asking::ask_all(&mut desk.world.conn, programme, now, now).await.unwrap();
    meets(&mut desk.world, 3, "Room 4.12").await;
    desk.world.pass(Duration::days(2));
    run(&mut desk.world).await;
    let (agenda, called) = desk.post(PostKind::Agenda).await.unwrap();
    let (agenda, question) = agenda.split_once("Guiding question: ").unwrap();
    assert_snapshot!(agenda, @r"
    <@2001>, <@2002>, your next meeting: <t:1799312400:F> (<t:1799312400:R>).
    Where: Room 4.12
    You have not both confirmed this date yet. One press is enough; `/session move` finds another one.
    | Agenda |
    Topic: Mobile devices
    Tasks so far: 1 · stuck: Pair the \*headset\* (note: No blue light)
    2 · worked: Mute yourself
    Noted by you two: • Where do updates come from?
    ");
    assert!(question.contains('?'), "{question}");
    assert_eq!(called, [MENTOR, MENTEE]);
}

#[tokio::test]
async fn what_was_left_over_stands_on_the_agenda_after_it() {
    let mut desk = Desk::new().await;
    for text in ["Still open", "Works later", "Worked before"] {
        assign(&mut desk, text).await;
    }
    desk.command(MENTEE, ROOM, "worked", &[("task", "3")]).await;
    desk.command(MENTOR, ROOM, "topic propose", &[("text", "Not reached")]).await;
    meets(&mut desk.world, 1, "").await;
    desk.world.pass(Duration::days(2));
    desk.command(MENTEE, ROOM, "worked", &[("task", "2")]).await;
    assign(&mut desk, "New").await;
    desk.command(MENTOR, ROOM, "topic propose", &[("text", "Also new")]).await;
    meets(&mut desk.world, 20, "").await;
    desk.world.pass(Duration::days(19));
    run(&mut desk.world).await;
    assert_snapshot!(desk.post(PostKind::Agenda).await.unwrap().0, @r"
    <@2001>, <@2002>, your next meeting: <t:1800954000:F> (<t:1800954000:R>).
    You have not both confirmed this date yet. One press is enough; `/session move` finds another one.
    | Agenda |
    Topic: Not chosen yet: `/topic pick` chooses one.
    Tasks since last time: 2 · worked: Works later
    4 · open: New
    Noted by you two: • Also new
    Left over from last time: 1 · open: Still open
    • Not reached
    [Confirm meeting-confirm:2] [Something for the agenda topic-propose:1]
    ");
}

#[tokio::test]
async fn the_longest_agenda_fits_into_one_message_in_every_language() {
    for language in ["en", "de", "de-x-formal"] {
        let mut desk = Desk::new().await;
        let sql = format!("UPDATE tandem SET language = '{language}'");
        crate::store::exec_for_test(&mut desk.world.conn, &sql).await.unwrap();
        for round in 0..2 {
            for number in 1..=12 {
                assign(&mut desk, &"*".repeat(TASK_TEXT_MAX)).await;
                let (number, note) = ((round * 12 + number).to_string(), "_".repeat(TASK_NOTE_MAX));
                desk.command(MENTEE, ROOM, "stuck", &[("task", &number), ("note", &note)]).await;
            }
            for _ in 0..POINTS_MAX / 2 {
                desk.command(MENTEE, ROOM, "topic propose", &[("text", &"|".repeat(POINT_MAX))]).await;
            }
            meets(&mut desk.world, 20, &"~".repeat(300)).await;
            desk.world.pass(Duration::days(if round == 0 { 21 } else { 19 }));
        }
        run(&mut desk.world).await;
        let (agenda, _) = desk.post(PostKind::Agenda).await.unwrap();
        assert!(agenda.chars().count() <= 6_000, "{}", agenda.chars().count());
        assert!(agenda.contains("Agenda"), "{agenda}");
    }
}

#[tokio::test]
async fn after_the_meeting_both_are_asked_and_the_post_does_not_change_with_an_answer() {
    let mut desk = Desk::new().await;
    let id = meets(&mut desk.world, 1, "").await;
    desk.world.pass(Duration::days(1) + Duration::hours(3));
    run(&mut desk.world).await;
    let (asked, called) = desk.post(PostKind::DidYouMeet).await.unwrap();
    assert_snapshot!(asked, @r"
    <@2001>, <@2002>, did you meet on <t:1799139600:D>? A yes from one of you is enough, and both answers are fine. I show nobody who answers what; the coordinators see only sums over several tandems. *How was it?* asks each of you privately.
    [We met meeting-held:1] [Not this time meeting-not:1] [How was it? meeting-feedback:1]
    ");
    assert_eq!(called, [MENTOR, MENTEE]);
    desk.world.outbox_clear().await;
    assert_snapshot!(desk.press(MENTEE, ROOM, Button::MeetingNot(id), &[], None).await, @r"
    That is fine. If you like, plan another date right away.
    [Plan another date meeting-plan:1]
    ");
    assert_snapshot!(desk.press(MENTOR, ROOM, Button::MeetingHeld(id), &[], None).await, @r"
    Noted: you met.

    How was the meeting with <@2002> on <t:1799139600:D>?
    Nobody sees your number, neither your partner nor the coordinators. It goes into a mean over a period, which the coordinators see in half steps and only when at least 5 people have answered.
    [1 · not helpful rate-1:1] [2 · a little helpful rate-2:1] [3 · so-so rate-3:1] [4 · helpful rate-4:1] [5 · very helpful rate-5:1]
    ");
    let asked = desk.press(MENTEE, LOBBY, Button::MeetingFeedback(id), &[], None).await;
    assert!(asked.starts_with("How was the meeting with <@2001> on <t:1799139600:D>?"), "{asked}");
    assert!(desk.world.outbox().await.is_empty(), "neither answer edits or posts anything");
}

#[tokio::test]
async fn the_mentor_is_invited_with_three_ideas_for_the_topic_and_what_is_open_is_shown_half_way() {
    let mut desk = Desk::new().await;
    desk.command(MENTEE, ROOM, "topic pick", &[("topic", "devices")]).await;
    let id = meets(&mut desk.world, 1, "").await;
    desk.world.pass(Duration::days(1) + Duration::hours(3));
    desk.press(MENTEE, ROOM, Button::MeetingHeld(id), &[], None).await;
    desk.world.pass(Duration::days(1));
    run(&mut desk.world).await;
    let (invited, called) = desk.post(PostKind::Ideas).await.unwrap();
    assert_snapshot!(invited, @r"
    <@2001>, how about a small task for <@2002> before next time? Here are three ideas (topic: Mobile devices). One press makes one of them a task; `/task edit` puts it into your own words.
    | Ideas for small tasks |
    **1** Pair a headset with your phone and your computer, and change from one to the other during a call.
    **2** Scan a paper document with your phone, store it where the team finds it, and do without the paper.
    **3** Look at the screen time of last week, and turn off the notifications of the two apps at the top.
    [Give idea 1 as a task idea-take:10901] [Give idea 2 as a task idea-take:10902] [Give idea 3 as a task idea-take:10903]
    ");
    assert_eq!(called, [MENTOR, MENTEE]);
    desk.press(MENTOR, ROOM, Button::IdeaTake(crate::domain::ids::IdeaId(10_902)), &[], None).await;
    assert!(desk.post(PostKind::Ideas).await.is_none(), "a task was given before it went out");
    desk.world.pass(Duration::days(11));
    run(&mut desk.world).await;
    assert_snapshot!(desk.post(PostKind::HalfWay).await.unwrap().0, @r"
    | Still open before you next meet |
    If something no longer fits, whoever gave it can change or withdraw it.

    1 · open: Scan a paper document with your phone, store it where the team finds it, and do without the paper.
    ");
    desk.command(MENTEE, ROOM, "worked", &[]).await;
    assert!(desk.post(PostKind::HalfWay).await.is_none(), "nothing is open any more");
}

#[tokio::test]
async fn apprentices_are_invited_with_ideas_of_their_fields_alone_whatever_was_picked_before() {
    for picked in ["", "UPDATE topic SET code = 'ai', words = NULL"] {
        let mut desk = Desk::new().await;
        desk.world.programme_set("template", "apprentice").await;
        if !picked.is_empty() {
            desk.command(MENTEE, ROOM, "topic pick", &[("topic", "devices")]).await;
            crate::store::exec_for_test(&mut desk.world.conn, picked).await.unwrap();
        }
        let id = meets(&mut desk.world, 1, "").await;
        desk.world.pass(Duration::days(1) + Duration::hours(3));
        desk.press(MENTEE, ROOM, Button::MeetingHeld(id), &[], None).await;
        desk.world.pass(Duration::days(1));
        run(&mut desk.world).await;
        let (invited, _) = desk.post(PostKind::Ideas).await.unwrap();
        let ideas: Vec<i64> = invited
            .split("idea-take:")
            .skip(1)
            .map(|rest| rest.split(']').next().unwrap().parse().unwrap())
            .collect();
        assert_eq!(ideas.len(), 3, "{invited}");
        for number in ideas {
            let (_, idea) = Idea::of(IdeaId(number)).unwrap();
            assert!(Template::Apprentice.topics().contains(&idea.topic), "{picked}: {invited}");
        }
        assert!(!invited.contains("topic: "), "{invited}");
    }
}

#[tokio::test]
async fn agenda_and_last_reminder_say_that_a_date_is_unconfirmed_until_both_have_confirmed() {
    for confirmed in [false, true] {
        let mut desk = Desk::new().await;
        let id = meets(&mut desk.world, 3, "").await;
        if confirmed {
            desk.press(MENTEE, ROOM, Button::MeetingConfirm(id), &[], None).await;
        }
        desk.world.pass(Duration::days(2));
        run(&mut desk.world).await;
        let agenda = desk.post(PostKind::Agenda).await.unwrap().0;
        let (tandem, now) = (desk.world.tandem_in(ROOM).await.id, desk.world.now());
        let programme = desk.world.programme.clone();
        crate::app::effect::post_plan(
            &mut desk.world.conn,
            &programme,
            tandem,
            PostKind::MeetingSoon,
            id.0,
            now,
            &[],
        )
        .await
        .unwrap();
        let soon = desk.post(PostKind::MeetingSoon).await.unwrap().0;
        for post in [agenda, soon] {
            assert_eq!(post.contains("You have not both confirmed this date yet."), !confirmed, "{post}");
            assert_eq!(post.contains("[Confirm meeting-confirm:1]"), !confirmed, "{post}");
        }
    }
}
