//! Buttons, menus and forms in the wrong hands, their numbers forged: Discord shows a button to those alone who see its
//! message, and nothing here may rest on that. Every button that there is gets pressed, so that a new one is tried as well.

use super::*;
use crate::app::testing::{COORDINATORS, GUILD, LOBBY, MENTEE, MENTOR, ROOM};
use crate::discord::testing::Desk;
use crate::domain::ids::{
    ChannelId, ConcernsId, GuildId, IdeasId, MeetingId, PageId, ProgrammeId, RoleId, TandemId, UserId,
};
use crate::domain::topic::{Idea, Topic};
use crate::store::people::{Server, server_get, server_set};
use crate::store::{meetings, practices, programmes};

/// Stands in every text of the first tandem.
const SECRET: &str = "Zaunkönig";
/// Another server that the same process serves.
const ELSEWHERE: GuildId = GuildId(9_000);
/// Its coordinators' role.
const THEIR_ROLE: RoleId = RoleId(9_001);
/// A channel there.
const THEIR_CHANNEL: ChannelId = ChannelId(9_002);
/// Somebody in the second tandem.
const OTHER: UserId = UserId(3_001);
/// The room of the second tandem.
const OTHER_ROOM: ChannelId = ChannelId(3_003);
/// Somebody on the server who takes part in nothing.
const STRANGER: UserId = UserId(4_001);

/// Two tandems, the first with all that a tandem can have; a second programme; a second server with one of its own.
async fn desk() -> Desk {
    let mut desk = Desk::new().await;
    desk.world.tandem(OTHER, UserId(3_002), OTHER_ROOM).await;
    let words = |text: &str| format!("{text} {SECRET}");
    desk.command(MENTOR, ROOM, "task assign", &[("text", &words("Read"))]).await;
    desk.command(MENTEE, ROOM, "stuck", &[("note", &words("No time"))]).await;
    desk.command(MENTOR, ROOM, "session plan", &[("when", "2027-01-14 14:00"), ("place", SECRET)]).await;
    desk.command(MENTEE, ROOM, "topic propose", &[("text", &words("Headset"))]).await;
    // What is shared comes from a meeting that was held.
    let now = desk.world.now();
    meetings::meeting_held_set(&mut desk.world.conn, MeetingId(1), now).await.unwrap();
    desk.command(MENTOR, ROOM, "practice share", &[("text", &words("A list"))]).await;
    let programme = ProgrammeId(1);
    let wish = [("questions", SECRET), ("matters", SECRET), ("digital", SECRET)];
    desk.submit_all(MENTEE, ROOM, Button::WishesAsMentee(programme), &wish).await;
    desk.press(MENTEE, ROOM, Button::SupportSend, &[], Some(&words("Help"))).await;
    desk.press(MENTEE, ROOM, Button::RemarkSend(TandemId(1)), &[], Some(&words("Remark"))).await;
    desk.press(MENTEE, ROOM, Button::ReachAsk(TandemId(1)), &[], None).await;
    let ours = server_get(&mut desk.world.conn, GUILD).await.unwrap().unwrap();
    let theirs = Server {
        guild: ELSEWHERE,
        coordinator_role: Some(THEIR_ROLE),
        coach_role: Some(THEIR_ROLE),
        digest_channel: Some(THEIR_CHANNEL),
        ..ours
    };
    server_set(&mut desk.world.conn, &theirs).await.unwrap();
    let mut second = desk.world.programme.clone();
    second.name = "2027".into();
    programmes::programme_add(&mut desk.world.conn, &second).await.unwrap();
    second.guild = ELSEWHERE;
    second.card_channel = THEIR_CHANNEL;
    second.digest_channel = THEIR_CHANNEL;
    programmes::programme_add(&mut desk.world.conn, &second).await.unwrap();
    desk
}

/// A button of the first tandem and of its programme, forged by number; the practice's number is drawn.
fn forged(code: &str, of: &str, practice: i64) -> Option<Button> {
    let number = match of {
        "PracticeId" => practice,
        "PageId" => PageId::of(ProgrammeId(1), 0).0,
        "ConcernsId" => ConcernsId::of(ProgrammeId(1), "9999-12-31".parse().unwrap(), 0).0,
        "IdeasId" => IdeasId::of(TandemId(1), 0, 0).0,
        "IdeaId" => Idea::all(Topic::ALL[0])[0].id(TandemId(1)).0,
        _ => 1,
    };
    if of.is_empty() { code.parse().ok() } else { format!("{code}:{number}").parse().ok() }
}

/// What is stored, without what every request leaves behind for an hour.
async fn stored(desk: &mut Desk) -> Vec<String> {
    let dump = desk.world.dump().await;
    let passing = ["seen_interaction", "owed_reply"];
    dump.lines().filter(|line| !passing.iter().any(|one| line.starts_with(one))).map(str::to_owned).collect()
}

/// Presses and sends it, with every value that a menu or a form might hold, and returns what was read.
async fn attack(desk: &mut Desk, who: UserId, place: ChannelId, button: Button) -> String {
    let long = "x".repeat(5_000);
    let inputs = ["text", "when", "until", "place", "note", "remark", "questions", "matters", "learn"];
    let mut read = String::new();
    for value in ["1", "ai", "x"] {
        read += &desk.press(who, place, button, &[value], Some("words")).await;
    }
    for text in ["2027-02-01 14:00", &long, SECRET_FREE] {
        let fields: Vec<(&str, &str)> = inputs.iter().map(|name| (*name, text)).collect();
        read += &desk.submit_all(who, place, button, &fields).await;
    }
    read
}

/// Words of an attacker's.
const SECRET_FREE: &str = "words of my own";

#[tokio::test]
async fn nobody_else_gets_anything_from_a_tandems_buttons_and_forms_or_changes_anything_by_them() {
    let mut desk = desk().await;
    let mentor = desk.world.person(MENTOR).await.id;
    let practice = practices::practices_of(&mut desk.world.conn, mentor).await.unwrap()[0].id.0;
    assert!(desk.world.dump().await.matches(SECRET).count() >= 7, "there is much to be had");
    let before = stored(&mut desk).await;
    // Who presses, with which roles, on which server, and where.
    let attackers: [(&str, UserId, &[RoleId], GuildId, ChannelId); 7] = [
        ("a stranger in the lobby", STRANGER, &[], GUILD, LOBBY),
        ("the owner, who sees the room", STRANGER, &[], GUILD, ROOM),
        ("one of another tandem in their own room", OTHER, &[], GUILD, OTHER_ROOM),
        ("one of another tandem in this room", OTHER, &[], GUILD, ROOM),
        ("the mentor's account on another server", MENTOR, &[], ELSEWHERE, THEIR_CHANNEL),
        ("another server's coordinator", STRANGER, &[THEIR_ROLE], ELSEWHERE, THEIR_CHANNEL),
        ("this server's coordinator from another server", STRANGER, &[COORDINATORS], ELSEWHERE, LOBBY),
    ];
    let mut tried = 0;
    for (attacker, who, roles, guild, place) in attackers {
        (desk.roles, desk.guild) = (roles.to_vec(), guild);
        for (code, of) in Button::CODES {
            // What belongs to a programme or to oneself is everybody's on its own server.
            if guild == GUILD && (["", "ProgrammeId"].contains(of) || code.starts_with("briefing")) {
                continue;
            }
            let button = forged(code, of, practice).unwrap_or_else(|| panic!("{code}"));
            let read = attack(&mut desk, who, place, button).await;
            assert!(!read.contains(SECRET), "{attacker} reads by {button}: {read}");
            if !of.is_empty() {
                let after = stored(&mut desk).await;
                let new: Vec<&String> = after.iter().filter(|line| !before.contains(line)).collect();
                assert!(after == before, "{attacker} changes by {button}: {new:#?}");
            }
            tried += 1;
        }
    }
    assert!(tried > 400, "{tried}");
}

#[tokio::test]
async fn this_servers_coordinator_gets_nothing_from_inside_a_tandem_by_its_buttons() {
    let mut desk = desk().await;
    let before = stored(&mut desk).await;
    desk.roles = vec![COORDINATORS];
    let inside = ["TandemId", "TaskId", "MeetingId", "OfferId", "IdeaId", "IdeasId", "ProposalId"];
    for (code, of) in Button::CODES.iter().filter(|(_, of)| inside.contains(of)) {
        let button = forged(code, of, 0).unwrap();
        for place in [LOBBY, ROOM] {
            let read = attack(&mut desk, STRANGER, place, button).await;
            assert!(!read.contains(SECRET), "read by {button}: {read}");
        }
        assert!(stored(&mut desk).await == before, "changed by {button}");
    }
}

/// Buttons of a programme that are for everybody who takes part or wants to; all others are coordinators'.
const FOR_PEOPLE: [&str; 29] = [
    "briefing",
    "briefing-done",
    "briefing-open",
    "concern-ask",
    "concern-write",
    "favourites",
    "favourites-name",
    "favourites-none",
    "join",
    "join-about",
    "join-agree",
    "join-confirm",
    "join-discard",
    "join-edit",
    "join-languages",
    "join-mentee",
    "join-mentor",
    "join-rather-not",
    "join-role",
    "join-show",
    "join-skip",
    "join-topics",
    "join-wishes",
    "programme-leave",
    "programme-leave-ask",
    "remarks-mine",
    "wishes",
    "wishes-mentee",
    "wishes-mentor",
];

/// How those are refused that press a button of the coordinators' without being one.
const REFUSALS: [&str; 5] = [
    "This command is for the coordinators",
    "Calls for support are read only by",
    "Nothing is waiting",
    "This button belongs to something that is over",
    "No plan is there",
];

#[tokio::test]
async fn without_the_role_no_button_of_the_coordinators_shows_or_changes_anything() {
    let mut desk = desk().await;
    let before = stored(&mut desk).await;
    let theirs = ["ProgrammeId", "PageId", "RoundId", "LockId", "BarId", "AnnouncementId", "DigestId"];
    let (mut tried, mut wrong) = (Vec::new(), Vec::new());
    for (code, of) in
        Button::CODES.iter().filter(|(code, of)| theirs.contains(of) && !FOR_PEOPLE.contains(code))
    {
        let button = forged(code, of, 0).unwrap();
        for (who, place) in [(STRANGER, LOBBY), (MENTEE, ROOM)] {
            for value in ["1", "name", "lounge"] {
                let read = desk.press(who, place, button, &[value], Some("words")).await;
                if !REFUSALS.iter().any(|start| read.starts_with(start)) || read.contains(SECRET) {
                    wrong.push(format!("{button}: {read}"));
                }
            }
        }
        assert!(stored(&mut desk).await == before, "changed by {button}");
        tried.push(*code);
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(tried.len() > 35, "{tried:?}");
}

#[tokio::test]
async fn what_was_never_suggested_is_no_way_into_another_tandem_or_server() {
    let mut desk = desk().await;
    let before = stored(&mut desk).await;
    for (who, guild, place) in [
        (OTHER, GUILD, OTHER_ROOM),
        (OTHER, GUILD, LOBBY),
        (MENTOR, ELSEWHERE, THEIR_CHANNEL),
        (STRANGER, GUILD, LOBBY),
    ] {
        desk.guild = guild;
        for typed in ["1", "Pilot", "2027", "0", "-1", "99999999999999999999", SECRET] {
            for name in crate::discord::commands::leaves().iter().map(|leaf| leaf.name) {
                if name.starts_with("coordination")
                    || ["setup", "join", "my", "leave", "support"].contains(&name)
                {
                    continue;
                }
                for option in ["tandem", "task", "meeting", "topic", "programme", "idea"] {
                    let suggested = desk.suggested_for(who, place, name, (option, typed)).await;
                    let suggested = format!("{suggested:?}");
                    assert!(!suggested.contains(SECRET) || typed == SECRET, "{name}: {suggested}");
                }
                if ["worked", "stuck", "task edit", "task cancel", "session cancel", "task list"]
                    .contains(&name)
                {
                    let options = [("task", typed), ("tandem", typed), ("meeting", typed)];
                    let read = desk.command(who, place, name, &options).await;
                    assert!(typed == SECRET || !read.contains(SECRET), "{name} {typed}: {read}");
                }
            }
        }
        assert_eq!(stored(&mut desk).await, before, "{who}");
    }
}

#[tokio::test]
async fn no_command_for_another_programme_or_on_another_server_shows_anything_of_this_one() {
    let mut desk = desk().await;
    let attackers: [(UserId, &[RoleId], GuildId, ChannelId); 4] = [
        (STRANGER, &[THEIR_ROLE], ELSEWHERE, THEIR_CHANNEL),
        (STRANGER, &[COORDINATORS, THEIR_ROLE], ELSEWHERE, THEIR_CHANNEL),
        (STRANGER, &[COORDINATORS], GUILD, LOBBY),
        (UserId(3_002), &[], GUILD, OTHER_ROOM),
    ];
    let options =
        [("programme", "2027"), ("tandem", "1"), ("task", "1"), ("meeting", "1"), ("text", "words")];
    for (who, roles, guild, place) in attackers {
        (desk.roles, desk.guild) = (roles.to_vec(), guild);
        // What needs Discord itself, or a file of it, is tried over sockets.
        for leaf in crate::discord::commands::leaves().iter().filter(|leaf| leaf.name != "setup") {
            for options in [&options[..1], &options[..], &[]] {
                // Without a name a coordinator's command is about the only programme there is, and here there are two.
                let read = desk.command(who, place, leaf.name, options).await;
                let shows = [SECRET, "<@2001>", "<@2002>"].into_iter().find(|part| read.contains(part));
                assert_eq!(shows, None, "/{} {options:?} by {who} in {place}: {read}", leaf.name);
            }
        }
    }
}
