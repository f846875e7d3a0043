//! What comes in. Serenity hands each event to a task of its own, so their order is taken where it still has it: on the
//! one thread of the connection (C5). Events of one channel are handled one after another, channels side by side.

use std::collections::{BTreeMap, VecDeque};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use serenity::all::{Event, Interaction, ReactionType};

use super::bot::Bot;
use super::request::{self, Request};
use super::{arrivals, respond};
use crate::clock::Working;
use crate::domain::ids::{ChannelId, GuildId, MessageId, UserId};

/// Something that happened at Discord and matters to us.
#[derive(Debug)]
pub enum Inbound {
    /// A new session: what happened while nobody listened has to be looked up.
    Ready,
    /// The bot is on this server.
    Guild(GuildId),
    /// Somebody asks for something.
    Request(Box<Request>),
    /// A reaction was put or taken away.
    Mark(Mark),
    /// A channel is gone.
    ChannelGone(GuildId, ChannelId),
    /// Somebody is in another voice channel than before, or in none.
    Voice(GuildId, UserId, Option<ChannelId>),
    /// Everybody who is in voice on a server, as a new session tells it.
    Voices(GuildId, BTreeMap<UserId, ChannelId>),
    /// The bot may do more on this server than before.
    Permitted(GuildId),
}

/// A reaction put or taken away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The channel.
    pub channel: ChannelId,
    /// The message.
    pub message: MessageId,
    /// Whose.
    pub user: UserId,
    /// Which.
    pub emoji: String,
    /// Whether it was put.
    pub added: bool,
}

/// The queue of what came in, by channel.
pub struct Inbox {
    bot: Arc<Bot>,
    queues: Mutex<BTreeMap<u64, VecDeque<Inbound>>>,
    /// How many gateway events were taken in since the process began.
    pub events: Arc<AtomicU64>,
    /// Where events are handled: not on the thread of the connection.
    runtime: tokio::runtime::Handle,
}

impl Inbox {
    /// An empty inbox, whose events are handled on the runtime that calls this.
    #[must_use]
    pub fn new(bot: Arc<Bot>, events: Arc<AtomicU64>) -> Arc<Self> {
        Arc::new(Self { bot, queues: Mutex::default(), events, runtime: tokio::runtime::Handle::current() })
    }

    /// Takes in an event. Called in the order of arrival; returns at once.
    pub fn receive(self: &Arc<Self>, event: &Event) {
        if let Event::Ready(inner) = event {
            self.bot.user_set(UserId(inner.ready.user.id.get()));
        }
        let permitted = self.bot.guilds.take_in(event, self.bot.user());
        if let Some(guild) = permitted {
            self.push(0, Inbound::Permitted(guild));
        }
        if let Some((key, inbound)) = self.sort(event) {
            self.push(key, inbound);
        }
        if let Event::GuildCreate(inner) = event {
            let states = inner.guild.voice_states.iter();
            let states = states
                .filter_map(|(user, state)| Some((UserId(user.get()), ChannelId(state.channel_id?.get()))));
            let guild = GuildId(inner.guild.id.get());
            self.push(guild.0, Inbound::Voices(guild, states.collect()));
        }
        self.events.fetch_add(1, Ordering::SeqCst);
        self.bot.stations.nudge();
    }

    fn sort(&self, event: &Event) -> Option<(u64, Inbound)> {
        Some(match event {
            Event::Ready(_) => (0, Inbound::Ready),
            Event::GuildCreate(inner) => (0, Inbound::Guild(GuildId(inner.guild.id.get()))),
            Event::InteractionCreate(inner) => {
                let Some(request) = request::parse(&inner.interaction, self.bot.app.clock.as_ref()) else {
                    if !matches!(inner.interaction, Interaction::Ping(_)) {
                        tracing::warn!(target: "tandem::discord", "an interaction of an unknown kind was dropped");
                    }
                    return None;
                };
                (request.call.channel.0, Inbound::Request(Box::new(request)))
            }
            Event::ReactionAdd(inner) => mark(&inner.reaction, true)?,
            Event::ReactionRemove(inner) => mark(&inner.reaction, false)?,
            Event::ChannelDelete(inner) => {
                let (guild, channel) =
                    (GuildId(inner.channel.guild_id.get()), ChannelId(inner.channel.id.get()));
                (channel.0, Inbound::ChannelGone(guild, channel))
            }
            // One queue for all of a server: whoever sits with whom is a matter of the order.
            Event::VoiceStateUpdate(inner) => {
                let state = &inner.voice_state;
                let guild = GuildId(state.guild_id?.get());
                let channel = state.channel_id.map(|channel| ChannelId(channel.get()));
                (guild.0, Inbound::Voice(guild, UserId(state.user_id.get()), channel))
            }
            Event::Unknown(inner) => {
                self.bot.pulse.unknown_event();
                tracing::warn!(target: "tandem::discord", kind = inner.kind, "an event could not be read");
                return None;
            }
            _ => return None,
        })
    }

    /// A queue is one piece of work: while its first event waits for the clock, those behind it wait as well, and
    /// nobody is busy.
    fn push(self: &Arc<Self>, key: u64, inbound: Inbound) {
        let mut queues = self.queues.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(queue) = queues.get_mut(&key) {
            queue.push_back(inbound);
            return;
        }
        queues.insert(key, VecDeque::new());
        drop(queues);
        let working = self.bot.stations.begin();
        let inbox = Arc::clone(self);
        self.runtime.spawn(async move {
            let mut next = Some(inbound);
            while let Some(inbound) = next.take() {
                inbox.handle(inbound, &working).await;
                let mut queues = inbox.queues.lock().unwrap_or_else(PoisonError::into_inner);
                next = queues.get_mut(&key).and_then(VecDeque::pop_front);
                if next.is_none() {
                    queues.remove(&key);
                }
            }
        });
    }

    async fn handle(&self, inbound: Inbound, working: &Working) {
        let bot = &self.bot;
        let done = match inbound {
            Inbound::Request(request) => {
                respond::handle(Arc::clone(bot), *request).await;
                Ok(())
            }
            Inbound::Ready => arrivals::ready(bot, working).await,
            Inbound::Guild(guild) => arrivals::guild(bot, guild, working).await,
            Inbound::Mark(mark) => arrivals::mark(bot, &mark).await,
            Inbound::ChannelGone(guild, channel) => arrivals::channel_gone(bot, guild, channel).await,
            Inbound::Voice(guild, user, channel) => arrivals::voice(bot, guild, user, channel).await,
            Inbound::Voices(guild, states) => arrivals::voices(bot, guild, states).await,
            Inbound::Permitted(guild) => arrivals::permitted(bot, guild).await,
        };
        if let Err(error) = done {
            tracing::error!(target: "tandem::discord", %error, "an event could not be handled");
        }
    }
}

fn mark(reaction: &serenity::all::Reaction, added: bool) -> Option<(u64, Inbound)> {
    let ReactionType::Unicode(emoji) = &reaction.emoji else { return None };
    let channel = ChannelId(reaction.channel_id.get());
    let mark = Mark {
        channel,
        message: MessageId(reaction.message_id.get()),
        user: UserId(reaction.user_id?.get()),
        emoji: emoji.clone(),
        added,
    };
    Some((channel.0, Inbound::Mark(mark)))
}
