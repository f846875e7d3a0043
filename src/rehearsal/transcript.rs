//! The transcript: every channel as its people see it, private replies marked as seen by whom, in the order of simulated
//! time, room and sequence. Names instead of ids, dates instead of Discord's markup, so that equal runs read the same.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use chrono::{DateTime, NaiveDate, Timelike as _, Utc};
use chrono_tz::Tz;
use serde_json::Value;

use super::theatre::{Act, Theatre, Whisper};
use crate::discord::commands;
use crate::locales::{Language, date, date_time, has, menu, say, time_of_day, weekday};
use crate::sandbox::view::{MessageView, ModalView};

/// How a transcript is written.
pub struct Scribe<'a> {
    language: Language,
    zone: Tz,
    theatre: &'a Theatre,
    people: BTreeMap<u64, String>,
    /// Whose Discord is in English: what it writes itself, such as times, is as well.
    english: BTreeSet<u64>,
    roles: BTreeMap<u64, String>,
    bot: u64,
}

/// Simulated time, room, and sequence: private matters before the posts they led to.
type Place = (DateTime<Utc>, u64, u8, usize);

enum Entry<'a> {
    Whisper(&'a Whisper),
    Post(&'a MessageView),
}

impl<'a> Scribe<'a> {
    /// Somebody who knows everybody's name.
    #[must_use]
    pub fn new(theatre: &'a Theatre, language: Language, zone: Tz) -> Self {
        let world = theatre.stage.sandbox.world();
        let people = world.users.values().map(|user| (user.id, user.display_name.clone())).collect();
        let english = world.users.values().filter(|user| !user.locale.starts_with("de")).map(|user| user.id);
        let english = english.collect();
        let roles = world.guilds.values().flat_map(|guild| guild.roles.values());
        let roles = roles.map(|role| (role.id, role.name.clone())).collect();
        let bot = world.bot();
        drop(world);
        Self { language, zone, theatre, people, english, roles, bot }
    }

    /// The whole transcript.
    #[must_use]
    pub fn write(&self, programme: &str) -> String {
        let mut entries: Vec<(Place, Entry<'_>)> = Vec::new();
        for (index, whisper) in self.theatre.whispers.iter().enumerate() {
            entries.push(((whisper.at, whisper.channel, 0, index), Entry::Whisper(whisper)));
        }
        let archive = &self.theatre.archive;
        for (index, post) in archive.messages.values().chain(archive.direct.values()).enumerate() {
            // Discord's own note that something was pinned says nothing more.
            if post.kind != 6 {
                entries.push(((post.at, post.channel, 1, index), Entry::Post(post)));
            }
        }
        entries.sort_by_key(|(key, _)| *key);
        let mut text = format!(
            "# {}\n\n{}\n",
            say(self.language, "rehearsal-title").with("programme", programme.to_owned()),
            say(self.language, "rehearsal-about")
        );
        let (mut day, mut room) = (NaiveDate::MIN, 0);
        for ((at, channel, ..), entry) in entries {
            let today = at.with_timezone(&self.zone).date_naive();
            if today != day {
                (day, room) = (today, 0);
                let name = weekday(self.language, day);
                let _ = write!(text, "\n## {name}, {}\n", date(self.language, day));
            }
            if channel != room {
                room = channel;
                let name = self.channel(room);
                let sign = if name.starts_with('@') { "" } else { "#" };
                let _ = write!(text, "\n### {sign}{name}\n");
            }
            text.push('\n');
            match entry {
                Entry::Whisper(whisper) => self.whisper(&mut text, whisper),
                Entry::Post(post) => self.post(&mut text, post),
            }
        }
        text
    }

    fn time(&self, at: DateTime<Utc>) -> String {
        let time = at.with_timezone(&self.zone).time();
        time_of_day(
            self.language,
            time.with_second(0).and_then(|time| time.with_nanosecond(0)).unwrap_or(time),
        )
    }

    fn person(&self, id: u64) -> &str {
        if id == self.bot { "Tandem" } else { self.people.get(&id).map_or("?", String::as_str) }
    }

    fn channel(&self, id: u64) -> &str {
        self.theatre.archive.channels.get(&id).map_or("?", String::as_str)
    }

    fn whisper(&self, text: &mut String, whisper: &Whisper) {
        let name = self.person(whisper.person);
        let only = say(self.language, "rehearsal-only").with("person", name.to_owned());
        let deed = self.deed(&whisper.deed);
        if matches!(whisper.deed, Act::Voice(_)) {
            let _ = writeln!(text, "**{}, {name}** {deed}", self.time(whisper.at));
            return;
        }
        let _ = writeln!(text, "**{}, {name}** {deed} *({only})*", self.time(whisper.at));
        if let Some(reply) = &whisper.reply {
            text.push('\n');
            let english = self.english.contains(&whisper.person);
            self.body(text, reply, if english { Language::En } else { self.language });
        }
        if let (Act::Command(..), None) = (&whisper.deed, &whisper.reply) {
            let _ = writeln!(text, "\n> {}", say(self.language, "rehearsal-not-sent"));
        }
        if let Some(form) = &whisper.form {
            text.push('\n');
            self.form(text, form);
        }
    }

    fn deed(&self, act: &Act) -> String {
        match act {
            Act::Command(name, options) => {
                let key = name.replace(' ', "-");
                let words: Vec<&str> = name.split(' ').collect();
                let parts = (1..=words.len()).map(|depth| {
                    self.menu(&format!("cmd-{}-name", words[..depth].join("-")), words[depth - 1])
                });
                let mut line = format!("/{}", parts.collect::<Vec<_>>().join(" "));
                for (option, value) in options {
                    let option = self.menu(&format!("opt-{key}-{option}-name"), option);
                    let _ = write!(line, " {option}: {}", self.named(value));
                }
                format!("`{line}`")
            }
            Act::Press(label) => {
                say(self.language, "rehearsal-presses").with("text", format!("[{label}]")).text()
            }
            Act::Choose(label) => {
                say(self.language, "rehearsal-chooses").with("text", format!("[{label}]")).text()
            }
            Act::Voice(true) => say(self.language, "rehearsal-comes").text(),
            Act::Voice(false) => say(self.language, "rehearsal-goes").text(),
            Act::Submit(texts) => {
                say(self.language, "rehearsal-sends").with("text", texts.join(" · ")).text()
            }
        }
    }

    /// An option's value: people, roles and channels by name.
    fn named(&self, value: &str) -> String {
        let Ok(id) = value.parse::<u64>() else { return value.to_owned() };
        let person = self.people.get(&id).or_else(|| self.roles.get(&id)).map(|name| format!("@{name}"));
        let channel = || self.theatre.archive.channels.get(&id).map(|name| format!("#{name}"));
        person.or_else(channel).unwrap_or_else(|| value.to_owned())
    }

    fn menu(&self, id: &str, default: &str) -> String {
        if !has(self.language, id) {
            return default.to_owned();
        }
        let (english, localized) = menu(id);
        if self.language.is_german() { localized[2].1.clone() } else { english }
    }

    /// One post as it stands in the transcript.
    #[must_use]
    pub fn alone(&self, post: &MessageView) -> String {
        let mut text = String::new();
        self.post(&mut text, post);
        text
    }

    fn post(&self, text: &mut String, post: &MessageView) {
        let marks = [
            (post.pinned, "rehearsal-pinned"),
            (post.silent, "rehearsal-silent"),
            (post.edited, "rehearsal-edited"),
        ];
        let marks: Vec<String> =
            marks.iter().filter(|(is, _)| *is).map(|(_, id)| say(self.language, id).text()).collect();
        let marks = if marks.is_empty() { String::new() } else { format!(" *({})*", marks.join(", ")) };
        let _ = writeln!(text, "**{}, {}**{marks}\n", self.time(post.at), self.person(post.author));
        self.body(text, post, self.language);
        let reactions: Vec<String> = post
            .reactions
            .iter()
            .map(|one| {
                let people: Vec<_> =
                    one.users.iter().filter(|id| **id != self.bot).map(|id| self.person(*id)).collect();
                format!("{} {}", one.emoji, people.join(", ")).trim().to_owned()
            })
            .collect();
        if !reactions.is_empty() {
            let _ = writeln!(text, "\n{}", reactions.join(" · "));
        }
    }

    /// What stands in a message, as somebody reads it whose Discord is in that language.
    fn body(&self, text: &mut String, message: &MessageView, reads: Language) {
        let mut lines: Vec<String> = Vec::new();
        lines.extend(self.readable(&message.content, message.at, reads).lines().map(str::to_owned));
        for embed in &message.embeds {
            self.embed(&mut lines, embed, message.at, reads);
        }
        if let Some(files) = self.theatre.archive.files.get(&message.id) {
            let names: Vec<_> = files.iter().map(|file| file.name.as_str()).collect();
            lines.push(say(self.language, "rehearsal-files").with("files", names.join(", ")).text());
        }
        for file in &message.attachments {
            // What whoever does not see a picture gets in its place.
            let Some(text) = &file.description else { continue };
            let said = say(self.language, "rehearsal-description").with("file", file.filename.as_str());
            lines.extend(said.with("text", text.as_str()).text().lines().map(str::to_owned));
        }
        for row in &message.components {
            let buttons = row["components"].as_array().into_iter().flatten();
            let labels: Vec<String> = buttons.map(label).collect();
            lines.push(labels.join(" "));
        }
        for line in lines {
            let _ = writeln!(text, "{}", format!("> {line}").trim_end());
        }
    }

    fn embed(&self, lines: &mut Vec<String>, embed: &Value, now: DateTime<Utc>, reads: Language) {
        let part = |key: &str| self.readable(embed[key].as_str().unwrap_or_default(), now, reads);
        let title = part("title");
        if !title.is_empty() {
            lines.push(format!("**{title}**"));
        }
        lines.extend(part("description").lines().map(str::to_owned));
        for field in embed["fields"].as_array().into_iter().flatten() {
            let text = |key: &str| self.readable(field[key].as_str().unwrap_or_default(), now, reads);
            let value = text("value");
            let between = if value.contains('\n') { "\n" } else { " " };
            let name = text("name");
            let colon = if name.ends_with(['?', '.', '!']) { "" } else { ":" };
            lines.extend(format!("*{name}{colon}*{between}{value}").lines().map(str::to_owned));
        }
        let footer = self.readable(embed["footer"]["text"].as_str().unwrap_or_default(), now, reads);
        if !footer.is_empty() {
            lines.push(format!("_{footer}_"));
        }
    }

    fn form(&self, text: &mut String, form: &ModalView) {
        let _ = writeln!(text, "> {}: **{}**", say(self.language, "rehearsal-form"), form.title);
        for field in &form.fields {
            let hint = field.placeholder.as_deref().unwrap_or_default();
            let _ = writeln!(text, "{}", format!("> {}: {hint}", field.label).trim_end());
        }
    }

    /// A text with names and dates in place of Discord's markup, as it read when it was written.
    fn readable(&self, text: &str, now: DateTime<Utc>, reads: Language) -> String {
        let (mut out, mut rest) = (String::new(), text);
        while let Some(at) = rest.find('<') {
            out.push_str(&rest[..at]);
            rest = &rest[at..];
            let end = rest.find('>').unwrap_or(0);
            if let Some(word) = self.resolved(rest.get(1..end).unwrap_or_default(), now, reads) {
                out.push_str(&word);
                rest = &rest[end + 1..];
            } else {
                out.push('<');
                rest = &rest[1..];
            }
        }
        out + rest
    }

    fn resolved(&self, inner: &str, now: DateTime<Utc>, reads: Language) -> Option<String> {
        if let Some(moment) = inner.strip_prefix("t:") {
            let (seconds, style) = moment.split_once(':').unwrap_or((moment, "f"));
            let moment = DateTime::from_timestamp(seconds.parse().ok()?, 0)?;
            let at = moment.with_timezone(&self.zone).naive_local();
            return Some(match style {
                "R" if moment > now => ahead(reads, (moment - now).num_minutes()),
                "d" | "D" => date(reads, at.date()),
                "t" | "T" => time_of_day(reads, at.time()),
                _ => date_time(reads, at),
            });
        }
        let name = |sign: char, names: &BTreeMap<u64, String>, id: &str| {
            Some(format!("{sign}{}", names.get(&id.parse().ok()?)?))
        };
        inner
            .strip_prefix("@&")
            .and_then(|id| name('@', &self.roles, id))
            .or_else(|| name('@', &self.people, inner.strip_prefix('@')?))
            .or_else(|| name('#', &self.theatre.archive.channels, inner.strip_prefix('#')?))
    }
}

/// How far ahead something is, as Discord says it.
fn ahead(language: Language, minutes: i64) -> String {
    let (id, count) = match minutes {
        ..60 => ("rehearsal-in-minutes", minutes),
        60..1_440 => ("rehearsal-in-hours", (minutes + 30) / 60),
        _ => ("rehearsal-in-days", (minutes + 720) / 1_440),
    };
    say(language, id).with("count", count).text()
}

/// A button as `[label]`, a menu with its choices.
fn label(component: &Value) -> String {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    if let Some(options) = component["options"].as_array() {
        let choices: Vec<String> = options.iter().map(|one| text(&one["label"])).collect();
        return format!("[{} ▾ {}]", text(&component["placeholder"]), choices.join(" | "));
    }
    // A menu of people, which Discord fills.
    if component["label"].is_null() {
        return format!("[{} ▾]", text(&component["placeholder"]));
    }
    match component["emoji"]["name"].as_str() {
        Some(emoji) => format!("[{emoji} {}]", text(&component["label"])),
        None => format!("[{}]", text(&component["label"])),
    }
}

/// A command's options as they were filled in, in the command's own order; of a long text, how it begins.
pub(super) fn given(name: &str, options: &Value) -> Vec<(String, String)> {
    // Of a file that is sent along, its name.
    let text = |value: &Value| {
        let plain = value.as_str().or_else(|| value["filename"].as_str());
        plain.map_or_else(|| value.to_string(), str::to_owned)
    };
    let leaf = commands::leaves().into_iter().find(|leaf| leaf.name == name);
    let order = leaf.into_iter().flat_map(|leaf| leaf.options).map(|option| option.name);
    let given = order.filter_map(|key| options.get(key).map(|value| (key.to_owned(), text(value))));
    given
        .map(|(key, mut text)| {
            if let Some((end, _)) = text.char_indices().nth(SHOWN) {
                text.truncate(end);
                text.push('…');
            }
            (key, text)
        })
        .collect()
}

/// Of what somebody typed a transcript shows so many characters.
const SHOWN: usize = 600;
