//! Going through a private dialogue as somebody does who simply answers it: a menu is chosen from, a form is filled in, and
//! the button that leads on is pressed, until none is left. Which steps there are, the bot alone knows.

use std::collections::BTreeSet;

use anyhow::Context as _;
use fastrand::Rng;
use serde_json::Value;

use super::theatre::{Act, Theatre, Whisper, components};
use crate::sandbox::people::Deed;
use crate::sandbox::view::{InteractionView, MessageView};

/// A dialogue that has not come to its end after so many steps goes round in circles.
const STEPS: usize = 60;
/// Discord's kinds of components: a menu of texts, and one of people.
const TEXTS: u64 = 3;
const PEOPLE: u64 = 5;
/// Discord's styles of the buttons that lead on: the primary one, and the one that agrees.
const LEADS_ON: [u64; 2] = [1, 3];
/// Under a summary: the menu that leads back into the dialogue, which nobody needs who is content.
const LEADS_BACK: &str = "join-edit";
/// Confirms the summary: the dialogue is over.
const LAST: &str = "join-confirm";

/// How somebody answers.
pub struct Manner<'a> {
    /// What chance decides.
    pub rng: &'a mut Rng,
    /// What they take part as, where a menu asks: `mentor`, `mentee` or `both`.
    pub role: &'static str,
    /// What they write, line after line.
    pub words: &'static [&'static str],
    /// Their department.
    pub department: &'static str,
    /// The language they choose among others.
    pub tongue: &'static str,
    /// Whom they name where they are asked, in private, with whom they would rather not be paired.
    pub rather_not: Option<(u64, String)>,
    /// After so many steps they are called away, and go on another day.
    pub steps: usize,
}

impl Manner<'_> {
    /// What is chosen from a menu: their role, their language among others, else something by chance.
    fn chosen(&mut self, menu: &Value) -> Vec<String> {
        let options: Vec<&str> = menu["options"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|option| option["value"].as_str())
            .collect();
        if let Some(own) = options.iter().find(|value| **value == self.role) {
            return vec![(*own).to_owned()];
        }
        let number = |key: &str, other: u64| menu[key].as_u64().unwrap_or(other);
        let (least, most) = (number("min_values", 1).max(1), number("max_values", 1).min(3));
        let count = usize::try_from(self.rng.u64(least..=most.max(least))).unwrap_or(1).min(options.len());
        let mut left = options;
        let mut chosen: Vec<String> = Vec::new();
        if let Some(at) = left.iter().position(|value| *value == self.tongue) {
            chosen.push(left.remove(at).to_owned());
        }
        while chosen.len() < count && !left.is_empty() {
            chosen.push(left.remove(self.rng.usize(..left.len())).to_owned());
        }
        chosen
    }

    /// What is typed into an input, by its name; what asks for nothing of that kind gets a line of theirs.
    fn typed(&mut self, name: &str) -> String {
        match name {
            "department" => self.department.to_owned(),
            "organisation" => String::new(),
            "since" => format!("{}", 2015 + self.rng.u32(..10)),
            "hours" => self.rng.u32(3..7).to_string(),
            "capacity" => "1".to_owned(),
            _ => self.words[self.rng.usize(..self.words.len())].to_owned(),
        }
    }
}

impl Theatre {
    /// Answers everything that `at` leads to, and returns the last page. Whoever is called away has not come to the end.
    ///
    /// # Errors
    /// When Discord's client would not let them, there is no answer, or it does not end.
    pub async fn walk(
        &mut self,
        person: u64,
        mut at: MessageView,
        manner: &mut Manner<'_>,
    ) -> anyhow::Result<MessageView> {
        let mut done = BTreeSet::new();
        for step in 0..STEPS {
            if step == manner.steps {
                return Ok(at);
            }
            if let Some((id, values, label)) = menu(&at, &done, manner) {
                done.insert(id.clone());
                at = self.pick(person, &at, id, values, label).await?;
                continue;
            }
            let Some(id) = button(&at, &done) else { return Ok(at) };
            done.insert(id.clone());
            at = self.answer(person, &at, &id, manner).await?;
            if id.starts_with(LAST) {
                return Ok(at);
            }
        }
        anyhow::bail!("a dialogue without an end: {at:?}")
    }

    /// Presses a button; a form that it opens is filled in.
    async fn answer(
        &mut self,
        person: u64,
        at: &MessageView,
        id: &str,
        manner: &mut Manner<'_>,
    ) -> anyhow::Result<MessageView> {
        let deed = Deed::Press { channel: at.channel, message: at.id, custom_id: id.to_owned() };
        let answer = self.stage.act(person, deed).await?.context("no interaction")?;
        let label = label_of(at, id);
        let Some(form) = answer.modal.clone() else { return self.pressed(person, at.channel, label, answer) };
        let fields: Vec<(String, String)> = form
            .fields
            .iter()
            .map(|field| (field.custom_id.clone(), manner.typed(&field.custom_id)))
            .collect();
        self.sent(person, at.channel, Act::Press(label), answer, fields).await
    }

    /// Chooses several entries of the menu whose id begins with `code`, by their values.
    ///
    /// # Errors
    /// When there is no such menu, or no answer.
    pub async fn choose_all(
        &mut self,
        person: u64,
        on: &MessageView,
        code: &str,
        values: &[String],
    ) -> anyhow::Result<MessageView> {
        let (id, label) = named(on, code, values).with_context(|| format!("no menu {code} on {on:?}"))?;
        self.pick(person, on, id, values.to_vec(), label).await
    }

    /// Chooses an entry that opens a form, fills its inputs from the first on and sends it.
    ///
    /// # Errors
    /// When there is no such menu, no form, or no answer.
    pub async fn choose_and_fill(
        &mut self,
        person: u64,
        on: &MessageView,
        (code, value): (&str, &str),
        texts: &[&str],
    ) -> anyhow::Result<MessageView> {
        let values = vec![value.to_owned()];
        let (custom_id, label) =
            named(on, code, &values).with_context(|| format!("no menu {code} on {on:?}"))?;
        let deed = Deed::Choose { channel: on.channel, message: on.id, custom_id, values };
        let opened = self.stage.act(person, deed).await?.context("no interaction")?;
        let form = opened.modal.as_ref().context("no form")?;
        let inputs = form.fields.iter().map(|field| field.custom_id.clone());
        let fields = inputs.zip(texts.iter().map(|text| (*text).to_owned())).collect();
        self.sent(person, on.channel, Act::Choose(label), opened, fields).await
    }

    /// Chooses from a menu, by its id.
    ///
    /// # Errors
    /// When Discord's client would not let them, or there is no answer.
    async fn pick(
        &mut self,
        person: u64,
        on: &MessageView,
        custom_id: String,
        values: Vec<String>,
        label: String,
    ) -> anyhow::Result<MessageView> {
        let deed = Deed::Choose { channel: on.channel, message: on.id, custom_id, values };
        let answer = self.stage.act(person, deed).await?.context("no interaction")?;
        self.whisper(person, on.channel, Act::Choose(label), answer)
    }

    /// A button was pressed and answered.
    ///
    /// # Errors
    /// When there is no answer.
    fn pressed(
        &mut self,
        person: u64,
        channel: u64,
        label: String,
        answer: InteractionView,
    ) -> anyhow::Result<MessageView> {
        self.whisper(person, channel, Act::Press(label), answer)
    }

    /// A button or a menu has opened a form, which is sent with these fields.
    ///
    /// # Errors
    /// When Discord's client would not let them, or there is no answer.
    async fn sent(
        &mut self,
        person: u64,
        channel: u64,
        deed: Act,
        opened: InteractionView,
        fields: Vec<(String, String)>,
    ) -> anyhow::Result<MessageView> {
        let (at, id, form) = (self.now(), opened.id, opened.modal);
        self.whispers.push(Whisper { at, channel, person, deed, reply: None, form });
        let texts = fields.iter().map(|(_, text)| text.clone()).filter(|text| !text.is_empty()).collect();
        let fields = fields.into_iter().collect();
        let sent = self.stage.act(person, Deed::Submit { interaction: id, fields }).await?;
        self.whisper(person, channel, Act::Submit(texts), sent.context("no interaction")?)
    }
}

/// The next menu that has not been answered: its id, what is chosen, and how that reads.
fn menu(
    at: &MessageView,
    done: &BTreeSet<String>,
    manner: &mut Manner<'_>,
) -> Option<(String, Vec<String>, String)> {
    let component = components(at).find(|one| {
        let leads_on = |id: &str| !done.contains(id) && !id.starts_with(LEADS_BACK);
        let kind = one["type"].as_u64();
        let asks = kind == Some(TEXTS) || (kind == Some(PEOPLE) && manner.rather_not.is_some());
        asks && one["custom_id"].as_str().is_some_and(leads_on)
    })?;
    let id = component["custom_id"].as_str()?.to_owned();
    if component["type"].as_u64() == Some(PEOPLE) {
        let (person, name) = manner.rather_not.clone()?;
        return Some((id, vec![person.to_string()], format!("@{name}")));
    }
    let values = manner.chosen(component);
    let label = label_of_values(component, &values);
    Some((id, values, label))
}

/// Custom id of the menu whose id begins with `code`, and how these values read in it.
fn named(at: &MessageView, code: &str, values: &[String]) -> Option<(String, String)> {
    components(at).find_map(|one| {
        let id = one["custom_id"].as_str().filter(|id| id.starts_with(code))?;
        Some((id.to_owned(), label_of_values(one, values)))
    })
}

fn label_of_values(menu: &Value, values: &[String]) -> String {
    let options = menu["options"].as_array().into_iter().flatten();
    let named = options.filter(|option| values.iter().any(|value| option["value"] == value.as_str()));
    let label: Vec<&str> = named.filter_map(|option| option["label"].as_str()).collect();
    label.join(", ")
}

/// The values of the menu whose id begins with `code`; none where there is no such menu.
pub fn values_of(at: &MessageView, code: &str) -> Vec<String> {
    let menu = components(at).find(|one| one["custom_id"].as_str().is_some_and(|id| id.starts_with(code)));
    let options = menu.and_then(|menu| menu["options"].as_array()).into_iter().flatten();
    options.filter_map(|option| option["value"].as_str()).map(str::to_owned).collect()
}

/// The people whom a message's frames name, in order.
pub fn named_in(at: &MessageView) -> Vec<u64> {
    let texts = at.embeds.iter().filter_map(|embed| embed["description"].as_str());
    let mut found = Vec::new();
    for part in texts.flat_map(|text| text.split("<@").skip(1)) {
        found.extend(part.split('>').next().and_then(|id| id.parse::<u64>().ok()));
    }
    found
}

/// The button that leads on: one in the colour that says so, else the one that leaves the rest of a page out: a choice of
/// people, or forms that have been filled in.
fn button(at: &MessageView, done: &BTreeSet<String>) -> Option<String> {
    let fresh = |one: &&Value| one["custom_id"].as_str().is_some_and(|id| !done.contains(id));
    let leads = |one: &&Value| {
        one["type"].as_u64() == Some(2)
            && one["style"].as_u64().is_some_and(|style| LEADS_ON.contains(&style))
    };
    let asks_for_people = components(at).any(|one| one["type"].as_u64() == Some(PEOPLE));
    let filled_in = components(at).any(|one| leads(&one) && !fresh(&one));
    let skips = |one: &&Value| {
        (asks_for_people || filled_in) && one["custom_id"].as_str().is_some_and(|id| id.contains("skip"))
    };
    let found = components(at).filter(fresh).find(leads).or_else(|| components(at).filter(fresh).find(skips));
    found.and_then(|one| one["custom_id"].as_str()).map(str::to_owned)
}

fn label_of(at: &MessageView, id: &str) -> String {
    let found = components(at).find(|one| one["custom_id"] == id);
    found.and_then(|one| one["label"].as_str()).unwrap_or_default().to_owned()
}
