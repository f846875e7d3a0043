//! The whole life of a programme, from its card to its erasure: people take part and go through the dialogue, a coordinator
//! admits them and has the cohort paired, everybody accepts, the tandems live, and after the last day the programme is
//! closed and erased. What this version of the bot does not have yet is left out, and people are paired by hand instead.

use std::collections::BTreeSet;

use chrono::Duration;
use serde_json::json;

use super::{Life, Memory, Turn, has_button};
use crate::discord::commands;
use crate::rehearsal::oracle::Deed;
use crate::rehearsal::walk::Manner;

/// The days before the first one on which something happens.
pub(in crate::rehearsal) const PREPARED: i64 = 42;
const APPROVED: i64 = 29;
const PROPOSED: i64 = 21;
const FOUND: i64 = 11;

/// Where people work.
const DEPARTMENTS: [&str; 6] = ["Vertrieb", "Einkauf", "Logistik", "Personal", "Finanzen", "Technik"];

/// Whether the bot has a command.
pub(super) fn has(name: &str) -> bool {
    commands::leaves().iter().any(|leaf| leaf.name == name)
}

impl Life<'_> {
    /// Whether this version of the bot can play a programme from its card on.
    pub(in crate::rehearsal) fn can_be_whole() -> bool {
        ["join", "coordination programme open", "coordination match propose", "coordination match confirm"]
            .iter()
            .all(|name| has(name))
    }

    /// What is certain from the start.
    pub(super) fn begin_whole(&mut self) {
        let start = self.programme.start;
        let before = |days| start - Duration::days(days);
        self.plan(self.clock(before(PREPARED), 9, 0), Turn::SetUp);
        self.plan(self.clock(before(PREPARED), 9, 30), Turn::Create);
        self.plan(self.clock(before(PREPARED), 10, 0), Turn::Open);
        for tandem in 0..self.memories.len() {
            for side in [0, 1] {
                let days = (before(PREPARED) - self.today()).num_days();
                let at = self.in_days(days + 1..=days + 10);
                self.plan(at, Turn::TakePart { tandem, side });
            }
        }
        self.plan(self.clock(before(APPROVED), 10, 0), Turn::Approve);
        self.plan(self.clock(before(PROPOSED), 10, 0), Turn::Propose);
        self.plan(self.clock(before(FOUND), 10, 0), Turn::Find);
    }

    /// Opens the programme: its card is posted.
    pub(super) async fn open(&mut self) -> anyhow::Result<()> {
        let (coordinator, office) = (self.theatre.coordinator, self.theatre.office);
        let asked =
            self.theatre.command(coordinator, office, "coordination programme open", json!({})).await?;
        self.theatre.press(coordinator, &asked, "programme-open").await?;
        self.theatre.note(None, Deed::Created);
        Ok(())
    }

    /// Somebody takes part, by the card's button, and answers what is asked.
    pub(super) async fn take_part(&mut self, tandem: usize, side: usize) -> anyhow::Result<()> {
        let (person, lobby) = (self.person(tandem, side).id, self.theatre.lobby);
        let page = match self.newest(lobby, |post| has_button(post, "join")) {
            Some(card) => self.theatre.press(person, &card, "join").await?,
            None => self.theatre.command(person, lobby, "join", json!({})).await?,
        };
        self.answer_all(tandem, side, page).await
    }

    /// Goes through a dialogue.
    async fn answer_all(
        &mut self,
        tandem: usize,
        side: usize,
        page: crate::sandbox::view::MessageView,
    ) -> anyhow::Result<()> {
        let person = self.person(tandem, side).id;
        let lines = if self.language.is_german() { &super::GERMAN } else { &super::ENGLISH };
        let department = DEPARTMENTS[self.rng.usize(..DEPARTMENTS.len())];
        let mut rng = self.rng.fork();
        let mut manner = Manner {
            rng: &mut rng,
            role: if side == 0 { "mentor" } else { "mentee" },
            words: if side == 0 { lines.mentor_wishes } else { lines.mentee_wishes },
            department,
        };
        self.theatre.walk(person, page, &mut manner).await.map(drop)
    }

    /// A coordinator admits everybody.
    pub(super) async fn approve(&mut self) -> anyhow::Result<()> {
        let (coordinator, office) = (self.theatre.coordinator, self.theatre.office);
        for tandem in 0..self.memories.len() {
            for side in [0, 1] {
                let person = self.person(tandem, side).id.to_string();
                let options = json!({ "person": person });
                self.theatre.command(coordinator, office, "coordination people approve", options).await?;
            }
        }
        Ok(())
    }

    /// The cohort is paired, and everybody is asked.
    pub(super) async fn propose(&mut self) -> anyhow::Result<()> {
        let (coordinator, office) = (self.theatre.coordinator, self.theatre.office);
        let plan = self.theatre.command(coordinator, office, "coordination match propose", json!({})).await?;
        let mut rng = self.rng.fork();
        let mut manner = Manner { rng: &mut rng, role: "", words: &[""], department: "" };
        self.theatre.walk(coordinator, plan, &mut manner).await?;
        self.theatre.note(None, Deed::Proposed);
        for tandem in 0..self.memories.len() {
            for side in [0, 1] {
                let at = self.in_days(1..=6);
                self.plan(at, Turn::Accept { tandem, side });
            }
        }
        Ok(())
    }

    /// The tandems have opened: who is with whom shows in their rooms.
    pub(super) fn find(&mut self) {
        let people: Vec<_> = self.theatre.pairs.iter().flatten().cloned().collect();
        let mentors: BTreeSet<u64> = self.theatre.pairs.iter().map(|pair| pair[0].id).collect();
        let mut found = Vec::new();
        for room in self.theatre.stage.sandbox.channels_of(self.theatre.owner) {
            let Some(channel) = self.theatre.stage.sandbox.channel(room.id) else { continue };
            let members = channel.overwrites.iter().filter(|one| one.kind == 1).map(|one| one.id);
            let members: Vec<u64> = members.filter(|id| people.iter().any(|one| one.id == *id)).collect();
            if members.len() == 2 && self.newest(room.id, |post| has_button(post, "tandem-menu")).is_some() {
                let (mentor, mentee) = if mentors.contains(&members[0]) { (0, 1) } else { (1, 0) };
                found.push((room.id, members[mentor], members[mentee]));
            }
        }
        found.sort_unstable();
        let person = |id: u64| people.iter().find(|one| one.id == id).cloned();
        let pairs = found.iter().filter_map(|(_, mentor, mentee)| Some([person(*mentor)?, person(*mentee)?]));
        self.theatre.pairs = pairs.collect();
        self.memories = vec![Memory::default(); found.len()];
        for (tandem, (room, ..)) in found.into_iter().enumerate() {
            self.memories[tandem].room = Some(room);
            self.memories[tandem].accepted = [true; 2];
            let opened = self.theatre.posts(room).first().map(|post| post.at);
            let at = opened.unwrap_or_else(|| self.theatre.now());
            self.theatre.deeds.push(crate::rehearsal::oracle::Done {
                at,
                tandem: Some(tandem),
                deed: Deed::Opened,
            });
            self.settle_in(tandem);
        }
        self.theatre.deeds.sort_by_key(|done| done.at);
        self.plan_weeks();
    }
}
