use insta::assert_snapshot;

use crate::app::testing::{MENTEE, MENTOR, ROOM, World};
use crate::discord::button::Button;
use crate::discord::testing::Desk;
use crate::domain::ids::{ChannelId, PostId, TandemId, TaskId, UserId};
use crate::domain::post::PostKind;
use crate::domain::task::{NOTE_MAX, OPEN_MAX, TEXT_MAX};
use crate::store::{self, posts};

const STRANGER: UserId = UserId(9_999);
const ELSEWHERE: ChannelId = ChannelId(4_242);

async fn assign(desk: &mut Desk, text: &str) -> String {
    desk.command(MENTOR, ROOM, "task assign", &[("text", text)]).await
}

async fn speak(world: &mut World, language: &str) {
    let sql = format!("UPDATE tandem SET language = '{language}'");
    store::exec_for_test(&mut world.conn, &sql).await.unwrap();
}

/// Takes the newest post of a kind as sent.
async fn sent(desk: &mut Desk, kind: PostKind) {
    let post = posts::post_about(&mut desk.world.conn, kind, 1).await.unwrap().unwrap();
    let message = crate::domain::ids::MessageId(70_000 + post.id.0.cast_unsigned());
    posts::post_bind(&mut desk.world.conn, post.id, ROOM, message).await.unwrap();
}

#[tokio::test]
async fn the_card_shows_what_is_to_be_done_and_offers_two_answers() {
    let mut desk = Desk::new().await;
    let options = [("text", "Pair the *headset*"), ("due", "20 Jan"), ("link", "https://example.org/a_b")];
    assert_snapshot!(desk.command(MENTOR, ROOM, "task assign", &options).await, @"Task 1 for <@2002> will be in the channel in a moment. I will remind you both the day before <t:1800442800:D>.");
    let (card, called) = desk.post(PostKind::TaskCard).await.unwrap();
    assert_snapshot!(card, @r#"
    | Task 1 |
    Pair the \*headset\*
    For: <@2002>
    By: <t:1800442800:D>
    Link: https://example.org/a_b
    State: open
    ✅ worked · 🧩 stuck · or press a button
    [Worked task-worked:1] [Stuck task-stuck:1]
    "#);
    assert!(called.is_empty());
    desk.command(MENTEE, ROOM, "stuck", &[("note", "No *blue* light")]).await;
    assert_snapshot!(desk.post(PostKind::TaskCard).await.unwrap().0, @r#"
    | Task 1 |
    Pair the \*headset\*
    For: <@2002>
    By: <t:1800442800:D>
    Link: https://example.org/a_b
    State: stuck
    Note: No \*blue\* light
    ✅ worked · 🧩 stuck · or press a button
    [Worked task-worked:1] [Add a note task-note:1] [Take it back task-undo:1]
    "#);
    desk.command(MENTOR, ROOM, "task cancel", &[("task", "1")]).await;
    assert_snapshot!(desk.post(PostKind::TaskCard).await.unwrap().0, @r#"
    | Task 1 |
    Pair the \*headset\*
    For: <@2002>
    By: <t:1800442800:D>
    Link: https://example.org/a_b
    State: withdrawn
    Note: No \*blue\* light
    "#);
}

#[tokio::test]
async fn a_report_is_answered_privately_and_told_to_the_giver_with_both_called() {
    let mut desk = Desk::new().await;
    assign(&mut desk, "Pair the headset").await;
    assert_snapshot!(desk.command(MENTEE, ROOM, "stuck", &[("note", "No light")]).await, @r#"
    Task 1 is noted as stuck. <@2001> reads it in the channel, and you can look at it together next time.
    [Add a note task-note:1] [Take it back task-undo:1]
    "#);
    let (told, called) = desk.post(PostKind::TaskStuck).await.unwrap();
    assert_snapshot!(told, @r#"
    <@2001>, <@2002> is stuck on task 1. A good subject for your next meeting.
    Note: No light
    "#);
    assert_eq!(called, [MENTOR, MENTEE]);
    assert_snapshot!(desk.press(MENTEE, ROOM, Button::TaskStuck(TaskId(1)), &[], None).await, @r#"
    Task 1 is already marked “stuck”. Nothing has changed.
    [Add a note task-note:1] [Take it back task-undo:1]
    "#);
    assert_snapshot!(desk.press(MENTEE, ROOM, Button::TaskWorked(TaskId(1)), &[], None).await, @r#"
    Task 1 is noted as worked. <@2001> reads it in the channel. If something changes, simply report again.
    [Add a note task-note:1] [Take it back task-undo:1]
    "#);
    assert!(
        desk.post(PostKind::TaskStuck).await.is_none(),
        "a line that a later word has overtaken is not sent"
    );
    assert_snapshot!(desk.press(MENTEE, ROOM, Button::TaskUndo(TaskId(1)), &[], None).await, @"Your report has been taken back; task 1 is open again.");
}

#[tokio::test]
async fn a_line_that_was_sent_follows_the_task() {
    let mut desk = Desk::new().await;
    assign(&mut desk, "x").await;
    desk.command(MENTEE, ROOM, "worked", &[]).await;
    sent(&mut desk, PostKind::TaskWorked).await;
    desk.submit(MENTEE, ROOM, Button::TaskNote(TaskId(1)), ("note", "It was the cable")).await;
    assert_snapshot!(desk.post(PostKind::TaskWorked).await.unwrap().0, @r#"
    <@2001>, task 1 has worked for <@2002>.
    Note: It was the cable
    "#);
    desk.press(MENTEE, ROOM, Button::TaskUndo(TaskId(1)), &[], None).await;
    assert_snapshot!(desk.post(PostKind::TaskWorked).await.unwrap().0, @"<@2001>, task 1 is open again for <@2002>.");
}

#[tokio::test]
async fn several_open_tasks_are_offered_and_the_note_is_carried_along() {
    let mut desk = Desk::new().await;
    assign(&mut desk, "Pair the headset").await;
    assign(&mut desk, "Mute\nyourself").await;
    assert_snapshot!(desk.command(MENTEE, ROOM, "worked", &[("note", "Easy in the end")]).await, @r#"
    Several tasks are open. Which one do you mean?
    | Note |
    Easy in the end
    (Choose a task choose-worked: 1 · Pair the headset / 2 · Mute yourself)
    "#);
    let chosen = desk.press(MENTEE, ROOM, Button::ChooseWorked, &["2"], Some("Easy in the end")).await;
    assert_snapshot!(chosen, @r#"
    Task 2 is noted as worked. <@2001> reads it in the channel. If something changes, simply report again.
    [Add a note task-note:2] [Take it back task-undo:2]
    "#);
    let told = desk.post(PostKind::TaskWorked).await.unwrap().0;
    assert!(told.contains("Easy in the end"), "{told}");
}

#[tokio::test]
async fn the_form_for_a_note_holds_the_one_that_stands_and_is_refused_to_others() {
    let mut desk = Desk::new().await;
    assign(&mut desk, "x").await;
    let form = Button::TaskNote(TaskId(1));
    let early = desk.press(MENTEE, ROOM, form, &[], None).await;
    assert!(!early.starts_with("form"), "{early}");
    desk.command(MENTEE, ROOM, "stuck", &[("note", "No light")]).await;
    assert_snapshot!(desk.press(MENTEE, ROOM, form, &[], None).await, @r#"
    form: Task 1 is stuck
    A note, if you like (Where exactly? The two of you see this in the channel.) = "No light"
    "#);
    assert_snapshot!(desk.press(MENTOR, ROOM, form, &[], None).await, @"This task is your partner's to report on; you can write about it in the channel.");
    assert_snapshot!(desk.submit(MENTEE, ROOM, form, ("note", "Still none")).await, @r#"
    Your note on task 1 is noted. <@2001> reads it in the channel.
    [Add a note task-note:1] [Take it back task-undo:1]
    "#);
}

#[tokio::test]
async fn wrong_input_gets_one_clear_sentence() {
    let mut desk = Desk::new().await;
    assign(&mut desk, "x").await;
    let seen = [
        desk.command(MENTOR, ROOM, "task edit", &[("task", "seven")]).await,
        desk.command(MENTOR, ROOM, "task cancel", &[("task", "7")]).await,
        desk.command(MENTOR, ROOM, "task assign", &[("text", "x"), ("due", "3/4")]).await,
        desk.command(MENTOR, ROOM, "task assign", &[("text", "x"), ("due", "3 Jan")]).await,
        desk.command(MENTOR, ROOM, "task assign", &[("text", "x"), ("due", "2030-01-01")]).await,
        desk.command(MENTOR, ROOM, "task assign", &[("text", "x"), ("link", "www")]).await,
        desk.command(MENTEE, ROOM, "task assign", &[("text", "x")]).await,
        desk.command(MENTOR, ROOM, "worked", &[("task", "1")]).await,
        desk.command(STRANGER, ROOM, "worked", &[("task", "1")]).await,
        desk.command(STRANGER, ELSEWHERE, "feedback", &[]).await,
    ];
    assert_snapshot!(seen.join("\n"), @r#"
    That is not the number of a task; `/task list` shows the numbers.
    There is no task 7 in this tandem; `/task list` shows the ones there are.
    That date can be read as two different days; please write the month as a word, like 3 Dec, or as 2026-12-03.
    That day is in the past; please choose one from today on.
    That day is more than two years away; please choose an earlier one.
    That is not a web address I can show; it has to begin with https:// or http://.
    In this programme the mentors give the tasks; you can propose one in the channel.
    This task is your partner's to report on; you can write about it in the channel.
    This channel belongs to another tandem; please use the command in the channel of your own.
    You have no open tandem at the moment; `/my` shows what is waiting for you.
    "#);
}

#[tokio::test]
async fn a_text_that_calls_everybody_notifies_nobody_and_its_writer_is_told_so() {
    let mut desk = Desk::new().await;
    assert_snapshot!(assign(&mut desk, "@everyone look").await, @r#"
    Task 1 for <@2002> will be in the channel in a moment.
    Mentions in your text notify nobody.
    "#);
    let (card, called) = desk.post(PostKind::TaskCard).await.unwrap();
    assert!(!card.contains("@everyone") && called.is_empty(), "{card}");
}

#[tokio::test]
async fn the_list_is_private_and_fits_however_long_the_tasks_are() {
    let mut desk = Desk::new().await;
    assert_snapshot!(desk.command(MENTEE, ROOM, "task list", &[]).await, @"There are no tasks here yet. `/task assign` gives the first one.");
    assign(&mut desk, "Pair the headset").await;
    desk.command(MENTOR, ROOM, "task assign", &[("text", "Mute yourself"), ("due", "2027-01-20")]).await;
    desk.command(MENTEE, ROOM, "worked", &[("task", "1")]).await;
    assert_snapshot!(desk.command(MENTEE, ROOM, "task list", &[]).await, @r#"
    | Tasks of this tandem |
    2 · open · for <@2002>, by <t:1800442800:D>: Mute yourself
    1 · worked · for <@2002>: Pair the headset
    "#);
    for _ in 0..OPEN_MAX - 1 {
        assign(&mut desk, &"*".repeat(TEXT_MAX)).await;
    }
    let long = desk.command(MENTEE, ROOM, "task list", &[]).await;
    assert!(long.contains("earlier tasks are not shown"), "{long}");
}

#[tokio::test]
async fn the_longest_texts_and_notes_fit_into_every_post() {
    let mut desk = Desk::new().await;
    desk.command(MENTOR, ROOM, "task assign", &[("text", &"*".repeat(TEXT_MAX)), ("due", "2027-01-12")])
        .await;
    desk.command(MENTEE, ROOM, "stuck", &[("note", &"_".repeat(NOTE_MAX))]).await;
    for kind in [PostKind::TaskCard, PostKind::TaskStuck] {
        assert!(desk.post(kind).await.is_some());
    }
}

async fn reminded(desk: &mut Desk, due: &str) {
    let (tandem, at) = (desk.world.tandem_in(ROOM).await.id, due.parse().unwrap());
    crate::app::tasks::remind::remind(&mut desk.world.conn, tandem, at, at).await.unwrap();
}

#[tokio::test]
async fn a_reminder_names_its_task_and_several_become_one() {
    let mut desk = Desk::new().await;
    speak(&mut desk.world, "de-x-formal").await;
    desk.command(MENTOR, ROOM, "task assign", &[("text", "Headset koppeln"), ("due", "2027-01-12")]).await;
    reminded(&mut desk, "2027-01-11T08:00:00Z").await;
    assert_snapshot!(desk.post(PostKind::TaskReminder).await.unwrap().0, @r#"
    <@2002>, für Aufgabe 1 ist Zeit bis zum <t:1799751600:D>: Headset koppeln
    Falls es gerade nicht passt, kann <@2001> mit `/aufgabe ändern` den Termin verschieben.
    "#);
    reminded(&mut desk, "2027-01-12T08:00:00Z").await;
    let (asked, called) = desk.post(PostKind::TaskDue).await.unwrap();
    assert_snapshot!(asked, @r#"
    <@2002>, wie ging es mit Aufgabe 1? Headset koppeln
    Ein Knopfdruck genügt, beides ist in Ordnung. <@2001> liest es hier.
    [Hat geklappt task-worked:1] [Hakt noch task-stuck:1]
    "#);
    assert_eq!(called, [MENTOR, MENTEE]);
    desk.command(MENTOR, ROOM, "task assign", &[("text", "Stumm schalten"), ("due", "2027-01-12")]).await;
    assert_snapshot!(desk.post(PostKind::TaskReminder).await.unwrap().0, @r#"
    <@2002>, für die Aufgaben 1 und 2 ist Zeit bis zum <t:1799751600:D>.
    Falls etwas gerade nicht passt, kann <@2001> mit `/aufgabe ändern` den Termin verschieben.
    "#);
    assert_snapshot!(desk.post(PostKind::TaskDue).await.unwrap().0, @r#"
    <@2002>, wie ging es mit den Aufgaben 1 und 2? Ein Knopfdruck genügt, beides ist in Ordnung. <@2001> liest es hier.
    [Hat geklappt choose-worked] [Hakt noch choose-stuck]
    "#);
    for number in ["1", "2"] {
        desk.command(MENTEE, ROOM, "worked", &[("task", number)]).await;
    }
    assert!(desk.post(PostKind::TaskDue).await.is_none(), "nothing is left to ask about");
}

#[tokio::test]
async fn two_marks_are_asked_about_in_the_room() {
    let mut desk = Desk::new().await;
    assign(&mut desk, "x").await;
    sent(&mut desk, PostKind::TaskCard).await;
    let found = ["✅", "🧩"].map(|emoji| (emoji.to_owned(), vec![MENTEE]));
    let now = desk.world.now();
    crate::app::marks::marks_reread(&mut desk.world.conn, PostId(1), &found, now).await.unwrap();
    let (asked, called) = desk.post(PostKind::MarksDisagree).await.unwrap();
    assert_snapshot!(asked, @r#"
    <@2002>, task 1 carries both marks now. Which one counts? <@2001> can see it here as well.
    [Worked task-worked:1] [Stuck task-stuck:1]
    "#);
    assert_eq!(called, [MENTOR, MENTEE]);
    desk.press(MENTEE, ROOM, Button::TaskWorked(TaskId(1)), &[], None).await;
    assert!(desk.post(PostKind::MarksDisagree).await.is_none(), "a button has settled it");
}

#[tokio::test]
async fn a_question_is_framed_with_its_three_reactions_explained() {
    let mut desk = Desk::new().await;
    let (programme, now) = (desk.world.programme.id, desk.world.now());
    crate::app::questions::ask_all(&mut desk.world.conn, programme, now, now).await.unwrap();
    let (question, called) = desk.post(PostKind::Question).await.unwrap();
    assert!(question.starts_with("| A question for you both |\n"), "{question}");
    assert!(
        question.ends_with("💡 we talked about it · 🤷 nothing for us · ⏭️ another one, please"),
        "{question}"
    );
    assert!(called.is_empty());
}

#[tokio::test]
async fn suggestions_are_ones_own_tasks_and_none_on_refusal() {
    let mut desk = Desk::new().await;
    assign(&mut desk, "Pair the headset").await;
    assign(&mut desk, "Mute yourself").await;
    let own = desk.suggested(MENTEE, ROOM, "worked", "head").await;
    assert_eq!(own, [("1".to_owned(), "1 · Pair the headset".to_owned())]);
    assert_eq!(desk.suggested(MENTOR, ROOM, "task edit", "").await.len(), 2);
    assert!(desk.suggested(MENTEE, ROOM, "task edit", "").await.is_empty());
    assert!(desk.suggested(STRANGER, ROOM, "worked", "").await.is_empty());
    assert!(desk.suggested(STRANGER, ELSEWHERE, "feedback", "").await.is_empty());
}

#[tokio::test]
async fn feedback_says_who_sees_it_before_the_number_is_pressed() {
    let mut desk = Desk::new().await;
    desk.world.programme_set("contact", "Ms *Kaya*").await;
    assert_snapshot!(desk.command(MENTEE, ROOM, "feedback", &[]).await, @r#"
    How is it going in the tandem with <@2001>?
    Nobody sees your number, neither your partner nor the coordinators. It goes into a mean over a period, which the coordinators see in half steps and only when at least 5 people have answered.
    [1 · stuck rate-1:1] [2 · a little stuck rate-2:1] [3 · so-so rate-3:1] [4 · well rate-4:1] [5 · very well rate-5:1]
    "#);
    let tandem = TandemId(1);
    assert_snapshot!(desk.press(MENTEE, ROOM, Button::Rate4(tandem), &[], None).await, @r#"
    Your 4 is noted. If things change, answer again; your latest number in each period counts.
    [Pass on a remark without my name remark-ask:1]
    "#);
    assert_snapshot!(desk.press(MENTEE, ROOM, Button::Rate1(tandem), &[], None).await, @r#"
    Your 1 is noted. If things change, answer again; your latest number in each period counts.
    If it helps to talk about it: Ms \*Kaya\* is there for that, and how much you say is up to you.
    [Pass on a remark without my name remark-ask:1]
    "#);
    assert_eq!(desk.world.dump().await.matches("\nrating:").count(), 1);
}
