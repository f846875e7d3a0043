use super::*;
use crate::app::testing::{COORDINATORS, DIGEST, LOBBY, MENTEE, MENTOR, ROOM};
use crate::discord::testing::Desk;
use crate::domain::ids::UserId;
use crate::domain::post::PostKind;

const WORDS: &str = "We keep *a list* of shortcuts. @everyone";

async fn desk() -> (Desk, PracticeId) {
    let mut desk = Desk::new().await;
    desk.world.pass(chrono::Duration::days(40));
    let shown = desk.command(MENTOR, ROOM, "practice share", &[("text", WORDS)]).await;
    assert!(
        shown.starts_with("May this be published in <#1003> and stand, without names, in the evaluation"),
        "{shown}"
    );
    let id = shown.split("practice-no:").nth(1).unwrap().trim_end_matches(']').parse().unwrap();
    (desk, PracticeId(id))
}

#[tokio::test]
async fn the_card_is_the_same_whatever_one_of_the_two_answers_and_changes_when_both_agree() {
    let (mut desk, id) = desk().await;
    let (before, mentions) = desk.post(PostKind::PracticeCard).await.unwrap();
    assert!(before.contains("If you both agree") && before.contains("\\*a list\\*"), "{before}");
    assert!(mentions.is_empty());
    for button in [Button::PracticeNo(id), Button::PracticeUnnamed(id), Button::PracticeNamed(id)] {
        desk.press(MENTEE, ROOM, button, &[], None).await;
        assert_eq!(desk.post(PostKind::PracticeCard).await.unwrap().0, before, "{button:?} (P17)");
    }
    let asked = desk.press(MENTEE, LOBBY, Button::PracticeAsk(id), &[], None).await;
    assert!(asked.contains("Noted: yes, with your names if you both say so."), "{asked}");
    let agreed = desk.press(MENTOR, ROOM, Button::PracticeUnnamed(id), &[], None).await;
    assert!(agreed.starts_with("You have both said yes, without names."), "{agreed}");
    let (after, _) = desk.post(PostKind::PracticeCard).await.unwrap();
    assert!(after.starts_with("You have both agreed. The coordinators read this next"), "{after}");
}

#[tokio::test]
async fn a_coordinator_pages_through_what_waits_and_reads_no_names_that_are_not_to_be_read() {
    let (mut desk, id) = desk().await;
    for who in [MENTOR, MENTEE] {
        desk.press(who, ROOM, Button::PracticeUnnamed(id), &[], None).await;
    }
    let list = Button::DigestPractices(PageId::of(ProgrammeId(1), 0));
    let refused = desk.press(UserId(1), DIGEST, list, &[], None).await;
    assert!(refused.contains("for the coordinators"), "{refused}");
    desk.roles = vec![COORDINATORS];
    let shown = desk.press(UserId(1), DIGEST, list, &[], None).await;
    assert!(shown.contains("From: A tandem that would rather not be named."), "{shown}");
    for telling in ["2001", "2002", "quiet-harbour"] {
        assert!(!shown.contains(telling), "{shown}");
    }
    let form = desk.press(UserId(1), DIGEST, Button::PracticeReturn(id), &[], None).await;
    assert!(form.contains("The two of them read this."), "{form}");
    let back = desk.submit(UserId(1), DIGEST, Button::PracticeReturn(id), (REMARK, "Which *program*?")).await;
    assert!(back.starts_with("It has been returned."), "{back}");
    let (news, _) = desk.post(PostKind::PracticeNews).await.unwrap();
    assert!(news.ends_with("with this remark: Which \\*program\\*?"), "{news}");
    let empty = desk.press(UserId(1), DIGEST, list, &[], None).await;
    assert_eq!(empty, "This list is empty now.");
}

#[tokio::test]
async fn a_publication_names_both_or_nobody_and_goes_when_one_of_them_takes_it_back() {
    for named in [true, false] {
        let (mut desk, id) = desk().await;
        let button = if named { Button::PracticeNamed(id) } else { Button::PracticeUnnamed(id) };
        for who in [MENTOR, MENTEE] {
            desk.press(who, ROOM, button, &[], None).await;
        }
        desk.roles = vec![COORDINATORS];
        desk.press(UserId(1), DIGEST, Button::PracticeRelease(id), &[], None).await;
        let (published, mentions) = desk.post(PostKind::Practice).await.unwrap();
        assert!(mentions.is_empty(), "it calls nobody");
        let from =
            if named { "From the tandem of <@2001> and <@2002>" } else { "From a tandem of the programme" };
        assert!(published.starts_with(from), "{published}");
        desk.roles.clear();
        let mine = desk.press(MENTEE, LOBBY, Button::Practices, &[], None).await;
        assert!(mine.contains("published · We keep"), "{mine}");
        let one = desk.press(MENTEE, LOBBY, Button::PracticeChoose, &[&id.to_string()], None).await;
        assert!(one.contains(&format!("[Take it back practice-withdraw:{id}]")), "{one}");
        desk.press(MENTEE, LOBBY, Button::PracticeWithdraw(id), &[], None).await;
        assert_eq!(desk.post(PostKind::Practice).await, None, "what was not sent yet is not sent");
        let (card, _) = desk.post(PostKind::PracticeCard).await.unwrap();
        assert!(
            card.starts_with("This tip or insight was taken back") && !card.contains("shortcuts"),
            "{card}"
        );
    }
}
