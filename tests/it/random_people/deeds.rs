//! What random people do: any command with any words, any button, any menu, any form, any mark, and chatter. Commands,
//! buttons and forms are taken from what the bot offers, so that a new one is tried without being named here; only what
//! has to be rare, or needs words of its own, is.

use std::collections::BTreeMap;

use chrono::Duration;
use fastrand::Rng;
use serde_json::{Value, json};
use tandem::discord::commands::{Kind, Leaf, leaves};
use tandem::sandbox::people::Deed;
use tandem::sandbox::view::{ChannelView, InteractionView, MessageView};

use super::checks::{Deeds, Pressed};
use super::mortals::Mortal;

/// How often a command is run, where it is not as often as the others (10).
const WEIGHTS: [(&str, u32); 4] = [
    // The company stays as it was set up.
    ("setup", 0),
    ("leave", 2),
    ("coordination programme create", 1),
    // Its button ends everything.
    ("coordination programme close", 1),
];
/// Buttons that are pressed one time in ten only.
const RARELY: [&str; 3] = ["leave-", "reach-take", "programme-clos"];

/// Options that take dates, by a part of their name.
const DATES: [&str; 6] = ["due", "date", "when", "until", "start", "end"];

const WORDS: [&str; 14] = [
    "Kalender teilen",
    "Headset koppeln und einen Anruf führen",
    "@everyone <@1> **fett** ||geheim|| `x`",
    "<#123> <t:0:R> [Link](https://example.org)",
    "   ",
    "1",
    "0; DROP TABLE task; --",
    "Zeile eins\nZeile zwei\n> Zitat\n# Titel",
    "مرحبا 👩‍👩‍👧‍👦 e\u{301}\u{202e}abc",
    "\u{200b}\u{200b}",
    "-",
    "https://example.org/a_b",
    "{ $name }",
    "nichts",
];
const DAYS: [&str; 16] = [
    "morgen",
    "tomorrow",
    "Freitag",
    "next week Tuesday 10:00",
    "3.12. 14:30",
    "Thursday 2pm",
    "heute 23:59",
    "29.2.",
    "31.4.2027",
    "28.3.2027 2:30",
    "31.10.2027 2:30",
    "3/12",
    "gestern",
    "99:99",
    "-",
    "in drei Wochen",
];
const EMOJI: [&str; 8] = ["✅", "🧩", "💡", "🤷", "⏭️", "🎉", "👍", "❓"];

/// What a life consisted of.
#[derive(Debug, Default)]
pub struct Figures {
    pub steps: u32,
    pub deeds: u32,
    /// How often the bot was to die, at an effect or to stay away.
    pub kills: u32,
    /// How often its connection was lost.
    pub cuts: u32,
    /// How many of its requests met with trouble.
    pub struck: u64,
}

/// What random people remember.
pub struct People {
    pub rng: Rng,
    pub deeds: Deeds,
    pub figures: Figures,
    /// Who they are, besides the coordinator.
    pub names: Vec<&'static str>,
    /// Whether they are so many that surveys ask them.
    pub many: bool,
    /// By which the texts of whoever acts are known; coordinators' are for everybody.
    sign: Option<String>,
    /// What has been done, for whoever has to find out what went wrong.
    pub told: Vec<String>,
    /// Private replies, newest last: whose, and what.
    replies: Vec<(u64, MessageView)>,
}

impl People {
    pub fn new(seed: u64) -> Self {
        Self {
            rng: Rng::with_seed(seed),
            deeds: Deeds::default(),
            figures: Figures::default(),
            names: vec!["vera", "ulrich", "lena", "martin"],
            many: seed % 3 == 1,
            sign: None,
            told: Vec::new(),
            replies: Vec::new(),
        }
    }

    fn one<T: Copy>(&mut self, all: &[T]) -> Option<T> {
        (!all.is_empty()).then(|| all[self.rng.usize(..all.len())])
    }

    fn percent(&mut self, percent: u32) -> bool {
        self.rng.u32(..100) < percent
    }

    /// Somebody does something.
    pub async fn act(&mut self, house: &mut impl Mortal) {
        let name = match self.rng.u32(..10) {
            0..=6 => self.names[self.rng.usize(..self.names.len())],
            7 => ["jonas", "amira"][self.rng.usize(..2)],
            _ => "carla",
        };
        let person = house.person(name);
        let Some(place) = self.place(house, person) else { return };
        self.deeds.at.push(house.sandbox().clock.now());
        self.figures.deeds += 1;
        self.sign = (name != "carla").then(|| format!("qz{person}q"));
        self.deeds.signs.extend(self.sign.clone().map(|sign| (sign, person)));
        if self.many && self.percent(30) {
            return self.goes_through_a_survey(house, person, place.id).await;
        }
        let (deed, what) = match self.rng.u32(..100) {
            0..40 => self.command(house, place.id),
            40..70 => return self.press(house, person, &place).await,
            70..86 => self.mark(house, person, place.id),
            86..92 => {
                let content = WORDS[self.rng.usize(..4)].to_owned();
                (Some(Deed::Write { channel: place.id, content }), "writes".to_owned())
            }
            _ => self.suggestion(house, place.id),
        };
        let Some(deed) = deed else { return };
        self.tell(format!("{name} in #{}: {what}", place.name));
        if let Ok(Some(view)) = house.try_to(person, deed).await {
            self.answered(person, &view);
        }
    }

    fn tell(&mut self, what: String) {
        self.told.push(what);
    }

    /// Their own room, more often than any other channel.
    fn place(&mut self, house: &impl Mortal, person: u64) -> Option<ChannelView> {
        let all = house.sandbox().channels_of(person);
        let all: Vec<ChannelView> = all.into_iter().filter(|channel| channel.kind == 0).collect();
        let rooms: Vec<&ChannelView> = all.iter().filter(|room| room.name.contains('-')).collect();
        let own = !rooms.is_empty() && self.percent(80);
        let among = if own { rooms } else { all.iter().collect() };
        self.one(&among).cloned()
    }

    fn command(&mut self, house: &impl Mortal, channel: u64) -> (Option<Deed>, String) {
        let weight = |leaf: &Leaf| {
            let own = WEIGHTS.iter().find(|(name, _)| *name == leaf.name).map(|(_, weight)| *weight);
            own.unwrap_or(if leaf.name.starts_with("coordination") { 4 } else { 10 })
        };
        let all = leaves();
        let sum: u32 = all.iter().map(|leaf| weight(leaf)).sum();
        let mut at = self.rng.u32(..sum);
        let Some(leaf) = all.iter().find(|leaf| {
            let here = at < weight(leaf);
            at = at.saturating_sub(weight(leaf));
            here
        }) else {
            return (None, String::new());
        };
        // A tip or an insight is for everybody once it is published.
        self.sign = self.sign.take().filter(|_| !leaf.name.starts_with("practice"));
        let mut options = BTreeMap::new();
        for option in leaf.options {
            if option.required || self.percent(50) {
                options.insert(option.name.to_owned(), self.value(house, channel, option.name, &option.kind));
            }
        }
        let what = format!("/{} {}", leaf.name, json!(options));
        let guild = Some(house.sandbox().guild_id());
        let name = leaf.name.to_owned();
        (Some(Deed::Command { guild, channel, name, options, locale: None }), what)
    }

    fn value(&mut self, house: &impl Mortal, channel: u64, name: &str, kind: &Kind) -> Value {
        match kind {
            Kind::Number(least, most) => json!(self.rng.i64(*least..=*most)),
            Kind::Flag => json!(self.rng.bool()),
            Kind::Choice(_, all) => json!(self.one(all)),
            Kind::User => {
                let who = ["vera", "ulrich", "lena", "martin", "jonas", "amira", "tomasz"];
                json!(house.person(who[self.rng.usize(..who.len())]).to_string())
            }
            Kind::Role => json!(house.role("Koordination").to_string()),
            Kind::Channel => json!(channel.to_string()),
            Kind::Suggested | Kind::Text(_) if DATES.iter().any(|part| name.contains(part)) => {
                json!(self.day(house))
            }
            Kind::Suggested | Kind::Tandem(_) => json!(self.rng.u32(1..8).to_string()),
            Kind::Text(_) => json!(self.words()),
            Kind::File => json!({ "filename": "notes.txt", "text": self.words() }),
        }
    }

    /// A day as somebody may type it, with a time or without; often one that makes sense.
    fn day(&mut self, house: &impl Mortal) -> String {
        if self.percent(30) {
            return DAYS[self.rng.usize(..DAYS.len())].to_owned();
        }
        let day = house.sandbox().clock.now() + Duration::days(self.rng.i64(0..25));
        let time = match self.rng.u32(..4) {
            0 => " 2:30".to_owned(),
            1 => String::new(),
            _ => format!(" {}:{:02}", self.rng.u32(8..19), self.rng.u32(..4) * 15),
        };
        format!("{}{time}", day.format("%-d.%-m.%Y"))
    }

    fn words(&mut self) -> String {
        let words = WORDS[self.rng.usize(..WORDS.len())];
        let words = if self.percent(5) { words.repeat(self.rng.usize(1..90)) } else { words.to_owned() };
        match &self.sign {
            Some(sign) if self.rng.u32(..10) > 0 => format!("{words} {sign}"),
            _ => words,
        }
    }

    fn suggestion(&mut self, house: &impl Mortal, channel: u64) -> (Option<Deed>, String) {
        let suggests =
            |leaf: &&Leaf| leaf.options.iter().any(|option| matches!(option.kind, Kind::Suggested));
        let all: Vec<&Leaf> = leaves().into_iter().filter(suggests).collect();
        let Some(leaf) = self.one(&all) else { return (None, String::new()) };
        let mut fields = leaf.options.iter().filter(|option| matches!(option.kind, Kind::Suggested));
        let focused = fields.next().map(|option| option.name.to_owned()).unwrap_or_default();
        let typed = if self.rng.bool() { String::new() } else { self.day(house) };
        let deed = Deed::Autocomplete {
            guild: Some(house.sandbox().guild_id()),
            channel,
            name: leaf.name.to_owned(),
            options: BTreeMap::from([(focused.clone(), json!(typed))]),
            focused,
            locale: None,
        };
        (Some(deed), format!("types in /{}", leaf.name))
    }

    fn mark(&mut self, house: &impl Mortal, person: u64, channel: u64) -> (Option<Deed>, String) {
        let mut all = house.read(person, channel);
        all.retain(|message| message.kind == 0);
        // The newest posts are those that people look at.
        let newest = all.len().saturating_sub(6);
        let among: Vec<&MessageView> = all[newest..].iter().collect();
        let Some(on) = self.one(&among) else { return (None, String::new()) };
        let theirs =
            |emoji: &str| on.reactions.iter().any(|one| one.emoji == emoji && one.users.contains(&person));
        let offered: Vec<&str> = on.reactions.iter().map(|one| one.emoji.as_str()).collect();
        let emoji = match self.one(&offered) {
            Some(emoji) if self.percent(85) => emoji,
            _ => EMOJI[self.rng.usize(..EMOJI.len())],
        };
        let (channel, message, emoji) = (on.channel, on.id, emoji.to_owned());
        if theirs(&emoji) {
            (Some(Deed::Unreact { channel, message, emoji: emoji.clone() }), format!("takes back {emoji}"))
        } else {
            (Some(Deed::React { channel, message, emoji: emoji.clone() }), format!("marks {emoji}"))
        }
    }

    /// Presses some button, or chooses from some menu, on a post or on a private reply of before.
    async fn press(&mut self, house: &mut impl Mortal, person: u64, place: &ChannelView) {
        let mut all: Vec<MessageView> = house.read(person, place.id);
        let own = self.replies.iter().filter(|(whose, _)| *whose == person).map(|(_, reply)| reply.clone());
        let own: Vec<MessageView> = own.collect();
        if !own.is_empty() && self.percent(60) {
            all = own;
        }
        all.retain(|message| !message.custom_ids().is_empty());
        let newest = all.len().saturating_sub(5);
        let among: Vec<&MessageView> = all[newest..].iter().collect();
        let Some(on) = self.one(&among).cloned() else { return };
        let ids = on.custom_ids();
        let Some(id) = self.one(&ids).map(str::to_owned) else { return };
        if RARELY.iter().any(|code| id.starts_with(code)) && !self.percent(10) {
            return;
        }
        self.presses(house, person, &on, id).await;
    }

    /// Begins the survey that is asked in a room or goes on with it, for some items, and leaves it at that.
    async fn goes_through_a_survey(&mut self, house: &mut impl Mortal, person: u64, room: u64) {
        let begins = |on: &MessageView| on.custom_ids().iter().any(|id| id.starts_with("survey:"));
        let Some(mut on) = house.read(person, room).into_iter().rfind(begins) else { return };
        for _ in 0..self.rng.u32(1..9) {
            let ids: Vec<String> = on.custom_ids().into_iter().map(str::to_owned).collect();
            let ids: Vec<&String> = ids.iter().filter(|id| id.starts_with("survey")).collect();
            let Some(id) = self.one(&ids).cloned() else { return };
            let Some(reply) = self.presses(house, person, &on, id).await else { return };
            on = reply;
        }
    }

    /// Presses a button or chooses from a menu, and fills in the form that may come of it; the last reply.
    async fn presses(
        &mut self,
        house: &mut impl Mortal,
        person: u64,
        on: &MessageView,
        id: String,
    ) -> Option<MessageView> {
        let rows = on.components.iter().filter_map(|row| row["components"].as_array()).flatten();
        let component = rows.into_iter().find(|one| one["custom_id"] == id.as_str()).cloned();
        let options = component.as_ref().and_then(|one| one["options"].as_array().cloned());
        let (channel, message, custom_id) = (on.channel, on.id, id.clone());
        let deed = match options {
            Some(options) => {
                let values: Vec<&str> = options.iter().filter_map(|one| one["value"].as_str()).collect();
                let values = self.one(&values).map(str::to_owned).into_iter().collect();
                Deed::Choose { channel, message, custom_id, values }
            }
            None => Deed::Press { channel, message, custom_id },
        };
        self.tell(format!("{person} presses {id}"));
        let Ok(Some(view)) = house.try_to(person, deed).await else { return None };
        let reply = view.followups.last().or(view.reply.as_ref()).cloned();
        let offered = reply.iter().flat_map(MessageView::custom_ids).map(str::to_owned).collect();
        self.deeds.pressed.push(Pressed { person, button: id, offered });
        self.answered(person, &view);
        let Some(form) = view.modal.clone() else { return reply };
        let mut fields = BTreeMap::new();
        for field in &form.fields {
            let text = if self.rng.bool() { self.words() } else { self.day(house) };
            fields.insert(field.custom_id.clone(), text);
        }
        self.tell(format!("{person} sends {fields:?}"));
        let sent = house.try_to(person, Deed::Submit { interaction: view.id, fields }).await;
        if let Ok(Some(view)) = sent {
            self.answered(person, &view);
        }
        None
    }

    /// Notes a private reply. The bot never has to say that something went wrong inside it.
    fn answered(&mut self, person: u64, view: &InteractionView) {
        let shown = view.choices.as_ref().map(|all| format!("{all:?}"));
        let shown = shown.into_iter().chain(view.modal.as_ref().map(|form| format!("{form:?}")));
        self.deeds.shown.extend(shown.map(|text| (person, text)));
        let reply = view.followups.last().or(view.reply.as_ref());
        let Some(reply) = reply.cloned() else { return };
        for wrong in
            ["Bei mir ist etwas schiefgegangen", "Something went wrong on my side", "nichts speichern"]
        {
            assert!(!reply.content.contains(wrong), "{}", reply.content);
        }
        self.replies.retain(|(_, one)| one.id != reply.id);
        self.replies.push((person, reply));
        if self.replies.len() > 12 {
            self.replies.remove(0);
        }
    }
}
