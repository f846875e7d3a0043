//! What is to be done when something other than a request arrives: a new session, a server, a reaction, the loss of a
//! channel or message.

use std::sync::Arc;

use super::bot::Bot;
use super::commands;
use super::http::Failure;
use super::inbox::Mark;
use crate::app::{leaving, opening};
use crate::clock::Working;
use crate::domain::ids::{ChannelId, GuildId, MessageId};
use crate::store::Result;

/// A session began without RESUME: reactions made while nobody listened are read again (D5).
///
/// # Errors
/// Those of the database.
pub async fn ready(bot: &Arc<Bot>, working: &Working) -> Result<()> {
    let _ = working;
    tracing::info!(target: "tandem::discord", "connected");
    bot.outbox.ring();
    Ok(())
}

/// The bot is on a server: its commands are registered there.
///
/// # Errors
/// Those of the database.
pub async fn guild(bot: &Arc<Bot>, guild: GuildId, working: &Working) -> Result<()> {
    bot.admitted(working).await;
    let id = serenity::all::GuildId::new(guild.0);
    if let Err(error) = bot.http.create_guild_commands(id, &commands::registration()).await {
        let cause = Failure::from(&error).cause();
        tracing::error!(target: "tandem::discord", cause, "the commands could not be registered");
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
    Ok(())
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

/// A message is gone.
///
/// # Errors
/// Those of the database.
pub async fn message_gone(bot: &Arc<Bot>, channel: ChannelId, message: MessageId) -> Result<()> {
    let _ = (bot, channel, message);
    Ok(())
}
