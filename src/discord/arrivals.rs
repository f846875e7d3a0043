//! What is to be done when something other than a request arrives: a new session, a server, a reaction, the loss of a
//! channel. The loss of a message is not heard of, because the intent for it would bring in what people write as well.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::de::IgnoredAny;
use serde_json::json;
use serenity::all::{ReactionType, User};
use serenity::http::{LightMethod, Request as Outgoing, Route};

use super::again::Errand;
use super::bot::Bot;
use super::commands;
use super::governor::Bucket;
use super::http::Failure;
use super::inbox::Mark;
use crate::app::effect::{building_lane, channel_lane};
use crate::app::{healing, leaving, lounge, marks, meetup, opening};
use crate::clock::Working;
use crate::domain::ids::{ChannelId, GuildId, UserId};
use crate::store::{Result, replies};

/// A session began without RESUME: reactions made while nobody listened are read again (D5).
///
/// # Errors
/// Those of the database.
pub async fn ready(bot: &Arc<Bot>, working: &Working) -> Result<()> {
    tracing::info!(target: "tandem::discord", "connected");
    bot.outbox.ring();
    bot.again.forget_marks();
    let posts = marks::marks_to_read(&mut *bot.app.store.read().await?, bot.now()).await?;
    for post in posts {
        if let Err(error) = marks_read(bot, &post, working).await {
            tracing::error!(target: "tandem::discord", %error, "reactions could not be taken in");
            bot.again.later(Errand::Marks(post.post), bot.now());
        }
    }
    Ok(())
}

/// Discord's code for a channel that does not exist.
const UNKNOWN_CHANNEL: isize = 10_003;
/// Discord's code for a message that does not exist.
const UNKNOWN_MESSAGE: isize = 10_008;
/// More reactions than this on one page of Discord's list: the next page is asked for.
const PAGE: u8 = 100;

/// Reads the reactions on one post and takes them in. A post that cannot be read keeps what was known of it, and is read
/// again later.
///
/// # Errors
/// Those of the database.
pub(super) async fn marks_read(bot: &Arc<Bot>, to_read: &marks::ToRead, working: &Working) -> Result<()> {
    let channel_id = serenity::all::ChannelId::new(to_read.channel.0);
    let message_id = serenity::all::MessageId::new(to_read.message.0);
    let lane = channel_lane(to_read.channel);
    let reading = bot.again.reading(to_read.message);
    let mut found = Vec::new();
    for emoji in to_read.emojis {
        let reaction = ReactionType::Unicode((*emoji).to_owned()).as_data();
        let mut users: Vec<UserId> = Vec::new();
        loop {
            let mut params = vec![("limit", PAGE.to_string())];
            params.extend(users.last().map(|user| ("after", user.to_string())));
            let route = Route::ChannelMessageReactionEmoji { channel_id, message_id, reaction: &reaction };
            let page = Outgoing::new(route, LightMethod::Get).params(Some(params));
            match bot.fetch::<Vec<User>>(Bucket::Reactions, &lane, page, working).await {
                Ok(page) => {
                    users.extend(page.iter().map(|user| UserId(user.id.get())));
                    if page.len() < usize::from(PAGE) {
                        break;
                    }
                }
                Err(failure) => return not_read(bot, to_read, failure).await,
            }
        }
        found.push(((*emoji).to_owned(), users));
    }
    let (post, now, own) = (to_read.post, bot.now(), Arc::clone(bot));
    let write = bot.app.store.write(move |conn| {
        Box::pin(async move {
            if !own.again.holds(reading) {
                // A reaction came or went meanwhile, and what was heard of it is newer than what was read.
                return Ok(false);
            }
            for user in marks::marks_reread(conn, post, &found, now).await? {
                // As with a reaction that is seen when it is made: their command, repeated, is to act again (D4).
                replies::owed_forget(conn, &own.app.asker(user)).await?;
            }
            Ok(true)
        })
    });
    if !write.await? {
        bot.again.later(Errand::Marks(post), now);
    }
    Ok(())
}

/// The reactions on a post cannot be read: it was deleted, or its channel was, or it is tried again later.
async fn not_read(bot: &Arc<Bot>, to_read: &marks::ToRead, failure: Failure) -> Result<()> {
    let (post, channel, now) = (to_read.post, to_read.channel, bot.now());
    match failure {
        Failure::Gone(UNKNOWN_MESSAGE) => {
            let gone = bot
                .app
                .store
                .write(move |conn| Box::pin(async move { healing::post_gone(conn, post, now).await }));
            gone.await
        }
        Failure::Gone(UNKNOWN_CHANNEL) => {
            let gone = bot
                .app
                .store
                .write(move |conn| Box::pin(async move { leaving::channel_gone(conn, channel, now).await }));
            gone.await
        }
        other => {
            let cause = other.cause();
            tracing::warn!(target: "tandem::discord", cause, "reactions could not be read");
            bot.again.later(Errand::Marks(post), now);
            Ok(())
        }
    }
}

/// The bot is on a server: its commands are registered there, and what happened to its channels and permissions while
/// nobody listened is found out.
///
/// # Errors
/// Those of the database.
pub async fn guild(bot: &Arc<Bot>, guild: GuildId, working: &Working) -> Result<()> {
    register(bot, guild, working).await;
    permitted(bot, guild).await?;
    let known = bot.guilds.get(guild).unwrap_or_default();
    let ours = healing::channels_of(&mut *bot.app.store.read().await?, guild).await?;
    for channel in ours.into_iter().filter(|channel| !known.channels.contains_key(channel)) {
        look(bot, guild, channel, working).await?;
    }
    Ok(())
}

/// Registers the commands on a server; where that fails, again later: without them nobody could ask for anything.
pub(super) async fn register(bot: &Arc<Bot>, guild: GuildId, working: &Working) {
    let Some(application_id) = bot.http.application_id() else { return };
    let route = Route::GuildCommands { application_id, guild_id: serenity::all::GuildId::new(guild.0) };
    let body = json!(commands::registration()).to_string().into_bytes();
    let outgoing = Outgoing::new(route, LightMethod::Put).body(Some(body));
    let lane = building_lane(guild);
    if let Err(failure) = bot.fetch::<IgnoredAny>(Bucket::Commands, &lane, outgoing, working).await {
        tracing::error!(target: "tandem::discord", cause = failure.cause(), "the commands could not be registered");
        bot.again.later(Errand::Commands(guild), bot.now());
    }
}

/// Looks whether a channel of ours is still there. Only Discord's own word counts: what merely is not in a list may be
/// hidden (DISCORD.md, section 15).
///
/// # Errors
/// Those of the database.
pub(super) async fn look(
    bot: &Arc<Bot>,
    guild: GuildId,
    channel: ChannelId,
    working: &Working,
) -> Result<()> {
    let route = Route::Channel { channel_id: serenity::all::ChannelId::new(channel.0) };
    let look = Outgoing::new(route, LightMethod::Get);
    match bot.fetch::<IgnoredAny>(Bucket::Look, &channel_lane(channel), look, working).await {
        Err(Failure::Gone(UNKNOWN_CHANNEL)) => channel_gone(bot, guild, channel).await,
        Err(failure) if failure.passes() => {
            bot.again.later(Errand::Channel(guild, channel), bot.now());
            Ok(())
        }
        Ok(_) | Err(_) => Ok(()),
    }
}

/// The bot may do more on a server than before.
///
/// # Errors
/// Those of the database.
pub async fn permitted(bot: &Arc<Bot>, guild: GuildId) -> Result<()> {
    if !healing::lacks_permission(&mut *bot.app.store.read().await?, guild).await? {
        return Ok(());
    }
    let write =
        bot.app.store.write(move |conn| Box::pin(async move { healing::permitted(conn, guild).await }));
    write.await
}

/// A reaction was put or taken away.
///
/// # Errors
/// Those of the database.
pub async fn mark(bot: &Arc<Bot>, mark: &Mark) -> Result<()> {
    if mark.user == bot.user() {
        return Ok(());
    }
    let change = if mark.added { marks::Change::Added } else { marks::Change::Removed };
    bot.again.heard(mark.message);
    let (message, user, emoji, now) = (mark.message, mark.user, mark.emoji.clone(), bot.now());
    let asker = bot.app.asker(user);
    let done = bot
        .app
        .store
        .write(move |conn| {
            Box::pin(async move {
                // Whoever says it by a reaction has gone on: their command, repeated, is to act again.
                replies::owed_forget(conn, &asker).await?;
                marks::marked(conn, message, user, &emoji, change, now).await
            })
        })
        .await;
    if done.is_err() {
        // It stands in Discord, and is read there once there is a place for it (D5).
        bot.again.later(Errand::Heard(mark.message), now);
    }
    done
}

/// A channel is gone: a room's tandem ends without a goodbye, a category of ours and a lounge are made anew.
///
/// # Errors
/// Those of the database.
pub async fn channel_gone(bot: &Arc<Bot>, guild: GuildId, channel: ChannelId) -> Result<()> {
    let now = bot.now();
    let gone = bot.app.store.write(move |conn| {
        Box::pin(async move {
            opening::category_gone(conn, guild, channel, now).await?;
            meetup::spaces::channel_gone(conn, channel, now).await?;
            lounge::channel_gone(conn, channel, now).await?;
            leaving::channel_gone(conn, channel, now).await
        })
    });
    gone.await
}

/// Somebody is in another voice channel than before, or in none. Nothing is noted on a server on which no sitting goes on.
///
/// # Errors
/// Those of the database.
pub async fn voice(bot: &Arc<Bot>, guild: GuildId, user: UserId, channel: Option<ChannelId>) -> Result<()> {
    if !meetup::voice::listens(&mut *bot.app.store.read().await?, guild).await? {
        return Ok(());
    }
    let now = bot.now();
    let heard = bot.app.store.write(move |conn| {
        Box::pin(async move { meetup::voice::heard(conn, guild, user, channel, now).await })
    });
    heard.await
}

/// Everybody who is in voice on a server, as a new session tells it.
///
/// # Errors
/// Those of the database.
pub async fn voices(bot: &Arc<Bot>, guild: GuildId, states: BTreeMap<UserId, ChannelId>) -> Result<()> {
    if !meetup::voice::listens(&mut *bot.app.store.read().await?, guild).await? {
        return Ok(());
    }
    let now = bot.now();
    let heard = bot.app.store.write(move |conn| {
        Box::pin(async move { meetup::voice::heard_all(conn, guild, &states, now).await })
    });
    heard.await
}
