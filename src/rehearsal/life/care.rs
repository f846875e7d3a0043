//! What people do when it does not run smoothly: they ask for support, they cannot reach each other, a card is deleted by
//! mistake, somebody leaves the company. And what they pass on: tips and insights, and remarks without a name.

use chrono::Duration;
use serde_json::json;

use super::{Life, Practice, Turn, has_button};
use crate::rehearsal::cast::Character;
use crate::rehearsal::oracle::Deed;
use crate::sandbox::people;
use crate::sandbox::view::MessageView;

/// In which week, counted from 0, somebody is no longer heard of.
pub(super) const LOST: i64 = 8;
/// In which week somebody leaves the company.
const MOVES: i64 = 14;
/// One in so many returned practices is withdrawn after it was published.
const WITHDRAWN: u32 = 20;

impl Life<'_> {
    /// What belongs to a week and to who somebody is.
    pub(super) fn care_of_the_week(&mut self, tandem: usize, week: i64) {
        let mentee = self.character(tandem, 1);
        match (mentee, week) {
            (Character::Silent, 5) => {
                let at = self.in_days(0..=1);
                self.plan(at, Turn::CantReach { tandem });
                let late = self.in_days(3..=4);
                self.plan(late, Turn::AnswerLate { tandem });
            }
            (Character::Lost, LOST) => {
                let at = self.in_days(1..=2);
                self.plan(at, Turn::CantReach { tandem });
                let later = self.in_days(12..=13);
                self.plan(later, Turn::TakeNew { tandem });
            }
            (Character::Moves, MOVES) => {
                let at = self.in_days(1..=2);
                self.plan(at, Turn::MoveAway { tandem });
            }
            (Character::Stuck, 7) | (Character::Busy, 9) => {
                let at = self.in_days(0..=3);
                self.plan(at, Turn::AskSupport { tandem, side: usize::from(week == 7) });
            }
            _ => {}
        }
        if mentee != Character::Silent && week > 4 && self.chance(7) {
            let at = self.in_days(0..=4);
            let side = usize::from(self.chance(50));
            self.plan(at, Turn::Share { tandem, side });
        }
        if week > 1 && self.chance(4) {
            let at = self.in_days(0..=4);
            self.plan(at, Turn::DeleteCard { tandem });
        }
    }

    /// Somebody ticks that a direct message may say that something waits.
    pub(super) async fn tick(&mut self, tandem: usize, side: usize) -> anyhow::Result<()> {
        let Some(room) = self.live_room(tandem) else { return Ok(()) };
        let person = self.person(tandem, side).id;
        let mine = self.theatre.command(person, room, "my", json!({})).await?;
        if has_button(&mine, "direct-on") {
            self.theatre.press(person, &mine, "direct-on").await?;
            self.theatre.note(None, Deed::Ticked { person, open: true });
            self.theatre.note(Some(tandem), Deed::Seated { side, person });
        }
        Ok(())
    }

    /// Asks the coach for a talk, by command or by the pinned button.
    pub(super) async fn ask_support(&mut self, tandem: usize, side: usize) -> anyhow::Result<()> {
        let Some(room) = self.live_room(tandem) else { return Ok(()) };
        let person = self.person(tandem, side).id;
        let words = self.line(|lines| lines.support);
        let words = self.marked(words);
        let shown = if self.chance(50) {
            self.theatre.command(person, room, "support", json!({ "text": words })).await?
        } else {
            let Some(welcome) = self.newest(room, |post| has_button(post, "tandem-menu")) else {
                return Ok(());
            };
            let menu = self.theatre.press(person, &welcome, "tandem-menu").await?;
            let asked = self.theatre.press(person, &menu, "support-menu").await?;
            if !has_button(&asked, "support-write") {
                return Ok(());
            }
            self.theatre.fill(person, &asked, "support-write", &[&words]).await?
        };
        self.send_support(person, &shown).await
    }

    /// Sends the words that are shown, unless a call is open already; the coach looks after it on one of the next days.
    pub(super) async fn send_support(&mut self, person: u64, shown: &MessageView) -> anyhow::Result<()> {
        if !has_button(shown, "support-send") {
            return Ok(());
        }
        self.theatre.press(person, shown, "support-send").await?;
        self.theatre.note(None, Deed::AskedSupport);
        let at = self.in_days(1..=1);
        self.plan(at, Turn::Coach);
        let later = self.in_days(4..=6);
        self.plan(later, Turn::Coach);
        Ok(())
    }

    /// The coach takes care of one call, or closes the first that is taken care of.
    pub(super) async fn coach(&mut self) -> anyhow::Result<()> {
        let (coach, desk) = (self.theatre.coach, self.theatre.desk);
        let Some(post) = self.newest(desk, |post| has_button(post, "support-list")) else { return Ok(()) };
        let list = self.theatre.press(coach, &post, "support-list").await?;
        for code in ["support-take", "support-close"] {
            if has_button(&list, code) {
                return self.theatre.press(coach, &list, code).await.map(drop);
            }
        }
        Ok(())
    }

    /// The same task is stuck again: one of the two takes the offer that was posted.
    pub(super) async fn take_help(&mut self, tandem: usize) -> anyhow::Result<()> {
        let Some(room) = self.live_room(tandem) else { return Ok(()) };
        let Some(offer) = self.newest(room, |post| has_button(post, "support-task")) else { return Ok(()) };
        let person = self.person(tandem, 1).id;
        let shown = self.theatre.press(person, &offer, "support-task").await?;
        self.send_support(person, &shown).await
    }

    /// The mentor asks whether there is still time for the tandem.
    pub(super) async fn cant_reach(&mut self, tandem: usize) -> anyhow::Result<()> {
        let Some(room) = self.live_room(tandem) else { return Ok(()) };
        let Some(welcome) = self.newest(room, |post| has_button(post, "tandem-menu")) else { return Ok(()) };
        let mentor = self.person(tandem, 0).id;
        let menu = self.theatre.press(mentor, &welcome, "tandem-menu").await?;
        let told = self.theatre.press(mentor, &menu, "reach-menu").await?;
        if has_button(&told, "reach-ask") {
            self.theatre.press(mentor, &told, "reach-ask").await?;
            self.theatre.note(Some(tandem), Deed::CantReach);
        }
        Ok(())
    }

    /// The other one is there after all.
    pub(super) async fn answer_late(&mut self, tandem: usize) -> anyhow::Result<()> {
        let Some(room) = self.live_room(tandem) else { return Ok(()) };
        let Some(asked) = self.newest(room, |post| has_button(post, "reach-here")) else { return Ok(()) };
        let mentee = self.person(tandem, 1).id;
        self.theatre.press(mentee, &asked, "reach-here").await?;
        self.theatre.note(Some(tandem), Deed::Reached);
        let line = self.line(|lines| lines.back);
        self.theatre.write(mentee, room, line).await
    }

    /// No answer came: the mentor takes the offer of a new tandem.
    pub(super) async fn take_new(&mut self, tandem: usize) -> anyhow::Result<()> {
        if self.live_room(tandem).is_none() {
            return Ok(());
        }
        let (mentor, lobby) = (self.person(tandem, 0).id, self.theatre.lobby);
        let Some(card) = self.newest(lobby, |post| has_button(post, "my-place")) else { return Ok(()) };
        let place = self.theatre.press(mentor, &card, "my-place").await?;
        if !has_button(&place, "reach-take") {
            return Ok(());
        }
        let asked = self.theatre.press(mentor, &place, "reach-take").await?;
        self.theatre.note(Some(tandem), Deed::Ended);
        self.memories[tandem].ended = true;
        if has_button(&asked, "next-new") {
            self.theatre.press(mentor, &asked, "next-new").await?;
        }
        Ok(())
    }

    /// The mentee leaves the company and with it the server; the bot finds it at night.
    pub(super) async fn move_away(&mut self, tandem: usize) -> anyhow::Result<()> {
        let Some(room) = self.live_room(tandem) else { return Ok(()) };
        let mentee = self.person(tandem, 1).id;
        let line = self.line(|lines| lines.farewell);
        self.theatre.write(mentee, room, line).await?;
        let guild = self.theatre.guild;
        self.theatre.stage.act(mentee, people::Deed::LeaveServer { guild }).await?;
        // Nobody does anything there any more; the bot finds it at night.
        let found = self.theatre.now().date_naive().succ_opt().unwrap_or_default();
        for (tandem, side) in self.tandems_of(mentee) {
            self.memories[tandem].ended = true;
            self.theatre.note(Some(tandem), Deed::LeftServer);
            self.plan(self.clock(found, 7, 40), Turn::FindGone { tandem, side: 1 - side });
        }
        Ok(())
    }

    /// The morning after: the room has read why it closes.
    pub(super) fn find_gone(&mut self, tandem: usize, side: usize) {
        let at = self.in_days(1..=2);
        self.plan(at, Turn::GoOn { tandem, side });
    }

    /// Somebody clears up in the room and takes the newest card of an open task along.
    pub(super) async fn delete_card(&mut self, tandem: usize) -> anyhow::Result<()> {
        let Some(room) = self.live_room(tandem) else { return Ok(()) };
        let mut open =
            self.memories[tandem].tasks.iter().filter(|task| task.is_open()).map(|task| task.number);
        let Some(number) = open.next_back() else { return Ok(()) };
        let Some(card) = self.card(room, number) else { return Ok(()) };
        // What is deleted stands in the transcript all the same.
        self.theatre.archive.capture(&self.theatre.stage.sandbox, self.theatre.owner);
        let deed = people::Deed::DeleteMessage { channel: room, message: card.id };
        self.theatre.stage.act(self.theatre.owner, deed).await?;
        self.theatre.note(Some(tandem), Deed::CardDeleted { number });
        let at = self.in_days(1..=2);
        self.plan(at, Turn::Reword { tandem, number });
        Ok(())
    }

    /// One of the two shares a tip or an insight, and says at once whether with names.
    pub(super) async fn share(&mut self, tandem: usize, side: usize) -> anyhow::Result<()> {
        let Some(room) = self.live_room(tandem) else { return Ok(()) };
        let mut all = self.memories[tandem].meetings.iter();
        let met = all.any(|one| !one.off && one.starts < self.theatre.now());
        if !met || self.is_away(tandem, side, self.today()) {
            return Ok(());
        }
        let (kind, words) = self.next_practice();
        let text = self.marked(&words);
        let mut options = json!({ "text": text, "kind": kind });
        if kind == "tip" && self.chance(30) {
            options["link"] = json!(self.line(|lines| lines.links));
        }
        let person = self.person(tandem, side).id;
        let asked = self.theatre.command(person, room, "practice share", options).await?;
        if !has_button(&asked, "practice-named") {
            return Ok(());
        }
        self.theatre.note(Some(tandem), Deed::Shared { by: side });
        let named = self.chance(50);
        let code = if named { "practice-named" } else { "practice-unnamed" };
        self.theatre.press(person, &asked, code).await?;
        self.memories[tandem].practices.push(Practice { text });
        let at = self.in_days(1..=4);
        self.plan(at, Turn::Consent { tandem, side: 1 - side, named });
        Ok(())
    }

    /// The next tip or insight that nobody has had yet: its kind and its words.
    fn next_practice(&mut self) -> (&'static str, String) {
        let lines = if self.language.is_german() { &super::GERMAN } else { &super::ENGLISH };
        let all = lines.practices;
        let (kind, words) = all[self.shared % all.len()];
        let round = self.shared / all.len();
        self.shared += 1;
        (kind, if round == 0 { words.to_owned() } else { format!("{words} ({})", round + 1) })
    }

    /// The other one agrees, mostly in the same way.
    pub(super) async fn consent(&mut self, tandem: usize, side: usize, named: bool) -> anyhow::Result<()> {
        let Some(room) = self.live_room(tandem) else { return Ok(()) };
        if self.is_away(tandem, side, self.today()) {
            return Ok(());
        }
        let Some(card) = self.newest(room, |post| has_button(post, "practice-ask")) else { return Ok(()) };
        let person = self.person(tandem, side).id;
        let asked = self.theatre.press(person, &card, "practice-ask").await?;
        let code = match self.rng.u32(..10) {
            0 => "practice-no",
            1..=3 => "practice-unnamed",
            _ if named => "practice-named",
            _ => "practice-unnamed",
        };
        if has_button(&asked, code) {
            self.theatre.press(person, &asked, code).await?;
        }
        Ok(())
    }

    /// A coordinator releases what waits, and returns some of it with a remark.
    pub(super) async fn review(&mut self) -> anyhow::Result<()> {
        let (coordinator, office) = (self.theatre.coordinator, self.theatre.office);
        let Some(digest) = self.newest(office, |post| has_button(post, "digest-practices")) else {
            return Ok(());
        };
        let mut page = self.theatre.press(coordinator, &digest, "digest-practices").await?;
        while has_button(&page, "practice-release") {
            let words =
                page.embeds.first().and_then(|embed| embed["description"].as_str()).unwrap_or_default();
            let Some(tandem) = self.whose(words) else { break };
            let live = !self.memories[tandem].ended;
            let done = if self.chance(75) {
                let done = self.theatre.press(coordinator, &page, "practice-release").await?;
                self.theatre.note(None, Deed::Published);
                if self.rng.u32(..100) < WITHDRAWN {
                    let at = self.in_days(5..=9);
                    self.plan(at, Turn::TakeBack { tandem });
                }
                done
            } else {
                let remark = self.line(|lines| lines.returns);
                self.theatre.fill(coordinator, &page, "practice-return", &[remark]).await?
            };
            if live {
                self.theatre.note(Some(tandem), Deed::Reviewed);
            }
            page = self.theatre.press(coordinator, &done, "practices-next").await?;
        }
        Ok(())
    }

    /// Whose practice these words are, as the play knows.
    fn whose(&self, words: &str) -> Option<usize> {
        let plain = |text: &str| text.replace('\\', "");
        let words = plain(words);
        self.memories.iter().position(|one| one.practices.iter().any(|own| plain(&own.text) == words))
    }

    /// One of the two takes back what has been published.
    pub(super) async fn take_back(&mut self, tandem: usize) -> anyhow::Result<()> {
        let Some(room) = self.live_room(tandem) else { return Ok(()) };
        let Some(card) = self.newest(room, |post| has_button(post, "practice-withdraw")) else {
            return Ok(());
        };
        self.theatre.archive.capture(&self.theatre.stage.sandbox, self.theatre.owner);
        let person = self.person(tandem, 1).id;
        self.theatre.press(person, &card, "practice-withdraw").await.map(drop)
    }

    /// Below a number from 1 to 5: a remark to pass on without a name.
    pub(super) async fn remark(&mut self, person: u64, rated: &MessageView) -> anyhow::Result<()> {
        if !has_button(rated, "remark-ask") {
            return Ok(());
        }
        let told = self.theatre.press(person, rated, "remark-ask").await?;
        if !has_button(&told, "remark-write") {
            return Ok(());
        }
        let words = self.line(|lines| lines.remarks);
        let words = self.marked(words);
        let shown = self.theatre.fill(person, &told, "remark-write", &[&words]).await?;
        if has_button(&shown, "remark-send") {
            self.theatre.press(person, &shown, "remark-send").await?;
        }
        Ok(())
    }

    /// The coordinator reads what was passed on.
    pub(super) async fn read_remarks(&mut self) -> anyhow::Result<()> {
        let (coordinator, office) = (self.theatre.coordinator, self.theatre.office);
        match self.newest(office, |post| has_button(post, "digest-remarks")) {
            Some(digest) => self.theatre.press(coordinator, &digest, "digest-remarks").await.map(drop),
            None => Ok(()),
        }
    }

    /// The mentee gives the mentor a task, where the programme has it.
    pub(super) async fn assign_back(&mut self, tandem: usize) -> anyhow::Result<()> {
        let Some(room) = self.live_room(tandem) else { return Ok(()) };
        if self.has_enough_to_do(tandem) || self.is_away(tandem, 1, self.today()) {
            return Ok(());
        }
        let number = u32::try_from(self.memories[tandem].tasks.len()).unwrap_or(u32::MAX) + 1;
        let text = self.line(|lines| lines.back_tasks);
        let day = self.today() + Duration::days(i64::from(self.rng.u32(5..12)));
        let options = json!({ "text": self.marked(text), "due": self.typed(day) });
        let mentee = self.person(tandem, 1).id;
        self.theatre.command(mentee, room, "task assign", options).await?;
        self.theatre.note(Some(tandem), Deed::Assigned { number, due: Some(day), by: 1 });
        self.memories[tandem].tasks.push(super::Task::given(number, Some(day), 1));
        let (at, worked) = (self.in_days(2..=9), self.chance(85));
        self.plan(at, Turn::Report { tandem, number, worked });
        Ok(())
    }
}
