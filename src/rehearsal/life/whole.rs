//! The whole life of a programme, from its card to its erasure: what happens on which day around the tandems' own lives.
//! Who takes part is known to the cohort; who is with whom shows only when rooms open.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Duration, Utc};

use super::meetup::{Gathering, Scene};
use super::{Life, Memory, Turn};
use crate::discord::commands;
use crate::domain::programme::OccasionKind;
use crate::rehearsal::theatre::Person;
use crate::rehearsal::{papers, summary};

/// The days before the first one on which something happens.
pub(in crate::rehearsal) const PREPARED: i64 = 42;
/// One in so many is both mentor and mentee.
const BOTH: (usize, usize) = (13, 6);

/// What happens around the tandems. `who` is a number in the cohort.
#[derive(Debug, Clone)]
pub(super) enum Chapter {
    Prepare,
    Open,
    Invite,
    AddQuestion,
    Enrol {
        who: usize,
        called_away: bool,
    },
    Tick {
        who: usize,
    },
    Read {
        who: usize,
    },
    Decide,
    /// Set for a moment, or called off.
    Occasion {
        which: OccasionKind,
        at: Option<DateTime<Utc>>,
    },
    Meetup(Scene),
    Worry {
        who: usize,
    },
    Concerns,
    Announce {
        lounge: bool,
    },
    Propose {
        first: bool,
        tries: u32,
    },
    Answer {
        who: usize,
    },
    Settle,
    Place {
        who: usize,
    },
    Weeks,
    Marks,
    HalfTime,
    Final,
    Survey {
        tandem: usize,
        side: usize,
    },
    LookBack {
        tandem: usize,
    },
    Change,
    AskStay,
    Stay {
        tandem: usize,
        side: usize,
    },
    StaysSettled,
    Export,
    Delete,
    Closed,
    AskLater {
        who: usize,
    },
    Papers,
    Capture,
}

impl Chapter {
    /// Who does it by themselves, by their number in the cohort.
    pub(super) const fn who(&self) -> Option<usize> {
        match self {
            Self::Enrol { who, .. }
            | Self::Tick { who }
            | Self::Read { who }
            | Self::Worry { who }
            | Self::Answer { who }
            | Self::Place { who }
            | Self::AskLater { who } => Some(*who),
            _ => None,
        }
    }
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
            Chapter::Occasion { which, at } => self.set_occasion(which, at).await,
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
