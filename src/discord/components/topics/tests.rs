use insta::assert_snapshot;

use crate::app::testing::{MENTEE, MENTOR, ROOM};
use crate::discord::button::Button;
use crate::discord::testing::Desk;
use crate::domain::ids::{IdeaId, TandemId, UserId};
use crate::domain::post::PostKind;
use crate::domain::topic::{POINT_MAX, POINTS_MAX};

const STRANGER: UserId = UserId(9_999);

#[tokio::test]
async fn a_topic_is_picked_by_suggestion_by_name_or_in_ones_own_words_and_both_read_it() {
    let mut desk = Desk::new().await;
    let suggested = desk.suggested(MENTEE, ROOM, "topic pick", "intel").await;
    assert_eq!(suggested, [("ai".to_owned(), "Artificial intelligence".to_owned())]);
    assert!(desk.suggested(STRANGER, ROOM, "topic pick", "").await.is_empty());
    assert_snapshot!(desk.command(MENTEE, ROOM, "topic pick", &[("topic", "ai")]).await, @"The topic of your next meeting is Artificial intelligence. Your channel says so in a moment.");
    let (post, called) = desk.post(PostKind::TopicNext).await.unwrap();
    assert_snapshot!(post, @"The topic of your next meeting: Artificial intelligence. It can change until then.");
    assert!(called.is_empty());
    let named = desk.command(MENTOR, ROOM, "topic pick", &[("topic", " künstliche intelligenz")]).await;
    assert_snapshot!(named, @"The topic is Artificial intelligence already. Nothing has changed.");
    desk.command(MENTOR, ROOM, "topic pick", &[("topic", "Our *shop*")]).await;
    let post = desk.post(PostKind::TopicNext).await.unwrap().0;
    assert!(post.contains("Our \\*shop\\*"), "{post}");
    let last = desk.command(MENTOR, ROOM, "topic pick", &[("topic", "ai"), ("meeting", "last")]).await;
    assert_snapshot!(last, @"There has been no meeting yet whose topic could be put right; please pick one for the next meeting.");
}

#[tokio::test]
async fn something_is_put_down_from_the_menu_or_by_command_and_taken_off_the_list() {
    let mut desk = Desk::new().await;
    let form = Button::TopicPropose(TandemId(1));
    assert_snapshot!(desk.press(MENTEE, ROOM, form, &[], None).await, @r#"
    form: For your next agenda
    What is it about? (How do I pair the headset? The two of you see this in the channel.) = ""
    "#);
    assert_snapshot!(desk.submit(MENTEE, ROOM, form, ("text", "How do I pair *it*?")).await, @"Noted. You will both see it in the channel, and it is on your next agenda.");
    assert_snapshot!(desk.post(PostKind::Point).await.unwrap().0, @r"For your next agenda: How do I pair \*it\*?");
    desk.command(MENTOR, ROOM, "topic propose", &[("text", "Passwords")]).await;
    assert_snapshot!(desk.command(MENTOR, ROOM, "topic list", &[]).await, @r"
    | Topics of this tandem |
    Next meeting: Not chosen yet: `/topic pick` chooses one.
    For the next agenda: • How do I pair \*it\*?
    • Passwords
    To choose from: Collaboration and communication tools, Sources on the net, Artificial intelligence, Big data, Agile organisation, Digital reputation, Digital networking, Digital business leadership, Dealing with mistakes, Mobile devices, Social media and Connected products
    [Something for the agenda topic-propose:1]
    (Is one of them done? Choose it topic-done: How do I pair *it*? / Passwords)
    ");
    assert_snapshot!(desk.press(MENTOR, ROOM, Button::TopicDone, &["1"], None).await, @"It is off the agenda. The post in the channel stays.");
    assert!(!desk.command(MENTEE, ROOM, "topic list", &[]).await.contains("pair"));
    let foreign = desk.press(STRANGER, ROOM, form, &[], None).await;
    assert!(!foreign.starts_with("form"), "{foreign}");
}

#[tokio::test]
async fn the_list_fits_however_much_is_put_down() {
    let mut desk = Desk::new().await;
    for _ in 0..POINTS_MAX {
        desk.command(MENTEE, ROOM, "topic propose", &[("text", &"*".repeat(POINT_MAX))]).await;
    }
    let list = desk.command(MENTEE, ROOM, "topic list", &[]).await;
    assert_eq!(list.matches('•').count(), POINTS_MAX, "{list}");
    let over = desk.command(MENTEE, ROOM, "topic propose", &[("text", "x")]).await;
    assert_snapshot!(over, @"There are 15 points on your next agenda, and that is as many as fit; in `/topic list` you can take off what is done.");
}

#[tokio::test]
async fn a_mentor_takes_an_idea_over_with_one_press_and_two_presses_give_it_once() {
    let mut desk = Desk::new().await;
    desk.command(MENTEE, ROOM, "topic pick", &[("topic", "devices")]).await;
    let ideas = desk.command(MENTOR, ROOM, "task ideas", &[]).await;
    assert!(ideas.contains("Mobile devices. Each takes an hour at most."), "{ideas}");
    assert_eq!(ideas.matches("[Give idea").count(), 4, "{ideas}");
    let idea = Button::IdeaTake(IdeaId(10_901));
    assert_snapshot!(desk.press(MENTOR, ROOM, idea, &[], None).await, @"Task 1 for <@2002> will be in the channel in a moment. With `/task edit` you can put it into your own words.");
    assert!(desk.post(PostKind::TaskCard).await.unwrap().0.contains("Pair a headset with your phone"));
    assert_snapshot!(desk.press(MENTOR, ROOM, idea, &[], None).await, @"This idea is already open as task 1; `/task edit` changes it.");
    let edited = desk.command(MENTOR, ROOM, "task edit", &[("task", "1"), ("text", "Pair it")]).await;
    assert!(edited.starts_with("Task 1 is changed"), "{edited}");
    let mentee = desk.command(MENTEE, ROOM, "task ideas", &[("topic", "Big data")]).await;
    assert!(mentee.contains("pivot table") && !mentee.contains("[Give"), "{mentee}");
    let refused = desk.press(MENTEE, ROOM, idea, &[], None).await;
    assert!(refused.starts_with("In this programme the mentors give the tasks"), "{refused}");
    let other = desk.press(MENTOR, ROOM, Button::IdeasOf(TandemId(1)), &["ai"], None).await;
    assert!(other.contains("AI assistant"), "{other}");
    assert!(desk.suggested(STRANGER, ROOM, "task ideas", "").await.is_empty());
}

#[tokio::test]
async fn the_next_question_comes_now_and_at_the_end_of_the_set_that_is_said() {
    let mut desk = Desk::new().await;
    let mut answers = Vec::new();
    for _ in 0..80 {
        answers.push(desk.command(MENTOR, ROOM, "question next", &[]).await);
    }
    answers.dedup();
    assert_snapshot!(answers.join("\n"), @r"
    The next question will be in the channel in a moment.
    That was the last question of the set. From here on your own questions lead.
    The set of guiding questions has run out; from here on your own questions lead.
    ");
}
