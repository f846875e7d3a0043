use super::*;
use crate::app::testing::{COORDINATORS, DIGEST, MENTEE, ROOM};
use crate::discord::testing::{Desk, text};
use crate::domain::ids::{ProgrammeId, UserId};

const WORDS_SAID: &str = "More time for the meetings, *please* @everyone.";

#[tokio::test]
async fn who_reads_a_remark_and_when_and_its_words_are_shown_before_anything_is_kept() {
    let mut desk = Desk::new().await;
    let tandem = TandemId(1);
    let readers = desk.press(MENTEE, ROOM, Button::RemarkAsk(tandem), &[], None).await;
    assert!(readers.starts_with("Only the coordinators read your remark."), "{readers}");
    assert!(readers.contains("at least 3 people") && readers.contains("delete it"), "{readers}");
    let form = desk.press(MENTEE, ROOM, Button::RemarkWrite(tandem), &[], None).await;
    assert!(form.contains("They alone read it"), "{form}");
    let before = desk.world.dump().await;
    let preview = desk.submit(MENTEE, ROOM, Button::RemarkWrite(tandem), (WORDS, WORDS_SAID)).await;
    assert!(preview.contains(WORDS_SAID), "{preview}");
    assert_eq!(desk.world.dump().await, before, "a look keeps nothing");
    let noted = desk.press(MENTEE, ROOM, Button::RemarkSend(tandem), &[], Some(WORDS_SAID)).await;
    assert_eq!(noted, "Your remark is noted and will be passed on without your name.");
    assert!(desk.world.dump().await.contains("More time for the meetings"));
}

#[test]
fn as_many_remarks_as_fit_stand_on_a_page_and_lose_their_power() {
    let page = PageId::of(ProgrammeId(1), 0);
    for language in Language::ALL {
        assert!(listed(&[], page, language).embeds.is_empty());
        let all = vec!["*".repeat(TEXT_MAX); 12];
        let view = listed(&all, page, language);
        text(&view);
        let size: usize = view.embeds.iter().map(|embed| embed.text.chars().count() + 60).sum();
        assert!(size < 6_000, "{size}");
        assert!(text(&view).contains(&format!("remarks-next:{}", PageId::of(ProgrammeId(1), 1).0)));
    }
    let view = listed(&[WORDS_SAID.to_owned()], page, Language::En);
    assert!(text(&view).contains("\\*please\\* @\u{200b}everyone"), "{}", text(&view));
}

#[tokio::test]
async fn remarks_are_read_by_coordinators_alone() {
    let mut desk = Desk::new().await;
    let page = Button::DigestRemarks(PageId::of(ProgrammeId(1), 0));
    let refused = desk.press(UserId(1), DIGEST, page, &[], None).await;
    assert!(refused.contains("for the coordinators"), "{refused}");
    desk.roles = vec![COORDINATORS];
    let empty = desk.press(UserId(1), DIGEST, page, &[], None).await;
    assert_eq!(empty, "These remarks have been deleted; their time was over.");
}
