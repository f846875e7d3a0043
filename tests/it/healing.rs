//! What people do to Discord behind the bot's back, over the whole bot: messages and channels deleted, people gone, roles
//! and permissions taken away. Each is healed, or answered with what happens now.

mod direct;
mod practices;

use serde_json::json;
use tandem::domain::language::Language;
use tandem::locales::say;
use tandem::sandbox::people::Deed;
use tandem::sandbox::permissions;
use tandem::sandbox::view::MessageView;

use crate::company::{Company, Pair, german, moment};

/// Tuesday, ten o'clock in Berlin.
const START: &str = "2026-11-24T09:00:00Z";

async fn with_a_tandem() -> (Company, Pair) {
    let company = Company::open(START).await;
    company.programme("Pilot", json!({ "language": "de", "address": "du" })).await;
    let pair = company.pair("Pilot", company.person("vera"), company.person("ulrich")).await;
    (company, pair)
}

/// The owner of the server deletes a message, as administrators can.
async fn delete(company: &Company, on: &MessageView) {
    let deed = Deed::DeleteMessage { channel: on.channel, message: on.id };
    company.stage.act(company.person("henrike"), deed).await.unwrap();
    company.pass(3).await;
}

fn saying(company: &Company, person: u64, channel: u64, text: &str) -> usize {
    company.posts(person, channel).iter().filter(|post| post.content.contains(text)).count()
}

async fn nothing_is_left(company: &Company) {
    let left: Vec<_> =
        company.dump().await.into_iter().filter(|line| line.contains("'undeliverable'")).collect();
    assert!(left.is_empty(), "{left:#?}");
}

fn asks(company: &Company, template: &str) -> usize {
    company.stage.sandbox.record.requests().iter().filter(|asked| asked.template == template).count()
}

#[tokio::test]
async fn a_deleted_card_is_not_put_there_anew_but_its_buttons_are_without_its_text() {
    let (mut company, Pair { mentor, mentee, room }) = with_a_tandem().await;
    company.run(mentor, room, "task assign", json!({ "text": "Kalender teilen" })).await;
    let card = company.post_with(mentor, room, "Hat geklappt");
    delete(&company, &card).await;
    company.run(mentee, room, "stuck", json!({ "task": "1", "note": "ohne Rechte" })).await;
    company.pass(60).await;
    let said = say(Language::De, "task-card-gone").with("number", 1).text();
    assert_eq!(saying(&company, mentee, room, &said), 1);
    assert!(company.posts(mentee, room).iter().all(|post| post.id != card.id));
    let posts = company.posts(mentee, room);
    let tells = |post: &&MessageView| format!("{:?}", post.embeds).contains("Kalender teilen");
    assert_eq!(posts.iter().find(tells), None, "whoever deleted it may have meant its text");
    let word = company.posts(mentee, room).into_iter().find(|post| post.content == said).unwrap();
    assert!(word.silent && word.pings.is_empty());
    let noted = company.press(mentee, &word, "Hat geklappt").await;
    assert!(noted.content.contains("„hat geklappt“ vermerkt"), "{}", noted.content);
    company.stage.stop().await;
    company.stage.boot().await.unwrap();
    company.pass(3_600).await;
    assert_eq!(saying(&company, mentee, room, &said), 1, "said once");
    nothing_is_left(&company).await;
}

#[tokio::test]
async fn a_deleted_meeting_card_leaves_its_buttons_when_it_would_have_changed() {
    let (company, Pair { mentor, mentee, room }) = with_a_tandem().await;
    company.run(mentor, room, "session plan", json!({ "when": "4.12. 14:00" })).await;
    let card = company.post_with(mentee, room, "Andere Zeit");
    delete(&company, &card).await;
    company.run(mentee, room, "session next", json!({})).await;
    let next = company.run(mentee, room, "session next", json!({})).await;
    company.press(mentee, &next, "Bestätigen").await;
    company.pass(60).await;
    let gone = "wurde hier gelöscht. Der Termin steht weiterhin";
    assert_eq!(saying(&company, mentor, room, gone), 1);
    let word = company.post_with(mentor, room, "Andere Zeit");
    assert!(word.content.contains(gone) && word.id != card.id, "{word:?}");
    company.press(mentor, &word, "Absagen").await;
    nothing_is_left(&company).await;
}

#[tokio::test]
async fn a_deleted_question_or_welcome_is_read_no_more_and_its_buttons_stay_within_reach() {
    let company = Company::open(START).await;
    company.programme("Pilot", json!({ "questions": "every day 9:00" })).await;
    let Pair { mentor, mentee, room } =
        company.pair("Pilot", company.person("vera"), company.person("ulrich")).await;
    company.pass_until(moment("2026-11-25T09:00:00Z")).await;
    let welcome = company.post_with(mentor, room, "Dieses Tandem…");
    let question = company
        .posts(mentor, room)
        .into_iter()
        .find(|post| post.reactions.iter().any(|reaction| reaction.emoji == "💡"))
        .unwrap();
    delete(&company, &welcome).await;
    delete(&company, &question).await;
    let mut company = company;
    let reading = "/channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}";
    for reads in [2, 0] {
        company.stage.stop().await;
        let before = asks(&company, reading);
        company.stage.boot().await.unwrap();
        company.pass(60).await;
        assert_eq!(asks(&company, reading) - before, reads, "what is gone is asked for once");
    }
    for (name, at) in [("help", room), ("my", company.lobby())] {
        let shown = company.run(mentee, at, name, json!({})).await;
        let menu = shown.custom_ids().into_iter().find(|id| id.starts_with("tandem-menu")).unwrap();
        let menu = company.press_id(mentee, &shown, menu).await;
        assert!(menu.button("Dieses Tandem beenden").is_some(), "{menu:?}");
    }
    nothing_is_left(&company).await;
}

#[tokio::test]
async fn a_deleted_goodbye_or_programme_card_takes_nothing_away() {
    let (company, Pair { mentor, mentee, room }) = with_a_tandem().await;
    company.leave(mentee, room).await;
    company.pass(3_600).await;
    let goodbye = company.post_with(mentor, room, "Wie soll es weitergehen?");
    delete(&company, &goodbye).await;
    for post in company.posts(mentor, company.lobby()) {
        delete(&company, &post).await;
    }
    for person in [mentor, mentee] {
        let help = company.run(person, room, "help", json!({})).await;
        let asked = company.press(person, &help, "Wie soll es weitergehen?").await;
        assert!(asked.button("Ein neues Tandem").is_some(), "{asked:?}");
        let mine = company.run(person, company.lobby(), "my", json!({})).await;
        let place = company.press(person, &mine, "Ansehen").await;
        company.press(person, &place, "Ein neues Tandem").await;
    }
    company.pass(9 * 24 * 3_600).await;
    assert!(!company.rooms(mentor).contains(&room), "the room goes all the same");
    nothing_is_left(&company).await;
}

#[tokio::test]
async fn a_room_deleted_while_the_bot_is_away_ends_its_tandem_when_the_bot_returns() {
    let (mut company, Pair { mentor, mentee, room }) = with_a_tandem().await;
    company.run(mentor, room, "task assign", json!({ "text": "Kalender teilen", "due": "2026-11-27" })).await;
    company.stage.stop().await;
    assert!(company.stage.sandbox.delete_channel(room));
    company.stage.boot().await.unwrap();
    company.pass(60).await;
    for person in [mentor, mentee] {
        let mine = company.run(person, company.lobby(), "my", json!({})).await;
        let asked = say(Language::De, "my-waiting-goes-on").with("programme", "Pilot").text();
        assert!(mine.embeds[0].to_string().contains(&asked), "{}", mine.embeds[0]);
    }
    company.pass(5 * 24 * 3_600).await;
    nothing_is_left(&company).await;
    let stored = company.dump().await;
    assert!(stored.iter().any(|line| line.starts_with("task:") && line.contains("Kalender teilen")));
}

#[tokio::test]
async fn a_room_that_the_bot_may_not_see_is_not_taken_for_deleted() {
    let (mut company, Pair { mentor, room, .. }) = with_a_tandem().await;
    let bot = company.stage.sandbox.application_id();
    company.stage.stop().await;
    company.stage.sandbox.change_channel(room, |channel| channel.overwrites.retain(|one| one.id != bot));
    company.stage.boot().await.unwrap();
    company.pass(60).await;
    let mine = company.run(mentor, company.lobby(), "my", json!({})).await;
    assert!(mine.embeds[0].to_string().contains(&format!("<#{room}>")), "{}", mine.embeds[0]);
}

#[tokio::test]
async fn a_category_deleted_while_the_bot_is_away_is_made_anew_and_rooms_go_on() {
    let (mut company, Pair { mentor, mentee, room }) = with_a_tandem().await;
    let category = company.stage.sandbox.channel(room).unwrap().parent.unwrap();
    company.stage.stop().await;
    assert!(company.stage.sandbox.delete_channel(category));
    company.stage.boot().await.unwrap();
    company.pass(60).await;
    company.run(mentor, room, "task assign", json!({ "text": "Kalender teilen" })).await;
    company.post_with(mentee, room, "Hat geklappt");
    let next = company.pair("Pilot", company.person("lena"), company.person("martin")).await;
    let parent = company.stage.sandbox.channel(next.room).unwrap().parent;
    assert!(parent.is_some_and(|parent| parent != category), "{parent:?}");
    nothing_is_left(&company).await;
}

#[tokio::test]
async fn a_partner_who_was_banned_is_found_at_night_and_can_come_back_into_the_next_round() {
    let (company, Pair { mentor, mentee, room }) = with_a_tandem().await;
    let guild = company.stage.sandbox.guild_id();
    assert!(company.stage.sandbox.remove_member(guild, mentee));
    company.pass(26 * 3_600).await;
    company.post_with(mentor, room, "Wie soll es weitergehen?");
    company.pass(15 * 24 * 3_600).await;
    assert!(company.stage.sandbox.add_member(guild, mentee), "the ban was lifted");
    let mine = company.run(mentee, company.lobby(), "my", json!({})).await;
    let place = company.press(mentee, &mine, "Ansehen").await;
    company.press(mentee, &place, "Ein neues Tandem").await;
    let carla = company.person("carla");
    let status = company.run(carla, company.lobby(), "coordination programme status", json!({})).await;
    assert!(status.embeds[0].to_string().contains(&format!("<@{mentee}>")), "{}", status.embeds[0]);
}

#[tokio::test]
async fn a_coordinator_without_the_role_is_refused_and_setup_names_a_role_that_is_gone() {
    let (company, _) = with_a_tandem().await;
    let (guild, carla, owner) =
        (company.stage.sandbox.guild_id(), company.person("carla"), company.person("henrike"));
    let role = company.role("Koordination");
    let status = async |company: &Company| {
        company.run(carla, company.lobby(), "coordination programme status", json!({})).await.content
    };
    company.stage.sandbox.remove_role(guild, carla, role);
    assert_eq!(status(&company).await, german("refusal-needs-coordinator"));
    company.stage.sandbox.give_role(guild, carla, role);
    assert_eq!(status(&company).await, "");
    company.stage.sandbox.delete_role(guild, role);
    company.pass(3).await;
    assert_eq!(status(&company).await, german("refusal-needs-coordinator"));
    let setup = company.run(owner, company.lobby(), "setup", json!({})).await;
    assert!(setup.embeds[0].to_string().contains(&german("setup-role-gone")), "{}", setup.embeds[0]);
}

#[tokio::test]
async fn a_deleted_digest_channel_is_named_and_the_next_one_takes_its_place() {
    let (company, _) = with_a_tandem().await;
    let (owner, carla) = (company.person("henrike"), company.person("carla"));
    let old = company.channel("koordination");
    let overwrites = company.stage.sandbox.channel(old).unwrap().overwrites;
    company.stage.sandbox.delete_channel(old);
    company.pass_until(moment("2026-11-30T09:00:00Z")).await;
    let setup = company.run(owner, company.lobby(), "setup", json!({})).await;
    assert!(setup.embeds[0].to_string().contains(&german("setup-digest-gone")), "{}", setup.embeds[0]);
    let guild = company.stage.sandbox.guild_id();
    let new = tandem::sandbox::world::NewChannel {
        overwrites,
        ..tandem::sandbox::world::NewChannel::of(0, "leitung")
    };
    let new = company.stage.sandbox.add_channel(guild, new).unwrap();
    company.pass(3).await;
    let setup = company.run(owner, company.lobby(), "setup", json!({ "digest": new.to_string() })).await;
    assert!(!setup.embeds[0].to_string().contains(&german("setup-digest-gone")), "{}", setup.embeds[0]);
    company.pass_until(moment("2026-12-07T09:00:00Z")).await;
    let digest = company.posts(carla, new);
    assert_eq!(digest.len(), 1);
    let cause = german("digest-cause-channel-gone");
    let list = company.press(carla, &digest[0], &german("digest-undelivered-button")).await;
    let listed = format!("{} {}", list.content, serde_json::to_string(&list.embeds).unwrap());
    assert!(listed.contains(&cause), "the lost one is told: {listed}");
}

#[tokio::test]
async fn what_lacked_a_permission_goes_out_as_soon_as_it_is_given_back() {
    let (company, Pair { mentor, mentee, room }) = with_a_tandem().await;
    let bot = company.stage.sandbox.application_id();
    let may_send = |may: bool| {
        company.stage.sandbox.change_channel(room, |channel| {
            let own = channel.overwrites.iter_mut().find(|overwrite| overwrite.id == bot).unwrap();
            let send = permissions::SEND_MESSAGES;
            (own.allow, own.deny) = if may { (own.allow | send, 0) } else { (own.allow & !send, send) };
        });
    };
    may_send(false);
    company.run(mentor, room, "task assign", json!({ "text": "Kalender teilen" })).await;
    company.pass(60).await;
    assert!(company.dump().await.iter().any(|line| line.contains("'forbidden-")));
    may_send(true);
    company.pass(60).await;
    company.post_with(mentee, room, "Hat geklappt");
    nothing_is_left(&company).await;
}

#[tokio::test]
async fn a_role_taken_from_the_bot_keeps_a_room_from_opening_until_it_is_given_back() {
    let (company, _) = with_a_tandem().await;
    let (guild, bot) = (company.stage.sandbox.guild_id(), company.stage.sandbox.application_id());
    let roles = company.stage.sandbox.world().guilds[&guild].members[&bot].roles.clone();
    let role = *roles.iter().next().expect("the bot has a role of its own");
    let lena = company.person("lena");
    let carla = company.person("carla");
    company.stage.sandbox.change_role(guild, role, |role| role.permissions &= !permissions::MANAGE_CHANNELS);
    company.pass(3).await;
    let pair = json!({ "mentor": lena.to_string(), "mentee": company.person("martin").to_string() });
    company.run(carla, company.lobby(), "coordination match pair", pair).await;
    let card = company.post_with(lena, company.lobby(), "Mein Platz");
    for person in [lena, company.person("martin")] {
        let place = company.press(person, &card, "Mein Platz").await;
        company.press(person, &place, "Ja, ich stimme zu und bin dabei").await;
    }
    company.pass(60).await;
    assert_eq!(company.rooms(lena), Vec::<u64>::new());
    let setup = company.run(company.person("henrike"), company.lobby(), "setup", json!({})).await;
    assert!(setup.embeds[0].to_string().contains(&german("permission-manage-channels")));
    company.stage.sandbox.change_role(guild, role, |role| role.permissions |= permissions::MANAGE_CHANNELS);
    company.pass(60).await;
    assert_eq!(company.rooms(lena).len(), 1, "the room opens as soon as it may");
    nothing_is_left(&company).await;
}

#[tokio::test]
async fn a_command_repeated_after_a_kill_acts_anew_where_a_reaction_was_made_in_between() {
    let (mut company, Pair { mentor, mentee, room }) = with_a_tandem().await;
    company.run(mentor, room, "task assign", json!({ "text": "Kalender teilen" })).await;
    let card = company.post_with(mentee, room, "Hat geklappt");
    let state = |company: &Company| {
        let posts = company.posts(mentor, room);
        posts.into_iter().find(|post| post.id == card.id).unwrap().embeds[0].to_string()
    };
    let fails = tandem::sandbox::faults::Fault::on(
        "POST",
        "/interactions/{interaction_id}/{interaction_token}/callback",
        tandem::sandbox::faults::Action::Fail { status: 500 },
    );
    company.stage.sandbox.faults.lay(fails);
    let worked = company.command(room, "worked", json!({ "task": "1" }));
    company.stage.act(mentee, worked).await.unwrap();
    company.pass(3).await;
    let done = state(&company);
    company.stage.stop().await;
    let stuck = Deed::React { channel: room, message: card.id, emoji: "🧩".to_owned() };
    company.stage.sandbox.act(mentee, stuck).unwrap();
    company.stage.boot().await.unwrap();
    company.pass(10).await;
    assert_ne!(state(&company), done, "the reaction made while away counts");
    company.run(mentee, room, "worked", json!({ "task": "1" })).await;
    company.pass(10).await;
    assert_eq!(state(&company), done, "and so does the command that was said after it");
}
