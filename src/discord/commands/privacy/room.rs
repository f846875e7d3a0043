//! `/privacy room`: who can really read this tandem's channel, and a button that sets back what the bot can set back.

use crate::app::rooms::{self, Room};
use crate::discord::bot::Bot;
use crate::discord::button::Button;
use crate::discord::readers::Readers;
use crate::discord::reply::{Answer, Reply};
use crate::discord::request::Request;
use crate::discord::view::{ButtonView, Embed, Style, View};
use crate::discord::words;
use crate::domain::ids::{RoleId, TandemId};
use crate::domain::language::Language;
use crate::locales::{list, say};
use crate::store::Result;

/// Shows who can read the room of whoever asks.
///
/// # Errors
/// Those of the database.
pub async fn show(bot: &Bot, request: &Request) -> Result<Answer> {
    bot.look(
        request,
        |conn, call| Box::pin(async move { rooms::room(conn, &call).await }),
        |room, language| Reply::Private(view(bot, &room, language)),
    )
    .await
}

fn view(bot: &Bot, room: &Room, language: Language) -> View {
    let known = bot.guilds.get(room.guild);
    let readers = known.and_then(|guild| guild.readers(room.guild, room.channel?, bot.user(), room.two));
    let Some(readers) = readers else { return View::text(say(language, "readers-unknown")) };
    let view = View::default().embed(embed(&readers, room, language));
    if !readers.changed {
        return view;
    }
    let label = say(language, "readers-repair-button");
    view.buttons(vec![ButtonView::press(Button::RoomRepair(room.tandem), label, Style::Primary)])
}

fn embed(readers: &Readers, room: &Room, language: Language) -> Embed {
    let roles =
        |all: &[RoleId]| list(language, &all.iter().map(|role| role_word(*role, room)).collect::<Vec<_>>());
    let mut embed = Embed::new(say(language, "readers-title"), say(language, "readers-intro"));
    let owner = match readers.owner {
        Some(owner) => say(language, "readers-owner").with("person", words::person(owner)),
        None => say(language, "readers-owner-among"),
    };
    embed = embed.field(say(language, "readers-owner-field"), owner);
    let administrators = if readers.administrators.is_empty() {
        say(language, "readers-admins-none")
    } else {
        say(language, "readers-admins").with("roles", roles(&readers.administrators))
    };
    embed = embed.field(say(language, "readers-admins-field"), administrators);
    if !readers.bots.is_empty() {
        let bots = list(language, &readers.bots.iter().map(|bot| words::person(*bot)).collect::<Vec<_>>());
        embed = embed
            .field(say(language, "readers-bots-field"), say(language, "readers-bots").with("bots", bots));
    }
    if readers.let_in() > 0 {
        let people = readers.people.iter().map(|user| words::person(*user));
        let all: Vec<_> = readers.roles.iter().map(|role| role_word(*role, room)).chain(people).collect();
        let text = say(language, "readers-strays").with("people", list(language, &all));
        embed = embed.field(say(language, "readers-strays-field"), text);
    }
    if !readers.could.is_empty() {
        let text = say(language, "readers-could").with("roles", roles(&readers.could));
        embed = embed.field(say(language, "readers-could-field"), text);
    }
    embed.footer(say(language, "readers-closed"))
}

/// A role as Discord shows it; the one that everybody has is no mention.
fn role_word(role: RoleId, room: &Room) -> String {
    if role.0 == room.guild.0 { "@everyone".to_owned() } else { words::role(role) }
}

/// Sets the room's permissions back, in one request.
///
/// # Errors
/// Those of the database.
pub async fn repair(bot: &Bot, request: &Request, tandem: TandemId) -> Result<Answer> {
    bot.answer(
        request,
        move |conn, call| Box::pin(async move { rooms::repair(conn, &call, tandem).await }),
        |(), language| Reply::Update(View::text(say(language, "readers-repairing"))),
    )
    .await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::{ChannelId, GuildId, UserId};

    #[test]
    fn every_kind_of_outsider_is_named_to_the_two() {
        let room = Room {
            guild: GuildId(1),
            tandem: TandemId(1),
            channel: Some(ChannelId(5)),
            two: [UserId(21), UserId(22)],
        };
        let readers = Readers {
            owner: Some(UserId(50)),
            administrators: vec![RoleId(60)],
            bots: vec![UserId(70)],
            roles: vec![RoleId(1)],
            people: vec![UserId(80)],
            could: vec![RoleId(90)],
            changed: true,
        };
        for language in Language::ALL {
            let embed = embed(&readers, &room, language);
            let holds = |id: &str, who: &str| {
                let name = say(language, id).text();
                embed.fields.iter().any(|(field, text)| *field == name && text.contains(who))
            };
            assert!(holds("readers-owner-field", "<@50>"), "{embed:?}");
            assert!(holds("readers-admins-field", "<@&60>"), "{embed:?}");
            assert!(holds("readers-bots-field", "<@70>"), "{embed:?}");
            assert!(holds("readers-strays-field", "@everyone"), "{embed:?}");
            assert!(holds("readers-strays-field", "<@80>"), "{embed:?}");
            assert!(holds("readers-could-field", "<@&90>"), "{embed:?}");
        }
    }
}
