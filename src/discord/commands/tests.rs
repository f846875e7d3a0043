use super::*;
use crate::app::testing::{LOBBY, MENTEE, MENTOR, ROOM};
use crate::discord::button::Button;
use crate::discord::testing::Desk;
use crate::domain::ids::{ChannelId, TaskId, UserId};
use crate::domain::refusal::Refusal;
use crate::domain::task::TaskState;
use crate::locales::{Language, refusal};

const THIRD: UserId = UserId(2_003);
const SECOND_ROOM: ChannelId = ChannelId(1_010);

/// Options that make a command mean something in a tandem with one open task.
fn filled(leaf: &Leaf) -> Vec<(&'static str, &'static str)> {
    let text = |option: &&Opt| option.required && !matches!(option.kind, Kind::Suggested);
    let mut filled: Vec<_> = leaf.options.iter().filter(text).map(|option| (option.name, "Read.")).collect();
    for (name, value) in [("task", "1"), ("topic", "Big Data"), ("when", "2027-03-01 10:00")] {
        filled.extend(leaf.options.iter().any(|option| option.name == name).then_some((name, value)));
    }
    filled
}

/// Whoever a command is for: reports are made by the mentee, everything else by the mentor.
fn asker(leaf: &Leaf) -> UserId {
    if matches!(leaf.name, "worked" | "stuck") { MENTEE } else { MENTOR }
}

/// A mentor and a mentee who have a second tandem each, with the same third person, and a task in each.
async fn desk() -> Desk {
    let mut desk = Desk::new().await;
    for (mentor, mentee, room) in [(MENTOR, THIRD, SECOND_ROOM), (THIRD, MENTEE, ChannelId(1_011))] {
        desk.world.tandem(mentor, mentee, room).await;
    }
    for room in [ROOM, SECOND_ROOM, ChannelId(1_011)] {
        let tandem = desk.world.tandem_in(room).await;
        desk.world.task(&tandem, TaskState::Open).await;
    }
    // They have met.
    desk.world.pass(chrono::Duration::days(40));
    desk
}

fn of_tandems() -> Vec<&'static Leaf> {
    leaves().into_iter().filter(|leaf| leaf.options.iter().any(|one| one.name == TANDEM.name)).collect()
}

#[tokio::test]
async fn outside_of_rooms_the_option_says_which_of_several_tandems_is_meant_and_nothing_is_guessed() {
    assert!(of_tandems().len() > 6);
    // A call for support that names no tandem is about the programme, and so guesses none.
    for leaf in of_tandems().into_iter().filter(|leaf| leaf.name != "support") {
        let mut desk = desk().await;
        let (who, mut options) = (asker(leaf), filled(leaf));
        let before = desk.world.dump().await;
        let shown = desk.command(who, LOBBY, leaf.name, &options).await;
        assert_eq!(shown, refusal(Language::En, &Refusal::WhichTandem), "/{}", leaf.name);
        let rows = |dump: &str| dump.lines().filter(|line| !line.starts_with("seen_")).count();
        assert!(rows(&desk.world.dump().await) <= rows(&before) + 1, "/{}: only the tidying", leaf.name);
        let offered = desk.suggested_for(who, LOBBY, leaf.name, (TANDEM.name, "")).await;
        assert_eq!(offered.len(), 2, "/{}: {offered:?}", leaf.name);
        assert_eq!(desk.suggested_for(UserId(9), LOBBY, leaf.name, (TANDEM.name, "")).await, []);
        assert_eq!(desk.suggested_for(UserId(9), ROOM, leaf.name, (TANDEM.name, "")).await, []);
        options.push((TANDEM.name, "no such tandem"));
        let shown = desk.command(who, LOBBY, leaf.name, &options).await;
        assert_eq!(shown, refusal(Language::En, &Refusal::WhichTandem), "/{}", leaf.name);
        options.pop();
        options.push((TANDEM.name, &offered[0].0));
        let shown = desk.command(who, LOBBY, leaf.name, &options).await;
        let refused = [Refusal::WhichTandem, Refusal::NoTandem, Refusal::NotYourRoom];
        assert!(!refused.iter().any(|why| shown == refusal(Language::En, why)), "/{}: {shown}", leaf.name);
    }
}

#[test]
fn every_command_about_a_tandem_takes_the_option() {
    let others = ["help", "join", "my", "privacy", "setup", "coordination", "leave", "support"];
    for leaf in leaves() {
        let about = !others.contains(&leaf.name.split(' ').next().unwrap());
        let takes = leaf.options.iter().any(|option| option.name == TANDEM.name);
        assert!(
            takes || !about,
            "/{} cannot be used outside of rooms by people in two tandems (D8)",
            leaf.name
        );
    }
}

#[tokio::test]
async fn in_a_room_the_room_says_which_tandem_is_meant_whatever_the_option_says() {
    let mut desk = desk().await;
    let (here, other) = (desk.world.tandem_in(ROOM).await.id, desk.world.tandem_in(SECOND_ROOM).await.id);
    let options = [("text", "Share a calendar."), (TANDEM.name, &*other.to_string())];
    desk.command(MENTOR, ROOM, "task assign", &options).await;
    let dump = desk.world.dump().await;
    let task = dump.lines().find(|line| line.contains("Share a calendar.")).unwrap();
    assert!(task.contains(&format!("tandem_id={here} ")), "{task}");
    assert_eq!(desk.suggested_for(MENTOR, ROOM, "task assign", (TANDEM.name, "")).await.len(), 1);
}

#[tokio::test]
async fn the_only_tandem_of_somebody_needs_no_option() {
    let mut desk = Desk::new().await;
    let shown = desk.command(MENTOR, LOBBY, "task assign", &[("text", "Read.")]).await;
    assert!(shown.starts_with("Task 1 for <@2002>"), "{shown}");
}

#[tokio::test]
async fn leave_never_guesses_not_even_the_only_tandem() {
    let mut desk = Desk::new().await;
    let shown = desk.command(MENTOR, LOBBY, "leave", &[]).await;
    assert_eq!(shown, refusal(Language::En, &Refusal::LeaveElsewhere));
    assert!(leaves().iter().all(|leaf| leaf.name != "leave" || leaf.options.is_empty()));
}

#[tokio::test]
async fn a_button_below_a_private_reply_outside_of_rooms_means_the_tandem_of_its_task() {
    let mut desk = desk().await;
    let tandem = desk.world.tandem_in(ChannelId(1_011)).await.id.to_string();
    let shown = desk.command(MENTEE, LOBBY, "stuck", &[(TANDEM.name, &tandem)]).await;
    assert!(shown.contains("Task 1 is noted as stuck."), "{shown}");
    let shown = desk.press(MENTEE, LOBBY, Button::TaskUndo(TaskId(3)), &[], None).await;
    assert!(shown.contains("Your report has been taken back"), "{shown}");
    desk.press(MENTEE, LOBBY, Button::TaskWorked(TaskId(3)), &[], None).await;
    let form = desk.press(MENTEE, LOBBY, Button::TaskNote(TaskId(3)), &[], None).await;
    assert!(form.starts_with("form: "), "{form}");
    let shown = desk.submit(MENTEE, LOBBY, Button::TaskNote(TaskId(3)), ("note", "Quick.")).await;
    assert!(shown.contains("Your note on task 1 is noted"), "{shown}");
}
