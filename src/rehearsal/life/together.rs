//! What all tandems do at the same time, and what the programme brings to everybody: announcements, the questions half-way
//! and at the end, the joint look-back, and whether the two stay together.

use chrono::Duration;
use serde_json::json;

use super::course::{SETTLED, STAYS_SETTLED};
use super::whole::Chapter;
use super::{Life, Turn, has_button};
use crate::rehearsal::oracle::Deed;
use crate::sandbox::view::MessageView;

/// One in so many gives up in the middle of the questions, and one in so many asks for a talk after them.
const GIVES_UP: u32 = 12;
const TALKS: u32 = 15;
/// So long after the question has begun to wait it stands in the rooms.
const SOON: Duration = Duration::minutes(10);

impl Life<'_> {
    /// The coordinator announces something, to everybody or to the mentors alone.
    pub(super) async fn announce(&mut self, lounge: bool) -> anyhow::Result<()> {
        let (coordinator, office) = (self.theatre.coordinator, self.theatre.office);
        let text = if lounge { self.line(|lines| lines.to_mentors) } else { self.line(|lines| lines.to_all) };
        let mut options = json!({ "text": text });
        if lounge {
            options["to"] = json!("lounge");
            let lines = if self.language.is_german() { &super::GERMAN } else { &super::ENGLISH };
            let [_, filename, text] = lines.files;
            options["file"] = json!({ "filename": filename, "text": text });
        } else {
            options["link"] = json!(self.line(|lines| lines.links));
        }
        let shown = self.theatre.command(coordinator, office, "coordination announce", options).await?;
        if has_button(&shown, "announcement-send") {
            self.theatre.press(coordinator, &shown, "announcement-send").await?;
            self.theatre.note(None, if lounge { Deed::AnnouncedToMentors } else { Deed::Announced });
        }
        Ok(())
    }

    /// A round of guiding questions stands: everybody's marks on it.
    pub(super) fn plan_marks_now(&mut self) {
        for (tandem, pair) in self.at_work() {
            for (side, one) in pair.iter().enumerate() {
                let percent = if one.character == super::Character::Silent { 10 } else { 65 };
                if self.chance(percent) {
                    let at = self.in_days(1..=5);
                    self.plan(at, Turn::Mark { tandem, side });
                }
            }
        }
    }

    /// Questions and look-backs have come: who answers within so many days.
    pub(super) fn plan_survey(&mut self, questions: i64, look_back: i64) {
        for (tandem, _) in self.at_work() {
            for side in [0, 1] {
                if self.chance(80) {
                    let at = self.in_days(0..=questions);
                    self.chapter(at, Chapter::Survey { tandem, side });
                }
            }
            if self.chance(70) {
                let at = self.in_days(1..=look_back);
                self.chapter(at, Chapter::LookBack { tandem });
            }
        }
    }

    /// Answers the short questions, by the post in the room.
    pub(super) async fn survey(&mut self, tandem: usize, side: usize) -> anyhow::Result<()> {
        let Some(room) = self.live_room(tandem) else { return Ok(()) };
        let Some(post) = self.newest(room, |post| has_button(post, "survey:")) else { return Ok(()) };
        if self.is_away(tandem, side, self.today()) {
            return Ok(());
        }
        let person = self.person(tandem, side).id;
        let page = self.theatre.press(person, &post, "survey:").await?;
        let end = self.answer_all(person, page).await?;
        if has_button(&end, "support-menu") && self.rng.u32(..TALKS) == 0 {
            let asked = self.theatre.press(person, &end, "support-menu").await?;
            if has_button(&asked, "support-write") {
                let words = self.line(|lines| lines.support);
                let words = self.marked(words);
                let shown = self.theatre.fill(person, &asked, "support-write", &[&words]).await?;
                self.send_support(person, &shown).await?;
            }
        }
        Ok(())
    }

    /// Answers one question after another; some give up in between. Returns the last page.
    pub(super) async fn answer_all(
        &mut self,
        person: u64,
        mut page: MessageView,
    ) -> anyhow::Result<MessageView> {
        loop {
            let options: Vec<String> = page
                .custom_ids()
                .into_iter()
                .filter(|id| id.starts_with("survey-answer:"))
                .map(str::to_owned)
                .collect();
            if options.is_empty() {
                if has_button(&page, "survey-item") {
                    self.cohort.tally.surveys += 1;
                }
                return Ok(page);
            }
            if has_button(&page, "survey-item") && self.rng.u32(..4 * GIVES_UP) == 0 {
                return Ok(page);
            }
            // Most people are rather content: they agree, and would do it again, which is the first of three.
            let two = [self.rng.usize(..options.len()), self.rng.usize(..options.len())];
            let chosen = if options.len() == 3 { two[0].min(two[1]) } else { two[0].max(two[1]) };
            page = self.theatre.press(person, &page, &options[chosen]).await?;
        }
    }

    /// Writes the three lines of the joint look-back.
    pub(super) async fn look_back(&mut self, tandem: usize) -> anyhow::Result<()> {
        let Some(room) = self.live_room(tandem) else { return Ok(()) };
        let Some(post) = self.newest(room, |post| has_button(post, "look-back:")) else { return Ok(()) };
        let side = usize::from(self.chance(50));
        if self.is_away(tandem, side, self.today()) {
            return Ok(());
        }
        let lines = [0; 3].map(|_| self.line(|lines| lines.look_backs));
        let lines = lines.map(|line| self.marked(line));
        let person = self.person(tandem, side).id;
        let texts: Vec<&str> = lines.iter().map(String::as_str).collect();
        self.theatre.fill(person, &post, "look-back:", &texts).await.map(drop)
    }

    /// The coordinator starts new partners, whom the programme has no set time for.
    pub(super) async fn change_partners(&mut self) -> anyhow::Result<()> {
        let (coordinator, office) = (self.theatre.coordinator, self.theatre.office);
        let asked = self.theatre.command(coordinator, office, "coordination match change", json!({})).await?;
        if !has_button(&asked, "match-change") {
            return Ok(());
        }
        self.theatre.press(coordinator, &asked, "match-change").await?;
        for (tandem, _) in self.at_work() {
            self.theatre.note(Some(tandem), Deed::PartnersChanged);
        }
        let asked = self.theatre.now();
        let soon = asked + SOON;
        self.chapter(soon, Chapter::AskStay);
        self.chapter(asked + STAYS_SETTLED + SETTLED, Chapter::StaysSettled);
        self.chapter(soon + STAYS_SETTLED + Duration::days(1), Chapter::Propose { first: false, tries: 0 });
        Ok(())
    }

    /// It was asked whether the two stay together: some both wish to, some one of them, some say nothing.
    pub(super) fn plan_stays(&mut self) {
        for (tandem, _) in self.at_work() {
            let who: &[usize] = match tandem % 4 {
                0 | 1 => &[0, 1],
                2 => &[1],
                _ => &[],
            };
            for side in who {
                let at = self.in_days(0..=4);
                self.chapter(at, Chapter::Stay { tandem, side: *side });
            }
        }
    }

    /// One of the two says so.
    pub(super) async fn stay(&mut self, tandem: usize, side: usize) -> anyhow::Result<()> {
        let Some(room) = self.live_room(tandem) else { return Ok(()) };
        let Some(post) = self.newest(room, |post| has_button(post, "stay-ask:")) else { return Ok(()) };
        let person = self.person(tandem, side).id;
        let asked = self.theatre.press(person, &post, "stay-ask:").await?;
        let stays = tandem.is_multiple_of(4) || side == 1;
        let code = if stays { "stay-yes:" } else { "stay-new:" };
        if has_button(&asked, code) {
            self.theatre.press(person, &asked, code).await?;
            self.theatre.note(Some(tandem), Deed::Stays { side, stays });
            self.memories[tandem].stays[side] = stays;
        }
        Ok(())
    }

    /// The answers count now: whoever did not both wish to stay is out of this tandem.
    pub(super) fn settle_stays(&mut self) {
        for (tandem, _) in self.at_work() {
            let Some(room) = self.room(tandem) else { continue };
            let asked = self.newest(room, |post| has_button(post, "stay-ask:")).is_some();
            if asked && self.memories[tandem].stays != [true; 2] {
                self.memories[tandem].ended = true;
            }
        }
    }
}
