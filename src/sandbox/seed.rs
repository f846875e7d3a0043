//! The world that a sandbox begins with: the application and, if asked for, one small company. Everything is made in
//! a fixed order, so that equal clocks give equal ids.

use super::{
    people::Newcomer,
    permissions,
    shared::Shared,
    state::{Overwrite, User, channel},
    world::{NewChannel, NewRole},
};

/// What the bot's own role may do at first: everything but `ADMINISTRATOR`, which would hide missing permissions.
pub const BOT_PERMISSIONS: u64 = permissions::ALL & !permissions::ADMINISTRATOR;

/// Makes the application, its bot and the person who owns it.
pub fn found_application(shared: &Shared) {
    let now = shared.clock.now();
    let mut state = shared.world();
    let owner = state.add_user(now, person("henrike", "Henrike Sommer", "de"));
    let mut bot = person("tandem-sandbox", "Sandbox Bot", "en-US");
    bot.bot = true;
    let id = state.add_user(now, bot);
    state.application.id = id;
    "Sandbox Bot".clone_into(&mut state.application.name);
    state.application.owner = owner;
    // Three parts like a real one, the first of which is the bot's id, because some clients check that.
    state.application.token = format!("{}.c2FuZA.local-discord-token-of-no-value", base64(&id.to_string()));
    drop(state);
    shared.hub.set_bot(id);
}

/// Makes the company: a server with its owner, a coordinator, eight colleagues and a few channels. Returns its id.
pub fn settle(shared: &Shared) -> u64 {
    let owner = shared.world().application.owner;
    let guild = shared.add_guild("Nordlicht GmbH", owner, "de");
    shared.invite_bot(guild, BOT_PERMISSIONS);
    let role = NewRole { name: "Koordination".to_owned(), ..NewRole::default() };
    let coordination = shared.add_role(guild, role).expect("the server was just made");
    let carla = shared.add_person(newcomer("carla", "Carla Brandt", "de"));
    shared.add_member(guild, carla);
    shared.give_role(guild, carla, coordination);
    for (name, display_name, locale) in [
        ("vera", "Vera Lindner", "de"),
        ("ulrich", "Ulrich Kern", "de"),
        ("amira", "Amira Haddad", "en-US"),
        ("jonas", "Jonas Petersen", "de"),
        ("priya", "Priya Nair", "en-GB"),
        ("tomasz", "Tomasz Zielinski", "en-US"),
        ("lena", "Lena Vogt", "de"),
        ("martin", "Martin Albers", "de"),
    ] {
        let id = shared.add_person(newcomer(name, display_name, locale));
        shared.add_member(guild, id);
    }
    let category = shared.add_channel(guild, NewChannel::of(channel::CATEGORY, "Allgemein"));
    for (kind, name) in
        [(channel::TEXT, "allgemein"), (channel::TEXT, "mentoring"), (channel::VOICE, "Treffpunkt")]
    {
        shared.add_channel(guild, NewChannel { parent: category, ..NewChannel::of(kind, name) });
    }
    let see = permissions::VIEW_CHANNEL;
    let bot = shared.world().bot();
    let overwrites = vec![
        Overwrite { id: guild, kind: 0, allow: 0, deny: see },
        Overwrite { id: coordination, kind: 0, allow: see, deny: 0 },
        Overwrite { id: bot, kind: 1, allow: see, deny: 0 },
    ];
    shared.add_channel(guild, NewChannel { overwrites, ..NewChannel::of(channel::TEXT, "koordination") });
    guild
}

fn newcomer(name: &str, display_name: &str, locale: &str) -> Newcomer {
    Newcomer {
        name: name.to_owned(),
        display_name: Some(display_name.to_owned()),
        locale: locale.to_owned(),
        bot: false,
    }
}

fn person(name: &str, display_name: &str, locale: &str) -> User {
    User {
        id: 0,
        name: name.to_owned(),
        display_name: display_name.to_owned(),
        bot: false,
        locale: locale.to_owned(),
        takes_direct_messages: true,
    }
}

/// Base64 without padding; one token does not justify a dependency.
fn base64(text: &str) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for chunk in text.as_bytes().chunks(3) {
        let bits =
            chunk.iter().fold(0u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - chunk.len()));
        for digit in 0..=chunk.len() {
            out.push(char::from(DIGITS[(bits >> (18 - 6 * digit)) as usize & 63]));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_token_begins_with_the_id_as_other_clients_expect_it() {
        assert_eq!(super::base64("1"), "MQ");
        assert_eq!(super::base64("12"), "MTI");
        assert_eq!(super::base64("1234567890"), "MTIzNDU2Nzg5MA");
    }
}
