//! What is to be done when something other than a request arrives: a new session, a server, a reaction, the loss of a
//! channel. The loss of a message is not heard of, because the intent for it would bring in what people write as well.

use std::sync::Arc;

use serde::de::IgnoredAny;
use serde_json::json;
use serenity::all::{ReactionType, User};
use serenity::http::{LightMethod, Request as Outgoing, Route};

use super::bot::Bot;
use super::commands;
use super::governor::Bucket;
use super::inbox::Mark;
use crate::app::effect::{building_lane, channel_lane};
use crate::app::{leaving, marks, opening};
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
    let posts = marks::marks_to_read(&mut *bot.app.store.read().await?, bot.now()).await?;
    for post in posts {
        marks_read(bot, &post, working).await?;
    }
    Ok(())
}

/// More reactions than this on one page of Discord's list: the next page is asked for.
const PAGE: u8 = 100;

/// Reads the reactions on one post and takes them in. A post that cannot be read keeps what was known of it.
async fn marks_read(bot: &Arc<Bot>, to_read: &marks::ToRead, working: &Working) -> Result<()> {
    let channel_id = serenity::all::ChannelId::new(to_read.channel.0);
    let message_id = serenity::all::MessageId::new(to_read.message.0);
    let lane = channel_lane(to_read.channel);
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
                Err(failure) => {
                    tracing::warn!(target: "tandem::discord", cause = failure.cause(), "reactions could not be read");
                    return Ok(());
                }
            }
        }
        found.push(((*emoji).to_owned(), users));
    }
    let (post, now) = (to_read.post, bot.now());
    bot.app
        .store
        .write(move |conn| Box::pin(async move { marks::marks_reread(conn, post, &found, now).await }))
        .await
}

/// The bot is on a server: its commands are registered there.
///
/// # Errors
/// Those of the database.
pub async fn guild(bot: &Arc<Bot>, guild: GuildId, working: &Working) -> Result<()> {
    let Some(application_id) = bot.http.application_id() else { return Ok(()) };
    let route = Route::GuildCommands { application_id, guild_id: serenity::all::GuildId::new(guild.0) };
    let body = json!(commands::registration()).to_string().into_bytes();
    let outgoing = Outgoing::new(route, LightMethod::Put).body(Some(body));
    let lane = building_lane(guild);
    if let Err(failure) = bot.fetch::<IgnoredAny>(Bucket::Commands, &lane, outgoing, working).await {
        tracing::error!(target: "tandem::discord", cause = failure.cause(), "the commands could not be registered");
    }
    Ok(())
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
    let (message, user, emoji, now) = (mark.message, mark.user, mark.emoji.clone(), bot.now());
    let asker = bot.app.asker(user);
    bot.app
        .store
        .write(move |conn| {
            Box::pin(async move {
                // Whoever says it by a reaction has gone on: their command, repeated, is to act again.
                replies::owed_forget(conn, &asker).await?;
                marks::marked(conn, message, user, &emoji, change, now).await
            })
        })
        .await
}

/// A channel is gone: a room's tandem ends without a goodbye, and a category of ours is made anew.
///
/// # Errors
/// Those of the database.
pub async fn channel_gone(bot: &Arc<Bot>, guild: GuildId, channel: ChannelId) -> Result<()> {
    let now = bot.now();
    let gone = bot.app.store.write(move |conn| {
        Box::pin(async move {
            opening::category_gone(conn, guild, channel, now).await?;
            leaving::channel_gone(conn, channel, now).await
        })
    });
    gone.await
}
