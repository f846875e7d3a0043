//! What a person asked for, parsed once from what serenity hands over.

use std::collections::{BTreeMap, BTreeSet};

use serenity::all::{CommandDataOption, CommandDataOptionValue, Interaction, ResolvedValue};

use super::button::Button;
use crate::app::Call;
use crate::clock::Clock;
use crate::domain::ids::{ChannelId, GuildId, InteractionId, MessageId, RoleId, TandemId, UserId};

/// A request: who, where, when, and what.
#[derive(Debug, Clone)]
pub struct Request {
    /// Who asks, where and when.
    pub call: Call,
    /// What Discord says about whoever asks.
    pub invoker: Invoker,
    /// What is asked for.
    pub what: What,
    /// By which the reply finds its way; never logged.
    pub token: Token,
}

/// The secret by which a reply finds its way.
#[derive(Clone)]
pub struct Token(pub String);

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Token(…)")
    }
}

/// What Discord says about whoever asks.
#[derive(Debug, Clone)]
pub struct Invoker {
    /// Their roles on the server.
    pub roles: Vec<RoleId>,
    /// Whether they may manage the server (administrators may).
    pub manages_server: bool,
    /// The language Discord shows them, such as `de` or `en-GB`.
    pub locale: String,
}

/// What is asked for.
#[derive(Debug, Clone)]
pub enum What {
    /// A command with its options.
    Command {
        /// Its words, such as `task assign`.
        name: String,
        /// Its options by name.
        options: Options,
    },
    /// Suggestions for an option that is being typed.
    Suggest {
        /// The command's words.
        name: String,
        /// What was filled in so far.
        options: Options,
        /// The option that is being typed.
        focused: String,
        /// What stands in it.
        typed: String,
    },
    /// A button was pressed, or something was chosen from a menu.
    Press {
        /// Which; `None` when it is not one of this version.
        button: Option<Button>,
        /// What was chosen, for a menu.
        values: Vec<String>,
        /// The message it stands under.
        message: MessageId,
        /// The text of its first frame: a private reply carries on what was typed in it.
        framed: Option<String>,
        /// Whether that message is a private reply of ours, which an answer may replace.
        private: bool,
    },
    /// A form was sent.
    Submit {
        /// Which; `None` when it is not one of this version.
        button: Option<Button>,
        /// Its inputs by name.
        fields: BTreeMap<String, String>,
        /// Whether it was opened from a private reply of ours.
        private: bool,
    },
}

/// A command's options, as typed by the person and named by us.
#[derive(Debug, Clone, Default)]
pub struct Options(
    BTreeMap<String, OptionValue>,
    /* people who are not on the server */ BTreeSet<String>,
);

impl What {
    /// The tandem that an option names, or a private step after it; a word that is none of the suggestions names none.
    #[must_use]
    pub fn chosen(&self) -> Option<TandemId> {
        match self {
            Self::Command { options, .. } | Self::Suggest { options, .. } => options.tandem(),
            Self::Press { button, .. } | Self::Submit { button, .. } => match button {
                Some(Button::SupportWriteOf(tandem) | Button::SupportSendOf(tandem)) => Some(*tandem),
                _ => None,
            },
        }
    }
}

/// One option's value.
#[derive(Debug, Clone, PartialEq)]
pub enum OptionValue {
    /// Text.
    Text(String),
    /// A whole number.
    Number(i64),
    /// Yes or no.
    Flag(bool),
    /// A person, and whether it is a bot.
    User(UserId, bool),
    /// A role.
    Role(RoleId),
    /// A channel.
    Channel(ChannelId),
    /// A file that Discord keeps for a while.
    File(Upload),
}

/// A file as Discord describes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upload {
    /// Its name, as whoever sends it gave it.
    pub name: String,
    /// Its size, in bytes.
    pub size: usize,
    /// Where it can be fetched.
    pub url: String,
}

impl FromIterator<(String, OptionValue)> for Options {
    fn from_iter<I: IntoIterator<Item = (String, OptionValue)>>(options: I) -> Self {
        Self(options.into_iter().collect(), BTreeSet::new())
    }
}

impl Options {
    /// A text, trimmed; `None` when absent.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&str> {
        let Some(OptionValue::Text(text)) = self.0.get(name) else { return None };
        Some(text.trim())
    }

    /// The tandem that the option `tandem` names; a word that is none of the suggestions names none.
    #[must_use]
    pub fn tandem(&self) -> Option<TandemId> {
        self.text("tandem").map(|typed| TandemId(typed.parse().unwrap_or_default()))
    }

    /// A whole number.
    #[must_use]
    pub fn number(&self, name: &str) -> Option<i64> {
        let Some(OptionValue::Number(number)) = self.0.get(name) else { return None };
        Some(*number)
    }

    /// Yes or no.
    #[must_use]
    pub fn flag(&self, name: &str) -> Option<bool> {
        let Some(OptionValue::Flag(flag)) = self.0.get(name) else { return None };
        Some(*flag)
    }

    /// A person, and whether it is a bot.
    #[must_use]
    pub fn user(&self, name: &str) -> Option<(UserId, bool)> {
        let Some(OptionValue::User(user, bot)) = self.0.get(name) else { return None };
        Some((*user, *bot))
    }

    /// Whether the chosen person is on the server.
    #[must_use]
    pub fn is_member(&self, name: &str) -> bool {
        self.0.contains_key(name) && !self.1.contains(name)
    }

    /// A role.
    #[must_use]
    pub fn role(&self, name: &str) -> Option<RoleId> {
        let Some(OptionValue::Role(role)) = self.0.get(name) else { return None };
        Some(*role)
    }

    /// A file.
    #[must_use]
    pub fn file(&self, name: &str) -> Option<&Upload> {
        match self.0.get(name) {
            Some(OptionValue::File(upload)) => Some(upload),
            _ => None,
        }
    }

    /// A channel.
    #[must_use]
    pub fn channel(&self, name: &str) -> Option<ChannelId> {
        let Some(OptionValue::Channel(channel)) = self.0.get(name) else { return None };
        Some(*channel)
    }
}

/// Parses an interaction; `None` for one that was not made on a server, or is of a kind we do not offer.
#[must_use]
pub fn parse(interaction: &Interaction, clock: &dyn Clock) -> Option<Request> {
    let (id, guild, channel, user, member, locale, token) = match interaction {
        Interaction::Command(inner) | Interaction::Autocomplete(inner) => (
            inner.id,
            inner.guild_id,
            inner.channel_id,
            &inner.user,
            inner.member.as_deref(),
            &inner.locale,
            &inner.token,
        ),
        Interaction::Component(inner) => (
            inner.id,
            inner.guild_id,
            inner.channel_id,
            &inner.user,
            inner.member.as_ref(),
            &inner.locale,
            &inner.token,
        ),
        Interaction::Modal(inner) => (
            inner.id,
            inner.guild_id,
            inner.channel_id,
            &inner.user,
            inner.member.as_ref(),
            &inner.locale,
            &inner.token,
        ),
        _ => return None,
    };
    let what = what(interaction)?;
    let permissions = member.and_then(|member| member.permissions).unwrap_or_default();
    Some(Request {
        call: Call {
            interaction: InteractionId(id.get()),
            guild: GuildId(guild.map_or(0, serenity::all::GuildId::get)),
            channel: ChannelId(channel.get()),
            user: UserId(user.id.get()),
            chosen: what.chosen(),
            request: format!("{what:?}"),
            now: clock.now(),
        },
        invoker: Invoker {
            roles: member
                .map(|member| member.roles.iter().map(|role| RoleId(role.get())).collect())
                .unwrap_or_default(),
            manages_server: permissions.manage_guild() || permissions.administrator(),
            locale: locale.clone(),
        },
        what,
        token: Token(token.clone()),
    })
}

fn what(interaction: &Interaction) -> Option<What> {
    Some(match interaction {
        Interaction::Command(command) => {
            let (name, options) = path(&command.data.name, &command.data.options);
            let mut options = plain(options);
            // Only the resolved data tell whether a person is a bot.
            for resolved in resolved_leaves(&command.data.options()) {
                if let (name, ResolvedValue::Attachment(file)) = &resolved {
                    let size = usize::try_from(file.size).unwrap_or(usize::MAX);
                    let upload = Upload { name: file.filename.clone(), size, url: file.url.clone() };
                    options.0.insert((*name).to_owned(), OptionValue::File(upload));
                }
                if let (name, ResolvedValue::User(user, member)) = resolved {
                    if member.is_none() {
                        options.1.insert(name.to_owned());
                    }
                    options.0.insert(name.to_owned(), OptionValue::User(UserId(user.id.get()), user.bot));
                }
            }
            What::Command { name, options }
        }
        Interaction::Autocomplete(command) => {
            let (name, options) = path(&command.data.name, &command.data.options);
            let (focused, typed) = options.iter().find_map(|option| match &option.value {
                CommandDataOptionValue::Autocomplete { value, .. } => {
                    Some((option.name.clone(), value.clone()))
                }
                _ => None,
            })?;
            What::Suggest { name, options: plain(options), focused, typed }
        }
        Interaction::Component(press) => What::Press {
            button: press.data.custom_id.parse().ok(),
            values: match &press.data.kind {
                serenity::all::ComponentInteractionDataKind::StringSelect { values } => values.clone(),
                serenity::all::ComponentInteractionDataKind::UserSelect { values } => {
                    values.iter().map(ToString::to_string).collect()
                }
                _ => Vec::new(),
            },
            message: MessageId(press.message.id.get()),
            framed: press.message.embeds.first().and_then(|embed| embed.description.clone()),
            private: private(&press.message),
        },
        Interaction::Modal(form) => What::Submit {
            button: form.data.custom_id.parse().ok(),
            fields: form
                .data
                .components
                .iter()
                .flat_map(|row| &row.components)
                .filter_map(|input| match input {
                    serenity::all::ActionRowComponent::InputText(input) => {
                        Some((input.custom_id.clone(), input.value.clone().unwrap_or_default()))
                    }
                    _ => None,
                })
                .collect(),
            private: form.message.as_deref().is_some_and(private),
        },
        _ => return None,
    })
}

fn private(message: &serenity::all::Message) -> bool {
    message.flags.is_some_and(|flags| flags.contains(serenity::all::MessageFlags::EPHEMERAL))
}

fn path<'a>(name: &str, options: &'a [CommandDataOption]) -> (String, &'a [CommandDataOption]) {
    let mut words = name.to_owned();
    let mut options = options;
    while let [CommandDataOption { name, value, .. }] = options {
        match value {
            CommandDataOptionValue::SubCommand(inner) | CommandDataOptionValue::SubCommandGroup(inner) => {
                words.push(' ');
                words.push_str(name);
                options = inner;
            }
            _ => break,
        }
    }
    (words, options)
}

fn resolved_leaves<'a>(options: &[serenity::all::ResolvedOption<'a>]) -> Vec<(&'a str, ResolvedValue<'a>)> {
    options
        .iter()
        .flat_map(|option| match &option.value {
            ResolvedValue::SubCommand(inner) | ResolvedValue::SubCommandGroup(inner) => {
                resolved_leaves(inner)
            }
            other => vec![(option.name, other.clone())],
        })
        .collect()
}

fn plain(options: &[CommandDataOption]) -> Options {
    Options(
        options
            .iter()
            .filter_map(|option| {
                let value = match &option.value {
                    CommandDataOptionValue::String(text) => OptionValue::Text(text.clone()),
                    CommandDataOptionValue::Integer(number) => OptionValue::Number(*number),
                    CommandDataOptionValue::Boolean(flag) => OptionValue::Flag(*flag),
                    CommandDataOptionValue::User(user) => OptionValue::User(UserId(user.get()), false),
                    CommandDataOptionValue::Role(role) => OptionValue::Role(RoleId(role.get())),
                    CommandDataOptionValue::Channel(channel) => {
                        OptionValue::Channel(ChannelId(channel.get()))
                    }
                    _ => return None,
                };
                Some((option.name.clone(), value))
            })
            .collect(),
        BTreeSet::new(),
    )
}
