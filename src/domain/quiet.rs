//! When a message may reach people: quiet hours, and what each kind of message does about them (rule D14).
//!
//! A kind of message declares a [`Policy`] once: what it does when its time falls into quiet hours, how long it is worth
//! sending, and what becomes of it when it is later than that, after a downtime for instance. Nothing here sleeps or
//! reads a clock: [`Policy::send_at`] says when, [`due`] says what to do now.

use chrono::{DateTime, Datelike, Duration, NaiveDate, NaiveDateTime, NaiveTime, Utc, Weekday};
use chrono_tz::Tz;

use crate::domain::spoken::{self, TimeRead};
use crate::domain::zone;

/// The hours in which a programme does not want to disturb, in local time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QuietHours {
    /// When quiet begins. From and to the same: no hour of an ordinary day is quiet.
    pub from: NaiveTime,
    /// When quiet ends; earlier than `from` means the next morning.
    pub to: NaiveTime,
    /// Whether Saturday and Sunday are quiet all day.
    pub weekends: bool,
}

impl QuietHours {
    /// No quiet hours at all.
    pub const NONE: Self = Self { from: NaiveTime::MIN, to: NaiveTime::MIN, weekends: false };

    /// Reads what a person typed: "19:00-7:30", "18–8", "19 Uhr bis 7 Uhr", "none" or "keine".
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if matches!(text.trim().to_lowercase().as_str(), "none" | "keine") {
            return Some(Self::NONE);
        }
        let plain = text.to_lowercase().replace(['–', '—'], "-").replace(" bis ", "-").replace(" to ", "-");
        let (from, to) = plain.split_once('-')?;
        Some(Self { from: hour(from)?, to: hour(to)?, weekends: false })
    }

    fn spans_midnight(&self) -> bool {
        self.from > self.to
    }

    fn is_quiet_locally(&self, at: NaiveDateTime) -> bool {
        let time = at.time();
        let hours = if self.spans_midnight() {
            time >= self.from || time < self.to
        } else {
            (self.from..self.to).contains(&time)
        };
        hours || self.weekends && is_weekend(at.date())
    }

    /// Whether people are left in peace at this moment.
    #[must_use]
    pub fn is_quiet(&self, at: DateTime<Utc>, zone: Tz) -> bool {
        self.is_quiet_locally(zone::to_local(at, zone))
    }

    /// The first moment from `at` on that is not quiet.
    #[must_use]
    pub fn next_open(&self, at: DateTime<Utc>, zone: Tz) -> DateTime<Utc> {
        let mut local = zone::to_local(at, zone);
        if !self.is_quiet_locally(local) {
            return at;
        }
        // Quiet ends at `to` or, at a weekend, at midnight: each step goes to the next such edge.
        for _ in 0..16 {
            local = self.edge_after(local);
            let open = zone::to_utc(local, zone);
            if open >= at && !self.is_quiet(open, zone) {
                return open;
            }
        }
        at
    }

    fn edge_after(&self, local: NaiveDateTime) -> NaiveDateTime {
        let today = local.date().and_time(self.to);
        let midnight = next_day(local.date()).and_time(NaiveTime::MIN);
        if local < today { today.min(midnight) } else { midnight }
    }

    /// The last moment that is not quiet before the quiet stretch in which `at` lies: a minute before it begins.
    #[must_use]
    pub fn last_open(&self, at: DateTime<Utc>, zone: Tz) -> DateTime<Utc> {
        let mut moment = at;
        for _ in 0..16 {
            if !self.is_quiet(moment, zone) {
                return moment;
            }
            let local = zone::to_local(moment, zone);
            let begin = local.date().and_time(self.from);
            let edge = if local >= begin && self.from != self.to {
                begin
            } else {
                local.date().and_time(NaiveTime::MIN)
            };
            moment = zone::to_utc(edge, zone).min(moment) - Duration::minutes(1);
        }
        at
    }
}

fn hour(text: &str) -> Option<NaiveTime> {
    if let Ok(hour) = text.trim().parse() {
        return NaiveTime::from_hms_opt(hour, 0, 0);
    }
    let words = spoken::words(text);
    match spoken::time_of_day(&words) {
        TimeRead::Time(time, used) if used == words.len() => Some(time),
        _ => None,
    }
}

fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

fn next_day(day: NaiveDate) -> NaiveDate {
    day.succ_opt().unwrap_or(day)
}

/// What a kind of message does when its time falls into quiet hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Timing {
    /// Goes out all the same (an ending, an answer to what somebody just did).
    Now,
    /// Goes out before the quiet begins (a reminder of something early in the morning).
    Earlier,
    /// Waits until the quiet is over.
    NextMorning,
}

/// What becomes of a message that is sent later than it was worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Late {
    /// Is sent all the same.
    Send,
    /// Is told together with others in one message.
    Fold,
    /// Is dropped.
    Drop,
}

/// What one kind of message declares about its time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Policy {
    /// What to do about quiet hours.
    pub timing: Timing,
    /// How long after its planned time it is worth sending; `None` is for ever.
    pub worth_for: Option<Duration>,
    /// What to do after that.
    pub late: Late,
}

impl Policy {
    /// When a message planned for `at` should go out. Only [`Timing::Earlier`] can give a moment before `at`.
    #[must_use]
    pub fn send_at(&self, at: DateTime<Utc>, quiet: &QuietHours, zone: Tz) -> DateTime<Utc> {
        match self.timing {
            Timing::Now => at,
            Timing::Earlier => quiet.last_open(at, zone),
            Timing::NextMorning => quiet.next_open(at, zone),
        }
    }

    /// From when on a message planned for `at` counts as late. Waiting for the morning does not make it late.
    #[must_use]
    pub fn expires_at(&self, at: DateTime<Utc>, quiet: &QuietHours, zone: Tz) -> Option<DateTime<Utc>> {
        self.worth_for.map(|worth| self.send_at(at, quiet, zone).max(at) + worth)
    }
}

/// What to do with a message at this moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// Not yet; ask again then.
    Wait {
        /// The moment to ask again.
        until: DateTime<Utc>,
    },
    /// Send it.
    Send,
    /// Late: put it into a summary.
    Fold,
    /// Late: let it go.
    Drop,
}

/// Decides about a message that was planned for `at`. After a downtime that ended at night, only what goes out
/// [`Timing::Now`] disturbs; the rest waits for the end of the quiet and is judged again there.
#[must_use]
pub fn due(now: DateTime<Utc>, at: DateTime<Utc>, policy: &Policy, quiet: &QuietHours, zone: Tz) -> Decision {
    let planned = policy.send_at(at, quiet, zone);
    if now < planned {
        return Decision::Wait { until: planned };
    }
    let late = policy.expires_at(at, quiet, zone).is_some_and(|end| now >= end);
    if late && policy.late == Late::Drop {
        return Decision::Drop;
    }
    if policy.timing != Timing::Now && quiet.is_quiet(now, zone) {
        let until = quiet.next_open(now, zone);
        // Quiet all round the clock would make it wait for ever.
        if until > now {
            return Decision::Wait { until };
        }
    }
    if late && policy.late == Late::Fold { Decision::Fold } else { Decision::Send }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BERLIN: Tz = Tz::Europe__Berlin;

    fn time(hour: u32) -> NaiveTime {
        NaiveTime::from_hms_opt(hour, 0, 0).unwrap()
    }

    fn night() -> QuietHours {
        QuietHours { from: time(20), to: time(7), weekends: false }
    }

    fn berlin(text: &str) -> DateTime<Utc> {
        zone::to_utc(NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap(), BERLIN)
    }

    fn policy(timing: Timing, hours: i64, late: Late) -> Policy {
        Policy { timing, worth_for: Some(Duration::hours(hours)), late }
    }

    #[test]
    fn quiet_hours_are_read_as_people_write_them() {
        let at = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0).unwrap();
        for text in ["19:00-7:30", "19-7:30", "19 Uhr bis 7:30 Uhr", "7 pm – 7:30", "19:00 to 7:30"] {
            let read = QuietHours::parse(text);
            assert_eq!(read, Some(QuietHours { from: at(19, 0), to: at(7, 30), weekends: false }), "{text}");
        }
        assert_eq!(QuietHours::parse("keine"), Some(QuietHours::NONE));
        for nonsense in ["", "always", "25-7", "19:00", "19:00-", "19:00-7:30-8:00"] {
            assert_eq!(QuietHours::parse(nonsense), None, "{nonsense}");
        }
    }

    #[test]
    fn a_message_at_night_goes_now_earlier_or_in_the_morning_as_its_kind_says() {
        let at = berlin("2026-11-25 23:30");
        for (timing, expected) in [
            (Timing::Now, "2026-11-25 23:30"),
            (Timing::Earlier, "2026-11-25 19:59"),
            (Timing::NextMorning, "2026-11-26 07:00"),
        ] {
            assert_eq!(
                policy(timing, 1, Late::Send).send_at(at, &night(), BERLIN),
                berlin(expected),
                "{timing:?}"
            );
        }
        let early = berlin("2026-11-25 06:59");
        assert_eq!(
            policy(Timing::Earlier, 1, Late::Send).send_at(early, &night(), BERLIN),
            berlin("2026-11-24 19:59")
        );
    }

    #[test]
    fn by_day_and_without_quiet_hours_everything_goes_at_its_time() {
        for timing in [Timing::Now, Timing::Earlier, Timing::NextMorning] {
            let policy = policy(timing, 1, Late::Send);
            for at in ["2026-11-25 07:00", "2026-11-25 19:59"].map(berlin) {
                assert_eq!(policy.send_at(at, &night(), BERLIN), at);
            }
            let midnight = berlin("2026-11-25 00:00");
            assert_eq!(policy.send_at(midnight, &QuietHours::NONE, BERLIN), midnight);
        }
    }

    #[test]
    fn a_quiet_weekend_lasts_from_friday_evening_to_monday_morning() {
        let quiet = QuietHours { weekends: true, ..night() };
        let sunday = berlin("2026-11-29 12:00");
        assert_eq!(quiet.next_open(sunday, BERLIN), berlin("2026-11-30 07:00"));
        assert_eq!(quiet.next_open(berlin("2026-11-27 21:00"), BERLIN), berlin("2026-11-30 07:00"));
        assert_eq!(quiet.last_open(sunday, BERLIN), berlin("2026-11-27 19:59"));
    }

    #[test]
    fn quiet_weekends_alone_end_at_midnight() {
        let quiet = QuietHours { weekends: true, ..QuietHours::NONE };
        assert_eq!(quiet.next_open(berlin("2026-11-28 12:00"), BERLIN), berlin("2026-11-30 00:00"));
        assert_eq!(quiet.last_open(berlin("2026-11-29 12:00"), BERLIN), berlin("2026-11-27 23:59"));
    }

    #[test]
    fn quiet_hours_within_a_day_work_as_well() {
        let siesta = QuietHours { from: time(12), to: time(14), weekends: false };
        let at = berlin("2026-11-25 13:00");
        assert_eq!(siesta.next_open(at, BERLIN), berlin("2026-11-25 14:00"));
        assert_eq!(siesta.last_open(at, BERLIN), berlin("2026-11-25 11:59"));
    }

    #[test]
    fn on_both_odd_nights_the_morning_still_comes_once() {
        let quiet =
            QuietHours { from: time(20), to: NaiveTime::from_hms_opt(2, 30, 0).unwrap(), weekends: false };
        assert_eq!(quiet.next_open(berlin("2027-03-27 22:00"), BERLIN), berlin("2027-03-28 03:00"));
        assert_eq!(quiet.next_open(berlin("2027-10-30 22:00"), BERLIN), berlin("2027-10-31 02:30"));
    }

    #[test]
    fn a_message_waits_is_sent_and_is_judged_when_late() {
        let at = berlin("2026-11-25 10:00");
        let ask =
            |now: &str, late| due(berlin(now), at, &policy(Timing::NextMorning, 3, late), &night(), BERLIN);
        assert_eq!(ask("2026-11-25 09:59", Late::Send), Decision::Wait { until: at });
        assert_eq!(ask("2026-11-25 10:00", Late::Drop), Decision::Send);
        assert_eq!(ask("2026-11-25 12:59", Late::Drop), Decision::Send);
        assert_eq!(ask("2026-11-25 13:00", Late::Send), Decision::Send);
        assert_eq!(ask("2026-11-25 13:00", Late::Fold), Decision::Fold);
        assert_eq!(ask("2026-11-25 13:00", Late::Drop), Decision::Drop);
    }

    #[test]
    fn coming_back_at_night_disturbs_nobody_but_an_ending_goes_out() {
        let at = berlin("2026-11-25 10:00");
        let back = berlin("2026-11-26 02:00");
        let morning = Decision::Wait { until: berlin("2026-11-26 07:00") };
        for (timing, late, expected) in [
            (Timing::NextMorning, Late::Send, morning),
            (Timing::NextMorning, Late::Fold, morning),
            (Timing::Earlier, Late::Send, morning),
            (Timing::NextMorning, Late::Drop, Decision::Drop),
            (Timing::Now, Late::Send, Decision::Send),
        ] {
            assert_eq!(
                due(back, at, &policy(timing, 3, late), &night(), BERLIN),
                expected,
                "{timing:?} {late:?}"
            );
        }
    }

    #[test]
    fn waiting_for_the_morning_does_not_make_a_message_late() {
        let at = berlin("2026-11-25 22:00");
        let policy = policy(Timing::NextMorning, 2, Late::Drop);
        assert_eq!(due(berlin("2026-11-26 07:00"), at, &policy, &night(), BERLIN), Decision::Send);
        assert_eq!(due(berlin("2026-11-26 09:00"), at, &policy, &night(), BERLIN), Decision::Drop);
    }

    #[test]
    fn what_waits_is_never_asked_to_wait_for_the_past() {
        let mut rng = fastrand::Rng::with_seed(14);
        for _ in 0..4000 {
            let pick =
                |rng: &mut fastrand::Rng| NaiveTime::from_hms_opt(rng.u32(0..24), rng.u32(0..60), 0).unwrap();
            let quiet = QuietHours { from: pick(&mut rng), to: pick(&mut rng), weekends: rng.bool() };
            let timing = [Timing::Now, Timing::Earlier, Timing::NextMorning][rng.usize(0..3)];
            let policy = policy(timing, 5, Late::Send);
            let at = berlin("2027-03-20 00:00") + Duration::minutes(rng.i64(0..60 * 24 * 230));
            let now = at + Duration::minutes(rng.i64(-4000..4000));
            if let Decision::Wait { until } = due(now, at, &policy, &quiet, BERLIN) {
                assert!(until > now);
            }
            let sent = policy.send_at(at, &quiet, BERLIN);
            assert!(timing == Timing::Now || !quiet.is_quiet(sent, BERLIN), "{quiet:?} {timing:?} {at}");
            assert!((sent - at).num_days().abs() <= 4);
        }
    }
}
