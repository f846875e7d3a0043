//! `/help`: what can be done here and now, by role, place and phase. Only what applies is shown.

use crate::app::place::{self, Place};
use crate::app::{Call, Decision};
use crate::discord::bot::Bot;
use crate::discord::commands::Leaf;
use crate::discord::reply::{Answer, Reply};
use crate::discord::request::{Invoker, Request};
use crate::discord::view::{Embed, View, quote};
use crate::discord::words;
use crate::domain::language::Language;
use crate::domain::programme::Phase;
use crate::domain::refusal::Refusal;
use crate::domain::tandem::{Side, Tandem};
use crate::domain::zone;
use crate::locales::{date, list, say};
use crate::store::{Conn, Result, people, tandems};

/// `/help`
pub static LEAVES: &[Leaf] =
    &[Leaf { name: "help", options: &[], run: |bot, request, _| Box::pin(run(bot, request)), suggest: None }];

/// What the lines depend on.
#[derive(Debug, Default)]
struct Here {
    set_up: bool,
    coordinates: bool,
    place: Place,
    /// The tandem of the room this was asked in, and the asker's side where it is theirs.
    room: Option<(Tandem, Option<Side>)>,
}

async fn run(bot: &Bot, request: &Request) -> Result<Answer> {
    let invoker = request.invoker.clone();
    let manages = invoker.manages_server;
    let now = request.call.now;
    bot.look(
        request,
        move |conn, call| Box::pin(async move { here(conn, &call, &invoker).await }),
        move |here, language| {
            let text = lines(&here, language, now).join("\n");
            let mut embed = Embed::new(say(language, "help-title"), text);
            let mut coordination = Vec::new();
            if here.coordinates {
                coordination.push(say(language, "help-coordinators").text());
            }
            if manages {
                coordination.push(say(language, "help-setup").text());
            }
            embed = embed.field(say(language, "help-coordinators-field"), coordination.join("\n"));
            Reply::Private(View::default().embed(embed))
        },
    )
    .await
}

async fn here(conn: &mut Conn, call: &Call, invoker: &Invoker) -> Result<Decision<Here>> {
    let place = match place::place(conn, call).await? {
        Ok(place) => place,
        Err(Refusal::NotSetUp) => return Ok(Ok(Here::default())),
        Err(refusal) => return Ok(Err(refusal)),
    };
    let server = people::server_get(conn, call.guild).await?;
    let role = server.and_then(|server| server.coordinator_role);
    let room = tandems::tandem_of_channel(conn, call.channel).await?.map(|tandem| {
        let side = place.me.and_then(|me| tandem.side_of(me.id));
        (tandem, side)
    });
    let coordinates = role.is_some_and(|role| invoker.roles.contains(&role));
    Ok(Ok(Here { set_up: true, coordinates, place, room }))
}

fn lines(here: &Here, language: Language, now: chrono::DateTime<chrono::Utc>) -> Vec<String> {
    let line = |id| say(language, id).text();
    if !here.set_up {
        return vec![line("help-not-set-up")];
    }
    let place = &here.place;
    let mut lines = Vec::new();
    if place.programmes.is_empty() && !here.coordinates {
        lines.push(line("help-stranger"));
    }
    lines.extend(of_programmes(place, language, now));
    match &here.room {
        Some((_, None)) => lines.push(line("help-in-other-tandem")),
        Some((tandem, Some(_))) if !tandem.is_live() => lines.push(line("help-tandem-ended")),
        Some((tandem, Some(side))) => lines.extend(in_room(place, tandem, *side).into_iter().map(line)),
        None => {
            let rooms: Vec<_> = place.tandems.iter().map(|mine| words::room(&mine.tandem)).collect();
            if !rooms.is_empty() {
                lines.push(
                    say(language, "help-your-channels").with("channels", list(language, &rooms)).text(),
                );
                lines.push(line("help-feedback"));
            }
        }
    }
    if !place.proposals.is_empty() || place.goes_on.iter().any(|one| one.answer.is_none()) {
        lines.push(line("help-waiting"));
    }
    lines.push(line("help-my"));
    lines.push(line("help-privacy"));
    let contact =
        place.programmes.iter().rev().map(|programme| &programme.contact).find(|one| !one.is_empty());
    lines.extend(contact.map(|contact| say(language, "help-contact").with("contact", quote(contact)).text()));
    lines
}

fn of_programmes(place: &Place, language: Language, now: chrono::DateTime<chrono::Utc>) -> Vec<String> {
    let Some(newest) = place.programmes.last() else { return Vec::new() };
    if matches!(newest.phase, Phase::Closed | Phase::Erased) {
        return vec![say(language, "help-programme-closed").text()];
    }
    if zone::to_local(now, newest.zone).date() < newest.starts_on && place.tandems.is_empty() {
        let start = date(language, newest.starts_on);
        return vec![say(language, "help-programme-not-begun").with("start", start).text()];
    }
    Vec::new()
}

fn in_room(place: &Place, tandem: &Tandem, side: Side) -> Vec<&'static str> {
    let mine = place.tandems.iter().find(|mine| mine.tandem.id == tandem.id);
    let works = mine.is_some_and(|mine| matches!(mine.programme.phase, Phase::Running | Phase::Closing));
    let mentee_assigns = mine.is_some_and(|mine| mine.programme.mentee_assigns);
    let mut ids = Vec::new();
    if works && (side == Side::Mentor || mentee_assigns) {
        ids.extend(["help-task-assign", "help-task-change"]);
    }
    if works {
        ids.extend(["help-task-list"]);
    }
    if works && (side == Side::Mentee || mentee_assigns) {
        ids.push("help-report");
    }
    if works && (side == Side::Mentor || mentee_assigns) {
        ids.push("help-ideas");
    }
    if works {
        ids.extend(["help-session", "help-topics", "help-question", "help-feedback", "help-pause"]);
    }
    ids.push("help-leave");
    ids
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::leaving;
    use crate::app::testing::{COORDINATORS, LOBBY, MENTEE, MENTOR, ROOM, World};
    use crate::domain::ids::{ChannelId, GuildId, RoleId, UserId};

    async fn of(world: &mut World, user: UserId, channel: ChannelId, roles: &[RoleId]) -> (Here, String) {
        let call = world.call(user, channel);
        let invoker = Invoker { roles: roles.to_vec(), manages_server: false, locale: "en-GB".into() };
        let here = here(&mut world.conn, &call, &invoker).await.unwrap().unwrap();
        let text = lines(&here, Language::En, world.now()).join("\n");
        (here, text)
    }

    #[tokio::test]
    async fn each_reads_what_applies_to_them_where_they_are() {
        let mut world = World::new().await;
        let (_, mentor) = of(&mut world, MENTOR, ROOM, &[]).await;
        assert!(mentor.contains("/task assign") && !mentor.contains("/worked"), "{mentor}");
        let (_, mentee) = of(&mut world, MENTEE, ROOM, &[]).await;
        assert!(mentee.contains("/worked") && !mentee.contains("/task assign"), "{mentee}");
        let (_, lobby) = of(&mut world, MENTEE, LOBBY, &[]).await;
        assert!(lobby.contains("<#1004>") && !lobby.contains("/leave"), "{lobby}");
        let (stranger, text) = of(&mut world, UserId(9), ROOM, &[]).await;
        assert!(text.contains("another tandem") && !stranger.coordinates, "{text}");
        let (coordinator, _) = of(&mut world, UserId(9), LOBBY, &[COORDINATORS]).await;
        assert!(coordinator.coordinates);
    }

    #[tokio::test]
    async fn after_an_ending_and_before_setting_up_there_is_little_to_do() {
        let mut world = World::new().await;
        let tandem = world.tandem_in(ROOM).await.id;
        let call = world.call(MENTOR, ROOM);
        leaving::end(&mut world.conn, &call, tandem).await.unwrap().unwrap();
        let (_, text) = of(&mut world, MENTEE, ROOM, &[]).await;
        assert!(text.contains("This tandem has ended") && !text.contains("/task"), "{text}");
        let mut call = world.call(MENTEE, ROOM);
        call.guild = GuildId(9);
        let invoker = Invoker { roles: Vec::new(), manages_server: true, locale: "de".into() };
        let here = here(&mut world.conn, &call, &invoker).await.unwrap().unwrap();
        assert_eq!(lines(&here, Language::En, world.now()).len(), 1);
    }
}
