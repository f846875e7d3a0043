use super::*;
use crate::app::testing::{LOBBY, MENTEE, MENTOR, ROOM};
use crate::discord::testing::Desk;
use crate::domain::post::PostKind;

const TANDEM: TandemId = TandemId(1);

#[tokio::test]
async fn a_day_is_shown_as_understood_before_it_counts_and_strangers_are_suggested_nothing() {
    let mut desk = Desk::new().await;
    let offered = desk.suggested(MENTEE, ROOM, "pause", "").await;
    let labels: Vec<&str> = offered.iter().map(|(_, label)| label.as_str()).collect();
    assert_eq!(labels, ["Monday, 11 January 2027", "Monday, 18 January 2027", "Monday, 1 February 2027"]);
    let friday = ("2027-01-08".to_owned(), "Friday, 8 January 2027".to_owned());
    assert_eq!(desk.suggested(MENTOR, ROOM, "pause", "fr").await, [friday]);
    assert!(desk.suggested(MENTOR, ROOM, "pause", "3/12").await.is_empty(), "two days");
    assert!(desk.suggested(UserId(9), ROOM, "pause", "").await.is_empty());
}

#[tokio::test]
async fn either_pauses_by_command_button_or_form_and_reads_what_the_other_will_see() {
    let mut desk = Desk::new().await;
    let asked = desk.command(MENTEE, LOBBY, "pause", &[]).await;
    assert!(asked.contains("Only you see this question"), "{asked}");
    assert!(asked.contains("[1 week pause-1:1] [2 weeks pause-2:1] [4 weeks pause-4:1]"), "{asked}");
    let noted = desk.press(MENTEE, ROOM, Button::PauseTwoWeeks(TANDEM), &[], None).await;
    assert!(noted.starts_with("Noted: your tandem is paused until <t:1800270000:D>"), "{noted}");
    let (post, calls) = desk.post(PostKind::PauseSet).await.unwrap();
    assert!(
        post.starts_with("This tandem is paused until <t:1800270000:D>.") && !post.contains("<@"),
        "{post}"
    );
    assert!(calls.is_empty());
    let form = desk.press(MENTOR, ROOM, Button::PauseDate(TANDEM), &[], None).await;
    assert!(form.starts_with("form: Pause until another day"), "{form}");
    let moved = desk.submit(MENTOR, ROOM, Button::PauseDate(TANDEM), (UNTIL, "25 January")).await;
    assert!(moved.contains("<t:1800874800:D>"), "{moved}");
    let standing = desk.command(MENTEE, ROOM, "pause", &[]).await;
    assert!(standing.contains("<t:1800874800:D>") && standing.contains("End the pause now"), "{standing}");
    let refused = desk.command(MENTEE, ROOM, "pause", &[("until", "today")]).await;
    assert_eq!(refused, "A pause begins at once; please choose a day from tomorrow on.");
    let ended = desk.press(MENTEE, ROOM, Button::PauseEnd(TANDEM), &[], None).await;
    assert!(ended.starts_with("Your tandem is no longer paused."), "{ended}");
    let (post, calls) = desk.post(PostKind::PauseOver).await.unwrap();
    assert_eq!(
        post,
        "<@2001>, <@2002>, the pause is over.\nNothing has been left waiting; you can go on from where you stopped."
    );
    assert!(calls.is_empty(), "ended early, it calls nobody");
}

#[tokio::test]
async fn the_summary_names_what_is_still_open_and_the_question_that_waited() {
    let mut desk = Desk::new().await;
    for due in ["tomorrow", "6 January", "7 January", "20 January"] {
        desk.command(MENTOR, ROOM, "task assign", &[("text", "Pair the headset"), ("due", due)]).await;
    }
    desk.command(MENTEE, ROOM, "pause", &[("until", "11 January")]).await;
    desk.command(MENTEE, ROOM, "worked", &[("task", "2")]).await;
    desk.world.pass(Duration::hours(1));
    let (programme, now) = (desk.world.programme.id, desk.world.now());
    crate::app::questions::ask_all(&mut desk.world.conn, programme, now, now).await.unwrap();
    for _ in 0..7 {
        desk.world.pass(Duration::days(1));
        let now = desk.world.now();
        while crate::scheduler::tick(&mut desk.world.conn, now).await.unwrap() {}
    }
    let (post, calls) = desk.post(PostKind::PauseOver).await.unwrap();
    let lines: Vec<&str> = post.lines().collect();
    assert_eq!(lines[0], "<@2001>, <@2002>, the pause is over.");
    assert_eq!(lines[1], "Due in the meantime and still open: tasks 1 and 3.");
    assert_eq!(lines[2], "| A guiding question has been waiting for you both |");
    assert_eq!((lines.len(), calls.len()), (4, 2));
}

#[tokio::test]
async fn the_summary_names_what_came_due_around_meetings_with_its_buttons() {
    let mut desk = Desk::new().await;
    desk.command(MENTOR, ROOM, "session plan", &[("when", "5 January 14:00")]).await;
    desk.command(MENTEE, ROOM, "session plan", &[("when", "6 January 14:00")]).await;
    desk.world.pass(Duration::days(1) + Duration::hours(4));
    desk.press(MENTEE, ROOM, Button::MeetingHeld(crate::domain::ids::MeetingId(1)), &[], None).await;
    desk.command(MENTEE, ROOM, "pause", &[("until", "11 January")]).await;
    for _ in 0..7 {
        desk.world.pass(Duration::days(1));
        let now = desk.world.now();
        while crate::scheduler::tick(&mut desk.world.conn, now).await.unwrap() {}
    }
    let (post, _) = desk.post(PostKind::PauseOver).await.unwrap();
    assert!(post.contains("Still open is whether the meeting on <t:1799240400:D> took place."), "{post}");
    assert!(post.contains("`/task ideas` has ideas for a small task."), "{post}");
    assert!(post.contains("[We met meeting-held:2] [Not this time meeting-not:2]"), "{post}");
}
