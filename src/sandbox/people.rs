//! Simulated people: what somebody in front of Discord's client can do, refused where that client would not let them.
//! A deed changes the world at once and tells the bot through the gateway; what the bot answers is read with the
//! functions of `view`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{shared::Shared, snowflake};

mod commands;
mod components;
pub(super) mod forms;
mod interaction;
mod options;
mod talk;

/// Somebody who is about to exist.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Newcomer {
    /// The unique user name.
    pub name: String,
    /// The name that is shown; the user name when absent.
    #[serde(default)]
    pub display_name: Option<String>,
    /// The language of the client, such as `de` or `en-US`.
    #[serde(default = "english")]
    pub locale: String,
    /// Whether it is another bot.
    #[serde(default)]
    pub bot: bool,
}

fn english() -> String {
    "en-US".to_owned()
}

/// What a person does. Ids are strings of digits in JSON.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case")]
pub enum Deed {
    /// Runs a command. `name` is its path by default names (`task assign`), `options` maps default option names to
    /// values: text, number, true or false, or an id.
    Command {
        /// The server; none in direct messages.
        #[serde(default, with = "snowflake::maybe")]
        guild: Option<u64>,
        /// Where.
        #[serde(with = "snowflake")]
        channel: u64,
        /// The command's path.
        name: String,
        /// What was filled in.
        #[serde(default)]
        options: BTreeMap<String, Value>,
        /// The language of the client if it is not the person's own.
        #[serde(default)]
        locale: Option<String>,
    },
    /// Runs a command of a context menu on a user or a message.
    Menu {
        /// The server; none in direct messages.
        #[serde(default, with = "snowflake::maybe")]
        guild: Option<u64>,
        /// Where.
        #[serde(with = "snowflake")]
        channel: u64,
        /// The command's name.
        name: String,
        /// The user or the message.
        #[serde(with = "snowflake")]
        target: u64,
    },
    /// Types in an option, so that the bot may suggest values.
    Autocomplete {
        /// The server; none in direct messages.
        #[serde(default, with = "snowflake::maybe")]
        guild: Option<u64>,
        /// Where.
        #[serde(with = "snowflake")]
        channel: u64,
        /// The command's path.
        name: String,
        /// What has been filled in so far, the focused option's beginning included.
        #[serde(default)]
        options: BTreeMap<String, Value>,
        /// The option that is being typed.
        focused: String,
        /// The language of the client if it is not the person's own.
        #[serde(default)]
        locale: Option<String>,
    },
    /// Presses a button.
    Press {
        /// Where.
        #[serde(with = "snowflake")]
        channel: u64,
        /// On which message.
        #[serde(with = "snowflake")]
        message: u64,
        /// Which button.
        custom_id: String,
    },
    /// Chooses from a menu.
    Choose {
        /// Where.
        #[serde(with = "snowflake")]
        channel: u64,
        /// On which message.
        #[serde(with = "snowflake")]
        message: u64,
        /// Which menu.
        custom_id: String,
        /// What was chosen: values of a text menu, ids of the others.
        values: Vec<String>,
    },
    /// Sends a form that the bot opened.
    Submit {
        /// The interaction that was answered by the form.
        #[serde(with = "snowflake")]
        interaction: u64,
        /// What was typed, by custom id; an absent input keeps what stood in it.
        #[serde(default)]
        fields: BTreeMap<String, String>,
    },
    /// Adds a reaction.
    React {
        /// Where.
        #[serde(with = "snowflake")]
        channel: u64,
        /// On which message.
        #[serde(with = "snowflake")]
        message: u64,
        /// The emoji, or `name:id` of a server's own.
        emoji: String,
    },
    /// Takes the own reaction back.
    Unreact {
        /// Where.
        #[serde(with = "snowflake")]
        channel: u64,
        /// On which message.
        #[serde(with = "snowflake")]
        message: u64,
        /// The emoji, or `name:id` of a server's own.
        emoji: String,
    },
    /// Writes a message.
    Write {
        /// Where.
        #[serde(with = "snowflake")]
        channel: u64,
        /// What.
        content: String,
    },
    /// Deletes a message: one's own, or any with the permission to.
    DeleteMessage {
        /// Where.
        #[serde(with = "snowflake")]
        channel: u64,
        /// Which.
        #[serde(with = "snowflake")]
        message: u64,
    },
    /// Joins a voice channel.
    JoinVoice {
        /// Which.
        #[serde(with = "snowflake")]
        channel: u64,
    },
    /// Leaves voice.
    LeaveVoice {
        /// In which server.
        #[serde(with = "snowflake")]
        guild: u64,
    },
    /// Joins a server by an invitation.
    JoinServer {
        /// Which.
        #[serde(with = "snowflake")]
        guild: u64,
    },
    /// Leaves a server.
    LeaveServer {
        /// Which.
        #[serde(with = "snowflake")]
        guild: u64,
    },
    /// Takes direct messages from people on the same server.
    OpenDirectMessages,
    /// No longer takes direct messages from people on the same server.
    CloseDirectMessages,
}

/// What came of a deed at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Done {
    /// The interaction that was sent to the bot.
    #[serde(with = "snowflake::maybe")]
    pub interaction: Option<u64>,
    /// The message that was written.
    #[serde(with = "snowflake::maybe")]
    pub message: Option<u64>,
}

impl Done {
    /// The interaction's id, for deeds that always have one.
    ///
    /// # Panics
    /// When the deed was none that reaches the bot as an interaction.
    #[must_use]
    pub fn id(self) -> u64 {
        self.interaction.expect("this deed is not an interaction")
    }
}

/// Why a client would not let it happen.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// No such person.
    #[error("there is no such person")]
    NoSuchPerson,
    /// No such server, or not a member of it.
    #[error("this person is not a member of that server")]
    NotAMember,
    /// The channel does not exist or is hidden from this person.
    #[error("this person sees no such channel")]
    NoSuchChannel,
    /// The message does not exist or is hidden from this person.
    #[error("this person sees no such message")]
    NoSuchMessage,
    /// A permission is missing here.
    #[error("this person lacks the permission {0} here")]
    Lacks(&'static str),
    /// No such command is registered for this place.
    #[error("the command {0:?} is not registered here")]
    NoSuchCommand(String),
    /// The command is registered, but hidden from this person by its default permissions.
    #[error("the command {0:?} is hidden from this person")]
    HiddenCommand(String),
    /// The path names a group rather than a command.
    #[error("{0:?} is not a whole command; it goes on with a subcommand")]
    NotWhole(String),
    /// The command has no such option.
    #[error("the command has no option {0:?}")]
    NoSuchOption(String),
    /// A required option is not filled in.
    #[error("the option {0:?} must be filled in")]
    OptionMissing(String),
    /// An option's value is not accepted.
    #[error("the option {name:?} does not take this value: {why}")]
    OptionRefused {
        /// Which option.
        name: String,
        /// Why not.
        why: String,
    },
    /// The option has no suggestions.
    #[error("the option {0:?} suggests nothing")]
    NoSuggestions(String),
    /// No such button or menu on that message.
    #[error("the message has no button or menu {0:?}")]
    NoSuchComponent(String),
    /// The button or menu is greyed out.
    #[error("the button or menu {0:?} is disabled")]
    Disabled(String),
    /// The menu does not take this choice.
    #[error("the menu {custom_id:?} does not take this choice: {why}")]
    ChoiceRefused {
        /// Which menu.
        custom_id: String,
        /// Why not.
        why: String,
    },
    /// That interaction opened no form for this person.
    #[error("no form is open for this person")]
    NoForm,
    /// The form does not take this input.
    #[error("the input {custom_id:?} does not take this text: {why}")]
    InputRefused {
        /// Which input.
        custom_id: String,
        /// Why not.
        why: String,
    },
    /// Anything else that the client would not offer.
    #[error("{0}")]
    NotOffered(&'static str),
}

impl Shared {
    /// Does what a person does.
    ///
    /// # Errors
    /// When Discord's client would not allow it; then nothing has happened.
    pub fn act(&self, person: u64, deed: Deed) -> Result<Done, Refusal> {
        if !self.world().users.contains_key(&person) {
            return Err(Refusal::NoSuchPerson);
        }
        match deed {
            Deed::Command { guild, channel, name, options, locale } => {
                let call = commands::Call { guild, channel, name, options, focused: None, locale };
                commands::run(self, person, &call)
            }
            Deed::Autocomplete { guild, channel, name, options, focused, locale } => {
                let call = commands::Call { guild, channel, name, options, focused: Some(focused), locale };
                commands::run(self, person, &call)
            }
            Deed::Menu { guild, channel, name, target } => {
                commands::run_menu(self, person, (guild, channel), &name, target)
            }
            Deed::Press { channel, message, custom_id } => {
                components::press(self, person, (channel, message), &custom_id)
            }
            Deed::Choose { channel, message, custom_id, values } => {
                components::choose(self, person, (channel, message), &custom_id, &values)
            }
            Deed::Submit { interaction, fields } => forms::submit(self, person, interaction, &fields),
            Deed::React { channel, message, emoji } => talk::react(self, person, (channel, message), &emoji),
            Deed::Unreact { channel, message, emoji } => {
                talk::unreact(self, person, (channel, message), &emoji)
            }
            Deed::Write { channel, content } => talk::write(self, person, channel, &content),
            Deed::DeleteMessage { channel, message } => talk::delete(self, person, (channel, message)),
            Deed::JoinVoice { channel } => talk::join_voice(self, person, channel),
            Deed::LeaveVoice { guild } => talk::leave_voice(self, person, guild),
            Deed::JoinServer { guild } => talk::join_server(self, person, guild),
            Deed::LeaveServer { guild } => talk::leave_server(self, person, guild),
            Deed::OpenDirectMessages => Ok(talk::take_direct_messages(self, person, true)),
            Deed::CloseDirectMessages => Ok(talk::take_direct_messages(self, person, false)),
        }
    }
}
