use super::*;
use crate::app::effect::Effect;
use crate::app::programme::phase;
use crate::app::testing::{COORDINATORS, LOBBY, MENTOR};
use crate::discord::testing::Desk;
use crate::domain::ids::{MessageId, PageId};
use crate::domain::language::Language;
use crate::domain::programme::Phase;
use crate::store::exec_for_test;

/// The steps *Kick-off* and *Closing event* of the page on which a programme is edited.
const KICKOFF: usize = 6;
const CLOSING: usize = 7;

async fn set(desk: &mut Desk, step: usize, when: &str, place: &str) -> String {
    let form = Button::EditForm(PageId::of(desk.world.programme.id, step));
    let shown = desk.submit_all(MENTOR, LOBBY, form, &[("when", when), ("place", place)]).await;
    let id = desk.world.programme.id;
    desk.world.programme = programmes::programme_get(&mut desk.world.conn, id).await.unwrap();
    shown
}

/// The post that waits now with its file, which is then in the channel.
async fn told(desk: &mut Desk, kind: PostKind) -> Option<String> {
    let mut shown = desk.post(kind).await.map(|(text, _)| text);
    for (_, effect, _) in desk.world.outbox().await {
        if let Effect::Post { post } = effect {
            let waiting = posts::post_get(&mut desk.world.conn, post).await.unwrap();
            let files = render(&mut desk.world.conn, &waiting).await.unwrap().map(|made| made.view.files);
            for file in files.into_iter().flatten() {
                shown = shown
                    .map(|text| format!("{text}{}\n{}", file.name, String::from_utf8_lossy(&file.bytes)));
            }
            let message = MessageId(900 + u64::try_from(post.0).unwrap());
            posts::post_bind(&mut desk.world.conn, post, LOBBY, message).await.unwrap();
        }
    }
    desk.world.outbox_clear().await;
    shown
}

#[tokio::test]
async fn a_closing_event_is_told_moved_and_called_off_with_the_file_that_does_the_same_in_a_calendar() {
    let mut desk = Desk::new().await;
    desk.roles = vec![COORDINATORS];
    let shown = set(&mut desk, CLOSING, "2027-05-27 15:00", "Hall *B*").await;
    assert!(shown.contains("Closing event: <t:1811422800:F>, Hall \\*B\\*"), "{shown}");
    let first = told(&mut desk, PostKind::ClosingEvent).await.unwrap();
    assert!(first.contains("We round off the programme together on <t:1811422800:F>"), "{first}");
    assert!(first.contains("Where: Hall \\*B\\*"), "{first}");
    assert!(first.contains("closing-event.ics\nBEGIN:VCALENDAR") && first.contains("SEQUENCE:0"), "{first}");
    set(&mut desk, CLOSING, "2027-05-28 15:00", "Hall C").await;
    let moved = told(&mut desk, PostKind::ClosingEvent).await.unwrap();
    assert!(moved.contains("The closing event has changed: it is on <t:1811509200:F>"), "{moved}");
    assert!(moved.contains("METHOD:PUBLISH") && moved.contains("SEQUENCE:1"), "{moved}");
    let shown = set(&mut desk, CLOSING, "", "Hall C").await;
    assert!(!shown.contains("Closing event:"), "{shown}");
    let off = told(&mut desk, PostKind::ClosingEvent).await.unwrap();
    assert!(off.contains("The closing event on <t:1811509200:F> does not take place."), "{off}");
    assert!(!off.contains("Where"), "{off}");
    assert!(off.contains("METHOD:CANCEL") && off.contains("SEQUENCE:2"), "{off}");
}

#[tokio::test]
async fn a_kick_off_that_nobody_was_told_of_is_called_off_without_a_word() {
    let mut desk = Desk::new().await;
    desk.roles = vec![COORDINATORS];
    set(&mut desk, KICKOFF, "2027-01-12 14:30", "Canteen").await;
    set(&mut desk, KICKOFF, "", "Canteen").await;
    assert_eq!(told(&mut desk, PostKind::Kickoff).await, None);
    set(&mut desk, KICKOFF, "2027-01-13 14:30", "Canteen").await;
    let post = told(&mut desk, PostKind::Kickoff).await.unwrap();
    assert!(post.contains("[Question or concern concern-ask:1]"), "{post}");
    set(&mut desk, KICKOFF, "", "").await;
    let off = told(&mut desk, PostKind::Kickoff).await.unwrap();
    assert!(off.contains("does not take place") && !off.contains("concern-ask"), "{off}");
}

#[tokio::test]
async fn a_closed_programme_says_until_when_what_can_be_read_and_where_the_results_are() {
    let mut desk = Desk::new().await;
    let at = "2027-06-07T07:00:00Z".parse().unwrap();
    let running = desk.world.programme.clone();
    phase::enter(&mut desk.world.conn, &running, Phase::Closed, at).await.unwrap();
    // So few people are not asked later; here they are.
    let few = desk.post(PostKind::ProgrammeClosed).await.unwrap().0;
    assert!(!few.contains("what has lasted"), "{few}");
    for (kind, opens) in [("follow-4", 1_814_770_800_000_i64), ("follow-12", 1_819_609_200_000)] {
        let sql = format!(
            "INSERT INTO survey (programme_id, kind, state, apart, opens_at) VALUES (1, '{kind}', 'planned', 1, {opens})"
        );
        exec_for_test(&mut desk.world.conn, &sql).await.unwrap();
    }
    let mut text = async |language: Language| {
        desk.world.programme_set("language", language.code()).await;
        desk.post(PostKind::ProgrammeClosed).await.unwrap().0
    };
    let english = text(Language::En).await;
    assert!(english.contains("can be read until 14 June 2027 and are deleted on 21 June 2027"), "{english}");
    assert!(english.contains("`/coordination results report`"), "{english}");
    assert!(english.contains("On 5 July 2027 and 30 August 2027 I ask everybody"), "{english}");
    let german = text(Language::De).await;
    assert!(german.contains("bis 14. Juni 2027 lesbar und werden am 21. Juni 2027"), "{german}");
}
