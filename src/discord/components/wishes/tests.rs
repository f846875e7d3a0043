use insta::assert_snapshot;

use crate::app::testing::{LOBBY, MENTEE, MENTOR, ROOM};
use crate::discord::button::Button;
use crate::discord::testing::Desk;
use crate::domain::ids::{MessageId, ProgrammeId, UserId};
use crate::domain::post::PostKind;
use crate::store::posts;

const WISHES: Button = Button::Wishes(ProgrammeId(1));
const AS_MENTEE: Button = Button::WishesAsMentee(ProgrammeId(1));
const AS_MENTOR: Button = Button::WishesAsMentor(ProgrammeId(1));

#[tokio::test]
async fn who_will_read_ones_wishes_is_said_before_they_are_written() {
    let mut desk = Desk::new().await;
    assert_snapshot!(desk.press(MENTEE, LOBBY, WISHES, &[], None).await, @r"
    | Your wishes |
    What you would like from your tandem in Pilot. Whoever is proposed to you as a partner reads it with the proposal, and your partner in your channel; I show it to nobody else. What you leave empty does not appear, and you can change or clear everything later.
    [Write as mentee wishes-mentee:1]
    ");
    assert_snapshot!(desk.press(MENTEE, LOBBY, AS_MENTEE, &[], None).await, @r#"
    form: For your mentor to read
    Where do I want to become more digital? (Read by whoever is proposed as your partner, and by the two of you in your channel.) = ""
    What matters most to me? (Read by whoever is proposed as your partner, and by the two of you in your channel.) = ""
    Which questions do I bring? (Read by whoever is proposed as your partner, and by the two of you in your channel.) = ""
    What do I expect, and what do I not? (Read by whoever is proposed as your partner, and by the two of you in your channel.) = ""
    "#);
    assert_snapshot!(desk.press(MENTOR, LOBBY, AS_MENTOR, &[], None).await, @r#"
    form: For your mentee to read
    What would I like to learn from you? (Read by whoever is proposed as your partner, and by the two of you in your channel.) = ""
    What do I expect, and what do I not? (Read by whoever is proposed as your partner, and by the two of you in your channel.) = ""
    "#);
    let stranger = desk.press(UserId(9), LOBBY, WISHES, &[], None).await;
    assert!(stranger.starts_with("You are not taking part"), "{stranger}");
}

#[tokio::test]
async fn wishes_are_read_in_the_room_and_what_is_cleared_is_edited_away() {
    let mut desk = Desk::new().await;
    let fields = [("digital", "Video *calls*"), ("matters", ""), ("questions", "Which app?")];
    assert_snapshot!(desk.submit_all(MENTEE, LOBBY, AS_MENTEE, &fields).await, @"Noted. Your partner can read it in your channel.");
    let (post, called) = desk.post(PostKind::Wishes).await.unwrap();
    assert_snapshot!(post, @r"
    |  |
    What <@2002> (mentee) wishes for
    Where do I want to become more digital?: Video \*calls\*
    Which questions do I bring?: Which app?
    ");
    assert!(called.is_empty());
    let id = desk.world.tandem_in(ROOM).await.id;
    let subject = crate::app::wishes::subject(id, crate::domain::tandem::Side::Mentee);
    let post = posts::post_about(&mut desk.world.conn, PostKind::Wishes, subject).await.unwrap().unwrap();
    posts::post_bind(&mut desk.world.conn, post.id, ROOM, MessageId(70_001)).await.unwrap();
    assert_snapshot!(desk.submit_all(MENTEE, LOBBY, AS_MENTEE, &[("digital", " ")]).await, @"Noted: nothing is written down at the moment.");
    assert_snapshot!(desk.post(PostKind::Wishes).await.unwrap().0, @r"
    |  |
    What <@2002> (mentee) wishes for
    Nothing is written down here at the moment.
    ");
}

#[tokio::test]
async fn one_line_says_once_that_both_have_confirmed_the_agreement() {
    let mut desk = Desk::new().await;
    let id = desk.world.tandem_in(ROOM).await.id;
    let conn = &mut desk.world.conn;
    let post = posts::post_add(conn, PostKind::Welcome, Some(id), id.0, None).await.unwrap();
    posts::post_bind(conn, post, ROOM, MessageId(70_002)).await.unwrap();
    let now = desk.world.now();
    let mut waiting = Vec::new();
    for (user, change) in [
        (MENTEE, crate::app::marks::Change::Added),
        (MENTOR, crate::app::marks::Change::Added),
        (MENTOR, crate::app::marks::Change::Removed),
        (MENTOR, crate::app::marks::Change::Added),
    ] {
        let message = MessageId(70_002);
        crate::app::marks::marked(&mut desk.world.conn, message, user, "✅", change, now).await.unwrap();
        waiting.push(desk.world.outbox().await.len());
    }
    assert_eq!(waiting, [0, 1, 1, 1]);
    assert_snapshot!(desk.post(PostKind::Agreed).await.unwrap().0, @"You have both confirmed your agreement.");
}
