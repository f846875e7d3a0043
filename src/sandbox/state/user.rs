//! A person or a bot, outside any server.

/// A user account.
#[derive(Clone, Debug)]
pub struct User {
    /// Its id.
    pub id: u64,
    /// The unique user name.
    pub name: String,
    /// The name that is shown.
    pub display_name: String,
    /// Whether it is a bot.
    pub bot: bool,
    /// The language of the person's client (`de`, `en-US` …), sent with their interactions.
    pub locale: String,
    /// Whether the person takes direct messages from people they share a server with.
    pub takes_direct_messages: bool,
}
