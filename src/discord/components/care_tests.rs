//! What the two and the readers of calls see of support, of a partner out of reach, and of a task that is stuck again.

use super::*;
use crate::app::testing::{COORDINATORS, DIGEST, LOBBY, MENTEE, MENTOR, ROOM};
use crate::discord::testing::Desk;
use crate::domain::ids::{ProgrammeId, SupportId, TandemId, TaskId, UserId};
use crate::domain::post::PostKind;

const TANDEM: TandemId = TandemId(1);

#[tokio::test]
async fn who_will_read_a_call_and_its_words_are_shown_before_it_is_sent() {
    let mut desk = Desk::new().await;
    let asked = desk.command(MENTEE, LOBBY, "support", &[]).await;
    assert!(asked.contains("read by whoever has the role <@&1001>, and by nobody else"), "{asked}");
    let form = desk.press(MENTEE, ROOM, Button::SupportWrite, &[], None).await;
    assert!(form.starts_with("form: Support"), "{form}");
    let words = "Could we *talk*?";
    let shown = desk.submit(MENTEE, ROOM, Button::SupportWrite, ("text", words)).await;
    assert!(
        shown.contains("word for word") && shown.contains(words) && shown.contains("<@&1001>"),
        "{shown}"
    );
    assert!(desk.world.outbox().await.is_empty(), "nothing is sent before the second press");
    let again = desk.press(MENTEE, ROOM, Button::SupportWrite, &[], Some(words)).await;
    assert!(again.contains("Could we *talk*?"), "to be changed: {again}");
    let sent = desk.press(MENTEE, ROOM, Button::SupportSend, &[], Some(words)).await;
    assert!(sent.starts_with("Sent to <@&1001>."), "{sent}");
    let (post, calls) = desk.post(PostKind::SupportWaits).await.unwrap();
    assert!(
        post.starts_with("One call for support is waiting in Pilot.") && !post.contains("talk"),
        "{post}"
    );
    assert!(calls.is_empty() && !post.contains("<@"));
    let standing = desk.command(MENTEE, ROOM, "support", &[("text", "another")]).await;
    assert!(
        standing.starts_with(
            "You have one call at a time, so your new words have not been sent. You can take this call back, or write again once it is closed.\nYour call for support is with <@&1001>."
        ) && standing.contains(words)
            && !standing.contains("another"),
        "{standing}"
    );
    let shown = desk.command(MENTEE, ROOM, "support", &[]).await;
    assert!(shown.starts_with("Your call for support is with <@&1001>."), "nothing was to be sent: {shown}");
}

#[tokio::test]
async fn names_and_words_stand_in_private_replies_to_the_role_that_was_named_alone() {
    let mut desk = Desk::new().await;
    desk.press(MENTEE, ROOM, Button::SupportSend, &[], Some("Could we talk?")).await;
    let list = Button::SupportList(ProgrammeId(1));
    let refused = desk.press(MENTOR, DIGEST, list, &[], None).await;
    assert!(refused.starts_with("Calls for support are read only by the role"), "{refused}");
    desk.roles = vec![COORDINATORS];
    let listed = desk.press(UserId(9), DIGEST, list, &[], None).await;
    assert!(listed.contains("Could we talk?") && listed.contains("<@2002>"), "{listed}");
    let taken = desk.press(UserId(9), DIGEST, Button::SupportTake(SupportId(1)), &[], None).await;
    assert!(!taken.contains("support-take"), "{taken}");
    desk.roles = Vec::new();
    let standing = desk.command(MENTEE, ROOM, "support", &[]).await;
    assert!(standing.starts_with("Somebody with the role <@&1001> is taking care"), "{standing}");
    desk.roles = vec![COORDINATORS];
    let closed = desk.press(UserId(9), DIGEST, Button::SupportClose(SupportId(1)), &[], None).await;
    assert_eq!(closed, "No call for support is open.");
}

#[tokio::test]
async fn a_task_stuck_twice_offers_help_once_and_only_the_pair_decides() {
    let mut desk = Desk::new().await;
    desk.command(MENTOR, ROOM, "task assign", &[("text", "Pair the headset")]).await;
    for said in ["stuck", "worked"] {
        desk.command(MENTEE, ROOM, said, &[("task", "1")]).await;
    }
    assert!(!desk.world.dump().await.contains("task-stuck-again"));
    desk.command(MENTEE, ROOM, "stuck", &[("task", "1")]).await;
    let (post, calls) = desk.post(PostKind::TaskStuckAgain).await.unwrap();
    assert!(post.starts_with("Task 1 is stuck for the second time"), "{post}");
    assert!(post.contains("the coordinators help. Settle it between you") && calls.is_empty(), "{post}");
    for said in ["worked", "stuck"] {
        desk.command(MENTEE, ROOM, said, &[("task", "1")]).await;
    }
    assert_eq!(desk.world.dump().await.matches("kind='task-stuck-again'").count(), 1);
    let stranger = desk.press(UserId(9), ROOM, Button::SupportTask(TaskId(1)), &[], None).await;
    assert!(stranger.starts_with("This channel belongs to another tandem"), "{stranger}");
    for either in [MENTOR, MENTEE] {
        let shown = desk.press(either, ROOM, Button::SupportTask(TaskId(1)), &[], None).await;
        assert!(shown.contains("word for word") && shown.contains("(number 1) is stuck"), "{shown}");
    }
    assert!(!desk.world.dump().await.contains("support_call:"), "nothing was sent");
}

#[tokio::test]
async fn a_word_taken_back_is_not_stuck_and_counts_for_nothing() {
    let mut desk = Desk::new().await;
    desk.command(MENTOR, ROOM, "task assign", &[("text", "Pair the headset")]).await;
    for _ in 0..3 {
        desk.command(MENTEE, ROOM, "stuck", &[("task", "1")]).await;
        desk.press(MENTEE, ROOM, Button::TaskUndo(TaskId(1)), &[], None).await;
    }
    assert!(!desk.world.dump().await.contains("task-stuck-again"));
}

#[tokio::test]
async fn what_will_happen_is_said_first_and_the_room_is_asked_in_nobodys_name() {
    let mut desk = Desk::new().await;
    let menu = desk.press(MENTEE, ROOM, Button::TandemMenu(TANDEM), &[], None).await;
    assert!(menu.contains("I can't reach my partner"), "{menu}");
    let explained = desk.press(MENTEE, ROOM, Button::ReachMenu(TANDEM), &[], None).await;
    assert!(explained.contains("7 days") && explained.contains("does not say that you asked"), "{explained}");
    assert!(desk.world.outbox().await.is_empty());
    let asked = desk.press(MENTEE, ROOM, Button::ReachAsk(TANDEM), &[], None).await;
    assert!(asked.starts_with("The question is in your channel."), "{asked}");
    let (post, calls) = desk.post(PostKind::ReachAsk).await.unwrap();
    assert_eq!(
        post.lines().next(),
        Some(
            "<@2001>, <@2002>, is there still time for the tandem? One press is enough. If it does not suit \
             you at the moment, there is a pause behind *This tandem…*."
        )
    );
    assert_eq!(calls, [MENTOR, MENTEE]);
    let mut said = Vec::new();
    for either in [MENTEE, MENTOR] {
        said.push(desk.press(either, ROOM, Button::ReachHere(TANDEM), &[], None).await);
    }
    assert_eq!(said[0], said[1], "both read the same");
    assert!(desk.post(PostKind::ReachAsk).await.is_none(), "answered before it was sent");
}

#[tokio::test]
async fn the_offer_stands_behind_my_place_for_the_asker_and_leads_to_the_same_goodbye() {
    let mut desk = Desk::new().await;
    desk.press(MENTEE, ROOM, Button::ReachAsk(TANDEM), &[], None).await;
    desk.world.pass(chrono::Duration::days(8));
    let now = desk.world.now();
    while crate::scheduler::tick(&mut desk.world.conn, now).await.unwrap() {}
    let mine = desk.press(MENTEE, LOBBY, Button::MyPlace, &[], None).await;
    assert!(mine.contains("No answer has come, which can have many reasons."), "{mine}");
    let listed = desk.command(MENTEE, LOBBY, "my", &[]).await;
    assert!(listed.contains("The offer of a new tandem in Pilot"), "{listed}");
    let partners = desk.press(MENTOR, LOBBY, Button::MyPlace, &[], None).await;
    assert!(!partners.contains("answer"), "{partners}");
    let left = desk.press(MENTEE, LOBBY, Button::ReachTake(TANDEM), &[], None).await;
    assert!(left.contains("The tandem has ended.") && left.contains("[A new tandem next-new:1]"), "{left}");
    let (goodbye, calls) = desk.post(PostKind::Goodbye).await.unwrap();
    assert!(goodbye.contains("has come to its end") && calls == [MENTOR, MENTEE], "{goodbye}");
}

#[tokio::test]
async fn a_nudge_calls_both_with_a_way_to_a_meeting_and_one_to_a_pause() {
    let mut desk = Desk::new().await;
    let (programme, now) = (desk.world.programme.clone(), desk.world.now());
    crate::app::silence::touched(&mut desk.world.conn, &programme, TANDEM, now).await.unwrap();
    desk.world.pass(chrono::Duration::days(30));
    let now = desk.world.now();
    while crate::scheduler::tick(&mut desk.world.conn, now).await.unwrap() {}
    let (post, calls) = desk.post(PostKind::QuietNudge).await.unwrap();
    assert!(post.contains("[Plan a meeting meeting-plan:1] [Pause pause-menu:1]"), "{post}");
    assert_eq!(calls, [MENTOR, MENTEE]);
    desk.command(MENTOR, ROOM, "task assign", &[("text", "Pair the headset")]).await;
    assert!(desk.post(PostKind::QuietNudge).await.is_none(), "something was done before it was sent");
}

#[tokio::test]
async fn where_the_programme_allows_it_mentees_give_tasks_and_mentors_report_on_them() {
    let mut desk = Desk::new().await;
    let refused = desk.command(MENTEE, ROOM, "task assign", &[("text", "Show me your week")]).await;
    assert_eq!(refused, "In this programme the mentors give the tasks; you can propose one in the channel.");
    desk.world.programme_set("mentee_assigns", "1").await;
    let given = desk.command(MENTEE, ROOM, "task assign", &[("text", "Show me your week")]).await;
    assert!(given.starts_with("Task 1 for <@2001>"), "{given}");
    let own = desk.command(MENTEE, ROOM, "worked", &[("task", "1")]).await;
    assert!(own.starts_with("This task is your partner's to report on"), "{own}");
    let worked = desk.command(MENTOR, ROOM, "worked", &[("task", "1")]).await;
    assert!(worked.contains("<@2002>"), "the giver reads it: {worked}");
    let back = desk.command(MENTOR, ROOM, "task assign", &[("text", "Pair the headset")]).await;
    assert!(back.starts_with("Task 2 for <@2002>"), "{back}");
}

#[tokio::test]
async fn a_call_from_outside_is_about_the_tandem_that_was_chosen_until_it_is_sent() {
    let mut desk = Desk::new().await;
    let second = desk.world.tandem(MENTEE, UserId(2_009), crate::domain::ids::ChannelId(1_010)).await;
    let names = desk.suggested_for(MENTEE, LOBBY, "support", ("tandem", "")).await;
    assert_eq!(names.len(), 2);
    let id = second.to_string();
    let shown = desk.command(MENTEE, LOBBY, "support", &[("text", "Could we talk?"), ("tandem", &id)]).await;
    assert!(shown.contains(&format!("support-send-of:{second}")), "{shown}");
    desk.press(MENTEE, LOBBY, Button::SupportSendOf(second), &[], Some("Could we talk?")).await;
    let stored = desk.world.dump().await;
    let call = stored.lines().find(|line| line.starts_with("support_call:")).unwrap();
    assert!(call.contains(&format!("tandem_id={second}")), "{call}");
    let unknown = desk.command(MENTEE, LOBBY, "support", &[("tandem", "x")]).await;
    assert!(!unknown.contains("support-write"), "{unknown}");
}

#[tokio::test]
async fn when_a_new_tandem_is_offered_both_are_pointed_to_their_place_and_find_what_is_theirs() {
    let mut desk = Desk::new().await;
    for who in [MENTOR, MENTEE] {
        desk.press(who, LOBBY, Button::DirectOn, &[], None).await;
    }
    desk.press(MENTEE, ROOM, Button::ReachAsk(TANDEM), &[], None).await;
    desk.world.pass(chrono::Duration::days(8));
    let now = desk.world.now();
    while crate::scheduler::tick(&mut desk.world.conn, now).await.unwrap() {}
    let pointed = desk.world.dump().await.matches("kind='pointer'").count();
    assert_eq!(pointed, 2, "a message to one alone would tell who asked");
    let asker = desk.press(MENTEE, LOBBY, Button::MyPlace, &[], None).await;
    let other = desk.press(MENTOR, LOBBY, Button::MyPlace, &[], None).await;
    assert!(asker.contains("reach-take:1") && !asker.contains("reach-here:1"), "{asker}");
    assert!(other.contains("reach-here:1") && !other.contains("reach-take:1"), "{other}");
    assert!(other.contains("Only you see this."), "{other}");
    desk.press(MENTOR, LOBBY, Button::ReachHere(TANDEM), &[], None).await;
    for who in [MENTOR, MENTEE] {
        let place = desk.press(who, LOBBY, Button::MyPlace, &[], None).await;
        assert!(!place.contains("reach-"), "{place}");
    }
}
