//! Bad input, over the whole bot: each gets one clear sentence in the language of whoever asked, and nothing is lost or
//! changed by it.

mod room;

use serde_json::{Value, json};
use tandem::domain::language::Language;
use tandem::domain::refusal::Refusal;
use tandem::domain::task::{OPEN_MAX, TEXT_MAX};
use tandem::locales::{refusal, say};
use tandem::sandbox::people::{Deed, Newcomer, Refusal as ClientRefusal};
use tandem::sandbox::permissions;
use tandem::sandbox::state::Overwrite;
use tandem::sandbox::view::MessageView;
use tandem::sandbox::world::NewChannel;

use crate::company::{Company, Pair, changes, moment};

/// Tuesday, ten o'clock in Berlin.
const START: &str = "2026-11-24T09:00:00Z";

/// A company with a tandem of Vera and Ulrich in a programme in German.
async fn with_a_tandem() -> (Company, Pair) {
    let company = Company::open(START).await;
    company.programme("Pilot", json!({ "language": "de", "address": "du" })).await;
    let pair = company.pair("Pilot", company.person("vera"), company.person("ulrich")).await;
    (company, pair)
}

/// Runs a command with Discord set to that language.
async fn run_in(
    company: &Company,
    locale: &str,
    who: u64,
    at: u64,
    name: &str,
    options: &Value,
) -> MessageView {
    let Deed::Command { guild, channel, name, options, .. } = company.command(at, name, options.clone())
    else {
        panic!("a command is a command");
    };
    let deed = Deed::Command { guild, channel, name, options, locale: Some(locale.to_owned()) };
    company.act(who, deed).await.reply.unwrap()
}

/// A command that is refused: who, where, what, and why.
type Case<'a> = (u64, u64, &'a str, Value, Refusal);

/// Each case gets the sentence of its refusal in both languages, and changes nothing.
async fn all_refused(company: &Company, cases: &[Case<'_>]) {
    for (who, at, name, options, why) in cases {
        for (locale, language) in [("de", Language::De), ("en-GB", Language::En)] {
            let before = company.stored().await;
            let answer = run_in(company, locale, *who, *at, name, options).await;
            assert_eq!(answer.content, refusal(language, why), "/{name} {options}");
            assert!(answer.embeds.is_empty() && answer.components.is_empty(), "/{name} {options}");
            let changes = changes(&before, &company.stored().await);
            assert!(changes.is_empty(), "/{name} {options} left something behind: {changes:#?}");
        }
    }
}

fn let_in(company: &Company, person: u64, room: u64) {
    let allow = permissions::VIEW_CHANNEL | permissions::USE_APPLICATION_COMMANDS;
    company.stage.sandbox.change_channel(room, |channel| {
        channel.overwrites.push(Overwrite { id: person, kind: 1, allow, deny: 0 });
    });
}

#[tokio::test]
async fn tasks_that_do_not_exist_or_are_somebody_elses_are_refused_in_both_languages() {
    let (company, Pair { mentor, mentee, room }) = with_a_tandem().await;
    let jonas = company.person("jonas");
    let_in(&company, jonas, room);
    company.run(mentor, room, "task assign", json!({ "text": "Kalender teilen" })).await;
    let unknown = || Refusal::NoSuchTask { number: 99 };
    all_refused(
        &company,
        &[
            (mentee, room, "worked", json!({ "task": "99" }), unknown()),
            (mentee, room, "stuck", json!({ "task": "#99" }), unknown()),
            (mentor, room, "task edit", json!({ "task": "99", "text": "x" }), unknown()),
            (mentor, room, "task cancel", json!({ "task": "99" }), unknown()),
            (mentee, room, "worked", json!({ "task": "die erste" }), Refusal::TaskNumber),
            (mentor, room, "task cancel", json!({ "task": "-" }), Refusal::TaskNumber),
            (mentor, room, "worked", json!({ "task": "1" }), Refusal::NotYourTask),
            (mentor, room, "stuck", json!({}), Refusal::NoOpenTask),
            (mentee, room, "task cancel", json!({ "task": "1" }), Refusal::NotYourTaskToChange),
            (
                mentee,
                room,
                "task edit",
                json!({ "task": "1", "due": "Freitag" }),
                Refusal::NotYourTaskToChange,
            ),
            (mentee, room, "task assign", json!({ "text": "andersherum" }), Refusal::MenteesDoNotAssign),
            (jonas, room, "task list", json!({}), Refusal::NotYourRoom),
            (jonas, room, "leave", json!({}), Refusal::NotYourRoom),
            (jonas, company.lobby(), "feedback", json!({}), Refusal::NoTandem),
            (mentor, company.lobby(), "leave", json!({}), Refusal::LeaveElsewhere),
        ],
    )
    .await;
    for number in 2..=OPEN_MAX {
        company.run(mentor, room, "task assign", json!({ "text": format!("Aufgabe {number}") })).await;
    }
    let full = Refusal::TooManyTasks { max: OPEN_MAX };
    all_refused(&company, &[(mentor, room, "task assign", json!({ "text": "eine mehr" }), full)]).await;
}

#[tokio::test]
async fn dates_texts_and_links_that_make_no_sense_are_refused_in_both_languages() {
    let (company, Pair { mentor, room, .. }) = with_a_tandem().await;
    let due = |due: &str| json!({ "text": "Kalender teilen", "due": due });
    let link = |link: &str| json!({ "text": "Kalender teilen", "link": link });
    let blank = Refusal::TextLength { max: TEXT_MAX };
    let case = |options: Value, why: Refusal| (mentor, room, "task assign", options, why);
    all_refused(
        &company,
        &[
            case(due("2026-11-23"), Refusal::PastDate),
            case(due("1.1.2020"), Refusal::PastDate),
            case(due("demnächst"), Refusal::BadDate),
            case(due("🥐"), Refusal::BadDate),
            case(due("31.2.2027"), Refusal::NoSuchDay),
            case(due("3/4"), Refusal::AmbiguousDate),
            case(due("2035-01-01"), Refusal::FarDate),
            case(json!({ "text": "   " }), blank),
            case(link("javascript:alert(1)"), Refusal::BadLink),
            case(link("intranet"), Refusal::BadLink),
        ],
    )
    .await;
    let long = company.command(room, "task assign", json!({ "text": "x".repeat(TEXT_MAX + 1) }));
    let refused = company.hidden(mentor, long);
    assert!(matches!(refused, Some(ClientRefusal::OptionRefused { .. })), "{refused:?}");
    let whole = "ä".repeat(TEXT_MAX);
    company.run(mentor, room, "task assign", json!({ "text": whole })).await;
    let card = company.post_with(mentor, room, "Hat geklappt");
    assert!(
        serde_json::to_string(&card.embeds).unwrap().contains(&whole),
        "the longest text stands on the card"
    );
}

#[tokio::test]
async fn a_programme_or_a_pair_that_makes_no_sense_is_refused_in_both_languages() {
    let (company, Pair { mentor, mentee, .. }) = with_a_tandem().await;
    let (carla, lobby) = (company.person("carla"), company.lobby());
    let with = |name: &str, value: Value| json!({ "name": "Neu", name: value });
    let sandbox = &company.stage.sandbox;
    let gone = sandbox.add_person(Newcomer {
        name: "gone".to_owned(),
        display_name: None,
        locale: "de".to_owned(),
        bot: false,
    });
    let bot = sandbox.application_id();
    let create = |options: Value, why: Refusal| (carla, lobby, "coordination programme create", options, why);
    let pair = |mentor: u64, mentee: u64, why: Refusal| {
        let options = json!({ "mentor": mentor.to_string(), "mentee": mentee.to_string() });
        (carla, lobby, "coordination match pair", options, why)
    };
    let unknown = Refusal::ProgrammeUnknown { input: "2019".to_owned() };
    all_refused(
        &company,
        &[
            create(with("questions", json!("0 9 30 2 *")), Refusal::NeverDue),
            create(with("digest", json!("0 9 31 4 *")), Refusal::NeverDue),
            create(with("questions", json!("dann und wann")), Refusal::BadSchedule),
            create(with("questions", json!("61 9 * * *")), Refusal::BadSchedule),
            create(with("questions", json!("*/5 * * * *")), Refusal::ScheduleTooOften),
            create(with("zone", json!("Europe/Atlantis")), Refusal::BadZone),
            create(with("quiet", json!("immer")), Refusal::BadQuietHours),
            create(with("k", json!(4)), Refusal::SmallK),
            create(with("start", json!("gestern oder so")), Refusal::BadDate),
            create(with("end", json!("2026-11-24")), Refusal::EndBeforeStart),
            create(with("digests", json!(lobby.to_string())), Refusal::OpenChannel),
            create(json!({ "name": "Pilot" }), Refusal::NameTaken),
            (carla, lobby, "coordination programme status", json!({ "programme": "2019" }), unknown),
            pair(mentor, mentor, Refusal::SamePerson),
            pair(mentor, mentee, Refusal::AlreadyPaired),
            pair(mentee, mentor, Refusal::OtherDirection),
            pair(mentor, bot, Refusal::BotsStayOut),
            pair(mentor, gone, Refusal::PersonGone),
        ],
    )
    .await;
}

#[tokio::test]
async fn setting_up_with_everybodys_role_or_an_open_channel_is_refused_in_both_languages() {
    let (company, _) = with_a_tandem().await;
    let (owner, lobby) = (company.person("henrike"), company.lobby());
    let everybody = company.stage.sandbox.guild_id().to_string();
    let setup = |options: Value, why: Refusal| (owner, lobby, "setup", options, why);
    all_refused(
        &company,
        &[
            setup(json!({ "coordinators": everybody }), Refusal::SetupRoleEveryone),
            setup(json!({ "coach": everybody }), Refusal::SetupRoleEveryone),
            setup(json!({ "digest": lobby.to_string() }), Refusal::OpenChannel),
        ],
    )
    .await;
}

#[tokio::test]
async fn what_does_not_fit_a_programmes_phase_or_the_server_is_refused_in_both_languages() {
    let (company, Pair { mentor, mentee, room }) = with_a_tandem().await;
    let foreign = company.stage.sandbox.add_guild("Südwind AG", company.person("henrike"), "de");
    company.stage.sandbox.invite_bot(foreign, tandem::discord::permissions::invited());
    company.stage.sandbox.add_member(foreign, mentor);
    let elsewhere = company.stage.sandbox.add_channel(foreign, NewChannel::of(0, "allgemein")).unwrap();
    company.pass(3).await;
    company.meddle("UPDATE programme SET phase = 'closed'").await;
    let (carla, jonas, lena) = (company.person("carla"), company.person("jonas"), company.person("lena"));
    let pair = json!({ "mentor": jonas.to_string(), "mentee": lena.to_string() });
    all_refused(
        &company,
        &[
            (mentor, room, "task assign", json!({ "text": "zu spät" }), Refusal::WrongPhase),
            (mentee, room, "worked", json!({}), Refusal::WrongPhase),
            (mentee, room, "feedback", json!({}), Refusal::WrongPhase),
            (carla, company.lobby(), "coordination match pair", pair, Refusal::ProgrammeOver),
            (mentor, elsewhere, "task list", json!({}), Refusal::NotSetUp),
            (mentor, elsewhere, "my", json!({}), Refusal::NotSetUp),
        ],
    )
    .await;
}

/// Everything that markdown and mentions can do, and then some.
const TRICK: &str = "@everyone @here <@&{role}> <@{jonas}> **fett** ||geheim|| `code` [hier](https://boese.example)\n# Titel\n> Zitat\n- Punkt";

#[tokio::test]
async fn what_people_write_pings_nobody_and_formats_nothing() {
    let company = Company::open(START).await;
    let jonas = company.person("jonas");
    let role = company.role("Koordination");
    company.stage.sandbox.change_role(company.stage.sandbox.guild_id(), role, |role| role.mentionable = true);
    let trick = TRICK.replace("{role}", &role.to_string()).replace("{jonas}", &jonas.to_string());
    let carla = company.person("carla");
    let settings =
        json!({ "name": "**Pilot** @everyone", "sponsor": trick, "contact": trick, "tasks": "both" });
    company.run(carla, company.lobby(), "coordination programme create", settings).await;
    company.open_programme("**Pilot** @everyone").await;
    let (vera, ulrich) = (company.person("vera"), company.person("ulrich"));
    let room = company.pair("**Pilot** @everyone", vera, ulrich).await.room;
    company.run(vera, room, "task assign", json!({ "text": trick, "due": "2026-11-26" })).await;
    let listed = company.run(vera, room, "task list", json!({})).await;
    company.run(ulrich, room, "stuck", json!({ "task": "1", "note": trick })).await;
    company.pass_until(moment("2026-12-01T09:00:00Z")).await;
    let digest = company.channel("koordination");
    let seen = [(vera, room), (vera, company.lobby()), (carla, digest)];
    let posts: Vec<MessageView> =
        seen.iter().flat_map(|(who, channel)| company.posts(*who, *channel)).chain([listed]).collect();
    assert!(posts.len() > 6, "{}", posts.len());
    let mut quoted = 0;
    for post in &posts {
        assert!(!post.pings_everyone && post.pings_roles.is_empty(), "{post:?}");
        assert!(post.pings.is_empty() || post.pings.iter().all(|id| [vera, ulrich].contains(id)), "{post:?}");
        let text = format!("{} {}", post.content, serde_json::to_string(&post.embeds).unwrap());
        quoted += usize::from(text.contains("everyone"));
        for living in ["@everyone", "@here", "<@&", "**fett**", "||geheim||", "`code`", "[hier]", "**Pilot**"]
        {
            assert!(!text.contains(living), "{living} is alive in {text}");
        }
        assert!(!text.contains(&format!("<@{jonas}>")), "{text}");
    }
    assert!(quoted > 3, "the words themselves are there: {quoted}");
    for asked in company.stage.sandbox.record.requests() {
        let posts = asked.template == "/channels/{channel_id}/messages" && asked.method == "POST";
        let edits =
            asked.template == "/channels/{channel_id}/messages/{message_id}" && asked.method == "PATCH";
        if posts || edits {
            assert_eq!(asked.body["allowed_mentions"]["parse"], json!([]), "{}", asked.body);
        }
    }
}

#[tokio::test]
async fn a_missing_permission_loses_nothing_and_is_put_before_the_coordinator() {
    let (company, Pair { mentor, mentee, room }) = with_a_tandem().await;
    let (bot, carla) = (company.stage.sandbox.application_id(), company.person("carla"));
    let forbid = |deny: bool| {
        company.stage.sandbox.change_channel(room, |channel| {
            let own = channel.overwrites.iter_mut().find(|overwrite| overwrite.id == bot).unwrap();
            let send = permissions::SEND_MESSAGES;
            (own.allow, own.deny) = if deny { (own.allow & !send, send) } else { (own.allow | send, 0) };
        });
    };
    forbid(true);
    let before = company.posts(mentor, room).len();
    let answer = company.run(mentor, room, "task assign", json!({ "text": "Kalender teilen" })).await;
    assert!(answer.content.starts_with("Aufgabe 1 für"), "{}", answer.content);
    company.pass(60).await;
    assert_eq!(company.posts(mentor, room).len(), before);
    let list = company.run(mentee, room, "task list", json!({})).await;
    assert!(list.embeds[0]["description"].as_str().unwrap().contains("Kalender teilen"), "the task is kept");
    assert!(
        company
            .dump()
            .await
            .iter()
            .any(|line| line.contains("'undeliverable'") && line.contains("'forbidden-"))
    );
    for (locale, language) in [("de", Language::De), ("en-US", Language::En)] {
        let lobby = company.lobby();
        let status =
            run_in(&company, locale, carla, lobby, "coordination programme status", &json!({})).await;
        let told = say(language, "digest-decision-undelivered").with("count", 1).text();
        assert!(status.embeds[0].to_string().contains(&told), "{}", status.embeds[0]);
    }
    company.pass_until(moment("2026-11-30T09:00:00Z")).await;
    let digest = company.posts(carla, company.channel("koordination")).pop().unwrap();
    let shown = serde_json::to_string(&digest.embeds).unwrap();
    let cause = say(Language::De, "digest-cause-permission").text();
    let told = say(Language::De, "digest-decision-undelivered").with("count", 1).text();
    assert!(shown.contains(&told), "{shown}");
    let list = company.press(carla, &digest, &say(Language::De, "digest-undelivered-button").text()).await;
    let listed = format!("{} {}", list.content, serde_json::to_string(&list.embeds).unwrap());
    assert!(listed.contains(&cause), "{listed}");
    for name in [mentor, mentee] {
        assert!(!shown.contains(&name.to_string()), "no names in the digest (P15): {shown}");
        assert!(!listed.contains(&name.to_string()), "nor behind it: {listed}");
    }
    forbid(false);
    company.run(mentor, room, "task assign", json!({ "text": "Notizen sammeln" })).await;
    assert!(
        company
            .posts(mentee, room)
            .iter()
            .any(|post| post.embeds.iter().any(|embed| { embed["title"] == "Aufgabe 2" })),
        "the room goes on as soon as it may"
    );
}

#[tokio::test]
async fn a_deleted_room_ends_its_tandem_and_both_are_asked_how_it_shall_go_on() {
    let (company, Pair { mentor, mentee, room }) = with_a_tandem().await;
    company.run(mentor, room, "task assign", json!({ "text": "Kalender teilen", "due": "2026-11-26" })).await;
    assert!(company.stage.sandbox.delete_channel(room));
    company.pass(60).await;
    for person in [mentor, mentee] {
        for (locale, language) in [("de", Language::De), ("en-GB", Language::En)] {
            let mine = run_in(&company, locale, person, company.lobby(), "my", &json!({})).await;
            let asked = say(language, "my-waiting-goes-on").with("programme", "Pilot").text();
            assert!(mine.embeds[0].to_string().contains(&asked), "{}", mine.embeds[0]);
        }
    }
    all_refused(&company, &[(mentor, company.lobby(), "task list", json!({}), Refusal::NoTandem)]).await;
    company.pass(3 * 24 * 3_600).await;
    let stored = company.dump().await;
    assert!(stored.iter().any(|line| line.starts_with("task:") && line.contains("Kalender teilen")));
    assert!(
        !stored.iter().any(|line| line.contains("'undeliverable'")),
        "nothing more is sent to a room that is gone"
    );
}

#[tokio::test]
async fn a_partner_who_left_the_server_ends_the_tandem_with_a_neutral_word_in_its_language() {
    for (programme, language) in [("de", Language::De), ("en", Language::En)] {
        for who_goes in ["vera", "ulrich"] {
            let company = Company::open(START).await;
            company.programme("Pilot", json!({ "language": programme })).await;
            let (vera, ulrich) = (company.person("vera"), company.person("ulrich"));
            let room = company.pair("Pilot", vera, ulrich).await.room;
            let (gone, stays) = if who_goes == "vera" { (vera, ulrich) } else { (ulrich, vera) };
            let guild = company.stage.sandbox.guild_id();
            company.stage.act(gone, Deed::LeaveServer { guild }).await.unwrap();
            company.pass(26 * 3_600).await;
            let farewell = company.post_with(stays, room, &say(language, "leave-goes-on-button").text());
            let said = say(language, "leave-partner-gone")
                .with("people", format!("<@{vera}>, <@{ulrich}>"))
                .with("until", "…")
                .text();
            let [before, after] = said.split_once('…').map(|(before, after)| [before, after]).unwrap();
            assert!(
                farewell.content.starts_with(before) && farewell.content.ends_with(after),
                "{}",
                farewell.content
            );
            assert!(farewell.silent, "an ending makes no sound (D14)");
            let room =
                company.stage.sandbox.channels_of(stays).into_iter().find(|one| one.id == room).unwrap();
            assert!(!room.writable);
        }
    }
}
