//! A bot at a desk: requests are handed over as parsed values, and the answers are read as the person would read them.
//! No Discord is behind it; what is posted is rendered from the outbox.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use super::bot::Bot;
use super::button::Button;
use super::reply::Reply;
use super::request::{Invoker, OptionValue, Options, Request, Token, What};
use super::view::{Row, Target, View};
use super::{commands, components, posts};
use crate::app::effect::Effect;
use crate::app::testing::{GUILD, World};
use crate::clock::Stations;
use crate::domain::ids::{ChannelId, GuildId, MessageId, RoleId, UserId};
use crate::domain::post::PostKind;
use crate::store;

/// The bot and the world it works in.
pub struct Desk {
    /// The database and the clock.
    pub world: World,
    /// The roles of whoever asks.
    pub roles: Vec<RoleId>,
    /// The server on which they ask.
    pub guild: GuildId,
    bot: Bot,
}

impl Desk {
    /// A desk in a world with one tandem.
    pub async fn new() -> Self {
        let world = World::new().await;
        let stations = Stations::default();
        let outbox = stations.build();
        let http = Arc::new(serenity::http::Http::new("token"));
        let bot = Bot::new(world.app.clone(), http, stations, outbox);
        Self { world, roles: Vec::new(), guild: GUILD, bot }
    }

    fn request(&mut self, who: UserId, room: ChannelId, what: What) -> Request {
        let invoker = Invoker { roles: self.roles.clone(), manages_server: false, locale: "en-GB".into() };
        let mut call = self.world.call(who, room);
        call.guild = self.guild;
        call.chosen = what.chosen();
        Request { call, invoker, what, token: Token(String::new()) }
    }

    /// Runs a command with text options.
    pub async fn command(
        &mut self,
        who: UserId,
        room: ChannelId,
        name: &str,
        options: &[(&str, &str)],
    ) -> String {
        let value = |value: &&str| OptionValue::Text((*value).to_owned());
        let options = options.iter().map(|(name, text)| ((*name).to_owned(), value(text))).collect();
        self.run(who, room, name, options).await
    }

    /// Runs a command about something of that number.
    pub async fn numbered(&mut self, who: UserId, room: ChannelId, name: &str, number: i64) -> String {
        let option = ("number".to_owned(), OptionValue::Number(number));
        self.run(who, room, name, [option].into_iter().collect()).await
    }

    async fn run(&mut self, who: UserId, room: ChannelId, name: &str, options: Options) -> String {
        let what = What::Command { name: name.to_owned(), options: options.clone() };
        let request = self.request(who, room, what);
        shown(&commands::run(&self.bot, &request, name, &options).await.unwrap().reply)
    }

    /// Runs a command about people.
    pub async fn about(
        &mut self,
        who: UserId,
        room: ChannelId,
        name: &str,
        people: &[(&str, UserId)],
    ) -> String {
        let person = |(name, user): &(&str, UserId)| ((*name).to_owned(), OptionValue::User(*user, false));
        let options = people.iter().map(person).collect();
        self.run(who, room, name, options).await
    }

    /// What is suggested for an option: value and label.
    pub async fn suggested(
        &mut self,
        who: UserId,
        room: ChannelId,
        name: &str,
        typed: &str,
    ) -> Vec<(String, String)> {
        self.suggested_for(who, room, name, ("task", typed)).await
    }

    /// What is suggested for an option of that name, in which something is typed: value and label.
    pub async fn suggested_for(
        &mut self,
        who: UserId,
        room: ChannelId,
        name: &str,
        (focused, typed): (&str, &str),
    ) -> Vec<(String, String)> {
        let what = What::Suggest {
            name: name.to_owned(),
            options: Options::default(),
            focused: focused.to_owned(),
            typed: typed.to_owned(),
        };
        let request = self.request(who, room, what);
        let options = Options::default();
        let answer = commands::suggest(&self.bot, &request, name, &options, focused, typed).await.unwrap();
        match answer.reply {
            Reply::Choices(choices) => choices,
            other => panic!("{other:?}"),
        }
    }

    /// Presses a button, or chooses `values` from a menu under a private reply that shows `framed`.
    pub async fn press(
        &mut self,
        who: UserId,
        room: ChannelId,
        button: Button,
        values: &[&str],
        framed: Option<&str>,
    ) -> String {
        let values: Vec<String> = values.iter().map(|value| (*value).to_owned()).collect();
        let what = What::Press {
            button: Some(button),
            values: values.clone(),
            message: MessageId(1),
            framed: framed.map(Into::into),
            private: true,
        };
        let request = self.request(who, room, what);
        shown(&components::press(&self.bot, &request, Some(button), &values, true).await.unwrap().reply)
    }

    /// Sends a form with one input.
    pub async fn submit(
        &mut self,
        who: UserId,
        room: ChannelId,
        button: Button,
        input: (&str, &str),
    ) -> String {
        self.submit_all(who, room, button, &[input]).await
    }

    /// Sends a form with several inputs.
    pub async fn submit_all(
        &mut self,
        who: UserId,
        room: ChannelId,
        button: Button,
        inputs: &[(&str, &str)],
    ) -> String {
        let fields: BTreeMap<String, String> =
            inputs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
        let what = What::Submit { button: Some(button), fields: fields.clone(), private: true };
        let request = self.request(who, room, what);
        shown(&components::submit(&self.bot, &request, Some(button), &fields).await.unwrap().reply)
    }

    /// The newest post of a kind as it would be sent now, and whom it calls; `None` when it would not be sent.
    pub async fn post(&mut self, kind: PostKind) -> Option<(String, Vec<UserId>)> {
        let mut newest = None;
        for (_, effect, _) in self.world.outbox().await {
            if let Effect::Post { post } = effect {
                let post = store::posts::post_get(&mut self.world.conn, post).await.unwrap();
                newest = (post.kind == kind).then_some(post).or(newest);
            }
        }
        let post = newest.unwrap_or_else(|| panic!("no post of kind {kind:?} is waiting"));
        let rendered = posts::render(&mut self.world.conn, &post).await.unwrap()?;
        Some((text(&rendered.view), rendered.mentions))
    }
}

fn shown(reply: &Reply) -> String {
    match reply {
        Reply::Private(view) | Reply::Update(view) | Reply::Long(view, _) => text(view),
        Reply::Modal(form) => {
            let mut text = format!("form: {}\n", form.title);
            for input in &form.inputs {
                let _ = writeln!(text, "{} ({}) = {:?}", input.label, input.placeholder, input.value);
            }
            text
        }
        Reply::Choices(choices) => format!("{choices:?}"),
        Reply::Nothing => "(nothing)".into(),
    }
}

/// A message as plain text; fails when it is longer than Discord allows.
pub fn text(view: &View) -> String {
    assert!(view.content.chars().count() <= 2_000, "{} characters", view.content.chars().count());
    let mut lines = Vec::new();
    if !view.content.is_empty() {
        lines.push(view.content.clone());
    }
    for embed in &view.embeds {
        assert!(embed.title.chars().count() <= 256 && embed.text.chars().count() <= 4_096, "{}", embed.title);
        lines.push(format!("| {} |", embed.title));
        lines.push(embed.text.clone());
        for (name, value) in &embed.fields {
            assert!(value.chars().count() <= 1_024, "{name}: {}", value.chars().count());
            lines.push(format!("{name}: {value}"));
        }
        lines.push(embed.footer.clone());
    }
    for row in &view.rows {
        lines.push(match row {
            Row::Buttons(buttons) => buttons
                .iter()
                .map(|button| match &button.target {
                    Target::Press(id) => format!("[{} {id}]", button.label),
                    Target::Link(page) => format!("[{} {page}]", button.label),
                })
                .collect::<Vec<_>>()
                .join(" "),
            Row::Pick { button, placeholder, options, most } => {
                assert!(
                    options.len() <= 25 && options.iter().all(|(_, label, _)| label.chars().count() <= 100)
                );
                let shown = |(_, label, chosen): &(String, String, bool)| {
                    format!("{}{label}", if *chosen { "x " } else { "" })
                };
                let options: Vec<String> = options.iter().map(shown).collect();
                format!("({placeholder} {button}, {most} at most: {})", options.join(" / "))
            }
            Row::People { button, placeholder, chosen, most } => {
                let chosen: Vec<String> = chosen.iter().map(|user| format!("<@{user}>")).collect();
                format!("({placeholder} {button}, {most} people at most: {})", chosen.join(" / "))
            }
            Row::Menu { button, placeholder, options } => {
                assert!(options.len() <= 25 && options.iter().all(|(_, label)| label.chars().count() <= 100));
                let options: Vec<&str> = options.iter().map(|(_, label)| label.as_str()).collect();
                format!("({placeholder} {button}: {})", options.join(" / "))
            }
        });
    }
    lines.retain(|line| !line.is_empty());
    lines.join("\n")
}
