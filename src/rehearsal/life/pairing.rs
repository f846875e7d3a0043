//! The cohort is paired: the coordinator looks at the plan and its reasons, holds, bars and swaps, and asks everybody; all
//! answer under *My place*, one with a no, and one not at all; at the deadline the tandems open that both wanted.

use chrono::Duration;
use serde_json::json;

use super::whole::{Chapter, Comes};
use super::{Life, Memory, has_button};
use crate::locales::{Language, say};
use crate::rehearsal::oracle::Deed;
use crate::rehearsal::theatre::Person;
use crate::rehearsal::walk::named_in;
use crate::sandbox::view::MessageView;

/// A second look at a server that had no room comes after so many days; so often.
const AGAIN: i64 = 4;
const TRIES: u32 = 6;
/// In a later round people have so many days.
const SOON: i64 = 4;
/// Whoever looks after the deadline finds all rooms made.
const OPENED: Duration = Duration::minutes(25);
/// From so many pairs on a coordinator changes something about the plan.
const CHANGED_FROM: usize = 4;

impl Life<'_> {
    /// The plan is made, looked at, changed, and everybody in it is asked.
    pub(super) async fn propose(&mut self, first: bool, tries: u32) -> anyhow::Result<()> {
        let (coordinator, office) = (self.theatre.coordinator, self.theatre.office);
        let plan = self.theatre.command(coordinator, office, "coordination match propose", json!({})).await?;
        if named_in(&plan).is_empty() {
            return Ok(());
        }
        if first {
            self.consider(&plan).await?;
        }
        let options = if first {
            json!({})
        } else {
            json!({ "until": self.typed(self.today() + Duration::days(SOON)) })
        };
        let ready = self.theatre.command(coordinator, office, "coordination match confirm", options).await?;
        if !has_button(&ready, "match-ask") {
            // No room: some go in the next days.
            if tries < TRIES {
                let at = self.clock(self.today() + Duration::days(AGAIN), 10, 30);
                self.chapter(at, Chapter::Propose { first: false, tries: tries + 1 });
            }
            return Ok(());
        }
        let asked = self.theatre.press(coordinator, &ready, "match-ask").await?;
        let Some(deadline) = super::meetings::moment_in(&asked.content) else {
            anyhow::bail!("asked until nobody knows when: {}", asked.content)
        };
        self.theatre.note(None, Deed::Proposed);
        self.cohort.proposed = Some(self.theatre.now());
        self.cohort.deadline = Some(deadline);
        self.cohort.asked.clear();
        let days = (self.programme.clockwork.day(deadline) - self.today()).num_days();
        for who in 0..self.cohort.members.len() {
            if self.is_free(who) {
                let at = self.in_days(1..=(days - 2).max(1)).min(deadline - Duration::hours(1));
                self.chapter(at, Chapter::Answer { who });
            }
        }
        self.chapter(deadline + OPENED, Chapter::Settle);
        Ok(())
    }

    /// Whether somebody takes part and is in no tandem.
    fn is_free(&self, who: usize) -> bool {
        let member = &self.cohort.members[who];
        let id = member.person.id;
        let mut pairs = self.theatre.pairs.iter().zip(&self.memories);
        let busy = pairs.any(|(pair, memory)| !memory.ended && pair.iter().any(|one| one.id == id));
        member.enrolled && !member.unwanted && !member.gone && !busy && !self.has_left(id)
    }

    /// The coordinator reads why, and what counts; holds one pair, bars another, and lets two mentees change places.
    async fn consider(&mut self, plan: &MessageView) -> anyhow::Result<()> {
        let (coordinator, office) = (self.theatre.coordinator, self.theatre.office);
        self.theatre.press(coordinator, plan, "match-weights").await?;
        let command = |name: &str| format!("coordination match {name}");
        let rows = named_in(plan);
        let rows: Vec<&[u64]> = rows.chunks_exact(2).collect();
        if rows.len() < CHANGED_FROM {
            return Ok(());
        }
        let held = json!({ "mentor": rows[0][0].to_string(), "mentee": rows[0][1].to_string() });
        self.theatre.command(coordinator, office, &command("lock"), held).await?;
        let barred = json!({ "first": rows[1][0].to_string(), "second": rows[1][1].to_string() });
        self.theatre.command(coordinator, office, &command("forbid"), barred).await?;
        let again = self.theatre.command(coordinator, office, &command("propose"), json!({})).await?;
        let now = named_in(&again);
        let mut others = now.chunks_exact(2).filter(|row| row[0] != rows[0][0]);
        if let (Some(one), Some(other)) = (others.next(), others.next()) {
            let swapped = json!({ "first": one[1].to_string(), "second": other[1].to_string() });
            self.theatre.command(coordinator, office, &command("swap"), swapped).await?;
        }
        let page = self.theatre.command(coordinator, office, &command("propose"), json!({})).await?;
        let held = self.theatre.press(coordinator, &page, "match-held").await?;
        let back = self.theatre.press(coordinator, &held, "match-page").await?;
        self.theatre.press(coordinator, &back, "match-left").await.map(drop)
    }

    /// Somebody finds who is proposed to them, and answers; whoever is both mentor and mentee may find two.
    pub(super) async fn answer_proposal(&mut self, who: usize) -> anyhow::Result<()> {
        if !self.is_free(who) {
            return Ok(());
        }
        let place = self.my_place(who).await?;
        let accept = place.custom_ids().into_iter().filter(|id| id.starts_with("proposal-accept"));
        let accept: Vec<String> = accept.map(str::to_owned).collect();
        if let Some(at) = self.cohort.proposed.filter(|_| !accept.is_empty()) {
            self.note_waits(at, &[self.cohort.members[who].person.id]);
        }
        for (number, accept) in accept.iter().enumerate() {
            // An answer takes the place of the page.
            let page = if number == 0 { place.clone() } else { self.my_place(who).await? };
            if has_button(&page, accept) {
                self.answer_one(who, &page, number, accept).await?;
            }
        }
        Ok(())
    }

    /// Answers what is proposed as the `number`th on a page.
    async fn answer_one(
        &mut self,
        who: usize,
        place: &MessageView,
        number: usize,
        accept: &str,
    ) -> anyhow::Result<()> {
        let me = self.cohort.members[who].person.id;
        let embed = place.embeds.get(number).cloned().unwrap_or_default();
        let said = MessageView { embeds: vec![embed], ..place.clone() };
        let Some(partner) = named_in(&said).into_iter().find(|id| *id != me) else {
            anyhow::bail!("a proposal without a partner: {place:?}")
        };
        let side = usize::from(!self.is_as_mentor(&said));
        let pair = if side == 0 { (me, partner) } else { (partner, me) };
        let answers = self.cohort.asked.entry(pair).or_default();
        let untouched = *answers == [None; 2];
        if side == 1 && untouched && !std::mem::replace(&mut self.cohort.declined, true) {
            answers[side] = Some(false);
            let decline = accept.replace("proposal-accept", "proposal-decline");
            return self.theatre.press(me, place, &decline).await.map(drop);
        }
        if side == 0 && untouched && !std::mem::replace(&mut self.cohort.kept_silent, true) {
            return Ok(());
        }
        answers[side] = Some(true);
        self.theatre.press(me, place, accept).await.map(drop)
    }

    /// Whether a proposal is one to be somebody's mentor, as it reads.
    fn is_as_mentor(&self, proposal: &MessageView) -> bool {
        let words =
            proposal.embeds.first().and_then(|embed| embed["description"].as_str()).unwrap_or_default();
        [self.language, Language::En].into_iter().any(|language| {
            let text = say(language, "proposal-as-mentor").with("partner", "<@").with("deadline", "").text();
            text.split("<@").next().is_some_and(|begins| words.starts_with(begins))
        })
    }

    /// The deadline has passed: whoever both wanted it has a room by now.
    pub(super) fn settle(&mut self) {
        let Some(deadline) = self.cohort.deadline.take() else { return };
        let asked = std::mem::take(&mut self.cohort.asked);
        self.cohort.tally.proposed += asked.len();
        let both = |answers: &[Option<bool>; 2]| answers.iter().all(|one| *one == Some(true));
        let came: Vec<(u64, u64)> =
            asked.into_iter().filter(|(_, answers)| both(answers)).map(|(pair, _)| pair).collect();
        self.theatre.note_at(deadline, None, Deed::RoundEnded { opens: !came.is_empty() });
        for (mentor, mentee) in came {
            let (Some(one), Some(other)) = (self.member(mentor), self.member(mentee)) else { continue };
            let pair = [one.person.clone(), other.person.clone()];
            // Both have chosen English: so does their room.
            let english = one.english && other.english;
            let language = if english { Language::En } else { self.language };
            let memory = Memory {
                room: self.room_of([mentor, mentee]),
                accepted: [true; 2],
                language: Some(language),
                ..Memory::default()
            };
            self.cohort.tally.accepted += 1;
            let tandem = self.remember(pair, memory);
            self.theatre.note_at(deadline, Some(tandem), Deed::Opened);
            self.theatre.note_at(deadline, Some(tandem), Deed::Are([mentor, mentee]));
            self.note_seats(deadline, tandem);
            self.settle_in(tandem);
        }
        self.find_lounge();
        for who in 0..self.cohort.members.len() {
            if self.is_free(who) && self.cohort.members[who].comes == Comes::InTime {
                let at = self.in_days(0..=1);
                self.chapter(at, Chapter::Place { who });
            }
        }
    }

    pub(super) fn member(&self, id: u64) -> Option<&super::whole::Member> {
        self.cohort.members.iter().find(|one| one.person.id == id)
    }

    /// Whether somebody takes part as a mentor, and whether as a mentee.
    pub(super) fn sides(&self, person: u64) -> [bool; 2] {
        self.member(person).map_or([false; 2], |one| [0, 1].map(|side| one.both || one.side == side))
    }

    /// The room that lets in these two and nobody else.
    fn room_of(&self, two: [u64; 2]) -> Option<u64> {
        let sandbox = &self.theatre.stage.sandbox;
        let world = sandbox.world();
        let bot = world.bot();
        let taken = |room: u64| self.memories.iter().any(|one| one.room == Some(room));
        let mut rooms = world.channels.values().filter(|channel| {
            let own = channel.overwrites.iter().filter(|one| one.kind == 1 && one.id != bot);
            let people: Vec<u64> = own.map(|one| one.id).collect();
            people.len() == 2 && two.iter().all(|id| people.contains(id)) && !taken(channel.id)
        });
        rooms.next().map(|channel| channel.id)
    }

    /// The mentors' lounge, by its name.
    fn find_lounge(&mut self) {
        let name = say(self.language, "lounge-channel-name").text();
        let all = self.theatre.stage.sandbox.channels_of(self.theatre.owner);
        self.cohort.lounge = self.cohort.lounge.or(all.iter().find(|one| one.name == name).map(|one| one.id));
    }

    /// The tandems at work in which somebody is, and what they are in each: 0 mentor, 1 mentee.
    pub(super) fn tandems_of(&self, person: u64) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        for (tandem, pair) in self.at_work() {
            found.extend(pair.iter().position(|one| one.id == person).map(|side| (tandem, side)));
        }
        found
    }

    /// Who is in a tandem that is at work, by its number: mentor and mentee.
    pub(super) fn at_work(&self) -> Vec<(usize, [Person; 2])> {
        let pairs = self.theatre.pairs.iter().zip(&self.memories).enumerate();
        pairs
            .filter(|(_, (_, memory))| !memory.ended)
            .map(|(tandem, (pair, _))| (tandem, pair.clone()))
            .collect()
    }
}
