//! The stage with its people on it: makes the company, lets somebody act, and notes every deed and every private reply,
//! so that a transcript can be written from them.

use std::any::Any;
use std::path::Path;

use anyhow::Context as _;
use chrono::{DateTime, Utc};
use serde_json::Value;

use super::archive::Archive;
use super::cast::{Character, Pairs, Role};
use super::oracle;
use super::stage::Stage;
use super::transcript::given;
use crate::discord::permissions::invited;
use crate::locales::Language;
use crate::sandbox::people::{Deed, Newcomer};
use crate::sandbox::permissions;
use crate::sandbox::state::{Overwrite, Settings, channel};
use crate::sandbox::view::{InteractionView, MessageView, ModalView};
use crate::sandbox::world::{NewChannel, NewRole};

/// Somebody on the stage.
#[derive(Debug, Clone)]
pub struct Person {
    /// Discord's id.
    pub id: u64,
    /// The language of their Discord.
    pub locale: &'static str,
    /// How they go about it.
    pub character: Character,
}

/// A private matter between somebody and the bot.
#[derive(Debug, Clone)]
pub struct Whisper {
    /// When.
    pub at: DateTime<Utc>,
    /// In which channel.
    pub channel: u64,
    /// Who.
    pub person: u64,
    /// What they did.
    pub deed: Act,
    /// What the bot answered, as they see it.
    pub reply: Option<MessageView>,
    /// The form it opened.
    pub form: Option<ModalView>,
}

/// A deed as it is shown.
#[derive(Debug, Clone)]
pub enum Act {
    /// A command with its options.
    Command(String, Vec<(String, String)>),
    /// A button, by its label.
    Press(String),
    /// A choice from a menu, by its label.
    Choose(String),
    /// A form, with what was typed.
    Submit(Vec<String>),
    /// Comes into voice, or leaves it, as everybody there sees.
    Voice(bool),
}

/// The stage, its world, and what has happened on it.
pub struct Theatre {
    /// The local Discord and the bot.
    pub stage: Stage,
    /// The channel everybody reads.
    pub lobby: u64,
    /// The coordinators' channel.
    pub office: u64,
    /// The channel of the coach.
    pub desk: u64,
    /// The coordinators' role.
    pub role: u64,
    /// The coach's role.
    pub coach_role: u64,
    /// The server.
    pub guild: u64,
    /// The coach.
    pub coach: u64,
    /// Who owns the server.
    pub owner: u64,
    /// The coordinator.
    pub coordinator: u64,
    /// Somebody who takes part in nothing.
    pub stranger: u64,
    /// Mentor and mentee of each tandem.
    pub pairs: Vec<[Person; 2]>,
    /// Those who come to the programme in its course.
    pub others: Vec<Person>,
    /// Everybody who was drawn.
    pub everybody: Vec<Person>,
    /// Private matters, in order.
    pub whispers: Vec<Whisper>,
    /// Deeds with consequences, in order.
    pub deeds: Vec<oracle::Done>,
    /// Every message there ever was.
    pub archive: Archive,
    /// Keeps the log open.
    _log: Box<dyn Any>,
}

impl Theatre {
    /// Makes the company and starts the bot.
    ///
    /// # Errors
    /// When the stage cannot be had or the bot does not start.
    pub async fn open(
        database: &Path,
        start: DateTime<Utc>,
        (pairs, others): (&Pairs, &[Role]),
        language: Language,
        logbook: impl FnOnce(&Stage) -> anyhow::Result<Box<dyn Any>>,
    ) -> anyhow::Result<Self> {
        let stage = Stage::open(database, start, Settings::default(), false).await?;
        let owner = stage.sandbox.world().application.owner;
        let world = &stage.sandbox;
        let locale = if language.is_german() { "de" } else { "en-GB" };
        if let Some(owner) = world.world().users.get_mut(&owner) {
            locale.clone_into(&mut owner.locale);
        }
        let guild =
            world.add_guild("Nordlicht GmbH", owner, if language.is_german() { "de" } else { "en-US" });
        world.change_member(guild, owner, |member| member.nick = Some("Henrike Sommer".to_owned()));
        world.invite_bot(guild, invited());
        let (role, lobby, office) = if language.is_german() {
            ("Koordination", "mentoring", "koordination")
        } else {
            ("Coordination", "mentoring", "coordination")
        };
        let add_role = |name: &str| {
            world.add_role(guild, NewRole { name: name.to_owned(), ..NewRole::default() }).context("no role")
        };
        let (role, coach_role) = (add_role(role)?, add_role("Coach")?);
        let join = |name: &str, locale: &str| {
            let newcomer = Newcomer {
                name: name.to_lowercase().replace(' ', "."),
                display_name: Some(name.to_owned()),
                locale: locale.to_owned(),
                bot: false,
            };
            let id = world.add_person(newcomer);
            world.add_member(guild, id);
            id
        };
        let coordinator = join("Carla Brandt", locale);
        world.give_role(guild, coordinator, role);
        let coach = join("Ingrid Maurer", locale);
        world.give_role(guild, coach, coach_role);
        let stranger = join("Oskar Fiedler", locale);
        let enters = |role: &Role| {
            let locale = if language.is_german() { role.locale } else { "en-GB" };
            Person { id: join(&role.name, locale), locale, character: role.character }
        };
        let pairs: Vec<_> = pairs.iter().map(|pair| [0, 1].map(|side| enters(&pair[side]))).collect();
        let others: Vec<_> = others.iter().map(enters).collect();
        let everybody = pairs.iter().flatten().chain(&others).cloned().collect();
        let lobby = world.add_channel(guild, NewChannel::of(channel::TEXT, lobby)).context("no channel")?;
        let bot = world.world().bot();
        let see = permissions::VIEW_CHANNEL;
        let closed = |name: &str, role: u64| {
            let overwrites = vec![
                Overwrite { id: guild, kind: 0, allow: 0, deny: see },
                Overwrite { id: role, kind: 0, allow: see, deny: 0 },
                Overwrite { id: bot, kind: 1, allow: see, deny: 0 },
            ];
            let new = NewChannel { overwrites, ..NewChannel::of(channel::TEXT, name) };
            world.add_channel(guild, new).context("no channel")
        };
        let (office, desk) = (closed(office, role)?, closed("coaching", coach_role)?);
        let log = logbook(&stage)?;
        let mut theatre = Self {
            stage,
            lobby,
            office,
            desk,
            role,
            coach_role,
            guild,
            coach,
            owner,
            coordinator,
            stranger,
            pairs,
            others,
            everybody,
            whispers: Vec::new(),
            deeds: Vec::new(),
            archive: Archive::default(),
            _log: log,
        };
        theatre.stage.boot().await?;
        Ok(theatre)
    }

    /// The present moment of both.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.stage.sandbox.clock.now()
    }

    /// Takes everybody's direct messages into the archive.
    pub fn capture_direct(&mut self) {
        for person in &self.everybody {
            for message in self.stage.sandbox.direct_messages(person.id) {
                let name =
                    self.stage.sandbox.world().users.get(&person.id).map(|user| user.display_name.clone());
                self.archive.channels.insert(message.channel, format!("@{}", name.unwrap_or_default()));
                self.archive.direct.insert(message.id, message);
            }
        }
    }

    /// Notes a deed with consequences.
    pub fn note(&mut self, tandem: Option<usize>, deed: oracle::Deed) {
        let at = self.now();
        self.deeds.push(oracle::Done { at, tandem, deed });
    }

    /// Notes a deed that somebody else has done, or that came by itself, a little earlier.
    pub fn note_at(&mut self, at: DateTime<Utc>, tandem: Option<usize>, deed: oracle::Deed) {
        let later = self.deeds.iter().rev().take_while(|done| done.at > at).count();
        self.deeds.insert(self.deeds.len() - later, oracle::Done { at, tandem, deed });
    }

    /// What stands in a channel for everybody there.
    #[must_use]
    pub fn posts(&self, channel: u64) -> Vec<MessageView> {
        let mut posts = self.stage.sandbox.view(self.owner, channel);
        posts.retain(|post| !post.private);
        posts
    }

    /// The private room that somebody sees; none before it opens and after it closes.
    #[must_use]
    pub fn rooms(&self, person: u64) -> Vec<u64> {
        let seen = self.stage.sandbox.channels_of(person);
        let known = [self.lobby, self.office, self.desk];
        let rooms = seen.into_iter().filter(|room| room.kind == 0 && !known.contains(&room.id));
        rooms.map(|room| room.id).collect()
    }

    /// Runs a command and returns the private answer.
    ///
    /// # Errors
    /// When Discord's client would not let them, or there is no answer.
    pub async fn command(
        &mut self,
        person: u64,
        channel: u64,
        name: &str,
        options: Value,
    ) -> anyhow::Result<MessageView> {
        let answer = self.stage.command(person, channel, name, &options).await?;
        self.whisper(person, channel, Act::Command(name.to_owned(), given(name, &options)), answer)
    }

    /// Types a command that Discord's client does not let through.
    ///
    /// # Errors
    /// When it does.
    pub async fn beyond(
        &mut self,
        person: u64,
        channel: u64,
        name: &str,
        options: Value,
    ) -> anyhow::Result<()> {
        let sent = self.stage.command(person, channel, name, &options).await;
        anyhow::ensure!(sent.is_err(), "Discord's client let {options} through");
        let deed = Act::Command(name.to_owned(), given(name, &options));
        self.whispers.push(Whisper { at: self.now(), channel, person, deed, reply: None, form: None });
        Ok(())
    }

    /// Presses the first button whose id begins with `code`.
    ///
    /// # Errors
    /// When there is no such button, or no answer.
    pub async fn press(&mut self, person: u64, on: &MessageView, code: &str) -> anyhow::Result<MessageView> {
        let (custom_id, label) = button(on, code).with_context(|| format!("no button {code} on {on:?}"))?;
        let deed = Deed::Press { channel: on.channel, message: on.id, custom_id };
        let answer = self.stage.act(person, deed).await?.context("no interaction")?;
        self.whisper(person, on.channel, Act::Press(label), answer)
    }

    /// Presses a button that opens a form, fills its inputs from the first on and sends it; the rest stays as it is.
    ///
    /// # Errors
    /// When there is no such button, no form, or no answer.
    pub async fn fill(
        &mut self,
        person: u64,
        on: &MessageView,
        code: &str,
        texts: &[&str],
    ) -> anyhow::Result<MessageView> {
        let (custom_id, label) = button(on, code).with_context(|| format!("no button {code} on {on:?}"))?;
        let deed = Deed::Press { channel: on.channel, message: on.id, custom_id };
        let answer = self.stage.act(person, deed).await?.context("no interaction")?;
        let Some(form) = answer.modal.clone() else {
            return self.whisper(person, on.channel, Act::Press(label), answer);
        };
        let (at, id) = (self.now(), answer.id);
        let inputs = form.fields.iter().map(|field| field.custom_id.clone());
        let fields = inputs.zip(texts.iter().map(|text| (*text).to_owned())).collect();
        let deed = Act::Press(label);
        self.whispers.push(Whisper { at, channel: on.channel, person, deed, reply: None, form: Some(form) });
        let sent = self.stage.act(person, Deed::Submit { interaction: id, fields }).await?;
        self.whisper(
            person,
            on.channel,
            Act::Submit(texts.iter().map(|text| (*text).to_owned()).collect()),
            sent.context("no interaction")?,
        )
    }

    /// Chooses the `index`th entry of the first menu.
    ///
    /// # Errors
    /// When there is none, or no answer.
    pub async fn choose(
        &mut self,
        person: u64,
        on: &MessageView,
        value: &str,
    ) -> anyhow::Result<MessageView> {
        let menu = components(on).find(|one| one["options"].is_array()).context("no menu")?;
        let custom_id = menu["custom_id"].as_str().unwrap_or_default().to_owned();
        let options = menu["options"].as_array().into_iter().flatten();
        let named = options.map(|one| (one["value"].as_str(), one["label"].as_str().unwrap_or_default()));
        let (value, label) = named
            .into_iter()
            .find(|(_, label)| label.starts_with(&format!("{value} ")))
            .and_then(|(id, label)| Some((id?.to_owned(), label.to_owned())))
            .with_context(|| format!("no choice {value} in {menu}"))?;
        let deed = Deed::Choose { channel: on.channel, message: on.id, custom_id, values: vec![value] };
        let answer = self.stage.act(person, deed).await?.context("no interaction")?;
        self.whisper(person, on.channel, Act::Choose(label), answer)
    }

    /// Adds or takes back a reaction.
    ///
    /// # Errors
    /// When Discord's client would not let them.
    pub async fn react(&mut self, person: u64, on: &MessageView, emoji: &str) -> anyhow::Result<()> {
        let (channel, message, emoji) = (on.channel, on.id, emoji.to_owned());
        self.stage.act(person, Deed::React { channel, message, emoji }).await.map(drop)
    }

    /// Writes into a channel.
    ///
    /// # Errors
    /// When Discord's client would not let them.
    pub async fn write(&mut self, person: u64, channel: u64, content: &str) -> anyhow::Result<()> {
        self.stage.act(person, Deed::Write { channel, content: content.to_owned() }).await.map(drop)
    }

    /// The last private answer to somebody has gone on changing: it is noted as it stands now.
    pub fn look_again(&mut self, person: u64) {
        let Some(last) = self.whispers.iter_mut().rfind(|one| one.person == person) else { return };
        let Some(reply) = &mut last.reply else { return };
        let all = self.stage.sandbox.view(person, last.channel);
        if let Some(now) = all.into_iter().find(|message| message.id == reply.id) {
            *reply = now;
        }
    }

    pub(super) fn whisper(
        &mut self,
        person: u64,
        channel: u64,
        deed: Act,
        answer: InteractionView,
    ) -> anyhow::Result<MessageView> {
        let at = self.now();
        let reply = answer.followups.last().cloned().or(answer.reply);
        let shown = reply.clone().with_context(|| format!("the bot did not answer {deed:?} at {at}"));
        self.whispers.push(Whisper { at, channel, person, deed, reply, form: None });
        shown
    }
}

/// All buttons and menus of a message.
pub(super) fn components(message: &MessageView) -> impl Iterator<Item = &Value> {
    message.components.iter().filter_map(|row| row["components"].as_array()).flatten()
}

/// Custom id and label of the first button whose id begins with `code`.
fn button(message: &MessageView, code: &str) -> Option<(String, String)> {
    components(message).find_map(|one| {
        let id = one["custom_id"].as_str().filter(|id| id.starts_with(code))?;
        Some((id.to_owned(), one["label"].as_str().unwrap_or_default().to_owned()))
    })
}
