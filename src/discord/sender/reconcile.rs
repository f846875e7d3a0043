//! In doubt, look (C1, C3). An attempt of which nobody knows whether it has happened is looked for at Discord before
//! it is repeated: a message by its content among ours since the last confirmed one, a channel by its type, parent,
//! name and exact overwrites since the attempt began. Everything else is harmless when repeated.

use chrono::Duration;
use serde_json::Value;
use serenity::all as s;
use serenity::http::{LightMethod, Request as Outgoing, Route};

use super::perform::{Made, category_body, channel_of, hashed, prepare, room_body};
use super::{lounge, meetup};
use crate::app::effect::Effect;
use crate::clock::Working;
use crate::discord::bot::Bot;
use crate::discord::governor::Bucket;
use crate::discord::http::Failure;
use crate::discord::view::{Embed, FileView, View};
use crate::domain::ids::{ChannelId, GuildId, MessageId, UserId, snowflake_millis};
use crate::store::outbox::OutboxRow;
use crate::store::{Result, posts as stored, tandems};

/// Clocks of ours and Discord's may differ by that much.
const CLOCKS_DIFFER: Duration = Duration::minutes(5);
/// Discord's largest page of messages.
const PAGE: usize = 100;

type Looked = std::result::Result<Option<Made>, Failure>;

/// Looks for what an open attempt may have made.
///
/// # Errors
/// Those of the database.
pub async fn find(bot: &Bot, effect: &Effect, row: &OutboxRow, working: &Working) -> Result<Looked> {
    let wanted = {
        let mut conn = bot.app.store.read().await?;
        match effect {
            Effect::CategoryCreate { category } => {
                Some(category_body(&mut conn, bot.user(), *category).await?)
            }
            Effect::LoungeCreate { programme } => lounge::body(&mut conn, bot.user(), *programme).await?,
            Effect::MeetCreate { space } => meetup::body(&mut conn, bot.user(), *space).await?,
            Effect::RoomCreate { tandem } => room_body(&mut conn, bot.user(), *tandem).await?,
            _ => None,
        }
    };
    match effect {
        Effect::Post { post } => {
            let mut conn = bot.app.store.read().await?;
            let post = stored::post_get(&mut conn, *post).await?;
            let Some(channel) = channel_of(&mut conn, &post).await? else { return Ok(Ok(None)) };
            let after = stored::channel_mark_get(&mut conn, channel).await?;
            drop(conn);
            // A row of a restored backup has not been tried by this file: what it would send now is what to look for.
            let key = match &row.content_key {
                Some(key) => Some(key.clone()),
                None => prepare(bot, effect, row).await?.and_then(|ready| ready.content_key()),
            };
            let Some(wanted) = key else { return Ok(Ok(None)) };
            Ok(message(bot, channel, after, (row, &wanted), working).await)
        }
        Effect::CategoryCreate { .. }
        | Effect::RoomCreate { .. }
        | Effect::LoungeCreate { .. }
        | Effect::MeetCreate { .. } => {
            let Some((guild, body)) = wanted else { return Ok(Ok(None)) };
            // Who may see a room can have changed since it was made; what follows in its lane brings it up to date. Its name
            // is its own. Rooms of speed networking share theirs.
            let told_by = match effect {
                Effect::MeetCreate { .. } => TellBy::Overwrites,
                _ => TellBy::Name,
            };
            channel(bot, guild, (&body, told_by), row, working).await
        }
        _ => Ok(Ok(None)),
    }
}

async fn message(
    bot: &Bot,
    channel: ChannelId,
    after: Option<MessageId>,
    (row, wanted): (&OutboxRow, &str),
    working: &Working,
) -> Looked {
    let mut after = after.map_or(0, |id| id.0);
    loop {
        let route = Route::ChannelMessages { channel_id: s::ChannelId::new(channel.0) };
        let params = vec![("limit", PAGE.to_string()), ("after", after.max(1).to_string())];
        let page = Outgoing::new(route, LightMethod::Get).params(Some(params));
        let found: Vec<s::Message> = bot.fetch(Bucket::Messages, &row.lane, page, working).await?;
        let mut ours: Vec<&s::Message> =
            found.iter().filter(|message| message.author.id.get() == bot.user().0).collect();
        ours.sort_by_key(|message| message.id);
        if let Some(message) = ours.iter().find(|message| hashed(&shown(message).content_key()) == wanted) {
            return Ok(Some(Made::Message(channel, MessageId(message.id.get()))));
        }
        match found.iter().map(|message| message.id.get()).max() {
            Some(newest) if found.len() == PAGE => after = newest,
            _ => return Ok(None),
        }
    }
}

/// A message of ours as it stands at Discord, as far as its content key goes.
fn shown(message: &s::Message) -> View {
    let mut view = View::text(message.content.clone());
    for embed in &message.embeds {
        let mut part = Embed::new(
            embed.title.clone().unwrap_or_default(),
            embed.description.clone().unwrap_or_default(),
        );
        part.fields = embed.fields.iter().map(|field| (field.name.clone(), field.value.clone())).collect();
        part.footer = embed.footer.as_ref().map(|footer| footer.text.clone()).unwrap_or_default();
        view.embeds.push(part);
    }
    view.files.extend(message.attachments.iter().map(|file| FileView {
        name: file.filename.clone(),
        description: String::new(),
        bytes: Vec::new(),
    }));
    for row in &message.components {
        for component in &row.components {
            let id = match component {
                s::ActionRowComponent::Button(button) => match &button.data {
                    s::ButtonKind::NonLink { custom_id, .. } => custom_id.parse().ok(),
                    _ => None,
                },
                s::ActionRowComponent::SelectMenu(menu) => {
                    menu.custom_id.as_ref().and_then(|id| id.parse().ok())
                }
                _ => None,
            };
            if let Some(button) = id {
                view = view.menu(button, "", Vec::new());
            }
        }
    }
    view
}

/// By what a channel of ours is told from others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum TellBy {
    /// Its name, and that it was made for us.
    Name,
    /// Also the exact set of its overwrites.
    Overwrites,
}

async fn channel(
    bot: &Bot,
    guild: GuildId,
    (wanted, tell_by): (&Value, TellBy),
    row: &OutboxRow,
    working: &Working,
) -> Result<Looked> {
    let route = Route::GuildChannels { guild_id: s::GuildId::new(guild.0) };
    let all = Outgoing::new(route, LightMethod::Get);
    let channels: Vec<s::GuildChannel> = match bot.fetch(Bucket::Channels, &row.lane, all, working).await {
        Ok(channels) => channels,
        Err(failure) => return Ok(Err(failure)),
    };
    let since = row.attempted_at.map_or(0, |began| (began - CLOCKS_DIFFER).timestamp_millis());
    let mut matching: Vec<ChannelId> = channels
        .iter()
        .filter(|channel| {
            snowflake_millis(channel.id.get()) >= since && looks_like(channel, wanted, bot.user(), tell_by)
        })
        .map(|channel| ChannelId(channel.id.get()))
        .collect();
    matching.sort_unstable();
    let mut conn = bot.app.store.read().await?;
    for found in matching {
        let bound = tandems::channel_bound(&mut conn, found).await?;
        if !bound {
            return Ok(Ok(Some(Made::Channel(found))));
        }
    }
    Ok(Ok(None))
}

/// Whether a channel is what `wanted` would have made: type, parent, name, our own overwrite, and all others where they tell.
fn looks_like(channel: &s::GuildChannel, wanted: &Value, own: UserId, tell_by: TellBy) -> bool {
    let mut have: Vec<(String, u8, String, String)> = channel
        .permission_overwrites
        .iter()
        .filter_map(|overwrite| {
            let (id, kind) = match overwrite.kind {
                s::PermissionOverwriteType::Role(id) => (id.get(), 0),
                s::PermissionOverwriteType::Member(id) => (id.get(), 1),
                _ => return None,
            };
            Some((id.to_string(), kind, known(overwrite.allow.bits()), known(overwrite.deny.bits())))
        })
        .collect();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let bits = |value: &Value| known(text(value).parse().unwrap_or_default());
    let mut want: Vec<(String, u8, String, String)> = wanted["permission_overwrites"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|one| (text(&one["id"]), u8::from(one["type"] == 1), bits(&one["allow"]), bits(&one["deny"])))
        .collect();
    have.sort();
    want.sort();
    let ours = |one: &&(String, u8, String, String)| one.0 == own.to_string() && one.1 == 1;
    let same = match tell_by {
        TellBy::Overwrites => have == want,
        TellBy::Name => have.iter().find(ours).is_some_and(|mine| want.contains(mine)),
    };
    channel.name == text(&wanted["name"])
        && u64::from(u8::from(channel.kind)) == wanted["type"].as_u64().unwrap_or_default()
        && channel.parent_id.map(|id| id.to_string()).unwrap_or_default() == text(&wanted["parent_id"])
        && same
}

/// Serenity drops permission bits it does not know, so they are left out on both sides.
fn known(bits: u64) -> String {
    s::Permissions::from_bits_truncate(bits).bits().to_string()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn overwrite(id: &str, kind: u8, allow: u64) -> Value {
        json!({ "id": id, "type": kind, "allow": allow.to_string(), "deny": "0" })
    }

    #[test]
    fn a_room_is_known_by_its_name_although_who_sees_it_has_changed_since() {
        let own = UserId(2);
        let made = |name: &str, overwrites: Value| -> s::GuildChannel {
            serde_json::from_value(json!({
                "id": "77", "type": 0, "guild_id": "1", "name": name, "position": 3, "parent_id": "5",
                "permission_overwrites": overwrites,
            }))
            .unwrap()
        };
        let mine = overwrite("2", 1, 1_024);
        let wanted = json!({
            "name": "a-b", "type": 0, "parent_id": "5",
            "permission_overwrites": [mine, overwrite("3", 1, 1_024)],
        });
        let same = made("a-b", json!([overwrite("3", 1, 1_024), mine]));
        let left = made("a-b", json!([mine, overwrite("3", 1, 0), overwrite("4", 1, 1_024)]));
        let others = made("a-b", json!([overwrite("3", 1, 1_024)]));
        let named = made("a-c", json!([mine, overwrite("3", 1, 1_024)]));
        for (channel, by_name, by_overwrites) in
            [(&same, true, true), (&left, true, false), (&others, false, false), (&named, false, false)]
        {
            assert_eq!(looks_like(channel, &wanted, own, TellBy::Name), by_name, "{channel:?}");
            assert_eq!(looks_like(channel, &wanted, own, TellBy::Overwrites), by_overwrites, "{channel:?}");
        }
    }
}
