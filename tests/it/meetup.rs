//! Speed networking over sockets: people come into the lobby, walk over or are moved, somebody comes late, somebody leaves,
//! it rings, the rooms go, favourites are asked privately, and the pairing follows them.

use serde_json::json;
use tandem::sandbox::people::Deed;
use tandem::sandbox::permissions;
use tandem::sandbox::view::MessageView;

use crate::company::{Company, german, moment};
use crate::play;

/// Where somebody is in voice, by the channel's name.
fn place(company: &Company, person: u64) -> Option<String> {
    let world = company.stage.sandbox.world();
    let at = world.guilds[&company.stage.sandbox.guild_id()].voice.get(&person)?.channel;
    Some(world.channels[&at].name.clone())
}

/// The voice channels of a sitting that somebody sees.
fn seen(company: &Company, person: u64) -> Vec<(String, u64)> {
    let all = company.stage.sandbox.channels_of(person);
    let ours = all.into_iter().filter(|one| one.kind == 2 && one.name != "Treffpunkt");
    ours.map(|one| (one.name, one.id)).collect()
}

async fn joins(company: &Company, person: u64, channel: u64) {
    company.stage.sandbox.act(person, Deed::JoinVoice { channel }).unwrap();
    company.pass(0).await;
}

/// A programme with mentors and mentees; the meetup is planned for 14:00 and everybody is invited.
async fn invited() -> (Company, [u64; 5]) {
    let company = Company::open("2026-11-24T09:00:00Z").await;
    company.programme("Pilot", json!({})).await;
    let all = ["vera", "lena", "ulrich", "martin", "jonas"].map(|name| company.person(name));
    let guild = company.stage.sandbox.guild_id();
    let roles = ["mentor", "mentor", "mentee", "mentee", "mentee"];
    let people: Vec<(u64, &str)> = all.into_iter().zip(roles).collect();
    play::enrolled(&company.database, guild, &people).await;
    let carla = company.person("carla");
    let options = json!({ "when": "25.11. 14:00" });
    let plan = company.run(carla, company.lobby(), "coordination meetup plan", options).await;
    let text = plan.embeds[0]["description"].as_str().unwrap();
    let meetings = "je Mentee 2, je Mentorin oder Mentor 3, zusammen 6. Mehr gehen nicht.";
    assert!(text.contains(meetings), "{text}");
    let done = company.press(carla, &plan, "Einladen").await;
    assert!(done.content.contains("steht gleich"), "{}", done.content);
    (company, all)
}

fn mentions(post: &MessageView) -> usize {
    post.content.matches("<@").count()
}

#[tokio::test]
async fn people_get_to_know_each_other_and_name_whom_they_would_like() {
    let (company, [vera, lena, ulrich, martin, jonas]) = invited().await;
    let carla = company.person("carla");
    let invite = company.posts(ulrich, company.lobby()).pop().unwrap();
    assert_eq!(mentions(&invite), 0, "who is invited is nobody's business");
    let mine = company.press(ulrich, &invite, "Mein Platz").await;
    assert!(mine.content.contains("deine Gruppe beginnt"), "{}", mine.content);
    company.pass_until(moment("2026-11-25T12:50:00Z")).await;
    company.run(carla, company.lobby(), "coordination meetup start", json!({})).await;
    company.pass(30).await;
    let hall = company.channel("Kennenlernen");
    assert_eq!(seen(&company, ulrich), [("Kennenlernen".to_owned(), hall)]);
    let hidden = Deed::JoinVoice { channel: hall };
    assert!(company.hidden(company.person("priya"), hidden).is_some(), "nobody else comes in");
    for person in [vera, lena, ulrich, martin] {
        joins(&company, person, hall).await;
    }
    company.pass_until(moment("2026-11-25T13:00:01Z")).await;
    // Each sees the lobby and one room; the room calls its two and has a question.
    let rooms = seen(&company, vera);
    assert_eq!(rooms.len(), 2, "{rooms:?}");
    let own = rooms.into_iter().find(|(name, _)| name.starts_with("Raum")).unwrap();
    let partner = [ulrich, martin].into_iter().find(|one| seen(&company, *one).contains(&own)).unwrap();
    assert!(!seen(&company, lena).contains(&own));
    let post = company.posts(vera, own.1).pop().unwrap();
    assert!(post.content.contains(&format!("<@{partner}>")) && mentions(&post) == 2, "{}", post.content);
    assert_eq!(post.embeds[0]["title"], german("meetup-room-question-field"));
    // Vera walks over; whoever does not is moved after a quarter of a minute.
    joins(&company, vera, own.1).await;
    assert_eq!(place(&company, partner).unwrap(), "Kennenlernen");
    company.pass(18).await;
    assert_eq!(place(&company, partner).unwrap(), own.0);
    let told = company.posts(lena, hall);
    assert!(told.iter().all(|post| mentions(post) == 0), "the lobby names nobody");
    // It rings half a minute before the end, and both are called.
    company.pass_until(moment("2026-11-25T13:04:30Z")).await;
    let bell = company.posts(vera, own.1).pop().unwrap();
    assert!(bell.content.starts_with('🔔') && mentions(&bell) == 2, "{}", bell.content);
    // Martin loses his connection, Jonas comes late.
    let guild = company.stage.sandbox.guild_id();
    company.stage.sandbox.act(martin, Deed::LeaveVoice { guild }).unwrap();
    joins(&company, jonas, hall).await;
    company.pass_until(moment("2026-11-25T13:06:30Z")).await;
    let talks = [vera, lena, ulrich, jonas].map(|person| place(&company, person).unwrap());
    assert!(talks.iter().all(|room| room.starts_with("Raum")), "{talks:?}");
    let before: Vec<MessageView> = company.posts(ulrich, company.channel(&talks[2]));
    assert_eq!(before.len(), 1, "what stood there for the two before has gone: {before:?}");
    joins(&company, martin, hall).await;
    // Everybody has met everybody after a few rounds; then lobby and rooms go.
    company.pass_until(moment("2026-11-25T13:55:00Z")).await;
    let world_has =
        |name: &str| company.stage.sandbox.world().channels.values().any(|one| one.name.starts_with(name));
    assert!(!world_has("Raum") && !world_has("Kennenlernen"));
    // Ulrich names Vera, Martin names Lena; nobody else learns of it.
    for (mentee, favourite) in [(ulrich, vera), (martin, lena), (jonas, lena)] {
        let place = company.press(mentee, &invite, "Mein Platz").await;
        let ask = company.press(mentee, &place, "Favoriten nennen").await;
        let custom_id = ask.custom_ids().into_iter().find(|id| id.starts_with("favourites-name")).unwrap();
        let deed = Deed::Choose {
            channel: ask.channel,
            message: ask.id,
            custom_id: custom_id.to_owned(),
            values: vec![favourite.to_string()],
        };
        let noted = company.act(mentee, deed).await.reply.unwrap();
        assert!(noted.content.starts_with("Notiert"), "{}", noted.content);
    }
    let place = company.press(vera, &invite, "Mein Platz").await;
    assert!(place.button("Favoriten nennen").is_none(), "mentors are asked where the programme wants it");
    let carlas = company.run(carla, company.lobby(), "my", json!({})).await;
    assert!(!format!("{carlas:?}").contains("avorit"));
    let plan = company.run(carla, company.lobby(), "coordination match propose", json!({})).await;
    let text = plan.embeds[0]["description"].as_str().unwrap();
    assert!(text.contains(&format!("<@{vera}> mit <@{ulrich}>")), "{text}");
    assert!(!text.contains("avorit"), "{text}");
    // Fourteen days later nobody knows any more who met whom.
    company.pass(15 * 24 * 3_600).await;
    let left = company.dump().await;
    let about = |table: &str| left.iter().filter(|line| line.starts_with(table)).count();
    assert_eq!([about("encounter:"), about("sitting_guest:"), about("sitting:")], [0; 3]);
    assert_eq!(about("favourite:"), 3);
    let traffic = company.stage.sandbox.traffic();
    assert_eq!((traffic.public_responses, traffic.unknown_routes), (0, 0));
}

#[tokio::test]
async fn without_the_permission_to_move_people_it_does_not_begin_and_says_what_is_missing() {
    let (company, _) = invited().await;
    let carla = company.person("carla");
    let guild = company.stage.sandbox.guild_id();
    let role = {
        let world = company.stage.sandbox.world();
        let bot = world.bot();
        world.guilds[&guild].members[&bot].roles.iter().next().copied().unwrap()
    };
    let sandbox = &company.stage.sandbox;
    sandbox.change_role(guild, role, |role| role.permissions &= !permissions::MOVE_MEMBERS);
    company.pass(3).await;
    let refused = company.run(carla, company.lobby(), "coordination meetup start", json!({})).await;
    assert!(refused.content.contains("Mitglieder verschieben"), "{}", refused.content);
    assert!(!company.stage.sandbox.world().channels.values().any(|one| one.name == "Kennenlernen"));
    let stop = company.run(carla, company.lobby(), "coordination meetup stop", json!({})).await;
    company.press(carla, &stop, "Absagen").await;
    let invite = company.posts(carla, company.lobby()).pop().unwrap();
    assert_eq!(invite.content, german("meetup-invite-off"));
}

#[tokio::test]
async fn whoever_cannot_be_moved_is_noted_as_gone_and_nothing_is_left_undelivered() {
    let (company, [vera, .., jonas]) = invited().await;
    company.pass_until(moment("2026-11-25T12:50:00Z")).await;
    company.run(company.person("carla"), company.lobby(), "coordination meetup start", json!({})).await;
    company.pass(30).await;
    joins(&company, vera, company.channel("Kennenlernen")).await;
    // The bot takes Jonas for somebody in the lobby, as it does when he leaves in the very moment of his move.
    let guest = format!("person_id = (SELECT id FROM person WHERE user_id = {jonas})");
    let there = "UPDATE sitting_guest SET space_id = (SELECT id FROM sitting_space WHERE number = 0) WHERE";
    company.meddle(&format!("{there} {guest}")).await;
    company.pass_until(moment("2026-11-25T13:00:20Z")).await;
    assert!(place(&company, vera).unwrap().starts_with("Raum"));
    let stored = company.dump().await;
    let lines = |part: &str| stored.iter().filter(|line| line.contains(part)).count();
    assert_eq!(lines("meet_move"), 0, "Discord says that he is not in voice (40032), and that is an answer");
    assert_eq!(lines("state='talking'"), 1, "and Vera does not wait for him any longer");
}
