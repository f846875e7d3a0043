//! A meeting of the two: planned by one, confirmed by both, moved, cancelled. Whether it took place is known only when
//! one of them says so; silence is unknown.

use chrono::{DateTime, Duration, Utc};

use super::ids::{MeetingId, OfferId, TandemId};
use super::tandem::Side;

/// The longest text about the place, in characters: room for a long link of a call.
pub const PLACE_MAX: usize = 300;
/// How long a meeting takes unless somebody says otherwise, in minutes.
pub const MINUTES: u32 = 60;
/// The shortest and the longest meeting, in minutes; a whole day at work is a meeting, too.
pub const MINUTES_RANGE: (u32, u32) = (15, 720);
/// Meetings a tandem may have ahead: a year of monthly ones.
pub const AHEAD_MAX: usize = 12;

/// A meeting.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own about the meeting")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    /// Our number for it.
    pub id: MeetingId,
    /// Its tandem.
    pub tandem: TandemId,
    /// When it begins.
    pub starts_at: DateTime<Utc>,
    /// How long it takes.
    pub minutes: u32,
    /// Where, or the link of a call; may be empty.
    pub place: String,
    /// Whether the mentor has confirmed it.
    pub mentor_ok: bool,
    /// Whether the mentee has confirmed it.
    pub mentee_ok: bool,
    /// Whose confirmation was given by reaction.
    pub by_mark: Option<Side>,
    /// Whether it was cancelled.
    pub cancelled: bool,
    /// How often it has changed in a way that calendars have to know.
    pub sequence: u32,
    /// Whether a calendar file has gone out.
    pub filed: bool,
    /// When it was planned first.
    pub planned_at: DateTime<Utc>,
    /// When it was last planned, moved, confirmed or cancelled.
    pub changed_at: DateTime<Utc>,
    /// When one of the two said that it took place; `None` is unknown.
    pub held_at: Option<DateTime<Utc>>,
}

impl Meeting {
    /// A meeting that `side` plans; its `id` is given when it is stored.
    #[must_use]
    pub const fn planned(
        tandem: TandemId,
        side: Side,
        starts_at: DateTime<Utc>,
        minutes: u32,
        place: String,
        now: DateTime<Utc>,
    ) -> Self {
        Self {
            id: MeetingId(0),
            tandem,
            starts_at,
            minutes,
            place,
            mentor_ok: matches!(side, Side::Mentor),
            mentee_ok: matches!(side, Side::Mentee),
            by_mark: None,
            cancelled: false,
            sequence: 0,
            filed: false,
            planned_at: now,
            changed_at: now,
            held_at: None,
        }
    }

    /// When it ends.
    #[must_use]
    pub fn ends_at(&self) -> DateTime<Utc> {
        self.starts_at + Duration::minutes(self.minutes.into())
    }

    /// Whether it stands and has not begun.
    #[must_use]
    pub fn is_ahead(&self, now: DateTime<Utc>) -> bool {
        !self.cancelled && now < self.starts_at
    }

    /// Whether its time has passed without it having been cancelled.
    #[must_use]
    pub fn is_over(&self, now: DateTime<Utc>) -> bool {
        !self.cancelled && self.ends_at() <= now
    }

    /// Whether that side has confirmed it.
    #[must_use]
    pub const fn confirmed_by(&self, side: Side) -> bool {
        match side {
            Side::Mentor => self.mentor_ok,
            Side::Mentee => self.mentee_ok,
        }
    }

    /// Whether both have confirmed it.
    #[must_use]
    pub const fn is_confirmed(&self) -> bool {
        self.mentor_ok && self.mentee_ok
    }

    /// Notes what a side says about it now.
    pub const fn say(&mut self, side: Side, ok: bool) {
        match side {
            Side::Mentor => self.mentor_ok = ok,
            Side::Mentee => self.mentee_ok = ok,
        }
    }

    /// `side` moves it: at once at its new time, and unconfirmed by the other.
    pub fn move_to(&mut self, side: Side, starts_at: DateTime<Utc>, now: DateTime<Utc>) {
        self.starts_at = starts_at;
        self.say(side, true);
        self.say(side.other(), false);
        self.by_mark = None;
        self.sequence += 1;
        self.changed_at = now;
    }

    /// It is cancelled.
    pub const fn cancel(&mut self, now: DateTime<Utc>) {
        self.cancelled = true;
        self.sequence += 1;
        self.changed_at = now;
    }

    /// Whether it takes any of the time from `from` until `until`.
    #[must_use]
    pub fn overlaps(&self, from: DateTime<Utc>, until: DateTime<Utc>) -> bool {
        !self.cancelled && self.starts_at < until && from < self.ends_at()
    }
}

/// The next meeting that stands ahead; `all` are those of one tandem.
#[must_use]
pub fn next(all: &[Meeting], now: DateTime<Utc>) -> Option<&Meeting> {
    all.iter().filter(|one| one.is_ahead(now)).min_by_key(|one| (one.starts_at, one.id))
}

/// The last meeting that has begun and was not cancelled, whether it is known to have taken place or not.
#[must_use]
pub fn last(all: &[Meeting], now: DateTime<Utc>) -> Option<&Meeting> {
    all.iter().filter(|one| !one.cancelled && one.starts_at <= now).max_by_key(|one| (one.starts_at, one.id))
}

/// Three dates the bot proposed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offer {
    /// Our number for it.
    pub id: OfferId,
    /// Its tandem.
    pub tandem: TandemId,
    /// Since when nothing was planned.
    pub since: DateTime<Utc>,
    /// The dates, the earliest first.
    pub dates: [DateTime<Utc>; 3],
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn meeting(starts_at: &str) -> Meeting {
        let now = at("2027-01-04T09:00:00Z");
        Meeting::planned(TandemId(1), Side::Mentor, at(starts_at), 60, String::new(), now)
    }

    #[test]
    fn who_plans_or_moves_has_confirmed_and_the_other_has_not() {
        let mut one = meeting("2027-01-12T13:00:00Z");
        assert!(one.confirmed_by(Side::Mentor) && !one.confirmed_by(Side::Mentee) && !one.is_confirmed());
        one.say(Side::Mentee, true);
        assert!(one.is_confirmed());
        one.move_to(Side::Mentee, at("2027-01-13T13:00:00Z"), at("2027-01-05T09:00:00Z"));
        assert!(!one.confirmed_by(Side::Mentor) && one.confirmed_by(Side::Mentee));
        assert_eq!((one.sequence, one.changed_at), (1, at("2027-01-05T09:00:00Z")));
    }

    #[test]
    fn two_meetings_may_touch_but_not_overlap() {
        let one = meeting("2027-01-12T13:00:00Z");
        let taken = |from, until| one.overlaps(at(from), at(until));
        assert!(taken("2027-01-12T13:59:00Z", "2027-01-12T14:59:00Z"));
        assert!(taken("2027-01-12T12:00:00Z", "2027-01-12T18:00:00Z"));
        assert!(!taken("2027-01-12T14:00:00Z", "2027-01-12T15:00:00Z"));
        assert!(!taken("2027-01-12T12:00:00Z", "2027-01-12T13:00:00Z"));
    }

    #[test]
    fn the_next_one_is_the_earliest_ahead_and_the_last_one_the_latest_begun() {
        let mut all = [
            meeting("2027-01-12T13:00:00Z"),
            meeting("2027-02-12T13:00:00Z"),
            meeting("2027-03-12T13:00:00Z"),
        ];
        for (all, id) in all.iter_mut().zip(1..) {
            all.id = MeetingId(id);
        }
        let now = at("2027-02-01T09:00:00Z");
        assert_eq!(next(&all, now).map(|one| one.id), Some(MeetingId(2)));
        assert_eq!(last(&all, now).map(|one| one.id), Some(MeetingId(1)));
        all[1].cancel(now);
        assert_eq!(next(&all, now).map(|one| one.id), Some(MeetingId(3)));
        assert_eq!(last(&all, at("2027-03-01T09:00:00Z")).map(|one| one.id), Some(MeetingId(1)));
    }
}
