//! The stand on which the table is tried: who, where, with what, and what came of it.

use std::fmt::Write as _;

use serde_json::{Value, json};
use tandem::discord::commands::Leaf;
use tandem::sandbox::people::{Deed, Newcomer, Refusal};
use tandem::sandbox::permissions;
use tandem::sandbox::state::Overwrite;
use tandem::sandbox::view::MessageView;
use tandem::sandbox::world::NewChannel;

use super::{ROLES, Row, SENTENCES};
use crate::company::{Company, Pair, changes, german};

/// The company with two tandems, and everybody in every place.
pub struct Stand {
    pub company: Company,
    pub pairs: [Pair; 2],
    pub places: [u64; 5],
    pub people: [u64; 6],
    pub used: usize,
    pub moments: i64,
}

impl Stand {
    pub async fn open() -> Self {
        let company = Company::open("2026-11-24T09:00:00Z").await;
        let all = ROLES.map(|(name, _)| company.person(name));
        let [_, vera, ulrich, lena, ..] = all;
        company.programme("Pilot", json!({})).await;
        company.programme("Vorjahr", json!({})).await;
        let draft = json!({ "name": "Entwurf" });
        company.run(company.person("carla"), company.lobby(), "coordination programme create", draft).await;
        let ended = company.pair("Vorjahr", vera, ulrich).await;
        company.leave(ulrich, ended.room).await;
        company.pass(30).await;
        let own = company.pair("Pilot", vera, ulrich).await;
        let other = company.pair("Pilot", lena, company.person("martin")).await;
        let places = [own.room, other.room, company.lobby(), foreign_server(&company, &all), ended.room];
        let stand = Self { company, pairs: [own, other], places, people: all, used: 0, moments: 0 };
        for room in [own.room, other.room, ended.room] {
            stand.let_everybody_in(room);
        }
        stand.company.pass(3).await;
        // Whoever is asked about new partners has been together for a while.
        stand.company.meddle("UPDATE tandem SET opened_at = opened_at - 15 * 86400000").await;
        stand
    }

    /// Somebody who may manage channels lets everybody into a room: what they see is not what they may do (D6).
    pub fn let_everybody_in(&self, room: u64) {
        let allow = permissions::VIEW_CHANNEL
            | permissions::READ_MESSAGE_HISTORY
            | permissions::USE_APPLICATION_COMMANDS;
        self.company.stage.sandbox.change_channel(room, |channel| {
            for person in self.people {
                if !channel.overwrites.iter().any(|overwrite| overwrite.id == person) {
                    channel.overwrites.push(Overwrite { id: person, kind: 1, allow, deny: 0 });
                }
            }
        });
    }

    /// Brings `#` to something new: in each tandem, a task of that number that is open.
    pub async fn renew(&mut self) {
        self.used += 1;
        for Pair { mentor, room, .. } in self.pairs {
            let text = json!({ "text": format!("Aufgabe der Tabelle {}", self.used) });
            let answer = self.company.run(mentor, room, "task assign", text).await;
            assert!(answer.content.starts_with(&format!("Aufgabe {} für", self.used)), "{}", answer.content);
        }
    }

    /// A moment at which nobody has a meeting yet.
    pub fn moment(&mut self) -> String {
        self.moments += 1;
        let day = chrono::NaiveDate::from_ymd_opt(2027, 1, 4).unwrap() + chrono::Duration::days(self.moments);
        format!("{day} 10:00")
    }

    /// In each tandem one meeting stands ahead, or none before one is planned.
    pub async fn arrange_meetings(&mut self, leaf: &str) {
        for Pair { mentor, room, .. } in self.pairs {
            self.company.run(mentor, room, "session cancel", json!({})).await;
            if leaf != "session plan" {
                let when = json!({ "when": self.moment() });
                self.company.run(mentor, room, "session plan", when).await;
            }
        }
    }

    pub async fn options(&mut self, row: &Row) -> Value {
        let mut options: Value =
            serde_json::from_str(&row.options.replace('#', &self.used.to_string())).unwrap();
        for (name, value) in options.as_object_mut().unwrap() {
            if *value == "new" {
                *value = json!(self.newcomer(name).to_string());
            }
            if ["vera", "martin"].contains(&value.as_str().unwrap_or_default()) {
                *value = json!(self.company.person(value.as_str().unwrap()).to_string());
            }
            if *value == "question" {
                // Another one each time, because one that is out cannot be taken out again.
                self.moments += 1;
                *value = json!(self.moments);
            }
            if *value == "waiting" {
                *value = json!(self.waiting(name).await.to_string());
            }
            if *value == "moment" {
                *value = json!(self.moment());
            }
        }
        options
    }

    pub fn newcomer(&self, name: &str) -> u64 {
        let sandbox = &self.company.stage.sandbox;
        let name = format!("{name}-{}-{}", self.used, sandbox.world().users.len());
        let person =
            sandbox.add_person(Newcomer { name, display_name: None, locale: "de".to_owned(), bot: false });
        for guild in self.servers() {
            sandbox.add_member(guild, person);
        }
        person
    }

    /// Somebody new who has enrolled in the programme and waits for a coordinator.
    pub async fn waiting(&self, name: &str) -> u64 {
        let person = self.newcomer(name);
        let guild = self.company.stage.sandbox.guild_id();
        let sql = format!(
            "INSERT INTO person (guild_id, user_id) VALUES ({guild}, {person});
             INSERT INTO enrolment (programme_id, person_id, role, state)
                 SELECT programme.id, person.id, 'mentee', 'waiting' FROM programme, person
                 WHERE programme.name = 'Pilot' AND person.user_id = {person};"
        );
        self.company.meddle(&sql).await;
        person
    }

    pub fn servers(&self) -> Vec<u64> {
        self.company.stage.sandbox.world().guilds.keys().copied().collect()
    }

    /// One case; what was wrong with it, if anything.
    pub async fn try_it(&mut self, row: &Row, role: usize, place: usize, letter: char) -> Option<String> {
        let (person, channel) = (self.people[role], self.places[place]);
        let options = self.options(row).await;
        let deed = self.company.command(channel, row.leaf, options.clone());
        if letter == 'H' {
            let refusal = self.company.hidden(person, deed);
            return (!matches!(refusal, Some(Refusal::HiddenCommand(_)))).then(|| format!("{refusal:?}"));
        }
        if letter == '+' && row.leaf.starts_with("session ") {
            self.arrange_meetings(row.leaf).await;
        }
        let before = self.company.stored().await;
        let answer = self.company.run(person, channel, row.leaf, options).await;
        let shown = words(&answer);
        if letter == '+' {
            let refused = SENTENCES.iter().any(|(_, id)| shown.contains(&german(id)));
            if row.once {
                self.spend(row, person).await;
            }
            return (refused || !shown.contains(row.done)).then_some(shown);
        }
        let (_, id) = SENTENCES.iter().find(|(sentence, _)| *sentence == letter).unwrap();
        if shown != german(id) {
            return Some(shown);
        }
        let changes = changes(&before, &self.company.stored().await);
        (!changes.is_empty()).then(|| format!("refused, and yet {changes:#?}"))
    }

    /// What `#` stood for has been used up: it is withdrawn in both tandems, so that none holds too many tasks, and the
    /// next number begins.
    pub async fn spend(&mut self, row: &Row, person: u64) {
        for Pair { mentor, room, .. } in self.pairs {
            let task = json!({ "task": self.used.to_string() });
            self.company.run(mentor, room, "task cancel", task).await;
        }
        if row.leaf == "task assign" {
            // One tandem has its next task already; the other one follows.
            let [own, other] = self.pairs;
            let Pair { mentor, room, .. } = if own.mentor == person { other } else { own };
            self.company.run(mentor, room, "task assign", json!({ "text": "Ebenso" })).await;
            self.used += 1;
        } else {
            self.renew().await;
        }
    }

    /// Suggestions are for those who may run the command; to all others nothing is suggested (D9).
    pub async fn suggestions(&self, leaf: &Leaf, role: usize, place: usize) -> usize {
        let mut most = 0;
        for option in leaf.options {
            if !matches!(option.kind, tandem::discord::commands::Kind::Suggested) {
                continue;
            }
            let channel = self.places[place];
            let deed = Deed::Autocomplete {
                guild: self.company.stage.sandbox.channel(channel).and_then(|channel| channel.guild),
                channel,
                name: leaf.name.to_owned(),
                options: std::iter::once((option.name.to_owned(), json!(""))).collect(),
                focused: option.name.to_owned(),
                locale: None,
            };
            let answer = self.company.stage.act(self.people[role], deed).await.unwrap().unwrap();
            most = most.max(answer.choices.unwrap().len());
        }
        most
    }
}

/// A second server with the bot and the same people, which nobody has set up. Returns its channel.
pub fn foreign_server(company: &Company, people: &[u64]) -> u64 {
    let sandbox = &company.stage.sandbox;
    let guild = sandbox.add_guild("Südwind AG", company.person("henrike"), "de");
    sandbox.invite_bot(guild, tandem::discord::permissions::invited());
    for person in people {
        sandbox.add_member(guild, *person);
    }
    sandbox.add_channel(guild, NewChannel::of(0, "allgemein")).unwrap()
}

/// An answer as it is read: its text, the titles and texts of its embeds.
pub fn words(answer: &MessageView) -> String {
    let mut text = answer.content.clone();
    for embed in &answer.embeds {
        for part in ["title", "description"] {
            if let Some(part) = embed[part].as_str() {
                let _ = writeln!(text, "{part}");
            }
        }
    }
    text
}
