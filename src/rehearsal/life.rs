//! The life that the people lead: a calendar of turns, filled from the seed, taken one after another while the clock
//! jumps from due to due. People are awake on workdays between eight and six; what they do next follows from who they
//! are and from what they have just done.

mod after;
mod begin;
mod care;
mod course;
mod end;
mod enrolling;
mod meetings;
mod meetup;
mod pairing;
mod slips;
mod together;
mod turns;
mod weeks;
mod whole;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use chrono::{DateTime, Datelike as _, Duration, NaiveDate, NaiveTime, Utc, Weekday};
use fastrand::Rng;

use super::cast::Character;
use super::lines::{ENGLISH, GERMAN, Lines};
use super::papers::Paper;
use super::programme::Programme;
use super::theatre::{Person, Theatre};
use crate::locales::{Language, say};
use crate::sandbox::view::MessageView;
use turns::Turn;
use whole::Cohort;
pub(in crate::rehearsal) use whole::{PREPARED, Tally};

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

/// So many days after the last time, or on the next on which somebody does something, what stands everywhere is taken in.
const CAPTURED_EVERY: i64 = 4;

/// A meeting as its people remember it.
#[derive(Debug, Clone)]
struct Meeting {
    starts: DateTime<Utc>,
    /// Who spoke last about when: the other one confirms.
    planner: usize,
    confirmed: bool,
    off: bool,
    /// Whether it takes the whole day.
    whole_day: bool,
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
    /// The language of their room; `None`: the programme's.
    pub(super) language: Option<Language>,
    /// Who has said that the two shall stay together.
    stays: [bool; 2],
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
    /// Everybody who takes part in a whole programme.
    pub(super) cohort: Cohort,
    /// What the bot hands out beside Discord, from before a whole programme was erased.
    pub(super) papers: Option<Vec<Paper>>,
    /// What could not be delivered until then.
    pub(super) undelivered: i64,
}

impl<'a> Life<'a> {
    pub(super) fn new(theatre: Theatre, programme: &'a Programme, rng: Rng, canary: &'a str) -> Self {
        let memories = vec![Memory::default(); theatre.pairs.len()];
        let (calendar, turns) = (BTreeMap::new(), 0);
        let language = programme.language;
        Self {
            theatre,
            programme,
            language,
            memories,
            rng,
            canary,
            calendar,
            turns,
            shared: 0,
            whole: false,
            cohort: Cohort::default(),
            papers: None,
            undelivered: 0,
        }
    }

    /// Lives until the programme's last evening, or until it is erased; `progress` hears of each month, or of each week.
    ///
    /// # Errors
    /// When the stage does not settle, or somebody cannot do what they mean to.
    pub(super) async fn live(&mut self, mut progress: impl FnMut(&str)) -> anyhow::Result<DateTime<Utc>> {
        if self.whole {
            self.begin_whole();
        } else {
            self.begin();
        }
        let end = if self.whole { self.erased_by() } else { self.clock(self.programme.end, 20, 0) };
        let (mut day, mut told) = (self.today(), 0);
        let mut captured = day;
        while let Some((&key, _)) = self.calendar.first_key_value() {
            let turn = self.calendar.remove(&key).unwrap_or(Turn::Status);
            if key.0 >= end {
                break;
            }
            self.theatre.stage.pass_until(key.0).await?;
            if self.today() != day {
                day = self.today();
                // Rooms go two weeks after their ending; until then nothing is missed, however little happens.
                if (day - captured).num_days() >= CAPTURED_EVERY {
                    captured = day;
                    self.theatre.archive.capture(&self.theatre.stage.sandbox, self.theatre.owner);
                }
            }
            let now = if self.whole { day.iso_week().week() } else { day.month() };
            if told != now {
                told = now;
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
        let tandems = format!("{open} tandems open, {tasks} tasks given");
        if self.whole {
            let Tally { enrolled, approved, surveys, .. } = self.cohort.tally;
            return format!(
                "{enrolled} enrolled, {approved} admitted, {tandems}, {surveys} surveys answered"
            );
        }
        tandems
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
        let title = say(self.spoken_in(room), "task-title").with("number", number).text();
        self.newest(room, |post| titled(post, &title))
    }

    /// The language of a room.
    fn spoken_in(&self, room: u64) -> Language {
        let memory = self.memories.iter().find(|one| one.room == Some(room));
        memory.and_then(|one| one.language).unwrap_or(self.language)
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
