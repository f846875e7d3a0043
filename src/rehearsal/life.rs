//! The life that the people lead: a calendar of turns, filled from the seed, taken one after another while the clock
//! jumps from due to due. People are awake on workdays between eight and six; what they do next follows from who they
//! are and from what they have just done.

mod begin;
mod care;
mod end;
mod meetings;
mod slips;
mod weeks;
mod whole;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use chrono::{DateTime, Datelike as _, Duration, NaiveDate, NaiveTime, Utc, Weekday};
use fastrand::Rng;

use super::cast::Character;
use super::lines::{ENGLISH, GERMAN, Lines};
use super::programme::Programme;
use super::theatre::{Person, Theatre};
use crate::locales::{Language, say};
use crate::sandbox::view::MessageView;
pub(in crate::rehearsal) use whole::PREPARED;

/// Something that somebody is about to do. `tandem` and `side` (0 mentor, 1 mentee) say who.
#[derive(Debug, Clone)]
enum Turn {
    SetUp,
    Create,
    Open,
    TakePart { tandem: usize, side: usize },
    Approve,
    Propose,
    Find,
    Pair { tandem: usize },
    Accept { tandem: usize, side: usize },
    Agree { tandem: usize, side: usize },
    Look { tandem: usize, side: usize, command: &'static str },
    Week { tandem: usize },
    Assign { tandem: usize },
    Report { tandem: usize, number: u32, worked: bool },
    Reword { tandem: usize, number: u32 },
    Withdraw { tandem: usize, number: u32 },
    Meet { tandem: usize, side: usize },
    Confirm { tandem: usize, starts: DateTime<Utc> },
    Shift { tandem: usize, starts: DateTime<Utc> },
    CallOff { tandem: usize, starts: DateTime<Utc> },
    TakeDate { tandem: usize, side: usize },
    SayWhether { tandem: usize, starts: DateTime<Utc> },
    TakeIdea { tandem: usize, starts: DateTime<Utc> },
    PickTopic { tandem: usize, side: usize },
    PutDown { tandem: usize, side: usize },
    Wish { tandem: usize, side: usize },
    Pause { tandem: usize, side: usize },
    Tick { tandem: usize, side: usize },
    AskSupport { tandem: usize, side: usize },
    TakeHelp { tandem: usize },
    Coach,
    CantReach { tandem: usize },
    AnswerLate { tandem: usize },
    TakeNew { tandem: usize },
    MoveAway { tandem: usize },
    FindGone { tandem: usize },
    DeleteCard { tandem: usize },
    AssignBack { tandem: usize },
    Share { tandem: usize, side: usize },
    Consent { tandem: usize, side: usize, named: bool },
    TakeBack { tandem: usize },
    Review,
    Mark { tandem: usize, side: usize },
    Rate { tandem: usize, side: usize },
    Chat { tandem: usize, side: usize },
    Slip { tandem: usize, which: u32 },
    Leave { tandem: usize },
    GoOn { tandem: usize, side: usize },
    Status,
}

/// A task as its people remember it.
#[derive(Debug, Clone)]
pub(super) struct Task {
    number: u32,
    due: Option<NaiveDate>,
    said: Option<bool>,
    /// Who gave it: the other one does it.
    by: usize,
    /// Whether it was taken back.
    withdrawn: bool,
}

/// A tip or an insight as its people remember it.
#[derive(Debug, Clone)]
pub(super) struct Practice {
    text: String,
}

impl Task {
    /// One that has just been given.
    fn given(number: u32, due: Option<NaiveDate>, by: usize) -> Self {
        Self { number, due, said: None, by, withdrawn: false }
    }

    fn is_open(&self) -> bool {
        self.said.is_none() && !self.withdrawn
    }

    /// Whether a report on it is to come or may change.
    fn is_pending(&self) -> bool {
        self.said != Some(true) && !self.withdrawn
    }
}

/// A meeting as its people remember it.
#[derive(Debug, Clone)]
struct Meeting {
    starts: DateTime<Utc>,
    /// Who spoke last about when: the other one confirms.
    planner: usize,
    confirmed: bool,
    off: bool,
}

/// What the people of one tandem remember.
#[derive(Debug, Clone, Default)]
pub(super) struct Memory {
    pub(super) room: Option<u64>,
    accepted: [bool; 2],
    agreed: [bool; 2],
    pub(super) tasks: Vec<Task>,
    /// Meetings, in the order in which they were planned.
    meetings: Vec<Meeting>,
    /// Topics they have picked.
    topics: usize,
    /// How much they have put down for an agenda.
    points: usize,
    /// Whether the tandem has paused.
    paused: bool,
    /// Questions for which another one was wanted.
    passed_on: BTreeSet<u64>,
    marked: BTreeSet<(u64, usize)>,
    /// What they have shared with the programme.
    practices: Vec<Practice>,
    pub(super) ended: bool,
}

/// The life of a whole programme.
pub(super) struct Life<'a> {
    pub(super) theatre: Theatre,
    pub(super) programme: &'a Programme,
    pub(super) language: Language,
    pub(super) memories: Vec<Memory>,
    rng: Rng,
    /// What a test wants to find again, at the end of every task and note.
    canary: &'a str,
    calendar: BTreeMap<(DateTime<Utc>, u32), Turn>,
    turns: u32,
    /// How many tips and insights there have been.
    shared: usize,
    /// Whether it is played from the card to the erasure.
    pub(super) whole: bool,
}

impl<'a> Life<'a> {
    pub(super) fn new(theatre: Theatre, programme: &'a Programme, rng: Rng, canary: &'a str) -> Self {
        let memories = vec![Memory::default(); theatre.pairs.len()];
        let (calendar, turns) = (BTreeMap::new(), 0);
        let language = programme.language;
        Self { theatre, programme, language, memories, rng, canary, calendar, turns, shared: 0, whole: false }
    }

    /// Lives until the programme's last evening; `progress` hears of each month.
    ///
    /// # Errors
    /// When the stage does not settle, or somebody cannot do what they mean to.
    pub(super) async fn live(&mut self, mut progress: impl FnMut(&str)) -> anyhow::Result<DateTime<Utc>> {
        if self.whole {
            self.begin_whole();
        } else {
            self.begin();
        }
        let end = self.clock(self.programme.end, 20, 0);
        let (mut day, mut month) = (self.today(), 0);
        while let Some((&key, _)) = self.calendar.first_key_value() {
            let turn = self.calendar.remove(&key).unwrap_or(Turn::Status);
            if key.0 >= end {
                break;
            }
            self.theatre.stage.pass_until(key.0).await?;
            if self.today() != day {
                day = self.today();
                // Rooms go two weeks after their ending; until then nothing is missed.
                if (day - self.programme.start).num_days() % 5 == 0 || day.day() == 1 {
                    self.theatre.archive.capture(&self.theatre.stage.sandbox, self.theatre.owner);
                }
            }
            if day.month() != month {
                month = day.month();
                progress(&format!("{}, {}", day, self.standing()));
            }
            self.take(turn).await?;
        }
        self.theatre.stage.pass_until(end).await?;
        self.theatre.archive.capture(&self.theatre.stage.sandbox, self.theatre.owner);
        self.theatre.capture_direct();
        progress(&format!("{}, {}", self.today(), self.standing()));
        Ok(end)
    }

    /// The last word on each task.
    pub(super) fn last_words(&self) -> impl Iterator<Item = Option<bool>> {
        self.memories.iter().flat_map(|one| one.tasks.iter().map(|task| task.said))
    }

    fn standing(&self) -> String {
        let open = self.memories.iter().filter(|one| one.accepted == [true; 2] && !one.ended).count();
        let tasks: usize = self.memories.iter().map(|one| one.tasks.len()).sum();
        format!("{open} tandems open, {tasks} tasks given")
    }

    async fn take(&mut self, turn: Turn) -> anyhow::Result<()> {
        match turn {
            Turn::SetUp => self.set_up().await,
            Turn::Create => self.create().await,
            Turn::Pair { tandem } => self.pair(tandem).await,
            Turn::Accept { tandem, side } => self.accept(tandem, side).await,
            Turn::Agree { tandem, side } => self.agree(tandem, side).await,
            Turn::Look { tandem, side, command } => self.look(tandem, side, command).await,
            Turn::Week { tandem } => {
                self.week(tandem);
                Ok(())
            }
            Turn::Assign { tandem } => self.assign(tandem).await,
            Turn::Report { tandem, number, worked } => self.report(tandem, number, worked).await,
            Turn::Meet { tandem, side } => self.meet(tandem, side).await,
            Turn::Confirm { tandem, starts } => self.confirm(tandem, starts).await,
            Turn::Shift { tandem, starts } => self.shift(tandem, starts).await,
            Turn::CallOff { tandem, starts } => self.call_off(tandem, starts).await,
            Turn::TakeDate { tandem, side } => self.take_date(tandem, side).await,
            Turn::SayWhether { tandem, starts } => self.say_whether(tandem, starts).await,
            Turn::TakeIdea { tandem, starts } => self.take_idea(tandem, starts).await,
            Turn::PickTopic { tandem, side } => self.pick_topic(tandem, side).await,
            Turn::PutDown { tandem, side } => self.put_down(tandem, side).await,
            Turn::Wish { tandem, side } => self.wish(tandem, side).await,
            Turn::Pause { tandem, side } => self.pause(tandem, side).await,
            turn => self.take_other(turn).await,
        }
    }

    /// The rarer ones.
    async fn take_other(&mut self, turn: Turn) -> anyhow::Result<()> {
        match turn {
            Turn::Open => self.open().await,
            Turn::TakePart { tandem, side } => self.take_part(tandem, side).await,
            Turn::Approve => self.approve().await,
            Turn::Propose => self.propose().await,
            Turn::Find => {
                self.find();
                Ok(())
            }
            Turn::Tick { tandem, side } => self.tick(tandem, side).await,
            Turn::AskSupport { tandem, side } => self.ask_support(tandem, side).await,
            Turn::TakeHelp { tandem } => self.take_help(tandem).await,
            Turn::Coach => self.coach().await,
            Turn::CantReach { tandem } => self.cant_reach(tandem).await,
            Turn::AnswerLate { tandem } => self.answer_late(tandem).await,
            Turn::TakeNew { tandem } => self.take_new(tandem).await,
            Turn::MoveAway { tandem } => self.move_away(tandem).await,
            Turn::FindGone { tandem } => {
                self.find_gone(tandem);
                Ok(())
            }
            Turn::DeleteCard { tandem } => self.delete_card(tandem).await,
            Turn::AssignBack { tandem } => self.assign_back(tandem).await,
            Turn::Share { tandem, side } => self.share(tandem, side).await,
            Turn::Consent { tandem, side, named } => self.consent(tandem, side, named).await,
            Turn::TakeBack { tandem } => self.take_back(tandem).await,
            Turn::Review => {
                self.review().await?;
                self.read_remarks().await
            }
            Turn::Reword { tandem, number } => self.reword(tandem, number).await,
            Turn::Withdraw { tandem, number } => self.withdraw(tandem, number).await,
            Turn::Mark { tandem, side } => self.mark(tandem, side).await,
            Turn::Rate { tandem, side } => self.rate(tandem, side).await,
            Turn::Chat { tandem, side } => self.chat(tandem, side).await,
            Turn::Slip { tandem, which } => self.slip(tandem, which).await,
            Turn::Leave { tandem } => self.leave(tandem).await,
            Turn::GoOn { tandem, side } => self.go_on(tandem, side).await,
            _ => self.status().await,
        }
    }

    fn plan(&mut self, at: DateTime<Utc>, turn: Turn) {
        self.turns += 1;
        self.calendar.insert((at, self.turns), turn);
    }

    fn person(&self, tandem: usize, side: usize) -> &Person {
        &self.theatre.pairs[tandem][side]
    }

    /// A task that its people remember.
    fn task(&mut self, tandem: usize, number: u32) -> Option<&mut Task> {
        self.memories[tandem].tasks.iter_mut().find(|task| task.number == number)
    }

    fn character(&self, tandem: usize, side: usize) -> Character {
        self.person(tandem, side).character
    }

    fn today(&self) -> NaiveDate {
        self.programme.clockwork.day(self.theatre.now())
    }

    fn clock(&self, day: NaiveDate, hour: u32, minute: u32) -> DateTime<Utc> {
        let time = NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default();
        self.programme.clockwork.at(day, time)
    }

    /// Some waking moment, so many days from today; weekends wait for Monday.
    fn in_days(&mut self, days: RangeInclusive<i64>) -> DateTime<Utc> {
        let days = self.rng.i64(days);
        let mut day = self.today() + Duration::days(days);
        while matches!(day.weekday(), Weekday::Sat | Weekday::Sun) {
            day += Duration::days(1);
        }
        let (hour, minute) = (self.rng.u32(8..18), self.rng.u32(1..60));
        let at = self.clock(day, hour, minute) + Duration::seconds(i64::from(self.rng.u32(..60)));
        at.max(self.theatre.now() + Duration::minutes(2))
    }

    fn chance(&mut self, percent: u32) -> bool {
        self.rng.u32(..100) < percent
    }

    fn line(&mut self, from: fn(&Lines) -> &'static [&'static str]) -> &'static str {
        let lines = from(if self.language.is_german() { &GERMAN } else { &ENGLISH });
        lines[self.rng.usize(..lines.len())]
    }

    /// The words, with what a test wants to find again.
    fn marked(&self, words: &str) -> String {
        if self.canary.is_empty() { words.to_owned() } else { format!("{words} {}", self.canary) }
    }

    /// The tandem's room, once it is open.
    fn room(&mut self, tandem: usize) -> Option<u64> {
        if self.memories[tandem].room.is_none() {
            let mentor = self.person(tandem, 0).id;
            self.memories[tandem].room = self.theatre.rooms(mentor).first().copied();
        }
        self.memories[tandem].room
    }

    /// The room while the tandem lives.
    fn live_room(&mut self, tandem: usize) -> Option<u64> {
        if self.memories[tandem].ended { None } else { self.room(tandem) }
    }

    /// The newest post of a room that fits.
    fn newest(&self, room: u64, fits: impl Fn(&MessageView) -> bool) -> Option<MessageView> {
        self.theatre.posts(room).into_iter().rev().find(|post| fits(post))
    }

    fn card(&self, room: u64, number: u32) -> Option<MessageView> {
        let title = say(self.language, "task-title").with("number", number).text();
        self.newest(room, |post| titled(post, &title))
    }

    /// Whether somebody is away on that day: on holiday for two weeks in the sixth and seventh, or no longer heard of.
    fn is_away(&self, tandem: usize, side: usize, day: NaiveDate) -> bool {
        let weeks = (day - self.programme.start).num_days().div_euclid(7);
        match self.character(tandem, side) {
            Character::Holiday => (weeks::HOLIDAY..weeks::HOLIDAY + 2).contains(&weeks),
            Character::Lost => weeks >= care::LOST,
            _ => false,
        }
    }
}

fn titled(post: &MessageView, title: &str) -> bool {
    post.embeds.first().is_some_and(|embed| embed["title"] == title)
}

fn has_button(post: &MessageView, code: &str) -> bool {
    post.custom_ids().iter().any(|id| id.starts_with(code))
}
