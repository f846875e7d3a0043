//! Before there are tandems: the coordinator prepares and opens the programme and invites by list, people enrol through the
//! private dialogue, some on a second day, the coordinator decides, the briefing is read, and the kick-off is set.

use std::fmt::Write as _;

use chrono::{DateTime, Duration, Utc};
use serde_json::json;

use super::whole::{Chapter, Comes};
use super::{Life, has_button};
use crate::domain::programme::OccasionKind;
use crate::rehearsal::oracle::Deed;
use crate::rehearsal::walk::{Manner, values_of};
use crate::sandbox::people;
use crate::sandbox::view::MessageView;

/// So many steps somebody takes who is called away.
const CALLED_AWAY: usize = 4;
/// So long a list is looked up.
const LOOKED_UP: Duration = Duration::minutes(20);
/// One in so many names somebody they would rather not be paired with.
const SECRET: usize = 11;
/// Who ticks direct messages, by their number in the cohort, and which of them takes none. They are few: direct messages keep
/// a distance from one another, and the oracle lets none of them be half an hour late.
const TICKED: [usize; 3] = [2, 7, CLOSED];
const CLOSED: usize = 10;

impl Life<'_> {
    /// What is not said when a programme is created is said before it opens.
    pub(super) async fn prepare(&mut self) -> anyhow::Result<()> {
        let (coordinator, office) = (self.theatre.coordinator, self.theatre.office);
        let aim = self.line(|lines| lines.aims);
        let page =
            self.theatre.command(coordinator, office, "coordination programme edit", json!({})).await?;
        let name = self.programme.name.clone();
        let page =
            self.theatre.choose_and_fill(coordinator, &page, ("edit-choose", "words"), &[&name, aim]).await?;
        self.theatre.choose_all(coordinator, &page, "edit-switch", &["lounge".to_owned()]).await.map(drop)
    }

    /// Opens the programme: its card is posted.
    pub(super) async fn open(&mut self) -> anyhow::Result<()> {
        let (coordinator, office) = (self.theatre.coordinator, self.theatre.office);
        let asked =
            self.theatre.command(coordinator, office, "coordination programme open", json!({})).await?;
        self.theatre.press(coordinator, &asked, "programme-open").await?;
        self.theatre.note(None, Deed::Created);
        if self.whole {
            self.theatre.note(None, Deed::LoungeWanted);
        }
        Ok(())
    }

    /// Invites some by list: the people are looked up while time passes, and the answer then tells what became of each.
    pub(super) async fn invite(&mut self) -> anyhow::Result<()> {
        let (coordinator, office) = (self.theatre.coordinator, self.theatre.office);
        let lines = if self.language.is_german() { &super::GERMAN } else { &super::ENGLISH };
        let mut list = String::from("person;role;department\n");
        for (number, one) in self.cohort.members.iter().enumerate().filter(|(_, one)| one.invited) {
            let role = one.role();
            let department = lines.departments[number % lines.departments.len()];
            let _ = writeln!(list, "{};{role};{department}", one.person.id);
        }
        if list.lines().count() < 2 {
            return Ok(());
        }
        let options = json!({ "file": { "filename": lines.files[0], "text": list } });
        self.theatre.command(coordinator, office, "coordination people invite", options).await?;
        self.theatre.note(None, Deed::Decided);
        self.theatre.stage.pass_until(self.theatre.now() + LOOKED_UP).await?;
        self.theatre.look_again(coordinator);
        Ok(())
    }

    /// A question of the programme's own and an idea for a task, each in both languages.
    pub(super) async fn add_question(&mut self) -> anyhow::Result<()> {
        let (coordinator, office) = (self.theatre.coordinator, self.theatre.office);
        let intro =
            self.theatre.command(coordinator, office, "coordination questions add", json!({})).await?;
        let words = [
            "Welche Besprechung in dieser Woche hätte auch eine Nachricht sein können?",
            "Which meeting of this week could have been a message?",
        ];
        self.theatre.fill(coordinator, &intro, "question-add", &words).await?;
        let idea = json!({ "kind": "idea" });
        let intro = self.theatre.command(coordinator, office, "coordination questions add", idea).await?;
        let words = [
            "Den eigenen Kalender für das Team freigeben und bis zum nächsten Treffen notieren, welche Rückfrage dadurch entfallen ist.",
            "Share your own calendar with the team, and note until the next meeting which question nobody had to ask any more.",
        ];
        self.theatre.fill(coordinator, &intro, "own-idea-add", &words).await.map(drop)
    }

    /// Somebody takes part, by the card's button, and answers what is asked; whoever was called away goes on by command.
    pub(super) async fn enrol(&mut self, who: usize, called_away: bool) -> anyhow::Result<()> {
        let member = self.cohort.members[who].clone();
        let (person, lobby) = (member.person.id, self.theatre.lobby);
        let card = self.newest(lobby, |post| has_button(post, "join")).filter(|_| !self.begun(who));
        let page = match card {
            Some(card) => self.theatre.press(person, &card, "join").await?,
            None => self.theatre.command(person, lobby, "join", json!({})).await?,
        };
        let lines = if self.language.is_german() { &super::GERMAN } else { &super::ENGLISH };
        let mut rng = self.rng.fork();
        let secret = (who % SECRET == 3).then(|| self.rather_not(who)).flatten();
        let mut manner = Manner {
            rng: &mut rng,
            role: member.role(),
            words: if member.side == 0 { lines.mentor_wishes } else { lines.mentee_wishes },
            department: lines.departments[who % lines.departments.len()],
            tongue: if self.language.is_german() { "de" } else { "en" },
            rather_not: secret,
            steps: if called_away { CALLED_AWAY } else { usize::MAX },
        };
        let last = self.theatre.walk(person, page, &mut manner).await?;
        if called_away {
            let at = self.in_days(1..=2);
            self.chapter(at, Chapter::Enrol { who, called_away: false });
            self.cohort.begun.insert(who);
            return Ok(());
        }
        anyhow::ensure!(!has_button(&last, "join-discard"), "enrolling did not come to its end: {last:?}");
        self.cohort.members[who].enrolled = true;
        self.cohort.tally.enrolled += 1;
        if TICKED.contains(&who) {
            let at = self.in_days(0..=0);
            self.chapter(at, Chapter::Tick { who });
        }
        if member.invited {
            self.cohort.tally.approved += 1;
            self.plan_reading(who);
        }
        Ok(())
    }

    /// Somebody ticks that a direct message may say that something waits; one of them takes none from anybody.
    pub(super) async fn tick_at_place(&mut self, who: usize) -> anyhow::Result<()> {
        let (person, lobby) = (self.cohort.members[who].person.id, self.theatre.lobby);
        let mine = self.theatre.command(person, lobby, "my", json!({})).await?;
        if !has_button(&mine, "direct-on") {
            return Ok(());
        }
        let open = who != CLOSED;
        if !open {
            self.theatre.stage.act(person, people::Deed::CloseDirectMessages).await?;
        }
        self.theatre.press(person, &mine, "direct-on").await?;
        self.theatre.note(None, Deed::Ticked { person, open });
        Ok(())
    }

    /// Something waits for these people; the oracle hears of those who wish to be told.
    pub(super) fn note_waits(&mut self, at: DateTime<Utc>, people: &[u64]) {
        for who in TICKED {
            let Some(person) = self.cohort.members.get(who).map(|one| one.person.id) else { continue };
            if people.contains(&person) {
                self.theatre.note_at(at, None, Deed::WaitsFor { person });
            }
        }
    }

    /// Whoever ticked direct messages is one of a tandem's two now.
    pub(super) fn note_seats(&mut self, at: DateTime<Utc>, tandem: usize) {
        for side in [0, 1] {
            let person = self.person(tandem, side).id;
            if TICKED
                .iter()
                .any(|who| self.cohort.members.get(*who).is_some_and(|one| one.person.id == person))
            {
                self.theatre.note_at(at, Some(tandem), Deed::Seated { side, person });
            }
        }
    }

    /// Whether somebody was called away in the middle of it.
    fn begun(&self, who: usize) -> bool {
        self.cohort.begun.contains(&who)
    }

    /// Somebody of the other side whom they would rather not be paired with.
    fn rather_not(&self, who: usize) -> Option<(u64, String)> {
        let member = &self.cohort.members[who];
        let mut others = self.cohort.members.iter().skip(who + 1);
        let other = others.find(|one| one.side != member.side && !one.unwanted)?.person.id;
        let world = self.theatre.stage.sandbox.world();
        world.users.get(&other).map(|user| (other, user.display_name.clone()))
    }

    /// Whoever is admitted reads the briefing, where it is required everybody does.
    fn plan_reading(&mut self, who: usize) {
        let member = &self.cohort.members[who];
        if member.read || member.unwanted {
            return;
        }
        let required = self.programme.briefing_required;
        let percent = if member.person.character == super::Character::Silent { 20 } else { 70 };
        // Whoever comes late has no time to lose: the next round is near.
        let days = if member.comes == Comes::InTime { 2 } else { 0 };
        if required || self.chance(percent) {
            let at = self.in_days(0..=days);
            self.chapter(at, Chapter::Read { who });
        }
    }

    /// Reads the briefing to its last card.
    pub(super) async fn read_briefing(&mut self, who: usize) -> anyhow::Result<()> {
        let place = self.my_place(who).await?;
        if self.cohort.members[who].read || !has_button(&place, "briefing-open") {
            return Ok(());
        }
        let person = self.cohort.members[who].person.id;
        let mut page = self.theatre.press(person, &place, "briefing-open").await?;
        while let Some(next) = leads_on(&page) {
            page = self.theatre.press(person, &page, &next).await?;
        }
        self.cohort.members[who].read = true;
        Ok(())
    }

    /// *My place*, as somebody sees it.
    pub(super) async fn my_place(&mut self, who: usize) -> anyhow::Result<MessageView> {
        let (person, lobby) = (self.cohort.members[who].person.clone(), self.theatre.lobby);
        let Some(card) = self.newest(lobby, |post| has_button(post, "my-place")) else {
            anyhow::bail!("there is no card in the lobby")
        };
        let place = self.theatre.press(person.id, &card, "my-place").await?;
        if person.locale != "de" && self.language.is_german() && has_button(&place, "speak-en") {
            self.cohort.members[who].english = true;
            return self.theatre.press(person.id, &place, "speak-en").await;
        }
        Ok(place)
    }

    /// The coordinator admits those who wait, page by page, and has no place for one of them.
    pub(super) async fn decide(&mut self) -> anyhow::Result<()> {
        let (coordinator, office) = (self.theatre.coordinator, self.theatre.office);
        let unwanted: Vec<String> = self
            .cohort
            .members
            .iter()
            .filter(|one| one.unwanted)
            .map(|one| one.person.id.to_string())
            .collect();
        let mut page =
            self.theatre.command(coordinator, office, "coordination people list", json!({})).await?;
        let mut by_command = true;
        loop {
            let (no, yes): (Vec<_>, Vec<_>) =
                values_of(&page, "people-approve").into_iter().partition(|id| unwanted.contains(id));
            let Some(first) = yes.first() else {
                if !no.is_empty() {
                    self.theatre.choose_all(coordinator, &page, "people-decline", &no).await?;
                    self.theatre.note(None, Deed::Decided);
                    let at = self.in_days(0..=1);
                    self.chapter(at, Chapter::Place { who: self.cohort.members.len() - 1 });
                }
                break;
            };
            self.theatre.note(None, Deed::Decided);
            let numbers: Vec<u64> = yes.iter().filter_map(|id| id.parse().ok()).collect();
            self.note_waits(self.theatre.now(), if by_command { &numbers[..1] } else { &numbers });
            if std::mem::take(&mut by_command) {
                let options = json!({ "person": first });
                self.theatre.command(coordinator, office, "coordination people approve", options).await?;
                self.cohort.tally.approved += 1;
                page =
                    self.theatre.command(coordinator, office, "coordination people list", json!({})).await?;
            } else {
                page = self.theatre.choose_all(coordinator, &page, "people-approve", &yes).await?;
                self.cohort.tally.approved += yes.len();
            }
        }
        for who in 0..self.cohort.members.len() {
            let one = &self.cohort.members[who];
            if one.enrolled && !one.invited {
                self.plan_reading(who);
            }
        }
        Ok(())
    }

    /// Kick-off or closing event gets its day and place, or is called off; everybody reads of it in the programme's channel.
    pub(super) async fn set_occasion(
        &mut self,
        which: OccasionKind,
        at: Option<DateTime<Utc>>,
    ) -> anyhow::Result<()> {
        let (coordinator, office) = (self.theatre.coordinator, self.theatre.office);
        let page =
            self.theatre.command(coordinator, office, "coordination programme edit", json!({})).await?;
        let when = at.map(|at| self.typed_moment(at)).unwrap_or_default();
        let place = self.line(|lines| lines.halls);
        self.theatre
            .choose_and_fill(coordinator, &page, ("edit-choose", which.code()), &[&when, place])
            .await?;
        let kickoff = which == OccasionKind::Kickoff;
        self.theatre.note(None, if kickoff { Deed::KickoffSet } else { Deed::ClosingEventSet });
        for who in 0..self.cohort.members.len() {
            if kickoff && at.is_some() && self.cohort.members[who].enrolled && who % 9 == 4 {
                let at = self.in_days(1..=8);
                self.chapter(at, Chapter::Worry { who });
            }
        }
        Ok(())
    }

    /// Somebody has a question before it begins, and asks it without a name.
    pub(super) async fn worry(&mut self, who: usize) -> anyhow::Result<()> {
        let (person, lobby) = (self.cohort.members[who].person.id, self.theatre.lobby);
        let Some(post) = self.newest(lobby, |post| has_button(post, "concern-ask")) else { return Ok(()) };
        let words = self.line(|lines| lines.worries);
        let words = self.marked(words);
        let asked = self.theatre.press(person, &post, "concern-ask").await?;
        self.theatre.fill(person, &asked, "concern-write", &[&words]).await?;
        self.theatre.note(None, Deed::AskedConcern);
        let tomorrow = self.today() + Duration::days(1);
        self.chapter(self.clock(tomorrow, 11, 0), Chapter::Concerns);
        Ok(())
    }

    /// The coordinator reads what came without a name, and takes it up.
    pub(super) async fn read_concerns(&mut self) -> anyhow::Result<()> {
        let (coordinator, office) = (self.theatre.coordinator, self.theatre.office);
        let Some(post) = self.newest(office, |post| has_button(post, "concern-list")) else { return Ok(()) };
        let mut list = self.theatre.press(coordinator, &post, "concern-list").await?;
        while !has_button(&list, "concerns-taken") && has_button(&list, "concerns-turn") {
            list = self.theatre.press(coordinator, &list, "concerns-turn").await?;
        }
        if has_button(&list, "concerns-taken") {
            self.theatre.press(coordinator, &list, "concerns-taken").await?;
            self.theatre.note(None, Deed::TookUpConcerns);
        }
        Ok(())
    }
}

/// The button to the next card, or the one under the last.
fn leads_on(page: &MessageView) -> Option<String> {
    let mut ids = page.custom_ids();
    let last = ids.pop()?;
    (last.starts_with("briefing:") || last.starts_with("briefing-done")).then(|| last.to_owned())
}
