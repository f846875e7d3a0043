//! The whole life of a programme, from its card to its erasure: what happens on which day around the tandems' own lives.
//! Who takes part is known to the cohort; who is with whom shows only when rooms open.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Duration, NaiveDate, Utc};

use super::meetup::{Gathering, Scene};
use super::{Life, Memory, Turn};
use crate::discord::commands;
use crate::rehearsal::theatre::Person;
use crate::rehearsal::{papers, summary};

/// The days before the first one on which something happens.
pub(in crate::rehearsal) const PREPARED: i64 = 42;
/// Days before the first one: first and second look at who waits, kick-off and pairing, the second round with its deadline.
const DECIDED: [i64; 3] = [35, 28, 13];
const KICKOFF_SET: i64 = 25;
const PROPOSED: [i64; 2] = [21, 12];
/// In which week of a short and of a long programme those who are free are paired once more.
const ONCE_MORE: [i64; 2] = [6, 12];
/// A programme of so many weeks is a long one.
const LONG: i64 = 20;
/// One in so many is both mentor and mentee.
const BOTH: (usize, usize) = (13, 6);
/// The template in which a coordinator starts new partners.
const CHANGED: &str = "year";
/// Whoever shall stay together or not is known so long after the question.
pub(super) const STAYS_SETTLED: Duration = Duration::days(7);
/// Weeks after the closing in which it is asked what has lasted.
const ASKED_LATER: [i64; 2] = [4, 12];

/// What happens around the tandems. `who` is a number in the cohort.
#[derive(Debug, Clone)]
pub(super) enum Chapter {
    Prepare,
    Open,
    Invite,
    AddQuestion,
    Enrol { who: usize, called_away: bool },
    Tick { who: usize },
    Read { who: usize },
    Decide,
    Kickoff,
    Meetup(Scene),
    Worry { who: usize },
    Concerns,
    Announce { lounge: bool },
    Propose { first: bool, tries: u32 },
    Answer { who: usize },
    Settle,
    Place { who: usize },
    Weeks,
    Marks,
    HalfTime,
    Final,
    Survey { tandem: usize, side: usize },
    LookBack { tandem: usize },
    Change,
    AskStay,
    Stay { tandem: usize, side: usize },
    StaysSettled,
    Export,
    Delete,
    Closed,
    AskLater { who: usize },
    Papers,
    Capture,
}

/// When somebody comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Comes {
    InTime,
    /// After everybody was asked.
    Late,
    /// In the course of the programme.
    Later,
}

/// Somebody who takes part, or would like to.
#[derive(Debug, Clone)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is something that happens to one person and not to another"
)]
pub(super) struct Member {
    pub(super) person: Person,
    /// What they take part as: 0 mentor, 1 mentee.
    pub(super) side: usize,
    /// Whether they take part as the other one, too.
    pub(super) both: bool,
    pub(super) comes: Comes,
    /// Whether they stand on the coordinator's list.
    pub(super) invited: bool,
    /// Whether the coordinator has no place for them.
    pub(super) unwanted: bool,
    pub(super) enrolled: bool,
    pub(super) read: bool,
    /// Whether they have chosen English for their private replies.
    pub(super) english: bool,
    /// Whether they had everything about them deleted.
    pub(super) gone: bool,
}

/// What can be counted of it.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::rehearsal) struct Tally {
    pub(in crate::rehearsal) enrolled: usize,
    pub(in crate::rehearsal) approved: usize,
    pub(in crate::rehearsal) proposed: usize,
    pub(in crate::rehearsal) accepted: usize,
    pub(in crate::rehearsal) surveys: usize,
}

/// Everybody, and the round of pairing that is under way.
#[derive(Debug, Default)]
pub(in crate::rehearsal) struct Cohort {
    pub(super) members: Vec<Member>,
    /// Who was called away in the middle of enrolling.
    pub(super) begun: BTreeSet<usize>,
    /// What was answered so far: by mentor and mentee, what each of the two said.
    pub(super) asked: BTreeMap<(u64, u64), [Option<bool>; 2]>,
    /// When people were asked, and when the results appear.
    pub(super) proposed: Option<DateTime<Utc>>,
    pub(super) deadline: Option<DateTime<Utc>>,
    /// Whether somebody has declined, and whether somebody has not answered.
    pub(super) declined: bool,
    pub(super) kept_silent: bool,
    /// The mentors' lounge, once it is there.
    pub(in crate::rehearsal) lounge: Option<u64>,
    pub(in crate::rehearsal) tally: Tally,
    /// Speed networking.
    pub(in crate::rehearsal) gathering: Gathering,
}

impl Member {
    /// What they take part as, in one word.
    pub(super) const fn role(&self) -> &'static str {
        match (self.both, self.side) {
            (true, _) => "both",
            (false, 0) => "mentor",
            (false, _) => "mentee",
        }
    }
}

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

    /// Those who were drawn as pairs are a cohort: who will be with whom is for the coordinator to find.
    pub(in crate::rehearsal) fn gather(&mut self) {
        self.whole = true;
        self.memories.clear();
        let pairs = std::mem::take(&mut self.theatre.pairs);
        let late = if pairs.len() > 1 { pairs.len().div_ceil(12) } else { 0 };
        let in_time = pairs.len() - late;
        let member = |person: Person, side, comes| Member {
            person,
            side,
            both: false,
            comes,
            invited: false,
            unwanted: false,
            enrolled: false,
            read: false,
            english: false,
            gone: false,
        };
        let members = &mut self.cohort.members;
        for (number, [mentor, mentee]) in pairs.into_iter().enumerate() {
            let comes = if number < in_time { Comes::InTime } else { Comes::Late };
            members.extend([member(mentor, 0, comes), member(mentee, 1, comes)]);
        }
        for (number, one) in members.iter_mut().enumerate().filter(|(_, one)| one.comes == Comes::InTime) {
            one.invited = number % 3 == 0;
            // A pilot counts its pairs.
            one.both = number % BOTH.0 == BOTH.1 && self.programme.template != "pilot";
        }
        members.extend(self.theatre.others.drain(..).map(|person| member(person, 1, Comes::Later)));
        let stranger = Person {
            id: self.theatre.stranger,
            locale: if self.language.is_german() { "de" } else { "en-GB" },
            character: super::Character::Silent,
        };
        members.push(Member { unwanted: true, ..member(stranger, 1, Comes::InTime) });
    }

    /// When the whole life is over: some days after the erasure.
    pub(super) fn erased_by(&self) -> DateTime<Utc> {
        let closed = self.programme.clockwork.day(self.programme.clockwork.closes());
        self.clock(closed + Duration::days(i64::from(self.programme.deletion) + 3), 12, 0)
    }

    /// What is certain from the start.
    pub(super) fn begin_whole(&mut self) {
        let start = self.programme.start;
        let before = |days| start - Duration::days(days);
        let prepared = before(PREPARED);
        self.plan(self.clock(prepared, 9, 0), Turn::SetUp);
        self.plan(self.clock(prepared, 9, 30), Turn::Create);
        self.chapter(self.clock(prepared, 9, 40), Chapter::Prepare);
        self.chapter(self.clock(prepared, 10, 0), Chapter::Open);
        self.chapter(self.clock(prepared, 10, 15), Chapter::Invite);
        self.chapter(self.clock(prepared, 11, 0), Chapter::AddQuestion);
        let mut first = true;
        for who in 0..self.cohort.members.len() {
            let (from, to) = match self.cohort.members[who].comes {
                Comes::InTime => (1, 10),
                Comes::Late => (PREPARED - PROPOSED[0] + 1, PREPARED - PROPOSED[0] + 6),
                Comes::Later => continue,
            };
            let at = self.in_days(from..=to);
            // The first one is called away in the middle of it.
            let called_away = std::mem::take(&mut first);
            self.chapter(at, Chapter::Enrol { who, called_away });
        }
        for days in DECIDED {
            self.chapter(self.clock(before(days), 10, 20), Chapter::Decide);
        }
        self.plan_meetup();
        self.chapter(self.clock(before(KICKOFF_SET), 10, 40), Chapter::Kickoff);
        self.chapter(self.clock(before(PROPOSED[0]), 10, 0), Chapter::Propose { first: true, tries: 0 });
        self.chapter(self.clock(before(PROPOSED[1]), 10, 30), Chapter::Propose { first: false, tries: 0 });
        self.chapter(self.clock(before(10), 11, 15), Chapter::Announce { lounge: false });
        self.plan_course();
        self.plan_end();
    }

    /// What comes while the programme runs.
    fn plan_course(&mut self) {
        let (start, last) = (self.programme.start, self.programme.end);
        let weeks = (last - start).num_days() / 7 + 1;
        for week in 0..weeks {
            let monday = start + Duration::weeks(week);
            self.chapter(self.clock(monday, 7, 45), Chapter::Weeks);
            self.plan(self.clock(monday, 10, 20), Turn::Review);
            if week % 4 == 1 {
                self.plan(self.clock(monday, 10, 5), Turn::Status);
            }
        }
        let clockwork = self.programme.clockwork.clone();
        for round in clockwork.questions.between(clockwork.begins(), clockwork.ends(), &clockwork) {
            self.chapter(clockwork.awake(round) + Duration::minutes(1), Chapter::Marks);
        }
        let day = |week: i64, more: i64| start + Duration::days(7 * week + more);
        self.chapter(self.clock(day(3, 1), 10, 45), Chapter::Announce { lounge: true });
        self.chapter(self.clock(day(weeks / 2, 2), 10, 45), Chapter::Announce { lounge: false });
        self.chapter(self.clock(day(3, 2), 12, 10), Chapter::Export);
        self.chapter(self.clock(day(weeks * 3 / 5, 2), 12, 20), Chapter::Delete);
        let middle = start + Duration::days((last - start).num_days() / 2);
        self.chapter(self.clock(middle, 9, 30), Chapter::HalfTime);
        let once_more = match clockwork.rotation {
            Some(rotation) => {
                let asked = clockwork
                    .at(day(rotation, 0), chrono::NaiveTime::from_hms_opt(9, 0, 0).unwrap_or_default());
                self.chapter(asked + Duration::minutes(10), Chapter::AskStay);
                self.chapter(asked + STAYS_SETTLED + Duration::minutes(10), Chapter::StaysSettled);
                rotation + 1
            }
            None => ONCE_MORE[usize::from(weeks >= LONG)],
        };
        if self.programme.template == CHANGED {
            self.chapter(self.clock(day(weeks / 2 + 1, 1), 10, 40), Chapter::Change);
        }
        if once_more + 2 < weeks {
            for who in 0..self.cohort.members.len() {
                if self.cohort.members[who].comes == Comes::Later {
                    let days = (day(once_more - 1, 0) - self.today()).num_days();
                    let at = self.in_days(days..=days + 3);
                    self.chapter(at, Chapter::Enrol { who, called_away: false });
                }
            }
            self.chapter(self.clock(day(once_more - 1, 4), 11, 0), Chapter::Decide);
            self.chapter(self.clock(day(once_more, 0), 10, 30), Chapter::Propose { first: false, tries: 0 });
        }
    }

    /// The closing, what is asked later, and what is kept of it all.
    fn plan_end(&mut self) {
        let last = self.programme.end;
        let closes = self.programme.clockwork.day(self.programme.clockwork.closes());
        self.chapter(self.clock(last, 9, 30), Chapter::Final);
        self.chapter(self.clock(closes, 10, 0), Chapter::Closed);
        for weeks in ASKED_LATER {
            let days = (closes + Duration::weeks(weeks) - self.today()).num_days();
            for who in 0..self.cohort.members.len() {
                if self.chance(60) {
                    let at = self.in_days(days + 1..=days + 3);
                    self.chapter(at, Chapter::AskLater { who });
                }
            }
        }
        self.chapter(self.clock(self.before_erasure(), 11, 0), Chapter::Papers);
        let mut day = last;
        while day < closes + Duration::days(20) {
            self.chapter(self.clock(day, 12, 0), Chapter::Capture);
            day += Duration::days(4);
        }
    }

    fn before_erasure(&self) -> NaiveDate {
        let closed = self.programme.clockwork.day(self.programme.clockwork.closes());
        closed + Duration::days(i64::from(self.programme.deletion) - 2)
    }

    pub(super) fn chapter(&mut self, at: DateTime<Utc>, chapter: Chapter) {
        self.plan(at, Turn::Whole(chapter));
    }

    /// What comes next in the programme's life.
    pub(super) async fn whole_turn(&mut self, chapter: Chapter) -> anyhow::Result<()> {
        match chapter {
            Chapter::Prepare => self.prepare().await,
            Chapter::Open => self.open().await,
            Chapter::Invite => self.invite().await,
            Chapter::AddQuestion => self.add_question().await,
            Chapter::Enrol { who, called_away } => self.enrol(who, called_away).await,
            Chapter::Tick { who } => self.tick_at_place(who).await,
            Chapter::Read { who } => self.read_briefing(who).await,
            Chapter::Decide => self.decide().await,
            Chapter::Kickoff => self.set_kickoff().await,
            Chapter::Meetup(scene) => self.meetup(scene).await,
            Chapter::Worry { who } => self.worry(who).await,
            Chapter::Concerns => self.read_concerns().await,
            Chapter::Announce { lounge } => self.announce(lounge).await,
            Chapter::Propose { first, tries } => self.propose(first, tries).await,
            Chapter::Answer { who } => self.answer_proposal(who).await,
            Chapter::Settle => {
                self.settle();
                Ok(())
            }
            Chapter::Place { who } if self.has_left(self.cohort.members[who].person.id) => Ok(()),
            Chapter::Place { who } => self.my_place(who).await.map(drop),
            Chapter::Weeks => {
                (0..self.memories.len()).for_each(|tandem| self.week(tandem));
                Ok(())
            }
            Chapter::Marks => {
                self.plan_marks_now();
                Ok(())
            }
            other => self.late_turn(other).await,
        }
    }

    /// What comes from the middle on.
    async fn late_turn(&mut self, chapter: Chapter) -> anyhow::Result<()> {
        match chapter {
            Chapter::HalfTime => self.plan_survey(6, 8),
            Chapter::Final => self.plan_survey(9, 10),
            Chapter::Survey { tandem, side } => return self.survey(tandem, side).await,
            Chapter::LookBack { tandem } => return self.look_back(tandem).await,
            Chapter::Change => return self.change_partners().await,
            Chapter::AskStay => self.plan_stays(),
            Chapter::Stay { tandem, side } => return self.stay(tandem, side).await,
            Chapter::StaysSettled => self.settle_stays(),
            Chapter::Export => return self.export().await,
            Chapter::Delete => return self.delete().await,
            Chapter::Closed => return self.closed().await,
            Chapter::AskLater { who } => return self.ask_later(who).await,
            Chapter::Papers => {
                let theatre = &self.theatre;
                self.papers = Some(
                    papers::papers(theatre, self.language, self.programme.zone, &theatre.stage.database)
                        .await?,
                );
                self.undelivered = summary::undeliverable(theatre).await?;
            }
            _ => self.theatre.archive.capture(&self.theatre.stage.sandbox, self.theatre.owner),
        }
        Ok(())
    }

    /// A tandem that has opened in the course of it.
    pub(super) fn remember(&mut self, pair: [Person; 2], memory: Memory) -> usize {
        self.theatre.pairs.push(pair);
        self.memories.push(memory);
        self.memories.len() - 1
    }
}
