//! Making one effect at Discord: what is sent, and what is noted once it is confirmed.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use serenity::all as s;
use sha2::{Digest as _, Sha256};

use super::ready::Ready;
use super::{lounge, meetup};
use crate::app::effect::Effect;
use crate::app::matching::round;
use crate::app::meetup::spaces;
use crate::app::{self, direct, healing, members, pause};
use crate::clock::Working;
use crate::discord::bot::Bot;
use crate::discord::governor::Bucket;
use crate::discord::http::Failure;
use crate::discord::permissions::{Access, category_overwrites, room_overwrites};
use crate::discord::posts;
use crate::domain::ids::{ChannelId, GuildId, MessageId, PersonId, PracticeId, TandemId, UserId};
use crate::domain::person::is_gone;
use crate::domain::post::PostKind;
use crate::domain::tandem::{Tandem, TandemState};
use crate::locales::say;
use crate::store::outbox::OutboxRow;
use crate::store::posts::Post;
use crate::store::{
    Conn, Result, backup, lounges, people, posts as stored, practices, programmes, rounds, sittings, tandems,
};

/// Discord's flag for a message without sound.
const SUPPRESS_NOTIFICATIONS: u64 = 1 << 12;
/// Discord's code for a message that does not exist.
const UNKNOWN_MESSAGE: isize = 10008;

/// What Discord made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Made {
    /// A channel or category.
    Channel(ChannelId),
    /// A message.
    Message(ChannelId, MessageId),
    /// Something without an id.
    Done,
    /// The person is not on the server.
    Absent,
    /// So many channels are on the server.
    Counted(u32),
    /// Nothing: somebody deleted the message that it was about.
    MessageGone,
}

fn in_address(emoji: &str) -> String {
    s::ReactionType::Unicode(emoji.to_owned()).as_data()
}

/// A short hash of a message's content key.
pub fn hashed(key: &str) -> String {
    hex(&Sha256::digest(key.as_bytes())[..16])
}

fn hex(bytes: &[u8]) -> String {
    let digit =
        |nibble: u8| char::from_digit(nibble.into(), 16).expect("four bits are one hexadecimal digit");
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// The two accounts of a tandem.
pub async fn two(conn: &mut Conn, tandem: &Tandem) -> Result<[UserId; 2]> {
    Ok([
        people::person_get(conn, tandem.mentor).await?.user,
        people::person_get(conn, tandem.mentee).await?.user,
    ])
}

/// The body by which a room is made.
pub async fn room_body(conn: &mut Conn, bot: UserId, id: TandemId) -> Result<Option<(GuildId, Value)>> {
    let tandem = tandems::tandem_get(conn, id).await?;
    let category = tandems::category_get(conn, tandem.category).await?;
    let guild = programmes::programme_get(conn, tandem.programme).await?.guild;
    // Where the category is gone, or could not be made, the room stands below none: better there than nowhere.
    let parent = category.channel.map(|parent| parent.to_string());
    let two = two(conn, &tandem).await?;
    // A room whose tandem ended before it was made is made read-only: the goodbye has to stand somewhere.
    let access = if tandem.is_live() { Access::Open } else { Access::ReadOnly };
    Ok(Some((
        guild,
        json!({
            "name": tandem.name, "type": 0, "parent_id": parent,
            "permission_overwrites": room_overwrites(guild, bot, two, access),
        }),
    )))
}

/// The body by which a category is made.
pub async fn category_body(
    conn: &mut Conn,
    bot: UserId,
    id: crate::domain::ids::CategoryId,
) -> Result<(GuildId, Value)> {
    let guild = tandems::category_guild(conn, id).await?;
    let category = tandems::category_get(conn, id).await?;
    let language = people::server_get(conn, guild).await?.map(|server| server.language).unwrap_or_default();
    let name = say(language, "room-category").with("number", category.number).text();
    Ok((guild, json!({ "name": name, "type": 4, "permission_overwrites": category_overwrites(guild, bot) })))
}

/// Gets an effect ready from what is stored now; `None` when it no longer makes sense.
///
/// # Errors
/// Those of the database.
pub async fn prepare(bot: &Bot, effect: &Effect, row: &OutboxRow) -> Result<Option<Ready>> {
    let mut conn = bot.app.store.read().await?;
    let conn = &mut *conn;
    match effect {
        Effect::CategoryCreate { category } => {
            let (guild, body) = category_body(conn, bot.user(), *category).await?;
            Ok(Some(Ready::Channel { guild, body }))
        }
        Effect::RoomCreate { tandem } => Ok(room_body(conn, bot.user(), *tandem)
            .await?
            .map(|(guild, body)| Ready::Channel { guild, body })),
        Effect::RoomCount { round } => {
            let Some(round) = rounds::round_find(conn, *round).await? else { return Ok(None) };
            let guild = programmes::programme_get(conn, round.programme).await?.guild;
            Ok(Some(Ready::Count { guild }))
        }
        Effect::RoomClose { tandem } => overwrites(conn, bot, *tandem, Access::ReadOnly).await,
        Effect::RoomHide { tandem } => overwrites(conn, bot, *tandem, Access::Hidden).await,
        Effect::RoomRepair { tandem } => {
            let access = match tandems::tandem_get(conn, *tandem).await?.state {
                TandemState::Opening | TandemState::Open => Access::Open,
                TandemState::Ended => Access::ReadOnly,
                TandemState::Hidden => Access::Hidden,
                TandemState::Gone => return Ok(None),
            };
            overwrites(conn, bot, *tandem, access).await
        }
        Effect::RoomDelete { tandem } => {
            Ok(tandems::tandem_get(conn, *tandem).await?.channel.map(|channel| Ready::Delete { channel }))
        }
        Effect::LoungeCreate { .. }
        | Effect::LoungeMember { .. }
        | Effect::LoungeClose { .. }
        | Effect::LoungeCoach { .. }
        | Effect::LoungeDelete { .. } => lounge::prepare(conn, bot.user(), effect).await,
        Effect::MeetCreate { .. }
        | Effect::MeetAccess { .. }
        | Effect::MeetMove { .. }
        | Effect::MeetDelete { .. } => meetup::prepare(conn, bot.user(), effect).await,
        Effect::Post { post } => {
            let post = stored::post_get(conn, *post).await?;
            message(conn, bot, &post, row).await
        }
        Effect::Edit { post } => {
            let post = stored::post_get(conn, *post).await?;
            let (Some(channel), Some(message)) = (post.channel, post.message) else { return Ok(None) };
            let rendered = posts::render(conn, &post).await?;
            let mut bare = post.kind == PostKind::PracticeCard;
            if bare {
                bare = practices::practice_file(conn, PracticeId(post.subject)).await?.is_none();
            }
            Ok(rendered.map(|rendered| {
                let mut body = rendered.view.body();
                if bare {
                    // What was taken back takes its file with it.
                    body["attachments"] = json!([]);
                }
                Ready::Edit { channel, message, body }
            }))
        }
        Effect::Pin { post } => {
            Ok(made(conn, *post).await?.map(|(channel, message)| Ready::Pin { channel, message }))
        }
        Effect::Seed { post, emoji } => Ok(made(conn, *post).await?.map(|(channel, message)| Ready::Seed {
            channel,
            message,
            emoji: in_address(emoji),
        })),
        Effect::MemberCheck { person } => {
            let person = people::person_get(conn, *person).await?;
            Ok(Some(Ready::Member { guild: person.guild, user: person.user }))
        }
        Effect::PostDelete { post } => {
            Ok(made(conn, *post).await?.map(|(channel, message)| Ready::Erase { channel, message }))
        }
        Effect::DirectOpen { person } => {
            let user = people::person_get(conn, *person).await?.user;
            Ok(Some(Ready::Direct { body: json!({ "recipient_id": user.to_string() }) }))
        }
        Effect::Unmark { post, person, emoji } => {
            let user = people::person_get(conn, *person).await?.user;
            Ok(made(conn, *post).await?.map(|(channel, message)| Ready::Unmark {
                channel,
                message,
                user,
                emoji: in_address(emoji),
            }))
        }
    }
}

async fn made(conn: &mut Conn, post: crate::domain::ids::PostId) -> Result<Option<(ChannelId, MessageId)>> {
    let post = stored::post_get(conn, post).await?;
    Ok(post.channel.zip(post.message))
}

async fn overwrites(conn: &mut Conn, bot: &Bot, id: TandemId, access: Access) -> Result<Option<Ready>> {
    let tandem = tandems::tandem_get(conn, id).await?;
    let guild = programmes::programme_get(conn, tandem.programme).await?.guild;
    let two = two(conn, &tandem).await?;
    let body = json!({ "permission_overwrites": room_overwrites(guild, bot.user(), two, access) });
    Ok(tandem.channel.map(|channel| Ready::Overwrites { channel, body }))
}

/// Where a post goes: its own channel, else its tandem's room.
pub async fn channel_of(conn: &mut Conn, post: &Post) -> Result<Option<ChannelId>> {
    match (post.channel, post.tandem) {
        (Some(channel), _) => Ok(Some(channel)),
        (None, Some(tandem)) => Ok(tandems::tandem_get(conn, tandem).await?.channel),
        (None, None) if post.kind == PostKind::Pointer => {
            Ok(people::direct_get(conn, PersonId(post.subject)).await?.1)
        }
        (None, None) => Ok(None),
    }
}

async fn message(conn: &mut Conn, bot: &Bot, post: &Post, row: &OutboxRow) -> Result<Option<Ready>> {
    let Some(channel) = channel_of(conn, post).await? else { return Ok(None) };
    let person = PersonId(post.subject);
    if post.kind == PostKind::Pointer && !direct::still_points(conn, person, bot.now()).await? {
        return Ok(None);
    }
    let Some(rendered) = posts::render(conn, post).await? else { return Ok(None) };
    let mut body = rendered.view.body();
    // While a tandem pauses, what the two do is answered in its room without a sound (D15).
    let paused = match post.tandem {
        Some(tandem) => pause::paused(conn, tandem, bot.now()).await?.is_some(),
        None => false,
    };
    let mentions = if paused { Vec::new() } else { rendered.mentions };
    let mentions: Vec<String> =
        mentions.iter().filter(|user| !is_gone(**user)).map(ToString::to_string).collect();
    body["allowed_mentions"] = json!({ "parse": [], "users": mentions });
    if rendered.silent || paused {
        body["flags"] = json!(SUPPRESS_NOTIFICATIONS);
    }
    // 25 characters, Discord's limit for a nonce. Installation, row and effect are in it, so that a restored file
    // never fetches an old message.
    let epoch = backup::epoch(conn).await?.to_le_bytes();
    let nonce = bot.app.keyed(&[b"nonce", &epoch, &row.id.0.to_le_bytes(), row.effect.as_bytes()]);
    let nonce: String = hex(&nonce).chars().take(25).collect();
    body["nonce"] = json!(nonce);
    body["enforce_nonce"] = json!(true);
    if !rendered.view.files.is_empty() {
        body["attachments"] = rendered.view.attachments();
    }
    let key = hashed(&rendered.view.content_key());
    Ok(Some(Ready::Message { channel, body, key, files: rendered.view.files }))
}

/// Sends the request.
///
/// # Errors
/// What became of it instead.
pub async fn perform(
    bot: &Bot,
    bucket: Bucket,
    lane: &str,
    ready: &Ready,
    working: &Working,
) -> std::result::Result<Made, Failure> {
    let answer = match bot.send(bucket, lane, ready.request()).await {
        // Somebody deleted the message: there is nothing left to bring up to date.
        Err(Failure::Gone(UNKNOWN_MESSAGE)) if ready.is_about_a_message() => return Ok(Made::MessageGone),
        // Gone is what deleting, and taking a reaction away, were to achieve.
        Err(Failure::Gone(_))
            if matches!(ready, Ready::Delete { .. } | Ready::Erase { .. } | Ready::Unmark { .. }) =>
        {
            return Ok(Made::Done);
        }
        // 10007: unknown member; 10013: the account is gone (DISCORD.md, section 13).
        Err(Failure::Gone(10_007 | 10_013)) if matches!(ready, Ready::Member { .. }) => {
            return Ok(Made::Absent);
        }
        other => other?,
    };
    Ok(match ready {
        Ready::Channel { .. } | Ready::Direct { .. } => Made::Channel(ChannelId(id_in(&answer)?)),
        Ready::Message { channel, .. } => Made::Message(*channel, MessageId(id_in(&answer)?)),
        Ready::Count { guild } => Made::Counted(channels_in(bot, *guild, &answer)?),
        Ready::Inside { channel, inside } => {
            return lounge::clear(bot, lane, (*channel, inside), &answer, working).await;
        }
        _ => Made::Done,
    })
}

/// How many channels a server has. Discord's list leaves out those that the bot may not see, and the gateway tells of all; so
/// the larger number is the one to go by.
fn channels_in(bot: &Bot, guild: GuildId, answer: &[u8]) -> std::result::Result<u32, Failure> {
    let listed: Vec<Value> = serde_json::from_slice(answer).map_err(|_| Failure::InDoubt)?;
    let told = bot.guilds.get(guild).map_or(0, |mirror| mirror.channels.len());
    Ok(u32::try_from(listed.len().max(told)).unwrap_or(u32::MAX))
}

/// The id of what an answer shows.
fn id_in(answer: &[u8]) -> std::result::Result<u64, Failure> {
    let shown: Value = serde_json::from_slice(answer).map_err(|_| Failure::InDoubt)?;
    shown["id"].as_str().and_then(|id| id.parse().ok()).ok_or(Failure::InDoubt)
}

/// Notes what Discord made, in the transaction that confirms the row.
///
/// # Errors
/// Those of the database.
pub async fn confirmed(conn: &mut Conn, effect: &Effect, made: Made, now: DateTime<Utc>) -> Result<()> {
    match (effect, made) {
        (Effect::CategoryCreate { category }, Made::Channel(channel)) => {
            tandems::category_bind(conn, *category, channel).await
        }
        (Effect::LoungeCreate { programme }, Made::Channel(channel)) => {
            lounges::lounge_bind(conn, *programme, Some(channel)).await
        }
        (Effect::MeetCreate { space }, Made::Channel(channel)) => {
            spaces::made(conn, *space, channel, now).await
        }
        (Effect::MeetDelete { space }, _) => sittings::space_bind(conn, *space, None).await,
        (Effect::LoungeDelete { programme }, _) => app::lounge::gone(conn, *programme, now).await,
        (Effect::RoomCreate { tandem }, Made::Channel(channel)) => {
            tandems::tandem_room_bind(conn, *tandem, channel).await?;
            round::progressed(conn, *tandem, now).await
        }
        (Effect::RoomCount { round }, Made::Counted(used)) => round::counted(conn, *round, used, now).await,
        (Effect::Post { post }, Made::Message(channel, message)) => {
            if direct::addressee(conn, effect).await?.is_some() {
                people::direct_sent(conn, now).await?;
            }
            stored::post_bind(conn, *post, channel, message).await?;
            let post = stored::post_get(conn, *post).await?;
            pause::told(conn, &post).await
        }
        (Effect::PostDelete { post }, _) => stored::post_unbind(conn, *post).await,
        (Effect::DirectOpen { person }, Made::Channel(channel)) => {
            people::direct_bind(conn, *person, channel).await
        }
        (Effect::RoomHide { tandem }, _) => {
            tandems::tandem_state_set(conn, *tandem, TandemState::Hidden).await
        }
        (Effect::RoomDelete { tandem }, _) => {
            tandems::tandem_state_set(conn, *tandem, TandemState::Gone).await
        }
        (
            Effect::Edit { post }
            | Effect::Pin { post }
            | Effect::Seed { post, .. }
            | Effect::Unmark { post, .. },
            Made::MessageGone,
        ) => healing::post_gone(conn, *post, now).await,
        (Effect::MemberCheck { person }, Made::Done) => members::person_here(conn, *person).await,
        (Effect::MemberCheck { person }, Made::Absent) => {
            let person = people::person_get(conn, *person).await?;
            members::person_gone(conn, person.guild, person.user, now).await
        }
        _ => Ok(()),
    }
}
