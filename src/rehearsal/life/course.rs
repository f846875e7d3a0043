//! On which day of a whole programme what happens around its tandems: before it begins, while it runs, and at its end.

use chrono::{Duration, NaiveDate};

use super::whole::{Chapter, Comes, PREPARED};
use super::{Life, Turn};
use crate::domain::programme::OccasionKind;

/// Days before the first one: first and second look at who waits, kick-off and pairing, the second round with its deadline.
const DECIDED: [i64; 3] = [35, 28, 13];
const KICKOFF_SET: i64 = 25;
const PROPOSED: [i64; 2] = [21, 12];
/// In which week of a short and of a long programme those who are free are paired once more.
const ONCE_MORE: [i64; 2] = [6, 12];
/// A programme of so many weeks is a long one.
const LONG: i64 = 20;
/// The template in which a coordinator starts new partners.
const CHANGED: &str = "year";
/// The template in which a kick-off is called off and set anew, and the closing event called off.
const OFF: &str = "six";
/// Whoever shall stay together or not is known so long after the question.
pub(super) const STAYS_SETTLED: Duration = Duration::days(7);
/// So soon after it the bot has ended the tandems. It is a whole hour then, at which nobody does anything.
pub(super) const SETTLED: Duration = Duration::seconds(30);
/// Weeks after the closing in which it is asked what has lasted.
const ASKED_LATER: [i64; 2] = [4, 12];

impl Life<'_> {
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
        let kickoff = |at| Chapter::Occasion { which: OccasionKind::Kickoff, at };
        let first = self.clock(before(3), 14, 0);
        self.chapter(self.clock(before(KICKOFF_SET), 10, 40), kickoff(Some(first)));
        if self.programme.template == OFF {
            // The hall is not free; a day later another one is found.
            let again = self.clock(before(4), 15, 0);
            self.chapter(self.clock(before(KICKOFF_SET - 3), 10, 50), kickoff(None));
            self.chapter(self.clock(before(KICKOFF_SET - 4), 10, 40), kickoff(Some(again)));
        }
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
        let closing = |at| Chapter::Occasion { which: OccasionKind::ClosingEvent, at };
        let (ends, later) =
            (self.clock(last + Duration::days(3), 15, 0), self.clock(last + Duration::days(4), 16, 30));
        self.chapter(self.clock(day(weeks * 3 / 5, 1), 10, 30), closing(Some(ends)));
        match self.programme.template.as_str() {
            CHANGED => self.chapter(self.clock(day(weeks * 4 / 5, 1), 10, 30), closing(Some(later))),
            OFF => self.chapter(self.clock(day(weeks * 4 / 5, 1), 10, 30), closing(None)),
            _ => {}
        }
        let middle = start + Duration::days((last - start).num_days() / 2);
        self.chapter(self.clock(middle, 9, 30), Chapter::HalfTime);
        let once_more = match clockwork.rotation {
            Some(rotation) => {
                let asked = clockwork
                    .at(day(rotation, 0), chrono::NaiveTime::from_hms_opt(9, 0, 0).unwrap_or_default());
                self.chapter(asked + Duration::minutes(10), Chapter::AskStay);
                // Before anybody does something on that morning.
                self.chapter(asked + STAYS_SETTLED + SETTLED, Chapter::StaysSettled);
                rotation + 1
            }
            None => ONCE_MORE[usize::from(weeks >= LONG)],
        };
        if self.programme.template == CHANGED {
            self.chapter(self.clock(day(weeks / 2 + 1, 1), 11, 0), Chapter::Change);
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
}
