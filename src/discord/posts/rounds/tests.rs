use crate::app::testing::{LOBBY, MENTEE, MENTOR, ROOM, World};
use crate::app::{look_backs, rotation};
use crate::discord::button::Button;
use crate::discord::testing::Desk;
use crate::domain::look_back::{LookBack, Moment};
use crate::domain::post::PostKind;
use crate::domain::survey::{Asking, SurveyKind};
use crate::scheduler;
use crate::store::surveys;

async fn tick_all(world: &mut World) {
    let now = world.now();
    while scheduler::tick(&mut world.conn, now).await.unwrap() {}
}

#[tokio::test]
async fn a_look_back_shows_three_lines_from_the_start_and_what_the_two_wrote() {
    let mut desk = Desk::new().await;
    let (tandem, now) = (desk.world.tandem_in(ROOM).await, desk.world.now());
    let id = LookBack::id(tandem.id, Moment::Half);
    look_backs::begin(&mut desk.world.conn, &[tandem], Moment::Half, now).await.unwrap();
    tick_all(&mut desk.world).await;
    insta::assert_snapshot!(desk.post(PostKind::LookBack).await.unwrap().0, @"
    <@2001>, <@2002>, the programme is half-way through. Three lines to look back on it together: what worked well, what you learned from each other in both directions, what you want to change from now on. Either of you can write and change them; you both read them here, and I show them to nobody else.

    Would a talk about how it is going help? The button answers only whoever presses it, and says first who reads the request.
    | Looking back together |
    What worked well: –
    What we learned from each other: –
    What we change from now on: –
    [Write the look-back look-back:2] [Ask for a talk support-menu]
    ");
    insta::assert_snapshot!(desk.press(MENTEE, ROOM, Button::LookBack(id), &[], None).await, @r#"
    form: Looking back together
    What worked well (The two of you read this in your channel.) = ""
    What we learned from each other (The two of you read this in your channel.) = ""
    What we change from now on (The two of you read this in your channel.) = ""
    "#);
    let lines = [("worked", "Short *calls*"), ("learned", "How budgets ripen"), ("changes", "")];
    insta::assert_snapshot!(desk.submit_all(MENTEE, ROOM, Button::LookBack(id), &lines).await, @"Noted. You both read it in your channel in a moment.");
    let (post, mentions) = desk.post(PostKind::LookBack).await.unwrap();
    assert!(post.contains("What worked well: Short \\*calls\\*"), "{post}");
    assert!(post.contains("What we change from now on: –"), "{post}");
    assert_eq!(mentions, [MENTOR, MENTEE]);
    let programme = desk.world.programme.id;
    let asking = Asking::Together;
    surveys::survey_add(&mut desk.world.conn, programme, SurveyKind::Interim, asking).await.unwrap();
    let (post, _) = desk.post(PostKind::LookBack).await.unwrap();
    assert!(!post.contains("talk"), "the interim questions offer it: {post}");
}

#[tokio::test]
async fn right_before_partners_change_the_look_back_of_the_middle_is_about_what_the_two_take_with_them() {
    let mut desk = Desk::new().await;
    let (tandem, now) = (desk.world.tandem_in(ROOM).await, desk.world.now());
    let id = LookBack::id(tandem.id, Moment::Half);
    look_backs::begin(&mut desk.world.conn, &[tandem], Moment::Half, now).await.unwrap();
    tick_all(&mut desk.world).await;
    // 28 weeks: the middle comes after 97 days, a day before the fourteenth week is over.
    desk.world.programme_set("starts_on", "2027-01-04").await;
    desk.world.programme_set("ends_on", "2027-07-18").await;
    for (weeks, soon) in [("13", false), ("14", true), ("15", true), ("16", false)] {
        desk.world.programme_set("rotation_weeks", weeks).await;
        let (post, _) = desk.post(PostKind::LookBack).await.unwrap();
        assert_eq!(post.contains("What we take with us: –"), soon, "after {weeks} weeks: {post}");
        assert_eq!(post.contains("What we change from now on: –"), !soon, "after {weeks} weeks: {post}");
        assert_eq!(post.contains("the programme is half-way through"), !soon, "after {weeks} weeks: {post}");
        let form = desk.press(MENTEE, ROOM, Button::LookBack(id), &[], None).await;
        assert_eq!(form.contains("What we take with us"), soon, "after {weeks} weeks: {form}");
    }
    desk.world.programme_set("rotation_weeks", "14").await;
    insta::assert_snapshot!(desk.post(PostKind::LookBack).await.unwrap().0, @"
    <@2001>, <@2002>, a chapter is coming to its end. Three lines to look back on it together: what worked well, what you learned from each other in both directions, what you take with you. Either of you can write and change them; you both read them here, and I show them to nobody else.

    Would a talk about how it is going help? The button answers only whoever presses it, and says first who reads the request.
    | Looking back together |
    What worked well: –
    What we learned from each other: –
    What we take with us: –
    [Write the look-back look-back:2] [Ask for a talk support-menu]
    ");
    // With less than four weeks left after it, nobody is given a new partner.
    desk.world.programme_set("ends_on", "2027-04-30").await;
    desk.world.programme_set("rotation_weeks", "9").await;
    let (post, _) = desk.post(PostKind::LookBack).await.unwrap();
    assert!(post.contains("What we take with us: –"), "{post}");
    desk.world.programme_set("ends_on", "2027-02-28").await;
    desk.world.programme_set("rotation_weeks", "5").await;
    let (post, _) = desk.post(PostKind::LookBack).await.unwrap();
    assert!(post.contains("What we change from now on: –"), "{post}");
}

#[tokio::test]
async fn stay_or_a_new_partner_is_asked_in_the_room_and_answered_in_private() {
    let mut desk = Desk::new().await;
    let older = "UPDATE tandem SET opened_at = opened_at - 14 * 86400000";
    crate::store::exec_for_test(&mut desk.world.conn, older).await.unwrap();
    let (programme, now) = (desk.world.programme.clone(), desk.world.now());
    rotation::start(&mut desk.world.conn, &programme, now).await.unwrap();
    tick_all(&mut desk.world).await;
    let before = desk.post(PostKind::StayAsk).await.unwrap();
    insta::assert_snapshot!(before.0, @"
    <@2001>, <@2002>, in this programme it is time for new partners, unless you both want to stay in this tandem. The button asks each of you privately until <t:1799658000:F>. If you both want to, you stay; in every other case this tandem ends with thanks, and you both take part in the next round.
    [Stay together? stay-ask:1]
    ");
    let tandem = desk.world.tandem_in(ROOM).await.id;
    insta::assert_snapshot!(desk.press(MENTEE, LOBBY, Button::MyPlace, &[], None).await, @"
    | Stay together or a new partner, in Pilot |
    Stay together or a new partner: each of you is asked privately.
    [Stay together? stay-ask:1]
    [My wishes wishes:1] [Briefing briefing-open:1100] [My entries join:1]
    ");
    insta::assert_snapshot!(desk.press(MENTEE, LOBBY, Button::StayAsk(tandem), &[], None).await, @"
    Would you like to stay in a tandem with <@2001>, or have a new partner? Only you see this question. If you both want to stay, your tandem goes on. In every other case, and also if somebody does not answer, it ends with thanks on <t:1799658000:F>, and you both take part in the next round. I show your answer to nobody and delete it then; if you want to stay and the tandem ends, you can work out what <@2001> wanted, and the other way round.
    [Stay together stay-yes:1] [A new partner stay-new:1]
    ");
    insta::assert_snapshot!(desk.press(MENTEE, LOBBY, Button::StayNew(tandem), &[], None).await, @"
    Would you like to stay in a tandem with <@2001>, or have a new partner? Only you see this question. If you both want to stay, your tandem goes on. In every other case, and also if somebody does not answer, it ends with thanks on <t:1799658000:F>, and you both take part in the next round. I show your answer to nobody and delete it then; if you want to stay and the tandem ends, you can work out what <@2001> wanted, and the other way round.

    So far you have answered: a new partner.
    [Stay together stay-yes:1] [A new partner stay-new:1]
    ");
    assert_eq!(
        desk.post(PostKind::StayAsk).await.unwrap(),
        before,
        "a public post never changes with an answer"
    );
    let other = desk.press(MENTOR, LOBBY, Button::StayAsk(tandem), &[], None).await;
    assert!(!other.contains("So far"), "{other}");
}
