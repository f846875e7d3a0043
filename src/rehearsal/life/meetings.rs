//! What makes two people meet: somebody plans, the other confirms, a busy one moves or calls off, and afterwards one of them
//! says whether it took place. What they want to talk about, wish for and leave for later belongs to it; so does a pause.

use chrono::{DateTime, Datelike as _, Duration, NaiveDate, Timelike as _, Utc, Weekday};
use serde_json::json;

use super::{Life, Meeting, Task, Turn, has_button, weeks};
use crate::domain::template::Template;
use crate::rehearsal::cast::Character;
use crate::rehearsal::oracle::Deed;
use crate::sandbox::view::MessageView;

/// After so many days without a meeting somebody thinks of the next one.
const SOON_AGAIN: i64 = 12;
/// So much is put down for agendas: it stands there until somebody takes it off, and there is a limit.
const POINTS: usize = 12;
/// The topics of the catalogue, as they are typed.
const TOPICS: [&str; 12] = [
    "collaboration",
    "devices",
    "ai",
    "sources",
    "social-media",
    "networking",
    "agile",
    "mistakes",
    "reputation",
    "big-data",
    "leadership",
    "products",
];

/// The template that begins with a whole day at the mentee's work, and how long such a day is.
const WHOLE_DAY: &str = "shadow";
const MINUTES: u32 = 480;

impl Life<'_> {
    /// The meeting that is ahead.
    fn ahead(&self, tandem: usize) -> Option<&Meeting> {
        let now = self.theatre.now();
        self.memories[tandem].meetings.iter().find(|one| !one.off && one.starts > now)
    }

    /// A meeting that still stands at this time.
    fn at_mut(&mut self, tandem: usize, starts: DateTime<Utc>) -> Option<(u32, &mut Meeting)> {
        let all = self.memories[tandem].meetings.iter_mut().zip(1..);
        let mut found = all.filter(|(one, _)| !one.off && one.starts == starts);
        found.next().map(|(one, number)| (number, one))
    }

    /// Who thinks of the next meeting this week, if nobody has.
    pub(super) fn meetings_of_the_week(&mut self, tandem: usize) {
        let side = usize::from(self.chance(35));
        if self.chance(if self.character(tandem, side) == Character::Silent { 5 } else { 30 }) {
            let at = self.in_days(0..=4);
            self.plan(at, Turn::PutDown { tandem, side });
        }
        if self.ahead(tandem).is_some() {
            return;
        }
        let last = self.memories[tandem].meetings.iter().filter(|one| !one.off).map(|one| one.starts).max();
        let since = last.map_or(self.programme.start, |at| self.programme.clockwork.day(at));
        if (self.today() - since).num_days() < SOON_AGAIN && last.is_some() {
            return;
        }
        let percent = match self.character(tandem, side) {
            Character::Diligent | Character::Stuck => 60,
            Character::Busy | Character::Lost => 20,
            Character::Silent => 5,
            Character::Leaves | Character::Holiday | Character::Moves => 45,
        };
        if self.chance(percent) {
            let at = self.in_days(0..=3);
            self.plan(at, Turn::Meet { tandem, side });
        } else if self.chance(60) {
            // Whoever does not plan may still take what is proposed.
            let at = self.in_days(1..=4);
            self.plan(at, Turn::TakeDate { tandem, side });
        }
    }

    /// A working moment in some days, on the half hour; `None` once the programme is over.
    fn good_time(&mut self) -> Option<DateTime<Utc>> {
        let mut day = self.today() + Duration::days(self.rng.i64(4..11));
        while matches!(day.weekday(), Weekday::Sat | Weekday::Sun) {
            day += Duration::days(1);
        }
        let (hour, half) = (self.rng.u32(9..17), self.rng.u32(..2));
        (day < self.programme.end).then(|| self.clock(day, hour, half * 30))
    }

    /// Nine o'clock on the day of a moment.
    fn nine_on(&self, at: DateTime<Utc>) -> DateTime<Utc> {
        self.clock(self.programme.clockwork.day(at), 9, 0)
    }

    /// A moment as people type it.
    pub(super) fn typed_moment(&self, at: DateTime<Utc>) -> String {
        let local = at.with_timezone(&self.programme.zone);
        let (day, hour, minute) = (local.date_naive(), local.hour(), local.minute());
        format!("{} {hour}:{minute:02}", self.typed(day))
    }

    pub(super) async fn meet(&mut self, tandem: usize, side: usize) -> anyhow::Result<()> {
        let Some(room) = self.live_room(tandem) else { return Ok(()) };
        if self.ahead(tandem).is_some() || self.is_away(tandem, side, self.today()) {
            return Ok(());
        }
        let Some(mut starts) = self.good_time() else { return Ok(()) };
        // Where a programme begins with a whole day at work, that is the first meeting.
        let whole_day = self.programme.template == WHOLE_DAY && self.memories[tandem].meetings.is_empty();
        if whole_day {
            starts = self.nine_on(starts);
        }
        let mut options = json!({ "when": self.typed_moment(starts) });
        if whole_day {
            options["minutes"] = json!(MINUTES);
        }
        let place = self.line(|lines| lines.places);
        if !place.is_empty() {
            options["place"] = json!(place);
        }
        let person = self.person(tandem, side).id;
        let answer = self.theatre.command(person, room, "session plan", options).await?;
        // Whoever meets somebody else at that time is asked for another one.
        if moment_in(&answer.content) != Some(starts) {
            return Ok(());
        }
        self.planned(tandem, side, starts);
        if let (true, Some(one)) = (whole_day, self.memories[tandem].meetings.last_mut()) {
            one.whole_day = true;
            self.theatre.note(Some(tandem), Deed::WholeDay(1));
        }
        if self.chance(60) {
            let at = self.in_days(0..=1);
            self.plan(at, Turn::PickTopic { tandem, side });
        }
        Ok(())
    }

    /// A meeting is planned: what will become of it.
    fn planned(&mut self, tandem: usize, side: usize, starts: DateTime<Utc>) {
        let new = Meeting { starts, planner: side, confirmed: false, off: false, whole_day: false };
        self.memories[tandem].meetings.push(new);
        let meeting = u32::try_from(self.memories[tandem].meetings.len()).unwrap_or(u32::MAX);
        self.theatre.note(Some(tandem), Deed::MeetingPlanned { meeting, starts });
        self.expected(tandem, side, starts);
        let busy = [0, 1].iter().any(|side| self.character(tandem, *side) == Character::Busy);
        if self.chance(if busy { 40 } else { 8 }) {
            let at = self.in_days(1..=2);
            self.plan(at, Turn::Shift { tandem, starts });
        } else if self.chance(6) {
            let at = self.in_days(1..=3);
            self.plan(at, Turn::CallOff { tandem, starts });
        }
    }

    /// The other one confirms, if they do, and afterwards somebody says whether the two met.
    fn expected(&mut self, tandem: usize, side: usize, starts: DateTime<Utc>) {
        let silent = self.character(tandem, 1 - side) == Character::Silent;
        if self.chance(if silent { 30 } else { 90 }) {
            let at = self.in_days(0..=2);
            self.plan(at, Turn::Confirm { tandem, starts });
        }
        if self.chance(88) {
            let days = (self.programme.clockwork.day(starts) - self.today()).num_days();
            let at = self.in_days(days + 1..=days + 2);
            self.plan(at, Turn::SayWhether { tandem, starts });
            if self.chance(60) {
                let at = self.in_days(days + 2..=days + 4);
                self.plan(at, Turn::TakeIdea { tandem, starts });
            }
        }
    }

    pub(super) async fn confirm(&mut self, tandem: usize, starts: DateTime<Utc>) -> anyhow::Result<()> {
        let Some(room) = self.live_room(tandem) else { return Ok(()) };
        let now = self.theatre.now();
        let Some((meeting, one)) = self.at_mut(tandem, starts) else { return Ok(()) };
        if one.confirmed || one.starts <= now {
            return Ok(());
        }
        one.confirmed = true;
        let side = 1 - one.planner;
        let person = self.person(tandem, side).id;
        // The agenda and the last reminder have the button as well; ✅ counts on the card.
        let is_card = |post: &MessageView| has_button(post, "meeting-move:");
        let Some(card) = self.newest(room, |post| is_card(post) && has_button(post, "meeting-confirm:"))
        else {
            anyhow::bail!("a meeting without a card")
        };
        if self.chance(50) {
            self.theatre.react(person, &card, "✅").await?;
        } else {
            self.theatre.press(person, &card, "meeting-confirm:").await?;
        }
        self.theatre.note(Some(tandem), Deed::MeetingConfirmed { meeting });
        Ok(())
    }

    /// Whoever is busy finds another time.
    pub(super) async fn shift(&mut self, tandem: usize, starts: DateTime<Utc>) -> anyhow::Result<()> {
        let Some(room) = self.live_room(tandem) else { return Ok(()) };
        let Some(mut to) = self.good_time() else { return Ok(()) };
        if self.at_mut(tandem, starts).is_some_and(|(_, one)| one.whole_day) {
            to = self.nine_on(to);
        }
        let now = self.theatre.now();
        let busy = [0, 1].into_iter().find(|side| self.character(tandem, *side) == Character::Busy);
        let side = busy.unwrap_or(1);
        if self.at_mut(tandem, starts).is_none() || starts <= now || to == starts {
            return Ok(());
        }
        let (person, when) = (self.person(tandem, side).id, self.typed_moment(to));
        let card = self.newest(room, |post| has_button(post, "meeting-move:"));
        let answer = match card {
            Some(card) if self.chance(50) => {
                self.theatre.fill(person, &card, "meeting-move:", &[&when]).await?
            }
            _ => self.theatre.command(person, room, "session move", json!({ "when": when })).await?,
        };
        if moment_in(&answer.content) != Some(to) {
            return Ok(());
        }
        let Some((meeting, one)) = self.at_mut(tandem, starts) else { return Ok(()) };
        (one.starts, one.planner, one.confirmed) = (to, side, false);
        self.theatre.note(Some(tandem), Deed::MeetingMoved { meeting, starts: to });
        self.expected(tandem, side, to);
        Ok(())
    }

    pub(super) async fn call_off(&mut self, tandem: usize, starts: DateTime<Utc>) -> anyhow::Result<()> {
        let Some(room) = self.live_room(tandem) else { return Ok(()) };
        let now = self.theatre.now();
        let Some((meeting, one)) = self.at_mut(tandem, starts) else { return Ok(()) };
        if one.starts <= now {
            return Ok(());
        }
        one.off = true;
        let person = self.person(tandem, 1).id;
        self.theatre.command(person, room, "session cancel", json!({})).await?;
        self.theatre.note(Some(tandem), Deed::MeetingCancelled { meeting });
        Ok(())
    }

    /// Somebody takes one of the dates that the bot has proposed, if it has.
    pub(super) async fn take_date(&mut self, tandem: usize, side: usize) -> anyhow::Result<()> {
        let Some(room) = self.live_room(tandem) else { return Ok(()) };
        if self.ahead(tandem).is_some() || self.is_away(tandem, side, self.today()) {
            return Ok(());
        }
        let Some(dates) = self.newest(room, |post| has_button(post, "meeting-take-")) else { return Ok(()) };
        let label = dates.custom_ids().into_iter().find(|id| id.starts_with("meeting-take-2")).is_some();
        let code = if label { "meeting-take-2" } else { "meeting-take-1" };
        let person = self.person(tandem, side).id;
        let taken = self.theatre.press(person, &dates, code).await?;
        if let Some(starts) = moment_in(&taken.content) {
            self.planned(tandem, side, starts);
        }
        Ok(())
    }

    pub(super) async fn say_whether(&mut self, tandem: usize, starts: DateTime<Utc>) -> anyhow::Result<()> {
        let Some(room) = self.live_room(tandem) else { return Ok(()) };
        let Some((meeting, _)) = self.at_mut(tandem, starts) else { return Ok(()) };
        let Some(asked) = self.newest(room, |post| has_button(post, "meeting-held:")) else { return Ok(()) };
        if asked.at < starts {
            return Ok(());
        }
        let side = usize::from(self.chance(50));
        let person = self.person(tandem, side).id;
        if self.chance(10) {
            return self.theatre.press(person, &asked, "meeting-not:").await.map(drop);
        }
        let thanks = self.theatre.press(person, &asked, "meeting-held:").await?;
        self.theatre.note(Some(tandem), Deed::Met { meeting });
        let value = self.rng.u32(3..6);
        if has_button(&thanks, &format!("rate-{value}")) && self.chance(70) {
            self.theatre.press(person, &thanks, &format!("rate-{value}")).await?;
        }
        Ok(())
    }

    /// The mentor gives one of the ideas that came after the meeting.
    pub(super) async fn take_idea(&mut self, tandem: usize, starts: DateTime<Utc>) -> anyhow::Result<()> {
        let Some(room) = self.live_room(tandem) else { return Ok(()) };
        let Some(ideas) = self.newest(room, |post| has_button(post, "idea-take:")) else { return Ok(()) };
        if ideas.at < starts || self.is_away(tandem, 0, self.today()) || self.has_enough_to_do(tandem) {
            return Ok(());
        }
        let number = u32::try_from(self.memories[tandem].tasks.len()).unwrap_or(u32::MAX) + 1;
        let mentor = self.person(tandem, 0).id;
        let answer = self.theatre.press(mentor, &ideas, "idea-take:").await?;
        // An idea that is a task already is refused with that task's number.
        if number_in(&answer.content) != Some(number) {
            return Ok(());
        }
        self.theatre.note(Some(tandem), Deed::Assigned { number, due: None, by: 0 });
        self.memories[tandem].tasks.push(Task::given(number, None, 0));
        self.plan_report(tandem, number);
        Ok(())
    }

    pub(super) async fn pick_topic(&mut self, tandem: usize, side: usize) -> anyhow::Result<()> {
        let Some(room) = self.live_room(tandem) else { return Ok(()) };
        let Some(template) = Template::of(&self.programme.template) else { return Ok(()) };
        let offered: Vec<&str> = template.topics().iter().map(|topic| topic.code()).collect();
        let topics: Vec<_> = TOPICS.into_iter().filter(|topic| offered.contains(topic)).collect();
        let turn = self.memories[tandem].topics;
        let Some(topic) = (turn < TOPICS.len()).then(|| topics[turn % topics.len()]) else { return Ok(()) };
        self.memories[tandem].topics += 1;
        let person = self.person(tandem, side).id;
        self.theatre.command(person, room, "topic pick", json!({ "topic": topic })).await?;
        self.theatre.note(Some(tandem), Deed::TopicPicked);
        Ok(())
    }

    pub(super) async fn put_down(&mut self, tandem: usize, side: usize) -> anyhow::Result<()> {
        let Some(room) = self.live_room(tandem) else { return Ok(()) };
        if self.is_away(tandem, side, self.today()) || self.memories[tandem].points >= POINTS {
            return Ok(());
        }
        self.memories[tandem].points += 1;
        let point = self.line(|lines| lines.points);
        let options = json!({ "text": self.marked(point) });
        let person = self.person(tandem, side).id;
        self.theatre.command(person, room, "topic propose", options).await?;
        self.theatre.note(Some(tandem), Deed::PutDown);
        Ok(())
    }

    pub(super) async fn wish(&mut self, tandem: usize, side: usize) -> anyhow::Result<()> {
        let Some(room) = self.live_room(tandem) else { return Ok(()) };
        let person = self.person(tandem, side).id;
        let mine = self.theatre.command(person, room, "my", json!({})).await?;
        if !has_button(&mine, "wishes:") {
            return Ok(());
        }
        let page = self.theatre.press(person, &mine, "wishes:").await?;
        let lines = if self.language.is_german() { &super::GERMAN } else { &super::ENGLISH };
        let wishes = if side == 0 { lines.mentor_wishes } else { lines.mentee_wishes };
        self.theatre.fill(person, &page, "wishes-m", &wishes[..self.rng.usize(1..=wishes.len())]).await?;
        // In a whole programme they stand in the welcome, which shows what is true now.
        if !self.whole {
            self.theatre.note(Some(tandem), Deed::Wished);
        }
        Ok(())
    }

    /// Whoever goes on holiday pauses the tandem until the day after, and calls off what lies in between.
    pub(super) async fn pause(&mut self, tandem: usize, side: usize) -> anyhow::Result<()> {
        let Some(room) = self.live_room(tandem) else { return Ok(()) };
        let until: NaiveDate = self.programme.start + Duration::weeks(weeks::HOLIDAY + 2);
        // One that would last until the programme's end is none.
        if until >= self.programme.end || std::mem::replace(&mut self.memories[tandem].paused, true) {
            return Ok(());
        }
        if let Some(starts) = self.ahead(tandem).map(|one| one.starts) {
            self.call_off(tandem, starts).await?;
        }
        let person = self.person(tandem, side).id;
        let options = json!({ "until": self.typed(until) });
        self.theatre.command(person, room, "pause", options).await?;
        self.theatre.note(Some(tandem), Deed::Paused { until });
        Ok(())
    }
}

/// The first number that a private answer names.
fn number_in(text: &str) -> Option<u32> {
    text.split(|one: char| !one.is_ascii_digit()).find_map(|digits| digits.parse().ok())
}

/// The moment that a private answer names, in Discord's markup.
pub(super) fn moment_in(text: &str) -> Option<DateTime<Utc>> {
    let (_, rest) = text.split_once("<t:")?;
    let seconds = rest.split(|one: char| !one.is_ascii_digit()).next()?;
    DateTime::from_timestamp(seconds.parse().ok()?, 0)
}
