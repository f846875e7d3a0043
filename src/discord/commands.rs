//! The slash commands: one table, one file per command. A leaf names its words, its options and its handler; the tree
//! Discord wants, with its German, is built from the table and the catalogue.

pub mod coordination;
pub mod feedback;
pub mod help;
pub mod ideas;
pub mod join;
pub mod leave;
pub mod my;
pub mod pause;
pub mod practice;
pub mod privacy;
pub mod report;
pub mod session;
pub mod setup;
pub mod support;
pub mod task;
pub mod topic;

use futures::future::BoxFuture;
use serde_json::{Value, json};

use super::bot::Bot;
use super::reply::{Answer, Reply};
use super::request::{Options, Request};
use crate::app::Call;
use crate::app::scope::{self, Seat};
use crate::locales::menu;
use crate::store::{Conn, Result};

/// A command that can be run: the last of its words.
pub struct Leaf {
    /// Its words, such as `task assign`.
    pub name: &'static str,
    /// Its options; required ones first.
    pub options: &'static [Opt],
    /// What it does.
    pub run: Run,
    /// What it suggests while an option is typed, other than a tandem's name.
    pub suggest: Option<Suggest>,
}

/// A handler.
pub type Run = for<'a> fn(&'a Bot, &'a Request, &'a Options) -> BoxFuture<'a, Result<Answer>>;
/// Suggests values for an option: value and label, at most 25. It runs the command's own guard and suggests nothing on
/// a refusal (D9). The last two arguments are the option's name and what was typed so far.
pub type Suggest = for<'a> fn(
    &'a Bot,
    &'a Request,
    &'a Options,
    &'a str,
    &'a str,
) -> BoxFuture<'a, Result<Vec<(String, String)>>>;

/// An option of a command.
pub struct Opt {
    /// Its name.
    pub name: &'static str,
    /// What it takes.
    pub kind: Kind,
    /// Whether it has to be given.
    pub required: bool,
}

/// The option by which people in several tandems say, outside of their rooms, which one they mean (D8): for commands
/// of everybody whose tandem is at work. What it names stands in [`Call::chosen`], which the use case's guard asks.
pub const TANDEM: Opt = tandem(|_, _, seat| Box::pin(async move { Ok(seat.at_work().is_ok()) }));

/// The same option for a command that is for fewer, or more, of one's own tandems.
#[must_use]
pub const fn tandem(fits: Fits) -> Opt {
    Opt { name: "tandem", kind: Kind::Tandem(fits), required: false }
}

/// Whether a tandem of whoever asks is one that the command is for.
pub type Fits = for<'a> fn(&'a mut Conn, &'a Call, &'a Seat) -> BoxFuture<'a, Result<bool>>;

/// One's own tandems that fit, by the names of their rooms; none on refusal (D9).
async fn tandems(bot: &Bot, request: &Request, fits: Fits, typed: &str) -> Result<Vec<(String, String)>> {
    let typed = typed.trim().to_lowercase();
    let conn = &mut *bot.app.store.read().await?;
    let mut choices = Vec::new();
    for seat in scope::seats(conn, &request.call).await? {
        let Seat { tandem, .. } = &seat;
        if tandem.name.contains(&typed) && fits(conn, &request.call, &seat).await? {
            choices.push((tandem.id.to_string(), tandem.name.clone()));
        }
    }
    Ok(choices)
}

/// What an option takes.
pub enum Kind {
    /// Text of at most so many characters.
    Text(usize),
    /// Text for which values are suggested.
    Suggested,
    /// The name of one of one's own tandems; those that fit are suggested.
    Tandem(Fits),
    /// One of these values; their labels are `choice-<family>-<value>`.
    Choice(&'static str, &'static [&'static str]),
    /// A whole number in this range.
    Number(i64, i64),
    /// Yes or no.
    Flag,
    /// A person.
    User,
    /// A role.
    Role,
    /// A text channel.
    Channel,
    /// A file.
    File,
}

/// All commands.
#[must_use]
pub fn leaves() -> Vec<&'static Leaf> {
    LEAVES.iter().flat_map(|leaves| leaves.iter()).collect()
}

/// One entry per file in `commands/`.
static LEAVES: &[&[Leaf]] = &[
    coordination::LEAVES,
    coordination::meetup::LEAVES,
    feedback::LEAVES,
    help::LEAVES,
    ideas::LEAVES,
    join::LEAVES,
    leave::LEAVES,
    my::LEAVES,
    pause::LEAVES,
    practice::LEAVES,
    privacy::LEAVES,
    report::LEAVES,
    session::LEAVES,
    setup::LEAVES,
    support::LEAVES,
    task::LEAVES,
    topic::LEAVES,
];

/// Runs a command.
///
/// # Errors
/// Those of the database.
pub async fn run(bot: &Bot, request: &Request, name: &str, options: &Options) -> Result<Answer> {
    match leaves().into_iter().find(|leaf| leaf.name == name) {
        Some(leaf) => (leaf.run)(bot, request, options).await,
        None => outdated(bot, request).await,
    }
}

/// Suggests values for the option that is being typed.
///
/// # Errors
/// Those of the database.
pub async fn suggest(
    bot: &Bot,
    request: &Request,
    name: &str,
    options: &Options,
    focused: &str,
    typed: &str,
) -> Result<Answer> {
    let leaf = leaves().into_iter().find(|leaf| leaf.name == name);
    let option = leaf.and_then(|leaf| leaf.options.iter().find(|option| option.name == focused));
    let choices = match (option.map(|option| &option.kind), leaf.and_then(|leaf| leaf.suggest)) {
        (Some(Kind::Tandem(fits)), _) => tandems(bot, request, *fits, typed).await?,
        (_, Some(suggest)) => suggest(bot, request, options, focused, typed).await?,
        (_, None) => Vec::new(),
    };
    Ok(Reply::Choices(choices).into())
}

/// The answer to a button or command that this version does not know.
///
/// # Errors
/// Those of the database.
pub async fn outdated(bot: &Bot, request: &Request) -> Result<Answer> {
    let language = bot.language(request).await?;
    Ok(super::view::View::text(crate::locales::say(language, "general-button-outdated")).into())
}

/// The body by which all commands are registered at once on a server.
#[must_use]
pub fn registration() -> Value {
    let mut commands: Vec<Value> = Vec::new();
    for leaf in leaves() {
        let words: Vec<&str> = leaf.name.split(' ').collect();
        let options: Vec<Value> = leaf.options.iter().map(|option| option_body(leaf.name, option)).collect();
        place(&mut commands, &words, 0, options);
    }
    commands.into()
}

fn place(level: &mut Vec<Value>, words: &[&str], depth: usize, options: Vec<Value>) {
    let path = words[..=depth].join("-");
    let name = words[depth];
    let last = depth + 1 == words.len();
    let known = level.iter().position(|entry| entry["name"] == name);
    let index = known.unwrap_or_else(|| {
        let mut entry = named(&format!("cmd-{path}"));
        // Discord's types: 1 is a command or subcommand, 2 a group of subcommands.
        entry["type"] = json!(if depth == 0 || last { 1 } else { 2 });
        if depth == 0 {
            // Visibility is not permission: only `/setup` is hidden from those who cannot use it (D6).
            entry["default_member_permissions"] = if name == "setup" {
                json!(super::permissions::MANAGE_GUILD.to_string())
            } else {
                Value::Null
            };
            entry["contexts"] = json!([0]);
        }
        entry["options"] = json!([]);
        level.push(entry);
        level.len() - 1
    });
    let Some(inner) = level[index]["options"].as_array_mut() else { return };
    if last {
        *inner = options;
    } else {
        place(inner, words, depth + 1, options);
    }
}

fn named(key: &str) -> Value {
    let (name, names) = menu(&format!("{key}-name"));
    let (text, texts) = menu(&format!("{key}-desc"));
    json!({
        "name": name,
        "name_localizations": localizations(names),
        "description": text,
        "description_localizations": localizations(texts),
    })
}

fn option_body(command: &str, option: &Opt) -> Value {
    let mut body = named(&format!("opt-{}-{}", command.replace(' ', "-"), option.name));
    body["required"] = json!(option.required);
    let (kind, more) = match &option.kind {
        Kind::Text(max) => (3, json!({ "min_length": 1, "max_length": max })),
        Kind::Suggested | Kind::Tandem(_) => (3, json!({ "autocomplete": true, "max_length": 100 })),
        Kind::Choice(family, values) => {
            (3, json!({ "choices": values.iter().map(|value| choice(family, value)).collect::<Vec<_>>() }))
        }
        Kind::Number(min, max) => (4, json!({ "min_value": min, "max_value": max })),
        Kind::Flag => (5, json!({})),
        Kind::User => (6, json!({})),
        Kind::Channel => (7, json!({ "channel_types": [0] })),
        Kind::Role => (8, json!({})),
        Kind::File => (11, json!({})),
    };
    body["type"] = json!(kind);
    if let (Value::Object(body), Value::Object(more)) = (&mut body, more) {
        body.extend(more);
    }
    body
}

fn choice(family: &str, value: &str) -> Value {
    let (name, names) = menu(&format!("choice-{family}-{value}"));
    json!({ "name": name, "name_localizations": localizations(names), "value": value })
}

fn localizations(texts: [(&'static str, String); 3]) -> Value {
    texts
        .into_iter()
        .map(|(locale, text)| (locale.to_owned(), Value::from(text)))
        .collect::<serde_json::Map<_, _>>()
        .into()
}

#[cfg(test)]
mod tests;
