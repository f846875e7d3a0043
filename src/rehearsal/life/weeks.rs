//! The weeks in between: tasks are given and reported, questions get their marks, numbers from 1 to 5 are given, people
//! write to each other, and now and then somebody slips.

use chrono::{Datelike as _, Duration};
use serde_json::json;

use super::{Life, Task, Turn, has_button, titled};
use crate::locales::{Language, say};
use crate::rehearsal::cast::Character;
use crate::rehearsal::oracle::Deed;
use crate::sandbox::view::MessageView;

/// In which week, counted from 0, somebody goes on holiday, for two weeks.
pub(super) const HOLIDAY: i64 = 5;
/// So many tasks lie open before a mentor waits with the next.
const OPEN: usize = 3;
/// So many that are open or stuck.
const PENDING: usize = 7;

impl Life<'_> {
    /// Everybody's answer to each round of guiding questions.
    pub(super) fn plan_marks(&mut self) {
        let clockwork = self.programme.clockwork.clone();
        for round in clockwork.questions.between(clockwork.begins(), clockwork.ends(), &clockwork) {
            let days = (clockwork.day(round) - self.today()).num_days();
            for tandem in 0..self.memories.len() {
                for side in [0, 1] {
                    let percent = if self.character(tandem, side) == Character::Silent { 10 } else { 65 };
                    if self.chance(percent) {
                        let at = self.in_days(days + 1..=days + 5);
                        self.plan(at, Turn::Mark { tandem, side });
                    }
                }
            }
        }
    }

    /// What a tandem means to do this week.
    pub(super) fn week(&mut self, tandem: usize) {
        let week = (self.today() - self.programme.start).num_days() / 7;
        if self.memories[tandem].ended || self.live_room(tandem).is_none() {
            return;
        }
        let leaves = [0, 1].iter().any(|side| self.character(tandem, *side) == Character::Leaves);
        if leaves && week == 4 {
            let at = self.in_days(2..=4);
            self.plan(at, Turn::Leave { tandem });
        }
        for side in [0, 1] {
            if self.character(tandem, side) == Character::Holiday && week == HOLIDAY - 1 {
                let at = self.in_days(2..=3);
                self.plan(at, Turn::Pause { tandem, side });
            }
        }
        let away = [0, 1].iter().any(|side| self.is_away(tandem, *side, self.today()));
        if away {
            if self.character(tandem, 1) == Character::Lost {
                self.care_of_the_week(tandem, week);
            }
            return;
        }
        self.meetings_of_the_week(tandem);
        self.care_of_the_week(tandem, week);
        if self.programme.both_assign && self.chance(8) {
            let at = self.in_days(0..=4);
            self.plan(at, Turn::AssignBack { tandem });
        }
        let percent = if self.character(tandem, 0) == Character::Busy { 30 } else { 60 };
        if self.memories[tandem].tasks.iter().filter(|task| task.is_open()).count() < OPEN
            && self.chance(percent)
        {
            let at = self.in_days(0..=4);
            self.plan(at, Turn::Assign { tandem });
        }
        for side in [0, 1] {
            let silent = self.character(tandem, side) == Character::Silent;
            if week % 3 == i64::try_from(tandem % 3).unwrap_or(0) && self.chance(if silent { 10 } else { 60 })
            {
                let at = self.in_days(1..=4);
                self.plan(at, Turn::Rate { tandem, side });
            }
            if !silent && self.chance(25) {
                let at = self.in_days(0..=4);
                self.plan(at, Turn::Chat { tandem, side });
            }
        }
        if self.chance(12) {
            let (at, which) = (self.in_days(0..=4), self.rng.u32(..super::slips::KINDS));
            self.plan(at, Turn::Slip { tandem, which });
        }
    }

    pub(super) async fn assign(&mut self, tandem: usize) -> anyhow::Result<()> {
        let Some(room) = self.live_room(tandem) else { return Ok(()) };
        if self.has_enough_to_do(tandem) {
            return Ok(());
        }
        let number = u32::try_from(self.memories[tandem].tasks.len()).unwrap_or(u32::MAX) + 1;
        let text = self.line(|lines| lines.tasks);
        let mut options = json!({ "text": self.marked(text) });
        let mut due = None;
        if self.chance(85) {
            let day = self.today() + Duration::days(i64::from(self.rng.u32(4..15)));
            options["due"] = json!(self.typed(day));
            due = Some(day);
        }
        if self.chance(15) {
            options["link"] = json!(self.line(|lines| lines.links));
        }
        let mentor = self.person(tandem, 0).id;
        self.theatre.command(mentor, room, "task assign", options).await?;
        self.theatre.note(Some(tandem), Deed::Assigned { number, due, by: 0 });
        self.memories[tandem].tasks.push(Task::given(number, due, 0));
        self.plan_report(tandem, number);
        if self.chance(12) {
            let at = self.in_days(0..=3);
            let withdraws = self.chance(35);
            let turn =
                if withdraws { Turn::Withdraw { tandem, number } } else { Turn::Reword { tandem, number } };
            self.plan(at, turn);
        }
        Ok(())
    }

    /// Whether so many tasks are open or stuck that nobody gives another one.
    pub(super) fn has_enough_to_do(&self, tandem: usize) -> bool {
        self.memories[tandem].tasks.iter().filter(|task| task.is_pending()).count() >= PENDING
    }

    /// A day as people type it.
    pub(super) fn typed(&self, day: chrono::NaiveDate) -> String {
        if self.language.is_german() {
            format!("{}.{}.{}", day.day(), day.month(), day.year())
        } else {
            day.to_string()
        }
    }

    /// The mentor puts a task otherwise, and gives it more time if it has a day.
    pub(super) async fn reword(&mut self, tandem: usize, number: u32) -> anyhow::Result<()> {
        let Some(room) = self.live_room(tandem) else { return Ok(()) };
        let Some(task) = self.task(tandem, number).filter(|task| task.is_open()).cloned() else {
            return Ok(());
        };
        let text = self.line(|lines| lines.tasks);
        let mut options = json!({ "task": number.to_string(), "text": self.marked(text) });
        let due = task.due.map(|day| day.max(self.today()) + Duration::days(7));
        if let Some(day) = due {
            options["due"] = json!(self.typed(day));
        }
        let giver = self.person(tandem, task.by).id;
        let answer = self.theatre.command(giver, room, "task edit", options).await?;
        // The same words and no day: nothing changes.
        let unchanged = |language| say(language, "task-unchanged").with("number", number).text();
        if [self.language, Language::En].map(unchanged).contains(&answer.content) {
            return Ok(());
        }
        self.theatre.note(Some(tandem), Deed::Moved { number, due });
        if let Some(task) = self.task(tandem, number) {
            task.due = due;
        }
        Ok(())
    }

    /// The mentor takes a task back that has been overtaken.
    pub(super) async fn withdraw(&mut self, tandem: usize, number: u32) -> anyhow::Result<()> {
        let Some(room) = self.live_room(tandem) else { return Ok(()) };
        let Some(task) = self.task(tandem, number).filter(|task| task.is_open()) else { return Ok(()) };
        task.withdrawn = true;
        let by = task.by;
        let giver = self.person(tandem, by).id;
        let options = json!({ "task": number.to_string() });
        self.theatre.command(giver, room, "task cancel", options).await?;
        self.theatre.note(Some(tandem), Deed::Withdrawn { number });
        Ok(())
    }

    /// When, if ever, the mentee will report, and what.
    pub(super) fn plan_report(&mut self, tandem: usize, number: u32) {
        let due = self.memories[tandem].tasks.last().and_then(|task| task.due);
        let until = due.map_or(7, |day| (day - self.today()).num_days()).max(2);
        let (percent, from, to, worked) = match self.character(tandem, 1) {
            Character::Diligent | Character::Holiday | Character::Leaves | Character::Moves => {
                (92, 1, until, 85)
            }
            Character::Busy | Character::Lost => (70, until, until + 4, 75),
            Character::Stuck => (95, 1, until, 35),
            Character::Silent => (25, until, until + 2, 80),
        };
        if !self.chance(percent) {
            return;
        }
        let worked = self.chance(worked);
        let mut at = self.in_days(from..=to);
        if self.is_away(tandem, 1, self.programme.clockwork.day(at)) {
            at = self.in_days(15..=18);
        }
        self.plan(at, Turn::Report { tandem, number, worked });
    }

    pub(super) async fn report(&mut self, tandem: usize, number: u32, worked: bool) -> anyhow::Result<()> {
        let Some(room) = self.live_room(tandem) else { return Ok(()) };
        let Some(doer) = self.task(tandem, number).filter(|task| !task.withdrawn).map(|task| 1 - task.by)
        else {
            return Ok(());
        };
        if self.is_away(tandem, doer, self.today()) {
            return Ok(());
        }
        let mentee = self.person(tandem, doer).id;
        let name = if worked { "worked" } else { "stuck" };
        let code = format!("task-{name}");
        let note = if worked { self.line(|lines| lines.worked) } else { self.line(|lines| lines.stuck) };
        let note = self.marked(note);
        let card = self.card(room, number);
        let mut way = self.rng.u32(..5);
        // Without its number `/stuck` means one that is open.
        if way == 2 && self.task(tandem, number).is_some_and(|task| task.said.is_some()) {
            way = 1;
        }
        let mut reply = None;
        match card.map_or((1, None), |card| (way, Some(card))) {
            (0, Some(card)) => self.theatre.react(mentee, &card, if worked { "✅" } else { "🧩" }).await?,
            (1, _) | (_, None) => {
                let options = json!({ "task": number.to_string(), "note": note });
                self.theatre.command(mentee, room, name, options).await?;
            }
            (2, _) => {
                let asked = self.theatre.command(mentee, room, name, json!({})).await?;
                reply = Some(asked.clone());
                if has_button(&asked, "choose-") {
                    reply = Some(self.theatre.choose(mentee, &asked, &number.to_string()).await?);
                }
            }
            (3, Some(card)) => {
                // The question of the day carries the buttons of its task as well.
                let id = card.custom_ids().into_iter().find(|id| id.starts_with(&code)).map(str::to_owned);
                let asks = |post: &MessageView| {
                    post.embeds.is_empty() && id.as_deref().is_some_and(|id| post.custom_ids().contains(&id))
                };
                let on = self.newest(room, asks).unwrap_or(card);
                reply = Some(self.theatre.press(mentee, &on, &code).await?);
            }
            (_, Some(card)) => reply = Some(self.theatre.press(mentee, &card, &code).await?),
        }
        self.theatre.note(Some(tandem), Deed::Reported { number, worked: Some(worked) });
        if let Some(task) = self.task(tandem, number) {
            task.said = Some(worked);
        }
        if let Some(reply) = reply.filter(|reply| has_button(reply, "task-note")) {
            if self.chance(30) {
                self.theatre.fill(mentee, &reply, "task-note", &[&note]).await?;
            } else if self.chance(6) {
                self.theatre.press(mentee, &reply, "task-undo").await?;
                self.theatre.note(Some(tandem), Deed::Reported { number, worked: None });
                if let Some(task) = self.task(tandem, number) {
                    task.said = None;
                }
                let at = self.in_days(1..=1);
                self.plan(at, Turn::Report { tandem, number, worked });
                return Ok(());
            }
        }
        if !worked && self.chance(65) {
            let at = self.in_days(5..=11);
            self.plan(at, Turn::Report { tandem, number, worked: true });
        } else if worked && self.character(tandem, doer) == Character::Stuck && self.chance(25) {
            // Not yet after all.
            let at = self.in_days(2..=5);
            self.plan(at, Turn::Report { tandem, number, worked: false });
        }
        if !worked && self.newest(room, |post| has_button(post, "support-task")).is_some() && self.chance(60)
        {
            let at = self.in_days(0..=1);
            self.plan(at, Turn::TakeHelp { tandem });
        }
        Ok(())
    }

    pub(super) async fn mark(&mut self, tandem: usize, side: usize) -> anyhow::Result<()> {
        let Some(room) = self.live_room(tandem) else { return Ok(()) };
        let title = say(self.spoken_in(room), "prompt-title").text();
        let Some(question) = self.newest(room, |post| titled(post, &title)) else { return Ok(()) };
        if self.is_away(tandem, side, self.today())
            || !self.memories[tandem].marked.insert((question.id, side))
        {
            return Ok(());
        }
        let emoji = match self.rng.u32(..20) {
            0..=13 => "💡",
            14..=16 => "🤷",
            _ => "⏭️",
        };
        let person = self.person(tandem, side).id;
        self.theatre.react(person, &question, emoji).await?;
        if emoji == "⏭️" && self.memories[tandem].passed_on.insert(question.id) {
            self.theatre.note(Some(tandem), Deed::PassedOn);
        }
        Ok(())
    }

    pub(super) async fn rate(&mut self, tandem: usize, side: usize) -> anyhow::Result<()> {
        let Some(room) = self.live_room(tandem) else { return Ok(()) };
        let person = self.person(tandem, side).clone();
        let value = match person.character {
            Character::Stuck => self.rng.u32(2..5),
            Character::Leaves => self.rng.u32(1..4),
            _ => self.rng.u32(3..6),
        };
        let asked = self.theatre.command(person.id, room, "feedback", json!({})).await?;
        let rated = self.theatre.press(person.id, &asked, &format!("rate-{value}")).await?;
        if self.chance(8) { self.remark(person.id, &rated).await } else { Ok(()) }
    }

    pub(super) async fn chat(&mut self, tandem: usize, side: usize) -> anyhow::Result<()> {
        let Some(room) = self.live_room(tandem) else { return Ok(()) };
        let line = self.line(|lines| lines.chat);
        self.theatre.write(self.person(tandem, side).id, room, line).await
    }
}
