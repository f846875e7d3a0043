use super::*;
use crate::app::effect::Effect;
use crate::app::questions;
use crate::app::tasks::Which;
use crate::app::tasks::assign::{Draft, assign};
use crate::app::tasks::report::report;
use crate::app::testing::{GUILD, MENTEE, MENTOR, ROOM, World};
use crate::domain::marks::{NOT_OURS, STUCK, TALKED, WORKED};
use crate::domain::task::Report;
use crate::store::questions as asked;

const CARD: MessageId = MessageId(70_001);
const STRANGER: UserId = UserId(9_999);

async fn world_with_card() -> World {
    let mut world = World::new().await;
    let call = world.call(MENTOR, ROOM);
    let draft = Draft { text: "Pair the headset".into(), ..Draft::default() };
    assign(&mut world.conn, &call, None, draft).await.unwrap().unwrap();
    bind(&mut world, PostKind::TaskCard, 1, CARD).await;
    world.outbox_clear().await;
    world
}

async fn bind(world: &mut World, kind: PostKind, subject: i64, message: MessageId) -> PostId {
    let post = posts::post_about(&mut world.conn, kind, subject).await.unwrap().unwrap();
    posts::post_bind(&mut world.conn, post.id, ROOM, message).await.unwrap();
    post.id
}

async fn react(world: &mut World, who: UserId, emoji: &str, change: Change) {
    let now = world.now();
    marked(&mut world.conn, CARD, who, emoji, change, now).await.unwrap();
}

async fn reread(world: &mut World, found: &[(&str, &[UserId])]) {
    let card = posts::post_of_message(&mut world.conn, CARD).await.unwrap().unwrap();
    let found: Vec<_> = found.iter().map(|(emoji, users)| ((*emoji).to_owned(), users.to_vec())).collect();
    let now = world.now();
    marks_reread(&mut world.conn, card.id, &found, now).await.unwrap();
}

async fn press(world: &mut World, said: Report) {
    let call = world.call(MENTEE, ROOM);
    report(&mut world.conn, &call, None, Some(Which::Number(1)), said, None).await.unwrap().unwrap();
}

async fn state(world: &mut World) -> (TaskState, bool) {
    let task = tasks::task_get(&mut world.conn, TaskId(1)).await.unwrap();
    (task.state, task.by_mark)
}

async fn removals(world: &mut World) -> Vec<String> {
    let rows = world.outbox().await;
    let unmark = |effect| if let Effect::Unmark { emoji, .. } = effect { Some(emoji) } else { None };
    rows.into_iter().filter_map(|(_, effect, _)| unmark(effect)).collect()
}

async fn kinds(world: &mut World) -> Vec<PostKind> {
    let mut kinds = Vec::new();
    for (_, effect, _) in world.outbox().await {
        if let Effect::Post { post } = effect {
            kinds.push(posts::post_get(&mut world.conn, post).await.unwrap().kind);
        }
    }
    kinds
}

#[tokio::test]
async fn a_reaction_reports_and_taking_it_away_undoes_the_report() {
    let mut world = world_with_card().await;
    react(&mut world, MENTEE, WORKED, Change::Added).await;
    assert_eq!(state(&mut world).await, (TaskState::Worked, true));
    assert_eq!(kinds(&mut world).await, [PostKind::TaskWorked]);
    react(&mut world, MENTEE, WORKED, Change::Removed).await;
    assert_eq!(state(&mut world).await.0, TaskState::Open);
}

#[tokio::test]
async fn a_report_by_button_outlives_a_vanished_reaction() {
    let mut world = world_with_card().await;
    react(&mut world, MENTEE, WORKED, Change::Added).await;
    press(&mut world, Report::Stuck).await;
    assert_eq!(removals(&mut world).await, [WORKED]);
    react(&mut world, MENTEE, WORKED, Change::Removed).await;
    assert_eq!(state(&mut world).await, (TaskState::Stuck, false));
}

#[tokio::test]
async fn a_new_reaction_removes_the_opposite_one_and_its_removal_changes_nothing() {
    let mut world = world_with_card().await;
    react(&mut world, MENTEE, WORKED, Change::Added).await;
    react(&mut world, MENTEE, STUCK, Change::Added).await;
    assert_eq!(removals(&mut world).await, [WORKED]);
    react(&mut world, MENTEE, WORKED, Change::Removed).await;
    assert_eq!(state(&mut world).await, (TaskState::Stuck, true));
}

#[tokio::test]
async fn a_word_taken_back_by_button_removes_the_reaction_and_stays_taken_back() {
    let mut world = world_with_card().await;
    react(&mut world, MENTEE, STUCK, Change::Added).await;
    press(&mut world, Report::Open).await;
    assert_eq!(removals(&mut world).await, [STUCK]);
    react(&mut world, MENTEE, STUCK, Change::Removed).await;
    assert_eq!(state(&mut world).await, (TaskState::Open, false));
}

#[tokio::test]
async fn a_reaction_put_back_before_its_removal_was_sent_stays() {
    let mut world = world_with_card().await;
    react(&mut world, MENTEE, WORKED, Change::Added).await;
    react(&mut world, MENTEE, STUCK, Change::Added).await;
    react(&mut world, MENTEE, WORKED, Change::Removed).await;
    react(&mut world, MENTEE, WORKED, Change::Added).await;
    assert_eq!(state(&mut world).await.0, TaskState::Worked);
    assert_eq!(removals(&mut world).await, [STUCK]);
}

#[tokio::test]
async fn other_peoples_and_other_reactions_change_nothing() {
    let mut world = world_with_card().await;
    let stranger = world.person(STRANGER).await;
    assert_eq!(stranger.guild, GUILD);
    let before = world.dump().await;
    react(&mut world, MENTOR, WORKED, Change::Added).await;
    react(&mut world, STRANGER, WORKED, Change::Added).await;
    react(&mut world, MENTEE, "🎉", Change::Added).await;
    reread(&mut world, &[(WORKED, &[MENTOR, STRANGER]), (STUCK, &[STRANGER])]).await;
    assert_eq!(world.dump().await, before);
}

#[tokio::test]
async fn one_mark_made_in_a_gap_wins_and_a_second_reading_adds_nothing() {
    let mut world = world_with_card().await;
    press(&mut world, Report::Worked).await;
    reread(&mut world, &[(WORKED, &[]), (STUCK, &[MENTEE])]).await;
    assert_eq!(state(&mut world).await, (TaskState::Stuck, true));
    let before = world.dump().await;
    reread(&mut world, &[(WORKED, &[]), (STUCK, &[MENTEE])]).await;
    assert_eq!(world.dump().await, before);
}

#[tokio::test]
async fn two_marks_made_in_a_gap_are_asked_about_once_and_the_one_left_counts() {
    let mut world = world_with_card().await;
    for _ in 0..2 {
        reread(&mut world, &[(WORKED, &[MENTEE]), (STUCK, &[MENTEE])]).await;
        assert_eq!(state(&mut world).await.0, TaskState::Open);
        assert_eq!(kinds(&mut world).await, [PostKind::MarksDisagree]);
    }
    react(&mut world, MENTEE, STUCK, Change::Removed).await;
    assert_eq!(state(&mut world).await, (TaskState::Worked, true));
}

#[tokio::test]
async fn two_marks_are_settled_by_a_button_as_well() {
    let mut world = world_with_card().await;
    reread(&mut world, &[(WORKED, &[MENTEE]), (STUCK, &[MENTEE])]).await;
    press(&mut world, Report::Worked).await;
    assert_eq!(removals(&mut world).await, [STUCK]);
    reread(&mut world, &[(WORKED, &[MENTEE]), (STUCK, &[])]).await;
    assert_eq!(state(&mut world).await, (TaskState::Worked, false));
}

#[tokio::test]
async fn a_mark_that_vanished_in_a_gap_undoes_only_what_it_said() {
    let mut world = world_with_card().await;
    react(&mut world, MENTEE, WORKED, Change::Added).await;
    reread(&mut world, &[(WORKED, &[]), (STUCK, &[])]).await;
    assert_eq!(state(&mut world).await.0, TaskState::Open);
    press(&mut world, Report::Worked).await;
    reread(&mut world, &[(WORKED, &[]), (STUCK, &[])]).await;
    assert_eq!(state(&mut world).await.0, TaskState::Worked);
}

#[tokio::test]
async fn a_mark_whose_removal_is_still_to_be_sent_is_not_taken_for_a_new_one() {
    let mut world = world_with_card().await;
    react(&mut world, MENTEE, WORKED, Change::Added).await;
    react(&mut world, MENTEE, STUCK, Change::Added).await;
    reread(&mut world, &[(WORKED, &[MENTEE]), (STUCK, &[MENTEE])]).await;
    assert_eq!(state(&mut world).await, (TaskState::Stuck, true));
    assert_eq!(kinds(&mut world).await, [PostKind::TaskWorked, PostKind::TaskStuck]);
}

#[tokio::test]
async fn another_question_comes_at_once_and_once_for_each_question() {
    let mut world = World::new().await;
    world.clock.set("2027-01-04T22:00:00Z".parse().unwrap());
    let now = world.now();
    questions::ask_all(&mut world.conn, world.programme.id, now, now).await.unwrap();
    bind(&mut world, PostKind::Question, 1, CARD).await;
    let (_, _, first_due) = world.outbox().await.remove(0);
    assert!(first_due > now, "a question by schedule waits for the morning");
    world.outbox_clear().await;
    react(&mut world, MENTEE, "⏭", Change::Added).await;
    react(&mut world, MENTOR, "⏭️", Change::Added).await;
    react(&mut world, MENTEE, "⏭️", Change::Removed).await;
    react(&mut world, MENTEE, "⏭️", Change::Added).await;
    assert_eq!(kinds(&mut world).await, [PostKind::Question]);
    assert_eq!(world.outbox().await[0].2, now);
    let tandem = world.tandem_in(ROOM).await.id;
    let all = asked::asked_of(&mut world.conn, tandem).await.unwrap();
    assert_eq!(
        all.iter().map(|one| (one.passed_on, one.round.is_some())).collect::<Vec<_>>(),
        [(true, true), (false, false)]
    );
}

#[tokio::test]
async fn what_the_two_think_of_a_question_is_kept_and_posts_nothing() {
    let mut world = World::new().await;
    let now = world.now();
    questions::ask_all(&mut world.conn, world.programme.id, now, now).await.unwrap();
    let post = bind(&mut world, PostKind::Question, 1, CARD).await;
    world.outbox_clear().await;
    react(&mut world, MENTEE, TALKED, Change::Added).await;
    react(&mut world, MENTOR, NOT_OURS, Change::Added).await;
    react(&mut world, MENTOR, NOT_OURS, Change::Removed).await;
    let mentee = world.person(MENTEE).await.id;
    let marks = posts::marks_on(&mut world.conn, post).await.unwrap();
    assert_eq!(marks, [(mentee, TALKED.to_owned())]);
    assert!(world.outbox().await.is_empty());
}

#[tokio::test]
async fn open_cards_the_last_two_rounds_and_an_unconfirmed_welcome_are_read_back() {
    let mut world = world_with_card().await;
    let tandem = world.tandem_in(ROOM).await.id;
    for round in 0..3 {
        let at = world.now() + chrono::Duration::days(28 * round);
        questions::ask_all(&mut world.conn, world.programme.id, at, at).await.unwrap();
        bind(&mut world, PostKind::Question, round + 1, MessageId(80_000 + round.unsigned_abs())).await;
    }
    let kind = PostKind::Welcome;
    posts::post_add(&mut world.conn, kind, Some(tandem), tandem.0, None).await.unwrap();
    let welcome = bind(&mut world, kind, tandem.0, MessageId(90_000)).await;
    let read = |all: Vec<ToRead>| all.into_iter().map(|one| one.message.0).collect::<Vec<_>>();
    let now = world.now();
    let all = marks_to_read(&mut world.conn, now).await.unwrap();
    assert_eq!(all[0].emojis, ON_CARD);
    assert_eq!(read(all), [CARD.0, 80_001, 80_002, 90_000]);
    press(&mut world, Report::Worked).await;
    let found = [(WORKED.to_owned(), vec![MENTOR, MENTEE])];
    marks_reread(&mut world.conn, welcome, &found, now).await.unwrap();
    let unheard = marks_to_read(&mut world.conn, now).await.unwrap();
    assert_eq!(read(unheard), [CARD.0, 80_001, 80_002], "a command's word may be overruled by a reaction");
    world.pass(chrono::Duration::days(15));
    let now = world.now();
    assert_eq!(read(marks_to_read(&mut world.conn, now).await.unwrap()), [80_001, 80_002], "not for ever");
    tandems::tandem_end(&mut world.conn, tandem, now).await.unwrap();
    assert!(marks_to_read(&mut world.conn, now).await.unwrap().is_empty());
}

#[tokio::test]
async fn reactions_in_an_ended_tandem_say_nothing() {
    let mut world = world_with_card().await;
    let (tandem, now) = (world.tandem_in(ROOM).await.id, world.now());
    tandems::tandem_end(&mut world.conn, tandem, now).await.unwrap();
    react(&mut world, MENTEE, WORKED, Change::Added).await;
    assert_eq!(state(&mut world).await.0, TaskState::Open);
}
