//! When the bot brings up something about a meeting by itself: the agenda a day before, *did you meet?* two hours after,
//! the invitation to leave a task on the next morning, and once half-way what is still open.

use chrono::{DateTime, Duration, NaiveTime, Utc};
use chrono_tz::Tz;

use super::meeting::Meeting;
use super::post::PostKind;
use super::quiet::QuietHours;
use super::zone;

/// The agenda comes that long before a meeting.
pub const AGENDA_BEFORE: Duration = Duration::hours(24);
/// Later than that before a meeting the agenda has no use any more: the reminder of its last hour follows.
pub const AGENDA_AT_LEAST: Duration = Duration::minutes(90);
/// *Did you meet?* comes that long after a meeting's end.
pub const ASK_AFTER: Duration = Duration::hours(2);
/// So long after a meeting it is still asked about, after a downtime for instance.
pub const ASK_UNTIL: Duration = Duration::days(7);
/// What is open half-way is not brought up when the next meeting is that near: its agenda has it.
const NEAR: Duration = Duration::days(2);
/// With less time left than that nobody plans another meeting.
const ANOTHER: Duration = Duration::days(7);
/// The local hour of what comes on another day.
const MORNING: NaiveTime = match NaiveTime::from_hms_opt(9, 0, 0) {
    Some(time) => time,
    None => NaiveTime::MIN,
};

/// The hours of a programme.
#[derive(Debug, Clone, Copy)]
pub struct Hours {
    /// When it leaves people in peace.
    pub quiet: QuietHours,
    /// Its zone.
    pub zone: Tz,
}

/// When the agenda of a meeting comes: a day before, earlier where that is in quiet hours; where it was planned later than
/// that, as soon as it does not disturb. `None` when it is too late for one.
#[must_use]
pub fn agenda(meeting: &Meeting, now: DateTime<Utc>, hours: Hours) -> Option<DateTime<Utc>> {
    let planned = meeting.starts_at - AGENDA_BEFORE;
    let at = PostKind::Agenda.policy().send_at(planned, &hours.quiet, hours.zone);
    let at = if at < now { hours.quiet.next_open(now, hours.zone) } else { at };
    (!meeting.cancelled && at + AGENDA_AT_LEAST <= meeting.starts_at).then_some(at)
}

/// When it is asked whether a meeting took place.
#[must_use]
pub fn ask(meeting: &Meeting) -> DateTime<Utc> {
    meeting.ends_at() + ASK_AFTER
}

/// The first nine o'clock after `now` on a day after that of `moment`.
#[must_use]
pub fn morning_after(moment: DateTime<Utc>, now: DateTime<Utc>, zone: Tz) -> DateTime<Utc> {
    let mut day = zone::to_local(moment, zone).date();
    loop {
        day = day.succ_opt().unwrap_or(day);
        let at = zone::to_utc(day.and_time(MORNING), zone);
        if at > now || day.succ_opt().is_none() {
            return at;
        }
    }
}

/// The time between two meetings: from the beginning of the last one, or of the tandem, to the next one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Between {
    /// When the last meeting began; before the first one, when the tandem did.
    from: DateTime<Utc>,
    /// When the last meeting was over.
    over: DateTime<Utc>,
    /// When the next one begins, or is due by the rhythm.
    to: DateTime<Utc>,
}

impl Between {
    /// From the last meeting, or from when the tandem began, to the next one, or a rhythm on while none is planned.
    #[must_use]
    pub fn of(
        last: Option<&Meeting>,
        began: DateTime<Utc>,
        next: Option<&Meeting>,
        rhythm: Duration,
    ) -> Self {
        let from = last.map_or(began, |last| last.starts_at);
        let to = next.map_or(from + rhythm, |next| next.starts_at);
        Self { from, over: last.map_or(began, Meeting::ends_at), to }
    }

    /// When both see what is still open: on the morning of the day half-way. `None` where the two are too near.
    #[must_use]
    pub fn half_way(&self, zone: Tz) -> Option<DateTime<Utc>> {
        let middle = self.from + (self.to - self.from) / 2;
        let at = zone::to_utc(zone::to_local(middle, zone).date().and_time(MORNING), zone);
        (at > self.over && at + NEAR <= self.to).then_some(at)
    }

    /// The same, as it is set at `now`: where that moment has gone by because a meeting was planned late, it comes on the
    /// next morning and not beside the meeting's card; later than a week, the agenda has it.
    #[must_use]
    pub fn half_way_set(&self, now: DateTime<Utc>, zone: Tz) -> Option<DateTime<Utc>> {
        let at = self.half_way(zone)?;
        if at > now {
            return Some(at);
        }
        let morning = morning_after(now, now, zone);
        (morning < at + ASK_UNTIL && morning + NEAR <= self.to).then_some(morning)
    }
}

/// Whether a meeting was the last one of a tandem: none is ahead, and so many have taken place as the programme plans, or
/// no time is left for another. Then nobody is asked for a task until the next time.
#[must_use]
pub fn was_last(all: &[Meeting], planned: u32, ends: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    let held = all.iter().filter(|one| !one.cancelled && one.held_at.is_some()).count();
    let ahead = all.iter().any(|one| one.is_ahead(now));
    !ahead && (held >= planned as usize || now + ANOTHER > ends)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::TandemId;
    use crate::domain::tandem::Side;
    use chrono_tz::Europe::Berlin;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn meeting(starts_at: &str) -> Meeting {
        let now = at("2027-01-04T09:00:00Z");
        Meeting::planned(TandemId(1), Side::Mentor, at(starts_at), 60, String::new(), now)
    }

    fn hours() -> Hours {
        let time = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0).unwrap();
        Hours { quiet: QuietHours { from: time(19, 0), to: time(7, 30), weekends: false }, zone: Berlin }
    }

    #[test]
    fn the_agenda_comes_a_day_before_and_never_in_quiet_hours() {
        let early = at("2027-01-04T09:00:00Z");
        for (starts_at, now, expected) in [
            ("2027-01-12T13:00:00Z", early, Some("2027-01-11T13:00:00Z")),
            // At seven in the morning: the evening before.
            ("2027-01-12T06:00:00Z", early, Some("2027-01-10T17:59:00Z")),
            // Planned on the evening before: on the next morning.
            ("2027-01-12T13:00:00Z", at("2027-01-11T20:00:00Z"), Some("2027-01-12T06:30:00Z")),
            ("2027-01-12T13:00:00Z", at("2027-01-12T09:00:00Z"), Some("2027-01-12T09:00:00Z")),
            ("2027-01-12T13:00:00Z", at("2027-01-12T12:00:00Z"), None),
        ] {
            assert_eq!(agenda(&meeting(starts_at), now, hours()), expected.map(at), "{starts_at} {now}");
        }
    }

    #[test]
    fn a_day_before_the_odd_night_is_a_day_of_hours() {
        let early = at("2027-03-01T09:00:00Z");
        let spring = agenda(&meeting("2027-03-28T12:00:00Z"), early, hours());
        assert_eq!(spring, Some(at("2027-03-27T12:00:00Z")));
        assert_eq!(
            morning_after(at("2027-03-27T13:00:00Z"), at("2027-03-27T15:00:00Z"), Berlin),
            at("2027-03-28T07:00:00Z")
        );
        assert_eq!(
            morning_after(at("2027-10-30T13:00:00Z"), at("2027-10-30T15:00:00Z"), Berlin),
            at("2027-10-31T08:00:00Z")
        );
    }

    #[test]
    fn a_late_yes_leads_to_the_morning_after_it() {
        let late = morning_after(at("2027-01-12T14:00:00Z"), at("2027-01-14T10:00:00Z"), Berlin);
        assert_eq!(late, at("2027-01-15T08:00:00Z"));
    }

    #[test]
    fn half_way_is_the_middle_to_the_next_meeting_or_of_a_rhythm() {
        let (last, rhythm) = (meeting("2027-01-12T13:00:00Z"), Duration::days(28));
        let began = at("2027-01-04T09:00:00Z");
        let half_way = |last, next| Between::of(last, began, next, rhythm).half_way(Berlin);
        assert_eq!(half_way(Some(&last), None), Some(at("2027-01-26T08:00:00Z")));
        let next = meeting("2027-02-01T13:00:00Z");
        assert_eq!(half_way(Some(&last), Some(&next)), Some(at("2027-01-22T08:00:00Z")));
        let soon = meeting("2027-01-14T13:00:00Z");
        assert_eq!(half_way(Some(&last), Some(&soon)), None);
        // Before the first meeting it is counted from when the tandem began.
        assert_eq!(half_way(None, Some(&last)), Some(at("2027-01-08T08:00:00Z")));
    }

    #[test]
    fn half_way_does_not_come_in_the_minute_in_which_a_meeting_is_planned_late() {
        let (last, next) = (meeting("2027-01-12T13:00:00Z"), meeting("2027-02-01T13:00:00Z"));
        let between = Between::of(Some(&last), last.starts_at, Some(&next), Duration::days(28));
        for (now, expected) in [
            ("2027-01-20T10:00:00Z", Some("2027-01-22T08:00:00Z")),
            ("2027-01-25T10:00:00Z", Some("2027-01-26T08:00:00Z")),
            // More than a week after the middle, or two days before the meeting: the agenda has it.
            ("2027-01-28T10:00:00Z", None),
            ("2027-01-31T10:00:00Z", None),
        ] {
            assert_eq!(between.half_way_set(at(now), Berlin), expected.map(at), "{now}");
        }
    }

    #[test]
    fn a_meeting_is_the_last_one_when_all_were_held_or_no_time_is_left() {
        let (ends, soon) = (at("2027-03-01T00:00:00Z"), at("2027-02-23T09:00:00Z"));
        let now = at("2027-01-20T09:00:00Z");
        let mut held = meeting("2027-01-12T13:00:00Z");
        held.held_at = Some(at("2027-01-12T16:00:00Z"));
        let next = meeting("2027-02-24T13:00:00Z");
        assert!(!was_last(std::slice::from_ref(&held), 2, ends, now));
        assert!(was_last(std::slice::from_ref(&held), 1, ends, now));
        assert!(was_last(std::slice::from_ref(&held), 2, ends, soon));
        assert!(!was_last(&[held, next], 2, ends, soon));
    }
}
