//! Something a person did with the bot, and how far the bot's answer has come.

use chrono::{DateTime, Utc};
use serde_json::Value;

/// A slash or context-menu command.
pub const COMMAND: u8 = 2;
/// A button or a select menu.
pub const COMPONENT: u8 = 3;
/// Suggestions while an option is being typed.
pub const AUTOCOMPLETE: u8 = 4;
/// A form that was sent.
pub const MODAL_SUBMIT: u8 = 5;

/// An interaction and its answer.
#[derive(Clone, Debug)]
pub struct Interaction {
    /// Its id.
    pub id: u64,
    /// The token that answers need.
    pub token: String,
    /// One of the constants of this module.
    pub kind: u8,
    /// Who acted.
    pub user: u64,
    /// In which server, if in one.
    pub guild: Option<u64>,
    /// In which channel.
    pub channel: u64,
    /// When.
    pub created: DateTime<Utc>,
    /// The `data` of the gateway's event.
    pub data: Value,
    /// The message whose component was used, or on which the form was opened.
    pub message: Option<u64>,
    /// How far the answer has come.
    pub stage: Stage,
    /// Whether the first answer is private; fixed by it.
    pub ephemeral: bool,
    /// The message that is the first answer (`@original`).
    pub reply: Option<u64>,
    /// Later messages, in order.
    pub followups: Vec<u64>,
    /// The form that was opened, as the bot sent it.
    pub modal: Option<Value>,
    /// The suggestions, as the bot sent them.
    pub choices: Option<Vec<Value>>,
}

/// How far the bot's answer has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Not answered; after 3 seconds it is too late.
    Waiting,
    /// The bot asked for time.
    Deferred,
    /// Answered.
    Answered,
}
