use chrono::Duration;

use crate::app::surveys;
use crate::app::testing::LOBBY;
use crate::discord::button::Button;
use crate::discord::testing::Desk;
use crate::domain::ids::{ChannelId, SurveyId, UserId};
use crate::domain::survey::Step;

/// A desk in a programme with ten tandems, half-way: its interim questions are open.
async fn desk() -> Desk {
    let mut desk = Desk::new().await;
    for n in 1..10 {
        desk.world.tandem(UserId(5_000 + n), UserId(6_000 + n), ChannelId(7_000 + n)).await;
    }
    desk.world.clock.set("2027-03-15T08:00:00Z".parse().unwrap());
    let (programme, now) = (desk.world.programme.id, desk.world.now());
    surveys::middle(&mut desk.world.conn, programme, now).await.unwrap();
    desk
}

const SURVEY: SurveyId = SurveyId(1);

fn press(item: i64, option: u8) -> Button {
    Button::SurveyAnswer(Step { survey: SURVEY, item, option }.id())
}

#[tokio::test]
async fn a_survey_says_first_who_sees_the_answers_and_ends_with_one_s_own() {
    let mut desk = desk().await;
    let mentor = UserId(5_001);
    insta::assert_snapshot!(desk.press(mentor, LOBBY, Button::MyPlace, &[], None).await, @"
    | Pilot: Interim questions |
    4 short questions, about a minute, until <t:1806307200:f>.
    [Answer survey:1]
    [My wishes wishes:1] [Briefing briefing-open:1000] [My entries join:1]
    ");
    insta::assert_snapshot!(desk.press(mentor, LOBBY, Button::Survey(SURVEY), &[], None).await, @"
    | Interim questions |
    **The time we have for our tandem is enough.**

    Nobody sees what you answer, neither your partner nor the coordinators. When the questions close, the coordinators get counts and means over all mentors, and only those to which at least 5 people contributed; then I delete every single answer. Until then you can change yours.
    Question 1 of 4
    [I do not agree at all survey-answer:1011] [I tend to disagree survey-answer:1012] [Partly survey-answer:1013] [I tend to agree survey-answer:1014] [I fully agree survey-answer:1015]
    ");
    insta::assert_snapshot!(desk.press(mentor, LOBBY, press(1, 4), &[], None).await, @"
    | Interim questions |
    **In our tandem I can say openly what I do not know or see differently.**
    Question 2 of 4
    [I do not agree at all survey-answer:1021] [I tend to disagree survey-answer:1022] [Partly survey-answer:1023] [I tend to agree survey-answer:1024] [I fully agree survey-answer:1025]
    [Back survey-item:1010]
    ");
    for item in [2, 4] {
        desk.press(mentor, LOBBY, press(item, 5), &[], None).await;
    }
    insta::assert_snapshot!(desk.press(mentor, LOBBY, press(6, 3), &[], None).await, @"
    | Interim questions |
    Thank you. These are your answers; only you see them.

    You can change them until <t:1806307200:f>.

    Would a talk about how it is going help you? The button says first who reads your request.
    The time we have for our tandem is enough.: I tend to agree
    In our tandem I can say openly what I do not know or see differently.: I fully agree
    I learn something from my partner as well.: I fully agree
    I feel well prepared for what I do as a mentor.: Partly
    [Change my answers survey-item:1010] [Ask for a talk support-menu] [Pass on a remark without my name remark-ask:2]
    ");
    desk.world.pass(Duration::days(15));
    insta::assert_snapshot!(desk.press(mentor, LOBBY, press(6, 1), &[], None).await, @"Nothing is waiting for an answer here any more; `/my` shows what is.");
}

#[tokio::test]
async fn the_private_place_leads_to_an_open_survey_until_it_is_answered() {
    let mut desk = desk().await;
    let mentee = UserId(6_001);
    let my = desk.command(mentee, LOBBY, "my", &[]).await;
    assert!(my.contains("A few short questions in Pilot"), "{my}");
    for item in [1, 2, 3, 5] {
        desk.press(mentee, LOBBY, press(item, 2), &[], None).await;
    }
    let my = desk.command(mentee, LOBBY, "my", &[]).await;
    assert!(!my.contains("A few short questions in Pilot"), "{my}");
    let place = desk.press(mentee, LOBBY, Button::MyPlace, &[], None).await;
    assert!(place.contains("[My answers survey:1]"), "{place}");
}
