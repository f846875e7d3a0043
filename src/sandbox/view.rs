//! What a person sees, and nothing else: the channels that their permissions show, the messages in them, their own
//! private replies, and forms that were opened for them.

use chrono::{DateTime, TimeDelta, Utc};
use serde::Serialize;
use serde_json::Value;

use super::{
    ids::time_of,
    permissions::{self, READ_MESSAGE_HISTORY, SEND_MESSAGES, VIEW_CHANNEL},
    shared::Shared,
    snowflake,
    state::{Channel, Interaction, Message, Stage, State, channel, message},
};

/// A channel in somebody's list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChannelView {
    /// Its id.
    #[serde(with = "snowflake")]
    pub id: u64,
    /// Discord's channel type.
    #[serde(rename = "type")]
    pub kind: u8,
    /// The server; none for direct messages.
    #[serde(with = "snowflake::maybe")]
    pub guild: Option<u64>,
    /// Its name; for direct messages the other's.
    pub name: String,
    /// Its topic.
    pub topic: Option<String>,
    /// The category it stands in.
    #[serde(with = "snowflake::maybe")]
    pub parent: Option<u64>,
    /// Whether this person may write here.
    pub writable: bool,
}

/// A message as somebody sees it.
#[expect(clippy::struct_excessive_bools, reason = "each is a mark of its own on the message")]
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MessageView {
    /// Its id.
    #[serde(with = "snowflake")]
    pub id: u64,
    /// Where it stands.
    #[serde(with = "snowflake")]
    pub channel: u64,
    /// Who wrote it.
    #[serde(with = "snowflake")]
    pub author: u64,
    /// The writer's shown name.
    pub author_name: String,
    /// When it was written.
    pub at: DateTime<Utc>,
    /// Whether it was edited.
    pub edited: bool,
    /// Its text.
    pub content: String,
    /// Its embeds, as the bot sent them.
    pub embeds: Vec<Value>,
    /// Its rows of components, as the bot sent them.
    pub components: Vec<Value>,
    /// Its files.
    pub attachments: Vec<AttachmentView>,
    /// Its reactions in the order in which they appeared.
    pub reactions: Vec<ReactionView>,
    /// Whether it is pinned.
    pub pinned: bool,
    /// Whether only this person sees it.
    pub private: bool,
    /// Whether it is still the note that the bot is thinking.
    pub thinking: bool,
    /// Whether it came without a push notification.
    pub silent: bool,
    /// Users whom it pinged.
    #[serde(serialize_with = "snowflake::list::serialize")]
    pub pings: Vec<u64>,
    /// Roles that it pinged.
    #[serde(serialize_with = "snowflake::list::serialize")]
    pub pings_roles: Vec<u64>,
    /// Whether it pinged everybody.
    pub pings_everyone: bool,
    /// The message it replies to.
    #[serde(with = "snowflake::maybe")]
    pub reply_to: Option<u64>,
    /// The interaction it answers.
    #[serde(with = "snowflake::maybe")]
    pub interaction: Option<u64>,
    /// Discord's message type; 0 is an ordinary one, 6 the note that something was pinned.
    #[serde(rename = "type")]
    pub kind: u8,
}

impl MessageView {
    /// The custom ids of all buttons and menus, in order.
    #[must_use]
    pub fn custom_ids(&self) -> Vec<&str> {
        let rows = self.components.iter().filter_map(|row| row["components"].as_array());
        rows.flatten().filter_map(|component| component["custom_id"].as_str()).collect()
    }

    /// The custom id of the button with that label.
    #[must_use]
    pub fn button(&self, label: &str) -> Option<&str> {
        let rows = self.components.iter().filter_map(|row| row["components"].as_array());
        rows.flatten().find(|component| component["label"] == label)?["custom_id"].as_str()
    }
}

/// A file of a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AttachmentView {
    /// Its name.
    pub filename: String,
    /// Its alternative text.
    pub description: Option<String>,
    /// Its size in bytes.
    pub size: usize,
    /// Where it can be fetched from.
    pub url: String,
}

/// An emoji under a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReactionView {
    /// The emoji, or `name:id` of a server's own.
    pub emoji: String,
    /// Who chose it, in order.
    #[serde(serialize_with = "snowflake::list::serialize")]
    pub users: Vec<u64>,
}

/// How an interaction stands.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct InteractionView {
    /// Its id.
    #[serde(with = "snowflake")]
    pub id: u64,
    /// Who acted.
    #[serde(with = "snowflake")]
    pub person: u64,
    /// How far the answer has come.
    pub state: Answer,
    /// Whether the first answer is private.
    pub private: bool,
    /// The first answer, or for a component the message it changed.
    pub reply: Option<MessageView>,
    /// Later messages.
    pub followups: Vec<MessageView>,
    /// The form that was opened.
    pub modal: Option<ModalView>,
    /// The suggestions.
    pub choices: Option<Vec<Value>>,
}

/// How far an answer has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// Not answered yet.
    Waiting,
    /// The bot asked for time.
    Deferred,
    /// Answered.
    Answered,
    /// Not answered in time: the client says that the application did not respond.
    Failed,
}

/// A form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ModalView {
    /// Its custom id.
    pub custom_id: String,
    /// Its title.
    pub title: String,
    /// Its inputs, in order.
    pub fields: Vec<FieldView>,
}

/// An input of a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FieldView {
    /// Its custom id.
    pub custom_id: String,
    /// What stands above it.
    pub label: String,
    /// What stands in it before anything is typed.
    pub value: Option<String>,
    /// The grey hint.
    pub placeholder: Option<String>,
    /// Whether it must be filled.
    pub required: bool,
    /// The fewest characters.
    pub min_length: u64,
    /// The most characters.
    pub max_length: u64,
    /// Discord's component type; 4 is a text input.
    #[serde(rename = "type")]
    pub kind: u64,
}

impl Shared {
    /// The channels that a person sees, servers by id, channels in their order, direct messages last.
    #[must_use]
    pub fn channels_of(&self, person: u64) -> Vec<ChannelView> {
        let (state, now) = (self.world(), self.clock.now());
        let mut seen: Vec<&Channel> = state
            .channels
            .values()
            .filter(|channel| permissions::sees(&state, channel, person, now))
            .collect();
        seen.sort_by_key(|channel| (channel.guild.is_none(), channel.guild, channel.position, channel.id));
        seen.into_iter().map(|channel| channel_view(&state, channel, person, now)).collect()
    }

    /// The messages of a channel as a person sees them, oldest first; none where the channel is hidden from them.
    #[must_use]
    pub fn view(&self, person: u64, channel: u64) -> Vec<MessageView> {
        let (state, now) = (self.world(), self.clock.now());
        let Some(found) = state.channels.get(&channel) else { return Vec::new() };
        let needed = VIEW_CHANNEL | READ_MESSAGE_HISTORY;
        if permissions::in_channel(&state, found, person, now) & needed != needed {
            return Vec::new();
        }
        let seen = found.messages.values().filter(|message| is_for(message, person));
        seen.map(|message| message_view(&state, message)).collect()
    }

    /// The direct messages between a person and the bot, oldest first.
    #[must_use]
    pub fn direct_messages(&self, person: u64) -> Vec<MessageView> {
        let channel = self.world().find_direct_channel(person);
        channel.map(|channel| self.view(person, channel)).unwrap_or_default()
    }

    /// A channel as the server has it, overwrites and all messages included, whoever may see them.
    #[must_use]
    pub fn channel(&self, id: u64) -> Option<Channel> {
        self.world().channels.get(&id).cloned()
    }

    /// How an interaction stands, as the person who acted sees it. `None` for an unknown one.
    #[must_use]
    pub fn interaction(&self, id: u64) -> Option<InteractionView> {
        let (state, now) = (self.world(), self.clock.now());
        let interaction = state.interactions.get(&id)?;
        let show = |message: u64| {
            state.message(interaction.channel, message).map(|message| message_view(&state, message))
        };
        Some(InteractionView {
            id,
            person: interaction.user,
            state: answer(&state, interaction, now),
            private: interaction.ephemeral,
            reply: interaction.reply.and_then(show),
            followups: interaction.followups.iter().copied().filter_map(show).collect(),
            modal: interaction.modal.as_ref().map(modal_view),
            choices: interaction.choices.clone(),
        })
    }
}

/// Whether a person is among those who see this message of a channel that they see.
#[must_use]
pub(super) fn is_for(message: &Message, person: u64) -> bool {
    message.ephemeral_for.is_none_or(|only| only == person)
}

fn answer(state: &State, interaction: &Interaction, now: DateTime<Utc>) -> Answer {
    let limit = TimeDelta::milliseconds(i64::try_from(state.settings.first_answer).unwrap_or(i64::MAX));
    match interaction.stage {
        Stage::Waiting if now - interaction.created > limit => Answer::Failed,
        Stage::Waiting => Answer::Waiting,
        Stage::Deferred => Answer::Deferred,
        Stage::Answered => Answer::Answered,
    }
}

fn channel_view(state: &State, found: &Channel, person: u64, now: DateTime<Utc>) -> ChannelView {
    let other = found.recipients.iter().find(|id| **id != person).and_then(|id| state.users.get(id));
    let name = if found.kind == channel::DIRECT {
        other.map(|user| user.display_name.clone()).unwrap_or_default()
    } else {
        found.name.clone()
    };
    ChannelView {
        id: found.id,
        kind: found.kind,
        guild: found.guild,
        name,
        topic: found.topic.clone(),
        parent: found.parent,
        writable: found.takes_messages()
            && permissions::in_channel(state, found, person, now) & SEND_MESSAGES != 0,
    }
}

/// A message as those who see it see it.
#[must_use]
pub(super) fn message_view(state: &State, message: &Message) -> MessageView {
    let author = state.users.get(&message.author);
    let guild = state.channels.get(&message.channel).and_then(|channel| channel.guild);
    let nick = guild.and_then(|id| state.guilds.get(&id)?.members.get(&message.author)?.nick.clone());
    let name = nick.or_else(|| author.map(|user| user.display_name.clone()));
    let suppressed = message.flags & message::SUPPRESS_EMBEDS != 0;
    MessageView {
        id: message.id,
        channel: message.channel,
        author: message.author,
        author_name: name.unwrap_or_else(|| "Deleted User".to_owned()),
        at: time_of(message.id),
        edited: message.edited_at.is_some(),
        content: message.content.clone(),
        embeds: if suppressed { Vec::new() } else { message.embeds.clone() },
        components: message.components.clone(),
        attachments: message.attachments.iter().map(|file| attachment_view(state, message, file)).collect(),
        reactions: message.reactions.iter().map(reaction_view).collect(),
        pinned: message.pinned_at.is_some(),
        private: message.ephemeral_for.is_some(),
        thinking: message.flags & message::LOADING != 0,
        silent: message.flags & message::SUPPRESS_NOTIFICATIONS != 0,
        pings: message.mentions.clone(),
        pings_roles: message.mention_roles.clone(),
        pings_everyone: message.mention_everyone,
        reply_to: message.reply_to,
        interaction: message.interaction,
        kind: message.kind,
    }
}

fn attachment_view(state: &State, message: &Message, file: &super::state::Attachment) -> AttachmentView {
    AttachmentView {
        filename: file.filename.clone(),
        description: file.description.clone(),
        size: file.bytes.len(),
        url: format!("{}/attachments/{}/{}/{}", state.base, message.channel, file.id, file.filename),
    }
}

fn reaction_view(reaction: &super::state::Reaction) -> ReactionView {
    let emoji = match reaction.emoji.id {
        Some(id) => format!("{}:{id}", reaction.emoji.name),
        None => reaction.emoji.name.clone(),
    };
    ReactionView { emoji, users: reaction.users.clone() }
}

/// A form as the bot sent it, read leniently, since REST has refused a wrong one.
fn modal_view(modal: &Value) -> ModalView {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let fields = super::people::forms::inputs(modal).into_iter().map(|(label, input)| FieldView {
        custom_id: text(&input["custom_id"]),
        label: label.unwrap_or_else(|| text(&input["label"])),
        value: input["value"].as_str().map(str::to_owned),
        placeholder: input["placeholder"].as_str().map(str::to_owned),
        required: input["required"].as_bool().unwrap_or(true),
        min_length: input["min_length"].as_u64().unwrap_or(0),
        max_length: input["max_length"].as_u64().unwrap_or(4000),
        kind: input["type"].as_u64().unwrap_or(0),
    });
    ModalView { custom_id: text(&modal["custom_id"]), title: text(&modal["title"]), fields: fields.collect() }
}
