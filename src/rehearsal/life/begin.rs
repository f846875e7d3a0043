//! How it begins: the owner sets the bot up, the coordinator creates the programme and brings people together, and
//! they accept.

use chrono::Duration;
use serde_json::json;

use super::{Life, Turn, has_button};
use crate::rehearsal::oracle::Deed;

impl Life<'_> {
    /// What is certain from the start: the days before the programme, and the weeks in it.
    pub(super) fn begin(&mut self) {
        let start = self.programme.start;
        let before = start - Duration::days(4);
        self.plan(self.clock(before, 9, 0), Turn::SetUp);
        self.plan(self.clock(before, 10, 15), Turn::Create);
        for tandem in 0..self.memories.len() {
            // All of them before two o'clock, a minute apart unless they are many.
            let apart = (7_200 / self.memories.len()).min(60);
            let seconds = i64::try_from(tandem * apart).unwrap_or_default();
            self.plan(self.clock(before, 11, 0) + Duration::seconds(seconds), Turn::Pair { tandem });
            let first = self.rng.u32(..2) as usize;
            let soon = self.in_days(0..=0);
            let begun = self.clock(before, 14, 0) + Duration::minutes(self.rng.i64(0..200));
            self.plan(soon.max(begun), Turn::Accept { tandem, side: first });
            let later = self.in_days(1..=1);
            self.plan(later, Turn::Accept { tandem, side: 1 - first });
        }
        self.plan_weeks();
    }

    /// What each week of the programme brings.
    pub(super) fn plan_weeks(&mut self) {
        let start = self.programme.start;
        let weeks = (self.programme.end - start).num_days() / 7 + 1;
        for week in 0..weeks {
            let monday = start + Duration::weeks(week);
            for tandem in 0..self.memories.len() {
                self.plan(self.clock(monday, 7, 45), Turn::Week { tandem });
            }
            self.plan(self.clock(monday, 10, 20), Turn::Review);
            if week % 4 == 1 {
                self.plan(self.clock(monday, 10, 5), Turn::Status);
            }
        }
        self.plan_marks();
    }

    pub(super) async fn set_up(&mut self) -> anyhow::Result<()> {
        let (owner, lobby) = (self.theatre.owner, self.theatre.lobby);
        let options = json!({
            "coordinators": self.theatre.role.to_string(),
            "digest": self.theatre.office.to_string(),
            "coach": self.theatre.coach_role.to_string(),
            "coach-channel": self.theatre.desk.to_string(),
            "language": self.language.code(),
        });
        self.theatre.command(owner, lobby, "setup", options).await.map(drop)
    }

    pub(super) async fn create(&mut self) -> anyhow::Result<()> {
        let programme = self.programme;
        let options = json!({
            "name": programme.name,
            "template": programme.template,
            "start": programme.start.to_string(),
            "end": programme.end.to_string(),
            "language": if self.language.is_german() { "de" } else { "en" },
            "address": if self.language.code() == "de-x-formal" { "sie" } else { "du" },
            "zone": programme.zone.name(),
            "questions": programme.questions,
            "digest": programme.digest,
            "quiet": programme.quiet,
            "k": programme.k,
            "deletion": programme.deletion,
            "sponsor": programme.sponsor,
            "contact": programme.contact,
            "tasks": if programme.both_assign { "both" } else { "mentor" },
        });
        let (coordinator, lobby) = (self.theatre.coordinator, self.theatre.lobby);
        let answer =
            self.theatre.command(coordinator, lobby, "coordination programme create", options).await?;
        anyhow::ensure!(!answer.embeds.is_empty(), "the programme was refused: {}", answer.content);
        if !self.whole {
            self.open().await?;
        }
        Ok(())
    }

    pub(super) async fn pair(&mut self, tandem: usize) -> anyhow::Result<()> {
        let [mentor, mentee] = [0, 1].map(|side| self.person(tandem, side).id.to_string());
        let (coordinator, office) = (self.theatre.coordinator, self.theatre.office);
        let options = json!({ "mentor": mentor, "mentee": mentee });
        self.theatre.command(coordinator, office, "coordination match pair", options).await?;
        self.theatre.note(None, Deed::Proposed);
        Ok(())
    }

    pub(super) async fn accept(&mut self, tandem: usize, side: usize) -> anyhow::Result<()> {
        let (person, lobby) = (self.person(tandem, side).clone(), self.theatre.lobby);
        let Some(card) = self.newest(lobby, |post| has_button(post, "my-place")) else {
            anyhow::bail!("there is no card in the lobby")
        };
        let mut place = self.theatre.press(person.id, &card, "my-place").await?;
        if person.locale != "de" && self.language.is_german() {
            place = self.theatre.press(person.id, &place, "speak-en").await?;
        }
        self.theatre.press(person.id, &place, "proposal-accept").await?;
        self.memories[tandem].accepted[side] = true;
        if self.memories[tandem].accepted == [true; 2] {
            self.theatre.note(Some(tandem), Deed::Opened);
            self.settle_in(tandem);
        }
        Ok(())
    }

    /// A tandem has opened: what its two do in the first days.
    pub(super) fn settle_in(&mut self, tandem: usize) {
        for side in [0, 1] {
            let at = self.in_days(1..=3);
            self.plan(at, Turn::Agree { tandem, side });
            // In a whole programme wishes are written while enrolling, and few change them.
            if self.chance(if self.whole { 10 } else { 70 }) {
                let at = self.in_days(1..=4);
                self.plan(at, Turn::Wish { tandem, side });
            }
            // Whom a whole programme asks for more, it points to their place more often.
            if !self.whole && self.chance(25) {
                let at = self.in_days(1..=9);
                self.plan(at, Turn::Tick { tandem, side });
            }
            for (command, percent) in [("help", 50), ("my", 30), ("privacy notice", 25), ("task list", 30)] {
                if self.chance(percent) {
                    let at = self.in_days(1..=24);
                    self.plan(at, Turn::Look { tandem, side, command });
                }
            }
        }
    }

    pub(super) async fn agree(&mut self, tandem: usize, side: usize) -> anyhow::Result<()> {
        let Some(room) = self.live_room(tandem) else { return Ok(()) };
        if let Some(welcome) = self.newest(room, |post| has_button(post, "tandem-menu")) {
            let person = self.person(tandem, side).id;
            self.theatre.react(person, &welcome, "✅").await?;
            self.memories[tandem].agreed[side] = true;
            if self.memories[tandem].agreed == [true; 2] {
                self.theatre.note(Some(tandem), Deed::Agreed);
            }
        }
        Ok(())
    }

    pub(super) async fn look(&mut self, tandem: usize, side: usize, command: &str) -> anyhow::Result<()> {
        let Some(room) = self.live_room(tandem) else { return Ok(()) };
        let person = self.person(tandem, side).id;
        self.theatre.command(person, room, command, json!({})).await.map(drop)
    }
}
