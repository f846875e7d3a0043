use super::*;
use crate::app::leaving;
use crate::app::testing::{COORDINATORS, DIGEST, GUILD, LOBBY, MENTEE, MENTOR, ROOM, World};
use crate::domain::ids::{ChannelId, GuildId, RoleId, UserId};
use crate::store::proposals::proposal_add;

const STRANGER: UserId = UserId(9);
const OTHERS: ChannelId = ChannelId(1_010);
const FOREIGN: GuildId = GuildId(9);

/// What stands in each row beside its own lines.
const ALWAYS: [&str; 2] = ["help-my", "help-privacy"];
/// What both can do in their room, as long as the programme is at work.
const WORK: [&str; 10] = [
    "help-task-list",
    "help-session",
    "help-topics",
    "help-question",
    "help-feedback",
    "help-practice",
    "help-pause",
    "help-support",
    "help-reach",
    "help-leave",
];
const GIVES: [&str; 3] = ["help-task-assign", "help-task-change", "help-ideas"];
const COORDINATES: [&str; 6] =
    ["help-coordinators", "help-people", "help-meetup", "help-match", "help-content", "help-results"];
const REPORTS: [&str; 1] = ["help-report"];

fn work(more: &[&[&'static str]]) -> Vec<&'static str> {
    [&WORK[..], &more.concat()].concat()
}

/// The ids of everything that somebody is shown, and the codes of the buttons.
async fn of(
    world: &mut World,
    user: UserId,
    (guild, channel): (GuildId, ChannelId),
    roles: &[RoleId],
    manages: bool,
) -> (Vec<&'static str>, Vec<String>) {
    let mut call = world.call(user, channel);
    call.guild = guild;
    let invoker = Invoker { roles: roles.to_vec(), manages_server: manages, locale: "en-GB".into() };
    let here = here(&mut world.conn, &call, &invoker).await.unwrap().unwrap();
    let mut ids = shown(LINES, &here);
    ids.extend(shown(COORDINATION, &here));
    for language in Language::ALL {
        let text = crate::discord::testing::text(&view(&here, language));
        assert!(!text.contains(&say(language, "general-text-missing").text()), "{text}");
    }
    let codes = buttons(&here, Language::En).into_iter().map(|button| match button.target {
        crate::discord::view::Target::Press(code) => code.to_string(),
        crate::discord::view::Target::Link(link) => link,
    });
    (ids, codes.collect())
}

fn lines(own: &[&'static str]) -> Vec<&'static str> {
    // The order of the page, whatever the order in a row of the table.
    let all = LINES.iter().chain(COORDINATION).map(|(id, _)| *id);
    all.filter(|id| own.contains(id) || ALWAYS.contains(id)).collect()
}

/// A change of the programme, who, where, with which roles, and the lines that are shown beside those for all.
type Row<'a> = (Option<(&'a str, &'a str)>, UserId, (GuildId, ChannelId), &'a [RoleId], &'a [&'static str]);

#[tokio::test]
async fn help_says_what_can_be_done_here_and_now_for_each_role_place_and_phase() {
    let coordinator: &[RoleId] = &[COORDINATORS];
    let home = (GUILD, ROOM);
    let (gives, reports, both) = (work(&[&GIVES]), work(&[&REPORTS]), work(&[&GIVES, &REPORTS]));
    let coordinator_elsewhere = [&["help-in-other-tandem"][..], &COORDINATES].concat();
    let table: &[Row] = &[
        (None, MENTOR, home, &[], &gives),
        (None, MENTEE, home, &[], &reports),
        (Some(("mentee_assigns", "1")), MENTOR, home, &[], &both),
        (Some(("mentee_assigns", "1")), MENTEE, home, &[], &both),
        (Some(("phase", "closing")), MENTOR, home, &[], &gives),
        (Some(("phase", "kickoff")), MENTOR, home, &[], &gives),
        (Some(("phase", "pairing")), MENTOR, home, &[], &["help-leave"]),
        (Some(("phase", "closed")), MENTOR, home, &[], &["help-leave", "help-programme-closed"]),
        (
            Some(("contact", "Carla Brandt")),
            MENTEE,
            (GUILD, LOBBY),
            &[],
            &["help-your-channels", "help-feedback", "help-support", "help-contact"],
        ),
        (None, MENTOR, (GUILD, LOBBY), &[], &["help-your-channels", "help-feedback", "help-support"]),
        (None, MENTOR, (GUILD, OTHERS), &[], &["help-in-other-tandem"]),
        (None, STRANGER, (GUILD, LOBBY), &[], &["help-stranger", "help-join"]),
        (None, STRANGER, home, &[], &["help-stranger", "help-in-other-tandem"]),
        (None, STRANGER, (GUILD, DIGEST), coordinator, &COORDINATES),
        (None, STRANGER, home, coordinator, &coordinator_elsewhere),
    ];
    for (change, who, place, roles, own) in table {
        let mut world = World::new().await;
        world.tandem(UserId(2_009), UserId(2_010), OTHERS).await;
        if let Some((column, value)) = change {
            world.programme_set(column, value).await;
        }
        let (ids, _) = of(&mut world, *who, *place, roles, false).await;
        assert_eq!(ids, lines(own), "{change:?} {who} {place:?}");
    }
}

#[tokio::test]
async fn before_setting_up_help_names_the_one_thing_to_do_and_who_can() {
    let mut world = World::new().await;
    let (ids, buttons) = of(&mut world, MENTOR, (FOREIGN, LOBBY), &[COORDINATORS], false).await;
    assert_eq!((ids, buttons.len()), (vec!["help-not-set-up"], 0));
    let (ids, _) = of(&mut world, STRANGER, (FOREIGN, LOBBY), &[], true).await;
    assert_eq!(ids, ["help-not-set-up", "help-setup"]);
}

#[tokio::test]
async fn after_an_ending_help_shows_how_it_goes_on_in_the_room_and_elsewhere() {
    let mut world = World::new().await;
    let tandem = world.tandem_in(ROOM).await.id;
    let call = world.call(MENTOR, ROOM);
    leaving::end(&mut world.conn, &call, tandem).await.unwrap().unwrap();
    for who in [MENTOR, MENTEE] {
        let (ids, buttons) = of(&mut world, who, (GUILD, ROOM), &[], false).await;
        assert_eq!(ids, lines(&["help-tandem-ended", "help-waiting"]));
        assert_eq!(buttons, [format!("goes-on:{tandem}"), "my-place".into()]);
        let (ids, buttons) = of(&mut world, who, (GUILD, LOBBY), &[], false).await;
        let elsewhere = lines(&["help-waiting", "help-support"]);
        assert_eq!((ids, buttons), (elsewhere, vec!["my-place".to_owned()]));
    }
}

#[tokio::test]
async fn before_the_start_help_says_when_it_begins_and_what_waits() {
    let mut world = World::empty().await;
    let (mentor, mentee) = (world.person(MENTOR).await.id, world.person(MENTEE).await.id);
    for (person, role) in
        [(mentor, crate::domain::programme::Role::Mentor), (mentee, crate::domain::programme::Role::Mentee)]
    {
        programmes::enrolment_approve(&mut world.conn, world.programme.id, person, role).await.unwrap();
    }
    world.programme_set("starts_on", "2027-02-01").await;
    let ahead = lines(&["help-programme-not-begun", "help-support"]);
    assert_eq!(of(&mut world, MENTOR, (GUILD, LOBBY), &[], false).await.0, ahead);
    let deadline = world.now() + chrono::Duration::days(7);
    proposal_add(&mut world.conn, world.programme.id, mentor, mentee, deadline).await.unwrap();
    let waits = lines(&["help-programme-not-begun", "help-waiting", "help-support"]);
    assert_eq!(of(&mut world, MENTOR, (GUILD, LOBBY), &[], false).await.0, waits);
}

#[tokio::test]
async fn a_welcome_that_was_deleted_leaves_its_button_within_reach() {
    let mut world = World::new().await;
    let tandem = world.tandem_in(ROOM).await.id;
    let (_, buttons) = of(&mut world, MENTEE, (GUILD, ROOM), &[], false).await;
    assert_eq!(buttons, [format!("tandem-menu:{tandem}"), "my-place".into()]);
}

#[tokio::test]
async fn in_a_tandem_that_pauses_help_says_until_when_and_that_commands_work() {
    let mut world = World::new().await;
    let call = world.call(MENTEE, ROOM);
    let which = crate::app::pause::Which::Here;
    crate::app::pause::set(&mut world.conn, &call, which, "2027-01-20").await.unwrap().unwrap();
    for who in [MENTOR, MENTEE] {
        let (ids, _) = of(&mut world, who, (GUILD, ROOM), &[], false).await;
        let more: &[&'static str] = if who == MENTOR { &GIVES } else { &REPORTS };
        assert_eq!(ids, lines(&work(&[more, &["help-paused"]])), "the same for both");
    }
}

#[tokio::test]
async fn a_coach_is_told_where_calls_for_support_are() {
    let mut world = World::new().await;
    crate::store::exec_for_test(&mut world.conn, "UPDATE server SET coach_role = 1077").await.unwrap();
    let (ids, _) = of(&mut world, STRANGER, (GUILD, LOBBY), &[RoleId(1_077)], false).await;
    assert_eq!(ids, lines(&["help-join", "help-coach"]));
}

#[test]
fn every_command_stands_in_help_under_the_name_it_has_in_that_language() {
    for (language, text) in [
        (0, include_str!("../../../../locales/en/help.ftl")),
        (1, include_str!("../../../../locales/de/help.ftl")),
    ] {
        for leaf in crate::discord::commands::leaves() {
            let words: Vec<&str> = leaf.name.split(' ').collect();
            let named: Vec<String> = (1..=words.len())
                .map(|depth| {
                    let key = format!("cmd-{}-name", words[..depth].join("-"));
                    let (english, others) = crate::locales::menu(&key);
                    if language == 0 { english } else { others[2].1.clone() }
                })
                .collect();
            let whole = format!("`/{}`", named.join(" "));
            // After the first of a group, a line names the others by their last words.
            let group = format!("`/{} ", named[..named.len() - 1].join(" "));
            let last = format!("`{}`", named[named.len() - 1]);
            let grouped = |line: &str| named.len() > 1 && line.contains(&group) && line.contains(&last);
            let found = text.contains(&whole) || text.lines().any(grouped) || leaf.name == "help";
            assert!(found, "{whole} stands nowhere in help ({language})");
        }
    }
}
